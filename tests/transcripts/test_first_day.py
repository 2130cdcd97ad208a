"""A first day: the program begins the register itself, and a script may leave for later what may wait."""

import pytest

from tests.stage import PASSWORD, Stage, Typist
from wkc.__main__ import main
from wkc.cli.forms.recovery_codes import prove_written_down
from wkc.cli.terminal.context import CliContext
from wkc.cli.terminal.invocation import GlobalOptions, Invocation

OFFICE = ("--name", "Bureau Proef", "--place", "Alkmaar")
FIRST = (("USER ID", "anna"), ("Name of the first beheerder", "Anna Bos"), ("Function of the first beheerder [", ""))
SUMMARY = "Is this right? Enter makes the register, < goes back, n stops"


@pytest.mark.parametrize("yes", ["", "ja", "J", "y", "yes"])
def test_a_new_register_is_agreed_to_in_either_language(bare: Stage, yes: str) -> None:
    typed = [*FIRST, (SUMMARY, "misschien"), (SUMMARY, yes), ("New password", "^C")]
    ran = bare.wkc("init", *OFFICE, "--kvk", "12345678", typed=typed)
    assert "Answer with Enter, < or n." in ran.err


@pytest.mark.parametrize("no", ["n", "Nee", "no"])
def test_a_new_register_that_is_not_agreed_to_leaves_no_trace(bare: Stage, no: str) -> None:
    ran = bare.wkc("init", *OFFICE, "--kvk", "12345678", typed=[*FIRST, (SUMMARY, no)])
    assert ran.code == 130
    assert not bare.home.exists()


def test_a_script_may_leave_the_kvk_number_for_later(bare: Stage) -> None:
    bare.password_file.write_text(PASSWORD + "\n", encoding="utf-8")
    bare.password_file.chmod(0o600)
    ran = bare.wkc("--json", "init", *OFFICE, "--beheerder", "anna")
    assert ran.code == 0
    assert ran.err == ""
    assert "houder.kvk" in bare.must("processing", "show").out


def test_the_program_offers_to_begin_where_there_is_no_register(bare: Stage) -> None:
    offer = f"There is no register in {bare.home}. Enter makes one, n stops"
    begun = bare.wkc("menu", typed=[(offer, ""), ("Name of the office", "<")])
    assert begun.code == 130
    assert begun.err.count("Interrupted; nothing was changed.") == 1
    refused = bare.wkc("menu", typed=[(offer, "wat"), (offer, "n")])
    assert refused.code == 5
    assert "Answer with Enter or n." in refused.err
    assert "Make one with `wkc init`" in refused.err


def test_the_first_beheerder_has_a_name_and_a_function(bare: Stage) -> None:
    bare.password_file.write_text(PASSWORD + "\n", encoding="utf-8")
    bare.password_file.chmod(0o600)
    bare.must("--yes", "init", *OFFICE, "--beheerder", "anna", "--person", "Anna Bos", "--function", "directeur")
    assert (bare.json("whoami")["user"]["name"], bare.json("whoami")["user"]["function"]) == ("Anna Bos", "directeur")


def test_a_script_that_names_the_user_id_alone_gets_it_as_the_name(bare: Stage) -> None:
    bare.founded()
    assert (bare.json("whoami")["user"]["name"], bare.json("whoami")["user"]["function"]) == ("anna", "directie")


def test_a_name_that_no_paper_can_show_is_refused_before_a_password_is_asked(bare: Stage) -> None:
    ran = bare.wkc("--json", "init", *OFFICE, "--beheerder", "anna", "--person", "Anna 🙂")
    assert (ran.code, ran.error["name"]) == (6, "sign_unprintable")
    assert not bare.home.exists()


CODES = ("00000-11111-22222-33333-44444-55555-66666-77777", "88888-99999-AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF")


def prove(stage: Stage, *typed: str) -> tuple[Typist, str]:
    """Type groups of both codes back; give the terminal and what it showed."""
    typist = Typist([("Type group", group) for group in typed])
    environment = stage.environment(typist=typist)
    options = GlobalOptions(None, None, None, json=False, yes=False, purpose=None, break_glass=False,
                            break_glass_file=None)  # fmt: skip
    prove_written_down(CliContext(Invocation(environment, main, None, [], None), options), CODES)
    return typist, environment.stderr.buffer.getvalue().decode()  # type: ignore[attr-defined]


def test_codes_that_were_written_down_are_taken_off_the_screen(bare: Stage) -> None:
    typist, shown = prove(bare, "nee", "11111", "bbbbb")
    assert typist.cleared
    assert "Both codes are written down" in shown


@pytest.mark.parametrize("typed", [("^C",), ("1", "2", "3"), ("11111", "1", "2", "^C")])
def test_codes_that_were_not_written_down_stay_on_the_screen(bare: Stage, typed: tuple[str, ...]) -> None:
    typist, shown = prove(bare, *typed)
    assert not typist.cleared
    assert "write both down now" in shown
