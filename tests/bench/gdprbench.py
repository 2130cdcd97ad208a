"""GDPRBench's four roles (Shastri et al., PVLDB 13(7), 2020) in this program's terms, beside the bare library.

Its customer reads and corrects the own data, its processor reads by key and by attribute, its controller writes
metadata and lists what is past its term (`destroying` measures what goes), its regulator reads the log of somebody. The
bare library has the same values in a table with indexes, in the same encrypted file format: no permission, no
provenance, no log. Beside it stands the same with one unsigned log line in each operation, the least that AVG 5.2 asks.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.bench import bare as library
from tests.bench.bulk import FIELDS, bulk_register, values_of
from tests.bench.inside import session
from tests.bench.ladder import in_turns, opened_once
from tests.bench.timing import Row, shown
from tests.stage import Stage
from wkc.documents.copy.inzage import copy_of
from wkc.documents.part import as_json
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import caseload, client, record
from wkc.procedures.dossier.record import EntryInput
from wkc.procedures.dossier.search import the_client
from wkc.procedures.operations import audit
from wkc.procedures.requests.copy_model import gather_facts
from wkc.procedures.retention import due
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.store.core import audit as log
from wkc.store.queries import schema
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring

READ, CHANGE = "<= 2 x", "<= 2.5 x"
Operation = Callable[[int], object]


def roles(stage: Stage, clients: int) -> Iterator[Row]:
    """Each role's operations on clients by chance, ours and bare in turns; then what is held, against the oracle."""
    office = bulk_register(clients, stage.folder / "office")
    here = session(office)
    _ = here.identity
    expected, key = Oracle(), Ed25519PrivateKey.generate()
    bare, whole = (
        library.make(stage.folder / name, clients, tables) for name, tables in (("bare.db", ""), ("whole.db", schema()))
    )
    for role, ours, statement, budget in _operations(here, expected):
        theirs = partial(partial, library.open_and_work)
        mine, logged, plain, least = in_turns(
            clients,
            ours,
            theirs(bare, statement, logged=True),
            theirs(bare, statement, logged=False),
            theirs(whole, statement, logged=True),
        )
        what = f"{role}, {clients} clients, beside it bare"
        yield Row(f"{what} with a log line", shown(mine), shown(logged), mine / logged, budget, least / logged)
        yield Row(what, shown(mine), shown(plain), mine / plain, "")
        yield Row(
            "  beside it bare with a log line in a file with our tables", shown(mine), shown(least), mine / least, ""
        )
    with closing(library.opened(bare)) as connection, opened_once(office, here) as kept:
        for role, ours, statement, budget in _operations(kept, expected):
            mine, logged, signed = in_turns(
                clients,
                ours,
                partial(library.work, connection, statement, logged=True),
                partial(library.sign_work, connection, statement, key=key),
            )
            title = f"{role}, {clients} clients, both opened once, beside it bare with a log line"
            yield Row(title, shown(mine), shown(logged), mine / logged, budget, signed / logged)
            yield Row("  beside it bare with a log line that is signed", shown(mine), shown(signed), mine / signed, "")
    wrong = expected.differences(here)
    yield Row(f"correct beside plain Python, {clients} clients: what differs", f"{len(wrong)}", "", None, "<= 0")
    yield _space(office, bare, clients)


class Oracle:
    """What is held, by plain Python: the values of a client as they were made and changed, and the looks at them."""

    def __init__(self) -> None:
        self._changed: dict[int, dict[str, str]] = {}
        self._looks: dict[int, int] = {}

    def values(self, number: int) -> dict[str, str]:
        return values_of(number) | self._changed.get(number, {})

    def change(self, number: int, field: str, value: str) -> None:
        self._changed.setdefault(number, {})[field] = value

    def look(self, number: int) -> None:
        self._looks[number] = self._looks.get(number, 0) + 1

    def differences(self, here: Session) -> list[int]:
        """Give the clients who are not as they should be: their values, or the looks at them in the log."""
        return [number for number in {*self._changed, *self._looks} if not self._fits(here, number)]

    def _fits(self, here: Session, number: int) -> bool:
        with act(here, "audit.list") as action:
            lines = log.page(action.store, log.LogPart(the_client(action, f"2020-{number:04d}").uuid), sys.maxsize, 0)
        looks = sum(line.action == "client.show" and line.outcome == "done" for line in lines)
        return looks == self._looks.get(number, 0) and current(here, number) == self.values(number)


def current(here: Session, number: int) -> dict[str, str | None]:
    """Give the values that a client has now, by field."""
    shown_ = client.show(here, f"2020-{number:04d}")
    return {entry.field.code: entry.value for entry in shown_.dossier.entries if entry.closed_at is None}


def _operations(here: Session, expected: Oracle) -> Iterator[tuple[str, Operation, str, str]]:
    """Give each operation of each role: ours, the statement of the bare one, and how much more ours may take."""

    def show(number: int) -> None:
        assert current(here, number) == expected.values(number)
        expected.look(number)

    def correct(number: int) -> None:
        record.record(here, f"2020-{number:04d}", BY_CODE["adres"], f"Dam {number}", EntryInput("geregistreerde"))
        expected.change(number, "adres", f"Dam {number}")

    def copy(number: int) -> bytes:
        with act(here, "inzage.export") as action:
            facts = gather_facts(action, the_client(action, f"2020-{number:04d}"))
        return as_json(copy_of(facts, CATEGORIES))

    def assign(number: int) -> None:
        caseload.assign(here, [f"2020-{number:04d}"], "bram")

    by_key = "SELECT field, value FROM datum WHERE client = :client"
    yield "customer gets the own data, as a copy in JSON", copy, by_key, READ
    write = "UPDATE datum SET value = 'Dam' WHERE client = :client AND field = 'adres'"
    yield "customer corrects a value", correct, write, CHANGE
    yield "processor reads by key", show, by_key, READ
    by_name = "SELECT client FROM datum WHERE field = 'geslachtsnaam' AND value = 'Meirawes' LIMIT 20"
    yield "processor reads by an attribute, a page", lambda _number: client.find(here, "Meirawes"), by_name, READ
    yield "controller assigns", assign, "UPDATE bare_person SET coach = 'bram' WHERE id = :client", CHANGE
    past = "SELECT id FROM bare_person WHERE counted_on < '2021-12-31' ORDER BY counted_on LIMIT 20"
    yield "controller lists what is past its term, a page", lambda _number: due.page(here), past, READ
    by_subject = "SELECT * FROM bare_log WHERE client = :client"
    yield ("regulator reads the log of somebody",
           lambda number: audit.page(here, query=audit.LogQuery(f"2020-{number:04d}")), by_subject, READ)  # fmt: skip


def _space(office: Stage, bare: Path, clients: int) -> Row:
    """Beside the personal data themselves, GDPRBench's measure, and beside the bare library's file."""
    data = sum(len(value) for number in range(1, clients + 1) for value in values_of(number).values())
    mine = keyring.read(Home(office.home)).register.stat().st_size
    factor = f"{mine / data:.1f} x, bare {bare.stat().st_size / data:.1f} x"
    return Row(f"room beside {len(FIELDS)} values each, {clients} clients: {factor} the data", f"{mine / 1e6:.1f} MB",
               f"{bare.stat().st_size / 1e6:.1f} MB", mine / bare.stat().st_size, "")  # fmt: skip
