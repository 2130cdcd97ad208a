"""A command that fails when a part of it is done says that this part stays; one whose removal is certain says that."""

import errno
import io
import os
import subprocess
import sys

import pytest

from tests.stage import PASSWORD, Ran, Stage
from wkc.__main__ import main
from wkc.errors.families import WkcError
from wkc.errors.terminal import OutputUnwritable
from wkc.errors.vault import DiskFaulty, Inaccessible, OutOfMemory, RegisterBusy, RegisterDamaged
from wkc.store.store import Store

ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
STAYS = "What the command did before stays, each step of it whole (1 in all): see `wkc audit list`."


@pytest.fixture
def office(stage: Stage) -> Stage:
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("client", "register", *ORDER, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    stage.must("contact", "log", "2026-1", "--on", "2026-11-02", "--kind", "gesprek")
    return stage


def mistaken(office: Stage, monkeypatch: pytest.MonkeyPatch, error: Exception) -> Ran:
    """Take a contact back as a mistake; when it is written down, the machine or the program fails."""

    def fail(_session: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr("wkc.procedures.core.pending_deletion.carry_out_if_allowed", fail)
        words = ("client", "mistake", "2026-1", "--contact", "1", "--reason", "dubbel")
        return office.wkc("--json", *words, stdin="Dubbel.")


@pytest.mark.parametrize(
    "error",
    [
        DiskFaulty(),
        Inaccessible(path="register-1.db.new"),
        OutOfMemory(),
        OutputUnwritable(path="copy.json"),
        RegisterBusy(who="another command"),
        RegisterDamaged(path="register-1.db"),
    ],
    ids=type,
)
def test_an_error_of_the_machine_says_what_was_done_before_it(
    office: Stage, monkeypatch: pytest.MonkeyPatch, error: WkcError
) -> None:
    ran = mistaken(office, monkeypatch, error)
    assert (ran.code, ran.error["name"]) == (error.code, error.name)
    assert ran.error["hint"].startswith(STAYS)
    assert office.json("contact", "list", "2026-1")["contacts"] == []


def test_and_so_does_a_fault_of_our_own(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = mistaken(office, monkeypatch, RuntimeError())
    assert (ran.code, ran.error["name"]) == (1, "unexpected_midway")
    assert ran.error["hint"] == f"{STAYS} Please report what stands in brackets to who maintains wkc."


def run_unwritable(stage: Stage, *argv: str) -> tuple[int, str]:
    """Run a command whose outcome cannot be written; give its exit code and its error."""

    class Full(io.BytesIO):
        def write(self, _octets: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    environment = stage.environment()
    refusing = environment._replace(stdout=io.TextIOWrapper(Full(), encoding="utf-8", write_through=True))
    code = main(argv, refusing)
    said = environment.stderr.buffer.getvalue().decode()  # type: ignore[attr-defined]
    return code, " ".join(said.split())


def test_new_keys_that_count_are_said_to_stay_though_the_outcome_cannot_be_written(office: Stage) -> None:
    person = ("--name", "Bea", "--role", "coach", "--function", "f", "--new-password-file", str(office.password_file))
    office.must("user", "designate", "bea", *person)
    code, said = run_unwritable(office, "--yes", "user", "revoke", "bea")
    assert code == 1
    assert STAYS in said
    assert office.json("user", "show", "bea")["user"]["revoked_at"] is not None


def test_a_register_that_was_made_is_said_to_stay_though_its_codes_cannot_be_written(bare: Stage) -> None:
    bare.file("password", f"{PASSWORD}\n")
    words = ("--name", "Bureau Proef", "--place", "Alkmaar", "--kvk", "12345678", "--beheerder", "anna")
    code, said = run_unwritable(bare, "--yes", "init", *words)
    assert code == 1
    assert STAYS in said
    bare.must("--yes", "recover", "--new-codes")


def test_where_nothing_was_done_nothing_is_said_to_stay(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_store: Store) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Store, "commit", fail)
    ran = office.wkc("--json", "contact", "log", "2026-1", "--on", "2026-11-03", "--kind", "gesprek")
    assert ran.error["name"] == "disk_faulty"
    assert "stays" not in ran.error["hint"]


def test_a_removal_that_the_ledger_has_is_not_called_failed(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = Store.commit

    def full(store: Store) -> None:
        if (office.home / "destroyed.jsonl").exists():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        commit(store)

    with monkeypatch.context() as patched:
        patched.setattr(Store, "commit", full)
        ran = office.wkc("--json", "--yes", "client", "destroy", "2026-1", "--vergissing")
    assert (ran.code, ran.error["name"]) == (9, "removal_named")
    assert office.json("client", "list")["clients"] == []


def test_a_library_of_the_start_that_does_not_load_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from wkc import __main__ as program

    def fail() -> None:
        raise ImportError("failed to map segment from shared object")

    monkeypatch.setattr(program, "_prepare", fail)
    assert program._run_command() == 1
    assert capsys.readouterr().err.startswith("wkc: A part of the program")


def test_time_zones_that_need_what_did_not_load_are_a_part_that_does_not_load() -> None:
    program = (
        'import sys\nsys.modules["_datetime"] = None\nfrom wkc.procedures.core.clock import amsterdam\namsterdam()'
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "\nImportError: module 'datetime' has no attribute" in done.stderr
