"""The regulation to read beside the program: its articles, what carries them out, what the law has differently."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

import wkc
from wkc.errors.reglement import ArticleUnknown
from wkc.records.reglement import Article, Difference
from wkc.rules.regulation.reglement import ARTICLES, DIFFERENCES, articles_of

_ARTICLE = re.compile(r"(?:art(?:\.|ikel|icle)?\s*)?([0-9]{1,2})(?:\.[0-9]+)?", re.IGNORECASE)
_PROGRAM = Path(wkc.__file__).parent
_ROOMS = ("rules", "procedures")
"""The rooms whose modules open with the articles that they carry out."""
_READ_HERE = ("rules/regulation/reglement.py", "rules/regulation/differs_")
"""The modules of the rules that describe articles and carry none out."""


class ArticleView(Struct, frozen=True):
    """An article with the files of the program that carry it out, and what today's law has differently."""

    article: Article
    carried_by: tuple[str, ...]
    differences: tuple[Difference, ...]


def every() -> tuple[ArticleView, ...]:
    """Give all articles, in the order of the paper."""
    return tuple(map(_view, ARTICLES))


def one(text: str) -> ArticleView:
    """Give one article: `8`, `8.3`, `art. 8`; errors.ArticleUnknown."""
    match = _ARTICLE.fullmatch(text.strip())
    number = int(match[1]) if match else 0
    for article in ARTICLES:
        if article.number == number:
            return _view(article)
    raise ArticleUnknown


def check() -> tuple[Difference, ...]:
    """Give every known difference with the law of today, in the order of the paper."""
    return DIFFERENCES


def read_carriers() -> dict[str, frozenset[int]]:
    """Give for each file of the rules and procedures the articles that its first line opens with, in their order."""
    return {path: articles_of(_opening(path)) for path in _modules() if not path.startswith(_READ_HERE)}


def _modules() -> Iterator[str]:
    for room in _ROOMS:
        for path in sorted(_PROGRAM.joinpath(room).rglob("*.py")):
            if path.name != "__init__.py":
                yield path.relative_to(_PROGRAM).as_posix()


def _opening(path: str) -> str:
    """Give the first line of a module's docstring; nothing of the module is run."""
    with _PROGRAM.joinpath(path).open(encoding="utf-8") as lines:
        return next(lines, "").strip().strip('"')


def _view(article: Article) -> ArticleView:
    carriers = [path for path, articles in read_carriers().items() if article.number in articles]
    differences = tuple(difference for difference in DIFFERENCES if article.number in difference.articles)
    return ArticleView(
        article, (*carriers, *(path for path in article.carried_by if path not in carriers)), differences
    )
