"""Art. 8.2, 11.1, 11.5 and 12.1: who acts for a client, and what ends with a death."""

import json

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.faults.model import law
from tests.faults.model.law import DAY
from tests.faults.model.machine import USER, WHICH
from tests.faults.model.nouns import Dossier, Mandate, Request
from tests.faults.model.office import DONE, INVALID, NOT_FOUND, NOT_PERMITTED, REFUSED
from tests.faults.model.rights import BEFORE_DECISION, Rights

NAMES = ("Zus van Dijk", "Broer Bos")


class Acting(Rights):
    """Mandates that are shown with a request and withdrawn; deaths, and those that were a mistake."""

    @rule(
        user=USER,
        which=WHICH,
        kind=st.sampled_from(law.KINDS),
        capacity=st.sampled_from(law.CAPACITIES),
        name=st.sampled_from(NAMES),
        begun=st.integers(-5, 30),
        lasts=st.sampled_from((None, 10, 60)),
    )
    def receive_for(
        self, user: str, which: int, kind: str, capacity: str, name: str, begun: int, lasts: int | None
    ) -> None:
        """Somebody asks for a client, with a paper; one that is not in force goes back unread."""
        number, today = self.pick(which), self.office.today
        from_on = today - begun * DAY
        until = None if lasts is None else from_on + lasts * DAY
        shown = Mandate(capacity, name, from_on, until, today, user, self.office.now)
        code = self.office.enter(user, "request receive", number)
        dossier = self.office.dossiers.get(number)
        same: tuple[int, Mandate] | None = None
        if code == DONE and dossier:
            same = next((one for one in dossier.mandates.items() if is_same(one[1], shown)), None)
            acts = same[1] if same else shown
            code = DONE if acts.is_in_force(today) and not dossier.is_dead(today) else REFUSED
        paper = {"kind": capacity, "name": name, "from": from_on.isoformat(), "document": "volmacht"}
        paper |= {"on": today.isoformat()} | ({"until": until.isoformat()} if until else {})
        words = ("request", "receive", number, "--kind", kind, "--mandate", "-")
        data = self.run(user, *words, stdin=json.dumps(paper), expected=code)
        if code == DONE and dossier:
            made = f"V{today.year}-{self.office.count(f'request {today.year}'):04d}"
            on_file = data["request"]["mandate"]["number"]
            assert data["request"]["number"] == made, data
            assert on_file == (same[0] if same else self.office.count("mandate")), data
            mandate = dossier.mandates.setdefault(on_file, shown)
            self.office.requests[made] = Request(number, kind, today, mandate=mandate, before=today, by=user)

    @precondition(lambda self: any(one.mandates for one in self.office.dossiers.values()))
    @rule(user=USER, which=WHICH, last=st.integers(0, 3))
    def withdraw_mandate(self, user: str, which: int, last: int) -> None:
        number = self.pick(which)
        dossier = self.office.dossiers.get(number)
        numbers = list(dossier.mandates)[::-1] if dossier else []
        mandate = numbers[last % len(numbers)] if numbers and last < 3 else self.office.peek("mandate")
        code = self.office.enter(user, "mandate withdraw", number)
        if code == DONE and dossier:
            held = dossier.mandates.get(mandate)
            if held is None or held.withdrawn_on is not None:
                code = NOT_FOUND
        self.run(user, "consent", "withdraw", number, "--mandate", str(mandate), expected=code)
        if code == DONE and dossier:
            dossier.mandates[mandate].withdrawn_on = self.office.today
            for request in self.office.requests_of(number):
                if request.mandate is dossier.mandates[mandate] and request.state in BEFORE_DECISION:
                    request.stop(self.office.today)

    @rule(user=USER, which=WHICH, ago=st.integers(-1, 60))
    def die(self, user: str, which: int, ago: int) -> None:
        """A client died: mandates end, what was not decided stops, and talks with others restart no term."""
        number, on = self.pick(which), self.office.today - ago * DAY
        code = INVALID if ago < 0 else self.office.enter(user, "client deceased", number)
        is_open = any(one.state in {*BEFORE_DECISION, "besloten"} for one in self.office.requests_of(number))
        if code == DONE and is_open and self.office.users[user] != "beheerder":
            code = NOT_PERMITTED
        data = self.run(user, "client", "deceased", number, "--on", on.isoformat(), expected=code)
        if code == DONE:
            dossier = self.office.dossiers[number]
            dossier.died = on
            counts = self.end_mandates(dossier), self.stop_requests(number), self.uncount(dossier)
            assert (data["mandates"], data["requests"], data["contacts"]) == counts, (data, counts)
            dossier.recount()
            assert data["term"]["last_on"] == law.five_years_after(dossier.counted).isoformat(), data["term"]

    def end_mandates(self, dossier: Dossier) -> int:
        on = dossier.died or self.office.today
        ending = [one for one in dossier.mandates.values() if one.until is None or one.until > on]
        for one in ending:
            one.until = max(one.from_on, on)
        return len(ending)

    def stop_requests(self, number: str) -> int:
        stopping = [one for one in self.office.requests_of(number) if one.state in BEFORE_DECISION]
        for one in stopping:
            one.stop(self.office.today)
        return len(stopping)

    def uncount(self, dossier: Dossier) -> int:
        counting = [one for one in dossier.contacts.values() if one.kind in law.RESTARTS and not one.withdrawn]
        others = [one for one in counting if dossier.is_dead(one.on)]
        for one in others:
            one.withdrawn = True
        return len(others)

    @rule(user=USER, which=WHICH)
    def live(self, user: str, which: int) -> None:
        """It was a mistake; what ended with it stays as it is."""
        number = self.pick(which)
        code = self.office.enter(user, "client deceased", number)
        if code == DONE and self.office.dossiers[number].died is None:
            code = INVALID
        self.run(user, "client", "deceased", number, "--wrong", expected=code)
        if code == DONE:
            self.office.dossiers[number].died = None


def is_same(one: Mandate, other: Mandate) -> bool:
    """Tell whether a paper that is shown is the one on file."""
    return (one.capacity, one.name, one.from_on, one.until, one.seen_on) == (
        other.capacity,
        other.name,
        other.from_on,
        other.until,
        other.seen_on,
    )
