"""Searches for somebody who asks from outside the register: what may not be answered yet, and what cannot be linked."""

from collections.abc import Mapping

from wkc.errors.families import Refused
from wkc.i18n import N_


class SomebodyResembles(Refused):
    """Art. 11.5: it is made sure first who asks."""

    text = N_("Somebody in the register resembles who asks, and it is not sure yet who that is ({article}).")
    hint = N_("Ask for identity first; `wkc request search` shows who resembles, `wkc request link` joins the two.")


class ResemblanceUnseen(Refused):
    """AVG 15.1: an answer that is true."""

    text = N_("Somebody in the register resembles who asks, and nobody looked who that is ({article}).")
    hint = N_("`wkc request search` shows it; if it is the one who asks, `wkc request link` joins the two.")


class LinkedAlready(Refused):
    """A request is about one dossier."""

    text = N_("This request is about a dossier already ({article}).")
    hint = N_("`wkc request show` says which.")


SEARCH_REFUSED: Mapping[str, type[Refused]] = {
    "iemand_lijkt_erop": SomebodyResembles,
    "gelijkenis_niet_bekeken": ResemblanceUnseen,
    "al_gekoppeld": LinkedAlready,
}
"""The error for each reason that an answer of no data, or a link, is refused for."""
