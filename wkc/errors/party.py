"""Profiles of parties: what cannot be set."""

from wkc.errors.families import Invalid
from wkc.i18n import N_


class NotANumber(Invalid):
    """The text is no whole number of months or hours within its bounds."""

    text = N_("This is not a whole number from {least} to {most}.")
    hint = N_("Type it in digits.")


class NothingToSet(Invalid):
    """No option says what to set, and there is no terminal to ask on."""

    text = N_("Nothing is said about this party.")
    hint = N_("Add an option, or --from FILE with a JSON object; `wkc party set --help` lists them.")


class PartyNameWrong(Invalid):
    """A name has a letter or a digit: signs alone are answers, such as the one that goes a question back."""

    text = N_("The name of an organisation has a letter or a digit in it.")
    hint = N_("Type the name as the organisation writes it.")
