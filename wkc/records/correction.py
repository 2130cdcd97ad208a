"""A correctie: what a client asks to be changed, added, removed or set apart, and what came of it (art. 12)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.field import Field


class Wish(Struct, frozen=True):
    """One change as a rule sees it: the kind of request, why, and what it is about.

    `on_entry` tells that it names a gegeven on file (an aanvulling may name none); `to_value` that it says what
    should stand there; `only_one` that the field must keep a value and this is its only one (art. 3 and 4).
    """

    kind: str
    why: str
    on_entry: bool
    to_value: bool
    only_one: bool = False


class Proposal(Struct, frozen=True, rename={"notified_on": "told_on"}):
    """A voorstel tot correctie within one request: `number` counts them in the order in which they were made.

    `entry` is the gegeven it is about, or the document where `is_document`; None for one that is missing. `value` is
    what should stand there (of a document the number of the one that takes its place), None where it is removed or set
    apart, where it is withheld from this user, and once it was applied. `granted` is
    the decision on it, None until there is one. A restriction ends `lifted_at`, of which the client was told first.
    """

    number: int
    uuid: UUID
    request: str
    kind: str
    entry: UUID | None
    field: Field
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

    @property
    def label(self) -> str:
        """The Dutch name of what is to change, for paper."""
        return f"Document: {self.field.label}" if self.is_document else self.field.label


class ToTell(Struct, frozen=True, rename={"notified_on": "told_on"}):
    """A recipient who had a gegeven that was corrected, removed or restricted, and must hear of it (AVG 19).

    `request` and `letter` are numbers; it is to be told since `since`. From `impossible_on` on the office knows that
    nobody can be told, or only with an effort out of proportion.
    """

    request: str
    disclosure: UUID
    recipient: str
    fields: tuple[Field, ...]
    given_on: date
    letter: str
    since: date
    notified_on: date | None = None
    impossible_on: date | None = None

    @property
    def waits(self) -> bool:
        """Whether the letter is still to go out."""
        return self.notified_on is None and self.impossible_on is None
