"""The agent of a session, in this process with a clock of its own: what it answers, to whom, and until when."""

import dataclasses
import json
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.own_session import short_folder
from tests.vault.conftest import Vault
from tests.vault.forgery import rewrite
from wkc.errors.session import SessionFolderUnsafe
from wkc.vault.keys import canonical_json, keyring, signing
from wkc.vault.keys.slot import REGISTER, SIGNING, SPECIAL, seal_keys
from wkc.vault.session import agent as agents
from wkc.vault.session import channel
from wkc.vault.session import client as agent_client
from wkc.vault.session.agent import LONGEST, Agent, serve
from wkc.vault.session.channel import TerminalSession

IDLE = 15 * 60
MINUTE = 60.0
DIGEST = bytes(range(32))


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def on(self, seconds: float) -> None:
        self.now += seconds


def of(vault: Vault, clock: Clock | None = None, terminal: TerminalSession | None = None) -> Agent:
    here = terminal or channel.find_terminal(os.getpid())
    assert here is not None
    return Agent(vault.anna, vault.home, here, IDLE, clock or Clock())


def unseal(vault: Vault, which: str) -> dict[str, object]:
    return {"do": "unseal", "which": which, "keyring": canonical_json.encode(vault.ring.checksum)}


def open_register(vault: Vault) -> dict[str, object]:
    return {"do": "open", "keyring": canonical_json.encode(vault.ring.checksum)}


def sign(label: str = "audit", digest: bytes = DIGEST) -> dict[str, object]:
    return {"do": "sign", "label": label, "digest": canonical_json.encode(digest)}


def done(octets: bytes) -> dict[str, object]:
    return {"done": canonical_json.encode(octets)}


STATUS: dict[str, object] = {"do": "status"}
END: dict[str, object] = {"do": "end"}


@pytest.mark.parametrize("which", [REGISTER, SPECIAL])
def test_it_opens_the_keys_that_a_session_works_with(vault: Vault, which: str) -> None:
    assert of(vault).answer(unseal(vault, which)) == done(vault.anna.unseal(vault.ring, which))


def test_it_never_gives_the_key_that_signs_the_keyring(vault: Vault) -> None:
    assert vault.anna.has_key(vault.ring, SIGNING)
    assert of(vault).answer(unseal(vault, SIGNING)) == {}


@pytest.mark.parametrize("label", ["audit", "ledger", "backup"])
def test_it_signs_a_digest_under_one_of_three_labels(vault: Vault, label: str) -> None:
    answer = of(vault).answer(sign(label))
    signature = canonical_json.decode(answer["done"], 64)
    assert signing.verify_digest(vault.anna.ed25519, vault.anna.vault_id, label, DIGEST, signature)


@pytest.mark.parametrize(("label", "digest"), [("keyring", DIGEST), ("", DIGEST), ("audit", bytes(31)), ("audit", b"")])
def test_it_signs_nothing_else(vault: Vault, label: str, digest: bytes) -> None:
    assert of(vault).answer(sign(label, digest)) == {}


def test_it_gives_with_the_register_key_the_key_that_a_sound_keyring_is_signed_with(vault: Vault) -> None:
    signer = canonical_json.encode(signing.public_of(vault.signing_seed))
    assert of(vault).answer(open_register(vault)) == done(vault.register_key) | {"signer": signer}


def test_it_answers_about_no_other_keyring_than_the_one_it_reads(vault: Vault) -> None:
    asked = unseal(vault, REGISTER) | {"keyring": canonical_json.encode(bytes(32))}
    assert of(vault).answer(asked) == {"error": "changed"}


def test_after_a_rotation_it_opens_the_new_key_without_a_new_password(vault: Vault) -> None:
    agent = of(vault)
    assert agent.answer(unseal(vault, REGISTER)) == done(vault.register_key)
    new_key, seed = bytes(range(1, 33)), vault.signing_seed
    slots = tuple(seal_keys(slot, vault.ring.vault_id, 2, {REGISTER: new_key}) for slot in vault.ring.slots)
    turned = keyring.sign_keyring(replace(vault.ring, generation=2, slots=slots), new_key, seed)
    vault.home.keyring.write_bytes(keyring.dump(turned))
    assert agent.answer(unseal(vault, REGISTER)) == done(new_key)


