"""The verdict of a rule."""

from msgspec import Struct


class Verdict(Struct, frozen=True):
    """The verdict of a rule: allowed or not, the reason code, and the article it rests on."""

    allowed: bool
    reason: str
    article: str
