"""`wkc reglement`: the regulation beside the program, and beside the law of today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.i18n import N_, _, chosen

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.reglement import ArticleView
    from wkc.records.reglement import Bilingual, Difference

app = group()

WHAT = typer.Argument(metavar="ART|check", help=N_("An article, as 8; or check: what today's law has differently."))


@app.command()
def reglement(ctx: typer.Context, what: Annotated[str | None, WHAT] = None) -> None:
    """Show the regulation; nobody needs to sign in for that."""
    from wkc.procedures.operations import reglement as regulation

    cli = cli_context(ctx)
    if what is None:
        cli.show(ctx, regulation.every(), _listed)
    elif what.strip().lower() == "check":
        cli.show(ctx, regulation.check(), _differences)
    else:
        cli.show(ctx, regulation.one(what), _article)


def _listed(screen: Screen, places: tuple[ArticleView, ...]) -> None:
    screen.table(
        (_("art."), _("subject"), _("commands"), _("differs")),
        (
            (
                place.article.number,
                _say(place.article.title),
                ", ".join(place.article.commands) or None,
                len(place.differences) or None,
            )
            for place in places
        ),
    )
    screen.say(_("`wkc reglement 8` shows one article; `wkc reglement check` what today's law has differently."))


def _article(screen: Screen, place: ArticleView) -> None:
    article = place.article
    screen.heading(_("Article {number}: {title}").format(number=article.number, title=_say(article.title)))
    screen.pairs(
        (
            (_("in short"), _say(article.says)),
            (_("commands"), "\n".join(f"wkc {command}" for command in article.commands) or None),
            (_("carried out by"), "\n".join(place.carried_by)),
        )
    )
    _differences(screen, place.differences)


def _differences(screen: Screen, differences: tuple[Difference, ...]) -> None:
    for difference in differences:
        screen.heading(f"{difference.code.replace('_', ' ')} ({_name_articles(difference.places)})")
        screen.pairs(
            (
                (_("paper"), _say(difference.paper)),
                (_("the law now"), _say(difference.today)),
                (_("so"), _say(difference.so)),
            )
        )


def _name_articles(places: tuple[str, ...]) -> str:
    """Name articles, and numbers of annexes: `art. 11, 12; annex I, 9, 19`."""
    articles = [place for place in places if place[0].isdigit()]
    annexes: dict[str, list[str]] = {}
    for annex, _dot, number in (place.partition(".") for place in places if place not in articles):
        annexes.setdefault(annex, []).extend([number] if number else [])
    named = [_("art. {places}").format(places=", ".join(articles))] if articles else []
    named += [", ".join([_("annex {annex}").format(annex=annex), *numbers]) for annex, numbers in annexes.items()]
    return "; ".join(named)


def _say(texts: Bilingual) -> str:
    return chosen(texts.nl, texts.en)
