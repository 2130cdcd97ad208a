"""A part of the program or of a library that does not load: said in plain words, without a traceback."""

import errno
import os
import subprocess
import sys

import pytest

import wkc
from tests.stage import Stage
from wkc import i18n
from wkc.errors.vault import ProgramUnreadable
from wkc.vault.keys import seal

WITHOUT = """
import sys
{before}
sys.argv = ["wkc", "--version"]
import wkc
wkc.run()
"""
"""A run of the program as the installed script starts it, after something is taken away from it."""

REFUSING = """
class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            raise OSError({error}, "made up")
sys.meta_path.insert(0, Refusing())
"""
"""A finder of modules that the machine refuses one; importlib lets such an error of a folder through."""


def started(before: str, language: str = "C") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT.format(before=before)],
        env={"PATH": os.environ["PATH"], "LC_ALL": language},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("error", [errno.EIO, errno.EMFILE, errno.ENOMEM], ids=errno.errorcode.get)
@pytest.mark.parametrize("name", ["wkc.__main__", "wkc.i18n", "wkc.errors.vault", "typer", "wkc.cli"])
def test_a_module_that_the_machine_does_not_give_is_said_in_plain_words(name: str, error: int) -> None:
    ran = started(REFUSING.format(name=name, error=error))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("wkc: ")
    assert "Traceback" not in ran.stderr
    assert "fault in the program" not in ran.stderr


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl_NL.UTF-8", "wkc: Een deel van het"),
        ("en_GB.UTF-8", "wkc: A part of the"),
        ("C", "wkc: A"),
    ],
)
def test_before_the_catalogue_is_read_it_is_said_in_the_language_of_the_user(language: str, words: str) -> None:
    assert started(REFUSING.format(name="wkc.__main__", error=errno.EIO), language).stderr.startswith(words)


@pytest.mark.parametrize(("language", "locale"), [("en", "C"), ("nl", "nl_NL.UTF-8")])
def test_those_words_are_the_words_of_the_error(language: str, locale: str) -> None:
    try:
        i18n.use({"LC_ALL": locale})
        assert wkc.UNREADABLE[language] == ProgramUnreadable().text_and_hint
    finally:
        i18n.use({"LC_ALL": "C"})


@pytest.mark.parametrize("hashes", [("_md5",), ("_blake2",), ("_md5", "_sha1", "_sha3", "_blake2")], ids=" ".join)
def test_a_hash_that_does_not_load_leaves_no_traceback_of_the_library(hashes: tuple[str, ...]) -> None:
    missing = "".join(f"sys.modules[{name!r}] = None\n" for name in ("_hashlib", *hashes))
    ran = started(missing)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "wkc 0.1.0\n", "")


@pytest.mark.parametrize("name", ["InternalError", "UnsupportedAlgorithm"])
def test_a_library_that_got_no_memory_is_no_fault_of_the_program(
    stage: Stage, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cryptography import exceptions

    def fail(*_given: object) -> None:
        raise getattr(exceptions, name)("X25519 is not supported", *([[]] if name == "InternalError" else []))

    monkeypatch.setattr(seal, "_make_suite", fail)
    ran = stage.wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (1, "program_unreadable")
