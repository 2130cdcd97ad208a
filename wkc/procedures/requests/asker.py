"""Art. 11.1 and 12.1: the name and address of who made a request, where it is not the client's own."""

import re
from collections.abc import Sequence

from wkc.errors.request import AskerIsClient
from wkc.procedures.core.session import Session
from wkc.procedures.io import fields
from wkc.procedures.io.address import parse_lines, parse_postcode
from wkc.procedures.letters import request_letters
from wkc.procedures.requests.request import step
from wkc.records.address import PostalAddress
from wkc.records.letter import LetterKind
from wkc.records.request import Answering, Requester
from wkc.store.dossier import mandate as mandates
from wkc.store.letters import letter as letters
from wkc.store.requests import request_amendment as amendments

_TOWN = re.compile(r"(\d{4} ?[A-Za-z]{2}) +(\S.*)")
"""A Dutch postcode and a town."""


def write_lines(name: str, parts: Sequence[str]) -> str:
    """Give a name and the parts of an address (street, postcode, town) as the lines of an envelope."""
    street, postcode, town = (part.strip() for part in parts)
    address = PostalAddress(
        fields.plain_text(street) if street else None,
        parse_postcode(postcode) if postcode else None,
        fields.plain_text(town) if town else None,
    )
    return "\n".join((fields.plain_text(name), *address.lines))


def put_address(session: Session, request_number: str, lines: str) -> Answering:
    """Put the name and the address of who made a request on file; the receipt that waited for them is drawn up.

    `lines` are the name, the street and number, and the postcode with the town. errors.AskerIsClient.
    """
    address = parse_lines(lines)
    with step(session, "request.address", request_number) as taken:
        action, request = taken.action, taken.request
        if request.client is not None and request.requester is Requester.GEREGISTREERDE:
            raise AskerIsClient(client=request.client.number)
        if request.client is not None and request.mandate is not None:
            mandates.put_address(action.store, request.client, request.mandate, _address(address))
        else:
            amendments.put_asker(action.store, request, address)
        kinds = {letter.kind for letter in letters.of_request(action.store, request)}
        if LetterKind.ONTVANGSTBEVESTIGING not in kinds:
            request_letters.confirm_receipt(action, taken.again().request, address)
        return taken.answering


def _address(lines: str) -> PostalAddress:
    """Read the lines under a name: the last begins with the postcode."""
    _name, *under = lines.splitlines()
    town = _TOWN.match(under[-1]) if under else None
    street = ", ".join(under[:-1]) or None
    return PostalAddress(street, town[1], town[2]) if town else PostalAddress(street, None, "".join(under[-1:]) or None)
