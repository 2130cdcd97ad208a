"""Art. 3 and 4: whether two sets of data are about one person, by name and date of birth.

Names come in as normal forms: lower case, without accents, one space between words, the prefix taken off the surname.
"""

from typing import NamedTuple

from wkc.records.field import PartialDate

NAME, BIRTH = "naam", "geboortedatum"
"""The two things in which people differ."""


class PersonIdentity(NamedTuple):
    """A person as a list or a dossier knows them: surname and first names as normal forms, date of birth if known."""

    surname: str
    first: str
    born: PartialDate | None


def differences(one: PersonIdentity, other: PersonIdentity) -> tuple[str, ...]:
    """Give in which of name and date of birth two sets of data cannot be of one person.

    Initials agree with the first names that they begin; a date that misses its day or month with each that has it.
    """
    same_name = one.surname == other.surname and can_agree(one.first, other.first)
    parts = ((NAME, same_name), (BIRTH, _is_same_birth(one.born, other.born)))
    return tuple(part for part, same in parts if not same)


def can_agree(one: str, other: str) -> bool:
    """Judge whether first names can be of one person: one of them unknown, or each word begins the other's."""
    mine, theirs = one.split(), other.split()
    if "".join(mine) == "".join(theirs):
        return True
    short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    return all(
        word.startswith(name) or name.startswith(word) for name, word in zip(_spread(short, long), long, strict=False)
    )


def _spread(words: list[str], beside: list[str]) -> list[str]:
    """Take initials that stand together apart: `ab` beside `anna berta` is `a b`."""
    if len(words) == 1 and len(beside) > 1 and len(words[0]) == len(beside):
        initials = list(words[0])
        if all(word.startswith(initial) for word, initial in zip(beside, initials, strict=True)):
            return initials
    return words


def _is_same_birth(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return True
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(a is None or b is None or a == b for a, b in pairs)
