"""The USER ID as it is kept: small letters, whatever letters somebody typed it in."""


def fold_user_id(typed: str) -> str:
    """Give a USER ID without the space around it, in small letters."""
    return typed.strip().lower()


def fold_if_typed(typed: str | None) -> str | None:
    """Give the same of an option that may be left out: the callback of each one that takes a USER ID."""
    return None if typed is None else fold_user_id(typed)
