"""AVG 4.12 and 33: the kinds of a breach of personal data in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

KINDS: Mapping[str, Sentences] = {
    "verlies": Sentences(
        staff=N_("loss"),
        question=N_("something is lost, such as a laptop or a file"),
        authority="Apparaat, gegevensdrager of papier kwijtgeraakt",
    ),
    "diefstal": Sentences(
        staff=N_("theft"), question=N_("something was stolen"), authority="Apparaat, gegevensdrager of papier gestolen"
    ),
    "verkeerd_verzonden": Sentences(
        staff=N_("sent to the wrong person"),
        question=N_("it went to the wrong person"),
        authority=("Gegevens naar een verkeerde ontvanger gestuurd of aan een verkeerde persoon gegeven"),
    ),
    "onbevoegd_inzien": Sentences(
        staff=N_("seen without leave"),
        question=N_("somebody looked who may not"),
        authority="Gegevens ingezien door iemand die dat niet mocht",
    ),
    "aanval": Sentences(
        staff=N_("attack"),
        question=N_("an attack on the computers"),
        authority="Aanval van buiten: hacking, malware of phishing",
    ),
    "vernietiging": Sentences(
        staff=N_("destruction"),
        question=N_("data are gone or spoilt"),
        authority="Gegevens onbedoeld vernietigd of niet meer te lezen",
    ),
    "overig": Sentences(
        staff=N_("another breach"), question=N_("something else"), authority="Anders, zie de samenvatting"
    ),
}
"""The kinds of breach."""

HEARERS: Mapping[str, str] = {
    "ap": N_("the AP"),
    "personen": N_("the people"),
    "opdrachtgever": N_("an opdrachtgever"),
}
"""The hearers of a breach (AVG 33.1, 33.2 and 34)."""
