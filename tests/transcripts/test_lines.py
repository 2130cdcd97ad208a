"""What is said on a terminal breaks between words; a command that one may copy stays whole."""

import fcntl
import io
import os
import pty
import select
import struct
import termios

from wkc.cli.terminal.prompts import Keyboard
from wkc.cli.terminal.wrap import wrap


def terminal_of_40_columns() -> tuple[int, int]:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
    return ours, theirs


def on_a_terminal_of_40_columns(text: str, indent: str = "") -> str:
    ours, theirs = terminal_of_40_columns()
    with os.fdopen(ours, "rb"), os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        return wrap(text, terminal, indent)


def test_a_long_message_breaks_between_words() -> None:
    said = on_a_terminal_of_40_columns("     Gebruik 2 tot 32 kleine letters, met een letter voorop.", " " * 5)
    assert said == "     Gebruik 2 tot 32 kleine letters,\n     met een letter voorop."


def test_a_character_of_two_columns_counts_for_two() -> None:
    said = on_a_terminal_of_40_columns("Dit kan er niet staan: \U0001f642\U0001f642 maar dit wel! hoor")
    assert said == "Dit kan er niet staan: \U0001f642\U0001f642 maar dit\nwel! hoor"


def test_a_command_stays_on_one_line() -> None:
    said = on_a_terminal_of_40_columns("Bekijk die met het commando `wkc party list`; gebruik die.")
    assert said == "Bekijk die met het commando\n`wkc party list`; gebruik die."


def test_lines_stay_lines() -> None:
    assert on_a_terminal_of_40_columns("een\ntwee") == "een\ntwee"


def test_a_pipe_gets_one_line() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb"), os.fdopen(writing, "w", encoding="utf-8") as pipe:
        assert wrap("een lange zin " * 20, pipe) == "een lange zin " * 20


def test_a_long_question_breaks_between_words_and_is_answered_behind_its_last() -> None:
    ours, theirs = terminal_of_40_columns()
    with os.fdopen(theirs, "r+b", buffering=0) as end, io.TextIOWrapper(end, write_through=True) as terminal:
        os.write(ours, b"9ABCD\n")
        assert Keyboard(terminal).ask("Typ groep 4 van de code, als bewijs dat hij is opgeschreven: ") == "9ABCD"
        seen = b""
        while b"dat\r\nhij is opgeschreven: " not in seen:
            assert select.select([ours], [], [], 10)[0], seen
            seen += os.read(ours, 500)
    os.close(ours)
