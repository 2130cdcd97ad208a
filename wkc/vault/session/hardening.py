"""Protection of secrets in memory from core files, debuggers and swap, where the system offers it (VAULT 5).

Hand-written: Python's standard library has no prctl(2) and no mlock(2), and the libraries that have them bring a
compiled module of their own for two calls.
"""

import ctypes
import mmap
import os
import resource
import sys
from contextlib import suppress

PR_SET_DUMPABLE = 4


def harden() -> None:
    """Close this process to others, and make the files that it creates private to the account."""
    os.umask(0o077)
    conceal()


def conceal() -> None:
    """Forbid core files; on Linux also forbid other processes of this account to read this one's memory (prctl(2)).

    A child that executes another program is open again. Root is not kept out.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def locked_memory(size: int) -> memoryview:
    """Allocate memory that is not paged out and not part of a core file, as far as this account may ask for that."""
    page = mmap.mmap(-1, size)
    if sys.platform == "linux":
        with suppress(OSError):
            page.madvise(mmap.MADV_DONTDUMP)
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mlock(ctypes.byref(ctypes.c_char.from_buffer(page)), ctypes.c_size_t(size))
    return memoryview(page)
