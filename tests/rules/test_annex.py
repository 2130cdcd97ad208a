"""Annex III, laid beside the paper."""

from wkc.rules.disclosure.annex import BODIES, LAWS, SUBJECT_LAWS, is_of_subject, is_own_law, own_laws
from wkc.rules.disclosure.telephone import CALLERS

ANNEX_III = """
B&W van andere gemeenten
Rijksbelastingdienst
Ziekenfondsen (ZFW, AWBZ)
Uitvoeringsorgaan Werknemersverzekeringen (ZW, REA, WAJONG, WIA, WAZ, PEMBA, WW, TW)
Sociale Verzekeringsraad
Sociale Verzekeringsbank (AOW, AWW, AKW)
Algemeen Werkloosheidsfonds
Algemeen Arbeidsongeschiktheidsfonds
Toeslagenfonds
Ministerie van Justitie (Vreemdelingenwet)
Hoofd van de plaatselijke politie (Vreemdelingenwet)
Ministerie van Sociale zaken en werkgelegenheid
""".strip().splitlines()


def test_the_bodies_stand_in_the_order_of_the_paper_with_the_laws_behind_them() -> None:
    printed = []
    for body in BODIES.values():
        laws = ", ".join(LAWS[law].paper for law in body.laws)
        if body.annex_iii:
            printed.append(f"{body.paper} ({laws})" if laws else body.paper)
    assert printed == ANNEX_III


def test_a_law_that_is_gone_is_cited_by_its_successor() -> None:
    gone = {law.paper: LAWS[law.today].name for code, law in LAWS.items() if law.today != code}
    assert gone == {
        "ZFW": "Zorgverzekeringswet",
        "AWBZ": "Wet langdurige zorg",
        "REA": "Wet werk en inkomen naar arbeidsvermogen",
        "AWW": "Algemene nabestaandenwet",
    }
    assert own_laws("svb") == {"aow", "aww", "anw", "akw"}
    assert own_laws("zorgverzekeraar") == {"zfw", "zvw", "awbz", "wlz"}


def test_each_body_is_said_to_be_something_today() -> None:
    assert all(body.today for body in BODIES.values())


def test_uwv_werkbedrijf_is_uwv() -> None:
    assert own_laws("uwv_werkbedrijf") == own_laws("uwv")


def test_laws_that_the_paper_does_not_print_are_their_bodies_own() -> None:
    unprinted = {body: [law for law in LAWS if is_own_law(body, law) and law not in own_laws(body)] for body in BODIES}
    assert {body: laws for body, laws in unprinted.items() if laws} == {
        "uwv": ["suwi", "wfsv", "wazo"],
        "uwv_werkbedrijf": ["suwi", "wfsv", "wazo"],
        "svb": ["suwi", "participatiewet"],
        "sociale_dienst": ["suwi", "participatiewet", "ioaw", "ioaz"],
        "bureau_schuldhulpverlening": ["wgs"],
        "gemeentesecretarie": ["awb"],
    }


def test_each_subject_of_art_8_3_has_a_law_of_each_body_that_may_call_about_it() -> None:
    assert set(SUBJECT_LAWS) == {subject for subjects in CALLERS.values() for subject in subjects}
    for body, subjects in CALLERS.items():
        for subject in subjects:
            assert any(is_of_subject(body, subject, law) for law in SUBJECT_LAWS[subject]), (body, subject)
