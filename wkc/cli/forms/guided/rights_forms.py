"""Forms about what a client allows, and about data that are kept longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import NOTE, WHO
from wkc.cli.forms.guided.desk import choices
from wkc.cli.forms.guided.form import CLIENT, Answers, Filled, Form, Question, flag, option
from wkc.i18n import N_
from wkc.sentences import consent, hold

if TYPE_CHECKING:
    from wkc.cli.forms.guided.desk import Desk


def _consent(answers: Answers) -> Filled:
    options = (
        *option("--recipient", answers["recipient"]),
        *option("--purpose", answers["purpose"]),
        *option("--categories", answers["categories"]),
        *option("--how", answers["how"]),
        *option("--from", answers["on"]),
        *option("--until", answers.get("until")),
    )
    return Filled((answers[CLIENT], *options))


def _hold(answers: Answers) -> Filled:
    note = answers.get("note", "")
    options = (
        *option("--ground", answers["ground"]),
        *option("--until", answers["until"]),
        *option("--citation", answers.get("citation")),
        *option("--categories", answers.get("categories")),
        *flag("--note", note),
    )
    return Filled((answers[CLIENT], *options), (note,) if note else ())


def _is_by_statute(_desk: Desk, answers: Answers) -> bool:
    return answers.get("ground") == "wettelijk_voorschrift"


def read_purpose(_desk: Desk, _answers: Answers, typed: str) -> object:
    """Read the word of a purpose."""
    from wkc.procedures.disclosure.consent import parse_purpose

    return parse_purpose(typed)


FORMS = {
    "consent": Form(
        N_("Write down a consent"),
        "consent.give",
        ("consent", "give"),
        (
            WHO,
            Question("recipient", N_("Who may have the data"), shared_answers.parties, made_by="party"),
            Question("purpose", N_("For what, in a word (such as voortgang or bemiddeling)"), read=read_purpose),
            Question("categories", N_("Which data"), shared_answers.categories, several=True),
            Question(
                "how",
                N_("How it was given"),
                choices(consent.WAYS),
            ),
            Question("on", N_("From which day"), usual=shared_answers.today, read=shared_answers.read_day),
            Question("until", N_("Last day"), read=shared_answers.read_any_day, required=False),
        ),
        _consent,
    ),
    "hold": Form(
        N_("Keep data longer than five years"),
        "retention.hold",
        ("retention", "hold"),
        (
            WHO,
            Question(
                "ground",
                N_("Ground"),
                choices(hold.GROUNDS),
            ),
            Question("citation", N_("The statute, such as: AWR art. 52"), asked=_is_by_statute),
            Question("categories", N_("Which data"), shared_answers.categories, asked=_is_by_statute, several=True),
            Question("until", N_("Last day"), read=shared_answers.read_any_day),
            NOTE,
        ),
        _hold,
    ),
}
"""The forms by the key under which menus and other forms name them."""
