"""One code in words: for the office, for the person registered, for a recipient.

The words for the office are English here and translated where they are shown; those on paper are Dutch.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Sentences(NamedTuple):
    """The sentences of one code.

    `staff` is for the office, `question` the same where it is offered as an answer. `person` is for the person
    registered, `them` for whoever asks on that person's behalf; `recipient` is for who gets data or a report,
    `authority` for the supervisor (AVG 30.4 and 33).
    """

    staff: str = ""
    question: str = ""
    person: str = ""
    them: str = ""
    recipient: str = ""
    authority: str = ""


def for_staff(table: Mapping[str, Sentences]) -> dict[str, str]:
    """Give the sentences for the office, of the codes that have one."""
    return {code: one.staff for code, one in table.items() if one.staff}


def for_question(table: Mapping[str, Sentences]) -> dict[str, str]:
    """Give the sentences of the answers to a question, of the codes that have one."""
    return {code: one.question for code, one in table.items() if one.question}


def for_person(table: Mapping[str, Sentences]) -> dict[str, str]:
    """Give the sentences for the person registered, of the codes that have one."""
    return {code: one.person for code, one in table.items() if one.person}


def for_them(table: Mapping[str, Sentences]) -> dict[str, str]:
    """Give the sentences for whoever asks on a person's behalf, of the codes that have one."""
    return {code: one.them for code, one in table.items() if one.them}


def for_recipient(table: Mapping[str, Sentences]) -> dict[str, str]:
    """Give the sentences for who gets data or a report, of the codes that have one."""
    return {code: one.recipient for code, one in table.items() if one.recipient}


def for_authority(table: Mapping[str, Sentences]) -> dict[str, str]:
    """Give the sentences for the supervisor, of the codes that have one."""
    return {code: one.authority for code, one in table.items() if one.authority}
