"""A burgerservicenummer on file beside somebody else's data: the words for what differs (art. 4)."""

from wkc.i18n import N_, _
from wkc.rules.dossier.identity import BIRTH, NAME, Identity, differences

_WORDS = {
    (): N_("a name and a date of birth that may be of the same person"),
    (NAME,): N_("another name"),
    (BIRTH,): N_("another date of birth"),
    (NAME, BIRTH): N_("another name and another date of birth"),
}


def describe_differences(one: Identity, other: Identity) -> str:
    """Give, in the words of the user, whether name or date of birth of the other differs."""
    return _(_WORDS[differences(one, other)])
