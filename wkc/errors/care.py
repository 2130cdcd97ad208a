"""Reviews by a beheerder: nothing to look at, or not all of it said."""

from wkc.errors.families import Invalid, NotFound
from wkc.i18n import N_


class NothingToCheck(NotFound):
    """Nobody else looked at a dossier in the last month."""

    text = N_("Nobody else looked at a dossier in the last month.")
    hint = N_("There is nothing to check; try again next month.")


class VerdictsIncomplete(Invalid):
    """A review has a verdict on each subject, and on no other."""

    text = N_("The review does not say something of each, or of one that does not belong to it.")
    hint = N_("Leave --from out to be asked one by one; `--json` without --from lists them.")


class VerdictsUnreadable(Invalid):
    """The file for --from of a review is no JSON object of verdicts."""

    text = N_("This is no review.")
    hint = N_('Give JSON with a word for each: {{"bram": "houden"}}, or by line {{"120": "in_orde"}}.')
