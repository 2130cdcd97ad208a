"""The dangers of a DOCX or ODT: macros, files inside, and parts that are fetched from elsewhere when it opens.

The relations of a DOCX (ECMA-376, part 2, 9.3) and the elements of an ODT (OpenDocument 1.3) name them. No kept library
lists them: those that read these files pass over what they do not show. Names are compared without their namespace.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from zipfile import ZipFile

from wkc.records.document import LINKS

_READ, _MOST = 1 << 20, 64 << 20  # octets read at a time, and at most of one part
_WEB = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[A-Za-z][\w+.-]+:|[/\\]|\.\./")
"""A target outside the file: it has a scheme, or leads out of the folder that the file is."""
_REMOTE = re.compile(r"(?!file:///(?![/\\]))[A-Za-z][\w+.-]+:|//|\\\\")
"""A target on another machine, which the disk of who made the file is not: there lies the template of many a file."""
_RELATIONS: Mapping[str, str] = {
    "vbaProject": "macros",
    "oleObject": "bijlage",
    "package": "bijlage",
    "aFChunk": "bijlage",
    "control": "programma",
    "activeXControlBinary": "programma",
}
"""Relations within a DOCX that lead to more than text and pictures."""
_FIELDS: Mapping[str, str] = {
    "DDE": "programma",
    "DDEAUTO": "programma",
    "LINK": "extern",
    "INCLUDETEXT": "extern",
    "INCLUDEPICTURE": "extern",
    "IMPORT": "extern",
}
"""Fields of a DOCX that start or fetch something."""
_ELEMENTS: Mapping[str, str] = {
    "event-listener": "macros",
    "script": "macros",
    "dde-source": "programma",
    "dde-connection": "programma",
    "dde-connection-decl": "programma",
    "object-ole": "bijlage",
    "applet": "programma",
    "plugin": "media",
    "floating-frame": "extern",
}
"""Elements of an ODT that do more than show something."""
_DRAWN = frozenset({"application/vnd.oasis.opendocument.chart", "application/vnd.oasis.opendocument.formula"})
"""Objects inside an ODT that are part of its text."""

Attributes = dict[str, str]


def list_dangers_docx(parts: ZipFile) -> frozenset[str]:
    """Give the dangers of a DOCX, by their codes; ValueError for a part that is too large or no XML."""
    dangers: set[str] = set()
    for name in parts.namelist():
        folded = name.casefold()
        if folded.endswith("vbaproject.bin"):
            dangers.add("macros")
        elif "/embeddings/" in folded:
            dangers.add("bijlage")
        elif "/activex/" in folded:
            dangers.add("programma")
        elif folded.endswith(".rels"):
            _parse(parts, name, lambda tag, attributes: dangers.update(_relation(tag, attributes)))
        elif folded.startswith("word/") and folded.endswith(".xml"):
            dangers.update(_list_fields(parts, name))
    return frozenset(dangers)


def list_dangers_odt(parts: ZipFile) -> frozenset[str]:
    """Give the dangers of an ODT, by their codes; ValueError for a part that is too large or no XML."""
    dangers: set[str] = set()
    names = parts.namelist()
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names):
        dangers.add("macros")
    for name in names:
        if name.endswith(("content.xml", "styles.xml", "meta.xml")):
            _parse(parts, name, lambda tag, attributes: dangers.update(_element(tag, attributes)))
        elif name == "META-INF/manifest.xml":
            _parse(parts, name, lambda tag, attributes: dangers.update(_file_entry(tag, attributes)))
    return frozenset(dangers)


def _relation(tag: str, attributes: Attributes) -> Iterable[str]:
    if tag != "Relationship":
        return
    kind, target = attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")
    if attributes.get("TargetMode") != "External":
        if kind in _RELATIONS:
            yield _RELATIONS[kind]
    elif kind == "hyperlink":
        yield LINKS if _WEB.match(target) else "ander_bestand"
    elif kind != "attachedTemplate" or _REMOTE.match(target):
        yield "extern"


def _list_fields(parts: ZipFile, name: str) -> set[str]:
    """Give the dangers of the fields of a part; the instruction of one may stand in pieces."""
    instructions: list[str] = []
    inside = False

    def begin(tag: str, attributes: Attributes) -> None:
        nonlocal inside
        inside = tag == "instrText"
        if tag == "fldChar" and attributes.get("fldCharType") == "begin":
            instructions.append("")
        if tag == "fldSimple":
            instructions.append(attributes.get("instr", ""))

    def read(text: str) -> None:
        if inside:
            instructions[-1:] = ["".join([*instructions[-1:], text])]

    _parse(parts, name, begin, read)
    words = (one.split(maxsplit=1)[0].upper() for one in instructions if one.strip())
    return {_FIELDS[word] for word in words if word in _FIELDS}


def _element(tag: str, attributes: Attributes) -> Iterable[str]:
    if tag in _ELEMENTS:
        yield _ELEMENTS[tag]
    target = attributes.get("href")
    if target is None or target.startswith("#"):
        return
    if tag == "a":
        yield LINKS if _WEB.match(target) else "ander_bestand"
    elif (_REMOTE if tag == "template" else _ELSEWHERE).match(target):
        yield "extern"


def _file_entry(tag: str, attributes: Attributes) -> Iterable[str]:
    path, kind = attributes.get("full-path", ""), attributes.get("media-type", "")
    is_object = tag == "file-entry" and path.startswith("Object ") and "/" not in path.rstrip("/")
    if is_object and kind not in _DRAWN:
        yield "bijlage"


def _parse(
    parts: ZipFile, name: str, begin: Callable[[str, Attributes], None], read: Callable[[str], None] | None = None
) -> None:
    from xml.parsers.expat import ExpatError, ParserCreate

    def begin_local(tag: str, attributes: Attributes) -> None:
        begin(_local(tag), {_local(key): value for key, value in attributes.items()})

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin_local
    parser.CharacterDataHandler = read
    left = _MOST
    try:
        with parts.open(name) as part:
            while octets := part.read(_READ):
                left -= len(octets)
                if left < 0:
                    raise ValueError(name)
                parser.Parse(octets)
        parser.Parse(b"", True)
    except ExpatError as error:
        raise ValueError(name) from error


def _local(name: str) -> str:
    return name.rpartition(":")[2]
