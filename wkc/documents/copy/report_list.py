"""Art. 8 and 11: the reports to opdrachtgevers, as the copy lists them."""

from collections.abc import Mapping
from datetime import UTC

from wkc.documents.copy.model import Rapport
from wkc.documents.copy.rights import Soort
from wkc.documents.part import word
from wkc.documents.report import KINDS
from wkc.records.inzage import Inzage
from wkc.records.report import Report


def rapportages(inzage: Inzage, categories: Mapping[int, str]) -> tuple[Rapport, ...]:
    """Give the reports, oldest first, with the kinds of data in each; ValueError for withheld words."""
    kinds = {
        made.number: sorted({item.field.category for item in made.gone}) for made in inzage.disclosures if made.is_given
    }
    return tuple(_rapport(report, kinds.get(report.disclosure or 0, []), categories) for report in inzage.reports)


def _rapport(report: Report, kinds: list[int], categories: Mapping[int, str]) -> Rapport:
    if report.has_words and report.agreed is None and report.words is None:
        raise ValueError("withheld words cannot go into a copy")
    return Rapport(
        opdrachtgever=report.assignment.party.name,
        soort=word(report.kind.value, KINDS),
        vanaf=report.from_on,
        tot_en_met=report.until_on,
        verzonden_op=None if report.final_at is None else report.final_at.astimezone(UTC),
        soorten=tuple(Soort(nummer=number, naam=categories[number]) for number in kinds),
        controlegetal=None if report.sha256 is None else report.sha256.hex(),
        afspraken=report.agreed,
        tekst=report.words,
    )
