"""The menus have each command that people need, in lines that fit on a screen in both languages."""

from collections.abc import Iterator

import pytest

from tests.catalogue import PO
from tests.stage import PASSWORD, Stage
from tests.transcripts.test_guided import COMMANDS, items
from wkc.cli.forms.menu_search import find_beneath, find_item, has_words
from wkc.cli.forms.start_screen import CLIENT_MENU, FORMS, START_MENU, MenuItem, list_permitted
from wkc.cli.views.start_screen import COMMAND
from wkc.i18n import _, use
from wkc.records.user import Role

LEFT_OUT = {
    "begins or ends a session, or comes before there is a register": (
        "init", "demo", "login", "logout", "recover", "shell", "menu", "whoami",
    ),
    "done by typing at any menu, or shown by another line": (
        "client find", "client list", "client fields", "user show", "settings show", "handboek", "reglement",
    ),
    "judges and keeps nothing: the line that writes it down judges too": ("disclosure check", "report show"),
    "after what happens once in years, and said by the error that asks for it": ("audit accept", "audit export"),
    "done by the plan of the night": ("backup list", "backup prune"),
    "by the opdrachtgever's list itself": ("party columns",),
}  # fmt: skip
"""The commands of no menu, by the reason."""


def every_item() -> list[MenuItem]:
    return [*items(START_MENU), *items(CLIENT_MENU)]


def test_each_command_is_in_a_menu_or_is_left_out_for_a_reason() -> None:
    offered = {" ".join(word for word in item.command.split() if word[0] != "-") for item in every_item()}
    offered |= {" ".join(FORMS[key].words) for form in FORMS.values() for key in form.next}
    left_out = {one for group in LEFT_OUT.values() for one in group}
    assert set(COMMANDS) - offered - left_out == set()
    assert left_out - set(COMMANDS) == set()


def dutch() -> dict[str, str]:
    from babel.messages.pofile import read_po

    with PO.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file) if isinstance(one.id, str)}


@pytest.mark.parametrize("words", [{}, dutch()], ids=["English", "Dutch"])
def test_each_line_ends_before_the_column_of_its_command(words: dict[str, str]) -> None:
    """Two digits and two blanks come before a line."""
    lines = {words.get(item.line, item.line) for item in every_item()}
    assert sorted(line for line in lines if len(line) > COMMAND - 4) == []


@pytest.mark.parametrize("role", Role)
def test_each_menu_fits_on_a_screen_of_24_lines(role: Role) -> None:
    """A heading, an empty line, the way back and the prompt come with the lines of a menu."""
    menus = [list_permitted(item.menu, role) for item in every_item() if item.menu]
    assert max(map(len, menus), default=0) <= 20


def test_what_destroys_is_offered_to_the_beheerder_alone() -> None:
    destroying = [item for item in every_item() if item.command in {"client destroy", "retention run", "client link"}]
    assert len(destroying) == 6
    for role in (Role.COACH, Role.MEDEWERKER, Role.MANAGEMENT):
        assert list_permitted(destroying, role) == ()


def test_two_words_of_a_line_choose_it_from_the_menu_above_it() -> None:
    (found,) = find_beneath(START_MENU, "new organisation", Role.BEHEERDER)
    assert found.command == "party add"
    assert find_beneath(START_MENU, "organisation", Role.BEHEERDER) == ()
    assert find_beneath(START_MENU, "five years", Role.COACH) == ()


def test_two_words_of_more_lines_choose_none_and_name_them(stage: Stage) -> None:
    typed = [("Password", PASSWORD), ("anna> ", "an organisation"), ("anna> ", "0")]
    shown = " ".join(stage.wkc("menu", typed=typed).err.split())
    assert "More lines have this: Which body an organisation is by law; All that is known of an organisation; " in shown


SURNAMES = (
    *("van Buiten", "de Rapper", "van den Berg", "van B", "van H", "van d", "de K", "de D", "de W", "in 't", "op de"),
    *("van der", "van een", "with a", "Ten Over", "de Brie", "Over de Linden", "of a"),
)
"""Surnames and beginnings of them, some of which a line has as a part; the prepositions of both languages too."""


@pytest.fixture(params=["C.UTF-8", "nl_NL.UTF-8"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use({"LC_ALL": request.param})
    yield request.param
    use({"LC_ALL": "C.UTF-8"})


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("menu", [START_MENU, CLIENT_MENU], ids=["start", "client"])
def test_a_surname_of_more_words_chooses_no_line(menu: tuple[MenuItem, ...]) -> None:
    for typed in SURNAMES:
        assert find_item(menu, typed) is None, typed
        assert find_beneath(menu, typed, Role.BEHEERDER) == (), typed


@pytest.mark.usefixtures("language")
def test_a_line_of_more_words_is_chosen_by_them_in_either_language() -> None:
    for item in every_item():
        words = _(item.line)
        assert " " not in words or has_words(words, words), words


def test_what_a_surname_is_a_part_of_is_a_line_for_whom_no_client_is_called(stage: Stage) -> None:
    """Nobody is called "van B" at first; then somebody is, and the same words open the page."""
    dutch = {"LC_ALL": "nl_NL.UTF-8", "LANG": "nl_NL.UTF-8"}
    stage.environ = {**stage.environ, **dutch}
    typed = [("Wachtwoord", PASSWORD), ("anna> ", "van b"), ("Eerst is deze stap nodig", "n"), ("anna> ", "0")]
    before = stage.wkc("menu", typed=typed)
    assert "Zoeken wie er van buiten vraagt" in before.err, before.err
    people = "geslachtsnaam;voorvoegsel;voornamen\nBuiten;van;Suze\nBerg;van den;Piet\nRapper;de;Kees\n"
    stage.must("client", "import", "-", "--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", stdin=people)
    for name, number in (("van Buiten", "2026-0001"), ("van den Berg", "2026-0002"), ("de Rapper", "2026-0003")):
        typed = [("Wachtwoord", PASSWORD), ("anna> ", name), (f"{number}> ", "0"), ("anna> ", "0")]
        assert stage.wkc("menu", typed=typed).code == 0, name
