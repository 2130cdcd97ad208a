"""A rotation killed, or out of disk, at any step: the register is before or after, and it can be repeated."""

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import steps
from tests.each_step import leave_killed, look_once
from tests.faults.killing import Course
from tests.faults.test_designated import cut_short
from tests.stage import Stage
from wkc.vault.files import failpoints

TWENTY = 20
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
COMMITTED = steps.ROTATING[steps.ROTATING.index("renamed") :]
KEEPING_COPY = [step for step in steps.REPLACING if step.startswith("copy ")]
SILENT = [*KEEPING_COPY, "old removed", "old removal synced"]


@pytest.fixture(scope="module")
def furnished(original: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Bea is beheerder, Bram coach, and one client has something sealed."""
    stage = Stage(tmp_path_factory.mktemp("furnished"), now=original.now)
    shutil.copytree(original.folder, stage.folder, dirs_exist_ok=True)
    stage.folder.chmod(0o700)
    stage.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    for user, role in (("bea", "beheerder"), ("bram", "coach")):
        words = ("--name", user, "--role", role, "--function", "f", "--new-password-file", str(stage.password_file))
        stage.must("user", "designate", user, *words)
    people = [{"geslachtsnaam": "Berg", "gezondheid": "Gezondheidsmerk"}]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    return stage


@pytest.fixture
def office(furnished: Stage, tmp_path: Path) -> Stage:
    shutil.copytree(furnished.folder, tmp_path, dirs_exist_ok=True)
    tmp_path.chmod(0o700)
    return Stage(tmp_path, now=furnished.now)


def works(stage: Stage, user: str) -> bool:
    """Tell whether a user can work: signs in, and reads what is sealed."""
    stage.user = user
    ran = stage.wkc("--json", "client", "show", "2026-1")
    stage.user = "anna"
    if ran.code:
        assert ran.code == 7, ran.err
        return False
    entries = ran.data["dossier"]["entries"]
    assert "Gezondheidsmerk" in [entry["value"] for entry in entries]
    return True


@pytest.mark.parametrize("part", ["count_contents", "checkpoint"])
def test_what_sqlcipher_says_of_a_copy_that_does_not_fit_is_called_a_full_disk(
    office: Stage, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    from sqlcipher3 import dbapi2

    def refuse(_connection: object) -> None:
        raise dbapi2.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:

        def full_from_then_on(step: str) -> None:
            if step == "changed":
                patched.setattr(f"wkc.vault.database.copy.{part}", refuse)

        patched.setattr("wkc.vault.files.failpoints.failpoint", full_from_then_on)
        assert office.wkc("--json", "user", "revoke", "bram").error["name"] == "disk_full"
    assert works(office, "bram")
    office.must("user", "revoke", "bram")


def test_new_keys_need_twice_the_register_beside_it_and_no_more(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three times it with itself, though the log of the copy grows long where every value is sealed anew."""
    rows = [{"geslachtsnaam": f"Berg{number}", "gezondheid": "kan goed zitten"} for number in range(1500)]
    office.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    size = next(office.home.glob("register-*.db")).stat().st_size
    taken: list[int] = []
    monkeypatch.setattr(
        failpoints,
        "failpoint",
        lambda _step: taken.append(sum(path.stat().st_size for path in office.home.glob("register-*"))),
    )
    office.must("user", "revoke", "bram")
    assert max(taken) <= 3.05 * size


def settled(stage: Stage) -> None:
    """The next command that is alone has cleared what was left."""
    stage.must("user", "reset", "bea", "--new-password-file", str(stage.password_file))
    stage.must("audit", "verify")
    live = json.loads((stage.home / "keyring.json").read_bytes())["register"]
    there = {path.name for path in stage.home.iterdir()} - {"signins.jsonl", "destroyed.jsonl"}
    assert there == {"keyring.json", "keyring.json.copy", live, "lock"}
    assert (stage.home / "keyring.json").read_bytes() == (stage.home / "keyring.json.copy").read_bytes()


def full(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def reached(found: str) -> None:
        if found == step:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(failpoints, "failpoint", reached)


def revoke(stage: Stage) -> Callable[[], object]:
    return lambda: stage.wkc("user", "revoke", "bram")


def test_every_step_is_passed_in_the_order_that_it_is_listed(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[str] = []
    monkeypatch.setattr(failpoints, "failpoint", passed.append)
    office.must("user", "revoke", "bram")
    assert passed == [*steps.ROTATING, *steps.LEDGER]


def revoke_bram(stage: Stage) -> None:
    stage.must("user", "revoke", "bram")


@pytest.mark.parametrize("step", steps.ROTATING)
def test_killed_at_any_step_the_register_is_before_or_after_and_it_can_be_repeated(office: Stage, step: str) -> None:
    leave_killed(office, revoke_bram, steps.ROTATING, step)
    look_once(office, is_after if step in COMMITTED else is_before)


def is_before(office: Stage) -> None:
    assert works(office, "bram")
    can_repeat(office)


def is_after(office: Stage) -> None:
    assert not works(office, "bram")
    can_repeat(office)


def can_repeat(office: Stage) -> None:
    for user in ("anna", "bea"):
        assert works(office, user)
    again = office.wkc("--json", "user", "revoke", "bram")
    assert again.code == 0 or again.error["name"] == "access_ended"
    assert not works(office, "bram")
    assert works(office, "bea")
    settled(office)


@pytest.mark.parametrize("step", steps.ROTATING)
def test_on_a_disk_that_fills_up_at_any_step_it_is_before_or_after_and_it_can_be_repeated(
    office: Stage, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        full(step, patched)
        ran = office.wkc("--json", "user", "revoke", "bram")
    assert ran.code == 0 if step in (*SILENT, *COMMITTED) else ran.error["name"] == "disk_full"
    assert works(office, "anna")
    assert works(office, "bea")
    assert works(office, "bram") == (step not in COMMITTED)
    again = office.wkc("--json", "user", "revoke", "bram")
    assert again.code == 0 or again.error["name"] == "access_ended"
    assert not works(office, "bram")
    settled(office)


CALLS = [
    *(("fsync", os, which) for which in range(1, 9)),
    *(("rename", Path, which) for which in range(1, 4)),
    *(("unlink", Path, which) for which in range(1, 8)),
]


@pytest.mark.parametrize(("call", "owner", "which"), CALLS, ids=str)
def test_whichever_call_to_the_disk_fails_it_is_before_or_after(
    office: Stage, call: str, owner: object, which: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = getattr(owner, call)
    left = [which]

    def failing(*given: object, **named: object) -> object:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(5, "Input/output error")
        return honest(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr(owner, call, failing)
        ran = office.wkc("--json", "user", "revoke", "bram")
    assert ran.code == 0 or ran.error["name"] == "disk_faulty"
    out = not works(office, "bram")
    assert out or ran.code
    assert works(office, "anna")
    assert works(office, "bea")
    if not out:
        office.must("user", "revoke", "bram")
    settled(office)


def can_be_ended(office: Stage) -> None:
    out = not works(office, "bram")
    assert works(office, "bea")
    if not out:
        office.must("user", "revoke", "bram")
    settled(office)


def test_killed_at_random_moments_it_is_before_or_after(office: Stage, furnished: Stage) -> None:

    def again() -> None:
        for name in ("register", "state"):
            shutil.rmtree(office.folder / name)
            shutil.copytree(furnished.folder / name, office.folder / name)

    course = Course(revoke(office), seed=3)
    for _ in course.trials(TWENTY):
        again()
        course.cut(revoke(office))
        look_once(office, can_be_ended)


@pytest.mark.parametrize("step", ["copied", "compacted", "keys sealed", "renamed"])
def test_a_demotion_that_is_killed_is_before_or_after(
    office: Stage, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(step, lambda: office.wkc("user", "role", "bea", "coach"), monkeypatch)
    role = office.json("user", "show", "bea")["user"]["role"]
    assert role == ("coach" if step in COMMITTED else "beheerder")
    office.must("user", "role", "bea", "coach")
    office.must("audit", "verify")


def test_a_disk_that_after_the_commit_point_cannot_even_be_read_loses_no_generation(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring, read = office.home / "keyring.json", Path.read_bytes

    def unreadable(path: Path) -> bytes:
        if path == keyring:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return read(path)

    with monkeypatch.context() as patched:
        full("renamed", patched)
        patched.setattr(Path, "read_bytes", unreadable)
        assert office.wkc("--json", "user", "revoke", "bram").error["name"] == "disk_full"
    assert works(office, "anna")
    assert not works(office, "bram")


def test_a_copy_that_does_not_verify_is_never_put_in_place(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(step: str) -> None:
        if step == "compacted":
            path = office.home / "register-2.db"
            content = bytearray(path.read_bytes())
            content[5000] ^= 1
            path.write_bytes(content)

    with monkeypatch.context() as patched:
        patched.setattr(failpoints, "failpoint", spoilt)
        assert office.wkc("--json", "user", "revoke", "bram").error["name"] == "register_damaged"
    assert works(office, "bram")
    office.must("user", "revoke", "bram")
    settled(office)


def test_debris_of_a_killed_rotation_is_no_obstacle_to_another_generation(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in ("copied", "verified"):
        cut_short(step, revoke(office), monkeypatch)
    names = {path.name for path in office.home.iterdir()}
    assert names & {"register-2.db", "register-2.db.new"}
    office.must("user", "revoke", "bram")
    settled(office)
