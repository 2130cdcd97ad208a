"""Terms of answering and of appeal, with the steps by which they are counted (art. 11, 12 and 13)."""

from datetime import date

from msgspec import Struct


class Step(Struct, frozen=True):
    """One step of a count: the day it comes to, what it is (a code), and the article it rests on."""

    day: date
    code: str
    article: str


class AnswerTerm(Struct, frozen=True):
    """The last days on which a request must be answered.

    `safe_on` is the regulation's last day (art. 11.4, 12.3), which nothing moves; `ends_on` is the last day of
    the AVG (12.3), which never comes earlier. `steps` tell how both were counted, in order.
    """

    received_on: date
    safe_on: date
    ends_on: date
    steps: tuple[Step, ...]


class AppealTerm(Struct, frozen=True):
    """The last days on which one may go to court: by the law of today (UAVG 35) and by the regulation (art. 13.2)."""

    received_on: date
    six_weeks_on: date
    two_months_on: date


class Late(Struct, frozen=True):
    """An answer after its term: the regulation's last day and the law's, and by how many days the first was missed.

    `law_kept` is true where only the regulation's day was missed. `court_until` is the regulation's last day to go to
    court for the silence (art. 13.2); the law sets none (UAVG 35.2). Of a kind of request that the regulation does not
    know, `due_on` is the law's day too, and `court_until` is None.
    """

    due_on: date
    law_until: date
    days: int
    law_kept: bool
    court_until: date | None
