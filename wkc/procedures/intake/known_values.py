"""The values of a client that a list is compared with, and what was decided on them (art. 4 and 12)."""

from msgspec import Struct

from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import NAME_FIELDS, identity
from wkc.procedures.intake.differences import DecidedFields
from wkc.procedures.intake.listed_person import BORN, BSN
from wkc.records.dossier import Client, Entry
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.identity import PersonIdentity
from wkc.rules.dossier.replacement import NONE_CLOSED
from wkc.rules.requests.correction import is_restriction
from wkc.store.dossier import entry as entries
from wkc.store.requests import correction as corrections


class KnownValues(Struct, frozen=True):
    """The values of a client on file, former ones too, and the fields that were corrected or restricted."""

    entries: tuple[Entry, ...] = ()
    decided: DecidedFields = DecidedFields()

    @property
    def identity(self) -> PersonIdentity:
        """The client as the rules compare people."""
        current: dict[str, list[str]] = {code: [] for code in (*NAME_FIELDS, BORN)}
        for entry in self.entries:
            if entry.field.code in current and entry.closed_at is None and entry.value is not None:
                current[entry.field.code].append(entry.value)
        return identity({code: " ".join(current[code]) for code in NAME_FIELDS}, next(iter(current[BORN]), None))

    @property
    def has_bsn(self) -> bool:
        """Tell whether a burgerservicenummer is in force."""
        return any(entry.field.code == BSN and entry.closed_at is None for entry in self.entries)

    def categories(self, action: Action) -> frozenset[int]:
        """Give the categories held now; one unseen by who imports makes no difference to what happens."""
        fields = [entry.field for entry in self.entries if entry.closed_at is None]
        seen = {field_class: action.can_see(field_class) for field_class in {field.field_class for field in fields}}
        return frozenset(field.category for field in fields if seen[field.field_class])


def load_known_values(action: Action, client: Client) -> KnownValues:
    """Give what is known of a client on file."""
    return KnownValues(entries.compared(action.store, client, BY_CODE), _find_decided(action, client))


def _find_decided(action: Action, client: Client) -> DecidedFields:
    """Give the fields that were corrected, and those under a restriction that was not lifted."""
    every = corrections.of_client(action.store, client, BY_CODE)
    applied = [
        (one, one.field.code)
        for one in every
        if one.applied_at is not None and one.field is not None and not one.is_document
    ]
    return DecidedFields(
        frozenset(field for one, field in applied if not is_restriction(one.kind)),
        frozenset(field for one, field in applied if is_restriction(one.kind) and one.lifted_at is None),
        entries.closed_to(action.store, client) or NONE_CLOSED,
    )
