import ast
import importlib
import pkgutil
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import pytest

import wkc
from tests.house.source import list_nodes
from wkc import sentences
from wkc.cli.commands.dossier.appointment import OUTCOMES as APPOINTMENTS_FOR_STAFF
from wkc.cli.forms.disclosure import CHANNELS as CHANNEL_CHOICES
from wkc.cli.forms.disclosure import GROUNDS as GROUND_CHOICES
from wkc.cli.forms.disclosure import PURPOSES as PURPOSE_CHOICES
from wkc.cli.terminal.codes import GRONDSLAGEN as GRONDSLAG_CHOICES
from wkc.cli.views import report as report_views
from wkc.cli.views.agenda import DUTIES
from wkc.documents import (
    disclosure,
    ended_uses,
    letter,
    letter_words,
    processing_words,
    report,
    responsibility,
    value,
)
from wkc.documents import vocabulary as words
from wkc.documents.copy import appointment_list, recipient
from wkc.errors.correction import CORRECTION_REFUSED
from wkc.errors.request import REFUSED
from wkc.errors.search import SEARCH_REFUSED
from wkc.procedures.core.erase import AT_REQUEST, EARLY, MISTAKEN, RESUMED
from wkc.procedures.disclosure.input import CHANNELS
from wkc.procedures.dossier.mandate import WHY as MANDATE_ENDED
from wkc.procedures.dossier.party import KINDS as PARTY_KINDS
from wkc.procedures.dossier.party_profile import BASES, ROLES
from wkc.records.agenda import Duty
from wkc.records.audit import Outcome
from wkc.records.disclosure import Allowance
from wkc.records.field import Field, Kind
from wkc.records.letter import LetterKind
from wkc.records.report import CheckState, ReportKind, TextPart
from wkc.records.request import Decision, Requester, RequestKind, RequestState
from wkc.records.user import Role
from wkc.rules.access.purpose import PURPOSE_OF, PURPOSES
from wkc.rules.disclosure import ground
from wkc.rules.disclosure.consent import HOW
from wkc.rules.disclosure.secrecy import LIFTED_BY
from wkc.rules.dossier.field import BY_CODE, FIELDS
from wkc.rules.dossier.mandate import KINDS as CAPACITIES
from wkc.rules.dossier.source import BASES as SOURCE_BASES
from wkc.rules.dossier.source import GEHEIM, GRONDSLAGEN, SOURCES
from wkc.rules.requests import correction, refusal
from wkc.rules.requests import request as request_rules
from wkc.rules.retention.assess import GROUNDS as HOLDS
from wkc.rules.retention.contact import RESTARTS
from wkc.sentences import log_action
from wkc.sentences.disclosure import OUTCOMES
from wkc.sentences.disclosure_reason import REASONS
from wkc.sentences.sentence import Sentences

RULES = Path(wkc.__file__).parent / "rules"
DOSSIER = {
    *("client", "contact", "appointment", "consent", "mandate", "disclosure", "report"),
    *("request", "correction", "inzage", "letter", "supplied", "document", "form"),
}
"""The subjects of actions on a dossier, which the person reads in a copy."""
REQUESTS = ("correction", "identity", "join", "no_data", "request", "term")
"""The rules of a request that refuse with a reason."""


def spread(tables: Collection[Collection[str]]) -> set[str]:
    return {code for table in tables for code in table}


