"""The register of processing activities (AVG 30): the facts that it is made from."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from wkc.records.audit import Head
from wkc.records.field import Field
from wkc.records.party import Houder, Party, PartyProfile


class ProcessingFacts(Struct, frozen=True):
    """The facts of the register of processing: the office, the fields of annex I, the settings, the parties.

    `received` are the kinds of recipient that a disclosure went to, never how often; `settings` are those in force.
    """

    houder: Houder
    settings: Mapping[str, str]
    fields: tuple[Field, ...]
    parties: tuple[tuple[Party, PartyProfile], ...]
    received: tuple[str, ...]
    head: Head
    made_at: datetime
