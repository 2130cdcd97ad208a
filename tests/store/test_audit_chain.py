"""Each line of the log has its place and its hash: whatever the signs in it, and whatever is changed in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from tests.bench.inside import session
from tests.stage import Stage
from wkc.errors.vault import AuditBroken
from wkc.procedures.core.act import act
from wkc.records.audit import AuditLine, Head, Outcome
from wkc.store.core import audit
from wkc.store.store import Store

AT = datetime(2026, 11, 23, tzinfo=UTC)
DETAILS = {"as": "beheerder", "field": "adres", "count": 3, "none": None, "odd": 'é\x7f\n"\\/\u2028 😀'}


@pytest.fixture
def store(stage: Stage) -> Iterator[Store]:
    """A log with a line of rare signs about somebody, and one about nobody; undone after the test."""
    with act(session(stage), "audit.verify") as action:
        for user_id, subject in (("zoë\x7f\x01", UUID(int=7)), ("ed", None)):
            audit.write(action.store, AT, user_id, "client.record", "beheer", subject, Outcome.DONE, DETAILS)
        action.store.connection.set_authorizer(None)
        for trigger in ("audit_stays", "audit_is_kept"):
            action.store.connection.execute(f"DROP TRIGGER {trigger}")
        yield action.store
        action.undo()


def read(store: Store) -> list[AuditLine]:
    return list(audit.chain(store, lambda _seq, _action, _details: True))


def test_lines_with_any_sign_fit_their_hash_and_come_back_whole(store: Store) -> None:
    (about, nobody) = read(store)[-2:]
    assert (about.user_id, about.subject, about.details) == ("zoë\x7f\x01", UUID(int=7), DETAILS)
    assert (nobody.user_id, nobody.subject, nobody.seq) == ("ed", None, about.seq + 1)


@pytest.mark.parametrize(
    "change",
    [
        *("at = '2026-11-22T00:00:00Z'", "user_id = 'anna'", "slot = zeroblob(16)", "action = 'client.show'"),
        *("purpose = 'intake'", "subject = zeroblob(16)", "outcome = 'failed'", "previous = zeroblob(32)"),
        *("details = json_remove(details, '$.field')", "hash = zeroblob(32)"),
    ],
)
@pytest.mark.parametrize("back", [0, 1])
def test_a_change_of_any_column_is_found_at_its_line(store: Store, change: str, back: int) -> None:
    last = audit.head(store).seq
    store.connection.execute(f"UPDATE audit SET {change} WHERE seq = {last - back}")
    with pytest.raises(AuditBroken) as broken:
        read(store)
    assert broken.value.facts["seq"] == last - back


def test_a_line_that_was_taken_out_is_found_and_a_head_that_is_not_there(store: Store) -> None:
    head = audit.head(store)
    with pytest.raises(AuditBroken):
        list(audit.chain(store, lambda *_line: False, Head(head.seq + 1, head.hash)))
    with pytest.raises(AuditBroken):
        list(audit.chain(store, lambda *_line: False, Head(head.seq, bytes(32))))
    store.connection.execute(f"DELETE FROM audit WHERE seq = {head.seq - 1}")
    with pytest.raises(AuditBroken):
        read(store)


def test_octets_in_the_place_of_a_text_that_hashes_alike_are_found(store: Store) -> None:
    """`ed` and the octet ed are one text in the hash; a line of octets would be nobody's, and would teach nothing."""
    for statement in (
        "ALTER TABLE audit RENAME TO strict",
        "CREATE TABLE audit AS SELECT * FROM strict",
        "UPDATE audit SET user_id = x'ed' WHERE user_id = 'ed'",
    ):
        store.connection.execute(statement)
    with pytest.raises(AuditBroken):
        read(store)
