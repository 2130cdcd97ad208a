"""A session as real processes have it: the agent started, asked, ended, killed; and what it leaves to be found."""

import ctypes
import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.own_session import in_a_session_of_its_own, short_folder
from tests.vault.conftest import PASSWORD, Vault
from wkc.errors.families import NotSignedIn
from wkc.errors.session import SessionEnded, SessionFolderUnsafe
from wkc.vault.database.register import open_shared
from wkc.vault.keys import canonical_json, signing
from wkc.vault.keys.slot import KEY, REGISTER
from wkc.vault.session import channel, hardening
from wkc.vault.session import client as agent_client
from wkc.vault.session.client import AgentIdentity

DIGEST = bytes(range(32))
WATCHFUL = "from wkc.vault.session import agent; agent.TICK = 0.1; agent.main()"


@pytest.fixture
def folder() -> Iterator[Path]:
    with short_folder() as made:
        yield made


@pytest.fixture
def _watchful(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same agent, which looks twenty times as often whether its terminal closed."""
    monkeypatch.setattr(agent_client, "AGENT", ("-I", "-c", WATCHFUL))


def begun(vault: Vault, folder: Path, idle: int = 60) -> AgentIdentity:
    return agent_client.start(folder, vault.home, vault.anna, idle)


def agent_of(session: AgentIdentity) -> int:
    """Give the process number of an agent, as the kernel tells who connects."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(session.place))
        return channel.read_peer(connection)[0]


def gone_within(seconds: float, there: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while there() and time.monotonic() < until:
        time.sleep(0.05)
    return not there()


def lives(process: int) -> bool:
    with suppress(OSError):
        return b") Z " not in Path(f"/proc/{process}/stat").read_bytes()
    return False


def test_a_session_opens_the_register_and_signs(vault: Vault, folder: Path) -> None:
    def work() -> None:
        session = begun(vault, folder)
        assert agent_client.find(folder, vault.home, "anna") == session
        assert session.unseal(vault.ring, REGISTER) == vault.register_key
        signature = session.sign("audit", DIGEST)
        assert signing.verify_digest(vault.anna.ed25519, vault.anna.vault_id, "audit", DIGEST, signature)
        with open_shared(vault.home, session) as register:
            assert register.connection.execute("SELECT name FROM client").fetchone()[0].startswith("Geertje")
            assert register.sealer.can_open

    in_a_session_of_its_own(work)


def test_signing_out_ends_the_agent_and_takes_its_socket_away(vault: Vault, folder: Path) -> None:
    def work() -> None:
        session = begun(vault, folder)
        process = agent_of(session)
        assert agent_client.end_all(folder) == 1
        assert gone_within(5, lambda: lives(process))
        assert list(folder.iterdir()) == []
        assert not session.is_usable
        assert agent_client.end_all(folder) == 0
        with pytest.raises(SessionEnded):
            session.sign("audit", DIGEST)
        with pytest.raises(SessionEnded):
            session.unseal(vault.ring, REGISTER)

    in_a_session_of_its_own(work)


def test_signing_out_ends_an_agent_that_does_not_answer(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "WAIT", 0.2)

    def work() -> None:
        process = agent_of(begun(vault, folder))
        os.kill(process, signal.SIGSTOP)
        assert agent_client.end_all(folder) == 1
        assert gone_within(5, lambda: lives(process))
        assert agent_client.end_all(folder) == 0

    in_a_session_of_its_own(work)


def test_a_question_that_came_in_late_is_put_again(vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    send, late = channel.send, [channel.PATIENCE + 0.3]

    def send_late(connection: socket.socket, message: dict[str, object]) -> None:
        time.sleep(late.pop() if late else 0)
        send(connection, message)

    def work() -> None:
        session = begun(vault, folder)
        monkeypatch.setattr(channel, "send", send_late)
        assert session.is_usable
        assert late == []

    in_a_session_of_its_own(work)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_it_takes_its_socket_away(vault: Vault, folder: Path, ending: signal.Signals) -> None:
    def work() -> None:
        process = agent_of(begun(vault, folder))
        os.kill(process, ending)
        assert gone_within(5, lambda: lives(process))
        assert list(folder.iterdir()) == []

    in_a_session_of_its_own(work)


def test_ctrl_c_does_not_reach_it(vault: Vault, folder: Path) -> None:
    def work() -> None:
        session = begun(vault, folder)
        assert os.getpgid(agent_of(session)) != os.getpgid(0)
        os.kill(agent_of(session), signal.SIGINT)
        assert session.is_usable

    in_a_session_of_its_own(work)


def test_a_socket_that_a_killed_agent_left_is_no_session_and_in_nobodys_way(vault: Vault, folder: Path) -> None:
    def work() -> None:
        process = agent_of(begun(vault, folder))
        os.kill(process, signal.SIGKILL)
        assert gone_within(5, lambda: lives(process))
        assert len(list(folder.iterdir())) == 1
        assert agent_client.find(folder, vault.home, "anna") is None
        assert agent_client.list_users(folder, vault.home) == []
        assert agent_client.end_all(folder) == 0
        assert begun(vault, folder).is_usable
        assert len(list(folder.iterdir())) == 1

    in_a_session_of_its_own(work)


def test_signing_in_again_takes_the_place_of_the_earlier_session(vault: Vault, folder: Path) -> None:
    def work() -> None:
        earlier = agent_of(begun(vault, folder))
        later = begun(vault, folder)
        assert agent_of(later) != earlier
        assert gone_within(5, lambda: lives(earlier))
        assert later.is_usable
        assert agent_client.list_users(folder, vault.home) == ["anna"]

    in_a_session_of_its_own(work)


@pytest.mark.usefixtures("_watchful")
@pytest.mark.parametrize("planted", [True, False], ids=["another", "nothing"])
def test_a_session_whose_socket_was_taken_away_ends(vault: Vault, folder: Path, planted: bool) -> None:  # noqa: FBT001
    def work() -> None:
        process = agent_of(begun(vault, folder))
        (place,) = folder.iterdir()
        place.unlink()
        if planted:
            place.touch()
        assert gone_within(30, lambda: lives(process))
        assert place.exists() is planted

    in_a_session_of_its_own(work)


def test_an_idle_session_ends_by_itself(vault: Vault, folder: Path) -> None:
    def work() -> None:
        session = begun(vault, folder, idle=1)
        process = agent_of(session)
        assert gone_within(6, lambda: lives(process))
        assert list(folder.iterdir()) == []

    in_a_session_of_its_own(work)


@pytest.mark.usefixtures("_watchful")
def test_a_session_ends_when_its_terminal_closes(vault: Vault, folder: Path) -> None:
    reading, writing = os.pipe()

    def work() -> None:
        os.write(writing, b"%d" % agent_of(begun(vault, folder)))

    in_a_session_of_its_own(work)
    process = int(os.read(reading, 20))
    os.close(reading)
    os.close(writing)
    assert gone_within(8, lambda: lives(process))
    assert list(folder.iterdir()) == []


def test_another_terminal_session_finds_nothing_and_gets_no_answer(vault: Vault, folder: Path) -> None:
    def work() -> None:
        session = begun(vault, folder)

        def elsewhere() -> None:
            assert agent_client.find(folder, vault.home, "anna") is None
            assert agent_client.request(session.place, do="status") == {}
            assert (
                agent_client.request(session.place, do="sign", label="audit", digest=canonical_json.encode(DIGEST))
                == {}
            )
            assert agent_client.end_all(folder) == 0

        in_a_session_of_its_own(elsewhere)
        assert session.is_usable

    in_a_session_of_its_own(work)


def test_what_answers_from_another_terminal_session_is_no_agent(vault: Vault, folder: Path) -> None:
    says = {"idle": 60, "most": 60, "slot": vault.anna.slot_id.hex, "user": "anna", "vault": vault.ring.vault_id.hex}

    def pretend(place: Path) -> None:
        os.setsid()
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(place))
            listening.listen()
            while True:
                connection, _address = listening.accept()
                with connection, suppress(OSError, canonical_json.Malformed):
                    channel.receive(connection)
                    channel.send(connection, says)

    def work() -> None:
        terminal = agent_client.this_terminal()
        assert terminal is not None
        channel.make_folder(folder)
        place = channel.name_socket(folder, terminal, vault.anna.vault_id, vault.home.path, "anna")
        colleague = os.fork()
        if colleague == 0:
            pretend(place)
        try:
            assert gone_within(5, lambda: not answers(place))
            assert agent_client.find(folder, vault.home, "anna") is None
            assert agent_client.request(place, do="end") == {}
        finally:
            os.kill(colleague, signal.SIGKILL)

    def answers(place: Path) -> bool:
        with socket.socket(socket.AF_UNIX) as connection, suppress(OSError, canonical_json.Malformed):
            connection.connect(str(place))
            channel.send(connection, {"do": "status"})
            return channel.receive(connection) == says
        return False

    in_a_session_of_its_own(work)


def test_a_system_that_hides_hardened_processes_keeps_nobody_from_their_own_agent(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = channel.find_terminal

    def hidden(process: int) -> channel.TerminalSession | None:
        return seen(process) if process == os.getpid() else None

    def work() -> None:
        session = begun(vault, folder)
        monkeypatch.setattr(channel, "find_terminal", hidden)
        assert session.is_usable

        def elsewhere() -> None:
            assert not session.is_usable

        in_a_session_of_its_own(elsewhere)

    in_a_session_of_its_own(work)


def test_another_user_or_folder_has_no_part_in_it(vault: Vault, folder: Path) -> None:
    def work() -> None:
        begun(vault, folder)
        assert agent_client.find(folder, vault.home, "bram") is None
        vault.home.path.rename(vault.home.path.with_name("moved"))
        assert agent_client.find(folder, type(vault.home)(vault.home.path.with_name("moved")), "anna") is None

    in_a_session_of_its_own(work)


def test_who_lost_the_slot_is_not_signed_in(vault: Vault, folder: Path) -> None:
    from msgspec.structs import replace

    from wkc.vault.keys import keyring

    def work() -> None:
        session = begun(vault, folder)
        ring = vault.ring
        others = tuple(slot for slot in ring.slots if slot.slot_id != vault.anna.slot_id)
        person = replace(others[0], kind=vault.anna.kind)
        without = replace(ring, slots=(person, *others[1:]))
        vault.home.keyring.write_bytes(
            keyring.dump(keyring.sign_keyring(without, vault.register_key, vault.signing_seed))
        )
        assert agent_client.find(folder, vault.home, "anna") is None
        with pytest.raises(NotSignedIn):
            session.unseal(ring, REGISTER)

    in_a_session_of_its_own(work)


def test_a_folder_that_others_can_enter_holds_no_session(vault: Vault, folder: Path) -> None:
    def work() -> None:
        begun(vault, folder)
        folder.chmod(0o755)
        assert agent_client.find(folder, vault.home, "anna") is None
        with pytest.raises(SessionFolderUnsafe):
            begun(vault, folder)
        folder.chmod(0o700)

    in_a_session_of_its_own(work)


def test_nothing_secret_is_on_disk_in_arguments_or_in_the_environment(vault: Vault, folder: Path) -> None:
    def work() -> None:
        session = begun(vault, folder)
        with open_shared(vault.home, session):
            pass
        places = [path for top in (folder, vault.home.path) for path in top.rglob("*") if path.is_file()]
        about = Path(f"/proc/{agent_of(session)}")
        if sys.platform == "linux":
            places.append(about / "cmdline")
            if os.geteuid() == 0:
                places.append(about / "environ")
            else:
                with pytest.raises(PermissionError):
                    (about / "environ").read_bytes()
        blob = bytes(vault.anna.blob)
        secrets = [blob[:KEY], blob[KEY : 2 * KEY], vault.register_key, PASSWORD.encode()]
        written = [
            form
            for secret in secrets
            for form in (secret, secret.hex().encode(), canonical_json.encode(secret).encode())
        ]
        for path in places:
            content = path.read_bytes()
            assert not any(form in content for form in written), path

    in_a_session_of_its_own(work)


def test_the_agent_has_no_descriptor_of_the_terminal_or_of_who_started_it(vault: Vault, folder: Path) -> None:
    def work() -> None:
        process = agent_of(begun(vault, folder))
        if sys.platform == "linux":
            held = set()
            for path in Path(f"/proc/{process}/fd").iterdir():
                with suppress(FileNotFoundError):  # The connection that asked for its number is closed by and by.
                    held.add(str(path.readlink()))
            assert {name.partition(":")[0] for name in held} == {os.devnull, "socket"}

    in_a_session_of_its_own(work)


def test_the_agent_leaves_no_core_and_nobody_of_this_account_looks_into_it() -> None:
    def work() -> None:
        hardening.harden()
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
        if sys.platform == "linux":
            pr_get_dumpable = 3
            assert ctypes.CDLL(None).prctl(pr_get_dumpable, 0, 0, 0, 0) == 0

    in_a_session_of_its_own(work)


def test_memory_for_keys_can_be_filled_and_wiped() -> None:
    memory = hardening.locked_memory(96)
    memory[:] = bytes(range(96))
    assert bytes(memory[:3]) == b"\x00\x01\x02"
    memory[:] = bytes(96)
    assert bytes(memory) == bytes(96)
