"""Art. 11 and 12: the addressee of a letter, and an address that is whole and not in doubt (DESIGN 9.4)."""

import re
from enum import StrEnum

from msgspec import Struct

from wkc.errors.death import ClientDeceased
from wkc.errors.letter import AddressContested, AddressMissing, PartyAddressMissing
from wkc.procedures.core.action import Action
from wkc.procedures.core.naming import first_value
from wkc.records.address import PostalAddress, print_town
from wkc.records.dossier import Client
from wkc.records.letter import Addressee
from wkc.records.party import Party
from wkc.records.rights import Mandate
from wkc.rules.dossier.death import judge_letter
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.wording import UNKNOWN_NAME, is_nothing
from wkc.store.dossier import death as deaths
from wkc.store.dossier import entry as entries
from wkc.store.dossier import party_profile as profiles
from wkc.store.requests import correction as corrections

NAME = ("voornamen", "voorvoegsel", "geslachtsnaam")
"""The fields of a whole name, in the order in which one says it."""

FIELDS = ("adres", "postcode", "woonplaats")
"""The fields of an address on an envelope."""

WITHOUT_POST = frozenset({"e_mail", "portaal"})
"""The ways in which a paper goes out without an envelope."""

UNDER_THE_NAME = 2
"""Lines of a whole address: street and number, then postcode and town."""


class Choice(StrEnum):
    """The address to use while the one on file is contested: that one, or the one that the client gave."""

    VASTGELEGD = "vastgelegd"
    VOORGESTELD = "voorgesteld"


class ClientAddress(Struct, frozen=True):
    """An address of a client, its values by field, and whether any of it is contested."""

    values: dict[str, str]
    contested: bool

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines under the name, as far as on file."""
        return PostalAddress(*(self.values.get(field) for field in FIELDS)).lines

    @property
    def whole(self) -> bool:
        """Tell whether a letter reaches it: a street, a postcode and a town, none a word for nothing."""
        return all(value and not is_nothing(value) for value in map(self.values.get, FIELDS))


def read_addressee(action: Action, client: Client, choice: Choice | None = None) -> Addressee:
    """Give name, address and salutation of a client as far as on file; errors.ClientDeceased."""
    verdict = judge_letter(deaths.of_client(action.store, client))
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise ClientDeceased(article=verdict.article)
    surname = _printed_name(action, client, NAME[1:]) if _printed_name(action, client, NAME[2:]) else None
    sex = first_value(action.store, client, "geslacht")
    lines = read_address(action, client, choice).lines
    return Addressee(_printed_name(action, client), lines, surname, sex)


def read_address(action: Action, client: Client, choice: Choice | None = None) -> ClientAddress:
    """Give a client's address: as on file, or with the proposed values while it is contested."""
    current = [
        entry
        for entry in entries.of_client(action.store, client, BY_CODE)
        if entry.field.code in FIELDS and entry.closed_at is None
    ]
    values = {field: ", ".join(entry.value or "" for entry in current if entry.field.code == field) for field in FIELDS}
    waiting = (
        one
        for one in corrections.of_client(action.store, client, BY_CODE)
        if one.field is not None and not one.is_document and one.granted is not False and one.applied_at is None
    )
    proposed = {
        one.field.code: one.value
        for one in waiting
        if one.field is not None and one.field.code in FIELDS and one.value is not None
    }
    contested = bool(proposed) or any(entry.in_onderzoek for entry in current)
    if choice is Choice.VOORGESTELD:
        values |= proposed
    return ClientAddress(values, contested)


def check_address(action: Action, client: Client, choice: Choice | None) -> None:
    """Refuse a letter to a client whose address is not whole, or is contested and not chosen.

    errors.AddressMissing, AddressContested.
    """
    address = read_address(action, client, choice)
    if not address.whole:
        raise AddressMissing(client=client.number)
    if address.contested and choice is None:
        raise AddressContested(client=client.number)


def check_postal_address(action: Action, party: Party, channel: str) -> None:
    """Refuse a paper to a party that has no whole address, unless it goes another way; errors.PartyAddressMissing."""
    if channel not in WITHOUT_POST and not profiles.one(action.store, party).has_address:
        raise PartyAddressMissing(party=party.name)


def addressee_of_mandate(mandate: Mandate) -> Addressee:
    """Give the representative of a client as a letter is addressed."""
    return Addressee(mandate.name, mandate.address.lines if mandate.address else ())


def addressee_of_lines(text: str) -> Addressee:
    """Give somebody who is not on file, from the lines that were typed: the name, then the address."""
    first, *lines = text.splitlines()
    return Addressee(first, tuple(map(print_town, lines)))


def addressee_of_party(action: Action, party: Party) -> Addressee:
    """Give a party as a letter is addressed: name, contact, the postal address as far as on file."""
    profile = profiles.one(action.store, party)
    attention = (f"t.a.v. {profile.contact}",) if profile.contact else ()
    return Addressee(party.name, (*attention, *profile.lines))


def _printed_name(action: Action, client: Client, fields: tuple[str, ...] = NAME) -> str | None:
    """Give a name as one says it, without the sign of a part that nobody knows."""
    parts = (first_value(action.store, client, field) for field in fields)
    known = [part for part in parts if part and part.strip() not in UNKNOWN_NAME]
    return re.sub(r"(?<=\b[dDlL]['\u2019]) ", "", " ".join(known)) or None
