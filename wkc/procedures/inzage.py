"""The copy of all that is held on one client (art. 11, AVG 15): one model, as PDF or JSON."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from wkc.errors import KindUnknown
from wkc.procedures import output
from wkc.procedures.act import Deed, act
from wkc.procedures.client import load
from wkc.procedures.consent import granted
from wkc.procedures.counting import counted
from wkc.procedures.search import the_client
from wkc.procedures.session import Session
from wkc.records import Client, Houder, Inzage
from wkc.rules.field import CATEGORIES
from wkc.store import audit
from wkc.store import register as self_knowledge

FORMATS = ("pdf", "json")


@dataclass(frozen=True, slots=True)
class Exported:
    """A copy that was made: where it stands, its size in bytes and its SHA-256, as in the audit log."""

    number: str
    format: str
    path: Path
    size: int
    sha256: str


def export(session: Session, text: str, form: str, place: Path, *, force: bool) -> Exported:
    """Make the copy of one client's data; without a request it is a werkexemplaar, not to be handed out.

    `place` is a file, or a folder in which the dossier number becomes its name.

    Reading it and the line "prepared" are one transaction; it is rendered outside; the line with its SHA-256
    comes before the file shows under its name.
    """
    form = form.lower()
    if form not in FORMATS:
        raise KindUnknown(choices=", ".join(FORMATS))
    if not place.is_dir():
        output.check(place, session.home.path, force=force)
    with act(session, "inzage.export") as deed:
        client = the_client(deed, text)
        deed.details |= {"format": form, "step": "prepared"}
        inzage = facts(deed, client)
    target = place / f"{client.number}.{form}" if place.is_dir() else place
    output.check(target, session.home.path, force=force)
    content = _rendered(inzage, form)
    digest = sha256(content).hexdigest()

    def traced() -> None:
        with act(session, "inzage.export") as deed:
            the_client(deed, client.number)
            deed.details |= {"format": form, "step": "made", "sha256": digest}

    output.write(target, content, traced, force=force)
    return Exported(client.number, form, target, len(content), digest)


def facts(deed: Deed, client: Client) -> Inzage:
    """Read all that the copy is made from."""
    dossier = load(deed, client)
    rights = granted(deed, client)
    known = self_knowledge.settings(deed.store)
    return Inzage(
        Houder(known["houder.name"], known["houder.place"], known["houder.kvk"]),
        dossier,
        audit.looks(deed.store, client),
        counted(deed.store, client),
        audit.head(deed.store),
        deed.now,
        rights.consents,
        rights.releases,
        rights.mandates,
    )


def _rendered(inzage: Inzage, form: str) -> bytes:
    from wkc.documents.inzage import as_json, as_pdf, copy_of

    copy = copy_of(inzage, CATEGORIES)
    return as_json(copy) if form == "json" else as_pdf(copy)
