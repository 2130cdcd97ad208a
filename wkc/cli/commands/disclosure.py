"""`wkc disclosure`: what others ask of us, judged before anything is given (art. 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.invocation import of
from wkc.i18n import N_

if TYPE_CHECKING:
    from wkc.records.disclosure import Disclosure

app = group()

WHO = typer.Argument(metavar="NUMBER", help=N_("A dossier number, a BSN, or the beginning of a name."))
NO = typer.Argument(metavar="NO", min=1, max=10**9, help=N_("Its number on `wkc disclosure list NUMBER`."))
FROM = typer.Option("--from", metavar="FILE", help=N_("Everything in a JSON object of option names; - for stdin."))
RECIPIENT = typer.Option(metavar="NAME", help=N_("Who would get it: a name from `wkc party list`."))
PERSON = typer.Option(metavar="NO", min=1, help=N_("Who asks: a number from `wkc party person list`."))
CHANNEL = typer.Option(metavar="HOW", help=N_("How it is asked: brief, e_mail, portaal, mondeling or telefoon."))
GROUND = typer.Option(
    metavar="G",
    help=N_("doel, wettelijk_voorschrift, toestemming, publieke_taak, onderzoek or dringende_reden (art. 8.1)."),
)
PURPOSE = typer.Option(
    metavar="CODE", help=N_("For what: voortgang, bemiddeling, uitvoering_uitkering or another word.")
)
CATEGORIES = typer.Option(metavar="LIST", help=N_("Which data: numbers of annex I, as 1,2,29."))
LAW = typer.Option(metavar="CODE", help=N_("The law that is cited: zw, ww, wia, aow, vreemdelingenwet, … or ander."))
CITATION = typer.Option(metavar="C", help=N_("The place in that law, or the order of a court."))
COVERS_BSN = typer.Option("--covers-bsn", help=N_("That law covers the burgerservicenummer."))
REQUESTED = typer.Option(metavar="DATE", help=N_("The day on which the recipient asked for it."))
SUBJECT = typer.Option(metavar="CODE", help=N_("By telephone: what the call is about (art. 8.3)."))
DOUBT = typer.Option(metavar="yes|no", help=N_("By telephone: whether you doubt who calls."))
CALLED_BACK = typer.Option(
    metavar="S",
    help=N_("Called back, on a number from: bestand, website, gids, centrale, brief, persoonlijk or gesprek."),
)
LETTER = typer.Option(metavar="FILE", help=N_("If it is allowed: write the letter to the recipient, as PDF."))
FORCE = typer.Option("--force", help=N_("Replace a file that is there already."))


@app.command(help=N_("Judge a disclosure, and keep nothing of it; ends with 3 when it is not allowed."))
def check(
    ctx: typer.Context,
    who: Annotated[str | None, WHO] = None,
    recipient: Annotated[str | None, RECIPIENT] = None,
    person: Annotated[int | None, PERSON] = None,
    channel: Annotated[str | None, CHANNEL] = None,
    ground: Annotated[str | None, GROUND] = None,
    purpose: Annotated[str | None, PURPOSE] = None,
    categories: Annotated[str | None, CATEGORIES] = None,
    law: Annotated[str | None, LAW] = None,
    citation: Annotated[str | None, CITATION] = None,
    covers_bsn: Annotated[bool, COVERS_BSN] = False,
    requested_on: Annotated[str | None, REQUESTED] = None,
    subject: Annotated[str | None, SUBJECT] = None,
    doubt: Annotated[str | None, DOUBT] = None,
    called_back: Annotated[str | None, CALLED_BACK] = None,
    from_: Annotated[str | None, FROM] = None,
) -> None:
    """Judge a disclosure."""
    from wkc.cli.forms import disclosure as inquiry
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    call = of(ctx)
    typed = inquiry.Typed(recipient, person, channel, ground, purpose, categories)
    cited = inquiry.Cited(law, citation, covers_bsn, requested_on)
    phoned = inquiry.Phoned(subject, doubt, called_back)
    session = call.session()
    client, said = inquiry.complete(call, session, who, from_, inquiry.from_options(typed, cited, phoned))
    found = disclosure.check(session, client, said)
    call.show(ctx, found, judgement.checked)
    judgement.refuse_unless_allowed(found.judgement.outcome, found.judgement.steps)


@app.command(help=N_("Judge a disclosure and put it on file, also when it is refused; asks for what is not said."))
def log(
    ctx: typer.Context,
    who: Annotated[str | None, WHO] = None,
    recipient: Annotated[str | None, RECIPIENT] = None,
    person: Annotated[int | None, PERSON] = None,
    channel: Annotated[str | None, CHANNEL] = None,
    ground: Annotated[str | None, GROUND] = None,
    purpose: Annotated[str | None, PURPOSE] = None,
    categories: Annotated[str | None, CATEGORIES] = None,
    law: Annotated[str | None, LAW] = None,
    citation: Annotated[str | None, CITATION] = None,
    covers_bsn: Annotated[bool, COVERS_BSN] = False,
    requested_on: Annotated[str | None, REQUESTED] = None,
    subject: Annotated[str | None, SUBJECT] = None,
    doubt: Annotated[str | None, DOUBT] = None,
    called_back: Annotated[str | None, CALLED_BACK] = None,
    from_: Annotated[str | None, FROM] = None,
    letter: Annotated[str | None, LETTER] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Log a disclosure."""
    from wkc.cli.forms import disclosure as inquiry
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    call = of(ctx)
    typed = inquiry.Typed(recipient, person, channel, ground, purpose, categories)
    cited = inquiry.Cited(law, citation, covers_bsn, requested_on)
    phoned = inquiry.Phoned(subject, doubt, called_back)
    place = call.files.to_write(letter) if letter else None
    session = call.session()
    client, said = inquiry.complete(call, session, who, from_, inquiry.from_options(typed, cited, phoned))
    made = disclosure.log(session, client, said, place, force=force)
    call.show(ctx, made, judgement.shown)
    judgement.refuse_unless_given(made)


