"""Art. 8: the input of a disclosure, from options, answers or JSON, read and checked."""

import json
from datetime import date

from msgspec import Struct

from wkc.errors.disclosure import CaseIncomplete, CaseUnreadable, CitationVague, ConditionWrong
from wkc.procedures.disclosure.consent import parse_purpose
from wkc.procedures.io import codes
from wkc.procedures.io import fields as values
from wkc.records.disclosure import CallBack, Danger, DisclosureDetails, Research
from wkc.rules.disclosure.annex import LAWS, OTHER_LAW
from wkc.rules.disclosure.ground import GROUNDS
from wkc.rules.disclosure.identification import MEANS
from wkc.rules.disclosure.telephone import CALLERS, NUMBER_SOURCES

CHANNELS: tuple[str, ...] = ("brief", "e_mail", "portaal", "mondeling", "telefoon")
TELEPHONE = "telefoon"
ON_FILE = "bestand"
"""A number to call back: the one on file, verified before."""

NO_ARTICLE = "artikel niet genoemd"
"""The citation of a caller who named a law and no article of it."""

LAW_CODES: tuple[str, ...] = (*LAWS, OTHER_LAW)
NUMBERS_FROM: tuple[str, ...] = (ON_FILE, *NUMBER_SOURCES)
SUBJECTS: tuple[str, ...] = tuple(dict.fromkeys(subject for subjects in CALLERS.values() for subject in subjects))


class DisclosureInput(Struct, frozen=True):
    """A disclosure as typed; None is left out. The names are the keys of `--from` and, with hyphens, the options.

    `person` is a number on the recipient's list of people; `called_back` where the number came from that was
    called back (`bestand`: the one on file). `documents` are numbers on the client's list of documents. `on` is the
    day of a disclosure that is written down later.
    """

    recipient: str | None = None
    person: int | None = None
    channel: str | None = None
    ground: str | None = None
    purpose: str | None = None
    categories: str | None = None
    law: str | None = None
    citation: str | None = None
    covers_bsn: bool | None = None
    covers_sealed: bool | None = None
    requested_on: str | None = None
    subject: str | None = None
    doubt: bool | None = None
    called_back: str | None = None
    identified: str | None = None
    traceable: bool | None = None
    decision_on: str | None = None
    decision_reference: str | None = None
    heard_on: str | None = None
    to_life: bool | None = None
    consent_impossible: bool | None = None
    beheerder_unreachable: bool | None = None
    reason: str | None = None
    note: str | None = None
    on: str | None = None
    why_late: str | None = None
    documents: str | None = None


def read(content: str) -> DisclosureInput:
    """Read a disclosure from one JSON object; `categories` may be a list of numbers."""
    import msgspec

    keys = ", ".join(DisclosureInput.__struct_fields__)
    try:
        members = json.loads(content)
        if isinstance(members, dict) and isinstance(members.get("categories"), list):
            members["categories"] = ",".join(map(str, members["categories"]))
        if not isinstance(members, dict) or not members.keys() <= set(DisclosureInput.__struct_fields__):
            raise CaseUnreadable(keys=keys)
        return msgspec.convert(members, DisclosureInput)
    except (ValueError, msgspec.ValidationError) as error:
        raise CaseUnreadable(keys=keys) from error


def check_input(disclosure_input: DisclosureInput, today: date, called_back: CallBack | None) -> DisclosureDetails:
    """Check a disclosure value by value, and the values that go together; days are up to today."""
    channel = parse_required("channel", disclosure_input.channel, CHANNELS)
    by_telephone = channel == TELEPHONE
    if (disclosure_input.law is None) != (disclosure_input.citation is None):
        raise ConditionWrong(one="law", other="citation")
    if by_telephone and disclosure_input.doubt is None:
        raise CaseIncomplete(key="doubt")
    if disclosure_input.categories is None:
        raise CaseIncomplete(key="categories")
    ground = parse_required("ground", disclosure_input.ground, tuple(GROUNDS))
    reason = None if disclosure_input.reason is None else values.parse_reason(disclosure_input.reason)
    if ground == "dringende_reden" and reason is None:
        raise CaseIncomplete(key="reason")
    return DisclosureDetails(
        channel,
        ground,
        None if disclosure_input.purpose is None else parse_purpose(disclosure_input.purpose),
        codes.parse_categories(disclosure_input.categories),
        None if disclosure_input.law is None else parse_required("law", disclosure_input.law, LAW_CODES),
        None if disclosure_input.citation is None else read_citation(disclosure_input.citation, disclosure_input.law),
        bool(disclosure_input.covers_bsn) and disclosure_input.law is not None,
        _day(disclosure_input.requested_on, today),
        parse_required("subject", disclosure_input.subject, SUBJECTS)
        if disclosure_input.subject and by_telephone
        else None,
        disclosure_input.doubt if by_telephone else None,
        called_back if by_telephone else None,
        _research(disclosure_input, today),
        _danger(disclosure_input),
        reason,
        None if disclosure_input.note is None else values.parse_note(disclosure_input.note),
        disclosure_input.covers_sealed if disclosure_input.law is not None else None,
        parse_required("identified", disclosure_input.identified, MEANS[channel]) if channel in MEANS else None,
        None if disclosure_input.why_late is None else values.parse_reason(disclosure_input.why_late),
    )


def read_citation(typed: str, law: str | None) -> str:
    """Read the place in a law, which has a number, or that none was named; of another law or a court, any text."""
    place = values.plain_text(typed)
    is_known = law is not None and codes.find_code(law, LAWS) is not None
    if is_known and place.casefold() != NO_ARTICLE and not any(character.isdigit() for character in place):
        raise CitationVague
    return place


def check_day(disclosure_input: DisclosureInput, today: date) -> date:
    """Give the day of a disclosure: today, or an earlier one that is written down later."""
    return values.past_day_or_today(disclosure_input.on, today)


def parse_required(key: str, typed: str | None, known: tuple[str, ...]) -> str:
    """Read a code that must be there; errors.KindUnknown when it is none of these, CaseIncomplete without one."""
    if typed is None:
        raise CaseIncomplete(key=key)
    return codes.parse_code(typed, known)


def _day(typed: str | None, today: date) -> date | None:
    return None if typed is None else values.parse_past_day(typed, today)


def _research(disclosure_input: DisclosureInput, today: date) -> Research | None:
    if disclosure_input.traceable is None:
        return None
    reference = (
        None if disclosure_input.decision_reference is None else values.plain_text(disclosure_input.decision_reference)
    )
    return Research(
        disclosure_input.traceable,
        _day(disclosure_input.decision_on, today),
        reference,
        _day(disclosure_input.heard_on, today),
    )


def _danger(disclosure_input: DisclosureInput) -> Danger | None:
    if disclosure_input.to_life is None:
        return None
    return Danger(
        disclosure_input.to_life,
        bool(disclosure_input.consent_impossible),
        bool(disclosure_input.beheerder_unreachable),
    )
