"""Papers of a dossier: taken in sealed, given back byte for byte, by who may; gone with the dossier (art. 14.1)."""

import io
import json
import os
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO

import pikepdf
import pyrage
import pytest

from tests.documents.pdf import text_of
from tests.prepared import once, prepared
from tests.procedures.zip_files import zipped
from tests.stage import PASSWORD, Stage
from wkc import i18n
from wkc.procedures.core.session import Session
from wkc.procedures.document import inspect
from wkc.records.document import InspectedFile
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

ORIGIN = ("--category", "10", "--source", "geregistreerde")
PNG = b"\x89PNG\r\n\x1a\n"


@prepared
def office(stage: Stage) -> Stage:
    """Client 2026-0001 of coach bram, and clara the medewerker, who sees nothing sealed."""
    person = json.dumps([{"geslachtsnaam": "Berg"}])
    stage.must("client", "import", "-", "--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", stdin=person)
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    stage.must("user", "designate", "clara", "--name", "C", "--role", "medewerker", "--function", "f", *password)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    return stage


def saved(stage: Stage, name: str, content: bytes) -> str:
    path = stage.folder / name
    path.write_bytes(content)
    return str(path)


def pdf(**root: object) -> bytes:
    made, out = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    for key, value in root.items():
        made.Root[f"/{key}"] = value
    made.save(out)
    return out.getvalue()


def add(stage: Stage, path: str, *more: str) -> int:
    return int(stage.json("document", "add", "2026-1", path, *ORIGIN, *more)["document"]["number"])


@once
def keep(stage: Stage, name: str, content: bytes, *more: str) -> int:
    """Add a file of few octets, and give the number of the document."""
    return add(stage, saved(stage, name, content), *more)


@pytest.mark.parametrize("size", [1, 256 * 1024, 256 * 1024 + 1, 3_000_000])
def test_a_file_comes_back_byte_for_byte(office: Stage, size: int) -> None:
    content = (PNG + os.urandom(size))[: max(size, len(PNG))]
    number = add(office, saved(office, "diploma.png", content), "--title", "diploma lassen")
    out = office.folder / "terug.png"
    office.must("document", "export", "2026-1", str(number), "--output", str(out))
    assert out.read_bytes() == content
    assert office.json("document", "list", "2026-1")["documents"][0]["title"] == "diploma lassen"


def test_show_says_from_whom_since_when_and_who_took_it_out(office: Stage) -> None:
    keep(office, "cv.txt", b"Tien jaar in de bouw.", "--title", "cv", "--obtained-on", "2026-11-20")
    office.user = "bram"
    office.must("document", "export", "2026-1", "1", "--output", str(office.folder / "cv-uit.txt"))
    office.user = "anna"
    shown = office.json("document", "show", "2026-1", "1")
    assert shown["document"]["provenance"]["obtained_on"] == "2026-11-20"
    assert [(look["user_id"], look["purpose"]) for look in shown["looks"]] == [("bram", "begeleiding")]


def test_who_sees_nothing_sealed_adds_a_paper_and_cannot_read_it_back(office: Stage) -> None:
    office.user = "clara"
    made = office.json("document", "add", "2026-1", saved(office, "cv.txt", b"In de bouw."), *ORIGIN, "--title", "cv")
    assert made["document"]["title"] is None
    assert office.wkc("document", "export", "2026-1", "1", "--output", str(office.folder / "o")).code == 4
    health = ("--category", "25", "--source", "geregistreerde", "--grondslag", "uavg_30")
    path = saved(office, "belastbaarheid.txt", b"Mag niet tillen.")
    office.must("document", "add", "2026-1", path, *health)
    listed = office.json("document", "list", "2026-1")
    assert [one["field"] for one in listed["documents"]] == ["scholing"]


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<m/>", "content.xml": "<o/>"}
READ = "P<NLDDE<VRIES<<JAN<<<<<<<<<<<<<<<<<<<<<<<<<<"
READ_IN_XML = f"<w:t>{READ.replace('<', '&lt;')}</w:t>"
SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
LAUNCH = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="kwaad.exe")


