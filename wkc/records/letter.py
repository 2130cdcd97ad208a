"""Letters: what was written to whom, and what is said in them (art. 11 to 13; AVG 12, 14 and 19)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from wkc.records.audit import Head
from wkc.records.objection import Objection
from wkc.records.term import AnswerTerm, AppealTerm, Late


class LetterKind(StrEnum):
    """The purpose of a letter, in the words of the law."""

    ONTVANGSTBEVESTIGING = "ontvangstbevestiging"
    IDENTITEIT_GEVRAAGD = "identiteit_gevraagd"
    IDENTITEIT_HERINNERING = "identiteit_herinnering"
    VERLENGING = "verlenging"
    TOEGEWEZEN = "toegewezen"
    DEELS_TOEGEWEZEN = "deels_toegewezen"
    AFGEWEZEN = "afgewezen"
    GEEN_GEGEVENS = "geen_gegevens"
    KENNISGEVING = "kennisgeving"
    KENNISGEVING_INTAKE = "kennisgeving_intake"
    KENNISGEVING_ONTVANGER = "kennisgeving_ontvanger"
    DATALEK = "datalek"
    DATALEK_OPDRACHTGEVER = "datalek_opdrachtgever"


class Letter(Struct, frozen=True):
    """A brief that is kept: number `B2026-0001`, its sealed PDF by SHA-256, and the day it went out.

    `client`, `request` and `breach` are numbers, None where it is about none; `party` is the name of the opdrachtgever
    that a letter about a breach goes to. It is drawn up on `made_at`, bears the day `dated_on`, was last printed on
    `printed_on` and went out on `sent_on`. One with `voided_on` was drawn up by mistake; of one with `removed_on` the
    paper was removed under art. 12.
    """

    id: int
    uuid: UUID
    number: str
    kind: LetterKind
    client: str | None
    request: str | None
    sha256: str
    sent_on: date | None
    made_at: datetime
    made_by: str
    dated_on: date | None = None
    printed_on: date | None = None
    voided_on: date | None = None
    breach: str | None = None
    party: str | None = None
    removed_on: date | None = None

    @property
    def is_waiting(self) -> bool:
        """Tell whether it is still to be sent."""
        return self.sent_on is None and self.voided_on is None


class Sender(Struct, frozen=True):
    """The houder as a letter names it; address and contact are None until they are set, `court` is its rechtbank.

    `signer` and `function` are the name and the function under the space for a signature, as far as set.
    """

    name: str
    place: str
    kvk: str
    address: str | None
    contact: str | None
    court: str
    signer: str | None = None
    function: str | None = None


class Addressee(Struct, frozen=True):
    """The addressee of a letter: a name as it is written, and the lines of the address, as far as known.

    `surname` (with its voorvoegsel) and `sex` (a code of the field geslacht) make the salutation, where both are known.
    """

    name: str | None
    lines: tuple[str, ...] = ()
    surname: str | None = None
    sex: str | None = None


class Responsibility(Struct, frozen=True):
    """The party that answers for the data of a letter: its role beside the office (AVG 4.7, 26, 28).

    `to_party` tells that the letter goes to that party itself, and not to the client.
    """

    party: str
    role: str
    to_party: bool


class LetterHead(Struct, frozen=True):
    """The head of every letter: sender, addressee, day, numbers, and the audit line that it follows."""

    kind: LetterKind
    number: str
    on: date
    sender: Sender
    to: Addressee
    dossier: str | None
    head: Head
    made_at: datetime
    responsible: Responsibility | None = None


class ChangedSince(Struct, frozen=True):
    """A field that was changed after a letter was made: its label, what became of it, and the day."""

    field: str
    what: str
    on: date


class RequestInLetter(Struct, frozen=True):
    """A verzoek as its letters tell it.

    `on_behalf_of` is the person when somebody else asked for them, by name unless `is_named` is off.
    `joined` are the later requests for the same that this answers too: the number and the day of receipt of each.
    """

    number: str
    kind: str
    term: AnswerTerm
    oral: bool = False
    on_behalf_of: str | None = None
    is_named: bool = True
    joined: tuple[tuple[str, date], ...] = ()


class RequestReceipt(Struct, frozen=True):
    """The receipt of a verzoek, with the days on which the answer comes."""

    request: RequestInLetter


class IdentityQuestion(Struct, frozen=True):
    """Art. 11.5: the question for proof of identity; `before` is the last day for it, which only a reminder names."""

    request: RequestInLetter
    before: date | None = None
    means: tuple[str, ...] = ("beeldbellen", "getoond")


class ExtensionNotice(Struct, frozen=True):
    """AVG 12.3: the notice of two months more, by its codes and own words; the request's term is the new one."""

    request: RequestInLetter
    codes: tuple[str, ...]
    explanation: str | None


