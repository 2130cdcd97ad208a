"""The dangers of a file: each kind of content that runs, fetches, sends or hides something, by the octets."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from tests.procedures.zip_files import zipped
from tests.stage import Stage
from wkc.procedures.document.inspect import inspect

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def found(content: bytes) -> frozenset[str]:
    looked_at = inspect(io.BytesIO(content), len(content))
    assert looked_at.media_type is not None
    return looked_at.dangers


def pdf(*, annotation: Dictionary | None = None, action: Dictionary | None = None, attached: bytes = b"") -> bytes:
    made, out = pikepdf.new(), io.BytesIO()
    page = made.add_blank_page()
    if annotation is not None:
        page.Annots = Array([made.make_indirect(annotation)])
    if action is not None:
        made.Root.OpenAction = action
    if attached:
        made.attachments["lijst.xlsx"] = attached
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def docx(text: str = "", **parts: str) -> bytes:
    named = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    return zipped({"word/document.xml": f'<w:document xmlns:w="urn:w">{text}</w:document>'} | named)


def related(kind: str, target: str, mode: str = "External") -> bytes:
    relation = f'<Relationship Id="r1" Type="{RELATION}{kind}" Target="{target}" TargetMode="{mode}"/>'
    return docx(word___rels__document_dot_xml_dot_rels=f"<Relationships>{relation}</Relationships>")


def odt(text: str = "", manifest: str = "", meta: str = "") -> bytes:
    parts = {"mimetype": ODT_TYPE, "META-INF/manifest.xml": f"<m>{manifest}</m>", "content.xml": f"<o>{text}</o>"}
    return zipped(parts | {"meta.xml": f"<o>{meta}</o>"})


def entry(path: str, media_type: str) -> str:
    return f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media_type}"/>'


def test_a_plain_file_has_none() -> None:
    assert found(pdf()) == set()
    assert found(docx("<w:p/>")) == set()
    assert found(odt("<p/>")) == set()


@pytest.mark.parametrize(
    ("action", "danger"),
    [
        (Dictionary(S=Name.JavaScript, JS="app.alert(1)"), "javascript"),
        (Dictionary(S=Name.Launch, F="kwaad.exe"), "programma"),
        (Dictionary(S=Name.SubmitForm, F="https://kwaad.example"), "formulier"),
        (Dictionary(S=Name.ImportData, F="x.fdf"), "formulier"),
        (Dictionary(S=Name.GoToR, F="//kwaad/x.pdf", D=0), "ander_bestand"),
        (Dictionary(S=Name.GoToE, D=0), "bijlage"),
        (Dictionary(S=Name.Thread, F="x.pdf", D=0), "ander_bestand"),
        (Dictionary(S=Name.Rendition, OP=0), "media"),
        (Dictionary(S=Name.Movie), "media"),
        (Dictionary(S=Name.Sound), "media"),
        (Dictionary(S=Name.URI, URI="https://example.nl"), "links"),
        (Dictionary(S=Name.Named, N=Name.NextPage, Next=Dictionary(S=Name.Launch, F="x.exe")), "programma"),
    ],
)
def test_an_action_of_a_pdf_is_named_also_as_the_second_of_a_chain(action: Dictionary, danger: str) -> None:
    assert found(pdf(action=action)) == {danger}


@pytest.mark.parametrize(
    ("subtype", "danger"),
    [
        (Name.RichMedia, "media"),
        (Name.Screen, "media"),
        (Name("/3D"), "media"),
        (Name.FileAttachment, "bijlage"),
    ],
)
def test_an_annotation_of_a_pdf_that_is_no_mark_on_the_page_is_named(subtype: Name, danger: str) -> None:
    annotation = Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([0, 0, 1, 1]))
    assert found(pdf(annotation=annotation)) == {danger}


def test_a_file_inside_a_pdf_a_dynamic_form_and_content_from_elsewhere_are_named() -> None:
    assert found(pdf(attached=b"PK")) == {"bijlage"}
    made, out = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.Root.AcroForm = Dictionary(Fields=Array([]), XFA=made.make_stream(b"<xdp/>"))
    outside = Stream(made, b"")
    outside.F = pikepdf.String("//kwaad/plaatje")
    made.Root.Elders = made.make_indirect(outside)
    made.save(out)
    assert found(out.getvalue()) == {"formulier", "extern"}


@pytest.mark.parametrize(
    ("content", "dangers"),
    [
        (related("hyperlink", "https://example.nl"), {"links"}),
        (related("hyperlink", "mailto:a@example.nl"), {"links"}),
        (related("hyperlink", "file://kwaad/x.exe"), {"ander_bestand"}),
        (related("image", "https://kwaad.example/stip.png"), {"extern"}),
        (related("attachedTemplate", "https://kwaad.example/t.dotm"), {"extern"}),
        (related("attachedTemplate", r"file:///\\kwaad\t.dotm"), {"extern"}),
        (related("attachedTemplate", r"file:///C:\Users\jan\brief.dotx"), set()),
        (related("subDocument", "deel.docx"), {"extern"}),
        (related("oleObject", "embeddings/oleObject1.bin", "Internal"), {"bijlage"}),
        (related("aFChunk", "deel.html", "Internal"), {"bijlage"}),
        (related("control", "activeX/activeX1.xml", "Internal"), {"programma"}),
        (docx(word__embeddings__lijst_dot_xlsx="PK"), {"bijlage"}),
        (docx(word__vbaProject_dot_bin="x"), {"macros"}),
        (docx('<w:fldSimple w:instr=" DDEAUTO cmd "/>'), {"programma"}),
        (docx('<w:fldSimple w:instr="PAGE"/>'), set()),
        (
            docx(
                '<w:fldChar w:fldCharType="begin"/><w:instrText>DD</w:instrText>'
                "<w:instrText>E cmd</w:instrText>"
                '<w:fldChar w:fldCharType="end"/>'
            ),
            {"programma"},
        ),
        (docx('<w:fldSimple w:instr="INCLUDEPICTURE &quot;https://kwaad.example&quot; \\d"/>'), {"extern"}),
    ],
)
def test_what_a_docx_runs_fetches_or_carries_is_named(content: bytes, dangers: set[str]) -> None:
    assert found(content) == dangers


@pytest.mark.parametrize(
    ("content", "dangers"),
    [
        (odt('<text:a xlink:href="https://example.nl"/>'), {"links"}),
        (odt('<text:a xlink:href="#Kop"/>'), set()),
        (odt('<text:a xlink:href="vnd.sun.star.script:x"/>'), {"ander_bestand"}),
        (odt('<draw:image xlink:href="Pictures/1.png"/>'), set()),
        (odt('<draw:image xlink:href="https://kwaad.example/stip.png"/>'), {"extern"}),
        (odt('<text:section-source xlink:href="../deel.odt"/>'), {"extern"}),
        (odt('<draw:object-ole xlink:href="./Object 1"/>'), {"bijlage"}),
        (odt('<draw:floating-frame xlink:href="https://kwaad.example"/>'), {"extern"}),
        (odt('<draw:plugin xlink:href="film.mp4"/>'), {"media"}),
        (odt('<script:event-listener script:event-name="dom:load"/>'), {"macros"}),
        (odt('<text:dde-connection-decl office:name="x"/>'), {"programma"}),
        (odt(meta='<meta:template xlink:href="https://kwaad.example/t.ott"/>'), {"extern"}),
        (odt(meta='<meta:template xlink:href="../../Sjablonen/brief.ott"/>'), set()),
        (odt(meta='<meta:auto-reload xlink:href="https://kwaad.example"/>'), {"extern"}),
        (odt(manifest=entry("Object 1", "application/vnd.sun.star.oleobject")), {"bijlage"}),
        (odt(manifest=entry("Object 1/", "application/vnd.oasis.opendocument.chart")), set()),
    ],
)
def test_what_an_odt_runs_fetches_or_carries_is_named(content: bytes, dangers: set[str]) -> None:
    assert found(content) == dangers


@pytest.mark.parametrize("part", ["word/document.xml", "word/_rels/document.xml.rels"])
def test_a_docx_whose_parts_are_no_xml_is_none(part: str) -> None:
    content = zipped({"word/document.xml": "<w/>", part: "<w"})
    assert inspect(io.BytesIO(content), len(content)).media_type is None


def test_a_file_inside_is_refused_and_a_link_is_taken_with_its_danger(stage: Stage) -> None:
    stage.must("client", "import", "-", "--opdrachtgever", "G", "--assignment", "A1", stdin='[{"geslachtsnaam": "B"}]')
    add = ("document", "add", "2026-1", "--category", "10", "--source", "geregistreerde")
    path = stage.folder / "cv.pdf"
    path.write_bytes(pdf(attached=b"PK"))
    refused = stage.wkc("--json", *add, str(path))
    assert (refused.code, refused.error["name"]) == (3, "document_foreign")
    assert "another file inside it" in refused.error["text"]
    path.write_bytes(pdf(action=Dictionary(S=Name.URI, URI="https://example.nl")))
    assert "links to the web" in stage.must(*add, str(path)).out
