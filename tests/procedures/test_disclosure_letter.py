"""The letter of a disclosure, drawn again: for whom it is, and the digest of the one before (art. 7, 8.1, 14.1)."""

from datetime import timedelta
from hashlib import sha256

from tests.procedures.test_disclosure import BY_CONSENT, PROGRESS, again, ask, office
from tests.stage import Stage

__all__ = ["office"]


def as_medewerker(stage: Stage) -> None:
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "mo", "--name", "M", "--role", "medewerker", "--function", "f", *password)
    stage.user = "mo"


def test_a_medewerker_gets_no_letter_of_what_somebody_else_put_on_file(office: Stage) -> None:
    assert ask(office, PROGRESS | {"note": "Alleen voor de coach."}, [1]) == 0
    as_medewerker(office)
    place = office.folder / "one.pdf"
    ran = again(office, 1, place)
    assert (ran.code, ran.error["name"], place.exists()) == (4, "not_permitted", False)
    assert "Alleen voor de coach." not in ran.out


def test_a_medewerker_gets_the_letter_of_what_they_put_on_file_as_a_coach(office: Stage) -> None:
    office.user = "bram"
    assert ask(office, PROGRESS, [1], "--letter", str(office.folder / "one.pdf")) == 0
    office.user = "anna"
    office.must("user", "role", "bram", "medewerker", "--function", "f")
    office.user = "bram"
    assert again(office, 1, office.folder / "two.pdf").code == 0


def test_the_digest_of_the_letter_that_went_first_stays_in_the_log(office: Stage) -> None:
    first, second = office.folder / "one.pdf", office.folder / "two.pdf"
    assert ask(office, PROGRESS, [1], "--letter", str(first)) == 0
    office.now = office.now.replace(hour=office.now.hour + 1)
    assert again(office, 1, second).code == 0
    lines = office.json("audit", "list")["lines"]
    kept = [one["details"]["sha256"] for one in lines if one["details"].get("step") == "letter"]
    assert kept == [sha256(paper.read_bytes()).hexdigest() for paper in (second, first)]
    assert kept[0] != kept[1]


def test_what_is_put_on_file_for_an_earlier_day_gives_no_letter_of_what_may_not_go_today(office: Stage) -> None:
    """A consent that was withdrawn since let the data go then; a letter would give them now (AVG 7.3)."""
    given = ("--recipient", "Hogeschool", "--purpose", "opleiding", "--categories", "1", "--how", "schriftelijk")
    office.must("consent", "give", "2026-1", *given)
    office.now += timedelta(days=2)
    office.must("consent", "withdraw", "2026-1", "1")
    office.now += timedelta(days=1)
    earlier = BY_CONSENT | {"on": "2026-11-24", "why_late": "Niet eerder opgeschreven."}
    place = office.folder / "letter.pdf"
    assert ask(office, earlier, [1], "--letter", str(place)) == 3
    assert ask(office, earlier, [1]) == 0
    assert again(office, 1, place).error["name"] == "recipient_letter_changed"
    assert not place.exists()


def test_nor_does_a_letter_go_again_that_the_beheerder_has_to_decide_on_now(office: Stage) -> None:
    assert ask(office, PROGRESS, [1]) == 0
    office.must("request", "receive", "2026-1", "--kind", "bezwaar")
    place = office.folder / "letter.pdf"
    assert again(office, 1, place).error["name"] == "recipient_letter_changed"
    office.must("request", "withdraw", "V2026-1")
    assert again(office, 1, place).code == 0
