"""`wkc correction`: what a client asks to be changed, carrying it out, and who hears of it (art. 12; AVG 18, 19)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from wkc.cli.forms.row_options import RowOptions, WordOptions, find_named
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.days import show_days
from wkc.cli.terminal.option_list import spread
from wkc.cli.terminal.parameters import FORCE, FORMAT, REQUEST, SENT_ON
from wkc.errors.correction import LetterOfImpossible
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.requests.apply import Applied
    from wkc.procedures.requests.propose import ProposalInput, ValueToType

app = group()

CAUSE = typer.Argument(
    metavar="REQUEST", help=N_("The number of the request; of a letter about a mistake of the office that letter.")
)
ENTRY = typer.Argument(metavar="ENTRY", help=N_("The entry, by its number on `wkc client show`."))
DOCUMENT = typer.Option(metavar="NO", help=N_("A document, by its number on `wkc document list`, and no entry."))
REPLACED = typer.Option(
    "--replaced-by", metavar="NO", help=N_("For a verbetering of a document: the one that takes its place.")
)
FIELD = typer.Option(metavar="FIELD", help=N_("The field of what is missing, for an aanvulling."))
WHY = typer.Option(
    metavar="CODE",
    help=N_(
        "onjuist, onvolledig, niet_ter_zake, in_strijd_met_reglement, niet_verwijderd, toestemming_ingetrokken or "
        "bezwaar_toegewezen; for a beperking rechtsvordering or bezwaar_loopt too, for a bezwaar eigen_situatie."
    ),
)
CLIENT = typer.Argument(metavar="NUMBER", help=N_("A dossier number."))
KIND = typer.Option(metavar="KIND", help=N_("verbetering, or verwijdering."))
OWN_WHY = typer.Option(
    "--why", metavar="CODE", help=N_("onjuist, onvolledig, niet_ter_zake, in_strijd_met_reglement or niet_verwijderd.")
)
GRONDSLAG = typer.Option(
    metavar="G", help=N_("The ground for a bijzonder or strafrechtelijk field, for an aanvulling.")
)
FROM = typer.Option(
    "--from",
    metavar="FILE",
    help=N_(
        "Proposals as JSON: entry, field, document or noun and row, why, value, replaced_by, grondslag; - for stdin."
    ),
)
PROPOSAL = typer.Argument(metavar="NO", min=1, help=N_("The change, by its number on `wkc request show`."))
NUMBER = typer.Argument(
    metavar="NO", help=N_("One refused proposal, by its number on `wkc request show` (default: all that were refused).")
)
OUTPUT = typer.Option(metavar="FILE", help=N_("Where the copy goes (default: the number, in this folder)."))
LETTER = typer.Option(metavar="LETTER", help=N_("One letter, such as B2026-0001 (default: all that wait)."))
IMPOSSIBLE = typer.Option(
    "--impossible", help=N_("It cannot be told, or only with an effort out of proportion (AVG 19); asks why.")
)
NOTIFIED_ON = typer.Option(
    "--told-on", metavar="DATE", help=N_("The day on which the client was told that it ends (AVG 18.3).")
)


class ProposalOptions(NamedTuple):
    """The rows and the document that a change is about, by their numbers, and a file instead of options."""

    rows: RowOptions = RowOptions()
    document: Annotated[int | None, DOCUMENT] = None
    replaced_by: Annotated[int | None, REPLACED] = None
    words: WordOptions = WordOptions()
    from_: Annotated[str | None, FROM] = None


@app.command(help=N_("Write down one change that a request asks for; what it should be is asked for, or read."))
@spread("options", ProposalOptions)
def propose(
    ctx: typer.Context,
    request: Annotated[str, REQUEST],
    entry: Annotated[int | None, ENTRY] = None,
    field: Annotated[str | None, FIELD] = None,
    why: Annotated[str | None, WHY] = None,
    grondslag: Annotated[str | None, GRONDSLAG] = None,
    options: ProposalOptions = ProposalOptions(),
) -> None:
    """Propose a correction."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import propose as proposing

    cli = cli_context(ctx)
    session = cli.session()
    proposal = _make_proposal(entry, field, why, grondslag, options)
    proposals = _complete(cli, options.from_, proposal, partial(proposing.check_proposal, session, request))
    cli.show(ctx, proposing.propose(session, request, proposals), answering)


@app.command(help=N_("Take back one change that was written down by mistake and is not decided on; asks first."))
def drop(ctx: typer.Context, request: Annotated[str, REQUEST], number: Annotated[int, PROPOSAL]) -> None:
    """Drop a proposal."""
    from wkc.cli.forms.confirmation import confirm_dropping
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import drop as dropping

    cli = cli_context(ctx)
    session = cli.session()
    confirm_dropping(cli, session, request, number)
    cli.show(ctx, dropping.drop(session, request, number), answering)


@app.command(help=N_("Correct or remove of own accord what is not needed, wrong or unlawful; asks why."))
@spread("options", ProposalOptions)
def initiate(
    ctx: typer.Context,
    client: Annotated[str, CLIENT],
    entry: Annotated[int | None, ENTRY] = None,
    kind: Annotated[str, KIND] = "verwijdering",
    why: Annotated[str | None, OWN_WHY] = None,
    options: ProposalOptions = ProposalOptions(),
) -> None:
    """Begin a correction that nobody asked for."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import initiate as own

    cli = cli_context(ctx)
    session, number = cli.session(), cli.search_term(client)
    proposal = _make_proposal(entry, None, why, None, options)
    proposals = _complete(cli, options.from_, proposal, partial(own.check_initiation, session, number, kind))
    reasons = cli.reason(N_("Why it has to change"), _GIVE)
    cli.show(ctx, own.initiate(session, number, kind, proposals, reasons), answering)


@app.command(help=N_("Keep the client's own words with what was not changed; asked for, or read from stdin; sealed."))
def statement(
    ctx: typer.Context, request: Annotated[str, REQUEST], number: Annotated[int | None, NUMBER] = None
) -> None:
    """Keep a statement."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import propose as proposing

    cli = cli_context(ctx)
    session = cli.session()
    proposing.check_statement(session, request, number)
    words = cli.value(N_("What the client has to say about it"), _GIVE)
    cli.show(ctx, proposing.add_statement(session, request, number, words), answering)


