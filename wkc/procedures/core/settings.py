"""The settings: the houder, the court, the time-outs, the limits; what each takes and its value in force."""

from collections.abc import Mapping

from msgspec import Struct

from wkc.i18n import N_
from wkc.store.core import register as register_metadata
from wkc.store.store import Store


class Rule(Struct, frozen=True):
    """The values of a setting, in words and as a pattern, and the default until it is set."""

    takes: str
    pattern: str
    default: str = ""


LINE = Rule(N_("one line of text"), r".{1,200}")
DAY = Rule(N_("a date such as 2012-02-21"), r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BACKUP_FOLDER = "backup.folder"
SERVICE_SHARE = "retention.service_percent"
"""The part of the register that a service account destroys in one run; more needs a beheerder."""
SILENCE_WEEKS = "contact.silence_weeks"
DOCUMENT_MIB = "document.most_mib"
"""The greatest size of a file that a dossier takes in, in MiB."""
SECOND_READER, AUTOMATIC = "inzage.second_reader", "vanzelf"
"""The setting by which two people look at what a copy hides: ja, nee, or by itself where there are two beheerders."""
_MINUTES = N_("a number of minutes, 1 to 480")

SETTINGS: Mapping[str, Rule] = {
    "houder.name": LINE,
    "houder.place": LINE,
    "houder.kvk": Rule(N_("eight digits"), r"[0-9]{8}"),
    "houder.address": LINE,
    "houder.contact": LINE,
    "houder.signer": LINE,
    "houder.function": LINE,
    "fg.name": LINE,
    "fg.contact": LINE,
    "fg.none": LINE,
    "dpia.needed": Rule(N_("ja or nee"), r"ja|nee"),
    "dpia.date": DAY,
    "dpia.place": LINE,
    "notice.sources": LINE,
    "notice.abroad": LINE,
    "notice.automated": LINE,
    "court": Rule(N_("the name of the court of the houder's place"), r".{1,200}", "Rechtbank Noord-Holland"),
    "session.idle_minutes": Rule(_MINUTES, r"[1-9]|[1-9][0-9]|[1-3][0-9][0-9]|4[0-7][0-9]|480", "15"),
    "retention.notice_days": Rule(
        N_("a number of days, 7 to 365"), r"[7-9]|[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-5]", "30"
    ),
    SERVICE_SHARE: Rule(N_("a number of percent, 1 to 100"), r"[1-9][0-9]?|100", "5"),
    SILENCE_WEEKS: Rule(N_("a number of weeks, 1 to 52"), r"[1-9]|[1-4][0-9]|5[0-2]", "6"),
    DOCUMENT_MIB: Rule(N_("a number of MiB, 1 to 100"), r"[1-9][0-9]?|100", "25"),
    SECOND_READER: Rule(N_("ja, nee or vanzelf (ja where there are two beheerders)"), r"ja|nee|vanzelf", AUTOMATIC),
    BACKUP_FOLDER: Rule(N_("a folder as a whole path, such as /mnt/backup"), r"/.{0,199}"),
    "backup.keep_days": Rule(N_("a number of days, 1 to 366"), r"[1-9][0-9]?|[12][0-9][0-9]|3[0-5][0-9]|36[0-6]", "35"),
    "reglement.name": LINE,
    "reglement.date": DAY,
}


def in_force(store: Store) -> dict[str, str]:
    """Give every setting with its value, or the default until it is set."""
    known = register_metadata.settings(store)
    return {name: known.get(name, rule.default) for name, rule in SETTINGS.items()}
