# Prints what bash offers for the last word of a command line, a word a line.
# usage: bash complete.bash BRIEF WORD…
set -euo pipefail
brief=$1
shift
source <("$brief" completions bash)
# `complete -p` tells by which function bash would be answered.
handler=$(complete -p brief | sed -n 's/.*-F \([^ ]*\).*/\1/p')
COMP_WORDS=(brief "$@")
COMP_CWORD=$#
COMP_LINE="brief $*"
COMP_POINT=${#COMP_LINE}
COMPREPLY=()
previous=${COMP_WORDS[COMP_CWORD - 1]}
"$handler" brief "${COMP_WORDS[COMP_CWORD]}" "$previous"
printf '%s\n' "${COMPREPLY[@]}"
