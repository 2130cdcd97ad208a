"""Each step that is kept in one run is what a kill there leaves, and a look is spared for the same octets alone."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import steps
from tests.each_step import leave_killed, look_once
from tests.prepared import copy_prepared, prepared
from tests.stage import Stage
from tests.vault.test_crash import killed_at
from wkc.vault.files import failpoints


def change(stage: Stage) -> None:
    new = stage.file("new", "een heel nieuw wachtwoord\n")
    stage.must("passwd", "--new-password-file", str(new))


def destroy(stage: Stage) -> None:
    stage.must("--yes", "client", "destroy", "2026-1", "--vergissing", stdin="Dubbel.")


def rotate(stage: Stage) -> None:
    stage.must("user", "revoke", "bram")


def list_files(folder: Path) -> list[tuple[str, int, int]]:
    """List all that is below a folder with its mode and size; a memory is named by where its register is."""
    return sorted(
        (
            re.sub("^state/[0-9a-f]{16}", "state/", str(path.relative_to(folder))),
            path.lstat().st_mode,
            path.lstat().st_size if path.is_file() else 0,
        )
        for path in folder.rglob("*")
    )


@prepared
def office(stage: Stage) -> Stage:
    """A client by mistake, and a coach who leaves."""
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "import", "-", *order, stdin="geslachtsnaam\nBerg\n")
    person = ("--name", "Bram", "--role", "coach", "--function", "f", "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", *person)
    return stage


@pytest.mark.parametrize(
    ("work", "names", "step"),
    [
        *((change, steps.REPLACING, step) for step in ("opened", "written", "renamed", "copy written")),
        (change, steps.REPLACING, "copy folder synced"),
        *((destroy, steps.PURGING, step) for step in ("source checkpointed", "compacted", "closed", "purge renamed")),
        *((rotate, steps.ROTATING, step) for step in ("copied", "changed", "renamed", "old removed")),
    ],
)
def test_a_step_that_was_kept_has_the_files_that_a_kill_leaves(
    office: Stage,
    tmp_path_factory: pytest.TempPathFactory,
    work: Callable[[Stage], None],
    names: tuple[str, ...],
    step: str,
) -> None:
    begun, killed = list_files(office.folder), copy_prepared(office, tmp_path_factory.mktemp("killed"))
    killed_at(step, lambda: work(killed))
    leave_killed(office, work, names, step)
    assert list_files(office.folder) == list_files(killed.folder) != begun


def test_work_that_passes_by_a_step_or_depends_on_more_than_it_is_given_is_refused(stage: Stage) -> None:
    with pytest.raises(AssertionError, match="passed by a step"):
        leave_killed(stage, Stage.founded, ("no such step",), "no such step")
    with pytest.raises(AssertionError, match="depends on more"):
        leave_killed(stage, lambda _stage: stage.must("whoami"), steps.REPLACING, "opened")


def test_work_that_typesets_is_done_in_this_process_which_passes_its_steps_as_before(stage: Stage) -> None:
    failpoint = failpoints.failpoint
    leave_killed(stage, change, ("written",), "written", typesets=True)
    assert failpoints.failpoint is failpoint
    assert (stage.home / "keyring.json.new").exists()
    assert look_once(stage, lambda left: left.wkc("whoami").code) == 0


def test_a_look_is_had_again_where_an_octet_differs_and_else_gives_what_it_gave(bare: Stage) -> None:
    looked: list[bytes] = []
    given: list[int] = []

    def look(stage: Stage) -> int:
        looked.append(stage.password_file.read_bytes())
        return len(looked)

    for content in (b"a", b"a", b"b", b"a"):
        bare.password_file.write_bytes(content)
        given.append(look_once(bare, look))
    assert looked == [b"a", b"b"]
    assert given == [1, 1, 2, 1]
