"""AVG 4.7, 26 and 28: the sentence of each paper on who answers for the data, by the role of the other party."""

from collections.abc import Mapping

from wkc.sentences import party

TO_THE_PERSON: Mapping[str | None, str] = {
    None: "Wij zijn verantwoordelijk voor uw gegevens.",
    **{role: one.person for role, one in party.ROLES.items()},
}
"""Said to the client, by the role of the opdrachtgever; without a role on file the houder answers (art. 5.1)."""

TO_WHO_ASKS: Mapping[str | None, str] = {
    None: "Wij zijn verantwoordelijk voor de gegevens van {persoon}.",
    **{role: one.them for role, one in party.ROLES.items()},
}
"""Said to who asks on behalf of the client (`{persoon}`), by the role of the opdrachtgever."""

TO_THE_PARTY: Mapping[str | None, str] = {
    None: "U bent er zelf voor verantwoordelijk dat niemand anders ze ziet.",
    **{role: one.recipient for role, one in party.ROLES.items()},
}
"""Said to whoever gets data, by its own role."""

_REPORTS = (
    "beslist u of u het meldt aan de Autoriteit Persoonsgegevens (binnen 72 uur nadat u het weet) en aan de mensen om "
    "wie het gaat. Wij helpen u daarbij."
)
_WE_DECIDE = "Dat besluit is dus aan ons."

OF_A_BREACH: Mapping[str | None, str] = {
    None: "Bent u voor deze gegevens verantwoordelijk? Dan " + _REPORTS,
    "verantwoordelijk": "U bent voor deze gegevens verantwoordelijk. Daarom " + _REPORTS,
    "zelfstandig": "Wij zijn verantwoordelijk voor wat wij met deze gegevens doen. " + _WE_DECIDE,
    "verwerker": "Wij zijn voor deze gegevens verantwoordelijk. " + _WE_DECIDE,
}
"""Said to an opdrachtgever of a breach here, by its role: who decides to report it (AVG 33.1, 34.1)."""


def to_the_person(role: str | None, name: str) -> str:
    """Give the sentence for a client on who answers for the data that an opdrachtgever supplied."""
    return TO_THE_PERSON[role].format(naam=name)


def to_who_asks(role: str | None, name: str, whose: str) -> str:
    """Give that sentence for somebody who asks on behalf of a client, whose name is `whose`."""
    return TO_WHO_ASKS[role].format(naam=name, persoon=whose)


def of_a_breach(role: str | None) -> str:
    """Give the sentence for an opdrachtgever on who decides whether the AP and the people hear of a breach."""
    return OF_A_BREACH[role]


def to_the_party(role: str | None) -> str:
    """Give the sentence for a recipient on who answers for the data from then on."""
    return TO_THE_PARTY[role]
