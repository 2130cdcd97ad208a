"""Art. 8.2: releases from the secrecy of one entry or document, by the client, the body or a statute."""

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.rights import EntryNotSecret, ReleaseMixed, ReleaseWrong
from wkc.i18n import _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.disclosure.consent import GrantedConsents, check_giver, parse_way, read_granted
from wkc.procedures.document.listing import find_document
from wkc.procedures.dossier import mandate as mandating
from wkc.procedures.dossier.entry_number import the_entry
from wkc.procedures.dossier.party import by_name
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import fields
from wkc.records.document import Document
from wkc.records.dossier import Client, Entry
from wkc.records.field import Field
from wkc.records.rights import Mandate, NewRelease
from wkc.rules.disclosure.secrecy import LIFTED_BY
from wkc.rules.dossier.field import name_in_log
from wkc.sentences.source import SECRETS
from wkc.store.disclosure import release as releases
from wkc.store.dossier.mandate import NewMandate


class ReleaseInput(Struct, frozen=True):
    """A release as it is typed: by a statute, by the body whose duty it is, or else by the client.

    `recipient` is the name of the only party it is for; `how` the form in which it was given, unless it is a statute.
    """

    how: str | None = None
    statute: str | None = None
    releaser: str | None = None
    recipient: str | None = None
    from_on: str | None = None

    @property
    def by(self) -> str:
        """The party that lifted the duty: wet, instantie or geregistreerde."""
        return "wet" if self.statute is not None else "instantie" if self.releaser is not None else "geregistreerde"


def give(
    session: Session, client_text: str, secret: str | int, release_input: ReleaseInput, shown: NewMandate | None
) -> GrantedConsents:
    """Write down a release, of an entry as it is typed or of the document of a number.

    By statute or by the body itself is the beheerder's to find.
    """
    ready = _complete(session, release_input, shown)
    with act(session, "consent.release" if release_input.by == "geregistreerde" else "consent.lift") as action:
        client = the_client(action, client_text)
        entry = _find(action, client, client_text, secret)
        duty, field = entry.provenance.geheim, entry.field
        if duty is None or field is None:
            raise EntryNotSecret
        if release_input.by not in LIFTED_BY[duty]:
            action.mark_refused("niet_aan_hen")
            raise ReleaseWrong(duty=_(SECRETS[duty].staff), choices=", ".join(LIFTED_BY[duty]))
        mandate = None if shown is None else _mandate(action, client, field, ready, shown)
        if release_input.by == "geregistreerde":
            check_giver(action, client, mandate, fields.parse_day(ready.from_on or ""), [field.category])
        made = releases.add(action.store, client, entry, _row(action, ready, mandate), action.now, action.by)
        action.details |= {"release": made.hex, "field": name_in_log(field), "by": release_input.by}
        return read_granted(action, client)


def _find(action: Action, client: Client, client_text: str, secret: str | int) -> Entry | Document:
    if isinstance(secret, int):
        return find_document(action, client, secret)
    return the_entry(action, client, client_text, secret)


def _complete(session: Session, release_input: ReleaseInput, shown: NewMandate | None) -> ReleaseInput:
    """Check what needs no register, and complete the day: one party lifts a secret, and a statute has no form."""
    by_client = release_input.by == "geregistreerde"
    both = release_input.statute is not None and release_input.releaser is not None
    if both or (release_input.how is None) != (release_input.by == "wet") or (shown is not None and not by_client):
        raise ReleaseMixed
    today = day(session.environment.now())
    from_on = fields.past_day_or_today(release_input.from_on, today)
    how = None if release_input.how is None else parse_way(release_input.how)
    statute = None if release_input.statute is None else fields.plain_text(release_input.statute)
    return replace(release_input, how=how, statute=statute, from_on=from_on.isoformat())


def _row(action: Action, release_input: ReleaseInput, mandate: Mandate | None) -> NewRelease:
    releaser = None if release_input.releaser is None else by_name(action, release_input.releaser)
    recipient = None if release_input.recipient is None else by_name(action, release_input.recipient)
    from_on = fields.parse_day(release_input.from_on or "")
    return NewRelease(release_input.by, releaser, recipient, release_input.how, release_input.statute, from_on, mandate)


def _mandate(action: Action, client: Client, field: Field, release_input: ReleaseInput, shown: NewMandate) -> Mandate:
    """Put the mandate of a representative on file, and check that it reaches to this field."""
    mandate = mandating.put(action, client, shown)
    mandating.check(action, client, mandate, fields.parse_day(release_input.from_on or ""), [field.category])
    return mandate
