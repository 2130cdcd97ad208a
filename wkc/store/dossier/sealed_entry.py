"""The envelope of a value of a sealed class: its field, origin and day sealed together with it (art. 4, AVG 9 and 10).

A holder of the register key can read rows with other tools; of such a value the row has no more than the client and
the instant of recording.
"""

import json
from datetime import date
from typing import Any
from uuid import UUID

from msgspec import Struct

from wkc.records.dossier import Client, Provenance
from wkc.records.field import Field, Value
from wkc.records.party import Party
from wkc.store.dossier import party as parties
from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("dossier/sealed_entry")
PLACE = "entry.content"
"""The place that an envelope is sealed for; a value from when values alone were sealed is sealed for its field."""


class OpenedEnvelope(Struct, frozen=True):
    """An envelope that was opened: the field, the value and its source."""

    field: str
    value: str | None
    provenance: Provenance


def seal(store: Store, client: Client, uuid: UUID, field: Field, value: Value, source: Provenance) -> bytes | None:
    """Seal a value together with its field and its source."""
    facts = {
        "field": field.code,
        "value": value.text,
        "source": source.source,
        "basis": source.basis,
        "party": source.party.uuid.hex if source.party else None,
        "obtained_on": source.obtained_on.isoformat(),
        "grondslag": source.grondslag,
        "geheim": source.geheim,
        "citation": source.citation,
    }
    return store.seal(json.dumps(facts), client.uuid, uuid, PLACE)


def open_content(store: Store, client: Client, uuid: UUID, row: Any, known: dict[str, Party]) -> OpenedEnvelope | None:
    """Open the envelope of an entry; None for a user who may not. `known` keeps the parties that were read already."""
    opened = store.open(row["sealed"], client.uuid, uuid, PLACE)
    if opened is None:
        return None
    facts = json.loads(opened)
    field = facts["field"]
    value = facts.get("value") or store.open(row["sealed_value"], client.uuid, uuid, field)
    source = Provenance(
        facts["source"],
        facts["basis"],
        _party(store, facts["party"], known),
        date.fromisoformat(facts["obtained_on"]),
        facts["grondslag"],
        facts["geheim"],
        facts["citation"],
    )
    return OpenedEnvelope(field, value, source)


def _party(store: Store, uuid: str | None, known: dict[str, Party]) -> Party | None:
    if uuid is None:
        return None
    if uuid not in known:
        known[uuid] = parties.of_row(store.one(_Q.party, uuid=bytes.fromhex(uuid)))
    return known[uuid]
