"""What a client grants: mandates, consents, releases from secrecy."""

from wkc.errors.families import Invalid, Refused
from wkc.i18n import N_


class PeriodBackwards(Invalid):
    """It ends before it begins."""

    text = N_("This ends before it begins.")
    hint = N_("Check both dates.")


class MandateNotStanding(Refused):
    """Art. 11.1 and 12.1, UAVG 5."""

    text = N_("This mandate does not stand on that day ({reason}, {article}).")
    hint = N_("Ask for a document that does, or let the client act.")


class MandateTooNarrow(Refused):
    """UAVG 5.2: no further than the matters in which the client may not act alone."""

    text = N_("A {kind} does not act for the client in these categories: {categories} ({article}).")
    hint = N_("Leave them out, or let the client act.")
