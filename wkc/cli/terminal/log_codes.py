"""The words of the codes that the details of the log have, by the name of the detail and the noun of the action."""

from __future__ import annotations

from collections.abc import Mapping

from wkc.cli.terminal import codes
from wkc.sentences import destruction, log_detail, party, refusal_reason
from wkc.sentences.disclosure import STEPS
from wkc.sentences.disclosure_reason import REASONS
from wkc.sentences.health import CHECKS
from wkc.sentences.sentence import for_staff

BY_NAME: Mapping[str, Mapping[str, str]] = {
    "by": codes.RELEASERS,
    "capacity": codes.CAPACITIES,
    "cause": for_staff(destruction.DESTROYED_FOR),
    "cleared": party.PARTS,
    "clock": refusal_reason.OF_REGISTER,
    "code": {**codes.EXTENSIONS, **codes.REFUSALS},
    "decision": codes.DECISIONS,
    "found": CHECKS,
    "method": codes.METHODS,
    "noun": codes.MISTAKES,
    "outcome": for_staff(STEPS),
    "reason": {
        **for_staff(REASONS),
        **codes.MISTAKEN_FOR,
        **refusal_reason.OF_REGISTER,
        **refusal_reason.OF_REQUESTS,
    },
    "set": party.PARTS,
    "sought": codes.SOUGHT,
    "step": log_detail.STEPS,
    "whom": codes.HEARERS,
    "work": log_detail.WORKS,
}
"""The words of a detail that means the same in every action."""

BY_NOUN: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("appointment", "kind"): codes.CONTACTS,
    ("breach", "kind"): codes.BREACHES,
    ("client", "source"): codes.DEATHS,
    ("contact", "kind"): codes.CONTACTS,
    ("disclosure", "ground"): codes.DISCLOSED_FOR,
    ("form", "kind"): codes.FORMS,
    ("letter", "kind"): codes.LETTERS,
    ("party", "kind"): codes.PARTIES,
    ("person", "source"): codes.NUMBERS_FROM,
    ("report", "ground"): codes.DISCLOSED_FOR,
    ("request", "kind"): codes.REQUESTS,
    ("retention", "ground"): codes.HOLDS,
}
"""The words of a detail whose codes differ by the noun of the action."""

AS_THEY_ARE = frozenset(
    {
        *("again", "allowed", "announce", "ap", "appointment", "at", "backup", "beyond_service", "breach"),
        *("break_glass", "broken", "categories", "changed_since", "clients", "coach", "columns", "consent"),
        *("contact", "copy_of", "count", "destroy", "documents", "drawn", "dry_run", "ended", "entries", "findings"),
        *("forgotten", "format", "from", "gone", "held", "in_order", "joined", "late", "left_out", "letter"),
        *("letters", "line", "made", "not_same", "on", "opened", "others", "overdue", "page", "people", "persons"),
        *("pruned", "request", "requests", "responsible", "revoked", "role", "same_person", "seen", "seq", "setting"),
        *("short", "since", "succession", "taken", "taken_up", "reports", "to", "told_on", "until", "user", "version"),
        *("waiting", "was", "with", "year"),
    }
)
"""Details whose values are numbers, days, references, user ids, words that people type, or a yes or no."""


def words_of(action: str, name: str) -> Mapping[str, str]:
    """Give the words of the codes that a detail of an action may have; none for what is no code."""
    noun = action.partition(".")[0]
    if name == "field":
        from wkc.rules.dossier.field import BY_CODE

        return {code: field.label for code, field in BY_CODE.items()}
    if name == "body":
        from wkc.rules.disclosure.annex import BODIES

        return {code: body.today for code, body in BODIES.items()}
    return BY_NAME.get(name) or BY_NOUN.get((noun, name), {})
