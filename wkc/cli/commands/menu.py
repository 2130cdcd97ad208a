"""`wkc menu`, and `wkc` alone on a terminal: the start screen, where a number does what its line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from wkc.cli.commands.shell import run_line, shell_words
from wkc.cli.forms.client_search import find_client
from wkc.cli.forms.start_screen import CLIENT_MENU, FIND, START_MENU, MenuItem, chosen, permitted
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.invocation import of
from wkc.cli.terminal.start import ShellContext
from wkc.errors.families import WkcError
from wkc.errors.terminal import NoTerminal
from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.access.account import CurrentUser
    from wkc.procedures.core.session import Session

app = group()

LEAVE = ("0", "exit", "quit")


@app.command()
def menu(ctx: typer.Context) -> None:
    """Show the start screen, and do what is chosen until one leaves or the input ends."""
    from wkc.procedures.access import account
    from wkc.vault.files.home import Home

    call = of(ctx)
    if not call.can_ask:
        raise NoTerminal(what=_("A terminal"), how=_("`wkc menu` is for people; scripts call each command."))
    Home(call.home).check()
    session = call.session()
    _StartScreen(call, session, account.whoami(session)).run()
    call.say(_("Signed out.") if call.invocation.shell is None else _("Back in the shell."))


class _StartScreen:
    """One stay at the start screen: each answer is a number, a part of a line, or a command as one types it."""

    def __init__(self, call: CliContext, session: Session, me: CurrentUser) -> None:
        self._call = call
        self._session = session
        self._me = me
        files = call.invocation.shell.files if call.invocation.shell else None
        self._inside = ShellContext(session, files)

    def run(self) -> None:
        """Show the menu and do what is chosen, until one leaves."""
        from wkc.cli.terminal.screen import Screen
        from wkc.cli.views.start_screen import start_screen
        from wkc.procedures.operations import agenda

        items = permitted(START_MENU, self._me.user.role)
        while True:
            seen = agenda.show(self._session) if any(item.words == ("agenda",) for item in items) else None
            start_screen(Screen(self._call.environment), self._me, seen, [_(item.line) for item in items])
            if not self._answered(items, None):
                return

    def _client(self, number: str) -> bool:
        """Show the page of a client and what one may do there; False when the start screen is left as well."""
        from wkc.cli.terminal.screen import Screen
        from wkc.cli.views.start_screen import client_page, numbered
        from wkc.procedures.dossier import client

        items = permitted(CLIENT_MENU, self._me.user.role)
        while True:
            screen = Screen(self._call.environment)
            client_page(screen, client.show(self._session, number))
            numbered(screen, [_(item.line) for item in items])
            if not self._answered(items, number):
                return True

    def _answered(self, items: tuple[MenuItem, ...], number: str | None) -> bool:
        """Read one answer and do it; False for going back or the end of input."""
        typed = self._call.command(self._prompt(number), shell_words())
        if typed is None or typed.strip() in LEAVE:
            return False
        item = chosen(items, typed.strip())
        if item is None:
            run_line(self._call, typed, self._inside)
            return True
        try:
            self._do(item, number)
        except WkcError as error:
            self._call.say(" ".join(error.said))
        return True

    def _prompt(self, number: str | None) -> str:
        return f"{number or self._session.user_id}> "

    def _do(self, item: MenuItem, number: str | None) -> None:
        """Do an item; the command that it stands for is shown, so that one learns."""
        about = number or (
            find_client(self._call, self._session, None) if item.of_client or item.words == FIND else None
        )
        if item.words == FIND:
            self._client(str(about))
            return
        words = [*item.words, *([about] if about else []), *item.options]
        shown = " ".join((*item.words, *([about] if about and about[:1].isdigit() else []), *item.options))
        self._call.say(_("This is `wkc {command}`.").format(command=shown))
        self._call.invocation.run(words, self._call.environment, self._inside)
