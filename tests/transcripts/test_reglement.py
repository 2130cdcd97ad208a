"""`wkc reglement`: what it names is there, and it asks nobody to sign in."""

from tests.stage import Stage
from tests.transcripts.test_interface import every_command
from wkc.cli.command_table import COMMANDS
from wkc.rules.regulation.reglement import ARTICLES


def test_every_command_that_an_article_names_exists() -> None:
    there = {" ".join(path) for path, _ in every_command()}
    assert {command for article in ARTICLES for command in article.commands} - there == set()


def test_every_article_but_the_one_without_links_has_a_command_that_serves_it() -> None:
    assert [article.number for article in ARTICLES if not article.commands] == [9]


def test_every_group_of_commands_serves_an_article() -> None:
    served = {command.split()[0] for article in ARTICLES for command in article.commands}
    assert set(COMMANDS) - served == {"demo", "reglement", "handboek"}


def test_nobody_needs_a_register_or_a_user_to_read_it(bare: Stage) -> None:
    bare.user = None
    assert len(bare.json("reglement")) == 15
    assert len(bare.json("reglement", "check")) >= 10
    for said in ("8", "art. 8", "8.3", "Artikel 8"):
        assert bare.json("reglement", said)["article"]["number"] == 8


def test_it_fits_eighty_columns(bare: Stage) -> None:
    for locale in ("C", "nl_NL.UTF-8"):
        bare.environ["LC_ALL"] = locale
        for words in ((), ("check",), ("4",), ("8",)):
            tables = [line for line in bare.must("reglement", *words).out.splitlines() if not line.startswith("`")]
            assert max(map(len, tables)) <= 80, words
