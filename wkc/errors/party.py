"""Profiles of parties: what cannot be set."""

from wkc.errors.families import Invalid
from wkc.i18n import N_


class NotANumber(Invalid):
    """A number of months or hours that nobody agrees on."""

    text = N_("This is not a whole number from {least} to {most}.")
    hint = N_("Type it in digits.")


class NothingToSet(Invalid):
    """Neither an option nor a terminal to ask on."""

    text = N_("Nothing is said about this party.")
    hint = N_("Add an option, or --from FILE with a JSON object; `wkc party set --help` lists them.")


class PartyNameWrong(Invalid):
    """Signs only, such as the one that goes a question back."""

    text = N_("The name of an organisation has a letter or a digit in it.")
    hint = N_("Type the name as the organisation writes it.")
