"""Art. 10 to 12 as commands: what clients ask about their own data, and the answers."""
