"""The address of a letter while the one on file is contested: asked, where somebody can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.errors.letter import AddressContested
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from pathlib import Path

    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.letters.printing import Printed

ADDRESSES = {
    "vastgelegd": N_("the address on file"),
    "voorgesteld": N_("the address as the client says it should be"),
}
_HOW = N_("Add --address.")


def print_to_the_right_address(
    cli: CliContext, session: Session, number: str, place: Path, address: str | None, *, force: bool
) -> Printed:
    """Print a letter; errors.AddressContested where nobody can be asked which address to use."""
    from wkc.procedures.io import codes
    from wkc.procedures.letters import printing
    from wkc.procedures.letters.address import Choice

    chosen = None if address is None else Choice(codes.parse_code(address, Choice))
    try:
        return printing.print_letter(session, number, place, chosen, force=force)
    except AddressContested as error:
        if not cli.can_ask or chosen is not None:
            raise
        cli.say(error.text_and_hint[0])
    addresses = {code: _(meaning) for code, meaning in ADDRESSES.items()}
    answer = cli.choose_one(N_("To which address"), addresses, _HOW)
    return printing.print_letter(session, number, place, Choice(answer), force=force)
