"""The agenda on the screen: each duty as a sentence, with its day and how far away it is."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from wkc.cli.terminal.screen import Urgent
from wkc.i18n import N_, _, ngettext
from wkc.rules.regulation.breach import URGENT

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.records.agenda import Agenda, Item

DUTIES = {
    "verzoek_behandelen": N_("answer request {subject}"),
    "verzoek_beslissen": N_("decide on request {subject}"),
    "besluit_meedelen": N_("tell the decision on request {subject}"),
    "verzoek_uitvoeren": N_("carry out request {subject}"),
    "identiteit_herinneren": N_("ask again who made request {subject}"),
    "identiteit_afwachten": N_("last day for proof of identity, request {subject}"),
    "aangeleverd_beoordelen": N_("decide on what a list supplied of {subject} (`wkc client supplied {subject}`)"),
    "verstrekking_beslissen": N_(
        "decide on disclosure {number} of {client} (`wkc disclosure decide {client} {number}`)"
    ),
    "vitaal_belang_nagaan": N_(
        "see what was disclosed of {client} for a vitaal belang (`wkc disclosure decide {client} {number}`)"
    ),
    "ontvanger_berichten": N_("send the letters to who had what {subject} changed (`wkc correction tell`)"),
    "inzien_nagaan": N_("see why somebody looked outside the caseload (`wkc audit review {subject}`)"),
    "terugkeer_nagaan": N_("{subject} was erased at the own request and is on file again (`wkc client accept`)"),
    "caseload_overdragen": N_("{count} of the clients are with {subject}, no coach any more (`wkc client assign`)"),
    "verantwoordelijke_aanwijzen": N_("nobody answers for the service account {subject} (`wkc user responsible`)"),
    "tweede_beheerder": N_("{subject} is the only beheerder left: designate another (`wkc user designate`)"),
    "herstelcodes": N_("{subject} left and knows the recovery codes: make new ones (`wkc recover --new-codes`)"),
    "retentie_draaien": N_("the retention run did not run; the last time: {subject} (`wkc retention run`)"),
    "backup_maken": N_("no backup was made; the last one: {subject} (`wkc backup create`)"),
    "backup_nagaan": N_("no backup was checked; the last time: {subject} (`wkc backup verify`)"),
    "backup_openen": N_("no backup was opened by a beheerder; the last time: {subject} (`wkc backup verify`)"),
    "toegang_nalopen": N_("review who has access; the last time: {subject} (`wkc user review`)"),
    "inzien_steekproef": N_("check ten looks of the month; the last time: {subject} (`wkc audit review --sample`)"),
    "sleutels_nagaan": N_(
        "see that keys and recovery codes are in their place; the last time: {subject} (`wkc agenda --done sleutels`)"
    ),
    "feestdagen_nagaan": N_(
        "see that the days of rest are right; the last time: {subject} (`wkc agenda --done feestdagen`)"
    ),
    "nummer_nagaan": N_("verify the telephone number of {subject} again (`wkc party person list`)"),
    "verblijfsvergunning": N_("residence permit of {subject} ends"),
    "afspraak": N_("appointment {number} with {client}"),
    "afspraak_afhandelen": N_(
        "appointment {number} with {client}: kept or missed? (`wkc contact kept`, `wkc contact missed`)"
    ),
    "stilte": N_("no contact with {subject} for some weeks"),
    "opdracht_eindigt": N_("the assignment of {subject} ends"),
    "rapportage": N_("report on the progress of {subject} (`wkc report due`)"),
    "eindrapportage": N_("end report on {subject} (`wkc report due`)"),
    "overeenkomst_eindigt": N_("the agreement with {subject} ends"),
    "papier_vernietigen": N_("destroy the paper of {subject} that lies at a place (`wkc document list {subject}`)"),
    "handtekening_bewaren": N_(
        "keep the signed paper of {count} of the forms of {subject} (`wkc form list {subject}`, `wkc form signed`)"
    ),
    "papieren_van_vernietigde_dossiers": N_(
        "destroy what lies on paper and is in no dossier any more, or say that it lies in another dossier now, "
        "{count} in all (`wkc document papers`)"
    ),
    "toestemming_eindigt": N_("a consent of {subject} ends (`wkc consent list`)"),
    "toestemming_vragen": N_("ask {subject} for a consent again: who gave it acts no more (`wkc consent list`)"),
    "zonder_toestemming": N_(
        "{count} of the values of {subject} rested on a consent that ended: remove them (`wkc correction initiate`)"
    ),
    "datalek_besluiten": N_("decide on breach {subject} (`wkc breach decide`)"),
    "datalek_melden": N_("report breach {subject} to the AP (`wkc breach told {subject} ap`)"),
    "datalek_personen": N_("tell the people of breach {subject} (`wkc breach told {subject} personen`)"),
    "datalek_opdrachtgever": N_("tell {number} of breach {client} (`wkc breach told {client} opdrachtgever`)"),
    "datalek_sluiten": N_("all is done about breach {subject}: close it (`wkc breach close`)"),
    "vernietiging": N_("dossier {subject} is destroyed (`wkc retention run`)"),
}
"""The sentence of each duty; `kennisgeving` and `brief_versturen` count and have their own."""


def listed(screen: Screen, seen: Agenda) -> None:
    """Show the whole agenda."""
    if not seen.items:
        screen.say(_("Nothing is on the agenda."))
        return
    screen.table(
        (_("by"), _("days"), _("what")),
        ((item.on, time_left(item, seen.today), for_reader(screen, item)) for item in seen.items),
        fixed=2,
    )
    if seen.overdue:
        text = ngettext("{count} item is overdue.", "{count} items are overdue.", seen.overdue)
        screen.say(Urgent(text.format(count=seen.overdue)))


def time_left(item: Item, today: date) -> str:
    """Say how far away the end of a thing to do is, in hours where it is counted in hours; red where few are left."""
    if item.hours is None:
        return days_left(item.on, today)
    if item.hours < 0:
        return Urgent(_("{hours} hours late").format(hours=-item.hours))
    if item.hours <= URGENT:
        return Urgent(_("{hours} hours, urgent").format(hours=item.hours))
    return _("{hours} hours").format(hours=item.hours)


def days_left(on: date, today: date) -> str:
    """Say how far away a day is."""
    days = (on - today).days
    if days < 0:
        return Urgent(_("{days} late").format(days=-days))
    return _("due today") if days == 0 else str(days)


def word_duty(item: Item) -> str:
    """Give the sentence of one duty."""
    if item.duty == "kennisgeving":
        text = ngettext(
            "tell {subject} that we hold data (`wkc letter notify`)",
            "tell {count} clients that we hold data (`wkc letter notify --all`)",
            item.count,
        )
    elif item.duty == "brief_versturen":
        text = ngettext(
            "print and send letter {subject} (`wkc letter print {subject}`, then `wkc letter sent {subject}`)",
            "print and send {count} letters (`wkc letter print --all`, then `wkc letter sent --all`)",
            item.count,
        )
    else:
        text = _(DUTIES[item.duty])
    client, _space, number = item.subject.partition(" ")
    subject = _("never yet") if item.subject == "-" else item.subject
    sentence = text.format(subject=subject, count=item.count, client=client, number=number)
    if item.law_on is not None:
        sentence = _("{what} (by today's law: {day})").format(what=sentence, day=item.law_on)
    return _("{what}; and more of them").format(what=sentence) if item.more else sentence


def for_reader(screen: Screen, item: Item) -> str:
    """Give the sentence of one duty to its reader: with the name of the client, and no command that is refused."""
    sentence = word_duty(item)
    if item.duty == "brief_versturen" and not screen.can_do("letter.print"):
        text = ngettext(
            "send letter {subject}, once a coach or the beheerder printed it (`wkc letter sent {subject}`)",
            "send {count} letters, once a coach or the beheerder printed them (`wkc letter sent --all`)",
            item.count,
        )
        sentence = text.format(subject=item.subject, count=item.count)
    if item.by is not None:
        text = _("see why {user} looked outside the caseload (`wkc audit review {subject}`)")
        sentence = text.format(user=item.by, subject=item.subject)
    if item.client is not None and not re.search(rf"(?<![\w-]){item.client}", sentence):
        sentence = f"{sentence}, {item.client}"
    return screen.with_names(sentence)
