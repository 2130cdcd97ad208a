"""Disclosure to third parties (art. 8)."""
