"""Make a frozen vault of the format of this program: `python -m tests.frozen.make`.

It is made once for each released schema and never again; what later versions must open is what stands in the
folder of its number, not what this makes.
"""

import contextlib
import json
import shutil
import tempfile
from pathlib import Path

from tests.procedures.people import PEOPLE
from tests.stage import PASSWORD, Stage
from wkc.__main__ import main
from wkc.store.queries import version
from wkc.vault.keys.password import DEFAULT

HERE = Path(__file__).parent
SEALED = {
    "geboorteland_ouder": "Suriname",
    "ziekmelding": "2026-03-02",
    "gezondheid": "Zittend werk, vier uur per dag.\nGeen trappen.",
    "detentie": "tot 1 mei 2025, \N{LATIN SMALL LETTER E WITH ACUTE}\N{LATIN SMALL LETTER E WITH ACUTE}n jaar",
}
MANDATE = {
    "kind": "gemachtigde",
    "name": "J. Jansen",
    "from": "2026-11-01",
    "document": "Ondertekende brief van 1 november.",
    "on": "2026-11-20",
    "by": "anna",
}
GROUNDS = {"geboorteland_ouder": "uavg_25", "detentie": "uavg_33"}
ORDER = (
    *("--opdrachtgever", "Gemeente Voorbeeldstad", "--assignment", "F1"),
    *("--special-basis", "uavg_30,uavg_25", "--criminal-basis", "uavg_33"),
)
PEOPLE_OF_THE_OFFICE = (
    ("bram", "coach"),
    ("mo", "medewerker"),
    ("dirk", "management"),
    ("els", "beheerder"),
    ("frank", "coach"),
)


def made(stage: Stage) -> None:
    """Do what an office does: everybody designated, clients taken in and kept, one lowered, one gone."""
    new = ("--new-password-file", str(stage.password_file))
    stage.must("party", "add", "Gemeente Voorbeeldstad", "--kind", "opdrachtgever")
    for user, role in PEOPLE_OF_THE_OFFICE:
        stage.must("user", "designate", user, "--name", user.title(), "--role", role, "--function", "f", *new)
    key = str(stage.folder / "service.key")
    stage.must("user", "designate", "nacht", "--service", "--responsible", "anna", "--key-file", key)
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(PEOPLE))
    for field, value in SEALED.items():
        ground = GROUNDS.get(field, "uavg_30")
        stage.must(
            "client", "record", "2026-2", field, "--source", "geregistreerde", "--grondslag", ground, stdin=value
        )
    secret = ("--source", "uwv", "--basis", "wwb", "--geheim", "wet", "--citation", "Wet SUWI 74")
    stage.must("client", "record", "2026-2", "inkomsten", *secret, stdin="120 euro in de week")
    stage.must("contact", "log", "2026-2", "--on", "2026-11-02", "--kind", "gesprek", "--note", stdin="Ging goed.")
    wrong = ("--on", "2026-11-03", "--kind", "telefoon", "--note")
    contacts = stage.json("contact", "log", "2026-2", *wrong, stdin="Verkeerd.")["contacts"]
    stage.must("contact", "withdraw", "2026-2", str(contacts[-1]["number"]), stdin="dit was iemand anders")
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    stage.user = "bram"
    stage.must("--break-glass-file", "-", "client", "show", "2026-2", stdin="collega is ziek")
    stage.wkc("client", "show", "2026-3")
    stage.user = "anna"
    covered(stage)
    stage.must("user", "role", "els", "coach")
    stage.must("user", "revoke", "frank")


def covered(stage: Stage) -> None:
    """Write down what the signed log covers, and a paper: consents, one withdrawn, a mandate, a hold, a document."""
    stage.must("party", "add", "Bakkerij Voorbeeld", "--kind", "werkgever")
    for purpose in ("proefplaatsing", "stage"):
        consent = ("--purpose", purpose, "--categories", "1,12", "--how", "schriftelijk")
        stage.must("consent", "give", "2026-2", "--recipient", "Bakkerij", *consent)
    stage.must("consent", "withdraw", "2026-2", "2")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR 52", "--categories", "1", "--until", "2030-01-01")
    stage.must("retention", "hold", "2026-2", *duty)
    asked = ("--kind", "inzage", "--mandate", "-")
    stage.must("request", "receive", "2026-3", *asked, stdin=json.dumps(MANDATE))
    diploma = stage.file("diploma.txt", "Lassen, niveau 2\n")
    origin = ("--category", "10", "--source", "geregistreerde", "--title", "diploma")
    stage.must("document", "add", "2026-2", str(diploma), *origin)


def at_full_cost(stage: Stage) -> None:
    """Give one user, bram, a password at the cost of a real register."""
    stage.user = "bram"
    environment = stage.environment()._replace(cost=DEFAULT)
    assert main(["passwd", "--new-password-file", str(stage.password_file)], environment) == 0
    stage.user = "anna"


def frozen(target: Path) -> None:
    """Make one and put it in a folder, with its secrets and with the copy of one client as it was then."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        here = Path(folder)
        here.chmod(0o700)
        stage = Stage(here)
        stage.password_file.write_text(PASSWORD + "\n", encoding="utf-8")
        stage.password_file.chmod(0o600)
        office = ("--name", "Bureau Proef", "--place", "Alkmaar", "--kvk", "12345678", "--beheerder", "anna")
        codes = stage.json("--yes", "init", *office)["recovery_codes"]
        made(stage)
        at_full_cost(stage)
        stage.must("inzage", "export", "2026-2", "--format", "json", "--output", str(here / "copy.json"))
        shutil.copytree(stage.home, target / "register", ignore=shutil.ignore_patterns("lock"))
        shutil.copy(here / "copy.json", target)
        secrets = {"password": PASSWORD, "codes": codes, "key": (here / "service.key").read_text(encoding="utf-8")}
        (target / "secrets.json").write_text(json.dumps(secrets, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    frozen(HERE / str(version()))
