"""Zip archives as the tests make them: office documents are such archives."""

import io
from zipfile import ZipFile


def zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()
