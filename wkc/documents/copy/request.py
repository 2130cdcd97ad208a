"""Requests in the copy (art. 11 and 12): their question, their answer, and the parts left out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated
from uuid import UUID

from msgspec import Meta
from msgspec.structs import replace

from wkc.documents import letter_words, vocabulary
from wkc.documents.ended_uses import name_use
from wkc.documents.part import Begrip, Day, Part, word, word_or_none
from wkc.records.document import Document
from wkc.records.dossier import Entry
from wkc.records.field import Field
from wkc.records.inzage import Inzage
from wkc.records.objection import Objection
from wkc.records.request import Answering, Request


class Identiteit(Part, frozen=True):
    """Hoe is nagegaan dat de juiste persoon erom vroeg (artikel 11 lid 5)."""

    wijze: Begrip
    document: Annotated[Begrip | None, Meta(description="Het soort document dat getoond is. Er is geen kopie.")]
    laatste_tekens: Annotated[str | None, Meta(description="De laatste drie tekens van het nummer.")]
    vastgesteld_op: Day


class Verlenging(Part, frozen=True):
    """Waarom het antwoord langer duurde (AVG artikel 12 lid 3)."""

    medegedeeld_op: Day
    reden: Begrip
    toelichting: str


class Besluit(Part, frozen=True):
    """Wat er besloten is (artikel 11 lid 4 en 6; artikel 12 lid 3 en 5)."""

    genomen_op: Day
    uitkomst: Begrip
    grond: Annotated[Begrip | None, Meta(description="Waarom iets is afgewezen.")]
    redenen: str | None


class Verzoek(Part, frozen=True, kw_only=True):
    """Een verzoek over iemands eigen gegevens (artikel 11 en 12; AVG artikel 15 tot en met 21)."""

    kenmerk: str
    soort: Begrip
    ontvangen_op: Day
    opgetekend: Annotated[bool, Meta(description="Het is gezegd en door ons opgeschreven.")]
    gevraagd_door: Begrip
    namens_door: Annotated[str | None, Meta(description="Wie het namens de persoon vroeg, als dat iemand anders is.")]
    eigen_woorden: str | None
    antwoord_uiterlijk: Annotated[Day, Meta(description="De laatste dag volgens het reglement.")]
    antwoord_uiterlijk_avg: Annotated[Day, Meta(description="De laatste dag volgens de wet.")]
    stand: Begrip
    identiteit_gevraagd_op: Day | None
    identiteit: Identiteit | None
    verlenging: Verlenging | None
    besluit: Besluit | None
    antwoord_verstuurd_op: Day | None
    antwoord_ontvangen_op: Day | None
    uitgevoerd_op: Day | None
    ingetrokken_op: Day | None
    gestopt: Annotated[tuple[str, ...], Meta(description="Welk gebruik van gegevens door het besluit gestopt is.")]


class Weggelaten(Part, frozen=True):
    """Wat niet in deze kopie staat, en waarom: een hele categorie, of één gegeven daaruit."""

    nummer: Annotated[int | None, Meta(description="De categorie van bijlage I; null voor wat geen gegeven is.")]
    naam: str
    veld: Annotated[str | None, Meta(description="Het gegeven, als niet de hele categorie is weggelaten.")]
    grond: Begrip
    redenen: str


class OverAnderen(Part, frozen=True):
    """Wat over een ander gaat en daarom niet in deze kopie staat (AVG artikel 15 lid 4)."""

    plaatsen: Annotated[int, Meta(ge=1, description="Op hoeveel plaatsen woorden zijn weggelaten.")]
    grond: Begrip
    uitleg: str
    redenen: Annotated[str | None, Meta(description="De uitleg bij het besluit, als dat hierover ging.")]


OTHERS = "rechten_van_anderen"
OTHERS_EXPLAINED = (
    "Daar staat [gegevens over een ander]. Wij mogen u geen gegevens van iemand anders geven als dat die ander kan "
    "schaden (AVG artikel 15 lid 4; artikel 41 van de Uitvoeringswet AVG)."
)


def over_anderen(asked: Verzoek, places: int) -> OverAnderen | None:
    """Give the number of places where words about others were hidden, with the reason; None for no place."""
    if not places:
        return None
    decided = asked.besluit
    reasons = decided.redenen if decided and decided.grond and decided.grond.code == OTHERS else None
    return OverAnderen(
        plaatsen=places, grond=word(OTHERS, letter_words.REFUSALS), uitleg=OTHERS_EXPLAINED, redenen=reasons
    )


def verzoek(asked: Answering, ended: Iterable[Objection] = ()) -> Verzoek:
    """Put a request in words with the uses that its decision ended, nobody of the office named in it.

    ValueError for what is withheld.
    """
    request, counted = asked.request, asked.term
    if request.has_words and request.words is None:
        raise ValueError("withheld words cannot go into a copy")
    return Verzoek(
        kenmerk=request.number,
        soort=word(request.kind, vocabulary.REQUESTS),
        ontvangen_op=request.received_on,
        opgetekend=request.oral,
        gevraagd_door=word(request.requester, vocabulary.REQUESTERS),
        namens_door=request.mandate.name if request.mandate else None,
        eigen_woorden=request.words,
        antwoord_uiterlijk=counted.safe_on,
        antwoord_uiterlijk_avg=counted.ends_on,
        stand=word(request.state, vocabulary.STATES),
        identiteit_gevraagd_op=request.asked_on,
        identiteit=_identiteit(request),
        verlenging=_verlenging(request),
        besluit=_besluit(request),
        antwoord_verstuurd_op=request.answer_sent_on,
        antwoord_ontvangen_op=request.answer_received_on,
        uitgevoerd_op=request.done_on,
        ingetrokken_op=request.withdrawn_on,
        gestopt=tuple(name_use(use) for use in ended if use.request == request.number),
    )


def verzoeken(inzage: Inzage) -> Iterator[Verzoek]:
    """Give every request; of one about what the copy leaves out not the words, the person's nor ours."""
    silent = {one.request for one in inzage.corrections if not is_left_in(one.field, one.entry, inzage.answers)}
    for asked in inzage.requests:
        item = verzoek(asked, inzage.objections)
        if item.kenmerk in silent:
            ruling = item.besluit and replace(item.besluit, redenen=None)
            item = replace(item, eigen_woorden=None, besluit=ruling)
        yield item


