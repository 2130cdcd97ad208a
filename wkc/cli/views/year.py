"""The figures of a year on the screen, subject by subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import BREACHES, DECISIONS, PARTIES, REFUSALS, REQUESTS, in_words
from wkc.i18n import _
from wkc.records.year import give_first_day
from wkc.sentences import disclosure
from wkc.sentences import year as sentences
from wkc.sentences.sentence import for_staff

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.year import YearPaper
    from wkc.records.year import YearReport

SUBJECTS = for_staff(sentences.SUBJECTS)
LINES = {
    **REQUESTS,
    **DECISIONS,
    **REFUSALS,
    **for_staff(disclosure.GROUNDS),
    **PARTIES,
    **BREACHES,
    **for_staff(sentences.LINES),
}
"""The words of each row and column; those of the figures themselves go first."""
WITHHELD = "*"
"""The sign in place of a figure that is withheld."""


def shown(screen: Screen, report: YearReport) -> None:
    """Show the figures, without the rows of a table that are all 0."""
    if report.is_made:
        made_on = screen.day(report.made_at)
        screen.heading(_("Figures of {year}, as they were made on {day}").format(year=report.year, day=made_on))
    else:
        screen.heading(_("Figures of {year}, up to and including {day}").format(year=report.year, day=report.until))
        screen.say(_("For the beheerder alone: nothing is withheld yet, so hand none of this on."))
    for subject, title in SUBJECTS.items():
        block = report.list_figures(subject)
        if not block.rows:
            continue
        screen.heading(_(title))
        if block.columns:
            lines = ((_line(row), *map(_text, values)) for row, values in block.rows)
            screen.table(("", *map(_line, block.columns)), lines)
        else:
            screen.pairs((_line(row), _text(value)) for row, (value,) in block.rows)
    if report.former_end is not None:
        text = _("At the end of {year} there were {count} dossiers by its figures: a backup was put back since.")
        screen.say(text.format(year=report.year - 1, count=report.former_end))
    if not report.is_made:
        text = _("They are made once, from {first} on, with `wkc report year {year} --format pdf`.")
        screen.say(text.format(first=give_first_day(report.year), year=report.year))
        return
    screen.say(_("{sign} is withheld: it is under five, or would give one under five away.").format(sign=WITHHELD))


def exported(screen: Screen, made: YearPaper) -> None:
    """Say where the figures are."""
    screen.say(_("{path} holds the figures of {year}.").format(path=made.path, year=made.year))
    screen.say(f"SHA-256 {made.sha256}")


def _line(code: str) -> str:
    return in_words(code, LINES) or code


def _text(value: int | None) -> str:
    return WITHHELD if value is None else str(value)
