"""A correctie: what a client asks to be changed, added, removed or set apart, and what came of it (art. 12)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.field import Field
from wkc.records.mistake import MistakeNoun


class ChangeFacts(Struct, frozen=True):
    """The facts by which a rule judges one change: the kind of request, why, and the row that it is about.

    `on_entry` tells that it names a row on file (an aanvulling may name none); `to_value` that it says what should
    stand there; `only_one` that the field must keep a value and this is its only one (art. 3 and 4). `noun` is the kind
    of row; `rests` tells that something else on file rests on it, `waits` that it is a letter which is to be sent.
    """

    kind: str
    why: str
    on_entry: bool
    to_value: bool
    only_one: bool = False
    noun: MistakeNoun = MistakeNoun.GEGEVEN
    rests: bool = False
    waits: bool = False


class Proposal(Struct, frozen=True, rename={"notified_on": "told_on"}):
    """A voorstel tot correctie within one request: `number` counts them in the order in which they were made.

    `entry` is what it is about, None for one that is missing: a gegeven, the document where `is_document` or, by
    `noun`, another row of the day `row_on`, which has no field. `value` is what should stand there (of a document the
    number of the one that takes its place), None where it is removed or set apart, where it is withheld from this
    user, and once it was applied. `granted` is the decision on it, None until there is one. A restriction ends
    `lifted_at`, of which the client was notified first.
    """

    number: int
    uuid: UUID
    request: str
    kind: str
    entry: UUID | None
    field: Field | None
    why: str
    grondslag: str | None
    has_value: bool
    value: str | None
    granted: bool | None
    proposed_at: datetime
    proposed_by: str
    applied_at: datetime | None = None
    notified_on: date | None = None
    lifted_at: datetime | None = None
    lifted_for: str | None = None
    is_document: bool = False
    noun: MistakeNoun = MistakeNoun.GEGEVEN
    row_on: date | None = None

    @property
    def label(self) -> str:
        """The Dutch name of what is to change: of a field, of a document, or the kind of row."""
        if self.field is None:
            return self.noun.value
        return f"Document: {self.field.label}" if self.is_document else self.field.label

    @property
    def is_to_apply(self) -> bool:
        """Tell whether it was granted and is not carried out yet."""
        return bool(self.granted) and self.applied_at is None


DOCUMENT = f"{MistakeNoun.DOCUMENT} "
"""The beginning of a row that is a document; the code of its field follows."""


class PriorRecipient(Struct, frozen=True, rename={"notified_on": "told_on"}):
    """A recipient who had a gegeven that was corrected, removed or restricted, and must hear of it (AVG 19).

    `request` and `letter` are numbers; where the office took something back as a mistake, `mistake` is that one. It is
    to be notified since `since`. From `impossible_on` on the office knows that it cannot be notified, or only with an
    effort out of proportion. `rows` are what it had that is no gegeven: the kind and the day, such as `contact
    2026-03-03`; of a document the kind and the code of its field, which is among the last of `fields` too.
    """

    request: str | None
    disclosure: UUID
    recipient: str
    fields: tuple[Field, ...]
    given_on: date
    letter: str
    since: date
    notified_on: date | None = None
    impossible_on: date | None = None
    mistake: UUID | None = None
    rows: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """The codes of the fields of which it had values, then the rows."""
        return (*(field.code for field in self.values), *self.rows)

    @property
    def values(self) -> tuple[Field, ...]:
        """The fields of which it had values."""
        return self.fields[: len(self.fields) - self._papers]

    @property
    def documents(self) -> tuple[Field, ...]:
        """The fields of the documents that it had."""
        return self.fields[len(self.fields) - self._papers :]

    @property
    def _papers(self) -> int:
        return sum(row.startswith(DOCUMENT) for row in self.rows)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the letter is still to go out."""
        return self.notified_on is None and self.impossible_on is None
