"""Art. 11.1, AVG 15.4: the words about others in a copy are hidden, and the finished file is read again for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.review import HiddenWordsFound
from wkc.i18n import _
from wkc.procedures.core.action import Action
from wkc.procedures.core.settings import AUTOMATIC, SECOND_READER, in_force
from wkc.procedures.dossier.known_names import list_known
from wkc.procedures.requests.copy_model import compose
from wkc.procedures.requests.request import judge
from wkc.records.dossier import Client
from wkc.records.request import Answering, Request
from wkc.records.review import Mark, Review, Treatment
from wkc.rules.requests import review as rules
from wkc.rules.requests.third_person import find_others
from wkc.store.core import user as users
from wkc.store.requests import review as reviews

if TYPE_CHECKING:
    from wkc.documents.copy.free_text import CopyModel, FreeText


class HiddenCopy(Struct, frozen=True):
    """A copy with its words hidden, and the strings that may stand nowhere in it."""

    model: CopyModel
    hidden: tuple[str, ...]


def hide(action: Action, client: Client, answers: Answering | None) -> HiddenCopy:
    """Make the model of a copy with what its review hides hidden, if it may go out; without a request nothing is.

    errors.HiddenWordsFound, and those of REVIEW_REFUSED.
    """
    model = compose(action, client, answers)
    if answers is None:
        return HiddenCopy(model, ())
    request, review = answers.request, reviews.of_request(action.store, answers.request)
    known = list_known(action, client)
    copy = hide_marked(model, request, index_marks(review), known)
    unseen = _count_unseen(model, request, review, known)
    ruling = request.ruling
    left_out = len(ruling.left_out) if ruling else 0
    second = _is_second_needed(action)
    facts = rules.CopyFacts(ruling, review, unseen, count_places(copy), left_out, second, action.by)
    judge(action, rules.judge_copy(facts), count=unseen, request=request.number)
    check_strings(copy)
    return copy


def count_unseen(action: Action, client: Client, answers: Answering) -> int:
    """Count the texts of the copy on a request that look as if they name somebody else and that nobody decided on."""
    request = answers.request
    review, known = reviews.of_request(action.store, request), list_known(action, client)
    return _count_unseen(compose(action, client, answers), request, review, known)


def list_copy_texts(model: CopyModel) -> tuple[FreeText, ...]:
    """Give the texts of a copy that people wrote; what it is made with is loaded here."""
    from wkc.documents.copy.free_text import list_texts

    return list_texts(model)


def index_marks(review: Review | None) -> dict[str, Mark]:
    """Give the marks of a review by the name of their text; none without a review."""
    return {mark.text: mark for mark in (review.marks or ())} if review else {}


def hide_marked(model: CopyModel, request: Request, marks: Mapping[str, Mark], known: Collection[str]) -> HiddenCopy:
    """Hide what marks say in each text of a copy, and say in the copy in how many places."""
    from wkc.documents.copy.free_text import HIDDEN, hide_spans, rewrite
    from wkc.documents.copy.request import over_anderen

    hidden: list[str] = []
    count = 0

    def change(_place: str, text: str) -> str:
        nonlocal count
        mark = marks.get(rules.name_text(request.uuid, text))
        if mark is None or mark.treatment is Treatment.HOUDEN:
            return text
        hidden.extend(rules.list_hidden(text, mark, find_others(text, known)))
        count += max(len(mark.spans), 1)
        return HIDDEN if mark.treatment is Treatment.WEGLATEN else hide_spans(text, mark.spans)

    anew = rewrite(model, change)
    if anew.verzoek is not None:
        anew = replace(anew, over_anderen=over_anderen(anew.verzoek, count))
    return HiddenCopy(anew, tuple(dict.fromkeys(hidden)))


def count_places(copy: HiddenCopy) -> int:
    """Count the places of a copy in which something is hidden, as the copy itself says it."""
    return copy.model.over_anderen.plaatsen if copy.model.over_anderen else 0


def check_strings(copy: HiddenCopy) -> None:
    """Refuse a copy that still has a hidden string, by its places."""
    if not copy.hidden:
        return
    from msgspec import to_builtins

    from wkc.documents.copy.free_text import list_strings

    sought = rules.seek(copy.hidden)
    places = [one.place for one in list_copy_texts(copy.model) if rules.has_hidden(one.text, sought)]
    if places:
        raise HiddenWordsFound(places="; ".join(places))
    if rules.has_any_hidden(list(list_strings(to_builtins(copy.model))), copy.hidden):
        raise HiddenWordsFound(places=_("a sentence of the office"))


def _count_unseen(model: CopyModel, request: Request, review: Review | None, known: Collection[str]) -> int:
    """Count the texts that look as if they name somebody else and that nobody decided on as they are now."""
    marks = index_marks(review)
    texts = {rules.name_text(request.uuid, one.text): one.text for one in list_copy_texts(model)}
    return sum(name not in marks and rules.is_telling(find_others(text, known)) for name, text in texts.items())


def _is_second_needed(action: Action) -> bool:
    """Tell whether two pairs of eyes are wanted: by the setting or, unset, where there are two beheerders."""
    setting = in_force(action.store)[SECOND_READER]
    if setting != AUTOMATIC:
        return setting == "ja"
    return users.has_several_heads(action.store)
