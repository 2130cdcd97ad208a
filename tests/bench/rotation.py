"""What it costs when somebody leaves: the register written anew, and each sealed value sealed anew."""

import json
from collections.abc import Iterator

from tests.bench.inside import ORDER, session, taken_in
from tests.bench.timing import Row, seconds, shown
from tests.stage import Stage
from wkc.procedures.access.revoke import revoke
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring

SEALED = 2_000
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
