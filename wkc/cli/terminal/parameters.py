"""Arguments and options that commands of several subjects share, each with its one line of help."""

from __future__ import annotations

import typer

from wkc.i18n import N_

CLIENT = typer.Argument(metavar="NUMBER", help=N_("A dossier number, a BSN, or the beginning of a name."))
PARTY = typer.Argument(metavar="NAME", help=N_("The name of the organisation, or the beginning of it."))
REQUEST = typer.Argument(metavar="REQUEST", help=N_("The number of the request, such as V2026-0001."))
MISTAKE_REASON = typer.Option("--reason", metavar="CODE", help=N_("typefout, verkeerd_dossier or dubbel."))
NOTE = typer.Option("--note", help=N_("Ask for a note, or read it from stdin; it is sealed."))
FORCE = typer.Option("--force", help=N_("Replace a file that is there already."))
FORMAT = typer.Option("--format", metavar="pdf|json", help=N_("PDF to read, with the JSON in it; or JSON alone."))
