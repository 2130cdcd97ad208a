"""After a home that was lost and a restore everybody gets in, in every role, and later losses are noticed again."""

import shutil
from pathlib import Path

import pytest

from tests.prepared import copy_prepared
from tests.procedures.test_restore import as_user, code, designate, drilled, restore
from tests.stage import Ran, Stage
from wkc.vault.database.register import open_alone

__all__ = ["drilled"]

ROLES = ("anna", "bea", "bram", "mede", "mana", "cron")
"""Two beheerders, a coach, a medewerker, management, and the service account of cron."""


@pytest.fixture(scope="module")
def seen(drilled: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The office with somebody in every role, a backup of that day, and a later log that each of them has seen."""
    office = copy_prepared(drilled, tmp_path_factory.mktemp("seen"))
    for user, role in (("mede", "medewerker"), ("mana", "management")):
        designate(office, user, role)
    shutil.rmtree(office.folder / "backup")
    Path(office.json("backup", "create", "--to", str(office.folder))["path"]).rename(office.folder / "backup")
    for _day in range(2):
        for user in ROLES:
            assert work(office, user).code == 0
    return office


@pytest.fixture
def everybody(seen: Stage, tmp_path: Path) -> Stage:
    return copy_prepared(seen, tmp_path)


def work(stage: Stage, user: str) -> Ran:
    """Do what every role may do, as this user."""
    who = as_user(stage, user)
    if user == "cron":
        who.credentials = stage.folder / "key"
    return who.wkc("--json", "whoami")


def lose(stage: Stage) -> None:
    """Lose the register's folder; what each account keeps of its last look is elsewhere and stays."""
    shutil.rmtree(stage.home)


def test_everybody_gets_in_after_the_home_was_lost_and_a_beheerder_restored_it(everybody: Stage) -> None:
    lose(everybody)
    restore(everybody)
    for _day in range(2):
        assert {user: work(everybody, user).code for user in ROLES} == dict.fromkeys(ROLES, 0)
    everybody.must("audit", "verify")


def test_the_restore_explains_it_though_the_register_had_later_generations(everybody: Stage) -> None:
    for _rotation in range(3):
        everybody.must("user", "reset", "mana", "--new-password-file", str(everybody.password_file), "--compromised")
    for user in ROLES:
        assert work(everybody, user).code == 0
    lose(everybody)
    restore(everybody)
    assert {user: work(everybody, user).code for user in ROLES} == dict.fromkeys(ROLES, 0)


@pytest.mark.parametrize("user", ROLES)
def test_a_loss_after_the_restore_is_noticed_by_each_of_them(everybody: Stage, user: str) -> None:
    lose(everybody)
    restore(everybody)
    before = shutil.copytree(everybody.home, everybody.folder / "before")
    for _look in range(2):
        assert work(everybody, user).code == 0
    shutil.rmtree(everybody.home)
    before.rename(everybody.home)
    assert work(everybody, user).error["name"] == "rolled_back"


@pytest.mark.parametrize("user", ROLES[1:])
def test_an_older_copy_that_a_beheerder_accepts_is_accepted_for_everybody(everybody: Stage, user: str) -> None:
    before = shutil.copytree(everybody.home, everybody.folder / "before")
    for who in ROLES:
        assert work(everybody, who).code == 0
    shutil.rmtree(everybody.home)
    shutil.copytree(before, everybody.home)
    assert work(everybody, user).error["name"] == "rolled_back"
    everybody.must("audit", "accept", stdin="Back-up teruggezet.")
    assert work(everybody, user).code == 0
    once_more = shutil.copytree(everybody.home, everybody.folder / "once more")
    assert work(everybody, user).code == 0
    shutil.rmtree(everybody.home)
    once_more.rename(everybody.home)
    assert work(everybody, user).error["name"] == "rolled_back"


def test_what_somebody_accepts_who_is_no_beheerder_explains_nothing(everybody: Stage) -> None:
    before = shutil.copytree(everybody.home, everybody.folder / "before")
    assert work(everybody, "mede").code == 0
    shutil.rmtree(everybody.home)
    before.rename(everybody.home)
    assert as_user(everybody, "bram").wkc("audit", "accept", stdin="Back-up teruggezet.").code == 4
    assert work(everybody, "mede").error["name"] == "rolled_back"
    sign_an_acceptance(everybody, "bram")
    assert work(everybody, "mede").error["name"] == "rolled_back"


def sign_an_acceptance(stage: Stage, user: str) -> None:
    """Write an acceptance with own tools and an own key, as whoever holds the register key can."""
    from tests.procedures.test_ledger import session
    from wkc.procedures.core.audit import write_system
    from wkc.procedures.core.transaction import write_transaction
    from wkc.vault.files.home import Home

    here = session(stage, user)
    with open_alone(Home(stage.home), here.identity) as register, write_transaction(register) as store:
        write_system(store, here.environment.now(), user, "audit.accept", {"explains": True})


@pytest.mark.parametrize("number", [0, 1])
def test_a_restore_by_a_recovery_code_explains_itself_too(everybody: Stage, number: int) -> None:
    lose(everybody)
    restore(everybody, "--code-file", code(everybody, number))
    for _day in range(2):
        assert {user: work(everybody, user).code for user in ROLES} == dict.fromkeys(ROLES, 0)
    everybody.must("audit", "verify")
