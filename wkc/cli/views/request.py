"""Requests on the screen: a list with the days that count, and one with its terms step by step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import (
    DECISIONS,
    DOCUMENTS,
    EXTENSIONS,
    METHODS,
    REFUSALS,
    REQUESTERS,
    REQUESTS,
    STATES,
    TIMELINESS,
    WHY,
    describe_proposal,
    in_words,
)
from wkc.cli.views.page import say_place
from wkc.cli.views.term import STEPS
from wkc.i18n import _
from wkc.rules.requests.own_accord import is_own_accord

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.requests.request import RequestPage
    from wkc.records.correction import PriorRecipient, Proposal
    from wkc.records.request import Answering, Request, Ruling
    from wkc.records.rights import Mandate

OWN = frozenset({"geregistreerde", "beheerder"})
"""The requesters to whom the dossier itself gives name and address."""


def listed(screen: Screen, page: RequestPage) -> None:
    """Show a page of requests, each with both its last days."""
    if not page.requests:
        screen.say(_("No requests."))
        return
    screen.table(
        (_("number"), _("client"), _("kind"), _("state"), _("answer by"), _("AVG")),
        (
            (
                one.request.number,
                _client(one.request),
                in_words(one.request.kind, REQUESTS),
                in_words(one.request.state, STATES),
                *_last_days(one),
            )
            for one in page.requests
        ),
        fixed=2,
    )
    say_place(screen, page.number, len(page.requests), more=page.more)


def answering(screen: Screen, shown: Answering) -> None:
    """Show one request: who asks what, what was done, and until when."""
    request = shown.request
    screen.heading(f"{request.number}  {in_words(request.kind, REQUESTS)}")
    screen.pairs(_facts(request))
    if request.ruling is not None:
        screen.heading(_("Decision"))
        screen.pairs(_decided(request.ruling))
    if is_own_accord(request):  # Nobody waits for an answer, so no term runs.
        screen.pairs([(_("carried out on"), request.done_on or _("not yet"))])
    else:
        screen.heading(_("Term"))
        screen.table((_("date"), _("step"), _("article")), _steps(shown), fixed=2)
        screen.pairs(_days(shown))
    if shown.proposals:
        screen.heading(_("What it asks to change"))
        screen.table(
            (_("nr"), _("field"), _("why"), _("to"), _("state")),
            (
                (one.number or None, describe_proposal(one), in_words(one.why, WHY), _value(one), _proposal_state(one))
                for one in shown.proposals
            ),
        )
    if shown.withheld:
        screen.say(_("There are withheld data besides."))
    to_tell(screen, shown)
    _doubles(screen, shown)
    if not shown.letters and request.requester not in OWN and request.client is not None:
        text = _("There is no receipt yet: `wkc request address {number}` asks who made the request.")
        screen.say(text.format(number=request.number))
    if shown.letters:
        text = _("Letters: {numbers}; `wkc letter print` prints one.")
        if not screen.can_do("letter.print"):
            text = _("Letters: {numbers}; a coach or the beheerder prints them.")
        screen.say(text.format(numbers=", ".join(shown.letters)))


def _doubles(screen: Screen, shown: Answering) -> None:
    number = shown.request.number
    for earlier in shown.same:
        text = _("{earlier} asks the same and is open: `wkc request join {number} {earlier}` answers both at once.")
        screen.say(text.format(earlier=earlier, number=number))
    if shown.joined:
        screen.say(_("Answers {numbers} too.").format(numbers=", ".join(shown.joined)))
    if shown.joins is not None:
        screen.say(_("Joined with {earlier}, which answers it.").format(earlier=shown.joins))
    if shown.taken_up:
        text = _("The duty to keep it ended: {numbers} carries it out.")
        screen.say(text.format(numbers=", ".join(shown.taken_up)))


def to_tell(screen: Screen, shown: Answering) -> None:
    """Show who had what was changed, and must hear of it (AVG 19)."""
    if not shown.to_tell:
        return
    screen.heading(_("Who had it before, and hears of it"))
    screen.table(
        (_("letter"), _("recipient"), _("given on"), _("fields"), _("told on")),
        (
            (
                one.letter,
                one.recipient,
                one.given_on,
                ", ".join(_name_recipient(one)),
                _say_progress(one),
            )
            for one in shown.to_tell
        ),
    )


def _value(proposal: Proposal) -> str | None:
    if not proposal.has_value:
        return None
    if proposal.is_document and proposal.value is not None:
        return _("document {number}").format(number=proposal.value)
    return proposal.value or _("(withheld)")


def _proposal_state(proposal: Proposal) -> str:
    if proposal.lifted_at is not None:
        return _("lifted on {day}").format(day=proposal.lifted_at.date())
    if proposal.applied_at is not None:
        return _("carried out on {day}").format(day=proposal.applied_at.date())
    if proposal.granted is None:
        return _("open")
    return _("granted") if proposal.granted else _("refused")


def _facts(request: Request) -> Iterator[tuple[str, object]]:
    yield _("client"), _client(request)
    if request.client is None:
        yield _("name"), request.name or (_("(withheld)") if request.has_name else _("(forgotten)"))
    yield _("state"), _state(request)
    yield (
        _("received on"),
        f"{request.received_on} {_('(written down by us)')}" if request.oral else request.received_on,
    )
    yield _("asked by"), in_words(request.requester, REQUESTERS)
    if request.mandate is not None:
        yield _("mandate"), _mandate(request.mandate)
    if request.shown_on is not None:
        yield _("express request seen on"), request.shown_on
    if request.has_words:
        yield _("asked"), request.words or _("(withheld)")
    if request.asked_on is not None:
        yield _("identity asked on"), request.asked_on
    if request.reminded_on is not None:
        yield _("reminded on"), request.reminded_on
    if (known := request.identity) is not None:
        shown = f", {in_words(known.document, DOCUMENTS)} …{known.last}" if known.document else ""
        yield _("identity"), f"{in_words(known.method, METHODS)}{shown}, {known.on} ({known.by})"
    if (longer := request.extension) is not None:
        yield (
            _("extended on"),
            f"{longer.on} ({in_words(longer.code, EXTENSIONS)}): {longer.reasons or _('(withheld)')}",
        )
    if request.withdrawn_on is not None:
        yield _("withdrawn on"), request.withdrawn_on


def _mandate(mandate: Mandate) -> str:
    """Give who acts for a client, where a letter goes, and from when until when."""
    period = _("from {day}") if mandate.until_on is None else _("from {day} to {last}")
    lines = mandate.address.lines if mandate.address else (_("(no address)"),)
    return ", ".join((mandate.name, *lines, period.format(day=mandate.from_on, last=mandate.until_on)))


def _decided(ruling: Ruling) -> Iterator[tuple[str, object]]:
    yield _("decision"), in_words(ruling.decision, DECISIONS)
    yield _("decided on"), f"{ruling.on} ({ruling.by})"
    if ruling.refusal is not None:
        yield _("ground"), in_words(ruling.refusal, REFUSALS)
    if ruling.has_reasons:
        yield _("reasons"), ruling.reasons or _("(withheld)")
    if ruling.left_out:
        yield (
            _("left out"),
            ", ".join(
                str(category) if entry is None else _("one entry of {category}").format(category=category)
                for category, entry in ruling.left_out
            ),
        )


def _name_recipient(one: PriorRecipient) -> Iterator[str]:
    for field in one.values:
        yield field.label
    for field in one.documents:
        yield _("{field} (document)").format(field=field.label)


def _say_progress(one: PriorRecipient) -> object:
    if one.impossible_on is not None:
        return _("not possible, {day}").format(day=one.impossible_on)
    return one.notified_on or _("not yet: `wkc correction tell`")


def _state(request: Request) -> str:
    """Say how far a request is; of what the office does of its own accord nobody is answered."""
    own = {"medegedeeld": _("decided, to be carried out"), "uitgevoerd": _("carried out")}
    words = own.get(request.state) if is_own_accord(request) else None
    return words or in_words(request.state, STATES) or request.state


def _steps(shown: Answering) -> Iterator[tuple[object, ...]]:
    """Give the steps of both terms by day; those of one day in the order in which they are counted."""
    steps = sorted(shown.term.steps, key=lambda step: step.day)
    return ((step.day, _(STEPS[step.code]), step.article) for step in steps)


def _days(shown: Answering) -> Iterator[tuple[str, object]]:
    request = shown.request
    yield _("answer by"), _("{day} (the regulation: nothing moves it)").format(day=shown.term.safe_on)
    yield _("AVG"), shown.term.ends_on
    if request.answer_sent_on is not None and shown.in_time is not None:
        yield _("sent on"), f"{request.answer_sent_on} ({_(TIMELINESS[shown.in_time])})"
    if request.answer_received_on is not None:
        yield _("received by them on"), request.answer_received_on
    if shown.appeal is not None:
        yield (
            _("court"),
            _("six weeks: {law}; two months by art. 13: {regulation}").format(
                law=shown.appeal.six_weeks_on, regulation=shown.appeal.two_months_on
            ),
        )
    if shown.silence_until is not None:
        yield (
            _("no answer in time"),
            _("to court with no last day by law; by art. 13 until {day}").format(day=shown.silence_until),
        )
    elif shown.in_time is None and request.withdrawn_on is None and not is_own_accord(request):
        yield _("no answer in time"), _("to court with no last day by law")
    if request.done_on is not None:
        yield _("carried out on"), request.done_on


def _client(request: Request) -> str:
    return request.client.number if request.client else _("(not on file)")


def _last_days(one: Answering) -> tuple[object, object]:
    return one.term.safe_on, one.term.ends_on
