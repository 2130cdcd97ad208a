"""The head that a user keeps of the log: what it spares, and that only the own signature makes it count (VAULT 6)."""

from pathlib import Path

import pytest

from tests.procedures.test_old_password import as_user
from tests.procedures.test_role_proof import forged
from tests.procedures.test_row_proof import REVIVED, check, office, poisoned
from tests.procedures.test_stripped_line import UNLOCKED, broken, hash_anew, strip
from tests.procedures.test_verified_head import connection
from tests.stage import PASSWORD, Stage
from wkc.procedures.core import witnessed_head
from wkc.records.audit import Head
from wkc.vault.files.home import Home
from wkc.vault.journals import witnessed_head as journal
from wkc.vault.journals.last_seen import Memory
from wkc.vault.journals.witnessed_head import Witnessed
from wkc.vault.keys import keyring, signing
from wkc.vault.keys.identity import unlock

__all__ = ["office"]

LAST = "seq = (SELECT max(seq) FROM audit)"
AS_ANNA = f"UPDATE audit SET user_id = 'anna', slot = (SELECT slot FROM audit WHERE seq = 1) WHERE {LAST}"


@pytest.fixture(autouse=True)
def every_head(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a head however few signatures were checked."""
    monkeypatch.setattr(witnessed_head, "_WORTH_KEEPING", 1)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The digests whose signatures are checked."""
    digests: list[bytes] = []
    real = signing.verify_digest

    def noted(key: bytes, vault_id: object, label: str, digest: bytes, signature: bytes) -> bool:
        digests.append(digest)
        return real(key, vault_id, label, digest, signature)  # type: ignore[arg-type]

    monkeypatch.setattr(signing, "verify_digest", noted)
    return digests


def memory(stage: Stage) -> Memory:
    return Memory(stage.folder / "state", stage.home, keyring.read(Home(stage.home)).vault_id, "anna")


def head(stage: Stage) -> Head:
    with connection(stage) as register:
        return Head(*register.execute(f"SELECT seq, hash FROM audit WHERE {LAST}").fetchone())


def sign_as_mo(stage: Stage, head: Head) -> None:
    """Keep a head for Anna that Mo signed with her own key, as whoever can write the state folder can."""
    mo = unlock(keyring.read(Home(stage.home)), "mo", PASSWORD)
    journal.write(memory(stage), Witnessed(head, mo.sign("audit", journal.digest(head))))


def test_the_next_process_checks_the_one_signature_of_that_head(office: Stage, checked: list[bytes]) -> None:
    assert check(office).code == 3
    assert len(checked) > 3
    kept = journal.recall(memory(office))
    assert kept is not None
    checked.clear()
    assert check(office).code == 3
    with connection(office) as register:
        lines = {hashed for (hashed,) in map(tuple, register.execute("SELECT hash FROM audit"))}
    assert journal.digest(kept.head) in checked
    assert lines.isdisjoint(checked)


def test_what_is_changed_before_it_is_found_all_the_same(office: Stage) -> None:
    check(office)
    strip(office, "covers", "consent.withdraw", "retention.hold")
    forged(office, REVIVED, "DELETE FROM hold")
    broken(check(office))


def test_a_line_that_its_user_did_not_sign_lets_no_head_be_kept(office: Stage) -> None:
    poisoned(office, "consent.give", REVIVED)
    forged(office, UNLOCKED, AS_ANNA)
    hash_anew(office)
    for _ in range(2):
        assert check(office).error["name"] == "rows_differ"
    assert journal.recall(memory(office)) is None


def test_a_head_that_another_key_signed_counts_for_nothing(office: Stage) -> None:
    poisoned(office, "consent.give", REVIVED)
    forged(office, UNLOCKED, AS_ANNA)
    hash_anew(office)
    sign_as_mo(office, head(office))
    assert check(office).error["name"] == "rows_differ"


def test_nor_does_one_with_a_number_or_hash_that_was_not_signed(office: Stage) -> None:
    check(office)
    kept = journal.recall(memory(office))
    assert kept is not None
    poisoned(office, "consent.give", REVIVED)
    forged(office, UNLOCKED, AS_ANNA)
    hash_anew(office)
    journal.write(memory(office), Witnessed(head(office), kept.signature))
    assert check(office).error["name"] == "rows_differ"


@pytest.mark.parametrize("content", [b"", b"{", b'{"seq": 1}', b"\xff" * 600])
def test_a_file_that_is_no_head_is_passed_over(office: Stage, content: bytes) -> None:
    check(office)
    place: Path = memory(office).file.with_suffix(".witnessed")
    place.write_bytes(content)
    assert check(office).code == 3


def test_a_head_that_is_gone_from_the_log_is_passed_over(office: Stage) -> None:
    check(office)
    anna = unlock(keyring.read(Home(office.home)), "anna", PASSWORD)
    elsewhere = Head(head(office).seq, bytes(32))
    journal.write(memory(office), Witnessed(elsewhere, anna.sign("audit", journal.digest(elsewhere))))
    assert check(office).code == 3


def test_what_another_user_keeps_is_for_that_user_alone(office: Stage, checked: list[bytes]) -> None:
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bea", "--name", "B", "--role", "beheerder", "--function", "f", *new)
    check(office)
    checked.clear()
    words = ("--format", "json", "--force", "--output", str(office.folder / "copy.json"))
    as_user(office, "bea").must("inzage", "export", "2026-1", *words)
    assert len(checked) > 3
