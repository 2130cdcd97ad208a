"""A restore merges every ledger at hand: none is forgotten for another, and what nobody can know is kept and said."""

import shutil
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.prepared import once
from tests.procedures.test_restore import as_user, drilled, lost, names, office, restore
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.records.ledger import Removal, RemovalKind
from wkc.vault.files.home import Home
from wkc.vault.journals import ledger as ledgers

__all__ = ["drilled", "office"]

LEDGER = "destroyed.jsonl"


def destroy(stage: Stage, number: str) -> Path:
    """Destroy a dossier, and give a copy of the ledger as it is then."""
    take_away(stage, number)
    return Path(shutil.copy(stage.home / LEDGER, stage.folder / f"{number}.jsonl"))


@once
def take_away(stage: Stage, number: str) -> None:
    stage.must("--yes", "client", "destroy", number, "--vergissing")


def restore_with(stage: Stage, *ledgers_named: Path) -> Any:
    """Restore with ledgers that are named, and give what came of it."""
    words = [word for path in ledgers_named for word in ("--ledger", str(path))]
    return stage.wkc("--json", "--yes", "backup", "restore", str(stage.folder / "backup"), *words)


def due(stage: Stage) -> dict[str, Any]:
    findings = stage.wkc("--json", "doctor").data["findings"]
    return {found["check"]: found["facts"] for found in findings if found["health"] == "due"}


def test_a_ledger_that_is_named_and_older_forgets_nothing(office: Stage) -> None:
    older = destroy(office, "2026-1")
    destroy(office, "2026-2")
    refused = restore_with(office, older)
    assert (refused.code, refused.error["name"]) == (6, "ledger_older")
    assert names(office) == set()
    restore(office)
    assert names(office) == set()


@pytest.mark.parametrize(
    ("content", "code", "name"),
    [
        (None, 5, "ledger_missing"),
        (b"", 6, "ledger_empty"),
        (b'{"n":1', 6, "ledger_empty"),
        (b"{}\n", 8, "ledger_damaged"),
    ],
)
def test_a_ledger_that_is_named_and_is_missing_empty_or_damaged_is_an_error(
    office: Stage, content: bytes | None, code: int, name: str
) -> None:
    destroy(office, "2026-1")
    path = office.folder / "named.jsonl"
    if content is not None:
        path.write_bytes(content)
    refused = restore_with(office, path)
    assert (refused.code, refused.error["name"]) == (code, name)
    assert names(office) == {"Dal"}


def test_a_ledger_of_another_register_is_an_error(office: Stage, original: Stage) -> None:
    elsewhere = Stage(office.folder / "another", "anna", office.now)
    shutil.copytree(original.folder, elsewhere.folder)
    elsewhere.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    elsewhere.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    foreign = destroy(elsewhere, "2026-1")
    assert restore_with(office, foreign).error["name"] == "ledger_forged"
    destroy(office, "2026-1")
    assert restore_with(office, foreign).error["name"] == "ledgers_differ"
    assert names(office) == {"Dal"}


def test_the_ledger_inside_the_register_counts_where_the_one_beside_it_is_gone(office: Stage) -> None:
    destroy(office, "2026-1")
    (office.home / LEDGER).unlink()
    assert restore(office)["plan"]["unknown_since"] is None  # type: ignore[index]
    assert names(office) == {"Dal"}


def test_the_ledger_beside_a_register_that_does_not_open_counts(office: Stage) -> None:
    destroy(office, "2026-1")
    next(office.home.glob("register-*.db")).write_bytes(bytes(8192))
    plan = restore(office)["plan"]
    assert isinstance(plan, dict)
    assert (plan["destroyed"], plan["unknown_since"], plan["unknown_after"]) == (1, None, None)
    assert names(office) == {"Dal"}


def test_of_several_ledgers_that_are_named_the_newest_counts_and_each_must_be_its_beginning(office: Stage) -> None:
    destroy(office, "2026-1")
    newest = destroy(office, "2026-2")
    copy = Path(shutil.copy(newest, office.folder / "copy.jsonl"))
    lost(office)
    assert restore_with(office, newest, copy).code == 0
    assert names(office) == set()


def test_two_ledgers_that_part_are_refused_whichever_is_longer(office: Stage) -> None:
    here = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    keys, elsewhere = here.unlock(), Home(office.folder / "elsewhere")
    destroy(office, "2026-1")
    elsewhere.path.mkdir(mode=0o700)
    made = ledgers.sign_lines(
        ledgers.START,
        [Removal(RemovalKind.DOSSIER, uuid4()), Removal(RemovalKind.DOSSIER, uuid4())],
        uuid4(),
        "anna",
        keys,
    )
    ledgers.append(elsewhere, made)
    refused = restore_with(office, elsewhere.ledger)
    assert (refused.code, refused.error["name"]) == (8, "ledgers_differ")
    assert names(office) == {"Dal"}


def test_what_nobody_can_know_is_said_kept_and_shown_until_a_beheerder_confirms_it(office: Stage) -> None:
    destroy(office, "2026-1")
    lost(office)
    words = ("backup", "restore", str(office.folder / "backup"))
    shown = office.wkc(*words, typed=[("Restore it?", "yes")])
    assert "what was destroyed after 2026-11-23 10:00 comes back" in " ".join(shown.out.split())
    assert names(office) == {"Berg", "Dal"}
    assert due(office)["removals"] == {"since": "2026-11-23 09:00", "line": 0}
    office.must("audit", "accept", stdin="Back-up teruggezet.")
    assert "removals" in due(office)
    assert as_user(office, "bram").wkc("audit", "accept", "--removals", stdin="Back-up teruggezet.").code == 4
    assert "removals" in due(office)
    office.must("audit", "accept", "--removals", stdin="Back-up teruggezet.")
    assert "removals" not in due(office)


def test_a_named_ledger_makes_known_what_it_names_and_nothing_after_it(office: Stage) -> None:
    named = destroy(office, "2026-1")
    destroy(office, "2026-2")
    lost(office)
    done = restore_with(office, named).data["plan"]
    assert (done["destroyed"], done["unknown_since"], done["unknown_after"]) == (1, None, 1)
    assert names(office) == {"Dal"}
    assert due(office)["removals"]["line"] == 1


def test_a_second_restore_forgets_no_more_than_the_first_what_is_unknown(office: Stage) -> None:
    lost(office)
    restore(office)
    restore(office)
    assert "removals" in due(office)


def test_a_home_whose_ledger_is_shorter_than_the_backups_proves_nothing(office: Stage) -> None:
    destroy(office, "2026-1")
    later = Path(office.json("backup", "create", "--to", str(office.folder))["path"])
    (office.home / LEDGER).write_bytes(b"")
    next(office.home.glob("register-*.db")).write_bytes(bytes(8192))
    plan = office.json("--yes", "backup", "restore", str(later))["plan"]
    assert plan["unknown_after"] == 1
    assert "removals" in due(office)
