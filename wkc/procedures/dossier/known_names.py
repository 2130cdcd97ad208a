"""Art. 11.1, AVG 15.4: the names and numbers in a dossier that are nobody else's."""

from wkc.procedures.core.action import Action
from wkc.records.dossier import Client
from wkc.rules.dossier.field import BY_CODE
from wkc.sentences.paper_form import KINDS
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import entry as entries
from wkc.store.dossier import mandate as mandates

OWN = (
    *("geslachtsnaam", "voorvoegsel", "voornamen", "telefoon", "e_mail", "burgerservicenummer"),
    *("adres", "postcode", "woonplaats", "geboorteplaats"),
    *("nationaliteit", "geboorteland", "geboorteland_ouder", "ziekenfonds"),
)
"""The fields whose values are the client's own names and numbers, and names of countries and insurers."""


def list_known(action: Action, client: Client) -> tuple[str, ...]:
    """Give the names and numbers that are nobody else's: of client, office, parties, users, fields and forms."""
    every = entries.of_client(action.store, client, BY_CODE)
    office = register_metadata.houder(action.store)
    return (
        *(entry.value for entry in every if entry.value is not None and entry.field.code in OWN),
        *(entry.provenance.party.name for entry in every if entry.provenance.party is not None),
        *(assignment.party.name for assignment in assignments.of_client(action.store, client)),
        *(made.party.name for made in disclosures.every_of_client(action.store, client, BY_CODE)),
        *(mandate.name for mandate in mandates.of_client(action.store, client)),
        *(user.name for user in users.every(action.store)),
        *(field.label for field in BY_CODE.values()),
        *(kind.person for kind in KINDS.values()),
        *filter(None, (office.name, office.place, office.address, office.contact)),
    )
