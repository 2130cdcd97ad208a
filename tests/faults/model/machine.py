"""Random commands by random users on a real register: outcome and what is seen afterwards are those of the model."""

import json
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.faults.machine.outcome import blames_program
from tests.faults.model import law
from tests.faults.model.law import DAY
from tests.faults.model.nouns import Contact, Dossier, Entry
from tests.faults.model.office import DONE, INVALID, NOT_FOUND, NOT_PERMITTED, REFUSED, Office
from tests.stage import Stage

USERS = {"anna": "beheerder", "bea": "beheerder", "bram": "coach", "carla": "coach", "mies": "medewerker",
         "dirk": "management", "cron": "service"}  # fmt: skip
SUPPLIER = "Gemeente Alkmaar"
MOST = 6
NOBODY = "2026-9999"
USER = st.sampled_from([*USERS, "anna", "bram", "bram", "carla", "mies"])
HEAD = st.sampled_from(["anna", "anna", "anna", "bea", "bea", *USERS])
"""Who does what is the beheerder's: most often the beheerder."""
WHICH = st.integers(0, MOST)
WORDS = "daarom is het zo besloten"


def found(folder: Path) -> Stage:
    """Make the register that each example begins with: seven users and four parties."""
    stage = Stage(folder).founded()
    for party, kind in law.RECIPIENTS.items():
        body = ("--body", "uwv") if party == "UWV" else ()
        stage.must("party", "add", party, "--kind", kind, *body)
    for user, role in USERS.items():
        if user != "anna" and role != "service":
            named = ("--name", user, "--role", role, "--function", "f")
            stage.must("user", "designate", user, *named, "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", str(folder / "key"))
    return stage


