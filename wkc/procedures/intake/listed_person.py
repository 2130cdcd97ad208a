"""The person whom a row of a list is about, by name, birth date and BSN (art. 3 and 4)."""

from collections.abc import Mapping

from msgspec import Struct

from wkc.procedures.core.name_keys import NAME_FIELDS, identity
from wkc.procedures.intake.check import Line
from wkc.rules.dossier.identity import PersonIdentity

BSN, BORN = "burgerservicenummer", "geboortedatum"
"""The two fields, beside the name, by which people are told apart."""
_TELLING = frozenset({*NAME_FIELDS, BSN, BORN})


class ListedPerson(Struct, frozen=True):
    """A person of a list: the row, the nine digits of the BSN, the parts of the name by field, the date of birth."""

    row: int
    bsn: str | None
    name: Mapping[str, str]
    born: str | None

    @property
    def identity(self) -> PersonIdentity:
        """The person as the rules compare people."""
        return identity(self.name, self.born)


def person_of(line: Line) -> ListedPerson:
    """Give the person whom a row is about."""
    values = {field.code: listed[0] for field, listed in line.values if field.code in _TELLING}
    bsn, born = values.get(BSN), values.get(BORN)
    return ListedPerson(
        line.row,
        None if bsn is None else bsn.normal,
        {code: values[code].text for code in NAME_FIELDS if code in values},
        None if born is None else born.text,
    )
