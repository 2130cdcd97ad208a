"""The letters on a breach go the road of all letters, and its paper answers the AP in the order of the form."""

import json
from datetime import timedelta
from pathlib import Path

from tests.documents.pdf import squeezed, text_of
from tests.prepared import prepared
from tests.stage import Stage

ROWS = (
    "geslachtsnaam;adres;postcode;woonplaats;gezondheid\n"
    "Stapper;Laat 12;1811 AB;Alkmaar;kan niet tillen\nDal;Laat 14;1811 AB;Alkmaar;\nBerg;;;;\n"
)
ACCOUNT = {
    "nature": "Een laptop met dossiers is gestolen.",
    "consequences": "Iemand kan de gegevens lezen.",
    "measures": "De laptop is gewist.",
    "advice": "Let op vreemde berichten.",
    "severity": "aanzienlijk",
}
WHY = json.dumps({"ap": "De schijf was open.", "persons": "Er staat gezondheid op."})


@prepared
def office(stage: Stage) -> Stage:
    """A breach of everybody's data, with an opdrachtgever that hears of it within 24 hours."""
    for name, value in {
        "houder.address": "Kade 1",
        "houder.contact": "072 111 22 33",
        "fg.name": "F. Officier",
    }.items():
        stage.must("settings", "set", name, value)
    where = ("--address", "Langestraat 97", "--postcode", "1811 JD", "--place", "Alkmaar")
    stage.must("party", "set", "Gemeente Alkmaar", *where, "--breach-hours", "24", "--role", "verantwoordelijk")
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
    stage.must("client", "import", "-", *order, stdin=ROWS)
    stage.must("breach", "open", "--kind", "diefstal", stdin="Een laptop is weg, zei Lekmerk.")
    stage.must("breach", "scope", "D1", "--copy-of", "2026-11-23")
    return stage


def described(stage: Stage) -> Stage:
    stage.must("breach", "describe", "D1", "--from", "-", stdin=json.dumps(ACCOUNT))
    return stage


def waiting(stage: Stage) -> list[tuple[str, str | None, str | None]]:
    found = stage.json("letter", "list", "--waiting")["letters"]
    return [(one["kind"], one["client"], one["party"]) for one in found]


def test_there_are_none_before_it_is_written_down_what_they_say(office: Stage) -> None:
    ran = office.wkc("--json", "breach", "letters", "D1")
    assert (ran.code, ran.error["name"]) == (3, "account_missing")
    assert waiting(office) == []


def test_people_get_theirs_once_it_is_decided_and_nobody_gets_two(office: Stage) -> None:
    described(office).must("breach", "letters", "D1")
    assert waiting(office) == [("datalek_opdrachtgever", None, "Gemeente Alkmaar")]
    office.must("breach", "decide", "D1", "--ap", "--persons", "--from", "-", stdin=WHY)
    office.must("breach", "letters", "D1")
    assert [who for kind, who, _party in waiting(office) if kind == "datalek"] == [
        "2026-0001",
        "2026-0002",
        "2026-0003",
    ]
    assert office.wkc("--json", "breach", "letters", "D1").error["name"] == "nobody_to_tell"


def test_those_that_lie_ready_are_named_until_they_went_out(office: Stage) -> None:
    described(office).must("breach", "letters", "D1")
    assert "lie ready: B2026-0001." in office.wkc("breach", "letters", "D1").err
    office.must("letter", "sent", "B1")
    assert "No letter on this breach is to be made." in office.wkc("breach", "letters", "D1").err


