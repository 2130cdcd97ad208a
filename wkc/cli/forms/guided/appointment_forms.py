"""Forms about what became of an appointment, and about a contact that was a mistake (art. 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import NOTE, WHO, read_time
from wkc.cli.forms.guided.desk import choices
from wkc.cli.forms.guided.form import CLIENT, Answers, Filled, Form, Question, flag, option, taking
from wkc.cli.terminal.codes import CONTACTS, in_words
from wkc.i18n import N_
from wkc.sentences import contact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk
    from wkc.records.appointment import Appointment


def _list_planned(desk: Desk, answers: Answers) -> list[Appointment]:
    """Give the appointments of the client that nothing became of yet."""
    from wkc.procedures.progress import appointment

    listed = appointment.every(desk.session, answers[CLIENT]).appointments
    return [one for one in listed if one.outcome is None]


def _planned(desk: Desk, answers: Answers) -> Mapping[str, str]:
    return {
        str(one.number): " ".join(filter(None, (str(one.on), one.at, in_words(one.kind, CONTACTS))))
        for one in _list_planned(desk, answers)
    }


def _soonest(desk: Desk, answers: Answers) -> str:
    return next(iter(_planned(desk, answers)), "")


def _planned_kind(desk: Desk, answers: Answers) -> str:
    chosen = (one.kind for one in _list_planned(desk, answers) if str(one.number) == answers["appointment"])
    return next(chosen, "")


def _contacts(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the contacts of the client that are on file, newest first."""
    from wkc.procedures.retention import contact as contacting

    listed = contacting.every(desk.session, answers[CLIENT]).contacts
    return {
        str(one.number): ", ".join(filter(None, (str(one.on), in_words(one.kind, CONTACTS), one.note)))
        for one in sorted(listed, key=lambda one: (one.on, one.number), reverse=True)
        if one.withdrawn_at is None
    }


def _end(answers: Answers) -> Filled:
    note = answers.get("note", "")
    options = (*option("--kind", answers.get("kind")), *flag("--note", note))
    return Filled((answers[CLIENT], answers["appointment"], *options), (note,) if note else ())


def _move(answers: Answers) -> Filled:
    options = (*option("--on", answers["on"]), *option("--at", answers.get("at")))
    return Filled((answers[CLIENT], answers["appointment"], *options))


def _withdraw(answers: Answers) -> Filled:
    return Filled((answers[CLIENT], answers["contact"]), (answers["reason"],))


WHICH = Question("appointment", N_("Which appointment"), _planned, usual=_soonest, made_by="appointment")

FORMS = {
    "kept": Form(
        N_("An appointment was kept"),
        "appointment.keep",
        ("contact", "kept"),
        (WHO, WHICH, Question("kind", N_("What it became"), choices(contact.PLANNED), usual=_planned_kind), NOTE),
        _end,
        ("appointment", "record"),
    ),
    "missed": Form(
        N_("A client did not come"),
        "appointment.miss",
        ("contact", "missed"),
        (WHO, WHICH, NOTE),
        _end,
        ("appointment",),
    ),
    "move": Form(
        N_("Move an appointment"),
        "appointment.move",
        ("contact", "move"),
        (
            WHO,
            WHICH,
            Question("on", N_("New day"), read=shared_answers.read_day_or_word),
            Question("at", N_("Time, such as 09:30"), read=read_time, required=False),
        ),
        _move,
    ),
    "cancel": Form(
        N_("Call an appointment off"),
        "appointment.cancel",
        ("contact", "cancel"),
        (WHO, WHICH),
        taking(CLIENT, "appointment"),
    ),
    "withdraw_contact": Form(
        N_("Withdraw a contact that was a mistake"),
        "contact.withdraw",
        ("contact", "withdraw"),
        (
            WHO,
            Question("contact", N_("Which contact"), _contacts, made_by="contact"),
            Question("reason", N_("Reason"), read=shared_answers.read_reason),
        ),
        _withdraw,
    ),
}
"""The forms by the key under which menus and other forms name them."""
