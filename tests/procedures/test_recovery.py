"""Coming back with a recovery code when nobody's password is left."""

import json
import shutil
from pathlib import Path

import pytest

from tests import steps
from tests.each_step import leave_killed
from tests.faults.test_designated import cut_short
from tests.stage import PASSWORD, Ran, Stage
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.identity import unlock

ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1", "--special-basis", "uavg_30")
COMMITTED = steps.ROTATING[steps.ROTATING.index("renamed") :]


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Stage, list[str]]:
    """A register whose two recovery codes were written down, with somebody in it and the coach Bram."""
    stage = Stage(tmp_path_factory.mktemp("founded"))
    stage.folder.chmod(0o700)
    stage.file("password", PASSWORD + "\n")
    office = ("--name", "Bureau Proef", "--place", "Alkmaar", "--kvk", "12345678", "--beheerder", "anna")
    codes = stage.json("--yes", "init", *office)["recovery_codes"]
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("client", "import", "-", *ORDER, stdin='[{"geslachtsnaam": "Berg", "gezondheid": "Gezondheidsmerk"}]')
    coach = ("--name", "Bram", "--role", "coach", "--function", "f", "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", *coach)
    return stage, codes


@pytest.fixture
def lost(founded: tuple[Stage, list[str]], tmp_path: Path) -> tuple[Stage, list[str]]:
    shutil.copytree(founded[0].folder, tmp_path, dirs_exist_ok=True)
    tmp_path.chmod(0o700)
    return Stage(tmp_path, now=founded[0].now), founded[1]


def recover(stage: Stage, code: str, user: str = "nora") -> Ran:
    person = ("--name", "Nora Nieuw", "--function", "directie")
    code_file = stage.file("code", code + "\n")
    files = ("--code-file", str(code_file), "--new-password-file", str(stage.file("new", "een nieuw wachtwoord\n")))
    return stage.wkc("--json", "recover", "--beheerder", user, *person, *files)


def as_nora(stage: Stage, user: str = "nora") -> Stage:
    stage.user, stage.credentials = user, stage.folder / "new"
    return stage


@pytest.mark.parametrize("which", [0, 1])
def test_either_code_makes_a_new_beheerder_who_reads_everything(lost: tuple[Stage, list[str]], which: int) -> None:
    stage, codes = lost
    ran = recover(stage, codes[which])
    assert ran.data["beheerder"] == "nora"
    assert len(ran.data["recovery_codes"]) == 2
    as_nora(stage)
    assert stage.json("whoami")["user"]["role"] == "beheerder"
    entries = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    assert "Gezondheidsmerk" in [entry["value"] for entry in entries]
    stage.must("audit", "verify")
    stage.must("user", "revoke", "anna")