def test_an_empty_file_is_said_to_be_empty(office: Stage) -> None:
    scan = office.file("leeg.pdf", b"")
    ran = office.wkc("document", "add", "2026-1", str(scan), "--category", "10", "--source", "geregistreerde")
    assert "There is nothing in this file." in ran.err


@pytest.mark.parametrize(
    ("name", "content", "code", "error"),
    [
        ("leeg.txt", b"", 6, "document_kind_unknown"),
        ("programma.exe", b"MZ\x90\x00\x03", 6, "document_kind_unknown"),
        ("half.pdf", b"%PDF-1.7 en verder niets", 6, "document_kind_unknown"),
        ("storing.PDF", b"504 Gateway Timeout", 6, "document_mislabelled"),
        ("scan.jpeg", b"<html>niet gevonden</html>", 6, "document_mislabelled"),
        ("oud.doc", ENCRYPTED[:8] + bytes(600), 6, "document_kind_unknown"),
        ("slot.docx", ENCRYPTED, 6, "document_protected"),
        ("macro.docx", zipped({"word/document.xml": "<w/>", "word/vbaProject.bin": "x"}), 3, "document_active"),
        ("macro.odt", zipped(ODT | {"Basic/Standard/m.xml": "x"}), 3, "document_active"),
        ("script.pdf", pdf(OpenAction=SCRIPT), 3, "document_active"),
        ("start.pdf", pdf(OpenAction=LAUNCH), 3, "document_active"),
        ("Kopie ID-kaart.pdf", pdf(), 3, "identity_document"),
        (
            "gelezen.docx",
            zipped({"word/document.xml": f"<w:t>{READ.replace('<', '&lt;')}</w:t>"}),
            3,
            "identity_document",
        ),
        ("gelezen.txt", b"P<NLDDE<VRIES<<JAN<<<<<<<<<<<<<<<<<<<<<<<<<<", 3, "identity_document"),
    ],
)
def test_what_may_not_be_kept_is_refused_by_its_octets(
    office: Stage, name: str, content: bytes, code: int, error: str
) -> None:
    refused = office.wkc("--json", "document", "add", "2026-1", saved(office, name, content), *ORIGIN)
    assert (refused.code, refused.error["name"]) == (code, error)
    assert office.json("document", "list", "2026-1")["documents"] == []


def test_a_pdf_with_a_password_is_named_as_one(office: Stage) -> None:
    made, out = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    refused = office.wkc("--json", "document", "add", "2026-1", saved(office, "slot.pdf", out.getvalue()), *ORIGIN)
    assert refused.error["name"] == "document_protected"


def test_the_office_says_how_large_a_file_may_be(office: Stage) -> None:
    office.must("settings", "set", "document.most_mib", "1")
    path = saved(office, "groot.png", PNG + bytes(1024 * 1024))
    assert office.wkc("--json", "document", "add", "2026-1", path, *ORIGIN).error["name"] == "document_too_large"


def test_a_category_with_data_of_several_classes_asks_for_the_field(office: Stage) -> None:
    path = saved(office, "contract.pdf", pdf())
    origin = ("--source", "geregistreerde")
    refused = office.wkc("--json", "document", "add", "2026-1", path, "--category", "29", *origin)
    assert refused.error["name"] == "document_field_needed"
    assert "arbeidscontract" in refused.error["hint"]
    office.must("document", "add", "2026-1", path, "--category", "arbeidscontract", *origin)


def tamper(stage: Stage, sql: str) -> None:
    session = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(stage.home), session.identity) as register:
        register.connection.execute(sql)


def test_paper_lies_at_a_place_until_its_day_and_is_asked_for_then(office: Stage) -> None:
    origin = ("--category", "arbeidscontract", "--source", "geregistreerde")
    place = ("--where", "ordner 3, tab 7", "--destroy-on", "2026-12-24")
    made = office.json("document", "place", "2026-1", *origin, *place)
    assert made["document"]["place"] == "ordner 3, tab 7"
    assert (
        office.wkc("--json", "document", "export", "2026-1", "1", "--output", "o").error["name"] == "document_on_paper"
    )
    office.now = datetime.fromisoformat("2026-12-24T09:00:00+00:00")
    due = [item["duty"] for item in office.wkc("--json", "agenda").data["items"]]
    assert "papier_vernietigen" in due
    assert office.json("document", "destroyed", "2026-1", "1")["documents"] == []


