"""The questions of a review by the beheerder: the access of each user, or each look of a sample (art. 6, 7, 14.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from wkc.cli.terminal import log_line
from wkc.i18n import N_, _

if TYPE_CHECKING:
    import typer

    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.care import AccessOf
    from wkc.records.audit import AuditLine

_HOW = N_("Add --from FILE.")
ACCESS = {"houden": N_("the work still asks for it"), "wijzigen": N_("it has to change or to end")}
LOOKS = {"in_orde": N_("the work asked for it"), "niet_in_orde": N_("it has to be looked into")}
"""The verdicts, with what each means."""

Listed = TypeVar("Listed")


def collect(
    ctx: typer.Context,
    from_: str | None,
    load: Callable[[], Listed],
    view: Callable[[Screen, Listed], None],
    ask: Callable[[CliContext, Listed], Mapping[str, str]],
) -> Mapping[str, str] | None:
    """Give the verdicts of a file, else the answers about what is listed; None where nobody can be asked: it is shown.

    Raises errors of `care.read_verdicts`.
    """
    from wkc.cli.terminal.context import cli_context
    from wkc.procedures.operations import care

    cli = cli_context(ctx)
    if from_ is not None:
        return care.read_verdicts(cli.text(from_))
    items = load()
    if cli.json or not cli.can_ask:
        cli.show(ctx, items, view)
        return None
    return ask(cli, items)


def ask_access(cli: CliContext, users: Iterable[AccessOf]) -> dict[str, str]:
    """Ask of each user whether the access stays."""
    from wkc.cli.terminal.screen import Screen

    verdicts, screen = {}, Screen(cli.environment)
    for one in users:
        user = one.user
        used = screen.minute(one.last_used) if one.last_used else _("never")
        cli.say("")
        cli.say(f"{user.user_id}  {user.name}, {user.role}, {user.function}")
        cli.say(
            "  " + _("designated on {day}, used last: {used}").format(day=screen.day(user.designated_at), used=used)
        )
        verdicts[user.user_id] = _ask(cli, N_("Does the access stay"), ACCESS)
    return verdicts


def ask_looks(cli: CliContext, lines: Iterable[AuditLine]) -> dict[str, str]:
    """Ask of each look whether it was in order."""
    from wkc.cli.terminal.screen import Screen

    verdicts, screen = {}, Screen(cli.environment)
    for line in lines:
        cli.say("")
        words = f"{log_line.action(line)} ({log_line.purpose(line.purpose)})"
        cli.say(f"{line.seq}  {screen.minute(line.at)}  {line.user_id}  {words}")
        verdicts[str(line.seq)] = _ask(cli, N_("Was it in order"), LOOKS)
    return verdicts


def _ask(cli: CliContext, what: str, meanings: dict[str, str]) -> str:
    return cli.choose_one(what, {code: _(meaning) for code, meaning in meanings.items()}, _HOW)
