"""The lock file: every dependency of the program at one version, with hashes, and no word of where it comes from."""

import re
import tomllib
from pathlib import Path

TOP = Path(__file__).parents[2]
LOCK = TOP / ".ci" / "requirements.txt"


def locked() -> dict[str, tuple[str, int]]:
    """Give each locked package with its version and how many hashes it has."""
    found = {}
    for block in re.split(r"\n(?=\S)", LOCK.read_text(encoding="utf-8").replace("\\\n", "")):
        named = re.match(r"([A-Za-z0-9_.-]+)==(\S+)", block)
        if named:
            found[re.sub(r"[_.-]+", "-", named[1]).lower()] = (named[2], block.count("--hash=sha256:"))
    return found


def test_every_dependency_is_locked_with_hashes_and_a_version_that_the_program_takes() -> None:
    from packaging.requirements import Requirement

    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions = locked()
    for line in project["dependencies"]:
        wanted = Requirement(line)
        version, hashes = versions[re.sub(r"[_.-]+", "-", wanted.name).lower()]
        assert wanted.specifier.contains(version), line
        assert hashes >= 1, line
    assert all(hashes >= 1 for _version, hashes in versions.values())


def test_it_names_no_place_that_packages_come_from() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert not re.search(r"https?:|--index|--find-links|--trusted", text)
