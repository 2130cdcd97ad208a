"""The program: language, run the command, turn an error into a message and an exit code."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from typing import TYPE_CHECKING

from wkc import i18n
from wkc.errors.families import Failed, WkcError
from wkc.errors.terminal import Interrupted, InterruptedMidway, OutputUnwritable, Unexpected, UnexpectedMidway
from wkc.errors.vault import (
    DiskFaulty,
    DiskFull,
    Inaccessible,
    MachineRefused,
    MemoryShort,
    NotARegister,
    OutOfMemory,
    ProgramUnreadable,
    RegisterBusy,
    RegisterDamaged,
)

SYSTEM_ERRNOS = frozenset(
    {
        *(errno.EMFILE, errno.ENFILE, errno.ENOLCK, errno.EAGAIN, errno.EACCES, errno.EPERM, errno.EINTR),
        *(errno.EBUSY, errno.ESTALE, errno.ETIMEDOUT, errno.ENXIO, errno.ENODEV, errno.ENOBUFS, errno.EFBIG),
    }
)
"""Errors of the system to which no wrong call of ours leads."""

MACHINE_ERRORS = (
    *(DiskFaulty, DiskFull, Inaccessible, MachineRefused, MemoryShort, OutOfMemory, OutputUnwritable),
    *(ProgramUnreadable, NotARegister, RegisterBusy, RegisterDamaged, UnexpectedMidway),
)
"""Errors that come at any moment of a command, also after a part of it is done.

SQLCipher calls a page damaged that the disk did not give, so that is among them.
"""

LIBRARY_ERRORS = frozenset({"cryptography.exceptions.InternalError", "cryptography.exceptions.UnsupportedAlgorithm"})
"""Errors of a library that got no memory, or could not read a part of itself: we ask it for nothing that it lacks."""

COLLECTOR_THRESHOLD = 100_000
"""New objects between two rounds of the collector; 700 is the library's."""

PLAIN = "--plain"

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wkc.cli.terminal.invocation import Invocation, ShellContext
    from wkc.cli.terminal.progress_line import ProgressLine
    from wkc.procedures.core.environment import Environment


def main(argv: Sequence[str], environment: "Environment", shell: "ShellContext | None" = None) -> int:
    """Run one command in an environment, or inside `wkc shell`, and give the exit code of the process."""
    import typer

    environment = _read_options(argv, environment, is_inside=shell is not None)
    i18n.use(environment.environ)
    from wkc import cli
    from wkc.cli.terminal import help_text
    from wkc.cli.terminal.invocation import Invocation, ReportedCode

    help_text.use(environment.environ)
    invocation = Invocation(environment, main, shell, [], _progress_line(argv, environment))
    try:
        with (
            redirect_stdout(environment.stdout),
            redirect_stderr(environment.stderr),
            _clear_progress_after(invocation),
        ):
            code = cli.command(in_shell=shell is not None).main(
                list(argv), prog_name="wkc", standalone_mode=False, obj=invocation
            )
        if code == Interrupted.code and not isinstance(code, ReportedCode):
            raise _interrupted(invocation)  # noqa: TRY301  (the parser's library makes a number of Ctrl-C)
    except WkcError as error:
        return _report(environment, argv, _add_steps_done(invocation, error))
    except typer.TyperException as error:
        from wkc.cli.terminal.errors import usage_error

        return _report(environment, argv, usage_error(error))
    except typer.Abort:
        return _report(environment, argv, _interrupted(invocation))
    except BrokenPipeError:
        return Failed.code
    except (OSError, ImportError, MemoryError) as error:
        return _report(environment, argv, _add_steps_done(invocation, _translate_system_error(error)))
    except ValueError as error:
        return _report(environment, argv, _add_steps_done(invocation, _translate_path_error(error)))
    except Exception as error:  # noqa: BLE001  (a mistake of ours: reported without its values, which may be personal)
        return _report(environment, argv, _add_steps_done(invocation, _unexpected(error)))
    return code if isinstance(code, int) else 0


def _progress_line(argv: Sequence[str], environment: "Environment") -> "ProgressLine | None":
    """Give a progress line where a person looks on; a script starts no thread."""
    if "--json" in argv or not environment.stderr.isatty():
        return None
    from wkc.cli.terminal.progress_line import ProgressLine

    return ProgressLine(environment.stderr)


@contextmanager
def _clear_progress_after(invocation: "Invocation") -> "Iterator[None]":
    """Clear the progress line before an error is written, or another command begins."""
    try:
        yield
    finally:
        if invocation.progress_line is not None:
            invocation.progress_line.clear()


