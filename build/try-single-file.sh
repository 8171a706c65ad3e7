#!/usr/bin/env bash
# build/try-single-file.sh FILE: the single file alone, where there is no .NET: a part of the cases against the reference server inside it, and
# against nginx where that is installed.
set -eu
file=$(realpath "$1")
deviations=$(realpath "$(dirname "$0")/../suites/targets/nginx/deviations.txt")
alone=$(mktemp -d)
trap 'rm -r "$alone"' EXIT
mkdir "$alone/bin"
ln -s "$(command -v touch)" "$alone/bin/touch"

bare() {
  echo "conform $*"
  (cd "$alone" && env -i HOME="$alone" PATH="$alone/bin" "$file" "$@" | tail -n 3)
}

if env -i PATH="$alone/bin" "$BASH" -c 'command -v dotnet'; then
  echo "dotnet is still on the PATH"
  exit 1
fi

set -o pipefail
bare --version
bare run rfc9112/host rfc9112/chunked contract/environ generated/valid-messages
bare run rfc9112/host --delivery whole --report html:report.html --report junit:report.xml --report sarif:report.sarif
test -s "$alone/report.html"
if [ -x /usr/sbin/nginx ]; then
  bare run --target nginx --delivery whole --deviations "$deviations"
else
  echo "skipped: nginx is not installed"
fi
