"""Art. 8.1 and AVG 7: a consent counts for its recipient, purpose and categories, until it ends or is withdrawn."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from wkc.records.field import Field, FieldClass
from wkc.records.rights import Consent
from wkc.records.verdict import Verdict
from wkc.rules.dossier.field import CATEGORIES, FIELDS

HOW: tuple[str, ...] = ("schriftelijk", "e_mail", "mondeling")
"""The forms of a consent: the houder must be able to show it (AVG 7.1)."""

EXPLICIT: frozenset[str] = frozenset({"schriftelijk", "e_mail"})
"""The ways that keep the client's own words, explicit enough for a sealed class (AVG 9.2.a and 10)."""

TO_HOLD = "registratie"
"""The purpose of a consent without a recipient: the office may keep the data that it names."""

ON_CONSENT = "uitdrukkelijke_toestemming"
"""The ground of a value that is held on such a consent (AVG 9.2.a and 10; UAVG 22.2.a and 32.a)."""

ENDS_AHEAD = timedelta(weeks=4)
"""The time before its last day from which a consent is on the agenda."""

_PURPOSE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_ON = "art. 8.1"
_EXPLICITLY = {FieldClass.BIJZONDER: "AVG 9.2.a, UAVG 22.2.a", FieldClass.STRAFRECHTELIJK: "AVG 10, UAVG 32.a"}

_CLASSES: Mapping[int, frozenset[FieldClass]] = {
    number: frozenset(field.field_class for field in FIELDS if field.category == number) for number in CATEGORIES
}


def is_purpose(code: str) -> bool:
    """Tell whether a text can be the code of a purpose, as `schuldhulpverlening` is."""
    return _PURPOSE.fullmatch(code) is not None


def list_not_explicit(how: str, categories: Collection[int]) -> tuple[int, ...]:
    """Give the categories that hold sealed classes only, for which a consent given this way is not explicit."""
    if how in EXPLICIT:
        return ()
    return tuple(number for number in sorted(categories) if all(one.sealed for one in _CLASSES[number]))


def judge_consent(consent: Consent, recipient: UUID, purpose: str, on: date) -> Verdict:
    """Judge a consent on a day for a recipient and a purpose: not after its last day, nor once it is withdrawn."""
    if consent.recipient is None or consent.recipient.uuid != recipient:
        return Verdict(allowed=False, reason="andere_ontvanger", article=_ON)
    if consent.purpose != purpose:
        return Verdict(allowed=False, reason="ander_doel", article=_ON)
    return judge_days(consent, on)


def judge_days(consent: Consent, on: date) -> Verdict:
    """Judge whether a consent counts on a day, whoever it is for."""
    if on < consent.from_on:
        return Verdict(allowed=False, reason="nog_niet_ingegaan", article=_ON)
    if consent.withdrawn_on is not None and on >= consent.withdrawn_on:
        return Verdict(allowed=False, reason="ingetrokken", article="AVG 7.3")
    if consent.until_on is not None and on > consent.until_on:
        return Verdict(allowed=False, reason="verlopen", article=_ON)
    return Verdict(allowed=True, reason="toestemming", article=_ON)


def judge_coverage(consent: Consent, field: Field) -> Verdict:
    """Judge whether a consent covers the values of a field: its category is named, a sealed class in writing."""
    if field.category not in consent.categories:
        return Verdict(allowed=False, reason="categorie_niet_genoemd", article=_ON)
    if field.field_class.sealed and consent.how not in EXPLICIT:
        return Verdict(allowed=False, reason="niet_uitdrukkelijk", article=_EXPLICITLY[field.field_class])
    return Verdict(allowed=True, reason="toestemming", article=_EXPLICITLY.get(field.field_class, _ON))


def judge_holding(consents: Iterable[Consent], field: Field, on: date) -> Verdict:
    """Judge whether a value of a field may be held on the client's consent on a day: one to hold it counts then."""
    article = _EXPLICITLY.get(field.field_class, "art. 4.1")
    if any(
        one.recipient is None and judge_days(one, on).allowed and judge_coverage(one, field).allowed for one in consents
    ):
        return Verdict(allowed=True, reason=ON_CONSENT, article=article)
    return Verdict(allowed=False, reason="toestemming_ontbreekt", article=article)


def ended_on(consent: Consent) -> date | None:
    """Give the first day on which a consent counts no longer; None where no such day is known."""
    last = None if consent.until_on is None else consent.until_on + timedelta(days=1)
    return min((day for day in (consent.withdrawn_on, last) if day is not None), default=None)
