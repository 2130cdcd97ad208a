"""The content of a form to sign (AVG 7, art. 11.1): read from JSON for the paper, and again once it was signed."""

from datetime import date

from msgspec import Struct

from wkc.errors.form import FormIncomplete
from wkc.procedures.disclosure.consent import parse_purpose
from wkc.procedures.io import codes, fields, json_form
from wkc.procedures.io.address import parse_postcode
from wkc.records.address import PostalAddress
from wkc.rules.disclosure.consent import TO_HOLD

CONSENT_KEYS = (("categories",), ("recipient", "purpose", "until"))
MANDATE_KEYS = (("name",), ("until", "categories", "address", "postcode", "place"))


class FilledConsent(Struct, frozen=True):
    """A consent as filled in: numbers of annex I, until when; without a recipient it is one to hold these data."""

    recipient: str | None
    purpose: str
    categories: tuple[int, ...]
    until: date | None


class FilledMandate(Struct, frozen=True):
    """A mandate as filled in: the representative, the data (None is all), the last day, the address."""

    name: str
    address: PostalAddress
    categories: tuple[int, ...] | None
    until: date | None


def read_consent(content: str | None) -> FilledConsent:
    """Read a consent; errors.FormIncomplete where recipient or purpose lacks the other, and those of its values."""
    members = json_form.read(content or "{}", *CONSENT_KEYS)
    recipient, purpose = members.get("recipient"), members.get("purpose")
    if (recipient is None) != (purpose is None):
        missing = "recipient" if recipient is None else "purpose"
        raise FormIncomplete(key=missing, keys=", ".join(sum(CONSENT_KEYS, ())))
    code = TO_HOLD if purpose is None else parse_purpose(purpose)
    return FilledConsent(recipient, code, codes.parse_categories(members["categories"]), _until(members.get("until")))


def read_mandate(content: str | None) -> FilledMandate:
    """Read a mandate; the errors of its values."""
    members = json_form.read(content or "{}", *MANDATE_KEYS)
    postcode = parse_postcode(members["postcode"]) if "postcode" in members else None
    address = PostalAddress(members.get("address"), postcode, members.get("place"))
    reach = codes.parse_categories(members["categories"]) if "categories" in members else None
    return FilledMandate(fields.plain_text(members["name"]), address, reach, _until(members.get("until")))


def _until(typed: str | None) -> date | None:
    return None if typed is None else fields.parse_day(typed)
