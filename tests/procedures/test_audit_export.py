"""The log in the shape of the Logboek Dataverwerkingen, with the fields and types that its standard lists.

The standard (Logius, component Logboek, and its NEN 7513 extension) gives tables: schemas of lines are made from them.
Its extension Lezen has one of its own: READ has the required fields, types, formats, patterns and values of its OpenAPI
1.1.0 (`media/openapi.json` and `attributes.schema.json` of Logius-standaarden/logboek-extensie-lezen).
"""

import json
from datetime import datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.prepared import prepared
from tests.stage import Stage


def pairs(required: list[str], allowed: str) -> dict[str, Any]:
    """Give the schema of a list of key-value pairs in a namespace, some of which must be there."""
    pair = {
        "type": "object",
        "required": ["key", "value"],
        "additionalProperties": False,
        "properties": {"key": {"type": "string", "pattern": allowed}, "value": {}},
    }
    there = [{"contains": {"properties": {"key": {"const": key}}}} for key in required]
    return {"type": "array", "items": pair, "allOf": there} if there else {"type": "array", "items": pair}


def schema(attributes: list[str], resource: list[str]) -> dict[str, Any]:
    """Give the schema of one line: the fields of the interface, with their kinds."""
    return {
        "type": "object",
        "required": ["trace_id", "span_id", "status_code", "name", "start_time", "end_time", "attributes"],
        "additionalProperties": False,
        "properties": {
            "trace_id": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "span_id": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "parent_span_id": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "status_code": {"enum": ["STATUS_CODE_UNSET", "STATUS_CODE_OK", "STATUS_CODE_ERROR"]},
            "name": {"type": "string", "minLength": 1},
            "start_time": {"type": "integer", "minimum": 10**12},
            "end_time": {"type": "integer", "minimum": 10**12},
            "foreign_operation": {"type": "object", "required": ["trace_id", "span_id", "entity"]},
            "resource": {
                "type": "object",
                "required": ["attributes"],
                "properties": {"attributes": pairs(resource, r"^(service|nen7513)\.\w+$")},
            },
            "attributes": pairs(attributes, r"^dpl\.(core|nen7513)\.\w+$"),
        },
    }


LDV = schema(["dpl.core.processing_activity_id"], [])
NEN7513 = schema(
    ["dpl.core.processing_activity_id", "dpl.nen7513.eventTypeCode", "dpl.nen7513.users"],
    ["nen7513.AuditEnterpriseSiteID", "nen7513.AuditSourceId", "nen7513.AuditSourceTypeCode"],
)


TRACE = {"type": "string", "format": "uuid"}
SPAN = {"type": "string", "pattern": "^[0-9a-fA-F]{16}$"}
AT = {"type": "string", "format": "date-time"}
READ = {
    "type": "object",
    "required": ["processingActivities"],
    "properties": {
        "metadata": {
            "type": "object",
            "required": ["logbookId", "organizationName"],
            "properties": {"logbookId": {"type": "string"}, "organizationName": {"type": "string"}},
        },
        "processingActivities": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["traceId", "spanId", "status", "name", "startTime", "endTime"],
                "properties": {
                    "traceId": TRACE,
                    "spanId": SPAN,
                    "parentSpanId": SPAN,
                    "status": {"type": "string", "enum": ["Unset", "Ok", "Error"]},
                    "name": {"type": "string"},
                    "startTime": AT,
                    "endTime": AT,
                    "resource": {"type": "object", "properties": {"attributes": {}}},
                    "attributes": {
                        "type": "object",
                        "properties": {
                            "dpl.core.processing_activity_id": {"type": "string", "format": "uri"},
                            "dpl.core.data_subject_id": {"type": "string"},
                            "dpl.core.data_subject_id_type": {"type": "string"},
                            "dpl.core.foreign_operation.processor": {"type": "string", "format": "uri"},
                        },
                    },
                },
            },
        },
    },
}


@prepared
def office(stage: Stage) -> Stage:
    stage.environ["SSH_CONNECTION"] = "203.0.113.7 50022 192.0.2.1 22"
    rows = '[{"geslachtsnaam": "Lekmerk"}, {"geslachtsnaam": "Dal"}]'
    stage.must("client", "import", "-", "--opdrachtgever", "Gemeente", "--assignment", "A1", stdin=rows)
    for number in ("2026-1", "2026-2", "2026-1"):
        stage.must("client", "show", number)
    key = str(stage.folder / "key")
    stage.must("user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", key)
    Stage(stage.folder, "nightly", stage.now, credentials=stage.folder / "key").must("audit", "verify")
    assert stage.wkc("client", "show", "2026-9").code == 5
    return stage


def lines(stage: Stage, form: str) -> list[dict[str, Any]]:
    place = stage.folder / f"{form}.jsonl"
    stage.must("audit", "export", "--format", form, "--output", str(place), "--force")
    return [json.loads(line) for line in place.read_text(encoding="utf-8").splitlines()]


