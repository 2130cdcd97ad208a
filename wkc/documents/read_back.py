"""AVG 15.4: a finished PDF read again: the text of its pages, its title and author, and the files attached to it."""

import io
import re
from zipfile import ZipFile

from msgspec import Struct

_BODIES = ("word/document.xml", "content.xml")
_TAG = re.compile(r"<[^>]*>")


class ReadBack(Struct, frozen=True):
    """The contents of a PDF: the text of each page and of its metadata, and each attached file as octets."""

    pages: tuple[str, ...]
    attachments: tuple[bytes, ...]


def read_back(pdf: bytes) -> ReadBack:
    """Read a PDF; a word that the paper breaks at the end of a line is one word."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf))
    pages = [page.extract_text() for page in reader.pages]
    metadata = " ".join(map(str, (reader.metadata or {}).values()))
    attached = tuple(content for contents in reader.attachments.values() for content in contents)
    return ReadBack(tuple(page.replace("-\n", "").replace("\n", " ") for page in (*pages, metadata)), attached)


def read_text(content: bytes) -> str | None:
    """Read the text of a document: of a PDF, a text, a DOCX or an ODT; None for what has none, such as a picture."""
    if content.startswith(b"%PDF"):
        return "\n".join(read_back(content).pages) or None
    if content.startswith(b"PK"):
        with ZipFile(io.BytesIO(content)) as parts:
            name = next((name for name in parts.namelist() if name in _BODIES), None)
            return None if name is None else _TAG.sub(" ", parts.read(name).decode("utf-8", "replace"))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None
