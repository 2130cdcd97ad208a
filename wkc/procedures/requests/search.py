"""Art. 11.4 and 11.5: a search for who asks from outside the register, and the link to the dossier that was meant."""

from typing import Never

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.search import NobodyNamed
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import search_keys
from wkc.procedures.dossier.search import the_client
from wkc.procedures.requests.request import RequestStep, judge, step
from wkc.records.request import Answering, Requester
from wkc.records.search import Candidate, Search
from wkc.rules.requests import request as rules
from wkc.rules.requests.no_data import judge_no_data
from wkc.store.dossier import search as searches
from wkc.store.letters import letter as letters
from wkc.store.requests import request as requests
from wkc.store.requests import request_amendment as amendments


class Resemblance(Struct, frozen=True):
    """The dossiers that resemble who asks, the likeliest first, and the kinds of key by which was searched."""

    number: str
    sought: tuple[str, ...]
    candidates: tuple[Candidate, ...]


def search(session: Session, request_number: str, also: str | None) -> Resemblance:
    """Search for who asks and show who resembles; each dossier that is shown gets its line in the log.

    `also` are lines with what else somebody may be on file under: former names, a birth date, e-mail, telephone.
    """
    with step(session, "request.search", request_number) as taken:
        judge(taken.action, rules.judge_attribution(taken.request), state=taken.request.state)
        sought = [*_keys(taken), *search_keys.of_lines((also or "").splitlines(), named=False)]
        if not sought:
            raise NobodyNamed
        candidates = _search(taken, sought)
        for candidate in candidates:
            taken.action.touch_client(candidate.client)
        made = _write_down(taken, sought, len(candidates), shown=True)
        return Resemblance(taken.request.number, made.sought, candidates)


def link(session: Session, request_number: str, who: str) -> Answering:
    """Attribute a request to a client: from then on it is in the dossier, with its day of arrival and its letters."""
    with step(session, "request.link", request_number) as taken:
        judge(taken.action, rules.judge_attribution(taken.request), state=taken.request.state)
        client = the_client(taken.action, who)
        if not taken.action.store.sealer.can_open:
            _refuse_unseen(taken)
        asker = taken.request.name
        requests.link(taken.action.store, taken.request, client)
        if asker is not None and taken.request.requester is not Requester.GEREGISTREERDE:
            amendments.put_asker(taken.action.store, replace(taken.request, client=client), asker)
        for letter in letters.of_request(taken.action.store, taken.request):
            letters.link(taken.action.store, letter, client)
        return taken.answering


def check_no_data(taken: RequestStep) -> Search:
    """Give the search that an answer of no data rests on: the beheerder's own of today, else one made now.

    Raises the errors of SEARCH_REFUSED.
    """
    made = [one for one in searches.of_request(taken.action.store, taken.request) if one.on == taken.action.today]
    latest = made[-1] if made else None
    if latest is None:
        keys = _keys(taken)
        if not keys:
            raise NobodyNamed
        candidates = _search(taken, keys)
        latest = _write_down(taken, keys, len(candidates), shown=False)
    known = taken.request.identity
    judge(taken.action, judge_no_data(latest, known.on if known else None), state=taken.request.state)
    return latest


def _keys(taken: RequestStep) -> list[str]:
    """Give what is known to search by: the name and address of who asks, but for somebody who asks for another."""
    if taken.request.requester is not Requester.GEREGISTREERDE:
        return []
    name = taken.request.name
    if name is None:
        _refuse_unseen(taken)
    return list(search_keys.of_lines(name.splitlines(), named=True))


def _search(taken: RequestStep, sought: list[str]) -> tuple[Candidate, ...]:
    store = taken.action.store
    search_keys.index(store)
    by_client = search_keys.matching(store, sought, taken.action.caseload_filter)
    ordered = sorted(by_client.items(), key=lambda pair: (-len(pair[1]), pair[0].id))
    return tuple(
        Candidate(client, name_of(store, client), tuple(kind for kind in search_keys.KINDS if kind in kinds))
        for client, kinds in ordered
    )


def _write_down(taken: RequestStep, sought: list[str], count: int, *, shown: bool) -> Search:
    by_kind = {key.partition(":")[0] for key in sought} | {search_keys.NAME}
    kinds = tuple(kind for kind in search_keys.KINDS if kind in by_kind)
    made = Search(taken.action.today, kinds, count, shown, taken.action.by)
    searches.write_down(taken.action.store, taken.request, made, taken.action.now)
    taken.action.details |= {"sought": ",".join(kinds), "found": count}
    return made


def _refuse_unseen(taken: RequestStep) -> Never:
    taken.action.refuse("niet_relevant_voor_functie")
