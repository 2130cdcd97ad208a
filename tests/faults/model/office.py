"""The office as it must be: dossiers, requests, consents and holds, and what becomes of them; plain Python."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tests.faults.model import law
from tests.faults.model.law import DAY, Use
from tests.faults.model.nouns import Consent, Contact, Dossier, Entry, Hold, Made, Mandate, Request

DONE, REFUSED, NOT_PERMITTED, NOT_FOUND, INVALID, SIGNED_OUT, LATE = 0, 3, 4, 5, 6, 7, 10
"""The families of outcomes, each with its exit code."""

EVERYTHING = frozenset(range(31))
"""The thirty categories, and 0 for what is held besides."""


@dataclass
class Office:
    """Users by role, dossiers and requests by number; `today` and `now` are moved by the machine."""

    users: dict[str, str]
    now: datetime
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    requests: dict[str, Request] = field(default_factory=dict)
    revoked: set[str] = field(default_factory=set)
    given: dict[str, int] = field(default_factory=dict)
    worked: set[date] = field(default_factory=set)
    before: dict[str, tuple[Dossier, Dossier, tuple[str, ...], str]] = field(default_factory=dict)
    """Of a dossier that another leads to: both as they were, the requests of the other, and all of it now."""

    @property
    def today(self) -> date:
        return self.now.date()

    def count(self, noun: str) -> int:
        """The next number of a noun: through the register, and never twice."""
        self.given[noun] = self.given.get(noun, 0) + 1
        return self.given[noun]

    def peek(self, noun: str) -> int:
        return self.given.get(noun, 0) + 1

    def enter(self, user: str, command: str, number: str | None = None, *, reason: bool = False) -> int:
        """Art. 7 and 14.1: DONE, or why this user may not do this at all or in this dossier."""
        if user in self.revoked:
            return SIGNED_OUT
        role = self.users[user]
        scope = law.MAY[command].get(role, law.NONE)
        if scope == law.NONE:
            return NOT_PERMITTED
        dossier = self.dossiers.get(number or "")
        if number is None or (dossier and scope == law.ALL):
            return DONE
        own = dossier is not None and scope == law.OWN and dossier.coach == user
        opened = dossier is not None and reason and (command in law.FOR_A_REASON or scope == law.ONE)
        return DONE if own or opened else NOT_FOUND

    def visible(self, user: str) -> set[str]:
        """The dossiers on a user's list."""
        own = law.MAY["client list"].get(self.users[user]) == law.OWN
        return {one.number for one in self.dossiers.values() if not own or one.coach == user}

    def entries(self, user: str, number: str) -> list[tuple[str, str, bool]]:
        """What a user sees of a dossier: the classes of the role."""
        seen = law.SEEN[self.users[user]]
        held = self.dossiers[number].entries
        return sorted((one.field, one.value, one.closed) for one in held if one.field_class in seen)

    def requests_of(self, number: str) -> list[Request]:
        return [one for one in self.requests.values() if one.client == number]

    def open_requests(self, user: str) -> dict[str, tuple[str, str]]:
        """The requests on a user's list with both last days."""
        listed = ((number, one) for number, one in self.requests.items() if one.is_open)
        seen = self.visible(user)
        return {
            number: tuple(map(date.isoformat, law.answer_by(one.received, one.asked, one.proven, one.extended)))  # type: ignore[misc]
            for number, one in listed
            if one.client in seen
        }

    # Art. 10

    def _blocks(self, dossier: Dossier) -> Iterator[tuple[frozenset[int], date, date | None]]:
        for hold in dossier.holds.values():
            yield hold.categories, hold.from_on, hold.until
        for request in self.requests_of(dossier.number):
            yield (EVERYTHING, *request.keeps(self.today))

    def is_kept(self, dossier: Dossier, category: int = 0) -> bool:
        """Whether a duty keeps a value, or a row that is none, from who would call it a mistake (DESIGN §8)."""
        keeping = (one for one in dossier.holds.values() if category in one.categories)
        return any(one.from_on <= self.today <= one.until for one in keeping)

    def kept(self, dossier: Dossier, day: date) -> frozenset[int]:
        """The categories that may not go on a day: of holds, open requests and appeal days; the name with them."""
        in_force = [
            what for what, first, last in self._blocks(dossier) if first <= day and (last is None or day <= last)
        ]
        kept = frozenset[int]().union(*in_force)
        return kept | {1} if kept else kept

    def fate(self, dossier: Dossier) -> tuple[str, date] | None:
        """What is to come of a dossier today, and since when it should: None, announce, waits, held or destroy."""
        today = self.today
        first_day = law.five_years_after(dossier.counted) + DAY
        if today < first_day - law.NOTICE * DAY:
            return None
        present, kept = self.present(dossier), self.kept(dossier, today)
        ends = sorted(last + DAY for _what, _first, last in self._blocks(dossier) if last is not None)
        if kept and not present - kept:
            free = next((day for day in ends if day > today and present - self.kept(dossier, day)), None)
            if free is None or today < free - law.NOTICE * DAY:
                return "held", first_day
        else:
            goes = present - kept
            free = max(
                (
                    last + DAY
                    for what, _first, last in self._blocks(dossier)
                    if last and last < today and (what | {1}) & goes
                ),
                default=first_day,
            )
        since = max(first_day, free)
        if dossier.announced is None or dossier.announced[1] < since:
            return "announce", since
        told, comes = dossier.announced
        if today < max(since, comes, told + law.WARNING * DAY) or not any(told < day < today for day in self.worked):
            return "waits", since
        return "destroy", since

    def present(self, dossier: Dossier) -> frozenset[int]:
        """What there is of a dossier: its categories, and 0 for assignments, contacts and the like."""
        if not list(self._blocks(dossier)):
            return EVERYTHING
        return frozenset(one.category for one in dossier.entries) | {0}

    def is_late(self) -> bool:
        """Whether a dossier should have gone and still waits."""
        fates = [self.fate(one) for one in self.dossiers.values() if not one.rest]
        return any(fate is not None and fate[0] in {"announce", "waits"} and fate[1] < self.today for fate in fates)

    def destroy(self, dossier: Dossier) -> None:
        """The dossier goes, but for what is kept."""
        kept = self.kept(dossier, self.today)
        self.requests = {number: one for number, one in self.requests.items() if one.client != dossier.number}
        if not kept:
            del self.dossiers[dossier.number]
            return
        dossier.rest = True
        dossier.entries = [one for one in dossier.entries if one.category in kept]
        dossier.contacts, dossier.consents, dossier.announced = {}, {}, None

    # Art. 8

    def judge(self, user: str, dossier: Dossier, use: Use) -> tuple[str, list[tuple[str, str]]]:
        """The outcome of a disclosure and what goes, by art. 8 in the order of DESIGN §7."""
        left = [one for one in dossier.entries if one.category in use.categories and not (one.secret or one.closed)]
        found, left = self._ground(dossier, use, left)
        cited = use.ground == "wettelijk_voorschrift"
        left = [one for one in left if one.field != "burgerservicenummer" or (cited and use.covers_bsn)]
        if use.ground != "toestemming":
            left = [one for one in left if one.field_class not in law.SEALED or (cited and use.covers_sealed)]
        outcomes = {found}
        if cited and any(one.field_class in law.SEALED and one.field != "gezondheid" for one in left):
            outcomes.add("beheerder_beslist")  # WIA is known to be about health
        objecting = any(
            one.kind in {"bezwaar", "verwijdering"} and one.is_undecided for one in self.requests_of(dossier.number)
        )
        if objecting and use.ground in {"doel", "dringende_reden"}:
            outcomes.add("beheerder_beslist")
        if self.users[user] == "medewerker" or not left:
            outcomes.add("geweigerd")
        outcome = next(one for one in ("geweigerd", "beheerder_beslist", "toegestaan") if one in outcomes)
        return outcome, [] if outcome == "geweigerd" else sorted((one.field, one.value) for one in left)

    def _ground(self, dossier: Dossier, use: Use, left: list[Entry]) -> tuple[str, list[Entry]]:
        if use.ground == "dringende_reden":
            return "beheerder_beslist", left
        if use.ground == "wettelijk_voorschrift":  # WIA: a law of UWV on annex III, and of nobody else
            return "toegestaan" if use.recipient == "UWV" else "beheerder_beslist", left
        if use.ground == "doel":
            current = any(until is None or self.today <= until for until in dossier.assignments.values())
            if not law.fits_purpose(use, current=current):
                return "geweigerd", left
            return "toegestaan", [one for one in left if one.category in law.PURPOSES[use.purpose or ""]]
        valid = [
            one
            for one in dossier.consents.values()
            if (one.recipient, one.purpose) == (use.recipient, use.purpose)
            and one.from_on <= self.today
            and (one.withdrawn_on is None or self.today < one.withdrawn_on)
        ]
        if not valid:
            return "geweigerd", left
        left = [
            one for one in left if any(law.consent_covers(given.how, given.categories, one.field) for given in valid)
        ]
        sealed = any(one.field_class in law.SEALED for one in left)
        free = law.RECIPIENTS[use.recipient] not in {"werkgever", "opdrachtgever"}
        return "toegestaan" if free or not sealed else "beheerder_beslist", left

    def can_consent(self, dossier: Dossier) -> bool:
        """AVG 7, BW 1:381: not who died, nor who has a curator."""
        curators = (one for one in dossier.mandates.values() if one.capacity == "curator")
        return not dossier.is_dead(self.today) and not any(one.is_in_force(self.today) for one in curators)

    def may_take_back(self, user: str, row: Contact | Entry | Consent | Hold | Mandate | Made) -> bool:
        """Art. 14.2: who typed a row takes it back within a day; the beheerder always."""
        own = row.by == user and self.now - row.at <= timedelta(hours=24)
        return own or self.users[user] == "beheerder"
