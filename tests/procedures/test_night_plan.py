"""The plan of the night: what must be there before lines for cron are given, and what its form checks at once."""

import os
import re
import subprocess
from shlex import quote

import pytest

from tests.prepared import prepared
from tests.procedures.test_act import session
from tests.stage import PASSWORD, Stage
from wkc.errors.backup import BackupFolderClosed, CrontabUnfit
from wkc.procedures.core import backup_place
from wkc.procedures.operations import crontab


@prepared
def office(stage: Stage) -> Stage:
    """A service account nightly with a key file, and a folder for backups that is not set yet."""
    stage.must(
        "user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", f"{stage.folder}/key"
    )
    (stage.folder / "backups").mkdir(mode=0o700)
    return stage


def refused(stage: Stage, *words: str) -> str:
    ran = stage.wkc("--json", "backup", "plan", *words)
    assert ran.code != 0
    return str(ran.error["name"])


def test_nothing_is_planned_before_account_key_and_folder_are_there(stage: Stage) -> None:
    assert refused(stage) == "service_account_missing"
    key = stage.folder / "key"
    stage.must("user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", str(key))
    assert refused(stage, "--key-file", str(stage.folder / "none")) == "file_unreadable"
    named = ("--key-file", str(key))
    assert refused(stage, *named) == "backup_nowhere"
    assert refused(stage, *named, "--to", str(stage.folder / "none")) == "backup_folder_missing"
    assert refused(stage, *named, "--to", str(stage.home)) == "output_in_register"
    (stage.folder / "b").mkdir()
    assert refused(stage, *named, "--to", str(stage.folder / "b"), "--at", "25:00") == "bad_time"
    assert refused(stage, *named, "--account", "anna") == "no_service_account"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--account", "nobody"), "no_service_account"),
        (("--key-file", "none"), "file_unreadable"),
        (("--at", "25:00"), "bad_time"),
        (("--mail-to", "geen adres"), "bad_email"),
    ],
)
def test_a_plan_that_is_refused_leaves_the_folder_as_it_was(office: Stage, words: tuple[str, str], error: str) -> None:
    (office.folder / "before").mkdir()
    office.must("settings", "set", "backup.folder", f"{office.folder}/before")
    usual = {"--key-file": f"{office.folder}/key", "--to": f"{office.folder}/backups"}
    asked = [word for pair in (usual | dict([words])).items() for word in pair]
    assert refused(office, *asked) == error
    settings = {one["name"]: one["value"] for one in office.json("settings", "show")}
    assert settings["backup.folder"] == f"{office.folder}/before"


def test_one_of_several_accounts_is_named(office: Stage) -> None:
    office.must(
        "user", "designate", "weekly", "--service", "--responsible", "anna", "--key-file", f"{office.folder}/k2"
    )
    named = ("--key-file", f"{office.folder}/k2", "--to", f"{office.folder}/backups")
    assert refused(office, *named) == "service_account_unclear"
    planned = office.json("backup", "plan", *named, "--account", "weekly")
    assert (planned["account"], planned["at"]) == ("weekly", "02:15")
    assert "WKC_USER=weekly" in planned["lines"]


def test_the_folder_that_is_named_becomes_the_setting(office: Stage) -> None:
    planned = office.json("backup", "plan", "--key-file", f"{office.folder}/key", "--to", f"{office.folder}/backups")
    settings = {one["name"]: one["value"] for one in office.json("settings", "show")}
    assert settings["backup.folder"] == planned["folder"] == f"{office.folder}/backups"
    assert any(line.startswith("15 2 * * *  ") and line.endswith(" retention run") for line in planned["lines"])


def test_ctrl_c_at_the_time_of_the_night_leaves_the_folder_as_it_was(office: Stage) -> None:
    named = ("--key-file", f"{office.folder}/key", "--to", f"{office.folder}/backups")
    ran = office.wkc("backup", "plan", *named, typed=[("At what time of the night", "^C")])
    assert (ran.code, ran.out) == (130, "")
    assert "Interrupted; nothing was changed." in ran.err
    assert "backup.folder" not in {one["name"] for one in office.json("settings", "show") if one["value"]}


def test_a_folder_in_the_register_is_refused_when_it_is_set_and_a_missing_one_is_said(office: Stage) -> None:
    inside = office.wkc("--json", "settings", "set", "backup.folder", str(office.home))
    assert (inside.code, inside.error["name"]) == (6, "output_in_register")
    missing = office.must("settings", "set", "backup.folder", str(office.folder / "later"))
    assert "is not there" in missing.out


