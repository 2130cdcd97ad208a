"""Forms about papers: a document into the dossier, a form to sign, its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import GROUNDS, SOURCES, WHO, basis_of, is_sealed, names_party
from wkc.cli.forms.guided.desk import MOST_LISTED, choices
from wkc.cli.forms.guided.form import CLIENT, Answers, Filled, Form, Question, option
from wkc.cli.forms.guided.rights_forms import read_purpose
from wkc.cli.terminal.codes import FORMS as KINDS
from wkc.cli.terminal.codes import in_words
from wkc.i18n import N_, _
from wkc.sentences import paper_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk
    from wkc.records.paper_form import PaperForm

CONSENT = "toestemming"
OF_CLIENT = choices({code: words for code, words in paper_form.KINDS.items() if code != "geheimhouding"})


def origin_options(answers: Answers) -> tuple[str, ...]:
    """Give the options of what a paper is about and where it came from."""
    return (
        *option("--category", answers["field"]),
        *option("--source", answers["source"]),
        *option("--basis", basis_of(answers)),
        *option("--party", answers.get("party")),
        *option("--grondslag", answers.get("grondslag")),
        *option("--title", answers.get("title")),
        *option("--obtained-on", answers["on"]),
    )


def _document(answers: Answers) -> Filled:
    return Filled((answers[CLIENT], answers["file"], *origin_options(answers)))


def _print(answers: Answers) -> Filled:
    options = (
        *option("--recipient", answers.get("recipient")),
        *option("--purpose", answers.get("purpose")),
        *option("--categories", answers.get("categories")),
        *option("--until", answers.get("until")),
    )
    return Filled((answers["kind"], answers[CLIENT], *options))


def _is_consent(_desk: Desk, answers: Answers) -> bool:
    return answers.get("kind") == CONSENT


def _list_unsigned(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the printed forms that lack a signature or its paper, of the client of the form or of everybody."""
    return {one.number: _describe(one) for one in _open_forms(desk, answers)}


def _describe(form: PaperForm) -> str:
    parts = [in_words(form.kind, KINDS), form.client or form.user_id]
    if form.signed_on is not None:
        parts.append(_("signed on {day}, without its paper").format(day=form.signed_on))
    return ", ".join(filter(None, parts))


def _open_forms(desk: Desk, answers: Answers) -> tuple[PaperForm, ...]:
    from wkc.procedures.paper_form.signing import list_open

    return list_open(desk.session, answers.get(CLIENT), MOST_LISTED)


def _signature_day(desk: Desk, answers: Answers) -> str:
    """Give the day of a form that was signed already, else today."""
    days = (one.signed_on for one in _open_forms(desk, answers) if one.number == answers["form"])
    return str(next(filter(None, days), None) or shared_answers.today(desk, answers))


def _is_of_client(desk: Desk, answers: Answers) -> bool:
    """Tell whether a form belongs to a dossier, which keeps its paper."""
    return any(one.client for one in _open_forms(desk, answers) if one.number == answers["form"])


def _sign(answers: Answers) -> Filled:
    return Filled((answers["form"], *option("--on", answers["on"]), *option("--document", answers.get("file"))))


ORIGIN = (
    Question("field", N_("What the document is about"), shared_answers.fields_on_file),
    Question("title", N_("What it is, without names"), required=False),
    Question("source", N_("Who it came from"), SOURCES, usual=lambda _desk, _answers: "geregistreerde"),
    Question("party", N_("Which organisation"), shared_answers.parties, asked=names_party, required=False),
    Question("grondslag", N_("Ground on which it may be held"), GROUNDS, asked=is_sealed),
    Question("on", N_("Day on which it was obtained"), usual=shared_answers.today, read=shared_answers.read_day),
)
"""The questions of what a paper is about and where it came from."""

FORMS = {
    "document": Form(
        N_("A document into the dossier"),
        "document.add",
        ("document", "add"),
        (
            WHO,
            Question(
                "file",
                N_("The file (PDF, a scan, DOCX and others)"),
                shared_answers.list_files,
                read=shared_answers.read_file,
                open=True,
            ),
            *ORIGIN,
        ),
        _document,
    ),
    "form": Form(
        N_("A form to sign"),
        "form.print",
        ("form", "print"),
        (
            WHO,
            Question("kind", N_("Kind of form"), OF_CLIENT),
            Question(
                "recipient", N_("Who may have the data"), shared_answers.parties, asked=_is_consent, made_by="party"
            ),
            Question(
                "purpose",
                N_("For what, in a word (such as voortgang or bemiddeling)"),
                read=read_purpose,
                asked=_is_consent,
            ),
            Question("categories", N_("Which data"), shared_answers.categories, asked=_is_consent, several=True),
            Question("until", N_("Last day"), read=shared_answers.read_any_day, asked=_is_consent, required=False),
        ),
        _print,
        ("signed",),
        client_later=True,
    ),
    "signed": Form(
        N_("A form was signed"),
        "form.signed",
        ("form", "signed"),
        (
            Question("form", N_("Which form"), _list_unsigned, made_by="form"),
            Question("on", N_("Day of the signature"), usual=_signature_day, read=shared_answers.read_day),
            Question(
                "file",
                N_("The scan of it"),
                shared_answers.list_files,
                read=shared_answers.read_file,
                open=True,
                asked=_is_of_client,
                required=False,
            ),
        ),
        _sign,
    ),
}
"""The forms by the key under which menus and other forms name them."""
