"""Art. 4.2: whether two people on file may be one, though their names are not written alike.

Names come in as normal forms (identity.py). The sound of a name comes from the Cologne phonetics (Postel 1969), which
merges the consonants that Dutch spelling confuses: c and k, v and f, s and z, d and t.
"""

from functools import lru_cache

from wkc.rules.dossier.identity import PersonIdentity, can_agree
from wkc.rules.dossier.spelling import unify_spelling

SAME, SPELLING, LETTER, PART, EXCHANGED, SOUND = "gelijk", "spelling", "letter", "deel", "omgewisseld", "klank"
"""The likeness of two people's names: the same, spelled otherwise, one letter off, a part, exchanged, or by sound."""

_LEAST = 4
"""The fewest letters of a name in which one of them may be wrong."""

_LEAST_SOUNDS, _LEAST_SOUNDS_FIRST = 2, 3
"""The fewest consonants by which a surname, and a first name, is known."""

_VOWELS = frozenset("aeiouy")
_REMEMBERED = 1 << 14


def judge_likeness(one: PersonIdentity, other: PersonIdentity) -> str | None:
    """Judge how near two people are who have one known date of birth; None for two different people.

    Names that are not the same count only where both first names are known.
    """
    if one.born is None or one.born != other.born:
        return None
    surname, first = _likeness(one.surname, other.surname), _first_likeness(one.first, other.first)
    if surname is SAME and first is not None:
        return SAME if first is not SOUND else SOUND
    if not (one.first and other.first):
        return None
    if _is_exchanged(one, other):
        return EXCHANGED
    if first is None:
        return None
    return surname or (PART if _is_part(one.surname, other.surname) else None)


def has_like_word(key: str, who: PersonIdentity) -> bool:
    """Judge whether a word of a whole name is like one of another person's surname: a first sieve."""
    return have_like_word(key, who.surname)


def have_like_word(one: str, other: str) -> bool:
    """Judge whether a word of one name is like one of another, as it is for any two that judge_likeness finds alike."""
    return any(_likeness(word, beside) for word in one.split() for beside in other.split())


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


@lru_cache(_REMEMBERED)
def sounds(name: str) -> str:
    """Give the consonants of a name as one hears them, in figures; empty for one of other letters than ours."""
    from cologne_phonetics import encode

    return "".join(code for _word, code in encode(name))


def _likeness(one: str, other: str) -> str | None:
    if one == other:
        return SAME
    if unify_spelling(one) == unify_spelling(other):
        return SPELLING
    if is_near(one, other):
        return LETTER
    return SOUND if _is_sound_alike(one, other, _LEAST_SOUNDS) else None


def _first_likeness(one: str, other: str) -> str | None:
    if can_agree(one, other):
        return SAME
    head, beside = one.partition(" ")[0], other.partition(" ")[0]
    if is_near(one, other) or is_near(head, beside):
        return LETTER
    if unify_spelling(head) == unify_spelling(beside):
        return SPELLING
    return SOUND if _is_sound_alike(head, beside, _LEAST_SOUNDS_FIRST) else None


def _is_sound_alike(one: str, other: str, least: int) -> bool:
    """Judge whether names sound alike: `Visser` and `Fischer`; who ends in a vowel is another (`Jansen`, `Jansema`)."""
    if not one or not other or (one[-1] in _VOWELS) != (other[-1] in _VOWELS):
        return False
    return len(sounds(one)) >= least and sounds(one) == sounds(other)


def _is_exchanged(one: PersonIdentity, other: PersonIdentity) -> bool:
    """Judge whether the surname of one is the first name of the other, and the other way round."""
    pairs = ((one.surname, other.first), (one.first, other.surname))
    return all(_likeness(a, b) in (SAME, SPELLING, LETTER) for a, b in pairs)


def _is_part(one: str, other: str) -> bool:
    """Judge whether a surname is a part of the other, as that of a birth is of that of a marriage."""
    words, others = set(one.split()), set(other.split())
    return words < others or others < words
