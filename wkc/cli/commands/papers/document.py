"""`wkc document`: the papers of a dossier, sealed in the register or at a place on paper (art. 14.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.option_list import spread
from wkc.cli.terminal.parameters import CLIENT, FORCE, MISTAKE_REASON
from wkc.i18n import N_

if TYPE_CHECKING:
    from wkc.procedures.document.document import DocumentInput

app = group()

FILE = typer.Argument(metavar="FILE", help=N_("A PDF, JPEG, PNG, TIFF, TXT, DOCX or ODT."))
NO = typer.Argument(metavar="NO", help=N_("Its number on `wkc document list`."))
CATEGORY = typer.Option(
    metavar="CODE", help=N_("What it is about: a number of annex I, or a field of `wkc client fields`.")
)
SOURCE = typer.Option(metavar="S", help=N_("Who it came from: geregistreerde, opdrachtgever, or one of annex II."))
TITLE = typer.Option(metavar="TEXT", help=N_("What it is, without names (default: what the category is called)."))
BASIS = typer.Option(metavar="B", help=N_("The basis of that source in annex II: bsn_wet or wwb."))
PARTY = typer.Option(metavar="NAME", help=N_("Who it came from: a name from `wkc party list`."))
GRONDSLAG = typer.Option(metavar="G", help=N_("The ground for a bijzonder or strafrechtelijk field."))
GEHEIM = typer.Option(metavar="ambt|beroep|wet", help=N_("A duty of secrecy that rests on it (art. 8.2)."))
CITATION = typer.Option(metavar="C", help=N_("The statute, with --geheim wet."))
OBTAINED = typer.Option(metavar="DATE", help=N_("When it was obtained (default: today)."))
WHERE = typer.Option(metavar="TEXT", help=N_("The place where it lies, such as 'ordner 3, tab 7'."))
UNTIL = typer.Option("--destroy-on", metavar="DATE", help=N_("The day on which the paper must be destroyed."))
OUTPUT = typer.Option(metavar="FILE", help=N_("Where it goes (default: its number, in this folder)."))
DONE = typer.Option(
    "--destroyed",
    metavar="NO",
    help=N_("That paper was destroyed, or lies in another dossier now: its number on this list."),
)


class OriginOptions(NamedTuple):
    """The options that say what a paper is and where it came from."""

    title: Annotated[str | None, TITLE] = None
    basis: Annotated[str | None, BASIS] = None
    party: Annotated[str | None, PARTY] = None
    grondslag: Annotated[str | None, GRONDSLAG] = None
    geheim: Annotated[str | None, GEHEIM] = None
    citation: Annotated[str | None, CITATION] = None
    obtained_on: Annotated[str | None, OBTAINED] = None


@app.command(help=N_("Take a file into the dossier, sealed; the file itself stays where it is."))
@spread("origin", OriginOptions)
def add(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    file: Annotated[str, FILE],
    category: Annotated[str, CATEGORY],
    source: Annotated[str, SOURCE],
    origin: OriginOptions,
) -> None:
    """Take a file in."""
    from wkc.cli.views.document import added
    from wkc.procedures.document import document
    from wkc.procedures.document.keep import look_at
    from wkc.procedures.io import input_file

    cli = cli_context(ctx)
    document_input = _make_input(category, source, origin)
    path, opened = cli.files.open_to_read(file, input_file.DOCUMENT)
    with opened:
        cli.show(ctx, document.add(cli.session(), cli.search_term(who), look_at(path, opened), document_input), added)


@app.command(help=N_("Write down where a paper lies, and when it must be destroyed."))
@spread("origin", OriginOptions)
def place(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    category: Annotated[str, CATEGORY],
    source: Annotated[str, SOURCE],
    where: Annotated[str, WHERE],
    destroy_on: Annotated[str, UNTIL],
    origin: OriginOptions,
) -> None:
    """Write down where a paper lies."""
    from wkc.cli.views.document import added
    from wkc.procedures.document import document

    cli = cli_context(ctx)
    document_input = _make_input(category, source, origin)
    cli.show(ctx, document.place(cli.session(), cli.search_term(who), where, destroy_on, document_input), added)


@app.command("list", help=N_("List the papers of a dossier."))
def list_(ctx: typer.Context, who: Annotated[str, CLIENT]) -> None:
    """List the papers of a dossier."""
    from wkc.cli.views.document import listed
    from wkc.procedures.document import document

    cli = cli_context(ctx)
    cli.show(ctx, document.every(cli.session(), cli.search_term(who)), listed)


@app.command(help=N_("Show what a paper is, from whom, since when, and who took it out."))
def show(ctx: typer.Context, who: Annotated[str, CLIENT], number: Annotated[int, NO]) -> None:
    """Show one paper."""
    from wkc.cli.views.document import shown
    from wkc.procedures.document import document

    cli = cli_context(ctx)
    cli.show(ctx, document.show(cli.session(), cli.search_term(who), number), shown)


@app.command(help=N_("Write a paper to a file, to read or to print it."))
def export(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    number: Annotated[int, NO],
    output: Annotated[str | None, OUTPUT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Write a paper to a file."""
    from wkc.cli.views.document import exported
    from wkc.procedures.document import document

    cli = cli_context(ctx)
    place = cli.files.place(output)
    cli.show(ctx, document.export(cli.session(), cli.search_term(who), number, place, force=force), exported)


@app.command(help=N_("Take back a document that was added by mistake, as `wkc client mistake` does."))
def remove(
    ctx: typer.Context, who: Annotated[str, CLIENT], number: Annotated[int, NO], reason: Annotated[str, MISTAKE_REASON]
) -> None:
    """Take a document back."""
    from wkc.cli.forms.mistake import ask_and_take_back
    from wkc.cli.views.mistake import taken_back
    from wkc.procedures.mistakes.mistake import MistakeInput
    from wkc.records.mistake import MistakeNoun

    cli = cli_context(ctx)
    session, mistake_input = cli.session(), MistakeInput(MistakeNoun.DOCUMENT, number, reason)
    cli.show(ctx, ask_and_take_back(cli, session, cli.search_term_beside_stdin(who), mistake_input), taken_back)


@app.command(help=N_("Write down that a paper at a place was destroyed by hand."))
def destroyed(ctx: typer.Context, who: Annotated[str, CLIENT], number: Annotated[int, NO]) -> None:
    """Take a destroyed paper off the dossier."""
    from wkc.cli.views.document import listed
    from wkc.procedures.document import document

    cli = cli_context(ctx)
    cli.show(ctx, document.mark_destroyed(cli.session(), cli.search_term(who), number), listed)


@app.command(help=N_("List the papers of destroyed dossiers, or of a wrong one, to be destroyed by hand."))
def papers(ctx: typer.Context, done: Annotated[int | None, DONE] = None) -> None:
    """List papers of destroyed dossiers, or take one off."""
    from wkc.cli.views.document import left
    from wkc.procedures.document import papers_left

    cli = cli_context(ctx)
    cli.show(ctx, papers_left.list_left(cli.session(), done), left)


def _make_input(category: str, source: str, origin: OriginOptions) -> DocumentInput:
    from wkc.procedures.document.document import DocumentInput
    from wkc.procedures.dossier.record import EntryInput

    entry = EntryInput(
        source, origin.basis, origin.party, origin.obtained_on, origin.grondslag, origin.geheim, origin.citation
    )
    return DocumentInput(category, entry, origin.title)
