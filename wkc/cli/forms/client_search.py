"""The search for a client in a question: by what one types, and among several, or near names, from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import N_, _
from wkc.procedures.io.text import plain_text
from wkc.rules.access.permission import can_role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.dossier.client import NearPage, Page, Summary


def find_client(cli: CliContext, session: Session, who: str | None) -> str:
    """Give the search term of the client: as typed, or asked for until somebody is found; a list chooses of several.

    A role that may not search, such as management outside its scope, gives the number of the dossier.
    """
    from wkc.errors.register import ClientUnknown
    from wkc.procedures.dossier import client

    if who is not None:
        return cli.search_term(who)
    how = N_("Type it after the command, or - for stdin.")
    role = session.shared.role
    if role is not None and not can_role(role, "client.find"):
        return cli.ask_until(N_("Dossier number"), how, plain_text)
    while True:
        typed = cli.ask(N_("Number, name, birth date, town, postcode or telephone"), how)
        if not typed.strip():
            cli.say(_("Fill something in, or stop with Ctrl-C."))
            continue
        page = client.find(session, typed)
        if page.clients:
            return choose_client(cli, page, {}) or typed
        cli.say(_(ClientUnknown.text))


def choose_client(cli: CliContext, page: Page | NearPage, besides: Mapping[str, str]) -> str:
    """Give the number of the only client found, or of the one that is chosen, also where one name is merely near.

    `besides` are answers other than a client; empty where nothing is chosen.
    """
    from wkc.procedures.dossier.client import NearPage

    is_near = isinstance(page, NearPage)
    if len(page.clients) == 1 and not is_near:
        return page.clients[0].client.number
    if is_near:
        cli.say(_("Nobody is called exactly so; these names are near it:"))
    options = {one.client.number: describe_client(one) for one in page.clients}
    return cli.choose(N_("Which client"), {**options, **besides}, N_("Type the number."))


def describe_client(one: Summary) -> str:
    """Give a client as a list of clients shows one: name, birth date and town."""
    return ", ".join(filter(None, (one.name, one.born, one.town)))
