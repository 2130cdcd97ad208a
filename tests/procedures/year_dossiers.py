"""Made-up dossiers with all that a year's figures count: requests, disclosures, looks, an end; as rows and lines."""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from wkc.records.audit import Outcome
from wkc.records.dossier import Client
from wkc.store.core import audit
from wkc.store.dossier import client as clients
from wkc.store.retention import destruction
from wkc.store.store import stamp

FIRST, LAST = date(2022, 1, 1), date(2026, 11, 22)
KINDS = ("inzage", "afschrift", "verbetering", "aanvulling", "verwijdering", "beperking", "bezwaar", "overdracht")
REFUSALS = ("identiteit", "rechten_van_anderen", "gegeven_is_juist")
GROUNDS = ("doel", "wettelijk_voorschrift", "toestemming", "dringende_reden")
RECIPIENTS = ("opdrachtgever", "instantie", "werkgever", "derde")


@dataclass
class Asked:
    """A request as it was generated."""

    kind: str
    received: date
    asked: date | None
    identified: date | None
    extended: date | None
    told: date | None
    decision: str | None
    refusal: str | None
    withdrawn: bool


@dataclass
class Dossier:
    """A dossier as it was generated, with what happened to it."""

    made: date
    gone: date | None = None
    since: date | None = None
    reason: str = "termijn"
    requests: list[Asked] = field(default_factory=list)
    disclosures: list[tuple[str, str, str, bool | None, date]] = field(default_factory=list)
    looks: list[tuple[date, bool]] = field(default_factory=list)
    lines: list[tuple[str, date, dict[str, object]]] = field(default_factory=list)


def generate(chance: random.Random) -> Dossier:
    """Make up a dossier: requests, disclosures, looks and lines, and for some an end."""

    def some_day(least: date, most: date = LAST) -> date:
        return least + timedelta(days=chance.randint(0, max(0, (most - least).days)))

    made = some_day(FIRST)
    one = Dossier(made)
    if chance.random() < 0.3:
        one.gone = some_day(made)
        one.reason = chance.choice(["termijn", "termijn", "verzoek", "vergissing"])
        one.since = one.gone - timedelta(days=chance.choice([0, 0, 3, 30, 31, 90]))
    last = one.gone or LAST
    for _ in range(chance.choice([0, 0, 1, 1, 2])):
        received = some_day(made, last)
        asked = received + timedelta(days=chance.randint(0, 9)) if chance.random() < 0.3 else None
        identified = received + timedelta(days=chance.randint(0, 20)) if chance.random() < 0.9 else None
        if asked and identified and identified < asked:
            identified = asked
        extended = received + timedelta(days=chance.randint(20, 40)) if chance.random() < 0.2 else None
        told = received + timedelta(days=chance.choice([5, 20, 29, 30, 31, 32, 33, 34, 50, 92, 120]))
        decision = chance.choice(["toegewezen", "deels", "afgewezen", "geen_gegevens"])
        if decision in {"toegewezen", "deels"} and identified is None:
            decision = "afgewezen"
        refusal = chance.choice(REFUSALS) if decision in {"deels", "afgewezen"} else None
        answered = chance.random() < 0.8
        withdrawn = not answered and chance.random() < 0.5
        asking = Asked(chance.choice(KINDS), received, asked, identified, extended, told, decision, refusal, withdrawn)
        one.requests.append(asking if answered else replace(asking, told=None, decision=None, refusal=None))
    for _ in range(chance.choice([0, 1, 2])):
        outcome = chance.choice(["toegestaan", "toegestaan", "geweigerd", "beheerder_beslist"])
        allowed = chance.choice([True, False, None]) if outcome == "beheerder_beslist" else None
        day = some_day(made, last)
        one.disclosures.append((chance.choice(GROUNDS), chance.choice(RECIPIENTS), outcome, allowed, day))
    if chance.random() < 0.2:
        one.looks.append((some_day(made, last), chance.random() < 0.5))
    if chance.random() < 0.3:
        kinds: list[tuple[str, dict[str, object]]] = [
            ("retention.hold", {"hold": str(chance.random())}),
            ("correction.apply", {"step": "carried_out"}),
            ("correction.apply", {"step": "applied"}),
            ("client.mistake", {"removed": str(chance.random())}),
            ("client.end", {"assignment": str(chance.random())}),
        ]
        name, details = chance.choice(kinds)
        one.lines.append((name, some_day(made, last), details))
    return one


def at(day: date) -> datetime:
    """Give an instant of a day, noon in the Netherlands or near."""
    return datetime(day.year, day.month, day.day, 11, tzinfo=UTC)


NUMBERS = count(1)
"""Numbers of requests: each comes once."""


