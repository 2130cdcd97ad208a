"""`wkc letter`: what was written to whom; and the notice to each new client (AVG 14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.invocation import of
from wkc.errors.letter import NotifyWhom
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.letters.letter import Letters, Printed
    from wkc.procedures.letters.notice import Notified

app = group()

WHO = typer.Argument(metavar="NUMBER", help=N_("A dossier number, a BSN, or the beginning of a name."))
LETTER = typer.Argument(metavar="LETTER", help=N_("The number of a letter, such as B2026-0001."))
PAGE = typer.Option(min=1, max=10**9, help=N_("Which page, newest first."))
OUTPUT = typer.Option(metavar="FILE", help=N_("Where it goes (default: the number, in this folder)."))
FORCE = typer.Option("--force", help=N_("Replace a file that is there already."))
ALL = typer.Option("--all", help=N_("Everybody who is still to be told."))
PRINT = typer.Option("--print", help=N_("Write each letter as PDF too, under its number, in this folder."))
NOTIFIED_ON = typer.Option(
    "--told-on",
    metavar="DATE",
    help=N_("Write no letter: told on that day in another way; with --all, who had come by then."),
)


@app.command("list", help=N_("List letters, of everybody or of one client; their text stays closed."))
def list_(
    ctx: typer.Context,
    who: Annotated[str | None, WHO] = None,
    page: Annotated[int, PAGE] = 1,
) -> None:
    """List a page of letters, or those of one client."""
    from wkc.procedures.letters import letter

    call = of(ctx)
    session = call.session()
    found = letter.page(session, page) if who is None else letter.of_client(session, call.term(who))
    call.show(ctx, found, _listed)


@app.command("print", help=N_("Write the PDF of a letter to a file."))
def print_(
    ctx: typer.Context,
    number: Annotated[str, LETTER],
    output: Annotated[str | None, OUTPUT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Print a letter."""
    from wkc.procedures.letters import letter

    call = of(ctx)
    place = call.files.to_write(output) if output else call.files.folder
    call.show(ctx, letter.print_letter(call.session(), number, place, force=force), _printed)


@app.command(help=N_("Tell a new client that we hold data, from whom, why, and what one can do (AVG 14)."))
def notify(
    ctx: typer.Context,
    who: Annotated[str | None, WHO] = None,
    everybody: Annotated[bool, ALL] = False,
    notified_on: Annotated[str | None, NOTIFIED_ON] = None,
    printed: Annotated[bool, PRINT] = False,
) -> None:
    """Notify one client, or all that are due."""
    from wkc.procedures.letters import notice

    call = of(ctx)
    if (who is None) != everybody or (notified_on and printed):
        raise NotifyWhom
    place = call.files.folder if printed else None
    session = call.session()
    if who is None and notified_on:
        done = notice.mark_all_notified(session, notified_on)
    elif who is None:
        done = notice.notify_all(session, place, call.progress(N_("letters")))
    elif notified_on:
        done = (notice.mark_notified(session, call.term(who), notified_on),)
    else:
        done = (notice.notify(session, call.term(who), place),)
    call.show(ctx, done, _told)


@app.command(help=N_("Write what a client reads who tells us things, as at an intake (AVG 13)."))
def intake(ctx: typer.Context, who: Annotated[str, WHO], printed: Annotated[bool, PRINT] = False) -> None:
    """Write the text for an intake."""
    from wkc.procedures.letters import notice

    call = of(ctx)
    place = call.files.folder if printed else None
    call.show(ctx, notice.notify_at_intake(call.session(), call.term(who), place), _handed_over)


def _handed_over(screen: Screen, done: Notified) -> None:
    number = done.letter.number if done.letter else ""
    screen.say(_("Letter {letter} is for {number}, to hand over.").format(letter=number, number=done.number))
    _warn_of_codes(screen, done)


def _warn_of_codes(screen: Screen, done: Printed | Notified) -> None:
    if done.has_codes and done.letter is not None:
        text = _("Look at {letter} before it goes: a letter that no font here has stands in it as a code, [U+…].")
        screen.say(text.format(letter=done.letter.number))


def _listed(screen: Screen, found: Letters) -> None:
    if not found.letters:
        screen.say(_("There is no letter."))
        return
    screen.table(
        (_("number"), _("sent on"), _("client"), _("request"), _("kind")),
        ((letter.number, letter.sent_on, letter.client, letter.request, letter.kind) for letter in found.letters),
        fixed=4,
    )
    if found.more:
        screen.say(_("There are more: --page {next}").format(next=found.number + 1))


def _printed(screen: Screen, done: Printed) -> None:
    screen.say(_("{path} holds letter {number}.").format(path=done.path, number=done.letter.number))
    _warn_of_codes(screen, done)
    if done.changes:
        fields = ", ".join(change.field for change in done.changes)
        screen.say(
            _("It is from before a correction: a sheet says so, the letter is inside ({fields}).").format(fields=fields)
        )


def _told(screen: Screen, done: tuple[Notified, ...]) -> None:
    for one in done:
        if one.letter is None:
            screen.say(_("{number} was told on {day}.").format(number=one.number, day=one.notified_on))
        else:
            place = str(one.path) if one.path else _("`wkc letter print` prints it")
            text = _("Letter {letter} for {number} is ready: {place}.")
            screen.say(text.format(letter=one.letter.number, number=one.number, place=place))
            _warn_of_codes(screen, one)
    if not done:
        screen.say(_("Everybody was told already."))
        return
    if letters := sum(one.letter is not None for one in done):
        text = ngettext(
            "{count} letter was made: print it and send it.", "{count} letters were made: print and send them.", letters
        )
        screen.say(text.format(count=letters))
    if others := len(done) - letters:
        text = ngettext("{count} client was informed before.", "{count} clients were informed before.", others)
        screen.say(text.format(count=others))
