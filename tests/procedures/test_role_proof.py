"""A role is what a beheerder signed, whatever the table of users says."""

from typing import Any

import pytest

from tests.procedures.test_old_password import as_user, finding, office
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.identity import unlock
from wkc.vault.keys.slot import SIGNING, SPECIAL

__all__ = ["office"]


def forged(stage: Stage, *statements: str) -> None:
    session = Session(as_user(stage, "mo").environment(), stage.home, "mo", lambda: PASSWORD, lambda _n, _c: None)
    with open_alone(Home(stage.home), session.identity) as register:
        for statement in statements:
            register.connection.execute(statement)


@pytest.mark.parametrize("role", ["beheerder", "coach", "management"])
def test_a_clerk_who_makes_herself_another_in_the_table_is_refused_everything(office: Stage, role: str) -> None:
    forged(office, f"UPDATE user SET role = '{role}' WHERE user_id = 'mo'")
    for words in (("whoami",), ("settings", "set", "court", "Elders"), ("client", "list"), ("user", "list")):
        ran = as_user(office, "mo").wkc("--json", *words)
        assert (ran.code, ran.error["name"]) == (8, "roles_differ")


def test_the_doctor_and_verify_name_her(office: Stage) -> None:
    forged(office, "UPDATE user SET role = 'beheerder' WHERE user_id = 'mo'")
    assert finding(office, "roles") == {"check": "roles", "health": "damaged", "facts": {"users": "mo"}}
    assert office.wkc("--json", "audit", "verify").error["name"] == "roles_differ"


@pytest.mark.parametrize("mend", [("user", "role", "mo", "medewerker"), ("user", "revoke", "mo")])
def test_a_beheerder_mends_it(office: Stage, mend: tuple[str, ...]) -> None:
    forged(office, "UPDATE user SET role = 'beheerder' WHERE user_id = 'mo'")
    as_user(office, "anna").must(*mend)
    assert finding(office, "roles")["health"] == "ok"
    office.must("audit", "verify")
    assert as_user(office, "mo").wkc("whoami").code == (0 if "role" in mend else 7)


def test_designating_somebody_else_does_not_sign_what_she_wrote(office: Stage) -> None:
    forged(office, "UPDATE user SET role = 'coach' WHERE user_id = 'mo'")
    new = ("--new-password-file", str(office.password_file))
    as_user(office, "anna").must("user", "designate", "eva", "--name", "E", "--role", "coach", "--function", "f", *new)
    assert as_user(office, "mo").wkc("--json", "whoami").error["name"] == "roles_differ"
    as_user(office, "eva").must("whoami")


def test_who_hides_the_own_keys_from_a_demotion_loses_them_all_the_same(office: Stage) -> None:
    """Bram writes that he is a medewerker, so that making him one would look like more keys and not like fewer."""
    forged(office, "UPDATE user SET role = 'medewerker' WHERE user_id = 'bram'")
    as_user(office, "anna").must("user", "role", "bram", "management")
    ring = keyring.read(Home(office.home))
    bram = unlock(ring, "bram", PASSWORD)
    assert ring.generation == 2
    assert not bram.has_key(ring, SPECIAL)
    assert not bram.has_key(ring, SIGNING)


def test_an_older_page_of_the_users_revives_no_role(office: Stage) -> None:
    as_user(office, "anna").must("user", "role", "mo", "management")
    forged(office, "UPDATE user SET role = 'medewerker' WHERE user_id = 'mo'")
    assert as_user(office, "mo").wkc("--json", "whoami").error["name"] == "roles_differ"


def test_the_keyring_tells_nobody_without_the_register_who_is_what(office: Stage) -> None:
    content = office.home.joinpath("keyring.json").read_text(encoding="utf-8")
    assert not any(role in content for role in ("beheerder", "coach", "medewerker"))
    tags: list[Any] = [slot.role for slot in keyring.read(Home(office.home)).slots if slot.role is not None]
    assert len(set(tags)) == 3


def test_roles_swapped_between_slots_are_no_signed_keyring(office: Stage) -> None:
    from msgspec.structs import replace

    ring = keyring.read(Home(office.home))
    anna, mo = ring.slot_of("anna"), ring.slot_of("mo")
    assert anna is not None
    assert mo is not None
    key = unlock(ring, "mo", PASSWORD).unseal(ring, "register")
    swapped = keyring.with_mac(ring.with_slot(replace(mo, role=anna.role)), key)
    for path in (office.home / "keyring.json", office.home / "keyring.json.copy"):
        path.write_bytes(keyring.dump(swapped))
    assert as_user(office, "mo").wkc("--json", "whoami").error["name"] == "keyring_forged"


def test_a_poisoned_line_keeps_nobody_from_ending_the_access_of_who_added_it(office: Stage) -> None:
    """Mo adds a line that makes her beheerder, signed with her own key, as only a beheerder could."""
    from datetime import timedelta

    from wkc.records.audit import Outcome
    from wkc.store.core import audit
    from wkc.store.store import Store
    from wkc.vault.keys.seal import Seals

    mo = unlock(keyring.read(Home(office.home)), "mo", PASSWORD)
    session = Session(as_user(office, "mo").environment(), office.home, "mo", lambda: PASSWORD, lambda _n, _c: None)
    with open_alone(Home(office.home), session.identity) as register:
        store = Store(register.connection, mo, Seals(mo.vault_id, bytes(32), None, register.path))
        details = {"user": "mo", "role": "beheerder"}
        at = office.now + timedelta(seconds=1)
        audit.write(store, at, "mo", "user.role", "beheer", None, Outcome.DONE, details)
    assert as_user(office, "anna").wkc("--json", "audit", "verify").error["name"] == "audit_broken"
    for words in (
        ("user", "reset", "bram", "--new-password-file", str(office.password_file)),
        ("user", "revoke", "mo"),
    ):
        as_user(office, "anna").must(*words)
    assert as_user(office, "mo").wkc("--json", "whoami").error["name"] == "not_signed_in"
    as_user(office, "bram").must("whoami")
