"""A judgement on the screen: the outcome, each step with its article, what goes and what does not and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import CHANNELS, DISCLOSED_FOR, IDENTIFIED, NUMBERS_FROM, PURPOSES, SUBJECTS, in_words
from wkc.cli.terminal.screen import Urgent
from wkc.cli.views.page import say_place
from wkc.errors.disclosure import DisclosurePending, DisclosureRefused, DisclosureWaits
from wkc.i18n import _
from wkc.sentences.disclosure import OUTCOMES, STEPS
from wkc.sentences.disclosure_reason import REASONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.disclosure.disclosure import CheckedDisclosure, DisclosurePage
    from wkc.records.disclosure import (
        Allowance,
        Disclosure,
        DisclosureDetails,
        DisclosureItem,
        Reasoned,
        RequestedEntry,
    )

    Part = RequestedEntry | DisclosureItem


def checked(screen: Screen, disclosure: CheckedDisclosure) -> None:
    """Show what the regulation says of a disclosure that was not made."""
    judgement = disclosure.judgement
    screen.heading(f"{disclosure.client.number} → {disclosure.recipient}")
    _show_judgement(screen, judgement.outcome, judgement.steps)
    heading = _("Goes") if judgement.outcome == "toegestaan" else _("Goes once the beheerder allows it")
    _show_allowed(screen, heading, [(granted.asked, granted.mark) for granted in judgement.granted])
    _show_dropped(screen, [(dropped.asked, dropped.reason, dropped.article) for dropped in judgement.dropped])
    judged = [granted.asked for granted in judgement.granted] + [dropped.asked for dropped in judgement.dropped]
    _say_missing(screen, disclosure.categories, {asked.field.category for asked in judged})


def shown_with_letter(place: Path | None) -> Callable[[Screen, Disclosure], None]:
    """Give the view of a disclosure with the place of the letter that was just made, if it was."""

    def show(screen: Screen, made: Disclosure) -> None:
        shown(screen, made)
        if place is not None and made.letter is not None:
            screen.say(_("{path} holds the letter.").format(path=place))

    return show


def shown(screen: Screen, made: Disclosure) -> None:
    """Show a disclosure on file."""
    screen.heading(f"{made.client.number}, {made.number}")
    screen.pairs(_pairs(made))
    _show_judgement(screen, made.outcome, made.steps)
    _show_answer(screen, made)
    _show_allowed(screen, _heading_of_items(made), [(item, item.mark) for item in made.gone])
    _show_dropped(screen, [(item, item.dropped, item.article) for item in made.items if item.dropped is not None])
    if made.role != "medewerker":  # Nothing tells of classes that a medewerker does not see.
        _say_missing(screen, made.case.categories, {item.field.category for item in made.items})
    if made.is_waiting and made.is_given:
        screen.say(_("The beheerder looks at it within one working day."))
    if made.letter is not None:
        text = _("A letter was made on {day}; SHA-256 {sha256}")
        screen.say(text.format(day=screen.day(made.letter.at), sha256=made.letter.sha256.hex()))


def listed(screen: Screen, page: DisclosurePage) -> None:
    """Show a page of disclosures."""
    if not page.disclosures:
        screen.say(_("No disclosure is on file here."))
        return
    screen.table(
        (_("client"), _("nr"), _("date"), _("ground"), _("recipient"), _("outcome")),
        (
            (
                one.client.number,
                one.number,
                one.on,
                in_words(one.case.ground, DISCLOSED_FOR),
                one.party.name,
                _outcome(one),
            )
            for one in page.disclosures
        ),
        fixed=4,
    )
    say_place(screen, page.number, len(page.disclosures), more=page.more)


def refused_call(screen: Screen, made: Disclosure) -> None:
    """Show in large plain words that nothing may be said on the telephone now, and why."""
    waits = made.is_waiting and not made.is_given
    screen.heading(_("WAIT: SAY NOTHING, THE BEHEERDER DECIDES") if waits else _("NO, SAY NOTHING"))
    for step in made.steps:
        if step.outcome != "toegestaan":
            screen.say(f"{_(REASONS[step.reason].staff)} ({step.article})")


def refuse_unless_allowed(outcome: Allowance, steps: tuple[Reasoned, ...]) -> None:
    """End with what a judgement says, unless it allows: errors.DisclosureRefused or DisclosureWaits."""
    from wkc.rules.disclosure.judge import find_deciding_step

    step = find_deciding_step(steps)
    if outcome == "geweigerd":
        raise DisclosureRefused(reason=_(REASONS[step.reason].staff), article=step.article)
    if outcome == "beheerder_beslist":
        raise DisclosureWaits(reason=_(REASONS[step.reason].staff), article=step.article)


def refuse_unless_given(made: Disclosure) -> None:
    """End with what came of a disclosure on file, unless the data may go."""
    from wkc.rules.disclosure.judge import find_deciding_step

    step = find_deciding_step(made.steps)
    if made.is_waiting and not made.is_given:
        client, number = made.client.number, made.number
        raise DisclosurePending(
            reason=_(REASONS[step.reason].staff), article=step.article, client=client, number=number
        )
    if not made.is_given:
        raise DisclosureRefused(reason=_(REASONS[step.reason].staff), article=step.article)


def _pairs(made: Disclosure) -> Iterable[tuple[str, object]]:
    case = made.case
    yield _("recipient"), made.party.name
    if made.person:
        yield _("person"), made.person
    yield _("date"), made.on
    yield _("asked"), in_words(case.channel, CHANNELS)
    yield _("ground"), in_words(case.ground, DISCLOSED_FOR)
    if case.purpose:
        yield _("purpose"), in_words(case.purpose, PURPOSES)
    if case.law:
        yield _("law"), f"{_law(case.law)}, {case.citation}"
    yield _("categories"), ", ".join(map(str, case.categories))
    yield from _call_pairs(case)
    if case.identified:
        yield _("checked by"), in_words(case.identified, IDENTIFIED)
    if case.late:
        yield _("logged later, for"), case.late
    if case.reason:
        yield _("reason"), case.reason
    if case.note:
        yield _("note"), case.note
    yield _("recorded by"), made.recorded_by


def _call_pairs(case: DisclosureDetails) -> Iterable[tuple[str, object]]:
    if case.doubt is None:
        return
    yield _("about"), in_words(case.subject, SUBJECTS)
    yield _("doubt about who called"), _("yes") if case.doubt else _("no")
    if case.called_back is not None:
        back = case.called_back
        text = _("number from: {source}, checked on {day} by {user}")
        yield (
            _("called back"),
            text.format(source=in_words(back.source, NUMBERS_FROM), day=back.verified_on, user=back.verified_by),
        )


def _law(code: str) -> str:
    """Give the name of a law; of one that annex III does not name only the citation is on file."""
    from wkc.rules.disclosure.annex import LAWS

    return LAWS[code].name if code in LAWS else _("another law")


def _show_judgement(screen: Screen, outcome: str, steps: tuple[Reasoned, ...]) -> None:
    verdict = _(OUTCOMES[outcome].staff)
    screen.say(Urgent(verdict) if outcome == "geweigerd" else verdict)
    screen.table(
        (_("article"), _("finding"), _("so")),
        ((step.article, _(REASONS[step.reason].staff), _(STEPS[step.outcome].staff)) for step in steps),
    )


def _show_allowed(screen: Screen, heading: str, parts: list[tuple[Part, str | None]]) -> None:
    if parts:
        screen.heading(heading)
        screen.table(
            (_("cat"), _("field"), _("mark")),
            ((part.field.category, _name(part), mark) for part, mark in sorted(parts, key=_place_on_annex)),
        )


def _show_dropped(screen: Screen, parts: list[tuple[Part, str, str | None]]) -> None:
    if parts:
        screen.heading(_("Does not go"))
        rows = (
            (part.field.category, _name(part), _(REASONS[reason].staff), article)
            for part, reason, article in sorted(parts, key=_place_on_annex)
        )
        screen.table((_("cat"), _("field"), _("why"), _("article")), rows)


def _name(part: Part) -> str:
    return _("{field} (document)").format(field=part.field.label) if part.is_document else part.field.label


def _place_on_annex(row: tuple[Part, *tuple[object, ...]]) -> int:
    """Give the place of a row's field on annex I."""
    from wkc.rules.dossier.field import FIELDS

    return next(place for place, field in enumerate(FIELDS) if field.code == row[0].field.code)


def _say_missing(screen: Screen, asked: tuple[int, ...], on_file: set[int]) -> None:
    if missing := [str(number) for number in asked if number not in on_file]:
        screen.say(_("Nothing is held in: {categories}").format(categories=", ".join(missing)))


def _show_answer(screen: Screen, made: Disclosure) -> None:
    decision = made.decision
    if decision is not None:
        text = _("The beheerder said yes: {reason}") if decision.allowed else _("The beheerder said no: {reason}")
        screen.say(text.format(reason=decision.reason if decision.reason is not None else _("(withheld)")))


def _heading_of_items(made: Disclosure) -> str:
    if made.is_given:
        return _("Goes")
    return _("Goes once the beheerder allows it") if made.is_waiting else _("Does not go: the beheerder said no")


def _outcome(made: Disclosure) -> str:
    if made.is_waiting:
        return _("given; to be looked at") if made.is_given else _("waits for the beheerder")
    return _("given") if made.is_given else _("refused")
