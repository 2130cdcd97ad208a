"""The work of cron and the duties of care: the last time, and since when each could be done (art. 10 and 14.2)."""

from datetime import date, timedelta

from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.retention_facts import notice_days
from wkc.procedures.core.settings import in_force
from wkc.procedures.retention import due
from wkc.records.retention import Announce, Destroy
from wkc.records.user import Role
from wkc.rules.regulation.upkeep import ACCESS, BACKUP, DRILL, HOLIDAYS, KEYS, LOOKS, RETENTION, VERIFY, due_on
from wkc.store.core import audit
from wkc.store.core import user as users
from wkc.store.operations import backup as backups
from wkc.store.operations import upkeep

MONTH = timedelta(days=31)
"""The time before now of which a beheerder looks over the looks of others."""

Done = dict[str, tuple[date | None, date]]
"""By the name of a work its last day, if any, and the day since which it could be done."""


def list_done(action: Action) -> Done:
    """Give what the agenda looks at: the run where a dossier waits for it, backups where a folder is set for them."""
    done = list_all(action)
    if due_on(RETENTION, *done[RETENTION]) < action.today and not _has_work(action):
        del done[RETENTION]
    if not in_force(action.store)["backup.folder"]:
        done.pop(BACKUP)
    return done | list_care(action)


def list_care(action: Action) -> Done:
    """Give what a beheerder looks over: access where there is somebody else, looks where others looked of late."""
    since = day(upkeep.find_beginning(action.store))
    done = {work: (_last(action, work), since) for work in (KEYS, HOLIDAYS)}
    people = [user for user in users.every(action.store) if user.revoked_at is None and user.role is not Role.SERVICE]
    if len(people) > 1:
        second = sorted(day(user.designated_at) for user in people)[1]
        done[ACCESS] = _last(action, ACCESS), second
        if audit.list_of_others(action.store, action.by, action.now - MONTH):
            done[LOOKS] = _last(action, LOOKS), second
    return done


def list_all(action: Action) -> Done:
    """Give the run, the backups and their checks: a check counts from the oldest that is kept, if any."""
    store = action.store
    since, kept = day(upkeep.find_beginning(store)), backups.list_kept(store)
    whole = [backup.at for backup in kept if backup.sha256 is not None]
    done: Done = {RETENTION: (_last(action, RETENTION), since), BACKUP: (day(max(whole)) if whole else None, since)}
    if whole:
        oldest = day(min(whole))
        done |= {VERIFY: (_last(action, VERIFY), oldest), DRILL: (_last(action, DRILL), oldest)}
    return done


def _has_work(action: Action) -> bool:
    """Tell whether a run would have something to do now: announce a dossier, or destroy one."""
    notice = notice_days(action.store)
    judged = (due.judge_dossier(action, client, notice).assessment for client in due.walk_candidates(action, notice))
    return any(
        isinstance(assessment, Destroy) or (isinstance(assessment, Announce) and assessment.on is None)
        for assessment in judged
    )


def _last(action: Action, name: str) -> date | None:
    at = upkeep.last(action.store, name)
    return None if at is None else day(at)
