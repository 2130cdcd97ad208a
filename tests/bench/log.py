"""The audit log, checked: what a line costs, and what the signatures are of it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.bench.inside import session
from tests.bench.timing import Row, seconds
from tests.stage import Stage
from wkc.procedures.core import audit_chain
from wkc.procedures.core.act import act
from wkc.records.audit import Outcome
from wkc.store.core import audit
from wkc.vault.keys.signing import verify_digest

LINES = 5_000


def audit_log(stage: Stage, clients: int) -> Iterator[Row]:
    """A log of so many lines as there are clients: all of it, and from its last verified head on."""
    lines = min(clients, LINES)
    with act(session(stage), "audit.verify") as action:
        store, at = action.store, datetime(2026, 11, 23, tzinfo=UTC)
        for _ in range(lines):
            audit.write(store, at, "anna", "client.show", "begeleiding", uuid4(), Outcome.DONE, {"as": "beheerder"})
        verify = partial(audit_chain.verify, store, verify_digest)
        head = audit.head(store)
        for what, before, budget in (
            ("audit verify, from the head that this user verified, a line", head, "<= 15 us"),
            ("audit verify --whole, a line", audit.START, "<= 15 us"),
        ):
            taken = seconds(partial(verify, before)) / lines
            yield Row(what, f"{taken * 1e6:.1f} us", "", None, budget)
        action.undo()
    alone = seconds(partial(_check_signatures, lines)) / lines
    yield Row("  its floor: OpenSSL's check of one Ed25519 signature", f"{alone * 1e6:.1f} us", "", None, "")


def _check_signatures(count: int) -> None:
    """Check one signature so many times, its key made ready once."""
    key = Ed25519PrivateKey.generate()
    signature, public = key.sign(bytes(32)), key.public_key()
    for _ in range(count):
        public.verify(signature, bytes(32))