def test_who_has_no_slot_any_more_gets_nothing_and_the_session_ends(vault: Vault) -> None:
    agent = of(vault)
    others = tuple(slot for slot in vault.ring.slots if slot.slot_id != vault.anna.slot_id)
    person = replace(others[0], kind=vault.anna.kind)
    without = keyring.sign_keyring(
        replace(vault.ring, slots=(person, *others[1:])), vault.register_key, vault.signing_seed
    )
    vault.home.keyring.write_bytes(keyring.dump(without))
    assert agent.answer(unseal(vault, REGISTER)) == {"error": "not_signed_in"}
    assert agent.is_over
    assert agent.answer(sign()) == {}


def test_a_keyring_that_no_beheerder_made_opens_nothing(vault: Vault) -> None:
    def forge(content: dict[str, Any]) -> None:
        content["special"] = canonical_json.encode(bytes(32))

    rewrite(vault.home, forge)
    assert of(vault).answer(unseal(vault, REGISTER)) == {"error": "keyring_forged"}
    assert of(vault).answer(open_register(vault)) == {"error": "keyring_forged"}


def test_a_keyring_that_is_gone_opens_nothing_and_ends_nothing(vault: Vault) -> None:
    agent = of(vault)
    asked = unseal(vault, REGISTER)
    content = vault.home.keyring.read_bytes()
    vault.home.keyring.unlink()
    vault.home.keyring_copy.unlink()
    assert agent.answer(asked) == {"error": "keyring_missing"}
    vault.home.keyring.write_bytes(content)
    assert agent.answer(asked) == done(vault.register_key)


def test_it_is_over_when_no_key_was_used_for_the_idle_time(vault: Vault) -> None:
    clock = Clock()
    agent = of(vault, clock)
    clock.on(IDLE - 1)
    assert agent.answer(STATUS) != {}
    clock.on(1)
    assert agent.is_over
    assert agent.answer(unseal(vault, REGISTER)) == {}
    assert agent.answer(STATUS) == {}


def test_whoever_waits_for_questions_waits_no_longer_than_the_session_lasts(vault: Vault) -> None:
    clock = Clock()
    agent = of(vault, clock)
    waits: list[float] = []

    class Listening(socket.socket):
        def accept(self) -> NoReturn:
            waits.append(self.gettimeout() or 0)
            clock.on(waits[-1])
            raise TimeoutError

    clock.on(IDLE - 2.5)
    with Listening(socket.AF_UNIX) as listening:
        serve(agent, listening, lambda: True)
    assert waits == [2, 0.5]


@pytest.mark.parametrize("use", [sign, lambda: STATUS], ids=["signing", "asking how long"])
def test_using_a_key_begins_the_idle_time_anew_and_asking_does_not(vault: Vault, use: Any) -> None:
    clock = Clock()
    agent = of(vault, clock)
    clock.on(10 * MINUTE)
    assert agent.answer(use()) != {}
    clock.on(10 * MINUTE)
    assert agent.is_over is (use() is STATUS)


def test_what_is_refused_does_not_begin_the_idle_time_anew(vault: Vault) -> None:
    clock = Clock()
    agent = of(vault, clock)
    clock.on(10 * MINUTE)
    agent.answer(sign("keyring"))
    agent.answer(unseal(vault, REGISTER) | {"keyring": canonical_json.encode(bytes(32))})
    clock.on(10 * MINUTE)
    assert agent.is_over


def test_it_is_over_after_eight_hours_however_busy(vault: Vault) -> None:
    clock = Clock()
    agent = of(vault, clock)
    for _ in range(8 * 6 - 1):
        clock.on(10 * MINUTE)
        assert "done" in agent.answer(sign())
    clock.on(10 * MINUTE)
    assert agent.is_over
    assert LONGEST == 8 * 60 * 60


