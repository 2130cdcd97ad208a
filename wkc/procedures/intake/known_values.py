"""The values of a client that a list is compared with, and what was decided on them (art. 4 and 12)."""

from msgspec import Struct

from wkc.procedures.core.action import Action
from wkc.procedures.intake import supplied
from wkc.procedures.intake.differences import DecidedFields
from wkc.procedures.intake.listed_person import BSN
from wkc.records.dossier import Client, Entry
from wkc.rules.dossier.field import BY_CODE
from wkc.store import entry as entries


class KnownValues(Struct, frozen=True):
    """The values of a client on file, former ones too, and the fields that were corrected or restricted."""

    entries: tuple[Entry, ...] = ()
    decided: DecidedFields = DecidedFields()

    @property
    def has_bsn(self) -> bool:
        """Whether a burgerservicenummer is in force."""
        return any(entry.field.code == BSN and entry.closed_at is None for entry in self.entries)


def known_values(action: Action, client: Client | None) -> KnownValues:
    """Give what is known of a client; nothing of a new one."""
    if client is None:
        return KnownValues()
    return KnownValues(tuple(entries.of_client(action.store, client, BY_CODE)), supplied.list_decided(action, client))
