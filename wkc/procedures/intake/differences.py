"""Values of a list beside those on file: which are the same, which replace, which stay (art. 4).

A value that the client supplied, that is secret, contested or restricted stays, unless the list was chosen to win.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from wkc.procedures.io.fields import normal_name
from wkc.records.dossier import Entry
from wkc.records.field import Field, Kind
from wkc.store.entry import Item

_CLIENT = "geregistreerde"
_NOT_IN_NUMBERS = str.maketrans("", "", " .-/()\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}")


class Change(Struct, frozen=True):
    """One value of a list that is not on file: `replaced`, `added`, or `kept` where the value on file stays.

    `before` and `after` are None where they are sealed.
    """

    field: str
    outcome: str
    before: str | None
    after: str | None


class Differing(Struct, frozen=True):
    """Values to record, the fields whose values they replace, and all changes for people to see."""

    items: tuple[Item, ...]
    closes: tuple[Field, ...]
    changes: tuple[Change, ...]


def compare(entries: Sequence[Entry], items: Iterable[Item], replace: bool | None) -> Differing:  # noqa: FBT001
    """Judge each value of a list beside the entries of the client; `replace` as in PersonChoices."""
    wanted: list[Item] = []
    closes: list[Field] = []
    changes: list[Change] = []
    left = [entry for entry in entries if entry.closed_at is None and entry.value is not None]
    for item in items:
        field, value, _ = item
        same = next((entry for entry in left if entry.field == field and is_same(field, entry.value, value.text)), None)
        if same is not None:
            left.remove(same)
            continue
        beside = [entry for entry in entries if entry.field == field]
        current = [entry for entry in beside if entry.closed_at is None]
        outcome = _outcome(field, value.text, current, beside, replace)
        sealed = field.field_class.sealed
        before = None if sealed or field.many or not current else current[-1].value
        changes.append(Change(field.code, outcome, before, None if sealed else value.text))
        if outcome != "kept":
            wanted.append(item)
        if outcome == "replaced":
            closes.append(field)
    return Differing(tuple(wanted), tuple(closes), tuple(changes))


def is_same(field: Field, one: str | None, other: str) -> bool:
    """Judge whether two values of a field say the same, however they are written."""
    if one is None or one == other:
        return one is not None
    if field.kind in (Kind.POSTCODE, Kind.IBAN, Kind.DOCUMENT_NUMBER):
        return _bare(one).upper() == _bare(other).upper()
    if field.code == "telefoon":
        return _dialled(one) == _dialled(other)
    if field.code == "e_mail":
        return one.casefold() == other.casefold()
    return field.code == "woonplaats" and normal_name(one) == normal_name(other)


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
    return "kept" if replace is False or any(map(_stays, current)) else "replaced"


def _stays(entry: Entry) -> bool:
    """Judge whether an entry outlives a list that says otherwise."""
    origin = entry.provenance
    return origin.source == _CLIENT or origin.geheim is not None or entry.in_onderzoek or entry.beperkt


def _bare(text: str) -> str:
    return text.translate(_NOT_IN_NUMBERS)


def _dialled(text: str) -> str:
    """Give the digits of a telephone number as they are dialled here: +31 and 0031 are 0."""
    digits = _bare(text)
    for before in ("+31", "0031"):
        if digits.startswith(before):
            return "0" + digits.removeprefix(before).removeprefix("0")
    return digits
