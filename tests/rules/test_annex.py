"""Annex III, laid beside the paper."""

from wkc.rules.disclosure.annex import BODIES, LAWS, own_laws

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
