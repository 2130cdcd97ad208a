"""Letters and notices: what is not there, or was done already."""

from wkc.errors.families import Invalid, NotFound, Usage
from wkc.i18n import N_


class LetterNumberBare(Invalid):
    """A number without B is a client's: it opens nobody else's letter."""

    text = N_("{client} is the number of a client, not of a letter.")
    hint = N_("A letter has a B before its number. Letters to this client: {own}.")


class LetterUnknown(NotFound):
    """No letter has this number, or none that this user may see."""

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
    """The notice goes to one client, or to all with --all."""

    text = N_("Name one client, or say --all.")
    hint = N_("`wkc agenda` shows who is still to be told.")


class AddressMissing(Invalid):
    """A letter without an address reaches nobody: its notice stays due."""

    text = N_("{client} has no whole address on file: street and number, postcode and town. No letter can go there.")
    hint = N_("Record adres, postcode and woonplaats with `wkc client record`, or tell it in another way.")


class AddressContested(Invalid):
    """A letter goes to the right house, and it is not sure which that is."""

    text = N_("The address of {client} is contested: no letter goes there unasked.")
    hint = N_("Ask where it should go, then add --address vastgelegd or --address voorgesteld.")


class AskerAddressMissing(Invalid):
    """Somebody who acts for a client or asks from outside the register has no address on file."""

    text = N_("Who made request {request} has no whole address on file. No letter can go there.")
    hint = N_("`wkc request address {request}` asks for it.")


class AskerUnknown(Invalid):
    """A request is made for a client, and it is not on file by whom."""

    text = N_("It is not on file who made request {request} for this client: no letter can go to them.")
    hint = N_("`wkc request address {request}` asks for the name and the address.")


class PartyAddressMissing(Invalid):
    """A party has no address on file."""

    text = N_("{party} has no whole address on file: street and number, postcode and town. No paper can go there.")
    hint = N_('`wkc party set "{party}"` asks for it.')


class LetterWaits(Invalid):
    """The same letter is not drawn up twice."""

    text = N_("Letter {letter} is drawn up for this already, and was not sent yet.")
    hint = N_(
        "`wkc letter print {letter}` prints it, `wkc letter sent {letter}` notes the day, `wkc letter void` voids it."
    )


class LetterSent(Invalid):
    """A letter that went out cannot be taken back."""

    text = N_("Letter {letter} was sent on {day} already.")
    hint = N_("`wkc letter list` shows the letters.")


class LetterRemoved(Invalid):
    """Art. 12.1: the words were wrong, and went."""

    text = N_("What letter {letter} said was removed on {day}; that it was sent stays on file.")
    hint = N_("`wkc letter list` shows the letters.")


class LetterVoided(Invalid):
    """A mistake of the office goes to nobody."""

    text = N_("Letter {letter} is void: it was a mistake of the office.")
    hint = N_("`wkc letter list` shows the letters.")


class LetterBound(Invalid):
    """A letter that says what was decided or changed goes, or the request is void."""

    text = N_("Letter {letter} says what was decided or changed: it cannot be void by itself.")
    hint = N_(
        "`wkc request void` says that a whole request was a mistake of the office, `wkc correction tell --impossible` "
        "that a recipient cannot be told."
    )


class NothingToPrint(Invalid):
    """Nothing waits that can be printed."""

    text = N_("No letter waits that can be printed.")
    hint = N_("`wkc letter list --waiting` shows what is drawn up and not sent.")


class NothingToSend(Invalid):
    """Nothing was printed that is not sent yet."""

    text = N_("No letter was printed that is not sent yet.")
    hint = N_("`wkc letter print --all` prints all that waits.")


class SentBeforeDrawn(Invalid):
    """A letter goes out after it was drawn up."""

    text = N_("Letter {letter} was drawn up on {day}: it cannot have been sent before.")
    hint = N_("Give that day or a later one.")


class HouderUnreachable(Invalid):
    """AVG 14.1: a notice says how its sender is reached."""

    text = N_("The notice must say how the office is reached, and the settings do not have that yet.")
    hint = N_("`wkc settings set houder.contact …` (a telephone number, a mail address), or houder.address.")
