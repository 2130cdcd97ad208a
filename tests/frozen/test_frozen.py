"""Every frozen vault opens in this version, with each of its secrets, and holds what it held."""

import json
import os
from collections.abc import Callable
from typing import Any

import pytest

from tests import steps
from tests.each_step import leave_killed, look_once
from tests.faults.test_designated import cut_short
from tests.frozen.thaw import FROZEN, HERE, secrets, session
from tests.stage import Stage
from tests.store.test_upgrade import shape
from tests.vault import decryptor
from wkc.store.queries import schema, version, version_of
from wkc.vault.database.register import open_alone
from wkc.vault.files import failpoints
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.identity import unlock, unlock_recovery
from wkc.vault.keys.slot import REGISTER
from wkc.vault.keys.trust import verify_keyring

STEPS = (*steps.COPYING, "checkpointed", "closed", "verified", "register synced", *steps.RENEWAL)


KNOWN = (
    *("waarde", "veld", "herkomst", "grondslag", "geheim", "datum", "soort", "notitie", "ingetrokken", "opdrachtgever"),
    *("referentie", "vanaf", "gerekendVanaf", "totEnMet", "gegevens", "eerder", "nummer"),
)
"""What the copy of the first version says of values, assignments, contacts and the term."""


def found_version(stage: Stage) -> int:
    with open_alone(Home(stage.home), session(stage, "anna", secrets(1)["password"]).identity) as register:
        return version_of(register.connection)


def test_the_first_format_is_frozen() -> None:
    assert 1 in FROZEN


def test_it_holds_what_it_held(current: Stage, number: int) -> None:
    before, now = compared(current, number)
    assert now["raadplegingen"][: len(before["raadplegingen"])] == before["raadplegingen"]


def test_and_its_sealed_values_open_under_the_new_pair_once_a_coach_has_left(current: Stage, number: int) -> None:
    special = keyring.read(Home(current.home)).special
    current.must("user", "revoke", "bram")
    assert keyring.read(Home(current.home)).special != special
    before, _now = compared(current, number)
    assert "gezondheid" in json.dumps(before)


def compared(stage: Stage, number: int) -> tuple[Any, Any]:
    """Give the copy of the version that was frozen and that of today, which say the same of what is held."""
    before = json.loads((HERE / str(number) / "copy.json").read_bytes())
    stage.must("inzage", "export", "2026-2", "--format", "json", "--output", str(stage.folder / "now.json"))
    now = json.loads((stage.folder / "now.json").read_bytes())
    for part in ("gegevens", "opdrachten", "contacten", "bewaring"):
        assert values(now[part]) == values(before[part]), part
    return before, now


def values(part: Any) -> Any:
    """Give what a part says, without what a later version says besides."""
    if isinstance(part, list):
        return [values(one) for one in part]
    return {
        name: values(part[name]) if name in ("gegevens", "eerder") else part[name] for name in KNOWN if name in part
    }


@pytest.mark.parametrize("user", ["anna", "bram", "mo", "dirk", "els"])
def test_each_user_is_let_in_once_it_is_up_to_date(current: Stage, user: str) -> None:
    current.user = user
    assert current.json("whoami")["user"]["user_id"] == user


def test_a_user_who_left_stays_out(current: Stage) -> None:
    current.user = "frank"
    assert current.wkc("whoami").code == 7


def test_the_service_account_is_let_in_and_may_bring_it_up_to_date(thawed: Stage) -> None:
    thawed.user, thawed.credentials = "nacht", thawed.folder / "service.key"
    ran = thawed.must("audit", "verify")
    assert "up to date" in ran.err
    assert found_version(thawed) == version()


def test_a_coach_is_told_that_a_beheerder_must_bring_it_up_to_date(thawed: Stage) -> None:
    thawed.user = "bram"
    ran = thawed.wkc("--json", "client", "show", "2026-1")
    assert (ran.code, ran.error["name"]) == (4, "register_older")
    thawed.user = "anna"
    thawed.must("whoami")
    thawed.user = "bram"
    thawed.must("client", "show", "2026-1")


def test_each_recovery_code_opens_its_slot(thawed: Stage, number: int) -> None:
    ring = keyring.read(Home(thawed.home))
    for code in secrets(number)["codes"]:
        assert verify_keyring(ring, unlock_recovery(ring, code))


