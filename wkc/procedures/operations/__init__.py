"""The care of the register: backups, checks, the agenda, the regulation itself (art. 14.2)."""