def test_a_beheerder_who_forgot_the_password_is_the_same_user_with_a_new_one(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    assert recover(stage, codes[0], "anna").code == 0
    assert stage.wkc("whoami").code == 7
    as_nora(stage, "anna").must("audit", "verify")
    assert len(stage.json("user", "list")) == 2


def test_who_comes_back_types_the_user_id_in_any_letters(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    assert recover(stage, codes[0], "Anna").data["beheerder"] == "anna"
    assert as_nora(stage, "anna").json("whoami")["user"]["user_id"] == "anna"


def test_both_old_codes_are_dead_and_the_new_ones_work_again_and_again(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    second = recover(stage, codes[0]).data["recovery_codes"]
    for code in codes:
        assert recover(stage, code, "zoe").error["name"] == "recovery_code_wrong"
    third = recover(stage, second[1], "zoe").data["recovery_codes"]
    assert recover(stage, third[0], "yara").code == 0
    as_nora(stage, "yara").must("audit", "verify")
    assert keyring.read(Home(stage.home)).generation == 4


def test_others_keep_their_passwords_and_follow_to_the_new_signing_key(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    recover(stage, codes[0])
    stage.user = "bram"
    stage.must("whoami")
    ring = keyring.read(Home(stage.home))
    assert unlock(ring, "bram", PASSWORD).pin == ring.succession[-1].new


def test_a_wrong_code_is_told_to_the_next_beheerder_and_kept_in_the_log(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    wrong = codes[0][:-1] + ("0" if codes[0][-1] != "0" else "1")
    for _ in range(2):
        ran = recover(stage, wrong)
        assert (ran.code, ran.error["name"]) == (7, "recovery_code_wrong")
    assert "2 times a wrong recovery code was tried" in stage.must("whoami").err
    failed = [line for line in stage.json("audit", "list")["lines"] if line["action"] == "user.sign_in"]
    assert [line["details"]["user"] for line in failed] == ["recovery", "recovery"]
    assert "wrong" not in stage.must("whoami").err


def test_no_code_is_written_anywhere(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    new = recover(stage, codes[0]).data["recovery_codes"]
    (stage.folder / "code").unlink()
    content = b"".join(path.read_bytes() for path in stage.folder.rglob("*") if path.is_file())
    for code in (*codes, *new):
        assert code.encode() not in content
        assert code.replace("-", "").encode() not in content


@pytest.mark.parametrize(
    ("user", "name"), [("n", "bad_user_id"), ("recovery-1", "bad_user_id"), ("bram", "access_ended")]
)
def test_who_cannot_come_back_under_this_user_id_is_told_before_a_password_is_asked(
    lost: tuple[Stage, list[str]], user: str, name: str
) -> None:
    stage, codes = lost
    stage.must("user", "revoke", "bram")
    assert recover(stage, codes[0], user).error["name"] == name
    stage.must("whoami")


def test_a_code_is_no_password_and_no_user(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    stage.user, stage.credentials = "recovery-1", stage.file("code", codes[0] + "\n")
    assert stage.wkc("user", "list").code == 7


@pytest.mark.parametrize("step", [None, *steps.ROTATING])
def test_a_recovery_that_is_killed_leaves_one_way_in(
    lost: tuple[Stage, list[str]], step: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is killed after the commit point has shown no code: the new password is in, and `recover` is not needed."""
    stage, codes = lost
    if step is None:
        cut_short(step, lambda: recover(stage, codes[0]), monkeypatch)
    else:
        leave_killed(stage, recover, steps.ROTATING, step, codes[0])
    if step in COMMITTED:
        as_nora(stage).must("audit", "verify")
    else:
        assert recover(stage, codes[0]).code == 0
        as_nora(stage).must("audit", "verify")


def test_after_an_older_folder_was_put_back_a_code_still_opens(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    shutil.copytree(stage.home, stage.folder / "yesterday")
    stage.must("party", "add", "UWV", "--kind", "instantie")
    shutil.rmtree(stage.home)
    shutil.copytree(stage.folder / "yesterday", stage.home)
    assert recover(stage, codes[1]).code == 0
    as_nora(stage).must("audit", "verify")


def test_the_line_says_who_came_in_and_who_went(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    recover(stage, codes[0], "anna")
    line = as_nora(stage, "anna").json("audit", "list")["lines"][0]
    assert (line["action"], line["user_id"]) == ("register.recover", "recovery-1")
    details = line["details"]
    assert (details["user"], details["role"], details["generation"]) == ("anna", "beheerder", 2)
    assert [slot[1] for slot in details["slots"]] == ["anna", "recovery-1", "recovery-2"]
    assert len(details["withdrawn"]) == 3
    assert json.dumps(details).count(codes[0]) == 0


def test_a_beheerder_makes_new_codes_when_the_old_ones_were_lost_or_seen(lost: tuple[Stage, list[str]]) -> None:
    stage, codes = lost
    new = stage.json("recover", "--new-codes")["recovery_codes"]
    assert recover(stage, codes[0]).error["name"] == "recovery_code_wrong"
    assert recover(stage, new[1]).code == 0
    as_nora(stage).must("audit", "verify")


def test_a_coach_makes_no_codes(lost: tuple[Stage, list[str]]) -> None:
    stage, _codes = lost
    stage.user = "bram"
    assert stage.wkc("recover", "--new-codes").code == 4
