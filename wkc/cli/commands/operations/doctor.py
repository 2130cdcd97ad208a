"""`wkc doctor`: the register looked over, a line for each thing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.commands.accountability.audit import WHOLE
from wkc.cli.terminal.context import OVERDUE, cli_context
from wkc.errors.families import Damaged
from wkc.i18n import N_, _
from wkc.sentences.health import CHECKS

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.doctor import Examined
    from wkc.records.health import CheckResult

app = typer.Typer(add_completion=False)

INSTANTS = {"purge": "since", "removals": "since", "set_back": "at"}
"""The facts that are instants, by the check that gives them."""

DAMAGE = N_("DAMAGED: do not work on; `wkc backup restore` puts a backup back")

ADVICE = {
    ("log", "damaged"): N_("DAMAGED from line {line} on: do not work on; compare with a backup, tell the directie"),
    ("ledger", "damaged"): N_("DAMAGED at line {line}: put the ledger of the newest backup in its place"),
    ("slots", "damaged"): N_(
        "DAMAGED: {users} still hold keys and have no access; `wkc user reset ID --compromised` makes new ones"
    ),
    ("slots", "due"): N_("{users} cannot sign in yet: `wkc user reset`"),
    ("roles", "damaged"): N_(
        "DAMAGED: {users} have another role than was signed; `wkc user role` designates anew, `wkc user revoke` ends it"
    ),
    ("roles", "due"): N_("not signed yet: a beheerder signs in with the password once"),
    ("rows", "damaged"): N_("DAMAGED: not as the log says in {what}; a beheerder withdraws, releases or sets it anew"),
    ("wraps", "damaged"): N_("DAMAGED: {users} have an older password back; `wkc user reset` gives a new one"),
    ("pins", "due"): N_("{users} have not signed in with their password since it was replaced: ask them to"),
    ("clock", "due"): N_("the log is {minutes} minutes ahead of the clock: set the clock right"),
    ("codes", "due"): N_("{user} left and knows them: `wkc recover --new-codes`"),
    ("purge", "due"): N_("a purge is due since {since}: `wkc retention run`"),
    ("documents", "damaged"): N_("DAMAGED: papers of {clients} are not whole; `wkc backup restore` puts a backup back"),
    ("removals", "due"): N_(
        "unknown after {since}, line {line} of the ledger: look it up, destroy it again, then"
        " `wkc audit accept --removals`"
    ),
    ("retention", "due"): N_("not for two weeks; the last time: {last}: look at cron, and run `wkc retention run`"),
    ("verify", "due"): N_("not for three months; the last time: {last}: `wkc backup verify`"),
    ("drill", "due"): N_("not for a year; the last time: {last}: `wkc backup verify` as beheerder"),
    ("backup_disk", "due"): N_("not there: {folder} is on the disk of the register now; mount it"),
    ("set_back", "due"): N_("one of {at}: was the register set back? `wkc backup list`; restore it, or look why"),
    ("synced", "due"): N_("{program} copies this folder, in the middle of a write too: move the register out of it"),
    ("backup", "due"): N_("none of the last seven days is there: `wkc backup create`"),
    ("room", "due"): N_("{free} MiB free, {needs} are needed to purge or to make new keys: make room"),
    ("folder", "due"): N_("{left} left by a command cut short, {strange} not ours: take the latter away"),
    ("drafts", "due"): N_("{paths}: these hold personal data and could not be removed; remove them"),
    ("keyring_copy", "due"): N_("missing or behind: `wkc passwd` writes it anew"),
}


@app.command(help=N_("Look the register over: what is well, and what to do about the rest."))
def doctor(ctx: typer.Context, whole: Annotated[bool, WHOLE] = False) -> None:
    """Look at everything, and end with 8 for damage and 10 for something to do."""
    from wkc.procedures.operations.doctor import examine
    from wkc.records.health import Health

    cli = cli_context(ctx)
    examined = examine(cli.session(), whole=whole, progress=cli.progress(N_("lines of the log")))
    cli.show(ctx, examined, _shown)
    codes = {Health.OK: 0, Health.DUE: OVERDUE, Health.DAMAGED: Damaged.code}
    raise typer.Exit(codes[examined.worst])


def _shown(screen: Screen, examined: Examined) -> None:
    screen.table(
        (_("looked at"), _("how it stands")),
        ((_(CHECKS[one.check]), _state(screen, one)) for one in examined.findings),
    )


def _state(screen: Screen, finding: CheckResult) -> str:
    if finding.check == "backup_disk" and finding.health == "ok" and finding.facts["same"]:
        return _("the same disk as the register: what breaks it takes both")
    if finding.check in {"verify", "drill"} and finding.health == "ok" and finding.facts["last"] == "-":
        return _("never yet; still ok")
    if finding.check == "doubles":
        text = _(
            "perhaps one person: {pairs}; `wkc client link` makes one dossier of two, or keeps them apart: --not-same"
        )
        pairs = (pair.split("+") for pair in str(finding.facts["pairs"]).split())
        named = [_("{one} and {other}").format(one=one, other=other) for one, other in pairs]
        return text.format(pairs=", ".join([*named, *([_("and more")] if finding.facts["more"] else [])]))
    if finding.health == "ok":
        return _("ok")
    return _(ADVICE.get((finding.check, finding.health), DAMAGE)).format(**_in_local_time(screen, finding))


def _in_local_time(screen: Screen, finding: CheckResult) -> dict[str, object]:
    """Give the facts of a finding with its instant, which is UTC, as the time of the office."""
    instant = INSTANTS.get(finding.check)
    facts = dict(finding.facts)
    if instant is not None and facts.get(instant):
        facts[instant] = screen.minute(datetime.fromisoformat(str(facts[instant])).replace(tzinfo=UTC))
    return facts
