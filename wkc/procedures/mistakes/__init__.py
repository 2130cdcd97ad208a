"""Mistakes of the office itself: a row is taken back or moved (art. 12.1 and 14.2)."""
