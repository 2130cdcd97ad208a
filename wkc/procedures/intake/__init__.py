"""The registration of clients, one at a time or from a list (art. 3, 4)."""
