"""The handbook as a file; nobody signs in for it, and it has nothing of the register."""

from pathlib import Path

from msgspec import Struct

from wkc.documents.handbook import render_handbook
from wkc.procedures.core.environment import Environment
from wkc.procedures.io import output_file


class HandbookWritten(Struct, frozen=True):
    """The handbook as PDF, and its place."""

    path: Path


def write(environment: Environment, home: Path, place: Path, *, force: bool) -> HandbookWritten:
    """Write the handbook as PDF; errors.OutputExists, OutputInRegister, OutputUnwritable."""
    output_file.check(place, home, force=force)
    content = render_handbook(environment.now())
    output_file.write(place, content, lambda: None, state=environment.state(), force=force)
    return HandbookWritten(place)
