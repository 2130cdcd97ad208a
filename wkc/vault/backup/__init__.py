"""Backups of a register and their restoration (VAULT §7)."""
