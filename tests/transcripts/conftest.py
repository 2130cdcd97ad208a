"""The collection of plays: each `.play` file beneath this folder is a file of tests."""

from pathlib import Path

import pytest

from tests.transcripts.play_items import PlayFile


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> PlayFile | None:
    if file_path.suffix == ".play":
        return PlayFile.from_parent(parent, path=file_path)
    return None
