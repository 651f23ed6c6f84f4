#!/bin/sh
# Has five readers read the YAML that brief is shipped with and writes, and compares the values.
# usage: tests/yaml/run.sh
#   BRIEF_BIN    the brief to test; without it, a release build of this repository
#   VALUES_BIN   the example `values`, built; without it, it is built
set -eu
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
root=$(CDPATH='' cd "$here/../.." && pwd)

fail() {
  echo "run.sh: $*" >&2
  exit 1
}

command -v node >/dev/null 2>&1 || fail "no node"
command -v python3 >/dev/null 2>&1 || fail "no python3"
for package in js-yaml js-yaml-4 yaml; do
  [ -d "$here/node_modules/$package" ] || fail "no npm package $package: run tests/yaml/install.sh"
done
for package in yaml ruamel; do
  [ -d "$here/python/$package" ] || fail "no Python package $package: run tests/yaml/install.sh"
done

target=${CARGO_TARGET_DIR:-$root/target}
if [ -z "${BRIEF_BIN:-}" ]; then
  (cd "$root" && cargo build --release --quiet)
  BRIEF_BIN=$target/release/brief
fi
[ -x "$BRIEF_BIN" ] || fail "no program at $BRIEF_BIN"
if [ -z "${VALUES_BIN:-}" ]; then
  (cd "$root" && cargo build --release --quiet --example values)
  VALUES_BIN=$target/release/examples/values
fi

YAML_DIR=$(mktemp -d)
trap 'rm -rf "$YAML_DIR"' EXIT
trap 'exit 1' HUP INT TERM
export BRIEF_BIN VALUES_BIN YAML_DIR PYTHONPATH="$here/python"

# What is shipped.
mkdir "$YAML_DIR/shipped" "$YAML_DIR/written"
cp "$root"/content/*.yaml "$YAML_DIR/shipped"
for yaml in "$root"/tests/fixtures/*.yaml; do
  cp "$yaml" "$YAML_DIR/shipped/fixture-$(basename "$yaml")"
done
for yaml in "$root"/tests/briefs/*.yaml; do
  [ -e "$yaml" ] && cp "$yaml" "$YAML_DIR/shipped/brief-$(basename "$yaml")"
done

# What is written. A command that comes later writes here, too.
cd "$YAML_DIR/written"
"$BRIEF_BIN" new ./new 2>/dev/null
"$BRIEF_BIN" new --lang uk ./new-uk 2>/dev/null
cp "$here/hostile.yaml" .
"$BRIEF_BIN" verify hostile.yaml --snapshots "$here/snapshots" --day 2026-11-25 >/dev/null 2>&1 || true
[ -s hostile.evidence.yaml ] || fail "verify wrote no lock"
"$BRIEF_BIN" import csl-json "$here/hostile.csl.json" >imported.yaml

cd "$here"
node --test --test-reporter=spec readers.test.mjs
