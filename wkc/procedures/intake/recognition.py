"""Finding out whether a row of a list is a client on file, without making anybody somebody else (art. 3 and 4)."""

from wkc.errors.intake import OtherPerson, PersonOnFile, PersonTwice
from wkc.errors.register import AlreadyRegistered, RegisteredElsewhere
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import name_keys
from wkc.procedures.dossier.doubles import find_alike
from wkc.procedures.dossier.other_person import describe_differences, describe_likeness
from wkc.procedures.intake.choices import PersonChoices
from wkc.procedures.intake.earlier_rows import EarlierRows
from wkc.procedures.intake.known_values import KnownValues, load_known_values
from wkc.procedures.intake.listed_person import BORN, BSN, ListedPerson
from wkc.records.dossier import Client
from wkc.records.party import Party
from wkc.rules.dossier.identity import differences
from wkc.rules.dossier.likeness import SAME
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import client as clients
from wkc.store.dossier import entry as entries
from wkc.store.dossier.client import Window


class Recognition:
    """The clients on file beside the rows of one list; `same` collects the dossiers that somebody chose.

    `others` has whom the row that was looked up last looks like and, as somebody said, is not; `known` has the values
    of the client whom it is about. `earlier_rows` has the rows before, for whoever writes to note each new client in.
    """

    def __init__(self, action: Action, party: Party, reference: str, choices: PersonChoices) -> None:
        self._action = action
        self._store = action.store
        self._party = party
        self._reference = reference
        self._choices = choices
        self.earlier_rows = EarlierRows()
        self.same: list[Client] = []
        self.others: tuple[Client, ...] = ()
        self.known = KnownValues()

    def on_file(self, person: ListedPerson) -> Client | None:
        """Find the client that a row is about, by BSN, by name and birth date under this assignment, or as chosen.

        Raises errors.OtherPerson for a BSN on file with another name or birth date, and errors.PersonOnFile or
        PersonTwice for somebody who may be on file, or in an earlier row, unless it was chosen who they are; then
        errors.AlreadyRegistered for a client who has this assignment already.
        """
        self.others, self.known = (), KnownValues()
        client = self._find(person)
        if client is not None and assignments.has(self._store, client, self._party, self._reference):
            raise AlreadyRegistered
        if client is not None and not self.known.entries:
            self.known = load_known_values(self._action, client)
        return client

    def _find(self, person: ListedPerson) -> Client | None:
        if person.bsn is not None:
            by_bsn = clients.by_normal(self._store, BSN, person.bsn, Window(1))
            if by_bsn:
                return self._judge_bsn(person, self._within_reach(by_bsn[0]))
        elif (again := self._under_this_assignment(person)) is not None:
            return again
        return self._alike(person, person.born) if person.born is not None else None

    def _judge_bsn(self, person: ListedPerson, client: Client) -> Client:
        """Refuse a BSN with another name or birth date than on file, unless it was chosen that this is one person."""
        self.known = load_known_values(self._action, client)
        listed, on_file = person.identity, self.known.identity
        if differences(listed, on_file) and not self._is_chosen(person, client):
            raise OtherPerson(number=client.number, what=describe_differences(listed, on_file))
        return client

    def _under_this_assignment(self, person: ListedPerson) -> Client | None:
        key = name_keys(person.name).ways[0]
        born = (person.born,) if person.born else ()
        for client in assignments.list_by_name(self._store, key, self._party, self._reference):
            if entries.current(self._store, client, BORN) == born:
                row = self.earlier_rows.row_of(client)
                if row is None:
                    return self._within_reach(client)
                if not self._choices.is_new(person.row):
                    raise PersonTwice(row=row, what=describe_likeness(SAME))
        return None

    def _alike(self, person: ListedPerson, born: str) -> Client | None:
        """Look for one birth date with the same name or nearly, where at most one of the two has a BSN."""
        coach, has_bsn = self._action.caseload_filter, person.bsn is not None
        alike = dict(find_alike(self._store, lambda: person.identity, born, has_bsn=has_bsn, coach=coach))
        if self._choices.is_new(person.row):
            self.others = tuple(alike)
            return None
        if chosen := next(
            (one for one in alike if self.earlier_rows.row_of(one) is None and self._is_chosen(person, one)), None
        ):
            return chosen
        for client, likeness in alike.items():
            row = self.earlier_rows.row_of(client)
            if row is not None:
                raise PersonTwice(row=row, what=describe_likeness(likeness))
            raise PersonOnFile(number=client.number, what=describe_likeness(likeness))
        return None

    def _is_chosen(self, person: ListedPerson, client: Client) -> bool:
        chosen = not self._choices.same.isdisjoint({str(person.row), client.number})
        if chosen:
            self.same.append(client)
        return chosen

    def _within_reach(self, client: Client) -> Client:
        """Refuse somebody who is on file with another coach, without a word on who or where."""
        if not self._action.check_scope(client):
            self._action.refuse("buiten_caseload", RegisteredElsewhere)
        return client
