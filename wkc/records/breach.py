"""A datalek: a breach of personal data, whom it reached, and who was notified (AVG 4.12, 33 and 34)."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from wkc.records.audit import Head
from wkc.records.field import Field
from wkc.records.party import Houder


class BreachKind(StrEnum):
    """The kind of a breach, in the words of the AP's form."""

    VERLIES = "verlies"
    DIEFSTAL = "diefstal"
    VERKEERD_VERZONDEN = "verkeerd_verzonden"
    ONBEVOEGD_INZIEN = "onbevoegd_inzien"
    AANVAL = "aanval"
    VERNIETIGING = "vernietiging"
    OVERIG = "overig"


class BreachRuling(Struct, frozen=True):
    """The decision on a breach: whether the AP hears of it, and the people, each with reasons (None where withheld)."""

    report_ap: bool
    ap_reasons: str | None
    notify_persons: bool
    persons_reasons: str | None
    at: datetime
    by: str


class BreachAspect(StrEnum):
    """The aspect of security that a breach is of (AVG 4.12): who saw it, whether it is right, whether it is there."""

    VERTROUWELIJKHEID = "vertrouwelijkheid"
    INTEGRITEIT = "integriteit"
    BESCHIKBAARHEID = "beschikbaarheid"


class Unreadable(StrEnum):
    """The readability of the data for those who got them: encrypted, the people need not be told (AVG 34.3.a)."""

    JA = "ja"
    NEE = "nee"
    DEELS = "deels"


class Severity(StrEnum):
    """The gravity of a breach for the people, as the office judges it (AVG 33.3.c)."""

    VERWAARLOOSBAAR = "verwaarloosbaar"
    BEPERKT = "beperkt"
    AANZIENLIJK = "aanzienlijk"
    GROOT = "groot"


class BreachAccount(Struct, frozen=True, forbid_unknown_fields=True):
    """A breach in the words that the AP and the people read (AVG 33.3, 34.2).

    What happened, what may come of it, what the office does about it, and what people can do themselves.
    `abroad` tells whether people of other member states are among them (AVG 4.23); `late` is why the AP hears of it
    after the 72 hours (33.1). None is what is not known yet.
    """

    nature: str
    consequences: str
    measures: str
    advice: str
    aspects: tuple[BreachAspect, ...] | None = None
    unreadable: Unreadable | None = None
    severity: Severity | None = None
    abroad: bool | None = None
    late: str | None = None


class ReachedPerson(Struct, frozen=True):
    """A client whom a breach reached, by dossier number, and the categories of annex I that it was about."""

    client: str
    categories: tuple[int, ...]


class ReachedParty(Struct, frozen=True):
    """An opdrachtgever to notify: by when its agreement says, None without one; and when that was done."""

    party: str
    due_at: datetime | None
    notified_at: datetime | None


class Breach(Struct, frozen=True):
    """A breach on file. Instants are UTC; `from_at` and `until_at` say when it happened, as far as that is known.

    `persons` are those with a dossier, `gone` counts the others. `events`, `end` and `account` are None where
    withheld or not yet.
    """

    id: int
    uuid: UUID
    number: str
    kind: BreachKind
    known_at: datetime
    from_at: datetime | None
    until_at: datetime | None
    events: str | None
    ruling: BreachRuling | None
    ap_reported_at: datetime | None
    persons_notified_at: datetime | None
    closed_at: datetime | None
    end: str | None
    gone: int
    persons: tuple[ReachedPerson, ...]
    parties: tuple[ReachedParty, ...]
    recorded_at: datetime
    recorded_by: str
    account: BreachAccount | None = None


class BreachFile(Struct, frozen=True):
    """The facts that the answers for the AP are made from: the breach, the houder, the settings, and who hears of it.

    `ap_until` is the end of the 72 hours. `parties` are opdrachtgevers with their role, `letters` counts those that
    went to people, `fields` are those of annex I. `head` is the audit log's, `made_at` UTC.
    """

    breach: Breach
    houder: Houder
    settings: Mapping[str, str]
    ap_until: datetime
    parties: tuple[tuple[str, str | None], ...]
    letters: int
    fields: tuple[Field, ...]
    head: Head
    made_at: datetime
