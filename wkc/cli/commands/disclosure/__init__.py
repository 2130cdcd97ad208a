"""Art. 8 as commands: what others ask of us, and what a client lets them have."""
