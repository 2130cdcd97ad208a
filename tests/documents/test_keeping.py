"""The copy tells what a legal duty keeps past the term; the statement tells what was destroyed and of whom nothing."""

import io
import json
from datetime import UTC, date, datetime
from uuid import UUID

import pikepdf
import pytest
from msgspec.structs import replace

from tests.documents.pdf import squeezed, text_of
from tests.documents.people import CATEGORIES, full_inzage, inzage
from tests.documents.test_inzage_json import told
from wkc.documents import destroyed_parts
from wkc.documents import statement as statements
from wkc.documents.copy import inzage as copies
from wkc.documents.part import as_json
from wkc.records.audit import Head
from wkc.records.dossier import Hold
from wkc.records.inzage import Inzage
from wkc.records.party import Houder
from wkc.records.retention import Destroyed, Statement
from wkc.store.retention import destruction

AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
HOLD = Hold(
    1,
    UUID(int=9),
    "wettelijk_voorschrift",
    "AWR art. 52",
    frozenset({1, 17}),
    date(2026, 1, 5),
    date(2033, 12, 31),
    has_note=True,
    note="Loonadministratie tot en met 2026.",
    recorded_at=AT,
    recorded_by="anna",
)


def held(*holds: Hold, of: Inzage | None = None) -> Inzage:
    base = of or inzage()
    return replace(base, dossier=replace(base.dossier, holds=holds))


def test_a_hold_names_its_law_its_kinds_of_data_and_its_end() -> None:
    assert told(held(HOLD))["opschortingen"] == [
        {
            "grond": {"code": "wettelijk_voorschrift", "omschrijving": "de wet verplicht ons dit te bewaren"},
            "vindplaats": "AWR art. 52",
            "soorten": [{"nummer": 1, "naam": "Naam"}, {"nummer": 17, "naam": "Burgerservicenummer"}],
            "vanaf": "2026-01-05",
            "totEnMet": "2033-12-31",
            "notitie": "Loonadministratie tot en met 2026.",
            "opgeheven": None,
            "vastgelegdOp": "2026-01-05T09:00:00Z",
        }
    ]


def test_a_released_hold_says_since_when_and_why() -> None:
    released = replace(HOLD, released_on=date(2026, 6, 1), reason="De controle is klaar.")
    assert told(held(released))["opschortingen"][0]["opgeheven"] == {
        "op": "2026-06-01",
        "reden": "De controle is klaar.",
    }


@pytest.mark.parametrize("withheld", [{"note": None}, {"released_on": date(2026, 6, 1), "reason": None}])
def test_a_withheld_note_or_reason_makes_no_copy(withheld: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="withheld"):
        copies.copy_of(held(replace(HOLD, **withheld)), CATEGORIES)


def test_the_paper_says_what_is_kept_longer() -> None:
    text = squeezed(text_of(copies.as_pdf(copies.copy_of(held(HOLD, of=full_inzage()), CATEGORIES))))
    assert squeezed("de wet verplicht ons dit te bewaren: AWR art. 52") in text
    assert squeezed("Naam (1); Burgerservicenummer (17)") in text
    assert squeezed("Loonadministratie tot en met 2026.") in text
    assert squeezed("tot en met 31 december 2033") in text


GONE = Destroyed(
    UUID(int=1),
    UUID(int=5),
    frozenset(),
    "termijn",
    date(2026, 3, 10),
    date(2026, 3, 11),
    date(2026, 3, 5),
    date(2026, 3, 12),
    {"client": 1, "entry": 14, "contact": 3},
    1,
    datetime(2026, 3, 12, 2, tzinfo=UTC),
    "cron",
)
PART = replace(GONE, uuid=UUID(int=2), kept=frozenset({1, 14, 29}), since=date(2026, 3, 12), counts={"entry": 2})


