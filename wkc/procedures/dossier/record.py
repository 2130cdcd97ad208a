"""Recording one value of a client, with where it came from and what allows it (art. 4, annex I and II)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.register import (
    BsnTaken,
    FieldUnknown,
    GrondslagMissing,
    GrondslagWrong,
    RegisteredElsewhere,
    ReplacesWhich,
    SecrecyWrong,
    SourceNeedsParty,
    SourceWrong,
)
from wkc.errors.rights import EntryUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.name_keys import NAME_FIELDS, identity_of, index_name, with_birth_key
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.decided_value import ask_of_decided, refuse_overwrite
from wkc.procedures.dossier.doubles import NOBODY, WATCHED, DoubleAnswer, ask_of_doubles, list_alike
from wkc.procedures.dossier.entry_number import number_in
from wkc.procedures.dossier.holding import check_holding
from wkc.procedures.dossier.other_person import describe_differences
from wkc.procedures.dossier.party import by_name
from wkc.procedures.dossier.plausible_day import check_plausible
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.io.dates import check_day
from wkc.records.dossier import Client, Entry, Provenance
from wkc.records.field import Field, Kind, Value
from wkc.records.party import Party
from wkc.rules.dossier.field import BY_CODE, name_in_log
from wkc.rules.dossier.heading import SURE, find_known
from wkc.rules.dossier.plausible_day import BEFORE_CONTACT
from wkc.rules.dossier.source import (
    BASES,
    GEHEIM,
    GRONDSLAGEN,
    SOURCES,
    judge_holding,
    list_fitting,
    may_come_from,
    secrecy,
)
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import client as clients
from wkc.store.dossier import entry as entries
from wkc.store.dossier.client import Window


class EntryInput(Struct, frozen=True):
    """The origin of a value as a user types it: the codes, and the name of a party where one is needed."""

    source: str
    basis: str | None = None
    party: str | None = None
    obtained_on: str | None = None
    grondslag: str | None = None
    geheim: str | None = None
    citation: str | None = None


Instead = Literal["only"] | int | None
"""The value that another in a field of many replaces: the only one there, the one with a number, or none."""


class Recorded(Struct, frozen=True):
    """A value that is in force now; `closed` counts the earlier ones that it took the place of.

    `replaced` are those of which the acting user sees the value, `beside` counts the others of its field; `same_as` has
    the dossiers that were said to be of the same person.
    """

    client: Client
    field: Field
    closed: int
    same_as: tuple[str, ...] = ()
    replaced: tuple[Entry, ...] = ()
    beside: int = 0


def find_field(code: str) -> Field:
    """Find the field of annex I with this code, or with the name that lists have for it; errors.FieldUnknown."""
    known = codes.find_code(code, BY_CODE) or find_known(code, SURE) or ""
    if known not in BY_CODE:
        raise FieldUnknown
    return BY_CODE[known]


def record(
    session: Session,
    client_text: str,
    what: Field,
    value: str,
    entry_input: EntryInput,
    instead: Instead = None,
    *,
    answer: DoubleAnswer = NOBODY,
    is_meant: bool = False,
) -> Recorded:
    """Record one value; in a field that takes one, or `instead` of one, the value before is closed.

    Unless it `is_meant`, errors.ValueOfClient and ValueCorrected say what it would take the place of.

    A name, burgerservicenummer or birth date that makes the client look like another asks for `answer`:
    errors.PersonOnFile. errors.ReplacesWhich where more than one value is current and none was named.
    """
    entry_input = check(what, entry_input)
    today = day(session.environment.now())
    parsed = fields.parse_new(what, value, today)
    obtained_on = fields.past_day_or_today(entry_input.obtained_on, today)
    with act(session, "client.record") as action:
        client = the_client(action, client_text)
        action.details["field"] = name_in_log(what)
        # The outcome would tell whether there was a value.
        if instead is not None and not action.can_see(what.field_class):
            action.refuse("niet_relevant_voor_functie")
        if isinstance(instead, int):
            instead = number_in(action, client, client_text, instead)
        source = complete_origin(action, client, entry_input, obtained_on)
        doubted = what.code == "geboortedatum"
        check_plausible(action, client, obtained_on, BEFORE_CONTACT, is_birth_doubted=doubted)
        if not is_meant:
            is_beside = what.many and instead is None
            ask_of_decided(action, client, what, source, () if is_beside else _current(action, client, what))
        return put(action, client, what, parsed, source, instead, answer)


def put(
    action: Action,
    client: Client,
    what: Field,
    value: Value,
    source: Provenance,
    instead: Instead = None,
    answer: DoubleAnswer = NOBODY,
) -> Recorded:
    """Put a value on file within an action, as `record` does; raises what that raises but for how it was typed."""
    alike = list_alike(action, client) if what.code in WATCHED else {}
    if what.kind is Kind.BSN:
        refuse_anothers(action, client, value)
    if what.code == "geboortedatum":
        has_bsn = bool(entries.current(action.store, client, "burgerservicenummer"))
        value = with_birth_key(value, has_bsn=has_bsn)
    check_holding(action, client, what, source.grondslag)
    current = _current(action, client, what)
    if what.many and instead is None:
        replaced: tuple[Entry, ...] = ()
        entries.add(action.store, client, what, value, source, action.now, action.by)
        entries.mark(action.store, client, BY_CODE)
    else:
        replaced = _find_replaced(current, instead) if what.many else current
        _replace(action, client, value, what, source, replaced)
    if what.code in NAME_FIELDS:
        index_name(action.store, client)
    same = ask_of_doubles(action, client, alike, answer) if what.code in WATCHED else ()
    visible = action.can_see(what.field_class)
    beside = len(current) - len(replaced) if visible else 0
    return Recorded(client, what, len(replaced), same, replaced if visible else (), beside)


def check_value(session: Session, what: Field, value: str) -> None:
    """Check a value as it is typed; raises the errors.Invalid that says what is wrong with it."""
    fields.parse_new(what, value, day(session.environment.now()))


def list_current(session: Session, client_text: str, what: Field) -> tuple[Entry, ...]:
    """Give the current values of a field, before another is recorded; none where the acting user may not see them."""
    with act(session, "client.record") as action:
        action.details |= {"field": name_in_log(what), "step": "asked"}
        client = the_client(action, client_text)
        return _current(action, client, what) if action.can_see(what.field_class) else ()


def _find_replaced(current: tuple[Entry, ...], instead: Instead) -> tuple[Entry, ...]:
    """Give the value to replace: the one with a number, else the only one."""
    if isinstance(instead, int):
        replaced = tuple(entry for entry in current if entry.number == instead)
        if not replaced:
            raise EntryUnknown
        return replaced
    if len(current) > 1:
        raise ReplacesWhich(numbers=", ".join(str(entry.number) for entry in current))
    return current


def replace_value(action: Action, client: Client, value: Value, what: Field, source: Provenance) -> int:
    """Record a value in the place of all current ones, and count those; errors.ValueContested, ValueRestricted."""
    replaced = _current(action, client, what)
    _replace(action, client, value, what, source, replaced)
    return len(replaced)


def _replace(
    action: Action, client: Client, value: Value, what: Field, source: Provenance, replaced: tuple[Entry, ...]
) -> None:
    """Record a value in the place of others; errors.ValueContested, ValueRestricted."""
    refuse_overwrite(action, replaced)
    for entry in replaced:
        entries.close_one(action.store, client, entry, action.now, action.by)
    entries.add(action.store, client, what, value, _keep_secrecy(source, replaced), action.now, action.by)
    entries.mark(action.store, client, BY_CODE)


def _current(action: Action, client: Client, what: Field) -> tuple[Entry, ...]:
    every = entries.of_client(action.store, client, BY_CODE)
    return tuple(entry for entry in every if entry.field == what and entry.closed_at is None)


def _keep_secrecy(source: Provenance, replaced: Sequence[Entry]) -> Provenance:
    """Copy a duty of secrecy to the value that replaces a secret one; a release ends it, not a newer value."""
    secret = next((entry.provenance for entry in replaced if entry.provenance.geheim is not None), None)
    if secret is None or source.geheim is not None:
        return source
    return replace(source, geheim=secret.geheim, citation=secret.citation)


def refuse_anothers(action: Action, client: Client, bsn: Value) -> None:
    """Refuse a burgerservicenummer that is another client's; errors.BsnTaken names who it is, within reach."""
    for other in clients.by_normal(action.store, "burgerservicenummer", bsn.normal or "", Window(2)):
        if other != client:
            if not action.check_scope(other):
                action.refuse("buiten_caseload", RegisteredElsewhere)
            action.touch_client(other)  # The audit line names the client who has this number too.
            people = identity_of(action.store, client), identity_of(action.store, other)
            raise BsnTaken(number=other.number, what=describe_differences(*people))


