"""The missing words of a command: asked for one at a time where a person can answer, with lists for known words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any

import typer

from wkc.cli.terminal.invocation import of
from wkc.errors.terminal import MissingOption
from wkc.i18n import N_, _

CODES: Mapping[str, tuple[str, str, str]] = {
    "contact log --kind": ("wkc.procedures.retention.contact", "TYPED", N_("Kind of contact")),
    "contact plan --kind": ("wkc.rules.progress.appointment", "KINDS", N_("Kind of appointment")),
    "party add --kind": ("wkc.procedures.dossier.party", "KINDS", N_("Kind of organisation")),
    "party body CODE": ("wkc.rules.disclosure.annex", "BODIES", N_("The body that it is")),
    "party person verify --source": (
        "wkc.rules.disclosure.verified_number",
        "VERIFIED_FROM",
        N_("The place where the number was found"),
    ),
    "client record --source": ("wkc.rules.dossier.source", "SOURCES", N_("The source of the value")),
    "document add --source": ("wkc.rules.dossier.source", "SOURCES", N_("The source of the document")),
    "document place --source": ("wkc.rules.dossier.source", "SOURCES", N_("The source of the document")),
    "document add --category": ("wkc.rules.dossier.field", "BY_CODE", N_("What the document is about")),
    "document place --category": ("wkc.rules.dossier.field", "BY_CODE", N_("What the document is about")),
    "client record FIELD": ("wkc.rules.dossier.field", "BY_CODE", N_("Field")),
    "request receive --kind": ("wkc.records.request", "RequestKind", N_("The request")),
    "request identify --method": (
        "wkc.rules.requests.request",
        "METHODS",
        N_("The way in which the identity was established"),
    ),
    "request extend --code": ("wkc.rules.requests.request", "EXTENSIONS", N_("The reason for more time")),
    "request decide --decision": ("wkc.records.request", "Decision", N_("Decision")),
    "retention hold --ground": ("wkc.rules.retention.assess", "GROUNDS", N_("Ground")),
    "user designate --role": ("wkc.procedures.access.user", "PERSONS", N_("Role")),
    "user role ROLE": ("wkc.procedures.access.user", "PERSONS", N_("Role")),
    "consent give --how": ("wkc.rules.disclosure.consent", "HOW", N_("The way in which it was given")),
}
"""The words of a parameter, by command and parameter: the module that knows them, their name in it, the question."""

MEANINGS: Mapping[str, str] = {
    "request decide --decision": "DECISIONS",
    "request identify --method": "METHODS",
    "request extend --code": "EXTENSIONS",
}
"""The table of cli/terminal/codes.py with the meaning of each word, where the module that knows the words has none."""

CLIENT = "NUMBER"
"""The metavar of an argument that names a client."""


def ask_missing(parse: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str]) -> list[str]:
    """Read the words of a command; each that is missing is asked for, and read as if it had been typed."""
    while True:
        try:
            return parse(ctx, list(args))
        except typer.BadParameter as error:
            call = ctx.find_root().obj
            parameter = getattr(error, "param", None)
            if type(error).__name__ != "MissingParameter" or parameter is None or not getattr(call, "can_ask", False):
                raise
            call.guided = True
            args = [*args, *_typed(parameter, answer(call, ctx.command_path, parameter))]


def answer(call: Any, command_path: str, parameter: Any) -> str:
    """Ask for one parameter: a client by a search, a known word from a list, all else as a line."""
    name = parameter.opts[0] if parameter.param_type_name == "option" else str(parameter.metavar)
    if name == _(CLIENT):
        from wkc.cli.forms.client_search import find_client

        return find_client(call, call.session(), None)
    command = command_path.removeprefix("wkc ")
    options, how = known_words(command, name), N_("Add it to the command.")
    question = CODES[f"{command} {name}"][2] if options else _question(parameter)
    while True:
        given = call.choose(question, options, how) if options else call.ask(question, how).strip()
        if given:
            return str(given)


def required(ctx: typer.Context, value: str | None, option: str) -> str:
    """Give the value of an option that only some uses of a command need; errors.MissingOption."""
    if value is None and of(ctx).can_ask:
        parameter = next(one for one in ctx.command.params if option in one.opts)
        return answer(of(ctx), ctx.command_path, parameter)
    if value is None:
        raise MissingOption(option=option, command=ctx.command_path.removeprefix("wkc "))
    return value


def known_words(command: str, name: str) -> dict[str, str]:
    """Give the words that a parameter takes, each with its meaning where one is known; none where it takes any text."""
    place = CODES.get(f"{command} {name}")
    if place is None:
        return {}
    words: Iterable[Any] = getattr(import_module(place[0]), place[1])
    if isinstance(words, Mapping):
        labels = {str(word): str(getattr(meaning, "label", "")) for word, meaning in words.items()}
        if any(labels.values()):
            return labels
    table = MEANINGS.get(f"{command} {name}")
    meanings = getattr(import_module("wkc.cli.terminal.codes"), table) if table else {}
    return {str(word): _(meanings[word]) if word in meanings else "" for word in words}


def _question(parameter: Any) -> str:
    """Give the first words of a parameter's help as a question: they say what it is."""
    text = str(parameter.help or parameter.name).split(":")[0].split(";")[0].split(" (")[0]
    return text.rstrip(". ")


def _typed(parameter: Any, given: str) -> list[str]:
    """Give an answer as the parser reads it, also one that begins with a hyphen."""
    if parameter.param_type_name == "option":
        return [f"{parameter.opts[0]}={given}"]
    return ["--", given] if given.startswith("-") else [given]
