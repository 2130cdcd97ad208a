"""Art. 7 and 14.2: the whole log as lines of JSON: as it is verified, or in a shape that others read."""

import hmac
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import store_of
from wkc.procedures.io import codes, output_file
from wkc.records.audit import AuditLine, Head
from wkc.store.core import audit
from wkc.store.core import register as register_metadata
from wkc.store.retention import erased
from wkc.store.store import Store
from wkc.vault.files.sqlite_errors import translated

OWN, LDV, NEN7513, READ = FORMATS = ("wkc", "ldv", "nen7513", "ldv_lezen")
"""The lines themselves, to be verified; the Logboek Dataverwerkingen of Logius; its extensions NEN 7513 and Lezen."""

Write: TypeAlias = Callable[[Iterable[AuditLine]], Iterator[bytes]]

DOMAIN = b"wkc/1/subject of an exported line\0"
"""The first octets of what is digested, so that a pseudonym is no digest of anything else under the same key."""


class ExportedLog(Struct, frozen=True):
    """The place where the log was written to, and its last line there."""

    path: Path
    head: Head


def export(session: Session, path: Path, form: str, *, force: bool) -> ExportedLog:
    """Write the whole log, a JSON object on each line, or as one object (ldv_lezen); errors.OutputExists.

    In the shapes for others a subject is a pseudonym: HMAC-SHA-256 of the client's uuid, under a key that only the
    register has. The same person has the same one in each export; without the key it tells nobody who that is.
    """
    form = codes.parse_code(form, FORMATS)
    output_file.check(path, session.home.path, force=force)
    with act(session, "audit.export") as action:
        head = audit.head(action.store)
        action.details |= {"seq": head.seq, "format": form}
        write = _writer(action.store, form)
    with session.opened() as register, translated(register.path):
        lines = takewhile(lambda line: line.seq <= head.seq, audit.every(store_of(register)))
        # The log is written line by line, never in memory as a whole: no digest of it is known before it is there.
        output_file.write_parts(path, write(lines), lambda: None, state=session.environment.state(), force=force)
    return ExportedLog(path, head)


def _writer(store: Store, form: str) -> Write:
    """Give how lines are written; the key of pseudonyms is made when it is wanted first."""
    from wkc.documents import audit_log

    if form == OWN:
        return partial(map, audit_log.as_line)
    key = erased.key(store)
    if key is None:
        key = os.urandom(32)
        erased.put_key(store, key)
    houder = register_metadata.houder(store)
    source = audit_log.Source(houder.kvk, houder.name, store.signer.vault_id.hex, form == NEN7513)
    if form == READ:
        return lambda lines: audit_log.as_read(((line, _pseudonym(key, line)) for line in lines), source)
    return partial(map, lambda line: audit_log.as_span(line, source, _pseudonym(key, line)))


def _pseudonym(key: bytes, line: AuditLine) -> str | None:
    return None if line.subject is None else hmac.digest(key, DOMAIN + line.subject.bytes, "sha256").hex()
