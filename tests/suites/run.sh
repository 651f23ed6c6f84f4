#!/bin/sh
# Holds brief against the suites of others, and their counts against the table in docs/suites.md.
# usage: tests/suites/run.sh [FILE.test.mjs…]
#   BRIEF_BIN     the brief to test; without it, a release build of this repository
#   READINGS_BIN  the example `readings`, built; without it, it is built
#   BLESS=1       writes the counts into docs/suites.md
set -eu
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
root=$(CDPATH='' cd "$here/../.." && pwd)

fail() {
  echo "run.sh: $*" >&2
  exit 1
}

command -v node >/dev/null 2>&1 || fail "no node"
[ -d "$here/node_modules" ] || fail "no npm packages: run tests/suites/install.sh"

target=${CARGO_TARGET_DIR:-$root/target}
if [ -z "${BRIEF_BIN:-}" ]; then
  (cd "$root" && cargo build --locked --release --quiet)
  BRIEF_BIN=$target/release/brief
fi
[ -x "$BRIEF_BIN" ] || fail "no program at $BRIEF_BIN"
if [ -z "${READINGS_BIN:-}" ]; then
  (cd "$root" && cargo build --locked --release --quiet --example readings)
  READINGS_BIN=$target/release/examples/readings
fi
[ -x "$READINGS_BIN" ] || fail "no program at $READINGS_BIN"
export BRIEF_BIN READINGS_BIN

cd "$here"
if [ $# -eq 0 ]; then set -- *.test.mjs; fi
# One at a time: they write into one table.
node --test --test-concurrency=1 --test-reporter=spec "$@"
