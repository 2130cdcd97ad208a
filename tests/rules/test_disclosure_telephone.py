"""Art. 8.3: by telephone only to people we know at five bodies, each about its own subjects."""

import pytest

from tests.rules.disclosures import ALARM, calling, citing, consented, facts, told
from tests.rules.parties import (
    AMBULANCE,
    BAKKER,
    GEMEENTE,
    POLITIE,
    SCHULDHULP,
    SECRETARIE,
    SOCIALE_DIENST,
    SVB,
    UWV,
    WERKBEDRIJF,
)
from wkc.records.disclosure import DisclosureFacts, Recipient
from wkc.rules.disclosure.telephone import CALLERS

YES, NO, BEHEERDER = "toegestaan", "geweigerd", "beheerder_beslist"
WW, WAO = "werkloosheidsuitkering", "arbeidsongeschiktheidsuitkering"
DIENST, OVEREENKOMST = "in_en_uitdiensttreding", "activiteitenovereenkomst"


def uwv(**call: object) -> DisclosureFacts:
    said = calling(**({"subject": WW} | call))  # type: ignore[arg-type]
    return facts("doel", UWV, "geslachtsnaam inkomsten", purpose="uitvoering_uitkering", **said)


def consent(to: Recipient, subject: str | None, *, on_file: bool = True) -> DisclosureFacts:
    return facts("toestemming", to, "activiteit", **consented(to, {12}, "overleg"), **calling(subject, on_file=on_file))


def test_the_five_bodies_and_their_subjects_are_those_of_the_paper() -> None:
    assert {body: set(subjects) for body, subjects in CALLERS.items()} == {
        "uwv": {"arbeidsongeschiktheidsuitkering", "werkloosheidsuitkering"},
        "uwv_werkbedrijf": {"in_en_uitdiensttreding"},
        "sociale_dienst": {"in_en_uitdiensttreding", "activiteitenovereenkomst"},
        "bureau_schuldhulpverlening": {"schuldhulpverlening"},
        "gemeentesecretarie": {"bezwaarprocedure"},
    }


TELEPHONE = [
    ("UWV, on file, no doubt", uwv(), YES, "bekende_beller"),
    ("UWV about incapacity", uwv(subject=WAO), YES, "bekende_beller"),
    ("UWV, on file, in doubt", uwv(doubt=True), NO, "twijfel"),
    ("UWV, on file, in doubt, called back on a number from its site", uwv(doubt=True, back="website"), YES,
     "teruggebeld"),
    ("UWV, on file, in doubt, called back on the number of the call", uwv(doubt=True, back="gesprek"), NO,
     "nummer_uit_het_gesprek"),
    ("nobody said whether there is doubt", uwv(doubt=None), NO, "twijfel_niet_beantwoord"),
    ("UWV, caller not on file", uwv(on_file=False), BEHEERDER, "beller_niet_bekend"),
    ("UWV, caller not on file, called back", uwv(on_file=False, back="website"), BEHEERDER, "beller_niet_bekend"),
    ("UWV, caller not on file, in doubt", uwv(on_file=False, doubt=True), NO, "twijfel"),
    ("UWV, caller not on file, in doubt, called back", uwv(on_file=False, doubt=True, back="website"), BEHEERDER,
     "beller_niet_bekend"),
    ("UWV about debts", uwv(subject="schuldhulpverlening"), BEHEERDER, "ander_onderwerp"),
    ("UWV about nothing in particular", uwv(subject=None), BEHEERDER, "ander_onderwerp"),
    ("UWV Werkbedrijf about entering service", consent(WERKBEDRIJF, DIENST), YES, "bekende_beller"),
    ("UWV Werkbedrijf about a benefit", consent(WERKBEDRIJF, WW), BEHEERDER, "ander_onderwerp"),
    ("Sociale Dienst about leaving service", consent(SOCIALE_DIENST, DIENST), YES, "bekende_beller"),
    ("Sociale Dienst about an activity agreement", consent(SOCIALE_DIENST, OVEREENKOMST), YES, "bekende_beller"),
    ("Sociale Dienst about an objection", consent(SOCIALE_DIENST, "bezwaarprocedure"), BEHEERDER, "ander_onderwerp"),
    ("Bureau Schuldhulpverlening about debts", consent(SCHULDHULP, "schuldhulpverlening"), YES, "bekende_beller"),
    ("Bureau Schuldhulpverlening about service", consent(SCHULDHULP, DIENST), BEHEERDER, "ander_onderwerp"),
    ("Gemeentesecretarie about an objection", consent(SECRETARIE, "bezwaarprocedure"), YES, "bekende_beller"),
    ("Gemeentesecretarie about debts", consent(SECRETARIE, "schuldhulpverlening"), BEHEERDER, "ander_onderwerp"),
    ("the opdrachtgever by telephone", consent(GEMEENTE, OVEREENKOMST), BEHEERDER, "andere_instantie"),
    ("an employer by telephone", consent(BAKKER, DIENST), BEHEERDER, "andere_instantie"),
    ("SVB by telephone, on its own law", facts("wettelijk_voorschrift", SVB, "adres", **citing("aow"), **calling(WW)),
     BEHEERDER, "andere_instantie"),
    ("police by telephone, on their own law",
     facts("wettelijk_voorschrift", POLITIE, "adres", **citing("vreemdelingenwet"), **calling(None)), BEHEERDER,
     "andere_instantie"),
    ("the ground is needed besides", facts("doel", UWV, "adres", purpose="voortgang", **calling(WW)), NO,
     "ontvanger_buiten_doel"),
    ("an ambulance in danger, not on file", facts("dringende_reden", AMBULANCE, "gezondheid", **ALARM,
     **calling(None, on_file=False)), YES, "geen_twijfel"),
    ("an ambulance in danger, in doubt", facts("dringende_reden", AMBULANCE, "gezondheid", **ALARM,
     **calling(None, on_file=False, doubt=True)), NO, "twijfel"),
    ("an ambulance in danger, in doubt, called back at the hospital", facts("dringende_reden", AMBULANCE, "gezondheid",
     **ALARM, **calling(None, on_file=False, doubt=True, back="gids")), YES, "teruggebeld"),
    ("an ambulance in danger, doubt not answered", facts("dringende_reden", AMBULANCE, "gezondheid", **ALARM,
     **calling(None, on_file=False, doubt=None)), NO, "twijfel_niet_beantwoord"),
    ("an urgent reason by telephone", facts("dringende_reden", UWV, "adres", stated=True, **calling(WW)), BEHEERDER,
     "dringende_reden"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "outcome", "reason"), [row[1:] for row in TELEPHONE], ids=[r[0] for r in TELEPHONE])
def test_art_8_3(case: DisclosureFacts, outcome: str, reason: str) -> None:
    said = told(case)
    assert said.outcome == outcome
    assert reason in said.reasons


def test_in_writing_the_telephone_rule_has_no_say() -> None:
    assert told(facts("doel", UWV, "inkomsten", purpose="uitvoering_uitkering")).reasons == [
        "geen_geheim",
        "doel_van_de_registratie",
        "klassen",
        "niet_betwist",
    ]
