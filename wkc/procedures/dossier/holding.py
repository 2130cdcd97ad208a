"""Art. 4.1, AVG 7.1, 7.3 and 9.2.a: a value kept on the client's consent needs one on file, and goes with it."""

from collections.abc import Iterable
from datetime import date

from wkc.errors.input import DateInFuture
from wkc.errors.rights import ConsentToHoldMissing
from wkc.procedures.core.action import Action
from wkc.procedures.dossier import mandate as mandating
from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.records.rights import NewConsent
from wkc.rules.disclosure.consent import ON_CONSENT, TO_HOLD, ended_on, judge_holding
from wkc.rules.disclosure.consent_giver import judge_giver
from wkc.rules.dossier.field import BY_CODE
from wkc.store.disclosure import consent as consents
from wkc.store.document import document as documents
from wkc.store.dossier import coverage
from wkc.store.dossier import entry as entries


def list_unconsented(action: Action, client: Client, fields: Iterable[Field]) -> tuple[int, ...]:
    """Give the categories of the fields for which no consent to hold them counts today."""
    granted = consents.of_client(action.store, client)
    return tuple(
        sorted({field.category for field in fields if not judge_holding(granted, field, action.today).allowed})
    )


def check_holding(action: Action, client: Client, field: Field, grondslag: str | None) -> None:
    """Refuse a value on the ground of a consent that is not on file: errors.ConsentToHoldMissing, RowsDiffer."""
    if grondslag != ON_CONSENT:
        return
    if client.uuid not in action.store.changed_clients:
        coverage.check(action.store, client)
    if missing := list_unconsented(action, client, [field]):
        action.mark_refused("toestemming_ontbreekt")
        raise ConsentToHoldMissing(categories=", ".join(map(str, missing)))


def add_consent(action: Action, client: Client, fields: Iterable[Field], how: str | None, since: date | None) -> None:
    """Write down the consent that the client gave to hold fields, where none is on file yet.

    Raises errors.ConsentToHoldMissing where it was not stated, or the client cannot give it alone: not old enough, or
    with a representative in these matters; errors.DateInFuture.
    """
    missing = list_unconsented(action, client, fields)
    if not missing:
        return
    mandates, born = mandating.of_client(action, client), mandating.read_born(action, client)
    if how is None or since is None or not judge_giver(None, missing, mandates, born, since).allowed:
        raise ConsentToHoldMissing(categories=", ".join(map(str, missing)))
    if since > action.today:
        raise DateInFuture
    new = NewConsent(None, TO_HOLD, missing, how, since, None)
    consents.add(action.store, client, new, action.now, action.by)


def count_unconsented(action: Action, client: Client) -> tuple[int, date]:
    """Count the values and documents held on a consent that counts no longer, and give the last day on which one ended.

    Today where none did.
    """
    granted = consents.of_client(action.store, client)
    values = (one for one in entries.of_client(action.store, client, BY_CODE) if one.closed_at is None)
    papers = documents.of_client(action.store, client, BY_CODE)
    on_consent = [one.field for one in values if one.provenance.grondslag == ON_CONSENT]
    on_consent += [one.field for one in papers if one.field is not None and one.provenance.grondslag == ON_CONSENT]
    count = sum(not judge_holding(granted, field, action.today).allowed for field in on_consent)
    ends = (ended_on(one) for one in granted if one.recipient is None)
    return count, max((day for day in ends if day is not None and day <= action.today), default=action.today)
