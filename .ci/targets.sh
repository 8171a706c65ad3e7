# Which third-party servers are run, and how. Read by run and nightly, in the project's folder.
# shellcheck shell=bash disable=SC2034

# Every target that is run on each change; what is not on the machine is installed. Those of the second list host an application of other contracts, or
# host it in another way, and are asked for the contract and for what most often goes wrong beside it.
targets=(wsgiref gunicorn waitress apache nginx lighttpd caddy node kestrel)
containers=(uwsgi gunicorn-gthread werkzeug uvicorn hypercorn puma webrick starman lighttpd-cgi)
# Looked at every night, where they are installed.
more_containers=(gevent cheroot tornado twisted uwsgi-http apache-cgi daphne uvicorn-httptools thin unicorn plackup)
asked_of_containers=(contract rfc9112/host rfc9112/content-length rfc9112/persistence rfc9110/head)

conform() {
  dotnet src/Harness/bin/Release/net10.0/conform.dll "$@"
}

# A third-party server must do what its deviations and snapshots say: nothing more, nothing less.
run_target() {
  local cases=() skip=()
  [[ " ${containers[*]} ${more_containers[*]} " == *" $1 "* ]] && cases=("${asked_of_containers[@]}")
  # What is dead cannot be compared.
  case "$1" in
    # Content that ends within a chunk line sends its only worker into a loop for good.
    gunicorn) skip=(--skip 'rfc9112/incomplete/in-every-place-of-the-chunks*') ;;
    # The application's exit is theirs.
    gevent) skip=(--skip 'contract/errors/exit*' --skip contract/kept-apart/closed-though-it-ends-the-process) ;;
    # Here too, and lines that are read of chunks keep its threads busy for good, one after the other.
    cheroot) skip=(--skip 'contract/errors/exit*' --skip contract/kept-apart/closed-though-it-ends-the-process --skip 'contract/read-*/*-in-chunks' --skip 'contract/generated-requests/chunks-read-in-turns*') ;;
    # So is it here, and it dies of a number that it cannot hold.
    plackup) skip=(--skip 'contract/errors/exit*' --skip rfc9112/content-length/more-than-64-bits) ;;
  esac
  local memory=(--deviations "suites/targets/$1/deviations.txt")
  [ -e "suites/targets/$1/flaky.txt" ] && memory+=(--flaky "suites/targets/$1/flaky.txt")
  [ -d "suites/targets/$1/snapshots" ] && memory+=(--snapshots "suites/targets/$1/snapshots")
  conform run "${cases[@]}" --target "$1" --delivery whole "${skip[@]}" "${memory[@]}" \
    --report "terminal:artifacts/$1.txt" --report "jsonl:artifacts/$1.jsonl" --report "junit:artifacts/$1.xml"
}