def test_a_destroyed_dossier_leaves_nothing_but_the_places_of_its_papers(office: Stage) -> None:
    mark = b"MERKTEKEN-" + os.urandom(16).hex().encode()
    add(office, saved(office, "cv.txt", mark * 1000), "--title", "cv met merkteken", "--geheim", "beroep")
    office.must("consent", "give", "2026-1", "--how", "schriftelijk", "--document", "1")
    origin = ("--category", "arbeidscontract", "--source", "geregistreerde")
    office.must("document", "place", "2026-1", *origin, "--where", "kast 2", "--destroy-on", "2031-01-01")
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing", stdin="dubbel ingeschreven")
    left = office.json("document", "papers")["papers"]
    assert [paper["place"] for paper in left] == ["kast 2"]
    assert "papieren_van_vernietigde_dossiers" in [i["duty"] for i in office.wkc("--json", "agenda").data["items"]]
    assert office.json("document", "papers", "--destroyed", "1")["papers"] == []


def place_paper(stage: Stage, client: str, where: str) -> None:
    origin = ("--category", "arbeidscontract", "--source", "geregistreerde")
    stage.must("document", "place", client, *origin, "--where", where, "--destroy-on", "2031-01-01")


def list_places(stage: Stage) -> list[str]:
    return [paper["place"] for paper in stage.json("document", "papers")["papers"]]


def test_a_paper_in_the_wrong_dossier_is_still_to_be_destroyed_and_one_written_down_twice_is_not(office: Stage) -> None:
    for where in ("kast 2", "kast 3", "kast 3"):
        place_paper(office, "2026-1", where)
    for number, reason in (("3", "dubbel"), ("1", "verkeerd_dossier")):
        row = ("--document", number, "--reason", reason)
        office.must("--yes", "client", "mistake", "2026-1", *row, stdin="Hoort hier niet.")
    assert list_places(office) == ["kast 2"]


def test_after_a_restore_the_papers_of_since_are_still_to_be_destroyed_and_no_other(office: Stage) -> None:
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A2")
    office.must("client", "import", "-", *order, stdin='[{"geslachtsnaam": "Dal"}]')
    for where in ("kast 1", "kast 2"):
        place_paper(office, "2026-1", where)
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing", stdin="dubbel ingeschreven")
    backup = office.json("backup", "create", "--to", str(office.folder))["path"]
    office.must("document", "papers", "--destroyed", "1")
    place_paper(office, "2026-2", "kast 3")
    office.must("--yes", "client", "destroy", "2026-2", "--vergissing", stdin="dubbel ingeschreven")
    office.must("--yes", "backup", "restore", backup)
    assert list_places(office) == ["kast 2", "kast 3"]
    assert office.wkc("doctor").code in {0, 10}


def test_a_paper_that_was_destroyed_before_its_dossier_is_not_asked_for_after_a_restore(office: Stage) -> None:
    for where in ("kast 1", "kast 2"):
        place_paper(office, "2026-1", where)
    backup = office.json("backup", "create", "--to", str(office.folder))["path"]
    office.must("document", "destroyed", "2026-1", "1")
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing", stdin="dubbel ingeschreven")
    office.must("--yes", "backup", "restore", backup)
    assert list_places(office) == ["kast 2"]


def test_a_hold_on_a_category_keeps_its_papers_alone(office: Stage) -> None:
    keep(office, "cv.txt", b"bouw", "--title", "cv")
    origin = ("--category", "loonbeslag", "--source", "geregistreerde")
    office.must("document", "add", "2026-1", saved(office, "beslag.txt", b"100 euro"), *origin, "--title", "beslag")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR 52", "--categories", "30", "--until", "2034-01-01")
    office.must("retention", "hold", "2026-1", *duty)
    for day in ("2032-01-05", "2032-01-15"):  # announced late by the first run, destroyed by the second
        office.now = datetime.fromisoformat(f"{day}T09:00:00+00:00")
        office.wkc("retention", "run")
    assert [one["title"] for one in office.json("document", "list", "2026-1")["documents"]] == ["beslag"]


