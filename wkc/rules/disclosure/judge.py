"""Art. 8: whether data may be given to somebody else. Eight steps, of which the strictest is the outcome.

1. secrecy (8.2)   2. ground (8.1)   3. classes (UAVG 22, 31, 46)   4. contested, restricted (AVG 18)
5. objections (AVG 21)   6. telephone (8.3)   7. who asks by e-mail or at the counter (14.2)   8. by whom (7.1, 14.1)
The numbers are those of DESIGN §7. Of step 3, a sealed class on a citation is judged after step 4, by what is left.

An entry that a step does not let through drops out with its reason and is not judged again; nothing left is refused.
"""

from collections.abc import Mapping

from wkc.records.disclosure import (
    Allowance,
    DisclosureFacts,
    Dropped,
    GrantedEntry,
    Judgement,
    Reasoned,
    RequestedEntry,
)
from wkc.records.field import FieldClass
from wkc.records.user import Role
from wkc.rules.disclosure.annex import is_field_covered
from wkc.rules.disclosure.ground import StepResult, has_citation, is_vital, judge_ground
from wkc.rules.disclosure.identification import judge_asker
from wkc.rules.disclosure.objection import judge_objections
from wkc.rules.disclosure.telephone import judge_call

STRICTNESS: tuple[Allowance, ...] = (Allowance.TOEGESTAAN, Allowance.BEHEERDER_BESLIST, Allowance.GEWEIGERD)
"""From the mildest to the strictest: a case is as its strictest step."""

_ARTICLES: Mapping[str, str] = {
    "geheim": "art. 8.2",
    "bsn_zonder_wet": "UAVG 46",
    "bijzonder_zonder_grond": "AVG 9, UAVG 22",
    "strafrechtelijk_zonder_grond": "AVG 10, UAVG 31",
    "wet_dekt_klasse_niet": "AVG 9.2, 10; UAVG 22, 31",
    "in_onderzoek": "AVG 18",
    "beperkt": "AVG 18",
}
"""The article of each reason why a single gegeven does not go; a reason that is not here rests on art. 8.1."""

_BY_ROLE = "art. 7.1, 14.1"
_BSN = "burgerservicenummer"


def judge(facts: DisclosureFacts) -> Judgement:
    """Judge a disclosure: outcome, what goes, what does not and why, and each step on the way."""
    left = facts.asked
    dropped: list[Dropped] = []
    taken: list[Reasoned] = []
    for sieve in (_secrecy, judge_ground, _classes, _disputes):
        sieved = sieve(facts, left)
        taken.append(sieved.step)
        dropped += [_drop(asked, sieved.without[asked]) for asked in left if asked in sieved.without]
        left = tuple(asked for asked in left if asked not in sieved.without)
    taken += _list_sealed_by_law(facts, left)
    taken += _objections(facts)
    taken += judge_call(facts.call, facts.recipient, vital=is_vital(facts))
    taken += judge_asker(facts.asker, vital=is_vital(facts))
    if facts.by is Role.MEDEWERKER:
        taken.append(Reasoned(_BY_ROLE, "niet_aan_medewerker", Allowance.GEWEIGERD))
    if not left:
        taken.append(Reasoned("art. 8.1", "niets_over", Allowance.GEWEIGERD))

    outcome = max((step.outcome for step in taken), key=STRICTNESS.index)
    if outcome is Allowance.GEWEIGERD:
        why = next(step for step in taken if step.outcome is Allowance.GEWEIGERD)
        dropped += [Dropped(asked, why.reason, why.article) for asked in left]
        left = ()
    return Judgement(outcome, tuple(map(_grant, left)), tuple(dropped), tuple(taken))


def find_deciding_step(steps: tuple[Reasoned, ...]) -> Reasoned:
    """Give the step that a judgement turns on: the first of the strictest."""
    return max(steps, key=lambda step: STRICTNESS.index(step.outcome))


def find_article(reason: str) -> str:
    """Give the article of the reason why a single gegeven does not go."""
    return _ARTICLES.get(reason, "art. 8.1")


