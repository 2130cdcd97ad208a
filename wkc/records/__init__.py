"""The nouns of the register as frozen records, each with the word of the law; a file a noun."""
