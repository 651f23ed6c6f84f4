#!/bin/sh
# Builds every page and checks it in a real browser. Fails, never skips, when anything is missing.
# usage: tests/browser/run.sh [FILE.test.mjs…]
#   BRIEF_BIN    the brief to test; without it, a release build of this repository
#   CHROMIUM     the browser; /usr/bin/chromium without it
#   FIREFOX      the other browser; /usr/bin/firefox-esr without it
#   CONTENT_DIR  the briefs; content/ without it
#   PAGES_DIR    where to build the pages, and leave them; a temporary folder without it
set -eu
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
root=$(CDPATH='' cd "$here/../.." && pwd)

fail() {
  echo "run.sh: $*" >&2
  exit 1
}

[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || fail "no Chromium: run tests/browser/install.sh"
[ -x "${FIREFOX:-/usr/bin/firefox-esr}" ] || fail "no Firefox: run tests/browser/install.sh"
for tool in java node python3 pdftohtml pdftotext pdfinfo; do
  command -v "$tool" >/dev/null 2>&1 || fail "no $tool: run tests/browser/install.sh"
done
for package in axe-core playwright-core vnu-jar yaml; do
  [ -d "$here/node_modules/$package" ] || fail "no npm package $package: run tests/browser/install.sh"
done
[ -d "$here/python/outloud" ] || fail "no Python package outloud: run tests/browser/install.sh"

if [ -z "${BRIEF_BIN:-}" ]; then
  (cd "$root" && cargo build --release --quiet)
  BRIEF_BIN=${CARGO_TARGET_DIR:-$root/target}/release/brief
fi
[ -x "$BRIEF_BIN" ] || fail "no program at $BRIEF_BIN"

if [ -n "${PAGES_DIR:-}" ]; then
  mkdir -p "$PAGES_DIR"
  PAGES_DIR=$(CDPATH='' cd "$PAGES_DIR" && pwd)
  rm -rf "$PAGES_DIR/content" "$PAGES_DIR/briefs" "$PAGES_DIR/editions" "$PAGES_DIR/hostile"
else
  PAGES_DIR=$(mktemp -d)
  trap 'rm -rf "$PAGES_DIR"' EXIT
  trap 'exit 1' HUP INT TERM
fi
CONTENT_DIR=${CONTENT_DIR:-$root/content}
export BRIEF_BIN PAGES_DIR CONTENT_DIR

mkdir "$PAGES_DIR/content" "$PAGES_DIR/hostile"
for yaml in "$CONTENT_DIR"/*.yaml; do
  case $yaml in *.evidence.yaml) continue ;; esac
  [ -e "$yaml" ] || fail "no brief in $CONTENT_DIR"
  "$BRIEF_BIN" build "$yaml" -o "$PAGES_DIR/content/$(basename "$yaml" .yaml).html" || fail "$yaml does not build"
done
for yaml in "$root"/tests/briefs/*.yaml; do
  "$BRIEF_BIN" build "$yaml" -o "$PAGES_DIR/briefs/$(basename "$yaml" .yaml).html" || fail "$yaml does not build"
done
edition=$root/tests/fixtures/editions/bridge-2.yaml
"$BRIEF_BIN" build "$edition" -o "$PAGES_DIR/editions/bridge-2.html" || fail "$edition does not build"
for yaml in "$here"/hostile/*.yaml; do
  case $yaml in *.evidence.yaml) continue ;; esac
  name=$(basename "$yaml" .yaml)
  mkdir "$PAGES_DIR/hostile/$name"
  code=0
  "$BRIEF_BIN" build "$yaml" -o "$PAGES_DIR/hostile/$name/page.html" >/dev/null 2>"$PAGES_DIR/hostile/$name.err" || code=$?
  echo "$code" >"$PAGES_DIR/hostile/$name.exit"
done

cd "$here"
if [ $# -eq 0 ]; then set -- *.test.mjs; fi
node --test --test-concurrency=2 --test-reporter=spec "$@"
