"""The copy of all that is held on one client, and what it is made from (art. 11, AVG 15)."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from msgspec import Struct, field

from wkc.records.appointment import Appointment
from wkc.records.audit import Head, Look
from wkc.records.correction import PriorRecipient, Proposal
from wkc.records.disclosure import Disclosure
from wkc.records.document import Document
from wkc.records.dossier import Dossier, Entry, Term
from wkc.records.letter import Letter
from wkc.records.objection import Objection
from wkc.records.party import Houder
from wkc.records.report import Report
from wkc.records.request import Answering
from wkc.records.rights import Consent, Mandate, Release
from wkc.records.supplied import SuppliedValue


class Inzage(Struct, frozen=True):
    """The facts that the copy of one client is made from (art. 11, AVG 15): the dossier and all that is said about it.

    `looks` and `letters` are oldest first; `notified_on` is the day of the notice of AVG 14, where that was no letter;
    `head` is the audit log's when the dossier was read, `made_at` UTC. `answers` is the request that the copy is
    handed out on; None for a werkexemplaar. What the client granted and what others asked for is in the order of
    writing down; `supplied` are values of lists that were put aside, `objections` the uses that decisions ended; `laws`
    names those cited, `roles` gives the role of each opdrachtgever beside the office, by party.
    `abroad` and `automated` are sentences of the office's own, `backup_days` how long a backup is kept (settings).
    `is_narrowed` tells that it has the matters of a mandate alone, `unreached` are the secret values and papers that it
    is without, for the mandate does not name them.
    """

    houder: Houder
    dossier: Dossier
    looks: tuple[Look, ...]
    term: Term
    head: Head
    made_at: datetime
    letters: tuple[Letter, ...] = ()
    notified_on: date | None = None
    consents: tuple[Consent, ...] = ()
    releases: tuple[Release, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    requests: tuple[Answering, ...] = ()
    answers: Answering | None = None
    disclosures: tuple[Disclosure, ...] = ()
    corrections: tuple[Proposal, ...] = ()
    to_tell: tuple[PriorRecipient, ...] = ()
    laws: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[UUID, str] = field(default_factory=dict)
    appointments: tuple[Appointment, ...] = ()
    reports: tuple[Report, ...] = ()
    documents: tuple[Document, ...] = ()
    supplied: tuple[SuppliedValue, ...] = ()
    objections: tuple[Objection, ...] = ()
    abroad: str | None = None
    automated: str | None = None
    backup_days: int | None = None
    is_narrowed: bool = False
    unreached: tuple[Entry | Document, ...] = ()
