"""Art. 8: the letter to the recipient of a disclosure, the only paper with its values; it is not kept."""

from hashlib import sha256
from pathlib import Path

from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.session import Session
from wkc.procedures.disclosure.facts import list_entries
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import output_file
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


def write_letter(session: Session, name: str, letter: DisclosureLetter, place: Path, *, force: bool) -> Disclosure:
    """Write a letter to its place; its date and SHA-256 are on file before it shows there."""
    from wkc.documents.disclosure import as_pdf

    content = as_pdf(letter)
    digest = sha256(content)
    made = letter.disclosure
    kept: list[Disclosure] = []

    def traced() -> None:
        with act(session, name) as action:
            the_client(action, made.client.number)
            action.details |= {"disclosure": made.uuid.hex, "step": "letter", "sha256": digest.hexdigest()}
            disclosures.sent(action.store, made, SentLetter(action.now, digest.digest(), letter.number))
            kept.append(disclosures.one(action.store, made.id, BY_CODE))

    output_file.write(place, content, traced, state=session.environment.state(), force=force)
    return kept[0]


def _law(code: str | None) -> str | None:
    """Give the name of a law of annex III; another one is named by its citation alone."""
    law = LAWS.get(code) if code else None
    return None if law is None else law.name
