"""`wkc request`: what clients ask about their own data, and how it is answered (art. 11 to 13)."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT, REQUEST
from wkc.errors.request import MandateMissing
from wkc.errors.terminal import OneOf, StdinTaken
from wkc.i18n import N_, _

app = group()

KIND = typer.Option(
    metavar="KIND",
    help=N_("inzage, afschrift, verbetering, aanvulling, verwijdering, beperking, bezwaar or overdracht."),
)
ON = typer.Option(metavar="DATE", help=N_("The day on which it was done (default: today)."))
TOLD = typer.Option(
    "--on", metavar="DATE", help=N_("The day on which it was told in another way (default: today, by a letter).")
)
RECEIVED_ON = typer.Option(
    "--on", metavar="DATE", help=N_("The day anyone in the office got or heard it (default: today).")
)
OUTSIDE = typer.Option("--outside", help=N_("Who asks is not in the register; name and address are asked for."))
ORAL = typer.Option("--oral", help=N_("It was said, and is written down here (opgetekend)."))
REQUESTER = typer.Option(
    metavar="WHO",
    help=N_("geregistreerde, gemachtigde, curator, bewindvoerder, mentor or ouder; a mandate says it by itself."),
)
MANDATE = typer.Option(metavar="FILE", help=N_("The mandate of who asks for the client, as JSON; - for stdin."))
SHOWN = typer.Option(
    metavar="DATE", help=N_("The day on which a gemachtigde showed the client's express request for a correction.")
)
WORDS = typer.Option("--words", help=N_("Ask for the person's own words, or read them from stdin; they are sealed."))
DOUBT = typer.Option("--doubt", help=N_("There is a reason to doubt who asks, though the client was met lately."))
METHOD = typer.Option(metavar="WAY", help=N_("getoond, beeldbellen, controlevragen or bekend."))
DOCUMENT = typer.Option(
    metavar="KIND",
    help=N_("What was shown: paspoort, identiteitskaart, vreemdelingendocument, rijbewijs or overig."),
)
EXTENSION = typer.Option(metavar="CODE", help=N_("Why it takes longer: complex or aantal."))
DECISION = typer.Option(metavar="DECISION", help=N_("toegewezen, deels, afgewezen or geen_gegevens."))
CODE = typer.Option(
    metavar="CODE",
    help=N_(
        "The ground of a refusal: identiteit, machtiging, kennelijk_ongegrond, buitensporig, rechten_van_anderen, "
        "uavg_41, gegeven_is_juist, ter_zake, wettelijke_bewaarplicht, dwingende_gronden, rechtsvordering, "
        "geen_toestemming_of_overeenkomst or niet_zelf_verstrekt."
    ),
)
BAR_PURPOSE = typer.Option(
    "--bar-purpose", metavar="CODE", help=N_("A purpose that a granted bezwaar or beperking ends; may be repeated.")
)
BAR_RECIPIENT = typer.Option(
    "--bar-recipient", metavar="NAME", help=N_("A party that gets nothing more by it; may be repeated.")
)
BAR_KIND = typer.Option(
    "--bar-kind", metavar="KIND", help=N_("A kind of party that gets nothing more by it; may be repeated.")
)
OMIT = typer.Option(
    "--omit", metavar="NO", help=N_("A category of annex I that a partial copy is without; may be repeated.")
)
OMIT_ENTRY = typer.Option(
    "--omit-entry",
    metavar="NO",
    help=N_("One entry to leave out, by its number on `wkc client show`; may be repeated."),
)
OMIT_DOCUMENT = typer.Option(
    "--omit-document",
    metavar="NO",
    help=N_("One document to leave out, by its number on `wkc document list`; may be repeated."),
)
GRANT = typer.Option(
    "--grant",
    metavar="NO",
    help=N_("A proposal that a partial correction grants, by its number on `wkc request show`; may be repeated."),
)
REASON = typer.Option("--reason", help=N_("Ask for reasons, or read them from stdin, also where none are needed."))
SENT_ON = typer.Option("--on", metavar="DATE", help=N_("The day on which the answer was sent (default: today)."))
GOT_ON = typer.Option("--received", metavar="DATE", help=N_("The day on which it was received, where that is known."))
ALL = typer.Option("--all", help=N_("Also what is done, withdrawn or refused; the last first."))
PAGE = typer.Option("--page", min=1, max=10**9, metavar="NO", help=N_("Which page of the list."))


@app.command(help=N_("Take a request in, from a client, who acts for them, or somebody outside the register."))
def receive(
    ctx: typer.Context,
    kind: Annotated[str, KIND],
    who: Annotated[str | None, CLIENT] = None,
    outside: Annotated[bool, OUTSIDE] = False,
    on: Annotated[str | None, RECEIVED_ON] = None,
    oral: Annotated[bool, ORAL] = False,
    requester: Annotated[str | None, REQUESTER] = None,
    mandate: Annotated[str | None, MANDATE] = None,
    shown: Annotated[str | None, SHOWN] = None,
    words: Annotated[bool, WORDS] = False,
) -> None:
    """Receive a request."""
    from wkc.cli.forms.asker import ask_who
    from wkc.cli.forms.same_request import ask_same
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import join as joining
    from wkc.procedures.requests import request

    cli = cli_context(ctx)
    if outside == (who is not None):
        raise OneOf(one=_("NUMBER"), other="--outside")
    if [mandate == "-", words, outside].count(True) > 1:
        raise StdinTaken
    session = cli.session()
    shared = outside or words or mandate == "-"
    client = None if who is None else cli.search_term_beside_stdin(who) if shared else cli.search_term(who)
    earlier = ask_same(cli, session, client, kind) if client is not None and cli.can_ask else None
    asker = ask_who(cli, requester, mandate, outside=outside)
    text = cli.value(N_("What is asked, in the person's words"), N_("Give it on stdin.")) if words else None
    request_input = request.RequestInput(
        kind, client, asker.name, on, oral, asker.requester, asker.mandate, shown, text, asker.asker
    )
    done = request.receive(session, request_input)
    if earlier is not None:
        done = joining.join(session, done.request.number, earlier)
    cli.show(ctx, done, answering)


@app.command(help=N_("Ask who asks to show who they are; the second time is the reminder."))
def ask_identity(
    ctx: typer.Context,
    number: Annotated[str, REQUEST],
    on: Annotated[str | None, TOLD] = None,
    doubt: Annotated[bool, DOUBT] = False,
) -> None:
    """Ask for proof of identity."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import decide as answers

    cli = cli_context(ctx)
    cli.show(ctx, answers.ask_identity(cli.session(), number, on, doubt=doubt), answering)


