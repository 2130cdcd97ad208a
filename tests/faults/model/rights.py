"""Art. 11 to 13: requests, from their receipt to what follows from the answer."""

import json
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.faults.model import law
from tests.faults.model.law import DAY
from tests.faults.model.machine import HEAD, MOST, USER, WHICH, WORDS, Regulation
from tests.faults.model.nouns import Request
from tests.faults.model.office import DONE, NOT_FOUND, NOT_PERMITTED, REFUSED

BEFORE_PROOF, BEFORE_DECISION = (
    {"ontvangen", "identiteit_gevraagd"},
    {"ontvangen", "identiteit_gevraagd", "geidentificeerd"},
)


class Rights(Regulation):
    """The steps of a request, by whoever may take them, from where they may come."""

    def step(self, user: str, command: str, number: str) -> tuple[int, Request | None]:
        """Give whether a user may do this with a request, and the request."""
        request = self.office.requests.get(number)
        code = self.office.enter(user, command, request.client if request else None)
        return (NOT_FOUND if code == DONE and request is None else code), request

    @rule(user=USER, which=WHICH, kind=st.sampled_from(law.KINDS), ago=st.integers(0, 20))
    def receive(self, user: str, which: int, kind: str, ago: int) -> None:
        number, on = self.pick(which), self.office.today - ago * DAY
        code = self.office.enter(user, "request receive", number)
        if code == DONE and self.office.dossiers[number].is_dead(on):
            code = REFUSED
        data = self.run(user, "request", "receive", number, "--kind", kind, "--on", on.isoformat(), expected=code)
        if code == DONE:
            year = self.office.today.year
            made = f"V{year}-{self.office.count(f'request {year}'):04d}"
            assert data["request"]["number"] == made, data
            self.office.requests[made] = Request(number, kind, on, before=on, by=user)

    @precondition(lambda self: self.office.requests)
    @rule(user=USER, which=WHICH)
    def ask_identity(self, user: str, which: int) -> None:
        number = self.asked(which)
        code, request = self.step(user, "request ask-identity", number)
        if code == DONE and request and request.state not in BEFORE_PROOF:
            code = REFUSED
        self.run(user, "request", "ask-identity", number, "--doubt", expected=code)
        if code == DONE and request:
            request.state, request.asked = "identiteit_gevraagd", request.asked or self.office.today
            request.before = self.office.today

    @precondition(lambda self: self.office.requests)
    @rule(user=USER, which=WHICH, method=st.sampled_from(("bekend", "controlevragen")))
    def identify(self, user: str, which: int, method: str) -> None:
        number = self.asked(which)
        code, request = self.step(user, "request identify", number)
        if code == DONE and request and not self.may_prove(request):
            code = REFUSED
        self.run(user, "request", "identify", number, "--method", method, expected=code)
        if code == DONE and request:
            request.state, request.proven, request.before = "geidentificeerd", self.office.today, self.office.today

    def may_prove(self, request: Request) -> bool:
        """Art. 11.5 and 12.1: who acts for another is in force today, and shows the express request for a change."""
        mandate, today = request.mandate, self.office.today
        if request.state not in BEFORE_PROOF or mandate is None:
            return request.state in BEFORE_PROOF
        lacks_request = mandate.capacity == "gemachtigde" and request.kind in law.CORRECTIONS
        return mandate.is_in_force(today) and not lacks_request

    @precondition(lambda self: self.office.requests)
    @rule(user=HEAD, which=WHICH)
    def extend(self, user: str, which: int) -> None:
        number = self.asked(which)
        code, request = self.step(user, "request extend", number)
        if code == DONE and request:
            _safe, last = law.answer_by(request.received, request.asked, request.proven, None)
            late = self.office.today > last or request.extended is not None
            code = REFUSED if late or request.state not in BEFORE_DECISION else DONE
        self.run(user, "request", "extend", number, "--code", "complex", stdin=WORDS, expected=code)
        if code == DONE and request:
            request.extended = request.before = self.office.today

    @precondition(lambda self: self.office.requests)
    @rule(
        user=HEAD,
        which=WHICH,
        decision=st.sampled_from(("toegewezen", "afgewezen", "afgewezen", "geen_gegevens")),
        ground=st.sampled_from([*law.REFUSALS]),
    )
    def decide(self, user: str, which: int, decision: str, ground: str) -> None:
        number = self.asked(which)
        code, request = self.step(user, "request decide", number)
        if request and decision == "toegewezen" and request.kind not in law.COPIES:
            decision = "afgewezen"  # what a correction changes is proposed first, and not in this model
        if code == DONE and request:
            code = DONE if self.may_decide(request, decision, ground) else REFUSED
        refusal = ("--code", ground) if decision == "afgewezen" else ()
        self.run(user, "request", "decide", number, "--decision", decision, *refusal, stdin=WORDS, expected=code)
        if code == DONE and request:
            request.state, request.decision, request.before = "besloten", decision, self.office.today

    def may_decide(self, request: Request, decision: str, ground: str) -> bool:
        """Art. 11.5, 11.6 and 12.5: who asks is proven, but for a refusal that says nothing of anybody."""
        if request.state not in BEFORE_DECISION or decision == "geen_gegevens":
            return False  # somebody on file has data
        acts = request.mandate is not None and request.mandate.is_in_force(self.office.today)
        if decision == "toegewezen":
            return request.proven is not None and (acts or request.mandate is None)
        early, kinds = law.REFUSALS[ground]
        untrue = (ground == "identiteit" and request.proven is not None) or (
            ground == "machtiging" and (acts or request.mandate is None)
        )
        return request.kind in kinds and (early or request.proven is not None) and not untrue

    @precondition(lambda self: self.office.requests)
    @rule(user=HEAD, which=WHICH)
    def notify(self, user: str, which: int) -> None:
        number = self.asked(which)
        code, request = self.step(user, "request notify", number)
        if code == DONE and request:
            is_dead = self.office.dossiers[request.client].is_dead(self.office.today)
            code = REFUSED if request.state != "besloten" or is_dead else DONE
        self.run(user, "request", "notify", number, expected=code)
        if code == DONE and request:
            request.state, request.told = "uitgevoerd" if request.handed else "medegedeeld", self.office.today
            request.before = self.office.today

    @precondition(lambda self: self.office.requests)
    @rule(user=USER, which=WHICH)
    def withdraw_request(self, user: str, which: int) -> None:
        number = self.asked(which)
        code, request = self.step(user, "request withdraw", number)
        if code == DONE and request:
            is_theirs = user == request.by or self.office.users[user] == "beheerder"
            code = (DONE if request.is_open else REFUSED) if is_theirs else NOT_PERMITTED
        self.run(user, "request", "withdraw", number, expected=code)
        if code == DONE and request:
            request.stop(self.office.today)

    @precondition(lambda self: self.office.requests)
    @rule(user=USER, which=WHICH)
    def hand_out(self, user: str, which: int) -> None:
        """A copy goes on a request for one that is decided in favour (art. 11.2 and 11.3), by who sees all of it."""
        number = self.asked(which)
        code, request = self.step(user, "inzage export", number)
        if code == NOT_FOUND or request is None:
            return
        granted = request.kind in law.COPIES and request.decision == "toegewezen" and request.withdrawn is None
        granted = granted and (request.mandate is None or request.mandate.is_in_force(self.office.today))
        if code == DONE and not granted:
            code = REFUSED
        if code == DONE:
            second = "anna" if user == "bea" else "bea"  # with two beheerders, who reviewed does not hand out
            self.run(second, "request", "review", number, "--keep-all", expected=DONE)
        copy = ("--format", "json", "--output", str(self.folder / "copy.json"), "--force")
        self.run(user, "inzage", "export", request.client, "--request", number, *copy, expected=code)
        if code == DONE:
            request.handed = True
            request.state = "uitgevoerd" if request.state == "medegedeeld" else request.state
            written = json_values(self.folder / "copy.json")
            assert {one.value for one in self.office.dossiers[request.client].entries} <= written

    @rule(
        which=st.integers(0, MOST - 1),
        kind=st.sampled_from(law.KINDS),
        ground=st.sampled_from([*law.REFUSALS]),
        fair=st.booleans(),
    )
    def answer(self, which: int, kind: str, ground: str, *, fair: bool) -> None:
        """A request on its whole way: received, proven, decided, told, and carried out."""
        self.receive("anna", which, kind, 3)
        last = min(MOST, len(self.office.requests)) - 1
        if last >= 0:
            self.ask_identity("anna", last)
            self.identify(
                "mies" if self.office.users["mies"] == "medewerker" and "mies" not in self.office.revoked else "anna",
                last,
                "bekend",
            )
            self.decide("bea", last, "toegewezen" if fair else "afgewezen", ground)
            self.notify("anna", last)
            self.hand_out("anna", last)

    @rule(user=USER)
    def look_at_requests(self, user: str) -> None:
        code = self.office.enter(user, "request list")
        data = self.run(user, "request", "list", expected=code)
        if code == DONE and not data["more"]:
            terms = {
                one["request"]["number"]: (one["term"]["safe_on"], one["term"]["ends_on"]) for one in data["requests"]
            }
            assert terms == self.office.open_requests(user), (terms, self.office.open_requests(user))


def json_values(path: Path) -> set[str]:
    """Give every text in a JSON file."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            list(map(walk, value.values()))
        elif isinstance(value, list):
            list(map(walk, value))
        elif isinstance(value, str):
            found.add(value)

    walk(json.loads(path.read_bytes()))
    return found
