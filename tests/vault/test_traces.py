"""The two small files beside the register: failed sign-ins, and the head that a user saw last."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from wkc.records import Head
from wkc.vault import seen, signins
from wkc.vault.home import Home
from wkc.vault.signins import Attempt

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
VAULT = UUID("3f0c7f0e-6b0f-4d4c-9d43-0a3a54e1b001")


@pytest.fixture
def home(home: Home) -> Home:
    home.path.mkdir(mode=0o700)
    return home


def test_without_a_failed_sign_in_there_is_nothing_to_tell(home: Home) -> None:
    assert signins.since(home, 0, "anna") == ([], 0)


def test_a_failed_sign_in_is_told_to_its_user_once(home: Home) -> None:
    signins.failed(home, AT, "anna", "pts/3")
    attempts, position = signins.since(home, 0, "anna")
    assert attempts == [Attempt("2026-03-02T09:30:00+00:00", "pts/3", "anna")]
    assert signins.since(home, position, "anna") == ([], position)


def test_a_failed_sign_in_is_not_told_to_another(home: Home) -> None:
    signins.failed(home, AT, "anna", "pts/3")
    assert signins.since(home, 0, "bram")[0] == []


def test_an_unknown_user_is_never_written_as_typed(home: Home) -> None:
    signins.failed(home, AT, None, "pts/3")
    assert json.loads(home.signins.read_text())["user"] == "unknown"


def test_the_instant_is_written_in_utc(home: Home) -> None:
    signins.failed(home, AT.astimezone(timezone(timedelta(hours=2))), "anna", "pts/3")
    assert signins.since(home, 0, "anna")[0][0].at == "2026-03-02T09:30:00+00:00"


def test_a_line_cut_short_is_passed_over_and_the_next_is_whole(home: Home) -> None:
    signins.failed(home, AT, "anna", "pts/1")
    home.signins.write_bytes(home.signins.read_bytes() + b'{"at":"2026-03')
    first, position = signins.since(home, 0, "anna")
    signins.failed(home, AT, "anna", "pts/2")
    second, _position = signins.since(home, position, "anna")
    assert [attempt.terminal for attempt in first + second] == ["pts/1", "pts/2"]


def test_a_file_that_was_made_anew_is_read_from_its_start(home: Home) -> None:
    signins.failed(home, AT, "anna", "pts/1")
    assert len(signins.since(home, 10_000, "anna")[0]) == 1


def test_a_terminal_name_cannot_break_the_line(home: Home) -> None:
    signins.failed(home, AT, "anna", 'pts\n{"user":"bram"}' + "x" * 1000)
    assert len(home.signins.read_bytes().splitlines()) == 1
    assert len(home.signins.read_bytes()) < 200


def test_the_file_is_closed_to_others(home: Home) -> None:
    signins.failed(home, AT, "anna")
    assert home.signins.stat().st_mode & 0o777 == 0o600


def test_a_head_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    seen.write(tmp_path / "state", VAULT, "anna", Head(7, bytes(range(32))))
    assert seen.read(tmp_path / "state", VAULT, "anna") == Head(7, bytes(range(32)))


def test_each_user_and_each_vault_has_its_own_head(tmp_path: Path) -> None:
    seen.write(tmp_path, VAULT, "anna", Head(7, bytes(32)))
    assert seen.read(tmp_path, VAULT, "bram") is None
    assert seen.read(tmp_path, UUID(int=VAULT.int ^ 1), "anna") is None


def test_a_later_head_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    seen.write(tmp_path, VAULT, "anna", Head(7, bytes(32)))
    seen.write(tmp_path, VAULT, "anna", Head(8, bytes(32)))
    assert seen.read(tmp_path, VAULT, "anna") == Head(8, bytes(32))
    assert len(list(tmp_path.iterdir())) == 1


def test_a_head_that_does_not_parse_is_none(tmp_path: Path) -> None:
    seen.write(tmp_path, VAULT, "anna", Head(7, bytes(32)))
    next(tmp_path.iterdir()).write_bytes(b"")
    assert seen.read(tmp_path, VAULT, "anna") is None


def test_the_head_and_its_folder_are_closed_to_others(tmp_path: Path) -> None:
    seen.write(tmp_path / "state", VAULT, "anna", Head(7, bytes(32)))
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    assert next((tmp_path / "state").iterdir()).stat().st_mode & 0o777 == 0o600
