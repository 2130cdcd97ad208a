"""Art. 12.1 and 12.2, AVG 17.3: a request is withdrawn, also one that waits for a duty to end though it was refused."""

from wkc.records.request import Request, RequestKind, RequestState
from wkc.records.user import Role
from wkc.records.verdict import Verdict
from wkc.rules.requests.correction import DUTY_OF
from wkc.rules.requests.own_accord import is_own_accord
from wkc.rules.requests.request import STEPS, judge_step


def judge_recorder(request: Request, user_id: str, role: Role) -> Verdict:
    """Judge whether a user writes a withdrawal down: who took the request in, at any time, or the beheerder.

    It ends the request without a letter, so nobody else does that to who asked; nobody asked for what the office does
    of its own accord, which the beheerder alone withdraws.
    """
    if role is Role.BEHEERDER:
        return Verdict(allowed=True, reason="trek_in", article=STEPS["trek_in"][1])
    if is_own_accord(request):
        return Verdict(allowed=False, reason="niet_opgedragen", article="art. 7.1")
    if request.recorded_by != user_id:
        return Verdict(allowed=False, reason="niet_zelf_vastgelegd", article="art. 11.4, 12.3")
    return Verdict(allowed=True, reason="trek_in", article=STEPS["trek_in"][1])


def judge_withdrawal(request: Request, *, is_waiting: bool) -> Verdict:
    """Judge a withdrawal: of a removal that was refused for a duty too, which is carried out when the duty ends.

    `is_waiting` tells that something it names is on file still.
    """
    ruling = request.ruling
    is_for_duty = request.kind is RequestKind.VERWIJDERING and ruling is not None and ruling.refusal in DUTY_OF
    if is_for_duty and is_waiting and request.state is RequestState.MEDEGEDEELD:
        return Verdict(allowed=True, reason="trek_in", article=STEPS["trek_in"][1])
    return judge_step(request, "trek_in")
