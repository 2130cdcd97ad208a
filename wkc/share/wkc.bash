# Completion of wkc in bash: the program itself knows the words that may follow.
_wkc_words() {
    local IFS=$'\n'
    COMPREPLY=($(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" _WKC_COMPLETE=complete_bash "$1" 2>/dev/null))
}
complete -o default -F _wkc_words wkc
