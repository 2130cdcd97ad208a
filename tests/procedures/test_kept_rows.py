"""AVG 17.3 and 18.2: what a duty keeps, or the client had restricted, does not go as a mistake or of own accord."""

import pytest

from tests.faults.marks import left, shapes
from tests.prepared import prepared
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
ROWS = "geslachtsnaam;voornamen;inkomsten\nStapper;Suze;Loonmerk\n"
WHY = "Dat bedrag was anders."


@prepared
def office(stage: Stage) -> Stage:
    """Client 2026-0001 with coach bram, who logged a contact today."""
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    coach(stage).must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin="Zij bleef thuis.")
    return stage


def coach(stage: Stage) -> Stage:
    return Stage(stage.folder, "bram", stage.now)


def hold(stage: Stage, *categories: str) -> None:
    ground = ("wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", *categories)
    duty = ground if categories else ("rechtszaak",)
    stage.must("retention", "hold", "2026-1", "--ground", *duty, "--until", "2028-12-31")


def grant_restriction(stage: Stage, *entry: str) -> str:
    """Grant a restriction for a claim, of one value or else of every use; it is not carried out yet."""
    number = str(stage.json("request", "receive", "2026-1", "--kind", "beperking")["request"]["number"])
    if entry:
        stage.must("correction", "propose", number, *entry, "--why", "rechtsvordering")
    stage.must("request", "identify", number, "--method", "bekend")
    stage.must("request", "decide", number, "--decision", "toegewezen", stdin="Nodig in haar zaak.")
    stage.must("request", "notify", number)
    return number


def restrict(stage: Stage, *entry: str) -> str:
    """Grant a restriction and carry it out."""
    number = grant_restriction(stage, *entry)
    stage.must("correction", "apply", number)
    return number


def income(stage: Stage) -> str:
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    return next(str(one["number"]) for one in held if one["field"] == "inkomsten")


def take_back(stage: Stage, *row: str, reason: str = "typefout") -> Ran:
    return stage.wkc("--json", "client", "mistake", "2026-1", *row, "--reason", reason, stdin=WHY)


def initiate(stage: Stage) -> Ran:
    words = ("--kind", "verwijdering", "--why", "niet_ter_zake")
    return stage.wkc("--json", "correction", "initiate", "2026-1", income(stage), *words, stdin=WHY)


def refused(ran: Ran, error: str) -> None:
    assert (ran.code, ran.error["name"]) == (3, error)


def test_a_value_that_a_duty_keeps_is_no_mistake_to_take_back(office: Stage) -> None:
    hold(office, "14")
    refused(take_back(office, income(office)), "mistake_kept")
    assert take_back(office, "--contact", "1").code == 0  # the duty keeps incomes, and no contact


def test_a_court_case_keeps_the_notes_of_a_coach_from_that_coach(office: Stage) -> None:
    hold(office)
    for reason in ("typefout", "dubbel", "verkeerd_dossier"):
        refused(take_back(coach(office), "--contact", "1", reason=reason), "mistake_kept")
    undone = coach(office).wkc("--json", "undo", "--reason", "typefout", stdin=WHY)
    assert (undone.code, undone.error["name"]) == (5, "nothing_to_undo")


def test_what_is_about_somebody_else_a_beheerder_takes_out_for_that_reason(office: Stage) -> None:
    hold(office)
    number = income(office)
    refused(take_back(office, number), "mistake_kept")
    assert take_back(office, number, reason="verkeerd_dossier").code == 0
    assert left(office, shapes(["Loonmerk"])) == set()


def test_a_hold_that_was_a_mistake_is_taken_back_itself(office: Stage) -> None:
    hold(office)
    assert take_back(office, "--hold", "1").code == 0
    assert take_back(office, income(office)).code == 0


def test_a_use_that_the_client_had_restricted_keeps_every_row_until_it_is_lifted(office: Stage) -> None:
    number = restrict(office)
    refused(take_back(office, "--contact", "1"), "mistake_kept")
    kept = take_back(office, income(office))
    refused(kept, "mistake_kept")
    assert "once a restriction is lifted (`wkc correction lift`)" in kept.error["hint"]
    refused(initiate(office), "value_restricted")
    office.must("correction", "lift", number, "--told-on", "2026-11-23", stdin="De zaak is voorbij.")
    assert take_back(office, "--contact", "1").code == 0
    assert initiate(office).code == 0


