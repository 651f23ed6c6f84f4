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

# The tests of CSL are in no package of npm, crates.io or PyPI. Debian has them, in the source of the
# processor that pandoc uses. They are fetched by lists of their own, so that the system's stay as they are.
suite=bookworm
package=haskell-citeproc
version=0.6.0.1-3
if [ "$(cat debian/version 2>/dev/null)" != "$package $version" ]; then
  rm -rf debian
  mkdir -p debian/lists/partial debian/source
  cat >debian/debian.sources <<SOURCES
Types: deb-src
URIs: http://deb.debian.org/debian
Suites: $suite
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
  here=$PWD/debian
  apt() {
    apt-get -qq -o Dir::Etc::sourcelist="$here/debian.sources" -o Dir::Etc::sourceparts=/dev/null \
      -o Dir::State::lists="$here/lists" -o APT::Sandbox::User=root "$@"
  }
  apt update
  (cd debian/source && apt source --download-only "$package=$version")
  mkdir debian/citeproc
  tar -xzf debian/source/*.orig.tar.gz --strip-components=1 -C debian/citeproc
  rm -r debian/lists
  echo "$package $version" >debian/version
fi
