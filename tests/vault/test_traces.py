"""The small files beside the register: failed sign-ins, the head that a user saw last, the session that began last."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from wkc.records.audit import Head
from wkc.vault.files.home import Home
from wkc.vault.journals import failed_sign_ins, last_seen
from wkc.vault.journals.failed_sign_ins import Attempt
from wkc.vault.journals.last_seen import Memory
from wkc.vault.session import last_session

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HOME = Path("/srv/register")
VAULT = UUID("3f0c7f0e-6b0f-4d4c-9d43-0a3a54e1b001")


@pytest.fixture
def home(home: Home) -> Home:
    home.path.mkdir(mode=0o700)
    return home


def test_without_a_failed_sign_in_there_is_nothing_to_tell(home: Home) -> None:
    assert failed_sign_ins.read_attempts(home, 0, "anna") == ([], 0)


def test_a_failed_sign_in_is_told_to_its_user_once(home: Home) -> None:
    failed_sign_ins.record_attempt(home, AT, "anna", "pts/3")
    attempts, position = failed_sign_ins.read_attempts(home, 0, "anna")
    assert attempts == [Attempt("2026-03-02T09:30:00+00:00", "pts/3", "anna")]
    assert failed_sign_ins.read_attempts(home, position, "anna") == ([], position)


def test_a_failed_sign_in_is_not_told_to_another(home: Home) -> None:
    failed_sign_ins.record_attempt(home, AT, "anna", "pts/3")
    assert failed_sign_ins.read_attempts(home, 0, "bram")[0] == []


def test_an_unknown_user_is_never_written_as_typed(home: Home) -> None:
    failed_sign_ins.record_attempt(home, AT, None, "pts/3")
    assert json.loads(home.signins.read_text())["user"] == "unknown"


def test_the_instant_is_written_in_utc(home: Home) -> None:
    failed_sign_ins.record_attempt(home, AT.astimezone(timezone(timedelta(hours=2))), "anna", "pts/3")
    assert failed_sign_ins.read_attempts(home, 0, "anna")[0][0].at == "2026-03-02T09:30:00+00:00"


def test_a_line_cut_short_is_passed_over_and_the_next_is_whole(home: Home) -> None:
    failed_sign_ins.record_attempt(home, AT, "anna", "pts/1")
    home.signins.write_bytes(home.signins.read_bytes() + b'{"at":"2026-03')
    first, position = failed_sign_ins.read_attempts(home, 0, "anna")
    failed_sign_ins.record_attempt(home, AT, "anna", "pts/2")
    second, _position = failed_sign_ins.read_attempts(home, position, "anna")
    assert [attempt.terminal for attempt in first + second] == ["pts/1", "pts/2"]


def test_a_file_that_was_made_anew_is_read_from_its_start(home: Home) -> None:
    failed_sign_ins.record_attempt(home, AT, "anna", "pts/1")
    assert len(failed_sign_ins.read_attempts(home, 10_000, "anna")[0]) == 1


def test_a_terminal_name_cannot_break_the_line(home: Home) -> None:
    failed_sign_ins.record_attempt(home, AT, "anna", 'pts\n{"user":"bram"}' + "x" * 1000)
    assert len(home.signins.read_bytes().splitlines()) == 1
    assert len(home.signins.read_bytes()) < 200


def test_the_file_is_closed_to_others(home: Home) -> None:
    failed_sign_ins.record_attempt(home, AT, "anna")
    assert home.signins.stat().st_mode & 0o777 == 0o600


def test_a_head_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    last_seen.write(Memory(tmp_path / "state", HOME, VAULT, "anna"), Head(7, bytes(range(32))))
    assert last_seen.read(Memory(tmp_path / "state", HOME, VAULT, "anna")) == Head(7, bytes(range(32)))


def test_each_user_and_each_vault_has_its_own_head(tmp_path: Path) -> None:
    last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(7, bytes(32)))
    assert last_seen.read(Memory(tmp_path, HOME, VAULT, "bram")) is None
    assert last_seen.read(Memory(tmp_path, HOME, UUID(int=VAULT.int ^ 1), "anna")) is None


def test_a_copy_in_another_folder_has_its_own_head_and_begins_with_the_latest_seen(tmp_path: Path) -> None:
    register, copy = (Memory(tmp_path, folder, VAULT, "anna") for folder in (HOME, HOME / "drill"))
    last_seen.write(register, Head(7, bytes(32)))
    assert last_seen.read(copy) == Head(7, bytes(32))
    last_seen.write(copy, Head(9, bytes(32)))
    assert (last_seen.read(register), last_seen.read(copy)) == (Head(7, bytes(32)), Head(9, bytes(32)))


def test_a_head_that_was_kept_without_its_folder_is_still_known(tmp_path: Path) -> None:
    last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(7, bytes(32)))
    next(tmp_path.iterdir()).rename(tmp_path / f"{VAULT}-anna.json")
    assert last_seen.read(Memory(tmp_path, HOME, VAULT, "anna")) == Head(7, bytes(32))
    assert last_seen.read(Memory(tmp_path, HOME, VAULT, "na")) is None


def test_a_later_head_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(7, bytes(32)))
    last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(8, bytes(32)))
    assert last_seen.read(Memory(tmp_path, HOME, VAULT, "anna")) == Head(8, bytes(32))
    assert len(list(tmp_path.iterdir())) == 1


def test_a_head_that_does_not_parse_is_none(tmp_path: Path) -> None:
    last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(7, bytes(32)))
    next(tmp_path.iterdir()).write_bytes(b"")
    assert last_seen.read(Memory(tmp_path, HOME, VAULT, "anna")) is None


def test_the_head_and_its_folder_are_closed_to_others(tmp_path: Path) -> None:
    last_seen.write(Memory(tmp_path / "state", HOME, VAULT, "anna"), Head(7, bytes(32)))
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    assert next((tmp_path / "state").iterdir()).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b'{"hash":"%s","seq":"7"}',
        b'{"hash":"%s","seq":true}',
        b'{"hash":"%s","seq":-1}',
        b'{"hash":"%s","seq":9223372036854775808}',
        b'{"hash":"%s","seq":' + b"9" * 5000 + b"}",
        b'{"hash":7,"seq":7}',
        b'{"hash":"","seq":7}',
        b'{"seq":7}',
    ],
)
def test_a_planted_head_of_a_wrong_shape_is_none(tmp_path: Path, content: bytes) -> None:
    last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(7, bytes(32)))
    next(tmp_path.iterdir()).write_bytes(content.replace(b"%s", b"A" * 43 + b"="))
    assert last_seen.read(Memory(tmp_path, HOME, VAULT, "anna")) is None


def test_the_highest_number_that_a_register_can_hold_is_a_head(tmp_path: Path) -> None:
    last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(2**63 - 1, bytes(32)))
    assert last_seen.read(Memory(tmp_path, HOME, VAULT, "anna")) == Head(2**63 - 1, bytes(32))


@pytest.mark.parametrize("put", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_in_the_place_of_a_head_is_none(tmp_path: Path, put: Callable[[Path], None]) -> None:
    last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(7, bytes(32)))
    path = next(tmp_path.iterdir())
    path.unlink()
    put(path)
    assert last_seen.read(Memory(tmp_path, HOME, VAULT, "anna")) is None


@pytest.mark.parametrize("put", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_in_the_place_of_the_last_session_is_none(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / last_session.NAME)
    assert last_session.read(tmp_path, Home(HOME)) is None


@pytest.mark.parametrize("put", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_the_last_session_takes_the_place_of_what_was_planted(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / last_session.NAME)
    last_session.write(tmp_path, Home(HOME), "anna")
    assert last_session.read(tmp_path, Home(HOME)) == "anna"
    assert [(path.name, path.lstat().st_mode) for path in tmp_path.iterdir()] == [("session.json", 0o100600)]


def test_a_state_folder_that_is_a_file_keeps_no_head_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    assert last_seen.write(Memory(tmp_path / "state", HOME, VAULT, "anna"), Head(7, bytes(32))) is False
    assert last_seen.read(Memory(tmp_path / "state", HOME, VAULT, "anna")) is None


def test_a_head_that_cannot_be_kept_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    assert last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(7, bytes(32))) is True
    path = next(tmp_path.iterdir())
    path.unlink()
    path.mkdir()
    assert last_seen.write(Memory(tmp_path, HOME, VAULT, "anna"), Head(8, bytes(32))) is False
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "line",
    [
        {"at": "Uw wachtwoord is verlopen", "terminal": "", "user": "anna"},
        {"at": "2026-03-02", "terminal": "", "user": "anna"},
        {"at": "2026-03-02T09:30:00", "terminal": "", "user": "anna"},
        {"at": "2026-03-02T09:30:00Z", "terminal": "", "user": "anna"},
        {"at": "2026-03-02T11:30:00+02:00", "terminal": "", "user": "anna"},
        {"at": "2026-03-02T09:30:00+00:00", "terminal": "pts/3 bel 06-12345678", "user": "anna"},
        {"at": "2026-03-02T09:30:00+00:00", "terminal": "\x1b[2J", "user": "anna"},
        {"at": "2026-03-02T09:30:00+00:00", "terminal": "x" * 65, "user": "anna"},
        {"at": "2026-03-02T09:30:00+00:00", "terminal": "pts/3\n", "user": "anna"},
        {"at": "2026-03-02T09:30:00+00:00", "terminal": "", "user": "anna", "more": ""},
        {"at": 7, "terminal": "", "user": "anna"},
    ],
)
def test_a_planted_line_of_another_shape_is_passed_over(home: Home, line: dict[str, object]) -> None:
    home.signins.write_text(json.dumps(line) + "\n")
    assert failed_sign_ins.read_attempts(home, 0, "anna")[0] == []


def test_a_planted_line_with_a_user_that_none_can_be_is_passed_over(home: Home) -> None:
    home.signins.write_text(json.dumps({"at": AT.isoformat(), "terminal": "", "user": "Anna B"}) + "\n")
    assert failed_sign_ins.read_attempts(home, 0, "Anna B")[0] == []


def test_of_a_flood_the_last_twenty_are_told_and_the_rest_not_again(home: Home) -> None:
    for number in range(30):
        failed_sign_ins.record_attempt(home, AT, "anna", f"pts/{number}")
    attempts, position = failed_sign_ins.read_attempts(home, 0, "anna")
    assert [attempt.terminal for attempt in attempts] == [f"pts/{number}" for number in range(10, 30)]
    assert failed_sign_ins.read_attempts(home, position, "anna") == ([], position)


def test_of_a_huge_file_only_the_end_is_read(home: Home) -> None:
    with home.signins.open("wb") as file:
        file.truncate(2**40)
    failed_sign_ins.record_attempt(home, AT, "anna", "pts/3")
    attempts, position = failed_sign_ins.read_attempts(home, 0, "anna")
    assert [attempt.terminal for attempt in attempts] == ["pts/3"]
    assert position == home.signins.stat().st_size


def test_a_terminal_with_odd_signs_is_told_with_those_replaced(home: Home) -> None:
    failed_sign_ins.record_attempt(home, AT, "anna", "pts 3\x1b")
    assert failed_sign_ins.read_attempts(home, 0, "anna")[0][0].terminal == "pts_3_"
