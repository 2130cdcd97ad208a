import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from wkc.errors.vault import RegisterBusy
from wkc.vault.files import home as homes
from wkc.vault.files.home import Home
from wkc.vault.files.waiting import is_waiting


@pytest.fixture
def home(home: Home) -> Home:
    home.path.mkdir(mode=0o700)
    return home


@contextmanager
def another_process_holding(home: Home, *, exclusive: bool) -> Iterator[int]:
    ready, done = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(done[1])
            with home.lock(exclusive=exclusive):
                os.write(ready[1], b".")
                os.read(done[0], 1)
        finally:
            os._exit(0)
    os.close(done[0])
    os.read(ready[0], 1)
    try:
        yield child
    finally:
        os.close(done[1])
        os.waitpid(child, 0)
        os.close(ready[0])
        os.close(ready[1])


def test_two_share_the_lock(home: Home) -> None:
    with another_process_holding(home, exclusive=False), home.lock(wait=0):
        pass


def test_who_wants_it_alone_waits_for_who_shares_it(home: Home) -> None:
    with (
        another_process_holding(home, exclusive=False),
        pytest.raises(RegisterBusy),
        home.lock(exclusive=True, wait=0.1),
    ):
        pass


def test_who_shares_waits_for_who_has_it_alone(home: Home) -> None:
    with another_process_holding(home, exclusive=True), pytest.raises(RegisterBusy), home.lock(wait=0.1):
        pass


def test_it_is_known_while_a_command_waits_for_another_and_no_longer(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr("wkc.vault.files.home.time.sleep", lambda _seconds: seen.append(is_waiting()))
    with another_process_holding(home, exclusive=True), pytest.raises(RegisterBusy), home.lock(wait=0.01):
        pass
    assert set(seen) == {True}
    assert not is_waiting()
    with home.lock():
        assert not is_waiting()


@pytest.mark.parametrize("exclusive", [True, False])
def test_who_is_in_the_way_is_said(home: Home, *, exclusive: bool) -> None:
    with (
        another_process_holding(home, exclusive=exclusive) as child,
        pytest.raises(RegisterBusy) as busy,
        home.lock(exclusive=True, wait=0),
    ):
        pass
    assert busy.value.facts["who"] == f"process {child}"


def test_who_is_in_the_way_is_said_where_the_system_does_not(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(homes, "LOCKS", home.path / "none")
    with (
        another_process_holding(home, exclusive=True) as child,
        pytest.raises(RegisterBusy) as busy,
        home.lock(wait=0),
    ):
        pass
    assert busy.value.facts["who"] == f"process {child}"


def test_the_lock_is_free_after_use_and_names_nobody(home: Home) -> None:
    with home.lock(exclusive=True):
        pass
    with home.lock(exclusive=True, wait=0):
        pass
    assert home.lock_file.read_bytes() == b""


def test_the_lock_comes_free_when_its_holder_is_killed(home: Home) -> None:
    with another_process_holding(home, exclusive=True) as child:
        os.kill(child, 9)
        with home.lock(exclusive=True, wait=5):
            pass


def test_the_lock_file_is_closed_to_others(home: Home) -> None:
    with home.lock():
        assert home.lock_file.stat().st_mode & 0o777 == 0o600


def test_many_who_share_without_a_gap_do_not_keep_out_who_wants_to_be_alone(home: Home) -> None:
    sharers = []
    for late in range(4):
        child = os.fork()
        if child == 0:
            try:
                time.sleep(late * 0.05)
                while True:
                    with home.lock():
                        time.sleep(0.2)
            finally:
                os._exit(0)
        sharers.append(child)
    try:
        time.sleep(0.3)
        with home.lock(exclusive=True, wait=5):
            pass
        with home.lock(wait=5):
            pass
    finally:
        for child in sharers:
            os.kill(child, 9)
            os.waitpid(child, 0)


def test_who_waited_in_vain_to_be_alone_lets_the_others_through_again(home: Home) -> None:
    with another_process_holding(home, exclusive=False):
        with pytest.raises(RegisterBusy), home.lock(exclusive=True, wait=0.1):
            pass
        with home.lock(wait=0):
            pass
