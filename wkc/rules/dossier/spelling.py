"""Art. 4.1, annex I, 1: one form for the spellings of a Dutch name: `Janssen` and `Jansen`, `Dijk` and `Dyk`."""

import re

_ALIKE = (("ij", "y"), ("ck", "k"), ("ph", "f"), ("th", "t"))
_TWICE = re.compile(r"(.)\1+")


def unify_spelling(name: str) -> str:
    """Give a name, in its normal form, in the one form of its spellings."""
    for written, plain in _ALIKE:
        name = name.replace(written, plain)
    return _TWICE.sub(r"\1", name)