CHUNK_OF_ANOTHER = "(SELECT c.content FROM document_chunk AS c WHERE c.document = 2 AND c.number = 0)"
KEY_OF_ANOTHER = "(SELECT d.sealed_key FROM document AS d WHERE d.id = 2)"


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE document_chunk SET content = zeroblob(length(content)) WHERE document = 1 AND number = 1",
        "DELETE FROM document_chunk WHERE document = 1 AND number = 2",
        "UPDATE document_chunk SET number = 9 - number WHERE document = 1",
        f"UPDATE document_chunk SET content = {CHUNK_OF_ANOTHER} WHERE document = 1 AND number = 0",
        f"UPDATE document SET sealed_key = {KEY_OF_ANOTHER} WHERE id = 1",
    ],
)
def test_a_flipped_swapped_cut_or_borrowed_chunk_is_refused_and_no_file_shows(office: Stage, harm: str) -> None:
    for name in ("een.png", "twee.png"):
        add(office, saved(office, name, PNG + os.urandom(600_000)))
    tamper(office, harm)
    out = office.folder / "uit.png"
    refused = office.wkc("--json", "document", "export", "2026-1", "1", "--output", str(out))
    assert (refused.code, refused.error["name"]) == (8, "register_damaged")
    assert not out.exists()


def test_doctor_names_a_dossier_whose_paper_is_cut(office: Stage) -> None:
    add(office, saved(office, "een.png", PNG + os.urandom(600_000)))
    tamper(office, "DELETE FROM document_chunk WHERE number = 2")
    found = {one["check"]: one for one in office.wkc("--json", "doctor").data["findings"]}
    assert found["documents"]["health"] == "damaged"


