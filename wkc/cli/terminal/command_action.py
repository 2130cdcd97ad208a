"""The action that a command needs, so that help in `wkc shell` lists what the role of its user may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wkc.records.user import Role

ACTION_OF = {
    "undo": "client.mistake",
    "agenda": "agenda.show",
    "doctor": "register.doctor",
    "contact plan": "appointment.plan",
    "contact planned": "appointment.list",
    "contact kept": "appointment.keep",
    "contact missed": "appointment.miss",
    "contact move": "appointment.move",
    "contact cancel": "appointment.cancel",
    "document place": "document.add",
    "document remove": "client.mistake",
    "letter sent": "letter.send",
    "letter intake": "letter.notify",
    "disclosure call": "disclosure.log",
    "party columns": "party.list",
    "party person": "person.list",
    "party person add": "person.add",
    "party person list": "person.list",
    "party person verify": "person.verify",
    "party person remove": "person.remove",
    "client supplied": "supplied.list",
    "report progress": "report.draft",
    "report print": "report.final",
    "report sent": "report.final",
    "disclosure letter": "disclosure.show",
    "report year": "figures.show",
    "breach told": "breach.notify",
}
"""The action of each command that has other words than its action."""


def is_offered(words: str, role: Role) -> bool:
    """Tell whether a shell offers a command to a role; a noun where it offers one of those beneath it."""
    from wkc.cli.command_table import NOT_IN_SHELL, SUBCOMMANDS
    from wkc.rules.access.permission import can_role
    from wkc.rules.access.purpose import PURPOSE_OF

    if words in NOT_IN_SHELL:
        return False
    if words in SUBCOMMANDS:
        return any(is_offered(f"{words} {subcommand}", role) for subcommand in SUBCOMMANDS[words])
    action = ACTION_OF.get(words, words.replace(" ", ".").replace("-", "_"))
    return action not in PURPOSE_OF or can_role(role, action)


def role_in_shell(ctx: Any) -> Role | None:
    """Give the role of who is signed in to the shell that a command is typed in; None outside it."""
    root_context = ctx.find_root().obj
    shell = getattr(getattr(root_context, "invocation", root_context), "shell", None)
    role: Role | None = None if shell is None else shell.session.shared.role
    return role
