"""The screens of a person at a terminal, as they are drawn at 80 x 24 and 120 x 40: kept as text, to be looked at.

`python -m pytest` compares; a file of `screens/` that is taken away is written anew, to read what changed.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.prepared import prepared
from tests.stage import Stage
from tests.window import DOWN, F1, Window

KEPT = Path(__file__).parent / "screens"
PERSON = """{"geslachtsnaam": "Haile-Bogers van den Oudenrijn", "voornamen": "Selam Johanna",
"geboortedatum": "1993-01-01", "telefoon": "072-5112233", "e_mail": "selam@example.nl",
"adres": "Burgemeester van der Bilt-Lammerslaan 1188-bis", "postcode": "1811 AB", "woonplaats": "Alkmaar"}"""


@prepared
def office(stage: Stage) -> Stage:
    stage.must("settings", "set", "houder.contact", "072 000 00 00")
    stage.must("settings", "set", "houder.address", "Laan 1, 1811 AB Alkmaar")
    order = ("--opdrachtgever", "gemeente", "--assignment", "W-2026-12")
    stage.must("client", "register", *order, "--from", "-", stdin=PERSON)
    stage.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin="Zoekt werk in de zorg.")
    stage.must("contact", "log", "2026-1", "--kind", "telefoon", "--on", "2026-11-20")
    stage.must("contact", "plan", "2026-1", "--on", "2026-12-03", "--at", "09:30")
    stage.must("request", "receive", "2026-1", "--kind", "inzage")
    return stage


@pytest.fixture
def opened() -> Iterator[Callable[..., Window]]:
    windows: list[Window] = []

    def window(stage: Stage, *words: str, columns: int = 80, rows: int = 24, language: str = "nl_NL.UTF-8") -> Window:
        windows.append(Window(stage, *words, columns=columns, rows=rows, language=language))
        return windows[-1]

    yield window
    for one in windows:
        one.close()


def is_kept(name: str, screen: str) -> bool:
    place = KEPT / f"{name}.txt"
    if not place.exists():
        place.write_text(screen, encoding="utf-8")
        pytest.fail(f"{place} is written anew: read it, and run again")
    assert screen == place.read_text(encoding="utf-8")
    return True


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
@pytest.mark.parametrize(("language", "short"), [("nl_NL.UTF-8", "nl"), ("C.UTF-8", "en")])
def test_the_start_screen_and_the_page_of_a_client_fit(
    office: Stage, opened: Callable[..., Window], columns: int, rows: int, language: str, short: str
) -> None:
    window = opened(office, columns=columns, rows=rows, language=language)
    start = window.see("anna>")
    assert is_kept(f"start-{short}-{columns}", start)
    page = window.press("selam\r", "2026-0001>")
    whole = page[page.rindex("2026-0001 (Selam Johanna Haile-Bogers van den Oudenrijn, ") :]
    assert len(whole.splitlines()) <= 24
    assert is_kept(f"client-{short}-{columns}", whole)


def test_a_form_narrows_shows_and_keeps_in_few_keys(office: Stage, opened: Callable[..., Window]) -> None:
    window = opened(office)
    window.see("anna>")
    window.press("selam\r", "2026-0001>")
    assert is_kept("kinds-nl-80", window.press(F1, "niet_verschenen"))
    window.press("tel\r", "Dag [vandaag]")
    window.press("\r", "Notitie (Enter")
    assert is_kept("summary-nl-80", window.press("Belt morgen\r", "Klopt dit?"))
    assert is_kept("kept-nl-80", window.press("\r", "Nummer (Enter: niets)"))
    assert window.keys == 25


def test_plain_lists_are_lines_without_colours_or_boxes(office: Stage, opened: Callable[..., Window]) -> None:
    window = opened(office, "--plain")
    window.see("anna>")
    window.press("selam\r", "2026-0001>")
    assert is_kept("plain-kinds-nl-80", window.press(F1, "Soort contact:"))


@pytest.mark.parametrize(
    ("language", "all_of"), [("nl_NL.UTF-8", "{} tot en met {} van 46"), ("C.UTF-8", "{} to {} of 46")]
)
def test_a_long_list_says_which_part_of_it_is_seen(
    office: Stage, opened: Callable[..., Window], language: str, all_of: str
) -> None:
    window = opened(office, language=language)
    window.see("anna>")
    window.press("selam\r", "2026-0001>")
    assert "  geslachtsnaam  " in window.press("3\r", all_of.format(1, 12))
    lower = window.press(DOWN * 14, all_of.format(4, 15))
    seen = [line.split()[1] for line in lower.splitlines() if line.startswith(" " * 8)]
    assert (len(seen), seen[0], seen[-1]) == (12, "adres", "geboorteland_ouder")


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("nl_NL.UTF-8", "1 tot en met 20 van 26: --page 2", "21 tot en met 26 van 26"),
        ("C.UTF-8", "1 to 20 of 26: --page 2", "21 to 26 of 26"),
    ],
)
def test_a_list_of_more_pages_goes_on_at_enter(
    office: Stage, opened: Callable[..., Window], language: str, first: str, last: str
) -> None:
    rows = "geslachtsnaam\n" + "\n".join(f"Persoon {chr(97 + n)}" for n in range(25))
    office.must("client", "import", "-", "--opdrachtgever", "gemeente", "--assignment", "A9", stdin=rows)
    window = opened(office, "client", "list", language=language)
    assert first in window.see("q stop")
    assert "Persoon y" in window.press("\r", last)


def test_a_list_of_more_pages_asks_nothing_where_it_is_not_read_on_a_terminal(office: Stage) -> None:
    rows = "geslachtsnaam\n" + "\n".join(f"Persoon {chr(97 + n)}" for n in range(25))
    office.must("client", "import", "-", "--opdrachtgever", "gemeente", "--assignment", "A9", stdin=rows)
    assert office.wkc("client", "list", typed=[]).out.splitlines()[-1] == "1 to 20 of 26: --page 2"
    assert office.wkc("client", "list", "--page", "2").out.splitlines()[-1] == "21 to 26 of 26"
