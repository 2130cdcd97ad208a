"""The rules of requests, their terms and corrections (art. 11 to 13)."""
