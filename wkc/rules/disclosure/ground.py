"""Art. 8.1: the six grounds to give data to somebody else, and what each of them needs."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from wkc.records.disclosure import Allowance, DisclosureFacts, Reasoned, Recipient, RequestedEntry
from wkc.records.user import Role
from wkc.rules.disclosure.annex import (
    is_of_subject,
    is_on_annex,
    is_own_law,
    is_printed_without_laws,
    own_laws,
)
from wkc.rules.disclosure.consent import judge_consent, judge_coverage
from wkc.rules.disclosure.telephone import CALLERS

_ARTICLE = "art. 8.1"
_NOT_EXPRESSLY, _NOT_NAMED = "niet_uitdrukkelijk", "categorie_niet_genoemd"


class Purpose(Struct, frozen=True):
    """A purpose of the registration: whom it is for, and the categories that it needs."""

    fits: Callable[[Recipient], bool]
    categories: frozenset[int]


PURPOSES: Mapping[str, Purpose] = {
    # The opdrachtgever of a current assignment of this client.
    "voortgang": Purpose(lambda to: to.current, frozenset({1, 2, 3, 10, 12, 29})),
    # A named employer.
    "bemiddeling": Purpose(lambda to: to.kind == "werkgever", frozenset({1, 10, 12})),
    # UWV, Werkbedrijf included, or the Sociale Dienst.
    "uitvoering_uitkering": Purpose(
        lambda to: to.body in ("uwv", "uwv_werkbedrijf", "sociale_dienst"), frozenset({1, 5, 11, 13, 14, 29})
    ),
}
"""The purposes within the goal of art. 2: each with its recipients and its categories of annex I."""

IDENTIFYING: frozenset[str] = frozenset(
    {
        "geslachtsnaam", "voorvoegsel", "voornamen", "adres", "postcode", "telefoon", "e_mail", "uwv_nummer",
        "sociale_dienst_nummer", "ziekenfonds_nummer", "bankrekening", "burgerservicenummer",
        "identiteitsbewijs_nummer", "personeelsnummer",
    }
)  # fmt: skip
"""Fields that tell who somebody is by themselves: what holds them is never "not traceable"."""

NOT_FREE: frozenset[str] = frozenset({"werkgever", "opdrachtgever"})
"""Kinds of recipient on whom a client depends: was the consent free (AVG 7.4, recital 43)?"""


class StepResult(Struct, frozen=True):
    """The result of one step: the step itself, and the reason against each entry that it does not let through."""

    step: Reasoned
    without: Mapping[RequestedEntry, str]


def _allow(reason: str) -> StepResult:
    return StepResult(Reasoned(_ARTICLE, reason, Allowance.TOEGESTAAN), {})


def _refuse(reason: str) -> StepResult:
    return StepResult(Reasoned(_ARTICLE, reason, Allowance.GEWEIGERD), {})


def _for_the_beheerder(reason: str) -> StepResult:
    return StepResult(Reasoned(_ARTICLE, reason, Allowance.BEHEERDER_BESLIST), {})


def _goal(facts: DisclosureFacts, asked: tuple[RequestedEntry, ...]) -> StepResult:
    if facts.purpose is None:
        return _refuse("doel_ontbreekt")
    purpose = PURPOSES.get(facts.purpose)
    if purpose is None:
        return _for_the_beheerder("ander_doel")
    if not purpose.fits(facts.recipient):
        return _refuse("ontvanger_buiten_doel")
    without = {entry: "buiten_doel" for entry in asked if entry.field.category not in purpose.categories}
    return StepResult(Reasoned(_ARTICLE, "doel_van_de_registratie", Allowance.TOEGESTAAN), without)


def _statute(facts: DisclosureFacts, _asked: tuple[RequestedEntry, ...]) -> StepResult:
    if facts.citation is None:
        return _refuse("vindplaats_ontbreekt")
    result = _own_law(facts, facts.citation.law)
    if result is not None:
        return result
    if not is_on_annex(facts.recipient.body):
        return _for_the_beheerder("buiten_bijlage_iii")
    return _for_the_beheerder("wet_niet_van_deze_instantie")


def _public_task(facts: DisclosureFacts, _asked: tuple[RequestedEntry, ...]) -> StepResult:
    body = facts.recipient.body
    if body is None:
        return _refuse("buiten_bijlage_iii")
    if not facts.requested and is_on_annex(body):
        return _refuse("niet_verzocht")
    if facts.citation is None:
        return _refuse("vindplaats_ontbreekt" if is_on_annex(body) else "buiten_bijlage_iii")
    result = _own_law(facts, facts.citation.law)
    if result is not None:
        return result
    return _refuse("wet_niet_van_deze_instantie" if is_on_annex(body) else "buiten_bijlage_iii")


def _own_law(facts: DisclosureFacts, law: str) -> StepResult | None:
    """Judge a law that is the body's own, or that of what a call of art. 8.3 is about; None where it is neither."""
    body = facts.recipient.body
    if body is None:
        return None
    subject = facts.call.subject if facts.call else None
    if subject in CALLERS.get(body, ()) and is_of_subject(body, subject, law):
        return _allow("onderwerp_artikel_8_3")
    if is_on_annex(body) and is_printed_without_laws(body):
        return _for_the_beheerder("instantie_zonder_wetten")
    if law in own_laws(body):
        return _allow("bijlage_iii")
    return _for_the_beheerder("wet_niet_op_papier") if is_own_law(body, law) else None


