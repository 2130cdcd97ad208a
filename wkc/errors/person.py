"""People on file at a party (art. 8.3)."""

from wkc.errors.families import Invalid, NotFound
from wkc.i18n import N_


class PersonUnknown(NotFound):
    """The party has no person of this number, or the person was removed."""

    text = N_("Nobody of that number is on file at this party.")
    hint = N_("`wkc party person list` shows who is.")


class PersonExists(Invalid):
    """A person is on file once at a party, with one number."""

    text = N_("Somebody of this name is on file at this party already.")
    hint = N_("`wkc party person list` shows who; remove that line first if the number is another now.")


class BadTelephone(Invalid):
    """The text is no number that one can dial."""

    text = N_("This is not a telephone number.")
    hint = N_("Write it with its digits, as 072-5112233 or +31 72 511 22 33.")


class SourceIsTheCall(Invalid):
    """Art. 8.3: a number is verified from another source than the call itself."""

    text = N_("A number is verified from another source than the call: {choices}.")
    hint = N_("Look it up there, then use one of these words.")
