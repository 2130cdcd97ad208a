"""Art. 11: the copy of all that is on file on one client, as JSON and on paper. One model, two renderings."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import msgspec

from wkc.documents import responsibility, texts, vocabulary
from wkc.documents.copy.appointment_list import afspraak
from wkc.documents.copy.correction import correcties
from wkc.documents.copy.document_list import documenten
from wkc.documents.copy.letter_list import brieven
from wkc.documents.copy.mistake import vergissing
from wkc.documents.copy.model import (
    Categorie,
    Contact,
    Copy,
    Doel,
    Gegeven,
    Houder,
    Ingetrokken,
    Opdracht,
    Persoon,
    Raadpleging,
    Recht,
    Rechten,
)
from wkc.documents.copy.origin import geheim, herkomst
from wkc.documents.copy.recipient import ontvanger
from wkc.documents.copy.report_list import rapportages
from wkc.documents.copy.request import is_left_in, list_left_in, name_part, verzoek, verzoeken, weggelaten
from wkc.documents.copy.retention import bewaring, opschorting
from wkc.documents.copy.rights import machtiging, ontheffing, toestemming
from wkc.documents.copy.supplied import aangeleverd
from wkc.documents.paper import TEMPLATES, Attachment, in_words, typeset
from wkc.documents.part import Auditlog, as_json, word, word_or_none
from wkc.documents.third_person import rephrase
from wkc.documents.value import value_in_words
from wkc.records.audit import Head, Look
from wkc.records.dossier import Assignment, Client, Entry
from wkc.records.dossier import Contact as Moment
from wkc.records.inzage import Inzage
from wkc.records.party import Houder as Office

SCHEMA = TEMPLATES / "copy" / "inzage.schema.json"
ATTACHED_AS = "inzage.json"
NAME_FIELDS = ("voornamen", "voorvoegsel", "geslachtsnaam")


def copy_of(inzage: Inzage, categories: Mapping[int, str]) -> Copy:
    """Put all that is on file on one client in the words of the copy; `categories` names the numbers of annex I.

    Nobody of the office is named in it, by USER ID or otherwise. Raises ValueError for a withheld value,
    note or document: who makes a copy must see everything.
    """
    dossier = inzage.dossier
    entries = list_left_in(dossier.entries, inzage.answers)
    plaats = inzage.houder.place
    return Copy(
        werkexemplaar=inzage.answers is None,
        gemaakt_op=inzage.made_at.astimezone(UTC),
        houder=_houder(inzage.houder),
        persoon=_persoon(dossier.client, entries),
        verzoek=None if inzage.answers is None else verzoek(inzage.answers, inzage.objections),
        doel=Doel(omschrijving=texts.PURPOSE, grondslag=texts.BASIS),
        gegevens=_categorieen(entries, categories),
        opdrachten=tuple(_opdracht(one, inzage.roles) for one in dossier.assignments),
        contacten=tuple(map(_contact, dossier.contacts)),
        afspraken=tuple(map(afspraak, inzage.appointments)),
        verzoeken=tuple(verzoeken(inzage)),
        correcties=correcties(inzage),
        vergissingen=tuple(vergissing(one, inzage.to_tell) for one in dossier.mistakes),
        aangeleverd=tuple(aangeleverd(inzage)),
        toestemmingen=tuple(toestemming(consent, categories) for consent in inzage.consents),
        ontheffingen=tuple(
            ontheffing(one) for one in inzage.releases if is_left_in(one.field, one.entry, inzage.answers)
        ),
        machtigingen=tuple(map(machtiging, inzage.mandates)),
        brieven=brieven(inzage),
        opschortingen=tuple(opschorting(hold, categories) for hold in dossier.holds),
        ontvangers=tuple(ontvanger(made, categories, inzage.laws) for made in inzage.disclosures),
        rapportages=rapportages(inzage, categories),
        documenten=documenten(inzage, categories),
        raadplegingen=tuple(map(_raadpleging, inzage.looks)),
        bewaring=bewaring(inzage.term, inzage.backup_days),
        weggelaten=tuple(weggelaten(inzage, _name_parts(inzage), categories)),
        over_anderen=None,
        doorgifte=inzage.abroad or texts.ABROAD,
        geautomatiseerde_besluiten=inzage.automated or texts.AUTOMATED,
        rechten=Rechten(
            rechten=tuple(
                Recht(naam=name, uitleg=meaning, vindplaats=article) for name, meaning, article in texts.RIGHTS
            ),
            hoe=texts.HOW,
            klacht=texts.COMPLAINT,
            rechter=texts.COURT.format(plaats=plaats),
            verschil=texts.COURT_2012.format(plaats=plaats),
        ),
        kosteloos=texts.FREE,
        auditlog=_auditlog(inzage.head),
    )


def as_pdf(copy: Copy) -> bytes:
    """Set the copy on paper, PDF/A-3a and PDF/UA-1, with its JSON attached."""
    model = in_words(_readable(msgspec.to_builtins(copy, builtin_types=(date, datetime))))
    model["perDag"] = _by_day(model["raadplegingen"])
    return typeset(
        "copy/inzage.typ",
        msgspec.json.encode(rephrase(model) if copy.werkexemplaar else model),
        copy.gemaakt_op,
        Attachment(ATTACHED_AS, "application/json", as_json(copy), "Dezelfde gegevens, leesbaar voor een computer"),
    )


def _readable(model: dict[str, Any]) -> dict[str, Any]:
    """Put the dates and codes among the values in words: on paper only, the JSON keeps them."""
    for category in model["gegevens"]:
        for entry in (*category["gegevens"], *category["eerder"]):
            entry["waarde"] = value_in_words(entry["veld"], entry["waarde"])
    for asked in model["correcties"]:
        if asked["gevraagdeWaarde"] is not None:
            asked["gevraagdeWaarde"] = value_in_words(asked["veld"], asked["gevraagdeWaarde"])
    return model


def _by_day(looks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Group looks: who did the same on the same day for the same purpose and reason is one row with its times."""
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    for look in looks:
        day = look["tijdstip"].split(",")[0]
        same = (day, look["rol"]["code"], look["handeling"]["code"], look["doel"]["code"], look["reden"] or "")
        row = rows.setdefault(same, look | {"dag": day, "keren": 0})
        row["keren"] += 1
    return list(rows.values())


