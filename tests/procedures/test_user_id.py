"""USER IDs in whatever letters they are typed, and the one that nobody ever had."""

from dataclasses import replace

from tests.prepared import prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


def colleague(stage: Stage, user: str) -> None:
    words = ("--name", user.title(), "--role", "coach", "--function", "coach")
    stage.must("user", "designate", user, *words, "--new-password-file", str(stage.password_file))


@prepared
def office(stage: Stage) -> Stage:
    """Two clients of bram, with dirk who has none."""
    for name in ("Haile", "Dal"):
        stage.must("client", "register", *ORDER, "--from", "-", stdin=f'{{"geslachtsnaam": "{name}"}}')
    colleague(stage, "bram")
    colleague(stage, "dirk")
    stage.must("client", "assign", "2026-1", "2026-2", "--coach", "Bram")
    return stage


def test_a_user_signs_in_by_a_user_id_in_any_letters(office: Stage) -> None:
    assert replace(office, user="BRAM").json("whoami")["user"]["user_id"] == "bram"
    assert replace(office, user=" Anna ").json("whoami")["user"]["user_id"] == "anna"


def test_a_user_id_after_a_command_is_read_in_any_letters(office: Stage) -> None:
    assert {line["user_id"] for line in office.json("audit", "list", "--user", "ANNA")["lines"]} == {"anna"}
    assert office.json("user", "show", "Bram")["user"]["user_id"] == "bram"
    assert office.json("client", "assign", "--all-of", "BRAM", "--coach", "DIRK")["coach"] == "dirk"


def test_the_caseload_of_who_never_was_is_no_empty_caseload(office: Stage) -> None:
    ran = office.wkc("--json", "client", "assign", "--all-of", "bestaatniet", "--coach", "dirk")
    assert (ran.code, ran.error["name"]) == (5, "user_unknown")
    assert office.json("client", "assign", "--all-of", "dirk", "--coach", "bram")["numbers"] == []


def test_one_wrong_number_among_several_is_named_by_its_place(office: Stage) -> None:
    ran = office.wkc("client", "assign", "2026-1", "2026-99", "2026-2", "--coach", "dirk")
    assert "No client is found by number 2 of what was typed." in ran.err
    assert "2026-99" not in ran.err
    assert office.json("client", "show", "2026-1")["dossier"]["client"]["coach"] == "bram"
    alone = office.wkc("--json", "client", "assign", "2026-99", "--coach", "dirk")
    assert alone.error["name"] == "client_unknown"


def test_the_log_of_a_recovery_code_is_read_where_it_has_lines(office: Stage) -> None:
    assert office.wkc("--json", "audit", "list", "--user", "recovery-1").error["name"] == "user_unknown"
    codes = office.must("--yes", "--json", "recover", "--new-codes").data["recovery_codes"]
    new = ("--name", "Cor", "--function", "directie", "--new-password-file", str(office.password_file))
    code = office.file("code", codes[0])
    office.must("--yes", "recover", "--code-file", str(code), "--beheerder", "cor", *new)
    cor = replace(office, user="cor")
    lines = cor.json("audit", "list")["lines"]
    (by,) = {line["user_id"] for line in lines} - {"anna", "bram", "dirk", "cor"}
    assert by.startswith("recovery")
    assert {line["user_id"] for line in cor.json("audit", "list", "--user", by)["lines"]} == {by}
