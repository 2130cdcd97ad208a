"""Art. 8.2 and the classes: secrecy that stands, the BSN, bijzondere gegevens, what is contested or restricted."""

from typing import Any

import pytest

from tests.rules.disclosures import ALARM, TRACEABLE, citing, consented, facts, told
from tests.rules.parties import (
    AMBULANCE,
    BAKKER,
    DEURWAARDER,
    FISCUS,
    GEMEENTE,
    POLITIE,
    SCHOOL,
    SVB,
    UNIVERSITEIT,
    UWV,
)
from wkc.records.disclosure import DisclosureFacts

YES, NO, BEHEERDER = "toegestaan", "geweigerd", "beheerder_beslist"
TASK: dict[str, Any] = {"requested": True, **citing("wia")}
HEALTH = consented(SCHOOL, {10, 23, 24, 25, 26})


def progress(codes: str) -> DisclosureFacts:
    return facts("doel", GEMEENTE, codes, purpose="voortgang")


def by_law(codes: str, *, bsn: bool = False, sealed: bool | None = None) -> DisclosureFacts:
    return facts("wettelijk_voorschrift", UWV, codes, **citing("wia", bsn=bsn, sealed=sealed))


SECRECY = [
    ("a doctor's letter under secrecy", facts("toestemming", SCHOOL, "gezondheid!beroep", **HEALTH), NO, ""),
    ("a doctor's letter that was released", facts("toestemming", SCHOOL, "gezondheid", **HEALTH), YES, "gezondheid"),
    ("a secret of office in a progress report", progress("activiteit!ambt opleiding"), YES, "opleiding"),
    ("a secret by statute, to UWV by law", by_law("inkomsten!wet adres"), YES, "adres"),
    ("nothing but secrets, to UWV by law", by_law("inkomsten!wet adres!ambt"), NO, ""),
    ("a secret and an urgent reason", facts("dringende_reden", DEURWAARDER, "adres!ambt", stated=True), NO, ""),
    ("a secret and danger to life", facts("dringende_reden", AMBULANCE, "gezondheid!beroep adres", **ALARM), YES,
     "adres"),
    ("a secret and the consent of the client", facts("toestemming", BAKKER, "opleiding!beroep werkervaring",
     **consented(BAKKER, {10})), YES, "werkervaring"),
    ("a secret and the police", facts("wettelijk_voorschrift", POLITIE, "adres!wet", **citing("vreemdelingenwet")), NO,
     ""),
    ("a secret and B&W", facts("onderzoek", UNIVERSITEIT, "opleiding!ambt", research=TRACEABLE), NO, ""),
]  # fmt: skip

CLASSES = [
    ("the BSN to UWV on a law that covers it", by_law("burgerservicenummer", bsn=True), YES, "burgerservicenummer"),
    ("the BSN to UWV on a law that does not", by_law("burgerservicenummer adres"), YES, "adres"),
    ("the BSN for a public task, on its law",
     facts("publieke_taak", UWV, "burgerservicenummer", requested=True, **citing("ww", bsn=True)), YES,
     "burgerservicenummer"),
    ("the BSN to the Belastingdienst: the beheerder decides",
     facts("wettelijk_voorschrift", FISCUS, "burgerservicenummer", **citing("ander", bsn=True)), BEHEERDER,
     "burgerservicenummer"),
    ("the BSN with the client's consent",
     facts("toestemming", SCHOOL, "burgerservicenummer opleiding", **consented(SCHOOL, {10, 17})), YES, "opleiding"),
    ("the BSN in danger to life", facts("dringende_reden", AMBULANCE, "burgerservicenummer", **ALARM), NO, ""),
    ("guidance in a progress report", progress("plaatsing begeleiding"), YES, "plaatsing"),
    ("sickness dates to UWV by law", by_law("ziekmelding herstelmelding", sealed=True), YES,
     "ziekmelding herstelmelding"),
    ("sickness dates to UWV for a benefit", facts("doel", UWV, "ziekmelding", purpose="uitvoering_uitkering"), NO, ""),
    ("a criminal past to the police by law",
     facts("wettelijk_voorschrift", POLITIE, "justitieel_verleden", **citing("vreemdelingenwet")), BEHEERDER,
     "justitieel_verleden"),
    ("a criminal past to an employer for mediation",
     facts("doel", BAKKER, "geslachtsnaam justitieel_verleden", purpose="bemiddeling"), YES, "geslachtsnaam"),
    ("a criminal past with express consent to a school", facts("toestemming", SCHOOL, "justitieel_verleden", **HEALTH),
     YES, "justitieel_verleden"),
    ("social circumstances for another purpose", facts("doel", GEMEENTE, "sociale_gegevens", purpose="wonen"), NO, ""),
    ("detention in danger to life", facts("dringende_reden", AMBULANCE, "detentie", **ALARM), YES, "detentie"),
    ("the country of a parent by law", by_law("geboorteland_ouder"), BEHEERDER, "geboorteland_ouder"),
    ("health and a criminal past to SVB on any article of the AKW",
     facts("wettelijk_voorschrift", SVB, "gezondheid justitieel_verleden", **citing("akw")), BEHEERDER,
     "gezondheid justitieel_verleden"),
    ("health to UWV by a law on incapacity for work that covers it", by_law("gezondheid", sealed=True), YES,
     "gezondheid"),
    ("health to UWV by that law, and nobody said whether it covers it", by_law("gezondheid"), BEHEERDER, "gezondheid"),
    ("health to UWV by an article that does not cover it", by_law("gezondheid adres", sealed=False), YES, "adres"),
    ("nothing but health by an article that does not cover it", by_law("gezondheid", sealed=False), NO, ""),
    ("a criminal past by a law on incapacity, which is said to cover it", by_law("justitieel_verleden", sealed=True),
     BEHEERDER, "justitieel_verleden"),
    ("health to SVB by the AKW, which is said to cover it",
     facts("wettelijk_voorschrift", SVB, "gezondheid", **citing("akw", sealed=True)), BEHEERDER, "gezondheid"),
    ("health and care to UWV by that law", by_law("gezondheid begeleiding"), BEHEERDER, "gezondheid begeleiding"),
    ("the country of a parent for another purpose",
     facts("doel", GEMEENTE, "geboorteland geboorteland_ouder", purpose="herkomst"), BEHEERDER, "geboorteland"),
]  # fmt: skip

