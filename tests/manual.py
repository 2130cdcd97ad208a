"""The manual page, made from the command tree by one command: `python -m tests.manual`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.transcripts.test_interface import every_command
from wkc import i18n
from wkc.cli.command_table import COMMANDS
from wkc.cli.terminal.examples import EXAMPLES

PAGE = Path(__file__).parents[1] / "wkc" / "share" / "wkc.1"

FILES = (
    ("WKC_HOME", "the folder of the register, as --home"),
    ("WKC_USER", "the USER ID, as --user"),
    ("WKC_PASSWORD_FILE", "the file with the password or the key of a service account, as --password-file"),
)
"""The variables that the program reads, each with its meaning."""


def written() -> str:
    """Give the page in roff (man(7)), in English, each command with its options and its example."""
    i18n.use({"LC_ALL": "C"})
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.TH WKC 1 "" "wkc" "User Commands"'
    yield from (".SH NAME", "wkc \\- encrypted register of personal data, kept by the letter of its privacy regulation")
    yield from (".SH SYNOPSIS", ".B wkc", "[OPTIONS] COMMAND [ARGS]...")
    yield from (".SH DESCRIPTION", "Type")
    yield from (
        ".B wkc --help",
        "for the options before a command. Personal values are asked for, or read from a file or",
    )
    yield "standard input; they do not belong on a command line."
    yield ".SH COMMANDS"
    noun = ""
    for path, command in every_command():
        if path[0] != noun:
            noun = path[0]
            yield from (f".SS {noun}", _roff(COMMANDS[noun].help))
        yield from _command(" ".join(path), command)
    yield ".SH ENVIRONMENT"
    for name, meaning in FILES:
        yield from (".TP", f".B {name}", _roff(meaning))
    yield from (
        ".SH EXIT STATUS",
        "0 done; 1 failed; 2 usage; 3 refused by the regulation; 4 not permitted; 5 not found;",
    )
    yield "6 invalid input; 7 not signed in; 8 damaged or tampered; 9 busy; 10 overdue; 130 interrupted."


def _command(name: str, command: Any) -> Iterator[str]:
    yield from (".TP", f".B wkc {_roff(name)}", _roff(" ".join(command.help.split())))
    options = [one for one in command.params if one.param_type_name == "option" and one.name != "help"]
    for option in options:
        yield from (".br", f"\\fB{_roff(', '.join(option.opts))}\\fR: {_roff(option.help)}")
    yield from (".br", f"Example: wkc {_roff(f'{name} {EXAMPLES[name]}'.strip())}")


def _roff(text: str) -> str:
    """Give a text without what roff would read as its own: backslashes, hyphens, a dot or a quote at the start."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain[:1] in (".", "'") else plain


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
