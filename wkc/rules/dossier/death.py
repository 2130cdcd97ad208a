"""Art. 8.2, 10, 11.1 and 12.1 (AVG recital 27): the rights end with the person; secrecy and the term do not."""

from datetime import date

from wkc.records.death import Death
from wkc.records.verdict import Verdict

SOURCES: tuple[str, ...] = ("familie", "opdrachtgever", "akte", "overig")
"""The sources by which the office learns of a death."""


def judge_request(death: Death | None, received_on: date) -> Verdict:
    """Judge whether a request of art. 11 or 12 can come from a client: not after the day of death.

    Heirs ask as others do (art. 8.1, a dringende of gewichtige reden, which the beheerder weighs), and what a duty of
    secrecy covers stays closed to them as it was (art. 8.2).
    """
    if death is not None and received_on > death.on:
        return Verdict(allowed=False, reason="overleden", article="art. 11.1, 12.1; AVG overweging 27")
    return Verdict(allowed=True, reason="in_leven", article="art. 11.1, 12.1")


def judge_contact(death: Death | None, on: date, *, restarts: bool) -> Verdict:
    """Judge whether a contact was one with the client: a talk with the family after the death restarts no term."""
    if death is not None and restarts and on > death.on:
        return Verdict(allowed=False, reason="overleden", article="art. 10")
    return Verdict(allowed=True, reason="in_leven", article="art. 10")


def judge_consent(death: Death | None, from_on: date) -> Verdict:
    """Judge whether a consent can be of a client, or of who acts for one: not of a day after the death."""
    if death is not None and from_on > death.on:
        return Verdict(allowed=False, reason="overleden", article="art. 8.1, 11.1; AVG overweging 27")
    return Verdict(allowed=True, reason="in_leven", article="art. 8.1")


def judge_answer(death: Death | None, sent_on: date) -> Verdict:
    """Judge whether the answer to a request can have gone on a day: not after the death, when nobody is left to get it.

    That holds for who acted for the client too, whose mandate ended by the death.
    """
    if death is not None and sent_on > death.on:
        return Verdict(allowed=False, reason="overleden", article="AVG 12.3, AVG overweging 27")
    return Verdict(allowed=True, reason="in_leven", article="AVG 12.3")


def judge_letter(death: Death | None) -> Verdict:
    """Judge whether a letter can go to a client: none goes to somebody who died."""
    if death is not None:
        return Verdict(allowed=False, reason="overleden", article="AVG overweging 27")
    return Verdict(allowed=True, reason="in_leven", article="AVG 12.1")
