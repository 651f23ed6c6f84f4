#!/bin/sh
# Installs what the editor suite needs; does nothing where it is there already.
# usage: tests/editor/install.sh
set -eu
cd "$(dirname "$0")"

if ! command -v nvim >/dev/null 2>&1; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "install.sh: missing: neovim; only root on Debian can have it installed here" >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends neovim
fi

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
