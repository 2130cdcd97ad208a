"""The end of an assignment: each point is done, open, not asked, or for somebody to see to."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from wkc.rules.progress.checklist import EndFacts, check_end

DONE = EndFacts(date(2026, 11, 30), date(2026, 11, 30), True, 0, (), (), (), (), None, False)


def states(**other: Any) -> dict[str, str]:
    return {item.code: item.state.value for item in check_end(replace(DONE, **other))}


def test_when_all_is_done_only_the_papers_are_left_to_see_to() -> None:
    assert states() == {
        "eindrapportage": "gedaan",
        "concept": "gedaan",
        "opdracht": "gedaan",
        "afspraken": "gedaan",
        "verzoeken": "gedaan",
        "verstrekkingen": "gedaan",
        "toestemmingen": "gedaan",
        "caseload": "gedaan",
        "papieren": "zelf",
    }


def test_an_end_report_is_open_only_where_the_agreement_asks_for_reports() -> None:
    assert states(reported_on=None)["eindrapportage"] == "open"
    assert states(reported_on=None, report_agreed=False)["eindrapportage"] == "niet_nodig"


def test_whatever_is_left_is_open_and_named_by_number() -> None:
    left = {"appointments": (3,), "requests": ("V2026-0001",), "disclosures": (2,), "consents": (1, 4)}
    found = {item.code: (item.state.value, item.details) for item in check_end(replace(DONE, **left))}
    assert found["afspraken"] == ("open", ("3",))
    assert found["verzoeken"] == ("open", ("V2026-0001",))
    assert found["verstrekkingen"] == ("open", ("2",))
    assert found["toestemmingen"] == ("open", ("1", "4"))
    assert states(until_on=None)["opdracht"] == "open"
    assert states(drafts=1)["concept"] == "open"


def test_a_client_stays_in_a_caseload_while_another_assignment_runs() -> None:
    assert states(coach="bram")["caseload"] == "zelf"
    assert states(coach="bram", runs_on=True)["caseload"] == "niet_nodig"
