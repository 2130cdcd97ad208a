"""A verstrekking: what somebody else asks of us, what the regulation says of it, what came of it (art. 8)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.records.objection import Objection, OpenRequest
from wkc.records.party import Party
from wkc.records.rights import Consent
from wkc.records.user import Role


class Allowance(StrEnum):
    """The outcome of a judgement, from the mildest to the strictest."""

    TOEGESTAAN = "toegestaan"
    BEHEERDER_BESLIST = "beheerder_beslist"
    GEWEIGERD = "geweigerd"


class RequestedEntry(Struct, frozen=True):
    """A gegeven or a document that is asked for; `geheim` is the duty of secrecy on it that day (art. 8.2)."""

    entry: UUID
    field: Field
    geheim: str | None = None
    in_onderzoek: bool = False
    beperkt: bool = False
    is_document: bool = False


class Recipient(Struct, frozen=True):
    """The recipient of a disclosure: the kind of party, its body (rules/disclosure/annex.py) if it is one.

    `current` tells that it is the opdrachtgever of an assignment of this client that runs that day.
    """

    uuid: UUID
    kind: str
    body: str | None = None
    current: bool = False


class Citation(Struct, frozen=True):
    """The wettelijk voorschrift that is invoked: a law of rules/disclosure/annex.py or `ander`.

    `covers_bsn` is whether it covers the BSN; `covers_sealed` whether it covers the sealed classes that are asked for,
    None where that was not answered.
    """

    law: str
    covers_bsn: bool = False
    covers_sealed: bool | None = None


class CallBack(Struct, frozen=True):
    """A call back: the source of the number, checked on a day by somebody."""

    source: str
    verified_on: date
    verified_by: str


class PhoneCall(Struct, frozen=True):
    """A request by telephone (art. 8.3). `doubt` is the answer to "do you doubt who this is?"; None: not answered."""

    on_file: bool
    subject: str | None
    doubt: bool | None
    called_back: CallBack | None = None


class Identification(Struct, frozen=True):
    """The identification of somebody who asks by e-mail or at the counter (rules/disclosure/identification.py).

    `means` is None where nobody answered. `on_file` tells that the person is on file at the recipient, `verified` that
    the number there was verified, `address_on_file` that an e-mail address of the recipient is on file.
    """

    channel: str
    means: str | None
    on_file: bool = False
    verified: bool = False
    address_on_file: bool = False


class Research(Struct, frozen=True):
    """Wetenschappelijk onderzoek of statistiek: traceable to persons or not, the decision of B&W, the hearing."""

    traceable: bool
    decided_on: date | None = None
    reference: str | None = None
    heard_on: date | None = None


class Danger(Struct, frozen=True):
    """The facts that make an urgent reason a vitaal belang (AVG 6.1.d, 9.2.c), and the reach of the beheerder."""

    to_life: bool
    consent_impossible: bool
    beheerder_unreachable: bool


class DisclosureFacts(Struct, frozen=True):
    """All that a disclosure is judged by.

    `stated` tells that a reason (dringende_reden) or a weighing of privacy (onderzoek) was written down;
    `by` is the role of who is asked. `call` is there when it is by telephone, and only then; `asker` when it is by
    e-mail or at the counter. `objections` are the granted ones, `waiting` the requests about everything that nobody
    decided yet. `ask_again` names the consents whose giver acts for the client no more, `contested` those that a
    request contests.
    """

    on: date
    by: Role
    asked: tuple[RequestedEntry, ...]
    recipient: Recipient
    ground: str
    purpose: str | None = None
    citation: Citation | None = None
    requested: bool = False
    consents: tuple[Consent, ...] = ()
    research: Research | None = None
    danger: Danger | None = None
    stated: bool = False
    call: PhoneCall | None = None
    objections: tuple[Objection, ...] = ()
    waiting: tuple[OpenRequest, ...] = ()
    asker: Identification | None = None
    ask_again: frozenset[UUID] = frozenset()
    contested: frozenset[UUID] = frozenset()


class Reasoned(Struct, frozen=True):
    """One step of a judgement: its article, its reason code, and what it makes of the whole."""

    article: str
    reason: str
    outcome: Allowance


class Dropped(Struct, frozen=True):
    """A gegeven that is not given, with the reason and its article."""

    asked: RequestedEntry
    reason: str
    article: str


class GrantedEntry(Struct, frozen=True):
    """A gegeven that is given, or may be once the beheerder says so; `mark` is betwist or beperkt."""

    asked: RequestedEntry
    mark: str | None = None


class Judgement(Struct, frozen=True):
    """The judgement of a disclosure by art. 8: the outcome is about `granted`, empty when it is geweigerd."""

    outcome: Allowance
    granted: tuple[GrantedEntry, ...]
    dropped: tuple[Dropped, ...]
    steps: tuple[Reasoned, ...]


class DisclosureDetails(Struct, frozen=True):
    """The particulars of a question for data, apart from the asker: codes of rules/, days, categories of annex I.

    `citation` is the place in the `law`. `reason` (an urgent reason, a weighing of privacy) and `note` are sealed,
    and None when there is none or when withheld. `doubt` and what follows belong to a telephone call; `identified` is
    how who asks by e-mail or at the counter was identified. `late` is why it was written down later, sealed too.
    """

    channel: str
    ground: str
    purpose: str | None
    categories: tuple[int, ...]
    law: str | None
    citation: str | None
    covers_bsn: bool
    requested_on: date | None
    subject: str | None
    doubt: bool | None
    called_back: CallBack | None
    research: Research | None
    danger: Danger | None
    reason: str | None
    note: str | None
    covers_sealed: bool | None = None
    identified: str | None = None
    late: str | None = None


class DisclosureItem(Struct, frozen=True):
    """A gegeven or a document in a disclosure on file: it goes, perhaps with a mark, or is dropped for a reason."""

    entry: UUID
    field: Field
    mark: str | None
    dropped: str | None
    article: str | None
    is_document: bool = False


class Answer(Struct, frozen=True):
    """The beheerder's answer: yes or no, and why; `reason` is None where it is withheld."""

    allowed: bool
    reason: str | None
    at: datetime
    by: str


