"""`wkc disclosure`: what others ask of us, judged before anything is given (art. 8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.forms.disclosure_options import RECIPIENT, AgainOptions, DisclosureOptions, LetterOptions
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.option_list import spread
from wkc.cli.terminal.parameters import CLIENT
from wkc.errors.terminal import OneOf
from wkc.i18n import N_

if TYPE_CHECKING:
    from wkc.records.disclosure import Disclosure

app = group()

NO = typer.Argument(metavar="NO", min=1, max=10**9, help=N_("Its number on `wkc disclosure list NUMBER`."))
ON = typer.Option(
    metavar="DATE", help=N_("The day on which it was asked for, if it is logged later; why is asked for.")
)


@app.command(help=N_("Judge a disclosure, and keep nothing of it; ends with 3 when it is not allowed."))
@spread("options", DisclosureOptions)
def check(
    ctx: typer.Context,
    options: DisclosureOptions,
    who: Annotated[str | None, CLIENT] = None,
) -> None:
    """Judge a disclosure."""
    from wkc.cli.forms import disclosure as form
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    cli = cli_context(ctx)
    session, client, disclosure_input = form.complete(cli, who, options)
    checked = disclosure.check(session, client, disclosure_input)
    cli.show(ctx, checked, judgement.checked)
    judgement.refuse_unless_allowed(checked.judgement.outcome, checked.judgement.steps)


@app.command(help=N_("Judge a disclosure and put it on file, also when it is refused; asks for what is not said."))
@spread("paper", LetterOptions)
@spread("options", DisclosureOptions)
def log(
    ctx: typer.Context,
    options: DisclosureOptions,
    who: Annotated[str | None, CLIENT] = None,
    on: Annotated[str | None, ON] = None,
    paper: LetterOptions = LetterOptions(),
) -> None:
    """Log a disclosure."""
    from wkc.cli.forms import disclosure as form
    from wkc.cli.forms.disclosure_letter import choose_words
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    cli = cli_context(ctx)
    if paper.letter and on:
        raise OneOf(one="--letter", other="--on")
    place = cli.files.to_write(paper.letter) if paper.letter else None
    session, client, disclosure_input = form.complete(cli, who, options, on)
    made = disclosure.log(
        session,
        client,
        disclosure_input,
        place,
        choose=choose_words(cli, paper.hide, keep_all=paper.keep_all),
        force=paper.force,
    )
    cli.show(ctx, made, judgement.shown_with_letter(place))
    judgement.refuse_unless_given(made)


@app.command(help=N_("The beheerder's answer to a disclosure that waits; the reason is asked for, or read from stdin."))
@spread("paper", LetterOptions)
def decide(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    number: Annotated[int, NO],
    allow: Annotated[bool, typer.Option("--allow/--refuse", help=N_("It may be given, or it may not."))],
    paper: LetterOptions = LetterOptions(),
) -> None:
    """Decide on a disclosure."""
    from wkc.cli.forms.disclosure_letter import choose_words
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    cli = cli_context(ctx)
    place = cli.files.to_write(paper.letter) if paper.letter else None
    session = cli.session()
    client = cli.search_term_beside_stdin(who)
    reason = cli.reason(N_("Reason"), N_("Give it on stdin."))
    choose = choose_words(cli, paper.hide, keep_all=paper.keep_all)
    made = disclosure.decide(session, client, number, reason, place, allowed=allow, choose=choose, force=paper.force)
    cli.show(ctx, made, judgement.shown_with_letter(place))


@app.command(help=N_("Make the letter of a disclosure that is on file, later or again, for fourteen days."))
@spread("paper", AgainOptions)
def letter(ctx: typer.Context, who: Annotated[str, CLIENT], number: Annotated[int, NO], paper: AgainOptions) -> None:
    """Make the letter of a disclosure."""
    from wkc.cli.forms.disclosure_letter import choose_words
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure.letter_again import draw_again

    cli = cli_context(ctx)
    place = cli.files.to_write(paper.output)
    session, client = cli.session(), cli.search_term(who)
    choose = choose_words(cli, paper.hide, keep_all=paper.keep_all)
    made = draw_again(session, client, number, place, choose, force=paper.force)
    cli.show(ctx, made, judgement.shown_with_letter(place))


@app.command("list", help=N_("List disclosures: of a client, to a recipient, in a period; refused ones too."))
def list_(
    ctx: typer.Context,
    who: Annotated[str | None, CLIENT] = None,
    recipient: Annotated[str | None, RECIPIENT] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help=N_("The first day."))] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help=N_("The last day."))] = None,
    page: Annotated[int, typer.Option(min=1, max=10**9, help=N_("Which page of the results."))] = 1,
) -> None:
    """List a page of disclosures."""
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    cli = cli_context(ctx)
    session = cli.session()
    client = None if who is None else cli.search_term(who)
    cli.show_pages(ctx, partial(disclosure.every, session, client, recipient, from_, until), page, judgement.listed)


@app.command(help=N_("Show one disclosure: what was asked, how it was judged, what came of it."))
def show(ctx: typer.Context, who: Annotated[str, CLIENT], number: Annotated[int, NO]) -> None:
    """Show one disclosure."""
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    cli = cli_context(ctx)
    made: Disclosure = disclosure.show(cli.session(), cli.search_term(who), number)
    cli.show(ctx, made, judgement.shown)
