"""Art. 4.2 and 12.1: what the client supplied or had corrected is not replaced by hand unless that is meant."""

from collections.abc import Sequence

from wkc.errors.decided_value import ValueCorrected, ValueOfClient
from wkc.errors.register import ValueContested, ValueRestricted
from wkc.procedures.core.action import Action
from wkc.records.document import Document
from wkc.records.dossier import Client, Entry, Provenance
from wkc.records.field import Field
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.replacement import judge_overwrite, judge_recording
from wkc.rules.requests.correction import is_restriction
from wkc.store.requests import correction as corrections


def refuse_overwrite(action: Action, replaced: Sequence[Entry | Document]) -> None:
    """Refuse to replace or remove what a request contests or restricts: that is decided, or lifted, first."""
    verdict = judge_overwrite(replaced)
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise (ValueRestricted if verdict.reason == "beperkt" else ValueContested)(article=verdict.article)


def ask_of_decided(action: Action, client: Client, what: Field, source: Provenance, replaced: Sequence[Entry]) -> None:
    """Refuse a value of somebody else in such a place; errors.ValueOfClient, ValueCorrected.

    Who may not see the field learns nothing of it, and replaces nothing there.
    """
    if not action.can_see(what.field_class):
        return
    verdict = judge_recording(replaced, source=source.source, is_corrected=_is_corrected(action, client, what))
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise (ValueCorrected if verdict.reason == "verbeterd" else ValueOfClient)(article=verdict.article)


def _is_corrected(action: Action, client: Client, what: Field) -> bool:
    """Tell whether a value of this field was corrected or removed under art. 12."""
    return any(
        one.applied_at is not None and one.field == what and not one.is_document and not is_restriction(one.kind)
        for one in corrections.of_client(action.store, client, BY_CODE)
    )