def test_what_went_out_is_what_they_were_told(office: Stage) -> None:
    described(office).must("breach", "decide", "D1", "--ap", "--persons", "--from", "-", stdin=WHY)
    office.must("breach", "letters", "D1")
    for number in ("B1", "B2", "B4"):
        office.must("letter", "print", number, "--output", str(office.folder / f"{number}.pdf"))
    assert office.wkc("--json", "letter", "print", "B3").error["name"] == "address_missing"
    text = "".join(text_of((office.folder / f"{number}.pdf").read_bytes()) for number in ("B1", "B4"))
    for said in (*(ACCOUNT[key] for key in ("nature", "advice")), "Stapper", "3 personen", "Langestraat 97"):
        assert squeezed(said) in text
    assert squeezed("Lekmerk") not in text
    office.now += timedelta(hours=3)
    office.must("letter", "sent", "--all")
    breach = office.json("breach", "show", "D1")["breach"]
    assert breach["parties"][0]["notified_at"] is not None
    assert breach["persons_notified_at"] is None  # One still waits.
    office.must("letter", "sent", "B2026-3")
    assert office.json("breach", "show", "D1")["breach"]["persons_notified_at"] is not None


def printed(stage: Stage, number: str) -> str:
    place = stage.folder / "letter.pdf"
    stage.must("letter", "print", number, "--output", str(place), "--force")
    return text_of(place.read_bytes())


def test_an_opdrachtgever_reads_of_its_own_people_alone_and_that_it_hears_late(office: Stage) -> None:
    where = ("--address", "Dam 1", "--postcode", "1012 JS", "--place", "Amsterdam", "--breach-hours", "72")
    office.must("party", "add", "Gemeente Veldbeek", "--kind", "opdrachtgever")
    order = ("--opdrachtgever", "Gemeente Veldbeek", "--assignment", "A2")
    office.must("client", "import", "-", *order, stdin="geslachtsnaam\nVeen\n")
    office.must("party", "set", "Gemeente Veldbeek", *where)
    office.must("breach", "scope", "D1", "2026-4")
    described(office).must("breach", "letters", "D1")
    office.now += timedelta(hours=25)
    late, own = printed(office, "B1"), printed(office, "B2")
    assert squeezed("3 personen") in late
    assert squeezed("Zo schreven wij het op voor de mensen om wie het gaat") in late
    assert squeezed("U bent voor deze gegevens verantwoordelijk.") in late
    assert squeezed("dat niemand anders ze ziet") not in late
    assert squeezed("Gezondheid") in late
    assert squeezed("binnen 24 uur zouden melden. Dat is niet gelukt.") in late
    assert squeezed("één persoon") in own
    assert squeezed("Gezondheid") not in own
    assert squeezed("binnen 72 uur nadat wij het wisten") in own


def test_a_person_with_two_dossiers_reads_of_their_own_data_alone(office: Stage) -> None:
    for number in ("2026-2", "2026-3"):
        office.must("letter", "notify", number, "--told-on", "2026-11-23")
    office.must("breach", "open", "--kind", "verlies", stdin="Een map is weg.")
    office.must("breach", "scope", "D2", "2026-1", "2026-3")
    office.must("--yes", "client", "link", "2026-3", "2026-2", "--take", "geslachtsnaam=2026-2")
    office.must("breach", "describe", "D2", "--from", "-", stdin=json.dumps(ACCOUNT))
    office.must("breach", "decide", "D2", "--no-ap", "--persons", "--from", "-", stdin=WHY)
    office.must("breach", "letters", "D2")
    letters = {one["client"]: one["number"] for one in office.json("letter", "list", "--waiting")["letters"]}
    assert squeezed("Gezondheid") in printed(office, letters["2026-0001"])
    assert squeezed("Gezondheid") not in printed(office, letters["2026-0002"])


def test_one_that_was_a_mistake_is_made_again(office: Stage) -> None:
    described(office).must("breach", "letters", "D1")
    office.must("letter", "void", "B1", stdin="Er stond een fout in.")
    office.must("breach", "letters", "D1")
    assert waiting(office) == [("datalek_opdrachtgever", None, "Gemeente Alkmaar")]


