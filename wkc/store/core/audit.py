"""The audit chain (VAULT 6): each line holds the hash of the one before and the signature of who acted."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from wkc.errors.vault import AuditBroken
from wkc.records.audit import AuditLine, Head, Look, Outcome
from wkc.records.dossier import Client
from wkc.store.queries import queries
from wkc.store.store import Store, moment, stamp

_Q = queries("core/audit")
_DOMAIN = b"wkc/1/audit line\0"
_encode_quickly = msgspec.json.Encoder().encode
_encode = json.JSONEncoder(separators=(",", ":"), default=bytes.hex).encode
START = Head(0, bytes(32))
COLUMNS = ("seq", "at", "user_id", "slot", "action", "purpose", "subject", "outcome", "details", "previous")
"""The columns that the hash of a line is taken over, in this order."""
_hashed_columns = itemgetter(*COLUMNS)
_EVERY = (*COLUMNS, "hash", "signature")
_TYPES = tuple((int, str, str, bytes, str, str, subject, str, str, bytes) for subject in (bytes, type(None)))
"""The types of those columns in a line about somebody, and in one about nobody."""
_ACTION, _DETAILS, _PREVIOUS, _HASH = map(_EVERY.index, ("action", "details", "previous", "hash"))


def digest(row: tuple[object, ...]) -> bytes:
    """Hash a line: SHA-256 of the domain and the JSON list of its columns up to `previous`, bytes as hex."""
    return sha256(_DOMAIN + _encode(row).encode("ascii")).digest()


def fits(columns: tuple[Any, ...], hashed: bytes) -> bool:
    """Tell whether a line has its hash, by the quicker encoder first: what it writes is the same but for rare signs.

    Either text gives the columns back, so a line that fits one of them is the line that was hashed. Octets in the place
    of text do not: `ed` and the octet ed have one text.
    """
    if tuple(map(type, columns)) not in _TYPES:
        return False
    seq, at, user_id, slot, action, purpose, subject, outcome, details, previous = columns
    subject = subject and subject.hex()
    text = _encode_quickly((seq, at, user_id, slot.hex(), action, purpose, subject, outcome, details, previous.hex()))
    return sha256(_DOMAIN + text).digest() == hashed or digest(columns) == hashed


def write(
    store: Store,
    at: datetime,
    user_id: str,
    action: str,
    purpose: str,
    subject: UUID | None,
    outcome: Outcome,
    details: Mapping[str, object],
) -> Head:
    """Add the next line, signed by the acting user, and give the new head."""
    (made,) = write_each(store, at, user_id, action, purpose, outcome, ((subject, details),))
    return made


def write_each(
    store: Store,
    at: datetime,
    user_id: str,
    action: str,
    purpose: str,
    outcome: Outcome,
    subjects: Iterable[tuple[UUID | None, Mapping[str, object]]],
) -> list[Head]:
    """Add a line for each subject with its details, signed by the acting user, and give the new heads."""
    last, rows, heads = head(store), [], []
    for subject, details in subjects:
        row = (
            last.seq + 1,
            stamp(at),
            user_id,
            store.signer.slot_id.bytes,
            action,
            purpose,
            subject.bytes if subject else None,
            outcome.value,
            json.dumps(details, sort_keys=True, separators=(",", ":")),
            last.hash,
        )
        last = Head(last.seq + 1, digest(row))
        rows.append(row)
        heads.append(last)
    signatures = store.signer.sign_each("audit", [line.hash for line in heads])
    for row, line, signature in zip(rows, heads, signatures, strict=True):
        store.insert(_Q.add, **dict(zip(COLUMNS, row, strict=True)), hash=line.hash, signature=signature)
    return heads


def head(store: Store) -> Head:
    """Give the last line's number and hash; number 0 when there is none yet."""
    row = store.one(_Q.head)
    return START if row is None else Head(row["seq"], row["hash"])


def is_of_run_alone(store: Store, seq: int, run: UUID) -> bool:
    """Tell whether the log went on after a line, and with lines of one run alone: nobody else did anything."""
    return bool(store.one(_Q.of_run_alone, seq=seq, run=run.hex)["alone"])


def last_trusted(store: Store) -> datetime | None:
    """Give the moment of the last line whose clock the log did not contradict; None before the first."""
    row = store.one(_Q.last_trusted)
    return None if row is None else moment(row["at"])


def last_trusted_before(store: Store, before: datetime) -> datetime | None:
    """Give the moment of the last such line before a moment."""
    row = store.one(_Q.last_trusted_before, before=stamp(before))
    return None if row is None else moment(row["at"])


def every(store: Store) -> Iterator[AuditLine]:
    """Give all lines, oldest first."""
    return map(_line, store.all(_Q.since, seq=1))


def explanations(store: Store, after: int) -> Iterator[AuditLine]:
    """Give the lines after a number on a restored backup or an accepted register, newest first."""
    return map(_line, store.all(_Q.explanations, after=after))


def of_run(store: Store, run: UUID, action: str, step: str) -> AuditLine | None:
    """Give the line that a run left of one of its steps; None where there is none."""
    row = store.one(_Q.of_run, run=run.hex, action=action, step=step)
    return None if row is None else _line(row)


def has_head(store: Store, seen: Head) -> bool:
    """Tell whether a head that was seen before is still in the chain."""
    row = store.one(_Q.hash_at, seq=seen.seq)
    return row is not None and row["hash"] == seen.hash


