"""AVG 4.7, 26 and 28: the sentence of each paper on who answers for the data, by the role of the other party."""

from collections.abc import Mapping

TO_THE_PERSON: Mapping[str | None, str] = {
    None: "Wij zijn verantwoordelijk voor uw gegevens.",
    "verantwoordelijk": (
        "Voor uw gegevens is {naam} verantwoordelijk: die organisatie bepaalt waarvoor wij ze gebruiken. Wij hebben uw "
        "gegevens in haar opdracht, en zorgen dat dat volgens ons reglement gebeurt. Een vraag of verzoek over uw "
        "gegevens mag u aan haar of aan ons sturen."
    ),
    "zelfstandig": (
        "Wij zijn verantwoordelijk voor wat wij met uw gegevens doen. {naam} is dat zelf voor wat zij ermee doet. Een "
        "vraag of verzoek stuurt u aan wie van beide het aangaat."
    ),
    "verwerker": (
        "Wij zijn verantwoordelijk voor uw gegevens. {naam} gebruikt ze alleen in onze opdracht, voor wat wij daarover "
        "hebben afgesproken."
    ),
}
"""Said to the client, by the role of the opdrachtgever; without a role on file the houder answers (art. 5.1)."""

TO_THE_PARTY: Mapping[str | None, str] = {
    None: "U bent er zelf voor verantwoordelijk dat niemand anders ze ziet.",
    "verantwoordelijk": (
        "U bent voor deze gegevens de verwerkingsverantwoordelijke; wij hebben ze in uw opdracht. U zorgt er ook zelf "
        "voor dat niemand anders ze ziet."
    ),
    "zelfstandig": (
        "Voor wat u met deze gegevens doet, bent u zelf de verwerkingsverantwoordelijke. U zorgt ook dat niemand "
        "anders ze ziet."
    ),
    "verwerker": (
        "Wij blijven voor deze gegevens verantwoordelijk. U gebruikt ze alleen in onze opdracht, zoals wij met u "
        "hebben afgesproken, en zorgt dat niemand anders ze ziet."
    ),
}
"""Said to whoever gets data, by its own role."""


def to_the_person(role: str | None, name: str) -> str:
    """Say to a client who answers for the data that an opdrachtgever supplied."""
    return TO_THE_PERSON[role].format(naam=name)


def to_the_party(role: str | None) -> str:
    """Say to a recipient who answers for the data from then on."""
    return TO_THE_PARTY[role]
