"""A kept letter from before a correction, printed again: a sheet that says what was changed since, the letter in it."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from msgspec.structs import asdict

from wkc.documents.paper import Attachment, in_words, typeset
from wkc.records.letter import ChangedSince


def as_pdf(number: str, made_on: date, changes: Sequence[ChangedSince], letter: bytes, made_at: datetime) -> bytes:
    """Set the sheet on paper, with the letter as it was sent attached. Raises errors.PaperFailed."""
    model = {"number": number, "made_on": made_on, "changes": [asdict(change) for change in changes]}
    attached = Attachment(f"{number}.pdf", "application/pdf", letter, "De brief zoals hij verstuurd is")
    return typeset("letters/earlier.typ", json.dumps(in_words(model)).encode(), made_at, attached)
