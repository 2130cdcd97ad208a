"""What it costs when somebody leaves: the register written anew, and each sealed value sealed anew."""

import json
from collections.abc import Iterator
from functools import partial

from tests.bench import floor
from tests.bench.inside import ORDER, session, taken_in
from tests.bench.timing import Row, seconds, shown
from tests.stage import Stage
from wkc.procedures.access.revoke import revoke
from wkc.procedures.core.purge import purge
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring

SEALED = 2_000
OFFICE = 2_000
"""Clients of an office, where nobody is to wait for long."""
MB = 1_000_000


def rotation(stage: Stage, clients: int) -> Iterator[Row]:
    """A medewerker leaves, which changes the register's key; then a coach, which changes that of the sealed values."""
    taken_in(stage, clients)
    for user, role in (("mo", "medewerker"), ("bram", "coach")):
        words = ("--name", user, "--role", role, "--function", "f", "--new-password-file", str(stage.password_file))
        stage.must("user", "designate", user, *words)
    rows = [{"geslachtsnaam": f"Berg{number}", "gezondheid": "kan goed zitten"} for number in range(SEALED)]
    stage.must("client", "import", "-", *ORDER, "--special-basis", "uavg_30", stdin=json.dumps(rows))
    here = session(stage)
    _ = here.identity
    size = keyring.read(Home(stage.home)).register.stat().st_size / MB
    plain = seconds(lambda: revoke(here, "mo"))
    yield Row(f"a user leaves, per MB of a register of {size:.0f} MB", shown(plain / size), "", None, "about 40 ms")
    sealed = seconds(lambda: revoke(here, "bram")) - plain
    yield Row("and per value that is sealed anew", shown(sealed / SEALED), "", None, "")


def waiting(stage: Stage, clients: int) -> Iterator[Row]:
    """How long everybody waits at the size of an office: while a user leaves, and while a register is purged."""
    count = min(clients, OFFICE)
    taken_in(stage, count)
    words = ("--name", "Mo", "--role", "medewerker", "--function", "f", "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "mo", *words)
    here, target = session(stage), stage.folder / "bare.db"
    with open_alone(Home(stage.home), here.identity) as register:
        bare = floor.compact(register.connection, target)
        copied = floor.copy(register.connection, stage.folder / "copy.db")
    checked = floor.check(target, floor.read_key(stage))
    least = copied + bare + checked
    for what, done, budget in (
        ("while a user leaves", partial(revoke, here, "mo"), "<= 1.5 x"),
        ("for a purge", partial(purge, here), ""),
    ):
        taken = seconds(done)
        yield Row(f"everybody waits {what}, {count} clients", shown(taken), "", None, "<= 2 s")
        title = f"that, beside a bare VACUUM INTO of {count} clients"
        yield Row(title, shown(taken), shown(bare), taken / bare, budget, least / bare)
    parts = f"a copy under the new key {shown(copied)}, VACUUM INTO, the check of the file {shown(checked)}"
    yield Row(f"  its floor where a user leaves: {parts}", shown(least), shown(bare), least / bare, "")
