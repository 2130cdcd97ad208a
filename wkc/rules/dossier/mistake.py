"""Art. 12.1 and 14.2, AVG 5.1.d: who takes back a row that was a mistake: its typist, then the beheerder."""

from datetime import datetime, timedelta

from msgspec import Struct

from wkc.records.mistake import MistakeNoun, MistakeReason, RowChange
from wkc.records.user import Role
from wkc.records.verdict import Verdict

WITHIN = timedelta(hours=24)
"""The time in which the person who typed a row can take it back; afterwards the beheerder does."""

_ARTICLE = "art. 12.1, 14.2"
_CORRECTED_ALONE = {MistakeNoun.BRIEF, MistakeNoun.VERZOEK, MistakeNoun.RAPPORTAGE, MistakeNoun.NOODINZAGE}

TAKEN_BACK: tuple[MistakeNoun, ...] = tuple(noun for noun in MistakeNoun if noun not in _CORRECTED_ALONE)
"""Rows that a mistake can be in; a letter or a request that is one is void, and a draft is thrown away."""

UNDOABLE: frozenset[str] = frozenset(
    {
        *("client.register", "client.import", "client.record", "contact.log", "consent.give", "request.receive"),
        *("retention.hold", "disclosure.log", "appointment.plan", "appointment.keep", "document.add", "form.signed"),
    }
)
"""Actions that write such rows."""

FIXED: frozenset[MistakeNoun] = frozenset({MistakeNoun.VERSTREKKING, MistakeNoun.DOCUMENT})
"""Rows that are taken back and never moved: a disclosure names values of its own dossier, a document is added anew."""


class MistakeFacts(Struct, frozen=True):
    """A row that is to be taken back, as a rule sees it: who asks, in which role, at which moment (UTC).

    `has_dependents` tells that something else on file rests on it; `is_only` that a field which must have a value has
    no other; `has_ended` that it was withdrawn, released or carried out; `to_other` that it goes to another dossier;
    `has_gone_out` that a paper was made by it, with data; `is_asked` that an open request asks to change it; `is_kept`
    that a duty or a restriction keeps it today. `why` is the reason that the user gives, None before there is one.
    """

    change: RowChange
    user_id: str
    role: Role
    now: datetime
    has_dependents: bool = False
    is_only: bool = False
    has_ended: bool = False
    to_other: bool = False
    is_asked: bool = False
    is_kept: bool = False
    why: MistakeReason | None = None
    has_gone_out: bool = False


def judge_mistake(facts: MistakeFacts) -> Verdict:
    """Judge whether a row is taken back, and moved where that is asked."""
    change, article = facts.change, _ARTICLE
    typist = judge_typist(change.recorded_by, change.recorded_at, facts.user_id, facts.role, facts.now)
    if not typist.allowed:
        return typist
    if facts.has_gone_out and facts.role is not Role.BEHEERDER:
        return Verdict(allowed=False, reason="papier_gemaakt", article="AVG 5.2, 15.1.c")
    if facts.is_asked:
        return Verdict(allowed=False, reason="in_onderzoek", article="art. 12.3, AVG 18.1.a")
    if facts.is_kept and not _is_of_another(facts):
        return Verdict(allowed=False, reason="blijft_bewaard", article="AVG 17.3, 18.2")
    if facts.has_dependents:
        return Verdict(allowed=False, reason="er_steunt_iets_op", article=article)
    if facts.is_only:
        return Verdict(allowed=False, reason="enige_waarde", article="art. 3 and 4")
    if facts.to_other and (change.noun in FIXED or facts.has_ended):
        return Verdict(allowed=False, reason="niet_te_verplaatsen", article=article)
    return Verdict(allowed=True, reason="vergissing", article=article)


def judge_typist(recorded_by: str, recorded_at: datetime, user_id: str, role: Role, now: datetime) -> Verdict:
    """Judge whether a user takes back what somebody recorded: its typist within a day, the beheerder always."""
    if role is not Role.BEHEERDER:
        if recorded_by != user_id:
            return Verdict(allowed=False, reason="niet_zelf_vastgelegd", article=_ARTICLE)
        if now - recorded_at > WITHIN:
            return Verdict(allowed=False, reason="langer_dan_een_dag", article=_ARTICLE)
    return Verdict(allowed=True, reason="vergissing", article=_ARTICLE)


def _is_of_another(facts: MistakeFacts) -> bool:
    """Tell whether a beheerder says that a row is about somebody else: what keeps this dossier does not keep that."""
    moves = facts.to_other or facts.why is MistakeReason.VERKEERD_DOSSIER
    return facts.role is Role.BEHEERDER and moves


def can_undo(change: RowChange, user_id: str, now: datetime) -> bool:
    """Tell whether a row is a last change of a user that `wkc undo` offers: typed by that user, within WITHIN."""
    return change.recorded_by == user_id and timedelta(0) <= now - change.recorded_at <= WITHIN
