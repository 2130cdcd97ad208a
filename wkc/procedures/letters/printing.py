"""Art. 11, 12 and 13: a letter is printed, or all that wait as one file for the printer (DESIGN 9.4)."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.families import Invalid
from wkc.errors.letter import LetterRemoved, LetterVoided, NothingToPrint
from wkc.i18n import N_, _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.io import output_file
from wkc.procedures.letters.address import Choice
from wkc.procedures.letters.letter_list import client_of, find_letter
from wkc.procedures.letters.renewal import renew
from wkc.records.dossier import Client
from wkc.records.letter import ChangedSince, Letter
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.letters.earlier import list_changed_since
from wkc.store.letters import letter as letters
from wkc.store.requests import correction as corrections

PART = 50
"""Letters in one action: drawing them takes a second and a half."""

FILE = N_("letters-{day}.pdf")
"""The file of all that waits, in a folder."""


class Printed(Struct, frozen=True):
    """A letter that was printed: its path; `changes` are what was corrected after it was made.

    With `has_codes` it shows a character, as of a name, by its code point.
    """

    letter: Letter
    path: Path
    changes: tuple[ChangedSince, ...] = ()
    has_codes: bool = False


class Unprinted(Struct, frozen=True):
    """A letter that waits and could not be printed, with the text of its error."""

    letter: Letter
    why: str


class PrintedTogether(Struct, frozen=True):
    """The letters that one file holds, in order, and those that stay."""

    path: Path
    letters: tuple[Letter, ...]
    left: tuple[Unprinted, ...]


def print_letter(
    session: Session, letter_number: str, place: Path, choice: Choice | None = None, *, force: bool
) -> Printed:
    """Write a letter's PDF to a file, or into a folder under its number; one that waits goes with the day of today."""
    if not place.is_dir():
        output_file.check(place, session.home.path, force=force)
    with act(session, "letter.print") as action:
        letter, client = find_letter(action, letter_number)
        target = place / f"{letter.number}.pdf" if place.is_dir() else place
        output_file.check(target, session.home.path, force=force)
        letter, pdf = _prepare(action, letter, client, choice)
        letter = _mark_printed(action, letter)
        changes = _changed_since(action, letter, client)
        action.details |= {"letter": letter.uuid.hex, "sha256": letter.sha256}
        action.details |= {"changed_since": len(changes)} if changes else {}
        made_at = action.now
    from wkc.documents.paper import has_codes

    shows_codes = has_codes(pdf)
    if changes:
        from wkc.documents.earlier import as_pdf

        pdf = as_pdf(letter.number, letter.sent_on or day(letter.made_at), changes, pdf, made_at)
    # A kept letter is rendered within its action: one line has its digest and is there before the file shows.
    output_file.write(target, pdf, lambda: None, state=session.environment.state(), force=force)
    return Printed(letter, target, changes, shows_codes)


def print_waiting(session: Session, place: Path, *, force: bool) -> PrintedTogether:
    """Write all letters that wait to one file, each on sheets of its own; errors.NothingToPrint.

    PART are drawn up in an action, so that nobody waits for the others. The last marks all of them as printed, without
    what waits no more by then: what is cut short before is printed whole the next time.
    """
    from wkc.documents.bundle import join_papers

    today = day(session.environment.now())
    target = place / _(FILE).format(day=today.isoformat()) if place.is_dir() else place
    output_file.check(target, session.home.path, force=force)
    drawn: list[tuple[Letter, bytes]] = []
    left: list[Unprinted] = []
    last, more = None, True
    while more:
        with act(session, "letter.print") as action:
            action.store.release_savepoint()
            waiting = letters.waiting(action.store, action.now, action.caseload_filter, PART + 1, after=last)
            part, more = waiting[:PART], len(waiting) > PART
            for letter in part:
                client = client_of(action, letter)
                try:
                    drawn.append(_prepare(action, letter, client, None))
                except Invalid as error:  # The client stays on the agenda.
                    left.append(Unprinted(letter, " ".join(error.text_and_hint)))
                else:
                    action.list_in_line("letters", letter.uuid.hex, client)
            drawn = drawn if more else _keep_waiting(action, drawn)
            if not more and not drawn:
                raise NothingToPrint
            printed = () if more else tuple(_mark_printed(action, letter) for letter, _pdf in drawn)
        last = part[-1] if part else None
    content = join_papers([pdf for _letter, pdf in drawn])
    output_file.write(target, content, lambda: None, state=session.environment.state(), force=force)
    return PrintedTogether(target, printed, tuple(left))


def _prepare(action: Action, letter: Letter, client: Client | None, choice: Choice | None) -> tuple[Letter, bytes]:
    """Give a letter with its PDF, drawn up anew when it waits."""
    if letter.voided_on is not None:
        raise LetterVoided(letter=letter.number)
    if letter.removed_on is not None:
        raise LetterRemoved(letter=letter.number, day=letter.removed_on)
    if letters.pdf(action.store, letter, client) is None:
        action.refuse("niet_relevant_voor_functie")
    if letter.is_waiting:
        letter = renew(action, letter, client, choice)
    pdf = letters.pdf(action.store, letter, client)
    if pdf is None:
        action.refuse("niet_relevant_voor_functie")
    return letter, pdf


def _keep_waiting(action: Action, drawn: list[tuple[Letter, bytes]]) -> list[tuple[Letter, bytes]]:
    """Leave out what was sent, voided or drawn up anew since it was drawn, and the letters to clients who died."""
    waiting = letters.waiting(action.store, action.now, action.caseload_filter)
    digests = {one.id: one.sha256 for one in waiting}
    return [(letter, pdf) for letter, pdf in drawn if digests.get(letter.id) == letter.sha256]


def _mark_printed(action: Action, letter: Letter) -> Letter:
    """Write down that a waiting letter was printed."""
    if not letter.is_waiting:
        return letter
    letters.put_printed(action.store, letter, action.today)
    return replace(letter, printed_on=action.today)


def _changed_since(action: Action, letter: Letter, client: Client | None) -> tuple[ChangedSince, ...]:
    """Give what corrections changed after a letter went out: it may say what was wrong."""
    if client is None or letter.is_waiting:
        return ()
    from wkc.documents.copy.correction import name_changed

    applied = [
        (one.kind, name_changed(one), one.applied_at, day(one.applied_at))
        for one in corrections.of_client(action.store, client, BY_CODE)
        if one.applied_at is not None
    ]
    return list_changed_since(letter.made_at, applied)