class SentLetter(Struct, frozen=True):
    """The letter with the values: its moment, SHA-256 and number; the letter itself is not kept.

    `number`, as `G2026-0001`, is None for the letters of before there were numbers.
    """

    at: datetime
    sha256: bytes
    number: str | None = None


class Disclosure(Struct, frozen=True):
    """A verstrekking on file, or an attempt at one; `number` counts those of one client, for good.

    `vital` tells that it was for a vitaal belang: the beheerder looks at it afterwards.
    """

    id: int
    number: int
    uuid: UUID
    client: Client
    party: Party
    person: str | None
    on: date
    case: DisclosureDetails
    outcome: Allowance
    vital: bool
    role: Role
    items: tuple[DisclosureItem, ...]
    steps: tuple[Reasoned, ...]
    recorded_at: datetime
    recorded_by: str
    decision: Answer | None
    letter: SentLetter | None

    @property
    def is_given(self) -> bool:
        """Tell whether the data went: allowed at once, or by the beheerder."""
        decided = self.decision is not None and self.decision.allowed
        return self.outcome is Allowance.TOEGESTAAN or (self.outcome is Allowance.BEHEERDER_BESLIST and decided)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the beheerder has still to say yes or no, or to look at it afterwards."""
        return self.decision is None and (self.outcome is Allowance.BEHEERDER_BESLIST or self.vital)

    @property
    def gone(self) -> tuple[DisclosureItem, ...]:
        """The entries that went, or would go."""
        return tuple(item for item in self.items if item.dropped is None)


class WaitingDisclosure(Struct, frozen=True):
    """A disclosure that waits for the beheerder: to decide, or after a vitaal belang to look at within a working day.

    `client` is the dossier number, `number` that of the disclosure.
    """

    client: str
    number: int
    vital: bool
    at: datetime
