"""The figures of a year: one that is still to come."""

from wkc.errors.families import Invalid
from wkc.i18n import N_


class YearAhead(Invalid):
    """A year that did not begin has no figures."""

    text = N_("The year {year} did not begin yet.")
    hint = N_("Give this year, or one before it.")
