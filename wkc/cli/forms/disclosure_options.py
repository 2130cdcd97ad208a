"""The options of a disclosure, each list once for several commands: what would be given, and the letter with it."""

from typing import Annotated, NamedTuple

import typer
from msgspec import Struct

from wkc.cli.terminal.parameters import CATEGORIES, FORCE
from wkc.i18n import N_

FROM = typer.Option("--from", metavar="FILE", help=N_("Everything in a JSON object of option names; - for stdin."))
RECIPIENT = typer.Option(metavar="NAME", help=N_("Who would get it: a name from `wkc party list`."))
PERSON = typer.Option(metavar="NO", min=1, help=N_("Who asks: a number from `wkc party person list`."))
CHANNEL = typer.Option(metavar="HOW", help=N_("How it is asked: brief, e_mail, portaal, mondeling or telefoon."))
GROUND = typer.Option(
    metavar="G",
    help=N_("doel, wettelijk_voorschrift, toestemming, publieke_taak, onderzoek or dringende_reden (art. 8.1)."),
)
PURPOSE = typer.Option(
    metavar="CODE", help=N_("For what: voortgang, bemiddeling, uitvoering_uitkering or another word.")
)
DOCUMENTS = typer.Option(metavar="NUMBERS", help=N_("Which documents besides: numbers of `wkc document list`, as 1,3."))
LAW = typer.Option(metavar="CODE", help=N_("The law that is cited: zw, ww, wia, aow, vreemdelingenwet, … or ander."))
CITATION = typer.Option(metavar="C", help=N_("The place in that law, or the order of a court."))
COVERS_BSN = typer.Option("--covers-bsn", help=N_("That law covers the burgerservicenummer."))
COVERS_SEALED = typer.Option(
    metavar="yes|no", help=N_("Whether that law covers the sealed classes that are asked for.")
)
REQUESTED = typer.Option(metavar="DATE", help=N_("The day on which the recipient asked for it."))
SUBJECT = typer.Option(metavar="CODE", help=N_("By telephone: what the call is about (art. 8.3)."))
DOUBT = typer.Option(metavar="yes|no", help=N_("By telephone: whether you doubt who calls."))
CALLED_BACK = typer.Option(
    metavar="S",
    help=N_("Called back, on a number from: bestand, website, gids, centrale, brief, persoonlijk or gesprek."),
)
IDENTIFIED = typer.Option(
    metavar="WAY",
    help=N_(
        "How it was checked who asks; e_mail: bekend_adres or teruggebeld; mondeling: dienstpas, bekend or "
        "teruggebeld; or niet."
    ),
)
OUTPUT = typer.Option("--output", metavar="FILE", help=N_("Where the letter goes."))
LETTER = typer.Option(metavar="FILE", help=N_("If it is allowed: write the letter to the recipient, as PDF."))
HIDE = typer.Option(
    "--hide", metavar="FILE", help=N_("Words about others that the letter hides, one a line; asked for at a terminal.")
)
KEEP = typer.Option("--keep-all", help=N_("All in it is the client's own: the letter hides nothing."))


class DisclosureOptions(Struct, frozen=True, kw_only=True):
    """The options of `wkc disclosure check` and `wkc disclosure log`, as they are typed."""

    recipient: Annotated[str | None, RECIPIENT] = None
    person: Annotated[int | None, PERSON] = None
    channel: Annotated[str | None, CHANNEL] = None
    ground: Annotated[str | None, GROUND] = None
    purpose: Annotated[str | None, PURPOSE] = None
    categories: Annotated[str | None, CATEGORIES] = None
    documents: Annotated[str | None, DOCUMENTS] = None
    law: Annotated[str | None, LAW] = None
    citation: Annotated[str | None, CITATION] = None
    covers_bsn: Annotated[bool, COVERS_BSN] = False
    covers_sealed: Annotated[str | None, COVERS_SEALED] = None
    requested_on: Annotated[str | None, REQUESTED] = None
    subject: Annotated[str | None, SUBJECT] = None
    doubt: Annotated[str | None, DOUBT] = None
    called_back: Annotated[str | None, CALLED_BACK] = None
    identified: Annotated[str | None, IDENTIFIED] = None
    from_: Annotated[str | None, FROM] = None


class AgainOptions(NamedTuple):
    """The letter of a disclosure that is on file: where it goes, and the words about others that it hides."""

    output: Annotated[str, OUTPUT]
    hide: Annotated[str | None, HIDE] = None
    keep_all: Annotated[bool, KEEP] = False
    force: Annotated[bool, FORCE] = False


class LetterOptions(Struct, frozen=True):
    """The letter to the recipient, if the disclosure is allowed, and the words about others that it hides."""

    letter: Annotated[str | None, LETTER] = None
    hide: Annotated[str | None, HIDE] = None
    keep_all: Annotated[bool, KEEP] = False
    force: Annotated[bool, FORCE] = False
