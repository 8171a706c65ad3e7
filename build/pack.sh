#!/usr/bin/env bash
# build/pack.sh [DIR [CONFIGURATION [VERSION]]]: the tool and the library as packages, in artifacts/packages unless DIR says otherwise.
set -eu
folder=$(realpath -m "${1:-"$(dirname "$0")/../artifacts/packages"}")
cd "$(dirname "$0")/.."
words=(src/Harness -c "${2:-Release}" -o "$folder" --nologo -v quiet -nodeReuse:false ${3:+-p:PackageVersion="$3"} ${PACK_NO_BUILD:+--no-build})
dotnet pack "${words[@]}"
dotnet pack "${words[@]}" -p:AsLibrary=true
ls "$folder"
