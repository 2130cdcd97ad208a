"""Letters and notices: what is not there, or was done already."""

from wkc.errors.families import Invalid, NotFound, Usage
from wkc.i18n import N_


class LetterUnknown(NotFound):
    """None, or none that this user may see."""

    text = N_("There is no letter of this number.")
    hint = N_("`wkc letter list` shows them.")


class ToldAlready(Invalid):
    """AVG 14.5: who knows is not told again."""

    text = N_("This client was told on {day} already.")
    hint = N_("`wkc letter list NUMBER` shows the letters of a client.")


class NotifyWhom(Usage):
    """One, or all."""

    text = N_("Name one client, or say --all.")
    hint = N_("`wkc agenda` shows who is still to be told.")
