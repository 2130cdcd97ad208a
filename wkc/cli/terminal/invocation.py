"""One call of the program: what was said before the command, who is asked what, how the result is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import typer

from wkc.cli.terminal.files import Files
from wkc.errors.families import Invalid
from wkc.errors.input import FileEncoding, FileTooLarge
from wkc.errors.terminal import Interrupted, MissingOption, NotAtASeat, NoTerminal, StdinTaken
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.core.environment import Environment
    from wkc.procedures.core.session import Notice, RecoverySession, Session

Result = TypeVar("Result")

VERSION = 1
"""The version of the JSON envelope."""

OVERDUE = 10
"""The exit code when all was done and something is overdue."""


class ShellContext(NamedTuple):
    """A place in `wkc shell`: who signed in, and the only folder for files, if there is one."""

    session: Session
    files: Path | None


class Invocation(NamedTuple):
    """Where a command comes in: the world, what runs another, and the seat it was typed at."""

    environment: Environment
    run: Callable[[Sequence[str], Environment, ShellContext | None], int]
    seat: ShellContext | None


class GlobalOptions(NamedTuple):
    """The options before the command."""

    home: str | None
    user: str | None
    password_file: str | None
    json: bool
    yes: bool
    purpose: str | None
    break_glass: bool
    break_glass_file: str | None


class CliContext:
    """One call of the program: where it came in, and the options before the command."""

    def __init__(self, entrance: Invocation, said: GlobalOptions) -> None:
        self.entrance = entrance
        self.environment = entrance.environment
        self.json = said.json
        self.yes = said.yes
        self._said = said
        self._seat = entrance.seat
        if self._seat and (said.home or said.user or said.password_file):
            raise NotAtASeat

    @property
    def home(self) -> Path:
        """The folder of the register: --home, WKC_HOME, or the user's data folder."""
        named = self._said.home or self.environment.environ.get("WKC_HOME")
        return Path(named).expanduser().absolute() if named else self.environment.home()

    @property
    def files(self) -> Files:
        """Where files are read and written."""
        return Files(self._seat.files if self._seat else None)

    def session(self) -> Session:
        """Sign in, before anything else is asked: what is typed is not lost to a wrong password.

        A session that is open in this terminal does (`wkc login`), unless a file with the password is named.
        """
        agents = None if self.password_named else self.environment.runtime()
        return self._session(agents, agents)

    def session_by_password(self) -> Session:
        """Sign in with the password, for what a session does not do; one that is open here says who it is."""
        return self._session(None, self.environment.runtime())

    def _session(self, agents: Path | None, open_here: Path | None) -> Session:
        from wkc.procedures.core.session import Session, only_open_session

        if self._seat:
            return self._seat.session.again(self._said.purpose, self._reason())
        named = self._said.user or self.environment.environ.get("WKC_USER") or only_open_session(open_here, self.home)
        user, purpose = named or self.user_id(), self._said.purpose
        session = Session(self.environment, self.home, user.strip(), self.password, self._tell, purpose, agents)
        session.sign_in()
        session.reason = self._reason()
        return session

    def user_id(self) -> str:
        """Get the USER ID: --user, WKC_USER, or the terminal."""
        named = self._said.user or self.environment.environ.get("WKC_USER")
        how = N_("Add --user ID before the command, or set WKC_USER.")
        return (self.ask(N_("USER ID"), how) if named is None else named).strip()

    def recovery_code(self, code_file: str | None) -> str:
        """Get a recovery code, from a file or the terminal."""
        return self.first_line(code_file) if code_file else self.ask(N_("Recovery code"), N_("Add --code-file FILE."))

    def recovery_session(self, code_file: str | None) -> RecoverySession:
        """Come in with a recovery code, from a file or the terminal, before anything else is asked."""
        from wkc.procedures.core.session import RecoverySession

        code = self.recovery_code(code_file)
        session = RecoverySession(self.environment, self.home, lambda: code, self._tell)
        session.sign_in()
        return session

    def _reason(self) -> str | None:
        """Get the reason to look outside the caseload, if that is what is wanted."""
        from wkc.procedures.io.fields import parse_reason

        if self._said.break_glass_file:
            return parse_reason(self.text(self._said.break_glass_file))
        if self._said.break_glass:
            return parse_reason(
                self.ask(N_("Reason to look outside your caseload"), N_("Add --break-glass-file FILE."))
            )
        return None

    def password(self) -> str:
        """Get the password: --password-file, WKC_PASSWORD_FILE, or the terminal."""
        if self.password_named:
            if not self.json and self.files.open_to_others(self.password_named):
                self.say(_("Others can read the password file: chmod 600 {path}").format(path=self.password_named))
            return self.first_line(self.password_named)
        return self.ask_secret(
            N_("Password"), N_("Add --password-file FILE before the command, or set WKC_PASSWORD_FILE.")
        )

    @property
    def password_named(self) -> str | None:
        """The file that holds the password, if one is named."""
        return self._said.password_file or self.environment.environ.get("WKC_PASSWORD_FILE")

    def new_password(self, path: str | None) -> str:
        """Get a new password: from a file, or typed twice."""
        from wkc.errors.terminal import PasswordsDiffer
        from wkc.vault.keys.password import check

        if path:
            return self.first_line(path)
        how = N_("Name a file that holds it.")
        password = self.ask_secret(N_("New password"), how)
        check(password)
        if self.ask_secret(N_("The same again"), how) != password:
            raise PasswordsDiffer
        return password

    def ask(self, what: str, how: str) -> str:
        """Ask for a line on the terminal; without one, say what is missing and how to bring it."""
        terminal = self.environment.terminal()
        if terminal is None or self.yes:
            raise NoTerminal(what=_(what), how=_(how))
        return terminal.ask(_(what) + ": ")

    def choose(self, what: str, options: Mapping[str, str], how: str) -> str:
        """Ask for one of the options until it is one, or fits only one; an empty answer is given as it is."""
        from wkc.cli.terminal.completion import matching

        terminal = self.environment.terminal()
        if terminal is None or self.yes:
            raise NoTerminal(what=_(what), how=_(how))
        while True:
            answer = terminal.choose(_(what) + ": ", options).strip()
            if not answer or answer in options:
                return answer
            fitting = matching(options, answer)
            if len(fitting) == 1:
                return fitting[0]
            self.say(_("This is not on the list. Type a part of a word to see what is."))

    def ask_until(self, what: str, how: str, read: Callable[[str], Result]) -> Result:
        """Ask until the answer can be read; what is wrong with one is said, and nothing is lost."""
        while True:
            answer = self.ask(what, how)
            try:
                return read(answer)
            except Invalid as error:
                self.say(" ".join(error.said))

    def confirm(self, what: str) -> None:
        """Have somebody type yes, in their language or ours; errors.Interrupted for anything else."""
        typed = self.ask(_("{what} Type yes").format(what=_(what)), N_("Add --yes before the command."))
        if typed.strip().lower() not in {"yes", _("yes")}:
            raise Interrupted

    def ask_secret(self, what: str, how: str) -> str:
        """Ask for a line that is not shown."""
        terminal = self.environment.terminal()
        if terminal is None:
            raise NoTerminal(what=_(what), how=_(how))
        return terminal.ask_secret(_(what) + ": ")

    def first_line(self, path: str) -> str:
        """Give the first line of a file, as a password file has it."""
        return next(iter(self.files.text(path).splitlines()), "")

    def stdin_text(self) -> str:
        """Read all of stdin as text, for a value that does not belong on a command line."""
        from wkc.procedures.io import input_file

        try:
            text = self.environment.stdin.read(input_file.TEXT + 1)
        except UnicodeDecodeError as error:
            raise FileEncoding from error
        if len(text) > input_file.TEXT:
            raise FileTooLarge(path="-", most=input_file.TEXT // input_file.MIB)
        return text

    def stdin_octets(self) -> bytes:
        """Read a list from stdin."""
        from wkc.procedures.io import input_file

        return input_file.read_stream(self.environment.stdin.buffer, input_file.LIST, "-")

    def text(self, named: str) -> str:
        """Read a small file as text, or stdin for `-`."""
        return self.stdin_text() if named == "-" else self.files.text(named)

    def value(self, what: str, how: str) -> str:
        """Get a value by prompt on a terminal, else from stdin."""
        if self.environment.stdin.isatty():
            return self.ask(what, how)
        return self.stdin_text().rstrip("\r\n")

    def term(self, typed: str) -> str:
        """Give a search term as typed, or from stdin for `-`."""
        return self.stdin_text().strip() if typed == "-" else typed

    def term_beside_stdin(self, typed: str) -> str:
        """Give a search term where stdin brings something else."""
        if typed == "-":
            raise StdinTaken
        return typed

    def progress(self, what: str) -> Callable[[int], None]:
        """Count on stderr where a person looks on; nothing elsewhere."""
        if self.json or not self.environment.stderr.isatty():
            return lambda _done: None

        def told(done: int) -> None:
            self.environment.stderr.write(f"\r{done} {_(what)}\x1b[K\r")
            self.environment.stderr.flush()

        return told

    def _tell(self, notice: Notice, count: int) -> None:
        """Tell what the user should know besides the result."""
        if not self.json:
            from wkc.cli.terminal.notices import told

            self.say(told(notice, count).format(count=count))

    def say(self, text: str) -> None:
        """Say something to the user, on stderr: it is not data."""
        from wkc.cli.terminal.escape import harmless
        from wkc.cli.terminal.wrap import fitted

        self.environment.stderr.write(fitted(harmless(text), self.environment.stderr) + "\n")
        self.environment.stderr.flush()

    def show(self, ctx: typer.Context, result: Result, text: Callable[[Screen, Result], None]) -> None:
        """Show a result: as data on stdout in the JSON envelope, or as text for people."""
        if self.json:
            self._put({"wkc": VERSION, "command": ctx.command_path.removeprefix("wkc "), "data": result})
            return
        from wkc.cli.terminal.screen import Screen

        text(Screen(self.environment), result)

    def _put(self, envelope: dict[str, object]) -> None:
        from wkc.cli.terminal.json_envelope import plain

        ascii_only = (self.environment.stdout.encoding or "").lower() not in ("utf-8", "utf8")
        self.environment.stdout.write(json.dumps(envelope, ensure_ascii=ascii_only, default=plain) + "\n")
        self.environment.stdout.flush()


def group() -> typer.Typer:
    """Make a place for commands; completion is installed at the root only."""
    return typer.Typer(no_args_is_help=True, add_completion=False)


def of(ctx: typer.Context) -> CliContext:
    """Give the call that a command belongs to."""
    call: CliContext = ctx.find_root().obj
    return call


def required(ctx: typer.Context, value: str | None, option: str) -> str:
    """Give what an option brought that goes without saying in one use of a command, but not in this one."""
    if value is None:
        raise MissingOption(option=option, command=ctx.command_path.removeprefix("wkc "))
    return value
