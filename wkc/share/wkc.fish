# Completion of wkc in fish: the program itself knows the words that may follow.
function __wkc_words
    env _WKC_COMPLETE=complete_fish _TYPER_COMPLETE_FISH_ACTION=get-args _TYPER_COMPLETE_ARGS=(commandline -cp) wkc 2>/dev/null
end
complete --command wkc --no-files --arguments '(__wkc_words)'
