"""Forms of keeping the register: the plan of the night, its service account, making a backup and putting one back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wkc.cli.forms.confirmation import describe_restoring
from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import read_time
from wkc.cli.forms.guided.form import Answers, Filled, Form, Question, only_option, option, taking
from wkc.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk


USUAL_KEY = "wkc.key"
"""The key file of a service account, in the home of the account of the machine."""


def _backup_folder(desk: Desk, _answers: Answers) -> str:
    from wkc.procedures.core import set_settings
    from wkc.procedures.core.settings import BACKUP_FOLDER

    return {one.name: one.value for one in set_settings.show(desk.session)}.get(BACKUP_FOLDER, "")


def _backup(answers: Answers) -> Filled:
    return Filled(option("--to", answers["folder"]))


def _backups(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    from wkc.procedures.core.clock import minute
    from wkc.procedures.operations import backup_folder

    backups = backup_folder.list_backups(desk.session).backups
    return {str(one.path): minute(one.at) for one in backups if one.state == "here"}


def _newest(desk: Desk, answers: Answers) -> str:
    backups = _backups(desk, answers)
    return max(backups, key=backups.__getitem__) if backups else ""


def _read_folder(desk: Desk, _answers: Answers, typed: str) -> object:
    """Check a folder for backups at once, not in the night."""
    from wkc.procedures.core import backup_place

    return backup_place.check_folder(str(desk.files.to_visit(typed).absolute()), desk.session.home.path)


def _accounts(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    return desk.users("service")


def _usual_key(_desk: Desk, _answers: Answers) -> str:
    usual = Path.home() / USUAL_KEY
    return str(usual) if usual.is_file() else ""


def _usual_time(_desk: Desk, _answers: Answers) -> str:
    from wkc.procedures.operations.crontab import AT

    return AT


def _read_mail(_desk: Desk, _answers: Answers, typed: str) -> object:
    from wkc.procedures.dossier.party_profile import check_e_mail

    return check_e_mail(typed)


def _plan(answers: Answers) -> Filled:
    return Filled(
        (
            *option("--to", answers["folder"]),
            *option("--account", answers["account"]),
            *option("--key-file", answers["key"]),
            *option("--at", answers["at"]),
            *option("--mail-to", answers.get("mail")),
        )
    )


def _service(answers: Answers) -> Filled:
    options = (*option("--responsible", answers["who"]), *option("--key-file", answers["key"]))
    return Filled((answers["user"].lower(), "--service", *options))


def persons(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the people with access."""
    return desk.users("beheerder", "coach", "medewerker", "management")


def _self(desk: Desk, _answers: Answers) -> str:
    return desk.session.user_id


ACCOUNT = Question("account", N_("Service account"), _accounts, usual=only_option(_accounts), made_by="service")

FORMS = {
    "plan": Form(
        N_("Plan backups and the work of the night"),
        "backup.plan",
        ("backup", "plan"),
        (
            Question("folder", N_("Folder for backups, on another disk"), usual=_backup_folder, read=_read_folder),
            ACCOUNT,
            Question(
                "key",
                N_("Its key file"),
                shared_answers.list_files,
                usual=_usual_key,
                read=shared_answers.read_file,
                open=True,
            ),
            Question("at", N_("Time of the night"), usual=_usual_time, read=read_time),
            Question("mail", N_("E-mail address for what a line says"), required=False, read=_read_mail),
        ),
        _plan,
    ),
    "service": Form(
        N_("A service account for cron"),
        "user.designate",
        ("user", "designate"),
        (
            Question("user", N_("USER ID, such as nightly"), usual=lambda _desk, _answers: "nightly"),
            Question("who", N_("Who answers for it"), persons, usual=_self),
            Question("key", N_("New file for its key"), usual=lambda _desk, _answers: f"~/{USUAL_KEY}"),
        ),
        _service,
        ("plan",),
    ),
    "backup": Form(
        N_("Make a backup"),
        "backup.create",
        ("backup", "create"),
        (Question("folder", N_("Folder, on another disk"), usual=_backup_folder, read=_read_folder),),
        _backup,
        ("verify",),
    ),
    "verify": Form(
        N_("Check a backup"),
        "backup.verify",
        ("backup", "verify"),
        (Question("backup", N_("Backup"), _backups, usual=_newest, made_by="backup"),),
        taking("backup"),
    ),
    "drill": Form(
        N_("Practise putting a backup back"),
        "backup.drill",
        ("backup", "drill"),
        (Question("backup", N_("Backup"), _backups, usual=_newest, made_by="backup"),),
        taking("backup"),
        alone=True,
    ),
    "restore": Form(
        N_("Put a backup back"),
        "backup.restore",
        ("backup", "restore"),
        (Question("backup", N_("Backup"), _backups, usual=_newest, made_by="backup"),),
        taking("backup"),
        alone=True,
        preview=lambda _desk, answers: describe_restoring(answers["backup"]),
    ),
}
"""The forms by the key under which menus and other forms name them."""
