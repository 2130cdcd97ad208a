"""Art. 7, 10 and 14: holds, time, what falls due and goes, who works here; the machine as a whole."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.faults.model import law
from tests.faults.model.acting import Acting
from tests.faults.model.giving import Giving
from tests.faults.model.joining import Joining
from tests.faults.model.law import DAY
from tests.faults.model.machine import HEAD, USER, WHICH, WORDS
from tests.faults.model.mistaken import Mistaken
from tests.faults.model.nouns import Hold
from tests.faults.model.office import DONE, EVERYTHING, LATE, NOT_FOUND, REFUSED


class Walk(Giving, Acting, Joining, Mistaken):
    """All rules together."""

    @rule(user=HEAD, which=WHICH, days=st.integers(0, 900), whole=st.booleans())
    def hold(self, user: str, which: int, days: int, *, whole: bool) -> None:
        number, until = self.pick(which), self.office.today + days * DAY
        code = self.office.enter(user, "retention hold", number)
        ground = (
            ("rechtszaak",)
            if whole
            else ("wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "14,29")
        )
        words = ("retention", "hold", number, "--ground", *ground, "--until", until.isoformat())
        self.run(user, *words, expected=code)
        if code == DONE:
            kept = EVERYTHING if whole else frozenset({14, 29})
            self.office.dossiers[number].holds[self.office.count("hold")] = Hold(
                kept, self.office.today, until, user, self.office.now
            )

    @precondition(lambda self: any(one.holds for one in self.office.dossiers.values()))
    @rule(user=HEAD, which=WHICH)
    def release(self, user: str, which: int) -> None:
        number = self.pick(which)
        dossier = self.office.dossiers.get(number)
        hold = max(dossier.holds, default=self.office.peek("hold")) if dossier else 1
        code = self.office.enter(user, "retention release", number)
        if code == DONE and dossier and (hold not in dossier.holds or dossier.holds[hold].released):
            code = NOT_FOUND
        self.run(user, "retention", "release", number, str(hold), stdin=WORDS, expected=code)
        if code == DONE and dossier:
            held = dossier.holds[hold]
            held.released, held.until = True, min(held.until, self.office.today - DAY)

    # Time

    @rule(days=st.sampled_from((1, 1, 2, 7, 8, 29, 30, 31, 45)))
    def pass_days(self, days: int) -> None:
        self.run("anna", "client", "list", expected=DONE)
        self.move(days)

    @rule(hours=st.integers(1, 3))
    def pass_hours(self, hours: int) -> None:
        if self.stage.now.hour + hours < 20:
            self.stage.now += timedelta(hours=hours)
            self.office.now = self.stage.now

    @rule(which=WHICH, before=st.integers(-10, 40))
    def pass_to_the_term(self, which: int, before: int) -> None:
        """Go to the days in which a dossier falls due; the beheerder confirms the clock on the day before."""
        number = self.pick(which)
        if number in self.office.dossiers:
            term = law.five_years_after(self.office.dossiers[number].counted)
            days = (term - before * DAY - self.office.today).days
            if days > 1:
                self.run("anna", "client", "list", expected=DONE)
                self.move(days - 1)
                self.run("anna", "audit", "accept", "--clock", stdin="Er is gewerkt tot vandaag.", expected=DONE)
                self.move(1)

    def move(self, days: int) -> None:
        self.hour = 9 + (self.hour + 1) % 9
        self.stage.now = (self.stage.now + days * DAY).replace(hour=self.hour, minute=0, second=0)
        self.office.now = self.stage.now

    # Art. 10

    @rule(user=USER)
    def look_at_due(self, user: str) -> None:
        code = self.office.enter(user, "retention due")
        if code == DONE and not self.is_whole():
            return
        late = self.office.is_late()
        data = self.run(user, "retention", "due", expected=LATE if code == DONE and late else code)
        if code == DONE:
            found = {one["number"]: one["outcome"] for one in data["due"]}
            fates = {one.number: self.office.fate(one) for one in self.office.dossiers.values()}
            named = {"waits": "announce"}
            expected = {number: named.get(fate[0], fate[0]) for number, fate in fates.items() if fate}
            assert found == expected, (found, fates)

    def is_whole(self) -> bool:
        """Whether every dossier is whole: what becomes of the rest of one is not in this model."""
        return not any(one.rest for one in self.office.dossiers.values())

    @rule(user=st.sampled_from(("anna", "bea", "cron", "cron", "bram", "mies")), dry=st.booleans())
    def run_retention(self, user: str, *, dry: bool) -> None:
        code = self.office.enter(user, "retention run")
        fates = {one.number: self.office.fate(one) for one in self.office.dossiers.values() if not one.rest}
        late = code == DONE and self.office.is_late()
        if code == DONE and not self.is_whole():
            return
        data = self.run(user, "retention", "run", *(("--dry-run",) if dry else ()), expected=LATE if late else code)
        if code != DONE:
            return
        going = {number for number, fate in fates.items() if fate and fate[0] == "destroy"}
        told = {number for number, fate in fates.items() if fate and fate[0] == "announce"}
        uuids = {self.office.dossiers[number].uuid for number in going}
        assert {one["number"] for one in data["announce"]} == told, (data, fates)
        if dry:
            assert {one["number"] for one in data["destroy"]} == going, (data, fates)
            return
        assert {one["uuid"] for one in data["destroyed"]} == uuids, (data, fates)
        for number in going:
            self.office.destroy(self.office.dossiers[number])
        for number in told:
            _what, since = fates[number] or ("", self.office.today)
            comes = max(since, self.office.today + law.WARNING * DAY)
            self.office.dossiers[number].announced = (self.office.today, comes)

    @rule(user=HEAD, which=WHICH)
    def destroy_mistake(self, user: str, which: int) -> None:
        """A dossier that should not have been registered goes at once, unless something keeps it or somebody has it."""
        number = self.pick(which)
        dossier = self.office.dossiers.get(number)
        if dossier is not None and (
            dossier.shared or self.office.kept(dossier, self.office.today) not in (set(), EVERYTHING)
        ):
            return  # whoever has data of it is written to first, and a part stays: neither is in this model
        code = self.office.enter(user, "client destroy", number)
        if code == DONE and dossier and self.office.kept(dossier, self.office.today):
            code = REFUSED
        data = self.run(user, "client", "destroy", number, "--vergissing", expected=code)
        if code == DONE and dossier:
            assert data["destroyed"]["uuid"] == dossier.uuid, data
            self.office.destroy(dossier)

    @rule(which=WHICH)
    def fall_due(self, which: int) -> None:
        """A dossier is announced and, some days later, may go."""
        self.pass_to_the_term(which, 29)
        self.run_retention("anna", dry=False)
        self.pass_to_the_term(which, -1)
        self.run_retention("cron", dry=True)
        self.run_retention("bea", dry=False)

    # Art. 7

    @rule(user=HEAD, whom=st.sampled_from(("carla", "dirk", "mies")), leaves=st.integers(0, 5))
    def end_access(self, user: str, whom: str, leaves: int) -> None:
        """Somebody gets another role, or leaves; access ends at once (art. 7.3)."""
        if whom in self.office.revoked or user == whom:
            return
        command = "user revoke" if leaves == 0 else "user role"
        code = self.office.enter(user, command)
        role = "coach" if self.office.users[whom] == "medewerker" else "medewerker"
        self.run(user, *command.split(), whom, *(() if leaves == 0 else (role,)), expected=code)
        if code == DONE and leaves == 0:
            self.office.revoked.add(whom)
        elif code == DONE:
            self.office.users[whom] = role

    def teardown(self) -> None:
        """At the end everything is looked at once more, and the log verifies."""
        try:
            for user in ("anna", "bram", "mies"):
                self.look_at_list(user)
                self.look_at_requests(user)
                for dossier in self.office.dossiers.values():
                    if self.office.enter(user, "client show", dossier.number) == DONE:
                        self.compare(user, dossier, self.run(user, "client", "show", dossier.number, expected=DONE))
            self.look_at_due("anna")
            self.run("anna", "audit", "verify", expected=DONE)
        finally:
            super().teardown()
