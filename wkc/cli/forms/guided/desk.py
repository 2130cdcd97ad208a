"""The lists that questions choose from: clients, requests, parties and users, as a signed-in user sees them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from wkc.cli.forms.client_search import choose_client, describe_client
from wkc.cli.terminal.codes import REQUESTS, ROLES, describe_party, in_words
from wkc.cli.terminal.questions import BACK
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from datetime import date

    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.files import Files
    from wkc.cli.terminal.invocation import ShellContext
    from wkc.procedures.core.environment import Terminal
    from wkc.procedures.core.session import Session
    from wkc.records.field import Field
    from wkc.records.request import Answering, Request
    from wkc.records.user import Role
    from wkc.sentences.sentence import Sentences

MOST_LISTED = 200
"""Clients or requests that a list narrows to while one types; of more clients, one types a name first."""


class TypedAhead:
    """A terminal at which the answers of a form are typed already; what else is asked goes to the person."""

    is_confirmed = True
    """The form said in words what it does, and that was confirmed."""

    def __init__(self, terminal: Terminal, typed: Sequence[str]) -> None:
        self._terminal = terminal
        self._typed = list(typed)
        self.choose = terminal.choose
        self.ask_secret = terminal.ask_secret
        self.ask_user_id = terminal.ask_user_id
        self.command = terminal.command
        self.clear = terminal.clear

    def ask(self, prompt: str, typed: str = "", idle: float | None = None) -> str:
        """Give the next answer of the form, or ask."""
        return self._typed.pop(0) if self._typed else self._terminal.ask(prompt, typed, idle)


class Desk:
    """One signed-in user with the commands and the lists at hand."""

    def __init__(self, cli: CliContext, inside: ShellContext, role: Role) -> None:
        self.cli = cli
        self.role = role
        self._inside = inside
        self._clients: dict[str, str] | None = None
        self._answering: dict[str, Answering] = {}
        self._requests: dict[str | None, list[Request]] = {}
        self.fields: dict[str, Field] = {}
        """The field of each entry that a question listed last, by the number of the entry."""

    @property
    def session(self) -> Session:
        """The session that is signed in."""
        return self._inside.session

    @property
    def files(self) -> Files:
        """The files that this user may reach: anywhere, or in the one folder of `--files`."""
        from wkc.cli.terminal.files import Files

        return Files(self._inside.files)

    @property
    def can_leave(self) -> bool:
        """Tell whether a command may sign in by itself: not in `wkc shell`, nor where files are kept to one folder."""
        return self.cli.invocation.shell is None and self._inside.files is None

    @property
    def today(self) -> date:
        """The day in Amsterdam."""
        from wkc.procedures.core.clock import day

        return day(self.cli.environment.now())

    def run(self, words: Sequence[str], typed: Sequence[str] = (), *, alone: bool = False) -> int:
        """Run a command with its answers typed ahead, and give its exit code; `alone`, in no session."""
        self.forget_lists()
        self.cli.pause_progress()
        terminal = self.cli.environment.terminal()
        ahead = None if terminal is None else TypedAhead(terminal, typed)
        environment = self.cli.environment._replace(terminal=lambda: ahead)
        if not alone or not self.can_leave:
            return self.cli.invocation.run(words, environment, self._inside)
        here = {"WKC_HOME": str(self.cli.home), "WKC_USER": self.session.user_id}
        named = environment._replace(environ={**environment.environ, **here})
        return self.cli.invocation.run(words, named, None)

    def forget_lists(self) -> None:
        """Have clients and requests read anew: a command may have made, changed or destroyed any of them."""
        self._answering.clear()
        self._requests.clear()
        self._clients = None

    def clients(self) -> Mapping[str, str] | None:
        """Give the clients of this user by number, read once until a command runs; None for more than fit a list."""
        if self._clients is None:
            from wkc.procedures.dossier import client

            self._clients, page = {}, client.every(self.session)
            while True:
                self._clients |= {one.client.number: describe_client(one) for one in page.clients}
                if not page.more or len(self._clients) >= MOST_LISTED:
                    break
                page = client.every(self.session, page.number + 1)
        return self._clients if len(self._clients) < MOST_LISTED else None

    def find_client(self, typed: str = "", line: str = "") -> str:
        """Ask for a client, from a list that narrows while one types, or by a search; give the number.

        `line` is the question where it is not simply which client.

        A name that nobody has is asked for again, or errors.ClientUnknown where it was `typed` already.
        """
        from wkc.errors.register import ClientUnknown
        from wkc.procedures.dossier import client

        known = self.clients()
        while True:
            chosen = typed
            if not typed and known:
                what = line or N_("Client (number, name, birth date, town or telephone)")
                chosen = self.cli.choose_or_type(what, known, N_("Type the number.")).strip()
            elif not typed:
                what = line or N_("Number, name, birth date, town, postcode or telephone")
                chosen = self.cli.ask(what, N_("Type the number.")).strip()
            if chosen in {"", BACK} or (known and chosen in known):
                return chosen
            page = client.find(self.session, chosen)
            if page.clients:
                return choose_client(self.cli, page, {BACK: _("a question back")})
            if typed:
                raise ClientUnknown
            self.cli.say(_(ClientUnknown.text))

    def answering(self, number: str) -> Answering:
        """Give a request with its terms and proposals, read once until a command runs."""
        from wkc.procedures.requests import request

        if number not in self._answering:
            self._answering[number] = request.show(self.session, number)
        return self._answering[number]

    def requests(
        self, client: str | None, *states: str, fits: Callable[[Request], bool] | None = None
    ) -> Mapping[str, str]:
        """Give the open requests, of one client or of all, that stand at one of these states and fit a step."""
        return {
            one.number: self._describe_request(one)
            for one in self._list_requests(client)
            if (not states or one.state in states) and (fits is None or fits(one))
        }

    def client_of(self, request: str) -> str | None:
        """Give the client of an open request."""
        one = next((one for one in self._list_requests(None) if one.number == request), None)
        return None if one is None or one.client is None else one.client.number

    def _list_requests(self, client: str | None) -> list[Request]:
        """Give the requests of one client, or the open ones of all, read once until a command runs."""
        from wkc.procedures.requests import request

        if client not in self._requests:
            page = request.list_of_client(self.session, client) if client else request.list_open(self.session)
            listed = list(page.requests)
            while page.more and len(listed) < MOST_LISTED and not client:
                page = request.list_open(self.session, page.number + 1)
                listed += page.requests
            self._requests[client] = [one.request for one in listed]
        return self._requests[client]

    def _describe_request(self, request: Request) -> str:
        """Say of a request what it asks and whose it is, by name for who may see it."""
        client = "" if request.client is None else request.client.number
        name = self.session.names.get(client) or request.name
        return ", ".join(filter(None, (in_words(request.kind, REQUESTS), name or client)))

    def parties(self, *kinds: str) -> Mapping[str, str]:
        """Give the parties of some kinds, or all."""
        from wkc.procedures.dossier import party

        return {
            one.name: describe_party(one.kind, one.body)
            for one in party.every(self.session)
            if not kinds or one.kind in kinds
        }

    def users(self, *roles: str) -> Mapping[str, str]:
        """Give the users with access, of some roles or all."""
        from wkc.procedures.access import user

        return {
            one.user.user_id: f"{one.user.name}, {in_words(one.user.role, ROLES)}"
            for one in user.every(self.session)
            if one.user.revoked_at is None and (not roles or one.user.role in roles)
        }


def words_of(*options: tuple[str, str]) -> partial[Mapping[str, str]]:
    """Give options that are the same whatever was answered."""
    return partial(_translate, options)


def choices(table: Mapping[str, Sentences]) -> partial[Mapping[str, str]]:
    """Give the codes of a table of sentences as options, each with its words where it is offered as an answer."""
    from wkc.sentences.sentence import for_question

    return words_of(*for_question(table).items())


def yes_or_no(yes: str = "") -> Callable[[Desk, Mapping[str, str]], Mapping[str, str]]:
    """Give yes and no in the language of who answers: words, no codes; `yes` is what it leads to where that is said."""

    def options(_desk: Desk, _answers: Mapping[str, str]) -> Mapping[str, str]:
        return {_("yes"): _(yes) if yes else "", _("no"): ""}

    return options


def is_yes(answer: str | None) -> bool:
    """Tell whether an answer to such a question is yes."""
    return answer == _("yes")


def _translate(options: Sequence[tuple[str, str]], _desk: Desk, _answers: Mapping[str, str]) -> Mapping[str, str]:
    return {word: _(meaning) for word, meaning in options}
