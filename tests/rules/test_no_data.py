"""Art. 11.4: "no data" is said after a search, and not to a stranger whom somebody in the register resembles."""

from datetime import date

import pytest

from wkc.records.search import Search
from wkc.rules.requests.no_data import judge_no_data

TODAY, EARLIER = date(2026, 11, 20), date(2026, 11, 18)


@pytest.mark.parametrize(
    ("found", "shown", "identified_on", "reason"),
    [
        (0, False, None, "niemand_lijkt_erop"),
        (0, True, TODAY, "niemand_lijkt_erop"),
        (1, True, TODAY, "gelijkenis_bekeken"),
        (3, True, EARLIER, "gelijkenis_bekeken"),
    ],
)
def test_no_data_is_said_of_whom_nothing_resembles_or_who_is_known_to_be_another(
    found: int, shown: int, identified_on: date | None, reason: str
) -> None:
    verdict = judge_no_data(Search(TODAY, ("naam",), found, bool(shown), "anna"), identified_on)
    assert (verdict.allowed, verdict.reason) == (True, reason)


@pytest.mark.parametrize(
    ("search_on", "shown", "identified_on", "reason"),
    [
        (TODAY, False, None, "iemand_lijkt_erop"),
        (TODAY, True, None, "iemand_lijkt_erop"),
        (TODAY, False, TODAY, "gelijkenis_niet_bekeken"),
        (EARLIER, True, TODAY, "gelijkenis_niet_bekeken"),
    ],
)
def test_no_data_is_refused_while_somebody_resembles_and_is_not_told_apart(
    search_on: date, shown: int, identified_on: date | None, reason: str
) -> None:
    verdict = judge_no_data(Search(search_on, ("naam",), 1, bool(shown), "anna"), identified_on)
    assert (verdict.allowed, verdict.reason) == (False, reason)
