"""Art. 8: the letter to the recipient of a disclosure, the only paper with its values; it is not kept."""

from wkc.procedures.core.action import Action
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper
from wkc.procedures.disclosure.facts import list_entries
from wkc.procedures.dossier.search import the_client
from wkc.procedures.letters.letter import read_birth
from wkc.records.disclosure import Disclosure, DisclosureLetter, SentLetter
from wkc.rules.disclosure.annex import LAWS
from wkc.rules.dossier.field import BY_CODE
from wkc.store import disclosure as disclosures
from wkc.store import party_profile as profiles
from wkc.store import register as register_metadata


def read_letter(action: Action, made: Disclosure) -> DisclosureLetter:
    """Read what a letter tells: the values that go, now, with their marks."""
    marks = {item.entry: item.mark for item in made.gone}
    entries = tuple(entry for entry in list_entries(action, made.client, made.case) if entry.uuid in marks)
    return DisclosureLetter(
        register_metadata.houder(action.store),
        made,
        _law(made.case.law),
        tuple((entry, marks[entry.uuid]) for entry in entries),
        action.now,
        disclosures.next_letter(action.store, action.today),
        profiles.one(action.store, made.party),
        name_of(action.store, made.client),
        read_birth(action.store, made.client),
    )


def prepare_letter(action: Action, made: Disclosure) -> PreparedPaper[Disclosure]:
    """Prepare the letter of a disclosure; its date and SHA-256 are on file before it shows in its place."""
    letter = read_letter(action, made)

    def log_paper(action: Action, paper: RenderedPaper) -> Disclosure:
        the_client(action, made.client.number)
        action.details |= {"disclosure": made.uuid.hex, "step": "letter", "sha256": paper.sha256}
        disclosures.sent(action.store, made, SentLetter(action.now, paper.digest, letter.number))
        return disclosures.one(action.store, made.id, BY_CODE)

    return PreparedPaper(lambda: _rendered(letter), log_paper)


def _rendered(letter: DisclosureLetter) -> bytes:
    from wkc.documents.disclosure import as_pdf

    return as_pdf(letter)


def _law(code: str | None) -> str | None:
    """Give the name of a law of annex III; another one is named by its citation alone."""
    law = LAWS.get(code) if code else None
    return None if law is None else law.name
