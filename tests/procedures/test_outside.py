"""Where things are on this machine: the folders that the program takes when none is named."""

from pathlib import Path

import platformdirs
import pytest

from wkc.cli.terminal.environment import environment


@pytest.mark.parametrize("named", ["/var/state", "relative/state", "", None])
def test_the_state_folder_is_the_one_that_platformdirs_gives(
    named: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if named is None:
        monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_STATE_HOME", named)
    assert environment().state() == platformdirs.user_state_path("wkc")


def test_sockets_of_sessions_stand_in_the_runtime_folder_of_the_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert environment().runtime() == tmp_path / "wkc"


@pytest.mark.parametrize("named", ["", "relative", "/nowhere/at/all"])
def test_without_a_runtime_folder_they_stand_in_a_temporary_one_of_the_account(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.setenv("XDG_RUNTIME_DIR", named)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert environment().runtime() == tmp_path / f"wkc-{os.geteuid()}"
