"""Every command shows an example in its help, and each example is one that the command takes."""

import shlex

import pytest

from tests.stage import Stage
from tests.transcripts.test_interface import every_command
from wkc.cli.terminal.examples import EXAMPLES

COMMANDS = {" ".join(path): command for path, command in every_command()}


def test_every_command_has_an_example_and_every_example_its_command() -> None:
    assert set(EXAMPLES) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_an_example_is_read_by_its_command(name: str) -> None:
    context = COMMANDS[name].make_context(name, shlex.split(EXAMPLES[name]))
    assert context.params is not None


def test_the_help_of_a_command_ends_with_its_example(stage: Stage) -> None:
    said = " ".join(stage.must("contact", "plan", "--help").out.split())
    assert said.endswith("For example: wkc contact plan 2026-0001 --on 2026-12-03 --at 09:30 --kind gesprek")


def test_the_example_is_announced_in_dutch(stage: Stage) -> None:
    stage.environ["LC_ALL"] = "nl_NL.UTF-8"
    assert "Bijvoorbeeld: wkc client show 2026-0001" in stage.must("client", "show", "--help").out
