"""The rules of retention and of contact (art. 10)."""
