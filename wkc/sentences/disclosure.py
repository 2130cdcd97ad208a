"""Art. 8: a disclosure in words: how it was asked, on which ground, for which purpose, and what came of it."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

OUTCOMES: Mapping[str, Sentences] = {
    "toegestaan": Sentences(staff=N_("Allowed: what stands below may be given.")),
    "beheerder_beslist": Sentences(staff=N_("By the regulation for the beheerder to decide.")),
    "geweigerd": Sentences(staff=N_("Refused: give nothing.")),
}
"""The outcome of a judgement."""

STEPS: Mapping[str, Sentences] = {
    "toegestaan": Sentences(staff=N_("allowed")),
    "beheerder_beslist": Sentences(staff=N_("the beheerder decides")),
    "geweigerd": Sentences(staff=N_("refused")),
}
"""The outcome of one step of a judgement."""

CHANNELS: Mapping[str, Sentences] = {
    "brief": Sentences(staff=N_("by letter"), question=N_("a letter"), person="per brief"),
    "e_mail": Sentences(staff=N_("by e-mail"), question=N_("e-mail"), person="per e-mail"),
    "portaal": Sentences(staff=N_("by a portal"), question=N_("a portal"), person="via een portaal"),
    "mondeling": Sentences(staff=N_("in person"), question=N_("in person"), person="mondeling"),
    "telefoon": Sentences(staff=N_("by telephone"), question=N_("by telephone: art. 8.3"), person="per telefoon"),
}
"""The channel by which somebody asks for data."""

GROUNDS: Mapping[str, Sentences] = {
    "doel": Sentences(
        staff=N_("the goal of the registration"),
        question=N_("it follows from the goal of the registration"),
        person="het hoort bij het werk waarvoor wij uw gegevens hebben",
        recipient="dat volgt uit het doel van onze registratie",
    ),
    "wettelijk_voorschrift": Sentences(
        staff=N_("a statute"),
        question=N_("a statute requires it"),
        person="een wet eist het",
        recipient="de wet dat eist: {wet}, {vindplaats}",
    ),
    "toestemming": Sentences(
        staff=N_("consent"),
        question=N_("the client consented; the consent is on file"),
        person="u gaf er toestemming voor",
        recipient="de persoon over wie het gaat daar toestemming voor gaf",
    ),
    "publieke_taak": Sentences(
        staff=N_("a public task"),
        question=N_("a body of annex III asks for it, for a law of its own"),
        person="een overheidsinstantie vroeg erom voor haar wettelijke taak",
        recipient="u erom vroeg voor uw publieke taak: {wet}, {vindplaats}",
    ),
    "onderzoek": Sentences(
        staff=N_("research or statistics"),
        question=N_("research or statistics"),
        person="wetenschappelijk onderzoek of statistiek",
        recipient="u erom vroeg voor wetenschappelijk onderzoek of statistiek",
    ),
    "dringende_reden": Sentences(
        staff=N_("an urgent reason"),
        question=N_("an urgent or weighty reason; danger to life"),
        person="een dringende of gewichtige reden",
        recipient="er een dringende reden voor is",
    ),
    "vitaal_belang": Sentences(staff=N_("danger to life"), person="er was levensgevaar, en u kon niet gevraagd worden"),
}
"""The ground of a disclosure: the six of art. 8.1, and danger to life."""

PURPOSES: Mapping[str, Sentences] = {
    "voortgang": Sentences(
        staff=N_("progress"),
        question=N_("progress, to the opdrachtgever of a current assignment"),
        person="laten weten hoe het met u gaat",
        them="laten weten hoe het met {naam} gaat",
        recipient="het volgen van de begeleiding waarvoor u ons een opdracht gaf",
    ),
    "bemiddeling": Sentences(
        staff=N_("mediation"),
        question=N_("mediation, to an employer"),
        person="werk voor u zoeken",
        them="werk zoeken voor {naam}",
        recipient="de bemiddeling van deze persoon naar werk bij u",
    ),
    "uitvoering_uitkering": Sentences(
        staff=N_("carrying out a benefit"),
        question=N_("carrying out a benefit, to UWV or the Sociale Dienst"),
        person="uw uitkering regelen",
        them="de uitkering van {naam} regelen",
        recipient="het uitvoeren van de uitkering van deze persoon",
    ),
    "ander": Sentences(staff=N_("another purpose"), question=N_("another purpose: the beheerder decides")),
    "schuldhulpverlening": Sentences(staff=N_("debt counselling"), person="hulp bij schulden"),
    "registratie": Sentences(
        staff=N_("holding the data"),
        person="deze gegevens over u bewaren",
        them="deze gegevens over {naam} bewaren",
    ),
}
"""The purposes of a disclosure and of a consent. A purpose that is not here is named by its word."""

USES: Mapping[str, str] = {
    "wettelijk_voorschrift": "wat deze wet u opdraagt",
    "publieke_taak": "de taak waarvoor u erom vroeg",
    "onderzoek": "het onderzoek waarvoor u erom vroeg",
    "dringende_reden": "de dringende reden waarvoor u erom vroeg",
}
"""The use that each ground allows the recipient."""

IDENTIFIED: Mapping[str, Sentences] = {
    "bekend_adres": Sentences(
        staff=N_("the address on file"), question=N_("it goes to the address of the recipient that is on file")
    ),
    "dienstpas": Sentences(staff=N_("a pass of the body"), question=N_("a pass of the body was shown")),
    "bekend": Sentences(staff=N_("known to the office"), question=N_("the person is known to the office")),
    "teruggebeld": Sentences(
        staff=N_("called back"), question=N_("called back on the verified number of the person on file")
    ),
    "niet": Sentences(staff=N_("not checked"), question=N_("it was not checked")),
}
"""The means by which an asker is identified, by e-mail or at the counter."""

SUBJECTS: Mapping[str, Sentences] = {
    "arbeidsongeschiktheidsuitkering": Sentences(staff=N_("a benefit for incapacity for work")),
    "werkloosheidsuitkering": Sentences(staff=N_("an unemployment benefit")),
    "in_en_uitdiensttreding": Sentences(staff=N_("beginning and ending employment")),
    "activiteitenovereenkomst": Sentences(staff=N_("an agreement on activities")),
    "schuldhulpverlening": Sentences(staff=N_("debt counselling")),
    "bezwaarprocedure": Sentences(staff=N_("an objection procedure")),
}
"""The subjects about which a body of art. 8.3 calls."""
