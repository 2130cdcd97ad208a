"""Recording one value of a client, with where it came from and what allows it (art. 4, annex I and II)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from wkc.errors.register import (
    BsnTaken,
    FieldUnknown,
    GrondslagMissing,
    GrondslagWrong,
    RegisteredElsewhere,
    SecrecyWrong,
    SourceNeedsParty,
    SourceWrong,
)
from wkc.procedures.core.act import Deed, act
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.party import by_name
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.records.dossier import Client, Provenance
from wkc.records.field import Field, Kind, Value
from wkc.records.party import Party
from wkc.rules.dossier.field import BY_CODE, FIELDS
from wkc.rules.dossier.source import BASES, GEHEIM, GRONDSLAGEN, SOURCES, may_be_held, may_come_from, secrecy
from wkc.store import assignment as assignments
from wkc.store import client as clients
from wkc.store import entry as entries
from wkc.store.client import Window
from wkc.store.store import Store

NAME_FIELDS = ("geslachtsnaam", "voorvoegsel", "voornamen")


@dataclass(frozen=True, slots=True)
class Given:
    """What a user says of a value's origin: the codes, and the name of a party where one is needed."""

    source: str
    basis: str | None = None
    party: str | None = None
    obtained_on: str | None = None
    grondslag: str | None = None
    geheim: str | None = None
    citation: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A value that now stands; `closed` counts the earlier ones that it took the place of."""

    client: Client
    field: Field
    closed: int


def field(code: str) -> Field:
    """Give the field of annex I with this code; errors.FieldUnknown otherwise."""
    found = codes.find_code(code, BY_CODE)
    if found is None:
        raise FieldUnknown
    return BY_CODE[found]


def catalogue() -> tuple[Field, ...]:
    """Give all fields, in the order of annex I."""
    return FIELDS


def record(session: Session, text: str, what: Field, value: str, given: Given, *, instead: bool = False) -> Recorded:
    """Record one value; in a field that takes one, or with `instead`, what stood there is closed."""
    given = check(what, given)
    today = day(session.world.now())
    parsed = fields.parse(what, value, today)
    obtained_on = fields.past_day_or_today(given.obtained_on, today)
    with act(session, "client.record") as deed:
        client = the_client(deed, text)
        deed.details["field"] = what.code
        if what.kind is Kind.BSN:
            refuse_anothers(deed, client, parsed)
        source = provenance(deed, client, given, obtained_on)
        closed = 0 if what.many and not instead else entries.close(deed.store, client, what, deed.now, deed.by)
        entries.add(deed.store, client, what, parsed, source, deed.now, deed.by)
        if what.code in NAME_FIELDS:
            index_name(deed, client)
    return Recorded(client, what, closed)


def refuse_anothers(deed: Deed, client: Client, bsn: Value) -> None:
    """Refuse a burgerservicenummer that is another client's."""
    for other in clients.by_normal(deed.store, "burgerservicenummer", bsn.normal or "", Window(2)):
        if other != client:
            if not deed.reaches(other):
                deed.refuse("buiten_caseload", RegisteredElsewhere)
            deed.about(other)  # That this number is somebody's is told of that client too.
            raise BsnTaken


def check(what: Field, given: Given) -> Given:
    """Refuse an origin that is not on annex II, a sealed class without ground, a secrecy without its statute.

    Gives the origin with its words as codes.
    """
    given = replace(
        given,
        source=_known(given.source, SOURCES),
        basis=None if given.basis is None else _known(given.basis, BASES),
        grondslag=None if given.grondslag is None else _known(given.grondslag, GRONDSLAGEN.get(what.field_class, ())),
        geheim=None if given.geheim is None else _known(given.geheim, GEHEIM),
    )
    verdict = may_come_from(given.source, given.basis, named=given.party is not None)
    if not verdict.allowed:
        pairs = (f"{source} --basis {basis}" if basis else source for source, basis in SOURCES.items())
        raise (SourceNeedsParty if verdict.reason == "niet_genoemd" else SourceWrong)(choices=", ".join(pairs))
    held = may_be_held(what.field_class, given.grondslag)
    if not held.allowed:
        choices = ", ".join(GRONDSLAGEN.get(what.field_class, ("-",)))
        raise (GrondslagWrong if given.grondslag else GrondslagMissing)(choices=choices)
    if given.citation is not None:
        fields.plain_text(given.citation)
    if given.obtained_on is not None:
        fields.parse_day(given.obtained_on)
    if not secrecy(given.geheim, given.citation).allowed:
        raise SecrecyWrong
    return given


def _known(typed: str, choices: Iterable[str]) -> str:
    """Give the code that was typed; another word is left for the rule to refuse with the choices that fit."""
    return codes.find_code(typed, choices) or typed


def provenance(deed: Deed, client: Client, given: Given, obtained_on: date) -> Provenance:
    """Complete an origin: the party by its name, else the opdrachtgever of the newest assignment."""
    party: Party | None = None
    if given.party is not None:
        party = by_name(deed, given.party)
    elif given.source == "opdrachtgever":
        party = next((held.party for held in reversed(assignments.of_client(deed.store, client))), None)
        if party is None:
            raise SourceNeedsParty
    return Provenance(
        given.source,
        given.basis,
        party,
        obtained_on,
        given.grondslag,
        given.geheim,
        given.citation,
    )


def index_name(deed: Deed, client: Client) -> None:
    """Write anew what a client's name is found by."""
    clients.put_name(deed.store, client, keys_of(deed.store, client))


def keys_of(store: Store, client: Client) -> tuple[str, ...]:
    """Give the keys of the name that a client has now."""
    current = {code: " ".join(entries.current(store, client, code)) for code in NAME_FIELDS}
    return name_keys(current)


def name_keys(name: dict[str, str]) -> tuple[str, ...]:
    """Give the keys of a name: geslachtsnaam with voornamen, the same behind the voorvoegsel, and as one says it."""
    key = " ".join(filter(None, (fields.normal_name(name.get(code, "")) for code in ("geslachtsnaam", "voornamen"))))
    before, first, last = (fields.normal_name(name.get(c, "")) for c in ("voorvoegsel", "voornamen", "geslachtsnaam"))
    ways = (key, f"{before} {key}" if before else "", " ".join(filter(None, (first, before, last))))
    return tuple(dict.fromkeys(filter(None, ways)))