def test_a_folder_that_is_closed_to_the_account_is_refused(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # root may write anywhere
    with pytest.raises(BackupFolderClosed):
        backup_place.check_folder(str(office.folder / "backups"), office.home)


def test_the_form_checks_the_folder_at_once_and_prints_lines(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(office.folder))
    ran = office.wkc(
        "menu",
        typed=[
            ("Password", PASSWORD),
            ("anna> ", "12"),
            ("anna> ", "Plan backups"),
            ("Folder for backups", str(office.folder / "nowhere")),
            ("Folder for backups", str(office.home)),
            ("Folder for backups", str(office.folder / "backups")),
            ("Service account [nightly", ""),
            ("Its key file", str(office.folder / "none")),
            ("Its key file", str(office.folder / "key")),
            ("Time of the night [02:15]", "26:00"),
            ("Time of the night [02:15]", "1:30"),
            ("E-mail address", "geen adres"),
            ("E-mail address", "office@example.nl"),
            ("Is this right?", ""),
            ("anna> ", "0"),
            ("anna> ", "0"),
        ],
    )
    assert "MAILTO=office@example.nl" in ran.out
    assert "e-mail address" in ran.err
    assert "The folder for backups" in ran.err
    assert "belong in the folder of the register" in ran.err
    assert "30 1 * * *  " in ran.out
    assert f"WKC_HOME={office.home.resolve()}" in ran.out


def test_an_office_without_a_service_account_makes_one_first(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(stage.folder))
    (stage.folder / "backups").mkdir(mode=0o700)
    ran = stage.wkc(
        "menu",
        typed=[
            ("Password", PASSWORD),
            ("anna> ", "12"),
            ("anna> ", "Plan backups"),
            ("Folder for backups", str(stage.folder / "backups")),
            ("This step comes first: “A service account for cron”.", ""),
            ("USER ID, such as nightly [nightly]", ""),
            ("Who answers for it [anna", ""),
            ("New file for its key [~/wkc.key]", ""),
            ("Is this right?", ""),
            ("Service account [nightly", ""),
            (f"Its key file [{stage.folder}/wkc.key", ""),
            ("Time of the night [02:15]", ""),
            ("E-mail address", ""),
            ("Is this right?", ""),
            ("anna> ", "0"),
            ("anna> ", "0"),
        ],
    )
    assert "WKC_USER=nightly" in ran.out
    assert (stage.folder / "wkc.key").stat().st_mode & 0o777 == 0o400


def read_as_cron(text: str) -> tuple[dict[str, str], list[str]]:
    """Read settings and commands as cron does: quotes of one kind around a value, the first bare % ends a command."""
    settings, commands = {}, []
    for line in text.splitlines():
        if named := re.match(r"([A-Z_]+)=(.*)", line):
            value = named[2]
            settings[named[1]] = value[1 : value.index(value[0], 1)] if value[0] in "\"'" else value
        else:
            command = re.split(r"(?<!\\)%", line.split(maxsplit=5)[5])[0]
            commands.append(command.replace(r"\%", "%"))
    return settings, commands


@pytest.mark.parametrize(
    "name", ["with space", 'with "two" quotes', "de baas 's", "100% wkc", "$HOME `id` $(id)", "a;b & #c"]
)
def test_a_shell_that_cron_starts_gets_each_path_as_it_is(office: Stage, name: str) -> None:
    folder = office.folder / name
    folder.mkdir()
    key, program = folder / "key", folder / "wkc"
    key.write_bytes((office.folder / "key").read_bytes())
    program.write_text('#!/bin/sh\necho "$0|$*|$WKC_PASSWORD_FILE"; false\n', encoding="utf-8")
    program.chmod(0o755)
    office.must("settings", "set", "backup.folder", str(office.folder / "backups"))
    wanted = crontab.NightInput(None, key)
    planned = crontab.plan(session(office), wanted, crontab.Machine(quote(str(program)), "C.UTF-8"))
    settings, commands = read_as_cron("\n".join(planned.lines))
    assert settings["WKC_PASSWORD_FILE"] == str(key)
    (said,) = [
        subprocess.run(["/bin/sh", "-c", command], env=settings, capture_output=True, text=True, check=False).stdout
        for command in commands
        if "agenda" in command
    ]
    assert said == f"{program}|agenda|{key}\n"


@pytest.mark.parametrize("name", ["two\nlines", "back\\slash", "both \" and '"])
def test_a_path_that_a_crontab_cannot_hold_is_refused(office: Stage, name: str) -> None:
    (office.folder / name).mkdir()
    key = office.folder / name / "key"
    key.write_bytes((office.folder / "key").read_bytes())
    named = ("--to", str(office.folder / "backups"))
    assert refused(office, "--key-file", str(key), *named) == "crontab_unfit"
    mailed = refused(office, "--key-file", f"{office.folder}/key", *named, "--mail-to", f"a@example.nl {name}")
    assert mailed == "crontab_unfit"


@pytest.mark.parametrize("program", ["'/opt/a\nb/wkc'", "'/opt/a\\b/wkc'"])
def test_a_program_that_a_crontab_cannot_hold_is_refused(office: Stage, program: str) -> None:
    office.must("settings", "set", "backup.folder", str(office.folder / "backups"))
    wanted = crontab.NightInput(None, office.folder / "key")
    with pytest.raises(CrontabUnfit):
        crontab.plan(session(office), wanted, crontab.Machine(program, "C.UTF-8"))
