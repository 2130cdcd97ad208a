"""A first day: the program begins the register itself, and a script may leave for later what may wait."""

import pytest

from tests.stage import PASSWORD, Stage

OFFICE = ("--name", "Bureau Proef", "--place", "Alkmaar")
SUMMARY = "Is this right? Enter makes the register, < goes back, n stops"


@pytest.mark.parametrize("yes", ["", "ja", "J", "y", "yes"])
def test_a_new_register_is_agreed_to_in_either_language(bare: Stage, yes: str) -> None:
    typed = [("USER ID", "anna"), (SUMMARY, "misschien"), (SUMMARY, yes), ("New password", "^C")]
    ran = bare.wkc("init", *OFFICE, "--kvk", "12345678", typed=typed)
    assert "Answer with Enter, < or n." in ran.err


@pytest.mark.parametrize("no", ["n", "Nee", "no"])
def test_a_new_register_that_is_not_agreed_to_leaves_no_trace(bare: Stage, no: str) -> None:
    ran = bare.wkc("init", *OFFICE, "--kvk", "12345678", typed=[("USER ID", "anna"), (SUMMARY, no)])
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
    refused = bare.wkc("menu", typed=[(offer, "wat"), (offer, "n")])
    assert refused.code == 5
    assert "Answer with Enter or n." in refused.err
    assert "Make one with `wkc init`" in refused.err
