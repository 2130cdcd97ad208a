"""Forms about a request of a client: taking it in, each of its steps, and what it asks to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.confirmation import describe_decision, describe_sending
from wkc.cli.forms.guided import request_words, shared_answers
from wkc.cli.forms.guided.client_forms import WHO
from wkc.cli.forms.guided.desk import choices, words_of
from wkc.cli.forms.guided.form import CLIENT, REQUEST, Answers, Filled, Form, Question, flag, option, taking
from wkc.cli.forms.guided.request_choice import (
    UNDECIDED,
    answering,
    brings_copy,
    can_extend,
    can_withdraw,
    which,
)
from wkc.i18n import N_, _
from wkc.sentences import decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk


def _refusals(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the grounds to refuse that fit the kind of the request."""
    from wkc.rules.requests.refusal import REFUSALS as GROUNDS

    kind = answering(desk, answers).request.kind
    return {code: _(request_words.REFUSALS[code]) for code, ground in GROUNDS.items() if kind in ground.kinds}


def _proposals(desk: Desk, answers: Answers) -> Mapping[str, str]:
    proposals = answering(desk, answers).proposals
    return {str(one.number): one.label for one in proposals}


def _receive(answers: Answers) -> Filled:
    words = answers.get("words", "")
    options = (
        *option("--kind", answers["kind"]),
        *option("--on", answers["on"]),
        *flag("--oral", answers["how"] if answers["how"] == ORAL else ""),
        *flag("--words", words),
    )
    return Filled((answers[CLIENT], *options), (words,) if words else ())


def _identify(answers: Answers) -> Filled:
    options = (
        *option("--method", answers["method"]),
        *option("--document", answers.get("document")),
        *option("--on", answers["on"]),
    )
    last = answers.get("last")
    return Filled((answers[REQUEST], *options), (last,) if last else ())


def _is_document_shown(_desk: Desk, answers: Answers) -> bool:
    from wkc.rules.requests.request import METHODS as SHOWN

    return SHOWN.get(answers.get("method", ""), False)


def _read_last(_desk: Desk, _answers: Answers, typed: str) -> object:
    from wkc.procedures.requests.decide import last_characters

    return last_characters(typed)


def _decide(answers: Answers) -> Filled:
    reasons = answers.get("reasons", "")
    options = (
        *option("--decision", answers["decision"]),
        *option("--code", answers.get("code")),
        *(f"--grant={number}" for number in answers.get("grant", "").split(",") if number),
        *(f"--omit={number}" for number in answers.get("omit", "").split(",") if number),
        *flag("--reason", reasons),
    )
    return Filled((answers[REQUEST], *options), (reasons,) if reasons else ())


def _preview_decision(desk: Desk, answers: Answers) -> str:
    from wkc.procedures.requests.decision_input import DecisionInput

    def numbers(key: str) -> tuple[int, ...]:
        return tuple(int(number) for number in answers.get(key, "").split(",") if number.isdigit())

    typed = DecisionInput(answers["decision"], answers.get("code"), omit=numbers("omit"), grant=numbers("grant"))
    return describe_decision(desk.session, answers[REQUEST], typed)


def _is_refusal(_desk: Desk, answers: Answers) -> bool:
    return answers.get("decision") in {"afgewezen", "deels"}


def _is_grant(desk: Desk, answers: Answers) -> bool:
    return answers.get("decision") == "deels" and bool(_proposals(desk, answers))


def _is_partial(desk: Desk, answers: Answers) -> bool:
    return answers.get("decision") == "deels" and not _proposals(desk, answers)


def _has_reasons(desk: Desk, answers: Answers) -> bool:
    from wkc.rules.requests.refusal import WEIGHED

    return _is_refusal(desk, answers) or answering(desk, answers).request.kind in WEIGHED


def _extend(answers: Answers) -> Filled:
    return Filled((answers[REQUEST], *option("--code", answers["code"])), (answers["reasons"],))