def test_a_file_that_changes_while_it_is_read_leaves_nothing(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(saved(office, "groeit.png", PNG + bytes(600_000)))
    honest = inspect.inspect

    def cut(file: IO[bytes], size: int) -> InspectedFile:
        found = honest(file, size)
        os.truncate(path, 1000)
        return found

    monkeypatch.setattr("wkc.procedures.document.keep.inspect", cut)
    assert office.wkc("--json", "document", "add", "2026-1", str(path), *ORIGIN).error["name"] == "document_changed"
    monkeypatch.undo()
    assert office.json("document", "list", "2026-1")["documents"] == []


def granted(stage: Stage, kind: str = "afschrift", *decision: str) -> None:
    stage.must("request", "receive", "2026-1", "--kind", kind)
    stage.must("request", "identify", "V2026-1", "--method", "bekend")
    stage.must("request", "decide", "V2026-1", *(decision or ("--decision", "toegewezen")), stdin="Niet van u.")
    stage.must("request", "notify", "V2026-1", "--on", "2026-11-23")


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_goes_with_the_documents_and_a_list_that_checks_them(office: Stage) -> None:
    keep(office, "cv.txt", b"Tien jaar bouw.", "--title", "cv")
    origin = ("--category", "arbeidscontract", "--source", "opdrachtgever")
    office.must("document", "add", "2026-1", saved(office, "contract.pdf", pdf()), *origin)
    office.must("document", "place", "2026-1", *origin, "--where", "kast 2", "--destroy-on", "2031-01-01")
    granted(office)
    envelope = office.folder / "envelop"
    envelope.mkdir()
    out = ("--request", "V2026-1", "--format", "json", "--output", str(envelope), "--with-documents")
    office.must("inzage", "export", "2026-1", *out)
    listed = "V2026-0001-documenten.sha256"
    assert files(envelope) == ["V2026-0001-1.txt", "V2026-0001-2.pdf", listed, "V2026-0001.json"]
    copy = json.loads((envelope / "V2026-0001.json").read_bytes())
    assert [(one["titel"], one["soort"], one["plaats"]) for one in copy["documenten"]] == [
        ("cv", "TXT", None),
        ("Arbeidscontract", "PDF", None),
        ("Arbeidscontract", None, "kast 2"),
    ]
    first = (envelope / listed).read_text(encoding="ascii").splitlines()[0]
    assert first == f"{sha256(b'Tien jaar bouw.').hexdigest()}  V2026-0001-1.txt"


def test_what_a_decision_leaves_out_has_no_document_either(office: Stage) -> None:
    keep(office, "cv.txt", b"bouw", "--title", "cv")
    origin = ("--category", "loonbeslag", "--source", "geregistreerde")
    keep(office, "brief.txt", b"over een ander", "--title", "brief van een ander")
    office.must("document", "add", "2026-1", saved(office, "beslag.txt", b"100 euro"), *origin)
    partly = ("--decision", "deels", "--code", "rechten_van_anderen", "--omit", "30", "--omit-document", "2")
    granted(office, "afschrift", *partly)
    envelope = office.folder / "envelop"
    envelope.mkdir()
    out = ("--request", "V2026-1", "--format", "json", "--output", str(envelope), "--with-documents")
    office.must("inzage", "export", "2026-1", *out)
    assert files(envelope) == ["V2026-0001-1.txt", "V2026-0001-documenten.sha256", "V2026-0001.json"]
    copy = json.loads((envelope / "V2026-0001.json").read_bytes())
    assert [one["titel"] for one in copy["documenten"]] == ["cv"]
    assert [(one["nummer"], one["veld"]) for one in copy["weggelaten"]] == [(10, "Document: Scholing"), (30, None)]


def test_an_overdracht_has_the_documents_that_the_person_gave_and_no_others(office: Stage) -> None:
    keep(office, "cv.txt", b"bouw", "--title", "cv")
    origin = ("--category", "arbeidscontract", "--source", "opdrachtgever")
    office.must("document", "add", "2026-1", saved(office, "contract.pdf", pdf()), *origin)
    granted(office, "overdracht")
    envelope = office.folder / "envelop"
    envelope.mkdir()
    out = ("--request", "V2026-1", "--format", "json", "--output", str(envelope), "--with-documents")
    office.must("inzage", "export", "2026-1", *out)
    assert files(envelope) == ["V2026-0001-1.txt", "V2026-0001-documenten.sha256", "V2026-0001.json"]


def decrypt(closed: bytes, passphrase: str) -> bytes:
    """Decrypt, again where the library refuses: what work it takes on, it measures on the machine of that moment."""
    for _try in range(4):
        with suppress(pyrage.DecryptError):
            return bytes(pyrage.passphrase.decrypt(closed, passphrase))
    return bytes(pyrage.passphrase.decrypt(closed, passphrase))


def test_a_copy_for_the_mail_is_encrypted_under_a_passphrase_that_is_shown_once(office: Stage) -> None:
    keep(office, "cv.txt", b"Tien jaar bouw.", "--title", "cv")
    granted(office)
    envelope = office.folder / "envelop"
    envelope.mkdir()
    out = ("--request", "V2026-1", "--format", "json", "--output", str(envelope), "--with-documents")
    made = office.json("inzage", "export", "2026-1", *out, "--encrypt-for", "passphrase")
    assert files(envelope) == ["V2026-0001-1.txt.age", "V2026-0001-documenten.sha256", "V2026-0001.json.age"]
    closed = (envelope / "V2026-0001.json.age").read_bytes()
    assert b"Berg" not in closed
    assert json.loads(decrypt(closed, made["passphrase"]))["persoon"]["naam"] == "Berg"
    paper = (envelope / "V2026-0001-1.txt.age").read_bytes()
    assert decrypt(paper, made["passphrase"]) == b"Tien jaar bouw."
    assert made["passphrase"] not in json.dumps(office.json("audit", "list"))


def test_a_copy_goes_to_the_public_key_of_who_gets_it_and_to_nothing_that_is_none(office: Stage) -> None:
    identity = pyrage.x25519.Identity.generate()
    out = office.folder / "kopie.pdf.age"
    to = ("--output", str(out.with_suffix("")), "--encrypt-for")
    wrong = office.wkc("--json", "inzage", "export", "2026-1", *to, "age1nietgoed")
    assert (wrong.code, wrong.error["name"], out.exists()) == (6, "recipient_wrong", False)
    said = office.must("inzage", "export", "2026-1", *to, str(identity.to_public())).out
    assert (str(out) in said, "its name ends in .age" in said, out.with_suffix("").exists()) == (True, True, False)
    assert pyrage.decrypt(out.read_bytes(), [identity]).startswith(b"%PDF-")


def test_a_document_of_several_chunks_goes_to_a_public_key_whole(office: Stage) -> None:
    identity, content = pyrage.x25519.Identity.generate(), PNG + os.urandom(600_000)
    add(office, saved(office, "scan.png", content))
    envelope = office.folder / "envelop"
    envelope.mkdir()
    out = ("--format", "json", "--output", str(envelope), "--with-documents")
    office.must("inzage", "export", "2026-1", *out, "--encrypt-for", str(identity.to_public()))
    (closed,) = envelope.glob("*.png.age")
    assert pyrage.decrypt(closed.read_bytes(), [identity]) == content


def test_a_document_added_by_mistake_is_gone_for_good_and_the_copy_says_so(office: Stage) -> None:
    keep(office, "cv.txt", b"van een ander", "--title", "cv")
    office.must("--yes", "document", "remove", "2026-1", "1", "--reason", "verkeerd_dossier", stdin="Van een ander.")
    assert office.json("document", "list", "2026-1")["documents"] == []
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(office.folder / "k.json"))
    (told,) = json.loads((office.folder / "k.json").read_bytes())["vergissingen"]
    assert (told["soort"]["code"], told["reden"]["code"]) == ("document", "verkeerd_dossier")


