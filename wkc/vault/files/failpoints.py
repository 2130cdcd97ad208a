"""The points between which a crash may fall; tests put a crash or a full disk there."""


def failpoint(step: str) -> None:
    """Pass: nothing happens here but in a test."""
    del step
