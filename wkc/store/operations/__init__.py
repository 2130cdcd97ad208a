"""The care of the register: backups, breaches, the figures of a year, the length of lists (art. 14.2)."""
