"""Signing in at the terminal: USER ID and password, an open session or one that ended, a recovery code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wkc.cli.terminal.files import Files
from wkc.cli.terminal.inputs import Inputs
from wkc.errors.families import Invalid, NotSignedIn
from wkc.errors.terminal import NotInsideShell
from wkc.i18n import N_, _
from wkc.procedures.io.user_id import fold_if_typed, fold_user_id

if TYPE_CHECKING:
    from wkc.cli.terminal.invocation import GlobalOptions, Invocation
    from wkc.procedures.core.session import RecoverySession, Session
    from wkc.procedures.core.user_notice import Notice
    from wkc.records.user import Role

ATTEMPTS = 3
"""Tries for a password that is typed."""


class Credentials(Inputs):
    """The questions of a command whose user signs in: once, and again after no key was pressed for too long."""

    def __init__(self, invocation: Invocation, options: GlobalOptions) -> None:
        only = invocation.shell.files if invocation.shell else None
        super().__init__(invocation.environment, Files(only), yes=options.yes, progress_line=invocation.progress_line)
        self.invocation = invocation
        self.json = options.json
        self._options = options
        self._shell = invocation.shell
        self._current_session: Session | None = None
        self._session_ended = False
        self._break_glass_reason: str | None = None
        if self._shell and (options.home or options.user or options.password_file):
            raise NotInsideShell
        self.resume_progress()

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
        """Tell whether somebody sits at a terminal and wants to be asked."""
        if self.json or self.yes or not self.environment.stdin.isatty():
            return False
        return self.environment.terminal() is not None

    def session(self) -> Session:
        """Sign in, before anything else is asked: what is typed is not lost to a wrong password.

        A session that is open in this terminal does (`wkc login`), unless a file with the password is named; one that
        has ended is opened again by the password.
        """
        if self._current_session is not None and self._shell is None:
            return self._current_session
        return self._session(None if self.password_file_named else self.environment.runtime())

    def session_by_password(self) -> Session:
        """Sign in with the password, for what a session does not do; one that is open here says who it is."""
        return self._session(None)

    def _session(self, agents: Path | None) -> Session:
        if self._shell:
            return self._gather_names(self._shell.session.next_session(self._options.purpose, self._reason()))
        named = self._find_user(agents)
        session = self._sign_in_as(named, agents) if named else self._ask_who(agents)
        if self._session_ended:
            self._open_again(session)
        session.reason = self._reason()
        return self._gather_names(session)

    def _find_user(self, agents: Path | None) -> str | None:
        """Give the USER ID that is named: by --user, WKC_USER, or the only session of this terminal."""
        from wkc.procedures.core.open_sessions import find_ended_session, only_open_session

        open_here = None if self.password_file_named else self.environment.runtime()
        named = self._named_user or only_open_session(open_here, self.home)
        return named or (find_ended_session(self.environment, self.home) if agents and self.can_ask else None)

    def _ask_who(self, agents: Path | None) -> Session:
        """Ask for USER ID and password until they belong together, three times; first, whether there is a register.

        Enter keeps the USER ID of the try before; it is never shown again, for it may be a password.
        """
        from wkc.vault.files.home import Home

        Home(self.home).check()
        user = ""
        for left in reversed(range(ATTEMPTS)):
            user = self._ask_user_id(user)
            try:
                return self._sign_in_as(user, agents, asked=True)
            except NotSignedIn as error:
                if not left or not self._may_ask_again:
                    raise
                self._say_failed(error)
        raise NotSignedIn

    def _sign_in_as(self, user: str, agents: Path | None, *, asked: bool = False) -> Session:
        from wkc.procedures.core.session import Session

        password = partial(self._password_of, user, agents, asked=asked)
        session = Session(self.environment, self.home, user, password, self._show_notice, self._options.purpose, agents)
        again = self._say_failed if self._may_ask_again else None
        session.ask_again = None if asked else again
        session.sign_in()
        session.ask_again = again
        return session

    @property
    def _may_ask_again(self) -> bool:
        return self.can_ask and not self.password_file_named

    def _password_of(self, user: str, agents: Path | None, *, asked: bool) -> str:
        """Get the password of a user; where a session was open and has ended, say so first."""
        from wkc.procedures.core.open_sessions import find_ended_session

        if (
            agents
            and self.can_ask
            and not self._session_ended
            and find_ended_session(self.environment, self.home) == user
        ):
            self._session_ended = True
            self.say(_("Your session has ended. Type the password to go on."))
        return self.password(None if asked else user)

    def user_id(self) -> str:
        """Get the USER ID: --user, WKC_USER, or the terminal."""
        named = self._named_user
        return self._ask_user_id() if named is None else named

    @property
    def _named_user(self) -> str | None:
        return fold_if_typed(self._options.user or self.environment.environ.get("WKC_USER"))

    def _ask_user_id(self, before: str = "") -> str:
        from wkc.vault.keys.slot import check_user_id

        terminal = self.terminal(N_("USER ID"), N_("Add --user ID before the command, or set WKC_USER."))
        while True:
            self.pause_progress()
            what = _("USER ID (Enter: as before)") if before else _("USER ID")
            typed = fold_user_id(terminal.ask_user_id(what + ": ")) or before
            self.resume_progress()
            try:
                check_user_id(typed)
            except Invalid as error:
                self.say(" ".join(error.text_and_hint))
            else:
                return typed

    def _say_failed(self, error: NotSignedIn) -> None:
        self.say(" ".join(error.text_and_hint))

    def _open_again(self, session: Session) -> None:
        """Open the session of this terminal again, for who just proved to be its user."""
        from wkc.procedures.access.login import login

        login(session)

    def _gather_names(self, session: Session) -> Session:
        """Have a session gather the names that its answers show to a person; a script gets numbers as before."""
        session.wants_names = not self.json
        session.kept = self.invocation.kept
        self._current_session = session
        return session

    def idle_seconds(self) -> float | None:
        """Give the seconds that a question may wait while the keys are at hand."""
        return None if self._current_session is None else self._current_session.idle_seconds

    def sign_in_again(self) -> None:
        """Put the keys away and clear the screen; whoever was away too long types the password."""
        session, terminal = self._current_session, self.environment.terminal()
        if session is None or terminal is None:
            return
        had_agent = session.has_agent
        session.put_keys_away()
        terminal.clear()
        self.say(_("Your session has ended: nothing was typed for a while. What you typed is kept."))
        session.unlock()
        if had_agent:
            self._open_again(session)

    def recovery_code(self, code_file: str | None) -> str:
        """Get a recovery code, from a file or the terminal."""
        from wkc.cli.terminal.recovery_code import ask_code

        return self.first_line(code_file) if code_file else ask_code(self)

    def recovery_session(self, code_file: str | None) -> RecoverySession:
        """Come in with a recovery code, from a file or the terminal, before anything else is asked."""
        from wkc.procedures.core.session import RecoverySession

        session = RecoverySession(
            self.environment, self.home, partial(self.recovery_code, code_file), self._show_notice
        )
        if self.can_ask and not code_file:
            session.ask_again = self._say_failed
        session.sign_in()
        return session

    def _reason(self) -> str | None:
        """Get the reason to look outside the caseload, if that is what is wanted: once in a command."""
        is_wanted = self._options.break_glass_file or self._options.break_glass
        if self._break_glass_reason is not None or not is_wanted:
            return self._break_glass_reason
        from wkc.procedures.io.text import parse_reason

        if self._options.break_glass_file:
            self._break_glass_reason = parse_reason(self.text(self._options.break_glass_file))
        else:
            how = N_("Add --break-glass-file FILE.")
            self._break_glass_reason = self.ask_until(N_("Reason to look outside your caseload"), how, parse_reason)
        return self._break_glass_reason

    def password(self, user: str | None) -> str:
        """Get the password: --password-file, WKC_PASSWORD_FILE, or the terminal, where the question names the user."""
        if self.password_file_named:
            if not self.json and self.files.is_open_to_others(self.password_file_named):
                self.say(_("Others can read the password file: chmod 600 {path}").format(path=self.password_file_named))
            return self.first_line(self.password_file_named)
        names = user is not None and self.environment.terminal() is not None
        what = _("Password of {user}").format(user=user) if names else N_("Password")
        return self.ask_secret(what, N_("Add --password-file FILE before the command, or set WKC_PASSWORD_FILE."))

    @property
    def password_file_named(self) -> str | None:
        """The file that holds the password, if one is named."""
        return self._options.password_file or self.environment.environ.get("WKC_PASSWORD_FILE")

    def new_password(self, path: str | None, user_id: str) -> str:
        """Get a new password of a user: from a file, or typed twice until it is strong and both are the same.

        The memory of this process is closed to others of the account before it is there.
        """
        from wkc.errors.terminal import PasswordsDiffer
        from wkc.vault.keys.password_strength import check
        from wkc.vault.session import hardening

        hardening.conceal()
        if path:
            return self.first_line(path)
        how = N_("Name a file that holds it.")
        self.say(_("While you type a password the screen shows nothing, or stars."))
        while True:
            try:
                password = self.ask_secret(_("New password of {user}").format(user=user_id), how)
                check(password, user_id)
                if self.ask_secret(N_("The same again"), how) != password:
                    raise PasswordsDiffer
            except Invalid as error:
                self.say(" ".join(error.text_and_hint))
            else:
                return password

    def _show_notice(self, notice: Notice, count: int) -> None:
        """Show a notice besides the result; a script gets none."""
        if not self.json:
            from wkc.cli.terminal.notices import sentence

            self.say(sentence(notice, count).format(count=count))

    @property
    def role(self) -> Role | None:
        """The role of who is signed in; None before that."""
        return None if self._current_session is None else self._current_session.shared.role

    @property
    def total(self) -> int | None:
        """The length of the list of which the last answer is a page, where it was counted."""
        return None if self._current_session is None else self._current_session.total

    @property
    def names(self) -> dict[str, str]:
        """The names of the clients that the answers were about, by dossier number."""
        return {} if self._current_session is None else self._current_session.names
