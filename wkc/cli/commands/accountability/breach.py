"""`wkc breach`: a breach of personal data, from the first hour to its closing (AVG 33 and 34)."""

from __future__ import annotations

from typing import Annotated

import typer
from msgspec.structs import replace

from wkc.cli.forms.missing import require
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import FORCE
from wkc.errors.terminal import OneOf
from wkc.i18n import N_
from wkc.procedures.io.user_id import fold_if_typed

app = group()

BREACH = typer.Argument(metavar="BREACH", help=N_("The number of the breach, such as D2026-0001."))
KIND = typer.Option(
    metavar="KIND",
    help=N_("verlies, diefstal, verkeerd_verzonden, onbevoegd_inzien, aanval, vernietiging or overig."),
)
KNOWN = typer.Option("--known-at", metavar="MOMENT", help=N_("When the office knew: a day and a time (default: now)."))
FROM = typer.Option("--from", metavar="MOMENT", help=N_("When it began, as far as that is known."))
UNTIL = typer.Option("--until", metavar="MOMENT", help=N_("When it ended, as far as that is known."))
EVENTS = typer.Option("--events", help=N_("Ask for what happened and how it was found, or read it from stdin."))
CLIENTS = typer.Argument(metavar="NUMBER", help=N_("The dossiers that it reached, by number."))
USER = typer.Option(
    "--user", metavar="ID", callback=fold_if_typed, help=N_("Everybody whose data this user looked at since --since.")
)
SINCE = typer.Option("--since", metavar="MOMENT", help=N_("From when on, beside --user."))
COPY = typer.Option("--copy-of", metavar="DATE", help=N_("Everybody in a lost copy or backup of this day."))
AP = typer.Option("--ap/--no-ap", help=N_("The Autoriteit Persoonsgegevens gets a report, or not."))
PERSONS = typer.Option("--persons/--no-persons", help=N_("The people are told, or not."))
REASONS = typer.Option("--from", metavar="FILE", help=N_("Both reasons as JSON: ap and persons; - for stdin."))
WHOM = typer.Argument(metavar="WHOM", help=N_("ap, personen or opdrachtgever."))
PARTY = typer.Option("--party", metavar="NAME", help=N_("Which opdrachtgever was told."))
ACCOUNT = typer.Option(
    "--from", metavar="FILE", help=N_("JSON: nature, consequences, measures, advice, and codes; - for stdin.")
)
OUTPUT = typer.Option(metavar="FILE", help=N_("Where it goes (default: the number, in this folder)."))
AT = typer.Option("--at", metavar="MOMENT", help=N_("When it was done (default: now)."))


@app.command(
    "open",
    help=N_("Report a breach: anybody may, and the beheerder goes on; what happened is asked for, or read from stdin."),
)
def open_(
    ctx: typer.Context,
    kind: Annotated[str, KIND],
    known_at: Annotated[str | None, KNOWN] = None,
    from_at: Annotated[str | None, FROM] = None,
    until_at: Annotated[str | None, UNTIL] = None,
) -> None:
    """Open a breach."""
    from wkc.cli.views.breach import shown
    from wkc.procedures.operations import breach

    cli = cli_context(ctx)
    session = cli.session()
    typed = breach.BreachInput(kind, known_at, from_at, until_at)
    breach.check_facts(session, typed)
    events = cli.reason(N_("What happened, and how it was found"), N_("Give it on stdin."))
    cli.show(ctx, breach.open_breach(session, replace(typed, events=events)), shown)


@app.command(help=N_("Change what is known of a breach by now."))
def update(
    ctx: typer.Context,
    number: Annotated[str, BREACH],
    kind: Annotated[str | None, KIND] = None,
    known_at: Annotated[str | None, KNOWN] = None,
    from_at: Annotated[str | None, FROM] = None,
    until_at: Annotated[str | None, UNTIL] = None,
    events: Annotated[bool, EVENTS] = False,
) -> None:
    """Update a breach."""
    from wkc.cli.views.breach import shown
    from wkc.procedures.operations import breach

    cli = cli_context(ctx)
    session = cli.session()
    typed = breach.BreachInput(kind, known_at, from_at, until_at)
    breach.check_facts(session, typed)
    account = cli.reason(N_("What happened, and how it was found"), N_("Give it on stdin.")) if events else None
    cli.show(ctx, breach.update(session, number, replace(typed, events=account)), shown)


@app.command(help=N_("Say whom it reached: by number, from the log, or all in a copy of a day."))
def scope(
    ctx: typer.Context,
    number: Annotated[str, BREACH],
    clients: Annotated[list[str] | None, CLIENTS] = None,
    user: Annotated[str | None, USER] = None,
    since: Annotated[str | None, SINCE] = None,
    copy_of: Annotated[str | None, COPY] = None,
) -> None:
    """Scope a breach."""
    from wkc.cli.views.breach import shown
    from wkc.procedures.operations import breach_scope

    typed = breach_scope.ScopeInput(clients or (), user, since, copy_of)
    cli = cli_context(ctx)
    cli.show(ctx, breach_scope.scope(cli.session(), number, typed), shown)


