"""Each guided form ends in a command that exists, in words that it takes, and leads to forms that exist."""

import pytest

from tests.transcripts.test_interface import every_command
from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.form import Answers, Form
from wkc.cli.forms.guided.request_words import REASONS
from wkc.cli.forms.start_screen import CLIENT_MENU, FORMS, START_MENU, MenuItem
from wkc.rules.access.purpose import PURPOSE_OF
from wkc.rules.requests.correction import WHY

COMMANDS = {" ".join(path): command for path, command in every_command()}
ANSWERS: Answers = {
    "client": "2026-0001", "request": "V2026-0001", "kind": "telefoon", "on": "today", "note": "Een opmerking",
    "field": "telefoon", "value": "072-5112233", "source": "geregistreerde", "where": "in_plaats_van",
    "opdrachtgever": "Gemeente", "assignment": "A1", "recipient": "UWV", "purpose": "voortgang", "categories": "1,2",
    "how": "mondeling", "ground": "rechtszaak", "until": "2028-12-31", "coach": "bram", "words": "Graag alles.",
    "method": "getoond", "document": "paspoort", "last": "1a9", "decision": "deels", "code": "ter_zake", "grant": "1,2",
    "reasons": "Omdat het klopt.", "entry": "3", "why": "onjuist", "letter": "B2026-0001", "file": "lijst.csv",
    "name": "Bram Bos", "body": "uwv", "user": "bram", "role": "coach", "function": "coach", "known": "yes",
    "setting": "court", "folder": "/mnt/backup", "backup": "/mnt/backup/wkc-1", "omit": "25",
    "disclosure": "1", "answer": "yes", "granted": "1", "report_ap": "yes", "notify_persons": "yes", "at": "09:30",
    "appointment": "1", "contact": "1", "paper": "1", "hold": "1", "aside": "1", "look": "12", "verdict": "overnemen",
    "sure": "yes", "change": "2", "kind_of_report": "eind", "ground_of_report": "toestemming", "covers_bsn": "yes",
}  # fmt: skip


def answers_of(form: Form) -> Answers:
    return {question.key: ANSWERS.get(question.key, "Haile") for question in form.questions}


def items(menu: tuple[MenuItem, ...]) -> list[MenuItem]:
    return [one for item in menu for one in (item, *items(item.menu))]


@pytest.mark.parametrize("key", FORMS)
def test_the_answers_of_a_form_become_words_that_its_command_takes(key: str) -> None:
    form = FORMS[key]
    command = COMMANDS[" ".join(form.words)]
    context = command.make_context("wkc", list(form.command(answers_of(form)).words), resilient_parsing=False)
    assert context.params
    assert form.action in PURPOSE_OF
    assert set(form.next) <= set(FORMS)


@pytest.mark.parametrize("key", FORMS)
def test_a_form_asks_each_thing_once_and_nothing_that_its_command_has_no_use_for(key: str) -> None:
    form = FORMS[key]
    keys = [question.key for question in form.questions]
    assert len(keys) == len(set(keys))
    given = answers_of(form)
    whole = form.command(given)
    for question in form.questions:
        other = form.command({**given, question.key: "iets anders" if question.key != "source" else "uwv"})
        assert other != whole, question.key


def test_each_reason_for_a_change_has_its_words_in_a_question() -> None:
    assert {why for whys in WHY.values() for why in whys} == set(REASONS)


def test_a_question_for_which_today_is_usual_reads_that_word() -> None:
    asked = [one for form in FORMS.values() for one in form.questions if one.usual is shared_answers.today]
    assert len(asked) > 10
    readers = {shared_answers.read_day, shared_answers.read_day_or_word}
    assert [one.line for one in asked if one.read not in readers] == []


def test_each_line_of_a_menu_opens_something_that_exists() -> None:
    for item in [*items(START_MENU), *items(CLIENT_MENU)]:
        assert [bool(item.form), bool(item.words), bool(item.menu), item.page].count(True) == 1, item.line
        assert not item.words or " ".join(word for word in item.words if word[0] != "-") in COMMANDS, item.words
    assert len(CLIENT_MENU) <= 9
