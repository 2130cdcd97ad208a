"""Forms about reports to an opdrachtgever: a draft, its paper, its sending, and the list at the end (art. 8.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import WHO
from wkc.cli.forms.guided.desk import choices, is_yes, words_of, yes_or_no
from wkc.cli.forms.guided.form import AGAIN, CLIENT, Answers, Filled, Form, Question, flag, only_option, option
from wkc.i18n import N_, _
from wkc.sentences import disclosure

if TYPE_CHECKING:
    from wkc.cli.forms.guided.desk import Desk
    from wkc.records.dossier import Assignment
    from wkc.records.report import Report

    AssignmentList = Callable[[Desk, Answers], list[Assignment]]
    """Gives the assignments that a form can be about."""

PROGRESS, END = "voortgang", "eind"
GOAL, CONSENT, STATUTE = "doel", "toestemming", "wettelijk_voorschrift"
CHANNELS = choices({code: disclosure.CHANNELS[code] for code in ("brief", "e_mail", "portaal")})
GROUNDS = choices({code: disclosure.GROUNDS[code] for code in (GOAL, CONSENT, STATUTE)})


def _running_or_ended(desk: Desk, answers: Answers) -> list[Assignment]:
    """Give the assignments of the client of the form: those that run, or else those that ended."""
    from wkc.procedures.dossier import client

    every = client.show(desk.session, answers[CLIENT]).dossier.assignments
    return [one for one in every if one.until_on is None or one.until_on >= desk.today] or list(every)


def _reports(desk: Desk, answers: Answers) -> list[Report]:
    from wkc.procedures.progress import report

    return [one for one in report.every(desk.session, answers[CLIENT]).reports if one.final_at is None]


def _drafts(desk: Desk, answers: Answers) -> list[Assignment]:
    """Give the assignments that have a draft."""
    return [one.assignment for one in _reports(desk, answers)]


def _drafts_on_paper(desk: Desk, answers: Answers) -> list[Assignment]:
    """Give the assignments with a draft that was put on paper, and so is on file as a disclosure."""
    return [one.assignment for one in _reports(desk, answers) if one.disclosure is not None]


def _ask_assignment(assignments: AssignmentList, made_by: str = "") -> tuple[Question, Question]:
    """Give the questions which opdrachtgever and which assignment, of those a form can be about; one alone is usual."""

    def suppliers(desk: Desk, answers: Answers) -> Mapping[str, str]:
        known: dict[str, list[str]] = {}
        for one in assignments(desk, answers):
            known.setdefault(one.party.name, []).append(one.reference)
        return {name: ", ".join(references) for name, references in known.items()}

    def references(desk: Desk, answers: Answers) -> Mapping[str, str]:
        of_party = [one for one in assignments(desk, answers) if one.party.name == answers["opdrachtgever"]]
        return {one.reference: _("from {day}").format(day=one.from_on) for one in of_party}

    return (
        Question("opdrachtgever", N_("Opdrachtgever"), suppliers, usual=only_option(suppliers), made_by=made_by),
        Question("assignment", N_("Reference of the assignment"), references, usual=only_option(references)),
    )


def _laws(_desk: Desk, _answers: Answers) -> Mapping[str, str]:
    from wkc.rules.disclosure.annex import LAWS, OTHER_LAW

    return {**{code: law.name for code, law in LAWS.items()}, OTHER_LAW: _("another law, or an order of a court")}


def _is_by_statute(_desk: Desk, answers: Answers) -> bool:
    return answers.get("ground_of_report") == STATUTE


def _new_file(desk: Desk, answers: Answers) -> str:
    """Give a name that no earlier report has."""
    from wkc.procedures.core.clock import amsterdam

    at = desk.cli.environment.now().astimezone(amsterdam())
    return f"rapportage-{answers[CLIENT]}-{at:%Y%m%d-%H%M%S}.pdf"


def _name_assignment(answers: Answers) -> tuple[str, ...]:
    assignment = (*option("--opdrachtgever", answers["opdrachtgever"]), *option("--assignment", answers["assignment"]))
    return (answers[CLIENT], *assignment)


def _draft(answers: Answers) -> Filled:
    options = (
        *flag("--end", answers["kind_of_report"] == END),
        *option("--from", answers.get("first")),
        *option("--to", answers["last_day"]),
        *option("--channel", answers["channel"]),
        *flag("--consent", answers["ground_of_report"] == CONSENT),
        *option("--law", answers.get("law")),
        *option("--citation", answers.get("citation")),
        *flag("--covers-bsn", is_yes(answers.get("covers_bsn"))),
    )
    return Filled((*_name_assignment(answers), *options), (answers.get("agreed", ""), answers["own_words"]))


def _paper(answers: Answers) -> Filled:
    return Filled((*_name_assignment(answers), *option("--output", answers["file"])))


def _take_assignment(answers: Answers) -> Filled:
    return Filled(_name_assignment(answers))


def _say_words_go(_desk: Desk, _answers: Answers) -> str:
    return _("With this its own words leave the register, and it can be made no more.")


FILE = Question("file", N_("File for the PDF"), usual=_new_file, read=shared_answers.read_place)

FORMS = {
    "report": Form(
        N_("Draft a report"),
        "report.draft",
        ("report", "progress"),
        (
            WHO,
            *_ask_assignment(_running_or_ended),
            Question(
                "kind_of_report",
                N_("Kind of report"),
                words_of((PROGRESS, N_("how it goes")), (END, N_("the end of the assignment"))),
                usual=lambda _desk, _answers: PROGRESS,
            ),
            Question(
                "first",
                N_("First day, if it is not the day after the last report"),
                read=shared_answers.read_day,
                required=False,
            ),
            Question("last_day", N_("Last day"), usual=shared_answers.today, read=shared_answers.read_day),
            Question("channel", N_("How it goes there"), CHANNELS, usual=lambda _desk, _answers: "brief"),
            Question("ground_of_report", N_("Ground"), GROUNDS, usual=lambda _desk, _answers: GOAL),
            Question("law", N_("Which law"), _laws, asked=_is_by_statute),
            Question("citation", N_("The article in that law"), asked=_is_by_statute),
            Question(
                "covers_bsn",
                N_("May the BSN go by that law"),
                yes_or_no(N_("that law says so")),
                usual=lambda _desk, _answers: _("no"),
                asked=_is_by_statute,
            ),
            Question("agreed", N_("What was agreed"), required=False),
            Question("own_words", N_("In your own words, how is it going"), is_long=True),
        ),
        _draft,
        ("report_print", "report_final", "report_drop"),
        failed=AGAIN,
    ),
    "report_print": Form(
        N_("Print a report, to send it later"),
        "report.final",
        ("report", "print"),
        (WHO, *_ask_assignment(_drafts, "report"), FILE),
        _paper,
        ("report_sent",),
        failed=AGAIN,
    ),
    "report_sent": Form(
        N_("A printed report was sent"),
        "report.final",
        ("report", "sent"),
        (WHO, *_ask_assignment(_drafts_on_paper, "report_print")),
        _take_assignment,
        ("report_checklist", "end"),
        preview=_say_words_go,
    ),
    "report_final": Form(
        N_("Make a report that goes at once"),
        "report.final",
        ("report", "final"),
        (WHO, *_ask_assignment(_drafts, "report"), FILE),
        _paper,
        ("report_checklist", "end"),
        preview=_say_words_go,
        failed=AGAIN,
    ),
    "report_drop": Form(
        N_("Throw the draft of a report away"),
        "report.drop",
        ("report", "drop"),
        (WHO, *_ask_assignment(_drafts)),
        _take_assignment,
        ("report",),
    ),
    "report_checklist": Form(
        N_("What the end of an assignment asks"),
        "report.checklist",
        ("report", "checklist"),
        (WHO, *_ask_assignment(_running_or_ended)),
        _take_assignment,
        ("report", "end"),
    ),
}
"""The forms by the key under which menus and other forms name them."""