@app.command(help=N_("Decide who hears of it: the AP, the people; the reasons are asked for."))
def decide(
    ctx: typer.Context,
    number: Annotated[str, BREACH],
    ap: Annotated[bool, AP],
    persons: Annotated[bool, PERSONS],
    from_: Annotated[str | None, REASONS] = None,
) -> None:
    """Decide on a breach."""
    from wkc.cli.views.breach import shown
    from wkc.procedures.io.text import parse_reason
    from wkc.procedures.operations import breach

    cli = cli_context(ctx)
    session = cli.session()
    if from_ is not None:
        typed = breach.read_decision(cli.text(from_), ap=ap, persons=persons)
    else:
        how = N_("Add --from FILE.")
        why_ap = cli.ask_until(N_("Why the AP hears of it, or not"), how, parse_reason)
        why_persons = cli.ask_until(N_("Why the people hear of it, or not"), how, parse_reason)
        typed = breach.BreachDecisionInput(ap, why_ap, persons, why_persons)
    cli.show(ctx, breach.decide(session, number, typed), shown)


@app.command(help=N_("Write down what the AP and the people read of it: asked for, or from --from as JSON."))
def describe(ctx: typer.Context, number: Annotated[str, BREACH], from_: Annotated[str | None, ACCOUNT] = None) -> None:
    """Write down the account of a breach."""
    from wkc.cli.forms.breach_account import ask_account
    from wkc.cli.views.breach import shown
    from wkc.procedures.operations import breach

    cli = cli_context(ctx)
    session = cli.session()
    account = breach.read_account(cli.text(from_)) if from_ is not None else ask_account(cli)
    cli.show(ctx, breach.describe(session, number, account), shown)


@app.command(help=N_("Draw up the letters: to the opdrachtgevers, and to the people once that is decided."))
def letters(ctx: typer.Context, number: Annotated[str, BREACH]) -> None:
    """Draw up the letters on a breach."""
    from wkc.cli.views.breach import letters
    from wkc.procedures.operations import breach_paper

    cli = cli_context(ctx)
    cli.show(ctx, breach_paper.draw_letters(cli.session(), number, cli.progress(N_("letters"))), letters)


@app.command(help=N_("Set the answers for the form of the AP on paper, in its order, to copy from."))
def export(
    ctx: typer.Context,
    number: Annotated[str, BREACH],
    output: Annotated[str | None, OUTPUT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Make the paper for the AP."""
    from wkc.cli.views.breach import exported
    from wkc.procedures.operations import breach_paper

    cli = cli_context(ctx)
    place = cli.files.place(output)
    cli.show(ctx, breach_paper.export(cli.session(), number, place, force=force), exported)


@app.command("told", help=N_("Write down that the AP, the people or an opdrachtgever was told."))
def notify(
    ctx: typer.Context,
    number: Annotated[str, BREACH],
    whom: Annotated[str, WHOM],
    party: Annotated[str | None, PARTY] = None,
    at: Annotated[str | None, AT] = None,
) -> None:
    """Write down who was told."""
    from wkc.cli.views.breach import shown
    from wkc.procedures.io.codes import find_code
    from wkc.procedures.operations import breach

    if find_code(whom, (breach.PARTY,)):
        party = require(ctx, party, "--party")
    elif party is not None:
        raise OneOf(one=whom, other="--party")
    cli = cli_context(ctx)
    cli.show(ctx, breach.notify(cli.session(), number, whom, at, party), shown)


@app.command(help=N_("Close a breach when all is done; what it led to is asked for, or read from stdin."))
def close(ctx: typer.Context, number: Annotated[str, BREACH]) -> None:
    """Close a breach."""
    from wkc.cli.views.breach import shown
    from wkc.procedures.operations import breach

    cli = cli_context(ctx)
    session = cli.session()
    breach.check_closing(session, number)
    end = cli.reason(N_("What was done, and what keeps it from happening again"), N_("Give it on stdin."))
    cli.show(ctx, breach.close(session, number, end), shown)


@app.command("list", help=N_("List the breaches, the open ones first."))
def list_(ctx: typer.Context) -> None:
    """List the breaches, the open ones first."""
    from wkc.cli.views.breach import listed
    from wkc.procedures.operations import breach

    cli = cli_context(ctx)
    cli.show(ctx, breach.every(cli.session()), listed)


@app.command(help=N_("Show a breach: its hours, whom it reached, what is left to do."))
def show(ctx: typer.Context, number: Annotated[str, BREACH]) -> None:
    """Show a breach."""
    from wkc.cli.views.breach import shown
    from wkc.procedures.operations import breach

    cli = cli_context(ctx)
    cli.show(ctx, breach.show(cli.session(), number), shown)
