"""Who has left reads nothing written since; who stays needs no password for it; nobody can lock everybody out."""

import json
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlcipher3 import dbapi2

from tests.prepared import once, prepared
from tests.stage import PASSWORD, Ran, Stage
from wkc.errors.families import NotSignedIn
from wkc.errors.vault import RegisterDamaged
from wkc.procedures.access import account as access
from wkc.procedures.core import audit_chain
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.vault.database.register import open_alone, open_file
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring, signing
from wkc.vault.keys import rewrap as rewraps
from wkc.vault.keys.identity import Unlocked, unlock
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.seal import SealBroken, Seals, unseal, value_info
from wkc.vault.keys.slot import REGISTER, SPECIAL

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")


def designated(stage: Stage, **users: str) -> None:
    for user_id, role in users.items():
        words = ("--name", user_id, "--role", role, "--function", "f", "--new-password-file", str(stage.password_file))
        stage.must("user", "designate", user_id, *words)


@once
def revoke(stage: Stage, user: str) -> Ran:
    return stage.must("user", "revoke", user)


@prepared
def office(stage: Stage) -> Stage:
    """Anna and Bea are beheerder, Bram is coach with one client, Mo medewerker."""
    designated(stage, bea="beheerder", bram="coach", mo="medewerker")
    people = [{"geslachtsnaam": "Berg", "gezondheid": "Gezondheidsmerk"}, {"geslachtsnaam": "Dal"}]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    stage.must("contact", "log", "2026-1", "--on", "2026-11-01", "--kind", "gesprek", "--note", stdin="Notitiemerk")
    stage.must("contact", "log", "2026-1", "--on", "2026-11-02", "--kind", "gesprek")
    stage.must("contact", "withdraw", "2026-1", "2", stdin="Redenmerk")
    return stage


def ring_of(stage: Stage) -> Keyring:
    return keyring.read(Home(stage.home))


def session(stage: Stage, user: str = "anna") -> Session:
    return Session(stage.environment(), stage.home, user, lambda: PASSWORD, lambda _notice, _count: None)


def as_user(stage: Stage, user: str) -> Stage:
    stage.user = user
    return stage


def values(stage: Stage) -> set[str | None]:
    shown = stage.json("client", "show", "2026-1")["dossier"]
    said = {entry["value"] for entry in shown["entries"]}
    return said | {text for contact in shown["contacts"] for text in (contact["note"], contact["reason"])}


def yesterday(stage: Stage, user: str) -> tuple[Keyring, Unlocked, bytes, bytes]:
    """All that a user can carry out of the door: the keyring, their own keys, and every key those open."""
    ring = ring_of(stage)
    mine = unlock(ring, user, PASSWORD)
    special = mine.unseal(ring, SPECIAL) if mine.has_key(ring, SPECIAL) else bytes(32)
    return ring, mine, mine.unseal(ring, REGISTER), special


# --- revoking


def test_a_revoked_user_is_out_at_once_and_everybody_else_works_on_with_their_own_password(office: Stage) -> None:
    left = office.json("user", "revoke", "bram")
    assert left == {"user_id": "bram", "clients": 1, "answers_for": [], "broken": 0, "codes_due": False}
    assert as_user(office, "bram").wkc("whoami").code == 7
    for user in ("anna", "bea", "mo"):
        as_user(office, user).must("whoami")
    assert {"Gezondheidsmerk", "Notitiemerk", "Redenmerk"} <= values(as_user(office, "bea"))
    as_user(office, "anna").must("audit", "verify")


def test_the_list_of_users_says_since_when_somebody_has_no_access(office: Stage) -> None:
    revoke(office, "bram")
    shown = office.json("user", "show", "bram")
    assert (shown["user"]["revoked_at"][:10], shown["has_access"]) == ("2026-11-23", False)
    assert "ended on 2026-11-23" in office.must("user", "list").out


def test_yesterdays_keyring_password_and_keys_open_nothing_written_since(office: Stage) -> None:
    old, bram, register_key, special = yesterday(office, "bram")
    shutil.copytree(office.home, office.folder / "yesterday")
    revoke(office, "bram")
    office.must("contact", "log", "2026-1", "--on", "2026-11-03", "--kind", "gesprek", "--note", stdin="Nieuwmerk")
    new = ring_of(office)
    assert new.generation == old.generation + 1
    with pytest.raises(RegisterDamaged):
        open_file(new.register, register_key)
    for slot in new.slots:
        for sealed in slot.sealed.values():
            with pytest.raises(SealBroken):
                unseal(bram.blob[:32], sealed, b"")
    with pytest.raises(NotSignedIn):
        unlock(new, "bram", PASSWORD)
    with pytest.raises(NotSignedIn):
        bram.unseal(new, REGISTER)
    for info, sealed in sealed_values(office):
        with pytest.raises(SealBroken):
            unseal(special, sealed, info)


