"""Art. 4.2: one person in two dossiers: the younger number leads to the older, until that is undone."""

import copy

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.faults.model import law
from tests.faults.model.machine import HEAD, NOBODY, USER, WHICH, Regulation
from tests.faults.model.nouns import Dossier, Request
from tests.faults.model.office import DONE, INVALID, NOT_FOUND, REFUSED


class Joining(Regulation):
    """Notices of who supplied the data, which come first; links, and their end."""

    @rule(user=USER, which=WHICH)
    def tell(self, user: str, which: int) -> None:
        """AVG 14: a client hears who supplied the data."""
        number = self.pick(which)
        code = self.office.enter(user, "letter notify", number)
        if code == DONE and self.office.dossiers[number].is_told:
            code = INVALID
        self.run(user, "letter", "notify", number, "--told-on", self.office.today.isoformat(), expected=code)
        if code == DONE:
            self.office.dossiers[number].is_told = True

    @rule(user=HEAD, which=WHICH, other=WHICH, takes=st.booleans())
    def link(self, user: str, which: int, other: int, *, takes: bool) -> None:
        """Two dossiers become one; of a field that takes one value that of the older goes on, or of the younger."""
        numbers = sorted((self.pick(which), self.pick(other)))
        code = self.office.enter(user, "client link", numbers[0])
        if code == DONE:
            code = self.office.enter(user, "client link", numbers[1])
        both = [self.office.dossiers[number] for number in numbers if number != NOBODY]
        if any(one.announced for one in both) or (both and both[0].joined):
            return  # announcements, and three dossiers of one person, are not in this model
        if code == DONE:
            code = self.judge_link(*both)
        choice: list[str] = []
        if len(both) == 2:
            for name in self.differing(*both):
                choice += ["--take", f"{name}={numbers[takes]}"]
        self.run(user, "client", "link", *numbers, *choice, expected=code)
        if code == DONE:
            self.join(*both, takes=takes)

    def judge_link(self, stays: Dossier, goes: Dossier) -> int:
        """Give what comes of a link: a burgerservicenummer is one person's, and what is open is settled first."""
        if stays is goes:
            return INVALID
        two_people = bool(stays.bsn and goes.bsn)
        settled = goes.is_told and (stays.died is None) == (goes.died is None) and goes.joined is None
        return DONE if settled and not two_people else REFUSED

    def differing(self, stays: Dossier, goes: Dossier) -> list[str]:
        single = [name for name, (_number, _class, many) in law.FIELDS.items() if not many]
        return [name for name in single if stays.current(name) and goes.current(name)]

    def join(self, stays: Dossier, goes: Dossier, *, takes: bool) -> None:
        """Let all of the younger stand in the older, and remember both."""
        del self.office.dossiers[goes.number]
        requests = {number: one for number, one in self.office.requests.items() if one.client == goes.number}
        remembered = copy.deepcopy((stays, goes))
        for name in self.differing(stays, goes):
            for entry in (stays if takes else goes).current(name):
                entry.closed = True
        stays.entries += goes.entries
        for nouns in ("contacts", "consents", "holds", "mandates", "disclosures"):
            getattr(stays, nouns).update(getattr(goes, nouns))
        stays.assignments |= {f"{name} of {goes.number}": until for name, until in goes.assignments.items()}
        stays.assigned, stays.shared = max(stays.assigned, goes.assigned), stays.shared or goes.shared
        stays.name, stays.born = (goes.name, goes.born) if takes else (stays.name, stays.born)
        stays.bsn = stays.bsn or goes.bsn
        for request in requests.values():
            request.client = stays.number
        stays.recount()
        stays.joined, stays.is_grown = goes, False
        self.office.before[stays.number] = (*remembered, tuple(requests), self.print_of(stays))

    def print_of(self, dossier: Dossier) -> str:
        """Give all that the model knows of a dossier and its requests, to see whether any of it changed."""
        requests: list[Request] = self.office.requests_of(dossier.number)
        return repr((vars(dossier) | {"is_grown": False}, requests))

    @rule(user=HEAD, which=WHICH)
    def unlink(self, user: str, which: int) -> None:
        """They were two people: each has its own again, unless something was written down since."""
        number = self.pick(which)
        code = self.office.enter(user, "client unlink", number)
        dossier = self.office.dossiers.get(number)
        if code == DONE and dossier and dossier.joined is None:
            code = NOT_FOUND
        elif code == DONE and dossier and dossier.is_grown:
            code = REFUSED
        elif code == DONE and dossier and self.print_of(dossier) != self.office.before[number][3]:
            return  # what was changed in it stays changed, in which of the two this model does not know
        self.run(user, "client", "unlink", number, expected=code)
        if code == DONE:
            stays, goes, requests, _print = self.office.before.pop(number)
            self.office.dossiers |= {stays.number: stays, goes.number: goes}
            for one in requests:
                self.office.requests[one].client = goes.number
            self.share_mandates(stays, goes)

    def share_mandates(self, *dossiers: Dossier) -> None:
        """Let requests rest on the mandates that their dossiers have again."""
        for dossier in dossiers:
            for request in self.office.requests_of(dossier.number):
                if request.mandate is not None:
                    request.mandate = next(one for one in dossier.mandates.values() if one == request.mandate)

    @rule(older=st.booleans())
    def join_two(self, older: bool) -> None:  # noqa: FBT001  (Hypothesis names it)
        """Somebody comes twice, the second time without a number; the two become one, and two again."""
        if len(self.office.dossiers) < 6:
            self.register("anna", more=True, known=False)
            whole = [one for one in self.office.dossiers.values() if not one.rest]
            place = len(whole) - 1
            self.tell("anna", place)
            self.link("anna", 0, place, takes=older)
            self.look("anna", 0, reason=False)
            self.unlink("bea", 0)
