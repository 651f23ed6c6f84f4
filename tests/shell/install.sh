#!/bin/sh
# Installs what the shell suite needs; does nothing where it is there already.
# usage: tests/shell/install.sh
set -eu

missing=
command -v bash >/dev/null 2>&1 || missing="$missing bash"
command -v groff >/dev/null 2>&1 || missing="$missing groff-base"
command -v man >/dev/null 2>&1 || missing="$missing man-db"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "install.sh: missing:$missing; only root on Debian can have them installed here" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
apt-get install -y -qq --no-install-recommends $missing
