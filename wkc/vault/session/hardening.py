"""What keeps the memory of the agent out of core files, debuggers and swap, where the system has it (VAULT 5)."""

import ctypes
import mmap
import os
import resource
import sys
from contextlib import suppress

PR_SET_DUMPABLE = 4


def harden() -> None:
    """Leave no core file; on Linux no other process of this account may look into this one (prctl(2))."""
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def locked(size: int) -> memoryview:
    """Give memory that is not paged out and stands in no core file, as far as this account may ask for that."""
    page = mmap.mmap(-1, size)
    if sys.platform == "linux":
        with suppress(OSError):
            page.madvise(mmap.MADV_DONTDUMP)
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mlock(ctypes.byref(ctypes.c_char.from_buffer(page)), ctypes.c_size_t(size))
    return memoryview(page)