def test_a_night_asleep_counts(vault: Vault) -> None:
    """The clock of the process goes on while the machine is suspended: the first question after it finds nobody."""
    clock = Clock()
    agent = of(vault, clock)
    clock.on(9 * 60 * MINUTE)
    assert agent.answer(unseal(vault, REGISTER)) == {}


def test_the_clock_is_the_one_that_counts_suspended_time() -> None:
    boot = time.CLOCK_BOOTTIME if sys.platform == "linux" else time.CLOCK_MONOTONIC
    assert agents.clock() == pytest.approx(time.clock_gettime(boot), abs=1)


def test_it_tells_whose_session_it_is_and_how_long_it_lasts(vault: Vault) -> None:
    clock = Clock()
    agent = of(vault, clock)
    clock.on(5 * MINUTE)
    assert agent.answer(STATUS) == {
        "idle": 10 * 60,
        "most": 8 * 60 * 60 - 5 * 60,
        "slot": vault.anna.slot_id.hex,
        "user": "anna",
        "vault": vault.anna.vault_id.hex,
    }


def test_signing_out_ends_it(vault: Vault) -> None:
    agent = of(vault)
    assert agent.answer(END) == {"done": ""}
    assert agent.is_over
    assert agent.answer(sign()) == {}


def test_it_is_over_when_the_leader_of_its_terminal_session_is_gone(vault: Vault) -> None:
    leader = os.fork()
    if leader == 0:
        signal.pause()
        os._exit(0)
    agent = of(vault, terminal=TerminalSession(leader, 0))
    assert not agent.is_over
    os.kill(leader, signal.SIGKILL)
    os.waitpid(leader, 0)
    assert agent.is_over


def test_a_process_of_this_account_in_this_terminal_session_is_admitted(vault: Vault) -> None:
    assert of(vault).can_admit(os.getpid(), os.geteuid())


def test_another_account_is_not_admitted(vault: Vault) -> None:
    assert not of(vault).can_admit(os.getpid(), os.geteuid() + 1)


def test_a_process_that_is_gone_is_not_admitted(vault: Vault) -> None:
    gone = os.fork()
    if gone == 0:
        os._exit(0)
    os.waitpid(gone, 0)
    assert not of(vault).can_admit(gone, os.geteuid())


def test_a_process_of_another_terminal_session_is_not_admitted(vault: Vault) -> None:
    reading, writing = os.pipe()
    other = os.fork()
    if other == 0:
        os.setsid()
        os.write(writing, b".")
        signal.pause()
        os._exit(0)
    os.read(reading, 1)
    os.close(reading)
    os.close(writing)
    try:
        assert not of(vault).can_admit(other, os.geteuid())
    finally:
        os.kill(other, signal.SIGKILL)
        os.waitpid(other, 0)


@contextmanager
def serving(agent: Agent, folder: Path) -> Iterator[Path]:
    """Serve in a thread at a socket until the end of the block."""
    channel.make_folder(folder)
    place = folder / "socket"
    listening = agents.bind(place)
    thread = threading.Thread(target=serve, args=(agent, listening, place.exists))
    thread.start()
    try:
        yield place
    finally:
        agent.ended = True
        with suppress(OSError), socket.socket(socket.AF_UNIX) as waking:
            waking.settimeout(1)
            waking.connect(str(place))
        thread.join()
        listening.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    with short_folder() as made:
        yield made


