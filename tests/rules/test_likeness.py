"""Near names of one birth date are warned about, and different people are not."""

import pytest

from wkc.procedures.core.name_keys import identity
from wkc.rules.dossier.identity import PersonIdentity
from wkc.rules.dossier.likeness import judge_likeness

BORN = "1980-02-03"

NEAR = [
    ("Jansen, Piet", "Jansen, Piet", "gelijk"),
    ("Jansen, Piet", "Jansen, P.", "gelijk"),
    ("Yılmaz, Ayşe", "YILMAZ, Ayse", "gelijk"),  # noqa: RUF001
    ("van der Linden, Karel", "Linden (v.d.), Karel", "gelijk"),
    ("Jansen, Sanne", "Jansen, Sannne", "gelijk"),
    ("Jansen, Piet", "Janssen, Piet", "spelling"),
    ("Dijkstra, Ans", "Dykstra, Ans", "spelling"),
    ("Dijck, Ans", "Dyk, Ans", "spelling"),
    ("Theunissen, Jan", "Teunissen, Jan", "spelling"),
    ("Hendriks, Marie", "Hendrikx, Marie", "letter"),
    ("Jnasen, Piet", "Jansen, Piet", "letter"),
    ("de Vries, Marieke", "de Vires, Marieke", "letter"),
    ("Pieter, Jansen", "Jansen, Pieter", "omgewisseld"),
    ("Öztürk, Deniz", "Deniz, Ozturk", "omgewisseld"),
    ("Bakker-de Vries, Anna", "Bakker, Anna", "deel"),
    ("El Amrani, Fatima Zahra", "Amrani Tahiri, Fatima", "deel"),
    ("Meijer, Suze", "Maier, Suze", "klank"),
    ("Cuypers, Ben", "Kuipers, Ben", "klank"),
    ("Visser, Lotte", "Fischer, Lotte", "klank"),
    ("Schouten, Mohamed", "Schouten, Muhammad", "klank"),
]
DIFFERENT = [
    ("Jansen, Piet", "Jansen, Karel"),
    ("Jansen, Piet", "Jansema, Piet"),
    ("Jansen, Piet", "Pietersen, Jan"),
    ("Vos, Jan", "Bos, Jan"),
    ("Vos, Kim", "Vos, Tim"),
    ("de Boer, Anna", "de Groot, Anna"),
    ("Bakker, Sanne", "Bakker, Lotte"),
    ("Smit, Ali", "Smit, Ans"),
    ("Mulder, Eva", "Molenaar, Eva"),
    ("Visser, Noor", "Vissering, Noor"),
    ("Peters, Lies", "Petersen, Lies"),
    ("Yılmaz, Ayşe", "Yıldız, Ayşe"),  # noqa: RUF001
    ("El Amrani, Fatima", "El Idrissi, Fatima"),
    ("Nguyen, Anh", "Nguyen, Linh"),
    ("van Dijk, Tom", "van Dam, Tom"),
    ("Li, Wei", "Lee, Ming"),
    ("Hendriks, Marie", "Hendriks, Paul"),
    ("Bakker, Anna", "Vries, Anna"),
    ("Kaya, Deniz", "Demir, Deniz"),
    ("Willems, Joris", "Wilders, Joris"),
]


def who(name: str, born: str | None = BORN) -> PersonIdentity:
    """Read a name as `surname, first names`, a prefix where people put it."""
    surname, _, first = name.partition(", ")
    return identity({"geslachtsnaam": surname, "voornamen": first}, born)


@pytest.mark.parametrize(("one", "other", "likeness"), NEAR)
def test_near_names_of_one_birth_date_may_be_one_person(one: str, other: str, likeness: str) -> None:
    assert (judge_likeness(who(one), who(other)), judge_likeness(who(other), who(one))) == (likeness, likeness)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_people_of_one_birth_date_are_two(one: str, other: str) -> None:
    assert (judge_likeness(who(one), who(other)), judge_likeness(who(other), who(one))) == (None, None)


@pytest.mark.parametrize("born", ["1980-02-04", "1980", None])
def test_nobody_is_alike_without_one_known_birth_date(born: str | None) -> None:
    assert judge_likeness(who("Jansen, Piet"), who("Jansen, Piet", born)) is None


def test_a_near_surname_says_nothing_without_both_first_names() -> None:
    assert judge_likeness(who("Janssen"), who("Jansen, Piet")) is None
    assert judge_likeness(who("Jansen"), who("Jansen, Piet")) == "gelijk"