@app.command(help=N_("Carry out what was granted and told; what was wrong is gone for good, then the copy is made."))
def apply(
    ctx: typer.Context,
    request: Annotated[str, REQUEST],
    form: Annotated[str, FORMAT] = "pdf",
    output: Annotated[str | None, OUTPUT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Apply a correction."""
    from wkc.cli.forms.review import attempt
    from wkc.cli.views.review import list_lines
    from wkc.procedures.requests import apply as applying

    cli = cli_context(ctx)
    place, session = cli.files.place(output), cli.session()
    done = attempt(cli, session, list_lines, lambda: applying.apply(session, request, form, place, force=force))
    cli.show(ctx, done, _applied)


@app.command(help=N_("Write down that the letters to who had it before were sent: all, or one."))
def tell(
    ctx: typer.Context,
    request: Annotated[str, CAUSE],
    letter: Annotated[str | None, LETTER] = None,
    on: Annotated[str | None, SENT_ON] = None,
    impossible: Annotated[bool, IMPOSSIBLE] = False,
) -> None:
    """Write down that recipients were told."""
    from wkc.cli.views.letter import sent, voided
    from wkc.cli.views.request import answering
    from wkc.procedures.letters import sending
    from wkc.procedures.requests import recipients

    cli = cli_context(ctx)
    session, is_letter = cli.session(), request.strip().upper().startswith("B")
    if not impossible and is_letter:
        cli.show(ctx, (sending.mark_sent(session, request, on),), sent)
        return
    if not impossible:
        cli.show(ctx, recipients.mark_sent(session, request, letter, on), answering)
        return
    if (letter is None) is not is_letter or on is not None:
        raise LetterOfImpossible
    recipients.check_giving_up(session, None if is_letter else request, letter or request)
    reasons = cli.reason(N_("Why the recipient cannot be told"), _GIVE)
    if letter is None:
        cli.show(ctx, recipients.give_up_letter(session, request, reasons), voided)
    else:
        cli.show(ctx, recipients.give_up(session, request, letter, reasons), answering)


@app.command(help=N_("End a restriction, of which the client was told first; the reasons are asked for, or read."))
def lift(ctx: typer.Context, request: Annotated[str, REQUEST], notified_on: Annotated[str, NOTIFIED_ON]) -> None:
    """Lift a restriction."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import propose as proposing

    cli = cli_context(ctx)
    session = cli.session()
    proposing.check_lifting(session, request)
    reasons = cli.reason(N_("Why it ends"), _GIVE)
    cli.show(ctx, proposing.lift(session, request, notified_on, reasons), answering)


_GIVE = N_("Give it on stdin.")


def _make_proposal(
    entry: int | None,
    field: str | None,
    why: str | None,
    grondslag: str | None,
    options: ProposalOptions,
) -> ProposalInput:
    from wkc.procedures.requests.propose import ProposalInput

    noun, row = find_named(options.rows, options.words)
    return ProposalInput(
        entry,
        field,
        why,
        grondslag=grondslag,
        document=options.document,
        replaced_by=options.replaced_by,
        noun=noun,
        row=row,
    )


def _complete(
    cli: CliContext, from_: str | None, proposal: ProposalInput, check: Callable[[ProposalInput], ValueToType | None]
) -> tuple[ProposalInput, ...]:
    """Give the changes of a file; else the one of the options, its value asked for where its check names a field."""
    from msgspec.structs import replace

    from wkc.procedures.requests.propose import read

    if from_ is not None:
        return read(cli.text(from_))
    to_type, value = check(proposal), None
    if to_type is not None:
        text = (
            _("The right value of “{label}”") if to_type.now is None else _("The right value of “{label}”, now {now}")
        )
        value = cli.value(text.format(label=to_type.label, now=show_days(to_type.now or "")), _GIVE)
    return (replace(proposal, value=value),)


def _applied(screen: Screen, done: Applied) -> None:
    from wkc.cli.views.request import to_tell

    request = done.answering.request
    count = sum(one.applied_at is not None for one in done.answering.proposals)
    text = ngettext(
        "{count} change of {request} is carried out.", "{count} changes of {request} are carried out.", count
    )
    if not done.answering.proposals:
        text = _("{request} is carried out: the uses that it was granted for have ended.")
    screen.say(text.format(count=count, request=request.number))
    if done.copy is not None:
        screen.say(_("What was wrong or removed is gone from the register, and a restored backup loses it again."))
        if done.backups_until is not None:
            text = _("Backups hold it until they are pruned, the last on {day}.")
            screen.say(text.format(day=done.backups_until))
        screen.say(_("Letters of before stay as they were sent; printed again they say what was corrected since."))
        text = _("{path} holds the corrected data of {number}, for the client.")
        screen.say(text.format(path=done.copy.path, number=done.copy.number))
        screen.say(f"SHA-256 {done.copy.sha256}")
    to_tell(screen, done.answering)
