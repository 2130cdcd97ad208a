"""The metadata of the register: its vault, its settings, its slots."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from wkc.errors.vault import RegisterDamaged, RegisterNewer, RegisterOlder
from wkc.records.address import print_town
from wkc.records.party import Houder
from wkc.records.user import SlotKeys, Wrap
from wkc.store.queries import queries, schema, version, version_of
from wkc.store.store import Store, moment, stamp

_Q = queries("core/register")


def create(connection: Any) -> None:
    """Make the tables of a new register in one transaction, so that the disk is waited for once; none may be open."""
    connection.executescript(f"BEGIN;\n{schema()}\nCOMMIT;")


def check(connection: Any, path: Path, vault: UUID, generation: int) -> None:
    """Refuse another schema than ours, and a file of another vault or generation (VAULT 3.5)."""
    version_in_file = version_of(connection)
    if version_in_file > version():
        raise RegisterNewer(version=version_in_file)
    if version_in_file < 1 or _identity(connection) != (vault, generation):
        raise RegisterDamaged(path=path)
    if version_in_file < version():
        raise RegisterOlder(version=version_in_file)


def identity(store: Store) -> tuple[UUID, int]:
    """Give the vault and generation that a file says it belongs to."""
    known = _identity(store.connection)
    if known is None:
        raise LookupError("the register does not say which vault it belongs to")
    return known


def newer(store: Store) -> int:
    """Give the number of a schema that is newer than ours, else 0."""
    version_in_file = version_of(store.connection)
    return version_in_file if version_in_file > version() else 0


def put_vault(store: Store, vault: UUID, generation: int, at: datetime) -> None:
    """Write down which vault this is."""
    store.insert(_Q.put_vault, vault=vault.bytes, generation=generation, at=stamp(at))


def put_generation(store: Store, generation: int) -> None:
    """Write down which generation this file is from now on."""
    store.run(_Q.put_generation, generation=generation)


def put_settings(store: Store, settings: Mapping[str, str]) -> None:
    """Set settings, new or changed."""
    store.settings_changed = True
    for name, value in settings.items():
        store.run(_Q.put_setting, name=name, value=value)


def settings(store: Store) -> dict[str, str]:
    """Give all settings."""
    return {row["name"]: row["value"] for row in store.all(_Q.settings)}


def houder(store: Store) -> Houder:
    """Give the houder as its papers name it."""
    known = settings(store)
    return Houder(
        known["houder.name"],
        known["houder.place"],
        known.get("houder.kvk", ""),
        print_town(known["houder.address"]) if "houder.address" in known else None,
        known.get("houder.contact"),
        known["reglement.name"],
        date.fromisoformat(known["reglement.date"]),
        known.get("houder.signer"),
        known.get("houder.function"),
    )


def add_slot(store: Store, slot: SlotKeys, at: datetime) -> None:
    """Remember a slot for good."""
    store.insert(
        _Q.add_slot,
        slot=slot.slot_id.bytes,
        user_id=slot.user_id,
        kind=slot.kind,
        x25519=slot.x25519,
        ed25519=slot.ed25519,
        at=stamp(at),
    )
    if slot.wrap is not None:
        put_wrap(store, slot.slot_id, Wrap(slot.wrap))


def put_codes_due(store: Store, user_id: str, at: datetime) -> None:
    """Write down that new recovery codes are due, because a beheerder who knows them has left."""
    store.run(_Q.put_codes_due, user_id=user_id, at=stamp(at))


def codes_due(store: Store) -> tuple[str, datetime] | None:
    """Give the USER ID of who left with the recovery codes, and when; None where no new ones are due."""
    row = store.one(_Q.codes_due)
    return None if row is None else (row["user_id"], moment(row["since"]))


def clear_codes_due(store: Store) -> None:
    """Write down that there are new recovery codes."""
    store.run(_Q.codes_made)


def put_wrap(store: Store, slot_id: UUID, wrap: Wrap) -> None:
    """Remember how a slot is wrapped."""
    store.run(_Q.put_wrap, slot=slot_id.bytes, digest=wrap.digest, before=wrap.before)


def wrap(store: Store, slot_id: UUID) -> Wrap | None:
    """Give how a slot is wrapped; None where the register does not know it yet."""
    row = store.one(_Q.wrap, slot=slot_id.bytes)
    return None if row is None else Wrap(row["digest"], row["before"])


def slots(store: Store) -> Iterator[SlotKeys]:
    """Give every slot there ever was."""
    return map(_slot, store.all(_Q.slots))


def slot(store: Store, slot_id: UUID) -> SlotKeys | None:
    """Give one slot, or None when it is unknown here."""
    row = store.one(_Q.slot, slot=slot_id.bytes)
    return None if row is None else _slot(row)


def read_sign_in_position(store: Store, user_id: str) -> int:
    """Give the position up to which a user has seen the failed sign-ins, in bytes of their file."""
    row = store.one(_Q.signins_read, user_id=user_id)
    return 0 if row is None else int(row["position"])


def put_signins_read(store: Store, user_id: str, position: int) -> None:
    """Remember the position up to which a user has seen the failed sign-ins."""
    store.run(_Q.put_signins_read, user_id=user_id, position=position)


def withdraw_slots(store: Store, user_id: str, at: datetime) -> int:
    """Withdraw every slot that a user still has; gives how many."""
    return store.run(_Q.withdraw_slots, user_id=user_id, at=stamp(at))


def withdraw_slot(store: Store, slot_id: UUID, at: datetime) -> None:
    """Withdraw one slot, if it is not yet."""
    store.run(_Q.withdraw_slot, slot=slot_id.bytes, at=stamp(at))


def _identity(connection: Any) -> tuple[UUID, int] | None:
    row = connection.execute(_Q.identity).fetchone()
    return None if row is None else (UUID(bytes=row["vault"]), row["generation"])


def _slot(row: Any) -> SlotKeys:
    withdrawn = row["withdrawn_at"] is not None
    slot_id = UUID(bytes=row["slot"])
    return SlotKeys(slot_id, row["user_id"], row["kind"], row["x25519"], row["ed25519"], withdrawn)
