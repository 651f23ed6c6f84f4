#!/bin/sh
# Installs what the export suite needs; does nothing where it is there already.
# usage: tests/export/install.sh
set -eu
cd "$(dirname "$0")"

# npm keeps its own copy of the lock file's content; if it is the same, all is installed.
marker=node_modules/.installed-lock
if ! cmp -s package-lock.json "$marker"; then
  npm ci --no-progress
  # What its install script would do; npm may be set to run none.
  chmod u+x node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool
  cp package-lock.json "$marker"
fi
