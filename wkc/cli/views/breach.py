"""A breach on the screen: its hours, whom it reached, what was decided and what is left to do."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import BREACHES, in_words
from wkc.cli.terminal.screen import Urgent
from wkc.i18n import N_, _, ngettext
from wkc.rules.regulation.breach import URGENT

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.breach_paper import BreachLetters, BreachPaper
    from wkc.procedures.operations.breach_view import BreachView
    from wkc.records.breach import Breach

DUTIES = {
    "besluiten": N_("decide who hears of it (`wkc breach decide`)"),
    "ap": N_("report it to the AP (`wkc breach export {number}` has the answers; then `wkc breach told {number} ap`)"),
    "personen": N_("tell the people (`wkc breach letters {number}`, or `wkc breach told {number} personen`)"),
    "opdrachtgever": N_(
        "tell {party} (`wkc breach letters {number}`, or `wkc breach told {number} opdrachtgever --party NAME`)"
    ),
    "sluiten": N_("close it (`wkc breach close {number}`)"),
}
"""The sentence of each thing to do."""
PEOPLE = 20
"""People of a breach who are shown."""


def listed(screen: Screen, breaches: tuple[BreachView, ...]) -> None:
    """Show all breaches, the open ones first."""
    if not breaches:
        screen.say(_("No breaches."))
        return
    screen.table(
        (_("number"), _("kind"), _("known at"), _("people"), _("72 hours")),
        (
            (
                one.breach.number,
                in_words(one.breach.kind, BREACHES),
                screen.minute(one.breach.known_at),
                len(one.breach.persons) + one.breach.gone,
                _("closed") if one.breach.closed_at else _term(screen, one),
            )
            for one in breaches
        ),
        fixed=1,
    )


def shown(screen: Screen, view: BreachView) -> None:
    """Show one breach."""
    breach, ruling, account = view.breach, view.breach.ruling, view.breach.account
    screen.heading(f"{breach.number}  {in_words(breach.kind, BREACHES)}")
    screen.pairs(
        (
            (_("known at"), screen.minute(breach.known_at)),
            (_("72 hours"), _term(screen, view)),
            (_("happened"), _period(screen, breach.from_at, breach.until_at)),
            (_("events"), breach.events or _("(withheld)")),
            (_("reported by"), breach.recorded_by),
            (_("people"), len(breach.persons) + breach.gone),
            (
                _("categories"),
                ", ".join(map(str, sorted({category for one in breach.persons for category in one.categories}))),
            ),
            (
                _("AP"),
                _decided(screen, ruling.report_ap if ruling else None, breach.ap_reported_at, _("no, not reported")),
            ),
            (
                _("the people"),
                _decided(
                    screen, ruling.notify_persons if ruling else None, breach.persons_notified_at, _("no, not told")
                ),
            ),
            (_("account"), account.nature if account else _("not written down yet")),
            (_("closed"), breach.end),
        )
    )
    if ruling is not None:
        screen.say(_("Why, for the AP: {reasons}").format(reasons=ruling.ap_reasons or _("(withheld)")))
        screen.say(_("Why, for the people: {reasons}").format(reasons=ruling.persons_reasons or _("(withheld)")))
        if breach.closed_at is None and not (ruling.report_ap and ruling.notify_persons):
            text = _(
                "A no stays on file with its reason for the AP; new facts: `wkc breach decide {number}` once more."
            )
            screen.say(text.format(number=breach.number))
    if view.late:
        screen.say(_("The report came after the 72 hours: it says why (AVG 33.1)."))
    if breach.persons:
        _show_people(screen, breach)
    if breach.parties:
        _show_parties(screen, breach)
    if view.reported:
        screen.say(_("The beheerder has this breach on the agenda now, and decides who hears of it."))
    elif view.duties:
        screen.heading(_("To do"))
        for duty in view.duties:
            sentence = _(DUTIES[duty.what]).format(number=breach.number, party=duty.party)
            if duty.until is not None:
                hours = _hours(duty.until, view.now)
                sentence = _as_urgent_as(hours, f"{hours}: {sentence}")
            screen.say(sentence)


def _show_parties(screen: Screen, breach: Breach) -> None:
    screen.heading(_("Opdrachtgevers"))
    screen.table(
        (_("name"), _("by"), _("told")),
        (
            (
                one.party,
                screen.minute(one.due_at) if one.due_at else _("without delay"),
                screen.minute(one.notified_at) if one.notified_at else None,
            )
            for one in breach.parties
        ),
    )


def _show_people(screen: Screen, breach: Breach) -> None:
    """Show whose data it reached, and which."""
    screen.heading(_("People"))
    screen.table(
        (_("number"), _("categories")),
        ((one.client, ", ".join(map(str, one.categories))) for one in breach.persons[:PEOPLE]),
        fixed=1,
    )
    if (more := len(breach.persons) - PEOPLE) > 0:
        screen.say(_("And {count} others: `wkc --json breach show {number}`.").format(count=more, number=breach.number))
    if breach.gone:
        text = ngettext("{count} dossier is destroyed.", "{count} dossiers are destroyed.", breach.gone)
        screen.say(text.format(count=breach.gone))


def letters(screen: Screen, written: BreachLetters) -> None:
    """Say which letters were drawn up."""
    for made, text in (
        (written.persons, ngettext("{count} letter to a person.", "{count} letters to people.", len(written.persons))),
        (
            written.parties,
            ngettext("{count} letter to an opdrachtgever.", "{count} letters to opdrachtgevers.", len(written.parties)),
        ),
    ):
        if made:
            screen.say(text.format(count=len(made)))
    screen.say(_("`wkc letter print --all` prints what waits, `wkc letter sent --all` says that it went out."))


def exported(screen: Screen, made: BreachPaper) -> None:
    """Say where the paper is."""
    screen.say(_("{path} holds the answers for the form of the AP.").format(path=made.path))
    screen.say(f"SHA-256 {made.sha256}")


def _term(screen: Screen, view: BreachView) -> str:
    """Say when the 72 hours end, and how many are left while the AP may still have to hear of it."""
    end = screen.minute(view.ap_until)
    waits = any(duty.what in {"besluiten", "ap"} for duty in view.duties)
    if not waits:
        return end
    hours = _hours(view.ap_until, view.now)
    return _as_urgent_as(hours, f"{end} ({hours})")


def _hours(until: datetime, now: datetime) -> str:
    """Say how many hours are left; red where they are few or over, as on the agenda."""
    left = (until - now) // timedelta(hours=1)
    words = _("{hours} hours left").format(hours=left) if left >= 0 else _("{hours} hours late").format(hours=-left)
    return Urgent(words) if left <= URGENT else words


def _as_urgent_as(part: str, whole: str) -> str:
    return Urgent(whole) if isinstance(part, Urgent) else whole


def _period(screen: Screen, first: datetime | None, last: datetime | None) -> str:
    if first is None and last is None:
        return _("not known")
    ends = [screen.minute(one) if one else _("not known") for one in (first, last)]
    return _("{began} to {ended}").format(began=ends[0], ended=ends[1])


def _decided(screen: Screen, decided: bool | None, done: datetime | None, negative: str) -> str:
    if decided is None:
        return _("not decided yet")
    if not decided:
        return negative
    return _("told at {moment}").format(moment=screen.minute(done)) if done else _("yes, not told yet")
