"""Art. 14.2: a disk that is not mounted is no backup, and one disk for both is said."""

import pytest

from wkc.rules.regulation.backup_place import judge_place


@pytest.mark.parametrize(
    ("before", "now", "allowed", "reason"),
    [
        (True, True, True, "andere_schijf"),
        (False, False, True, "zelfde_schijf"),
        (None, False, True, "zelfde_schijf"),
        (None, True, True, "andere_schijf"),
        (False, True, True, "andere_schijf"),
        (True, False, False, "schijf_ontbreekt"),
    ],
)
def test_a_folder_that_lost_its_disk_takes_no_backup(before: object, now: object, allowed: object, reason: str) -> None:
    verdict = judge_place(apart_before=None if before is None else bool(before), apart_now=bool(now))
    assert (verdict.allowed, verdict.reason) == (allowed, reason)
