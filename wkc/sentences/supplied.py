"""Art. 4.2 and 12: why a value of a list was put aside, in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

REASONS: Mapping[str, Sentences] = {
    "geheim": Sentences(staff=N_("the value on file is secret"), person="op wat er staat rust een geheimhouding"),
    "in_onderzoek": Sentences(staff=N_("the value on file is contested"), person="wat er staat, wordt nagezocht"),
    "beperkt": Sentences(staff=N_("the field is restricted"), person="dit gegeven mag voorlopig niet gebruikt worden"),
    "verbeterd": Sentences(staff=N_("the field was corrected under art. 12"), person="wat er stond, is verbeterd"),
    "van_geregistreerde": Sentences(
        staff=N_("the client supplied the value on file"), person="wat er staat, is van uzelf"
    ),
}
"""Each reason for which a value is put aside."""