def _copy(answers: Answers) -> Filled:
    return Filled((answers[CLIENT], *option("--request", answers[REQUEST])))


ORAL = "mondeling"
ON = Question("on", N_("Day"), usual=shared_answers.today, read=shared_answers.read_day)
REASON = Question("reasons", N_("Reasons, as the letter will say them"), read=shared_answers.read_reason)

FORMS = {
    "request": Form(
        N_("A request about the own data"),
        "request.receive",
        ("request", "receive"),
        (
            WHO,
            Question("kind", N_("What the client wants"), request_words.KINDS),
            Question(
                "on", N_("Day on which anyone here got it"), usual=shared_answers.today, read=shared_answers.read_day
            ),
            Question(
                "how",
                N_("How it came"),
                words_of(("schriftelijk", N_("in writing or by e-mail")), (ORAL, N_("orally, and written down now"))),
                usual=lambda _desk, _answers: "schriftelijk",
            ),
            Question("words", N_("What is asked, in the client's own words"), required=False, is_long=True),
        ),
        _receive,
        ("identify", "ask_identity", "propose"),
    ),
    "ask_identity": Form(
        N_("Ask who made the request"),
        "request.ask_identity",
        ("request", "ask-identity"),
        (which("ontvangen", "identiteit_gevraagd"), ON),
        taking(REQUEST),
        ("print",),
    ),
    "identify": Form(
        N_("Make sure who made the request"),
        "request.identify",
        ("request", "identify"),
        (
            which("ontvangen", "identiteit_gevraagd"),
            Question("method", N_("How it was made sure"), request_words.METHODS),
            Question("document", N_("What was shown"), request_words.DOCUMENTS, asked=_is_document_shown),
            Question("last", N_("Last three characters of its number"), read=_read_last, asked=_is_document_shown),
            ON,
        ),
        _identify,
        ("propose", "decide"),
    ),
    "extend": Form(
        N_("Take more time for a request"),
        "request.extend",
        ("request", "extend"),
        (
            which(*UNDECIDED, fits=can_extend),
            Question(
                "code",
                N_("Why it takes longer"),
                choices(decision.EXTENSIONS),
            ),
            REASON,
        ),
        _extend,
        ("print",),
    ),
    "decide": Form(
        N_("Decide on a request"),
        "request.decide",
        ("request", "decide"),
        (
            which(*UNDECIDED),
            Question("decision", N_("Decision"), request_words.DECISIONS),
            Question("grant", N_("Which changes are made"), _proposals, asked=_is_grant, several=True),
            Question(
                "omit",
                N_("Which data are left out of the copy"),
                shared_answers.categories,
                asked=_is_partial,
                several=True,
            ),
            Question("code", N_("Ground of the refusal"), _refusals, asked=_is_refusal),
            REASON._replace(asked=_has_reasons),
        ),
        _decide,
        ("copy", "print", "notify_decision"),
        preview=_preview_decision,
    ),
    "notify_decision": Form(
        N_("The answer to a request was sent"),
        "request.notify",
        ("request", "notify"),
        (
            which("besloten", made_by="decide"),
            Question("on", N_("Day on which it was sent"), usual=shared_answers.today, read=shared_answers.read_day),
        ),
        taking(REQUEST),
        ("apply", "copy"),
        preview=lambda desk, answers: describe_sending(desk.session, answers[REQUEST], answers["on"]),
    ),
    "copy": Form(
        N_("Make the copy that is handed out"),
        "inzage.export",
        ("inzage", "export"),
        (
            WHO,
            which("besloten", "medegedeeld", "uitgevoerd", made_by="decide", fits=brings_copy),
        ),
        _copy,
        ("print", "notify_decision"),
    ),
    "withdraw": Form(
        N_("A client takes a request back"),
        "request.withdraw",
        ("request", "withdraw"),
        (which(*UNDECIDED, "besloten", "medegedeeld", fits=can_withdraw), ON),
        taking(REQUEST),
    ),
}
"""The forms by the key under which menus and other forms name them."""
