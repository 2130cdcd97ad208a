"""The marks of art. 8.2 and 12 and AVG 18 beside a value or the title of a document, and the client's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import SECRETS, in_words
from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.records.document import Document
    from wkc.records.dossier import Entry


def marked(text: str | None, row: Entry | Document) -> str:
    """Give a text with the marks of its row; None is withheld."""
    shown = _("(withheld)") if text is None else text
    marks = [_("contested")] if row.in_onderzoek else []
    if row.beperkt:
        marks.append(_("restricted"))
    if row.provenance.geheim:
        marks.append(_("secret: {duty}").format(duty=in_words(row.provenance.geheim, SECRETS)))
    return f"{shown} [{', '.join(marks)}]" if marks else shown


def with_statement(shown: str, words: str | None) -> str:
    """Give a text with what the client says about it; None is withheld."""
    return _("{value} (the client says: {words})").format(value=shown, words=words or _("(withheld)"))
