"""The profile of a party: how it is reached, its role beside the office, what was agreed (art. 3; AVG 26, 28)."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from wkc.errors.party import NotANumber, NothingToSet
from wkc.errors.rights import PeriodBackwards
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.party import PartyShown, by_name
from wkc.procedures.io import codes, fields, json_form
from wkc.procedures.io.address import parse_postcode, parse_street
from wkc.procedures.io.fields import parse_day, plain_text
from wkc.records.party import PartyProfile
from wkc.rules.dossier.field import BY_CODE
from wkc.store.dossier import party as parties
from wkc.store.dossier import party_profile as profiles

ROLES = ("verantwoordelijk", "zelfstandig", "verwerker")
"""The role of a party: it answers for the data, each does for itself, or it is the processor of the office."""

BASES = ("avg_6_1_c", "avg_6_1_e")
"""The basis of an opdrachtgever: a legal duty of its own, or a task in the public interest (AVG 6.1)."""

MONTHS, HOURS = (1, 24), (1, 72)


def check_e_mail(typed: str) -> str:
    """Check an e-mail address; it stays as it is written."""
    return fields.parse(BY_CODE["e_mail"], typed, date.max).text


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(typed: str) -> int:
        word = typed.strip()
        if not word.isascii() or not word.isdigit() or not least <= int(word[:9]) <= most:
            raise NotANumber(least=least, most=most)
        return int(word)

    return read


def _role(typed: str) -> str:
    return codes.parse_code(typed, ROLES)


def _basis(typed: str) -> str:
    return codes.parse_code(typed, BASES)


READ: Mapping[str, Callable[[str], Any]] = {
    "address": parse_street,
    "postcode": parse_postcode,
    "place": plain_text,
    "e_mail": check_e_mail,
    "contact": plain_text,
    "kenmerk": plain_text,
    "role": _role,
    "agreed_on": parse_day,
    "agreed_until": parse_day,
    "agreement": plain_text,
    "agreement_at": plain_text,
    "report_months": _number(*MONTHS),
    "breach_hours": _number(*HOURS),
    "basis": _basis,
}
"""Each part of a profile, in the order in which it is asked, with the function that reads it as it is typed."""


def read(content: str) -> Mapping[str, str]:
    """Read a profile from one JSON object of texts."""
    return json_form.read(content, (), tuple(READ))


def put(session: Session, name: str, texts: Mapping[str, str], clear: Collection[str] = ()) -> PartyShown:
    """Set parts of a profile, and take away those that `clear` names; the rest stays as it was."""
    gone = {codes.parse_code(key, READ) for key in clear}
    if not texts and not gone:
        raise NothingToSet
    parsed = {key: READ[key](text) for key, text in texts.items()}
    with act(session, "party.set") as action:
        party = by_name(action, name)
        before = profiles.one(action.store, party)
        known = {key: getattr(before, key) for key in READ} | dict.fromkeys(gone) | parsed
        profile = PartyProfile(**known)
        if profile.agreed_on and profile.agreed_until and profile.agreed_until < profile.agreed_on:
            raise PeriodBackwards
        profiles.put(action.store, party, profile, action.now, action.by)
        action.details |= {"party": party.uuid.hex, "set": sorted(parsed), "cleared": sorted(gone)}
        return PartyShown(party, parties.count_clients(action.store, party), profile)
