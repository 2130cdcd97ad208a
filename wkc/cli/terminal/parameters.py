"""Arguments and options that commands of several subjects share, each with its one line of help."""

from __future__ import annotations

import typer

from wkc.i18n import N_

CLIENT = typer.Argument(metavar="NUMBER", help=N_("A dossier number, a BSN, or the beginning of a name."))
PARTY = typer.Argument(metavar="NAME", help=N_("The name of the organisation, or the beginning of it."))
OPDRACHTGEVER = typer.Option(
    "--opdrachtgever", metavar="NAME", help=N_("Who supplied the client: a name from `wkc party list`.")
)
ASSIGNMENT = typer.Option("--assignment", metavar="REF", help=N_("The reference of the assignment."))
CATEGORIES = typer.Option(metavar="LIST", help=N_("Which data: numbers of annex I, as 1,2,29."))
SAME_AS = typer.Option(
    "--same-as", metavar="NUMBER", help=N_("It is the person of this dossier, whom it looks like; again for more.")
)
NOT_SAME = typer.Option("--not-same", help=N_("It is somebody else than who looks like them."))
REQUEST = typer.Argument(metavar="REQUEST", help=N_("The number of the request, such as V2026-0001."))
MISTAKE_REASON = typer.Option("--reason", metavar="CODE", help=N_("typefout, verkeerd_dossier or dubbel."))
SENT_ON = typer.Option("--on", metavar="DATE", help=N_("The day on which it was sent (default: today)."))
NEW_PASSWORD_FILE = typer.Option(metavar="FILE", help=N_("Read the new password from this file."))
NOTE = typer.Option("--note", help=N_("Ask for a note, or read it from stdin; it is sealed."))
FORCE = typer.Option("--force", help=N_("Replace a file that is there already."))
FORMAT = typer.Option("--format", metavar="pdf|json", help=N_("PDF to read, with the JSON in it; or JSON alone."))
