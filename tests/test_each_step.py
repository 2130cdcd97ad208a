"""Each step that is kept in one run is what a kill there leaves, and a look is spared for the same octets alone."""

import pytest

from tests import steps
from tests.conftest import copy_stage
from tests.each_step import leave_killed, look_once
from tests.stage import Stage
from tests.vault.test_crash import killed_at
from wkc.vault.files import failpoints


def change(stage: Stage) -> None:
    new = stage.file("new", "een heel nieuw wachtwoord\n")
    stage.must("passwd", "--new-password-file", str(new))


def sizes(stage: Stage) -> list[tuple[str, int]]:
    return sorted((path.name, path.stat().st_size) for path in stage.home.iterdir())


@pytest.mark.parametrize("step", ["opened", "written", "renamed", "copy written", "copy folder synced"])
def test_a_step_that_was_kept_has_the_files_that_a_kill_leaves(
    with_party: Stage, stage: Stage, tmp_path_factory: pytest.TempPathFactory, step: str
) -> None:
    kept, killed = stage, copy_stage(with_party, tmp_path_factory.mktemp("killed"))
    killed_at(step, lambda: change(killed))
    leave_killed(kept, change, steps.REPLACING, step)
    assert sizes(kept) == sizes(killed) != sizes(with_party)


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
