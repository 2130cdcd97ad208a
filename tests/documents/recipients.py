"""Made-up disclosures, so that a test can say what it is about and leave the rest."""

from datetime import date
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from tests.documents.people import EMPLOYEE, FIELDS, GEMEENTE, MADE_AT
from wkc.records.disclosure import Allowance, Disclosure, DisclosureDetails, DisclosureItem, Reasoned
from wkc.records.dossier import Client
from wkc.records.party import Houder
from wkc.records.user import Role

HOUDER = Houder("de werkKRACHTcentrale", "Alkmaar", "54663490")
BAKKERIJ = replace(GEMEENTE, name="Bakkerij Het Zuurdesem", kind="werkgever")
CASE = DisclosureDetails(
    channel="e_mail", ground="doel", purpose="bemiddeling", categories=(1, 12), law=None, citation=None,
    covers_bsn=False, requested_on=date(2026, 11, 20), subject=None, doubt=None, called_back=None, research=None,
    danger=None, reason=None, note=None,
)  # fmt: skip
GOES = DisclosureItem(UUID(int=3001), FIELDS["geslachtsnaam"], None, None, None)
STAYS = DisclosureItem(UUID(int=3002), FIELDS["adres"], None, "buiten_doel", "art. 8.1")


def disclosure(outcome: str = "toegestaan", why: str = "doel_van_de_registratie", /, **case: Any) -> Disclosure:
    """One that was asked by e-mail on 20 November 2026, for mediation, and judged on 23 November."""
    ruling = Allowance(outcome)
    return Disclosure(
        1,
        1,
        UUID(int=3000),
        Client(1, UUID(int=7), "2026-0001", date(2026, 3, 2), EMPLOYEE),
        BAKKERIJ,
        "mevrouw Kaya",
        date(2026, 11, 23),
        replace(CASE, **case),
        ruling,
        False,
        Role.COACH,
        (STAYS,) if ruling is Allowance.GEWEIGERD else (GOES, STAYS),
        (Reasoned("art. 8.2", "geen_geheim", Allowance.TOEGESTAAN), Reasoned("art. 8.1", why, ruling)),
        MADE_AT,
        EMPLOYEE,
        None,
        None,
    )
