#!/bin/sh
# Writes in a brief as an editor does: with the YAML language server that editors use, and with
# `brief lsp` in Neovim, by the protocol layer of Visual Studio Code's client, and by pygls.
# usage: tests/editor/run.sh [FILE.test.mjs…]
#   BRIEF_BIN    the brief to test; without it, a release build of this repository
set -eu
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
root=$(CDPATH='' cd "$here/../.." && pwd)

fail() {
  echo "run.sh: $*" >&2
  exit 1
}

command -v node >/dev/null 2>&1 || fail "no node"
[ -d "$here/node_modules/yaml-language-server" ] || fail "no language server: run tests/editor/install.sh"

[ -d "$here/python/pygls" ] || fail "no pygls: run tests/editor/install.sh"
command -v nvim >/dev/null 2>&1 || fail "no nvim: run tests/editor/install.sh"

if [ -z "${BRIEF_BIN:-}" ]; then
  (cd "$root" && cargo build --release --quiet)
  BRIEF_BIN=${CARGO_TARGET_DIR:-$root/target}/release/brief
fi
[ -x "$BRIEF_BIN" ] || fail "no program at $BRIEF_BIN"

# What a writer has after `brief new`, and nothing else: no clone of this repository, no network.
BRIEF_FOLDER=$(mktemp -d)
trap 'rm -rf "$BRIEF_FOLDER"' EXIT
trap 'exit 1' HUP INT TERM
export BRIEF_FOLDER
(cd "$BRIEF_FOLDER" && "$BRIEF_BIN" new ./brief 2>/dev/null)

cd "$here"
export BRIEF_BIN
if [ $# -eq 0 ]; then
  PYTHONPATH=python python3 -B pygls_client.py
  cp "$BRIEF_FOLDER/brief.yaml" "$BRIEF_FOLDER/neovim.yaml"
  nvim --headless -u NONE -i NONE -n "$BRIEF_FOLDER/neovim.yaml" +"luafile neovim.lua"
  set -- *.test.mjs
fi
node --test --test-reporter=spec "$@"
