"""The missing words of a command: asked for one at a time where a person can answer, with lists for known words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple, cast

import typer

from wkc.cli.terminal.context import cli_context
from wkc.errors.terminal import MissingOption
from wkc.i18n import N_, _


class KnownWords(NamedTuple):
    """The words that a parameter takes: the module that knows them, their name in it, the question for one.

    `room` is the module of wkc/sentences with what each means, and `table` its name there; empty where the words carry
    a label themselves.
    """

    module: str
    name: str
    question: str
    room: str = ""
    table: str = ""


_FIELD = ("wkc.rules.dossier.field", "BY_CODE")
_SOURCE = ("wkc.rules.dossier.source", "SOURCES")
_PERSONS = ("wkc.procedures.access.user", "PERSONS")

CODES: Mapping[str, KnownWords] = {
    "contact log --kind": KnownWords(
        "wkc.procedures.retention.contact", "TYPED", N_("Kind of contact"), "contact", "KINDS"
    ),
    "contact plan --kind": KnownWords(
        "wkc.rules.progress.appointment", "KINDS", N_("Kind of appointment"), "contact", "PLANNED"
    ),
    "party add --kind": KnownWords(
        "wkc.procedures.dossier.party", "KINDS", N_("Kind of organisation"), "party_kind", "KINDS"
    ),
    "party body CODE": KnownWords("wkc.rules.disclosure.annex", "BODIES", N_("The body that it is")),
    "party person verify --source": KnownWords(
        "wkc.rules.disclosure.verified_number",
        "VERIFIED_FROM",
        N_("The place where the number was found"),
        "party",
        "NUMBERS_FROM",
    ),
    "client record --source": KnownWords(*_SOURCE, N_("The source of the value"), "source", "SOURCES"),
    "client deceased --source": KnownWords(
        "wkc.rules.dossier.death", "SOURCES", N_("How you know"), "source", "DEATHS"
    ),
    "document add --source": KnownWords(*_SOURCE, N_("The source of the document"), "source", "SOURCES"),
    "document place --source": KnownWords(*_SOURCE, N_("The source of the document"), "source", "SOURCES"),
    "document add --category": KnownWords(*_FIELD, N_("What the document is about")),
    "document place --category": KnownWords(*_FIELD, N_("What the document is about")),
    "client record FIELD": KnownWords(*_FIELD, N_("Field")),
    "request receive --kind": KnownWords("wkc.records.request", "RequestKind", N_("The request"), "request", "KINDS"),
    "request identify --method": KnownWords(
        "wkc.rules.requests.request",
        "METHODS",
        N_("The way in which the identity was established"),
        "request",
        "METHODS",
    ),
    "request extend --code": KnownWords(
        "wkc.rules.requests.request", "EXTENSIONS", N_("The reason for more time"), "decision", "EXTENSIONS"
    ),
    "request decide --decision": KnownWords("wkc.records.request", "Decision", N_("Decision"), "decision", "DECISIONS"),
    "retention hold --ground": KnownWords("wkc.rules.retention.assess", "GROUNDS", N_("Ground"), "hold", "GROUNDS"),
    "user designate --role": KnownWords(*_PERSONS, N_("Role"), "user", "ROLES"),
    "user role ROLE": KnownWords(*_PERSONS, N_("Role"), "user", "ROLES"),
    "consent give --how": KnownWords(
        "wkc.rules.disclosure.consent", "HOW", N_("The way in which it was given"), "consent", "WAYS"
    ),
    "breach open --kind": KnownWords("wkc.records.breach", "BreachKind", N_("Kind of breach"), "breach", "KINDS"),
    "form print KIND": KnownWords("wkc.records.paper_form", "FormKind", N_("Kind of form"), "paper_form", "KINDS"),
}
"""The words of a parameter, by command and parameter."""

CLIENT = "NUMBER"
"""The metavar of an argument that names a client."""
PARTY = "NAME"
"""The metavar of an argument that names an organisation, in the commands about one."""
PERSON = "NO"
"""The metavar of an argument that names a person there."""


def ask_missing(parse: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str]) -> list[str]:
    """Read the words of a command; each that is missing is asked for, and read as if it had been typed."""
    while True:
        try:
            return parse(ctx, list(args))
        except typer.BadParameter as error:
            cli = ctx.find_root().obj
            parameter = getattr(error, "param", None)
            if type(error).__name__ != "MissingParameter" or parameter is None or not getattr(cli, "can_ask", False):
                raise
            cli.guided = True
            args = [*args, *_parse(parameter, answer(cli, ctx.command_path, parameter, args))]


def answer(cli: Any, command_path: str, parameter: Any, args: Sequence[str] = ()) -> str:
    """Ask for one parameter: a client by a search, a known word from a list, all else as a line.

    `args` are the words that are there already.
    """
    name = parameter.opts[0] if parameter.param_type_name == "option" else str(parameter.metavar)
    if name == _(CLIENT):
        from wkc.cli.forms.client_search import find_client

        return find_client(cli, cli.session(), None)
    command = command_path.removeprefix("wkc ")
    options, how = known_words(command, name), N_("Add it to the command.")
    question = CODES[f"{command} {name}"].question if options else _question(parameter)
    if command.startswith("party ") and command != "party add" and name == _(PARTY):
        options, question = _parties(cli), N_("Organisation")
    if command.startswith("party person ") and name == _(PERSON) and args and not args[0].startswith("-"):
        options, question = _people(cli, args[0]), N_("Who")
    while True:
        typed = cli.choose(question, options, how) if options else cli.ask(question, how).strip()
        if typed:
            return str(typed)


def _parties(cli: Any) -> dict[str, str]:
    """Give the organisations on file; none where the register has none yet."""
    from wkc.cli.terminal.codes import describe_party
    from wkc.procedures.dossier import party

    return {one.name: describe_party(one.kind, one.body) for one in party.every(cli.session())}


def _people(cli: Any, party: str) -> dict[str, str]:
    """Give the people on file at an organisation by their number there."""
    from wkc.procedures.disclosure import contact_person

    people = [one.person for one in contact_person.every(cli.session(), party)]
    return {str(one.number): f"{one.name}, {one.function}" for one in people}


def require(ctx: typer.Context, value: str | None, option: str) -> str:
    """Give the value of an option that only some uses of a command need; errors.MissingOption."""
    cli = cli_context(ctx)
    if value is None and cli.can_ask:
        parameter = next(one for one in ctx.command.params if option in one.opts)
        return answer(cli, ctx.command_path, parameter)
    if value is None:
        raise MissingOption(option=option, command=ctx.command_path.removeprefix("wkc "))
    return value


def known_words(command: str, name: str) -> dict[str, str]:
    """Give the words that a parameter takes, each with what it means; none where it takes any text."""
    known = CODES.get(f"{command} {name}")
    if known is None:
        return {}
    words: Iterable[Any] = getattr(import_module(known.module), known.name)
    if known.room:
        from wkc.sentences.sentence import for_question

        meant = for_question(getattr(import_module(f"wkc.sentences.{known.room}"), known.table))
        return {str(word): _(meant[word]) for word in words}
    labelled = cast("Mapping[str, Any]", words)
    return {code: str(getattr(one, "label", None) or one.today) for code, one in labelled.items()}


def _question(parameter: Any) -> str:
    """Give the first words of a parameter's help as a question: they say what it is."""
    text = str(parameter.help or parameter.name).split(":")[0].split(";")[0].split(" (")[0]
    return text.rstrip(". ")


def _parse(parameter: Any, typed: str) -> list[str]:
    """Give an answer as the parser reads it, also one that begins with a hyphen."""
    if parameter.param_type_name == "option":
        return [f"{parameter.opts[0]}={typed}"]
    return ["--", typed] if typed.startswith("-") else [typed]
