"""Dossiers that fall due, the result of a run, and holds, on the screen (art. 10)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import BLOCKS, CONTACTS, HOLDS, in_words
from wkc.cli.terminal.screen import Urgent
from wkc.cli.views.page import say_place
from wkc.i18n import _, ngettext
from wkc.records.retention import Announce, Destroy, Held, Keep

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.retention.due import Due, DuePage
    from wkc.procedures.retention.erase_dossier import Erased
    from wkc.procedures.retention.hold import Holds
    from wkc.procedures.retention.run import Run
    from wkc.procedures.retention.statement import WrittenStatement
    from wkc.records.dossier import Hold
    from wkc.records.request import Answering
    from wkc.records.retention import Assessment, Destroyed

WHOLE = 30
"""So many categories has annex I; a hold of all of them is a hold of everything."""


def due_page(screen: Screen, page: DuePage) -> None:
    """Show a page of what falls due."""
    if not page.due:
        screen.say(_("Nothing falls due."))
        return
    _listed(screen, page.due)
    say_place(screen, page.number, len(page.due), more=page.more)


def ran(screen: Screen, done: Run) -> None:
    """Show what a run did, or would do; of cron's run nothing when there is nothing to say."""
    if not (done.by_service and done.is_idle):
        _show_run(screen, done)


def _show_run(screen: Screen, done: Run) -> None:
    if done.dry:
        screen.say(_("This is what a run would do now; nothing was done."))
    if done.announce:
        screen.heading(_("Announced"))
        _listed(screen, done.announce)
    if done.destroy:
        screen.heading(_("To be destroyed"))
        _listed(screen, done.destroy)
    if not done.dry:
        _gone(screen, done.destroyed)
    _besides(screen, done)
    screen.say(_("Announced before and waiting: {waiting}. Held: {held}.").format(waiting=done.waiting, held=done.held))
    if done.beyond_service:
        text = ngettext(
            "{count} dossier is past its term, more than goes at once (retention.service_percent): a beheerder looks at"
            " the clock and types `wkc retention run --confirm`.",
            "{count} dossiers are past their term, more than goes at once (retention.service_percent): a beheerder"
            " looks at the clock and types `wkc retention run --confirm`.",
            done.beyond_service,
        )
        screen.say(text.format(count=done.beyond_service))
    if done.late:
        text = ngettext(
            "{count} dossier is late: it was not announced in time and waits for its seven days.",
            "{count} dossiers are late: they were not announced in time and wait for their seven days.",
            done.late,
        )
        screen.say(Urgent(text.format(count=done.late)))
    if done.destroyed:
        screen.say(_("The statement: wkc retention statement {run}").format(run=done.run))


def _besides(screen: Screen, done: Run) -> None:
    """Say what went besides dossiers: values that no duty keeps any more, and names."""
    if done.freed:
        text = ngettext(
            "{count} value that was to be removed is kept by no duty any more, and goes.",
            "{count} values that were to be removed are kept by no duty any more, and go.",
            done.freed,
        )
        screen.say(text.format(count=done.freed))
    if done.taken_up:
        text = ngettext(
            "{count} dossier that was to be removed is kept by no duty any more: `wkc agenda` has its number.",
            "{count} dossiers that were to be removed are kept by no duty any more: `wkc agenda` has their numbers.",
            done.taken_up,
        )
        screen.say(text.format(count=done.taken_up))
    if done.forgotten.requests:
        text = ngettext(
            "{count} request from outside the register is kept without a name from now on.",
            "{count} requests from outside the register are kept without a name from now on.",
            done.forgotten.requests,
        )
        screen.say(text.format(count=done.forgotten.requests))
    if done.forgotten.people:
        text = ngettext(
            "{count} person taken off the list of a party is forgotten: no disclosure names them.",
            "{count} people taken off the list of a party are forgotten: no disclosure names them.",
            done.forgotten.people,
        )
        screen.say(text.format(count=done.forgotten.people))


def _gone(screen: Screen, destroyed: tuple[Destroyed, ...]) -> None:
    parts = sum(bool(one.kept) for one in destroyed)
    whole = len(destroyed) - parts
    if not destroyed:
        screen.say(_("Nothing is destroyed."))
    if whole:
        text = ngettext("{count} dossier is destroyed.", "{count} dossiers are destroyed.", whole)
        screen.say(text.format(count=whole))
    if parts:
        text = ngettext(
            "{count} dossier is destroyed but for what a hold keeps.",
            "{count} dossiers are destroyed but for what a hold keeps.",
            parts,
        )
        screen.say(text.format(count=parts))


