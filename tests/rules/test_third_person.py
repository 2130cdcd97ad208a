"""Places in a text that look like somebody else (AVG 15.4): shown rather too often than too rarely."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wkc.records.review import Clue
from wkc.rules.requests.third_person import find_others

KNOWN = ("Suze de Vries", "Gemeente Alkmaar", "Anna Bos", "06-12345678", "suze@example.nl", "Alkmaar")


def clues(text: str) -> list[tuple[str, Clue]]:
    return [(text[one.start : one.end], one.clue) for one in find_others(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zus Sterre Achterberg past op.", [("Sterre Achterberg", Clue.NAAM)]),
        ("Bel haar via 06 8765 4321.", [("06 8765 4321", Clue.TELEFOON)]),
        ("Bel de zus: Sterre", ["Sterre"]),
        ("Begeleider: Hesseling.", ["Hesseling"]),
        ("Gesproken met de buurvrouw; Veldmeting belt.", ["Veldmeting"]),
        ("Bel +31 (0)6-87654321 of 0031687654321", ["+31 (0)6-87654321", "0031687654321"]),
        ("072-5551234 is het nummer van S. de Boer", ["072-5551234", "S. de Boer"]),
        ("mail naar Sterre.Achter@example.org, graag", [("Sterre.Achter@example.org", Clue.E_MAIL)]),
        ("BSN 111222333 hoort bij het kind", [("111222333", Clue.NUMMER), ("kind", Clue.NAASTE)]),
        ("Jeroen belde terug.", [("Jeroen", Clue.NAAM)]),
        ("Het ging goed. Daarna belde Özlem Çelik-Yildiz.", ["Özlem Çelik-Yildiz"]),
        ("woont bij haar moeder", [("moeder", Clue.NAASTE)]),
        ("samen met El Houssain bin Ali", ["El Houssain bin Ali"]),
        ("Jan-Peter van 't Hof zegt af", ["Jan-Peter van 't Hof"]),
        ("Afgezegd door mevrouw van der Leest", ["Leest"]),
        ("Belt Sterre Achterberg", ["Belt Sterre Achterberg"]),
    ],
)
def test_what_looks_like_somebody_else_is_shown(text: str, found: list[object]) -> None:
    shown = clues(text)
    for one in found:
        assert (one in shown) if isinstance(one, tuple) else (one in [words for words, _ in shown]), shown


@pytest.mark.parametrize(
    "text",
    [
        "Suze de Vries komt op maandag terug in Alkmaar.",
        "Zij belde met 0612345678 en met +31 6 12345678.",
        "Gesprek met de Gemeente Alkmaar over de WW en de ZW.",
        "Sollicitatie verstuurd. Ondersteuning loopt.",
        "haar adres is SUZE@example.nl",
        "Anna Bos sprak haar op 12 januari 2026 om 09:30; 2026-01-12.",
        "Zij verdient 1.250,00 euro.",
        "Belt morgen terug.",
        "Ziek gemeld. Afgezegd tot maandag.",
        "Krantenwijk",
    ],
)
def test_the_client_the_parties_and_the_users_are_nobody_else(text: str) -> None:
    assert clues(text) == []


@given(st.text(alphabet="aA bB.'@-0123456789+()\n é", max_size=60))
def test_places_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = find_others(text, KNOWN)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
