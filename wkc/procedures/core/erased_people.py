"""Art. 12.1 (AVG 17): a person who was erased at the own request and is on a list again is noticed, without a name.

Two digests stand for a person: of the burgerservicenummer, and of the name with the birth date. Their key is in the
encrypted register alone; without the key a digest reveals nothing.
"""

import hmac
import os
from collections.abc import Iterator
from datetime import date

from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import keys_of
from wkc.records.dossier import Client
from wkc.rules.retention.assess import counted_before
from wkc.store.dossier import entry as entries
from wkc.store.retention import erased
from wkc.store.store import Store


def remember(store: Store, client: Client, on: date) -> None:
    """Keep the digests of a client who is about to be erased at the own request."""
    key = erased.key(store)
    if key is None:
        key = os.urandom(32)
        erased.put_key(store, key)
    for digest in _digests(store, client, key):
        erased.add(store, digest, on)


def note_relisted(action: Action, client: Client) -> None:
    """Note that a new client was erased at the own request before, for the beheerder to look at."""
    key = erased.key(action.store)
    if key is None:
        return
    days = (erased.find(action.store, digest) for digest in _digests(action.store, client, key))
    if erased_on := max((day for day in days if day is not None), default=None):
        erased.relist(action.store, client, erased_on, action.today)


def forget_old(store: Store, today: date) -> int:
    """Forget the digests that are kept longer than a dossier without contact, and give how many there were."""
    return erased.forget(store, counted_before(today))


def _digests(store: Store, client: Client, key: bytes) -> Iterator[bytes]:
    for number in entries.current(store, client, "burgerservicenummer"):
        digits = "".join(filter(str.isdigit, number)).zfill(9)
        yield hmac.digest(key, f"bsn:{digits}".encode(), "sha256")
    born = entries.current(store, client, "geboortedatum")
    names = keys_of(store, client)
    if born and names.ways:
        yield hmac.digest(key, f"name:{names.ways[0]}:{born[0]}".encode(), "sha256")
