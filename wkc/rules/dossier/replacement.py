"""Art. 4.2, 8.2 and 12, AVG 16 and 18: a value that the client or a decision put there is not replaced by a list."""

from collections.abc import Collection

from wkc.records.document import Document
from wkc.records.dossier import ClosedValues, Entry
from wkc.records.verdict import Verdict

CLIENT = "geregistreerde"
"""The source of what the client supplied (annex II)."""

OF_THE_CLIENT = "van_geregistreerde"
"""The reason that a value stays because the client supplied it; somebody may choose the list instead."""


NONE_CLOSED = ClosedValues()
"""No values that the acting user cannot open."""


def judge_supplied(
    current: Collection[Entry],
    closed: ClosedValues = NONE_CLOSED,
    /,
    *,
    many: bool,
    is_corrected: bool,
    is_restricted: bool,
) -> Verdict:
    """Judge whether a value of an opdrachtgever's list that differs takes its place in a field.

    `current` are the values of the field that are in force. `is_corrected` tells that the field was corrected under
    art. 12, `is_restricted` that a restriction of it was granted and not lifted. A list tells when it came, not how
    old its values are, so none of it replaces what the client supplied; a field that takes many replaces none.
    `closed` are values of the sealed classes that the acting user cannot open: any of them may be of the field.
    """
    if closed.secret or any(entry.provenance.geheim is not None for entry in current):
        return Verdict(allowed=False, reason="geheim", article="art. 8.2")
    if closed.in_onderzoek or any(entry.in_onderzoek for entry in current):
        return Verdict(allowed=False, reason="in_onderzoek", article="AVG 18.1.a")
    if is_restricted or closed.beperkt or any(entry.beperkt for entry in current):
        return Verdict(allowed=False, reason="beperkt", article="AVG 18.2")
    if is_corrected:
        return Verdict(allowed=False, reason="verbeterd", article="art. 12.1")
    if not many and any(entry.provenance.source == CLIENT for entry in current):
        return Verdict(allowed=False, reason=OF_THE_CLIENT, article="art. 4.2, AVG 5.1.d")
    return Verdict(allowed=True, reason="aangeleverd", article="art. 4.2")


def judge_overwrite(replaced: Collection[Entry | Document]) -> Verdict:
    """Judge whether values are replaced, or documents removed, by hand: contested and restricted ones stay."""
    if any(one.in_onderzoek for one in replaced):
        return Verdict(allowed=False, reason="in_onderzoek", article="art. 12.3, AVG 18.1.a")
    if any(one.beperkt for one in replaced):
        return Verdict(allowed=False, reason="beperkt", article="AVG 18.2")
    return Verdict(allowed=True, reason="vastgelegd", article="art. 4.1")


def judge_recording(replaced: Collection[Entry], *, source: str, is_corrected: bool) -> Verdict:
    """Judge whether a value is recorded by hand unasked: not over what the client supplied or had corrected.

    `source` is that of the new value; what the client says now may always take the place. `is_corrected` tells that a
    value of the field was corrected or removed under art. 12.
    """
    if source == CLIENT:
        return Verdict(allowed=True, reason="vastgelegd", article="art. 4.1")
    if is_corrected:
        return Verdict(allowed=False, reason="verbeterd", article="art. 12.1")
    if any(entry.provenance.source == CLIENT for entry in replaced):
        return Verdict(allowed=False, reason=OF_THE_CLIENT, article="art. 4.2, AVG 5.1.d")
    return Verdict(allowed=True, reason="vastgelegd", article="art. 4.1")
