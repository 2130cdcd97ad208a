"""The log says where from: the terminal, behind ssh the client's address, and who answers for a service account."""

from typing import Any

import pytest

from tests.stage import Stage
from wkc.__main__ import main


def details(stage: Stage, action: str) -> dict[str, Any]:
    lines = stage.json("audit", "list")["lines"]
    return next(dict(line["details"]) for line in lines if line["action"] == action)


def test_a_line_has_the_terminal_and_the_address_behind_ssh(stage: Stage) -> None:
    stage.environ["SSH_CONNECTION"] = "203.0.113.7 50022 192.0.2.1 22"
    assert main(["whoami"], stage.environment()._replace(tty="/dev/pts/3")) == 0
    assert details(stage, "user.whoami") == {"as": "beheerder", "ssh": "203.0.113.7", "terminal": "/dev/pts/3"}
    stage.must("audit", "verify")


@pytest.mark.parametrize(
    ("connection", "address"),
    [
        ("2001:db8::7 50022 2001:db8::1 22", "2001:db8::7"),
        ("fe80::1%eth0 50022 fe80::2%eth0 22", "fe80::1%eth0"),
        ("UNKNOWN 65535 UNKNOWN 65535", None),
        ("x\x1b[31m 1 2 3", None),
        ("", None),
    ],
)
def test_an_address_is_one_as_sshd_writes_it(stage: Stage, connection: str, address: str | None) -> None:
    stage.environ["SSH_CONNECTION"] = connection
    assert stage.environment().origin.get("ssh") == address


def test_a_service_account_has_who_answers_for_it(stage: Stage) -> None:
    key = str(stage.folder / "key")
    stage.must("user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", key)
    Stage(stage.folder, "nightly", stage.now, credentials=stage.folder / "key").must("audit", "verify")
    assert details(stage, "audit.verify")["responsible"] == "anna"
