"""Finding out whether a row of a list is a client on file, without making anybody somebody else (art. 3 and 4)."""

from array import array
from collections.abc import Iterator

from wkc.errors.intake import OtherPerson, PersonOnFile, PersonTwice
from wkc.errors.register import AlreadyRegistered, RegisteredElsewhere
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import NAME_FIELDS, birth_key, identity, identity_of, keys_of, name_keys
from wkc.procedures.dossier.other_person import describe_differences
from wkc.procedures.intake.check import Line
from wkc.procedures.intake.choices import PersonChoices
from wkc.records.dossier import Client
from wkc.records.party import Party
from wkc.rules.dossier.identity import Identity, differences, is_near, may_be_one
from wkc.store import assignment as assignments
from wkc.store import client as clients
from wkc.store import entry as entries
from wkc.store.client import Window

_BSN, _BORN = "burgerservicenummer", "geboortedatum"
_MOST = 500


class Recognition:
    """The clients on file beside the rows of one list; `same` collects the dossiers that somebody chose."""

    def __init__(self, action: Action, party: Party, reference: str, choices: PersonChoices) -> None:
        self._action = action
        self._store = action.store
        self._party = party
        self._reference = reference
        self._choices = choices
        self._first_new, self._rows = 0, array("I")
        self.same: list[str] = []

    def remember(self, row: int, client: Client) -> None:
        """Remember which row made a new client, for a row after it that may be the same person."""
        if not self._rows:
            self._first_new = client.id
        self._rows.append(row)

    def on_file(self, line: Line) -> Client | None:
        """Find the client that a row is about, by BSN, by name and birth date under this assignment, or as chosen.

        Raises errors.OtherPerson for a BSN on file with another name or birth date, and errors.PersonOnFile or
        PersonTwice for somebody who may be on file, or in an earlier row, unless it was chosen who they are.
        """
        bsn, born = line.value(_BSN), line.value(_BORN)
        if bsn is not None and bsn.normal is not None:
            by_bsn = clients.by_normal(self._store, _BSN, bsn.normal, Window(1))
            if by_bsn:
                return self._judged(line, self._within_reach(by_bsn[0]))
        else:
            again = self._under_this_assignment(line, name_of_line(line), born.text if born else None)
            if again is not None:
                return again
        return self._alike(line, born.text) if born is not None else None

    def _judged(self, line: Line, client: Client) -> Client:
        """Refuse a BSN with another name or birth date than on file, unless it was chosen that this is one person."""
        listed, on_file = _identity(line), identity_of(self._store, client)
        if differences(listed, on_file) and not self._is_chosen(line, client):
            raise OtherPerson(number=client.number, what=describe_differences(listed, on_file))
        return client

    def _under_this_assignment(self, line: Line, name: dict[str, str], born: str | None) -> Client | None:
        key = name_keys(name).ways[0]
        for client in clients.by_name(self._store, key, Window(100)):
            same_name = keys_of(self._store, client).ways[0] == key
            same_birth = entries.current(self._store, client, _BORN) == ((born,) if born else ())
            if same_name and same_birth and assignments.has(self._store, client, self._party, self._reference):
                row = self._row_of(client)
                if row is None:
                    return self._within_reach(client)
                if line.row not in self._choices.new:
                    raise PersonTwice(row=row)
        return None

    def _alike(self, line: Line, born: str) -> Client | None:
        """Look for one birth date with the same name or nearly, where at most one of the two has a BSN."""
        if line.row in self._choices.new:
            return None
        for client in self._of_birth(line, born):
            row = self._row_of(client)
            if row is not None:
                raise PersonTwice(row=row)
            if not self._is_chosen(line, client):
                raise PersonOnFile(number=client.number)
            return client
        return None

    def _of_birth(self, line: Line, born: str) -> Iterator[Client]:
        who: Identity | None = None
        has_bsn = line.value(_BSN) is not None
        for bears in (False,) if has_bsn else (False, True):
            window = Window(_MOST, 0, self._action.caseload_filter)
            for client, key in clients.by_birth(self._store, birth_key(born, has_bsn=bears), window):
                who = who or _identity(line)
                if not _begins_nearly(key, who.surname) or not may_be_one(who, identity_of(self._store, client)):
                    continue
                if has_bsn and entries.current(self._store, client, _BSN):
                    continue
                yield client

    def _is_chosen(self, line: Line, client: Client) -> bool:
        chosen = not self._choices.same.isdisjoint({str(line.row), client.number})
        if chosen:
            self.same.append(client.number)
        return chosen

    def _row_of(self, client: Client) -> int | None:
        """Give the row of this list that made a client, None for one who was on file before."""
        place = client.id - self._first_new
        return self._rows[place] if self._rows and 0 <= place < len(self._rows) else None

    def _within_reach(self, client: Client) -> Client:
        """Refuse somebody who is on file with another coach, without a word on who or where."""
        if not self._action.check_scope(client):
            self._action.refuse("buiten_caseload", RegisteredElsewhere)
        return client


def refuse_again(action: Action, client: Client, party: Party, reference: str) -> None:
    """Refuse an assignment that a client has already; errors.AlreadyRegistered."""
    if assignments.has(action.store, client, party, reference):
        raise AlreadyRegistered


def name_of_line(line: Line) -> dict[str, str]:
    """Give the parts of the name that a row has."""
    values = ((code, line.value(code)) for code in NAME_FIELDS)
    return {code: value.text for code, value in values if value is not None}


def _identity(line: Line) -> Identity:
    born = line.value(_BORN)
    return identity(name_of_line(line), born.text if born else None)


def _begins_nearly(key: str, surname: str) -> bool:
    """Judge whether the name of a key begins with nearly this surname: a first sieve, without the register."""
    words, count = key.split(), len(surname.split())
    return any(is_near(" ".join(words[:n]), surname) for n in range(max(1, count - 1), count + 2))
