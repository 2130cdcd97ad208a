"""`wkc menu`, and `wkc` alone on a terminal: the start screen, where a number does what its line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.command_table import ALIASES, COMMANDS
from wkc.cli.commands.operations.shell import FILES, check_only_folder, run_line, shell_words
from wkc.cli.forms.guided.desk import Desk
from wkc.cli.forms.guided.form import CLIENT, REQUEST, Answers
from wkc.cli.forms.guided.form_dialog import FormDialog, can_follow
from wkc.cli.forms.menu_search import find_beneath, find_item, find_part
from wkc.cli.forms.start_screen import CLIENT_MENU, FORMS, START_MENU, MenuItem, list_permitted, of_form
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.invocation import ReportedCode, ShellContext
from wkc.cli.terminal.questions import BACK
from wkc.cli.terminal.screen import Screen
from wkc.errors.families import WkcError
from wkc.errors.register import ClientUnknown
from wkc.errors.terminal import NoTerminal
from wkc.errors.vault import NoRegister
from wkc.i18n import N_, _
from wkc.rules.dossier.mistake import UNDOABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.access.account import Greeting

app = group()

LEAVE = ("0", "q", "exit", "quit")
NOTHING = ("", *LEAVE)
HELP = ("help", "?")
COMMAND_FIRST = (*HELP, "menu", "wkc")
HANDED_ON = frozenset({CLIENT, REQUEST, "opdrachtgever", "assignment"})
"""The answers that the next form need not ask for again."""


@app.command()
def menu(ctx: typer.Context, files: Annotated[str | None, FILES] = None) -> None:
    """Show the start screen, and do what is chosen until one leaves or the input ends."""
    from wkc.procedures.access import account
    from wkc.vault.files.home import Home

    cli = cli_context(ctx)
    if not cli.can_ask:
        raise NoTerminal(what=_("A terminal"), how=_("`wkc menu` is for people; scripts call each command."))
    if files is not None:
        cli.refuse_in_shell()
    try:
        Home(cli.home).check()
    except NoRegister as error:
        offer = _("There is no register in {home}. Enter makes one, n stops").format(home=cli.home)
        if not cli.agree(offer, N_("Type the command after `wkc`.")):
            raise
        cli.pause_progress()
        code = cli.invocation.run(("--home", str(cli.home), "init"), cli.environment, None)
        raise typer.Exit(ReportedCode(code)) from error
    shell = cli.invocation.shell
    folder = check_only_folder(files) if shell is None else shell.files
    session = cli.session()
    StartScreen(cli, ShellContext(session, folder), account.greet(session)).run()
    cli.say(_("Signed out.") if cli.invocation.shell is None else _("Back in the shell."))


class StartScreen:
    """One stay at the start screen: an answer is a number, a part of a line, the name of a client, or a command."""

    def __init__(self, cli: CliContext, inside: ShellContext, greeting: Greeting) -> None:
        self._cli = cli
        self._session = inside.session
        self._me = me = greeting.me
        self._can_undo = greeting.can_undo
        self._inside = inside
        self._desk = Desk(cli, inside, me.user.role)
        self._next_client = ""
        """The client whose page opens once every menu of another client is left: pages do not lie on one another."""

    def run(self) -> None:
        """Show what is due and the menu, and do what is chosen, until one leaves."""
        self._stay(list_permitted(START_MENU, self._me.user.role), self._show_start, "", {})

    def _show_start(self, items: tuple[MenuItem, ...]) -> None:
        from wkc.cli.views.start_screen import start_screen
        from wkc.procedures.operations import agenda

        seen = agenda.show(self._session) if any(item.words == ("agenda",) for item in items) else None
        start_screen(self._screen(self._session.names), self._me, seen, _lines(items), can_undo=self._can_undo)

    def _open_page(self, number: str, answers: Answers) -> None:
        """Show the page of a client and what one may do there, until one goes back to the start screen."""
        if CLIENT in answers:
            self._next_client = number
            return

        def show(items: tuple[MenuItem, ...]) -> None:
            from wkc.cli.views.start_screen import client_page, numbered
            from wkc.procedures.operations import client_page as page

            seen = page.show(self._session, number)
            client_page(self._screen(self._session.names), seen)
            numbered(self._screen(), _lines(items, number), with_commands=True)

        self._stay(list_permitted(CLIENT_MENU, self._me.user.role), show, number, {CLIENT: number})
        if self._next_client:
            number, self._next_client = self._next_client, ""
            self._open_page(number, {})

    def _stay(
        self, items: tuple[MenuItem, ...], show: Callable[[tuple[MenuItem, ...]], None], place: str, answers: Answers
    ) -> None:
        """Show a menu and do what is chosen there, until one goes back or to another client.

        The outcome of a command or a refusal stays in sight: the menu is shown again at Enter, or after another menu.
        The line before the next answer names the menu to which its number belongs.
        """
        shown = False
        number = answers.get(CLIENT, "")
        while not self._next_client:
            if not shown:
                try:
                    show(items)
                except ClientUnknown as error:  # The dossier went by what was done there.
                    self._cli.say(" ".join(error.text_and_hint))
                    return
            typed = self._cli.command(f"{number or self._session.user_id}> ", shell_words(), lines=len(items))
            if typed is None or typed.strip() in LEAVE:
                return
            try:
                shown = self._answer(items, typed.strip(), answers)
            except WkcError as error:
                self._cli.say(" ".join(error.text_and_hint))
                shown = True
            except KeyboardInterrupt:
                self._cli.say(_("Nothing was kept."))
                shown = True
            if shown:
                self._cli.say(self._name_place(place))

    def _name_place(self, place: str) -> str:
        """Give the line that says which menu the next number is of: at the start screen, a menu, or a client."""
        if not place:
            return _("Enter shows the menu.")
        named = self._screen(self._session.names).with_names(place)
        return _("{place}: Enter shows this menu, 0 goes back.").format(place=named)

    def _answer(self, items: tuple[MenuItem, ...], typed: str, answers: Answers) -> bool:
        """Do what was typed: an item, a command, or else the search for a client; tell whether it left an outcome."""
        item = find_item(items, typed)
        meant = (item,) if item is not None else find_beneath(items, typed, self._me.user.role)
        first = typed.partition(" ")[0].casefold()
        if len(meant) == 1:
            return self._do_only(meant, answers)
        if typed.casefold() in HELP:
            from wkc.cli.views.start_screen import menu_help

            menu_help(self._screen())
            return True
        if first in COMMANDS or first in ALIASES or first in COMMAND_FIRST or typed.startswith("-"):
            run_line(self._cli, typed, self._inside)
            self._desk.forget_lists()
            return True
        if meant:
            return self._do_only(meant, answers)
        try:
            number = self._desk.find_client(typed) if typed else ""
        except ClientUnknown:
            if not (parts := find_part(items, typed, self._me.user.role)):
                raise
            return self._do_only(parts, answers)
        if number not in {"", BACK}:
            self._open_page(number, answers)
        return False

    def _do_only(self, items: tuple[MenuItem, ...], answers: Answers) -> bool:
        """Do the only item that was meant, or name each of several; tell whether that left an outcome."""
        if len(items) > 1:
            lines = "; ".join(_(one.line) for one in items)
            self._cli.say(_("More lines have this: {lines}. Type more of one.").format(lines=lines))
            return True
        (item,) = items
        self._do(item, answers)
        return not (item.page or item.menu)

    def _do(self, item: MenuItem, answers: Answers) -> None:
        """Do an item; its command is shown, so that one learns."""
        if item.page:
            if (number := self._desk.find_client()) not in {"", BACK}:
                self._open_page(number, answers)
        elif item.menu:
            place = " ".join(filter(None, (_(item.line), answers.get(CLIENT))))
            self._stay(list_permitted(item.menu, self._me.user.role), self._show_menu(place, answers), place, answers)
        elif item.form:
            self._fill(item.form, answers)
        else:
            words = [*item.words, *([answers[CLIENT]] if item.of_client else [])]
            self._cli.say(_("This is `wkc {command}`.").format(command=" ".join(words)))
            self._desk.run(words)

    def _show_menu(self, place: str, answers: Answers) -> Callable[[tuple[MenuItem, ...]], None]:
        def show(items: tuple[MenuItem, ...]) -> None:
            from wkc.cli.views.start_screen import numbered

            self._screen(self._session.names).heading(place)
            numbered(self._screen(), _lines(items, answers.get(CLIENT, "")), with_commands=True)

        return show

    def _fill(self, key: str, known: Answers) -> None:
        """Fill a form in, and then the next that is chosen of those that it offers."""
        while key:
            answers = FormDialog(self._desk, FORMS[key], known).fill()
            if answers is None:
                return
            self._can_undo |= FORMS[key].action in UNDOABLE
            known = {name: answer for name, answer in answers.items() if name in HANDED_ON}
            if key == "register" and self._session.shared.recent:
                known[CLIENT] = self._session.shared.recent[0]
            if key == "request":
                known[REQUEST] = max(self._desk.requests(known[CLIENT]), key=lambda number: (len(number), number))
            if key == "revoke":
                known["user"] = answers["user"]
            key = self._next(key, known)

    def _next(self, key: str, known: Answers) -> str:
        """Offer what usually comes next, of the steps that can be taken now; empty when nothing is chosen."""
        from wkc.cli.views.start_screen import numbered

        forms = [one for one in FORMS[key].next if can_follow(self._desk, FORMS[one], known)]
        items = list_permitted(map(of_form, forms), self._me.user.role)
        if not items:
            return ""
        screen = self._screen()
        screen.heading(_("What next"))
        numbered(screen, _lines(items), with_commands=True)
        while (typed := self._cli.ask(N_("Number (Enter: nothing)"), N_("Type the command.")).strip()) not in NOTHING:
            if (item := find_item(items, typed)) is not None:
                return item.form
            self._cli.say(_("Type one of the numbers, or Enter for nothing."))
        return ""

    def _screen(self, names: Mapping[str, str] | None = None) -> Screen:
        self._cli.pause_progress()
        return Screen(self._cli.environment, names, self._me.user.role)


def _lines(items: tuple[MenuItem, ...], number: str = "") -> list[tuple[str, str]]:
    """Give the lines of a menu, each with its command: one that begins with a client has the number of this one."""
    return [
        (_(item.line), f"{item.command} {number}" if number and item.begins_with_client else item.command)
        for item in items
    ]