def sealed_values(stage: Stage) -> list[tuple[bytes, bytes]]:
    """Give every sealed value with its place, as whoever came by the new register key could."""
    ring = ring_of(stage)
    key = unlock(ring, "anna", PASSWORD).unseal(ring, REGISTER)
    connection = dbapi2.connect(str(ring.register))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    found = []
    for sql in (
        "SELECT client.uuid, entry.uuid, 'entry.content', sealed FROM entry",
        "SELECT client.uuid, contact.uuid, 'contact.note', sealed FROM contact",
        "SELECT client.uuid, contact.uuid, 'contact.reason', sealed_reason FROM contact",
    ):
        for client, row, field, sealed in connection.execute(f"{sql} JOIN client ON client.id = client"):
            if sealed is not None:
                found.append((value_info(ring.vault_id, UUID(bytes=client), UUID(bytes=row), field), sealed))
    connection.close()
    assert len(found) >= 3
    return found


def test_an_old_keyring_put_beside_the_new_file_is_refused(office: Stage) -> None:
    old = office.home.joinpath("keyring.json").read_bytes()
    revoke(office, "bram")
    for name in ("keyring.json", "keyring.json.copy"):
        office.home.joinpath(name).write_bytes(old)
    assert office.wkc("--json", "whoami").error["name"] == "register_missing"
    office.home.joinpath("register-2.db").rename(office.home / "register-1.db")
    assert office.wkc("--json", "whoami").error["name"] == "register_damaged"


def test_the_whole_old_folder_is_refused_to_who_saw_the_new_one(office: Stage) -> None:
    shutil.copytree(office.home, office.folder / "yesterday")
    revoke(office, "bram")
    shutil.rmtree(office.home)
    shutil.copytree(office.folder / "yesterday", office.home)
    assert office.wkc("--json", "whoami").error["name"] == "rolled_back"


def test_nothing_of_the_old_generation_is_left_in_the_folder(office: Stage) -> None:
    revoke(office, "bram")
    assert {path.name for path in office.home.iterdir()} == {
        *("keyring.json", "keyring.json.copy", "register-2.db", "destroyed.jsonl", "lock"),
    }


def test_the_log_has_a_line_before_and_a_line_after_with_what_was_withdrawn(office: Stage) -> None:
    slot = ring_of(office).slot_of("bram")
    assert slot is not None
    revoke(office, "bram")
    done, begun = office.json("audit", "list")["lines"][:2]
    assert begun["details"] == {"as": "beheerder", "user": "bram", "step": "begun"}
    told = {"as": "beheerder", "user": "bram", "step": "done", "revoked": True, "generation": 2}
    assert done["details"] == told | {"withdrawn": [slot.slot_id.hex]}


