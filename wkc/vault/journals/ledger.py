"""The destruction ledger: a chained, signed line for all that was removed for good (VAULT 7).

A line is on the disk before what it names is deleted, so a register that comes back old is completed from it.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec.structs import replace

from wkc.errors.ledger import LedgerDamaged
from wkc.records.audit import Head
from wkc.records.ledger import LedgerLine, Removal, RemovalKind
from wkc.vault.files import atomic, failpoints
from wkc.vault.files.home import Home, open_plain, private_umask
from wkc.vault.files.sqlite_errors import disk
from wkc.vault.keys import canonical_json, signing
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.slot import USER_ID

if TYPE_CHECKING:
    from wkc.records.crypto import Signer

START = Head(0, bytes(signing.DIGEST))
LONGEST = 1024  # octets of a line; with all 30 categories kept it has some 560
NAMES = ("n", "kind", "uuid", "kept", "run", "previous", "user", "signature")
CATEGORIES = range(1, 31)
_DOMAIN = b"wkc/1/ledger line\0"


def sign_lines(
    last: Head, removals: Iterable[Removal], run: UUID, user_id: str, signer: "Signer"
) -> tuple[LedgerLine, ...]:
    """Make the lines that follow on the last one, signed by who removes."""
    made: list[LedgerLine] = []
    for removal in removals:
        bare = LedgerLine(last.seq + 1, removal, run, last.hash, user_id, b"", b"")
        last = Head(bare.n, digest(bare))
        made.append(replace(bare, hash=last.hash))
    signatures = signer.sign_each("ledger", [line.hash for line in made])
    return tuple(replace(line, signature=signature) for line, signature in zip(made, signatures, strict=True))


def digest(line: LedgerLine) -> bytes:
    """Hash a line: SHA-256 of the domain and the canonical JSON of all before the signature."""
    return hashlib.sha256(_DOMAIN + canonical_json.dump(_to_json(line))).digest()


def read_lines(path: Path) -> Iterator[LedgerLine]:
    """Give every line of a ledger, its form and its place in the chain checked; LedgerDamaged.

    A last line without its end is one that a crash cut short: it counts for nothing. No file is an empty ledger.
    """
    last = START
    try:
        with disk(), os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
            while written := file.readline(LONGEST + 1):
                if not written.endswith(b"\n") and len(written) <= LONGEST:
                    return
                line = _parse_line(written, path, last.seq + 1)
                if line.n != last.seq + 1 or line.previous != last.hash:
                    raise LedgerDamaged(path=path, line=last.seq + 1)
                last = Head(line.n, line.hash)
                yield line
    except FileNotFoundError:
        return


def last_head(path: Path) -> Head:
    """Give the last line's number and hash, looking at the end of the file only; LedgerDamaged."""
    try:
        with disk(), os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
            size = file.seek(0, os.SEEK_END)
            begin = file.seek(max(0, size - 2 * LONGEST))
            tail = file.read()
    except FileNotFoundError:
        return START
    whole = tail[: tail.rfind(b"\n") + 1]
    if not whole and not begin:
        return START
    line = _parse_line(whole[whole.rfind(b"\n", 0, -1) + 1 :], path, "?")
    return Head(line.n, line.hash)


def append(home: Home, added: Iterable[LedgerLine]) -> None:
    """Bring lines to the disk, past the last whole one; on a disk that refuses, or interrupted, none of them stays."""
    content = b"".join(map(dump_line, added))
    with disk(), private_umask():
        opened = open_plain(home.ledger, os.O_RDWR | os.O_CREAT)
        try:
            end = _find_end(opened)
            try:
                _append_octets(opened, end, content)
                atomic.fsync(home.path)
                failpoints.failpoint("ledger folder synced")
            except BaseException:
                with suppress(OSError):
                    os.ftruncate(opened, end)
                    os.fsync(opened)
                raise
        finally:
            os.close(opened)


def rewrite(home: Home, all_lines: Iterable[LedgerLine]) -> None:
    """Write the whole ledger anew, in one rename."""
    atomic.replace(home.ledger, b"".join(map(dump_line, all_lines)))


def dump_line(line: LedgerLine) -> bytes:
    """Write a line as the file has it."""
    return canonical_json.dump({**_to_json(line), "signature": canonical_json.encode(line.signature)}) + b"\n"


def verify_line(public: bytes, vault_id: UUID, line: LedgerLine) -> bool:
    """Check that the holder of this key signed this line for this vault."""
    return line.hash == digest(line) and signing.verify_digest(public, vault_id, "ledger", line.hash, line.signature)


def _append_octets(opened: int, end: int, content: bytes) -> None:
    os.ftruncate(opened, end)
    failpoints.failpoint("ledger opened")
    while content:
        done = os.pwrite(opened, content, end)
        content, end = content[done:], end + done
    failpoints.failpoint("ledger written")
    os.fsync(opened)
    failpoints.failpoint("ledger synced")


def _find_end(opened: int) -> int:
    """Give where the last whole line ends."""
    size = os.fstat(opened).st_size
    begin = max(0, size - 2 * LONGEST)
    return begin + os.pread(opened, 2 * LONGEST, begin).rfind(b"\n") + 1


def _to_json(line: LedgerLine) -> dict[str, object]:
    return {
        "n": line.n,
        "kind": line.removal.kind.value,
        "uuid": str(line.removal.uuid),
        "kept": list(line.removal.kept),
        "run": str(line.run),
        "previous": canonical_json.encode(line.previous),
        "user": line.user_id,
    }


def _parse_line(content: bytes, path: Path, place: object) -> LedgerLine:
    try:
        members = canonical_json.take_object(canonical_json.load(content), NAMES)
        kept = tuple(map(canonical_json.take_int, canonical_json.take_list(members["kept"])))
        removal = Removal(
            RemovalKind(canonical_json.take_text(members["kind"])), canonical_json.take_uuid(members["uuid"]), kept
        )
        line = LedgerLine(
            n=canonical_json.take_int(members["n"]),
            removal=removal,
            run=canonical_json.take_uuid(members["run"]),
            previous=canonical_json.decode(members["previous"], signing.DIGEST),
            user_id=canonical_json.take_text(members["user"]),
            hash=b"",
            signature=canonical_json.decode(members["signature"], signing.SIGNATURE),
        )
        ordered = list(kept) == sorted(set(kept)) and set(kept) <= set(CATEGORIES)
        fits = ordered and (removal.kind is RemovalKind.REST or not kept) and USER_ID.fullmatch(line.user_id)
        if not fits or dump_line(line) != content:
            raise Malformed  # noqa: TRY301  (one way out for all that is wrong)
    except (Malformed, ValueError):
        raise LedgerDamaged(path=path, line=place) from None
    return LedgerLine(line.n, removal, line.run, line.previous, line.user_id, digest(line), line.signature)