def test_a_recovery_code_lets_in_who_lost_every_password(thawed: Stage, number: int) -> None:
    code = thawed.file("code", secrets(number)["codes"][1] + "\n")
    new = thawed.file("new", "een heel nieuw wachtwoord\n")
    words = ("recover", "--beheerder", "anna", "--code-file", str(code), "--new-password-file", str(new))
    thawed.must("--yes", *words)
    thawed.credentials = new
    thawed.must("client", "show", "2026-2")


def test_its_pages_can_be_read_without_sqlcipher(thawed: Stage) -> None:
    ring = keyring.read(Home(thawed.home))
    key = unlock(ring, "anna", secrets(1)["password"]).unseal(ring, REGISTER)
    assert decryptor.page(ring.register, key, 1).startswith(decryptor.PLAIN)


def test_upgraded_it_has_the_schema_of_a_fresh_one_and_its_log_holds(current: Stage) -> None:
    from sqlcipher3 import dbapi2

    current.must("audit", "verify")
    fresh = dbapi2.connect(":memory:", isolation_level=None)
    fresh.executescript(schema())
    with open_alone(Home(current.home), session(current, "anna", secrets(1)["password"]).identity) as register:
        assert shape(register.connection) == shape(fresh)


def test_the_upgrade_is_a_line_of_the_log_and_done_once(current: Stage, number: int) -> None:
    current.must("whoami")
    every = [line for line in current.json("audit", "list")["lines"] if line["action"] == "register.upgrade"]
    lines = [line for line in every if line["subject"] is None]  # The others cover the rows of one client each.
    assert [(line["details"]["from"], line["details"]["to"]) for line in lines] == [(number, version())]


def test_upgraded_it_gives_a_copy_that_says_all_in_words(current: Stage) -> None:
    asked = current.json("request", "receive", "2026-2", "--kind", "afschrift")["request"]["number"]
    current.must("request", "identify", asked, "--method", "bekend")
    current.must("request", "decide", asked, "--decision", "toegewezen")
    current.must("request", "review", asked, "--keep-all")
    place = current.folder / "afschrift.json"
    current.must("inzage", "export", "2026-2", "--request", asked, "--format", "json", "--output", str(place))
    looks = json.loads(place.read_bytes())["raadplegingen"]
    codes = {
        (look[part]["code"], look[part]["omschrijving"]) for look in looks for part in ("handeling", "rol", "doel")
    }
    assert [code for code, words in codes if code in {None, words}] == []


def upgrade(stage: Stage) -> None:
    stage.must("whoami")


@pytest.mark.parametrize("step", STEPS)
def test_an_upgrade_killed_at_any_step_leaves_the_old_register_or_the_new(
    thawed: Stage, number: int, step: str
) -> None:
    leave_killed(thawed, upgrade, STEPS, step)
    assert found_version(thawed) in (number, version())
    thawed.must("whoami")
    thawed.must("client", "show", "2026-2")
    thawed.must("audit", "verify")
    assert [path.name for path in thawed.home.iterdir() if ".new" in path.name] == []


def test_what_a_killed_upgrade_left_is_in_nobodys_way_though_the_keyring_is_damaged(
    thawed: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    (thawed.home / "keyring.json").write_bytes(b"{}")
    cut_short("copied", lambda: thawed.wkc("whoami"), monkeypatch)
    monkeypatch.undo()
    thawed.must("whoami")
    assert found_version(thawed) == version()


@pytest.mark.parametrize("step", STEPS)
def test_an_upgrade_that_the_disk_refuses_at_any_step_leaves_one_that_opens(
    thawed: Stage, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failpoints, "failpoint", refusing(step))
    ran = thawed.wkc("--json", "whoami")
    monkeypatch.undo()
    assert (ran.code, ran.error["name"]) == (1, "disk_full")
    look_once(thawed, opens)


def opens(stage: Stage) -> None:
    stage.must("client", "show", "2026-2")
    stage.must("audit", "verify")


def refusing(step: str) -> Callable[[str], None]:
    def reached(name: str) -> None:
        if name == step:
            raise OSError(28, os.strerror(28))

    return reached
