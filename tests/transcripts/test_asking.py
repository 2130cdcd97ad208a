"""What can be known to be wrong is said before anything is asked: nobody types a long note to lose it."""

import pytest

from tests.stage import Stage


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("contact log 2026-1 --on 31-02-2026 --kind gesprek --note", "bad_date"),
        ("contact log 2026-1 --on 2026-11-20 --kind koffie --note", "kind_unknown"),
        ("client record 2026-1 telefoon --source geregistreerde --obtained-on 31-02-2026", "bad_date"),
        ("party person add uwv", "party_unknown"),
    ],
)
def test_nothing_is_asked_when_what_was_said_is_wrong(stage: Stage, command: str, name: str) -> None:
    ran = stage.wkc("--json", *command.split(), typed=[])
    assert ran.error["name"] == name
