"""People beside people on file: the words for what differs, and for what agrees (art. 4)."""

from wkc.i18n import N_, _
from wkc.rules.dossier.identity import BIRTH, NAME, PersonIdentity, differences
from wkc.rules.dossier.likeness import EXCHANGED, LETTER, PART, SAME, SOUND, SPELLING

_WORDS = {
    (): N_("a name and a date of birth that may be of the same person"),
    (NAME,): N_("another name"),
    (BIRTH,): N_("another date of birth"),
    (NAME, BIRTH): N_("another name and another date of birth"),
}


def describe_differences(one: PersonIdentity, other: PersonIdentity) -> str:
    """Give, in the words of the user, whether name or date of birth of the other differs."""
    return _(_WORDS[differences(one, other)])


_LIKENESS = {
    SAME: N_("the name agrees"),
    SPELLING: N_("the name is the same in another spelling"),
    LETTER: N_("the name differs in one letter"),
    PART: N_("the one surname is a part of the other"),
    EXCHANGED: N_("surname and first name are exchanged"),
    SOUND: N_("the name sounds alike"),
}


def describe_likeness(likeness: str) -> str:
    """Give, in the words of the user, in what two names agree."""
    return _(_LIKENESS[likeness])