def erased(screen: Screen, done: Erased) -> None:
    """Show that a dossier is gone."""
    gone = done.destroyed
    if gone.kept:
        screen.say(
            _("The dossier is destroyed but for category {kept}, which a hold keeps.").format(kept=_numbers(gone.kept))
        )
    else:
        screen.say(_("The dossier is destroyed."))
    screen.say(_("The statement: wkc retention statement {run}").format(run=gone.run))


def decided_early(screen: Screen, decided: Answering) -> None:
    """Show what an early destruction still takes: letters to recipients, and a second look."""
    request = decided.request
    text = _("{request}: {client} is to be destroyed before its term.")
    screen.say(text.format(request=request.number, client=request.client.number if request.client else ""))
    if decided.to_tell:
        letters = ", ".join(one.letter for one in decided.to_tell)
        text = _("Who had data of it hears first. Print and send {letters}, then `wkc correction tell {request}`.")
        screen.say(text.format(letters=letters, request=request.number))
    text = _(
        "Then a second look: another beheerder types `wkc client destroy {client} --request {request}`; a beheerder who"
        " is alone does so on another day."
    )
    screen.say(text.format(client=request.client.number if request.client else "", request=request.number))


def statement_written(screen: Screen, made: WrittenStatement) -> None:
    """Show the path of a statement."""
    screen.say(_("{path} holds the statement of run {run}.").format(path=made.path, run=made.run))
    screen.say(f"SHA-256 {made.sha256}")


def client_holds(screen: Screen, page: Holds) -> None:
    """Show the holds of a client."""
    screen.say(page.client.number)
    hold_table(screen, page.holds)


def hold_table(screen: Screen, listed: tuple[Hold, ...]) -> None:
    """Show holds, oldest first, each with its number."""
    screen.heading(_("Held"))
    screen.table(
        (_("nr"), _("ground"), _("categories"), _("from"), _("until"), _("note")),
        (
            (
                hold.number,
                hold.citation or in_words(hold.ground, HOLDS),
                _numbers(hold.categories),
                hold.from_on,
                _until(hold),
                _note(hold),
            )
            for hold in listed
        ),
    )


def _listed(screen: Screen, due: Iterable[Due]) -> None:
    screen.table(
        (_("number"), _("kept up to"), _("what is to come"), _("last contacts")),
        ((one.number, one.term.last_on, _what(one.assessment), _evidence(one)) for one in due),
        fixed=2,
    )


def _what(assessment: Assessment) -> str:
    match assessment:
        case Keep(_reason, until):
            return _("kept up to {day}").format(day=until)
        case Announce(_reason, _since, goes, None):
            return _("to be announced; goes from {day}").format(day=goes)
        case Announce(_reason, _since, goes, on):
            return _("announced on {on}; goes from {day}").format(on=on, day=goes)
        case Held(reason, _categories, None):
            return _("held: {reason}").format(reason=in_words(reason, BLOCKS))
        case Held(reason, _categories, until):
            return _("held up to {day}: {reason}").format(day=until, reason=in_words(reason, BLOCKS))
        case Destroy(_reason, kept, _since):
            return _("goes but for {kept}").format(kept=_numbers(kept)) if kept else _("goes")


def _evidence(one: Due) -> str:
    moments = ", ".join(f"{moment.on} {in_words(moment.kind, CONTACTS)}" for moment in one.contacts)
    if moments:
        return moments
    if one.term.reason == "begin_opdracht":
        return _("none; assignment of {day}").format(day=one.term.from_on)
    return _("none left; counted from {day}").format(day=one.term.from_on)


def _numbers(categories: frozenset[int]) -> str:
    return _("all") if len(categories) >= WHOLE else ", ".join(map(str, sorted(categories)))


def _until(hold: Hold) -> str:
    return _("released {day}").format(day=hold.released_on) if hold.released_on else hold.until_on.isoformat()


def _note(hold: Hold) -> str | None:
    if hold.released_on is not None:
        return hold.reason or _("(withheld)")
    return hold.note or (_("(withheld)") if hold.has_note else None)