@app.command(help=N_("Write down how it was made sure who asks: never a copy of a document or its whole number."))
def identify(
    ctx: typer.Context,
    number: Annotated[str, REQUEST],
    method: Annotated[str, METHOD],
    document: Annotated[str | None, DOCUMENT] = None,
    mandate: Annotated[str | None, MANDATE] = None,
    shown: Annotated[str | None, SHOWN] = None,
    on: Annotated[str | None, ON] = None,
) -> None:
    """Write down an identity check."""
    from wkc.cli.forms.asker import ask_mandate
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import decide as answers

    cli = cli_context(ctx)
    if mandate == "-" and document:
        raise StdinTaken
    session = cli.session()
    last = (
        cli.value(N_("Last three characters of its number"), N_("Give them on stdin."), answers.last_characters)
        if document
        else None
    )
    proof = answers.ProofInput(method, document, cli.optional_text(mandate), shown)
    try:
        done = answers.identify(session, number, proof, last, on)
    except MandateMissing:
        if not cli.can_ask:
            raise
        done = answers.identify(session, number, answers.with_mandate(proof, ask_mandate(cli)), last, on)
    cli.show(ctx, done, answering)


@app.command(help=N_("Extend the AVG's term, once and in time; the reasons are asked for, or read from stdin."))
def extend(
    ctx: typer.Context,
    number: Annotated[str, REQUEST],
    code: Annotated[str, EXTENSION],
    on: Annotated[str | None, TOLD] = None,
) -> None:
    """Extend the term."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import decide as answers

    cli = cli_context(ctx)
    session = cli.session()
    answers.check_extension(session, number, code, on)
    reasons = cli.reason(N_("Reasons, as the letter will say them"), N_("Give them on stdin."))
    cli.show(ctx, answers.extend(session, number, code, on, reasons), answering)


@app.command(help=N_("Decide; the reasons of a refusal are asked for, or read from stdin, and are sealed."))
def decide(
    ctx: typer.Context,
    number: Annotated[str, REQUEST],
    decision: Annotated[str, DECISION],
    code: Annotated[str | None, CODE] = None,
    omit: Annotated[list[int] | None, OMIT] = None,
    omit_entry: Annotated[list[int] | None, OMIT_ENTRY] = None,
    omit_document: Annotated[list[int] | None, OMIT_DOCUMENT] = None,
    grant: Annotated[list[int] | None, GRANT] = None,
    bar_purpose: Annotated[list[str] | None, BAR_PURPOSE] = None,
    bar_recipient: Annotated[list[str] | None, BAR_RECIPIENT] = None,
    bar_kind: Annotated[list[str] | None, BAR_KIND] = None,
    reason: Annotated[bool, REASON] = False,
) -> None:
    """Decide on a request."""
    from wkc.cli.forms.confirmation import confirm_decision
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import decide as answers
    from wkc.procedures.requests.decision_input import DecisionInput

    cli = cli_context(ctx)
    session = cli.session()
    decision_input = DecisionInput(
        decision,
        code,
        omit=omit or (),
        omit_entries=omit_entry or (),
        omit_documents=omit_document or (),
        grant=grant or (),
        bar_purposes=bar_purpose or (),
        bar_recipients=bar_recipient or (),
        bar_kinds=bar_kind or (),
    )
    reasons = None
    if answers.check_decision(session, number, decision_input) or reason:
        reasons = cli.reason(N_("Reasons, as the letter will say them"), N_("Give them on stdin."))
    confirm_decision(cli, session, number, decision_input)
    cli.show(ctx, answers.decide(session, number, decision_input, reasons), answering)


@app.command(help=N_("Write down that the answer was sent; and, then or later, when it was received."))
def notify(
    ctx: typer.Context,
    number: Annotated[str, REQUEST],
    on: Annotated[str | None, SENT_ON] = None,
    received: Annotated[str | None, GOT_ON] = None,
) -> None:
    """Tell the decision."""
    from wkc.cli.forms.confirmation import confirm_sending
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import decide as answers

    cli = cli_context(ctx)
    session = cli.session()
    if received is None or on is not None:
        confirm_sending(cli, session, number, on)
    cli.show(ctx, answers.notify(session, number, on, received), answering)


@app.command(help=N_("Write down that who asked takes the request back."))
def withdraw(ctx: typer.Context, number: Annotated[str, REQUEST], on: Annotated[str | None, ON] = None) -> None:
    """Withdraw a request."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import decide as answers

    cli = cli_context(ctx)
    cli.show(ctx, answers.withdraw(cli.session(), number, on), answering)


@app.command("list", help=N_("List what is open, the oldest first; or all requests of one client."))
def list_(
    ctx: typer.Context,
    who: Annotated[str | None, CLIENT] = None,
    all_: Annotated[bool, ALL] = False,
    page: Annotated[int, PAGE] = 1,
) -> None:
    """List a page of requests, or those of one client."""
    from wkc.cli.views.request import listed
    from wkc.procedures.requests import request

    cli = cli_context(ctx)
    session = cli.session()
    if who is not None:
        cli.show(ctx, request.list_of_client(session, cli.search_term(who)), listed)
        return
    cli.show_pages(ctx, partial(request.list_all if all_ else request.list_open, session), page, listed)


@app.command(help=N_("Show a request: how far it has come, and its terms step by step."))
def show(ctx: typer.Context, number: Annotated[str, REQUEST]) -> None:
    """Show a request."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import request

    cli = cli_context(ctx)
    cli.show(ctx, request.show(cli.session(), number), answering)
