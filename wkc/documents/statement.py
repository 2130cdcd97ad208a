"""Art. 10: the statement of what a run destroyed, as JSON and on paper; never a number, a name or a value."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from wkc.documents import destroyed_parts, vocabulary
from wkc.documents.paper import Attachment, in_words, typeset
from wkc.documents.part import Auditlog, Begrip, Day, Moment, Part, as_json, word
from wkc.records.party import Houder
from wkc.records.retention import Destroyed, Statement

ATTACHED_AS = "vernietiging.json"


class Aantal(Part, frozen=True):
    """Hoeveel rijen van een soort er weg zijn."""

    soort: Begrip
    aantal: Annotated[int, Meta(ge=1)]


class Vernietigd(Part, frozen=True, kw_only=True):
    """Eén dossier, zonder nummer of naam: het kenmerk betekent niets meer."""

    kenmerk: UUID
    geheel: Annotated[bool, Meta(description="Niet geheel: een opschorting houdt de genoemde categorieën vast.")]
    behouden_categorieen: tuple[int, ...]
    reden: Begrip
    termijn_tot_en_met: Day
    niets_hield_het_vast_vanaf: Day | None
    aangekondigd_op: Day | None
    vernietigd_op: Day
    dagen_te_laat: Annotated[int, Meta(ge=0)]
    aantallen: tuple[Aantal, ...]


class Verklaring(Part, frozen=True, kw_only=True):
    """Verklaring van vernietiging (artikel 10): wat één ronde vernietigde."""

    versie: Annotated[Literal[1], Meta(description="De versie van deze opzet.")] = 1
    soort: Literal["vernietiging"] = "vernietiging"
    gemaakt_op: Moment
    houder: str
    plaats: str
    kvk: str
    ronde: UUID
    uitgevoerd_op: Day
    uitgevoerd_door: Annotated[str, Meta(description="De USER ID van wie of wat het deed.")]
    regels: Annotated[int, Meta(description="De versie van de regels waarnaar beslist is.")]
    dossiers: Annotated[int, Meta(ge=0)]
    dossiers_in_deel: Annotated[int, Meta(ge=0)]
    te_laat: Annotated[int, Meta(ge=0)]
    vernietigd: tuple[Vernietigd, ...]
    aantallen: tuple[Aantal, ...]
    bestand_opnieuw_geschreven: bool
    laatste_reservekopie: Annotated[date | None, Meta(description="Tot en met deze dag staat het nog in een kopie.")]
    auditlog: Auditlog


def statement_of(made: Statement) -> Verklaring:
    """Put the outcome of a run in the words of the statement."""
    gone = made.destroyed
    return Verklaring(
        gemaakt_op=made.made_at.astimezone(UTC),
        houder=made.houder.name,
        plaats=made.houder.place,
        kvk=made.houder.kvk,
        ronde=gone[0].run,
        uitgevoerd_op=gone[0].on,
        uitgevoerd_door=gone[0].by,
        regels=gone[0].rules,
        dossiers=sum(not one.kept for one in gone),
        dossiers_in_deel=sum(bool(one.kept) for one in gone),
        te_laat=sum(_late(one) > 0 for one in gone),
        vernietigd=tuple(map(_vernietigd, gone)),
        aantallen=_aantallen(_sum_parts(gone)),
        bestand_opnieuw_geschreven=made.purged,
        laatste_reservekopie=made.backups_until,
        auditlog=Auditlog(nummer=made.head.seq, hash=made.head.hash.hex(" ", 2)),
    )


def as_pdf(statement: Verklaring, office: Houder | None = None) -> bytes:
    """Set the statement on paper, PDF/A-3a and PDF/UA-1, with its JSON attached.

    The office gives the name and the function below the space for a signature, as far as they are set.
    """
    model = msgspec.to_builtins(statement, builtin_types=(date, datetime))
    model |= {"ondertekenaar": office and office.signer, "functie": office and office.function}
    return typeset(
        "statement.typ",
        msgspec.json.encode(in_words(model)),
        statement.gemaakt_op,
        Attachment(ATTACHED_AS, "application/json", as_json(statement), "Dezelfde verklaring, voor een computer"),
    )


def _vernietigd(gone: Destroyed) -> Vernietigd:
    return Vernietigd(
        kenmerk=gone.uuid,
        geheel=not gone.kept,
        behouden_categorieen=tuple(sorted(gone.kept)),
        reden=word(gone.reason, vocabulary.DESTROYED_FOR),
        termijn_tot_en_met=gone.last_on,
        niets_hield_het_vast_vanaf=gone.since,
        aangekondigd_op=gone.announced_on,
        vernietigd_op=gone.on,
        dagen_te_laat=_late(gone),
        aantallen=_aantallen(gone.counts),
    )


def _late(gone: Destroyed) -> int:
    return 0 if gone.since is None else (gone.on - gone.since).days


def _aantallen(counts: Mapping[str, int]) -> tuple[Aantal, ...]:
    return tuple(
        Aantal(soort=Begrip(code=noun, omschrijving=word), aantal=counts[noun])
        for noun, word in destroyed_parts.DESTROYED.items()
        if counts.get(noun)
    )


def _sum_parts(gone: tuple[Destroyed, ...]) -> dict[str, int]:
    return {noun: sum(one.counts.get(noun, 0) for one in gone) for noun in destroyed_parts.DESTROYED}