def _consent(facts: DisclosureFacts, asked: tuple[RequestedEntry, ...]) -> StepResult:
    purpose, recipient = facts.purpose or "", facts.recipient.uuid
    valid = [consent for consent in facts.consents if judge_consent(consent, recipient, purpose, facts.on).allowed]
    if not valid:
        return _refuse("toestemming_ontbreekt")
    sure = [consent for consent in valid if consent.uuid not in facts.contested]
    current = [consent for consent in sure if consent.uuid not in facts.ask_again]
    without = {}
    for entry in asked:
        verdicts = [judge_coverage(consent, entry.field) for consent in current or valid]
        if not any(verdict.allowed for verdict in verdicts):
            reasons = {verdict.reason for verdict in verdicts}
            without[entry] = _NOT_EXPRESSLY if _NOT_EXPRESSLY in reasons else _NOT_NAMED
    if not current:
        again = Reasoned(_ARTICLE, "toestemming_opnieuw_vragen", Allowance.BEHEERDER_BESLIST)
        contested = Reasoned(_ARTICLE, "toestemming_betwist", Allowance.BEHEERDER_BESLIST)
        return StepResult(again if sure else contested, without)
    sealed_goes = any(entry.field.field_class.sealed and entry not in without for entry in asked)
    if sealed_goes and facts.recipient.kind in NOT_FREE:
        return StepResult(Reasoned(_ARTICLE, "vrij_gegeven", Allowance.BEHEERDER_BESLIST), without)
    return StepResult(Reasoned(_ARTICLE, "toestemming", Allowance.TOEGESTAAN), without)


def _research(facts: DisclosureFacts, asked: tuple[RequestedEntry, ...]) -> StepResult:
    research = facts.research
    if research is None:
        return _refuse("herleidbaarheid_onbekend")
    if not research.traceable:
        if not facts.stated:
            return _refuse("afweging_ontbreekt")
        without = {entry: "herleidbaar" for entry in asked if entry.field.code in IDENTIFYING}
        return StepResult(Reasoned(_ARTICLE, "niet_herleidbaar", Allowance.TOEGESTAAN), without)
    if research.decided_on is None or research.decided_on > facts.on or not research.reference:
        return _refuse("besluit_ontbreekt")
    if research.heard_on is None or research.heard_on >= research.decided_on:
        return _refuse("commissie_niet_vooraf_gehoord")
    return _allow("besluit_bw")


def _urgency(facts: DisclosureFacts, _asked: tuple[RequestedEntry, ...]) -> StepResult:
    if not facts.stated:
        return _refuse("reden_ontbreekt")
    if not is_vital(facts):
        return _for_the_beheerder("dringende_reden")
    if facts.by is not Role.COACH or facts.danger is None or not facts.danger.beheerder_unreachable:
        return _for_the_beheerder("beheerder_bereikbaar")
    return _allow("vitaal_belang")


GROUNDS: Mapping[str, Callable[[DisclosureFacts, tuple[RequestedEntry, ...]], StepResult]] = {
    "doel": _goal,
    "wettelijk_voorschrift": _statute,
    "toestemming": _consent,
    "publieke_taak": _public_task,
    "onderzoek": _research,
    "dringende_reden": _urgency,
}
"""The six bullets of art. 8.1, in the order of the paper."""

CITED: frozenset[str] = frozenset({"wettelijk_voorschrift", "publieke_taak"})
"""The grounds on which a law is cited."""


def judge_ground(facts: DisclosureFacts, asked: tuple[RequestedEntry, ...]) -> StepResult:
    """Judge whether the ground of a case is met, and which of what is asked it does not carry."""
    judged = GROUNDS.get(facts.ground)
    return judged(facts, asked) if judged else _refuse("grond_onbekend")


def has_citation(facts: DisclosureFacts) -> bool:
    """Tell whether a case rests on a law that is cited."""
    return facts.ground in CITED and facts.citation is not None


def is_vital(facts: DisclosureFacts) -> bool:
    """Tell whether a case is one of vitaal belang: danger to life, and no way to ask the client."""
    danger = facts.danger
    return facts.ground == "dringende_reden" and danger is not None and danger.to_life and danger.consent_impossible
