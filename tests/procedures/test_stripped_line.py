"""A line of the log that was stripped of what it covers lets no older rows back in: the whole log is read first."""

import json
from uuid import UUID

import pytest

from tests.procedures.test_mandate import JANSEN
from tests.procedures.test_old_password import as_user, finding
from tests.procedures.test_role_proof import forged
from tests.procedures.test_row_proof import CASE, CONSENT, REVIVED, check, office, whole_reads
from tests.procedures.test_verified_head import connection as opened
from tests.stage import PASSWORD, Ran, Stage
from wkc.errors.vault import RowsDiffer
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.store.core import audit
from wkc.store.dossier import coverage

__all__ = ["office", "whole_reads"]

UNLOCKED = "DROP TRIGGER audit_stays"
REINSTATED = "UPDATE mandate SET withdrawn_on = NULL, withdrawn_at = NULL, withdrawn_by = NULL"
GIVING_OUT = {
    "a disclosure that is checked": ("disclosure", "check", "2026-1", "--from", "-"),
    "a disclosure": ("disclosure", "log", "2026-1", "--from", "-"),
    "a run": ("retention", "run"),
    "a destruction": ("--yes", "client", "destroy", "2026-1", "--vergissing"),
    "a line over it by who may not repair it": ("consent", "withdraw", "2026-1", "1"),
}
BY_SETTINGS = {
    "a run": ("retention", "run"),
    "a destruction": ("--yes", "client", "destroy", "2026-1", "--vergissing"),
    "what is pruned": ("backup", "prune"),
    "where a backup goes": ("backup", "create"),
    "a copy": ("inzage", "export", "2026-1", "--format", "json", "--output", "copy.json"),
    "a form": ("form", "print", "intake", "2026-1"),
    "the register of processing": ("processing", "show"),
}


def strip(stage: Stage, name: str, *actions: str) -> None:
    """Take out of the lines of these actions what they cover, with tools that are not wkc."""
    marks = ", ".join(f"'{action}'" for action in actions)
    forged(stage, UNLOCKED, f"UPDATE audit SET details = json_remove(details, '$.{name}') WHERE action IN ({marks})")


def hash_anew(stage: Stage) -> None:
    """Make the hash of every line right again, as whoever has the register key can."""
    with opened(stage) as register:
        previous = bytes(32)
        for row in [*map(tuple, register.execute(f"SELECT {', '.join(audit.COLUMNS)} FROM audit ORDER BY seq"))]:
            columns = (*row[:-1], previous)
            previous = audit.digest(columns)
            register.execute("UPDATE audit SET previous = ?, hash = ? WHERE seq = ?", (columns[-1], previous, row[0]))


def run(stage: Stage, words: tuple[str, ...]) -> Ran:
    """Run it as the beheerder, who may write over what does not fit, or as the medewerker where that is tried."""
    user = "mo" if words[0] == "consent" else "anna"
    return as_user(stage, user).wkc("--json", *words, stdin=json.dumps(CASE))


def broken(ran: Ran) -> None:
    assert (ran.code, ran.error["name"]) == (8, "audit_broken")


@pytest.mark.parametrize("words", BY_SETTINGS.values(), ids=BY_SETTINGS)
def test_an_older_setting_does_not_come_back(
    office: Stage, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    office.must("settings", "set", "retention.notice_days", "60")
    strip(office, "settings", "settings.set")
    forged(office, "DELETE FROM setting WHERE name = 'retention.notice_days'")
    broken(as_user(office, "anna").wkc("--json", *words))


@pytest.mark.parametrize("words", GIVING_OUT.values(), ids=GIVING_OUT)
def test_nor_a_consent_that_was_withdrawn_nor_what_was_before_a_hold(office: Stage, words: tuple[str, ...]) -> None:
    strip(office, "covers", "consent.withdraw", "retention.hold")
    forged(office, REVIVED, "DELETE FROM hold")
    broken(run(office, words))


@pytest.mark.parametrize("words", GIVING_OUT.values(), ids=GIVING_OUT)
def test_nor_where_no_line_covers_anything_any_more(office: Stage, words: tuple[str, ...]) -> None:
    forged(office, UNLOCKED, "UPDATE audit SET details = json_remove(details, '$.covers', '$.settings')", REVIVED)
    broken(run(office, words))


@pytest.mark.parametrize("words", GIVING_OUT.values(), ids=GIVING_OUT)
def test_nor_where_all_hashes_were_made_anew_for_who_saw_the_log_since(office: Stage, words: tuple[str, ...]) -> None:
    for user in ("anna", "mo"):
        as_user(office, user).must("whoami")
    strip(office, "covers", "consent.withdraw", "retention.hold")
    forged(office, REVIVED, "DELETE FROM hold")
    hash_anew(office)
    ran = run(office, words)
    assert (ran.code, ran.error["name"]) == (8, "rolled_back")
    assert as_user(office, "anna").wkc("client", "show", "2026-1").code == 8


def test_nor_a_mandate_that_was_withdrawn(office: Stage) -> None:
    shown = json.dumps(JANSEN | {"from": "2026-01-01"})
    office.must("consent", "give", "2026-1", "--recipient", "Bakkerij", *CONSENT, "--mandate", "-", stdin=shown)
    office.must("consent", "withdraw", "2026-1", "--mandate", "1")
    strip(office, "covers", "mandate.withdraw", "consent.withdraw")
    forged(office, REINSTATED)
    receive = ("request", "receive", "2026-1", "--kind", "inzage", "--mandate", "-")
    broken(as_user(office, "anna").wkc("--json", *receive, stdin=shown))


def judge(stage: Stage, name: str) -> None:
    """Judge the rows of the client in an action of this name, by the beheerder."""
    environment = as_user(stage, "anna").environment()
    session = Session(environment, stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with act(session, name) as action:
        coverage.check(action.store, the_client(action, "2026-1"))


LOOKS = ("client.show", "client.find", "agenda.show", "retention.due")


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_goes_by_the_last_line_and_does_not_read_the_log(
    office: Stage, whole_reads: list[object], name: str
) -> None:
    judge(office, name)
    assert whole_reads == []
    judge(office, "retention.run")
    assert len(whole_reads) == 1


@pytest.mark.parametrize("name", LOOKS)
def test_nor_does_a_look_take_rows_for_covered_that_no_line_covers(office: Stage, name: str) -> None:
    forged(office, UNLOCKED, "UPDATE audit SET details = json_remove(details, '$.covers', '$.settings')")
    with pytest.raises(RowsDiffer):
        judge(office, name)


def test_signatures_that_the_user_checked_before_are_not_checked_again(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wkc.vault.keys import signing

    checked: list[bytes] = []
    verify_digest = signing.verify_digest

    def count(key: bytes, vault_id: UUID, label: str, digest: bytes, signature: bytes) -> bool:
        checked.append(digest)
        return verify_digest(key, vault_id, label, digest, signature)

    def count_checked() -> int:
        checked.clear()
        assert check(office).code == 3
        return len(checked)

    monkeypatch.setattr(signing, "verify_digest", count)
    before = count_checked()
    as_user(office, "anna").must("audit", "verify")
    assert count_checked() < before
    strip(office, "covers", "consent.withdraw", "retention.hold")
    forged(office, REVIVED, "DELETE FROM hold")
    broken(check(office))
    assert finding(office, "log")["health"] == "damaged"