def schema() -> dict[str, Any]:
    """Make the JSON Schema (2020-12) of the copy from its structs; SCHEMA is this, checked in."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:wkc:inzage:3",
        "title": "Kopie van uw gegevens",
        "description": (
            "Alles wat over één persoon in de registratie staat. Geen enkel onderdeel mag ontbreken: wat "
            "leeg is, staat er leeg; wat onbekend is, is null."
        ),
        **msgspec.json.schema(Copy),
    }


def _name_parts(inzage: Inzage) -> dict[UUID, str]:
    """Give the names of what a decision can leave out by itself; a title might tell what was left out."""
    parts = (*inzage.documents, *inzage.dossier.entries, *inzage.unreached)
    return {one.uuid: name_part(one) for one in parts}


def _houder(office: Office) -> Houder:
    return Houder(
        naam=office.name,
        plaats=office.place,
        kvk=office.kvk,
        adres=office.address,
        bereikbaar=office.contact,
        beheerder="de directie",
        reglement=f"{office.reglement}, {in_words(office.reglement_of)}",
        vragen=texts.QUESTIONS,
    )


def _persoon(client: Client, entries: Iterable[Entry]) -> Persoon:
    now = {entry.field.code: entry.value for entry in entries if entry.closed_at is None}
    return Persoon(
        naam=" ".join(now[code] or "" for code in NAME_FIELDS if code in now) or None,
        dossiernummer=client.number,
        kenmerk=client.uuid,
        ingeschreven_op=client.registered_on,
    )


def _categorieen(entries: Iterable[Entry], names: Mapping[int, str]) -> tuple[Categorie, ...]:
    current: dict[int, list[Gegeven]] = {number: [] for number in names}
    former: dict[int, list[Gegeven]] = {number: [] for number in names}
    for entry in entries:
        (current if entry.closed_at is None else former)[entry.field.category].append(_gegeven(entry))
    return tuple(
        Categorie(nummer=number, naam=names[number], gegevens=tuple(current[number]), eerder=tuple(former[number]))
        for number in sorted(names)
    )


def _gegeven(entry: Entry) -> Gegeven:
    if entry.value is None:
        raise ValueError("a withheld value cannot go into a copy")
    if entry.has_dissent and entry.dissent is None:
        raise ValueError("withheld words cannot go into a copy")
    source = entry.provenance
    return Gegeven(
        kenmerk=entry.uuid,
        veld=entry.field.code,
        naam=entry.field.label,
        waarde=entry.value,
        herkomst=herkomst(source),
        grondslag=word_or_none(source.grondslag, vocabulary.GROUNDS),
        geheim=geheim(source),
        in_onderzoek=entry.in_onderzoek,
        beperkt=entry.beperkt,
        verklaring=entry.dissent,
        vastgelegd_op=entry.recorded_at.astimezone(UTC),
        vervallen_op=None if entry.closed_at is None else entry.closed_at.astimezone(UTC),
    )


def _opdracht(assignment: Assignment, roles: Mapping[UUID, str]) -> Opdracht:
    return Opdracht(
        kenmerk=assignment.uuid,
        opdrachtgever=assignment.party.name,
        referentie=assignment.reference,
        vanaf=assignment.from_on,
        tot_en_met=assignment.until_on,
        verantwoordelijk=responsibility.to_the_person(roles.get(assignment.party.uuid), assignment.party.name),
        vastgelegd_op=assignment.recorded_at.astimezone(UTC),
    )


def _contact(moment: Moment) -> Contact:
    if moment.has_note and moment.note is None:
        raise ValueError("a withheld note cannot go into a copy")
    gone = moment.withdrawn_at
    return Contact(
        kenmerk=moment.uuid,
        datum=moment.on,
        soort=word(moment.kind, vocabulary.CONTACTS),
        telt_mee=moment.restarts and gone is None,
        notitie=moment.note,
        vastgelegd_op=moment.recorded_at.astimezone(UTC),
        ingetrokken=None if gone is None else Ingetrokken(op=gone.astimezone(UTC), reden=moment.reason),
    )


def _raadpleging(look: Look) -> Raadpleging:
    return Raadpleging(
        tijdstip=look.at.astimezone(UTC),
        rol=word(look.role, vocabulary.ROLES),
        doel=word(look.purpose, vocabulary.PURPOSES),
        handeling=word(look.action, vocabulary.ACTIONS),
        reden=look.reason,
    )


def _auditlog(head: Head) -> Auditlog:
    return Auditlog(nummer=head.seq, hash=head.hash.hex(" ", 2))