class Regulation(RuleBasedStateMachine):
    """Each rule is one command; `ran` counts the commands whose outcome was compared, over all examples."""

    template: ClassVar[Stage]
    ran: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.template.folder.parent))
        shutil.copytree(self.template.folder, self.folder, dirs_exist_ok=True)
        self.folder.chmod(0o700)
        self.stage = Stage(self.folder, now=self.template.now, works_between=False)
        self.office = Office(dict(USERS), self.stage.now)
        self.reason = self.stage.file("reason", "Collega is ziek en de cliënt belt")
        self.hour = 9
        self.people = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def run(self, user: str, *argv: str, expected: int, stdin: str = "", reason: bool = False) -> Any:
        """Run a command; its exit code is the one expected. Gives the data, None where it did not do it."""
        type(self).ran += 1
        self.stage.user = user
        self.stage.credentials = self.folder / "key" if user == "cron" else None
        words = ["--break-glass-file", str(self.reason), *argv] if reason else [*argv]
        ran = self.stage.wkc("--json", "--yes", *words, stdin=stdin)
        self.office.now = self.stage.now
        said = f"{user}: wkc {' '.join(argv)} ended with {ran.code} and not {expected}: {ran.err}"
        assert ran.code == expected, said
        assert not blames_program(ran.err), said
        self.office.worked.add(self.office.today)
        self.note_rows(argv, ran.code, reason=reason)
        return ran.data if ran.out else None

    def note_rows(self, argv: tuple[str, ...], code: int, *, reason: bool) -> None:
        """Note which dossier has more rows than before: of what was done, and of each look for a reason."""
        about = argv[2] if len(argv) > 2 else ""
        request = self.office.requests.get(about)
        dossier = self.office.dossiers.get(request.client if request else about)
        judged = argv[:2] == ("disclosure", "log") and code == REFUSED
        if dossier is not None and (reason or judged or (code == DONE and argv[:2] in law.ADDING)):
            dossier.is_grown = True

    def pick(self, which: int) -> str:
        """Give one of the dossiers that are whole, or the number of none."""
        whole = [one.number for one in self.office.dossiers.values() if not one.rest]
        return whole[which % len(whole)] if whole and which < MOST else NOBODY

    def asked(self, which: int) -> str:
        """Give one of the last requests, or the number of none."""
        numbers = list(self.office.requests)[-MOST:]
        return numbers[which % len(numbers)] if numbers and which < MOST else "V2026-9999"

    @initialize()
    def begin(self) -> None:
        for user in ("bram", "anna", "carla"):
            self.register(user=user, more=True)

    def _bsn(self) -> str:
        """Give the next number that passes the eleven-test."""
        while True:
            digits = [int(digit) for digit in f"{99_908_300 + self.office.count('bsn'):08d}"]
            last = sum(digit * weight for digit, weight in zip(digits, range(9, 1, -1), strict=True)) % 11
            if last < 10:
                return "".join(map(str, digits)) + str(last)

    # Art. 3 and 4

    @precondition(lambda self: len(self.office.dossiers) < MOST)
    @rule(user=USER, more=st.booleans(), known=st.booleans())
    def register(self, user: str, *, more: bool, known: bool = True) -> None:
        """Somebody comes; of who is not `known` nobody has the burgerservicenummer."""
        self.people += 1
        born = date(1960, 1, 1) + self.people * 400 * DAY
        letters = "".join("bdfgklmprs"[int(digit)] + "a" for digit in f"{self.people:03d}")
        bsn = self._bsn() if known else ""
        row = {"geslachtsnaam": letters, "geboortedatum": born.isoformat()}
        row |= {"burgerservicenummer": bsn} if known else {}
        row |= {"activiteit": f"a{self.people}", "gezondheid": f"g{self.people}"} if more else {}
        order = ("--opdrachtgever", SUPPLIER, "--assignment", "A1", "--special-basis", "uavg_30", "--from", "-")
        code = self.office.enter(user, "client register")
        data = self.run(user, "client", "register", *order, stdin=json.dumps(row), expected=code)
        if code == DONE:
            today, year = self.office.today, self.office.today.year
            number = f"{year}-{self.office.count(f'dossier {year}'):04d}"
            assert data["client"]["number"] == number, data
            coach = user if self.office.users[user] == "coach" else None
            assert data["client"]["coach"] == coach, data
            entries = [Entry(code, value, user, self.office.now) for code, value in row.items()]
            made = Dossier(number, coach, letters, row["geboortedatum"], bsn, today, today, {"A1": None}, entries)
            made.uuid = data["client"]["uuid"]
            self.office.dossiers[number] = made

    @rule(user=USER, which=WHICH)
    def register_again(self, user: str, which: int) -> None:
        """A BSN on file is a new assignment of that client; a coach is not told whose it is outside the caseload."""
        number = self.pick(which)
        if number == NOBODY:
            return
        dossier = self.office.dossiers[number]
        if not dossier.bsn or dossier.joined:
            return  # only who has a number is recognised by it
        code = self.office.enter(user, "client register")
        if code == DONE and self.office.users[user] == "coach" and dossier.coach != user:
            code = NOT_PERMITTED
        reference = f"A{len(dossier.assignments) + 1}"
        order = ("--opdrachtgever", SUPPLIER, "--assignment", reference, "--from", "-")
        row = {"geslachtsnaam": dossier.name, "geboortedatum": dossier.born, "burgerservicenummer": dossier.bsn}
        data = self.run(user, "client", "register", *order, stdin=json.dumps(row), expected=code)
        if code == DONE:
            assert data["again"], data
            dossier.assignments[reference] = None
            dossier.assigned = self.office.today
            dossier.is_grown = True
            dossier.recount()

    @rule(user=HEAD, which=WHICH, coach=st.sampled_from([*USERS]))
    def assign(self, user: str, which: int, coach: str) -> None:
        number = self.pick(which)
        code = self.office.enter(user, "client assign", number)
        is_coach = self.office.users[coach] == "coach" and coach not in self.office.revoked
        if code == DONE and not is_coach:
            code = INVALID
        if code == NOT_FOUND and not is_coach:
            return  # which of both is said first is nobody's matter
        self.run(user, "client", "assign", number, "--coach", coach, expected=code)
        if code == DONE:
            self.office.dossiers[number].coach = coach

    @rule(
        user=USER,
        which=WHICH,
        field=st.sampled_from(
            [one for one in law.FIELDS if one not in {"geslachtsnaam", "geboortedatum", "burgerservicenummer"}]
        ),
        secret=st.booleans(),
        reason=st.booleans(),
    )
    def record(self, user: str, which: int, field: str, *, secret: bool, reason: bool) -> None:
        number, value = self.pick(which), f"w{self.office.count('value')}"
        reason = reason and self.office.users[user] == "coach"
        code = self.office.enter(user, "client record", number, reason=reason)
        bases = {
            "gezondheid": ("--grondslag", "uavg_30"),
            "begeleiding": ("--grondslag", "uavg_30"),
            "detentie": ("--grondslag", "uavg_33"),
        }
        more = (*bases.get(field, ()), *(("--geheim", "beroep") if secret else ()))
        words = ("client", "record", number, field, "--source", "geregistreerde", *more)
        self.run(user, *words, stdin=value, expected=code, reason=reason)
        if code == DONE:
            dossier = self.office.dossiers[number]
            before = [
                one for one in dossier.entries if one.field == field and not one.closed and not law.FIELDS[field][2]
            ]
            for one in before:  # a duty of secrecy goes on to the value that takes the place of a secret one
                one.closed, secret = True, secret or one.secret
            replaced = before[-1] if before else None
            dossier.entries.append(Entry(field, value, user, self.office.now, secret, replaced))

    @rule(user=USER, which=WHICH)
    def end(self, user: str, which: int) -> None:
        number = self.pick(which)
        if number != NOBODY and self.office.dossiers[number].joined:
            return  # each of the two has an assignment of that name
        code = self.office.enter(user, "client end", number)
        self.run(user, "client", "end", number, "--opdrachtgever", SUPPLIER, "--assignment", "A1", expected=code)
        if code == DONE:
            self.office.dossiers[number].assignments["A1"] = self.office.today

    # Art. 10: contacts

    @rule(
        user=USER,
        which=WHICH,
        ago=st.integers(-1, 400),
        kind=st.sampled_from((*law.RESTARTS, *law.NO_CONTACT)),
        reason=st.booleans(),
    )
    def log(self, user: str, which: int, ago: int, kind: str, *, reason: bool) -> None:
        number, on = self.pick(which), self.office.today - ago * DAY
        reason = reason and self.office.users[user] == "coach"
        code = INVALID if ago < 0 else self.office.enter(user, "contact log", number, reason=reason)
        if code == DONE and kind in law.RESTARTS and self.office.dossiers[number].is_dead(on):
            code = REFUSED
        words = ("contact", "log", number, "--on", on.isoformat(), "--kind", kind)
        self.run(user, *words, expected=code, reason=reason)
        if code == DONE:
            dossier = self.office.dossiers[number]
            dossier.contacts[self.office.count("contact")] = Contact(on, kind, self.office.now, user)
            dossier.recount()

    @precondition(lambda self: any(one.contacts for one in self.office.dossiers.values()))
    @rule(user=USER, which=WHICH, last=st.integers(0, 2), takes_back=st.booleans())
    def withdraw_contact(self, user: str, which: int, last: int, *, takes_back: bool) -> None:
        """A contact is withdrawn, with its reason; or taken back as a mistake of the office."""
        number = self.pick(which)
        dossier = self.office.dossiers.get(number)
        numbers = list(dossier.contacts)[::-1] if dossier else []
        contact = numbers[last % len(numbers)] if numbers and last < 2 else self.office.peek("contact")
        command = "client mistake" if takes_back else "contact withdraw"
        code = self.office.enter(user, command, number)
        if code == DONE and dossier is not None:
            held = dossier.contacts.get(contact)
            if held is None or (held.withdrawn and not takes_back):
                code = NOT_FOUND
            elif takes_back and not self.office.may_take_back(user, held):
                code = NOT_PERMITTED
            elif takes_back and self.office.is_kept(dossier):
                code = REFUSED
        option = ("--contact", str(contact), "--reason", "typefout") if takes_back else (str(contact),)
        self.run(user, *command.split(), number, *option, stdin=WORDS, expected=code)
        if code == DONE and dossier is not None:
            if takes_back:
                del dossier.contacts[contact]
            else:
                dossier.contacts[contact].withdrawn = True
            dossier.recount()

    # Art. 7 and 14.1: what is seen

    @rule(user=USER)
    def look_at_list(self, user: str) -> None:
        code = self.office.enter(user, "client list")
        data = self.run(user, "client", "list", expected=code)
        if code == DONE:
            assert {one["client"]["number"] for one in data["clients"]} == self.office.visible(user), data

    @rule(user=USER, which=WHICH, reason=st.booleans())
    def look(self, user: str, which: int, *, reason: bool) -> None:
        number = self.pick(which)
        reason = reason and self.office.users[user] in {"coach", "management"}
        code = self.office.enter(user, "client show", number, reason=reason)
        data = self.run(user, "client", "show", number, expected=code, reason=reason)
        if code == DONE:
            self.compare(user, self.office.dossiers[number], data)

    def compare(self, user: str, dossier: Dossier, data: Any) -> None:
        """What is shown of a dossier is what the user may see of it."""
        shown = data["dossier"]
        seen = sorted((one["field"], one["value"], one["closed_at"] is not None) for one in shown["entries"])
        assert seen == self.office.entries(user, dossier.number), (user, seen)
        if self.office.users[user] != "management" and not dossier.rest:
            contacts = {
                one["number"]: (one["on"], one["kind"], one["withdrawn_at"] is not None) for one in shown["contacts"]
            }
            held = {number: (one.on.isoformat(), one.kind, one.withdrawn) for number, one in dossier.contacts.items()}
            assert contacts == held, (contacts, held)
        hidden = any(one.field_class in law.SEALED for one in dossier.entries)
        sees_all = law.SEEN[self.office.users[user]] == law.SEEN["beheerder"]
        assert shown["withheld"] or sees_all or not hidden, shown
        assert not (shown["withheld"] and sees_all), shown
        if not dossier.rest:
            assert data["term"]["last_on"] == law.five_years_after(dossier.counted).isoformat(), data["term"]
