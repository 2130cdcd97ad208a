"""The handbook: each command in it runs, in its order, on one register; each chapter is known by its word."""

import shlex
from pathlib import Path

import pikepdf
import pytest

from tests.stage import PASSWORD, Stage, Typist
from wkc.__main__ import main
from wkc.documents.handbook import Chapter, chapters

ANSWERS = {
    "New password": "een eigen wachtwoord", "The same again": "een eigen wachtwoord", "Password": PASSWORD,
    "Geslachtsnaam": "Jansen", "Voornamen": "Petra", "Geboortedatum": "03-02-1980", "Adres": "Laan 1",
    "Postcode": "1811 AB", "Woonplaats": "Alkmaar", "Telefoon": "072-5112233", "Note": "Belt morgen terug.",
    "Reasons": "Dit is de derde keer deze week.", "The right value": "Janssen", "Take them in": "yes",
    "What happened": "Een laptop is uit de auto gestolen.",
}  # fmt: skip
LIST = "geslachtsnaam;voornamen;geboortedatum;adres;postcode;woonplaats\nSmit;Jan;01-01-1990;Laan 2;1811 AB;Alkmaar\n"


class Willing(Typist):
    """A person who answers every question of the handbook; Enter for what is not among the answers."""

    def __init__(self) -> None:
        super().__init__([])

    @property
    def is_asked_a_password(self) -> bool:
        return True

    def ask(self, prompt: str, typed: str = "", idle: float | None = None) -> str:
        del typed, idle
        if prompt.endswith("Type yes: "):
            return "yes"
        return next((answer for beginning, answer in ANSWERS.items() if prompt.startswith(beginning)), "")

    def choose(
        self, prompt: str, options: object, typed: str = "", idle: float | None = None, settle: object = None
    ) -> str:
        del options, settle
        return self.ask(prompt, typed, idle)


def write_page(path: Path) -> None:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(path)


def test_each_command_of_the_handbook_runs(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    (work := stage.folder / "work").mkdir()
    backups = stage.folder / "backups"
    backups.mkdir(mode=0o700)
    (work / "lijst.csv").write_text(LIST, encoding="utf-8")
    for paper in ("diploma.pdf", "getekend.pdf"):
        write_page(work / paper)
    monkeypatch.chdir(work)
    ran = []
    for chapter in chapters():
        for block in chapter.blocks:
            if block.kind != "commando" or block.text.startswith('wkc party add "Gemeente'):
                continue
            words = shlex.split(block.text.replace("/mnt/backup/wkc", str(backups)))[1:]
            environment = stage.environment(typist=Willing())
            environment.stdin.isatty = lambda: True  # type: ignore[method-assign]
            code = main(words, environment)
            said = environment.stderr.buffer.getvalue().decode()  # type: ignore[attr-defined]
            assert code in block.codes, f"{chapter.key}: {block.text}: {code} {said}"
            ran.append(block.text)
    assert len(ran) > 60


def test_a_chapter_is_given_by_its_word_or_a_part_of_its_title_and_nobody_signs_in(bare: Stage) -> None:
    assert 'Zeg: "Ik zoek het voor u op."' in bare.must("handboek", "telefoon").out
    assert bare.must("handboek", "gestolen").out == bare.must("handboek", "kwijt").out
    assert bare.must("handboek", "backup").out == bare.must("handboek", "Back-up").out
    assert bare.wkc("handboek", "koffie").code == 5
    listed = bare.must("handboek").out
    assert [one.key for one in chapters() if one.key not in listed] == []
    assert bare.json("handboek", "cron")["title"] == "De nachtelijke taken"


def test_a_plain_word_of_the_handbook_names_a_menu_line_that_exists() -> None:
    from wkc import i18n
    from wkc.cli.forms.start_screen import CLIENT_MENU, START_MENU, MenuItem

    def lines(menu: tuple[MenuItem, ...]) -> set[str]:
        return {i18n._(item.line) for item in menu}.union(*(lines(item.menu) for item in menu))

    i18n.use({"LC_ALL": "nl_NL.UTF-8"})
    known = lines(START_MENU) | lines(CLIENT_MENU)
    named = [
        (chapter.key, part.partition('"')[0])
        for chapter in chapters()
        for block in chapter.blocks
        for part in block.text.split('ies op het beginscherm "')[1:] + block.text.split('Kies "')[1:]
    ]
    assert len(named) > 6
    assert [(key, line) for key, line in named if line not in known] == []


def test_it_is_one_pdf_for_print_and_for_readers(bare: Stage) -> None:
    bare.must("handboek", "--pdf", str(bare.folder / "boek.pdf"))
    made = (bare.folder / "boek.pdf").read_bytes()
    assert made.startswith(b"%PDF-")
    assert b"pdfuaid" in made
    assert bare.wkc("handboek", "--pdf", str(bare.folder / "boek.pdf")).code == 6


def test_each_chapter_says_who_it_is_for_what_to_do_and_has_a_word_of_its_own() -> None:
    every: tuple[Chapter, ...] = chapters()
    assert len({one.key for one in every}) == len(every) == len(list(Path("wkc/documents/handboek").glob("*.txt")))
    for one in every:
        assert one.blocks[0].text.startswith("Voor "), one.key
        assert any(block.kind == "stap" for block in one.blocks), one.key
