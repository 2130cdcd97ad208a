"""Reports to opdrachtgevers: what may not go, and what is not there."""

from wkc.errors.families import Invalid, NotFound, Refused
from wkc.i18n import N_


class ReportHoldsBarred(Refused):
    """Art. 8: fields are named, values never."""

    text = N_("The text of this report holds what may not go: {fields}.")
    hint = N_("Write it otherwise; with --consent or --law and --citation the beheerder decides on it.")


class ReportRefused(Refused):
    """Art. 8: to a former opdrachtgever, without the consent, against an objection."""

    text = N_("The regulation does not allow this report ({article}): {reason}")
    hint = N_("Send nothing. `wkc disclosure check` shows each step of the judgement.")


class ReportNotAllowed(Refused):
    """Art. 8: the beheerder said no."""

    text = N_("The beheerder did not allow this report.")
    hint = N_("Write it otherwise with `wkc report progress`.")


class ReportNotPrinted(Invalid):
    """A report that was not printed cannot have been sent."""

    text = N_("This report was not printed yet, so it cannot be sent.")
    hint = N_("`wkc report print` puts it on paper.")


class ReportChanged(Refused):
    """Art. 8.1, AVG 15.1.c: a paper gives no more than its disclosure lists."""

    text = N_("This report would show more by now than its disclosure lists.")
    hint = N_("`wkc report drop` throws the draft away; `wkc report progress` makes a new one, with a disclosure anew.")


class ReportTooLate(Invalid):
    """A report counts as sent after some days, and its values may be old: it is not made again."""

    text = N_("This report was printed more than {days} days ago, so it is not made again.")
    hint = N_("`wkc report sent` says that it went; if it did not, `wkc report drop` throws the draft away.")


class ReportUnknown(NotFound):
    """The assignment has no draft of a report."""

    text = N_("There is no draft of a report on this assignment.")
    hint = N_("`wkc report progress` makes one; `wkc report list NUMBER` shows those that went.")


class ReportPending(Invalid):
    """A text that the beheerder weighs is not changed meanwhile."""

    text = N_("This report was judged already and cannot be changed any more.")
    hint = N_("`wkc report print` puts it on paper; `wkc report drop` throws the draft away.")


class AssignmentAmbiguous(Invalid):
    """The client has several assignments of one opdrachtgever, and no reference is named."""

    text = N_("This client has more than one assignment of that opdrachtgever.")
    hint = N_("Add --assignment REF; `wkc client show` lists them.")


class GroundMixed(Invalid):
    """A report is one disclosure, on one ground."""

    text = N_("A report goes on one ground: --consent, or --law with --citation.")
    hint = N_("Leave one of them out.")


class PeriodBeforeAssignment(Refused):
    """Art. 8.1, AVG 5.1.c: what was done before an assignment is none of its opdrachtgever's business."""

    text = N_("This report would begin before its assignment, which is from {day}.")
    hint = N_("Begin it on that day: what was done before was not for this opdrachtgever.")
