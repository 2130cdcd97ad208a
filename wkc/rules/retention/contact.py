"""Art. 10: which kinds of contact restart the five years."""

from collections.abc import Mapping

RESTARTS: Mapping[str, bool] = {
    "gesprek": True,
    "telefoon": True,
    "bezoek": True,
    "e_mail_ontvangen": True,
    "brief_ontvangen": True,
    "overgenomen": True,
    "poging": False,
    "niet_verschenen": False,
    "brief_verzonden": False,
}
"""Each kind of contact and whether it is contact between client and office: only what went both ways is."""
