"""The papers of a dossier on the screen: a list, one of them, what was written to a file, what is to be destroyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import GRONDSLAGEN, SECRETS, SOURCES, in_words
from wkc.cli.terminal.log_line import purpose
from wkc.cli.views.mark import marked, with_statement
from wkc.i18n import _, decimal
from wkc.records.document import MEDIA_TYPES

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.document.document import Documents, ExportedDocument, ShownDocument
    from wkc.procedures.document.papers_left import PapersLeft
    from wkc.records.document import Document

KIB, MIB = 1024, 1024 * 1024


def added(screen: Screen, made: ShownDocument) -> None:
    """Say the number of a paper, and the command that shows it again."""
    number, client = made.document.number, made.client.number
    screen.say(_("Document {number} is in dossier {client}.").format(number=number, client=client))
    if made.has_links:
        screen.say(_("It has links to the web: following one tells that site that somebody reads it."))
    if not made.document.is_paper:
        screen.say(_("The file you added still stands where it was: destroy it there if it is not needed."))


def listed(screen: Screen, page: Documents) -> None:
    """Show the papers of a dossier."""
    screen.say(page.client.number)
    if not page.documents:
        screen.say(_("No documents."))
    else:
        screen.table(
            (_("nr"), _("what"), _("about"), _("since"), _("where")),
            (
                (
                    document.number,
                    _title(document),
                    _name_subject(document),
                    document.provenance.obtained_on,
                    _where(document),
                )
                for document in page.documents
            ),
        )
    if page.withheld:
        screen.say(_("There is more that your role does not see."))


def shown(screen: Screen, view: ShownDocument) -> None:
    """Show one paper with who took it out."""
    document, source = view.document, view.document.provenance
    screen.heading(_("Document {number} of {client}").format(number=document.number, client=view.client.number))
    screen.pairs(
        (
            (_("what"), _title(document)),
            (_("about"), _name_subject(document)),
            (_("from"), source.party.name if source.party else in_words(source.source, SOURCES)),
            (_("obtained on"), source.obtained_on),
            (_("ground"), in_words(source.grondslag, GRONDSLAGEN)),
            (_("secret"), in_words(source.geheim, SECRETS)),
            (_("where"), _where(document)),
            (_("destroy on"), document.destroy_on),
        )
    )
    screen.heading(_("Taken out"))
    if view.looks:
        screen.table(
            (_("at"), _("who"), _("purpose")),
            ((screen.minute(one.at), one.user_id, purpose(one.purpose)) for one in view.looks),
        )
    else:
        screen.say(_("Never."))


def exported(screen: Screen, done: ExportedDocument) -> None:
    """Say where a paper was written."""
    text = _("{path} holds document {number} of {client}. Destroy it when you have seen it.")
    screen.say(text.format(path=done.path, number=done.document.number, client=done.client.number))
    screen.say(f"SHA-256 {done.sha256}")


def left(screen: Screen, papers: PapersLeft) -> None:
    """Show the papers of destroyed dossiers that lie somewhere yet."""
    if not papers.papers:
        screen.say(_("No paper of a destroyed dossier, or taken out of one, is left."))
        return
    screen.table(
        (_("nr"), _("where"), _("since")),
        ((number, _withheld(paper.place), paper.since) for number, paper in enumerate(papers.papers, 1)),
    )
    screen.say(_("Destroy each, or see that it lies in another dossier now; then: wkc document papers --destroyed NR"))


def _name_subject(document: Document) -> str:
    if document.field is None:
        return _("signed form {number}").format(number=document.form)
    return document.field.label


def _title(document: Document) -> str:
    shown = marked(document.title, document)
    return with_statement(shown, document.statement) if document.has_statement else shown


def _where(document: Document) -> str:
    if document.media_type is None or document.size is None:
        return _withheld(document.place)
    return f"{MEDIA_TYPES[document.media_type].upper()}, {_size(document.size)}"


def _size(octets: int) -> str:
    return f"{decimal(octets / MIB)} MB" if octets >= MIB else f"{-(-octets // KIB)} kB"


def _withheld(text: str | None) -> str:
    return _("(withheld)") if text is None else text
