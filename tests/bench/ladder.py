"""The price of each protection: from the bare library to ours, one protection more on each rung, in one run.

A rung does all of the one below it. Those from the keyring on are in a register of ours, by its own parts.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from statistics import median
from typing import Any
from uuid import uuid4

from tests.bench import bare
from tests.bench.bulk import bulk_register
from tests.bench.inside import session
from tests.bench.timing import Row, seconds, shown
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import make_store
from wkc.procedures.dossier import client
from wkc.procedures.dossier.record import EntryInput, record
from wkc.records.audit import Outcome
from wkc.rules.dossier.field import BY_CODE
from wkc.store.core import audit
from wkc.store.queries import schema
from wkc.vault.database.register import Register

ROUNDS = 15
AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
PLAIN_ROW = "REPLACE INTO number_given VALUES (?, 1)"
"""A row of ours that nothing hangs on, in the place of a log line that nobody signed."""
Operation = Callable[[int], object]
Rung = tuple[str, Operation]


class OpenSession(Session):
    """A session whose register is opened once, as the systems of others keep their connection."""

    register: Register

    @contextmanager
    def opened(self) -> Iterator[Register]:
        yield self.register


@contextmanager
def opened_once(stage: Stage, here: Session) -> Iterator[OpenSession]:
    """Open the register of a session once, for many actions."""
    with here.opened() as register:
        kept = OpenSession(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
        kept.register = register
        kept.shared = here.shared
        yield kept


def ladder(stage: Stage, clients: int) -> Iterator[Row]:
    """Climb with a look at one client and with a change of one value; then ours and bare, both opened once."""
    office = bulk_register(clients, stage.folder / "office")
    here = session(office)
    _ = here.identity
    look = "SELECT field, value FROM {} WHERE client = :client"
    change = "UPDATE {} SET value = 'Dam' WHERE client = :client AND field = 'adres'"
    plain, whole = (
        bare.make(stage.folder / name, clients, tables) for name, tables in (("plain", ""), ("whole", schema()))
    )
    for what, statement in (("a look", look), ("a change", change)):
        theirs, mine = statement.format("datum"), statement.format("entry")
        with closing(bare.opened(bare.make(stage.folder / f"kept {what}", clients))) as kept:
            rungs: tuple[Rung, ...] = (
                *_bare_rungs(kept, (plain, whole), theirs),
                *_own_rungs(here, mine),
                (LAST[what], partial(OURS[what], here)),
            )
            yield from _climb(what, rungs, clients)
        with closing(bare.opened(plain)) as kept, opened_once(office, here) as open_session:
            pair: tuple[Rung, Rung] = (
                ("", partial(bare.work, kept, theirs, logged=True)),
                ("ours in one opened register, beside it bare in one connection with a log line",
                 partial(OURS[what], open_session)),
            )  # fmt: skip
            yield from [*_climb(what, pair, clients)][1:]


def _bare_rungs(kept: Any, paths: tuple[Any, Any], statement: str) -> tuple[Rung, ...]:
    plain, whole = paths
    return (
        ("bare, in one open connection", partial(bare.work, kept, statement, logged=False)),
        ("and one line of a log, committed", partial(bare.work, kept, statement, logged=True)),
        ("and opened and keyed for each command", partial(_open, plain, statement)),
        ("and our tables in the file, which SQLite reads at each opening", partial(_open, whole, statement)),
    )


def _open(path: Any, statement: str, number: int) -> None:
    bare.open_and_work(path, statement, number, logged=True)


def _own_rungs(here: Session, statement: str) -> tuple[Rung, ...]:
    def keyring(number: int) -> None:
        with here.opened() as register:
            connection = register.connection
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(statement, {"client": number}).fetchall()
            connection.execute(PLAIN_ROW, (number,))
            connection.execute("COMMIT")

    def line(number: int) -> None:
        with here.opened() as register:
            store = make_store(register.connection, register.signer, register.sealer)
            store.begin()
            store.connection.execute(statement, {"client": number}).fetchall()
            audit.write(store, AT, "anna", "client.show", "begeleiding", uuid4(), Outcome.DONE, {"as": "beheerder"})
            store.commit()

    def door(number: int) -> None:
        with act(here, "client.show") as action:
            action.store.connection.execute(statement, {"client": number}).fetchall()

    return (
        ("and folder, lock and keyring checked: signature, mac, sealed key", keyring),
        ("and the line signed and chained by its hash", line),
        ("and user, slots, role, clock, ledger and the head seen last", door),
    )


def _show(here: Session, number: int) -> None:
    client.show(here, f"2020-{number:04d}")


def _correct(here: Session, number: int) -> None:
    record(here, f"2020-{number:04d}", BY_CODE["adres"], f"Dam {number}", EntryInput("geregistreerde"))


OURS: dict[str, Callable[[Session, int], None]] = {"a look": _show, "a change": _correct}
LAST = {
    "a look": "and the source of each value, term, holds, contacts: ours",
    "a change": "and what was there kept, with the source of what comes: ours",
}


def _climb(what: str, rungs: tuple[Rung, ...], clients: int) -> Iterator[Row]:
    """Time all rungs; each row is beside the rung below."""
    medians = in_turns(clients, *(done for _name, done in rungs))
    for place, (name, _done) in enumerate(rungs):
        below = medians[place - 1] if place else None
        yield Row(f"{what}, {clients} clients: {name}", shown(medians[place]), "" if below is None else shown(below),
                  None if below is None else medians[place] / below, "")  # fmt: skip


def in_turns(clients: int, *operations: Operation) -> list[float]:
    """Time operations on clients by chance, each on all of the same ones, in turns; give the median of each.

    Their order is another one each time: each finds the caches as the one before left them.
    """
    chance = random.Random(clients)  # noqa: S311  (rows, no secrets)
    taken: list[list[float]] = [[] for _ in operations]
    for number in chance.sample(range(1, clients + 1), ROUNDS):
        for which in chance.sample(range(len(operations)), len(operations)):
            taken[which].append(seconds(partial(operations[which], number)))
    return [median(column) for column in taken]
