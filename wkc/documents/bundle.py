"""Papers for the printer: one file, in which each begins on a sheet of its own."""

import io
from collections.abc import Iterable


def join_papers(papers: Iterable[bytes]) -> bytes:
    """Join PDFs in order; one with an odd number of pages gets a blank one, so that no letter is on another's back."""
    from pypdf import PdfReader, PdfWriter

    joined = PdfWriter()
    for paper in papers:
        joined.append(PdfReader(io.BytesIO(paper)))
        if len(joined.pages) % 2:
            joined.add_blank_page()
    made = io.BytesIO()
    joined.write(made)
    return made.getvalue()