@pytest.mark.parametrize("is_whole", [True, False])
def test_what_was_decided_before_waits_for_a_restriction_since(office: Stage, *, is_whole: bool) -> None:
    number = initiate(office).data["request"]["number"]
    restriction = restrict(office) if is_whole else restrict(office, income(office))
    words = ("--json", "correction", "apply", number, "--output", str(office.folder))
    refused(office.wkc(*words), "value_restricted")
    assert "Loonmerk" in office.must("client", "show", "2026-1").out
    office.must("correction", "lift", restriction, "--told-on", "2026-11-23", stdin="De zaak is voorbij.")
    office.must(*words)
    assert left(office, shapes(["Loonmerk"])) == set()


def remove(stage: Stage, *entries: str) -> str:
    """Receive a request to remove values, or else the whole dossier, by a client who is known."""
    number = str(stage.json("request", "receive", "2026-1", "--kind", "verwijdering")["request"]["number"])
    for entry in entries:
        stage.must("correction", "propose", number, entry, "--why", "niet_ter_zake")
    stage.must("request", "identify", number, "--method", "bekend")
    return number


def decide(stage: Stage, number: str, *decision: str, stdin: str = "") -> Ran:
    return stage.wkc("--json", "request", "decide", number, "--decision", *decision, stdin=stdin)


@pytest.mark.parametrize("restricts_use", [True, False])
@pytest.mark.parametrize("removes_dossier", [True, False])
def test_a_removal_of_what_the_client_had_restricted_is_not_granted(
    office: Stage, *, restricts_use: bool, removes_dossier: bool
) -> None:
    restriction = restrict(office) if restricts_use else restrict(office, income(office))
    number = remove(office) if removes_dossier else remove(office, income(office))
    refused(decide(office, number, "toegewezen"), "restriction_stands")
    drawn = [one["kind"] for one in office.json("letter", "list")["letters"] if one["request"] == number]
    assert drawn == ["ontvangstbevestiging"]
    office.must("correction", "lift", restriction, "--told-on", "2026-11-23", stdin="De zaak is voorbij.")
    assert decide(office, number, "toegewezen").code == 0


@pytest.mark.parametrize("removes_dossier", [True, False])
def test_a_restriction_keeps_what_it_is_about_from_the_moment_it_is_granted(
    office: Stage, *, removes_dossier: bool
) -> None:
    restriction = grant_restriction(office, income(office))
    number = remove(office) if removes_dossier else remove(office, income(office))
    refused(decide(office, number, "toegewezen"), "restriction_stands")
    office.must("request", "withdraw", restriction)
    assert decide(office, number, "toegewezen").code == 0


@pytest.mark.parametrize("removes_dossier", [True, False])
def test_what_is_restricted_as_a_whole_is_lifted_first_and_not_granted_in_part(
    office: Stage, *, removes_dossier: bool
) -> None:
    hold(office, "14")
    restrict(office, income(office))
    number = remove(office) if removes_dossier else remove(office, income(office))
    ran = decide(office, number, "toegewezen")
    refused(ran, "restriction_stands")
    assert ran.error["hint"] == ("Lift the restriction first with `wkc correction lift`, once the client was notified.")


def test_a_removal_that_was_granted_waits_for_a_restriction_that_is_granted_since(office: Stage) -> None:
    number = remove(office, income(office))
    assert decide(office, number, "toegewezen").code == 0
    office.must("request", "notify", number)
    restriction = grant_restriction(office, income(office))
    words = ("--json", "correction", "apply", number, "--output", str(office.folder))
    refused(office.wkc(*words), "value_restricted")
    office.must("correction", "apply", restriction)
    assert "Loonmerk" in office.must("client", "show", "2026-1").out
    office.must("correction", "lift", restriction, "--told-on", "2026-11-23", stdin="De zaak is voorbij.")
    office.must(*words)
    assert left(office, shapes(["Loonmerk"])) == set()


