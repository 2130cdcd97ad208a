"""Art. 11.1, AVG 15.4: the texts of a copy are looked through for what is about others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from wkc.errors.request import RequestUnknown
from wkc.errors.review import NoReview, ReviewTextUnknown, ReviewUnreadable, WordsNotInText
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.known_names import list_known
from wkc.procedures.io import codes
from wkc.procedures.requests.copy_model import compose
from wkc.procedures.requests.hidden_copy import (
    check_strings,
    count_places,
    hide_marked,
    index_marks,
    list_copy_texts,
)
from wkc.procedures.requests.request import RequestStep, step
from wkc.procedures.requests.secret_reach import SecretPart, list_parts
from wkc.records.dossier import Client
from wkc.records.review import Mark, Review, Suspicion, Treatment
from wkc.rules.requests import review as rules
from wkc.rules.requests.third_person import find_others
from wkc.store.requests import review as reviews

if TYPE_CHECKING:
    from wkc.documents.copy.free_text import FreeText


class ReviewedText(Struct, frozen=True):
    """One text that a copy would hold: its name in this request, its place in the copy, and what looks like others.

    `treatment` is None while nobody looked at it as it is now; `hidden` are the words that are hidden then.
    """

    name: str
    place: str
    text: str
    suspicions: tuple[Suspicion, ...]
    treatment: Treatment | None
    hidden: tuple[str, ...]


class Reviewed(Struct, frozen=True):
    """The texts of the copy on a request, each once; `places` counts what is hidden, `unseen` what waits for a look.

    `secrets` are the values under a duty of secrecy, where a mandate asks: whether each goes along, and to whom.
    """

    request: str
    texts: tuple[ReviewedText, ...]
    places: int
    unseen: int
    review: Review | None
    secrets: tuple[SecretPart, ...] = ()


class TextDecision(Struct, frozen=True, forbid_unknown_fields=True):
    """A decision on one text as typed: `text` is its name, `do` a Treatment, `words` what is hidden in it."""

    text: str
    do: str
    words: tuple[str, ...] = ()


def read(content: str) -> tuple[TextDecision, ...]:
    """Read decisions on texts from JSON; errors.ReviewUnreadable."""
    import msgspec

    try:
        return msgspec.json.decode(content, type=tuple[TextDecision, ...])
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise ReviewUnreadable from error


def examine(session: Session, number: str) -> Reviewed:
    """Give the texts of the copy on a request, with what looks like somebody else and what was decided on each."""
    with step(session, "request.review", number) as taken:
        taken.action.details["step"] = "read"
        return _examine(taken)


def put(session: Session, number: str, decisions: Sequence[TextDecision]) -> Reviewed:
    """Keep decisions on texts beside those on the others.

    errors.ReviewTextUnknown, WordsNotInText, HiddenWordsFound.
    """
    with step(session, "request.review", number) as taken:
        action, client = taken.action, _client(taken)
        model = compose(action, client, taken.answering)
        texts = {rules.name_text(taken.request.uuid, one.text): one for one in list_copy_texts(model)}
        marks = index_marks(reviews.of_request(action.store, taken.request))
        marks |= {one.text: _mark(one, texts) for one in decisions}
        kept = {name: mark for name, mark in marks.items() if name in texts}
        hidden = hide_marked(model, taken.request, kept, list_known(action, client))
        check_strings(hidden)
        reviews.put(action.store, taken.request, tuple(kept.values()), count_places(hidden), action.now, action.by)
        action.details |= {"step": "reviewed", "count": len(kept)}
        return _examine(taken)


def keep_rest(session: Session, number: str) -> Reviewed:
    """Keep each text that looks like somebody else and that nobody decided on: it is all the client's own."""
    rest = [one for one in examine(session, number).texts if one.suspicions and one.treatment is None]
    return put(session, number, [TextDecision(one.name, Treatment.HOUDEN) for one in rest])


def read_again(session: Session, number: str) -> Reviewed:
    """Write down that the review was read once more."""
    with step(session, "request.review", number) as taken:
        if reviews.of_request(taken.action.store, taken.request) is None:
            raise NoReview
        reviews.read_again(taken.action.store, taken.request, taken.action.now, taken.action.by)
        taken.action.details["step"] = "read_again"
        return _examine(taken)


def _examine(taken: RequestStep) -> Reviewed:
    action, client, request = taken.action, _client(taken), taken.request
    model = compose(action, client, taken.answering)
    review, known = reviews.of_request(action.store, request), list_known(action, client)
    marks, texts = index_marks(review), dict[str, ReviewedText]()
    for one in list_copy_texts(model):
        name = rules.name_text(request.uuid, one.text)
        if name not in texts:
            mark, suspicions = marks.get(name), find_others(one.text, known)
            hidden = tuple(one.text[start:end] for start, end in mark.spans) if mark else ()
            treatment = mark.treatment if mark else None
            texts[name] = ReviewedText(name, one.place, one.text, suspicions, treatment, hidden)
    shown = tuple(texts.values())
    unseen = sum(rules.is_telling(one.suspicions) and one.treatment is None for one in shown)
    places = count_places(hide_marked(model, request, marks, known))
    return Reviewed(request.number, shown, places, unseen, review, list_parts(action, request))


def _client(taken: RequestStep) -> Client:
    if taken.request.client is None:
        raise RequestUnknown
    if not taken.action.can_see_all:
        taken.action.refuse("niet_relevant_voor_functie")
    return taken.request.client


def _mark(decision: TextDecision, texts: Mapping[str, FreeText]) -> Mark:
    """Read a decision on one of these texts."""
    text = texts.get(decision.text)
    if text is None:
        raise ReviewTextUnknown(name=decision.text)
    treatment = Treatment(codes.parse_code(decision.do, Treatment))
    if treatment is not Treatment.VERBERGEN:
        return Mark(decision.text, treatment)
    spans = [rules.find_words(text.text, words) for words in decision.words]
    if not spans or not all(spans):
        raise WordsNotInText(place=text.place)
    return Mark(decision.text, treatment, rules.merge(span for word in spans for span in word))
