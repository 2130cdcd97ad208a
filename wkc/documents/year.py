"""Art. 14.2, AVG 5.2: the figures of a year, as JSON and on paper, with charts that read in black and white."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from wkc.documents.paper import Attachment, in_words, typeset
from wkc.documents.part import Auditlog, Day, Moment, Part, as_json
from wkc.records.year import TABLE, TOTAL, YearReport
from wkc.sentences import year as sentences
from wkc.sentences.sentence import for_recipient

ATTACHED_AS = "jaarcijfers.json"
SUBJECTS, LINES = for_recipient(sentences.SUBJECTS), for_recipient(sentences.LINES)
PRINTED = {
    "deels": "voor een deel toegewezen",
    "identiteit": "de identiteit stond niet vast",
    "machtiging": "geen machtiging",
    "uavg_41": "een uitzondering van artikel 41 UAVG",
    "ter_zake": "het gegeven doet ter zake",
    "niet_zelf_verstrekt": "de cliënt gaf het niet zelf",
    "doel": "past bij het doel",
    "derde": "andere organisatie",
    "verkeerd_verzonden": "verkeerd verstuurd",
    "onbevoegd_inzien": "door een onbevoegde ingezien",
    "overig": "ander datalek",
}
"""The codes of the law that say too little to somebody outside."""
WITHHELD = "*"
"""The sign in place of a figure that is withheld."""
CHARTS = frozenset({"verzoeken", "verstrekt", "na_de_termijn", "dossiers"})
"""The subjects that a chart shows: of a table its total row, of a list its lines."""


class Cijfer(Part, frozen=True):
    """Eén cijfer: waarover het gaat, in welke rij en kolom; null is niet gegeven."""

    onderwerp: str
    rij: str
    kolom: str | None
    aantal: Annotated[int | None, Meta(description="null: kleiner dan vijf, of het zou zo een cijfer verraden.")]


class Jaarcijfers(Part, frozen=True, kw_only=True):
    """De cijfers van een jaar, zonder iets dat over één persoon gaat."""

    versie: Annotated[Literal[1], Meta(description="De versie van deze opzet.")] = 1
    soort: Literal["jaarcijfers"] = "jaarcijfers"
    gemaakt_op: Moment
    houder: str
    jaar: int
    tot_en_met: Day
    eind_vorig_jaar: Annotated[
        int | None,
        Meta(description="Dossiers aan het eind van het vorige jaar, als dit jaar anders begint."),
    ]
    cijfers: tuple[Cijfer, ...]
    auditlog: Auditlog


def figures_of(report: YearReport) -> Jaarcijfers:
    """Put the figures in the words of the file."""
    return Jaarcijfers(
        gemaakt_op=report.made_at.astimezone(UTC),
        houder=report.houder.name,
        jaar=report.year,
        tot_en_met=report.until,
        eind_vorig_jaar=report.former_end,
        cijfers=tuple(
            Cijfer(one.name[0], one.name[1], one.name[2] if len(one.name) == TABLE else None, one.value)
            for one in report.figures
        ),
        auditlog=Auditlog(nummer=report.head.seq, hash=report.head.hash.hex(" ", 2)),
    )


def as_pdf(report: YearReport) -> bytes:
    """Set the figures on paper, PDF/A-3a and PDF/UA-1, with their JSON attached."""
    made = figures_of(report)
    model: dict[str, Any] = {
        "office": report.houder.name,
        "year": report.year,
        "made_at": report.made_at,
        "line": report.head.seq,
        "seal": made.auditlog.hash,
        "withheld": WITHHELD,
        "former_end": report.former_end,
        "parts": list(_parts(report)),
    }
    return typeset(
        "year.typ",
        msgspec.json.encode(in_words(msgspec.to_builtins(model, builtin_types=(date, datetime)))),
        report.made_at,
        Attachment(ATTACHED_AS, "application/json", as_json(made), "Dezelfde cijfers, voor een computer"),
    )


def name_line(code: str) -> str:
    """Name a row or column: in own words, or as the law has it."""
    return LINES.get(code) or PRINTED.get(code, code.replace("_", " "))


def _parts(report: YearReport) -> Iterator[dict[str, Any]]:
    """Give each subject with its columns, its rows as texts, and the bars of its chart."""
    for subject, title in SUBJECTS.items():
        block = report.list_figures(subject)
        if not block.rows:
            continue
        bars: list[tuple[str, int | None]] = []
        if subject in CHARTS:
            of_total = zip(block.columns, dict(block.rows)[TOTAL], strict=True) if block.columns else ()
            bars = [(code, value) for code, value in of_total if code != TOTAL]
            bars = bars or [(row, value) for row, (value,) in block.rows]
        yield {
            "title": title,
            "columns": [name_line(column) for column in block.columns],
            "rows": [[name_line(row), *map(_text, values)] for row, values in block.rows],
            "left_out": block.omitted,
            "is_about_dossiers": subject == "dossiers",
            "bars": [{"name": name_line(code), "value": value} for code, value in bars],
        }


def _text(value: int | None) -> str:
    return WITHHELD if value is None else str(value)
