"""A mandate comes from a small file, and goes on file with the document that was seen."""

import json
from datetime import date

import pytest

from tests.prepared import prepared
from tests.procedures.test_act import ORDER, session
from tests.stage import Stage
from wkc.errors.families import Invalid, Refused, WkcError
from wkc.errors.form import FormIncomplete, FormUnknownKey, FormUnreadable
from wkc.errors.input import BadDate, DateInFuture, ValueControl
from wkc.errors.register import KindUnknown, UserUnknown
from wkc.errors.rights import MandateNotStanding, MandateTooNarrow, PeriodBackwards
from wkc.procedures.core.act import act
from wkc.procedures.dossier import mandate
from wkc.procedures.dossier.search import the_client
from wkc.records.rights import Mandate

JANSEN = {
    "kind": "gemachtigde",
    "name": "J. Jansen",
    "from": "2026-11-01",
    "until": "2027-10-31",
    "document": "Ondertekende brief van 1 november.",
    "on": "2026-11-20",
    "by": "anna",
}


@prepared
def taken_in(stage: Stage) -> Stage:
    row = '{"geslachtsnaam": "Berg", "geboortedatum": "2012-05"}'
    stage.must("client", "register", *ORDER, "--from", "-", stdin=row)
    return stage


def put(stage: Stage, **changes: str | None) -> tuple[Mandate, tuple[Mandate, ...]]:
    given = mandate.read(json.dumps(JANSEN | changes))
    with act(session(stage), "client.record") as action:
        client = the_client(action, "2026-1")
        return mandate.put(action, client, given), mandate.of_client(action, client)


def test_a_mandate_is_on_file_as_it_was_given(taken_in: Stage) -> None:
    made, listed = put(taken_in)
    assert listed == (made,)
    assert (made.number, made.kind, made.name) == (1, "gemachtigde", "J. Jansen")
    assert (made.from_on, made.until_on) == (date(2026, 11, 1), date(2027, 10, 31))
    assert (made.document, made.seen_on, made.seen_by) == (JANSEN["document"], date(2026, 11, 20), "anna")


def test_the_same_mandate_is_on_file_once(taken_in: Stage) -> None:
    first, _ = put(taken_in)
    again, listed = put(taken_in, name="J. JANSEN")
    assert again == first
    assert listed == (first,)


def test_another_period_is_another_mandate_and_has_its_own_number(taken_in: Stage) -> None:
    put(taken_in)
    _, listed = put(taken_in, until=None, by=None)
    assert [(found.number, found.until_on) for found in listed] == [(1, date(2027, 10, 31)), (2, None)]


def test_the_document_is_sealed_and_the_log_names_nobody(taken_in: Stage) -> None:
    put(taken_in)
    with act(session(taken_in), "audit.list") as action:
        sealed = action.store.one("SELECT sealed_document FROM mandate")[0]
        details = action.store.one("SELECT details FROM audit ORDER BY seq DESC LIMIT 1")[0]
    assert b"brief" not in sealed
    assert "Jansen" not in details
    assert json.loads(details)["capacity"] == "gemachtigde"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("", FormUnreadable),
        ("[]", FormUnreadable),
        (json.dumps(JANSEN | {"name": 3}), FormUnreadable),
        (json.dumps(JANSEN | {"bsn": "123"}), FormUnknownKey),
        (json.dumps(JANSEN | {"document": " "}), FormIncomplete),
        (json.dumps({"kind": "ouder"}), FormIncomplete),
        (json.dumps(JANSEN | {"kind": "buurman"}), KindUnknown),
        (json.dumps(JANSEN | {"from": "gisteren"}), BadDate),
        (json.dumps(JANSEN | {"until": "2026-10-31"}), PeriodBackwards),
        (json.dumps(JANSEN | {"name": "J.\u202eJansen"}), ValueControl),
    ],
)
def test_a_file_that_is_no_mandate_says_what_is_wrong(content: str, error: type[Invalid]) -> None:
    with pytest.raises(error) as raised:
        mandate.read(content)
    assert "Jansen" not in " ".join(raised.value.text_and_hint)


@pytest.mark.parametrize(
    ("changes", "error"),
    [({"on": "2026-12-01"}, DateInFuture), ({"by": "nobody"}, UserUnknown)],
)
def test_a_document_was_seen_by_a_user_on_a_day_that_has_been(
    taken_in: Stage, changes: dict[str, str], error: type[WkcError]
) -> None:
    with pytest.raises(error):
        put(taken_in, **changes)


@pytest.mark.parametrize(
    ("kind", "on", "categories", "error"),
    [
        ("gemachtigde", date(2026, 11, 1), (1, 25), None),
        ("gemachtigde", date(2026, 10, 31), (1, 25), MandateNotStanding),
        ("ouder", date(2026, 11, 1), (1,), None),
        ("bewindvoerder", date(2026, 11, 1), (1, 27), None),
        ("bewindvoerder", date(2026, 11, 1), (1, 25), MandateTooNarrow),
    ],
)
def test_a_mandate_is_judged_on_the_day_and_for_the_categories(
    taken_in: Stage, kind: str, on: date, categories: tuple[int, ...], error: type[Refused] | None
) -> None:
    made, _ = put(taken_in, kind=kind)
    with act(session(taken_in), "client.record") as action:
        client = the_client(action, "2026-1")
        if error is None:
            mandate.check(action, client, made, on, categories)
        else:
            with pytest.raises(error):
                mandate.check(action, client, made, on, categories)