def made(*destroyed: Destroyed, purged: bool = True, until: date | None = date(2026, 4, 15)) -> statements.Verklaring:
    houder = Houder("de werkKRACHTcentrale", "Alkmaar", "54663490")
    at = datetime(2026, 3, 12, 2, 1, tzinfo=UTC)
    return statements.statement_of(Statement(houder, destroyed, purged, until, Head(77, bytes(32)), at))


def test_the_statement_counts_whole_dossiers_parts_and_what_was_late() -> None:
    said = json.loads(as_json(made(GONE, PART)))
    assert (said["dossiers"], said["dossiersInDeel"], said["teLaat"]) == (1, 1, 1)
    assert (said["ronde"], said["regels"], said["uitgevoerdDoor"]) == (str(UUID(int=5)), 1, "cron")
    assert [one["dagenTeLaat"] for one in said["vernietigd"]] == [1, 0]
    assert [one["behoudenCategorieen"] for one in said["vernietigd"]] == [[], [1, 14, 29]]
    counted = {one["soort"]["code"]: one["aantal"] for one in said["aantallen"]}
    assert counted == {"client": 1, "entry": 16, "contact": 3}
    assert said["laatsteReservekopie"] == "2026-04-15"


def test_the_statement_has_a_word_for_all_that_goes() -> None:
    assert set(destroyed_parts.DESTROYED) == {noun for noun, _ in destruction.WHOLE}


def test_the_statement_on_paper_says_what_happened_and_until_when_a_backup_holds_it() -> None:
    text = squeezed(text_of(statements.as_pdf(made(GONE, PART))))
    assert squeezed("De gegevens van 2 personen zijn vernietigd.") in text
    assert squeezed("1 dag later dan had gemoeten") in text
    assert squeezed("Gebleven: categorie 1, 14 en 29.") in text
    assert squeezed("De laatste wordt bewaard tot en met 15 april 2026.") in text
    assert squeezed("Daarna is het bestand van de registratie opnieuw geschreven") in text


def test_the_statement_on_paper_has_room_to_sign_and_names_who_signs() -> None:
    office = Houder("de werkKRACHTcentrale", "Alkmaar", "54663490", signer="A. de Boer", function="directeur")
    text = squeezed(text_of(statements.as_pdf(made(GONE), office)))
    assert squeezed("Alkmaar, A. de Boer directeur namens de werkKRACHTcentrale") in text
    assert squeezed("Te laat vernietigd 1") in text
    assert squeezed("Vernietigd door cron (USER ID)") in text


def test_the_statement_on_paper_claims_the_five_years_and_the_notice_only_for_what_went_by_them() -> None:
    five_years = squeezed(
        "vijf jaar na het laatste contact of het begin van de laatste opdracht, en minstens zeven dagen"
    )
    early = replace(GONE, uuid=UUID(int=3), reason="vergissing", announced_on=None, since=None)
    assert five_years in squeezed(text_of(statements.as_pdf(made(GONE))))
    text = squeezed(text_of(statements.as_pdf(made(early))))
    assert five_years not in text
    assert squeezed("Waarom: had niet vastgelegd mogen worden.") in text


def test_the_statement_on_paper_does_not_call_gone_what_waits_for_a_purge() -> None:
    text = squeezed(text_of(statements.as_pdf(made(GONE, purged=False, until=None))))
    assert squeezed("De gegevens van één persoon zijn vernietigd.") in text
    assert squeezed("Het bestand van de registratie is nog niet opnieuw geschreven") in text
    assert squeezed("Er is geen reservekopie die de gegevens nog bevat.") in text


def test_the_statement_is_archival_and_accessible_with_its_json_attached() -> None:
    said = made(GONE, PART)
    pdf = pikepdf.open(io.BytesIO(statements.as_pdf(said)))
    metadata = str(pdf.Root.Metadata.read_bytes())
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert str(pdf.Root.Lang) == "nl-NL"
    assert bytes(pdf.attachments["vernietiging.json"].get_file().read_bytes()) == as_json(said)
    assert statements.as_pdf(said) == statements.as_pdf(said)