SENTENCES: dict[str, tuple[Iterable[str | None], Iterable[str | None]]] = {
    # for staff
    "outcome, staff": (Allowance, OUTCOMES),
    "channel, staff": (CHANNELS, CHANNEL_CHOICES),
    "ground, staff": (ground.GROUNDS, GROUND_CHOICES),
    "grondslag, staff": (spread(GRONDSLAGEN.values()), GRONDSLAG_CHOICES),
    "purpose, staff": ({*ground.PURPOSES, "ander"}, PURPOSE_CHOICES),
    # Notices and letters are counted, and have their sentence in a singular and a plural.
    "duty, staff": ({*Duty} - {Duty.KENNISGEVING, Duty.BRIEF_VERSTUREN}, DUTIES),
    "appointment, staff": ({"nagekomen", "gemist", "verzet", "afgezegd"}, APPOINTMENTS_FOR_STAFF),
    "report, staff": (ReportKind, report_views.KINDS),
    "report text, staff": (TextPart, report_views.PARTS),
    "point, staff": (CheckState, report_views.STATES),
    # for the person
    "source": (SOURCES, words.SOURCES),
    "source basis": (SOURCE_BASES, words.BASES),
    "grondslag": (spread(GRONDSLAGEN.values()), words.GROUNDS),
    "geheim": (GEHEIM, words.SECRETS),
    "way of giving": (HOW, words.WAYS),
    "releaser": (spread(LIFTED_BY.values()), words.RELEASERS),
    "capacity": (CAPACITIES, words.CAPACITIES),
    "contact": (RESTARTS, words.CONTACTS),
    "role": (Role, words.ROLES),
    "purpose of a look": (PURPOSES, words.PURPOSES),
    "request": (RequestKind, words.REQUESTS),
    "requester": (Requester, words.REQUESTERS),
    "state": (RequestState, words.STATES),
    "method": (request_rules.METHODS, words.METHODS),
    "document": (BY_CODE["identiteitsbewijs_soort"].choices, words.DOCUMENTS),
    "why": (spread(correction.WHY.values()), words.WHY),
    "decision": (Decision, words.DECISIONS),
    "hold": (HOLDS, words.HOLDS),
    "destroyed for": ({"termijn", MISTAKEN, EARLY, AT_REQUEST, RESUMED}, words.DESTROYED_FOR),
    "appointment": ({"gepland", *APPOINTMENTS_FOR_STAFF}, appointment_list.OUTCOMES),
    "channel": (CHANNELS, words.CHANNELS),
    "ground": ({*ground.GROUNDS, "vitaal_belang"}, recipient.GROUNDS),
    "kind of recipient": (PARTY_KINDS, ended_uses.RECIPIENTS),
    "letter": (LetterKind, letter_words.KINDS),
    "letter template": (LetterKind, letter.TEMPLATE),
    "request in a letter": (RequestKind, letter_words.REQUESTS),
    "refusal": (refusal.REFUSALS, letter_words.REFUSALS),
    "extension": (request_rules.EXTENSIONS, letter_words.EXTENSIONS),
    "basis in the notice": (BASES, letter_words.BASES),
    "responsibility": ({None, *ROLES}, responsibility.TO_THE_PERSON),
    # for the recipient
    "purpose, recipient": (ground.PURPOSES, disclosure.PURPOSES),
    "ground, recipient": (ground.GROUNDS, disclosure.GROUNDS),
    "change, recipient": ({*correction.CHANGED.values(), correction.TO_BE_REMOVED}, letter_words.CHANGES),
    "kind of recipient, register": (PARTY_KINDS, processing_words.RECIPIENTS),
    "contact, opdrachtgever": (RESTARTS, report.CONTACTS),
    "report, opdrachtgever": (ReportKind, report.KINDS),
    "responsibility, recipient": ({None, *ROLES}, responsibility.TO_THE_PARTY),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_every_code_has_its_sentence_and_no_sentence_lacks_its_code(name: str) -> None:
    codes, sentences = SENTENCES[name]
    assert set(codes) == set(sentences)


def test_a_purpose_of_the_registration_has_its_word_for_who_consents() -> None:
    assert set(ground.PURPOSES) <= set(words.CONSENT_PURPOSES)


@pytest.mark.parametrize("field", [field for field in FIELDS if field.kind is Kind.CODE], ids=lambda field: field.code)
def test_a_field_that_is_a_code_has_a_word_for_each(field: Field) -> None:
    assert set(value.CODES[field.code]) == set(field.choices)


def test_an_action_on_a_dossier_has_its_words_for_the_person() -> None:
    on_a_dossier = {action for action in PURPOSE_OF if action.split(".")[0] in DOSSIER}
    assert on_a_dossier - set(words.ACTIONS) == set()
    assert set(words.ACTIONS) - set(PURPOSE_OF) == set()


def test_a_line_of_the_log_has_its_words_for_the_office() -> None:
    assert {action for action, words in log_action.ACTIONS.items() if words.staff} == set(PURPOSE_OF)
    assert {purpose for purpose, words in log_action.PURPOSES.items() if words.staff} == set(PURPOSES)
    assert {outcome for outcome, words in log_action.OUTCOMES.items() if words.staff} == set(Outcome)


def test_a_reason_of_a_judgement_has_its_sentence_for_staff() -> None:
    assert reasons_of_a_judgement() - set(REASONS) == set()
    assert set(REASONS) - reasons_of_a_judgement() == {"niet_meer_vastgelegd"}


def test_a_reason_why_nothing_went_at_once_has_its_sentence_for_the_person() -> None:
    assert reasons_against() == set(recipient.REASONS)


def test_a_reason_of_a_refused_request_has_its_error() -> None:
    assert reasons_to_refuse() == {*REFUSED, *CORRECTION_REFUSED, *SEARCH_REFUSED}


def test_a_mandate_that_does_not_stand_has_its_words() -> None:
    assert set(verdicts("dossier/mandate.py")) == set(MANDATE_ENDED)


def tables() -> Iterator[set[str]]:
    """Give the codes of each table of the room of sentences."""
    for module in pkgutil.iter_modules(sentences.__path__):
        for found in vars(importlib.import_module(f"wkc.sentences.{module.name}")).values():
            if isinstance(found, dict) and any(isinstance(one, Sentences) for one in found.values()):
                yield set(found)


def is_sentence(node: ast.expr | None) -> bool:
    if isinstance(node, ast.Call):
        return ast.unparse(node.func) == "N_"
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value


def test_the_sentences_of_a_code_stand_in_one_room() -> None:
    """A table of three or more of the same codes with sentences of its own is a second room."""
    known = list(tables())
    assert len(known) > 10
    elsewhere = [
        f"{path.relative_to(RULES.parent)}:{node.lineno}"
        for room in ("cli", "documents", "errors", "procedures")
        for path in sorted((RULES.parent / room).rglob("*.py"))
        for node in list_nodes(path)
        if isinstance(node, ast.Dict) and any(map(is_sentence, node.values))
        for codes in [{key.value for key in node.keys if isinstance(key, ast.Constant)}]
        if any(len(codes & of_table) > max(2, len(codes) // 2) for of_table in known)
    ]
    assert elsewhere == []


def calls(place: str, *names: str) -> Iterator[ast.Call]:
    """Give the calls of functions or records by name in a module of the rules."""
    for node in list_nodes(RULES / place):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def codes_in(node: ast.expr) -> set[str]:
    """Give the codes that an expression can be: one, or one of two."""
    if isinstance(node, ast.IfExp):
        return codes_in(node.body) | codes_in(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def returned(place: str, kind: str) -> set[str]:
    """Give the codes that the functions of a module return, of those that say they return `kind`."""
    return {
        code
        for function in list_nodes(RULES / place)
        if isinstance(function, ast.FunctionDef) and function.returns and ast.unparse(function.returns) == kind
        for node in ast.walk(function)
        if isinstance(node, ast.Return) and node.value is not None
        for code in codes_in(node.value)
    }


def objections() -> set[str]:
    """Give the reasons that the tables of rules/disclosure/objection.py name, each before its article."""
    tables = list_nodes(RULES / "disclosure/objection.py")
    pairs = (pair for node in tables if isinstance(node, ast.Dict) for pair in node.values)
    return {code for pair in pairs if isinstance(pair, ast.Tuple) for code in codes_in(pair.elts[0])}


def reasons_against() -> set[str]:
    """Give the reasons of the steps that refuse, or that leave it to the beheerder."""
    by_ground = {
        code
        for call in calls("disclosure/ground.py", "_refuse", "_for_the_beheerder")
        for code in codes_in(call.args[0])
    }
    by_step = {
        code
        for module in ("judge", "ground", "telephone", "identification")
        for call in calls(f"disclosure/{module}.py", "Reasoned")
        if not ast.unparse(call.args[2]).endswith("TOEGESTAAN")
        for code in codes_in(call.args[1])
    }
    return by_ground | by_step | objections()


def reasons_of_a_judgement() -> set[str]:
    """Give every reason of a step, and every reason why one entry does not go."""
    steps = {
        code
        for module in ("judge", "ground", "telephone", "identification")
        for call in calls(f"disclosure/{module}.py", "Reasoned", "_allow", "_sieve")
        for code in (code for part in call.args for code in codes_in(part))
        if code.islower()
    }
    entries = {
        code
        for module in ("judge", "ground")
        for node in list_nodes(RULES / f"disclosure/{module}.py")
        if isinstance(node, ast.DictComp)
        for code in codes_in(node.value)
    }
    named = {ground._NOT_EXPRESSLY, ground._NOT_NAMED}
    articles = {"art. 8.1", "art. 8.2"}
    return (reasons_against() | steps | entries | returned("disclosure/judge.py", "str | None") | named) - articles


def verdicts(place: str) -> Iterator[str]:
    """Give the reasons of the verdicts of a module that do not allow."""
    for call in calls(place, "Verdict"):
        said = {part.arg: part.value for part in call.keywords}
        if ast.unparse(said["allowed"]) == "False":
            yield from codes_in(said["reason"])


def reasons_to_refuse() -> set[str]:
    """Give the reasons for which a step of a request is refused."""
    return {
        code
        for place in (f"requests/{module}.py" for module in REQUESTS)
        for code in set(verdicts(place)) | returned(place, "str | None")
    }
