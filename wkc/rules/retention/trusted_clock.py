"""Art. 10 and 14.2: a clock that the log contradicts dates, numbers, prunes and destroys nothing."""

from datetime import date, datetime, timedelta

from wkc.records.verdict import Verdict

BEHIND = timedelta(hours=1)
"""The time by which a clock may be behind the last line of the log: it was set right, or two machines differ."""

AHEAD = timedelta(days=60)
"""The time by which a clock may be ahead of the last line; further needs the confirmation of a beheerder."""

CONFIRMED_BY = "audit.clock"
"""The action by which a beheerder confirms the clock."""

DESTROYING: frozenset[str] = frozenset(
    {"retention.run", "client.destroy", "client.mistake", "correction.apply", "backup.prune", "backup.create"}
)
"""Actions that destroy, prune, or make what is pruned by its day."""

DATING: frozenset[str] = frozenset(
    {
        "client.register",
        "client.import",
        "client.end",
        "client.record",
        "client.assign",
        "client.deceased",
        "client.accept",
        "client.link",
        "client.unlink",
        "supplied.decide",
        "contact.log",
        "contact.withdraw",
        "appointment.plan",
        "appointment.keep",
        "appointment.miss",
        "appointment.move",
        "appointment.cancel",
        "document.add",
        "form.print",
        "form.signed",
        "person.verify",
        "consent.give",
        "consent.release",
        "consent.lift",
        "consent.withdraw",
        "mandate.withdraw",
        "disclosure.log",
        "disclosure.decide",
        "report.draft",
        "report.final",
        "report.drop",
        "figures.export",
        "request.receive",
        "request.ask_identity",
        "request.identify",
        "request.extend",
        "request.decide",
        "request.notify",
        "request.search",
        "request.link",
        "request.join",
        "request.withdraw",
        "request.void",
        "correction.initiate",
        "correction.propose",
        "correction.tell",
        "correction.lift",
        "inzage.export",
        "inzage.desk",
        "letter.notify",
        "letter.print",
        "letter.send",
        "letter.void",
        "retention.hold",
        "retention.release",
        "breach.open",
        "breach.update",
        "breach.decide",
        "breach.letters",
        "breach.notify",
        "breach.close",
        "user.review",
        "audit.review",
        "audit.sample",
        "agenda.done",
    }
)
"""Actions that give a day or a number of a year to what stays on file."""

FITS = "klok_gelijk"
"""The reason of a clock that the log does not contradict."""

_ARTICLE = "art. 10, 14.2"


def judge_clock(action: str, now: datetime, last_line_at: datetime | None) -> Verdict:
    """Judge an action by the clock and the moment of the last line that a right clock wrote.

    `klok_achter` and `klok_vooruit` are the reasons against; `klok_wijkt_af` lets an action go on that dates nothing.
    """
    if last_line_at is None or action == CONFIRMED_BY:
        return Verdict(allowed=True, reason=FITS, article=_ARTICLE)
    if now < last_line_at - BEHIND:
        return Verdict(allowed=action not in DESTROYING | DATING, reason="klok_achter", article=_ARTICLE)
    if now > last_line_at + AHEAD:
        return Verdict(allowed=action not in DESTROYING | DATING, reason="klok_vooruit", article=_ARTICLE)
    return Verdict(allowed=True, reason=FITS, article=_ARTICLE)


def is_witnessed(announced_on: date, last_day_before_today: date | None) -> bool:
    """Tell whether the log has a line of a day between an announcement and today: the days in between really passed."""
    return last_day_before_today is not None and last_day_before_today > announced_on
