import itertools
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from wkc.vault.database.init import create_vault
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring, recovery_code
from wkc.vault.keys import rewrap as rewraps
from wkc.vault.keys.identity import Unlocked, unlock
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.password import Cost
from wkc.vault.keys.slot import REGISTER, SIGNING

CHEAP = Cost(19_456, 1, 1)
PASSWORD = "korenbloem en klaproos"


@dataclass(frozen=True, slots=True)
class Vault:
    """A vault of one beheerder, anna, with a table of clients and an audit table."""

    home: Home
    codes: tuple[str, str]
    anna: Unlocked

    @property
    def ring(self) -> Keyring:
        return keyring.read(self.home)

    @property
    def register_key(self) -> bytes:
        return self.anna.unseal(self.ring, REGISTER)

    @property
    def signing_seed(self) -> bytes:
        return self.anna.unseal(self.ring, SIGNING)


def make_vault(path: Path) -> Vault:
    home = Home(path)
    with create_vault(home, "anna", PASSWORD, CHEAP) as founding:
        founding.connection.execute("CREATE TABLE client (id INTEGER PRIMARY KEY, name TEXT UNIQUE)")
        founding.connection.execute("CREATE TABLE audit (seq INTEGER PRIMARY KEY, what TEXT)")
        founding.connection.execute("INSERT INTO client VALUES (1, 'Geertje Zonneveld-Overduin')")
        founding.connection.execute("INSERT INTO audit VALUES (1, 'made')")
        codes = founding.commit()
    return Vault(home, codes, unlock(keyring.read(home), "anna", PASSWORD))


def rewrap(home: Home, identity: Unlocked, password: str, cost: Cost) -> Unlocked:
    """Change a password as `wkc passwd` does, without the lines that announce and settle it."""
    return rewraps.put(home, identity, rewraps.rewrap(home, identity, password, cost))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    return make_vault(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def vault(made_once: Vault, tmp_path: Path) -> Vault:
    copied = shutil.copytree(made_once.home.path, tmp_path / "home")
    return replace(made_once, home=Home(copied))


@pytest.fixture
def same_codes(made_once: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every new vault the recovery codes of one: where a death is the point, Argon2id need not run again."""
    codes = itertools.cycle(made_once.codes)
    monkeypatch.setattr(recovery_code, "make", lambda: next(codes))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "new")