class LogPart(NamedTuple):
    """Lines of the log: about a client, by a user, from an instant until before another; None leaves it open."""

    subject: UUID | None = None
    user: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def page(store: Store, part: LogPart, most: int, skip: int) -> tuple[AuditLine, ...]:
    """Give lines of a part of the log, newest first."""
    window = {
        "user": part.user,
        "since": None if part.since is None else stamp(part.since),
        "until": None if part.until is None else stamp(part.until),
        "most": most,
        "skip": skip,
    }
    if part.subject is None:
        return tuple(map(_line, store.all(_Q.page, **window)))
    return tuple(map(_line, store.all(_Q.of_subject, subject=part.subject.bytes, **window)))


def did_since(store: Store, user_id: str, since: datetime, actions: Collection[str]) -> bool:
    """Tell whether a user carried one of these actions out since a moment."""
    for row in store.all(_Q.newest):
        if moment(row["at"]) < since:
            return False
        if row["user_id"] == user_id and row["action"] in actions and row["outcome"] == Outcome.DONE:
            return True
    return False


def subjects_since(store: Store, user_id: str, since: datetime, most: int) -> tuple[UUID, ...]:
    """Give the clients that a user did something about since a moment, the last first, each once; at most so many."""
    subjects: dict[UUID, None] = {}
    for row in store.all(_Q.newest):
        if moment(row["at"]) < since or len(subjects) >= most:
            break
        if row["user_id"] == user_id and row["subject"] is not None:
            subjects.setdefault(UUID(bytes=row["subject"]))
    return tuple(subjects)


def registered_at(store: Store, client: Client, user_id: str, since: datetime) -> datetime | None:
    """Give the instant at which a user first registered a client by hand, if that was since a moment."""
    row = store.one(_Q.registered, subject=client.uuid.bytes, user=user_id, since=stamp(since))
    return None if row is None else moment(row["at"])


def looks(store: Store, client: Client) -> tuple[Look, ...]:
    """Give the actions about one client, oldest first, by role and never by name."""
    from wkc.store.core import break_glass

    reasons = break_glass.reasons(store, client)
    return tuple(
        Look(moment(row["at"]), row["action"], row["role"], row["purpose"], reasons.get(row["seq"]))
        for row in store.all(_Q.looks, subject=client.uuid.bytes)
    )


def find_verification(store: Store) -> AuditLine | None:
    """Find the last line in which the acting user's slot recorded up to which line the log was intact."""
    row = store.one(_Q.verified_by, slot=store.signer.slot_id.bytes)
    return None if row is None else read_line(row)


def chain(
    store: Store, wanted: Callable[[int, str, str], bool], before: Head = START, after: Head = START
) -> Iterator[AuditLine]:
    """Check the place and the hash of every line, from the first on, and give those that are wanted.

    `wanted` is asked by number, action and details as JSON. The head `before` must be in the chain; the lines up to the
    head `after` are left out, and the next must follow it. errors.AuditBroken at the first line that does not fit.
    """
    seq, last = after.seq, after.hash
    for columns in store.tuples(_Q.since, seq=after.seq + 1):
        before_seq, hashed = seq, columns[_HASH]
        seq = columns[0]
        if seq != before_seq + 1 or columns[_PREVIOUS] != last or not fits(columns[:_HASH], hashed):
            raise AuditBroken(seq=before_seq + 1)
        if seq == before.seq and hashed != before.hash:
            raise AuditBroken(seq=seq)
        last = hashed
        if wanted(seq, columns[_ACTION], columns[_DETAILS]):
            yield _line(dict(zip(_EVERY, columns, strict=True)))
    if seq < before.seq:
        raise AuditBroken(seq=seq + 1)


def read_line(row: Any) -> AuditLine:
    """Give the line of a row whose hash fits; errors.AuditBroken for one that was changed."""
    if not fits(_hashed_columns(row), row["hash"]):
        raise AuditBroken(seq=row["seq"])
    return _line(row)


def last_used(store: Store) -> dict[str, datetime]:
    """Give when each user did something last, by USER ID."""
    return {row["user_id"]: moment(row["at"]) for row in store.all(_Q.last_used)}


def list_of_others(store: Store, by: str, since: datetime) -> list[int]:
    """Give the numbers of the lines about dossiers since a moment, by others than one user."""
    return [row["seq"] for row in store.all(_Q.of_others, by=by, since=stamp(since))]


def list_drawn(store: Store, by: str) -> list[int]:
    """Give the numbers of the lines that a user drew to look over; none once that is done."""
    row = store.one(_Q.drawn, by=by)
    return [] if row is None or row["drawn"] is None else list(json.loads(row["drawn"]))


def by_numbers(store: Store, numbers: Collection[int]) -> tuple[AuditLine, ...]:
    """Give lines by their numbers, in order."""
    return tuple(map(_line, store.all(_Q.by_numbers, numbers=json.dumps(list(numbers)))))


def _line(row: Any) -> AuditLine:
    subject = row["subject"]
    return AuditLine(
        row["seq"],
        moment(row["at"]),
        row["user_id"],
        UUID(bytes=row["slot"]),
        row["action"],
        row["purpose"],
        UUID(bytes=subject) if subject else None,
        Outcome(row["outcome"]),
        json.loads(row["details"]),
        row["previous"],
        row["hash"],
        row["signature"],
    )


def is_handed_out(store: Store, client: Client, request_number: str) -> bool:
    """Tell whether the copy that a request of a client asks for was made for handing out."""
    return store.one(_Q.handed_out, subject=client.uuid.bytes, request=request_number) is not None
