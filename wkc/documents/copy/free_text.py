"""AVG 15.4: the texts of a copy that people wrote, one by one, and the copy with some of their words hidden.

Every text of the model is one of these, unless it is the office's own or the meaning of a code: a part that is added
later cannot be forgotten.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from wkc.documents.copy.corrected import Gecorrigeerd, Tekst
from wkc.documents.copy.correction import Bericht, Correctie
from wkc.documents.copy.mistake import Vergissing
from wkc.documents.copy.model import (
    Afspraak,
    Brief,
    Categorie,
    Copy,
    Document,
    Doel,
    Gegeven,
    Houder,
    Persoon,
    Rapport,
    Recht,
    Rechten,
)
from wkc.documents.copy.overdracht import Overdracht
from wkc.documents.copy.request import OverAnderen, Verzoek, Weggelaten
from wkc.documents.copy.retention import Bewaring
from wkc.documents.copy.rights import Ontheffing, Soort
from wkc.documents.copy.supplied import Aangeleverd
from wkc.documents.part import Auditlog, Begrip, Part

HIDDEN = "[gegevens over een ander]"
"""The words in the place of what is hidden."""

CopyModel: TypeAlias = Copy | Gecorrigeerd | Overdracht
"""The copies that answer a request: all that is on file, what was corrected, or what the person gave to take along."""

Model = TypeVar("Model", bound=Part)
Change = Callable[[str, str], str]
"""Takes the place of a text in the copy and the text; gives the text in its place."""

_ALL = frozenset({"*"})
_OURS: Mapping[type[Part], frozenset[str]] = {
    Houder: _ALL,
    Doel: _ALL,
    Recht: _ALL,
    Rechten: _ALL,
    Auditlog: _ALL,
    Bewaring: _ALL,
    Soort: _ALL,
    OverAnderen: frozenset({"uitleg"}),
    Copy: frozenset({"soort", "doorgifte", "geautomatiseerde_besluiten", "kosteloos"}),
    Overdracht: frozenset({"soort"}),
    Gecorrigeerd: frozenset({"soort", "hoe"}),
    Tekst: frozenset({"naam"}),
    Aangeleverd: frozenset({"veld", "naam"}),
    Persoon: frozenset({"dossiernummer"}),
    Categorie: frozenset({"naam"}),
    Gegeven: frozenset({"veld", "naam"}),
    Correctie: frozenset({"verzoek", "veld", "naam"}),
    Bericht: frozenset({"brief"}),
    Ontheffing: frozenset({"naam"}),
    Vergissing: frozenset({"naam"}),
    Weggelaten: frozenset({"naam", "veld"}),
    Verzoek: frozenset({"kenmerk"}),
    Brief: frozenset({"nummer", "verzoek"}),
    Afspraak: frozenset({"tijd"}),
    Document: frozenset({"formulier", "soort"}),
    Rapport: frozenset({"controlegetal"}),
}
"""The fields of each part that the office fills in by itself: numbers, names of fields, fixed sentences."""


class FreeText(Struct, frozen=True):
    """A text of a copy: its place in words, such as `contacten 3, notitie`, and its words."""

    place: str
    text: str


def list_texts(model: Part) -> tuple[FreeText, ...]:
    """Give the texts of a copy in their order, empty ones left out."""
    texts: list[FreeText] = []

    def note(place: str, text: str) -> str:
        texts.append(FreeText(place, text))
        return text

    rewrite(model, note)
    return tuple(texts)


def rewrite(model: Model, change: Change, place: str = "") -> Model:
    """Give a copy in which each text is what `change` makes of it."""
    ours = _OURS.get(type(model), frozenset())
    if ours is _ALL or (isinstance(model, Begrip) and not _is_typed(model)):
        return model
    values = {name: value for name, value in asdict(model).items() if name not in ours}
    anew = {name: _rewrite(value, change, _join(place, name)) for name, value in values.items()}
    return replace(model, **{name: value for name, value in anew.items() if value is not values[name]})


def hide_spans(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Give a text with HIDDEN in the place of each span; spans are in order and apart."""
    parts, last = [], 0
    for start, end in spans:
        parts += [text[last:start], HIDDEN]
        last = end
    return "".join([*parts, text[last:]])


def list_strings(value: object) -> Iterator[str]:
    """Give every string of decoded JSON, keys aside."""
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from list_strings(part)
        case list() | tuple():
            for part in value:
                yield from list_strings(part)


def _rewrite(value: Any, change: Change, place: str) -> Any:
    match value:
        case str():
            return change(place, value) if value.strip() else value
        case Part():
            return rewrite(value, change, place)
        case tuple():
            anew = tuple(_rewrite(part, change, f"{place} {number}") for number, part in enumerate(value, 1))
            return anew if any(one is not other for one, other in zip(anew, value, strict=True)) else value
        case _:
            return value


def _is_typed(term: Begrip) -> bool:
    """Tell whether a code has no meaning in our tables: then it is a word that somebody typed."""
    return term.omschrijving in {term.code, term.code.replace("_", " ")}


def _join(place: str, name: str) -> str:
    return ", ".join(filter(None, (place, name.replace("_", " "))))
