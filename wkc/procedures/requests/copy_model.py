"""Art. 11, AVG 15 and 20: the facts of one client's copy, and the copy as a model."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from msgspec.structs import replace

from wkc.procedures.core.action import Action
from wkc.procedures.core.retention_term import count_term
from wkc.procedures.core.settings import in_force
from wkc.procedures.disclosure.consent import read_granted
from wkc.procedures.dossier.client import load
from wkc.procedures.requests.secret_reach import read_reach
from wkc.records.dossier import Client, Dossier
from wkc.records.inzage import Inzage
from wkc.records.request import Answering, RequestKind
from wkc.rules.disclosure.annex import LAWS
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.requests import request as rules
from wkc.rules.requests.narrow_copy import keep_within
from wkc.rules.requests.refusal import CORRECTIONS
from wkc.store.core import audit
from wkc.store.core import register as register_metadata
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.disclosure import report as reports
from wkc.store.document import document as documents
from wkc.store.dossier import appointment as appointments
from wkc.store.dossier import coverage, supplied
from wkc.store.dossier import party_profile as profiles
from wkc.store.letters import letter as letters
from wkc.store.letters import notice as notices
from wkc.store.requests import correction as corrections
from wkc.store.requests import objection as objections
from wkc.store.requests import request as requests

if TYPE_CHECKING:
    from wkc.documents.copy.free_text import CopyModel


def compose(action: Action, client: Client, answers: Answering | None) -> CopyModel:
    """Make the model of a copy: what the person gave, what was corrected, or all on file but what is left out."""
    from wkc.documents.copy import corrected, overdracht
    from wkc.documents.copy import inzage as paper

    facts = replace(gather_facts(action, client), answers=answers)
    if answers and answers.request.mandate:
        unreached = read_reach(action, answers.request).unreached
        facts = keep_within(facts, answers.request.mandate, CATEGORIES, unreached)
    if answers and answers.request.kind is RequestKind.OVERDRACHT:
        return overdracht.make_overdracht(facts, CATEGORIES)
    if answers and answers.request.kind in CORRECTIONS:
        return corrected.make_corrected_copy(facts, CATEGORIES)
    return paper.copy_of(facts, CATEGORIES)


def gather_facts(action: Action, client: Client) -> Inzage:
    """Read all that the copy is made from; errors.RowsDiffer for settings that nobody set."""
    coverage.check_settings(action.store)
    dossier = load(action, client)
    rights = read_granted(action, client)
    notice = notices.of_client(action.store, client)
    known = in_force(action.store)
    return Inzage(
        register_metadata.houder(action.store),
        dossier,
        audit.looks(action.store, client),
        count_term(action.store, client),
        audit.head(action.store),
        action.now,
        letters=letters.of_client(action.store, client),
        notified_on=None if notice is None or notice.by_letter else notice.notified_on,
        consents=rights.consents,
        releases=rights.releases,
        mandates=rights.mandates,
        requests=tuple(
            rules.count_days(one) for one in requests.of_client(action.store, client) if not rules.is_mistake(one)
        ),
        disclosures=disclosures.every_of_client(action.store, client, BY_CODE),
        corrections=corrections.of_client(action.store, client, BY_CODE),
        to_tell=corrections.list_recipients_of_client(action.store, client, BY_CODE),
        laws={code: law.name for code, law in LAWS.items()},
        roles=_roles(action, dossier),
        appointments=appointments.of_client(action.store, client),
        reports=reports.of_client(action.store, client),
        documents=documents.of_client(action.store, client, BY_CODE),
        supplied=supplied.of_client(action.store, client, BY_CODE),
        objections=objections.of_client(action.store, client),
        abroad=known["notice.abroad"] or None,
        automated=known["notice.automated"] or None,
        backup_days=int(known["backup.keep_days"]),
    )


def _roles(action: Action, dossier: Dossier) -> dict[UUID, str]:
    """Give the role of each opdrachtgever beside the office, by party, where one is on file (AVG 26 and 28)."""
    roles = {one.party.uuid: profiles.one(action.store, one.party).role for one in dossier.assignments}
    return {party: role for party, role in roles.items() if role is not None}
