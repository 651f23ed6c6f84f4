#!/bin/sh
# Installs what the browser suite needs; does nothing where it is there already.
# usage: tests/browser/install.sh
set -eu
cd "$(dirname "$0")"

missing=
want() { # want COMMAND PACKAGE
  command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing="$missing chromium"
[ -x "${FIREFOX:-/usr/bin/firefox-esr}" ] || missing="$missing firefox-esr"
want java default-jre-headless
want pdftotext poppler-utils

if [ -n "$missing" ]; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "install.sh: missing:$missing; only root on Debian can have them installed here" >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086 # a list of packages
  apt-get install -y -qq --no-install-recommends $missing
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
