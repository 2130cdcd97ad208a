"""Art. 8: the letter to the recipient of a disclosure, the only paper with its values; it is not kept."""

from collections.abc import Callable, Collection

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.review import LetterNotReviewed, WordsNotInText
from wkc.procedures.core.action import Action
from wkc.procedures.core.hidden_words import check_finished
from wkc.procedures.core.letterhead import read_letterhead
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper
from wkc.procedures.disclosure.facts import list_entries
from wkc.procedures.dossier.known_names import list_known
from wkc.procedures.dossier.search import the_client
from wkc.procedures.letters.letter import read_birth
from wkc.records.disclosure import Disclosure, SentLetter
from wkc.records.disclosure_letter import DisclosureLetter
from wkc.records.review import Suspicion
from wkc.rules.disclosure.annex import LAWS
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.review import find_words, is_telling, merge
from wkc.rules.requests.third_person import find_others
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.document import document as documents
from wkc.store.dossier import party_profile as profiles


class SuspectText(Struct, frozen=True):
    """A text of a letter that looks as if it names somebody else: its field, and the places in it."""

    field: str
    text: str
    suspicions: tuple[Suspicion, ...]


ChooseWords = Callable[[tuple[SuspectText, ...]], tuple[str, ...]]
"""Takes the texts that look as if they name somebody else; gives the words that the letter hides."""


def read_letter(action: Action, made: Disclosure) -> DisclosureLetter:
    """Read the content of a letter: the values that go, now, with their marks."""
    marks = {item.entry: item.mark for item in made.gone}
    entries = tuple(entry for entry in list_entries(action, made.client, made.case) if entry.uuid in marks)
    return DisclosureLetter(
        read_letterhead(action),
        made,
        _law(made.case.law),
        tuple((entry, marks[entry.uuid]) for entry in entries),
        action.now,
        (made.letter and made.letter.number) or disclosures.next_letter(action.store, action.today),
        profiles.one(action.store, made.party),
        name_of(action.store, made.client),
        read_birth(action.store, made.client),
        tuple(one for one in documents.of_client(action.store, made.client, BY_CODE) if one.uuid in marks),
    )


def prepare_letter(action: Action, made: Disclosure, choose: ChooseWords | None) -> PreparedPaper[Disclosure]:
    """Prepare the letter of a disclosure; its date and SHA-256 are on file before it shows in its place.

    The words that `choose` gives are hidden in it, and the finished letter is read again: errors.HiddenWordsFound.
    Without anybody to choose it is refused where somebody has to look: errors.LetterNotReviewed.
    """
    letter = read_letter(action, made)
    suspect = _list_suspect(letter, list_known(action, made.client))
    unseen = sum(is_telling(one.suspicions) for one in suspect)
    if choose is None and unseen:
        action.mark_refused("niet_nagekeken")
        raise LetterNotReviewed(count=unseen)

    def log_paper(action: Action, paper: RenderedPaper) -> Disclosure:
        the_client(action, made.client.number)
        action.details |= {"disclosure": made.uuid.hex, "step": "letter", "sha256": paper.sha256}
        disclosures.put_letter(action.store, made, SentLetter(action.now, paper.digest, letter.number))
        return disclosures.one(action.store, made.id, BY_CODE)

    return PreparedPaper(lambda: _render(letter, choose(suspect) if choose else ()), log_paper)


def _list_suspect(letter: DisclosureLetter, known: Collection[str]) -> tuple[SuspectText, ...]:
    texts = (SuspectText(label, text, find_others(text, known)) for label, text in _list_texts(letter))
    return tuple(one for one in texts if one.suspicions)


def _list_texts(letter: DisclosureLetter) -> list[tuple[str, str]]:
    """Give the texts of a letter that somebody typed, each with the name of its field."""
    values = [(entry.field.label, text) for entry, _mark in letter.entries for text in (entry.value, entry.dissent)]
    titles = [(document.field.label if document.field else "", document.title) for document in letter.documents]
    return [(label, text) for label, text in (*values, *titles) if text is not None]


def _render(letter: DisclosureLetter, words: tuple[str, ...]) -> bytes:
    from wkc.documents.copy.free_text import hide_spans
    from wkc.documents.disclosure import as_pdf

    def hide(text: str | None) -> str | None:
        return (
            None if text is None else hide_spans(text, merge(span for one in words for span in find_words(text, one)))
        )

    for word in words:
        if not any(find_words(text, word) for _label, text in _list_texts(letter)):
            raise WordsNotInText(place=letter.number)
    entries = tuple(
        (replace(entry, value=hide(entry.value), dissent=hide(entry.dissent)), mark) for entry, mark in letter.entries
    )
    titled = tuple(replace(one, title=hide(one.title)) for one in letter.documents)
    made = as_pdf(replace(letter, entries=entries, documents=titled))
    check_finished(made, "pdf", words)
    return made


def _law(code: str | None) -> str | None:
    """Give the name of a law of annex III; another one is named by its citation alone."""
    law = LAWS.get(code) if code else None
    return None if law is None else law.name