def test_a_restored_backup_does_not_bring_a_removed_document_back(office: Stage) -> None:
    keep(office, "cv.txt", b"van een ander", "--title", "cv")
    backups = office.folder / "backups"
    backups.mkdir()
    office.must("backup", "create", "--to", str(backups))
    office.must("--yes", "document", "remove", "2026-1", "1", "--reason", "verkeerd_dossier", stdin="Van een ander.")
    (backup,) = backups.iterdir()
    office.must("--yes", "backup", "restore", str(backup))
    assert office.json("document", "list", "2026-1")["documents"] == []


ASKED = (
    *("--recipient", "Gemeente", "--channel", "brief", "--ground", "doel"),
    *("--purpose", "voortgang", "--categories", "1"),
)


def test_a_document_goes_by_its_category_and_the_log_keeps_which(office: Stage) -> None:
    keep(office, "cv.txt", b"bouw", "--title", "diploma lassen")
    health = ("--category", "25", "--source", "geregistreerde", "--grondslag", "uavg_30")
    office.must("document", "add", "2026-1", saved(office, "arts.txt", b"rug"), *health)
    checked = office.json("disclosure", "check", "2026-1", *ASKED, "--documents", "1,2")["judgement"]
    assert [(one["asked"]["field"], one["asked"]["is_document"]) for one in checked["granted"]] == [
        ("geslachtsnaam", False),
        ("scholing", True),
    ]
    assert [one["asked"]["field"] for one in checked["dropped"]] == ["gezondheid"]
    unknown = office.wkc("--json", "disclosure", "check", "2026-1", *ASKED, "--documents", "9")
    assert unknown.error["name"] == "document_unknown"


