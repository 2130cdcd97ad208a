"""Forms about one client: contact, appointments, values, consents, holds, assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.client import ASKED
from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.desk import choices, words_of
from wkc.cli.forms.guided.form import CLIENT, Answers, Filled, Form, Question, flag, only_option, option
from wkc.cli.terminal.codes import GRONDSLAGEN
from wkc.i18n import N_, _
from wkc.sentences import contact, source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk

WHO = Question(CLIENT, N_("Client"))
COACH = Question("coach", N_("Coach"), shared_answers.coaches, made_by="designate", made_with=(("role", "coach"),))
ON = Question("on", N_("Day"), usual=shared_answers.today, read=shared_answers.read_day)
NOTE = Question("note", N_("Note"), required=False, is_long=True)

CONTACT_KINDS = choices(contact.KINDS)
SOURCES = choices(source.SOURCES)
GROUNDS = words_of(*GRONDSLAGEN.items())
BESIDE, INSTEAD = "erbij", "in_plaats_van"


def _contact(answers: Answers) -> Filled:
    note = answers.get("note", "")
    options = (*option("--kind", answers["kind"]), *option("--on", answers["on"]), *flag("--note", note))
    return Filled((answers[CLIENT], *options), (note,) if note else ())


def _appointment(answers: Answers) -> Filled:
    options = (*option("--on", answers["on"]), *option("--at", answers.get("at")), *option("--kind", answers["kind"]))
    return Filled((answers[CLIENT], *options))


def _record(answers: Answers) -> Filled:
    options = (
        *option("--source", answers["source"]),
        *option("--basis", basis_of(answers)),
        *option("--party", answers.get("party")),
        *option("--grondslag", answers.get("grondslag")),
        *option("--obtained-on", answers["on"]),
        *flag("--instead", answers.get("where") == INSTEAD),
    )
    return Filled((answers[CLIENT], answers["field"], *options), (answers["value"],))


def basis_of(answers: Answers) -> str | None:
    """Give the basis in annex II of the source that was chosen."""
    from wkc.rules.dossier.source import SOURCES as BASIS_OF

    return BASIS_OF[answers["source"]]


def is_sealed(_desk: Desk, answers: Answers) -> bool:
    """Tell whether the field that was chosen is of a sealed class."""
    field = shared_answers.field_of(answers)
    return field is not None and field.field_class.sealed


def _can_stand_beside(_desk: Desk, answers: Answers) -> bool:
    field = shared_answers.field_of(answers)
    return field is not None and field.many


def names_party(_desk: Desk, answers: Answers) -> bool:
    """Tell whether the value came from somebody else than the client."""
    return answers.get("source") != "geregistreerde"


def _register(answers: Answers) -> Filled:
    order = (*option("--opdrachtgever", answers["opdrachtgever"]), *option("--assignment", answers["assignment"]))
    return Filled(order, tuple(answers.get(code, "") for code in ASKED))


def _value(desk: Desk, answers: Answers, typed: str) -> object:
    """Read a value of the field that was chosen."""
    from wkc.procedures.io import fields

    field = shared_answers.field_of(answers)
    return None if field is None else fields.parse_new(field, typed, desk.today)


def _beside_or_instead(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the two ways to add to a field of many, with what it has now."""
    now = shared_answers.on_file(desk, answers)
    return {BESIDE: _("beside {now}").format(now=now or _("nothing")), INSTEAD: _("in the place of all that is there")}


def _field_question(code: str) -> Question:
    """Give the question of a field of annex I."""
    from wkc.rules.dossier.field import BY_CODE

    field = BY_CODE[code]
    choices = f" ({', '.join(field.choices)})" if field.choices else ""

    def read(desk: Desk, _answers: Answers, typed: str) -> object:
        from wkc.procedures.io import fields

        return fields.parse_new(field, typed, desk.today)

    return Question(code, field.label + choices, read=read, required=field.required)


def _assign(answers: Answers) -> Filled:
    return Filled((answers[CLIENT], *option("--coach", answers["coach"])))


def _end(answers: Answers) -> Filled:
    options = (*option("--opdrachtgever", answers["opdrachtgever"]), *option("--assignment", answers["assignment"]))
    return Filled((answers[CLIENT], *options, *option("--on", answers["on"])))


def read_time(_desk: Desk, _answers: Answers, typed: str) -> object:
    """Read a time of the day."""
    from wkc.procedures.progress.appointment import parse_time

    return parse_time(typed)


FORMS = {
    "contact": Form(
        N_("Write down a conversation"),
        "contact.log",
        ("contact", "log"),
        (WHO, Question("kind", N_("Kind of contact"), CONTACT_KINDS), ON, NOTE),
        _contact,
        ("appointment", "record"),
    ),
    "appointment": Form(
        N_("Plan an appointment"),
        "appointment.plan",
        ("contact", "plan"),
        (
            WHO,
            Question("on", N_("Day"), read=shared_answers.read_day_or_word),
            Question("at", N_("Time, such as 09:30"), read=read_time, required=False),
            Question(
                "kind",
                N_("Kind of appointment"),
                choices(contact.PLANNED),
                usual=lambda _desk, _answers: "gesprek",
            ),
        ),
        _appointment,
    ),
    "record": Form(
        N_("Record a value"),
        "client.record",
        ("client", "record"),
        (
            WHO,
            Question("field", N_("Field"), shared_answers.fields_on_file),
            Question("value", N_("Value"), read=_value),
            Question(
                "where",
                N_("Beside what is there, or in its place"),
                _beside_or_instead,
                usual=lambda _desk, _answers: BESIDE,
                asked=_can_stand_beside,
            ),
            Question("source", N_("Who said so"), SOURCES, usual=lambda _desk, _answers: "geregistreerde"),
            Question("party", N_("Which organisation"), shared_answers.parties, asked=names_party, required=False),
            Question("grondslag", N_("Ground on which it may be held"), GROUNDS, asked=is_sealed),
            Question(
                "on", N_("Day on which it was obtained"), usual=shared_answers.today, read=shared_answers.read_day
            ),
        ),
        _record,
        ("contact",),
    ),
    "register": Form(
        N_("A new client"),
        "client.register",
        ("client", "register"),
        (
            Question(
                "opdrachtgever",
                N_("Opdrachtgever who supplied the client"),
                shared_answers.opdrachtgevers,
                usual=only_option(shared_answers.opdrachtgevers),
                made_by="party",
                made_with=(("kind", "opdrachtgever"),),
            ),
            Question("assignment", N_("Reference of the assignment")),
            *map(_field_question, ASKED),
        ),
        _register,
        ("notify", "assign", "contact"),
    ),
    "assign": Form(
        N_("Give a client to a coach"),
        "client.assign",
        ("client", "assign"),
        (
            WHO,
            COACH,
        ),
        _assign,
    ),
    "end": Form(
        N_("End an assignment"),
        "client.end",
        ("client", "end"),
        (
            WHO,
            Question(
                "opdrachtgever",
                N_("Opdrachtgever"),
                shared_answers.opdrachtgevers,
                usual=only_option(shared_answers.opdrachtgevers),
            ),
            Question("assignment", N_("Reference of the assignment"), shared_answers.running_assignments),
            Question("on", N_("Its last day"), usual=shared_answers.today, read=shared_answers.read_day_or_word),
        ),
        _end,
    ),
}
"""The forms by the key under which menus and other forms name them."""
