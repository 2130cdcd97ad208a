"""The regulation to read beside the program: its articles, what carries them out, what the law has differently."""

import re
from dataclasses import dataclass
from importlib import import_module
from pkgutil import walk_packages

from wkc import rules
from wkc.errors.reglement import ArticleUnknown
from wkc.records.reglement import Article, Difference
from wkc.rules.regulation.reglement import ARTICLES, DIFFERENCES, articles_of

_ARTICLE = re.compile(r"(?:art(?:\.|ikel|icle)?\s*)?([0-9]{1,2})(?:\.[0-9]+)?", re.IGNORECASE)
_READ_HERE = ("wkc.rules.regulation.reglement", "wkc.rules.regulation.differs_")
"""The modules of the rules that tell of articles and carry none out."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article with the files of the program that carry it out, and what today's law has differently."""

    article: Article
    carried_by: tuple[str, ...]
    differences: tuple[Difference, ...]


def every() -> tuple[Place, ...]:
    """Give all articles, in the order of the paper."""
    return tuple(map(_place, ARTICLES))


def one(text: str) -> Place:
    """Give one article: `8`, `8.3`, `art. 8`; errors.ArticleUnknown."""
    found = _ARTICLE.fullmatch(text.strip())
    number = int(found[1]) if found else 0
    for article in ARTICLES:
        if article.number == number:
            return _place(article)
    raise ArticleUnknown


def check() -> tuple[Difference, ...]:
    """Give every known difference with the law of today, in the order of the paper."""
    return DIFFERENCES


def carried_by_rules() -> dict[str, frozenset[int]]:
    """Give for each file of the rules the articles that its first line opens with, but for those read here."""
    there = walk_packages(rules.__path__, f"{rules.__name__}.")
    names = [found.name for found in there if not found.ispkg and not found.name.startswith(_READ_HERE)]
    opened = {name.removeprefix("wkc.").replace(".", "/") + ".py": import_module(name).__doc__ for name in names}
    return {path: articles_of(docstring or "") for path, docstring in opened.items()}


def _place(article: Article) -> Place:
    by_rules = (path for path, articles in carried_by_rules().items() if article.number in articles)
    differences = tuple(found for found in DIFFERENCES if article.number in found.articles)
    return Place(article, (*by_rules, *article.carried_by), differences)
