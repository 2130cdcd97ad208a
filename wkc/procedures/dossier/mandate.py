"""Mandates (art. 11.1 and 12.1): read from a file, put on file with the document that was seen, judged."""

from collections.abc import Collection
from datetime import date

from msgspec.structs import replace

from wkc.errors.input import DateInFuture
from wkc.errors.register import UserUnknown
from wkc.errors.rights import MandateNotStanding, MandateTooNarrow, PeriodBackwards
from wkc.i18n import N_, _
from wkc.procedures.core.action import Action
from wkc.procedures.io import codes, json_form
from wkc.procedures.io.address import parse_postcode
from wkc.procedures.io.fields import normal_name, parse_day, parse_note, parse_partial_date, plain_text
from wkc.procedures.io.user_id import fold_if_typed
from wkc.records.address import PostalAddress
from wkc.records.dossier import Client
from wkc.records.field import PartialDate
from wkc.records.rights import Mandate
from wkc.rules.dossier.mandate import KINDS, judge_mandate, list_outside_reach
from wkc.sentences.consent import CAPACITIES
from wkc.store.core import user as users
from wkc.store.dossier import coverage
from wkc.store.dossier import entry as entries
from wkc.store.dossier import mandate as mandates
from wkc.store.dossier.mandate import NewMandate

REQUIRED, OPTIONAL = (
    ("kind", "name", "from", "document", "on"),
    ("until", "by", "categories", "address", "postcode", "place"),
)
"""The keys of the file: person and period, the document that was seen, on a day and by a USER ID; the numbers of
annex I that bound its reach; the address of the representative."""
ADDRESS = PostalAddress.__struct_fields__
"""The parts of an address: street and number, postcode, town."""

WHY = {
    "nog_niet_ingegaan": N_("it begins later"),
    "verlopen": N_("it has ended"),
    "ingetrokken": N_("it was withdrawn"),
    "zestien_of_ouder": N_("the client is sixteen or older"),
}
"""The reason for which a mandate is not in force, in words."""


def read(content: str) -> NewMandate:
    """Read a mandate from JSON; raises the errors.Invalid that says what is wrong with it."""
    members = json_form.read(content, REQUIRED, OPTIONAL)
    kind = codes.parse_code(members["kind"], KINDS)
    from_on = parse_day(members["from"])
    until_on = parse_day(members["until"]) if "until" in members else None
    if until_on is not None and until_on < from_on:
        raise PeriodBackwards
    seen_on, document = parse_day(members["on"]), parse_note(members["document"])
    reach = codes.parse_categories(members["categories"]) if "categories" in members else None
    parsers = {"postcode": parse_postcode}
    address = PostalAddress(
        *(parsers.get(part, plain_text)(members[part]) if part in members else None for part in ADDRESS)
    )
    name = plain_text(members["name"])
    return NewMandate(
        kind, name, from_on, until_on, document, seen_on, fold_if_typed(members.get("by")), reach, address
    )


def put(action: Action, client: Client, new: NewMandate) -> Mandate:
    """Put a mandate on file and give it; the same one offered again is the one on file."""
    if new.seen_on > action.today:
        raise DateInFuture
    if users.one(action.store, new.seen_by or action.by) is None:
        raise UserUnknown
    same = [mandate for mandate in of_client(action, client) if _is(mandate, new)]
    if any(mandate.withdrawn_on is not None for mandate in same):
        action.mark_refused("ingetrokken")
        raise MandateNotStanding(why=_(WHY["ingetrokken"]), article="BW 3:72, art. 11.5")
    if not same:
        mandates.add(action.store, client, new, action.now, action.by)
        same = list(of_client(action, client)[-1:])
    action.details |= {"mandate": same[0].uuid.hex, "capacity": new.kind}
    return same[0]


def of_client(action: Action, client: Client) -> tuple[Mandate, ...]:
    """Give the mandates of one client, in the order in which they were written down."""
    return mandates.of_client(action.store, client)


def narrow_reach(action: Action, mandate: Mandate) -> Mandate:
    """Give a mandate whose reach names no category that the acting user may not see."""
    if action.can_see_all or mandate.categories is None:
        return mandate
    return replace(mandate, categories=tuple(sorted(action.visible_categories & set(mandate.categories))))


def is_in_force(action: Action, client: Client, mandate: Mandate, on: date) -> bool:
    """Tell whether a mandate is in force on a day."""
    return judge_mandate(mandate, on, read_born(action, client)).allowed


def list_in_force(action: Action, client: Client, on: date) -> tuple[Mandate, ...]:
    """Give the mandates of one client that are in force on a day."""
    every = of_client(action, client)
    born = read_born(action, client) if every else None
    return tuple(one for one in every if judge_mandate(one, on, born).allowed)


def check(action: Action, client: Client, mandate: Mandate, on: date, categories: Collection[int] = ()) -> None:
    """Refuse a mandate that is not in force on a day, or does not reach these categories of annex I.

    errors.RowsDiffer for one that is not as the log has it: somebody may have widened it outside the program.
    """
    if client.uuid not in action.store.changed_clients:
        coverage.check(action.store, client)
    verdict = judge_mandate(mandate, on, read_born(action, client))
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise MandateNotStanding(why=_(WHY[verdict.reason]), article=verdict.article)
    if outside_reach := list_outside_reach(mandate, categories):
        action.mark_refused("buiten_bevoegdheid")
        listed = ", ".join(map(str, outside_reach))
        raise MandateTooNarrow(
            kind=_(CAPACITIES[mandate.kind].staff), categories=listed, article=KINDS[mandate.kind].article
        )


def read_born(action: Action, client: Client) -> PartialDate | None:
    """Read the date of birth that is on file, whole or in part."""
    born = next(iter(entries.current(action.store, client, "geboortedatum")), None)
    return None if born is None else parse_partial_date(born)


def _is(mandate: Mandate, new: NewMandate) -> bool:
    """Tell whether a mandate on file is the one that is offered."""
    return (mandate.kind, normal_name(mandate.name), mandate.from_on, mandate.until_on, mandate.seen_on) == (
        new.kind,
        normal_name(new.name),
        new.from_on,
        new.until_on,
        new.seen_on,
    )
