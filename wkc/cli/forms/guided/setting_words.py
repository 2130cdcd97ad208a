"""The words of the settings, for a list to choose one from: what each is, beside its name."""

from collections.abc import Mapping

from wkc.i18n import N_

SETTING_WORDS: Mapping[str, str] = {
    "houder.name": N_("the name of the office"),
    "houder.place": N_("its town"),
    "houder.kvk": N_("its KvK number"),
    "houder.address": N_("its address, on letters"),
    "houder.contact": N_("its telephone or e-mail, on letters"),
    "houder.signer": N_("who signs the letters"),
    "houder.function": N_("the function of who signs"),
    "fg.name": N_("the data protection officer"),
    "fg.contact": N_("how that officer is reached"),
    "fg.none": N_("why there is no such officer"),
    "dpia.needed": N_("whether a DPIA is needed"),
    "dpia.date": N_("the day of the DPIA"),
    "dpia.place": N_("where the DPIA is kept"),
    "notice.sources": N_("other sources of data, for notices"),
    "notice.abroad": N_("data that go abroad, for notices"),
    "notice.automated": N_("decisions by a computer, for notices"),
    "court": N_("the court that letters name"),
    "session.idle_minutes": N_("minutes until one signs in again"),
    "retention.notice_days": N_("days that destruction is said ahead"),
    "retention.service_percent": N_("the most that cron destroys, in %"),
    "contact.silence_weeks": N_("weeks without contact that are long"),
    "document.most_mib": N_("the most that a document is, in MiB"),
    "inzage.second_reader": N_("two people look at a copy"),
    "backup.folder": N_("the folder of the backups"),
    "backup.keep_days": N_("days that a backup is kept"),
    "reglement.name": N_("the name of the regulation"),
    "reglement.date": N_("the day of the regulation"),
}
"""The settings in words, by name."""