def test_who_got_a_document_that_was_a_mistake_hears_of_it(office: Stage) -> None:
    keep(office, "cv.txt", b"van een ander", "--title", "diploma lassen")
    office.must("party", "set", "Gemeente", "--address", "Postbus 53", "--postcode", "1800 BC", "--place", "Alkmaar")
    letter = office.folder / "brief.pdf"
    office.must("disclosure", "log", "2026-1", *ASKED, "--documents", "1", "--letter", str(letter))
    assert "diplomalassen" in text_of(letter.read_bytes()).replace(" ", "")
    wrong = ("--reason", "verkeerd_dossier")
    office.must("--yes", "document", "remove", "2026-1", "1", *wrong, stdin="Van een ander.")
    (told,) = (
        one["number"]
        for one in office.json("letter", "list", "2026-1")["letters"]
        if one["kind"] == "kennisgeving_ontvanger"
    )
    notice = office.folder / "kennisgeving.pdf"
    office.must("letter", "print", told, "--output", str(notice))
    assert "Document:Scholing" in text_of(notice.read_bytes()).replace(" ", "")
    (made,) = office.json("disclosure", "list", "2026-1")["disclosures"]
    assert [(one["field"], one["is_document"]) for one in made["items"]] == [
        ("geslachtsnaam", False),
        ("scholing", True),
    ]


def test_the_secrecy_of_a_document_is_lifted_for_who_it_was_lifted_for(office: Stage) -> None:
    secret = ("--title", "attest", "--geheim", "beroep")
    keep(office, "attest.txt", b"van de arts", *secret)
    keep(office, "cv.txt", b"bouw", "--title", "diploma")
    check = ("disclosure", "check", "2026-1", *ASKED, "--documents", "1")

    def judged() -> str | None:
        dropped = office.json(*check)["judgement"]["dropped"]
        return next((one["reason"] for one in dropped if one["asked"]["is_document"]), None)

    assert judged() == "geheim"
    lift = ("consent", "give", "2026-1", "--how", "schriftelijk")
    assert office.wkc("--json", *lift, "--document", "2").error["name"] == "entry_not_secret"
    assert office.wkc("--json", *lift, "--document", "9").error["name"] == "document_unknown"
    assert office.wkc("--json", *lift, "--document", "1", "--release", "1").error["name"] == "one_of"
    (lifted,) = office.json(*lift, "--document", "1", "--recipient", "Gemeente")["releases"]
    assert (lifted["field"], lifted["entry_number"], lifted["is_document"]) == ("scholing", 1, True)
    assert "1 Scholing (document)" in office.must("consent", "list", "2026-1").out
    assert judged() is None
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(office.folder / "k.json"))
    (told,) = json.loads((office.folder / "k.json").read_bytes())["ontheffingen"]
    assert told["naam"] == "Document: Scholing"
    office.must("consent", "withdraw", "2026-1", "--release", "1")
    assert judged() == "geheim"
    office.must("--yes", "document", "remove", "2026-1", "1", "--reason", "verkeerd_dossier", stdin="Van een ander.")
    assert office.json("consent", "list", "2026-1")["releases"] == []


def test_what_was_lifted_of_a_document_stays_lifted_of_the_one_that_takes_its_place(office: Stage) -> None:
    keep(office, "oud.txt", b"oud", "--title", "attest", "--geheim", "beroep")
    keep(office, "nieuw.txt", b"nieuw", "--title", "attest")
    office.must("consent", "give", "2026-1", "--how", "schriftelijk", "--document", "1")
    office.must("request", "receive", "2026-1", "--kind", "verbetering")
    office.must("correction", "propose", "V2026-1", "--document", "1", "--why", "onjuist", "--replaced-by", "2")
    office.must("request", "identify", "V2026-1", "--method", "bekend")
    office.must("request", "decide", "V2026-1", "--decision", "toegewezen")
    office.must("request", "notify", "V2026-1")
    place = str(office.folder / "kopie.json")
    office.must("correction", "apply", "V2026-1", "--format", "json", "--output", place)
    assert [one["entry_number"] for one in office.json("consent", "list", "2026-1")["releases"]] == [2]


@pytest.mark.parametrize(("locale", "shown"), [("nl_NL.UTF-8", "24,8 MB"), ("en_GB.UTF-8", "24.8 MB")])
def test_the_size_of_a_file_has_the_decimal_mark_of_the_reader(locale: str, shown: str) -> None:
    i18n.use({"LC_ALL": locale})
    try:
        assert f"{i18n.decimal(24.8)} MB" == shown
    finally:
        i18n.use({"LC_ALL": "C"})