@app.command(help=N_("The beheerder's answer to a disclosure that waits; the reason is asked for, or read from stdin."))
def decide(
    ctx: typer.Context,
    who: Annotated[str, WHO],
    number: Annotated[int, NO],
    allow: Annotated[bool, typer.Option("--allow/--refuse", help=N_("It may be given, or it may not."))],
    letter: Annotated[str | None, LETTER] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Decide on a disclosure."""
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    call = of(ctx)
    place = call.files.to_write(letter) if letter else None
    session = call.session()
    client = call.term_beside_stdin(who)
    reason = call.reason(N_("Reason"), N_("Give it on stdin."))
    made = disclosure.decide(session, client, number, reason, place, allowed=allow, force=force)
    call.show(ctx, made, judgement.shown)


@app.command("list", help=N_("List disclosures: of a client, to a recipient, in a period; refused ones too."))
def list_(
    ctx: typer.Context,
    who: Annotated[str | None, WHO] = None,
    recipient: Annotated[str | None, RECIPIENT] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help=N_("The first day."))] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help=N_("The last day."))] = None,
    page: Annotated[int, typer.Option(min=1, max=10**9, help=N_("Which page of the results."))] = 1,
) -> None:
    """List a page of disclosures."""
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    call = of(ctx)
    session = call.session()
    client = None if who is None else call.term(who)
    call.show(ctx, disclosure.every(session, client, recipient, from_, until, page), judgement.listed)


@app.command(help=N_("Show one disclosure: what was asked, how it was judged, what came of it."))
def show(ctx: typer.Context, who: Annotated[str, WHO], number: Annotated[int, NO]) -> None:
    """Show one disclosure."""
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    made: Disclosure = disclosure.show(of(ctx).session(), of(ctx).term(who), number)
    of(ctx).show(ctx, made, judgement.shown)
