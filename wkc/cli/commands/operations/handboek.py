"""`wkc handboek`: the handbook of the office, by task in the terminal or whole as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import FORCE
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.documents.handbook import Chapter
    from wkc.procedures.operations.handbook import HandbookWritten

app = group()

TASK = typer.Argument(metavar="TASK", help=N_("A task, such as telefoon, or a part of its title."))
PDF = typer.Option("--pdf", metavar="FILE", help=N_("Write the whole handbook as PDF."))


@app.command()
def handboek(
    ctx: typer.Context,
    task: Annotated[str | None, TASK] = None,
    pdf: Annotated[str | None, PDF] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Show the handbook; nobody needs to sign in for that."""
    cli = cli_context(ctx)
    if pdf is not None:
        from wkc.procedures.operations import handbook

        place = cli.files.to_write(pdf)
        cli.show(ctx, handbook.write(cli.environment, cli.home, place, force=force), _written)
        return
    from wkc.documents.handbook import chapters

    every = chapters()
    if task is None:
        cli.show(ctx, every, _listed)
    else:
        cli.show(ctx, _find(every, task), _shown)


def _find(every: tuple[Chapter, ...], task: str) -> Chapter:
    """Give the chapter of a word, or the first that has it in its title; errors.ChapterUnknown."""
    from wkc.errors.handbook import ChapterUnknown

    word = _letters(task)
    fitting = [
        *(chapter for chapter in every if _letters(chapter.key) == word),
        *(chapter for chapter in every if word in f"{_letters(chapter.key)} {_letters(chapter.title)}"),
    ]
    if not fitting:
        raise ChapterUnknown
    return fitting[0]


def _letters(text: str) -> str:
    """Give the letters of a text and its spaces: back-up is backup."""
    return "".join(sign for sign in text.strip().casefold() if sign.isalnum() or sign == " ")


def _written(screen: Screen, done: HandbookWritten) -> None:
    screen.say(_("{path} holds the handbook.").format(path=done.path))


def _listed(screen: Screen, every: tuple[Chapter, ...]) -> None:
    screen.table((_("task"), _("chapter")), ((chapter.key, chapter.title) for chapter in every))
    screen.say(_("`wkc handboek telefoon` shows one; `--pdf FILE` writes all."))


def _shown(screen: Screen, chapter: Chapter) -> None:
    screen.heading(chapter.title)
    before = ""
    for block in chapter.blocks:
        if block.kind != before or block.kind == "alinea":
            screen.say("")
        mark = {"stap": f"{block.mark:<3}", "commando": "    "}.get(block.kind, "")
        screen.prose(mark + block.text, _INDENT[block.kind])
        before = block.kind


_INDENT = {"alinea": "", "stap": "   ", "commando": "      "}
"""The indent of the following lines of a block."""
