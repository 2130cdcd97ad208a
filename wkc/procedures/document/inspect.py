"""Inspection of a file by its octets, never by its name: kind, password, its dangers, an identity document.

The signatures are our own because no kept library tells apart a text, a document with macros and one with a password;
the containers themselves are read by pypdf and by zipfile.
"""

import html
import io
import logging
import re
from collections.abc import Iterable
from itertools import islice
from typing import IO
from zipfile import BadZipFile, ZipFile

from wkc.procedures.document import office_danger, pdf_danger
from wkc.records.document import MEDIA_TYPES, InspectedFile

_PDF, _JPEG, _PNG, _TIFF, _TEXT, _DOCX, _ODT = MEDIA_TYPES
_SIGNATURES = ((b"\xff\xd8\xff", _JPEG), (b"\x89PNG\r\n\x1a\n", _PNG), (b"II*\0", _TIFF), (b"MM\0*", _TIFF))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The head of a compound file (MS-CFB): an encrypted DOCX is one, and so is a DOC."""
_ENCRYPTED_DOCX = "EncryptedPackage".encode("utf-16-le")
_HEAD = 1024  # octets in which a reader looks for the head of a PDF (ISO 32000-1, annex H)
_PART = 8 << 20  # octets of a part of a container that are read at most
_PAGES = 10
"""Pages of which the text is read: the copy of an identity document has one or two."""
# Two of the lines at the foot of a passport or card (ICAO 9303), of 30 characters at least, with fillers.
_TAG = re.compile(r"<[A-Za-z/?!][^<>]*>")
_MACHINE_READABLE = re.compile(r"\b[ACIPV][A-Z<][A-Z<]{3}[A-Z0-9<]{15,34}<<[A-Z0-9<]*")


def inspect(file: IO[bytes], size: int) -> InspectedFile:
    """Inspect a file from its beginning; its position is anywhere afterwards."""
    head = file.read(_HEAD)
    file.seek(0)
    if b"%PDF-" in head:
        return _inspect_pdf(file, size)
    for signature, media_type in _SIGNATURES:
        if head.startswith(signature):
            return InspectedFile(media_type, size)
    if head.startswith(_OLE):
        is_protected = any(_ENCRYPTED_DOCX in part for part in _parts(file))
        return InspectedFile(_DOCX if is_protected else None, size, is_protected=is_protected)
    if head.startswith(b"PK"):
        return _inspect_zip(file, size)
    return _inspect_text(file, size)


def _inspect_pdf(file: IO[bytes], size: int) -> InspectedFile:
    from pypdf import PdfReader

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        pdf = PdfReader(file)
        if pdf.is_encrypted and not pdf.decrypt(""):
            return InspectedFile(_PDF, size, is_protected=True)
        text = "\n".join(page.extract_text() for page in islice(pdf.pages, _PAGES))
        return InspectedFile(_PDF, size, dangers=pdf_danger.list_dangers(pdf), is_identity=_is_identity(text))
    except Exception:  # noqa: BLE001  (whatever the library trips over: to who opens it later it is no PDF either)
        return InspectedFile(None, size)


def _inspect_zip(file: IO[bytes], size: int) -> InspectedFile:
    try:
        with ZipFile(file) as parts:
            names = parts.namelist()
            if any(one.flag_bits & 1 for one in parts.infolist()):
                return InspectedFile(None, size, is_protected=True)
            if "word/document.xml" in names:
                dangers = office_danger.list_dangers_docx(parts)
                text = _part(parts, "word/document.xml")
                return InspectedFile(_DOCX, size, dangers=dangers, is_identity=_is_identity(text))
            if _part(parts, "mimetype") == _ODT:
                if "encryption-data" in _part(parts, "META-INF/manifest.xml"):
                    return InspectedFile(_ODT, size, is_protected=True)
                dangers = office_danger.list_dangers_odt(parts)
                return InspectedFile(_ODT, size, dangers=dangers, is_identity=_is_identity(_part(parts, "content.xml")))
    except (BadZipFile, KeyError, NotImplementedError, EOFError, ValueError, OSError):
        return InspectedFile(None, size)
    return InspectedFile(None, size)


def _part(parts: ZipFile, name: str) -> str:
    with parts.open(name) as part:
        return part.read(_PART).decode("utf-8", "replace")


def _inspect_text(file: IO[bytes], size: int) -> InspectedFile:
    """Take what is UTF-8 without control characters for a text."""
    decode = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    is_identity = False
    try:
        while part := decode.read(_PART):
            if any(ord(character) < ord(" ") and character not in "\t\n\r\f" for character in set(part)):
                return InspectedFile(None, size)
            is_identity = is_identity or _is_identity(part)
    except UnicodeDecodeError:
        return InspectedFile(None, size)
    finally:
        decode.detach()
    return InspectedFile(_TEXT, size, is_identity=is_identity)


def _is_identity(text: str) -> bool:
    """Tell whether a text has the machine readable lines of a travel document; of XML the text between tags."""
    return any(_MACHINE_READABLE.search(one) for one in (text, html.unescape(_TAG.sub("", text))))


def _parts(file: IO[bytes]) -> Iterable[bytes]:
    while part := file.read(_PART):
        yield part
