#!/bin/sh
# Installs what the YAML suite needs; does nothing where it is there already.
# usage: tests/yaml/install.sh
set -eu
cd "$(dirname "$0")"

# npm keeps its own copy of the lock file's content; if it is the same, all is installed.
marker=node_modules/.installed-lock
if ! cmp -s package-lock.json "$marker"; then
  npm ci --no-progress
  cp package-lock.json "$marker"
fi

# The same for Python: packages in a folder of their own, whatever the system has.
marker=python/.installed-requirements
if ! cmp -s requirements.txt "$marker"; then
  rm -rf python
  python3 -m pip install --quiet --disable-pip-version-check --no-compile --target python --requirement requirements.txt
  cp requirements.txt "$marker"
fi
