"""Art. 5.2, 7 and 14.1: the vacancies after a leaver: a caseload, a service account, a single beheerder."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from wkc.records.agenda import Duty, Item
from wkc.records.user import Role, User
from wkc.rules.requests.rest_days import working_days_after

FILL_WITHIN = 5
"""Working days within which the directie fills a vacancy."""


def list_vacancies(users: Sequence[User], caseloads: Mapping[str, int], since: Mapping[str, date]) -> Iterator[Item]:
    """Give what people who left, or have another role now, leave open, until that is put right.

    `caseloads` counts the clients by the USER ID of their coach, and `since` gives the day on which each user left or
    was designated last. An office that always had one beheerder is left in peace; one that has one left is not.
    """
    known = {user.user_id: user for user in users}
    for user_id, count in sorted(caseloads.items()):
        coach = known[user_id]
        if count and (coach.revoked_at is not None or coach.role not in {Role.COACH, Role.BEHEERDER}):
            yield Item(_by(since[user_id]), Duty.CASELOAD_OVERDRAGEN, user_id, count)
    for user in users:
        answers = known.get(user.responsible or "")
        if user.revoked_at is None and answers is not None and answers.revoked_at is not None:
            yield Item(_by(since[answers.user_id]), Duty.VERANTWOORDELIJKE_AANWIJZEN, user.user_id)
    heads = [user for user in users if user.role is Role.BEHEERDER]
    active = [user for user in heads if user.revoked_at is None]
    gone = [since[user.user_id] for user in heads if user.revoked_at is not None]
    if len(active) == 1 and gone:
        yield Item(_by(max(gone)), Duty.TWEEDE_BEHEERDER, active[0].user_id)


def _by(since: date) -> date:
    return working_days_after(since, FILL_WITHIN)
