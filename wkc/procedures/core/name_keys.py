"""Keys that a client is looked up by: the name in each way one says it, and the date of birth (art. 7).

A prefix counts as one wherever it is written: in its own field, before, behind or in brackets after the surname.
"""

from collections.abc import Mapping

from wkc.errors.families import Invalid
from wkc.procedures.io.fields import normal_name, parse_partial_date
from wkc.records.dossier import Client
from wkc.records.field import Value
from wkc.rules.dossier.identity import PersonIdentity
from wkc.rules.dossier.wording import UNKNOWN_NAME, is_prefix, split_surname
from wkc.store.dossier import client as clients
from wkc.store.dossier import entry as entries
from wkc.store.dossier.client import NameKeys
from wkc.store.store import Store

NAME_FIELDS = ("geslachtsnaam", "voorvoegsel", "voornamen")

_WITHOUT_BSN = "-"


def index_name(store: Store, client: Client) -> None:
    """Write anew the keys of the name that a client has now."""
    clients.put_name(store, client, keys_of(store, client))


def keys_of(store: Store, client: Client) -> NameKeys:
    """Give the keys of the name that a client has now."""
    return name_keys({code: " ".join(entries.current(store, client, code)) for code in NAME_FIELDS})


def name_keys(name: Mapping[str, str]) -> NameKeys:
    """Give the keys of a name: geslachtsnaam with voornamen, the same behind the voorvoegsel, and as one says it.

    The words are those of a second surname or first name, which none of the three begins with.
    """
    before, last, first = _parts(name)
    key = " ".join(filter(None, (last, first)))
    ways = (key, f"{before} {key}" if before else "", " ".join(filter(None, (first, before, last))))
    words = (word for part in (last, first) for word in part.split()[1:] if not is_prefix(word))
    return NameKeys(tuple(dict.fromkeys(filter(None, ways))), tuple(dict.fromkeys(words)))


def identity(name: Mapping[str, str], born: str | None) -> PersonIdentity:
    """Give a person as the rules compare people; a date that cannot be read counts as not known."""
    _, last, first = _parts(name)
    try:
        day = parse_partial_date(born) if born else None
    except Invalid:
        day = None
    return PersonIdentity(last, "" if name.get("voornamen", "").strip() in UNKNOWN_NAME else first, day)


def identity_of(store: Store, client: Client) -> PersonIdentity:
    """Give a client as the rules compare people."""
    name = {code: " ".join(entries.current(store, client, code)) for code in NAME_FIELDS}
    return identity(name, next(iter(entries.current(store, client, "geboortedatum")), None))


def birth_key(born: str, *, has_bsn: bool) -> str:
    """Give the index form of a date of birth; one of a client without BSN bears a mark."""
    return born if has_bsn else born + _WITHOUT_BSN


def with_birth_key(value: Value, *, has_bsn: bool) -> Value:
    """Give a date of birth with its index form."""
    return Value(value.text, birth_key(value.text, has_bsn=has_bsn))


def _parts(name: Mapping[str, str]) -> tuple[str, str, str]:
    """Give voorvoegsel, geslachtsnaam and voornamen as normal forms, a prefix in the surname taken off it."""
    written, last = split_surname(name.get("geslachtsnaam", ""))
    before = name.get("voorvoegsel", "") or written
    return normal_name(before), normal_name(last), normal_name(name.get("voornamen", ""))