def check(what: Field, entry_input: EntryInput) -> EntryInput:
    """Refuse an origin that is not on annex II, a sealed class without ground, a secrecy without its statute.

    Gives the origin with its words as codes.
    """
    entry_input = replace(
        entry_input,
        source=_parse_known(entry_input.source, SOURCES),
        basis=None if entry_input.basis is None else _parse_known(entry_input.basis, BASES),
        grondslag=None
        if entry_input.grondslag is None
        else _parse_known(entry_input.grondslag, GRONDSLAGEN.get(what.field_class, ())),
        geheim=None if entry_input.geheim is None else _parse_known(entry_input.geheim, GEHEIM),
    )
    verdict = may_come_from(entry_input.source, entry_input.basis, named=entry_input.party is not None)
    if not verdict.allowed:
        pairs = (f"{source} --basis {basis}" if basis else source for source, basis in SOURCES.items())
        raise (SourceNeedsParty if verdict.reason == "niet_genoemd" else SourceWrong)(choices=", ".join(pairs))
    verdict = judge_holding(what.field_class, entry_input.grondslag)
    fitting = list_fitting(what.code, what.field_class)
    if not verdict.allowed or (entry_input.grondslag is not None and entry_input.grondslag not in fitting):
        choices = ", ".join(fitting or ("-",))
        raise (GrondslagWrong if entry_input.grondslag else GrondslagMissing)(choices=choices)
    if entry_input.citation is not None:
        fields.plain_text(entry_input.citation)
    if entry_input.obtained_on is not None:
        check_day(entry_input.obtained_on)
    if not secrecy(entry_input.geheim, entry_input.citation).allowed:
        raise SecrecyWrong
    return entry_input


def _parse_known(typed: str, choices: Iterable[str]) -> str:
    """Give the code that was typed; another word is left for the rule to refuse with the choices that fit."""
    return codes.find_code(typed, choices) or typed


def complete_origin(action: Action, client: Client, entry_input: EntryInput, obtained_on: date) -> Provenance:
    """Complete an origin: the party by its name, else the opdrachtgever of the newest assignment."""
    party: Party | None = None
    if entry_input.party is not None:
        party = by_name(action, entry_input.party)
    elif entry_input.source == "opdrachtgever":
        party = next((one.party for one in reversed(assignments.of_client(action.store, client))), None)
        if party is None:
            raise SourceNeedsParty
    return Provenance(
        entry_input.source,
        entry_input.basis,
        party,
        obtained_on,
        entry_input.grondslag,
        entry_input.geheim,
        entry_input.citation,
    )
