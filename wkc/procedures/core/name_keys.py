"""The keys under which a client is found by name."""

from wkc.procedures.io import fields
from wkc.records.dossier import Client
from wkc.store import entry as entries
from wkc.store.store import Store

NAME_FIELDS = ("geslachtsnaam", "voorvoegsel", "voornamen")


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
