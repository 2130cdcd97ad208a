"""The log is checked on from where its user checked it last: what that finds, and what only the whole run does."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.procedures.test_leaving import as_user
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home
from wkc.vault.keys import signing

CHANGED = "UPDATE audit SET purpose = 'intake' WHERE seq = 3"
UNSIGNED = "UPDATE audit SET signature = zeroblob(64) WHERE seq = 3"


@pytest.fixture
def office(stage: Stage) -> Stage:
    """An office whose log of some lines anna has checked."""
    for name in ("Alkmaar", "Heiloo"):
        stage.must("party", "add", name, "--kind", "instantie")
    stage.must("audit", "verify")
    return stage


@contextmanager
def connection(stage: Stage) -> Iterator[Any]:
    """Open the register with other tools, as whoever has the register key can."""
    session = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(stage.home), session.identity) as register:
        register.connection.execute("DROP TRIGGER IF EXISTS audit_stays")
        yield register.connection


def change(stage: Stage, statement: str) -> None:
    with connection(stage) as opened:
        assert opened.execute(statement).rowcount == 1


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The digests whose signatures are checked."""
    digests: list[bytes] = []
    real = signing.verify_digest

    def noted(public: bytes, vault_id: Any, label: str, digest: bytes, signature: bytes) -> bool:
        digests.append(digest)
        return real(public, vault_id, label, digest, signature)

    monkeypatch.setattr(signing, "verify_digest", noted)
    return digests


def signed_lines(stage: Stage, checked: list[bytes]) -> list[int]:
    """Give the numbers of the lines whose signatures were checked, the line that vouches for others first."""
    with connection(stage) as opened:
        lines = {hashed: seq for seq, hashed in map(tuple, opened.execute("SELECT seq, hash FROM audit"))}
    return [lines[digest] for digest in checked if digest in lines]


def test_signatures_of_lines_that_the_user_checked_are_not_checked_again(office: Stage, checked: list[bytes]) -> None:
    first = office.json("audit", "verify")
    head = first["head"]["seq"]
    assert first["before"] == head - 1
    assert signed_lines(office, checked) == [head, head]
    checked.clear()
    whole = office.json("audit", "verify", "--whole")
    assert (whole["head"]["seq"], whole["before"]) == (head + 1, 0)
    assert signed_lines(office, checked)[: head + 1] == [*range(1, head + 2)]


def test_the_doctor_goes_on_from_there_and_others_from_the_doctor(office: Stage, checked: list[bytes]) -> None:
    office.wkc("doctor")
    seen = office.json("audit", "verify")
    assert seen["before"] == seen["head"]["seq"] - 1
    checked.clear()
    office.wkc("doctor", "--whole")
    assert signed_lines(office, checked)[:3] == [1, 2, 3]


def test_a_line_changed_before_that_head_is_found_by_every_check(office: Stage) -> None:
    change(office, CHANGED)
    for words in (("audit", "verify"), ("audit", "verify", "--whole")):
        ran = office.wkc(*words)
        assert (ran.code, "from line 3 on" in ran.err) == (8, True)
    assert "DAMAGED from line 3 on" in " ".join(office.wkc("doctor").out.split())


def test_a_signature_changed_before_that_head_is_found_by_the_whole_check(office: Stage) -> None:
    change(office, UNSIGNED)
    office.must("audit", "verify")
    ran = office.wkc("audit", "verify", "--whole")
    assert (ran.code, "from line 3 on" in ran.err) == (8, True)
    assert "DAMAGED from line 3 on" in " ".join(office.wkc("doctor", "--whole").out.split())


def test_a_log_that_was_made_anew_from_a_line_on_is_found(office: Stage) -> None:
    """Somebody with the register key changes a line and makes every hash after it right again."""
    from wkc.store.core import audit

    with connection(office) as opened:
        opened.execute(CHANGED)
        previous = None
        for row in [*map(tuple, opened.execute(f"SELECT {', '.join(audit.COLUMNS)} FROM audit ORDER BY seq"))]:
            columns = row if previous is None else (*row[:-1], previous)
            previous = audit.digest(columns)
            opened.execute("UPDATE audit SET previous = ?, hash = ? WHERE seq = ?", (columns[-1], previous, row[0]))
    assert office.wkc("audit", "verify").code == 8


def test_a_line_that_another_key_signed_vouches_for_nothing(office: Stage, checked: list[bytes]) -> None:
    change(office, "UPDATE audit SET signature = zeroblob(64) WHERE seq = (SELECT max(seq) FROM audit)")
    assert office.wkc("--json", "audit", "verify").error["name"] == "audit_broken"
    assert signed_lines(office, checked)[1:4] == [1, 2, 3]


def test_what_another_user_checked_counts_for_that_user_alone(office: Stage) -> None:
    words = ("--name", "Bea", "--role", "beheerder", "--function", "f")
    office.must("user", "designate", "bea", *words, "--new-password-file", str(office.password_file))
    bea = as_user(office, "bea")
    assert bea.json("audit", "verify")["before"] == 0
    assert bea.json("audit", "verify")["before"] > 0
