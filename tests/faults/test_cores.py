"""A record of calls is judged as the part about cores judges it: each fault in it is seen."""

import pytest

from tests.faults.machine.cores import judge_calls

CLOSED = "7 prctl(PR_SET_DUMPABLE, SUID_DUMP_DISABLE) = 0"
LIMITED = "7 prlimit64(0, RLIMIT_CORE, {rlim_cur=0, rlim_max=0}, NULL) = 0"
OPENED = '7 openat(AT_FDCWD, "/s/password", O_RDONLY|O_CLOEXEC) = 3'
AGENT = '8 execve("/usr/bin/python3", ["python3", "-I"], ["HOME=/s"]) = 0'
SOCKET = "7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 4"
RIGHT = [CLOSED, LIMITED, OPENED, AGENT, SOCKET]
MARKS = ["geheim merk"]


def test_calls_as_they_should_be_are_right() -> None:
    assert judge_calls(RIGHT, "/s/password", MARKS) is None


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([LIMITED, OPENED, CLOSED], "the password is read before prctl"),
        ([CLOSED, OPENED, LIMITED], "the password is read before RLIMIT_CORE"),
        ([CLOSED, LIMITED], "never opened"),
        ([*RIGHT, AGENT.replace("-I", "geheim merk")], "a secret stands in"),
        ([*RIGHT, AGENT.replace("HOME=/s", "P=geheim merk")], "a secret stands in"),
        ([*RIGHT, AGENT.replace("-I", r"geheim\40merk")], "a secret stands in"),
        ([*RIGHT, '7 openat(AT_FDCWD, "/tmp/geheim merk", O_RDWR|O_CREAT, 0600) = 5'], "a secret stands in"),
        ([*RIGHT, "7 socket(AF_INET, SOCK_STREAM, 0) = 4"], "a socket"),
    ],
)
def test_each_fault_in_them_is_seen(lines: list[str], says: str) -> None:
    assert says in str(judge_calls(lines, "/s/password", MARKS))