def test_a_service_account_of_who_leaves_is_named(office: Stage) -> None:
    key = str(office.folder / "key")
    office.must("user", "designate", "cron", "--service", "--responsible", "bram", "--key-file", key)
    assert office.json("user", "revoke", "bram")["answers_for"] == ["cron"]
    office.must("user", "revoke", "cron")
    office.credentials = Path(key)
    assert as_user(office, "cron").wkc("whoami").code == 7


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["user", "revoke", "anna"], "own_access"),
        (["user", "role", "anna", "coach"], "own_access"),
        (["user", "reset", "anna", "--compromised", "--new-password-file", "password"], "own_slot"),
        (["user", "revoke", "recovery-1"], "user_unknown"),
        (["user", "revoke", "nobody"], "user_unknown"),
    ],
    ids=str,
)
def test_the_slot_in_use_the_last_beheerder_and_the_recovery_slots_stay(
    stage: Stage, words: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(stage.folder)
    before = stage.home.joinpath("keyring.json").read_bytes()
    assert stage.wkc("--json", *words).error["name"] == name
    assert stage.home.joinpath("keyring.json").read_bytes() == before


def test_who_has_left_leaves_once(office: Stage) -> None:
    revoke(office, "bram")
    assert office.wkc("--json", "user", "revoke", "bram").error["name"] == "access_ended"
    assert office.wkc("--json", "user", "role", "bram", "coach").error["name"] == "user_unknown"


def test_many_leave_one_after_the_other_and_the_rest_works_on(stage: Stage) -> None:
    designated(stage, bea="beheerder", **{f"user{number}": "coach" for number in range(6)})
    for number in range(5):
        stage.must("user", "revoke", f"user{number}")
    stage.must("user", "revoke", "bea")
    assert ring_of(stage).generation == 7
    as_user(stage, "user5").must("whoami")
    as_user(stage, "anna").must("audit", "verify")


# --- demoting


def test_a_demoted_coach_reads_no_sealed_value_kept_before_or_since(office: Stage) -> None:
    _old, _bram, _key, special = yesterday(office, "bram")
    office.must("user", "role", "bram", "medewerker")
    ring = ring_of(office)
    bram = unlock(ring, "bram", PASSWORD)
    slot = ring.slot_of("bram")
    assert slot is not None
    assert set(slot.sealed) == {REGISTER}
    assert not bram.has_key(ring, SPECIAL)
    for info, sealed in sealed_values(office):
        with pytest.raises(SealBroken):
            unseal(special, sealed, info)
    assert "Gezondheidsmerk" not in values(as_user(office, "bram"))
    assert "Gezondheidsmerk" in values(as_user(office, "bea"))
    as_user(office, "anna").must("audit", "verify")


def test_a_beheerder_who_becomes_coach_signs_no_keyring_any_more(office: Stage) -> None:
    ring = ring_of(office)
    seed = unlock(ring, "bea", PASSWORD).unseal(ring, "signing")
    office.must("user", "role", "bea", "coach")
    new = ring_of(office)
    slot = new.slot_of("bea")
    assert slot is not None
    assert set(slot.sealed) == {REGISTER, SPECIAL}
    assert new.succession[-1].old == signing.public_of(seed)
    assert new.special == ring.special
    shown = as_user(office, "bea").json("whoami")
    assert shown["user"]["role"] == "coach"
    assert as_user(office, "bea").wkc("user", "list").code == 4


def test_a_role_that_holds_as_much_makes_no_new_generation(office: Stage) -> None:
    office.must("user", "role", "mo", "management")
    assert ring_of(office).generation == 1


# --- others may know it


def test_a_compromised_password_and_pair_open_nothing_and_the_new_ones_do(office: Stage) -> None:
    old = ring_of(office).slot_of("bram")
    new_password = office.file("new", "een heel ander wachtwoord\n")
    office.must("user", "reset", "bram", "--compromised", "--new-password-file", str(new_password))
    new = ring_of(office).slot_of("bram")
    assert old is not None
    assert new is not None
    assert (old.x25519, old.ed25519) != (new.x25519, new.ed25519)
    assert as_user(office, "bram").wkc("whoami").code == 7
    office.credentials = new_password
    assert "Gezondheidsmerk" in values(office)
    office.credentials = None
    as_user(office, "anna").must("audit", "verify")


def test_a_service_account_gets_a_new_key_file(office: Stage) -> None:
    old, new = office.folder / "key", office.folder / "key2"
    office.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", str(old))
    office.must("user", "reset", "cron", "--key-file", str(new))
    as_user(office, "cron").credentials = old
    assert office.wkc("whoami").code == 7
    office.credentials = new
    office.must("whoami")
    assert new.stat().st_mode & 0o777 == 0o400
    assert ring_of(office).generation == 2


# --- the vault signing key


def test_when_a_beheerder_leaves_a_new_signing_key_takes_over_and_old_pins_follow(office: Stage) -> None:
    before = ring_of(office)
    revoke(office, "bea")
    after = ring_of(office)
    assert [step.old for step in after.succession] == [unlock(before, "anna", PASSWORD).pin]
    assert unlock(after, "mo", PASSWORD).pin == after.succession[0].old
    as_user(office, "mo").must("whoami")
    assert unlock(ring_of(office), "mo", PASSWORD).pin == after.succession[0].new


def test_a_pin_is_renewed_once_and_the_line_says_so(office: Stage) -> None:
    revoke(office, "bea")
    as_user(office, "mo").must("whoami")
    written = office.home.joinpath("keyring.json").read_bytes()
    office.must("whoami")
    assert office.home.joinpath("keyring.json").read_bytes() == written
    lines = as_user(office, "anna").json("audit", "list")["lines"]
    assert [line["user_id"] for line in lines if line["action"] == "user.renew_pin"] == ["mo"]


def test_a_pin_is_not_renewed_while_somebody_is_in_the_register(office: Stage) -> None:
    revoke(office, "bea")
    new = ring_of(office).succession[0].new
    with Home(office.home).lock():
        as_user(office, "mo").must("whoami")
    assert unlock(ring_of(office), "mo", PASSWORD).pin != new
    office.must("whoami")
    assert unlock(ring_of(office), "mo", PASSWORD).pin == new


def test_a_pin_that_waits_to_be_renewed_brings_no_old_password_back(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody is in the register when the first line of a new password is written, and has left at the second."""
    revoke(office, "bea")
    new = office.file("new", "een heel ander wachtwoord\n")
    with ExitStack() as others:
        others.enter_context(Home(office.home).lock())

        def put(*given: Any) -> Unlocked:
            others.close()
            return honest(*given)

        honest = rewraps.put
        monkeypatch.setattr(rewraps, "put", put)
        as_user(office, "mo").must("passwd", "--new-password-file", str(new))
    ring = ring_of(office)
    assert unlock(ring, "mo", "een heel ander wachtwoord").pin == ring.succession[0].new
    with pytest.raises(NotSignedIn):
        unlock(ring, "mo", PASSWORD)


def test_nor_does_it_in_a_shell_or_in_another_terminal(office: Stage) -> None:
    revoke(office, "bea")
    with Home(office.home).lock():
        seat = session(office, "mo")
        access.whoami(seat)
    other = office.file("new", "een heel ander wachtwoord\n")
    as_user(office, "mo").must("passwd", "--new-password-file", str(other))
    access.whoami(seat.next_session(None, None))
    assert unlock(ring_of(office), "mo", "een heel ander wachtwoord")


def test_in_a_shell_it_is_renewed_once(office: Stage) -> None:
    revoke(office, "bea")
    with Home(office.home).lock():
        seat = session(office, "mo")
        access.whoami(seat)
    for _command in range(3):
        access.whoami(seat.next_session(None, None))
    lines = as_user(office, "anna").json("audit", "list")["lines"]
    assert [line["user_id"] for line in lines if line["action"] == "user.renew_pin"].count("mo") == 1


def old_pins(stage: Stage) -> tuple[str, ...]:
    with act(session(stage), "audit.verify") as action:
        return audit_chain.read_witness(action.store, signing.verify_digest).old_pins


def test_who_still_trusts_the_old_signing_key_can_be_told(office: Stage) -> None:
    assert old_pins(office) == ()
    revoke(office, "bea")
    assert old_pins(office) == ("anna", "bram", "mo")
    as_user(office, "mo").must("whoami")
    new = office.file("new", "een heel ander wachtwoord\n")
    as_user(office, "bram").must("passwd", "--new-password-file", str(new))
    assert old_pins(as_user(office, "anna")) == ()


# --- what somebody with the register key prepared


def forged(stage: Stage, *statements: str) -> None:
    with open_alone(Home(stage.home), session(stage).identity) as register:
        for statement in statements:
            register.connection.execute(statement)


def test_a_role_of_ones_own_making_gets_no_keys(office: Stage) -> None:
    """Mo holds the register key: with other tools he makes himself coach and waits for the next rotation."""
    forged(office, "UPDATE user SET role = 'coach' WHERE user_id = 'mo'")
    assert office.wkc("--json", "user", "revoke", "bram").error["name"] == "roles_differ"
    reset = ("user", "reset", "mo", "--new-password-file", str(office.password_file))
    assert office.wkc("--json", *reset).error["name"] == "roles_differ"
    office.must("user", "revoke", "mo")
    revoke(office, "bram")


def test_a_name_of_a_key_that_was_put_into_the_keyring_gets_no_key(office: Stage) -> None:
    """The names under `sealed` are not signed: with the register key mo can give his slot one more."""
    ring = ring_of(office)
    mo = ring.slot_of("mo")
    bram = ring.slot_of("bram")
    assert mo is not None
    assert bram is not None
    from msgspec.structs import replace

    key = unlock(ring, "mo", PASSWORD).unseal(ring, REGISTER)
    pasted = replace(mo, sealed={**mo.sealed, SPECIAL: bram.sealed[SPECIAL]})
    office.home.joinpath("keyring.json").write_bytes(keyring.dump(keyring.with_mac(ring.with_slot(pasted), key)))
    revoke(office, "bea")
    slot = ring_of(office).slot_of("mo")
    assert slot is not None
    assert set(slot.sealed) == {REGISTER}


def test_a_name_of_a_key_that_was_taken_out_of_the_keyring_is_lost_all_the_same(office: Stage) -> None:
    """Bram takes `special` off his own slot before he goes, so that the pair he kept a copy of might stay."""
    from msgspec.structs import replace

    ring = ring_of(office)
    bram = ring.slot_of("bram")
    assert bram is not None
    key = unlock(ring, "bram", PASSWORD).unseal(ring, REGISTER)
    bare = replace(bram, sealed={REGISTER: bram.sealed[REGISTER]})
    office.home.joinpath("keyring.json").write_bytes(keyring.dump(keyring.with_mac(ring.with_slot(bare), key)))
    revoke(office, "bram")
    assert ring_of(office).special != ring.special


def test_a_sealed_value_that_opens_for_nobody_does_not_bar_the_way_out(office: Stage) -> None:
    forged(office, "UPDATE contact SET sealed = randomblob(200) WHERE sealed IS NOT NULL")
    ran = revoke(office, "bram")
    assert "1 sealed value was damaged before" in ran.out
    line = office.json("audit", "list")["lines"][0]
    assert line["details"]["broken"] == 1


def test_a_broken_log_is_told_before_anything_is_rotated(office: Stage) -> None:
    forged(office, "DROP TRIGGER audit_stays", "UPDATE audit SET purpose = 'intake' WHERE seq = 3")
    assert office.wkc("--json", "user", "revoke", "bram").error["name"] == "audit_broken"
    assert ring_of(office).generation == 1


def signed_by(stage: Stage, who: Unlocked, action: str, details: dict[str, Any]) -> None:
    """Add a line to the chain with other tools, signed with the own key."""
    from wkc.records.audit import Outcome
    from wkc.store.core import audit
    from wkc.store.store import Store

    with open_alone(Home(stage.home), session(stage).identity) as register:
        store = Store(register.connection, who, Seals(who.vault_id, bytes(32), None, register.path))
        audit.write(store, stage.now, who.user_id, action, "beheer", None, Outcome.DONE, details)


@pytest.mark.parametrize(
    "write",
    [
        lambda stage, who: signed_by(stage, who, "party.list", {}),
        lambda stage, who: signed_by(
            stage, who, "user.reset", {"user": "bea", "slots": [["ab" * 16, "bea", "cd" * 32]]}
        ),
    ],
    ids=["a look", "a slot"],
)
def test_a_line_signed_with_the_key_of_who_has_left_is_found(
    office: Stage, write: Callable[[Stage, Unlocked], None]
) -> None:
    bea = unlock(ring_of(office), "bea", PASSWORD)
    revoke(office, "bea")
    office.must("audit", "verify")
    write(office, bea)
    assert office.wkc("--json", "audit", "verify").error["name"] == "audit_broken"


def test_a_withdrawal_that_no_beheerder_signed_is_found(office: Stage) -> None:
    mo = unlock(ring_of(office), "mo", PASSWORD)
    signed_by(office, mo, "user.revoke", {"user": "bram", "revoked": True, "withdrawn": []})
    assert office.wkc("--json", "audit", "verify").error["name"] == "audit_broken"


def test_who_left_with_a_caseload_stays_on_the_agenda_until_it_is_handed_over(stage: Stage) -> None:
    password = ("--new-password-file", str(stage.password_file))
    for user, role in (("bram", "coach"), ("carla", "coach"), ("dora", "beheerder")):
        stage.must("user", "designate", user, "--name", user, "--role", role, "--function", "f", *password)
    stage.must(
        "user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", str(stage.folder / "k")
    )
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "import", "-", *order, stdin='[{"geslachtsnaam": "Dal"}]')
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    stage.must("user", "revoke", "bram")
    stage.user = "dora"
    stage.must("user", "revoke", "anna")
    stage.now = stage.now.replace(month=12, day=3)
    open_now = [
        ("caseload_overdragen", "bram"),
        ("tweede_beheerder", "dora"),
        ("verantwoordelijke_aanwijzen", "nightly"),
    ]
    assert left_open(stage) == open_now
    stage.must("client", "assign", "--all-of", "bram", "--coach", "carla")
    stage.must("user", "responsible", "nightly", "dora")
    stage.must("user", "designate", "emma", "--name", "E", "--role", "beheerder", "--function", "f", *password)
    assert left_open(stage) == []


def left_open(stage: Stage) -> list[tuple[str, str]]:
    items = json.loads(stage.wkc("--json", "agenda").out)["data"]["items"]
    of_staff = {"caseload_overdragen", "tweede_beheerder", "verantwoordelijke_aanwijzen"}
    return sorted((item["duty"], item["subject"]) for item in items if item["duty"] in of_staff)


def test_who_comes_back_reads_that_a_new_user_id_is_needed(stage: Stage) -> None:
    password = ("--new-password-file", str(stage.password_file))
    bram = ("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    stage.must(*bram)
    assert stage.wkc("--json", *bram).error["name"] == "user_exists"
    stage.must("user", "revoke", "bram")
    ran = stage.wkc("--json", *bram)
    assert (ran.code, ran.error["name"]) == (6, "user_left")
    assert "a new USER ID" in ran.error["hint"]
