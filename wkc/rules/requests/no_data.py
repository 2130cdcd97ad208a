"""Art. 11.4 and 11.5, AVG 15.1: "er staan geen gegevens" is an answer after a search, and says nothing untrue."""

from datetime import date

from wkc.records.search import Search
from wkc.records.verdict import Verdict

_ARTICLE = "art. 11.4, 11.5; AVG 15.1"


def judge_no_data(search: Search, identified_on: date | None) -> Verdict:
    """Judge the answer "no data" by the search that it rests on, made on the day of the decision.

    A name that nothing resembles may be answered at once. When a dossier resembles who asks, it is made sure first who
    that is (else the answer tells a stranger something, or the person something untrue), and the beheerder is shown
    which dossiers those are.
    """
    if not search.found:
        return Verdict(allowed=True, reason="niemand_lijkt_erop", article=_ARTICLE)
    if identified_on is None:
        return Verdict(allowed=False, reason="iemand_lijkt_erop", article=_ARTICLE)
    if not search.shown or search.on < identified_on:
        return Verdict(allowed=False, reason="gelijkenis_niet_bekeken", article=_ARTICLE)
    return Verdict(allowed=True, reason="gelijkenis_bekeken", article=_ARTICLE)
