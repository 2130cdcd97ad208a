"""Art. 11.1, UAVG 5.2: a copy for who acts in some matters alone holds these matters, of what is no entry too."""

from collections.abc import Collection
from uuid import UUID

from msgspec.structs import replace

from wkc.records.disclosure import Disclosure
from wkc.records.document import Document
from wkc.records.dossier import Dossier, Entry
from wkc.records.field import Field
from wkc.records.inzage import Inzage
from wkc.records.mistake import MistakeNoun
from wkc.records.rights import Mandate
from wkc.rules.dossier.mandate import CALLED, list_outside_reach

_GUIDANCE = 29
"""Guidance in annex I: contacts and appointments belong to it."""

_REPORTED = frozenset({12, _GUIDANCE})
"""The categories of a report on the progress of an assignment."""

UNSAID = "[niet in deze kopie]"
"""The text in the place of words that are about the whole dossier."""


def keep_within(
    facts: Inzage, mandate: Mandate, categories: Collection[int], secrets: Collection[Entry | Document] = ()
) -> Inzage:
    """Leave out of a copy all that a mandate does not reach, but for entries, which its decision leaves out.

    Secret values and papers that the mandate does not name (`secrets`) are left out here, whatever was decided, with
    the values of a list and the corrections of their fields; those that a request under this mandate put there stay.

    Requests, corrections and letters are those under this mandate; recipients and consents those of its matter, for
    name, address and town are in nearly each; looks and uses that ended are about the dossier as a whole.
    """
    outside = frozenset(list_outside_reach(mandate, categories))
    if not outside and not secrets:
        return facts
    within = frozenset(categories) - outside
    matter = within - (CALLED - frozenset(mandate.categories or ()))
    has_guidance = _GUIDANCE in within
    asked = {
        one.request.number
        for one in facts.requests
        if one.request.mandate is not None and one.request.mandate.uuid == mandate.uuid
    }
    own = {(one.field, one.applied_at) for one in facts.corrections if one.request in asked}
    unreached = tuple(one for one in secrets if (one.field, one.recorded_at) not in own)
    gone, fields = {one.uuid for one in unreached}, {one.field for one in unreached}
    return replace(
        facts,
        is_narrowed=True,
        unreached=unreached,
        dossier=_keep_rows(facts.dossier, within, gone, has_guidance=has_guidance),
        releases=tuple(one for one in facts.releases if one.entry not in gone),
        looks=(),
        objections=(),
        appointments=facts.appointments if has_guidance else (),
        reports=facts.reports if within >= _REPORTED else (),
        letters=tuple(one for one in facts.letters if one.request in asked),
        requests=tuple(one for one in facts.requests if one.request.number in asked),
        corrections=tuple(
            one
            for one in facts.corrections
            if one.request in asked or (_is_within(one.field, within) and one.field not in fields)
        ),
        to_tell=tuple(
            one for one in facts.to_tell if one.fields and all(_is_within(each, within) for each in one.fields)
        ),
        mandates=tuple(one for one in facts.mandates if one.uuid == mandate.uuid),
        consents=tuple(one for one in facts.consents if within >= set(one.categories) and matter & set(one.categories)),
        documents=tuple(one for one in facts.documents if _is_within(one.field, within) and one.uuid not in gone),
        supplied=tuple(one for one in facts.supplied if _is_within(one.field, within) and one.field not in fields),
        disclosures=tuple(_narrow(one, within) for one in facts.disclosures if _is_about(one, matter)),
    )


def reaches_document(mandate: Mandate | None, document: Document, categories: Collection[int]) -> bool:
    """Tell whether a document goes with a copy under a mandate; a signed form is about no category of its own."""
    outside = list_outside_reach(mandate, categories) if mandate else ()
    return not outside or (document.field is not None and document.field.category not in outside)


def _keep_rows(dossier: Dossier, within: Collection[int], gone: Collection[UUID], *, has_guidance: bool) -> Dossier:
    """Leave out the contacts, holds and mistakes that are about something else, and the entries that are gone."""
    guidance = {MistakeNoun.CONTACT, MistakeNoun.AFSPRAAK} if has_guidance else set()
    return replace(
        dossier,
        entries=tuple(one for one in dossier.entries if one.uuid not in gone),
        contacts=dossier.contacts if has_guidance else (),
        holds=tuple(one for one in dossier.holds if one.categories <= frozenset(within)),
        mistakes=tuple(one for one in dossier.mistakes if _is_within(one.field, within) or one.noun in guidance),
    )


def _is_within(field: Field | None, within: Collection[int]) -> bool:
    return field is not None and field.category in within


def _is_about(one: Disclosure, matter: Collection[int]) -> bool:
    """Tell whether something of a matter went out, or was asked for."""
    return bool(set(one.case.categories) & set(matter)) or any(item.field.category in matter for item in one.items)


def _narrow(one: Disclosure, within: Collection[int]) -> Disclosure:
    """Give a disclosure with the categories of a matter alone, and without words that may be about others."""
    case = replace(
        one.case,
        categories=tuple(category for category in one.case.categories if category in within),
        reason=None,
        note=None,
        late=None,
    )
    decision = None if one.decision is None else replace(one.decision, reason=UNSAID)
    items = tuple(item for item in one.items if item.field.category in within)
    return replace(one, case=case, items=items, decision=decision)
