"""Settings: the houder, the court, the time-outs, the retention notice; in the register, audited."""

import re
from collections.abc import Mapping

from msgspec import Struct

from wkc.errors.families import Invalid
from wkc.errors.register import SettingUnknown, SettingWrong
from wkc.i18n import N_, _
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.io.fields import parse_day, plain_text
from wkc.store import register as register_metadata
from wkc.store.store import Store


class Rule(Struct, frozen=True):
    """The values of a setting, in words and as a pattern, and the default until it is set."""

    takes: str
    pattern: str
    default: str = ""


_LINE = Rule(N_("one line of text"), r".{1,200}")
_DAY = Rule(N_("a date such as 2012-02-21"), r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BACKUP_FOLDER = "backup.folder"
_MINUTES = N_("a number of minutes, 1 to 480")

SETTINGS: Mapping[str, Rule] = {
    "houder.name": _LINE,
    "houder.place": _LINE,
    "houder.kvk": Rule(N_("eight digits"), r"[0-9]{8}"),
    "houder.address": _LINE,
    "houder.contact": _LINE,
    "court": Rule(N_("the name of the court of the houder's place"), r".{1,200}", "Rechtbank Noord-Holland"),
    "session.idle_minutes": Rule(_MINUTES, r"[1-9]|[1-9][0-9]|[1-3][0-9][0-9]|4[0-7][0-9]|480", "15"),
    "retention.notice_days": Rule(
        N_("a number of days, 7 to 365"), r"[7-9]|[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-5]", "30"
    ),
    BACKUP_FOLDER: Rule(N_("a folder as a whole path, such as /mnt/backup"), r"/.{0,199}"),
    "backup.keep_days": Rule(N_("a number of days, 1 to 366"), r"[1-9][0-9]?|[12][0-9][0-9]|3[0-5][0-9]|36[0-6]", "35"),
    "reglement.name": _LINE,
    "reglement.date": _DAY,
}


class Setting(Struct, frozen=True):
    """A setting as it holds now."""

    name: str
    value: str


def show(session: Session) -> tuple[Setting, ...]:
    """Give all settings as they hold now."""
    with act(session, "settings.show") as action:
        return tuple(Setting(name, value) for name, value in in_force(action.store).items())


def put(session: Session, name: str, value: str) -> Setting:
    """Change one setting."""
    rule = SETTINGS.get(name)
    if rule is None:
        raise SettingUnknown
    try:
        given = plain_text(value)
        if rule is _DAY:
            parse_day(given)
    except Invalid:
        raise SettingWrong(what=_(rule.takes)) from None
    if not re.fullmatch(rule.pattern, given):
        raise SettingWrong(what=_(rule.takes))
    with act(session, "settings.set") as action:
        action.details["setting"] = name
        register_metadata.put_settings(action.store, {name: given})
    return Setting(name, given)


def in_force(store: Store) -> dict[str, str]:
    """Give every setting with its value, or the default until it is set."""
    known = register_metadata.settings(store)
    return {name: known.get(name, rule.default) for name, rule in SETTINGS.items()}
