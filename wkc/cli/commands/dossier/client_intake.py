"""`wkc client register` and `import`: one client by hand or from a file, or a whole list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from wkc.cli.forms.missing import require
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.option_list import spread
from wkc.cli.terminal.parameters import ASSIGNMENT, NOT_SAME, OPDRACHTGEVER
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.intake.choices import PersonChoices
    from wkc.procedures.intake.table import Table
    from wkc.procedures.intake.template import TemplateWritten

app = group()

SPECIAL = typer.Option(
    metavar="B",
    help=N_(
        "Ground for bijzondere gegevens: uavg_30 (health), uavg_25 (origin) or uitdrukkelijke_toestemming; several "
        "with commas, each field takes the first that fits."
    ),
)
CRIMINAL = typer.Option(
    metavar="B",
    help=N_("Ground for strafrechtelijke gegevens: uitdrukkelijke_toestemming, uavg_32 or uavg_33."),
)
CONSENT_HOW = typer.Option(
    metavar="HOW", help=N_("How the clients consented to hold such data: schriftelijk or e_mail.")
)
CONSENT_ON = typer.Option(metavar="DATE", help=N_("The day on which they consented."))
SAME = typer.Option(
    "--same-as",
    "--same-person",
    metavar="ROW",
    help=N_("The row, or a dossier number: this is the client on file, though name or birth date differ."),
)
NEW = typer.Option(
    "--not-same",
    "--new-person",
    metavar="ROW",
    help=N_("The row is somebody else than who looks like them; again for more."),
)
LEAVE_OUT = typer.Option(metavar="ROW", help=N_("Leave this row out, such as a total: 12 or 12,15-18; again for more."))
COLUMNS = typer.Option(
    metavar="FILE", help=N_("A JSON object of headings, each with the code of a field, or null to leave it out.")
)
SHEET = typer.Option(metavar="NAME", help=N_("The sheet with the clients, in a file of several."))
ENCODING = typer.Option(metavar="CODE", help=N_("How the letters of a CSV are to be read, such as windows-1252."))
HIDDEN = typer.Option(metavar="take|skip", help=N_("Take hidden rows and columns in, or leave them out."))
BLANK = typer.Option("--blank-words", help=N_("Leave cells empty that say onbekend, geheim, n.v.t., - and the like."))
TEMPLATE = typer.Option("--template", help=N_("Write FILE as an empty XLSX list, for an opdrachtgever to fill in."))
KEEP = typer.Option("--keep", help=N_("Keep all that is on file where the list says otherwise."))
REPLACE = typer.Option("--replace", help=N_("Let the list win, also over what the client supplied."))


class IntakeOptions(NamedTuple):
    """The options of `wkc client register` and `wkc client import` on grounds and on people, as they are typed."""

    special_basis: Annotated[str | None, SPECIAL] = None
    criminal_basis: Annotated[str | None, CRIMINAL] = None
    consent_how: Annotated[str | None, CONSENT_HOW] = None
    consent_on: Annotated[str | None, CONSENT_ON] = None
    same_as: Annotated[list[str] | None, SAME] = None
    keep: Annotated[bool, KEEP] = False
    replace: Annotated[bool, REPLACE] = False


@app.command(help=N_("Register one client: asked for field by field, or read from a JSON object."))
@spread("options", IntakeOptions)
def register(
    ctx: typer.Context,
    opdrachtgever: Annotated[str, OPDRACHTGEVER],
    assignment: Annotated[str, ASSIGNMENT],
    *,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help=N_("A JSON object of field codes; - for stdin.")),
    ] = None,
    options: IntakeOptions,
    not_same: Annotated[bool, NOT_SAME] = False,
) -> None:
    """Register one client."""
    from wkc.cli.forms.doubles import register as ask_who
    from wkc.cli.views.intake import registered
    from wkc.procedures.intake import registration
    from wkc.procedures.intake.order import TypedGrounds, parse_order
    from wkc.procedures.intake.table import open_table

    cli = cli_context(ctx)
    order = parse_order(opdrachtgever, assignment, TypedGrounds(*options[:4]))
    choices = _choices(options, all_new=not_same)
    session = cli.session()
    registration.check(session, order)
    table = open_table(_source(cli, from_)) if from_ else _ask_fields(cli)
    if cli.can_ask:
        from wkc.cli.forms.grounds import complete_grounds

        order = complete_grounds(cli, table, order)
    done = ask_who(cli, choices, lambda who: registration.register(session, table, order, who))
    cli.show(ctx, done, registered)


@app.command("import", help=N_("Import a list of clients: CSV, XLSX or JSON; all rows or none."))
@spread("options", IntakeOptions)
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=N_("The list; - for stdin."))],
    opdrachtgever: Annotated[str | None, OPDRACHTGEVER] = None,
    assignment: Annotated[str | None, ASSIGNMENT] = None,
    *,
    options: IntakeOptions,
    not_same: Annotated[list[str] | None, NEW] = None,
    leave_out: Annotated[list[str] | None, LEAVE_OUT] = None,
    columns: Annotated[str | None, COLUMNS] = None,
    sheet: Annotated[str | None, SHEET] = None,
    encoding: Annotated[str | None, ENCODING] = None,
    hidden: Annotated[str | None, HIDDEN] = None,
    blank_words: Annotated[bool, BLANK] = False,
    template: Annotated[bool, TEMPLATE] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=N_("Check everything and take nothing in."))] = False,
) -> None:
    """Import a list of clients."""
    if template:
        _write_template(ctx, file)
        return
    opdrachtgever = require(ctx, opdrachtgever, "--opdrachtgever")
    assignment = require(ctx, assignment, "--assignment")
    from msgspec.structs import replace as replace_fields

    from wkc.cli.views.intake import imported, preview, propose_next, summary
    from wkc.procedures.dossier import party_columns
    from wkc.procedures.intake import registration
    from wkc.procedures.intake.choices import ReadingChoices, parse_hidden, parse_rows
    from wkc.procedures.intake.columns import read_choices as read_columns
    from wkc.procedures.intake.order import TypedGrounds, parse_order
    from wkc.procedures.intake.table import open_table

    cli = cli_context(ctx)
    order = parse_order(opdrachtgever, assignment, TypedGrounds(*options[:4]))
    choices = _choices(options, not_same)
    left_out = parse_rows(leave_out or ())
    chosen = read_columns(cli.text(columns)) if columns else {}
    reading = ReadingChoices(sheet, encoding, parse_hidden(hidden), chosen, blank_words=blank_words)
    session = cli.session()
    kept = party_columns.of_opdrachtgever(session, opdrachtgever)
    reading = replace_fields(reading, columns=kept | chosen)
    source = _source(cli, file)
    if cli.can_ask:
        from wkc.cli.forms.import_list import ImportForm, ImportViews

        form = ImportForm(cli, session, order, reading, choices, left_out, ImportViews(preview, summary))
        done = form.run(source, dry_run=dry_run)
    else:
        table = open_table(source, reading, left_out)
        progress = cli.progress(N_("rows"))
        done = registration.import_list(
            session, table, order, progress, dry_run=dry_run, choices=choices, columns=chosen
        )
    cli.show(ctx, done, imported)
    if cli.can_ask and not done.dry_run and cli.invocation.shell is None:
        from wkc.cli.terminal.screen import Screen

        propose_next(Screen(cli.environment, role=cli.role))


def _write_template(ctx: typer.Context, named: str) -> None:
    from wkc.procedures.intake import template

    cli = cli_context(ctx)
    path = cli.files.to_write(named)
    cli.show(ctx, template.write(path, cli.home, cli.environment.state()), _template_written)


def _template_written(screen: Screen, done: TemplateWritten) -> None:
    screen.say(_("{path} is an empty list: have it filled in, and import it.").format(path=done.path))


def _source(cli: CliContext, path: str) -> Path | bytes:
    return cli.stdin_octets() if path == "-" else cli.files.to_read(path)


def _ask_fields(cli: CliContext) -> Table:
    """Ask field by field; an empty answer leaves a field out, one that cannot be is asked again."""
    from wkc.cli.forms.client import ask_answers

    return ask_answers(cli)


def _choices(options: IntakeOptions, new: Iterable[str] | None = None, *, all_new: bool = False) -> PersonChoices:
    """Give who is who, and whether the list or the file wins, as the options say; errors.SameAndNot."""
    from wkc.errors.intake import SameAndNot
    from wkc.procedures.intake.choices import PersonChoices, keep_or_replace, parse_rows, parse_same

    if options.same_as and all_new:
        raise SameAndNot
    return PersonChoices(
        parse_same(options.same_as or ()),
        parse_rows(new or ()),
        replace=keep_or_replace(keep=options.keep, replace=options.replace),
        all_new=all_new,
    )
