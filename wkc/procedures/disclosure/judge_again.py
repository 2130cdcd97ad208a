"""Art. 8: a disclosure that is on file is judged again: when the beheerder allows it, and when its letter goes."""

from datetime import date

from msgspec.structs import replace

from wkc.errors.disclosure import DisclosureRefused, RecipientLetterChanged
from wkc.procedures.core.action import Action
from wkc.procedures.disclosure.facts import Circumstances, gather_facts
from wkc.records.disclosure import Allowance, Disclosure, Dropped, Judgement, RequestedEntry
from wkc.rules.disclosure.judge import find_deciding_step, judge
from wkc.store.disclosure import disclosure as disclosures


def _judge_on(action: Action, disclosure: Disclosure, on: date) -> Judgement:
    """Judge what a disclosure lets go on a day; a number that was verified when it was called back stays so."""
    wanted = {item.entry for item in disclosure.gone}
    by_phone = {"on_file": disclosure.person is not None, "verified": True}
    circumstances = Circumstances(on, disclosure.role, **by_phone, documents=frozenset(wanted))
    facts = gather_facts(action, disclosure.client, disclosure.party, disclosure.case, circumstances)
    return judge(replace(facts, asked=tuple(asked for asked in facts.asked if asked.entry in wanted)))


def check_goes_today(action: Action, made: Disclosure) -> None:
    """Refuse a letter that would give today what may not go today; errors.RecipientLetterChanged.

    Also of a disclosure that is put on file for an earlier day: the data went then, and a letter gives them now. What
    the rules let go by themselves then, and the beheerder has to decide on now, is a disclosure of its own.
    """
    now = _judge_on(action, made, action.today)
    is_undecided = now.outcome is Allowance.BEHEERDER_BESLIST and made.outcome is Allowance.TOEGESTAAN
    if is_undecided or {granted.asked.entry for granted in now.granted} != {item.entry for item in made.gone}:
        action.mark_refused("niet_meer_vastgelegd")
        raise RecipientLetterChanged


def drop_gone(action: Action, disclosure: Disclosure) -> None:
    """Judge again what the beheerder allows: secrecy and bars are not the beheerder's to lift."""
    now = _judge_on(action, disclosure, action.today if disclosure.case.late is None else disclosure.on)
    if now.outcome is Allowance.GEWEIGERD:
        step = find_deciding_step(now.steps)
        action.mark_refused(step.reason)
        raise DisclosureRefused(reason=step.reason, article=step.article)
    left = {granted.asked.entry for granted in now.granted}
    against = {dropped.asked.entry: dropped for dropped in now.dropped}
    for item in disclosure.gone:
        if item.entry not in left:
            gone = Dropped(RequestedEntry(item.entry, item.field), "niet_meer_vastgelegd", "art. 8.1")
            disclosures.drop(action.store, disclosure, against.get(item.entry, gone))
