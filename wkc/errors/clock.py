"""The clock (art. 10 and 14.2): it contradicts the log, so nothing is dated, numbered, pruned or destroyed by it."""

from wkc.errors.families import Failed, WkcError
from wkc.i18n import N_


class NotConfirmed(WkcError):
    """10: something waits for a beheerder's word."""

    code = 10


class ClockBehind(Failed):
    """A line dated before an earlier one cannot be told from an old one: the clock runs behind the log."""

    text = N_("The clock says {now}, but the log has a line of {last}; nothing was done.")
    hint = N_("Set the clock right; if the log is wrong, a beheerder says so with `wkc audit accept --clock`.")


class ClockAhead(NotConfirmed):
    """A clock that jumped would prune and destroy what is not due for years."""

    text = N_("The clock says {now}, and the log was silent since {last}; nothing was done.")
    hint = N_("Set the clock right; if it is right, a beheerder says so with `wkc audit accept --clock`.")
