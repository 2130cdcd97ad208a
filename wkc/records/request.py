"""Requests of the person registered (art. 11 and 12, AVG 15-21) and how they are answered."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from wkc.records.correction import PriorRecipient, Proposal
from wkc.records.dossier import Client
from wkc.records.rights import Mandate
from wkc.records.term import AnswerTerm, AppealTerm


class RequestKind(StrEnum):
    """The kind of a request: the rights of art. 11 and 12, and those of AVG 18, 20 and 21."""

    INZAGE = "inzage"
    AFSCHRIFT = "afschrift"
    VERBETERING = "verbetering"
    AANVULLING = "aanvulling"
    VERWIJDERING = "verwijdering"
    BEPERKING = "beperking"
    BEZWAAR = "bezwaar"
    OVERDRACHT = "overdracht"


class Requester(StrEnum):
    """The requester: the person, somebody with a machtiging, or a legal representative (each a kind of its own).

    `beheerder` asks nobody: what the office does of its own accord (AVG 5.1) is on file as a request of its own.
    """

    GEREGISTREERDE = "geregistreerde"
    GEMACHTIGDE = "gemachtigde"
    CURATOR = "curator"
    BEWINDVOERDER = "bewindvoerder"
    MENTOR = "mentor"
    OUDER = "ouder"
    BEHEERDER = "beheerder"


class RequestState(StrEnum):
    """The stage of a request."""

    ONTVANGEN = "ontvangen"
    IDENTITEIT_GEVRAAGD = "identiteit_gevraagd"
    GEIDENTIFICEERD = "geidentificeerd"
    BESLOTEN = "besloten"
    MEDEGEDEELD = "medegedeeld"
    UITGEVOERD = "uitgevoerd"
    INGETROKKEN = "ingetrokken"
    VERGISSING = "vergissing"


class Decision(StrEnum):
    """The decision on a request (art. 11.4 and 12.3)."""

    TOEGEWEZEN = "toegewezen"
    DEELS = "deels"
    AFGEWEZEN = "afgewezen"
    GEEN_GEGEVENS = "geen_gegevens"


class ProofOfIdentity(Struct, frozen=True):
    """The identification of a requester (art. 11.5): never a copy or a whole number.

    `document` and `last`, its kind and the last three characters of its number, belong to methods that show one.
    """

    method: str
    document: str | None
    last: str | None
    on: date
    by: str


class Extension(Struct, frozen=True):
    """A verlenging (AVG 12.3): the day the notice went out, its code and reasons (None where withheld)."""

    on: date
    code: str
    reasons: str | None


class Ruling(Struct, frozen=True):
    """A beslissing: `refusal` is the code of what is refused, in whole or in part (art. 11.6, 12.5).

    `reasons` are None where there are none or where they are withheld; `has_reasons` tells the two apart.
    `left_out` is what a partial copy is without: a category of annex I as a whole, or one entry in it.
    """

    on: date
    by: str
    decision: Decision
    refusal: str | None
    has_reasons: bool
    reasons: str | None
    left_out: tuple[tuple[int, UUID | None], ...] = ()


class NewRequest(Struct, frozen=True):
    """A verzoek as it comes in. `client` is None for who is not in the register; `name` is then theirs.

    `oral` was written down by staff (opgetekend). `mandate` is the machtiging on file; `shown_on` the day
    a gemachtigde showed the express request for a correction (art. 12.1). `words` are the person's own.
    `asker` is who asks for a client while no mandate is on file. Name and asker are lines: the name, then the address.
    """

    client: Client | None
    kind: RequestKind
    received_on: date
    oral: bool
    requester: Requester
    mandate: Mandate | None
    shown_on: date | None
    name: str | None
    words: str | None
    asker: str | None = None


class Request(
    NewRequest, frozen=True, kw_only=True, rename={"answer_sent_on": "told_on", "answer_received_on": "answer_on"}
):
    """A verzoek on file, and how far it is.

    `name` and `words` are None where there are none, where they were forgotten or where they are withheld; `has_name`
    and `has_words` tell. `answer_sent_on` is the day the answer was sent, `answer_received_on` the day it was received,
    where that is known.
    """

    id: int
    uuid: UUID
    number: str
    has_name: bool
    has_words: bool
    state: RequestState
    asked_on: date | None
    reminded_on: date | None
    identity: ProofOfIdentity | None
    extension: Extension | None
    ruling: Ruling | None
    answer_sent_on: date | None
    answer_received_on: date | None
    done_on: date | None
    withdrawn_on: date | None
    recorded_at: datetime
    recorded_by: str

    @property
    def subject(self) -> UUID:
        """The UUID that sealed values of a request are bound to: the client's, else the request's own."""
        return self.client.uuid if self.client else self.uuid


class Answering(Struct, frozen=True):
    """A request with all its days: the term with its steps, and what follows from the answer or from silence.

    `in_time` is None until there is an answer. `appeal` counts from the answer's receipt, or sending. `silence_until`
    is the regulation's last day to go to court while there is no answer (art. 13.2), on a right that it has; the law of
    today sets none.
    `letters` are the numbers of what was written about it; `proposals` is what it asks to correct, and `to_tell` who
    had what was corrected. `same` are the numbers of earlier requests for the same that are still open, `joined` of
    later ones that joined this one, and `joins` of the one that this joined. `taken_up` are those by which the office
    of its own accord removes what was refused while a duty kept it. `withheld` tells that some of what it asks to
    correct is of classes that the acting user may not see.
    """

    request: Request
    term: AnswerTerm
    in_time: str | None
    appeal: AppealTerm | None
    silence_until: date | None
    letters: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    to_tell: tuple[PriorRecipient, ...] = ()
    same: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    joins: str | None = None
    withheld: bool = False
    taken_up: tuple[str, ...] = ()
