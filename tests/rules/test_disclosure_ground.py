"""Art. 8.1: on each of its six grounds, what may be given and what may not. Written from the paper."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from tests.rules.disclosures import ALARM, ANONYMOUS, DAY, TRACEABLE, calling, citing, consented, facts, told
from tests.rules.parties import (
    AMBULANCE,
    BAKKER,
    CORPORATIE,
    DEURWAARDER,
    ELDERS,
    FISCUS,
    FORMER,
    GEMEENTE,
    JUSTITIE,
    POLITIE,
    SCHOOL,
    SCHULDHULP,
    SECRETARIE,
    SOCIALE_DIENST,
    SVB,
    SZW,
    TOEZICHT,
    UNIVERSITEIT,
    UWV,
    WERKBEDRIJF,
    ZORG,
)
from wkc.records.disclosure import Danger, DisclosureFacts, Recipient
from wkc.records.field import Kind
from wkc.records.user import Role
from wkc.rules.disclosure.ground import GROUNDS, IDENTIFYING
from wkc.rules.dossier.field import FIELDS

YES, NO, BEHEERDER = "toegestaan", "geweigerd", "beheerder_beslist"


def doel(purpose: str | None, to: Recipient, codes: str) -> DisclosureFacts:
    return facts("doel", to, codes, purpose=purpose)


def law(to: Recipient, code: str | None, codes: str = "geslachtsnaam adres") -> DisclosureFacts:
    return facts("wettelijk_voorschrift", to, codes, **(citing(code) if code else {}))


def task(to: Recipient, code: str | None, *, requested: bool = True) -> DisclosureFacts:
    cited = citing(code) if code else {}
    return facts("publieke_taak", to, "geslachtsnaam adres", requested=requested, **cited)


def called(ground: str, to: Recipient, code: str, subject: str) -> DisclosureFacts:
    """A call by somebody on file about a subject of art. 8.3, on a law."""
    return facts(ground, to, "geslachtsnaam adres", requested=True, **citing(code), **calling(subject))


def consent(to: Recipient, codes: str, given: dict[str, Any], **more: Any) -> DisclosureFacts:
    return facts("toestemming", to, codes, **(given | more))


def test_there_are_the_six_grounds_of_the_paper() -> None:
    assert tuple(GROUNDS) == (
        "doel",
        "wettelijk_voorschrift",
        "toestemming",
        "publieke_taak",
        "onderzoek",
        "dringende_reden",
    )


FROM_THE_GOAL = [
    ("progress to the opdrachtgever", doel("voortgang", GEMEENTE, "geslachtsnaam woonplaats activiteit plaatsing"),
     YES, "geslachtsnaam woonplaats activiteit plaatsing", "doel_van_de_registratie"),
    ("schooling in a progress report", doel("voortgang", GEMEENTE, "opleiding werkervaring"), YES,
     "opleiding werkervaring", "doel_van_de_registratie"),
    ("progress does not need the bank account", doel("voortgang", GEMEENTE, "activiteit bankrekening"), YES,
     "activiteit", "doel_van_de_registratie"),
    ("progress does not need the date of birth", doel("voortgang", GEMEENTE, "geboortedatum"), NO, "", "niets_over"),
    ("progress to the former opdrachtgever", doel("voortgang", FORMER, "activiteit"), NO, "",
     "ontvanger_buiten_doel"),
    ("progress to an employer", doel("voortgang", BAKKER, "activiteit"), NO, "", "ontvanger_buiten_doel"),
    ("work history to a named employer", doel("bemiddeling", BAKKER, "geslachtsnaam opleiding activiteit"), YES,
     "geslachtsnaam opleiding activiteit", "doel_van_de_registratie"),
    ("an employer asking income", doel("bemiddeling", BAKKER, "inkomsten"), NO, "", "niets_over"),
    ("an employer asking income among what it may have", doel("bemiddeling", BAKKER, "werkervaring inkomsten"), YES,
     "werkervaring", "doel_van_de_registratie"),
    ("an employer asking the address", doel("bemiddeling", BAKKER, "adres"), NO, "", "niets_over"),
    ("mediation to who is no employer", doel("bemiddeling", SCHOOL, "opleiding"), NO, "", "ontvanger_buiten_doel"),
    ("mediation to the opdrachtgever", doel("bemiddeling", GEMEENTE, "opleiding"), NO, "", "ontvanger_buiten_doel"),
    ("a benefit carried out by UWV", doel("uitvoering_uitkering", UWV, "geslachtsnaam geboortedatum uwv_nummer"), YES,
     "geslachtsnaam geboortedatum uwv_nummer", "doel_van_de_registratie"),
    ("a benefit carried out by the Sociale Dienst",
     doel("uitvoering_uitkering", SOCIALE_DIENST, "sociale_dienst_nummer inkomsten einde_dienstverband"), YES,
     "sociale_dienst_nummer inkomsten einde_dienstverband", "doel_van_de_registratie"),
    ("a benefit carried out by UWV Werkbedrijf", doel("uitvoering_uitkering", WERKBEDRIJF, "geslachtsnaam uwv_nummer"),
     YES, "geslachtsnaam uwv_nummer", "doel_van_de_registratie"),
    ("a benefit and the address", doel("uitvoering_uitkering", UWV, "adres"), NO, "", "niets_over"),
    ("a benefit and the SVB", doel("uitvoering_uitkering", SVB, "geslachtsnaam"), NO, "", "ontvanger_buiten_doel"),
    ("a benefit and the police", doel("uitvoering_uitkering", POLITIE, "geslachtsnaam"), NO, "",
     "ontvanger_buiten_doel"),
    ("a housing corporation for re-integratie", doel("re_integratie", CORPORATIE, "geslachtsnaam adres"), BEHEERDER,
     "geslachtsnaam adres", "ander_doel"),
    ("a purpose that nobody named", doel(None, GEMEENTE, "activiteit"), NO, "", "doel_ontbreekt"),
    ("nothing is on file of what is asked", doel("voortgang", GEMEENTE, ""), NO, "", "niets_over"),
]  # fmt: skip

BY_LAW = [
    ("police citing the Vreemdelingenwet", law(POLITIE, "vreemdelingenwet"), YES, "geslachtsnaam adres", "bijlage_iii"),
    ("police about a theft with a court order", law(POLITIE, "ander"), BEHEERDER, "geslachtsnaam adres",
     "wet_niet_van_deze_instantie"),
    ("police about a theft and no law", law(POLITIE, None), NO, "", "vindplaats_ontbreekt"),
    ("a bailiff with a title", law(DEURWAARDER, "ander"), BEHEERDER, "geslachtsnaam adres", "buiten_bijlage_iii"),
    ("a bailiff citing the WW", law(DEURWAARDER, "ww"), BEHEERDER, "geslachtsnaam adres", "buiten_bijlage_iii"),
    ("a bailiff without a law", law(DEURWAARDER, None), NO, "", "vindplaats_ontbreekt"),
    ("the Autoriteit Persoonsgegevens", law(TOEZICHT, "ander"), BEHEERDER, "geslachtsnaam adres",
     "buiten_bijlage_iii"),
    ("UWV citing the WW", law(UWV, "ww"), YES, "geslachtsnaam adres", "bijlage_iii"),
    ("UWV citing the WIA for the REA of the paper", law(UWV, "wia"), YES, "geslachtsnaam adres", "bijlage_iii"),
    ("UWV citing the AOW, which is the SVB's", law(UWV, "aow"), BEHEERDER, "geslachtsnaam adres",
     "wet_niet_van_deze_instantie"),
    ("SVB citing the Anw, once AWW", law(SVB, "anw"), YES, "geslachtsnaam adres", "bijlage_iii"),
    ("a health insurer citing the Zvw, once ZFW", law(ZORG, "zvw"), YES, "geslachtsnaam adres", "bijlage_iii"),
    ("a health insurer citing the Wlz, once AWBZ", law(ZORG, "wlz"), YES, "geslachtsnaam adres", "bijlage_iii"),
    ("Justitie citing the Vreemdelingenwet", law(JUSTITIE, "vreemdelingenwet"), YES, "geslachtsnaam adres",
     "bijlage_iii"),
    ("the Belastingdienst, printed without laws", law(FISCUS, "ander"), BEHEERDER, "geslachtsnaam adres",
     "instantie_zonder_wetten"),
    ("another gemeente, printed without laws", law(ELDERS, "ander"), BEHEERDER, "geslachtsnaam adres",
     "instantie_zonder_wetten"),
    ("UWV citing Wet SUWI 54", law(UWV, "suwi"), BEHEERDER, "geslachtsnaam adres", "wet_niet_op_papier"),
    ("UWV citing the Wfsv, once PEMBA", law(UWV, "wfsv"), BEHEERDER, "geslachtsnaam adres", "wet_niet_op_papier"),
    ("the Sociale Dienst citing Participatiewet 63", law(SOCIALE_DIENST, "participatiewet"), BEHEERDER,
     "geslachtsnaam adres", "wet_niet_op_papier"),
    ("SVB citing the Participatiewet, for the AIO", law(SVB, "participatiewet"), BEHEERDER, "geslachtsnaam adres",
     "wet_niet_op_papier"),
    ("UWV calling about unemployment, under the WW", called("wettelijk_voorschrift", UWV, "ww",
     "werkloosheidsuitkering"), YES, "geslachtsnaam adres", "onderwerp_artikel_8_3"),
    ("UWV Werkbedrijf calling about entering service, under the Wet SUWI", called("wettelijk_voorschrift", WERKBEDRIJF,
     "suwi", "in_en_uitdiensttreding"), YES, "geslachtsnaam adres", "onderwerp_artikel_8_3"),
    ("Bureau Schuldhulpverlening calling about debts, under the Wgs", called("wettelijk_voorschrift", SCHULDHULP, "wgs",
     "schuldhulpverlening"), YES, "geslachtsnaam adres", "onderwerp_artikel_8_3"),
    ("Bureau Schuldhulpverlening calling about debts, under the WW", called("wettelijk_voorschrift", SCHULDHULP, "ww",
     "schuldhulpverlening"), BEHEERDER, "geslachtsnaam adres", "buiten_bijlage_iii"),
    ("the Gemeentesecretarie calling about an objection, under the Awb", called("wettelijk_voorschrift", SECRETARIE,
     "awb", "bezwaarprocedure"), YES, "geslachtsnaam adres", "onderwerp_artikel_8_3"),
    ("UWV citing the WW on the telephone about debts", called("wettelijk_voorschrift", UWV, "ww",
     "schuldhulpverlening"), BEHEERDER, "geslachtsnaam adres", "ander_onderwerp"),
    ("SZW, printed without laws", law(SZW, "ww"), BEHEERDER, "geslachtsnaam adres", "instantie_zonder_wetten"),
    ("a body of the telephone rule is not one of annex III", law(SOCIALE_DIENST, "ander"), BEHEERDER,
     "geslachtsnaam adres", "buiten_bijlage_iii"),
]  # fmt: skip

GIVEN = frozenset({UUID(int=50)})
TO_SCHOOL = consented(SCHOOL, {10, 12, 14}, "opleiding")
LATER = consented(BAKKER, {10}, from_on=date(2026, 11, 26))
TODAY = consented(BAKKER, {10}, from_on=DAY)
ENDED = consented(BAKKER, {10}, withdrawn_on=date(2026, 11, 24))
ENDED_TODAY = consented(BAKKER, {10}, withdrawn_on=DAY)
HEALTH = {"uitdrukkelijk": consented(SCHOOL, {10, 25}), "niet": consented(SCHOOL, {10, 25}, how="mondeling")}

BY_CONSENT = [
    ("a consent for a school", consent(SCHOOL, "opleiding activiteit", TO_SCHOOL), YES, "opleiding activiteit",
     "toestemming"),
    ("income, when the client consents", consent(SCHOOL, "inkomsten", TO_SCHOOL), YES, "inkomsten", "toestemming"),
    ("categories that it does not name", consent(SCHOOL, "opleiding adres", TO_SCHOOL), YES, "opleiding",
     "toestemming"),
    ("only categories that it does not name", consent(SCHOOL, "adres", TO_SCHOOL), NO, "", "niets_over"),
    ("no consent at all", facts("toestemming", SCHOOL, "opleiding", purpose="opleiding"), NO, "",
     "toestemming_ontbreekt"),
    ("a consent for somebody else", consent(CORPORATIE, "opleiding", TO_SCHOOL), NO, "", "toestemming_ontbreekt"),
    ("a consent for something else", consent(SCHOOL, "opleiding", TO_SCHOOL, purpose="wonen"), NO, "",
     "toestemming_ontbreekt"),
    ("a consent from tomorrow", consent(BAKKER, "opleiding", LATER), NO, "", "toestemming_ontbreekt"),
    ("a consent from today", consent(BAKKER, "opleiding", TODAY), YES, "opleiding", "toestemming"),
    ("a consent withdrawn yesterday", consent(BAKKER, "opleiding", ENDED), NO, "", "toestemming_ontbreekt"),
    ("a consent withdrawn today", consent(BAKKER, "opleiding", ENDED_TODAY), NO, "", "toestemming_ontbreekt"),
    ("health, expressly, to a school", consent(SCHOOL, "opleiding gezondheid", HEALTH["uitdrukkelijk"]), YES,
     "opleiding gezondheid", "toestemming"),
    ("health, not expressly, to a school", consent(SCHOOL, "opleiding gezondheid", HEALTH["niet"]), YES, "opleiding",
     "toestemming"),
    ("health, expressly, to an employer: is it free?", consent(BAKKER, "gezondheid", consented(BAKKER, {25})),
     BEHEERDER, "gezondheid", "vrij_gegeven"),
    ("health, expressly, to the opdrachtgever: is it free?", consent(GEMEENTE, "gezondheid", consented(GEMEENTE, {25})),
     BEHEERDER, "gezondheid", "vrij_gegeven"),
    ("a consent that the client contests in a request", consent(SCHOOL, "opleiding", TO_SCHOOL, contested=GIVEN),
     BEHEERDER, "opleiding", "toestemming_betwist"),
    ("what is ordinary, to an employer", consent(BAKKER, "adres", consented(BAKKER, {2})), YES, "adres", "toestemming"),
]  # fmt: skip

PUBLIC = [
    ("UWV asks, for the ZW", task(UWV, "zw"), YES, "geslachtsnaam adres", "bijlage_iii"),
    ("SVB asks, for the AKW", task(SVB, "akw"), YES, "geslachtsnaam adres", "bijlage_iii"),
    ("police ask, for the Vreemdelingenwet", task(POLITIE, "vreemdelingenwet"), YES, "geslachtsnaam adres",
     "bijlage_iii"),
    ("police ask about a theft, without court order", task(POLITIE, "ander"), NO, "", "wet_niet_van_deze_instantie"),
    ("SVB asks for the WW, which is UWV's", task(SVB, "ww"), NO, "", "wet_niet_van_deze_instantie"),
    ("UWV did not ask", task(UWV, "zw", requested=False), NO, "", "niet_verzocht"),
    ("UWV names no law", task(UWV, None), NO, "", "vindplaats_ontbreekt"),
    ("the Sociale Dienst is not on annex III", task(SOCIALE_DIENST, "ander"), NO, "", "buiten_bijlage_iii"),
    ("UWV Werkbedrijf is UWV", task(WERKBEDRIJF, "ww"), YES, "geslachtsnaam adres", "bijlage_iii"),
    ("UWV Werkbedrijf for a law of SVB", task(WERKBEDRIJF, "aow"), NO, "", "wet_niet_van_deze_instantie"),
    ("UWV asks under the Wet SUWI, which the paper does not print", task(UWV, "suwi"), BEHEERDER,
     "geslachtsnaam adres", "wet_niet_op_papier"),
    ("the Sociale Dienst asks under the Participatiewet", task(SOCIALE_DIENST, "participatiewet"), BEHEERDER,
     "geslachtsnaam adres", "wet_niet_op_papier"),
    ("the Sociale Dienst asks for a law of UWV", task(SOCIALE_DIENST, "ww"), NO, "", "buiten_bijlage_iii"),
    ("the Sociale Dienst calls about an agreement, under the Participatiewet",
     called("publieke_taak", SOCIALE_DIENST, "participatiewet", "activiteitenovereenkomst"), YES,
     "geslachtsnaam adres", "onderwerp_artikel_8_3"),
    ("a housing corporation has no public task here", task(CORPORATIE, "ander"), NO, "", "buiten_bijlage_iii"),
    ("the Belastingdienst, printed without laws", task(FISCUS, "ander"), BEHEERDER, "geslachtsnaam adres",
     "instantie_zonder_wetten"),
    ("another gemeente, printed without laws", task(ELDERS, "ander"), BEHEERDER, "geslachtsnaam adres",
     "instantie_zonder_wetten"),
]  # fmt: skip


def research(codes: str, **more: Any) -> DisclosureFacts:
    return facts("onderzoek", UNIVERSITEIT, codes, **more)


FOR_RESEARCH = [
    ("figures, privacy weighed", research("geslacht opleiding", research=ANONYMOUS, stated=True), YES,
     "geslacht opleiding", "niet_herleidbaar"),
    ("figures, privacy not weighed", research("geslacht", research=ANONYMOUS), NO, "", "afweging_ontbreekt"),
    ("a name is never not traceable", research("geslachtsnaam opleiding", research=ANONYMOUS, stated=True), YES,
     "opleiding", "niet_herleidbaar"),
    ("nobody said whether it is traceable", research("geslacht", stated=True), NO, "", "herleidbaarheid_onbekend"),
    ("traceable, B&W decided, the commission heard before", research("geslachtsnaam opleiding", research=TRACEABLE),
     YES, "geslachtsnaam opleiding", "besluit_bw"),
    ("traceable without a decision of B&W",
     research("geslachtsnaam", research=replace(TRACEABLE, decided_on=None, reference=None), stated=True), NO, "",
     "besluit_ontbreekt"),
    ("a decision without its reference", research("geslachtsnaam", research=replace(TRACEABLE, reference=None)), NO, "",
     "besluit_ontbreekt"),
    ("a decision still to come",
     research("geslachtsnaam", research=replace(TRACEABLE, decided_on=date(2026, 11, 26))), NO, "",
     "besluit_ontbreekt"),
    ("the decision dated before the hearing",
     research("geslachtsnaam", research=replace(TRACEABLE, heard_on=date(2026, 10, 21))), NO, "",
     "commissie_niet_vooraf_gehoord"),
    ("heard on the day of the decision",
     research("geslachtsnaam", research=replace(TRACEABLE, heard_on=date(2026, 10, 20))), NO, "",
     "commissie_niet_vooraf_gehoord"),
    ("never heard", research("geslachtsnaam", research=replace(TRACEABLE, heard_on=None)), NO, "",
     "commissie_niet_vooraf_gehoord"),
    ("health for research has no ground here", research("gezondheid", research=TRACEABLE), NO, "", "niets_over"),
]  # fmt: skip


def alarm(codes: str, by: Role = Role.COACH, *, stated: bool = True, **danger: bool) -> DisclosureFacts:
    facts_of = {"to_life": True, "consent_impossible": True, "beheerder_unreachable": True} | danger
    return facts("dringende_reden", AMBULANCE, codes, by=by, danger=Danger(**facts_of), stated=stated)


OF_URGENCY = [
    ("an urgent reason", facts("dringende_reden", CORPORATIE, "adres", stated=True), BEHEERDER, "adres",
     "dringende_reden"),
    ("an urgent reason that nobody wrote down", facts("dringende_reden", CORPORATIE, "adres"), NO, "",
     "reden_ontbreekt"),
    ("health for a reason that is only urgent", facts("dringende_reden", CORPORATIE, "gezondheid", stated=True), NO, "",
     "niets_over"),
    ("an ambulance about diabetes, the beheerder out of reach", alarm("gezondheid"), YES, "gezondheid",
     "vitaal_belang"),
    ("an ambulance, the beheerder at hand", alarm("gezondheid", beheerder_unreachable=False), BEHEERDER, "gezondheid",
     "beheerder_bereikbaar"),
    ("an ambulance asks the beheerder, who decides", alarm("gezondheid", Role.BEHEERDER), BEHEERDER, "gezondheid",
     "beheerder_bereikbaar"),
    ("no danger to life", alarm("adres gezondheid", to_life=False), BEHEERDER, "adres", "dringende_reden"),
    ("the client can be asked", alarm("adres gezondheid", consent_impossible=False), BEHEERDER, "adres",
     "dringende_reden"),
    ("an ambulance about health in secrecy", alarm("gezondheid!beroep"), NO, "", "niets_over"),
    ("an ambulance, and no word of why", alarm("gezondheid", stated=False), NO, "", "reden_ontbreekt"),
]  # fmt: skip

EVERY = [*FROM_THE_GOAL, *BY_LAW, *BY_CONSENT, *PUBLIC, *FOR_RESEARCH, *OF_URGENCY]


@pytest.mark.parametrize(
    ("case", "outcome", "granted", "reason"), [row[1:] for row in EVERY], ids=[r[0] for r in EVERY]
)
def test_art_8_1(case: DisclosureFacts, outcome: str, granted: str, reason: str) -> None:
    said = told(case)
    assert (said.outcome, said.granted) == (outcome, granted)
    assert reason in said.reasons


def test_a_ground_that_is_not_of_the_six_is_refused() -> None:
    assert told(facts("gewoonte", GEMEENTE, "adres")).outcome == "geweigerd"


def test_what_does_not_go_says_why() -> None:
    assert told(doel("bemiddeling", BAKKER, "opleiding inkomsten")).dropped == {"inkomsten": "buiten_doel"}
    assert told(consent(SCHOOL, "opleiding adres", TO_SCHOOL)).dropped == {"adres": "categorie_niet_genoemd"}
    assert told(doel("voortgang", FORMER, "activiteit")).dropped == {"activiteit": "ontvanger_buiten_doel"}
    named = research("geslachtsnaam opleiding", research=ANONYMOUS, stated=True)
    assert told(named).dropped == {"geslachtsnaam": "herleidbaar"}


def test_two_consents_for_the_same_recipient_and_purpose_count_together() -> None:
    one, other = consented(SCHOOL, {10}), consented(SCHOOL, {12})
    both = one | {"consents": one["consents"] + other["consents"]}
    assert told(consent(SCHOOL, "opleiding activiteit", both)).granted == "opleiding activiteit"


def test_vitaal_belang_goes_by_telephone_to_somebody_who_is_not_on_file() -> None:
    unknown = calling(None, on_file=False)
    assert told(facts("dringende_reden", AMBULANCE, "gezondheid", **ALARM, **unknown)).outcome == "toegestaan"


def test_every_number_and_means_of_contact_tells_by_itself_who_somebody_is() -> None:
    numbers = {
        field.code
        for field in FIELDS
        if field.kind in {Kind.BSN, Kind.IBAN, Kind.DOCUMENT_NUMBER, Kind.POSTCODE} or field.code.endswith("nummer")
    }
    assert numbers | {"telefoon", "e_mail", "adres", "geslachtsnaam"} <= IDENTIFYING
