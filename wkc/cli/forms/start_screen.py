"""The home of a signed-in user: numbered tasks in the words of the work, each the command that it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from wkc.i18n import N_, _
from wkc.records.user import Role
from wkc.rules.access.permission import may_as


class Task(NamedTuple):
    """One thing to do: its line, the words of its command, and the action that a role needs for it.

    `of_client` tells that the command is about one client, whose number follows its words; the options come last.
    """

    line: str
    words: tuple[str, ...]
    action: str
    of_client: bool = False
    options: tuple[str, ...] = ()


FIND = ("client", "find")
"""The words that open the page of a client in the home."""

TASKS = (
    Task(N_("Find a client and see the page"), FIND, "client.show"),
    Task(N_("Write down a conversation"), ("contact", "log"), "contact.log", of_client=True, options=("--note",)),
    Task(N_("Somebody calls or writes about a client"), ("disclosure", "log"), "disclosure.log"),
    Task(N_("A client asks about the own data"), ("request", "receive"), "request.receive", of_client=True),
    Task(N_("A new client"), ("client", "register"), "client.register"),
    Task(N_("A new list of an opdrachtgever"), ("client", "import"), "client.import"),
    Task(N_("Requests that wait for an answer"), ("request", "list"), "request.list"),
    Task(N_("Letters"), ("letter", "list"), "letter.list"),
    Task(N_("All that is due"), ("agenda",), "agenda.show"),
    Task(N_("Somebody leaves the office"), ("user", "revoke"), "user.revoke"),
    Task(N_("Make a backup"), ("backup", "create"), "backup.create"),
)
CLIENT_TASKS = (
    Task(N_("Write down a conversation"), ("contact", "log"), "contact.log", of_client=True, options=("--note",)),
    Task(N_("Record a value"), ("client", "record"), "client.record", of_client=True),
    Task(N_("Somebody asks for data"), ("disclosure", "log"), "disclosure.log", of_client=True),
    Task(N_("A request about the own data"), ("request", "receive"), "request.receive", of_client=True),
    Task(N_("Write down a consent"), ("consent", "give"), "consent.give", of_client=True),
    Task(N_("The requests so far"), ("request", "list"), "request.list", of_client=True),
    Task(N_("The whole dossier"), ("client", "show"), "client.show", of_client=True),
)


def permitted(tasks: Iterable[Task], role: Role) -> tuple[Task, ...]:
    """Give the tasks that a role may do."""
    return tuple(task for task in tasks if may_as(role, task.action))


def chosen(tasks: tuple[Task, ...], typed: str) -> Task | None:
    """Give the task of a number, or the only one whose line has what was typed; None for any other answer."""
    if typed.isascii() and typed.isdigit():
        return tasks[int(typed) - 1] if 0 < int(typed) <= len(tasks) else None
    fitting = [task for task in tasks if typed and typed.casefold() in _(task.line).casefold()]
    return fitting[0] if len(fitting) == 1 else None
