"""Requests that are not answered before a search, and that cannot be linked to a dossier or joined with another."""

from collections.abc import Mapping

from wkc.errors.families import Invalid, Refused
from wkc.i18n import N_


class SomebodyResembles(Refused):
    """Art. 11.5: it is made sure first who asks."""

    text = N_("Somebody in the register resembles who asks, and it is not sure yet who that is ({article}).")
    hint = N_("Ask for identity first; `wkc request search` shows who resembles, `wkc request link` joins the two.")


class ResemblanceUnseen(Refused):
    """AVG 15.1: an answer of no data is true only after the dossiers that resemble were looked at."""

    text = N_("Somebody in the register resembles who asks, and nobody looked who that is ({article}).")
    hint = N_("`wkc request search` shows it; if it is the one who asks, `wkc request link` joins the two.")


class NobodyNamed(Invalid):
    """AVG 15.1: a search is for the person whom the data are about, not for who asks."""

    text = N_("Who asks does so for somebody else, and nothing tells yet who that is.")
    hint = N_("`wkc request search REQUEST --also` takes the name and the birth date of that person.")


class LinkedAlready(Refused):
    """A request is about one dossier."""

    text = N_("This request is about a dossier already ({article}).")
    hint = N_("`wkc request show` says which.")


class OtherRequest(Refused):
    """AVG 12.5: only requests of one client for one right are the same."""

    text = N_("These two requests are not the same one twice ({article}).")
    hint = N_("Name first the later one, then the earlier one: of the same client, and for the same right.")


class DecidedBefore(Refused):
    """AVG 12.5: an answer that was given is no answer to what is asked after it."""

    text = N_("One of the two was decided already or is withdrawn, so that it has an answer of its own ({article}).")
    hint = N_("Answer the other by itself.")


class OwnProposals(Refused):
    """Art. 12.1: what is to change is asked by this request."""

    text = N_("This request names what is to change, and asks something of its own ({article}).")
    hint = N_("Answer it by itself.")


SEARCH_REFUSED: Mapping[str, type[Refused]] = {
    "iemand_lijkt_erop": SomebodyResembles,
    "gelijkenis_niet_bekeken": ResemblanceUnseen,
    "al_gekoppeld": LinkedAlready,
    "ander_verzoek": OtherRequest,
    "al_beslist": DecidedBefore,
    "eigen_voorstellen": OwnProposals,
}
"""The error for each reason that an answer of no data, a link or a join is refused for."""
