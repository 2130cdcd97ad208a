"""Errors of a value that is recorded over one that the client supplied or had corrected (art. 4.2, 12.1)."""

from wkc.errors.families import Invalid
from wkc.i18n import N_

_HOW = N_("Add --overrule when it is right all the same; what stands there goes to the history.")


class DecidedValue(Invalid):
    """A value of somebody else in the place of what the client supplied, or of what art. 12 changed."""


class ValueOfClient(DecidedValue):
    """Art. 4.2, AVG 5.1.d: a value that the client supplied does not give way to another's unasked."""

    text = N_("The client supplied the value that stands there, and this one comes from somebody else ({article}).")
    hint = _HOW


class ValueCorrected(DecidedValue):
    """Art. 12.1: a value that was wrong does not come back unseen."""

    text = N_("This field was corrected, or a value of it removed, at the client's request ({article}).")
    hint = _HOW
