"""A full disk: a clear error, nothing confirmed is lost, no half file. On a real small file system where one is had."""

import errno
import os
from pathlib import Path

import pytest

from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_copy_that_does_not_fit_leaves_no_half_file(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.must("client", "register", *ORDER, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    monkeypatch.setattr("wkc.procedures.io.output_file.os.fsync", full)
    ran = stage.wkc("--json", "inzage", "export", "berg", "--format", "json", "--output", str(stage.folder / "c.json"))
    monkeypatch.undo()
    assert (ran.code, ran.error["name"]) == (1, "output_unwritable")
    assert [path.name for path in stage.folder.iterdir() if "c.json" in path.name] == []
    lines = stage.json("audit", "list")["lines"]
    assert lines[0]["details"]["step"] == "prepared"


def test_a_new_password_that_cannot_be_written_leaves_the_old_one(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wkc.vault.files.atomic.os.fsync", full)
    new = stage.file("new", "een ander wachtwoord\n")
    ran = stage.wkc("--json", "passwd", "--new-password-file", str(new))
    monkeypatch.undo()
    assert (ran.code, ran.error["name"]) == (1, "disk_full")
    stage.must("whoami")


def test_a_new_password_stands_when_only_the_copy_of_the_keyring_cannot_be_written(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_for_the_copy(step: str) -> None:
        if step == "copy written":
            full()

    monkeypatch.setattr("wkc.vault.files.failpoints.failpoint", full_for_the_copy)
    new = stage.file("new", "een ander wachtwoord\n")
    stage.must("passwd", "--new-password-file", str(new))
    monkeypatch.undo()
    assert not (stage.home / "keyring.json.copy").exists()
    assert stage.wkc("--json", "whoami").error["name"] == "not_signed_in"
    stage.file("password", "een ander wachtwoord\n")
    stage.must("whoami")


def test_failing_to_remember_what_was_seen_last_does_not_stop_the_work(stage: Stage) -> None:
    state = stage.folder / "state"
    for path in sorted(state.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    state.rmdir()
    state.write_text("a file where a folder should be", encoding="utf-8")
    assert stage.wkc("party", "list").code in (0, 1)


def test_a_folder_that_cannot_be_written_says_so(stage: Stage) -> None:
    ran = stage.wkc("--json", "inzage", "export", "x", "--output", str(stage.folder / "no" / "such" / "c.pdf"))
    assert ran.error["name"] == "output_unwritable"


def test_papers_do_not_go_into_the_registers_folder(stage: Stage) -> None:
    inside = stage.home / "c.pdf"
    assert stage.wkc("--json", "inzage", "export", "x", "--output", str(inside)).error["name"] == "output_in_register"
    assert not inside.exists()
    deeper: Path = stage.home / "." / ".." / stage.home.name / "c.pdf"
    assert stage.wkc("--json", "inzage", "export", "x", "--output", str(deeper)).error["name"] == "output_in_register"
