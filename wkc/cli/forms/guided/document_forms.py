"""Forms about a paper in the dossier or at a place: taking it out, taking it back, its end (art. 14.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import WHO
from wkc.cli.forms.guided.desk import words_of
from wkc.cli.forms.guided.form import AGAIN, CLIENT, Answers, Filled, Form, Question, option, taking
from wkc.cli.forms.guided.paper_forms import ORIGIN, origin_options
from wkc.i18n import N_
from wkc.sentences import mistake
from wkc.sentences.sentence import for_staff

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wkc.cli.forms.guided.desk import Desk
    from wkc.records.document import Document

REASONS = words_of(*for_staff(mistake.REASONS).items())


def _list(fits: Callable[[Document], bool]) -> Callable[[Desk, Answers], Mapping[str, str]]:
    """Give the papers of the client that fit, by number."""

    def options(desk: Desk, answers: Answers) -> Mapping[str, str]:
        from wkc.procedures.document import document

        listed = document.every(desk.session, answers[CLIENT]).documents
        return {str(one.number): _describe(one) for one in listed if fits(one)}

    return options


def _describe(one: Document) -> str:
    what = one.title or one.form or (one.field.label if one.field else "")
    return ", ".join(filter(None, (what, one.place, str(one.provenance.obtained_on))))


def _is_any(_document: Document) -> bool:
    return True


def _is_file(document: Document) -> bool:
    return not document.is_paper


def _is_paper(document: Document) -> bool:
    return document.is_paper


def _file_name(desk: Desk, answers: Answers) -> str:
    """Give the name that the command gives the file by itself."""
    from wkc.procedures.document import document

    listed = document.every(desk.session, answers[CLIENT]).documents
    chosen = (one for one in listed if str(one.number) == answers["paper"])
    return next((document.file_name(answers[CLIENT], one) for one in chosen), "")


def _papers_left(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the papers of no dossier any more that still lie somewhere, by their place on the list."""
    from wkc.procedures.document import papers_left

    listed = papers_left.list_left(desk.session, None).papers
    return {str(place): ", ".join(filter(None, (one.place, str(one.since)))) for place, one in enumerate(listed, 1)}


def _place(answers: Answers) -> Filled:
    options = (*option("--where", answers["where"]), *option("--destroy-on", answers["until"]))
    return Filled((answers[CLIENT], *origin_options(answers), *options))


def _export(answers: Answers) -> Filled:
    return Filled((answers[CLIENT], answers["paper"], *option("--output", answers["file"])))


def _remove(answers: Answers) -> Filled:
    return Filled((answers[CLIENT], answers["paper"], *option("--reason", answers["why"])))


FORMS = {
    "document_place": Form(
        N_("A paper that lies at a place"),
        "document.add",
        ("document", "place"),
        (
            WHO,
            *ORIGIN,
            Question("where", N_("Where it lies, such as: folder 3, tab 7")),
            Question("until", N_("Day on which it must be destroyed"), read=shared_answers.read_any_day),
        ),
        _place,
    ),
    "document_show": Form(
        N_("See a document, and who took it out"),
        "document.show",
        ("document", "show"),
        (WHO, Question("paper", N_("Which document"), _list(_is_any), made_by="document")),
        taking(CLIENT, "paper"),
    ),
    "document_export": Form(
        N_("A document into a file, to print or read"),
        "document.export",
        ("document", "export"),
        (
            WHO,
            Question("paper", N_("Which document"), _list(_is_file), made_by="document"),
            Question("file", N_("File for it"), usual=_file_name, read=shared_answers.read_place),
        ),
        _export,
    ),
    "document_remove": Form(
        N_("Remove a document added by mistake"),
        "client.mistake",
        ("document", "remove"),
        (
            WHO,
            Question("paper", N_("Which document"), _list(_is_any)),
            Question("why", N_("What was wrong"), REASONS),
        ),
        _remove,
        failed=AGAIN,
    ),
    "document_destroyed": Form(
        N_("A paper of this client was destroyed"),
        "document.destroyed",
        ("document", "destroyed"),
        (WHO, Question("paper", N_("Which paper"), _list(_is_paper))),
        taking(CLIENT, "paper"),
    ),
    "papers": Form(
        N_("A paper of no dossier was destroyed"),
        "document.papers",
        ("document", "papers"),
        (Question("paper", N_("Which paper"), _papers_left),),
        lambda answers: Filled(option("--destroyed", answers["paper"])),
    ),
}
"""The forms by the key under which menus and other forms name them."""
