"""A review on the screen: the texts that look like somebody else, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wkc.cli.terminal.secret_part import say_secrets
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.requests.review import Reviewed, ReviewedText

CLUES = {
    "telefoon": N_("a telephone number"),
    "e_mail": N_("an e-mail address"),
    "nummer": N_("a burgerservicenummer"),
    "naam": N_("a name"),
    "naaste": N_("somebody around the client"),
}
"""The signs by which a place looks like somebody else."""


def reviewed(screen: Screen, review: Reviewed) -> None:
    """Show the texts that matter: those that look like somebody else, and those that were decided on."""
    shown = [one for one in review.texts if one.suspicions or one.treatment is not None]
    for one in shown:
        screen.heading(one.place)
        screen.pairs(_facts(one))
    rest = len(review.texts) - len(shown)
    text = ngettext("{count} other text looks like nobody else.", "{count} other texts look like nobody else.", rest)
    screen.say(text.format(count=rest))
    if review.unseen:
        text = ngettext(
            "{count} text waits for your decision: `wkc request review {request}`.",
            "{count} texts wait for your decision: `wkc request review {request}`.",
            review.unseen,
        )
        screen.say(text.format(count=review.unseen, request=review.request))
    text = ngettext("{count} place is hidden in the copy.", "{count} places are hidden in the copy.", review.places)
    screen.say(text.format(count=review.places))
    for sentence in say_secrets(review.request, review.secrets):
        screen.say(f"! {sentence}")
    read_again(screen, review)


def list_lines(text: ReviewedText) -> Iterator[str]:
    """Give a text line by line, and behind it each place that looks like somebody else."""
    yield from text.text.splitlines()
    for one in text.suspicions:
        yield f"> {text.text[one.start : one.end]}: {_(CLUES[one.clue])}"


def read_again(screen: Screen, review: Reviewed) -> None:
    """Say who read a review once more, if anybody did."""
    if review.review is not None and review.review.read_by is not None:
        screen.say(_("Read once more by {user}.").format(user=review.review.read_by))


def _facts(text: ReviewedText) -> tuple[tuple[str, str | None], ...]:
    clues = dict.fromkeys(f"{text.text[one.start : one.end]} ({_(CLUES[one.clue])})" for one in text.suspicions)
    treated = ": ".join(filter(None, (text.treatment, "; ".join(text.hidden))))
    return ((_("looks like"), "; ".join(clues) or None), (_("in the copy"), treated or _("not decided yet")))
