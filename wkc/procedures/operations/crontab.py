"""Art. 10 and 14.2: the lines by which cron does the work of the night on this machine: retention, backups, checks."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from msgspec import Struct

from wkc.errors.backup import CrontabUnfit, ServiceAccountMissing, ServiceAccountUnclear
from wkc.errors.input import FileUnreadable
from wkc.errors.register import NoServiceAccount
from wkc.procedures.core import backup_place
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import BACKUP_FOLDER, in_force
from wkc.procedures.dossier.party_profile import check_e_mail
from wkc.procedures.progress.appointment import parse_time
from wkc.records.user import Role, User
from wkc.store.core import user as users

AT = "02:15"
"""The usual time of the retention run: the backup follows an hour later, so that it has what the run left."""

_HOUR, _HALF, _DAY = 60, 30, 24 * 60


class Machine(Struct, frozen=True):
    """The machine that cron runs on: the program as a shell takes it, and the locale of what is mailed."""

    program: str
    locale: str


class NightInput(Struct, frozen=True):
    """The work of the night as asked for: account, key file, time, to whom cron mails; None: the folder that is set."""

    account: str | None
    key_file: Path
    at: str = AT
    mail_to: str | None = None
    folder: Path | None = None


class NightPlan(Struct, frozen=True):
    """The lines of a crontab, with the service account, the folder for backups and the time that they are for."""

    account: str
    folder: Path
    at: str
    lines: tuple[str, ...]


def list_accounts(session: Session) -> tuple[str, ...]:
    """Give the service accounts that have access; errors.ServiceAccountMissing."""
    with act(session, "backup.plan") as action:
        return tuple(user.user_id for user in _list_active(action))


def plan(session: Session, wanted: NightInput, machine: Machine) -> NightPlan:
    """Give the lines for this machine, once account, key file and the folder for backups are there.

    errors.ServiceAccountMissing, ServiceAccountUnclear, NoServiceAccount, FileUnreadable, BackupNowhere,
    BackupFolderMissing, BackupFolderClosed, OutputInRegister, BadTime, BadEmail, CrontabUnfit.
    """
    at = parse_time(wanted.at)
    mail_to = None if wanted.mail_to is None else _read_address(wanted.mail_to)
    if not wanted.key_file.is_file():
        raise FileUnreadable(path=wanted.key_file)
    with act(session, "backup.plan") as action:
        account = _choose(_list_active(action), wanted.account)
        named_folder = in_force(action.store)[BACKUP_FOLDER] if wanted.folder is None else str(wanted.folder)
        folder = backup_place.check_folder(named_folder, session.home.path)
    settings = {
        "MAILTO": mail_to,
        "LC_ALL": machine.locale,
        "WKC_HOME": str(session.home.path.resolve()),
        "WKC_USER": account,
        "WKC_PASSWORD_FILE": str(wanted.key_file.resolve()),
    }
    named = [f"{name}={_setting(name, value)}" for name, value in settings.items() if value]
    _check_characters("backup.folder", str(folder))  # The comment above the lines names it.
    _check_characters("wkc", machine.program)
    return NightPlan(account, folder, at, (*named, *_write_lines(machine.program, at)))


def _read_address(typed: str) -> str:
    """Give the address for what cron mails; what no crontab takes is refused as that, and then what is no address."""
    _setting("MAILTO", typed)
    return check_e_mail(typed)


def _list_active(action: Action) -> list[User]:
    active = [one for one in users.every(action.store) if one.role is Role.SERVICE and one.revoked_at is None]
    if not active:
        raise ServiceAccountMissing
    return active


def _choose(active: list[User], named: str | None) -> str:
    known = [user.user_id for user in active]
    if named is None and len(known) > 1:
        raise ServiceAccountUnclear(accounts=", ".join(known))
    if named is not None and named.lower() not in known:
        raise NoServiceAccount
    return named.lower() if named else known[0]


def _write_lines(program: str, at: str) -> Iterator[str]:
    """Give a line for each work; one that has nothing to say is silent, so that cron mails nothing."""
    wkc = program.replace("%", r"\%")
    hours, minutes = map(int, at.split(":"))
    begin = hours * _HOUR + minutes
    yield f'30 7 * * 1-5  out=$({wkc} agenda) || echo "$out"'
    yield f"{_clock(begin)} * * *  {wkc} retention run"
    yield f"{_clock(begin + _HOUR)} * * *  {wkc} backup create >/dev/null && {wkc} backup verify >/dev/null"
    yield f'{_clock(begin + _HOUR + _HALF)} * * *  out=$({wkc} backup prune) || echo "$out"'
    yield f'0 6 * * 1  out=$({wkc} doctor) || echo "$out"'


def _clock(minutes: int) -> str:
    """Give a time of the day as crontab(5) begins a line: the minute, then the hour."""
    return f"{minutes % _DAY % _HOUR} {minutes % _DAY // _HOUR}"


def _setting(name: str, value: str) -> str:
    """Give a value as crontab(5) takes it: in quotes of a kind that is not in it, where it needs them."""
    _check_characters(name, value)
    if quote(value) == value:
        return value
    mark = next((one for one in "\"'" if one not in value), None)
    if mark is None:
        raise CrontabUnfit(name=name)
    return f"{mark}{value}{mark}"


def _check_characters(name: str, value: str) -> None:
    """Refuse what ends a line, and a backslash, which one cron takes as it is and another as the begin of an escape."""
    if not value.isprintable() or "\\" in value:
        raise CrontabUnfit(name=name)
