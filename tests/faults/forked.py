"""Processes for work that typesets: a fork of this one would have none of the threads of what set letters in it."""

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.process import BaseProcess

_LOADED = frozenset({"argon2", "cryptography", "rich", "sqlcipher3", "typer", "typst", "wkc"})
_SERVER = multiprocessing.get_context("forkserver")


def start(work: Callable[..., object], *facts: object) -> BaseProcess:
    """Start work in a fork of a process that never typeset anything.

    That process begins with the first work, and loads what this one has of the program by then: each fork of it would
    load that again.
    """
    loaded = [name for name in sys.modules if name.partition(".")[0] in _LOADED]
    _SERVER.set_forkserver_preload([*loaded, work.__module__])
    child = _SERVER.Process(target=work, args=facts)
    child.start()
    return child
