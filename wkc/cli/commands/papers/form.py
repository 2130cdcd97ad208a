"""`wkc form`: forms to sign on paper, and what they make once signed (AVG 7.1, art. 6 and 11.1)."""

from __future__ import annotations

import json
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.forms.asker import ask_authority
from wkc.cli.forms.missing import require
from wkc.cli.terminal.codes import FORMS, in_words
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CATEGORIES, CLIENT, FORCE
from wkc.errors.terminal import OneOf
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.paper_form.printing import PrintedForm
    from wkc.procedures.paper_form.signing import Forms, SignedForm

app = group()

KIND = typer.Argument(metavar="KIND", help=N_("toestemming, machtiging, geheimhouding or intake."))
FOR_WHOM = typer.Argument(
    metavar="NUMBER", help=N_("The client; for geheimhouding the USER ID; an intake may be empty.")
)
FORM = typer.Argument(metavar="FORM", help=N_("The number of a form, such as F2026-0001."))
RECIPIENT = typer.Option(metavar="NAME", help=N_("Consent: for whom, a name from `wkc party list`."))
PURPOSE = typer.Option(metavar="CODE", help=N_("Consent: for what: voortgang, bemiddeling or another word."))
UNTIL = typer.Option(metavar="DATE", help=N_("The last day on which it counts (default: until it is withdrawn)."))
MANDATE = typer.Option(
    "--from",
    metavar="FILE",
    help=N_("Mandate: a JSON object with name, and also until, categories, address, postcode, place; - for stdin."),
)
OUTPUT = typer.Option(metavar="FILE", help=N_("Where it goes (default: its number, in this folder)."))
ON = typer.Option(metavar="DATE", help=N_("The day of the signature; not needed when its paper is added later."))
TO_HOLD = typer.Option("--to-hold", help=N_("Consent: it lets the office hold these data, and nobody else gets them."))
SCAN = typer.Option("--document", metavar="FILE", help=N_("The scan of the signed form, to keep in the dossier."))
PLACE = typer.Option(metavar="TEXT", help=N_("The place where the signed paper lies, such as 'ordner 3, tab 7'."))
DESTROY = typer.Option("--destroy-on", metavar="DATE", help=N_("The day on which the paper must be destroyed."))
PAGE = typer.Option(min=1, max=10**9, help=N_("Which page, newest first."))


@app.command("print", help=N_("Print a form to sign, with its number and what is filled in."))
def print_(
    ctx: typer.Context,
    kind: Annotated[str, KIND],
    who: Annotated[str | None, FOR_WHOM] = None,
    recipient: Annotated[str | None, RECIPIENT] = None,
    purpose: Annotated[str | None, PURPOSE] = None,
    categories: Annotated[str | None, CATEGORIES] = None,
    until: Annotated[str | None, UNTIL] = None,
    to_hold: Annotated[bool, TO_HOLD] = False,
    mandate: Annotated[str | None, MANDATE] = None,
    output: Annotated[str | None, OUTPUT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Print a form."""
    from wkc.procedures.io.codes import find_code
    from wkc.procedures.paper_form.printing import FormInput, print_form
    from wkc.records.paper_form import FormKind

    cli = cli_context(ctx)
    place = cli.files.place(output)
    content = None if mandate is None else cli.text(mandate)
    if find_code(kind, FormKind) == FormKind.TOESTEMMING:
        if to_hold and (recipient or purpose):
            raise OneOf(one="--to-hold", other="--recipient, --purpose")
        if not to_hold:
            recipient, purpose = require(ctx, recipient, "--recipient"), require(ctx, purpose, "--purpose")
        categories = require(ctx, categories, "--categories")
        consent = {"recipient": recipient, "purpose": purpose, "categories": categories, "until": until}
        content = json.dumps(consent)
    elif find_code(kind, FormKind) == FormKind.MACHTIGING and content is None:
        content = ask_authority(cli) if cli.can_ask else require(ctx, mandate, "--from")
    client = None if who is None else cli.search_term(who)
    cli.show(ctx, print_form(cli.session(), FormInput(kind, client, content), place, force=force), _printed)


@app.command(help=N_("Write down that a form was signed: it makes the consent, the mandate or the undertaking."))
def signed(
    ctx: typer.Context,
    number: Annotated[str, FORM],
    on: Annotated[str | None, ON] = None,
    document: Annotated[str | None, SCAN] = None,
    place: Annotated[str | None, PLACE] = None,
    destroy_on: Annotated[str | None, DESTROY] = None,
) -> None:
    """Write down that a form was signed."""
    from wkc.procedures.document.keep import look_at
    from wkc.procedures.io import input_file
    from wkc.procedures.paper_form.signing import Signature, sign

    cli = cli_context(ctx)
    if document is not None and place is not None:
        raise OneOf(one="--document", other="--place")
    if place is not None:
        destroy_on = require(ctx, destroy_on, "--destroy-on")
    with ExitStack() as stack:
        scan = None
        if document is not None:
            path, opened = cli.files.open_to_read(document, input_file.DOCUMENT)
            scan = look_at(path, stack.enter_context(opened))
        cli.show(ctx, sign(cli.session(), number, Signature(on, scan, place, destroy_on)), _signed)


@app.command("list", help=N_("List the forms that were printed, of everybody or of one client, and which are signed."))
def list_(ctx: typer.Context, who: Annotated[str | None, CLIENT] = None, page: Annotated[int, PAGE] = 1) -> None:
    """List the forms that were printed."""
    from wkc.procedures.paper_form.signing import every

    cli = cli_context(ctx)
    client = None if who is None else cli.search_term(who)
    cli.show_pages(ctx, partial(every, cli.session(), client), page, _listed)


def _printed(screen: Screen, made: PrintedForm) -> None:
    screen.say(_("{path} holds form {number}.").format(path=made.path, number=made.form.number))
    if made.form.client is None and made.form.user_id is None:
        screen.say(_("Once it is filled in: `wkc client register`, and then `wkc document add` for the paper."))
        return
    paper = f" --document {_('FILE')}" if made.form.client else ""
    command = f"wkc form signed {made.form.number} --on {_('DATE')}{paper}"
    screen.say(_("Once it is signed: {command}").format(command=command))


def _signed(screen: Screen, done: SignedForm) -> None:
    form = done.form
    screen.say(_("Form {number} was signed on {day}.").format(number=form.number, day=form.signed_on))
    if form.made is not None:
        screen.say(_("What it makes is on file: `wkc consent list {client}`.").format(client=form.client))
    if done.document is not None:
        screen.say(_("The signed paper is document {number}.").format(number=done.document.number))
    elif form.made is not None:
        screen.say(_("Where the signed paper is, is not on file: AVG 7.1 asks that it can be shown."))


def _listed(screen: Screen, forms: Forms) -> None:
    from wkc.cli.views.page import say_place

    if not forms.forms:
        screen.say(_("No forms."))
        return
    screen.table(
        (_("nr"), _("kind"), _("for"), _("printed"), _("signed")),
        (
            (
                form.number,
                in_words(form.kind, FORMS),
                form.client or form.user_id,
                screen.day(form.printed_at),
                form.signed_on or _("not yet"),
            )
            for form in forms.forms
        ),
        fixed=2,
    )
    say_place(screen, forms.number, len(forms.forms), more=forms.more)
