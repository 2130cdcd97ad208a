"""Breaches of personal data: what is not there, not yet, or no more."""

from collections.abc import Mapping, Sequence

from wkc.errors.families import Invalid, NotFound, Refused
from wkc.i18n import N_, _

NAMED = 10
"""The most letters that a sentence names."""


class BreachUnknown(NotFound):
    """A number that was never given, or a breach that is forgotten."""

    text = N_("There is no breach with this number.")
    hint = N_("`wkc breach list` shows them.")


class BreachClosed(Refused):
    """AVG 33.5: the file of a breach is kept as it is."""

    text = N_("This breach is closed ({article}).")
    hint = N_("Open a new one for what came to light later: `wkc breach open`.")


class BreachUndecided(Refused):
    """Nobody is notified before it is decided."""

    text = N_("It is not decided that they hear of this breach ({article}).")
    hint = N_("Decide first: `wkc breach decide`.")


class BreachUnfinished(Refused):
    """AVG 33.5: what was decided is done before it is closed."""

    text = N_("Not everything about this breach is done ({article}).")
    hint = N_("`wkc breach show` says what is left.")


class MomentWrong(Invalid):
    """The text is neither a day with a time nor a word such as today, or the moment is still to come."""

    text = N_("This is not a moment.")
    hint = N_("Write a day and a time, such as 2026-11-28 08:10; not one that is still to come.")


class MomentsTurned(Invalid):
    """The breach ends before it begins, or was known before it began."""

    text = N_("These moments are in the wrong order.")
    hint = N_("It happened from --from until --until, and was known at --known-at or later.")


class ReasonsUnreadable(Invalid):
    """The file for --from of `breach decide` is no JSON object with two reasons."""

    text = N_("These are no two reasons.")
    hint = N_('Give JSON: {{"ap": "...", "persons": "..."}}.')


class AccountMissing(Refused):
    """AVG 33.3, 34.2: what a letter or the report to the AP says comes from the account of the breach."""

    text = N_("It is not written down yet what breach {breach} is reported with.")
    hint = N_("Write it down first: `wkc breach describe {breach}`.")


class AccountUnreadable(Invalid):
    """The file for --from of `breach describe` is no account as JSON."""

    text = N_("This is no account of a breach.")
    hint = N_('Give JSON: {{"nature": "...", "consequences": "...", "measures": "...", "advice": "..."}}.')


class NobodyToTell(Refused):
    """No letter is due: everybody has one, or it is decided that nobody gets one; `ready` are those not sent yet."""

    text = N_("No letter on this breach is to be made.")
    hint = N_("`wkc breach scope` says whom it reached, `wkc breach decide --persons` that they hear of it.")

    def __init__(self, breach: str, ready: Sequence[str] = ()) -> None:
        super().__init__(breach=breach)
        self.ready = tuple(ready)

    @property
    def text_and_hint(self) -> tuple[str, str]:
        """The event and the remedy, in the language in use."""
        if not self.ready:
            return super().text_and_hint
        text = _("The letters on breach {breach} lie ready: {letters}.")
        hint = _("`wkc letter print --all` prints them, `wkc letter sent --all` says that they went out.")
        named = ", ".join((*self.ready[:NAMED], *(["…"] if len(self.ready) > NAMED else [])))
        return text.format(breach=self.facts["breach"], letters=named), hint


class ScopeMissing(Invalid):
    """The people of a breach are named in one of three ways."""

    text = N_("Say whom the breach reached.")
    hint = N_("Give dossier numbers, --user ID with --since MOMENT, or --copy-of DATE for a lost copy.")


BREACH_REFUSED: Mapping[str, type[Refused]] = {
    "datalek_gesloten": BreachClosed,
    "niet_besloten": BreachUndecided,
    "niet_afgehandeld": BreachUnfinished,
}
"""The error for each reason that rules/regulation/breach.py refuses for."""
