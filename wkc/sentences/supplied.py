"""Art. 4.2 and 12: why a value of a list was put aside, in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

REASONS: Mapping[str, Sentences] = {
    "geheim": Sentences(staff=N_("the value on file is secret")),
    "in_onderzoek": Sentences(staff=N_("the value on file is contested")),
    "beperkt": Sentences(staff=N_("the field is restricted")),
    "verbeterd": Sentences(staff=N_("the field was corrected under art. 12")),
    "van_geregistreerde": Sentences(staff=N_("the client supplied the value on file")),
}
"""Each reason that stands in the way of a value."""
