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


def to_the_person(role: str | None, name: str) -> str:
    """Say to a client who answers for the data that an opdrachtgever supplied."""
    return TO_THE_PERSON[role].format(naam=name)


def to_who_asks(role: str | None, name: str, whose: str) -> str:
    """Say the same to who asks on behalf of a client, whose name is `whose`."""
    return TO_WHO_ASKS[role].format(naam=name, persoon=whose)


def to_the_party(role: str | None) -> str:
    """Say to a recipient who answers for the data from then on."""
    return TO_THE_PARTY[role]
