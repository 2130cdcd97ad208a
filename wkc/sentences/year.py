"""The figures of a year in words: their subjects, and the rows and columns that no law has a word for."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.destruction import DESTROYED_FOR
from wkc.sentences.request import TIMELINESS
from wkc.sentences.sentence import Sentences

SUBJECTS: Mapping[str, Sentences] = {
    "verzoeken": Sentences(
        staff=N_("Requests of people about their own data"), recipient="Verzoeken van mensen over hun gegevens"
    ),
    "beslissingen": Sentences(staff=N_("Decisions on those requests"), recipient="Beslissingen op die verzoeken"),
    "weigeringen": Sentences(
        staff=N_("Why they were refused, in whole or in part"), recipient="Waarom is geweigerd, geheel of deels"
    ),
    "verstrekt": Sentences(
        staff=N_("Given to others, by ground and recipient"), recipient="Verstrekt aan anderen, per grond en ontvanger"
    ),
    "geweigerd": Sentences(
        staff=N_("Refused to others, by ground and recipient"),
        recipient="Geweigerd aan anderen, per grond en ontvanger",
    ),
    "uitzonderingen": Sentences(
        staff=N_("Decided by the beheerder in a single case"), recipient="Door de beheerder in een enkel geval beslist"
    ),
    "inzien": Sentences(
        staff=N_("Looks outside the own caseload, for a reason"),
        recipient="Inzien buiten de eigen caseload, met opgave van reden",
    ),
    "dossiers": Sentences(staff=N_("Dossiers"), recipient="Dossiers"),
    "vernietigd": Sentences(staff=N_("Why dossiers were destroyed"), recipient="Waarom dossiers zijn vernietigd"),
    "na_de_termijn": Sentences(
        staff=N_("How late, of those past their term"), recipient="Hoe laat, van wie de termijn voorbij was"
    ),
    "bewaren": Sentences(staff=N_("Kept by law or for a court"), recipient="Langer bewaard door een wet of rechtszaak"),
    "verbeteren": Sentences(staff=N_("Corrections"), recipient="Verbeteringen"),
    "opdrachten": Sentences(staff=N_("Assignments"), recipient="Opdrachten"),
    "datalekken": Sentences(staff=N_("Data breaches"), recipient="Datalekken"),
    "toezicht": Sentences(staff=N_("Watching over the register"), recipient="Toezicht op de registratie"),
}
"""The subject of a group of figures."""

LINES: Mapping[str, Sentences] = {
    **TIMELINESS,
    **DESTROYED_FOR,
    "beller_onbekend": Sentences(staff=N_("a caller who is not on file"), recipient="een onbekende beller"),
    "totaal": Sentences(staff=N_("total"), recipient="totaal"),
    "onbeantwoord": Sentences(staff=N_("not answered yet"), recipient="nog niet beantwoord"),
    "ingetrokken": Sentences(staff=N_("withdrawn"), recipient="ingetrokken"),
    "onbekend": Sentences(staff=N_("not known any more"), recipient="niet meer bekend"),
    "toegestaan": Sentences(staff=N_("allowed"), recipient="toegestaan"),
    "geweigerd": Sentences(staff=N_("refused"), recipient="geweigerd"),
    "wacht": Sentences(staff=N_("waits for a decision"), recipient="wacht op een beslissing"),
    "nagegaan": Sentences(staff=N_("looked over"), recipient="nagegaan"),
    "niet_nagegaan": Sentences(staff=N_("not looked over yet"), recipient="nog niet nagegaan"),
    "begin": Sentences(staff=N_("on the first day"), recipient="op de eerste dag"),
    "erbij": Sentences(staff=N_("came"), recipient="erbij gekomen"),
    "eraf": Sentences(staff=N_("destroyed"), recipient="vernietigd"),
    "eind": Sentences(staff=N_("on the last day"), recipient="op de laatste dag"),
    "binnen_30_dagen": Sentences(staff=N_("up to 30 days late"), recipient="hoogstens 30 dagen te laat"),
    "later": Sentences(staff=N_("later"), recipient="later"),
    "opgeschort": Sentences(staff=N_("begun"), recipient="begonnen"),
    "vrijgegeven": Sentences(staff=N_("ended"), recipient="beëindigd"),
    "uitgevoerd": Sentences(staff=N_("requests carried out"), recipient="verzoeken uitgevoerd"),
    "beeindigd": Sentences(staff=N_("ended"), recipient="beëindigd"),
    "besluit_ap": Sentences(staff=N_("to be reported to the AP"), recipient="te melden aan de AP"),
    "besluit_betrokkenen": Sentences(staff=N_("people to be told"), recipient="mensen te berichten"),
    "ap_op_tijd": Sentences(staff=N_("reported within 72 hours"), recipient="gemeld binnen 72 uur"),
    "ap_te_laat": Sentences(staff=N_("reported later"), recipient="later gemeld"),
    "gesloten": Sentences(staff=N_("dealt with"), recipient="afgehandeld"),
    "mislukte_aanmelding": Sentences(staff=N_("failed sign-ins"), recipient="mislukte aanmeldingen"),
    "backup": Sentences(staff=N_("backups made"), recipient="reservekopieën gemaakt"),
    "backup_nagegaan": Sentences(staff=N_("backups checked"), recipient="reservekopieën nagekeken"),
    "teruggezet_geoefend": Sentences(staff=N_("restore drills"), recipient="oefeningen met terugzetten"),
    "teruggezet": Sentences(staff=N_("backups restored"), recipient="reservekopieën teruggezet"),
    "toegang_nagelopen": Sentences(staff=N_("reviews of access"), recipient="toegang nagelopen"),
    "inzien_nagekeken": Sentences(staff=N_("samples of looks checked"), recipient="steekproeven van inzien nagekeken"),
}
"""The name of a row or a column; the words of the law stand for themselves."""
