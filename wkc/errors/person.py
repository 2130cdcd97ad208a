"""People on file at a party (art. 8.3)."""

from wkc.errors.families import Invalid, NotFound
from wkc.i18n import N_


class PersonUnknown(NotFound):
    """None of that number, or removed."""

    text = N_("Nobody of that number is on file at this party.")
    hint = N_("`wkc party person list` shows who is.")


class PersonExists(Invalid):
    """One person, one line, one number."""

    text = N_("Somebody of this name is on file at this party already.")
    hint = N_("`wkc party person list` shows who; remove that line first if the number is another now.")


class BadTelephone(Invalid):
    """Not a number one can dial."""

    text = N_("This is not a telephone number.")
    hint = N_("Write it with its digits, as 072-5112233 or +31 72 511 22 33.")


class SourceIsTheCall(Invalid):
    """Art. 8.3: verified, so not from who calls."""

    text = N_("A number is verified from another source than the call: {choices}.")
    hint = N_("Look it up there, then use one of these words.")
