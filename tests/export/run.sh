#!/bin/sh
# Exports every brief in every form and reads the exports with tools that others wrote.
# usage: tests/export/run.sh [FILE.test.mjs…]
#   BRIEF_BIN    the brief to test; without it, a release build of this repository
set -eu
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
root=$(CDPATH='' cd "$here/../.." && pwd)

fail() {
  echo "run.sh: $*" >&2
  exit 1
}

command -v node >/dev/null 2>&1 || fail "no node"
for package in @microsoft/sarif-multitool ajv citeproc commonmark csv-parse jsonld; do
  [ -d "$here/node_modules/$package" ] || fail "no npm package $package: run tests/export/install.sh"
done

if [ -z "${BRIEF_BIN:-}" ]; then
  (cd "$root" && cargo build --release --quiet)
  BRIEF_BIN=${CARGO_TARGET_DIR:-$root/target}/release/brief
fi
[ -x "$BRIEF_BIN" ] || fail "no program at $BRIEF_BIN"

EXPORTS_DIR=$(mktemp -d)
trap 'rm -rf "$EXPORTS_DIR"' EXIT
trap 'exit 1' HUP INT TERM
export EXPORTS_DIR
for yaml in "$root"/content/*.yaml "$root"/tests/fixtures/page.yaml "$root"/tests/fixtures/two-outlets.yaml "$root"/tests/fixtures/checked.yaml "$here"/*.yaml; do
  case $yaml in *.evidence.yaml) continue ;; esac
  name=$(basename "$yaml" .yaml)
  for form in markdown csv json json-ld csl-json; do
    "$BRIEF_BIN" export --to "$form" "$yaml" -o "$EXPORTS_DIR/$name.$form" 2>/dev/null || fail "$yaml does not become $form"
  done
done

cd "$here"
if [ $# -eq 0 ]; then set -- *.test.mjs; fi
node --test --test-reporter=spec "$@"