class RequestAnswer(Struct, frozen=True):
    """The decision on a verzoek: of a refusal, also in part, its code and reasons; how long one may appeal.

    `granted` and `withheld` name what is granted and what is not, where the decision tells them apart; `uses` are the
    uses that end by a granted bezwaar or beperking.

    `appeal` is counted from the day the letter was sent, and None where nothing was refused; `late` is None in time.
    `sought` are the kinds of key by which was searched for who is not in the register.
    """

    request: RequestInLetter
    code: str | None = None
    reasons: str | None = None
    appeal: AppealTerm | None = None
    late: Late | None = None
    sought: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    uses: tuple[Objection, ...] = ()


class RecipientNotice(Struct, frozen=True):
    """AVG 19: the notice to a recipient: the fields that were changed, removed or restricted, never their values.

    `born` tells the person from namesakes (ISO, year, month or day); None where it is not known, not sure, or was
    itself corrected. `reference` is the recipient's own name for the person, where it is the opdrachtgever.
    """

    person: str
    given_on: date
    what: str
    fields: tuple[str, ...]
    born: str | None = None
    reference: str | None = None


class NoticeFacts(Struct, frozen=True):
    """The facts of a notice that differ by office and opdrachtgever (AVG 13 and 14); None says the usual.

    `basis` is the opdrachtgever's (avg_6_1_c or avg_6_1_e); `officer` and `officer_contact` are of the functionaris
    voor gegevensbescherming. `sources`, `abroad` and `automated` are sentences of the office's own.
    `backup_days` is how long a backup is kept; `reached_at` are the addresses of the opdrachtgever, as far as on file.
    """

    basis: str | None = None
    officer: str | None = None
    officer_contact: str | None = None
    sources: str | None = None
    abroad: str | None = None
    automated: str | None = None
    backup_days: int | None = None
    reached_at: tuple[str, ...] = ()


class IntakeNotice(Struct, frozen=True):
    """AVG 13: the notice to somebody who supplies data; `role` is that of the opdrachtgever, beside the office."""

    supplier: str
    kept_to: date
    role: str | None = None
    facts: NoticeFacts = NoticeFacts()


class ClientNotice(Struct, frozen=True):
    """AVG 14: the notice to a client whom others supplied; `role` is the supplier's, beside the office."""

    supplier: str
    reference: str
    since: date
    categories: tuple[str, ...]
    kept_to: date
    role: str | None = None
    facts: NoticeFacts = NoticeFacts()


class BreachNotice(Struct, frozen=True):
    """AVG 34.2: a breach as a person whom it reached reads of it.

    `known_on` is the day on which the office knew, `categories` name what there was of the person. `officer` is the
    functionaris voor gegevensbescherming, if there is one.
    """

    number: str
    known_on: date
    nature: str
    categories: tuple[str, ...]
    consequences: str
    measures: str
    advice: str
    officer: str | None = None
    officer_contact: str | None = None


class BreachReport(Struct, frozen=True):
    """AVG 28.3.f and 33.2: a breach as an opdrachtgever reads of it; `people` counts those of its own assignments.

    `hours` are those of its agreement, `is_late` when it hears of it after those; `role` is its own beside the office.
    Instants are UTC.
    """

    number: str
    known_at: datetime
    from_at: datetime | None
    until_at: datetime | None
    nature: str
    people: int
    categories: tuple[str, ...]
    consequences: str
    measures: str
    hours: int | None
    to_ap: bool | None
    to_persons: bool | None
    officer: str | None = None
    officer_contact: str | None = None
    is_late: bool = False
    role: str | None = None


Matter = (
    RequestReceipt
    | IdentityQuestion
    | ExtensionNotice
    | RequestAnswer
    | RecipientNotice
    | ClientNotice
    | IntakeNotice
    | BreachNotice
    | BreachReport
)
"""The matter of a letter."""
