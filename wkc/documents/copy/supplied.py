"""AVG 15 and art. 4.2: values of a list that took no place in the dossier and wait for the beheerder, in the copy."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from wkc.documents.copy.request import is_left_in
from wkc.documents.part import Begrip, Day, Part, word
from wkc.records.inzage import Inzage
from wkc.sentences.sentence import for_person
from wkc.sentences.supplied import REASONS

WHY = for_person(REASONS)
"""The reason for which a value was put aside, in words for the person."""


class Aangeleverd(Part, frozen=True):
    """Een waarde uit een lijst van een opdrachtgever die wij niet overnamen en waarover de beheerder nog beslist."""

    veld: Annotated[str, Meta(description="De code van het veld in de registratie.")]
    naam: Annotated[str, Meta(description="Wat het veld betekent.")]
    waarde: str
    opdrachtgever: str
    aangeleverd_op: Day
    reden: Annotated[Begrip, Meta(description="Waarom het niet is overgenomen.")]


def aangeleverd(inzage: Inzage) -> Iterator[Aangeleverd]:
    """Give each value that waits, but of what the copy leaves out; ValueError for what is withheld."""
    for one in inzage.supplied:
        if not is_left_in(one.field, None, inzage.answers):
            continue
        if one.value is None:
            raise ValueError("a withheld value cannot go into a copy")
        yield Aangeleverd(
            veld=one.field.code,
            naam=one.field.label,
            waarde=one.value,
            opdrachtgever=one.party.name,
            aangeleverd_op=one.obtained_on,
            reden=word(one.reason, WHY),
        )
