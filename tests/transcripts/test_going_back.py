"""A question of a form that comes back, after `<` or a refusal; and answers that merely resemble what is on file."""

from collections.abc import Callable, Mapping

import pytest

from tests.prepared import prepared
from tests.stage import PASSWORD, Stage, Typist

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")
PERSON = '{"geslachtsnaam": "Pieters", "voornamen": "Selam", "geboortedatum": "1993-01-01", "telefoon": "072-5112233"}'
CONSENT = [
    ("Password", PASSWORD), ("anna> ", "selam"), ("2026-0001> ", "6"), ("Who may have the data", "Gemeente Alkmaar"),
    ("For what", "voortgang"), ("Which data", "1"), ("Another", "2"), ("Another", "12"), ("Another", ""),
    ("How it was given", "mondeling"), ("From which day", ""), ("Last day", ""), ("Is this right?", "<"),
    ("Last day", "<"), ("From which day", "<"), ("How it was given", "<"),
]  # fmt: skip
KEPT = [
    ("How it was given [mondeling", ""), ("From which day", ""), ("Last day", ""), ("Is this right?", ""),
    ("2026-0001> ", "0"), ("anna> ", "0"),
]  # fmt: skip


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "register", *ORDER, "--from", "-", stdin=PERSON)
    return stage


@pytest.mark.parametrize(
    ("again", "categories", "shown"),
    [
        ([("Which data [1,2,12", ""), ("Another (Enter: none)", "")], [1, 2, 12], "1 - "),
        ([("Which data [1,2,12", "5"), ("Another (Enter: none)", "")], [5], "5 - "),
        ([("Which data [1,2,12", ""), ("Another (Enter: none)", "5"), ("Another", "")], [1, 2, 5, 12], "1 - "),
        ([("Which data [1,2,12", "5"), ("Another", "<"), ("Which data [5", "2"), ("Another", "")], [2], "2 - "),
    ],
)
def test_what_was_chosen_of_a_list_stays_at_enter_and_goes_when_another_is_chosen(
    office: Stage, again: list[tuple[str, str]], categories: list[int], shown: str
) -> None:
    ran = office.wkc("menu", typed=[*CONSENT, *again, *KEPT])
    assert ran.code == 0
    (kept,) = office.json("consent", "list", "2026-1")["consents"]
    assert sorted(kept["categories"]) == categories
    summary = " ".join(ran.out.rpartition("Write down a consent")[2].split())
    assert f"Which data {shown}" in summary
    assert summary.count(" - ", 0, summary.index("How it was given")) == len(categories) + 1


def test_an_answer_from_a_list_that_may_be_left_out_is_taken_away_again_by_a_dash(office: Stage) -> None:
    typed = [
        ("Password", PASSWORD), ("anna> ", "12"), ("anna> ", "A new organisation"), ("Name of the organ", "Kantoor"),
        ("Kind of organisation", "instantie"), ("Which body of annex III", "uwv"), ("Is this right?", "<"),
        ("Which body of annex III [uwv", "-"), ("Is this right?", ""), ("anna> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    assert office.wkc("menu", typed=typed).code == 0
    assert [one["body"] for one in office.json("party", "list") if one["name"] == "Kantoor"] == [None]


def test_a_name_that_is_only_near_the_one_typed_is_chosen_by_the_person(office: Stage) -> None:
    typed = [
        ("Password", PASSWORD), ("anna> ", "peters"), ("Which client", "<"), ("anna> ", "2"),
        ("Client (number", "peters"), ("Which client", "2026-0001"), ("Kind of contact", "tel"), ("Day", ""),
        ("Note", ""), ("Is this right", ""), ("Number (Enter", ""), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.err.count("Nobody is called exactly so; these names are near it:") == 2
    assert len(office.json("contact", "list", "2026-1")["contacts"]) == 1


def test_a_command_asks_about_a_name_that_is_only_near_too(office: Stage) -> None:
    asked = ("Number, name, birth date", "peters")
    assert "Selam Pieters" in office.wkc("client", "show", typed=[asked, ("Which client", "2026-0001")]).out
    nobody = office.wkc("client", "show", typed=[asked, ("Which client", "")])
    assert nobody.code == 5
    assert "Pieters" not in nobody.out


def test_a_client_who_is_registered_or_destroyed_by_a_typed_command_is_so_on_the_list(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    choose = Typist.choose

    def watched(
        self: Typist,
        prompt: str,
        options: Mapping[str, str],
        typed: str = "",
        idle: float | None = None,
        settle: Callable[[str], str] = str,
    ) -> str:
        if prompt.startswith("Client"):
            offered.append("; ".join(f"{number} {meaning}" for number, meaning in options.items()))
        return choose(self, prompt, options, typed, idle, settle)

    monkeypatch.setattr(Typist, "choose", watched)
    office.file("smit.json", '{"geslachtsnaam": "Smit", "voornamen": "Jan", "geboortedatum": "1980-02-03"}')
    again = f"client register {' '.join(ORDER)} --from {office.folder / 'smit.json'}"
    typed = [
        ("Password", PASSWORD), ("anna> ", "2"), ("Client (number", "<"), ("anna> ", again), ("anna> ", "2"),
        ("Client (number", "<"), ("anna> ", "--yes client destroy 2026-2 --vergissing"),
        ("anna> ", "2"), ("Client (number", "<"), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    pieters = "2026-0001 Selam Pieters, 1993-01-01"
    assert offered == [pieters, f"{pieters}; 2026-0002 Jan Smit, 1980-02-03", pieters], ran.err


def test_back_at_the_search_for_a_client_opens_no_page(office: Stage) -> None:
    typed = [("Password", PASSWORD), ("anna> ", "1"), ("Client (number", "<"), ("anna> ", "<"), ("anna> ", "0")]
    ran = office.wkc("menu", typed=typed)
    assert "No client is found" not in ran.err
    assert ran.code == 0


def test_a_file_that_is_not_there_is_not_taken_for_one_whose_name_merely_holds_it(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    office.file("oude_lijst.csv", "geslachtsnaam;voornamen\nSmit;Jan\n")
    typed = [
        ("Password", PASSWORD), ("anna> ", "7"), ("The file", "lijst.csv"), ("The file", "oude"),
        ("Opdrachtgever", "^C"), ("anna> ", "0"),
    ]  # fmt: skip
    assert f"{office.folder}/lijst.csv" in "".join(office.wkc("menu", typed=typed).err.split())


def test_several_of_a_list_are_typed_with_commas_between_or_one_by_one(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    office.must("party", "add", "SVB", "--kind", "instantie", "--body", "svb")
    typed = [
        ("Password", PASSWORD), ("anna> ", "pieters"), ("2026-0001> ", "7"),
        ("2026-0001> ", "4"), ("Kind of form", "toe"), ("Who may have", "svb"), ("For what", "voortgang"),
        ("Which data", "1,99"), ("Which data", "2,<"), ("Which data", "2,-"),
        ("Which data", "1, adres"), ("Another", ""), ("Last day", ""), ("Is this right", "n"),
        ("2026-0001> ", "0"), ("2026-0001> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert "This is not on the list." in ran.err
    assert "--categories=1,2" in ran.out
