"""`wkc inzage`: the copy of all that is held on one client (art. 11)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT, FORCE
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.requests.desk import DeskView
    from wkc.procedures.requests.export import Exported

app = group()

ON_REQUEST = typer.Option("--request", metavar="REQUEST", help=N_("The request for inzage, granted and told."))
REQUEST = typer.Option(metavar="REQUEST", help=N_("The request it is handed out on, granted and told: V2026-0001."))
FORMAT = typer.Option(
    "--format",
    metavar="pdf|json",
    help=N_("PDF to read, with the JSON in it; or JSON alone, as always for an overdracht."),
)
OUTPUT = typer.Option(metavar="FILE", help=N_("Where it goes (default: the number, in this folder)."))
DOCUMENTS = typer.Option("--with-documents", help=N_("Write the documents beside it, with their SHA-256."))
ENCRYPT = typer.Option(
    metavar="RECIPIENT",
    help=N_("Encrypt it with age, to send by mail: the public key of who gets it (age1…), or the word passphrase."),
)


@app.callback(help=N_("The copy of all that is held on one client, as PDF or JSON."))
def _beside() -> None:
    """Keep `export` a command of its own: more come beside it."""


@app.command(
    help=N_(
        "Make the copy of all that is held on one client: to hand out on a request, else an overview for the office."
    )
)
def export(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    request: Annotated[str | None, REQUEST] = None,
    form: Annotated[str | None, FORMAT] = None,
    output: Annotated[str | None, OUTPUT] = None,
    with_documents: Annotated[bool, DOCUMENTS] = False,
    encrypt_for: Annotated[str | None, ENCRYPT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Make a copy."""
    from wkc.cli.forms.review import attempt
    from wkc.cli.views.review import list_lines
    from wkc.procedures.requests import export as inzage

    cli = cli_context(ctx)
    place = cli.files.place(output)
    session, client = cli.session(), cli.search_term(who)
    options = inzage.CopyOptions(form, place, force, with_documents, encrypt_for)
    if request is None:
        made = inzage.export(session, client, options)
    else:
        made = attempt(cli, session, list_lines, partial(inzage.hand_out, session, client, request, options))
    cli.show(ctx, made, _exported)


def _exported(screen: Screen, made: Exported) -> None:
    screen.say(_("{path} holds the copy of {number}.").format(path=made.path, number=made.number))
    if made.request is None:
        screen.say(_("It is an overview for the office (dossieroverzicht), not to be handed out."))
        screen.say(
            _("For a copy to hand out: `wkc request receive {number} --kind afschrift`.").format(number=made.number)
        )
    else:
        screen.say(
            _("It is to be handed out on request {request}, with its decision or after.").format(request=made.request)
        )
    screen.say(f"SHA-256 {made.sha256}")
    if made.is_encrypted:
        screen.say(_("It is encrypted, so its name ends in .age."))
    if made.passphrase is not None:
        screen.say(_("The passphrase, shown once: {passphrase}").format(passphrase=made.passphrase))
        screen.say(_("Give it by telephone or on paper, never in the same mail. `age --decrypt` opens the file."))
    for one in made.documents:
        screen.say(f"{one.path.name}  {one.document.title}")


@app.command(help=N_("Show a dossier to its client at the desk, on a request for inzage that was granted and told."))
def desk(ctx: typer.Context, who: Annotated[str, CLIENT], request: Annotated[str, ON_REQUEST]) -> None:
    """Show a dossier at the desk."""
    from wkc.cli.forms.review import attempt
    from wkc.cli.views.review import list_lines
    from wkc.procedures.requests import desk as desks

    cli = cli_context(ctx)
    session, client = cli.session(), cli.search_term(who)
    view = attempt(cli, session, list_lines, lambda: desks.look(session, client, request))
    cli.show(ctx, view, _looked_at)


def _looked_at(screen: Screen, view: DeskView) -> None:
    from wkc.cli.views.dossier import dossier

    dossier(screen, view.shown)
    screen.say(_("Request {number} is carried out: this was looked at together.").format(number=view.number))
