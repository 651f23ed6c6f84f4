#!/bin/bash
# Sources the completions in a real bash, and sets the manual with groff and man.
# usage: tests/shell/run.sh
#   BRIEF_BIN    the brief to test; without it, a release build of this repository
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

fail() {
  echo "run.sh: $*" >&2
  exit 1
}

for tool in groff man; do
  command -v "$tool" >/dev/null 2>&1 || fail "no $tool: run tests/shell/install.sh"
done
if [ -z "${BRIEF_BIN:-}" ]; then
  (cd "$root" && cargo build --release --quiet)
  BRIEF_BIN=${CARGO_TARGET_DIR:-$root/target}/release/brief
fi
[ -x "$BRIEF_BIN" ] || fail "no program at $BRIEF_BIN"

# offers WORD… -- EXPECTED…: for the words, bash offers all that is expected.
offers() {
  local words=() word
  while [ "$1" != -- ]; do
    words+=("$1")
    shift
  done
  shift
  local offered
  offered=$(bash "$here/complete.bash" "$BRIEF_BIN" "${words[@]}")
  for word in "$@"; do
    grep -qxF -e "$word" <<<"$offered" || fail "for «brief ${words[*]}», bash offers no $word but: $offered"
  done
}

verbs=$("$BRIEF_BIN" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[ "$(wc -w <<<"$verbs")" -ge 9 ] || fail "help lists too few commands: $verbs"
# shellcheck disable=SC2086 # a list of words
offers '' -- $verbs
offers che -- check
offers check --de -- --deny
offers check --deny '' -- warnings
offers new --lang '' -- en uk
offers explain loaded -- loaded-verb
for shell in bash zsh fish elvish powershell; do
  "$BRIEF_BIN" completions "$shell" | grep -q explain || fail "no completions for $shell"
done

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
trap 'exit 1' HUP INT TERM
"$BRIEF_BIN" man -o "$pages" 2>/dev/null
for verb in $verbs; do
  [ "$verb" = help ] || [ -s "$pages/brief-$verb.1" ] || fail "no manual page of brief $verb"
done
for page in "$pages"/*.1; do
  name=$(basename "$page")
  warnings=$(groff -k -Dutf-8 -man -ww -Tutf8 "$page" 2>&1 >/dev/null)
  [ -z "$warnings" ] || fail "groff on $name: $warnings"
  text=$(MANWIDTH=80 man --warnings=w -l "$page" 2>&1)
  for section in NAME SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS'; do
    grep -qx "$section" <<<"$text" || fail "$name has no $section: $text"
  done
done
echo "completions and manual: all well"
