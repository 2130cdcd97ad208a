"""The rules of access and purpose (art. 2, 6, 7, 14.1)."""