def put(action: Any, one: Dossier, parties: dict[str, int]) -> None:
    """Write a dossier into the register as rows and lines, and destroy it where it has an end."""
    store, by = action.store, action.by
    client = clients.add(store, one.made, None, one.made, at(one.made), by)
    audit.write(store, at(one.made), by, "client.register", "intake", client.uuid, Outcome.DONE, {"as": "beheerder"})
    put_requests(store, by, client, one)
    put_disclosures(store, by, client, one, parties)
    for day, seen in one.looks:
        details = {"as": "management", "break_glass": True}
        head = audit.write(store, at(day), by, "client.show", "beheer", client.uuid, Outcome.DONE, details)
        if seen:
            reviewed = {"as": "beheerder", "line": head.seq}
            audit.write(store, at(day), by, "audit.review", "verantwoording", None, Outcome.DONE, reviewed)
    for name, day, more in one.lines:
        audit.write(store, at(day), by, name, "beheer", client.uuid, Outcome.DONE, {"as": "beheerder"} | more)
    if one.gone is not None:
        assert one.since is not None
        destruction.delete_clients(store, (client,), one.gone)
        store.connection.execute(
            "INSERT INTO destroyed (uuid, run, kept, reason, last_on, since_on, announced_on, on_date, counts, rules,"
            " at, by) VALUES (:uuid, randomblob(16), '', :reason, :day, :since, :since, :day, '{}', 1, :at, :by)",
            {
                "uuid": client.uuid.bytes,
                "reason": one.reason,
                "day": one.gone.isoformat(),
                "since": one.since.isoformat(),
                "at": stamp(at(one.gone)),
                "by": by,
            },
        )


def put_requests(store: Any, by: str, client: Client, one: Dossier) -> None:
    """Write the requests of a dossier."""
    for asked in one.requests:
        decided = asked.told
        store.connection.execute(
            "INSERT INTO request (uuid, number, client, kind, received_on, opgetekend, requester, asked_on,"
            " identified_on, identified_by, method, extended_on, extension, sealed_extension, decided_on, decided_by,"
            " decision, refusal, sealed_reasons, told_on, withdrawn_on, recorded_at, recorded_by)"
            " VALUES (randomblob(16), :number, :client, :kind, :received, 0, 'geregistreerde', :asked, :identified,"
            " :identified_by, :method, :extended, :extension, :why, :told, :decided_by, :decision, :refusal, :reasons,"
            " :told, :withdrawn, :at, :by)",
            {
                "number": f"V{asked.received.year}-{next(NUMBERS):04d}",
                "client": client.id,
                "kind": asked.kind,
                "received": asked.received.isoformat(),
                "asked": asked.asked and asked.asked.isoformat(),
                "identified": asked.identified and asked.identified.isoformat(),
                "identified_by": by if asked.identified else None,
                "method": "bekend" if asked.identified else None,
                "extended": asked.extended and asked.extended.isoformat(),
                "extension": "complex" if asked.extended else None,
                "why": b"-" if asked.extended else None,
                "told": decided and decided.isoformat(),
                "decided_by": by if decided else None,
                "decision": asked.decision,
                "refusal": asked.refusal,
                "reasons": b"-" if asked.refusal else None,
                "withdrawn": asked.received.isoformat() if asked.withdrawn else None,
                "at": stamp(at(asked.received)),
                "by": by,
            },
        )


def put_disclosures(store: Any, by: str, client: Client, one: Dossier, parties: dict[str, int]) -> None:
    """Write the disclosures of a dossier."""
    for ground, recipient, outcome, allowed, day in one.disclosures:
        law = ground == "wettelijk_voorschrift"
        store.connection.execute(
            "INSERT INTO disclosure (uuid, client, party, on_date, channel, ground, categories, law, citation,"
            " covers_bsn, sealed_reason, to_life, consent_impossible, beheerder_unreachable, outcome, vital, role,"
            " recorded_at, recorded_by, decided_at, decided_by, allowed, sealed_decision)"
            " VALUES (randomblob(16), :client, :party, :day, 'portaal', :ground, '1', :law, :law, 0, :reason, NULL,"
            " NULL, NULL, :outcome, 0, 'beheerder', :at, :by, :decided, :decided_by, :allowed, :words)",
            {
                "client": client.id,
                "party": parties[recipient],
                "day": day.isoformat(),
                "ground": ground,
                "law": "ander" if law else None,
                "reason": b"-" if ground == "dringende_reden" else None,
                "outcome": outcome,
                "at": stamp(at(day)),
                "by": by,
                "decided": stamp(at(day)) if allowed is not None else None,
                "decided_by": by if allowed is not None else None,
                "allowed": allowed,
                "words": b"-" if allowed is not None else None,
            },
        )
