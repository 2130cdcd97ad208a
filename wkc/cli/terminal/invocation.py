"""One call of the program: the options before the command, the sign-in, what is read and how the result is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import typer

from wkc.cli.terminal.files import Files
from wkc.cli.terminal.inputs import Inputs
from wkc.errors.families import Invalid, NotSignedIn
from wkc.errors.terminal import NotInsideShell
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
    """The state of `wkc shell`: the session that is signed in, and the only folder for files, if there is one."""

    session: Session
    files: Path | None


class Invocation(NamedTuple):
    """The start of a command: its environment, the function that runs another, and the shell it was typed in."""

    environment: Environment
    run: Callable[[Sequence[str], Environment, ShellContext | None], int]
    shell: ShellContext | None


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


ATTEMPTS = 3
"""Tries for a password that is typed."""


class CliContext(Inputs):
    """One call of the program: its start, and the options before the command."""

    def __init__(self, invocation: Invocation, options: GlobalOptions) -> None:
        only = invocation.shell.files if invocation.shell else None
        super().__init__(invocation.environment, Files(only), yes=options.yes)
        self.invocation = invocation
        self.json = options.json
        self._options = options
        self._shell = invocation.shell
        self._signed_in: Session | None = None
        if self._shell and (options.home or options.user or options.password_file):
            raise NotInsideShell

    def refuse_in_shell(self) -> None:
        """Raise errors.NotInsideShell in `wkc shell`, for a command that names a register or starts a program."""
        if self._shell is not None:
            raise NotInsideShell

    @property
    def home(self) -> Path:
        """The folder of the register: --home, WKC_HOME, or the user's data folder."""
        named = self._options.home or self.environment.environ.get("WKC_HOME")
        return Path(named).expanduser().absolute() if named else self.environment.home()

    @property
    def can_ask(self) -> bool:
        """Whether somebody sits at a terminal and wants to be asked."""
        if self.json or self.yes or not self.environment.stdin.isatty():
            return False
        return self.environment.terminal() is not None

    def session(self) -> Session:
        """Sign in, before anything else is asked: what is typed is not lost to a wrong password.

        A session that is open in this terminal does (`wkc login`), unless a file with the password is named.
        """
        if self._signed_in is not None and self._shell is None:
            return self._signed_in
        agents = None if self.password_named else self.environment.runtime()
        return self._session(agents, agents)

    def session_by_password(self) -> Session:
        """Sign in with the password, for what a session does not do; one that is open here says who it is."""
        return self._session(None, self.environment.runtime())

    def _session(self, agents: Path | None, open_here: Path | None) -> Session:
        from wkc.procedures.core.session import Session, only_open_session

        if self._shell:
            return self._named(self._shell.session.again(self._options.purpose, self._reason()))
        named = (
            self._options.user or self.environment.environ.get("WKC_USER") or only_open_session(open_here, self.home)
        )
        user, purpose = named or self.user_id(), self._options.purpose
        session = Session(self.environment, self.home, user.strip(), self.password, self._tell, purpose, agents)
        self._sign_in(session)
        session.reason = self._reason()
        return self._named(session)

    def _named(self, session: Session) -> Session:
        """Have a session gather the names that its answers show to a person; a script gets numbers as before."""
        session.wants_names = not self.json
        self._signed_in = session
        return session

    def _sign_in(self, session: Session) -> None:
        """Sign in; a password that was typed wrong is asked for again, three times in all."""
        for left in reversed(range(ATTEMPTS)):
            try:
                session.sign_in()
            except NotSignedIn as error:
                if not left or type(error) is not NotSignedIn or self.password_named or not self.can_ask:
                    raise
                self.say(" ".join(error.said))
            else:
                return

    def user_id(self) -> str:
        """Get the USER ID: --user, WKC_USER, or the terminal."""
        named = self._options.user or self.environment.environ.get("WKC_USER")
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
        if self._options.break_glass_file:
            given = self.text(self._options.break_glass_file)
        elif self._options.break_glass:
            given = self.ask(N_("Reason to look outside your caseload"), N_("Add --break-glass-file FILE."))
        else:
            return None
        from wkc.procedures.io.text import parse_reason

        return parse_reason(given)

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
        return self._options.password_file or self.environment.environ.get("WKC_PASSWORD_FILE")

    def new_password(self, path: str | None, user_id: str) -> str:
        """Get a new password of a user: from a file, or typed twice until it is strong and both are the same."""
        from wkc.errors.terminal import PasswordsDiffer
        from wkc.vault.keys.password_strength import check

        if path:
            return self.first_line(path)
        how = N_("Name a file that holds it.")
        while True:
            try:
                password = self.ask_secret(_("New password of {user}").format(user=user_id), how)
                check(password, user_id)
                if self.ask_secret(N_("The same again"), how) != password:
                    raise PasswordsDiffer
            except Invalid as error:
                self.say(" ".join(error.said))
            else:
                return password

    def progress(self, what: str) -> Callable[[int], None]:
        """Count on stderr where a person looks on; nothing elsewhere."""
        if self.json or not self.environment.stderr.isatty():
            return lambda _done: None

        def count(done: int) -> None:
            self.environment.stderr.write(f"\r{_(what)}: {done}\x1b[K\r")
            self.environment.stderr.flush()

        return count

    def _tell(self, notice: Notice, count: int) -> None:
        """Show a notice besides the result; a script gets none."""
        if not self.json:
            from wkc.cli.terminal.notices import sentence

            self.say(sentence(notice, count).format(count=count))

    def show(self, ctx: typer.Context, result: Result, text: Callable[[Screen, Result], None]) -> None:
        """Show a result: as data on stdout in the JSON envelope, or as text for people."""
        if self.json:
            self._put({"wkc": VERSION, "command": ctx.command_path.removeprefix("wkc "), "data": result})
            return
        from wkc.cli.terminal.screen import Screen

        text(Screen(self.environment, self._session_names()), result)

    def _session_names(self) -> dict[str, str]:
        return {} if self._signed_in is None else self._signed_in.names

    def _put(self, envelope: dict[str, object]) -> None:
        from wkc.cli.terminal.json_envelope import plain

        ascii_only = (self.environment.stdout.encoding or "").lower() not in ("utf-8", "utf8")
        self.environment.stdout.write(json.dumps(envelope, ensure_ascii=ascii_only, default=plain) + "\n")
        self.environment.stdout.flush()


def of(ctx: typer.Context) -> CliContext:
    """Give the context that a command runs in."""
    call: CliContext = ctx.find_root().obj
    return call
