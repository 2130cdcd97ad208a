"""The figures of a year: one that is still to come, that is not over, or whose figures were not made."""

from wkc.errors.families import Invalid, Refused
from wkc.i18n import N_


class YearAhead(Invalid):
    """A year that did not begin has no figures."""

    text = N_("The year {year} did not begin yet.")
    hint = N_("Give this year, or one before it.")


class YearNotOver(Refused):
    """Two papers of a year that runs, of two days, would give away by subtraction what happened in between."""

    text = N_("The year {year} is not over: two papers of it would tell by their difference of one person.")
    hint = N_("Make them from {first} on; until then the beheerder sees how it goes with `wkc report year {year}`.")


class FiguresNotMade(Refused):
    """Figures that change from day to day are for the beheerder alone."""

    text = N_("The figures of {year} were not made yet.")
    hint = N_("They are made once, from {first} on, with `wkc report year {year} --format pdf`.")
