"""The menu of the start screen: numbered lines in the words of the work, each the command that it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from wkc.i18n import N_, _
from wkc.records.user import Role
from wkc.rules.access.permission import may_as


class MenuItem(NamedTuple):
    """One thing to do: its line, the words of its command, and the action that a role needs for it.

    `of_client` tells that the command is about one client, whose number follows its words; the options come last.
    """

    line: str
    words: tuple[str, ...]
    action: str
    of_client: bool = False
    options: tuple[str, ...] = ()


FIND = ("client", "find")
"""The words that open the page of a client on the start screen."""

START_MENU = (
    MenuItem(N_("Find a client and see the page"), FIND, "client.show"),
    MenuItem(N_("Write down a conversation"), ("contact", "log"), "contact.log", of_client=True, options=("--note",)),
    MenuItem(N_("Somebody calls or writes about a client"), ("disclosure", "log"), "disclosure.log"),
    MenuItem(N_("A client asks about the own data"), ("request", "receive"), "request.receive", of_client=True),
    MenuItem(N_("A new client"), ("client", "register"), "client.register"),
    MenuItem(N_("A new list of an opdrachtgever"), ("client", "import"), "client.import"),
    MenuItem(N_("Requests that wait for an answer"), ("request", "list"), "request.list"),
    MenuItem(N_("Letters"), ("letter", "list"), "letter.list"),
    MenuItem(N_("All that is due"), ("agenda",), "agenda.show"),
    MenuItem(N_("Somebody leaves the office"), ("user", "revoke"), "user.revoke"),
    MenuItem(N_("Make a backup"), ("backup", "create"), "backup.create"),
)
CLIENT_MENU = (
    MenuItem(N_("Write down a conversation"), ("contact", "log"), "contact.log", of_client=True, options=("--note",)),
    MenuItem(N_("Record a value"), ("client", "record"), "client.record", of_client=True),
    MenuItem(N_("Somebody asks for data"), ("disclosure", "log"), "disclosure.log", of_client=True),
    MenuItem(N_("A request about the own data"), ("request", "receive"), "request.receive", of_client=True),
    MenuItem(N_("Write down a consent"), ("consent", "give"), "consent.give", of_client=True),
    MenuItem(N_("The requests so far"), ("request", "list"), "request.list", of_client=True),
    MenuItem(N_("The whole dossier"), ("client", "show"), "client.show", of_client=True),
)


def permitted(items: Iterable[MenuItem], role: Role) -> tuple[MenuItem, ...]:
    """Give the items that a role may do."""
    return tuple(item for item in items if may_as(role, item.action))


def chosen(items: tuple[MenuItem, ...], typed: str) -> MenuItem | None:
    """Give the item of a number, or the only one whose line has what was typed; None for any other answer."""
    if typed.isascii() and typed.isdigit():
        return items[int(typed) - 1] if 0 < int(typed) <= len(items) else None
    fitting = [item for item in items if typed and typed.casefold() in _(item.line).casefold()]
    return fitting[0] if len(fitting) == 1 else None
