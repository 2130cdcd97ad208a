"""The pages of a register of up to a million clients, one in ten of whom falls due, in this process and a session."""

from collections.abc import Callable, Iterator
from functools import partial

from tests.bench.bulk import bulk_register
from tests.bench.inside import session
from tests.bench.timing import Row, alone
from tests.stage import Stage
from wkc.procedures.dossier import client
from wkc.procedures.operations import agenda
from wkc.procedures.requests import request
from wkc.procedures.retention import due

PAGE_BUDGET = "<= 50 ms"


def pages(_stage: Stage, clients: int) -> Iterator[Row]:
    """Each page whole: the register opened, permitted, read, traced and committed; the median of seven."""
    here = session(bulk_register(clients))
    _ = here.identity
    actions: dict[str, Callable[[], object]] = {
        "agenda": partial(agenda.show, here),
        "find, a name prefix": partial(client.find, here, "Meira"),
        "find, a name that nobody has": partial(client.find, here, "Qxyzzyq"),
        "client list": partial(client.every, here),
        "retention due": partial(due.page, here),
        "request list": partial(request.list_open, here),
        "client show": partial(client.show, here, "2020-7"),
    }
    for what, shown in actions.items():
        yield alone(f"{what}, {clients} clients", shown, PAGE_BUDGET, 7)
