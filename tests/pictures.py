"""The pictures of the README, made from the program's own demo: `python -m tests.pictures`.

`terminal.svg` shows commands on the demo register as a terminal of 92 columns shows them. `copy.png` is the first page
of the demo's copy. The second needs pdftoppm (Debian: poppler-utils); without it the script ends with an error.
"""

import html
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

PICTURES = Path(__file__).parents[1] / "wkc" / "docs" / "pictures"
TERMINAL, COPY = PICTURES / "terminal.svg", PICTURES / "copy.png"
COLUMNS = 92
DOTS_PER_INCH = 72

COMMANDS = (
    ("client", "find", "swiatek"),
    (
        *("disclosure", "check", "2025-0004", "--recipient", "Gemeente", "--channel", "brief"),
        *("--ground", "doel", "--purpose", "voortgang", "--categories", "1,3,17,25"),
    ),
)
"""A coach finds a client by the beginning of a name; the opdrachtgever asks for more than art. 8 allows."""

THEME = TerminalTheme(
    (250, 250, 247),
    (40, 42, 46),
    [
        *((40, 42, 46), (176, 43, 43), (60, 118, 61), (138, 97, 10)),
        *((38, 90, 150), (120, 60, 130), (20, 115, 120), (110, 112, 116)),
    ],
)

# rich's own format loads a font from the network; this one asks for nothing outside the file.
FORMAT = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: {char_height}px;
  line-height: {line_height}px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
<rect fill="#fafaf7" stroke="#c8c8c0" width="100%" height="100%" rx="10"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


class Demo(NamedTuple):
    """The folder of a demo, and the environment in which commands find its register."""

    folder: Path
    environ: dict[str, str]

    @classmethod
    def made_in(cls, parent: Path) -> "Demo":
        """Make a demo register in a new folder below `parent`."""
        folder = parent / "wkc-demo"
        plain = {name: value for name, value in os.environ.items() if not name.startswith("WKC_")}
        spoken = plain | {"LC_ALL": "C.UTF-8", "LANGUAGE": "", "PYTHONUTF8": "1"}
        subprocess.run([sys.executable, "-m", "wkc", "demo", str(folder)], env=spoken, check=True, capture_output=True)
        register = {
            "WKC_HOME": str(folder / "register"),
            "WKC_PASSWORD_FILE": str(folder / "password"),
            "XDG_STATE_HOME": str(folder / "state"),
            "WKC_USER": "demo",
        }
        return cls(folder, spoken | register)

    def on_a_terminal(self, *words: str) -> str:
        """Run a command with a terminal of COLUMNS columns for its output; give what it writes, escapes included."""
        ours, theirs = pty.openpty()
        environ = self.environ | {"TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "LINES": "60"}
        command = subprocess.Popen([sys.executable, "-m", "wkc", *words], env=environ, stdout=theirs, stderr=theirs)
        os.close(theirs)
        written = bytearray()
        with suppress(OSError):  # Linux ends the reading of a terminal that nobody writes to any more with EIO.
            while part := os.read(ours, 4096):
                written += part
        os.close(ours)
        command.wait()
        return written.decode().replace("\r\n", "\n")


def draw_terminal(demo: Demo) -> str:
    """Draw the commands and their output as SVG."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True, color_system="truecolor")
        for words in COMMANDS:
            console.print(Text.assemble(("$ ", "dim"), (f"wkc {shlex.join(words)}", "bold")))
            console.print(Text.from_ansi(demo.on_a_terminal(*words)))
        svg = console.export_svg(title="", theme=THEME, code_format=FORMAT, unique_id="wkc")
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def draw_copy(demo: Demo, into: Path) -> None:
    """Draw the first page of the demo's copy as a grey PNG; SystemExit where pdftoppm is missing."""
    if shutil.which("pdftoppm") is None:
        sys.exit("pdftoppm is missing: install poppler-utils, then run this again.")
    page = ("-png", "-gray", "-singlefile", "-r", str(DOTS_PER_INCH), "-f", "1", "-l", "1")
    subprocess.run(["pdftoppm", *page, str(demo.folder / "copy.pdf"), str(into.with_suffix(""))], check=True)


def words_of(svg: str) -> str:
    """Give the text of a picture of the terminal, without the spaces."""
    return "".join("".join(map(html.unescape, re.findall(r"<text[^>]*>([^<]*)</text>", svg))).split())


def main() -> None:
    """Make both pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo.made_in(Path(folder))
        TERMINAL.write_text(draw_terminal(demo), encoding="utf-8")
        draw_copy(demo, COPY)
    for picture in (TERMINAL, COPY):
        sys.stdout.write(f"{picture.name}: {picture.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
