"""The made-up recipients of the worked examples of art. 8."""

from uuid import UUID

from wkc.records.disclosure import Recipient


def party(number: int, kind: str, body: str | None = None, *, current: bool = False) -> Recipient:
    return Recipient(UUID(int=number), kind, body, current)


GEMEENTE = party(1, "opdrachtgever", current=True)
FORMER = party(2, "opdrachtgever")
BAKKER = party(3, "werkgever")
UWV = party(4, "instantie", "uwv")
WERKBEDRIJF = party(5, "instantie", "uwv_werkbedrijf")
SOCIALE_DIENST = party(6, "instantie", "sociale_dienst")
SCHULDHULP = party(7, "instantie", "bureau_schuldhulpverlening")
SECRETARIE = party(8, "instantie", "gemeentesecretarie")
POLITIE = party(9, "instantie", "politie")
SVB = party(10, "instantie", "svb")
ZORG = party(11, "instantie", "zorgverzekeraar")
JUSTITIE = party(12, "instantie", "justitie")
FISCUS = party(13, "instantie", "belastingdienst")
ELDERS = party(14, "instantie", "andere_gemeente")
SZW = party(15, "instantie", "szw")
CORPORATIE = party(16, "derde")
DEURWAARDER = party(17, "derde")
TOEZICHT = party(18, "instantie")
UNIVERSITEIT = party(19, "derde")
AMBULANCE = party(20, "derde")
SCHOOL = party(21, "derde")