def test_a_removal_is_granted_for_as_far_as_nothing_of_it_is_restricted(office: Stage) -> None:
    restrict(office, income(office))
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    name = next(str(one["number"]) for one in entries if one["field"] == "voornamen")
    number = remove(office, income(office), name)
    part = ("deels", "--code", "ter_zake")
    ran = decide(office, number, *part, "--grant", "1", stdin=WHY)
    refused(ran, "restriction_stands")
    assert "or decide deels or afgewezen" in ran.error["hint"]
    assert decide(office, number, *part, "--grant", "2", stdin=WHY).code == 0


def test_a_whole_dossier_is_refused_for_a_duty_where_a_restriction_keeps_the_rest(office: Stage) -> None:
    hold(office, "14")
    number, duty = remove(office), ("--code", "wettelijke_bewaarplicht")
    refused(decide(office, number, "afgewezen", *duty, stdin=WHY), "duty_keeps_part")
    restrict(office)
    refused(decide(office, number, "deels", *duty, stdin=WHY), "restriction_stands")
    assert decide(office, number, "afgewezen", *duty, stdin=WHY).code == 0


def test_a_dossier_that_a_duty_keeps_says_why_and_up_to_which_day(office: Stage) -> None:
    hold(office)
    for cause in ("--early", "--vergissing"):
        ran = office.wkc("--json", "--yes", "client", "destroy", "2026-1", cause, stdin=WHY)
        refused(ran, "dossier_held")
        assert "a court case, up to 2028-12-31" in ran.error["text"]


def test_a_consent_that_the_client_contests_gives_nothing_out_by_itself(office: Stage) -> None:
    office.must("party", "add", "Bakker", "--kind", "werkgever")
    given = ("--recipient", "Bakker", "--purpose", "bemiddeling")
    office.must("consent", "give", "2026-1", *given, "--categories", "1", "--how", "schriftelijk")
    case = (*given, "--channel", "brief", "--ground", "toestemming", "--categories", "1")
    assert office.json("disclosure", "check", "2026-1", *case)["judgement"]["outcome"] == "toegestaan"
    office.must("request", "receive", "2026-1", "--kind", "verwijdering")
    office.must("correction", "propose", "V2026-1", "--consent", "1", "--why", "onjuist")
    judgement = office.wkc("--json", "disclosure", "check", "2026-1", *case).data["judgement"]
    assert judgement["outcome"] == "beheerder_beslist"
    assert "toestemming_betwist" in {step["reason"] for step in judgement["steps"]}


def test_who_made_a_letter_does_not_take_its_disclosure_or_its_consent_back_alone(office: Stage) -> None:
    """The client's copy would not have who got the data (AVG 15.1.c)."""
    address = ("--address", "Laat 1", "--postcode", "1811 EH", "--place", "Alkmaar")
    office.must("party", "add", "Bakker", "--kind", "werkgever")
    office.must("party", "set", "Bakker", *address)
    bram, given = coach(office), ("--recipient", "Bakker", "--purpose", "bemiddeling")
    bram.must("consent", "give", "2026-1", *given, "--categories", "1", "--how", "schriftelijk")
    case = (*given, "--channel", "brief", "--ground", "toestemming", "--categories", "1")
    bram.must("disclosure", "log", "2026-1", *case)
    bram.must("disclosure", "log", "2026-1", *case, "--letter", str(office.folder / "letter.pdf"))
    for row in (("--disclosure", "2"), ("--consent", "1")):
        ran = take_back(bram, *row)
        assert (ran.code, ran.error["name"]) == (4, "mistake_on_paper")
    assert take_back(bram, "--disclosure", "1").code == 0  # nothing was made of it
    for row in (("--disclosure", "2"), ("--consent", "1")):
        assert take_back(office, *row).code == 0


def test_nor_that_of_a_report_that_was_printed_and_dropped(office: Stage) -> None:
    address = ("--address", "Laat 1", "--postcode", "1811 EH", "--place", "Alkmaar")
    office.must("party", "set", "Gemeente", *address)
    bram, to = coach(office), ("--opdrachtgever", "Gemeente")
    bram.must("report", "progress", "2026-1", *to, stdin="Het gaat goed.")
    bram.must("report", "print", "2026-1", *to, "--output", str(office.folder / "report.pdf"))
    bram.must("report", "drop", "2026-1", *to)
    assert take_back(bram, "--disclosure", "1").error["name"] == "mistake_on_paper"
    assert office.json("disclosure", "list", "2026-1")["disclosures"] != []
