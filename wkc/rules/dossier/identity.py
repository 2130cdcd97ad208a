"""Art. 3 and 4: whether two sets of data are about one person, by name and date of birth.

Names come in as normal forms: lower case, without accents, one space between words, the prefix taken off the surname.
"""

from typing import NamedTuple

from wkc.records.field import PartialDate

NAME, BIRTH = "naam", "geboortedatum"
"""The two things in which people differ."""

_LEAST = 4
"""The fewest letters of a name in which one of them may be wrong."""


class Identity(NamedTuple):
    """A person as a list or a dossier knows them: surname and first names as normal forms, date of birth if known."""

    surname: str
    first: str
    born: PartialDate | None


def differences(one: Identity, other: Identity) -> tuple[str, ...]:
    """Give in which of name and date of birth two sets of data cannot be of one person.

    Initials agree with the first names that they begin; a date that misses its day or month with each that has it.
    """
    same_name = one.surname == other.surname and _agree(one.first, other.first)
    parts = ((NAME, same_name), (BIRTH, _same_birth(one.born, other.born)))
    return tuple(part for part, same in parts if not same)


def may_be_one(one: Identity, other: Identity) -> bool:
    """Judge whether two may be one person: the same known date of birth, and a name that is the same or nearly.

    A surname that is only nearly the same counts where both first names are known.
    """
    if one.born is None or one.born != other.born:
        return False
    if one.surname != other.surname and not (one.first and other.first and is_near(one.surname, other.surname)):
        return False
    near_first = is_near(one.first, other.first) or is_near(_head(one.first), _head(other.first))
    return near_first or _agree(one.first, other.first)


def begins_nearly(key: str, surname: str) -> bool:
    """Judge whether a name, surname first, begins with nearly this surname: a first sieve, without the whole name."""
    words, count = key.split(), len(surname.split())
    return any(is_near(" ".join(words[:n]), surname) for n in range(max(1, count - 1), count + 2))


def is_near(one: str, other: str) -> bool:
    """Judge whether two words are the same but for one letter: more, less, another, or two turned round."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST or abs(len(one) - len(other)) > 1:
        return False
    head = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[head:], other[head:]
    turned = a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or turned


def _agree(one: str, other: str) -> bool:
    """Judge whether first names can be of one person: one of them unknown, or each word begins the other's."""
    a, b = one.split(), other.split()
    if "".join(a) == "".join(b):
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return all(w.startswith(v) or v.startswith(w) for v, w in zip(_spread(short, long), long, strict=False))


def _spread(words: list[str], beside: list[str]) -> list[str]:
    """Take initials that stand together apart: `ab` beside `anna berta` is `a b`."""
    if len(words) == 1 and len(beside) > 1 and len(words[0]) == len(beside):
        initials = list(words[0])
        if all(word.startswith(initial) for word, initial in zip(beside, initials, strict=True)):
            return initials
    return words


def _head(names: str) -> str:
    return names.partition(" ")[0]


def _same_birth(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return True
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(a is None or b is None or a == b for a, b in pairs)