def _interrupted(invocation: "Invocation") -> WkcError:
    """Give the error of Ctrl-C, true to what was kept before it."""
    return InterruptedMidway(count=len(invocation.kept)) if invocation.kept else Interrupted()


def _add_steps_done(invocation: "Invocation", error: WkcError) -> WkcError:
    """Let an error of the machine, or of ours, say what the command had done for good before it."""
    steps = len(invocation.kept)
    if steps and type(error) is Unexpected:
        error = UnexpectedMidway(**error.facts)
    if isinstance(error, MACHINE_ERRORS):
        error.kept = steps
    return error


def _read_options(argv: Sequence[str], environment: "Environment", *, is_inside: bool) -> "Environment":
    """Give the environment with what has to be known before options are read.

    That is WKC_PLAIN where --plain is typed, for help; and --home and --user, for the commands that texts name.
    """
    if PLAIN in argv:
        environment = environment._replace(environ={**environment.environ, "WKC_PLAIN": "1"})
    if is_inside or not any(word.startswith(("--home", "--user")) for word in argv):
        return environment._replace(typed=())
    from wkc.cli.terminal.command_hint import read_typed

    return environment._replace(typed=read_typed(argv))


def _translate_system_error(error: OSError | ImportError | MemoryError) -> WkcError:
    """Give our error for one of the machine that no module below translated."""
    if isinstance(error, ImportError):
        return ProgramUnreadable()
    match errno.ENOMEM if isinstance(error, MemoryError) else error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EROFS:
            return DiskFull()
        case errno.EIO:
            return ProgramUnreadable() if _is_loading(error) else DiskFaulty()
        case errno.ENOMEM:
            return MemoryShort()
        case errno.ENAMETOOLONG:
            from wkc.errors.terminal import NameImpossible

            return NameImpossible()
        case number if number in SYSTEM_ERRNOS:
            return MachineRefused(what=os.strerror(number))
    return _unexpected(error)


def _is_loading(error: BaseException) -> bool:
    """Tell whether an exception came while a module was being loaded (importlib, PEP 302)."""
    entry, frames = error.__traceback__, []
    while entry is not None:
        frames.append(entry.tb_frame.f_code.co_filename)
        entry = entry.tb_next
    return bool(frames) and frames[-1].startswith("<frozen importlib")


def _translate_path_error(error: ValueError) -> WkcError:
    """Give our error for a path with an octet zero, which Python refuses before the system sees it."""
    if "null byte" not in str(error) and "null character" not in str(error):
        return _unexpected(error)
    from wkc.errors.terminal import NameImpossible

    return NameImpossible()


def _report(environment: "Environment", argv: Sequence[str], error: WkcError) -> int:
    from wkc.cli.terminal.errors import report

    return report(environment, argv, error)


def _unexpected(error: Exception) -> WkcError:
    """Give our error for a mistake of the program, or of a library that got no memory."""
    if f"{type(error).__module__}.{type(error).__name__}" in LIBRARY_ERRORS:
        return ProgramUnreadable()
    return Unexpected(kind=type(error).__name__, place=_find_place(error))


def _find_place(error: BaseException) -> str:
    """Give the deepest place in our own code where an exception passed: module and line, no values."""
    place, entry = "", error.__traceback__
    while entry is not None:
        module = entry.tb_frame.f_globals.get("__name__", "")
        if module.startswith("wkc"):
            place = f"{module}:{entry.tb_lineno}"
        entry = entry.tb_next
    return place


def run() -> None:
    """Run as a process of its own: an ended one cleans up, a closed pipe is no fault.

    What is made at the start is needed to the end, so the collector of cycles comes by less often, and at the end the
    system takes all memory back at once: together a sixth of the time of a short command.
    """
    code = _run_command()
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = code or Failed.code
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)


def _prepare() -> None:
    """Forbid core files, clean up when a signal ends the process, and let the collector come by less often."""
    import gc
    import io
    import resource
    import signal

    with redirect_stderr(io.StringIO()):  # For each hash that does not load it writes a traceback there, and goes on.
        import hashlib  # noqa: F401

    gc.set_threshold(COLLECTOR_THRESHOLD)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # Ctrl-\ at a prompt would leave a file with the keys in it.
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda number, _frame: sys.exit(128 + number))


def _run_command() -> int:
    """Run the command; where the machine lets not even its error be shown, write that error in plain words."""
    try:
        _prepare()
        from wkc.cli.terminal.environment import environment

        return main(sys.argv[1:], environment())
    except (OSError, ImportError, MemoryError) as error:
        refused = _translate_system_error(error)
        with suppress(OSError, ValueError):
            sys.stderr.write("wkc: {}\n     {}\n".format(*refused.text_and_hint))
        return refused.code


if __name__ == "__main__":
    run()
