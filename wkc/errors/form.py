"""Forms: small JSON objects of texts that a user offers."""

from wkc.errors.families import Invalid
from wkc.i18n import N_


class FormUnreadable(Invalid):
    """The text is not JSON, not one object, or has a value that is no text."""

    text = N_("This is not a JSON object of texts.")
    hint = N_("Give one object with: {keys}.")


class FormUnknownKey(Invalid):
    """A key that the form does not know; it is not repeated, for it may be a name."""

    text = N_("The JSON object holds a key that does not belong in it.")
    hint = N_("It takes: {keys}.")


class FormIncomplete(Invalid):
    """A key that the form requires is missing or empty."""

    text = N_("{key} is missing from the JSON object, or empty.")
    hint = N_("It takes: {keys}.")
