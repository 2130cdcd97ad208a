"""AVG 15.4: a finished PDF read again: the text of its pages, its title and author, and the files attached to it."""

import io

from msgspec import Struct


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
