import subprocess
import sys

import pytest

HEAVY = {"argon2", "cryptography", "sqlcipher3"}


def loaded_by(statement: str) -> set[str]:
    script = f"import sys; {statement}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "files.home",
        "database.register",
        "keys.identity",
        "keys.keyring",
        "database.init",
        "journals.failed_sign_ins",
        "journals.last_seen",
    ],
)
def test_importing_a_module_of_the_vault_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import wkc.vault.{module}") == set()


def test_opening_a_register_needs_no_argon2() -> None:
    opening = (
        "import tempfile, pathlib; from wkc.vault.database.register import create; "
        "folder = tempfile.TemporaryDirectory(); "
        "create(pathlib.Path(folder.name) / 'new.db', bytes(32)).close(); folder.cleanup()"
    )
    assert loaded_by(opening) == {"sqlcipher3"}
