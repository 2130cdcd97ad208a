"""Keeping and destroying (art. 10): what cannot be held, and what may not go."""

from wkc.errors.families import Busy, Invalid, NotFound, Refused, Usage
from wkc.i18n import N_


class GroundWrong(Invalid):
    """A hold without a stated duty would be keeping for keeping's sake."""

    text = N_("The ground of the hold is not complete.")
    hint = N_("wettelijk_voorschrift takes --categories and --citation; rechtszaak takes neither, it holds everything.")


class HoldEnded(Invalid):
    """The last day of a hold is today or later."""

    text = N_("The end of a hold is today or later.")
    hint = N_("Give the last day on which the duty stands.")


class HoldUnknown(NotFound):
    """The client has no hold of this number that can be released."""

    text = N_("There is no such hold, or it was released already.")
    hint = N_("`wkc client show` lists the holds with their numbers.")


class DossierHeld(Refused):
    """Art. 10, AVG 17.3: a duty, a request or its appeal days keep everything."""

    text = N_("Nothing of this dossier may be destroyed now ({reason}).")
    hint = N_("A hold can be released, a restriction lifted; a request must be answered first.")


class RequestDoesNotFit(Refused):
    """Art. 12: destroyed on request is what was asked for, granted and told."""

    text = N_("This is not a request to remove the whole dossier, by this client, that was granted and told.")
    hint = N_("`wkc request show` says how far it is; one that names entries goes with `wkc correction apply`.")


class CauseMissing(Usage):
    """A dossier is destroyed before its term for one of three causes."""

    text = N_("Say why the dossier goes.")
    hint = N_("Give one: --request R, --vergissing if it should not have been registered, or --early to begin with it.")


class RecipientsFirst(Refused):
    """AVG 19: once a dossier is gone, nobody can tell any more who had data of it."""

    text = N_("Who had data of this dossier hears first that they are removed: {letters}.")
    hint = N_(
        "Print and send them, then `wkc correction tell {request}` (--impossible for who cannot be told), then destroy "
        "the dossier again."
    )


class SecondLookByColleague(Refused):
    """AVG 5.2: four eyes on what nobody asked for and nothing brings back."""

    text = N_("You decided on this early destruction, so another beheerder carries it out ({article}).")
    hint = N_("Ask a colleague to look at it and to type this command.")


class SecondLookTooSoon(Refused):
    """AVG 5.2: an office with one beheerder sleeps on it."""

    text = N_("You decided on this early destruction today, and there is no other beheerder ({article}).")
    hint = N_("Look at it again on another day, then type this command.")


class NumberDiffers(Invalid):
    """The number that is typed again, to be sure, is the dossier's."""

    text = N_("This is not the number of the dossier; nothing was destroyed.")
    hint = N_("Type it as it was shown.")


class PurgeWaits(Busy):
    """Deleted values may still be in the file until it is purged."""

    text = N_(
        "What was destroyed is gone from the register, but the file could not be written anew: "
        "it is in use, or the disk is full."
    )
    hint = N_("The next `wkc retention run` does that first.")


class RunUnknown(NotFound):
    """No run of this number destroyed anything, so there is no statement of it."""

    text = N_("There is no run of this number that destroyed anything.")
    hint = N_("`wkc retention run` names its number; without one, the last is given.")
