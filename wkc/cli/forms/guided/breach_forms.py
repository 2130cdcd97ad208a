"""Forms about a breach of personal data, in the order of the 72 hours: whom it reached, who was told (AVG 33)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import WHO
from wkc.cli.forms.guided.desk import choices, is_yes, yes_or_no
from wkc.cli.forms.guided.form import CLIENT, Answers, Filled, Form, Question, flag, only_option, option, taking
from wkc.cli.terminal.codes import BREACHES, in_words
from wkc.i18n import N_, _
from wkc.sentences import breach

if TYPE_CHECKING:
    from wkc.cli.forms.guided.desk import Desk

AP, PERSONS, PARTY = "ap", "personen", "opdrachtgever"


def _open(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the breaches that are not closed."""
    from wkc.procedures.operations.breach import every

    return {
        one.breach.number: in_words(one.breach.kind, BREACHES) or ""
        for one in every(desk.session)
        if one.breach.closed_at is None
    }


WHICH = Question("breach", N_("Which breach"), _open, usual=only_option(_open), made_by="breach")


def _decide(answers: Answers) -> Filled:
    ap = "--ap" if is_yes(answers["report_ap"]) else "--no-ap"
    persons = "--persons" if is_yes(answers["notify_persons"]) else "--no-persons"
    return Filled((answers["breach"], ap, persons))


def _tell(answers: Answers) -> Filled:
    at = answers.get("at")
    options = (*option("--party", answers.get("party")), *option("--at", None if at == _("now") else at))
    return Filled((answers["breach"], answers["whom"], *options))


def _update(answers: Answers) -> Filled:
    account = answers.get("account", "")
    options = (
        *option("--kind", answers.get("kind")),
        *option("--known-at", answers.get("at")),
        *option("--from", answers.get("first")),
        *option("--until", answers.get("last")),
        *flag("--events", account),
    )
    return Filled((answers["breach"], *options), (account,) if account else ())


def _parties_to_tell(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the opdrachtgevers whose clients the breach reached, and who were not told yet."""
    from wkc.procedures.core.clock import minute
    from wkc.procedures.operations.breach import show

    parties = show(desk.session, answers["breach"]).breach.parties
    return {
        one.party: _("by {moment}").format(moment=minute(one.due_at)) if one.due_at else ""
        for one in parties
        if one.notified_at is None
    }


def _hearers(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give who may have been told: an opdrachtgever only where the breach reached a client of one."""
    known = {AP: "Autoriteit Persoonsgegevens", PERSONS: _("the people")}
    return known | ({PARTY: _("an opdrachtgever")} if _parties_to_tell(desk, answers) else {})


def _is_party(_desk: Desk, answers: Answers) -> bool:
    return answers.get("whom") == PARTY


def _read_moment(desk: Desk, _answers: Answers, typed: str) -> object:
    if typed == _("now"):
        return typed
    from wkc.procedures.operations.moments import parse_past_moment

    return parse_past_moment(typed, desk.cli.environment.now())


FORMS = {
    "breach": Form(
        N_("Something went wrong with data (breach)"),
        "breach.open",
        ("breach", "open"),
        (Question("kind", N_("What happened"), choices(breach.KINDS)),),
        lambda answers: Filled(option("--kind", answers["kind"])),
        ("breach_reaches", "breach_describe", "breach_decide"),
    ),
    "breach_reaches": Form(
        N_("A breach reached this client"),
        "breach.scope",
        ("breach", "scope"),
        (WHICH, WHO),
        taking("breach", CLIENT),
        ("breach_reaches", "breach_describe", "breach_decide"),
    ),
    "breach_describe": Form(
        N_("Its account for the AP and the people"),
        "breach.describe",
        ("breach", "describe"),
        (WHICH,),
        taking("breach"),
        ("breach_decide",),
    ),
    "breach_decide": Form(
        N_("Decide who hears of it"),
        "breach.decide",
        ("breach", "decide"),
        (
            WHICH,
            Question("report_ap", N_("Does the AP get a report"), yes_or_no()),
            Question("notify_persons", N_("Are the people told"), yes_or_no()),
        ),
        _decide,
        ("breach_paper", "breach_letters", "breach_told"),
    ),
    "breach_paper": Form(
        N_("The answers for the AP, on paper"),
        "breach.export",
        ("breach", "export"),
        (
            WHICH,
            Question(
                "file",
                N_("File for the PDF"),
                usual=lambda _desk, answers: f"{answers['breach']}.pdf",
                read=shared_answers.read_place,
            ),
        ),
        lambda answers: Filled((answers["breach"], *option("--output", answers["file"]))),
        ("breach_told",),
    ),
    "breach_letters": Form(
        N_("Draw up its letters"),
        "breach.letters",
        ("breach", "letters"),
        (WHICH,),
        taking("breach"),
        ("print", "breach_told"),
    ),
    "breach_told": Form(
        N_("Somebody was told of it"),
        "breach.notify",
        ("breach", "told"),
        (
            WHICH,
            Question("whom", N_("Who was told"), _hearers),
            Question("party", N_("Opdrachtgever"), _parties_to_tell, asked=_is_party),
            Question("at", N_("Day and time"), usual=lambda _desk, _answers: _("now"), read=_read_moment),
        ),
        _tell,
        ("breach_told", "breach_close"),
    ),
    "breach_show": Form(
        N_("See a breach: its hours, what is left"),
        "breach.show",
        ("breach", "show"),
        (WHICH,),
        taking("breach"),
        ("breach_reaches", "breach_describe", "breach_decide"),
    ),
    "breach_update": Form(
        N_("More is known of what happened"),
        "breach.update",
        ("breach", "update"),
        (
            WHICH,
            Question("kind", N_("What happened"), choices(breach.KINDS), required=False),
            Question("at", N_("Day and time on which we knew"), read=_read_moment, required=False),
            Question("first", N_("Day and time from which it went on"), read=_read_moment, required=False),
            Question("last", N_("Day and time on which it ended"), read=_read_moment, required=False),
            Question(
                "account", N_("What happened, and how it was found"), read=shared_answers.read_reason, required=False
            ),
        ),
        _update,
        ("breach_decide",),
    ),
    "breach_close": Form(
        N_("Close a breach"),
        "breach.close",
        ("breach", "close"),
        (WHICH,),
        taking("breach"),
    ),
}
"""The forms by the key under which menus and other forms name them."""
