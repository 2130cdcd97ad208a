"""Every command by role, by own and other caseload, by active and withdrawn, against a table of its own."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stage import PASSWORD, Stage
from tests.transcripts.test_interface import every_command
from wkc.cli.terminal.command_action import is_offered
from wkc.procedures.core.session import Session
from wkc.records.dossier import Client
from wkc.records.field import FieldClass
from wkc.records.user import Role, User
from wkc.rules.access.permission import GRANTS, may
from wkc.rules.access.purpose import PURPOSE_OF
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

NO_SIGN_IN = {
    ("init",),
    ("demo",),
    ("recover",),
    ("client", "fields"),
    ("reglement",),
    ("shell",),
    ("menu",),
    ("handboek",),
}
NO_SIGN_IN |= {("login",), ("logout",)}
AT_A_TERMINAL = {("disclosure", "call")}
"""What is a conversation, and does what `disclosure check` and `disclosure log` may."""
"""Commands that look at no register, or at one through the commands typed in them; sessions: test_session.py."""

ACCOUNT = json.dumps(
    {
        "nature": "Een laptop is gestolen.",
        "consequences": "Iemand kan het lezen.",
        "measures": "De schijf is gewist.",
        "advice": "Let op vreemde berichten.",
    }
)
"""What a breach is reported with."""

# beheerder, coach, medewerker, management, service:
# a(ll), o(wn caseload), r(eason only), w(ritten down as refused by the regulation), - (refused)
EXPECTED = {
    "whoami": "aaaaa",
    "passwd": "aaaa-",
    "client register": "aoa--",
    "client import": "a-a--",
    "client show": "aoar-",
    "client find": "aoa--",
    "client list": "aoa--",
    "client record": "aoa--",
    "client assign": "a----",
    "client end": "aoa--",
    "client supplied": "ao---",
    "contact log": "aoa--",
    "contact withdraw": "aoa--",
    "contact list": "aoa--",
    "contact plan": "aoa--",
    "contact planned": "aoa--",
    "contact kept": "aoa--",
    "contact missed": "aoa--",
    "contact move": "aoa--",
    "contact cancel": "aoa--",
    "form print": "ao---",
    "form signed": "ao---",
    "form list": "ao---",
    "document add": "aoa--",
    "document place": "aoa--",
    "document list": "aoa--",
    "document show": "ao---",
    "document export": "ao---",
    "document remove": "aoa--",
    "document destroyed": "aoa--",
    "document papers": "a----",
    "party add": "aaa--",
    "party body": "a-a--",
    "party set": "a-a--",
    "party list": "aaaa-",
    "party show": "aaaa-",
    "party columns": "aaaa-",
    "party person add": "a-a--",
    "party person list": "aaa--",
    "party person verify": "aaa--",
    "party person remove": "a-a--",
    "disclosure check": "ao---",
    "disclosure log": "aow--",
    "disclosure decide": "a----",
    "disclosure letter": "ao---",  # A medewerker gets one only of what they put on file themselves.
    "disclosure list": "ao---",
    "disclosure show": "ao---",
    "report progress": "ao---",
    "report show": "ao---",
    "report final": "ao---",
    "report print": "ao---",
    "report sent": "ao---",
    "report list": "ao---",
    "report drop": "ao---",
    "report due": "ao---",
    "report checklist": "ao---",
    "report year": "a--a-",
    "consent give": "ao---",
    "consent withdraw": "aoa--",
    "consent list": "aoa--",
    "correction initiate": "a----",
    "correction propose": "ao---",
    "correction drop": "ao---",
    "correction statement": "ao---",
    "correction apply": "a----",
    "correction tell": "ao---",
    "correction lift": "a----",
    "request receive": "aoa--",
    "request search": "a----",
    "request link": "a----",
    "request join": "aoa--",
    "client accept": "a----",
    "client link": "a----",
    "client unlink": "a----",
    "client deceased": "aoa--",
    "client mistake": "aoa--",
    "undo": "aaa--",
    "user responsible": "a----",
    "user review": "a----",
    "request ask-identity": "aoa--",
    "request identify": "aoa--",
    "request extend": "a----",
    "audit report": "a----",
    "processing show": "a----",
    "processing export": "w----",
    "breach open": "aaaa-",
    "breach update": "a----",
    "breach scope": "a----",
    "breach describe": "a----",
    "breach letters": "a----",
    "breach export": "a----",
    "breach decide": "a----",
    "breach told": "a----",
    "breach close": "a----",
    "breach list": "a----",
    "breach show": "a----",
    "request review": "ao---",
    "request decide": "a----",
    "request notify": "a----",
    "request withdraw": "aoa--",
    "request address": "aoa--",
    "request void": "aoa--",
    "request list": "aoa--",
    "request show": "aoa--",
    "inzage export": "ao---",
    "inzage desk": "ao---",
    "letter intake": "aoa--",
    "client destroy": "a----",
    "retention due": "a---a",
    "retention run": "a---a",
    "retention hold": "a----",
    "retention release": "a----",
    "retention statement": "a---a",
    "agenda": "aoa-a",
    "letter list": "aoa--",
    "letter print": "ao---",
    "letter sent": "aoa--",
    "letter void": "aoa--",
    "letter notify": "aoa--",
    "audit list": "a----",
    "audit review": "a----",
    "audit verify": "a---a",
    "audit accept": "a----",
    "audit anchor": "a----",
    "audit export": "a----",
    "backup create": "a---a",
    "backup verify": "a---a",
    "backup plan": "a----",
    "backup list": "a---a",
    "backup prune": "a---a",
    "backup restore": "a----",
    "backup drill": "a----",
    "doctor": "a---a",
    "user designate": "a----",
    "user reset": "a----",
    "user role": "a----",
    "user revoke": "a----",
    "user list": "a----",
    "user show": "a----",
    "settings show": "aaaa-",
    "settings set": "a----",
}
ROLES = (Role.BEHEERDER, Role.COACH, Role.MEDEWERKER, Role.MANAGEMENT, Role.SERVICE)
ON_ONE_CLIENT = {
    *("letter print", "letter sent", "letter void"),
    *("report progress", "report show", "report print", "report final"),
    *("report list", "report drop", "report checklist"),
    *("contact plan", "contact planned", "contact kept", "contact missed", "contact move", "contact cancel"),
    *(
        "client show",
        "client record",
        "client supplied",
        "contact log",
        "contact withdraw",
        "contact list",
        "inzage export",
    ),
    *("form print", "form signed"),
    *("document add", "document place", "document list", "document show", "document export", "document destroyed"),
    *("consent give", "consent withdraw", "consent list"),
    *("disclosure check", "disclosure log", "disclosure list", "disclosure show"),
    *("request receive", "request ask-identity", "request identify", "request withdraw", "request show"),
    "request void",
    *("correction propose", "correction drop", "correction statement"),
}
TOLD = ("--recipient", "Gemeente", "--channel", "brief", "--ground", "doel", "--purpose", "voortgang",
        "--categories", "1")  # fmt: skip
ABOUT_SCHOOL = ("--category", "10", "--source", "geregistreerde")


def words(command: str, stage: Stage) -> list[str]:
    """Give a command with what it needs, about client 2026-0002 where it is about one."""
    number = "2026-2"
    more = {
        "passwd": ["--new-password-file", str(stage.password_file)],
        "client register": ["--opdrachtgever", "Gemeente", "--assignment", "A9", "--from", "-"],
        "client import": ["-", "--opdrachtgever", "Gemeente", "--assignment", "A8"],
        "client show": [number],
        "client find": ["dal"],
        "client record": [number, "adres", "--source", "geregistreerde"],
        "client assign": [number, "--coach", "other"],
        "client supplied": [number],
        "client end": [number, "--opdrachtgever", "Gemeente", "--assignment", "A1"],
        "contact log": [number, "--on", "2026-11-01", "--kind", "gesprek"],
        "contact withdraw": [number, "1"],
        "contact list": [number],
        "contact plan": [number, "--on", "2026-12-01"],
        "contact planned": [number],
        "contact kept": [number, "1"],
        "contact missed": [number, "1"],
        "contact move": [number, "1", "--on", "2026-12-02"],
        "contact cancel": [number, "1"],
        "form print": ["toestemming", number, "--recipient", "Gemeente", "--purpose", "stage", "--categories", "1",
                       "--output", str(stage.folder / "form.pdf")],
        "form signed": ["F2026-1", "--on", "2026-11-23"],
        "document add": [number, str(stage.folder / "diploma.txt"), *ABOUT_SCHOOL],
        "document place": [number, *ABOUT_SCHOOL, "--where", "kast 1", "--destroy-on", "2030-01-01"],
        "document list": [number],
        "document show": [number, "1"],
        "document export": [number, "1", "--output", str(stage.folder / "uit.txt")],
        "document remove": ["2026-9", "1", "--reason", "dubbel"],
        "document destroyed": [number, "2"],
        "party add": ["Bedrijf", "--kind", "werkgever"],
        "party body": ["Gemeente", "andere_gemeente"],
        "report progress": [number, "--opdrachtgever", "Gemeente"],
        "report show": [number, "--opdrachtgever", "Gemeente"],
        "report print": [number, "--opdrachtgever", "Gemeente", "--output", str(stage.folder / "report.pdf")],
        "report sent": [number, "--opdrachtgever", "Gemeente"],
        "report final": [number, "--opdrachtgever", "Gemeente", "--output", str(stage.folder / "report.pdf")],
        "report list": [number],
        "report drop": [number, "--opdrachtgever", "Gemeente"],
        "report checklist": [number, "--opdrachtgever", "Gemeente"],
        "party set": ["Gemeente", "--place", "Alkmaar"],
        "party show": ["Gemeente"],
        "party columns": ["Gemeente"],
        "disclosure check": [number, *TOLD],
        "disclosure log": [number, *TOLD],
        "disclosure decide": [number, "1", "--allow"],
        "disclosure letter": [number, "1", "--output", str(stage.folder / "letter.pdf")],
        "disclosure list": [number],
        "disclosure show": [number, "1"],
        "letter print": ["B2026-1", "--output", str(stage.folder / "letter.pdf")],
        "letter sent": ["B2026-1"],
        "letter void": ["B2026-1"],
        "letter notify": [number],
        "consent give": [number, "--recipient", "Gemeente", "--purpose", "stage", "--how", "e_mail",
                         "--categories", "1"],
        "party person add": ["Gemeente", "--from", "-"],
        "party person list": ["Gemeente"],
        "party person verify": ["Gemeente", "1", "--source", "website"],
        "party person remove": ["Gemeente", "1"],
        "consent withdraw": [number, "1"],
        "consent list": [number],
        "request receive": [number, "--kind", "inzage"],
        "request search": ["V2026-9"],
        "request join": ["V2026-1", "V2026-9"],
        "client accept": ["2026-9"],
        "client link": ["2026-1", "2026-9"],
        "client unlink": ["2026-9"],
        "inzage desk": ["2026-9", "--request", "V2026-9"],
        "letter intake": ["2026-9"],
        "client deceased": ["2026-9", "--wrong"],
        "client mistake": ["2026-9", "--contact", "1", "--reason", "dubbel"],
        "undo": ["--reason", "dubbel"],
        "user responsible": ["nobody", "anna"],
        "request link": ["V2026-9", number],
        "request ask-identity": ["V2026-1", "--doubt"],
        "request identify": ["V2026-1", "--method", "bekend"],
        "request extend": ["V2026-1", "--code", "complex"],
        "report year": ["2025", "--format", "json", "--output", str(stage.folder / "year.json")],
        "breach open": ["--kind", "diefstal"],
        "breach update": ["D2026-9", "--kind", "verlies"],
        "breach scope": ["D2026-9", "2026-1"],
        "breach describe": ["D2026-9", "--from", "-"],
        "breach letters": ["D2026-9"],
        "breach export": ["D2026-9"],
        "breach decide": ["D2026-9", "--ap", "--no-persons", "--from", "-"],
        "breach told": ["D2026-9", "ap"],
        "breach close": ["D2026-9"],
        "breach show": ["D2026-9"],
        "request review": ["V2026-1"],
        "request decide": ["V2026-1", "--decision", "afgewezen", "--code", "buitensporig"],
        "request notify": ["V2026-2"],
        "request withdraw": ["V2026-1"],
        "request address": ["V2026-9"],
        "request void": ["V2026-1"],
        "request show": ["V2026-1"],
        "correction initiate": ["2026-1", "3", "--why", "niet_ter_zake"],
        "correction propose": ["V2026-3", "1", "--why", "onjuist"],
        "correction drop": ["V2026-5", "1"],
        "correction statement": ["V2026-4"],
        "correction apply": ["V2026-9"],
        "correction tell": ["V2026-9"],
        "correction lift": ["V2026-9", "--told-on", "2026-11-23"],
        "inzage export": [number, "--format", "json", "--output", str(stage.folder / "out.json")],
        "client destroy": ["2026-1", "--vergissing"],
        "retention hold": [number, "--ground", "rechtszaak", "--until", "2030-01-01"],
        "retention release": [number, "1"],
        "retention statement": ["--output", str(stage.folder / "statement.pdf")],
        "audit report": ["2026-2"],
        "audit review": ["1"],
        "audit export": ["--output", str(stage.folder / "log.jsonl")],
        "backup create": ["--to", str(stage.folder)],
        "backup plan": ["--key-file", str(stage.folder / "key"), "--to", str(stage.folder / "backups")],
        "backup restore": [*map(str, (stage.folder / "backups").iterdir())],
        "user designate": ["new", "--name", "N", "--role", "coach", "--function", "f", "--new-password-file",
                           str(stage.password_file)],
        "user reset": ["other", "--new-password-file", str(stage.password_file)],
        "user role": ["mede", "coach"],
        "user revoke": ["other"],
        "user show": ["other"],
        "settings set": ["court", "Rechtbank Amsterdam"],
    }  # fmt: skip
    asked = {"client destroy", "client link", "client unlink", "backup restore", "report year"}
    asks_nothing = ["--yes"] if command in asked else []
    return [*asks_nothing, *command.split(), *more.get(command, [])]


STDIN = {
    "audit accept": "Back-up teruggezet.",
    "breach open": "Een laptop is gestolen.",
    "breach describe": ACCOUNT,
    "breach decide": '{"ap": "De schijf was open.", "persons": "Geen hoog risico."}',
    "breach close": "De schijven zijn nu versleuteld.",
    "report progress": "Het gaat goed.",
    "client register": '{"geslachtsnaam": "Nieuw"}',
    "client import": '[{"geslachtsnaam": "Lijst"}]',
    "client record": "Laat 1",
    "contact withdraw": "vergissing",
    "party person add": '{"name": "J. Bakker", "function": "consulent", "telephone": "072-5112233"}',
    "disclosure decide": "Het moet.",
    "request extend": "Veel papier",
    "request address": "J. Bakker",
    "request void": "Bij de verkeerde cliënt",
    "letter void": "Bij de verkeerde cliënt",
    "undo": "Bij de verkeerde cliënt",
    "request decide": "De elfde keer dit jaar",
    "correction initiate": "Niet meer nodig.",
    "correction propose": "Daal",
    "correction statement": "Het is anders.",
    "retention release": "het is klaar",
}
WHO = dict(zip(ROLES, ("anna", "coach", "mede", "dir", "cron"), strict=True))


@pytest.fixture(scope="module")
def office(original: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """An office with one user of each role, and a client 2026-0002 with a contact, in the other coach's caseload."""
    stage = Stage(tmp_path_factory.mktemp("office"), now=original.now)
    shutil.copytree(original.folder, stage.folder, dirs_exist_ok=True)
    stage.folder.chmod(0o700)
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("party", "set", "Gemeente", "--address", "Postbus 1", "--postcode", "1800 AA", "--place", "Alkmaar")
    for user, role in (("coach", "coach"), ("other", "coach"), ("mede", "medewerker"), ("dir", "management")):
        password = ("--new-password-file", str(stage.password_file))
        stage.must("user", "designate", user, "--name", user, "--role", role, "--function", "f", *password)
    key = str(stage.folder / "key")
    stage.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", key)
    home = {"adres": "Laat 1", "postcode": "1811 EH", "woonplaats": "Alkmaar"}
    rows = json.dumps([{"geslachtsnaam": "Berg"} | home, {"geslachtsnaam": "Dal"} | home])
    stage.must("client", "import", "-", "--opdrachtgever", "Gemeente", "--assignment", "A1", stdin=rows)
    stage.must("client", "assign", "2026-2", "--coach", "other")
    stage.must("contact", "log", "2026-2", "--on", "2026-11-01", "--kind", "gesprek")
    stage.must("contact", "plan", "2026-2", "--on", "2026-11-23")
    stage.must("report", "progress", "2026-2", "--opdrachtgever", "Gemeente", stdin="Het gaat goed.")
    asked = ("--recipient", "Gemeente", "--purpose", "stage", "--categories", "1")
    stage.must("form", "print", "toestemming", "2026-2", *asked, "--output", str(stage.folder / "to-sign.pdf"))
    (stage.folder / "diploma.txt").write_text("Lassen, niveau 2.", encoding="utf-8")
    stage.must("document", "add", "2026-2", str(stage.folder / "diploma.txt"), *ABOUT_SCHOOL)
    stage.must("document", "place", "2026-2", *ABOUT_SCHOOL, "--where", "kast 1", "--destroy-on", "2030-01-01")
    stage.must("settings", "set", "houder.contact", "072 000 00 00")
    stage.must("disclosure", "log", "2026-2", *TOLD)
    stage.must("letter", "notify", "2026-2")
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--categories", "1,12", "--how", "schriftelijk")
    stage.must("consent", "give", "2026-2", *consent)
    for _ in range(2):
        stage.must("request", "receive", "2026-2", "--kind", "inzage")
    stage.must("request", "decide", "V2026-2", "--decision", "afgewezen", "--code", "buitensporig", stdin="De elfde")
    stage.must("request", "receive", "2026-2", "--kind", "verbetering")
    stage.must("request", "receive", "2026-2", "--kind", "beperking")
    stage.must("correction", "propose", "V2026-4", "1", "--why", "onjuist")
    stage.must("request", "identify", "V2026-4", "--method", "bekend")
    stage.must("request", "decide", "V2026-4", "--decision", "afgewezen", "--code", "ter_zake", stdin="Nog nodig.")
    stage.must("request", "receive", "2026-2", "--kind", "verwijdering")
    stage.must("correction", "propose", "V2026-5", "--appointment", "1", "--why", "niet_ter_zake")
    (stage.folder / "backups").mkdir()
    stage.must("backup", "create", "--to", str(stage.folder / "backups"))
    return stage


