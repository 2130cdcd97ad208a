"""`wkc letter`: what was written to whom; and the notice to each new client (AVG 14)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.codes import LETTERS, in_words
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT, FORCE, SENT_ON
from wkc.errors.letter import NotifyWhom
from wkc.errors.terminal import OneOf
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.letters.letter_list import Letters
    from wkc.procedures.letters.notice import Notified
    from wkc.procedures.letters.printing import Printed, PrintedTogether
    from wkc.records.letter import Letter

app = group()

LETTER = typer.Argument(metavar="LETTER", help=N_("The number of a letter, such as B2026-0001."))
PAGE = typer.Option(min=1, max=10**9, help=N_("Which page, newest first."))
OUTPUT = typer.Option(metavar="FILE", help=N_("Where it goes (default: the number, in this folder)."))
ALL = typer.Option("--all", help=N_("Everybody who is still to be told."))
PRINT = typer.Option("--print", help=N_("Write each letter as PDF too, under its number, in this folder."))
WAITING = typer.Option("--waiting", help=N_("Those that are drawn up and not sent yet, oldest first."))
EVERY = typer.Option("--all", help=N_("All letters that wait, as one PDF for the printer."))
PRINTED = typer.Option("--all", help=N_("All letters that were printed and not sent yet."))
ADDRESS = typer.Option(
    "--address",
    metavar="CODE",
    help=N_("While the address is contested: vastgelegd (the one on file) or voorgesteld (as the client says)."),
)
NOTIFIED_ON = typer.Option(
    "--told-on",
    metavar="DATE",
    help=N_("Write no letter: told on that day in another way; with --all, who had come by then."),
)


@app.command("list", help=N_("List letters, of everybody or of one client; their text stays closed."))
def list_(
    ctx: typer.Context,
    who: Annotated[str | None, CLIENT] = None,
    waiting: Annotated[bool, WAITING] = False,
    page: Annotated[int, PAGE] = 1,
) -> None:
    """List a page of letters, those of one client, or those that wait."""
    from wkc.procedures.letters import letter_list

    cli = cli_context(ctx)
    if waiting and who is not None:
        raise OneOf(one=_("NUMBER"), other="--waiting")
    session = cli.session()
    if waiting:
        cli.show(ctx, letter_list.waiting(session), _listed)
    elif who is not None:
        cli.show(ctx, letter_list.of_client(session, cli.search_term(who)), _newest_first)
    else:
        cli.show_pages(ctx, partial(letter_list.page, session), page, _listed)


@app.command("print", help=N_("Write the PDF of a letter to a file; with --all, of all that wait to one file."))
def print_(
    ctx: typer.Context,
    number: Annotated[str | None, LETTER] = None,
    everything: Annotated[bool, EVERY] = False,
    address: Annotated[str | None, ADDRESS] = None,
    output: Annotated[str | None, OUTPUT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Print a letter, or all that wait."""
    from wkc.cli.forms.letter import print_to_the_right_address
    from wkc.procedures.letters import printing

    cli = cli_context(ctx)
    if (number is None) != everything:
        raise OneOf(one=_("LETTER"), other="--all")
    place = cli.files.place(output)
    session = cli.session()
    if number is None:
        cli.show(ctx, printing.print_waiting(session, place, force=force), _printed_together)
    else:
        cli.show(ctx, print_to_the_right_address(cli, session, number, place, address, force=force), _printed)


@app.command(help=N_("Write down on which day a letter was sent; what it tells counts from that day."))
def sent(
    ctx: typer.Context,
    number: Annotated[str | None, LETTER] = None,
    everything: Annotated[bool, PRINTED] = False,
    on: Annotated[str | None, SENT_ON] = None,
) -> None:
    """Write down that letters were sent."""
    from wkc.cli.views import letter as view
    from wkc.procedures.letters import sending

    cli = cli_context(ctx)
    if (number is None) != everything:
        raise OneOf(one=_("LETTER"), other="--all")
    session = cli.session()
    if number is None:
        cli.show(ctx, sending.mark_printed_sent(session, on), view.sent)
    else:
        cli.show(ctx, (sending.mark_sent(session, number, on),), view.sent)


@app.command(help=N_("Say that a letter that was not sent was a mistake of the office: it goes to nobody."))
def void(ctx: typer.Context, number: Annotated[str, LETTER]) -> None:
    """Void a letter."""
    from wkc.cli.views.letter import voided
    from wkc.procedures.letters import sending

    cli = cli_context(ctx)
    session = cli.session()
    sending.check_void(session, number)
    reason = cli.reason(N_("What went wrong (such as: drawn up for the wrong client)"), N_("Give it on stdin."))
    cli.show(ctx, sending.void(session, number, reason), voided)


