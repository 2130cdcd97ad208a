"""The rows of a list that made a new client, for a row after them that may be about the same person."""

from array import array

from wkc.records.dossier import Client


class EarlierRows:
    """The row of each new client: their rowids follow on each other, so that a million take 4 MiB."""

    def __init__(self) -> None:
        self._first, self._rows = 0, array("I")

    def note(self, row: int, client: Client) -> None:
        """Note which row made a client."""
        if not self._rows:
            self._first = client.id
        self._rows.append(row)

    def row_of(self, client: Client) -> int | None:
        """Give the row that made a client, None for one who was on file before."""
        place = client.id - self._first
        return self._rows[place] if self._rows and 0 <= place < len(self._rows) else None
