"""The file systems on which locks and fsync cannot be trusted: a register is refused there (VAULT §1)."""

import os
from functools import lru_cache
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")

NETWORK = frozenset(
    {
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.ceph",
        "fuse.davfs",
        "fuse.davfs2",
        "fuse.gcsfuse",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "smb2",
        "smb3",
        "smbfs",
        "sshfs",
    }
)


# File systems that a host shares into a guest (WSL, VirtualBox, Parallels, QEMU): flock and fsync end at the door of
# the host. As the root of a sandbox such a file system is the only disk that there is.
SHARED = frozenset({"9p", "drvfs", "prl_fs", "vboxsf"})


def find_network_kind(path: Path) -> str | None:
    """Give the network file system that a folder is on; None for a disk of this machine, or where no mount names it.

    A mount over a folder makes it another one, with a number of its own: the mounts are read once for each.
    """
    try:
        state = path.stat()
    except OSError:
        return _find_kind(MOUNTS, path)
    return _find_kind_of_folder(MOUNTS, path, state.st_dev, state.st_ino)


@lru_cache(maxsize=4)
def _find_kind_of_folder(table: Path, path: Path, _device: int, _number: int) -> str | None:
    return _find_kind(table, path)


def _find_kind(table: Path, path: Path) -> str | None:
    try:
        mounts = table.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    real = os.path.realpath(path) + "/"
    kind = ""
    longest = 0
    for line in mounts.splitlines():
        point, file_system = line.split(" ")[1:3]
        mounted = _unescape(point).rstrip("/") + "/"
        # A later line covers an earlier one on the same place.
        if real.startswith(mounted) and len(mounted) >= longest:
            kind, longest = file_system, len(mounted)
    shared = kind in SHARED and longest > len("/")
    return kind if kind in NETWORK or shared else None


def _unescape(point: str) -> str:
    if "\\" not in point:
        return point
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, sign)
    return point
