"""Grants of a client to others: a mandate, a consent, a release from secrecy (art. 8, 11 and 12)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.address import PostalAddress
from wkc.records.field import Field
from wkc.records.party import Party


class Mandate(Struct, frozen=True):
    """A machtiging: who acts for a client, as gemachtigde or by law, up to and including `until_on`.

    `number` counts the mandates of one client in the order in which they were written down. `document` says what
    was seen on `seen_on` by user `seen_by`; None where it is withheld. `categories` of annex I bound the reach of this
    one, None where its kind alone does; from `withdrawn_on` on, that day included, it is in force no longer.
    `address` is where a letter to who acts goes, as far as on file.
    """

    id: int
    number: int
    uuid: UUID
    kind: str
    name: str
    from_on: date
    until_on: date | None
    document: str | None
    seen_on: date
    seen_by: str
    recorded_at: datetime
    recorded_by: str
    categories: tuple[int, ...] | None = None
    withdrawn_on: date | None = None
    address: PostalAddress | None = None


class NewConsent(Struct, frozen=True):
    """A toestemming (art. 8.1, AVG 7): this recipient, this purpose, these categories of annex I, from a day on.

    Without a recipient it is one to hold those data (rules/dossier/holding.py). `mandate` is who gave it in the
    client's place. It counts up to and including `until_on`.
    """

    recipient: Party | None
    purpose: str
    categories: tuple[int, ...]
    how: str
    from_on: date
    mandate: Mandate | None
    until_on: date | None = None


class Consent(NewConsent, frozen=True, kw_only=True):
    """A consent on file: `number` counts those of one client. From `withdrawn_on` on it counts no longer."""

    number: int
    uuid: UUID
    recorded_at: datetime
    recorded_by: str
    withdrawn_on: date | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


class NewRelease(Struct, frozen=True):
    """An ontheffing (art. 8.2): the duty of secrecy on one entry or document is lifted, for one recipient or for all.

    `by` is geregistreerde (with `how`, and the `mandate` of who spoke for the client), instantie (with `how`; the
    `releaser` is the body whose duty it is) or wet (with `citation`).
    """

    by: str
    releaser: Party | None
    recipient: Party | None
    how: str | None
    citation: str | None
    from_on: date
    mandate: Mandate | None


class Release(NewRelease, frozen=True, kw_only=True):
    """A release on file: `number` counts those of one client. From `withdrawn_on` on it counts no longer.

    `entry` and `entry_number` are those of the document where `is_document`.
    """

    number: int
    uuid: UUID
    entry: UUID
    entry_number: int
    field: Field
    recorded_at: datetime
    recorded_by: str
    withdrawn_on: date | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    is_document: bool = False
