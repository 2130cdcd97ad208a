"""`wkc client`: taking clients in, finding them, showing and keeping what is held on them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT, NOT_SAME, SAME_AS
from wkc.errors.terminal import OneOf
from wkc.i18n import N_, _, ngettext
from wkc.procedures.io.user_id import fold_if_typed

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.dossier.caseload import Assigned
    from wkc.procedures.dossier.client import NearPage, Page, Shown, Summary
    from wkc.procedures.dossier.doubles import DoubleAnswer
    from wkc.procedures.dossier.record import Recorded

app = group()

SEVERAL = typer.Argument(metavar="NUMBER", help=N_("Dossier numbers, BSNs, or names; several with spaces between."))
PAGE = typer.Option(min=1, max=10**9, help=N_("Which page of the results."))


@app.command(help=N_("Show all that is held on one client."))
def show(ctx: typer.Context, who: Annotated[str, CLIENT]) -> None:
    """Show one client."""
    from wkc.procedures.dossier import client

    cli = cli_context(ctx)
    cli.show(ctx, client.show(cli.session(), cli.search_term(who)), _dossier)


@app.command(
    help=N_("Find clients by number, BSN, name, birth date, town, postcode or telephone; asks when nothing is typed.")
)
def find(
    ctx: typer.Context,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help=N_("What to look for; - reads it from stdin."))
    ] = None,
    page: Annotated[int, PAGE] = 1,
) -> None:
    """Find clients by a search term."""
    from wkc.procedures.dossier import client

    cli = cli_context(ctx)
    session = cli.session()
    search_term = (
        cli.search_term(" ".join(text))
        if text
        else cli.ask(
            N_("Number, name, birth date, town, postcode or telephone"),
            N_("Type it after the command, or - for stdin."),
        )
    )
    cli.show_pages(ctx, partial(client.find, session, search_term), page, _matches)


@app.command("list", help=N_("List clients in the order in which they came."))
def list_(ctx: typer.Context, page: Annotated[int, PAGE] = 1) -> None:
    """List a page of clients."""
    from wkc.procedures.dossier import client

    cli = cli_context(ctx)
    cli.show_pages(ctx, partial(client.every, cli.session()), page, _page)


@app.command(help=N_("Record one value of a client; the value is asked for, or read from stdin."))
def record(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    field: Annotated[str, typer.Argument(metavar="FIELD", help=N_("A field code; `wkc client fields` lists them."))],
    source: Annotated[
        str,
        typer.Option(metavar="S", help=N_("Who it came from: geregistreerde, opdrachtgever, or one of annex II.")),
    ],
    basis: Annotated[
        str | None,
        typer.Option(metavar="B", help=N_("The basis of that source in annex II: bsn_wet or wwb.")),
    ] = None,
    party: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=N_("Who it came from: a name from `wkc party list`.")),
    ] = None,
    grondslag: Annotated[
        str | None, typer.Option(metavar="G", help=N_("The ground for a bijzonder or strafrechtelijk field."))
    ] = None,
    geheim: Annotated[
        str | None,
        typer.Option(metavar="ambt|beroep|wet", help=N_("A duty of secrecy that rests on it (art. 8.2).")),
    ] = None,
    citation: Annotated[str | None, typer.Option(metavar="C", help=N_("The statute, with --geheim wet."))] = None,
    obtained_on: Annotated[
        str | None, typer.Option(metavar="DATE", help=N_("When it was obtained (default: today)."))
    ] = None,
    instead: Annotated[
        bool, typer.Option("--instead", help=N_("In a field of many: in the place of the one value that is there."))
    ] = False,
    same_as: Annotated[list[str] | None, SAME_AS] = None,
    not_same: Annotated[bool, NOT_SAME] = False,
    replaces: Annotated[
        int | None,
        typer.Option(metavar="NO", help=N_("In a field of many: in the place of the value with this number.")),
    ] = None,
    overrule: Annotated[
        bool, typer.Option("--overrule", help=N_("Also over what the client supplied or had corrected (art. 12)."))
    ] = False,
) -> None:
    """Record one value."""
    from wkc.cli.forms.client import ask_place, confirm_overruling
    from wkc.cli.forms.doubles import attempt, parse_answer
    from wkc.procedures.dossier import record as recording

    cli = cli_context(ctx)
    session = cli.session()
    chosen = recording.find_field(field)
    entry_input = recording.EntryInput(source, basis, party, obtained_on, grondslag, geheim, citation)
    recording.check(chosen, entry_input)
    client = cli.search_term_beside_stdin(who)
    place = ask_place(cli, session, client, chosen, replaces or ("only" if instead else None))
    question = _word_question(chosen.code, chosen.label)
    value = cli.value(question, N_("Give it on stdin."), partial(recording.check_value, session, chosen))

    def record_as(answer: DoubleAnswer, is_meant: bool) -> Recorded:
        return recording.record(
            session, client, chosen, value, entry_input, place, answer=answer, is_meant=is_meant or overrule
        )

    answer = parse_answer(same_as, not_same=not_same)
    done = attempt(cli, answer, lambda answer: confirm_overruling(cli, partial(record_as, answer)))
    cli.show(ctx, done, _recorded)


@app.command(help=N_("Give clients, or a whole caseload, to a coach."))
def assign(
    ctx: typer.Context,
    coach: Annotated[
        str,
        typer.Option(
            metavar="ID", callback=fold_if_typed, help=N_("The USER ID of the coach who keeps them from now on.")
        ),
    ],
    who: Annotated[list[str] | None, SEVERAL] = None,
    all_of: Annotated[
        str | None,
        typer.Option(
            metavar="ID", callback=fold_if_typed, help=N_("The whole caseload of this user, in the place of NUMBER.")
        ),
    ] = None,
    unassigned: Annotated[
        bool, typer.Option("--unassigned", help=N_("All who have no coach yet, in the place of NUMBER."))
    ] = False,
) -> None:
    """Assign clients to a coach."""
    from wkc.procedures.dossier import caseload

    cli = cli_context(ctx)
    if [bool(who), all_of is not None, unassigned].count(True) != 1:
        raise OneOf(one=_("NUMBER"), other="--all-of", third="--unassigned")
    if unassigned or all_of:
        done = caseload.assign_all(cli.session(), all_of, coach)
    else:
        done = caseload.assign(cli.session(), [cli.search_term(one) for one in who or ()], coach)
    cli.show(ctx, done, _assigned)


@app.command(help=N_("List the fields of the register (annex I): code, category, class, kind."))
def fields(ctx: typer.Context) -> None:
    """List the fields; nobody needs to sign in for that."""
    from msgspec.structs import asdict

    from wkc.procedures.dossier.field_catalogue import catalogue, columns_besides

    cli_context(ctx).show(ctx, (*map(asdict, catalogue()), *map(asdict, columns_besides())), _fields)


def _dossier(screen: Screen, shown: Shown) -> None:
    """Show a dossier to people; for a script nothing of that is loaded."""
    from wkc.cli.views.dossier import dossier

    dossier(screen, shown)


def _word_question(code: str, label: str) -> str:
    if code == "gezondheid":
        return _("{label} (limits and abilities, never a diagnosis)").format(label=label)
    return label


MOST_NUMBERS = 30
"""The most clients who are listed when they go to another coach; of more the count is enough."""


def _assigned(screen: Screen, done: Assigned) -> None:
    if not done.numbers:
        screen.say(_("There was no client to give to {coach}.").format(coach=done.coach))
        return
    text = ngettext("{number} is now with {coach}.", "{count} clients are now with {coach}.", len(done.numbers))
    screen.say(text.format(number=done.numbers[0], count=len(done.numbers), coach=done.coach))
    if 1 < len(done.numbers) <= MOST_NUMBERS:
        screen.table((_("number"),), ((number,) for number in done.numbers))


def _matches(screen: Screen, page: Page | NearPage) -> None:
    from wkc.procedures.dossier.client import NearPage

    if isinstance(page, NearPage):
        screen.say(_("Nobody is called exactly so; these names are near it:"))
        _people(screen, page.clients)
    else:
        _page(screen, page)


def _page(screen: Screen, page: Page) -> None:
    from wkc.cli.views.page import say_place

    if not page.clients:
        screen.say(_("Nobody is found."))
        return
    _people(screen, page.clients)
    say_place(screen, page.number, len(page.clients), more=page.more)


def _people(screen: Screen, people: tuple[Summary, ...]) -> None:
    screen.table(
        (_("number"), _("name"), _("born"), _("town")),
        ((person.client.number, person.name, person.born, person.town) for person in people),
    )


def _recorded(screen: Screen, done: Recorded) -> None:
    text = _("“{label}” of {number} is recorded.").format(label=done.field.label, number=done.client.number)
    if done.replaced:
        values = ", ".join(filter(None, (entry.value for entry in done.replaced)))
        text += " " + _("It takes the place of: {values}. That stays in the history.").format(values=values)
    elif done.closed:
        text += " " + _("The earlier value stays in the history.")
    if done.beside:
        besides = ngettext(
            "{count} other value stands beside it.", "{count} other values stand beside it.", done.beside
        )
        text += " " + besides.format(count=done.beside)
    screen.say(text)
    for number in done.same_as:
        text = _("One person in two dossiers: `wkc client link {one} {other}` makes one of them.")
        screen.say(text.format(one=done.client.number, other=number))


VALUES = {
    "text": N_("words"),
    "code": N_("one of a list"),
    "date": N_("date"),
    "partial_date": N_("date or year"),
    "bsn": N_("BSN"),
    "iban": N_("IBAN"),
    "postcode": N_("postcode"),
    "document_number": N_("document number"),
    "note": N_("longer words"),
}
"""The kinds of values in words, by the code that the table of fields has."""


def _fields(screen: Screen, catalogue: tuple[dict[str, Any], ...]) -> None:
    screen.table(
        (_("code"), _("cat"), _("label"), _("class"), _("kind")),
        (
            (
                field["code"] + ("*" if field["many"] else ""),
                field["category"],
                field["label"],
                field["field_class"],
                _(VALUES[field["kind"]]),
            )
            for field in catalogue
        ),
    )
    screen.say(_("* takes more than one value"))
