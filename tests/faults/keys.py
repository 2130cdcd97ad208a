"""Old passwords, old codes, rows written past the program and the memory of a shell, with the installed program."""

import os
import pty
import shutil
import subprocess

from tests.faults.forced_command import until
from tests.faults.installed import PROGRAM, environ, error, findings, must, wkc
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

PEOPLE = {"bea": "beheerder", "bram": "coach", "mo": "medewerker"}
NOBODY = 65534
CONSENT = ("--purpose", "proefplaatsing", "--categories", "1,12", "--how", "schriftelijk")


def trial(stage: Stage) -> str:
    """Raise AssertionError where an old secret or a foreign row counts, or a shell can be read by its account."""
    for user, role in PEOPLE.items():
        words = ("--name", user, "--role", role, "--function", "f")
        must(stage, "anna", "user", "designate", user, *words, "--new-password-file", str(stage.password_file))
    must(stage, "anna", "party", "add", "Bakkerij", "--kind", "werkgever")
    must(stage, "anna", "party", "add", "Gemeente", "--kind", "opdrachtgever")
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    must(stage, "anna", "client", "import", "-", *order, stdin='[{"geslachtsnaam": "Berg"}]')
    signs_no_old_password_in(stage)
    opens_by_no_code_of_who_left(stage)
    believes_no_row_of_a_clerk(stage)
    closes_its_memory(stage)
    return "an old password, an old code and two forged rows count for nothing, and a shell cannot be read"


def signs_no_old_password_in(stage: Stage) -> None:
    """After a new password an old keyring is put back, then an old folder is opened with it."""
    before = stage.folder / "before"
    shutil.copytree(stage.home, before)
    new = stage.file("new", "een heel ander wachtwoord\n")
    must(stage, "bram", "passwd", "--new-password-file", str(new))
    assert error(stage, "bram", "whoami") == "not_signed_in"
    must(stage, "bram", "whoami", secret=new)
    now = {name: (stage.home / name).read_bytes() for name in ("keyring.json", "keyring.json.copy")}
    for name in now:
        shutil.copy(before / name, stage.home / name)
    assert error(stage, "bram", "whoami") == "keyring_older"
    for name, content in now.items():
        (stage.home / name).write_bytes(content)
    must(stage, "anna", "user", "reset", "bram", "--compromised", "--new-password-file", str(new))
    shutil.copy(before / "keyring.json", stage.home / "keyring.json")
    assert error(stage, "bram", "whoami") == "keyring_outdated"
    shutil.copy(stage.home / "keyring.json.copy", stage.home / "keyring.json")
    must(stage, "bram", "whoami", secret=new)


def opens_by_no_code_of_who_left(stage: Stage) -> None:
    codes = must(stage, "anna", "--yes", "recover", "--new-codes")["recovery_codes"]
    must(stage, "anna", "user", "revoke", "bea")
    assert "codes" in findings(stage)
    must(stage, "anna", "--yes", "recover", "--new-codes")
    assert "codes" not in findings(stage)
    coming_in = ("--new-password-file", str(stage.password_file), "--beheerder", "bea")
    for code in codes:
        old = stage.file("code", code + "\n")
        ran = wkc(stage, "bea", "--yes", "recover", "--code-file", str(old), *coming_in)
        assert ran.returncode == 7, ran.stderr


def believes_no_row_of_a_clerk(stage: Stage) -> None:
    """A clerk makes herself beheerder, then brings a withdrawn consent back, with tools of her own."""
    must(stage, "anna", "consent", "give", "1", "--recipient", "Bakkerij", *CONSENT)
    must(stage, "anna", "consent", "withdraw", "1", "1")
    usual = findings(stage)
    forge(stage, "UPDATE user SET role = 'beheerder' WHERE user_id = 'mo'")
    assert error(stage, "mo", "user", "list") == "roles_differ"
    assert "roles" in findings(stage)
    forge(stage, "UPDATE user SET role = 'medewerker' WHERE user_id = 'mo'")
    assert findings(stage) == usual
    forge(stage, "UPDATE consent SET withdrawn_on = NULL, withdrawn_at = NULL, withdrawn_by = NULL")
    assert error(stage, "anna", "audit", "verify") == "rows_differ"
    assert "rows" in findings(stage)


def forge(stage: Stage, statement: str) -> None:
    """Write in the register with the register key of the clerk, past the program."""
    session = Session(stage.environment(), stage.home, "mo", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(stage.home), session.identity) as register:
        register.connection.execute(statement)


def closes_its_memory(stage: Stage) -> None:
    """Another process of the account looks into one that is open to it, and into a shell that is signed in."""
    account = os.geteuid() or NOBODY
    for path in (stage.folder, *stage.folder.rglob("*")):
        os.chown(path, account, account, follow_symlinks=False)
    sleeper = subprocess.Popen(as_account(account, "sleep", "60"))
    child, terminal = pty.fork()
    if child == 0:
        words = as_account(account, str(PROGRAM), "--home", str(stage.home), "--user", "anna", "shell")
        os.execvpe(words[0], words, environ(stage, "anna"))  # noqa: S606
    try:
        until(terminal, b"Password of anna:")
        os.write(terminal, PASSWORD.encode() + b"\n")
        until(terminal, b"anna>")
        assert looks_into(sleeper.pid, account), "the trial itself sees nothing"
        assert not looks_into(child, account), "the memory of a shell is open to its account"
    finally:
        os.close(terminal)
        os.waitpid(child, 0)
        sleeper.terminate()
        sleeper.wait()


def looks_into(process: int, account: int) -> bool:
    """Tell whether a process of an account reads the map of another's memory (ptrace(2), PTRACE_MODE_READ)."""
    reading = as_account(account, "cat", f"/proc/{process}/maps")
    return subprocess.run(reading, capture_output=True, check=False).returncode == 0


def as_account(account: int, *words: str) -> list[str]:
    """Give the words that run a command as an account: the trial's own, or another where it runs as root."""
    if os.geteuid() == account:
        return [*words]
    return ["setpriv", "--reuid", str(account), "--regid", str(account), "--clear-groups", *words]