@app.command(help=N_("Tell a new client that we hold data, from whom, why, and what one can do (AVG 14)."))
def notify(
    ctx: typer.Context,
    who: Annotated[str | None, CLIENT] = None,
    everybody: Annotated[bool, ALL] = False,
    notified_on: Annotated[str | None, NOTIFIED_ON] = None,
    printed: Annotated[bool, PRINT] = False,
) -> None:
    """Notify one client, or all that are due."""
    from wkc.cli.forms.confirmation import confirm_notices
    from wkc.procedures.letters import notice

    cli = cli_context(ctx)
    if (who is None) != everybody or (notified_on and printed):
        raise NotifyWhom
    place = cli.files.folder if printed else None
    session = cli.session()
    if who is None and notified_on:
        done = notice.mark_all_notified(session, notified_on)
    elif who is None:
        confirm_notices(cli, session)
        done = notice.notify_all(session, place, cli.progress(N_("letters")))
    elif notified_on:
        done = (notice.mark_notified(session, cli.search_term(who), notified_on),)
    else:
        done = (notice.notify(session, cli.search_term(who), place),)
    cli.show(ctx, done, _notified)


@app.command(help=N_("Write what a client reads who tells us things, as at an intake (AVG 13)."))
def intake(ctx: typer.Context, who: Annotated[str, CLIENT], printed: Annotated[bool, PRINT] = False) -> None:
    """Write the text for an intake."""
    from wkc.procedures.letters import notice

    cli = cli_context(ctx)
    place = cli.files.folder if printed else None
    cli.show(ctx, notice.notify_at_intake(cli.session(), cli.search_term(who), place), _handed_over)


def _handed_over(screen: Screen, done: Notified) -> None:
    number = done.letter.number if done.letter else ""
    screen.say(_("Letter {letter} is for {number}, to hand over.").format(letter=number, number=done.number))
    _warn_of_codes(screen, done)


def _warn_of_codes(screen: Screen, done: Printed | Notified) -> None:
    if done.has_codes and done.letter is not None:
        text = _("Look at {letter} before it goes: a letter that no font here has stands in it as a code, [U+…].")
        screen.say(text.format(letter=done.letter.number))


def _newest_first(screen: Screen, letters: Letters) -> None:
    from msgspec.structs import replace

    _listed(screen, replace(letters, letters=letters.letters[::-1]))


def _listed(screen: Screen, letters: Letters) -> None:
    from wkc.cli.views.page import say_place

    if not letters.letters:
        screen.say(_("There is no letter."))
        return
    screen.table(
        (_("number"), _("stands"), _("client"), _("kind")),
        ((letter.number, _name_state(letter), letter.client, _name_kind(letter)) for letter in letters.letters),
        fixed=3,
    )
    say_place(screen, letters.number, len(letters.letters), more=letters.more)


def _name_kind(letter: Letter) -> str:
    """Give the kind of a letter, with the request that it answers."""
    return ", ".join(filter(None, (in_words(letter.kind, LETTERS), letter.request)))


def _name_state(letter: Letter) -> str:
    """Give how far a letter came on its way."""
    if letter.voided_on is not None:
        return _("void")
    if letter.sent_on is not None:
        return _("sent {day}").format(day=letter.sent_on)
    return _("printed {day}").format(day=letter.printed_on) if letter.printed_on is not None else _("drawn up")


def _printed(screen: Screen, done: Printed) -> None:
    screen.say(_("{path} holds letter {number}.").format(path=done.path, number=done.letter.number))
    _warn_of_codes(screen, done)
    if done.letter.is_waiting:
        text = _("Once it is in the post: `wkc letter sent {number}`. Then remove the file.")
        screen.say(text.format(number=done.letter.number))
    if done.changes:
        fields = ", ".join(change.field for change in done.changes)
        screen.say(
            _("It is from before a correction: a sheet says so, the letter is inside ({fields}).").format(fields=fields)
        )


def _printed_together(screen: Screen, done: PrintedTogether) -> None:
    text = ngettext("{path} holds {count} letter:", "{path} holds {count} letters:", len(done.letters))
    screen.say(text.format(path=done.path, count=len(done.letters)))
    screen.table(
        (_("number"), _("client"), _("kind")),
        ((one.number, one.client, in_words(one.kind, LETTERS)) for one in done.letters),
    )
    for one in done.left:
        screen.say(_("{number} stays: {why}").format(number=one.letter.number, why=one.why))
    screen.say(_("Once they are in the post: `wkc letter sent --all`. Then remove the file."))


def _notified(screen: Screen, done: tuple[Notified, ...]) -> None:
    for one in done:
        if one.letter is None:
            screen.say(_("{number} was told on {day}.").format(number=one.number, day=one.notified_on))
        else:
            place = str(one.path) if one.path else _will_print(screen)
            text = _("Letter {letter} for {number} is ready: {place}.")
            screen.say(text.format(letter=one.letter.number, number=one.number, place=place))
            _warn_of_codes(screen, one)
    if not done:
        screen.say(_("Everybody was told already, or a letter waits."))
        return
    if letters := sum(one.letter is not None for one in done):
        text = ngettext(
            "{count} letter was drawn up. It is on the agenda until it is sent: {how}.",
            "{count} letters were drawn up. They are on the agenda until they are sent: {how}.",
            letters,
        )
        how = "`wkc letter print --all`" if screen.can_do("letter.print") else _will_print(screen)
        screen.say(text.format(count=letters, how=how))
    if others := len(done) - letters:
        text = ngettext("{count} client was informed before.", "{count} clients were informed before.", others)
        screen.say(text.format(count=others))


def _will_print(screen: Screen) -> str:
    """Say how a letter is printed, or by whom, to a role that prints none."""
    if screen.can_do("letter.print"):
        return _("`wkc letter print` prints it")
    return _("a coach or the beheerder prints it")
