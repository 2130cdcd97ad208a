"""kill -9 between two parts of the letters for the printer: none counts as printed, the next run has them all."""

import io
import json
import os
import signal
from datetime import datetime
from pathlib import Path

import pikepdf

from tests.faults import forked
from tests.prepared import prepared
from tests.stage import Stage
from wkc.procedures.core.act import act
from wkc.procedures.letters import printing

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
PERSON = {"geslachtsnaam": "Berg", "adres": "Laat 1", "postcode": "1811 EH", "woonplaats": "Alkmaar"}
NUMBERS = ["B2026-0001", "B2026-0002", "B2026-0003"]
ALL = ("letter", "print", "--all", "--output")


@prepared
def office(stage: Stage) -> Stage:
    """Three letters wait for one client."""
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps([PERSON]))
    stage.must("letter", "notify", "2026-1", "--told-on", "2026-11-23")
    for _ in NUMBERS:
        stage.must("request", "receive", "2026-1", "--kind", "inzage")
    return stage


def print_until_killed(folder: Path, now: datetime) -> None:
    """Print one letter in a part, and die where the third part would begin."""
    begun = []

    def act_twice(*facts: object) -> object:
        begun.append(facts)
        if len(begun) > 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return act(*facts)  # type: ignore[arg-type]

    vars(printing).update(PART=1, act=act_twice)
    Stage(folder, now=now).must(*ALL, str(folder / "all.pdf"))


def drawn(stage: Stage) -> list[int]:
    """Give how many letters each part drew, the first part first."""
    lines = [line for line in stage.json("audit", "list")["lines"] if line["action"] == "letter.print"]
    return [len(line["details"]["letters"]) for line in reversed(lines)]


def test_letters_of_which_two_parts_were_drawn_wait_as_before_and_are_printed_together(office: Stage) -> None:
    place = office.folder / "all.pdf"
    child = forked.start(print_until_killed, office.folder, office.now)
    child.join()
    assert child.exitcode == -signal.SIGKILL
    assert [path.name for path in office.folder.iterdir() if "pdf" in path.name] == []
    waits = office.json("letter", "list", "--waiting")["letters"]
    assert [(one["number"], one["printed_on"]) for one in waits] == [(number, None) for number in NUMBERS]
    assert drawn(office) == [1, 1]
    done = office.json(*ALL, str(place))
    assert [one["number"] for one in done["letters"]] == NUMBERS
    with pikepdf.open(io.BytesIO(place.read_bytes())) as pdf:
        assert len(pdf.pages) == 6
    assert drawn(office) == [1, 1, 3]
    office.must("audit", "verify")
