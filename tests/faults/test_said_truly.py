"""The words of a command fit what it did: what is committed is not called failed, and a name is not a fault of ours."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from tests.each_step import look_once
from tests.faults.test_designated import STEPS, designate, leave_cut_short, words
from tests.procedures.test_recovery import founded, lost, recover
from tests.stage import Stage
from tests.vault.test_crash import full_at
from wkc.errors.families import NotSignedIn
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring, password
from wkc.vault.keys.identity import unlock
from wkc.vault.keys.password import Cost

__all__ = ["founded", "lost"]
LONG = "x" * 300


@pytest.mark.parametrize("step", ["renamed", "folder synced", "copy opened", "old removed", "ledger opened"])
def test_new_codes_are_shown_though_the_disk_refuses_once_they_count(
    lost: tuple[Stage, list[str]], step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, codes = lost
    with monkeypatch.context() as patched:
        full_at(step, patched)
        shown = recover(stage, codes[0])
    assert shown.code == 0, shown.err
    again = recover(stage, shown.data["recovery_codes"][1], "otto")
    assert again.code == 0, again.err


@pytest.mark.parametrize("step", STEPS)
def test_a_designation_that_was_cut_short_is_repeated_in_the_same_words(
    stage: Stage, step: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_cut_short(stage, designate, step, monkeypatch)
    look_once(stage, is_repeated)


def is_repeated(stage: Stage) -> None:
    person = words(stage, "user", "designate", "mo", "--name", "Mo", "--role", "coach", "--function", "f")
    had_access = stage.json("user", "show", "mo")["has_access"]
    ran = stage.wkc("--json", *person)
    assert ran.code == 0 if not had_access else ran.error["name"] == "user_exists"
    stage.must("audit", "verify")
    stage.user = "mo"
    stage.must("whoami")


@pytest.mark.parametrize("user", ["anna", "nacht", "bestaat_niet"])
def test_a_refusal_takes_as_long_for_every_user_id(stage: Stage, user: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.must(
        "user", "designate", "nacht", "--service", "--responsible", "anna", "--key-file", str(stage.folder / "k")
    )
    ring = keyring.read(Home(stage.home))
    spent: list[Any] = []
    derive = password.derive

    def counted(secret: str, salt: bytes, cost: Cost) -> bytes:
        spent.append(cost)
        return derive(secret, salt, cost)

    monkeypatch.setattr(password, "derive", counted)
    with pytest.raises(NotSignedIn):
        unlock(ring, user, "not the secret")
    dearest = max((slot.cost for slot in ring.slots if slot.cost), key=lambda cost: cost.m_kib * cost.t)
    assert spent == [dearest]


@pytest.mark.parametrize(
    "argv",
    [
        ("--home", LONG, "whoami"),
        ("--password-file", LONG, "whoami"),
        ("client", "import", LONG, "--opdrachtgever", "x", "--assignment", "A"),
        ("inzage", "export", "2026-1", "--output", LONG),
        ("backup", "create", "--to", LONG),
        ("backup", "verify", LONG),
        ("backup", "restore", LONG),
        ("audit", "export", LONG),
        ("agenda", "--ics", LONG),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("sign", ["", "\0"])
def test_a_name_that_no_file_can_have_is_no_fault_of_the_program(
    stage: Stage, argv: tuple[str, ...], sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    monkeypatch.chdir(stage.folder)
    ran = stage.wkc("--json", "--yes", *(word.replace("xx", sign + "xx", 1) if word == LONG else word for word in argv))
    assert ran.code != 0
    assert ran.error["name"] != "unexpected", ran.err
    assert not list(Path(stage.folder).glob("x*"))


@pytest.mark.parametrize("cost", [Cost(4 * 1024 * 1024, 20, 4), Cost(1024 * 1024, 6, 4), Cost(1024 * 1024 + 1, 1, 1)])
def test_a_keyring_asks_no_more_than_the_dearest_password_costs(cost: Cost) -> None:
    assert not cost.is_allowed
    assert Cost(256 * 1024, 20, 4).is_allowed
    assert Cost(19_456, 1, 1).is_allowed


@pytest.mark.parametrize("error", [errno.ENOLCK, errno.EMFILE, errno.EACCES, errno.EINTR])
def test_what_the_machine_refuses_is_no_fault_of_the_program(
    stage: Stage, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: object, _how: int) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr("fcntl.flock", refuse)
    ran = stage.wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (1, "machine_refused")
    assert os.strerror(error) in ran.error["text"]
