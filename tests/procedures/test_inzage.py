"""The copy: one model in two renderings, whole, traced, private, and never handed out by mistake."""

import hashlib
import io
import json
import stat
from pathlib import Path
from typing import Any

import jsonschema
import pikepdf
import pytest

from tests.prepared import prepared
from tests.procedures.people import LONG, ORDER, PEOPLE
from tests.stage import Stage
from wkc.documents import part
from wkc.documents.copy import inzage
from wkc.procedures.io import output_file


@prepared
def taken_in(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(PEOPLE))
    return stage


def export(stage: Stage, number: str, form: str) -> bytes:
    path = stage.folder / f"{number}.{form}"
    stage.must("inzage", "export", number, "--format", form, "--output", str(path))
    return path.read_bytes()


def values(copy: Any) -> list[str]:
    return [entry["waarde"] for category in copy["gegevens"] for entry in category["gegevens"]]


def test_each_value_stands_in_the_json_as_it_was_given(taken_in: Stage) -> None:
    for number in ("2026-0001", "2026-0002", "2026-0003", "2026-0004", "2026-0005"):
        copy = json.loads(export(taken_in, number, "json"))
        jsonschema.Draft202012Validator(inzage.schema()).validate(copy)
        dossier = taken_in.json("client", "show", number)["dossier"]
        assert sorted(values(copy)) == sorted(entry["value"] for entry in dossier["entries"])
    assert LONG in values(json.loads((taken_in.folder / "2026-0004.json").read_bytes()))


def test_the_pdf_is_an_archive_for_everybody_with_the_json_in_it(taken_in: Stage) -> None:
    with pikepdf.open(io.BytesIO(export(taken_in, "2026-0001", "pdf"))) as pdf:
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
            assert metadata["pdfuaid:part"] == "1"
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        attached = json.loads(next(iter(pdf.attachments.values())).get_file().read_bytes())
    jsonschema.Draft202012Validator(inzage.schema()).validate(attached)
    assert "Stapper" in values(attached)


def test_a_copy_without_a_request_says_that_it_is_not_to_be_handed_out(taken_in: Stage) -> None:
    assert json.loads(export(taken_in, "2026-0001", "json"))["werkexemplaar"] is True


def test_the_copy_tells_what_the_client_granted_and_what_was_withdrawn(taken_in: Stage) -> None:
    shown = '{"kind": "mentor", "name": "M. Mol", "from": "2026-01-01", "document": "Beschikking", "on": "2026-11-20"}'
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--categories", "25", "--how", "e_mail")
    taken_in.must("consent", "give", "2026-1", *consent, "--mandate", "-", stdin=shown)
    taken_in.must("consent", "withdraw", "2026-1", "1")
    copy = json.loads(export(taken_in, "2026-0001", "json"))
    assert [given["ontvanger"] for given in copy["toestemmingen"]] == ["Gemeente Alkmaar"]
    assert copy["toestemmingen"][0]["ingetrokkenOp"] == "2026-11-23"
    assert copy["machtigingen"][0]["naam"] == "M. Mol"
    assert [look["handeling"]["code"] for look in copy["raadplegingen"]][-2:] == [
        "consent.give",
        "consent.withdraw",
    ]


def test_the_file_is_its_owners_alone_and_is_not_overwritten(taken_in: Stage) -> None:
    content = export(taken_in, "2026-0001", "json")
    path = taken_in.folder / "2026-0001.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    ran = taken_in.wkc("--json", "inzage", "export", "2026-1", "--format", "json", "--output", str(path))
    assert (ran.code, ran.error["name"]) == (6, "output_exists")
    assert path.read_bytes() == content
    taken_in.must("inzage", "export", "2026-1", "--format", "json", "--output", str(path), "--force")
    assert path.read_bytes() != content


def test_the_log_has_that_it_was_prepared_and_the_hash_of_what_was_made(taken_in: Stage) -> None:
    content = export(taken_in, "2026-0001", "json")
    made, prepared = taken_in.json("audit", "list")["lines"][:2]
    assert prepared["details"] == {"as": "beheerder", "format": "json", "step": "prepared"}
    assert made["details"] == {
        "as": "beheerder",
        "format": "json",
        "sha256": hashlib.sha256(content).hexdigest(),
        "step": "made",
    }
    assert made["subject"] == prepared["subject"] is not None


def test_the_copy_names_looks_by_role_and_never_an_employee(taken_in: Stage) -> None:
    taken_in.must("client", "show", "2026-1")
    copy = json.loads(export(taken_in, "2026-0001", "json"))
    assert {look["rol"]["code"] for look in copy["raadplegingen"]} == {"beheerder"}
    assert "anna" not in json.dumps(copy)


def test_a_file_that_appears_meanwhile_is_not_overwritten(taken_in: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    path = taken_in.folder / "late.json"
    render = part.as_json

    def slow(copy: Any) -> bytes:
        path.write_text("somebody else's", encoding="utf-8")
        return render(copy)

    monkeypatch.setattr(part, "as_json", slow)
    ran = taken_in.wkc("--json", "inzage", "export", "2026-1", "--format", "json", "--output", str(path))
    assert ran.error["name"] == "output_exists"
    assert path.read_text(encoding="utf-8") == "somebody else's"
    assert [found.name for found in taken_in.folder.iterdir() if found.name.startswith(".late")] == []


def test_the_name_of_the_file_is_the_number_when_none_is_given(
    taken_in: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    taken_in.must("inzage", "export", "stapper", "--format", "json")
    assert [path.name for path in here.iterdir()] == ["2026-0001.json"]


def test_the_line_with_the_hash_is_there_before_the_file_shows(
    taken_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = taken_in.folder / "c.json"
    lines: list[Any] = []
    place = output_file._place

    def looked(draft: Path, target: Path) -> None:
        assert not target.exists()
        lines.extend(taken_in.json("audit", "list")["lines"][:1])
        place(draft, target)

    monkeypatch.setattr(output_file, "_place", looked)
    taken_in.must("inzage", "export", "2026-1", "--format", "json", "--output", str(path))
    assert lines[0]["details"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_is_no_file_is_not_replaced(taken_in: Stage) -> None:
    import os

    pipe = taken_in.folder / "pipe"
    os.mkfifo(pipe)
    words = ("inzage", "export", "2026-1", "--format", "json", "--output", str(pipe), "--force")
    assert taken_in.wkc("--json", *words).error["name"] == "output_exists"
    assert pipe.is_fifo()
