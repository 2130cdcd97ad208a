"""Forms about what waits for an answer or has ended: a disclosure, a consent, a client's life."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import WHO
from wkc.cli.forms.guided.desk import MOST_LISTED, choices, is_yes, yes_or_no
from wkc.cli.forms.guided.form import AGAIN, CLIENT, Answers, Filled, Form, Question, flag, option, taking
from wkc.i18n import N_, _
from wkc.sentences import source
from wkc.sentences.disclosure import OUTCOMES

if TYPE_CHECKING:
    from wkc.cli.forms.guided.desk import Desk

RELEASE, MANDATE = "ontheffing", "machtiging"


def _waiting(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the disclosures of the client that the beheerder answers, by their numbers."""
    from wkc.procedures.disclosure import disclosure

    waiting = disclosure.list_waiting(desk.session, answers[CLIENT])
    return {str(one.number): ", ".join(filter(None, (one.party.name, str(one.on), one.case.reason))) for one in waiting}


def _list_so_far(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give what was asked for about the client so far, newest first, with what came of it."""
    from wkc.procedures.disclosure import disclosure

    known: dict[str, str] = {}
    number, more = 0, True
    while more and len(known) < MOST_LISTED:
        number += 1
        page = disclosure.every(desk.session, answers[CLIENT], None, page=number)
        more = page.more
        known |= {
            str(one.number): f"{one.party.name}, {one.on}, {_(OUTCOMES[one.outcome].staff)}" for one in page.disclosures
        }
    return known


def _answer(answers: Answers) -> Filled:
    allowed = is_yes(answers["answer"])
    options = (*flag("--allow", allowed), *flag("--refuse", not allowed))
    return Filled((answers[CLIENT], answers["disclosure"], *options), (answers["reason"],))


def _granted(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give what the client granted and has not ended: consents by number, lifted secrets and mandates by their noun."""
    from wkc.procedures.disclosure import consent

    granted = consent.every(desk.session, answers[CLIENT])
    consents = {
        str(one.number): one.recipient.name if one.recipient else _("the office itself")
        for one in granted.consents
        if one.withdrawn_on is None
    }
    releases = {
        f"{RELEASE} {one.number}": _("the secrecy of {what}").format(what=one.field.label)
        for one in granted.releases
        if one.withdrawn_on is None
    }
    mandates = {f"{MANDATE} {one.number}": one.name for one in granted.mandates if one.withdrawn_on is None}
    return consents | releases | mandates


def _withdraw(answers: Answers) -> Filled:
    noun, _space, number = answers["granted"].rpartition(" ")
    chosen = {RELEASE: (f"--release={number}",), MANDATE: (f"--mandate={number}",)}.get(noun, (number,))
    return Filled((answers[CLIENT], *chosen, *option("--on", answers["on"])))


def _die(answers: Answers) -> Filled:
    return Filled((answers[CLIENT], *option("--on", answers["on"]), *option("--source", answers["source"])))


def _new_file(_desk: Desk, answers: Answers) -> str:
    return f"brief-{answers[CLIENT]}-{answers['disclosure']}.pdf"


def _say_what_ends(_desk: Desk, _answers: Answers) -> str:
    return _("No letter goes to this client any more; mandates and open requests end, and secrecy stays.")


FORMS = {
    "answer": Form(
        N_("Answer a disclosure that waits"),
        "disclosure.decide",
        ("disclosure", "decide"),
        (
            WHO,
            Question("disclosure", N_("Which disclosure"), _waiting),
            Question(
                "answer",
                N_("May it be given"),
                yes_or_no(),
            ),
            Question("reason", N_("Reason"), read=shared_answers.read_reason),
        ),
        _answer,
    ),
    "disclosure_show": Form(
        N_("One disclosure, with each step"),
        "disclosure.show",
        ("disclosure", "show"),
        (WHO, Question("disclosure", N_("Which disclosure"), _list_so_far)),
        taking(CLIENT, "disclosure"),
    ),
    "letter_again": Form(
        N_("The letter of a disclosure, once more"),
        "disclosure.log",
        ("disclosure", "letter"),
        (
            WHO,
            Question("disclosure", N_("Which disclosure"), _list_so_far),
            Question("file", N_("File for the PDF"), usual=_new_file, read=shared_answers.read_place),
        ),
        lambda answers: Filled((answers[CLIENT], answers["disclosure"], *option("--output", answers["file"]))),
        failed=AGAIN,
    ),
    "withdraw_consent": Form(
        N_("A client takes a consent back"),
        "consent.withdraw",
        ("consent", "withdraw"),
        (
            WHO,
            Question("granted", N_("Which one"), _granted),
            Question(
                "on", N_("From which day it counts no longer"), usual=shared_answers.today, read=shared_answers.read_day
            ),
        ),
        _withdraw,
    ),
    "deceased": Form(
        N_("A client has died"),
        "client.deceased",
        ("client", "deceased"),
        (
            WHO,
            Question("on", N_("Day of death"), read=shared_answers.read_day),
            Question("source", N_("How the office knows"), choices(source.DEATHS)),
        ),
        _die,
        preview=_say_what_ends,
    ),
}
"""The forms by the key under which menus and other forms name them."""