def list_left_in(entries: tuple[Entry, ...], answers: Answering | None) -> tuple[Entry, ...]:
    """Give the entries that the decision which a copy answers does not leave out."""
    return tuple(entry for entry in entries if is_left_in(entry.field, entry.uuid, answers))


def is_left_in(field: Field | None, one: UUID | None, answers: Answering | None) -> bool:
    """Tell whether the decision which a copy answers leaves a category, or one value or paper of it, in the copy.

    `one` is None for a value that is missing on file. A signed form is about no field, and stays.
    """
    ruling = answers.request.ruling if answers else None
    if ruling is None or field is None:
        return True
    return not {(field.category, None), (field.category, one)} & set(ruling.left_out)


def name_part(one: Entry | Document) -> str:
    """Give the words for a value or a paper that may be left out; a title might tell what was."""
    label = one.field.label if one.field else ""
    return f"Document: {label or one.form}" if isinstance(one, Document) else label


def weggelaten(inzage: Inzage, names: Mapping[UUID, str], categories: Mapping[int, str]) -> Iterator[Weggelaten]:
    """Give the parts left out of a copy, with its ground and reasons; `names` are those of single parts.

    The decision leaves out, and secrecy where a mandate does not name it; under a mandate for some matters also what is
    no entry.
    """
    ruling = inzage.answers.request.ruling if inzage.answers else None
    decided = set(ruling.left_out) if ruling else set()
    for part in inzage.unreached:
        if part.field is not None and not {(part.field.category, part.uuid), (part.field.category, None)} & decided:
            yield Weggelaten(
                nummer=part.field.category,
                naam=categories[part.field.category],
                veld=name_part(part),
                grond=word("machtiging", letter_words.REFUSALS),
                redenen=UNNAMED,
            )
    if ruling is None or ruling.refusal is None or not ruling.left_out:
        return
    if ruling.reasons is None:
        raise ValueError("withheld reasons cannot go into a copy")
    for category, one in ruling.left_out:
        yield Weggelaten(
            nummer=category,
            naam=categories[category],
            veld=None if one is None else names.get(one, ""),
            grond=word(ruling.refusal, letter_words.REFUSALS),
            redenen=ruling.reasons,
        )
    if inzage.is_narrowed:
        yield Weggelaten(
            nummer=None,
            naam=BESIDES,
            veld=None,
            grond=word("machtiging", letter_words.REFUSALS),
            redenen=ruling.reasons,
        )


UNNAMED = "Dit gegeven is geheim, en de machtiging noemt het niet (artikel 8 lid 2 en artikel 11 lid 1)."
"""The reason of what secrecy leaves out of a copy under a mandate that does not name it."""

BESIDES = (
    "Contacten, verzoeken, brieven, toestemmingen, ontvangers en wat er verder is, voor zover de machtiging daar niet "
    "over gaat"
)
"""The words for what is no entry and that a mandate does not reach."""


def _identiteit(request: Request) -> Identiteit | None:
    known = request.identity
    if known is None:
        return None
    return Identiteit(
        wijze=word(known.method, vocabulary.METHODS),
        document=word_or_none(known.document, vocabulary.DOCUMENTS),
        laatste_tekens=known.last,
        vastgesteld_op=known.on,
    )


def _verlenging(request: Request) -> Verlenging | None:
    longer = request.extension
    if longer is None:
        return None
    if longer.reasons is None:
        raise ValueError("withheld reasons cannot go into a copy")
    return Verlenging(
        medegedeeld_op=longer.on, reden=word(longer.code, letter_words.EXTENSIONS), toelichting=longer.reasons
    )


def _besluit(request: Request) -> Besluit | None:
    ruling = request.ruling
    if ruling is None:
        return None
    if ruling.has_reasons and ruling.reasons is None:
        raise ValueError("withheld reasons cannot go into a copy")
    return Besluit(
        genomen_op=ruling.on,
        uitkomst=word(ruling.decision, vocabulary.DECISIONS),
        grond=word_or_none(ruling.refusal, letter_words.REFUSALS),
        redenen=ruling.reasons,
    )
