"""Art. 8.1 and UAVG 5: a consent comes from the client, or from the representative where the client cannot give it."""

from collections.abc import Collection, Iterable
from datetime import date

from wkc.records.field import PartialDate
from wkc.records.rights import Consent, Mandate
from wkc.records.verdict import Verdict
from wkc.rules.disclosure.consent import judge_days
from wkc.rules.dossier.mandate import ends_on, is_certainly_a_child, judge_mandate, list_matters

_CHILD, _REPRESENTED = "UAVG 5.1", "UAVG 5.2"


def judge_giver(
    giver: Mandate | None,
    categories: Collection[int],
    mandates: Iterable[Mandate],
    born: PartialDate | None,
    on: date,
) -> Verdict:
    """Judge who gives a consent on a day: the client (None) or somebody with a mandate, which was judged before.

    A child is certainly under sixteen, or counts as old enough. Curatele takes all matters from a client; bewind and
    mentorschap those of the bewindvoerder and the mentor. There a gemachtigde of the client is no representative.
    """
    if is_certainly_a_child(born, on):
        fits = giver is not None and giver.kind == "ouder"
        return Verdict(allowed=fits, reason="ouder" if fits else "onder_zestien", article=_CHILD)
    for mandate in mandates:
        if not judge_mandate(mandate, on, born).allowed or not list_matters(mandate, categories):
            continue
        if giver is None or giver.kind != mandate.kind:
            return Verdict(allowed=False, reason=f"er_is_een_{mandate.kind}", article=_REPRESENTED)
    return Verdict(allowed=True, reason="geregistreerde" if giver is None else giver.kind, article="art. 8.1")


def asked_again_on(consent: Consent, others: Iterable[Consent], born: PartialDate | None, today: date) -> date | None:
    """Give the day from which a consent is to be asked again: its giver acts for the client no more (UAVG 5).

    None while the giver does, where it counts no longer, and once the client or another representative gave it anew.
    """
    if consent.mandate is None or not judge_days(consent, today).allowed:
        return None
    since = ends_on(consent.mandate, born)
    if since is None or since > today:
        return None
    given_anew = any(
        other.uuid != consent.uuid
        and (other.recipient, other.purpose) == (consent.recipient, consent.purpose)
        and set(other.categories) >= set(consent.categories)
        and judge_days(other, today).allowed
        and _is_current(other.mandate, born, today)
        for other in others
    )
    return None if given_anew else since


def _is_current(mandate: Mandate | None, born: PartialDate | None, today: date) -> bool:
    return mandate is None or judge_mandate(mandate, today, born).allowed
