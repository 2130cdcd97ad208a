"""Forms about what a client asks to be changed: each change, carrying it out, and who hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided import request_words, shared_answers
from wkc.cli.forms.guided.form import CLIENT, REQUEST, Answers, Filled, Form, Question, only_option, option, taking
from wkc.cli.forms.guided.request_choice import (
    UNDECIDED,
    answering,
    asks_change,
    brings_change,
    has_proposals,
    has_refused,
    refuses_change,
    which,
)
from wkc.cli.forms.guided.request_forms import ON
from wkc.cli.terminal.codes import MISTAKES, describe_proposal, in_words
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk


def _whys(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the reasons that fit the kind of the request."""
    from wkc.rules.requests.correction import WHY

    return {code: _(request_words.REASONS[code]) for code in WHY[answering(desk, answers).request.kind]}


_OPTION = {
    "contact": "--contact",
    "afspraak": "--appointment",
    "toestemming": "--consent",
    "machtiging": "--mandate",
    "opschorting": "--hold",
    "verstrekking": "--disclosure",
    "brief": "--letter",
    "verzoek": "--request-words",
    "rapportage": "--draft",
    "noodinzage": "--look",
}
"""The option of each kind of row that is no value."""


def _rows(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the values of the client, and all else that a request of this kind may change, with its day."""
    from wkc.procedures.requests.row_change import list_offered

    request = answering(desk, answers).request
    if request.client is None:
        return {}
    number = request.client.number
    values = shared_answers.entries(desk, {CLIENT: number})
    rows = list_offered(desk.session, number, request.kind)
    return {
        **values,
        **{
            f"{one.noun} {one.number}": one.summary
            if one.noun == "contact"
            else f"{in_words(one.noun, MISTAKES)}: {one.summary}"
            for one in rows
        },
    }


def _proposals(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give what a request asks to change so far, by number."""
    return {str(one.number): describe_proposal(one) for one in answering(desk, answers).proposals}


def _propose(answers: Answers) -> Filled:
    value, row = answers.get("value", ""), answers.get("entry", "")
    options = (*option("--field", answers.get("field")), *option("--why", answers["why"]))
    noun, _space, number = row.partition(" ")
    named = option(_OPTION[noun], number) if noun in _OPTION else ((row,) if row else ())
    words = (answers[REQUEST], *named, *options)
    return Filled(words, (value,) if value else ())


def _is_addition(desk: Desk, answers: Answers) -> bool:
    return answering(desk, answers).request.kind == "aanvulling"


def _is_change(desk: Desk, answers: Answers) -> bool:
    return not _is_addition(desk, answers)


def _has_value(desk: Desk, answers: Answers) -> bool:
    from wkc.rules.requests.correction import has_new_value

    return has_new_value(answering(desk, answers).request.kind)


def _read_value(desk: Desk, answers: Answers, typed: str) -> object:
    """Read a value of the field that is to be changed; the words of a contact are free."""
    from wkc.procedures.io import fields

    field = desk.fields.get(answers.get("entry", "")) or shared_answers.field_of(answers)
    return None if field is None else fields.parse_new(field, typed, desk.today)


def _list_owing(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the requests of which somebody who had the data before is still to be told."""
    from wkc.procedures.letters import letter_list
    from wkc.records.letter import LetterKind

    return {
        one.request: desk.session.names.get(one.client or "", one.client or "")
        for one in letter_list.waiting(desk.session).letters
        if one.kind is LetterKind.KENNISGEVING_ONTVANGER
        and one.request
        and answers.get(CLIENT, one.client) == one.client
    }


def _statement(answers: Answers) -> Filled:
    return Filled((answers[REQUEST],), (answers["words"],))


FORMS = {
    "propose": Form(
        N_("Write down what is to be changed"),
        "correction.propose",
        ("correction", "propose"),
        (
            which(*UNDECIDED, fits=asks_change),
            Question("entry", N_("Which entry, contact or other words"), _rows, asked=_is_change, made_by="record"),
            Question("field", N_("Which field is missing"), shared_answers.fields_on_file, asked=_is_addition),
            Question("value", N_("What it should be"), read=_read_value, asked=_has_value),
            Question("why", N_("Why"), _whys),
        ),
        _propose,
        ("propose", "decide"),
    ),
    "drop": Form(
        N_("Take back a change that was a mistake"),
        "correction.drop",
        ("correction", "drop"),
        (
            which(*UNDECIDED, made_by="propose", fits=asks_change, shows=has_proposals),
            Question("change", N_("Which change"), _proposals),
        ),
        taking(REQUEST, "change"),
        ("propose", "decide"),
    ),
    "apply": Form(
        N_("Carry out what was granted"),
        "correction.apply",
        ("correction", "apply"),
        (which("medegedeeld", made_by="notify_decision", fits=brings_change),),
        taking(REQUEST),
        ("told",),
    ),
    "told": Form(
        N_("Who had it before was told"),
        "correction.tell",
        ("correction", "tell"),
        (Question(REQUEST, N_("Request"), _list_owing, usual=only_option(_list_owing)), ON),
        taking(REQUEST),
    ),
    "statement": Form(
        N_("Keep the client's own statement"),
        "correction.statement",
        ("correction", "statement"),
        (
            which("besloten", "medegedeeld", "uitgevoerd", made_by="decide", fits=refuses_change, shows=has_refused),
            Question("words", N_("What the client says about it"), is_long=True),
        ),
        _statement,
    ),
}
"""The forms by the key under which menus and other forms name them."""
