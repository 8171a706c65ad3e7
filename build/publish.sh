#!/usr/bin/env bash
# build/publish.sh [RID…]: the program as one file that needs no .NET, in artifacts/RID/conform; without RID those of all four platforms.
# What this machine has a linker for is compiled ahead of time; the others carry a trimmed runtime, compressed. How the two compare: docs/install.md.
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- linux-x64 linux-arm64 osx-arm64 win-x64

# The ILCompiler links for its own operating system only, with a C compiler for the target's processor.
kind() {
  case "$(uname -s)-$(uname -m):$1" in
    Linux-x86_64:linux-x64 | Linux-aarch64:linux-arm64 | Darwin-arm64:osx-arm64)
      if command -v clang > /dev/null || command -v gcc > /dev/null; then echo native; else echo managed; fi ;;
    *) echo managed ;;
  esac
}

for rid in "$@"; do
  dotnet publish src/Harness -c Release -r "$rid" -p:Single="$(kind "$rid")" -o "artifacts/$rid" --nologo -v quiet
  ls -l "artifacts/$rid"/conform "artifacts/$rid"/conform.exe 2> /dev/null | awk '{printf "%s  %.1f MB\n", $NF, $5 / 1048576}'
done
