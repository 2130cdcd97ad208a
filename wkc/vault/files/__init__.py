"""The folder of a register and the writing of its files (VAULT §1)."""
