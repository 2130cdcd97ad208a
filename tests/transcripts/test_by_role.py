"""The screen by role: each line proposes what its reader may do, and looks outside the caseload are seen."""

import json
from dataclasses import replace

from tests.prepared import prepared
from tests.stage import PASSWORD, Stage
from wkc.cli.forms.start_screen import START_MENU, list_permitted
from wkc.records.user import Role

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")
COLLEAGUE = "A client of a colleague, in an emergency"
WHY = "Carla is ziek en meneer Dal belt over zijn intake."


@prepared
def office(stage: Stage) -> Stage:
    """Coach bram with client Berg, and client Dal, who is nobody's."""
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "Bram", "--role", "coach", "--function", "coach", *password)
    rows = json.dumps([{"geslachtsnaam": "Berg"}, {"geslachtsnaam": "Dal"}])
    stage.must("client", "import", "-", *ORDER, stdin=rows)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    return stage


def said(text: str) -> str:
    return " ".join(text.split())


def lines_of(role: Role) -> list[str]:
    return [item.line for item in list_permitted(START_MENU, role)]


def test_the_menu_offers_a_colleagues_client_to_who_needs_a_reason_for_it() -> None:
    assert COLLEAGUE in lines_of(Role.COACH)
    assert COLLEAGUE in lines_of(Role.MANAGEMENT)
    assert COLLEAGUE not in lines_of(Role.BEHEERDER)
    assert COLLEAGUE not in lines_of(Role.MEDEWERKER)


def test_a_coach_opens_a_colleagues_client_from_the_menu_and_gives_the_reason_once(office: Stage) -> None:
    bram = replace(office, user="bram")
    typed = [
        ("Password", PASSWORD),
        ("bram> ", "in an emergency"),
        ("Reason to look outside your caseload", WHY),
        ("Number, name", "dal"),
        ("bram> ", "0"),
    ]
    ran = bram.wkc("menu", typed=typed)
    assert "This is `wkc --noodinzage client show`." in ran.err
    assert "2026-0002 (Dal)" in ran.out


def test_the_agenda_says_who_looked_at_whom_and_the_review_shows_why_before_it_asks(office: Stage) -> None:
    bram = replace(office, user="bram")
    bram.must("--break-glass-file", "-", "client", "show", "2026-2", stdin=WHY)
    line = next(one for one in office.json("agenda")["items"] if one["duty"] == "inzien_nagaan")
    assert (line["by"], line["client"]) == ("bram", "2026-0002")
    review = f"`wkc audit review {line['subject']}`"
    assert f"see why bram looked outside the caseload ({review}), 2026-0002" in said(office.must("agenda").out)
    kept = office.wkc("audit", "review", line["subject"], typed=[("Is the reason good", "no")])
    assert WHY in said(kept.out)
    assert office.json("audit", "list", "--break-glass")[0]["line"] == int(line["subject"])
    office.wkc("audit", "review", line["subject"], typed=[("Is the reason good", "yes")])
    assert office.json("audit", "list", "--break-glass") == []


def test_a_coach_puts_a_new_employer_on_file_in_the_middle_of_a_disclosure(office: Stage) -> None:
    bram = replace(office, user="bram")
    typed = [
        ("Recipient", "new"),
        ("Name of the organisation", "Bakkerij Bol"),
        ("How is it asked", "brief"),
        ("Ground", "doel"),
        ("For which purpose", "bemiddeling"),
        ("Category of annex I", "1"),
        ("Another category", ""),
        ("Note", ""),
    ]
    ran = bram.wkc("disclosure", "check", "2026-1", typed=typed)
    assert "Bakkerij Bol is on file as employer." in ran.err
    assert [one["name"] for one in office.json("party", "list")] == ["Bakkerij Bol", "Gemeente Alkmaar"]
