"""AVG 18.2 and 21.1: the uses that a decision ends, as the letter about it names them; never more than was decided."""

from wkc.documents.vocabulary import CONSENT_PURPOSES, CONSENT_PURPOSES_THEM
from wkc.records.objection import Objection
from wkc.sentences.party_kind import KINDS
from wkc.sentences.sentence import for_person

RECIPIENTS = for_person(KINDS)
"""The kinds of recipient that a decision bars, as many."""

EVERY_USE = "gegevens doorgeven, aan wie dan ook"
"""The use that a decision ends which names no single one."""

LIMITED = "Met al het andere gaan wij gewoon door."
"""The words about what goes on, where the decision names single uses."""

UNTIL_THEN = "Voordat wij dit weer gaan doen, krijgt u bericht."
"""The words about the end of a beperking (AVG 18.3)."""

_AFTER = (
    "Dat geldt vanaf nu, ook voor gegevens die er later bij komen. Het mag alleen nog als de wet dat eist, als er "
    "levensgevaar is, of als {who} het goed vindt."
)


def name_use(use: Objection, whose: str | None = None) -> str:
    """Name one use: a purpose, a recipient, a kind of recipient, or all of them; `whose` as in `describe_rest`."""
    if use.purpose is not None:
        return f"gegevens doorgeven voor: {_name_purpose(use.purpose, whose)}"
    if use.party is not None:
        return f"gegevens doorgeven aan {use.party.name}"
    if use.party_kind is not None:
        return f"gegevens doorgeven aan {RECIPIENTS.get(use.party_kind, use.party_kind)}"
    return EVERY_USE


def _name_purpose(purpose: str, whose: str | None) -> str:
    if whose is not None and purpose in CONSENT_PURPOSES_THEM:
        return CONSENT_PURPOSES_THEM[purpose].format(naam=whose)
    return CONSENT_PURPOSES.get(purpose, purpose.replace("_", " "))


def describe_rest(uses: tuple[Objection, ...], whose: str | None) -> str:
    """Give the words on the uses that go on; `whose` is the person where somebody else asked."""
    parts = [_AFTER.format(who=whose or "u")]
    if any(use.kind == "beperking" for use in uses):
        parts.append(UNTIL_THEN)
    if all(use.purpose or use.party or use.party_kind for use in uses):
        parts.append(LIMITED)
    return " ".join(parts)
