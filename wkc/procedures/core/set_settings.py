"""Showing and changing the settings, audited."""

import re
from pathlib import Path

from msgspec import Struct

from wkc.errors.families import Invalid
from wkc.errors.input import SignUnprintable
from wkc.errors.register import SettingUnknown, SettingWrong
from wkc.i18n import _
from wkc.procedures.core import backup_place
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import BACKUP_FOLDER, DAY, SETTINGS, in_force
from wkc.procedures.io.address import parse_line
from wkc.procedures.io.fields import parse_day, plain_text
from wkc.procedures.io.text import line_on_paper
from wkc.store.core import register as register_metadata

ON_PAPER = ("houder.", "fg.")
"""The beginnings of the settings that stand on the papers of the office."""


class Setting(Struct, frozen=True):
    """A setting with its value in force."""

    name: str
    value: str


def is_folder_missing(setting: Setting) -> bool:
    """Tell whether a setting names a folder for backups that is not there."""
    return setting.name == BACKUP_FOLDER and bool(setting.value) and not Path(setting.value).is_dir()


def show(session: Session) -> tuple[Setting, ...]:
    """Give all settings with their values in force."""
    with act(session, "settings.show") as action:
        return tuple(Setting(name, value) for name, value in in_force(action.store).items())


def put(session: Session, name: str, value: str) -> Setting:
    """Change one setting."""
    rule = SETTINGS.get(name)
    if rule is None:
        raise SettingUnknown
    try:
        text = line_on_paper(value) if name.startswith(ON_PAPER) else plain_text(value)
        if rule is DAY:
            parse_day(text)
    except SignUnprintable:
        raise
    except Invalid:
        raise SettingWrong(what=_(rule.takes)) from None
    if name == "houder.address":
        text = parse_line(text)
    if not re.fullmatch(rule.pattern, text):
        raise SettingWrong(what=_(rule.takes))
    if name == BACKUP_FOLDER and Path(text).is_dir():
        backup_place.check_folder(text, session.home.path)
    with act(session, "settings.set") as action:
        action.details["setting"] = name
        register_metadata.put_settings(action.store, {name: text})
        if name == BACKUP_FOLDER:
            backup_place.remember(action, text, session.home.path)
    return Setting(name, text)
