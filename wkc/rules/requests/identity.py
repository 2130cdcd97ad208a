"""Art. 11.5 (AVG 12.6, 5.1): proof of identity by what is needed, the lightest means first."""

from collections.abc import Mapping
from datetime import date, timedelta

from wkc.records.request import Request
from wkc.records.verdict import Verdict

_ARTICLE = "art. 11.5; AVG 12.6"

KNOWN_FOR = timedelta(days=183)
"""The time after a meeting for which somebody of the office still knows the person."""

MET: frozenset[str] = frozenset({"gesprek", "bezoek"})
"""The kinds of contact in person."""

MEANS: Mapping[str, bool] = {
    "bekend": True,
    "controlevragen": True,
    "beeldbellen": False,
    "getoond": False,
}
"""Each means, the lightest first, and whether it needs a dossier: something that only the person knows."""


def list_means(request: Request) -> tuple[str, ...]:
    """Give the means that can take the doubt away, the lightest first.

    Of who is not on file nothing is known that a question could be compared with; a representative shows papers of
    the own besides the mandate, and answers no questions about somebody else.
    """
    known = request.client is not None and request.requester == "geregistreerde"
    return tuple(means for means, needs_dossier in MEANS.items() if known or not needs_dossier)


def judge_demand(request: Request, met_on: date | None, today: date, *, doubt: bool) -> Verdict:
    """Judge whether proof may be asked for: where there is reasonable doubt about who asks.

    `met_on` is the last day on which somebody of the office met the client in person. Whoever was met in the last half
    year is known: there a reason to doubt has to be there besides. Who is not on file, or asks for somebody else, is
    not known, and the doubt is reasonable by itself.
    """
    known = "bekend" in list_means(request) and met_on is not None and today - met_on <= KNOWN_FOR
    if known and not doubt:
        return Verdict(allowed=False, reason="geen_twijfel", article=_ARTICLE)
    return Verdict(allowed=True, reason="redelijke_twijfel", article=_ARTICLE)
