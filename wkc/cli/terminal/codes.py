"""Codes of requests, letters and grounds in the words of the office; what people type keeps its code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wkc.i18n import _
from wkc.sentences import (
    breach,
    consent,
    contact,
    decision,
    disclosure,
    grondslag,
    hold,
    letter,
    mistake,
    paper_form,
    party,
    party_kind,
    request,
    search_key,
    source,
    user,
)
from wkc.sentences.sentence import for_staff

if TYPE_CHECKING:
    from wkc.records.correction import Proposal

STATES = for_staff(request.STATES)
"""The stage of a request."""

REQUESTERS = for_staff(request.REQUESTERS)
"""The person who made a request, or who acts for them."""

DECISIONS = for_staff(decision.DECISIONS)
"""The decision on a request."""

REFUSALS = for_staff(decision.REFUSALS)
"""The ground of a refusal."""

METHODS = for_staff(request.METHODS)
"""The way in which the identity was established."""

EXTENSIONS = for_staff(decision.EXTENSIONS)
"""The cause of an extension."""

TIMELINESS = for_staff(request.TIMELINESS)
"""The lateness of an answer by both terms."""

LETTERS = for_staff(letter.KINDS)
"""The kind of a letter."""

GRONDSLAGEN = for_staff(grondslag.GRONDSLAGEN)
"""The grounds on which values of a sealed class and the BSN are kept."""

REQUESTS = for_staff(request.KINDS)
"""The kind of a request."""

WHY = for_staff(request.WHY)
"""The reason for a change."""

DOCUMENTS = for_staff(request.DOCUMENTS)
"""The document that proved an identity."""

CONTACTS = for_staff(contact.KINDS)
"""The kind of a contact or an appointment."""

SOURCES = for_staff(source.SOURCES)
"""The source of a value."""

SECRETS = for_staff(source.SECRETS)
"""The duty of secrecy on a value."""

RELEASERS = for_staff(source.RELEASERS)
"""The party that lifted a secret."""

DEATHS = for_staff(source.DEATHS)
"""The source by which the office learnt of a death."""

WAYS = for_staff(consent.WAYS)
"""The form in which a consent was given."""

CAPACITIES = for_staff(consent.CAPACITIES)
"""In which capacity somebody acts for a client."""

HOLDS = for_staff(hold.GROUNDS)
"""The reason for which something is kept past its term."""

BLOCKS = HOLDS | for_staff(hold.BLOCKS)
"""All that keeps a dossier past its term."""

CHANNELS = for_staff(disclosure.CHANNELS)
"""The channel by which somebody asked for data."""

DISCLOSED_FOR = for_staff(disclosure.GROUNDS)
"""The ground of a disclosure or a report."""

PURPOSES = for_staff(disclosure.PURPOSES)
"""The purpose of a disclosure or a consent."""

IDENTIFIED = for_staff(disclosure.IDENTIFIED)
"""The means by which an asker was identified."""

SUBJECTS = for_staff(disclosure.SUBJECTS)
"""The subject of a call."""

PARTIES = for_staff(party_kind.KINDS)
"""The kind of an organisation."""

NUMBERS_FROM = for_staff(party.NUMBERS_FROM)
"""The source of a telephone number."""

PARTY_ROLES = for_staff(party.ROLES)
"""The role of a party beside the office."""

ROLES = user.WORDS
"""The role of a user."""

PARTY_GROUNDS = for_staff(party.GROUNDS)
"""The basis of an opdrachtgever."""

BREACHES = for_staff(breach.KINDS)
"""The kind of a breach."""

HEARERS = breach.HEARERS
"""The hearers of a breach."""

SOUGHT = search_key.KINDS
"""The kinds of key by which somebody is looked for."""

FORMS = for_staff(paper_form.KINDS)
"""The kind of a form to sign."""

MISTAKES = for_staff(mistake.NOUNS)
"""The kind of a row that was taken back."""

MISTAKEN_FOR = for_staff(mistake.REASONS)
"""The reason for which it was a mistake."""


def in_words(code: str | None, words: Mapping[str, str]) -> str | None:
    """Give a code in the words of the office, or as it is where no table has it."""
    return None if code is None else _(words[code]) if code in words else str(code)


def describe_party(kind: str, body: str | None) -> str:
    """Say the kind of a party, and which body of annex III or art. 8.3 it is, as that is called today."""
    from wkc.rules.disclosure.annex import BODIES

    words = in_words(kind, PARTIES) or ""
    return f"{words} ({BODIES[body].today})" if body else words


def describe_proposal(proposal: Proposal) -> str:
    """Name the field that a proposal is about or, of what is no value, what it is with its day."""
    if proposal.field is None:
        return f"{in_words(proposal.noun, MISTAKES)}, {proposal.row_on}"
    label = proposal.field.label
    return _("{field} (document)").format(field=label) if proposal.is_document else label
