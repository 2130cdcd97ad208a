"""The manual page and the completions that are installed with the package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.manual import PAGE, written
from tests.transcripts.test_interface import every_command

SHARE = PAGE.parent


def test_the_manual_page_is_the_one_that_the_commands_make() -> None:
    assert PAGE.read_text(encoding="utf-8") == written()


def test_every_command_stands_in_the_manual_page() -> None:
    page = PAGE.read_text(encoding="utf-8").replace("\\-", "-").splitlines()
    assert [path for path, _ in every_command() if f".B wkc {' '.join(path)}" not in page] == []


def test_bash_completes_a_command_from_the_installed_script(tmp_path: Path) -> None:
    program = Path(sys.executable).parent / "wkc"
    script = (
        f"source '{SHARE / 'wkc.bash'}'; COMP_WORDS=(wkc client sh); COMP_CWORD=2; _wkc_words '{program}'; "
        "printf '%s' \"${COMPREPLY[*]}\""
    )
    bash = shutil.which("bash")
    assert bash is not None
    environment = os.environ | {"HOME": str(tmp_path), "LC_ALL": "C"}
    ran = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert ran.stdout.split() == ["show"]
