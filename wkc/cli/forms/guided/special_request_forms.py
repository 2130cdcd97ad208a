"""Forms about special cases of a request: from outside, made twice, restrictions, mistakes of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import WHO
from wkc.cli.forms.guided.desk import words_of
from wkc.cli.forms.guided.form import AGAIN, CLIENT, REQUEST, Answers, Filled, Form, Question, option, taking
from wkc.cli.forms.guided.letter_forms import describe_waiting
from wkc.cli.forms.guided.request_choice import brings_copy, which
from wkc.cli.forms.guided.request_words import REASONS
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk
    from wkc.records.request import Request

CORRECT, REMOVE = "verbetering", "verwijdering"


def _is_from_outside(request: Request) -> bool:
    return request.client is None


def _is_not_by_client(request: Request) -> bool:
    from wkc.records.request import Requester

    return request.client is None or request.requester is not Requester.GEREGISTREERDE


def _earlier(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the other open requests."""
    known = desk.requests(answers.get(CLIENT))
    return {number: words for number, words in known.items() if number != answers[REQUEST]}


def _restrictions(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the restrictions and objections that were carried out, of the client whose page is open."""
    if CLIENT not in answers:
        return {}
    return desk.requests(answers[CLIENT], "uitgevoerd", fits=lambda one: one.kind in {"beperking", "bezwaar"})


def _whys(_desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the reasons for which the office changes a value of own accord."""
    from wkc.rules.requests.correction import WHY

    return {code: _(REASONS[code]) for code in WHY[answers["kind"]]}


def _initiate(answers: Answers) -> Filled:
    options = (*option("--kind", answers["kind"]), *option("--why", answers["why"]))
    return Filled((answers[CLIENT], answers["entry"], *options))


FORMS = {
    "request_show": Form(
        N_("See a request, with all its steps"),
        "request.show",
        ("request", "show"),
        (which(),),
        taking(REQUEST),
    ),
    "request_search": Form(
        N_("Search for who asks from outside"),
        "request.search",
        ("request", "search"),
        (which(fits=_is_from_outside), Question("also", N_("Former names, birth date, telephone"), required=False)),
        lambda answers: Filled(
            (answers[REQUEST], *(("--also",) if answers.get("also") else ())),
            (answers["also"],) if answers.get("also") else (),
        ),
        ("request_link",),
    ),
    "request_link": Form(
        N_("Whose dossier a request is about"),
        "request.link",
        ("request", "link"),
        (which(fits=_is_from_outside), WHO),
        taking(REQUEST, CLIENT),
    ),
    "request_join": Form(
        N_("Two requests ask for the same"),
        "request.join",
        ("request", "join"),
        (which(), Question("earlier", N_("The earlier request"), _earlier)),
        taking(REQUEST, "earlier"),
    ),
    "request_address": Form(
        N_("Name and address of who asks"),
        "request.address",
        ("request", "address"),
        (which(fits=_is_not_by_client),),
        taking(REQUEST),
    ),
    "request_review": Form(
        N_("Look the copy over for others in it"),
        "request.review",
        ("request", "review"),
        (which(fits=brings_copy),),
        taking(REQUEST),
        ("copy",),
    ),
    "request_void": Form(
        N_("A request was our mistake"),
        "request.void",
        ("request", "void"),
        (which(),),
        taking(REQUEST),
        failed=AGAIN,
    ),
    "desk": Form(
        N_("Let a client see the dossier at the desk"),
        "inzage.desk",
        ("inzage", "desk"),
        (WHO, which("medegedeeld", made_by="notify_decision", fits=brings_copy)),
        lambda answers: Filled((answers[CLIENT], *option("--request", answers[REQUEST]))),
    ),
    "initiate": Form(
        N_("Correct or remove of own accord"),
        "correction.initiate",
        ("correction", "initiate"),
        (
            WHO,
            Question("entry", N_("Which value"), shared_answers.entries),
            Question(
                "kind", N_("What becomes of it"), words_of((CORRECT, N_("it is corrected")), (REMOVE, N_("it goes")))
            ),
            Question("why", N_("Why"), _whys),
        ),
        _initiate,
        ("apply",),
        failed=AGAIN,
    ),
    "lift": Form(
        N_("A restriction or objection ends"),
        "correction.lift",
        ("correction", "lift"),
        (
            Question(REQUEST, N_("Request"), _restrictions),
            Question(
                "on", N_("Day on which the client was told"), usual=shared_answers.today, read=shared_answers.read_day
            ),
        ),
        lambda answers: Filled((answers[REQUEST], *option("--told-on", answers["on"]))),
        failed=AGAIN,
    ),
    "letter_void": Form(
        N_("A letter was our mistake"),
        "letter.void",
        ("letter", "void"),
        (Question("letter", N_("Which letter"), describe_waiting),),
        taking("letter"),
        failed=AGAIN,
    ),
}
"""The forms by the key under which menus and other forms name them."""
