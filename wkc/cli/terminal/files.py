"""Files of the user: anywhere, or in `wkc shell --files DIR` by plain names in that one folder, links not followed."""

import os
from io import FileIO
from pathlib import Path


class Files:
    """The places of files; `only` is the one folder, or None for anywhere."""

    def __init__(self, only: Path | None) -> None:
        self.only = only

    @property
    def folder(self) -> Path:
        """The place of a file for which none is named."""
        return self.only or Path.cwd()

    def to_read(self, named: str) -> Path | bytes:
        """Give a file to read: its path, or from the one folder its bytes, read at once through no link."""
        if self.only is None:
            return _expand_home(named)
        from wkc.errors.input import FileUnreadable
        from wkc.procedures.io import input_file

        try:
            return input_file.read(self._inside(named), input_file.LIST, links=False)
        except FileUnreadable as error:
            raise FileUnreadable(path=named) from error

    def open_to_read(self, named: str, most: int) -> tuple[Path, FileIO]:
        """Open a file of `most` octets at most, to read in parts, in the one folder through no link; and its path."""
        from wkc.errors.input import FileUnreadable
        from wkc.procedures.io import input_file

        path = _expand_home(named) if self.only is None else self._inside(named)
        try:
            return path, input_file.open_regular(path, most, links=self.only is None)
        except FileUnreadable as error:
            raise FileUnreadable(path=named) from error

    def to_write(self, named: str) -> Path:
        """Give the place for a file to write; writing never follows a link at its last name.

        One in which nothing can be written is refused before anything is asked: errors.OutputUnwritable.
        """
        if self.only is None:
            return _check_writable(_expand_home(named).absolute())
        path = self._inside(named)
        if path.is_symlink() or path.is_dir():
            from wkc.errors.terminal import FileOutside

            raise FileOutside(folder=self.only)
        return _check_writable(path)

    def place(self, named: str | None) -> Path:
        """Give the place for a file to write: as named, else the folder in which it has a name of its own."""
        return self.to_write(named) if named else _check_writable(self.folder)

    def to_visit(self, named: str) -> Path:
        """Give what is there to look into: anywhere, or in the one folder by a plain name, and no link."""
        if self.only is None:
            return _expand_home(named)
        path = self._inside(named)
        if path.is_symlink():
            from wkc.errors.terminal import FileOutside

            raise FileOutside(folder=self.only)
        return path

    def is_open_to_others(self, named: str) -> bool:
        """Tell whether group or others may read a file, as nobody should a password."""
        try:
            return bool(_expand_home(named).stat().st_mode & 0o077)
        except OSError:
            return False

    def text(self, named: str) -> str:
        """Read a small file as text; errors.FileUnreadable, FileTooLarge."""
        from wkc.errors.input import FileUnreadable
        from wkc.procedures.io import input_file

        path = _expand_home(named) if self.only is None else self._inside(named)
        try:
            return input_file.read(path, input_file.TEXT, links=self.only is None).decode("utf-8-sig")
        except (FileUnreadable, UnicodeDecodeError) as error:
            raise FileUnreadable(path=named) from error

    def _inside(self, named: str) -> Path:
        if self.only is None or Path(named).name != named or named.startswith("."):
            from wkc.errors.terminal import FileOutside

            raise FileOutside(folder=self.only)
        return self.only / named


def _check_writable(path: Path) -> Path:
    """Give a place back whose folder, or itself where it is one, is there and takes files."""
    folder = path if path.is_dir() else path.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        from wkc.errors.terminal import OutputUnwritable

        raise OutputUnwritable(path=path)
    return path


def _expand_home(named: str) -> Path:
    """Give a path, `~` for the own folder; of somebody who does not exist it stays as it is."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)
