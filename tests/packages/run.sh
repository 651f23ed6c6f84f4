#!/bin/sh
# Builds the packages that are published, installs them from the built files, and runs them; holds what
# runs brief elsewhere (an assistant, a workflow, a hook, a container, an editor) to what it promises.
# usage: tests/packages/run.sh [FILE.test.mjs…]
#   BRIEF_BIN    the brief to test, a release build of this repository as .ci/run makes it
set -eu
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
root=$(CDPATH='' cd "$here/../.." && pwd)

fail() {
  echo "run.sh: $*" >&2
  exit 1
}

for tool in node npm python3 git; do
  command -v "$tool" >/dev/null 2>&1 || fail "no $tool"
done
for folder in "$here/node_modules/yaml" "$root/editors/vscode/node_modules/esbuild" "$root/target/packages/tools"; do
  [ -d "$folder" ] || fail "no $folder: run tests/packages/install.sh"
done

if [ -z "${BRIEF_BIN:-}" ]; then
  (cd "$root" && cargo --config .ci/checked.toml build --release --quiet)
  BRIEF_BIN=${CARGO_TARGET_DIR:-$root/target}/release/brief
fi
[ -x "$BRIEF_BIN" ] || fail "no program at $BRIEF_BIN"
export BRIEF_BIN

cd "$here"
if [ $# -eq 0 ]; then set -- *.test.mjs; fi
# One file after the other: each works on both cores already.
node --test --test-concurrency=1 --test-reporter=spec "$@"
