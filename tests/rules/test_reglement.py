"""The regulation in our own words: no article without a place, no rule without its article, no loose difference."""

import re
from pathlib import Path

import pytest

import wkc
from wkc.procedures.operations.reglement import every, read_carriers
from wkc.records.reglement import Bilingual, Difference
from wkc.rules.regulation.reglement import ARTICLES, DIFFERENCES, articles_of

PROGRAM = Path(wkc.__file__).parent
RULES = "rules/"
OTHER_LAWS = {"rules/requests/rest_days.py"}
"""Rules that carry out another law, which the regulation's terms lean on."""


def test_the_regulation_has_fifteen_articles_in_order() -> None:
    assert [article.number for article in ARTICLES] == list(range(1, 16))


def test_no_article_is_without_a_place_in_the_program() -> None:
    assert [place.article.number for place in every() if not place.carried_by] == []


def test_each_file_that_is_named_exists() -> None:
    named = {path for place in every() for path in place.carried_by}
    assert {path for path in named if not (PROGRAM / path).is_file()} == set()


def test_each_rule_opens_with_the_article_it_carries_out() -> None:
    silent = {path for path, articles in read_carriers().items() if not articles}
    assert {path for path in silent if path.startswith(RULES)} <= OTHER_LAWS
    assert set().union(*read_carriers().values()) <= set(range(1, 16))


@pytest.mark.parametrize("room", ["disclosure", "requests", "retention", "letters"])
def test_each_procedure_of_the_rights_opens_with_the_article_it_carries_out(room: str) -> None:
    modules = {path: articles for path, articles in read_carriers().items() if path.startswith(f"procedures/{room}/")}
    assert modules
    assert [path for path, articles in modules.items() if not articles] == []


def test_art_8_and_art_10_name_their_rules_and_their_procedures() -> None:
    by_number = {place.article.number: place.carried_by for place in every()}
    assert {"rules/disclosure/judge.py", "procedures/disclosure/disclosure.py"} <= set(by_number[8])
    assert {"rules/retention/assess.py", "procedures/retention/run.py"} <= set(by_number[10])


@pytest.mark.parametrize(
    ("docstring", "articles"),
    [
        ("Art. 10: five years.", {10}),
        ("Art. 6, 7 and 14.1: who may do what.", {6, 7, 14}),
        ("Art. 8.1 and AVG 7: a consent.", {8}),
        ("Art. 11.4, 12.3 and 13.2, AVG 12.3, UAVG 35: until when.", {11, 12, 13}),
        ("Art. 4.2 and annex II: from whom; art. 8.2: in which secrecy.", {4}),
        ("Algemene termijnenwet art. 3: days of rest.", set()),
        ("What is held on 3 people.", set()),
    ],
)
def test_articles_are_read_from_the_first_line(docstring: str, articles: set[int]) -> None:
    assert articles_of(docstring) == articles


def test_the_paper_and_today_s_law_part_ways_where_the_design_says() -> None:
    assert {found.code for found in DIFFERENCES} >= {
        "wpr",
        "zes_weken",
        "rechtbank",
        "bw_en_registratiecommissie",
        "ziekenfonds",
        "abw_wwb",
        "bsn",
        "sociale_verzekeringsraad",
        "fondsen",
        "arbeidsvoorziening",
    }


def test_each_difference_is_told_once() -> None:
    codes = [found.code for found in DIFFERENCES]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("found", DIFFERENCES, ids=lambda found: found.code)
def test_a_difference_stands_at_an_article_or_an_annex_and_cites_today_s_law_or_date(found: Difference) -> None:
    assert all(re.fullmatch(r"(1[0-5]|[1-9])(\.[1-9])?|I\.([12]?[1-9]|[123]0)|II|III", place) for place in found.places)
    assert found.articles <= set(range(1, 16))
    assert re.search(r"U?AVG \d|[12][09]\d\d|UWV", found.today.nl)


TEXTS = [
    *(said for article in ARTICLES for said in (article.title, article.says)),
    *(said for found in DIFFERENCES for said in (found.paper, found.today, found.so)),
]


@pytest.mark.parametrize("said", TEXTS, ids=lambda said: said.en[:30])
def test_everything_is_said_in_dutch_and_in_english_with_the_same_laws_and_years(said: Bilingual) -> None:
    facts = re.compile(r"\b(?:AVG|UAVG|Rv|AWR) [\d.]+|\b(?:19|20)\d\d\b")
    assert facts.findall(said.nl) == facts.findall(said.en)
    assert "  " not in said.nl + said.en
    assert said.nl[:1].isupper() or said.nl[0].isdigit()
