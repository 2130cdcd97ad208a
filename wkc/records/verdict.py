"""The verdict of a rule."""

from wkc.records.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says: allowed or not, the reason code, and the article it rests on."""

    allowed: bool
    reason: str
    article: str
