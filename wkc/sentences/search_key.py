"""AVG 12.2 and art. 11: the kinds of key by which somebody from outside is looked for, in words."""

from collections.abc import Mapping

from wkc.i18n import N_

KINDS: Mapping[str, str] = {
    "naam": N_("name"),
    "geboortedatum": N_("birth date"),
    "postcode": N_("postcode"),
    "e_mail": N_("e-mail"),
    "telefoon": N_("telephone"),
}
"""The kinds of key."""
