"""Letters and notices: what is not there, or was done already."""

from wkc.errors.families import Invalid, NotFound, Usage
from wkc.i18n import N_


class LetterNumberBare(Invalid):
    """A number without B is a client's: it opens nobody else's letter."""

    text = N_("{client} is the number of a client, not of a letter.")
    hint = N_("A letter has a B before its number. Letters to this client: {own}.")


class LetterUnknown(NotFound):
    """None, or none that this user may see."""

    text = N_("There is no letter of this number.")
    hint = N_("`wkc letter list` shows them.")


class ToldAlready(Invalid):
    """AVG 14.5: who knows is not told again."""

    text = N_("This client was told on {day} already.")
    hint = N_("`wkc letter list NUMBER` shows the letters of a client.")


class NothingToTell(Invalid):
    """Art. 10: what was supplied is destroyed, and a duty keeps the rest."""

    text = N_("Of this dossier only what a duty keeps is left, so there is nothing to tell.")
    hint = N_("`wkc retention due` shows until when it is kept.")


class NotifyWhom(Usage):
    """One, or all."""

    text = N_("Name one client, or say --all.")
    hint = N_("`wkc agenda` shows who is still to be told.")


class AddressMissing(Invalid):
    """A letter without an address reaches nobody: what it would tell stays owed."""

    text = N_("No address is on file to which this letter can go; nothing was written and it stays on the agenda.")
    hint = N_("Record adres and woonplaats with `wkc client record`, or tell it otherwise and note --told-on.")


class HouderUnreachable(Invalid):
    """AVG 14.1: a notice says how its sender is reached."""

    text = N_("The notice must say how the office is reached, and the settings do not have that yet.")
    hint = N_("`wkc settings set houder.contact …` (a telephone number, a mail address), or houder.address.")
