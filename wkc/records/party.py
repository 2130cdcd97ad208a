"""Parties: the organisations that supply or receive data, and the houder itself (art. 1, 3, 5)."""

import re
from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.address import print_postcode


class Party(Struct, frozen=True):
    """An opdrachtgever, instantie, werkgever or derde: who gives us data or gets it.

    `body` is the one of annex III or art. 8.3 that it is (rules/disclosure/annex.py), where it is one.
    """

    id: int
    uuid: UUID
    name: str
    kind: str
    recorded_at: datetime
    recorded_by: str
    body: str | None = None


class Houder(Struct, frozen=True):
    """The houder (art. 1 and 5): the office itself, how it is reached if that was set, and its regulation (art. 15).

    `kvk` is empty until it is filled in; `signer` and `function` are the name and the function of who signs its papers,
    if that was set.
    """

    name: str
    place: str
    kvk: str
    address: str | None = None
    contact: str | None = None
    reglement: str = "Privacyreglement de werkKRACHTcentrale"
    reglement_of: date = date(2012, 2, 21)
    signer: str | None = None
    function: str | None = None

    @property
    def address_with_place(self) -> str:
        """The address in one line; the place stands in it once, also where the address was set with it."""
        address = self.address or ""
        place = rf"(?<!\w){re.escape(self.place.casefold())}(?!\w)"
        return address if re.search(place, address.casefold()) else ", ".join(filter(None, (address, self.place)))


class PartyProfile(Struct, frozen=True):
    """The address of a party and the agreement with it; None is not on file.

    `role` says who answers for the data: the party is the verantwoordelijke and the office its processor, both are
    responsible for themselves (`zelfstandig`), or the party is the office's processor (`verwerker`; AVG 4.7, 26, 28).
    `kenmerk` is their name for us; `agreement` the reference of the agreement, `agreement_at` the place where it is
    kept. A report is due every `report_months`; a data breach is reported to them within `breach_hours`.
    `basis` is why an opdrachtgever may have people helped: avg_6_1_c (a legal duty) or avg_6_1_e (a public task).
    """

    address: str | None = None
    postcode: str | None = None
    place: str | None = None
    e_mail: str | None = None
    contact: str | None = None
    kenmerk: str | None = None
    role: str | None = None
    agreed_on: date | None = None
    agreed_until: date | None = None
    agreement: str | None = None
    agreement_at: str | None = None
    report_months: int | None = None
    breach_hours: int | None = None
    basis: str | None = None

    @property
    def has_address(self) -> bool:
        """Tell whether a paper reaches it by post: street and number (or post box), postcode and town."""
        return bool(self.address and self.postcode and self.place)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the postal address under the name, as far as on file."""
        town = " ".join(filter(None, (print_postcode(self.postcode or ""), self.place)))
        return tuple(filter(None, (self.address, town)))
