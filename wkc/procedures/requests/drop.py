"""Art. 12: a proposed change that was written down by mistake is taken back before the decision."""

from wkc.errors.correction import ProposalUnknown
from wkc.errors.mistake import MISTAKE_REFUSED
from wkc.procedures.core.session import Session
from wkc.procedures.requests.propose import find_open_client, mark_anew
from wkc.procedures.requests.request import step
from wkc.records.request import Answering
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.mistake import judge_typist
from wkc.store.requests import correction as corrections


def drop(session: Session, request_number: str, number: int) -> Answering:
    """Take back one change that was written down by mistake and is not decided on; errors.ProposalUnknown.

    Those behind it count one lower. What it was about is contested no more, unless another request contests it, so it
    is its typist's to take back within a day, and the beheerder's: errors.MistakeOfAnother, MistakeTooLate.
    """
    with step(session, "correction.drop", request_number) as taken:
        action, request = taken.action, taken.request
        client = find_open_client(action, request)
        proposals = {one.number: one for one in corrections.of_request(action.store, request, BY_CODE)}
        if number not in proposals:
            raise ProposalUnknown
        by, at = corrections.find_typist(action.store, proposals[number])
        typist = judge_typist(by, at, action.by, action.user.role, action.now)
        if not typist.allowed:
            action.mark_refused(typist.reason)
            raise MISTAKE_REFUSED[typist.reason](article=typist.article)
        corrections.drop(action.store, proposals[number])
        mark_anew(action, client)
        return taken.answering
