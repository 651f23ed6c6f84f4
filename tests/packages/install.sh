#!/bin/sh
# Installs what the packages suite needs; does nothing where it is there already.
# usage: tests/packages/install.sh
set -eu
cd "$(dirname "$0")"
root=$(CDPATH='' cd ../.. && pwd)

# npm keeps its own copy of the lock file's content; if it is the same, all is installed.
for folder in . "$root/editors/vscode"; do
  marker=$folder/node_modules/.installed-lock
  if ! cmp -s "$folder/package-lock.json" "$marker"; then
    (cd "$folder" && npm ci --no-progress)
    cp "$folder/package-lock.json" "$marker"
  fi
done

# With the binaries of tools that are written in other languages: see requirements.txt.
tools=$root/target/packages/tools
if ! cmp -s requirements.txt "$tools/.installed"; then
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check --requirement requirements.txt
  cp requirements.txt "$tools/.installed"
fi
