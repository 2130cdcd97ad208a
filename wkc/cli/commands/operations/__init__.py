"""Commands for the daily run of a register: the start screen, what is due, backups, the state of it all."""
