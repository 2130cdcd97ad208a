"""A correction cut short at any moment: before or after, nothing missing, and ended by the next commands."""

import shutil
from datetime import datetime
from pathlib import Path

from tests.faults import forked
from tests.stage import Stage
from wkc.vault.files.home import Home
from wkc.vault.journals import ledger as files

OLD, NEW = "1911-01-17", "1968-03-20"
COPY = "corrected.json"
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
GIVEN = ("--channel", "brief", "--ground", "doel", "--purpose", "uitvoering_uitkering", "--categories", "1,5")


def prepared(stage: Stage) -> Stage:
    """Grant and tell the correction of a birth date that had gone to the UWV, and of a name; not applied yet."""
    stage.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    row = f"geslachtsnaam;geboortedatum\nOudmerk;{OLD}\n"
    stage.must("client", "import", "-", *ORDER, stdin=row)
    stage.must("disclosure", "log", "2026-1", "--recipient", "UWV", *GIVEN)
    stage.must("request", "receive", "2026-1", "--kind", "verbetering")
    numbers = {entry["field"]: str(entry["number"]) for entry in dossier(stage)}
    for field, value in (("geboortedatum", NEW), ("geslachtsnaam", "Nieuwnaam")):
        stage.must("correction", "propose", "V2026-1", numbers[field], "--why", "onjuist", stdin=value)
    stage.must("request", "identify", "V2026-1", "--method", "bekend")
    stage.must("request", "decide", "V2026-1", "--decision", "toegewezen")
    stage.must("request", "notify", "V2026-1")
    return stage


def dossier(stage: Stage) -> list[dict[str, object]]:
    """Give what is held, without what is closed."""
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    return [entry for entry in held if entry["closed_at"] is None]


def work(stage: Stage) -> None:
    stage.must("correction", "apply", "V2026-1", "--format", "json", "--output", str(stage.folder / COPY))


def killed(stage: Stage, seconds: float | None = None) -> int:
    """Apply it in a process of its own, killed after some seconds; give its exit code."""
    child = forked.start(_apply, stage.folder, stage.now)
    child.join(seconds)
    if child.is_alive():
        child.kill()
        child.join()
    assert child.exitcode is not None
    return child.exitcode


def _apply(folder: Path, now: datetime) -> None:
    work(Stage(folder, now=now))


def values(stage: Stage) -> set[object]:
    return {entry["value"] for entry in dossier(stage)}


def settled(stage: Stage) -> int:
    """Let the next command come, then the same again where it was not ended; give how many the ledger had named.

    AssertionError where something is missing, or old and new stand side by side.
    """
    named = len(list(files.read_lines(Home(stage.home).ledger)))
    assert values(stage) in ({OLD, "Oudmerk"}, {NEW, "Nieuwnaam"}), values(stage)
    if stage.json("request", "show", "V2026-1")["request"]["state"] == "medegedeeld":
        stage.must(
            "correction", "apply", "V2026-1", "--format", "json", "--output", str(stage.folder / COPY), "--force"
        )
    assert values(stage) == {NEW, "Nieuwnaam"}
    shown = stage.json("request", "show", "V2026-1")
    assert shown["request"]["state"] == "uitgevoerd"
    assert [one["recipient"] for one in shown["to_tell"]] == ["UWV"]
    assert [found["name"] for found in stage.json("client", "find", "Nieuwnaam")["clients"]] == ["Nieuwnaam"]
    assert stage.json("client", "find", "Oudmerk")["clients"] == []
    assert len(list(files.read_lines(Home(stage.home).ledger))) == 2
    stage.must("audit", "verify")
    return named


def again(stage: Stage, untouched: Path) -> None:
    """Put everything back as it was prepared."""
    for name in ("register", "state"):
        shutil.rmtree(stage.folder / name)
        shutil.copytree(untouched / name, stage.folder / name)
    (stage.folder / COPY).unlink(missing_ok=True)