def named(line: dict[str, Any]) -> dict[str, Any]:
    return {pair["key"]: pair["value"] for pair in line["attributes"]}


@pytest.mark.parametrize(("form", "shape"), [("ldv", LDV), ("nen7513", NEN7513)])
def test_each_line_has_the_fields_of_the_standard(office: Stage, form: str, shape: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(shape)
    found = lines(office, form)
    assert len(found) > 6
    for line in found:
        Draft202012Validator(shape).validate(line)
    assert len({line["span_id"] for line in found}) == len(found)


FORMATS = FormatChecker(["uuid"])


@FORMATS.checks("date-time", raises=ValueError)
def is_moment(value: object) -> bool:
    """Tell whether a text is an instant of RFC 3339: with its distance to UTC."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def read_back(stage: Stage) -> dict[str, Any]:
    place = stage.folder / "lezen.json"
    stage.must("audit", "export", "--format", "ldv_lezen", "--output", str(place), "--force")
    found: dict[str, Any] = json.loads(place.read_bytes())
    return found


def test_the_log_as_it_is_read_is_valid_by_the_published_schema(office: Stage) -> None:
    check = Draft202012Validator(READ, format_checker=FORMATS)
    check.check_schema(READ)
    found = read_back(office)
    check.validate(found)
    activities = found["processingActivities"]
    assert set(found["metadata"]) == {"logbookId", "organizationName"}
    for broken in ({"traceId": "0" * 31}, {"status": "STATUS_CODE_OK"}, {"spanId": "12"}, {"startTime": "2026-11-23"}):
        assert not check.is_valid({"processingActivities": [activities[0] | broken]})


def test_the_log_as_it_is_read_is_the_log(office: Stage) -> None:
    written = lines(office, "ldv")
    found = read_back(office)["processingActivities"]
    assert [one["traceId"].replace("-", "") for one in found][: len(written)] == [one["trace_id"] for one in written]
    assert [one["attributes"] for one in found][: len(written)] == [named(one) for one in written]
    at = datetime.fromisoformat(found[0]["startTime"])
    assert at.timestamp() * 1000 == written[0]["start_time"]


def test_a_line_without_one_of_its_fields_is_none() -> None:
    assert not Draft202012Validator(LDV).is_valid({"trace_id": "0" * 32})


def test_a_subject_is_a_pseudonym_that_stays_and_is_not_the_uuid(office: Stage) -> None:
    uuids = {line["subject"] for line in lines(office, "wkc") if line["subject"]}
    key = "dpl.core.data_subject_id"
    first = [named(line)[key] for line in lines(office, "ldv") if key in named(line)]
    again = [named(line)[key] for line in lines(office, "nen7513") if key in named(line)]
    assert first == again[: len(first)]
    assert len(set(first)) == len(uuids) == 2
    assert uuids.isdisjoint(first)
    text = (office.folder / "ldv.jsonl").read_text(encoding="utf-8")
    assert "Lekmerk" not in text
    assert not any(uuid in text for uuid in uuids)


def test_lines_of_one_action_have_one_trace(office: Stage) -> None:
    office.must("client", "find", "da")
    office.must("client", "list")
    traces = [line["trace_id"] for line in lines(office, "ldv") if line["name"] == "client.list"]
    assert len(traces) == 2
    assert len(set(traces)) == 1
    shown = {line["trace_id"] for line in lines(office, "ldv") if line["name"] == "client.show"}
    assert shown.isdisjoint(traces)


def test_care_reads_who_from_where_in_which_role_and_who_answers_for_cron(office: Stage) -> None:
    found = [(line["name"], named(line)) for line in lines(office, "nen7513")]
    shown = next(one for one in found if one[1]["dpl.nen7513.eventTypeCode"] == "client.show")
    assert shown[0] == "R"
    assert shown[1]["dpl.nen7513.users"] == [
        {
            "userID": "anna", "userIsRequestor": True, "roleIDCode": "beheerder", "purposeOfUse": "begeleiding",
            "networkAccessPointTypeCode": "2", "networkAccessPointID": "203.0.113.7",
        }
    ]  # fmt: skip
    assert len(shown[1]["dpl.nen7513.participants"]) == 1
    nightly = next(one for _, one in found if one["dpl.nen7513.users"][0]["userID"] == "nightly")
    assert nightly["dpl.nen7513.users"][1]["userID"] == "anna"


def test_a_refusal_is_no_fault_of_the_program(office: Stage) -> None:
    failed = [line["status_code"] for line in lines(office, "ldv") if line["name"] == "client.show"]
    assert failed == ["STATUS_CODE_OK"] * 3 + ["STATUS_CODE_UNSET"]


def test_another_shape_is_none(office: Stage) -> None:
    place = str(office.folder / "x")
    assert office.wkc("--json", "audit", "export", "--format", "xml", "--output", place).code == 6
