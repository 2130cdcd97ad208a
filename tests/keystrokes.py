"""Keys per task, counted in a real terminal: `python -m tests.keystrokes` prints the table of using.md.

Before are the keys that a new user needed who knew the work and not the program, with commands alone.
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.stage import Stage
from tests.window import F1, F4, Window

HOME = "anna>"
FUNCTION_KEYS = {"F1": F1, "F4": F4}
HEAD = ("| task | keys before | keys now |", "|---|---|---|")


class Task(NamedTuple):
    """One task: the keys it cost before, and its steps: what is typed, and what the screen says after it.

    Enter follows what is typed, but no function key.
    """

    name: str
    before: str
    steps: str

    def pairs(self) -> list[tuple[str, str]]:
        """Give the keys of each step and what the screen says after them."""
        lines = (line.split("->") for line in self.steps.strip("\n").splitlines())
        return [(FUNCTION_KEYS.get(keys[:-1], keys[:-1] + "\r"), then[1:]) for keys, then in lines]


def request_of(kind: str) -> str:
    """Give the steps from the menu to a request of one client whose identity is established."""
    return f"""
5 -> Client
petra -> What the client wants
{kind} -> Day on which
 -> How it came
 -> in the client's own words
 -> Is this right
 -> What next
1 -> How it was made sure
bek -> Day [
 -> Is this right
 -> What next
"""


DECIDED = """\
1 -> Decision
"""
"""The decision on a request that changes nothing, chosen as what comes next."""

COPIED = """\
toe -> Is this right
 -> What next
1 -> Is this right
 -> What next
"""
"""A request granted, and its copy made."""

PRINTED_AND_SENT = """\
1 -> Which letter
 -> File
 -> Is this right
 -> What next
1 -> Which letter
 -> Day on which
 -> Is this right
 -> anna>
"""
"""A letter printed and sent."""

TASKS = (
    Task(
        "take in a list",
        "358, and work in Excel",
        """
7 -> The file
lijst.csv -> Opdrachtgever
 -> Reference
W1 -> Is this right
 -> Enter takes them in
 -> What next
 -> anna>
""",
    ),
    Task(
        "register a client",
        "not counted",
        """
6 -> Opdrachtgever
 -> Reference
W1 -> Geslachtsnaam
Jansen -> Voorvoegsel
 -> Voornamen
Petra -> Geboortedatum
3-2-1980 -> Geslacht (
v -> Burgerservice
999990639 -> Adres
Laan 1 -> Postcode
1811ab -> Woonplaats
Alkmaar -> Telefoon
0725112233 -> E-mail
 -> Is this right
 -> What next
 -> anna>
""",
    ),
    Task(
        "log a call",
        "357",
        """
petra -> 2026-0002>
F1 -> Kind of contact
tel -> Day
 -> Note
terugbellen morgen -> Is this right
 -> What next
 -> 2026-0002>
0 -> anna>
""",
    ),
    Task(
        "judge UWV on the telephone",
        "151 and 101",
        """
petra -> 2026-0002>
F4 -> Who calls
jan -> Do you doubt
no -> What is the call
werkl -> Which law
ww -> Which article
 -> Which data
naam -> And what else
 -> Did you give it
all -> >
0 -> anna>
""",
    ),
    Task(
        "answer an inzage request up to the copy",
        "749",
        request_of("afs") + DECIDED + COPIED + PRINTED_AND_SENT,
    ),
    Task(
        "refuse a request",
        "567, with an extension",
        request_of("afs")
        + DECIDED
        + """\
afg -> Ground of
buit -> Reasons
Dit is de vierde keer. -> Is this right
 -> What next
 -> anna>
""",
    ),
    Task(
        "correct a birth date",
        "707",
        request_of("verb")
        + """\
1 -> Which entry
geb -> What it should be
4-2-1980 -> Why
onj -> Is this right
 -> What next
2 -> Decision
toe -> Is this right
 -> What next
"""
        + PRINTED_AND_SENT
        + """\
8 -> Requests
10 -> Request [
 -> Is this right
 -> SHA-256
0 -> Type a number
""",
    ),
    Task(
        "see what is due",
        "not counted",
        """
10 -> Type a number
""",
    ),
    Task(
        "plan a backup",
        "318, with a drill",
        """
14 -> Folder
 -> Is this right
 -> What next
 -> anna>
""",
    ),
    Task(
        "let a colleague go",
        "89",
        """
11 -> Who
bram -> Is this right
 -> What next
1 -> To whom
dirk -> Is this right
 -> anna>
""",
    ),
)


def table() -> list[str]:
    """Do each task in one window, and give the table."""
    lines = list(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        window = Window(prepared(Path(folder)), rows=40, language="C.UTF-8")
        window.see(HOME)
        for task in TASKS:
            begun = window.keys
            for keys, then in task.pairs():
                window.press(keys, then, settled=0.01)
            lines.append(f"| {task.name} | {task.before} | {window.keys - begun} |")
        window.close()
    return lines


def prepared(folder: Path) -> Stage:
    """Make an office with an opdrachtgever, two coaches, UWV with somebody on file, and a list that came in."""
    folder.chmod(0o700)
    office = Stage(folder).founded()
    office.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    office.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    caller = '{"name": "Jan de Wit", "function": "klantmanager", "telephone": "088 898 98 98"}'
    office.must("party", "person", "add", "UWV", "--from", "-", stdin=caller)
    office.must("party", "person", "verify", "UWV", "1", "--source", "website")
    (folder / "backups").mkdir(mode=0o700)
    settings = {"contact": "072 000 00 00", "address": "Laan 1, 1811 AB Alkmaar", "signer": "A. Visser"}
    for name, value in settings.items():
        office.must("settings", "set", f"houder.{name}", value)
    office.must("settings", "set", "backup.folder", str(folder / "backups"))
    for coach in ("bram", "dirk"):
        person = ("--name", coach.title(), "--role", "coach", "--function", "coach")
        office.must("user", "designate", coach, *person, "--new-password-file", str(office.password_file))
    rows = (
        "geslachtsnaam;voornamen;geboortedatum;adres;postcode;woonplaats\nSmit;Jan;01-01-1990;Laan 2;1811 AB;Alkmaar\n"
    )
    office.file("lijst.csv", rows)
    return office


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
