"""`wkc shell` and `wkc menu` as ssh forced commands against a real sshd: no way to another program or folder."""

import getpass
import os
import pty
import re
import select
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.stage import PASSWORD, Stage

COMMANDS = ("shell", "menu")
ESCAPES = (
    *("!sh", ":!sh", "sh", "bash -i", "client list | sh", "client list; id", "`id`", "$(id)", "client list && id"),
    *("shell", "demo", "init", "--install-completion bash", "--help | less", "client show --help", "vi", "less"),
    *("\x18\x05", "\x1a", "\x1c", "\x1b!", "\x1bx", "\x03", "\x18\x18", "\x0f", "\x12", "\x1b|"),
)
"""What people type to get out: commands, and the keys of editors, pagers and job control."""


def trial(stage: Stage) -> str:
    """Raise AssertionError where a way out was found."""
    files = stage.folder / "files"
    files.mkdir()
    (files / "link.json").symlink_to(stage.password_file)
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    for command in COMMANDS:
        server, port = sshd(stage, files, command)
        try:
            typed(stage, files, port)
        finally:
            server.terminate()
            server.wait()
    return f"{len(ESCAPES)} ways out typed in each, none led anywhere; one copy written, in its folder"


def sshd(stage: Stage, files: Path, command: str) -> tuple[subprocess.Popen[bytes], int]:
    folder = stage.folder
    for name in ("host", "user"):
        (folder / name).unlink(missing_ok=True)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    wkc = f"{sys.executable} -m wkc --home {stage.home} --user anna {command} --files {files}"
    key = (folder / "user.pub").read_text(encoding="utf-8")
    (folder / "authorized").write_text(f'command="{wkc}",restrict,pty {key}', encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    lines = [f"Port {port}", "ListenAddress 127.0.0.1", f"HostKey {folder / 'host'}", "UsePAM no", "StrictModes no",
             f"AuthorizedKeysFile {folder / 'authorized'}", "PidFile none", "PermitRootLogin yes",
             "Subsystem sftp internal-sftp", f"SetEnv XDG_STATE_HOME={folder / 'state-over-ssh'}"]  # fmt: skip
    (folder / "sshd_config").write_text("\n".join(lines) + "\n", encoding="utf-8")
    program = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/sbin:" + os.environ["PATH"])
    assert program, "sshd is not on this machine: install openssh-server"
    Path("/run/sshd").mkdir(exist_ok=True)
    server = subprocess.Popen([program, "-D", "-e", "-f", str(folder / "sshd_config")], stderr=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server, port
        time.sleep(0.05)
    raise AssertionError("sshd does not answer")


def typed(stage: Stage, files: Path, port: int) -> None:
    """Sign in over ssh, asking for another command at that, and type every way out."""
    ssh = ["ssh", "-tt", "-p", str(port), "-i", str(stage.folder / "user"), "-o", "StrictHostKeyChecking=no",
           "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", f"{getpass.getuser()}@127.0.0.1"]  # fmt: skip
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(ssh[0], [*ssh, "sh -c 'echo GOT OUT'"])  # noqa: S606
    seen = until(terminal, b"Password of anna:")
    os.write(terminal, PASSWORD.encode() + b"\n")
    seen += until(terminal, b"anna>")
    for escape in ESCAPES:
        os.write(terminal, escape.encode() + b"\r")
        seen += quiet(terminal)
        assert programs(child) <= {"ssh"}, programs(child)
    os.write(terminal, b"\x03\x15")
    outside = f"inzage export berg --format json --output {files}/../out.json"
    linked = "client register --opdrachtgever gem --assignment A2 --from link.json"
    for words in (outside, linked, "inzage export berg --format json --output copy.json"):
        os.write(terminal, words.encode() + b"\r")
        seen += quiet(terminal)
    os.write(terminal, b"exit\r")
    seen += quiet(terminal)
    text = re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", seen)
    for sign in (b"GOT OUT", b"uid=", PASSWORD.encode()):
        assert sign not in text, text
    assert (files / "copy.json").is_file(), text
    (files / "copy.json").unlink()
    assert not (stage.folder / "out.json").exists()
    transfer = subprocess.run([*ssh[:1], *ssh[2:], "-s", "sftp"], input=b"", capture_output=True, check=False)
    assert b"sftp" not in transfer.stdout


def programs(child: int) -> set[str]:
    """Name what runs under sshd besides our own program, and the ssh we started."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,comm,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 3) for line in listed.splitlines()[1:]]
    ours = {row[0] for row in rows if "wkc" in row[3] and any(f" {command} --files" in row[3] for command in COMMANDS)}
    return {row[2] for row in rows if row[1] in ours and row[0] not in ours} | {
        row[2] for row in rows if row[0] == str(child)
    }


def until(terminal: int, wanted: bytes) -> bytes:
    seen = b""
    while wanted not in seen:
        ready, _, _ = select.select([terminal], [], [], 20)
        assert ready, seen
        seen += os.read(terminal, 4096)
    return seen


def quiet(terminal: int, seconds: float = 0.7) -> bytes:
    """Read until nothing more comes."""
    seen = b""
    while select.select([terminal], [], [], seconds)[0]:
        try:
            seen += os.read(terminal, 4096)
        except OSError:
            break
    return seen
