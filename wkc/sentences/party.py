"""AVG 4.7 and art. 8.3: the role of an organisation in words, and where a telephone number of one was found."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

NUMBERS_FROM: Mapping[str, Sentences] = {
    "bestand": Sentences(staff=N_("the number on file"), question=N_("the number on file, checked before")),
    "website": Sentences(staff=N_("their website"), question=N_("their own website")),
    "gids": Sentences(staff=N_("a directory"), question=N_("a directory")),
    "centrale": Sentences(staff=N_("their switchboard"), question=N_("their switchboard")),
    "brief": Sentences(staff=N_("a letter of theirs"), question=N_("a letter of theirs")),
    "persoonlijk": Sentences(staff=N_("face to face"), question=N_("given face to face")),
    "gesprek": Sentences(staff=N_("the call itself"), question=N_("the call itself: that is no check")),
}
"""The source of a number to call back."""

ROLES: Mapping[str, Sentences] = {
    "verantwoordelijk": Sentences(
        staff=N_("it answers for the data"),
        person=(
            "Voor uw gegevens is {naam} verantwoordelijk: die organisatie bepaalt waarvoor wij ze gebruiken. "
            "Wij hebben uw gegevens in haar opdracht, en zorgen dat dat volgens ons reglement gebeurt. Een "
            "vraag of verzoek over uw gegevens mag u aan haar of aan ons sturen."
        ),
        them=(
            "Voor de gegevens van {persoon} is {naam} verantwoordelijk: die organisatie bepaalt waarvoor wij ze "
            "gebruiken. Wij hebben ze in haar opdracht, en zorgen dat dat volgens ons reglement gebeurt. Een vraag of "
            "verzoek over deze gegevens mag u aan haar of aan ons sturen."
        ),
        recipient=(
            "U bent voor deze gegevens de verwerkingsverantwoordelijke; wij hebben ze in uw opdracht. U "
            "zorgt er ook zelf voor dat niemand anders ze ziet."
        ),
        authority="verantwoordelijke; wij zijn verwerker",
    ),
    "zelfstandig": Sentences(
        staff=N_("each answers for itself"),
        person=(
            "Wij zijn verantwoordelijk voor wat wij met uw gegevens doen. {naam} is dat zelf voor wat zij "
            "ermee doet. Gaat uw vraag over wat wij doen, schrijf dan aan ons. Gaat het over wat {naam} doet, schrijf "
            "dan aan {naam}."
        ),
        them=(
            "Wij zijn verantwoordelijk voor wat wij met de gegevens van {persoon} doen. {naam} is dat zelf voor wat "
            "zij ermee doet. Gaat uw vraag over wat wij doen, schrijf dan aan ons. Gaat het over wat {naam} doet, "
            "schrijf dan aan {naam}."
        ),
        recipient=(
            "Voor wat u met deze gegevens doet, bent u zelf de verwerkingsverantwoordelijke. U zorgt ook dat "
            "niemand anders ze ziet."
        ),
        authority="zelf verantwoordelijk, naast ons",
    ),
    "verwerker": Sentences(
        staff=N_("it is our processor"),
        person=(
            "Wij zijn verantwoordelijk voor uw gegevens. {naam} gebruikt ze alleen in onze opdracht, voor "
            "wat wij daarover hebben afgesproken."
        ),
        them=(
            "Wij zijn verantwoordelijk voor de gegevens van {persoon}. {naam} gebruikt ze alleen in onze opdracht, "
            "voor wat wij daarover hebben afgesproken."
        ),
        recipient=(
            "Wij blijven voor deze gegevens verantwoordelijk. U gebruikt ze alleen in onze opdracht, zoals "
            "wij met u hebben afgesproken, en zorgt dat niemand anders ze ziet."
        ),
        authority="verwerker voor ons",
    ),
}
"""The role of a party beside the office (AVG 4.7, 4.8)."""

GROUNDS: Mapping[str, Sentences] = {
    "avg_6_1_c": Sentences(staff=N_("a legal duty (AVG 6.1.c)")),
    "avg_6_1_e": Sentences(staff=N_("a task in the public interest (AVG 6.1.e)")),
}
"""The basis of an opdrachtgever."""

PARTS: Mapping[str, str] = {
    "address": N_("address"),
    "postcode": N_("postcode"),
    "place": N_("town"),
    "e_mail": N_("e-mail"),
    "contact": N_("contact person"),
    "kenmerk": N_("their name for us"),
    "role": N_("role"),
    "basis": N_("their ground"),
    "agreement": N_("agreement"),
    "agreed_on": N_("agreed on"),
    "agreed_until": N_("agreed until"),
    "agreement_at": N_("kept at"),
    "report_months": N_("report due"),
    "breach_hours": N_("data breach reported"),
}
"""The parts of the profile of a party."""