def raw(place: Path, octets: bytes) -> bytes:
    """Send octets and give all that comes back."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(10)
        connection.connect(str(place))
        with suppress(OSError):
            connection.sendall(octets)
            connection.shutdown(socket.SHUT_WR)
        answer = b""
        with suppress(OSError):
            while more := connection.recv(256):
                answer += more
        return answer


def test_a_message_over_the_socket_is_answered(vault: Vault, folder: Path) -> None:
    with serving(of(vault), folder) as place:
        assert agent_client.request(place, **sign()) == of(vault).answer(sign())


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    message=st.one_of(
        st.dictionaries(st.sampled_from(["do", "which", "keyring", "label", "digest"]), st.one_of(
            st.sampled_from(["status", "sign", "open", "unseal", "register", "signing", "audit", "", 7, None, True]),
            st.text(max_size=40), st.lists(st.integers(), max_size=3))),
    )
)  # fmt: skip
def test_whatever_is_asked_gets_an_answer_and_harms_nothing(made_once: Vault, message: dict[str, object]) -> None:
    agent = of(made_once)
    answer = agent.answer(message)
    assert set(answer) in (set(), {"error"}, {"done"}, {"idle", "most", "slot", "user", "vault"})
    assert made_once.anna.unseal(made_once.ring, SIGNING).hex() not in json.dumps(answer)


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"\x00",
        b"\xff" + b"x" * 20,
        b"\x05{}",
        b"\x02[]",
        b"\x02{}",
        b"\x04null",
        b"\x06\xff\xfe\xfd\xfc\xfb\xfa",
        b'\x0d{"do":"stat"}' * 50,
        bytes(range(256)) * 4000,
        b"GET / HTTP/1.1\r\n\r\n",
        b'\x1b{"do":"status","do":"end"} ',
    ],
)
def test_garbage_on_the_socket_gets_nothing_and_harms_nothing(vault: Vault, folder: Path, octets: bytes) -> None:
    with serving(of(vault), folder) as place:
        assert raw(place, octets) in (b"", b"\x02{}")
        assert agent_client.read_status(place) is not None


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(octets=st.binary(max_size=300))
def test_random_octets_on_the_socket_harm_nothing(made_once: Vault, octets: bytes) -> None:
    with short_folder() as here, serving(of(made_once), here) as place:
        assert raw(place, octets) in (b"", b"\x02{}")
        assert agent_client.read_status(place) is not None


def test_who_says_nothing_keeps_the_others_waiting_a_second_and_no_longer(vault: Vault, folder: Path) -> None:
    with serving(of(vault), folder) as place, socket.socket(socket.AF_UNIX) as silent:
        silent.connect(str(place))
        begun = time.monotonic()
        assert agent_client.read_status(place) is not None
        assert 0.5 < time.monotonic() - begun < 3


def test_who_drips_is_cut_off_after_a_second(vault: Vault, folder: Path) -> None:
    with serving(of(vault), folder) as place, socket.socket(socket.AF_UNIX) as dripping:
        dripping.connect(str(place))
        begun = time.monotonic()
        with suppress(OSError):
            while time.monotonic() - begun < 5:
                dripping.sendall(b"\xff")
                time.sleep(0.1)
        assert time.monotonic() - begun < 3


def test_after_ten_thousand_connects_it_answers_as_before(vault: Vault, folder: Path) -> None:
    open_before = len(list(Path("/dev/fd").iterdir()))
    with serving(of(vault), folder) as place:
        for _ in range(10_000):
            with socket.socket(socket.AF_UNIX) as connection:
                connection.connect(str(place))
        assert agent_client.request(place, **unseal(vault, REGISTER)) == done(vault.register_key)
    assert len(list(Path("/dev/fd").iterdir())) == open_before


def test_another_account_gets_no_answer_though_it_reaches_the_socket(vault: Vault, folder: Path) -> None:
    """As root we can be another account; where we are not, its number stands in for it."""
    agent = of(vault)
    if os.geteuid() != 0:
        assert not agent.can_admit(os.getpid(), os.geteuid() + 1)
        return
    reading, writing = os.pipe()
    waiting, ready = os.pipe()
    other = os.fork()  # before there is a thread: a lock that one holds would be held in the child for ever
    if other == 0:
        os.setuid(65534)
        os.read(waiting, 1)
        status = canonical_json.dump(STATUS)
        os.write(writing, b"got: " + raw(folder / "socket", bytes([len(status)]) + status))
        os._exit(0)
    with serving(agent, folder) as place:
        for path, mode in ((folder.parent, 0o755), (folder, 0o755), (place, 0o777)):
            path.chmod(mode)
        os.write(ready, b".")
        os.waitpid(other, 0)
        for descriptor in (writing, waiting, ready):
            os.close(descriptor)
        with os.fdopen(reading, "rb") as told:
            assert told.read() == b"got: "


def test_the_largest_message_is_256_octets(vault: Vault) -> None:
    agent = of(replace_user(vault, "a" * 32))
    longest = [
        unseal(vault, REGISTER),
        sign("backup"),
        agent.answer(STATUS),
        done(bytes(64)),
        {"error": "x" * 60},
    ]
    assert max(len(canonical_json.dump(message)) + 1 for message in longest) <= 256
    with socket.socket(socket.AF_UNIX) as nowhere, pytest.raises(ValueError, match="256"):
        channel.send(nowhere, {"x": "y" * 248})


def replace_user(vault: Vault, user_id: str) -> Vault:
    return dataclasses.replace(vault, anna=replace(vault.anna, user_id=user_id))


def test_the_folder_of_the_sockets_is_made_for_this_account_alone(folder: Path) -> None:
    channel.make_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    channel.make_folder(folder)
    assert channel.is_private(folder)


def opened_to_others(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    folder.chmod(0o750)


def linked(folder: Path) -> None:
    (folder.parent / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(folder.parent / "elsewhere")


@pytest.mark.parametrize("put", [opened_to_others, linked, Path.touch])
def test_a_folder_that_is_not_ours_alone_is_refused(folder: Path, put: Any) -> None:
    put(folder)
    assert not channel.is_private(folder)
    with pytest.raises(SessionFolderUnsafe):
        channel.make_folder(folder)


def test_a_folder_of_another_account_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    channel.make_folder(folder)
    other = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)
    with pytest.raises(SessionFolderUnsafe):
        channel.make_folder(folder)


def test_a_folder_with_too_long_a_path_for_a_socket_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SessionFolderUnsafe):
        channel.make_folder(tmp_path / ("x" * 80))


def test_the_name_of_a_socket_is_bound_to_terminal_register_folder_and_user(tmp_path: Path) -> None:
    vault_id, here = uuid4(), TerminalSession(17, 34816)
    names = {
        channel.name_socket(tmp_path, here, vault_id, tmp_path / "a", "anna"),
        channel.name_socket(tmp_path, TerminalSession(18, 34816), vault_id, tmp_path / "a", "anna"),
        channel.name_socket(tmp_path, TerminalSession(17, 34817), vault_id, tmp_path / "a", "anna"),
        channel.name_socket(tmp_path, here, uuid4(), tmp_path / "a", "anna"),
        channel.name_socket(tmp_path, here, vault_id, tmp_path / "b", "anna"),
        channel.name_socket(tmp_path, here, vault_id, tmp_path / "a", "bram"),
    }
    assert len(names) == 6
    assert channel.name_socket(tmp_path, here, vault_id, tmp_path / "a", "anna") in names
    assert {len(name.name) for name in names} == {channel.NAME}


def test_a_process_without_session_and_terminal_belongs_to_none() -> None:
    assert not TerminalSession(0, 0).is_known
    assert TerminalSession(0, 34816).is_known
    assert TerminalSession(17, 0).is_known


def test_a_process_that_has_gone_is_not_the_one_that_has_its_number_now(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(tmp_path / "s"))
        listening.listen()
        child = os.fork()
        if child == 0:
            asking = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            asking.connect(str(tmp_path / "s"))
            os.read(asking.fileno(), 1)
            os._exit(0)
        connection, _address = listening.accept()
        assert channel.is_alive(connection)
        connection.send(b"x")
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        assert not channel.is_alive(connection)
        os.waitpid(child, 0)
        assert not channel.is_alive(connection)
        connection.close()
