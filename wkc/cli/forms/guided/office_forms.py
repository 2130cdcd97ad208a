"""Forms of the office: colleagues, organisations, lists, letters, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.confirmation import describe_leaving
from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import COACH
from wkc.cli.forms.guided.desk import choices, is_yes, yes_or_no
from wkc.cli.forms.guided.form import Answers, Filled, Form, Question, flag, only_option, option, taking
from wkc.cli.forms.guided.setting_words import SETTING_WORDS
from wkc.i18n import N_, _
from wkc.procedures.io.user_id import fold_user_id
from wkc.sentences import party_kind
from wkc.sentences import user as user_sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk

ROLES = choices(user_sentences.ROLES)


def _read_party_name(_desk: Desk, _answers: Answers, typed: str) -> object:
    from wkc.procedures.dossier.party import parse_name

    return parse_name(typed)


def _read_user_id(desk: Desk, _answers: Answers, typed: str) -> object:
    """Read a USER ID that nobody has or had: the password would be typed twice before the command refuses it."""
    from wkc.errors.register import UserExists
    from wkc.procedures.access import user
    from wkc.vault.keys.slot import check_user_id

    check_user_id(fold_user_id(typed))
    if any(one.user.user_id == fold_user_id(typed) for one in user.every(desk.session)):
        raise UserExists
    return typed


def _designate(answers: Answers) -> Filled:
    options = (
        *option("--name", answers["name"]),
        *option("--role", answers["role"]),
        *option("--function", answers["function"]),
        *option("--secrecy-on", answers["on"]),
    )
    return Filled((fold_user_id(answers["user"]), *options))


def _reset(answers: Answers) -> Filled:
    return Filled((answers["user"], *flag("--compromised", answers["known"] if _is_known(answers) else "")))


def _is_known(answers: Answers) -> bool:
    return is_yes(answers["known"])


def _hand_over(answers: Answers) -> Filled:
    return Filled((*option("--all-of", answers["user"]), *option("--coach", answers["coach"])))


def _former_coaches(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give everybody who was ever designated: who left may still have clients."""
    from wkc.procedures.access import user

    return {one.user.user_id: one.user.name for one in user.every(desk.session)}


def _party_kinds(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the kinds of organisation that who fills the form in may put on file."""
    from wkc.rules.access.permission import can_add_party

    kinds = choices(party_kind.KINDS)(desk, answers)
    return {kind: words for kind, words in kinds.items() if can_add_party(desk.role, kind)}


def _settings(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    from wkc.procedures.core import set_settings

    return {
        one.name: ": ".join(filter(None, (_(SETTING_WORDS[one.name]), one.value)))
        for one in set_settings.show(desk.session)
    }


def _setting_now(desk: Desk, answers: Answers) -> str:
    from wkc.procedures.core import set_settings

    return next((one.value for one in set_settings.show(desk.session) if one.name == answers["setting"]), "")


def _party(answers: Answers) -> Filled:
    words = (answers["name"], *option("--kind", answers["kind"]))
    return Filled((*words, *option("--body", answers.get("body"))))


def _is_body(_desk: Desk, answers: Answers) -> bool:
    return answers.get("kind") == "instantie"


def _bodies(_desk: Desk, _answers: Answers) -> Mapping[str, str]:
    from wkc.rules.disclosure.annex import BODIES

    return {code: body.today for code, body in BODIES.items()}


def _body_so_called(_desk: Desk, answers: Answers) -> str:
    """Give the body that the organisation is called as, such as UWV; nothing for any other name."""
    from wkc.rules.disclosure.annex import BODIES

    name = answers["name"].casefold()
    first = name.partition(" ")[0]
    return next((code for code, body in BODIES.items() if first == code or name == body.today.casefold()), "")


def _import(answers: Answers) -> Filled:
    order = (*option("--opdrachtgever", answers["opdrachtgever"]), *option("--assignment", answers["assignment"]))
    return Filled((answers["file"], *order))


FORMS = {
    "import": Form(
        N_("A new list of an opdrachtgever"),
        "client.import",
        ("client", "import"),
        (
            Question(
                "file",
                N_("The file (XLSX, CSV, ODS and others)"),
                shared_answers.list_files,
                read=shared_answers.read_file,
                open=True,
            ),
            Question(
                "opdrachtgever",
                N_("Opdrachtgever who sent the list"),
                shared_answers.opdrachtgevers,
                usual=only_option(shared_answers.opdrachtgevers),
                made_by="party",
                made_with=(("kind", "opdrachtgever"),),
            ),
            Question("assignment", N_("Reference of the assignment")),
        ),
        _import,
        ("notify", "spread"),
    ),
    "party": Form(
        N_("A new organisation"),
        "party.add",
        ("party", "add"),
        (
            Question("name", N_("Name of the organisation"), read=_read_party_name),
            Question(
                "kind",
                N_("Kind of organisation"),
                _party_kinds,
            ),
            Question(
                "body", N_("Which body of annex III"), _bodies, usual=_body_so_called, asked=_is_body, required=False
            ),
        ),
        _party,
    ),
    "designate": Form(
        N_("A new colleague"),
        "user.designate",
        ("user", "designate"),
        (
            Question("user", N_("USER ID, such as bram"), read=_read_user_id),
            Question("name", N_("Name")),
            Question("role", N_("What the colleague may do"), ROLES),
            Question("function", N_("Function"), usual=lambda _desk, answers: answers["role"]),
            Question(
                "on",
                N_("Day on which secrecy was undertaken in writing"),
                usual=shared_answers.today,
                read=shared_answers.read_day,
            ),
        ),
        _designate,
    ),
    "role": Form(
        N_("A colleague gets another role"),
        "user.role",
        ("user", "role"),
        (
            Question("user", N_("Who"), shared_answers.colleagues, made_by="designate"),
            Question("role", N_("What the colleague may do"), ROLES),
        ),
        taking("user", "role"),
    ),
    "reset": Form(
        N_("A colleague forgot the password"),
        "user.reset",
        ("user", "reset"),
        (
            Question("user", N_("Who"), shared_answers.colleagues, made_by="designate"),
            Question(
                "known",
                N_("May others know the password, or is a laptop gone"),
                yes_or_no(N_("everybody gets new keys")),
                usual=lambda _desk, _answers: _("no"),
            ),
        ),
        _reset,
    ),
    "revoke": Form(
        N_("Somebody leaves the office"),
        "user.revoke",
        ("user", "revoke"),
        (Question("user", N_("Who"), shared_answers.colleagues, made_by="designate"),),
        taking("user"),
        ("hand_over", "backup"),
        preview=lambda desk, answers: describe_leaving(desk.session, answers["user"]),
    ),
    "hand_over": Form(
        N_("All clients of a coach go to another"),
        "client.assign",
        ("client", "assign"),
        (
            Question("user", N_("Of whom"), _former_coaches),
            COACH._replace(line=N_("To whom")),
        ),
        _hand_over,
    ),
    "spread": Form(
        N_("Clients who have no coach yet get one"),
        "client.assign",
        ("client", "assign"),
        (COACH,),
        lambda answers: Filled(("--unassigned", *option("--coach", answers["coach"]))),
    ),
    "settings": Form(
        N_("Change a setting"),
        "settings.set",
        ("settings", "set"),
        (
            Question("setting", N_("Setting"), _settings),
            Question("value", N_("What it shall be"), usual=_setting_now),
        ),
        taking("setting", "value"),
    ),
}
"""The forms by the key under which menus and other forms name them."""
