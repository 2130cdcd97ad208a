"""Words of the law as people type them: one reading for all of them, and a wrong word gets the choices."""

import json
from pathlib import Path

import pytest

from tests.stage import Stage
from wkc.errors.register import KindUnknown, RoleWrong
from wkc.procedures.io.codes import find_code, parse_code

HOW = ("schriftelijk", "e_mail", "mondeling")


@pytest.mark.parametrize("typed", ["e_mail", "E mail", "e-mail", "E_MAIL", " email ", "E\N{NON-BREAKING HYPHEN}mail"])
def test_a_code_is_read_without_case_hyphens_spaces_and_underscores(typed: str) -> None:
    assert parse_code(typed, HOW) == "e_mail"


@pytest.mark.parametrize("typed", ["fax", "", " - ", "e.mail.adres"])
def test_a_word_that_is_none_of_them_gets_the_choices_and_is_not_repeated(typed: str) -> None:
    with pytest.raises(KindUnknown) as caught:
        parse_code(typed, HOW)
    said = " ".join(caught.value.text_and_hint)
    assert "schriftelijk, e_mail, mondeling" in said
    assert not typed.strip(" -") or typed not in said


def test_the_error_of_its_own_is_raised_where_there_is_one() -> None:
    with pytest.raises(RoleWrong):
        parse_code("Directeur", ("coach",), RoleWrong)


def test_a_choice_with_a_slash_keeps_it() -> None:
    assert find_code("Weduwe/Weduwnaar", ("gehuwd", "weduwe/weduwnaar")) == "weduwe/weduwnaar"


def test_every_command_takes_the_words_of_the_law_as_people_write_them(tmp_path: Path) -> None:
    stage = Stage(tmp_path).founded()
    stage.must("party", "add", "Gemeente", "--kind", "Opdrachtgever")
    stage.must("party", "add", "Uitvoering", "--kind", "INSTANTIE", "--body", "UWV")
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin=json.dumps({"geslachtsnaam": "Vos"}))
    password = stage.file("pw", "een lang wachtwoord 1\n")
    role = ("--name", "Bo", "--function", "coach", "--role", "Coach", "--new-password-file", str(password))
    assert stage.json("user", "designate", "bram", *role)["user"]["role"] == "coach"
    stage.must("client", "record", "2026-1", "e mail", "--source", "Geregistreerde", stdin="bo@example.nl")
    sealed = ("--source", "Geregistreerde", "--grondslag", "UAVG 30", "--geheim", "Beroep")
    stage.must("client", "record", "2026-1", "Gezondheid", *sealed, stdin="tilt niet")
    entries = {one["field"]: one for one in stage.json("client", "show", "2026-1")["dossier"]["entries"]}
    assert entries["e_mail"]["provenance"]["source"] == "geregistreerde"
    assert entries["gezondheid"]["provenance"]["grondslag"] == "uavg_30"
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--categories", "1", "--how", "E mail")
    stage.must("consent", "give", "2026-1", *consent)
