"""Art. 1, 2 and 5, AVG 30: what the register of processing must be able to say, and where it is filled in."""

from collections.abc import Iterator

from msgspec import Struct

from wkc.records.processing import ProcessingFacts


class Gap(Struct, frozen=True):
    """A part that is not filled in: its name, and the command that fills it in."""

    part: str
    command: str


def list_gaps(facts: ProcessingFacts) -> Iterator[Gap]:
    """Give what is missing (AVG 30.1.a, 30.2.a, 35 and 37): settings first, then the role of each opdrachtgever."""
    known = facts.settings
    for name in ("houder.kvk", "houder.address", "houder.contact"):
        if not known[name]:
            yield _setting(name)
    if not known["fg.name"] and not known["fg.none"]:
        yield _setting("fg.none")
    if known["fg.name"] and not known["fg.contact"]:
        yield _setting("fg.contact")
    if not known["dpia.needed"]:
        yield _setting("dpia.needed")
    if known["dpia.needed"] == "ja":
        yield from (_setting(name) for name in ("dpia.date", "dpia.place") if not known[name])
    for party, profile in facts.parties:
        if party.kind == "opdrachtgever" and profile.role is None:
            yield Gap(party.name, f"wkc party set {party.name!r} --role verantwoordelijk|zelfstandig|verwerker")


def _setting(name: str) -> Gap:
    return Gap(name, f"wkc settings set {name} VALUE")
