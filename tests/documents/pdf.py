"""Reads back what stands on the pages of a PDF: the text operators through each font's ToUnicode table."""

import io
import re
from dataclasses import dataclass

import pikepdf


@dataclass
class Page:
    """The text of a page, without white space (lines break anywhere), and the part of it that is artifact."""

    text: str = ""
    artifact: str = ""


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def pages(pdf: bytes) -> list[Page]:
    with opened(pdf) as document:
        return [_page(page) for page in document.pages]


def text_of(pdf: bytes) -> str:
    return "".join(page.text for page in pages(pdf))


def squeezed(text: str) -> str:
    return "".join(text.split())


def _page(page: pikepdf.Page) -> Page:
    fonts = {str(name): _to_unicode(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    read, font, marks = Page(), {}, []
    for step in pikepdf.parse_content_stream(page):
        assert isinstance(step, pikepdf.ContentStreamInstruction)
        operands = step.operands
        match str(step.operator):
            case "BDC" | "BMC":
                marks.append(str(operands[0]) == "/Artifact")
            case "EMC":
                marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                strings = operands[0] if str(step.operator) == "TJ" else operands
                shown = "".join(_decoded(bytes(s), font) for s in strings if isinstance(s, pikepdf.String))
                read.text += squeezed(shown)
                read.artifact += squeezed(shown) if any(marks) else ""
    return read


def _decoded(codes: bytes, font: dict[int, str]) -> str:
    return "".join(font[int.from_bytes(codes[i : i + 2])] for i in range(0, len(codes), 2))


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    table: dict[int, str] = {}
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            table[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    assert "beginbfrange" not in cmap
    return table