CONTESTED = [
    ("contested, in a progress report", progress("activiteit? opleiding"), YES, "opleiding"),
    ("contested, by law", by_law("adres?"), YES, "adres"),
    ("contested, for a public task", facts("publieke_taak", UWV, "adres?", **TASK), YES, "adres"),
    ("contested, with consent", facts("toestemming", SCHOOL, "opleiding?", **HEALTH), NO, ""),
    ("contested, in danger to life", facts("dringende_reden", AMBULANCE, "gezondheid?", **ALARM), NO, ""),
    ("restricted, in a progress report", progress("activiteit- opleiding"), YES, "opleiding"),
    ("restricted, by law", by_law("adres-"), YES, "adres"),
    ("restricted, with the client's consent (AVG 18.2)", facts("toestemming", SCHOOL, "opleiding-", **HEALTH), YES,
     "opleiding"),
    ("restricted, and only urgent", facts("dringende_reden", DEURWAARDER, "adres-", stated=True), NO, ""),
]  # fmt: skip

EVERY = [*SECRECY, *CLASSES, *CONTESTED]


@pytest.mark.parametrize(("case", "outcome", "granted"), [row[1:] for row in EVERY], ids=[row[0] for row in EVERY])
def test_art_8_2_and_the_classes(case: DisclosureFacts, outcome: str, granted: str) -> None:
    said = told(case)
    assert (said.outcome, said.granted) == (outcome, granted)


def test_what_does_not_go_says_why() -> None:
    assert told(by_law("inkomsten!wet burgerservicenummer adres")).dropped == {
        "inkomsten": "geheim",
        "burgerservicenummer": "bsn_zonder_wet",
    }
    assert told(progress("plaatsing begeleiding activiteit? opleiding-")).dropped == {
        "begeleiding": "bijzonder_zonder_grond",
        "activiteit": "in_onderzoek",
        "opleiding": "beperkt",
    }
    criminal = facts("doel", BAKKER, "geslachtsnaam justitieel_verleden", purpose="sollicitatie")
    assert told(criminal).dropped == {"justitieel_verleden": "strafrechtelijk_zonder_grond"}


def test_what_is_contested_or_restricted_goes_by_law_with_its_mark() -> None:
    from wkc.rules.disclosure.judge import judge

    found = judge(by_law("adres? postcode- woonplaats"))
    assert [(granted.asked.field.code, granted.mark) for granted in found.granted] == [
        ("adres", "betwist"),
        ("postcode", "beperkt"),
        ("woonplaats", None),
    ]


def test_each_thing_dropped_names_its_article() -> None:
    from wkc.rules.disclosure.judge import judge

    found = judge(facts("doel", GEMEENTE, "opleiding!ambt begeleiding activiteit? bankrekening", purpose="voortgang"))
    assert {dropped.asked.field.code: dropped.article for dropped in found.dropped} == {
        "opleiding": "art. 8.2",
        "bankrekening": "art. 8.1",
        "begeleiding": "AVG 9, UAVG 22",
        "activiteit": "AVG 18",
    }
