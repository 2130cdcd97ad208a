"""Art. 12.1 and 14.2: what the office wrote down by mistake is taken back, by whoever wrote it or by the beheerder."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.faults.model import law
from tests.faults.model.machine import MOST, USER, WHICH, WORDS, Regulation
from tests.faults.model.nouns import Contact, Dossier, Entry
from tests.faults.model.office import DONE, INVALID, NOT_FOUND, NOT_PERMITTED, REFUSED

NOUNS = ("consent", "mandate", "hold", "disclosure")


class Mistaken(Regulation):
    """Values, consents, mandates, holds and disclosures that were a mistake; contacts of another dossier."""

    @rule(user=USER, which=WHICH, place=st.integers(0, 9))
    def take_back_value(self, user: str, which: int, place: int) -> None:
        """A value goes, and the one that it took the place of holds again; a client keeps a name."""
        number = self.pick(which)
        code = self.office.enter(user, "client mistake", number)
        dossier = self.office.dossiers.get(number)
        entry = dossier.entries[-1 - place % len(dossier.entries)] if dossier and dossier.entries else None
        if entry is not None and entry.field == "geboortedatum":
            return  # who somebody is would be in doubt from then on
        row = self.number_of(dossier, entry) if dossier and entry else 1
        if code == DONE and dossier:
            code = self.judge_value(user, dossier, entry)
        words = ("client", "mistake", number, str(row), "--reason", "typefout")
        self.run(user, *words, stdin=WORDS, expected=code)
        if code == DONE and dossier and entry:
            dossier.entries = [one for one in dossier.entries if one is not entry]
            dossier.bsn = "" if entry.field == "burgerservicenummer" and not entry.closed else dossier.bsn
            before = entry.replaces
            if not entry.closed and before is not None and any(one is before for one in dossier.entries):
                before.closed = False

    def judge_value(self, user: str, dossier: Dossier, entry: Entry | None) -> int:
        if entry is None or law.SEEN[self.office.users[user]] != law.SEEN["beheerder"]:
            return NOT_FOUND  # the numbers of values are for who sees all of them
        if not self.office.may_take_back(user, entry):
            return NOT_PERMITTED
        if self.office.is_kept(dossier, entry.category):
            return REFUSED
        only = entry.field == "geslachtsnaam" and not entry.closed and len(dossier.current("geslachtsnaam")) == 1
        return REFUSED if only else DONE

    def number_of(self, dossier: Dossier, entry: Entry) -> int:
        """Look for the number under which a value is shown."""
        shown = self.run("anna", "client", "show", dossier.number, expected=DONE)["dossier"]["entries"]
        wanted = entry.field, entry.value, entry.closed
        (number,) = (
            one["number"] for one in shown if (one["field"], one["value"], one["closed_at"] is not None) == wanted
        )
        return int(number)

    @rule(user=USER, which=WHICH, noun=st.sampled_from(NOUNS), last=st.integers(0, 3))
    def take_back(self, user: str, which: int, noun: str, last: int) -> None:
        """A row goes, unless something else rests on it."""
        number = self.pick(which)
        code = self.office.enter(user, "client mistake", number)
        dossier = self.office.dossiers.get(number)
        rows = getattr(dossier, f"{noun}s") if dossier else {}
        row = [*rows][-1 - last % len(rows)] if rows and last < 3 else self.office.peek(noun)
        if code == DONE and dossier:
            if row not in rows:
                code = NOT_FOUND
            elif not self.office.may_take_back(user, rows[row]):
                code = NOT_PERMITTED
            elif self.rests(dossier, noun, row):
                code = REFUSED
        words = ("client", "mistake", number, f"--{noun}", str(row), "--reason", "dubbel")
        self.run(user, *words, stdin=WORDS, expected=code)
        if code == DONE:
            del rows[row]

    def rests(self, dossier: Dossier, noun: str, row: int) -> bool:
        """Whether a duty keeps a row that is no duty itself, or a request is made under it."""
        requests = self.office.requests_of(dossier.number)
        used = noun == "mandate" and any(one.mandate is dossier.mandates[row] for one in requests)
        return used or (noun != "hold" and self.office.is_kept(dossier))

    @precondition(lambda self: any(one.contacts for one in self.office.dossiers.values()))
    @rule(user=USER, which=WHICH, other=st.integers(0, MOST - 1))
    def move_contact(self, user: str, which: int, other: int) -> None:
        """A contact was with another client: it goes there, written down today by who moves it."""
        number, target = self.pick(which), self.pick(other)
        dossier, to = self.office.dossiers.get(number), self.office.dossiers.get(target)
        row = max(dossier.contacts, default=self.office.peek("contact")) if dossier else 1
        code = self.office.enter(user, "client mistake", number)
        if code == DONE:
            code = self.office.enter(user, "client mistake", target)
        if code == DONE and dossier and to:
            code = INVALID if dossier is to else self.judge_move(user, dossier, dossier.contacts.get(row), to)
        words = ("client", "mistake", number, "--contact", str(row), "--to", target, "--reason", "verkeerd_dossier")
        self.run(user, *words, stdin=WORDS, expected=code)
        if code == DONE and dossier and to:
            moved = dossier.contacts.pop(row)
            made = Contact(moved.on, moved.kind, self.office.now, user)
            to.contacts[self.office.count("contact")] = made
            to.is_grown = True
            dossier.recount()
            to.recount()

    def judge_move(self, user: str, dossier: Dossier, contact: Contact | None, to: Dossier) -> int:
        if contact is None:
            return NOT_FOUND
        if not self.office.may_take_back(user, contact):
            return NOT_PERMITTED
        dead = contact.kind in law.RESTARTS and to.is_dead(contact.on)
        kept = self.office.is_kept(dossier) and self.office.users[user] != "beheerder"
        return REFUSED if contact.withdrawn or dead or kept else DONE