def test_a_forgotten_breach_takes_its_notices_along_and_leaves_the_letters_of_dossiers(office: Stage) -> None:
    described(office).must("breach", "decide", "D1", "--no-ap", "--persons", "--from", "-", stdin=WHY)
    office.must("breach", "letters", "D1")
    for number in ("B1", "B2", "B3", "B4"):
        office.must("letter", "sent", number)
    office.must("breach", "close", "D1", stdin="Schijven zijn nu versleuteld.")
    office.now += timedelta(days=3 * 365 + 1)
    office.wkc("retention", "run")
    left = office.json("letter", "list")["letters"]
    assert {(one["kind"], one["breach"]) for one in left} == {("datalek", None)}


def answers(stage: Stage) -> str:
    place: Path = stage.folder / "melding.pdf"
    stage.must("breach", "export", "D1", "--output", str(place), "--force")
    return text_of(place.read_bytes())


def test_the_paper_answers_in_the_order_of_the_form(office: Stage) -> None:
    described(office).must("breach", "decide", "D1", "--ap", "--persons", "--from", "-", stdin=WHY)
    text = answers(office)
    places = [
        text.index(squeezed(part))
        for part in (
            "0. Over deze melding", "1. Uw organisatie", "F. Officier", "2. Tijdlijn",
            "Einde van de 72 uur 26 november 2026", "3. Wat er is gebeurd", "zei Lekmerk", "4. De persoonsgegevens",
            "bijzonder (AVG artikel 9)", "5. De mensen om wie het gaat", "6. Maatregelen die er al waren",
            "7. Gevolgen", "Aanzienlijk", "8. Wat u daarna deed", "De laptop is gewist.", "Er staat gezondheid op.",
            "9. Tot slot", "De schijf was open.",
        )
    ]  # fmt: skip
    assert places == sorted(places)


def test_what_is_not_known_yet_says_so_and_a_late_report_asks_why(office: Stage) -> None:
    assert text_count(answers(office), "Nog niet bekend") > 5
    assert squeezed("Waarom meldt u later") not in answers(office)
    office.now += timedelta(hours=73)
    assert squeezed("Waarom meldt u later dan 72 uur?") in answers(office)


def test_what_the_office_did_not_set_is_left_to_who_reports(stage: Stage) -> None:
    stage.must("breach", "open", "--kind", "diefstal", stdin="Een laptop is weg.")
    text = answers(stage)
    assert text_count(text, "Vul zelf in: de naam en de functie van wie de melding doet") == 1
    assert text_count(text, "Vul zelf in: wie het is, of dat er geen is") == 1
    assert text_count(text, "Vul zelf in: straat en nummer, Alkmaar") == 1
    stage.must("settings", "set", "fg.none", "niet op grote schaal")
    assert text_count(answers(stage), "Geen: niet op grote schaal") == 1


def test_an_address_that_was_set_with_the_town_names_it_once(office: Stage) -> None:
    office.must("settings", "set", "houder.address", "Kade 1, 1811 LP Alkmaar")
    assert text_count(answers(office), "Kade 1, 1811 LP Alkmaar Nummer bij de Kamer") == 1
    office.must("settings", "set", "houder.address", "Kade 1")
    assert text_count(answers(office), "Kade 1, Alkmaar Nummer bij de Kamer") == 1


def test_the_account_answers_nothing_that_it_does_not_say(office: Stage) -> None:
    text = answers(described(office))
    unknown = squeezed("Nog niet bekend; vul het aan met een vervolgmelding")
    for question in ("Waarop is inbreuk gemaakt?", "onleesbaar voor wie ze kreeg?", "mensen in andere lidstaten bij?"):
        assert squeezed(question) + unknown in text
    codes = {"aspects": ["integriteit"], "unreadable": "ja", "abroad": False}
    office.must("breach", "describe", "D1", "--from", "-", stdin=json.dumps(ACCOUNT | codes))
    text = answers(office)
    for said in ("Integriteit:", "Ja, alle gegevens", "andere lidstaten bij? Nee"):
        assert squeezed(said) in text


def text_count(text: str, words: str) -> int:
    return text.count(squeezed(words))
