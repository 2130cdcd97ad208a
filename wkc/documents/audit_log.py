"""Lines of the log as JSON: as they are verified, as the Logboek Dataverwerkingen, and with what NEN 7513 asks besides.

The fields are those of the standard Logboek Dataverwerkingen (Logius, component Logboek) and of its NEN 7513 extension;
those of a log that is read are of its extension Lezen (OpenAPI 1.1.0, `ListProcessingActivities`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from msgspec import Struct

from wkc.records.audit import AuditLine, Outcome

ACTIVITY = "urn:wkc:verwerking:{purpose}"
"""The activity of the register of processing (`processing export`) that an action belongs to."""

PSEUDONYM = "urn:wkc:pseudoniem:hmac-sha256"
"""The kind of identifier that a subject has outside the register."""

READS = frozenset(
    {"show", "list", "find", "report", "due", "check", "checklist", "search", "review", "whoami", "verify"}
)
CREATES = frozenset(
    {"register", "import", "add", "designate", "receive", "give", "open", "log", "plan", "draft", "init"}
)
DELETES = frozenset({"destroy", "remove", "revoke", "prune", "drop", "withdraw", "void"})
EXECUTES = frozenset({"export", "print", "login", "run", "create", "restore", "drill", "desk", "sign_in", "anchor"})
"""The verbs of actions by what they do; all others change something (EventActionCode: C, R, U, D, E)."""

TERMINAL, NETWORK = "1", "2"
"""The kinds of network access point: the name of a machine or terminal, an IP address."""

READ_STATUS = {"STATUS_CODE_OK": "Ok", "STATUS_CODE_ERROR": "Error", "STATUS_CODE_UNSET": "Unset"}
"""The status of an action as the extension Lezen writes it."""


class Source(Struct, frozen=True):
    """The register of a line: its houder by KvK number and name, its vault, and whether NEN 7513 is wanted."""

    houder: str
    name: str
    vault: str
    is_nen7513: bool


def as_line(line: AuditLine) -> bytes:
    """Write a line with all that its hash and signature are checked with."""
    known = {
        "seq": line.seq,
        "at": _stamp(line.at),
        "user_id": line.user_id,
        "slot": line.slot_id.hex,
        "action": line.action,
        "purpose": line.purpose,
        "subject": line.subject.hex if line.subject else None,
        "outcome": line.outcome,
        "details": line.details,
        "previous": line.previous.hex(),
        "hash": line.hash.hex(),
        "signature": line.signature.hex(),
    }
    return _encode(known)


def as_span(line: AuditLine, source: Source, subject: str | None) -> bytes:
    """Write a line as one action of a processing; `subject` is the pseudonym of the person, if it is about one.

    Lines of one action, which each name another person, have one trace. Instants are milliseconds since 1970 (UTC).
    """
    at = int(line.at.timestamp() * 1000)
    known = {
        "trace_id": _name_trace(line, source),
        "span_id": _name_span(line),
        "status_code": _find_status(line),
        "name": _find_action_code(line.action) if source.is_nen7513 else line.action,
        "start_time": at,
        "end_time": at,
        "resource": {"attributes": _pairs(_resource(source))},
        "attributes": _pairs(_attributes(line, source, subject)),
    }
    return _encode(known)


def as_read(lines: Iterable[tuple[AuditLine, str | None]], source: Source) -> Iterator[bytes]:
    """Write lines, each with the pseudonym of its person, as the one answer of a log that is read (extension Lezen)."""
    metadata = json.dumps({"logbookId": source.vault, "organizationName": source.name})
    yield f'{{"metadata": {metadata}, "processingActivities": ['.encode("ascii")
    between = b"\n"
    for line, subject in lines:
        yield between + json.dumps(_read(line, source, subject)).encode("ascii")
        between = b",\n"
    yield b"\n]}\n"


def _read(line: AuditLine, source: Source, subject: str | None) -> dict[str, object]:
    at = line.at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return {
        "traceId": str(UUID(_name_trace(line, source))),
        "spanId": _name_span(line),
        "status": READ_STATUS[_find_status(line)],
        "name": line.action,
        "startTime": at,
        "endTime": at,
        "resource": {"attributes": _resource(source)},
        "attributes": _attributes(line, source, subject),
    }


def _name_trace(line: AuditLine, source: Source) -> str:
    """Give 16 octets as hexadecimals, the same for all lines of one action."""
    one_action = json.dumps([source.vault, _stamp(line.at), line.user_id, line.action]).encode()
    return sha256(one_action).hexdigest()[:32]


def _name_span(line: AuditLine) -> str:
    return f"{line.seq:016x}"


def _attributes(line: AuditLine, source: Source, subject: str | None) -> dict[str, object]:
    attributes: dict[str, object] = {"dpl.core.processing_activity_id": ACTIVITY.format(purpose=line.purpose)}
    if subject is not None:
        attributes |= {"dpl.core.data_subject_id": subject, "dpl.core.data_subject_id_type": PSEUDONYM}
    if source.is_nen7513:
        attributes |= _of_nen7513(line, subject)
    return attributes


def _of_nen7513(line: AuditLine, subject: str | None) -> dict[str, object]:
    details = line.details
    address = details.get("ssh") or details.get("terminal")
    who: dict[str, object] = {
        "userID": line.user_id,
        "userIsRequestor": True,
        "roleIDCode": details.get("as", "programma"),
        "purposeOfUse": line.purpose,
    }
    if address:
        who |= {
            "networkAccessPointTypeCode": NETWORK if "ssh" in details else TERMINAL,
            "networkAccessPointID": address,
        }
    users = [who]
    if responsible := details.get("responsible"):
        users.append({"userID": responsible, "userIsRequestor": False, "roleIDCode": "verantwoordelijke"})
    members: dict[str, object] = {
        "dpl.nen7513.eventTypeCode": line.action,
        "dpl.nen7513.users": users,
        "dpl.nen7513.autorisatieProtocol": "met_opgave_van_reden" if details.get("break_glass") else "rol",
    }
    if subject is not None:
        person = {
            "participantObjectTypeCode": "1",
            "participantObjectTypeCodeRole": "1",
            "participantObjectIDTypeCode": PSEUDONYM,
            "participantObjectID": subject,
        }
        members["dpl.nen7513.participants"] = [person]
    return members


def _resource(source: Source) -> dict[str, object]:
    named: dict[str, object] = {"service.name": "wkc"}
    if source.is_nen7513:
        named |= {
            "nen7513.AuditEnterpriseSiteID": source.houder,
            "nen7513.AuditSourceId": source.vault,
            "nen7513.AuditSourceTypeCode": "4",
        }
    return named


def _find_status(line: AuditLine) -> str:
    """Give the status of an action: a refusal is no fault of the program, and neither is most of what fails."""
    if line.outcome is Outcome.DONE:
        return "STATUS_CODE_OK"
    by_fault = line.outcome is Outcome.FAILED and line.details.get("error") in {None, "unexpected"}
    return "STATUS_CODE_ERROR" if by_fault else "STATUS_CODE_UNSET"


def _find_action_code(action: str) -> str:
    verb = action.rpartition(".")[2]
    kinds = {"R": READS, "C": CREATES, "D": DELETES, "E": EXECUTES}
    return next((code for code, verbs in kinds.items() if verb in verbs), "U")


def _pairs(named: Mapping[str, object]) -> list[dict[str, object]]:
    return [{"key": key, "value": value} for key, value in named.items()]


def _stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _encode(known: Mapping[str, object]) -> bytes:
    return json.dumps(known).encode("ascii") + b"\n"
