"""The term of a dossier (art. 10): the facts of the rule, its verdict, and the record of a destruction."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.audit import Head
from wkc.records.dossier import Term
from wkc.records.party import Houder


class RetentionBlock(Struct, frozen=True):
    """A ground that keeps categories from destruction between two days, both included: a hold, a request, appeal days.

    Category 0 is all that is held besides the entries of annex I. `until_on` is None where nobody knows yet.
    """

    reason: str
    categories: frozenset[int]
    from_on: date
    until_on: date | None


class TermFacts(Struct, frozen=True):
    """The days that a term may be counted from: contacts, newest first with their kinds, and the last assignment.

    `erased_on` is the day of a granted erasure, `counted_on` the day that was written down last.
    `short_from` is the end of the last assignment, where all of them have ended and are for sick employees.
    """

    contacts: tuple[tuple[date, str], ...]
    assigned_on: date | None
    erased_on: date | None
    counted_on: date
    short_from: date | None = None


class Announcement(Struct, frozen=True):
    """The announcement of a day that a dossier goes from `due` on; nothing kept it from `since` on."""

    on: date
    since: date
    due: date


class RetentionFacts(Struct, frozen=True):
    """The facts by which the rule judges a dossier.

    `present` are the categories of which something is held now, 0 for all that is no entry. `is_witnessed` tells that
    the log has a line of a day between the announcement and today: the days between really passed.
    """

    term: Term
    present: frozenset[int]
    blocks: tuple[RetentionBlock, ...]
    announcement: Announcement | None
    notice_days: int
    is_witnessed: bool = True


class Keep(Struct, frozen=True):
    """A dossier within its term and not near the end: kept up to and including `until`."""

    reason: str
    until: date


class Announce(Struct, frozen=True):
    """A dossier that nothing keeps from `since` on: it goes from `due` on, seven days after its announcement at least.

    `on` is the day on which it was announced; None: announce it now.
    """

    reason: str
    since: date
    due: date
    on: date | None


class Held(Struct, frozen=True):
    """A dossier past its term or near it, of which nothing may go: until when, as far as that is known."""

    reason: str
    categories: frozenset[int]
    until: date | None


class Destroy(Struct, frozen=True):
    """A dossier that goes today, all but the `kept` categories (empty: all of it). Nothing kept it from `since` on."""

    reason: str
    kept: frozenset[int]
    since: date


Assessment = Keep | Announce | Held | Destroy


class Destroyed(Struct, frozen=True):
    """The record of a destruction: never a number, a name or a value.

    `uuid` is what the ledger calls the client. `kept` are the categories that a hold left, none for a whole dossier.
    Nothing kept the data from `since` on, and they were announced on `announced_on`, where their term is the `reason`.
    `counts` has rows by noun. `rules` is the version of the rule, `run` ties together what went at once.
    """

    uuid: UUID
    run: UUID
    kept: frozenset[int]
    reason: str
    last_on: date
    since: date | None
    announced_on: date | None
    on: date
    counts: Mapping[str, int]
    rules: int
    at: datetime
    by: str


class Statement(Struct, frozen=True):
    """The facts that the statement of one run is made from; `destroyed` holds one at least.

    `purged` tells whether the file was written anew since. `backups_until` is the last day of the last backup that
    still holds it; None when there is none. `head` is the audit log's, `made_at` UTC.
    """

    houder: Houder
    destroyed: tuple[Destroyed, ...]
    purged: bool
    backups_until: date | None
    head: Head
    made_at: datetime
