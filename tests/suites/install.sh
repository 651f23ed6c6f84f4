#!/bin/sh
# Installs what the suites need; does nothing where it is there already.
# usage: tests/suites/install.sh
set -eu
cd "$(dirname "$0")"

# npm keeps its own copy of the lock file's content; if it is the same, all is installed.
marker=node_modules/.installed-lock
if ! cmp -s package-lock.json "$marker"; then
  npm ci --no-progress
  cp package-lock.json "$marker"
fi
