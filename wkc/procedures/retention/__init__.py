"""Retention, holds and destruction (art. 10)."""
