"""The nouns of the model: what stands in a dossier, and a request; plain Python."""

from dataclasses import dataclass, field
from datetime import date, datetime

from tests.faults.model import law
from tests.faults.model.law import DAY


@dataclass
class Entry:
    field: str
    value: str
    by: str
    at: datetime
    secret: bool = False
    replaces: "Entry | None" = None
    """The value that this one took the place of: where this one was a mistake, that one holds again."""
    closed: bool = False
    """Whether another value took its place: it stays in the dossier, and goes to nobody."""

    @property
    def field_class(self) -> str:
        return law.FIELDS[self.field][1]

    @property
    def category(self) -> int:
        return law.FIELDS[self.field][0]


@dataclass
class Contact:
    on: date
    kind: str
    at: datetime
    by: str
    withdrawn: bool = False


@dataclass
class Consent:
    recipient: str
    purpose: str
    categories: tuple[int, ...]
    how: str
    from_on: date
    by: str
    at: datetime
    withdrawn_on: date | None = None


@dataclass
class Hold:
    categories: frozenset[int]
    from_on: date
    until: date
    by: str
    at: datetime
    released: bool = False


@dataclass
class Mandate:
    """Somebody who acts for a client, by a paper that was seen."""

    capacity: str
    name: str
    from_on: date
    until: date | None
    seen_on: date
    by: str
    at: datetime
    withdrawn_on: date | None = None

    def is_in_force(self, on: date) -> bool:
        """Art. 11.5, BW 3:72: within its days, and not withdrawn."""
        ended = (self.until is not None and on > self.until) or (
            self.withdrawn_on is not None and on >= self.withdrawn_on
        )
        return self.from_on <= on and not ended


@dataclass
class Made:
    """Something of which only who wrote it down and when matters."""

    by: str
    at: datetime


@dataclass
class Request:
    client: str
    kind: str
    received: date
    state: str = "ontvangen"
    asked: date | None = None
    proven: date | None = None
    extended: date | None = None
    decision: str | None = None
    told: date | None = None
    withdrawn: date | None = None
    handed: bool = False
    mandate: Mandate | None = None
    """By which somebody else asks."""
    before: date = date.min
    """The day of the last step."""
    by: str = ""
    """The user who took it in."""

    @property
    def is_open(self) -> bool:
        favoured = self.state == "medegedeeld" and self.decision == "toegewezen"
        return favoured or self.state in {"ontvangen", "identiteit_gevraagd", "geidentificeerd", "besloten"}

    def stop(self, on: date) -> None:
        """Nobody asks any longer."""
        self.state, self.withdrawn = "ingetrokken", max(on, self.received)

    @property
    def is_undecided(self) -> bool:
        return self.decision is None and self.withdrawn is None

    def keeps(self, today: date) -> tuple[date, date | None]:
        """The first and last day on which it keeps the dossier; None while no end is known (DESIGN §10)."""
        if self.is_open:
            return self.received, None
        if self.withdrawn or self.told is None:
            return self.received, (self.withdrawn or today) - DAY
        return self.received, law.add_months(self.told, 2)


@dataclass
class Dossier:
    number: str
    coach: str | None
    name: str
    born: str
    bsn: str
    assigned: date
    counted: date
    assignments: dict[str, date | None]
    entries: list[Entry]
    contacts: dict[int, Contact] = field(default_factory=dict)
    consents: dict[int, Consent] = field(default_factory=dict)
    holds: dict[int, Hold] = field(default_factory=dict)
    mandates: dict[int, Mandate] = field(default_factory=dict)
    disclosures: dict[int, Made] = field(default_factory=dict)
    announced: tuple[date, date] | None = None
    """The day of the announcement, and the day from which it comes."""
    shared: bool = False
    """Whether somebody else got data of it."""
    rest: bool = False
    """Whether only what a hold keeps is left of it."""
    uuid: str = ""
    is_told: bool = False
    """Whether the client knows who supplied the data (AVG 14)."""
    died: date | None = None
    joined: "Dossier | None" = None
    """The dossier whose number leads to this one."""
    is_grown: bool = False
    """Whether anything was written down in it since then."""

    def current(self, name: str) -> list[Entry]:
        """Give the values of a field that hold now."""
        return [one for one in self.entries if one.field == name and not one.closed]

    def is_dead(self, on: date) -> bool:
        """Art. 10, 11.1 and 12.1: the rights end with the person, after the day of death."""
        return self.died is not None and on > self.died

    def recount(self) -> None:
        """Art. 10: from the last contact or assignment; a later day takes an announcement back."""
        days = [one.on for one in self.contacts.values() if one.kind in law.RESTARTS and not one.withdrawn]
        counted = max([self.assigned, *days])
        if counted > self.counted:
            self.announced = None
        self.counted = counted