def _secrecy(_facts: DisclosureFacts, left: tuple[RequestedEntry, ...]) -> StepResult:
    """Keep back every entry that a duty of secrecy binds, on whatever ground."""
    without = {asked: "geheim" for asked in left if asked.geheim is not None}
    return _sieve("art. 8.2", without, "geheim", "geen_geheim")


def _classes(facts: DisclosureFacts, left: tuple[RequestedEntry, ...]) -> StepResult:
    """Bar the BSN but on a citation that covers it, and a sealed class but on consent, citation or vitaal belang."""
    without = {asked: reason for asked in left if (reason := _find_bar(facts, asked))}
    return _sieve("UAVG 22, 31, 46", without, "klasse_zonder_grond", "klassen")


def _disputes(facts: DisclosureFacts, left: tuple[RequestedEntry, ...]) -> StepResult:
    """Keep back contested and restricted entries, but on a citation; a restricted one goes on consent too."""
    without = {
        asked: reason for asked in left if (reason := _find_dispute(asked, facts.ground)) and not has_citation(facts)
    }
    return _sieve("AVG 18", without, "betwist_of_beperkt", "niet_betwist")


def _list_sealed_by_law(facts: DisclosureFacts, left: tuple[RequestedEntry, ...]) -> list[Reasoned]:
    """Give the step of a sealed class that goes on a citation.

    It may go where the citation says so and the rule knows that law to be about it; else the beheerder finds out.
    """
    cited = facts.citation if has_citation(facts) else None
    sealed = [one.field.code for one in left if one.field.field_class.sealed]
    if cited is None or not sealed:
        return []
    if cited.covers_sealed and all(is_field_covered(cited.law, code) for code in sealed):
        return []
    return [Reasoned("AVG 9.2, 10; UAVG 22, 31", "wet_dekt_klasse", Allowance.BEHEERDER_BESLIST)]


def _objections(facts: DisclosureFacts) -> list[Reasoned]:
    """Give the step of an objection that bars the use or is still open; none where a law, a consent or life asks it."""
    if has_citation(facts) or is_vital(facts) or facts.ground == "toestemming":
        return []
    article, reason, outcome = judge_objections(
        facts.objections, facts.waiting, facts.recipient, facts.purpose, facts.on
    )
    return [] if outcome is Allowance.TOEGESTAAN else [Reasoned(article, reason, outcome)]


def _sieve(article: str, without: Mapping[RequestedEntry, str], some: str, none: str) -> StepResult:
    return StepResult(Reasoned(article, some if without else none, Allowance.TOEGESTAAN), without)


def _find_bar(facts: DisclosureFacts, asked: RequestedEntry) -> str | None:
    if asked.field.code == _BSN:
        covered = has_citation(facts) and facts.citation is not None and facts.citation.covers_bsn
        return None if covered else "bsn_zonder_wet"
    # An entry that a consent does not name expressly has dropped out with the ground.
    if not asked.field.field_class.sealed or facts.ground == "toestemming" or is_vital(facts):
        return None
    if facts.citation is not None and has_citation(facts):
        return "wet_dekt_klasse_niet" if facts.citation.covers_sealed is False else None
    criminal = asked.field.field_class is FieldClass.STRAFRECHTELIJK
    return "strafrechtelijk_zonder_grond" if criminal else "bijzonder_zonder_grond"


def _find_dispute(asked: RequestedEntry, on: str) -> str | None:
    if asked.in_onderzoek:
        return "in_onderzoek"
    return "beperkt" if asked.beperkt and on != "toestemming" else None


def _drop(asked: RequestedEntry, reason: str) -> Dropped:
    return Dropped(asked, reason, find_article(reason))


def _grant(asked: RequestedEntry) -> GrantedEntry:
    if asked.in_onderzoek:
        return GrantedEntry(asked, "betwist")
    return GrantedEntry(asked, "beperkt" if asked.beperkt else None)