def test_a_signed_form_is_shown_to_nobody_else(office: Stage) -> None:
    asked = ("--recipient", "Gemeente", "--purpose", "voortgang", "--categories", "1")
    office.must("form", "print", "toestemming", "2026-1", *asked, "--output", str(office.folder / "f.pdf"))
    office.must("form", "signed", "F2026-1", "--on", "2026-11-23", "--document", saved(office, "s.txt", b"getekend"))
    refused = office.wkc("--json", "disclosure", "check", "2026-1", *ASKED, "--documents", "1")
    assert (refused.code, refused.error["name"]) == (3, "form_not_given")


def test_a_number_never_comes_again_and_is_the_same_for_everybody(office: Stage) -> None:
    health = ("--category", "25", "--source", "geregistreerde", "--grondslag", "uavg_30")
    office.must("document", "add", "2026-1", saved(office, "arts.txt", b"rug"), *health)
    for title in ("cv", "diploma"):
        keep(office, "cv.txt", b"bouw", "--title", title)
    removal = ("document", "remove", "2026-1", "2", "--reason", "dubbel")
    office.must("--yes", *removal, stdin="Twee keer.")
    assert office.wkc("--yes", *removal, stdin="Twee keer.").code == 5
    assert keep(office, "cv.txt", b"bouw") == 4
    office.user = "clara"
    assert [one["number"] for one in office.json("document", "list", "2026-1")["documents"]] == [3, 4]


def test_what_the_beheerder_allows_has_the_documents_that_were_asked_for(office: Stage) -> None:
    keep(office, "cv.txt", b"bouw", "--title", "diploma lassen")
    law = (
        "--ground",
        "wettelijk_voorschrift",
        "--law",
        "ander",
        "--citation",
        "Wet X 1",
        "--requested-on",
        "2026-11-20",
    )
    asked = ("--recipient", "Gemeente", "--channel", "brief", *law, "--categories", "1", "--documents", "1")
    judged = office.wkc("--json", "disclosure", "log", "2026-1", *asked)
    assert judged.data["outcome"] == "beheerder_beslist"
    allowed = office.json("disclosure", "decide", "2026-1", "1", "--allow", stdin="De wet is nagelezen.")
    assert [one["is_document"] for one in allowed["items"] if one["dropped"] is None] == [False, True]


def test_paper_is_not_taken_by_its_files_number_nor_with_a_day_that_is_over(office: Stage) -> None:
    keep(office, "cv.txt", b"bouw")
    assert office.wkc("--json", "document", "destroyed", "2026-1", "1").error["name"] == "document_is_file"
    over = ("--where", "kast 1", "--destroy-on", "2026-11-22")
    assert office.wkc("--json", "document", "place", "2026-1", *ORIGIN, *over).error["name"] == "document_day_past"


def test_a_document_held_on_consent_needs_one_on_file_and_is_counted_when_it_ends(office: Stage) -> None:
    health = ("--category", "25", "--source", "geregistreerde", "--grondslag", "uitdrukkelijke_toestemming")
    add_health = ("document", "add", "2026-1", saved(office, "arts.txt", b"rug"), *health)
    assert office.wkc("--json", *add_health).error["name"] == "consent_to_hold_missing"
    office.must("consent", "give", "2026-1", "--to-hold", "--categories", "25", "--how", "schriftelijk")
    office.must(*add_health)
    office.must("consent", "withdraw", "2026-1", "1")
    due = {item["duty"]: item["count"] for item in office.wkc("--json", "agenda").data["items"]}
    assert due["zonder_toestemming"] == 1


def test_who_stops_a_document_halfway_stands_in_the_log(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    add(office, saved(office, "scan.png", PNG + os.urandom(600_000)))

    def stop(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wkc.procedures.document.document.documents.content", stop)
    office.wkc("document", "export", "2026-1", "1", "--output", str(office.folder / "uit.png"))
    monkeypatch.undo()
    lines = office.json("audit", "list")["lines"]
    steps = [one["details"].get("step") for one in lines if one["action"] == "document.export"]
    assert "prepared" in steps
    assert "made" not in steps
