"""Art. 4 and 12: the values of a list beside those on file; each is the same, is recorded, or is put aside.

A value that is secret, contested, restricted, corrected or of the client stays, and the one of the list waits for the
beheerder. A list that was chosen to win replaces what the client supplied, and nothing else of these.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from wkc.procedures.io.same_value import is_same
from wkc.records.dossier import ClosedValues, Entry
from wkc.records.field import Field
from wkc.rules.dossier.replacement import NONE_CLOSED, OF_THE_CLIENT, judge_supplied
from wkc.store.dossier.entry import Item


class ValueChange(Struct, frozen=True):
    """One value of a list that is not on file: `replaced`, `added`, or `kept` where the value on file stays.

    `before` and `after` are None where they are sealed.
    """

    field: str
    outcome: str
    before: str | None
    after: str | None


class Differing(Struct, frozen=True):
    """Values to record, the fields whose values they replace, and all changes for people to see.

    `aside` are the values that wait for the beheerder, each with the reason code of what stands in its way.
    """

    items: tuple[Item, ...]
    closes: tuple[Field, ...] = ()
    changes: tuple[ValueChange, ...] = ()
    aside: tuple[tuple[Item, str], ...] = ()


class DecidedFields(Struct, frozen=True):
    """The fields of a client that a decision on a request is about: corrected under art. 12, restricted by AVG 18.

    `closed` are the marks of the values that the acting user cannot open, of whatever field.
    """

    corrected: frozenset[str] = frozenset()
    restricted: frozenset[str] = frozenset()
    closed: ClosedValues = NONE_CLOSED


def compare(
    entries: Sequence[Entry],
    items: Iterable[Item],
    replace: bool | None,  # noqa: FBT001
    decided: DecidedFields = DecidedFields(),  # noqa: B008  (it is frozen)
) -> Differing:
    """Judge each value of a list beside the entries of the client; `replace` as in PersonChoices."""
    wanted: list[Item] = []
    aside: list[tuple[Item, str]] = []
    closes: list[Field] = []
    changes: list[ValueChange] = []
    left = [entry for entry in entries if entry.closed_at is None and entry.value is not None]
    for item in items:
        field, value, _ = item
        same = next((entry for entry in left if entry.field == field and is_same(field, entry.value, value.text)), None)
        if same is not None:
            left.remove(same)
            continue
        beside = [entry for entry in entries if entry.field == field]
        current = [entry for entry in beside if entry.closed_at is None]
        verdict = judge_supplied(
            current,
            decided.closed if field.field_class.sealed else NONE_CLOSED,
            many=field.many,
            is_corrected=field.code in decided.corrected,
            is_restricted=field.code in decided.restricted,
        )
        chosen = replace and verdict.reason == OF_THE_CLIENT
        outcome = _outcome(field, value.text, current, beside, replace) if verdict.allowed or chosen else "kept"
        if outcome == "kept" and not verdict.allowed and replace is not False:
            aside.append((item, verdict.reason))
        sealed = field.field_class.sealed
        before = None if sealed or field.many or not current else current[-1].value
        changes.append(ValueChange(field.code, outcome, before, None if sealed else value.text))
        if outcome != "kept":
            wanted.append(item)
        if outcome == "replaced":
            closes.append(field)
    return Differing(tuple(wanted), tuple(closes), tuple(changes), tuple(aside))


def _outcome(
    field: Field,
    text: str,
    current: Sequence[Entry],
    beside: Sequence[Entry],
    replace: bool | None,  # noqa: FBT001
) -> str:
    if replace:
        return "added" if field.many or not current else "replaced"
    if field.many:
        withdrawn = any(entry.closed_at is not None and is_same(field, entry.value, text) for entry in beside)
        return "kept" if withdrawn else "added"
    if not current:
        return "added"
    return "kept" if replace is False else "replaced"
