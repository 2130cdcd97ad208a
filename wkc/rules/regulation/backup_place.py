"""Art. 14.2: a backup beside the register is lost with it; a disk that is not mounted is no backup."""

from wkc.records.verdict import Verdict


def judge_place(*, apart_before: bool | None, apart_now: bool) -> Verdict:
    """Judge a folder for backups by whether it is on another disk than the register, when it was set and now.

    A folder that was on a disk of its own and now is on the register's is the bare place where that disk was mounted.
    `apart_before` is None for a folder that was set before this was looked at.
    """
    if apart_before and not apart_now:
        return Verdict(allowed=False, reason="schijf_ontbreekt", article="art. 14.2")
    reason = "andere_schijf" if apart_now else "zelfde_schijf"
    return Verdict(allowed=True, reason=reason, article="art. 14.2")
