"""The search for a client in a question: by what one types, and among several from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import N_

if TYPE_CHECKING:
    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.core.session import Session


def find_client(call: CliContext, session: Session, who: str | None) -> str:
    """Give the search term of the client: as typed, or asked for; among several clients a list chooses."""
    from wkc.procedures.dossier import client

    if who is not None:
        return call.term(who)
    wanted = call.ask(
        N_("Number, name, birth date, town, postcode or telephone"), N_("Type it after the command, or - for stdin.")
    )
    found = client.find(session, wanted).clients
    if len(found) <= 1:
        return found[0].client.number if found else wanted
    known = {one.client.number: ", ".join(filter(None, (one.name, one.born, one.town))) for one in found}
    return call.choose(N_("Which client"), known, N_("Type the number.")) or wanted
