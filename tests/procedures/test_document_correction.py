"""Corrections of documents (art. 12, AVG 16 to 19): contested, restricted, replaced and removed as values are."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.faults.marks import left
from tests.prepared import once, prepared
from tests.stage import PASSWORD, Ran, Stage
from wkc.procedures.core.session import Session
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
SCHOLING = ("--category", "scholing", "--source", "geregistreerde")
ASKED = (
    *("--recipient", "Gemeente", "--channel", "brief", "--ground", "doel"),
    *("--purpose", "voortgang", "--categories", "1", "--documents", "1"),
)


@prepared
def office(stage: Stage) -> Stage:
    """Client 2026-0001 with a diploma that is document 1."""
    stage.must("client", "import", "-", *ORDER, stdin='[{"geslachtsnaam": "Berg"}]')
    stage.must("party", "set", "Gemeente", "--address", "Postbus 53", "--postcode", "1800 BC", "--place", "Alkmaar")
    add(stage, b"gelast en goedgekeurd " * 20_000, "diploma lassen")
    return stage


@once
def add(stage: Stage, content: bytes, title: str, *more: str) -> None:
    path = stage.folder / "papier.txt"
    path.write_bytes(content)
    stage.must("document", "add", "2026-1", str(path), *SCHOLING, "--title", title, *more)


@once
def ask(stage: Stage, kind: str, *proposal: str) -> None:
    stage.must("request", "receive", "2026-1", "--kind", kind)
    stage.must("correction", "propose", "V2026-1", *proposal)


@once
def answer(stage: Stage, *decision: str) -> None:
    stage.must("request", "identify", "V2026-1", "--method", "bekend")
    stage.must("request", "decide", "V2026-1", "--decision", *decision, stdin="Wij zijn het niet eens.")
    stage.must("request", "notify", "V2026-1")


def apply(stage: Stage) -> Any:
    place = stage.folder / "kopie.json"
    return stage.json("correction", "apply", "V2026-1", "--format", "json", "--output", str(place))


def sealed_heads(stage: Stage) -> set[bytes]:
    """Give the first octets of the sealed key and of each chunk of document 1, which stand nowhere else."""
    session = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    both = (
        "SELECT content FROM document_chunk WHERE document = 1 UNION ALL SELECT sealed_key FROM document WHERE id = 1"
    )
    with open_alone(Home(stage.home), session.identity) as register:
        return {row["content"][:24] for row in register.connection.execute(both)}


def listed(stage: Stage) -> list[Any]:
    documents: list[Any] = stage.json("document", "list", "2026-1")["documents"]
    return documents


def judged(stage: Stage, part: str) -> list[tuple[str, str | None]]:
    found = stage.json("disclosure", "check", "2026-1", *ASKED)["judgement"][part]
    return [(one["asked"]["field"], one.get("reason")) for one in found if one["asked"]["is_document"]]


def refused(ran: Ran, name: str) -> None:
    assert ran.error["name"] == name, ran.err


def test_a_contested_document_goes_to_nobody_until_it_is_decided(office: Stage) -> None:
    assert judged(office, "granted") == [("scholing", None)]
    ask(office, "verwijdering", "--document", "1", "--why", "niet_ter_zake")
    assert [one["in_onderzoek"] for one in listed(office)] == [True]
    assert judged(office, "dropped") == [("scholing", "in_onderzoek")]
    removal = ("--yes", "--json", "document", "remove", "2026-1", "1", "--reason", "dubbel")
    refused(office.wkc(*removal, stdin="Twee keer."), "value_contested")
    office.must("request", "withdraw", "V2026-1")
    assert judged(office, "granted") == [("scholing", None)]


def test_a_replaced_document_is_gone_from_every_octet_and_its_recipient_is_owed_a_letter(office: Stage) -> None:
    office.must("disclosure", "log", "2026-1", *ASKED)
    add(office, b"het goede diploma", "diploma metselen")
    backups = office.folder / "backups"
    backups.mkdir(mode=0o700)
    backup = office.json("backup", "create", "--to", str(backups))["path"]
    heads = sealed_heads(office)
    assert left(office, heads) == heads
    ask(office, "verbetering", "--document", "1", "--why", "onjuist", "--replaced-by", "2")
    answer(office, "toegewezen")
    (owed,) = apply(office)["answering"]["to_tell"]
    assert (owed["recipient"], owed["fields"]) == ("Gemeente Alkmaar", ["scholing"])
    assert [(one["number"], one["title"]) for one in listed(office)] == [(2, "diploma metselen")]
    copy = json.loads((office.folder / "kopie.json").read_bytes())
    assert [one["naam"] for one in copy["correcties"]] == ["Document: Scholing"]
    assert left(office, heads) == set()
    office.must("--yes", "backup", "restore", backup)
    assert [one["number"] for one in listed(office)] == [2]


def test_a_restricted_document_stays_and_goes_to_nobody_until_that_is_lifted(office: Stage) -> None:
    ask(office, "beperking", "--document", "1", "--why", "onjuist")
    answer(office, "toegewezen")
    apply(office)
    assert judged(office, "dropped") == [("scholing", "beperkt")]
    office.must("client", "record", "2026-1", "scholing", "--source", "geregistreerde", stdin="lasdiploma")
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert [one["beperkt"] for one in entries if one["field"] == "scholing"] == [False]
    office.must("correction", "lift", "V2026-1", "--told-on", "2026-11-23", stdin="Het klopt.")
    assert judged(office, "granted") == [("scholing", None)]


def test_a_refused_change_of_a_document_keeps_the_clients_own_words_with_it(office: Stage) -> None:
    ask(office, "verwijdering", "--document", "1", "--why", "niet_ter_zake")
    answer(office, "afgewezen", "--code", "ter_zake")
    office.must("correction", "statement", "V2026-1", stdin="Ik las niet meer.")
    assert [(one["in_onderzoek"], one["statement"]) for one in listed(office)] == [(False, "Ik las niet meer.")]
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(office.folder / "k.json"))
    (paper,) = json.loads((office.folder / "k.json").read_bytes())["documenten"]
    assert paper["verklaring"] == "Ik las niet meer."


def test_a_duty_keeps_a_document_that_was_to_be_removed(office: Stage) -> None:
    ask(office, "verwijdering", "--document", "1", "--why", "niet_ter_zake")
    answer(office, "toegewezen")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR 52", "--categories", "10", "--until", "2034-01-01")
    office.must("retention", "hold", "2026-1", *duty)
    refused(office.wkc("--json", "correction", "apply", "V2026-1"), "kept_by_duty")


def test_of_own_accord_a_paper_at_a_place_goes_on_the_list_of_what_is_destroyed_by_hand(office: Stage) -> None:
    place = ("--where", "ordner 3, tab 7", "--destroy-on", "2031-12-24")
    office.must("document", "place", "2026-1", *SCHOLING, *place)
    own = ("correction", "initiate", "2026-1", "--document", "2", "--why", "niet_ter_zake")
    number = office.json(*own, stdin="Niet nodig.")["request"]["number"]
    office.must("correction", "apply", number, "--format", "json", "--output", str(office.folder / "k.json"))
    assert [one["number"] for one in listed(office)] == [1]
    assert [one["place"] for one in office.json("document", "papers")["papers"]] == ["ordner 3, tab 7"]


def test_a_duty_of_secrecy_goes_on_to_the_document_that_takes_the_place(office: Stage) -> None:
    add(office, b"oud", "brief", "--geheim", "beroep")
    add(office, b"nieuw", "brief, de goede")
    ask(office, "verbetering", "--document", "2", "--why", "onjuist", "--replaced-by", "3")
    answer(office, "toegewezen")
    apply(office)
    assert [(one["number"], one["provenance"]["geheim"]) for one in listed(office)] == [(1, None), (3, "beroep")]


@pytest.mark.parametrize(
    ("proposal", "name"),
    [
        (("--document", "9", "--why", "onjuist"), "document_unknown"),
        (("--document", "1", "--why", "onjuist"), "replacement_missing"),
        (("--document", "1", "--why", "onjuist", "--replaced-by", "1"), "replacement_other"),
        (("--document", "1", "--why", "onjuist", "--replaced-by", "2"), "replacement_other"),
        (("1", "--document", "1", "--why", "onjuist"), "entry_or_field"),
    ],
)
def test_a_proposal_names_one_document_and_one_of_the_same_field_in_its_place(
    office: Stage, proposal: tuple[str, ...], name: str
) -> None:
    path = Path(office.folder / "contract.txt")
    path.write_bytes(b"een contract")
    other = ("--category", "arbeidscontract", "--source", "geregistreerde")
    office.must("document", "add", "2026-1", str(path), *other)
    office.must("request", "receive", "2026-1", "--kind", "verbetering")
    refused(office.wkc("--json", "correction", "propose", "V2026-1", *proposal), name)


def test_a_signed_form_is_not_corrected(office: Stage) -> None:
    asked = ("--recipient", "Gemeente", "--purpose", "voortgang", "--categories", "1")
    office.must("form", "print", "toestemming", "2026-1", *asked, "--output", str(office.folder / "f.pdf"))
    (office.folder / "scan.txt").write_bytes(b"getekend")
    office.must("form", "signed", "F2026-1", "--on", "2026-11-23", "--document", str(office.folder / "scan.txt"))
    office.must("request", "receive", "2026-1", "--kind", "verwijdering")
    refused(
        office.wkc("--json", "correction", "propose", "V2026-1", "--document", "2", "--why", "onjuist"),
        "form_not_corrected",
    )
