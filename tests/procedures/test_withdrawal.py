"""A withdrawal ends a request without a letter: who took it in writes it down, or the beheerder (art. 11.4, 12.3)."""

from datetime import timedelta

from tests.prepared import prepared
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


@prepared
def office(stage: Stage) -> Stage:
    """Client 2026-0001 with coach bram, who asked anna for a copy."""
    stage.must("client", "import", "-", *ORDER, stdin="geslachtsnaam;voornamen\nStapper;Suze\n")
    new = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *new)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    stage.must("request", "receive", "2026-1", "--kind", "inzage")
    return stage


def coach(stage: Stage) -> Stage:
    return Stage(stage.folder, "bram", stage.now)


def withdraw(stage: Stage) -> Ran:
    return stage.wkc("--json", "request", "withdraw", "V2026-1")


def state(stage: Stage) -> str:
    return str(stage.json("request", "show", "V2026-1")["request"]["state"])


def refused(ran: Ran) -> None:
    assert (ran.code, ran.error["name"]) == (4, "withdrawal_of_another")


def test_a_coach_ends_no_request_that_somebody_else_took_in(office: Stage) -> None:
    ran = withdraw(coach(office))
    refused(ran)
    hint = "The beheerder writes the withdrawal down, or who took the request in and is still a coach of this client."
    assert ran.error["hint"] == hint
    assert state(office) == "ontvangen"
    line = next(one for one in office.json("audit", "list")["lines"] if one["action"] == "request.withdraw")
    assert (line["user_id"], line["outcome"]) == ("bram", "refused")
    assert line["details"]["reason"] == "niet_zelf_vastgelegd"


def test_nor_one_on_which_was_decided_whose_letter_did_not_go(office: Stage) -> None:
    office.must("request", "identify", "V2026-1", "--method", "bekend")
    office.must("request", "decide", "V2026-1", "--decision", "toegewezen")
    refused(withdraw(coach(office)))
    assert state(office) == "besloten"
    assert withdraw(office).code == 0
    assert state(office) == "ingetrokken"


def test_who_took_a_request_in_writes_its_withdrawal_down_at_any_time(office: Stage) -> None:
    office.must("request", "withdraw", "V2026-1")
    bram = coach(office)
    number = str(bram.json("request", "receive", "2026-1", "--kind", "afschrift")["request"]["number"])
    bram.now += timedelta(days=9)
    bram.must("request", "withdraw", number)
    assert bram.json("request", "show", number)["request"]["state"] == "ingetrokken"
