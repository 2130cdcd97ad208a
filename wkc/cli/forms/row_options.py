"""The options that name one row of a dossier which is no value, each by its number on its own list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from wkc.i18n import N_

if TYPE_CHECKING:
    from wkc.records.mistake import MistakeNoun

CONTACT = typer.Option(metavar="NO", min=1, help=N_("A contact, by its number on `wkc contact list`."))
APPOINTMENT = typer.Option(metavar="NO", min=1, help=N_("An appointment, by its number on `wkc contact planned`."))
CONSENT = typer.Option(metavar="NO", min=1, help=N_("A consent, by its number on `wkc consent list`."))
MANDATE = typer.Option(metavar="NO", min=1, help=N_("A mandate, by its number on `wkc consent list`."))
HOLD = typer.Option(metavar="NO", min=1, help=N_("A hold, by its number on `wkc client show`."))
DISCLOSURE = typer.Option(metavar="NO", min=1, help=N_("A disclosure, by its number on `wkc disclosure list`."))
LETTER_TEXT = typer.Option(
    metavar="LETTER", help=N_("What a letter that was sent says, by its number, such as B2026-0001.")
)
REQUEST_WORDS = typer.Option(metavar="REQUEST", help=N_("The words of a request, by its number, such as V2026-0001."))
DRAFT = typer.Option(metavar="NO", min=1, help=N_("The draft of a report, by its place on `wkc report list`."))
LOOK = typer.Option(
    metavar="NO", min=1, help=N_("The reason of a look outside the caseload, by its line on `wkc audit list`.")
)


class WordOptions(NamedTuple):
    """Rows of which the words alone change: a letter, a request, a draft, a look for a reason."""

    letter: Annotated[str | None, LETTER_TEXT] = None
    request_words: Annotated[str | None, REQUEST_WORDS] = None
    draft: Annotated[int | None, DRAFT] = None
    look: Annotated[int | None, LOOK] = None


class RowOptions(NamedTuple):
    """The numbers of rows by kind, of which a command takes one."""

    contact: Annotated[int | None, CONTACT] = None
    appointment: Annotated[int | None, APPOINTMENT] = None
    consent: Annotated[int | None, CONSENT] = None
    mandate: Annotated[int | None, MANDATE] = None
    hold: Annotated[int | None, HOLD] = None
    disclosure: Annotated[int | None, DISCLOSURE] = None


_NOUNS = ("contact", "afspraak", "toestemming", "machtiging", "opschorting", "verstrekking")
_WORDS = ("brief", "verzoek", "rapportage", "noodinzage")
"""The kinds of row in the order of the options above."""


def find_named(rows: RowOptions, words: WordOptions) -> tuple[MistakeNoun | None, int | str | None]:
    """Give the kind and the number of the one row that the options name, in their order; twice None for none.

    errors.EntryOrField for more than one.
    """
    from wkc.errors.correction import EntryOrField
    from wkc.records.mistake import MistakeNoun

    typed = zip((*_NOUNS, *_WORDS), (*rows, *words), strict=True)
    named = [(MistakeNoun(noun), number) for noun, number in typed if number is not None]
    if len(named) > 1:
        raise EntryOrField
    return named[0] if named else (None, None)
