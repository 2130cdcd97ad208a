"""Art. 8: the input of a disclosure, from options, answers or JSON, read and checked."""

import json
from datetime import date

from msgspec import Struct

from wkc.errors.disclosure import CaseIncomplete, CaseUnreadable, CitationVague, ConditionWrong
from wkc.procedures.disclosure.consent import parse_purpose
from wkc.procedures.io import codes
from wkc.procedures.io import fields as values
from wkc.records.disclosure import CallBack, Case, Danger, Research
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
    """A disclosure as typed; None is not given. The names are the keys of `--from` and, with hyphens, the options.

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
        given = json.loads(content)
        if isinstance(given, dict) and isinstance(given.get("categories"), list):
            given["categories"] = ",".join(map(str, given["categories"]))
        if not isinstance(given, dict) or not given.keys() <= set(DisclosureInput.__struct_fields__):
            raise CaseUnreadable(keys=keys)
        return msgspec.convert(given, DisclosureInput)
    except (ValueError, msgspec.ValidationError) as error:
        raise CaseUnreadable(keys=keys) from error


def check_input(said: DisclosureInput, today: date, called_back: CallBack | None) -> Case:
    """Check a disclosure value by value, and the values that go together; days are up to today."""
    channel = code("channel", said.channel, CHANNELS)
    by_telephone = channel == TELEPHONE
    if (said.law is None) != (said.citation is None):
        raise ConditionWrong(one="law", other="citation")
    if by_telephone and said.doubt is None:
        raise CaseIncomplete(key="doubt")
    if said.categories is None:
        raise CaseIncomplete(key="categories")
    ground = code("ground", said.ground, tuple(GROUNDS))
    reason = None if said.reason is None else values.parse_reason(said.reason)
    if ground == "dringende_reden" and reason is None:
        raise CaseIncomplete(key="reason")
    return Case(
        channel,
        ground,
        None if said.purpose is None else parse_purpose(said.purpose),
        codes.parse_categories(said.categories),
        None if said.law is None else code("law", said.law, LAW_CODES),
        None if said.citation is None else read_citation(said.citation, said.law),
        bool(said.covers_bsn) and said.law is not None,
        _day(said.requested_on, today),
        code("subject", said.subject, SUBJECTS) if said.subject and by_telephone else None,
        said.doubt if by_telephone else None,
        called_back if by_telephone else None,
        _research(said, today),
        _danger(said),
        reason,
        None if said.note is None else values.parse_note(said.note),
        said.covers_sealed if said.law is not None else None,
        code("identified", said.identified, MEANS[channel]) if channel in MEANS else None,
        None if said.why_late is None else values.parse_reason(said.why_late),
    )


def read_citation(typed: str, law: str | None) -> str:
    """Read the place in a law, which has a number, or that none was named; of another law or a court, any text."""
    place = values.plain_text(typed)
    is_known = law is not None and codes.find_code(law, LAWS) is not None
    if is_known and place.casefold() != NO_ARTICLE and not any(character.isdigit() for character in place):
        raise CitationVague
    return place


def check_day(said: DisclosureInput, today: date) -> date:
    """Give the day of a disclosure: today, or an earlier one that is written down later."""
    return values.past_day_or_today(said.on, today)


def code(key: str, typed: str | None, known: tuple[str, ...]) -> str:
    """Give the code that was typed; errors.KindUnknown when it is none of these, CaseIncomplete when it is missing."""
    if typed is None:
        raise CaseIncomplete(key=key)
    return codes.parse_code(typed, known)


def _day(typed: str | None, today: date) -> date | None:
    return None if typed is None else values.parse_past_day(typed, today)


def _research(said: DisclosureInput, today: date) -> Research | None:
    if said.traceable is None:
        return None
    reference = None if said.decision_reference is None else values.plain_text(said.decision_reference)
    return Research(said.traceable, _day(said.decision_on, today), reference, _day(said.heard_on, today))


def _danger(said: DisclosureInput) -> Danger | None:
    if said.to_life is None:
        return None
    return Danger(said.to_life, bool(said.consent_impossible), bool(said.beheerder_unreachable))