@pytest.fixture
def copied(office: Stage, tmp_path: Path) -> Stage:
    shutil.copytree(office.folder, tmp_path, dirs_exist_ok=True)
    tmp_path.chmod(0o700)
    return Stage(tmp_path, now=office.now)


def sitting(stage: Stage, role: Role) -> Stage:
    stage.user = WHO[role]
    stage.credentials = stage.folder / "key" if role is Role.SERVICE else None
    return stage


def read_last_outcome(stage: Stage) -> str:
    """Read how the last line of the log ended, as the register has it: 400 times `audit list` would take a fifth."""
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with here.opened() as register:
        line = register.connection.execute("SELECT outcome FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        return str(line["outcome"])


def taken_in(command: str, stage: Stage) -> list[str]:
    """Give a command as `words` does, but what is taken back in it the acting user wrote down.

    That of somebody else is theirs or the beheerder's to take back.
    """
    wanted = words(command, stage)
    if command in {"request void", "correction drop"}:
        assert stage.wkc("--json", *wanted, stdin=STDIN.get(command, "")).error["name"] == "mistake_of_another"
    if command == "request withdraw":
        assert stage.wkc("--json", *wanted).error["name"] == "withdrawal_of_another"
    if command in {"request void", "request withdraw"}:
        wanted[-1] = stage.json("request", "receive", "2026-2", "--kind", "inzage")["request"]["number"]
    if command == "correction drop":
        wanted[-2:] = ["V2026-3", "1"]
        stage.must(*words("correction propose", stage), stdin=STDIN["correction propose"])
    return wanted


def test_every_command_is_in_the_table_or_needs_nobody() -> None:
    commands = {" ".join(path) for path, _ in every_command() if path not in NO_SIGN_IN | AT_A_TERMINAL}
    assert commands == set(EXPECTED)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("command", EXPECTED)
def test_each_role_may_what_the_table_says_and_no_more(copied: Stage, command: str, role: Role) -> None:
    expected = EXPECTED[command][ROLES.index(role)]
    stage = sitting(copied, role)
    is_own = expected == "a" and role is Role.MEDEWERKER
    typed = taken_in(command, stage) if is_own else words(command, stage)
    ran = stage.wkc(*typed, stdin=STDIN.get(command, ""))
    if expected == "-":
        assert ran.code == 4, ran.err
    elif expected == "w":
        assert ran.code == 3, ran.err
    elif expected in "or" and command in ON_ONE_CLIENT:
        assert ran.code == 5, ran.err
    else:
        assert ran.code in (0, 5, 6, 10), ran.err
    if ran.code == 4 or expected == "r":
        assert read_last_outcome(copied) == "refused"


@pytest.mark.parametrize("command", sorted(ON_ONE_CLIENT))
def test_a_coach_may_in_the_own_caseload_what_is_not_found_outside_it(copied: Stage, command: str) -> None:
    outside = sitting(copied, Role.COACH).wkc(*words(command, copied), stdin=STDIN.get(command, ""))
    assert outside.code == 5
    sitting(copied, Role.BEHEERDER).must("client", "assign", "2026-2", "--coach", "coach")
    inside = sitting(copied, Role.COACH).wkc(*taken_in(command, copied), stdin=STDIN.get(command, ""))
    assert inside.code == 0, inside.err


@pytest.mark.parametrize("role", [Role.COACH, Role.MANAGEMENT])
def test_a_reason_opens_one_dossier_for_one_command(copied: Stage, role: Role) -> None:
    stage = sitting(copied, role)
    assert stage.wkc("client", "show", "2026-2").code == 5
    stage.must("--break-glass-file", "-", "client", "show", "2026-2", stdin="Dit is de reden.")
    assert stage.wkc("client", "show", "2026-2").code == 5
    looks = sitting(copied, Role.BEHEERDER).json("audit", "list", "--break-glass")
    assert len(looks) == 1
    assert (looks[0]["number"], looks[0]["reason"], looks[0]["by"]) == ("2026-0002", "Dit is de reden.", WHO[role])
    copied.must("inzage", "export", "2026-2", "--format", "json", "--output", str(copied.folder / "c.json"))
    copy = json.loads((copied.folder / "c.json").read_bytes())
    assert [look["reden"] for look in copy["raadplegingen"] if look["reden"]] == ["Dit is de reden."]
    copied.must("audit", "review", str(looks[0]["line"]))
    assert copied.json("audit", "list", "--break-glass") == []


@pytest.mark.parametrize("role", [Role.MEDEWERKER, Role.SERVICE])
def test_a_reason_opens_nothing_to_who_may_not_break_glass(copied: Stage, role: Role) -> None:
    before = sitting(copied, role).wkc("client", "show", "2026-2").code
    ran = copied.wkc("--break-glass-file", "-", "client", "show", "2026-2", stdin="Zomaar.")
    assert ran.code == before
    assert sitting(copied, Role.BEHEERDER).json("audit", "list", "--break-glass") == []


@pytest.mark.parametrize("role", ROLES)
def test_who_is_withdrawn_does_nothing_at_all(copied: Stage, role: Role) -> None:
    here = Session(copied.environment(), copied.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(copied.home), here.identity) as register:
        ended = "UPDATE user SET revoked_at = '2026-11-23T00:00:00Z' WHERE user_id = ?"
        register.connection.execute(ended, (WHO[role],))
    stage = sitting(copied, role)
    for command in EXPECTED:
        assert stage.wkc(*words(command, stage), stdin=STDIN.get(command, "")).code == 7, command


def test_the_own_keys_of_who_may_not_see_open_no_sealed_value(copied: Stage) -> None:
    """With plain sqlcipher3 and all that the medewerker's password opens."""
    from sqlcipher3 import dbapi2

    from wkc.vault.keys import keyring
    from wkc.vault.keys.identity import unlock
    from wkc.vault.keys.slot import REGISTER, SPECIAL

    row = '{"geslachtsnaam": "Zee", "gezondheid": "Gezondheidsmerk"}'
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A2", "--special-basis", "uavg_30")
    sitting(copied, Role.MEDEWERKER).must("client", "register", *order, "--from", "-", stdin=row)
    ring = keyring.read(Home(copied.home))
    mede = unlock(ring, "mede", PASSWORD)
    slot = ring.slot_of("mede")
    assert slot is not None
    assert set(slot.sealed) == {REGISTER}
    assert not mede.has_key(ring, SPECIAL)
    connection = dbapi2.connect(str(ring.register))
    connection.execute(f"PRAGMA key = \"x'{mede.unseal(ring, REGISTER).hex()}'\"")
    content = repr([row for table in ("entry", "contact") for row in connection.execute(f"SELECT * FROM {table}")])
    connection.close()
    assert "Zee" in content
    assert "Gezondheidsmerk" not in content
    shown = sitting(copied, Role.BEHEERDER).json("client", "show", "zee")
    assert "Gezondheidsmerk" in [entry["value"] for entry in shown["dossier"]["entries"]]


def test_two_users_work_at_the_same_time(copied: Stage) -> None:
    """Each opens, looks and closes while the other has the register open."""
    here = Session(copied.environment(), copied.home, "mede", lambda: PASSWORD, lambda _notice, _count: None)
    with here.opened() as register:
        register.connection.execute("SELECT count(*) FROM client").fetchone()
        import os

        child = os.fork()
        if child == 0:
            try:
                code = sitting(copied, Role.BEHEERDER).wkc("client", "show", "2026-1").code
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def users(role: Role, user_id: str) -> User:
    from datetime import UTC, date, datetime

    return User(user_id, user_id, role, "f", datetime(2026, 1, 1, tzinfo=UTC), "anna", date(2026, 1, 1))


def clients(coach: str | None) -> Client:
    from datetime import date
    from uuid import UUID

    return Client(1, UUID(int=1), "2026-0001", date(2026, 1, 1), coach)


@given(
    role=st.sampled_from(ROLES),
    action=st.one_of(st.sampled_from(sorted(PURPOSE_OF)), st.text(max_size=12)),
    coach=st.sampled_from([None, "a", "b"]),
    field_class=st.one_of(st.none(), st.sampled_from(FieldClass)),
)
def test_a_reason_never_widens_actions_or_classes(
    role: Role, action: str, coach: str | None, field_class: FieldClass | None
) -> None:
    user, client = users(role, "a"), clients(coach)
    plain = may(user, action, client, field_class)
    broken = may(user, action, client, field_class, break_glass=True)
    assert broken.allowed >= plain.allowed
    if action not in GRANTS[role].actions or (field_class and field_class not in GRANTS[role].classes):
        assert not broken.allowed
    if broken.allowed and not plain.allowed:
        assert plain.reason == "buiten_caseload"
        assert role in (Role.COACH, Role.MANAGEMENT)


@pytest.mark.parametrize("role", Role)
def test_a_shell_offers_what_a_role_may_do_and_nothing_else(role: Role) -> None:
    may_do = {command for command, row in EXPECTED.items() if row[ROLES.index(role)] != "-"}
    assert {command for command in EXPECTED if is_offered(command, role)} - {"passwd"} == may_do - {"passwd"}


def test_help_in_a_shell_leaves_out_what_the_role_may_not_do(copied: Stage) -> None:
    stage = sitting(copied, Role.MEDEWERKER)
    typed = [("Password", PASSWORD), ("mede> ", "--help"), ("mede> ", "letter"), ("mede> ", "^D")]
    whole, _, letters = stage.wkc("shell", typed=typed).out.partition("wkc letter")
    assert "Letters: list them" in whole
    assert "Make a new register" not in whole
    assert "The office, the court" in whole
    assert "Make and check backups" not in whole
    assert "│ notify" in letters
    assert "│ print" not in letters
    assert "What cannot be done here, or not in your role, is left out." in letters


@pytest.mark.parametrize("kind", ["opdrachtgever", "instantie", "derde"])
def test_a_coach_puts_an_employer_on_file_and_nobody_else(copied: Stage, kind: str) -> None:
    stage = sitting(copied, Role.COACH)
    refused = stage.wkc("--json", "party", "add", "Nieuw BV", "--kind", kind)
    assert (refused.code, refused.error["name"]) == (4, "party_kind_not_permitted")
    assert stage.json("party", "add", "Nieuw BV", "--kind", "werkgever")["kind"] == "werkgever"


def test_who_is_refused_reads_which_roles_may(copied: Stage) -> None:
    refused = sitting(copied, Role.MEDEWERKER).wkc("--json", "letter", "print", "B2026-1")
    assert refused.error["hint"] == "Ask one of these: beheerder, coach."
    alone = sitting(copied, Role.MEDEWERKER).wkc("--json", "settings", "set", "court", "Rechtbank")
    assert alone.error["hint"] == "Ask the beheerder."


def test_who_may_not_print_is_never_told_to(copied: Stage) -> None:
    stage = sitting(copied, Role.MEDEWERKER)
    received = stage.must("request", "receive", "2026-1", "--kind", "inzage").out
    assert "a coach or the beheerder prints them." in received
    drawn = stage.must("letter", "notify", "2026-1").out
    assert "a coach or the beheerder prints it" in drawn
    agenda = stage.must("agenda").out
    assert "once a coach or the beheerder printed them" in " ".join(agenda.split())
    assert "letter print" not in received + drawn + agenda
    assert "letter print --all" in sitting(copied, Role.BEHEERDER).must("agenda").out
