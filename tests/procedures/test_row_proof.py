"""Consents, mandates, holds and settings are what the signed log says, whatever else writes in the register."""

import json

import pytest

from tests.prepared import prepared
from tests.procedures.test_mandate import JANSEN
from tests.procedures.test_old_password import as_user, finding
from tests.procedures.test_role_proof import forged
from tests.stage import PASSWORD, Ran, Stage
from wkc.procedures.core import audit_chain, witnessed_head
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.records.audit import Head
from wkc.store.core import audit
from wkc.store.dossier import coverage
from wkc.store.store import Store

CONSENT = ("--purpose", "proefplaatsing", "--categories", "1,12", "--how", "schriftelijk", "--from", "2026-01-02")
CASE = {
    "recipient": "Bakkerij",
    "channel": "brief",
    "ground": "toestemming",
    "purpose": "proefplaatsing",
    "categories": [1, 12],
}


@prepared
def office(stage: Stage) -> Stage:
    """An office with one client, a consent that was withdrawn, a hold, and a clerk who knows how to use other tools."""
    new = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "mo", "--name", "M", "--role", "medewerker", "--function", "f", *new)
    stage.must("party", "add", "Bakkerij", "--kind", "werkgever")
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    stage.must("consent", "give", "2026-1", "--recipient", "Bakkerij", *CONSENT)
    stage.must("consent", "withdraw", "2026-1", "1")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR 52", "--categories", "1", "--until", "2030-01-01")
    stage.must("retention", "hold", "2026-1", *duty)
    return stage


REVIVED = "UPDATE consent SET withdrawn_on = NULL, withdrawn_at = NULL, withdrawn_by = NULL"
FORGERIES = {
    "a consent that comes back to life": REVIVED,
    "a consent of ones own": "INSERT INTO consent (uuid, client, party, purpose, categories, how, from_on, "
    "recorded_at, recorded_by) SELECT randomblob(16), client, party, 'x', '1', how, from_on, "
    "recorded_at, recorded_by FROM consent",
    "a hold that is gone": "DELETE FROM hold",
    "a hold that ends sooner": "UPDATE hold SET until_on = '2026-02-01', from_on = '2026-01-01'",
    "a hold that was released": "UPDATE hold SET released_on = '2026-11-01', released_by = 'anna', "
    "sealed_reason = x'00'",
    "a mandate of ones own": "INSERT INTO mandate (uuid, client, kind, name, from_on, sealed_document, seen_on, "
    "seen_by, recorded_at, recorded_by) SELECT randomblob(16), id, 'gemachtigde', 'Mo', "
    "'2026-01-01', x'00', '2026-01-01', 'anna', recorded_at, 'anna' FROM client",
}


@pytest.mark.parametrize("statement", FORGERIES.values(), ids=FORGERIES)
def test_the_doctor_and_verify_name_a_row_that_the_log_does_not_cover(office: Stage, statement: str) -> None:
    assert finding(office, "rows")["health"] == "ok"
    office.must("audit", "verify")
    forged(office, statement)
    assert finding(office, "rows")["facts"] == {"what": "2026-0001"}
    assert office.wkc("--json", "audit", "verify").error["name"] == "rows_differ"


@pytest.mark.parametrize("value", ["7", "365"])
def test_and_a_setting(office: Stage, value: str) -> None:
    office.must("settings", "set", "retention.notice_days", "60")
    forged(office, f"UPDATE setting SET value = '{value}' WHERE name = 'retention.notice_days'")
    assert finding(office, "rows")["facts"] == {"what": "settings"}
    assert office.wkc("--json", "audit", "verify").error["name"] == "rows_differ"
    assert office.wkc("--json", "retention", "run").error["name"] == "rows_differ"
    destroy = ("client", "destroy", "2026-1", "--vergissing")
    assert office.wkc("--json", "--yes", *destroy).error["name"] == "rows_differ"
    office.must("settings", "set", "retention.notice_days", "60")
    assert finding(office, "rows")["health"] == "ok"


PAPERS = {
    "a letter": ("request", "receive", "2026-1", "--kind", "inzage"),
    "a form": ("form", "print", "intake", "2026-1"),
    "a copy": ("inzage", "export", "2026-1", "--format", "json"),
    "the register of processing": ("processing", "show"),
    "what is pruned": ("backup", "prune"),
    "where a backup goes": ("backup", "create"),
}


@pytest.mark.parametrize("words", PAPERS.values(), ids=PAPERS)
def test_no_paper_goes_out_and_no_backup_goes_by_a_setting_that_nobody_set(
    office: Stage, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    (office.folder / "elsewhere").mkdir()
    values = (
        f"('houder.contact', '0900 1234'), ('backup.keep_days', '1'), ('backup.folder', '{office.folder}/elsewhere')"
    )
    forged(office, f"INSERT OR REPLACE INTO setting VALUES {values}")
    ran = as_user(office, "anna").wkc("--json", *words)
    assert (ran.code, ran.error["name"]) == (8, "rows_differ")
    office.must("settings", "set", "houder.contact", "072 111 22 33")
    assert office.wkc("--json", *words).code in {0, 10}


@pytest.mark.parametrize("statement", FORGERIES.values(), ids=FORGERIES)
def test_nothing_is_disclosed_by_it(office: Stage, statement: str) -> None:
    forged(office, statement)
    ran = check(office)
    assert (ran.code, ran.error["name"]) == (8, "rows_differ")


def test_nothing_is_recorded_on_a_consent_that_came_back_to_life(office: Stage) -> None:
    office.must("consent", "give", "2026-1", "--to-hold", "--categories", "25", "--how", "schriftelijk")
    office.must("consent", "withdraw", "2026-1", "2")
    forged(office, REVIVED)
    value = ("gezondheid", "--source", "geregistreerde", "--grondslag", "uitdrukkelijke_toestemming")
    ran = as_user(office, "anna").wkc("--json", "client", "record", "2026-1", *value, stdin="kan niet tillen")
    assert (ran.code, ran.error["name"]) == (8, "rows_differ")


@pytest.mark.parametrize(
    "widened", ["UPDATE mandate SET categories = NULL", "UPDATE mandate SET name = 'Mo', address = 'Elders 1'"]
)
def test_nobody_gets_a_copy_by_a_mandate_that_was_widened(office: Stage, widened: str) -> None:
    shown = json.dumps({**JANSEN, "categories": "1"})
    office.must("request", "receive", "2026-1", "--kind", "inzage", "--mandate", "-", stdin=shown)
    office.must("request", "identify", "V1", "--method", "bekend")
    forged(office, widened)
    ran = as_user(office, "anna").wkc("--json", "request", "decide", "V1", "--decision", "toegewezen")
    assert (ran.code, ran.error["name"]) == (8, "rows_differ")


def test_only_a_beheerder_writes_over_it_and_so_mends_it(office: Stage) -> None:
    forged(office, REVIVED)
    withdraw = ("consent", "withdraw", "2026-1", "1")
    assert as_user(office, "mo").wkc("--json", *withdraw).error["name"] == "rows_differ"
    as_user(office, "anna").must(*withdraw)
    assert finding(office, "rows")["health"] == "ok"
    office.must("audit", "verify")
    ran = office.wkc("--json", "disclosure", "check", "2026-1", "--from", "-", stdin=json.dumps(CASE))
    assert (ran.code, ran.error["name"]) == (3, "disclosure_refused")


def poisoned(office: Stage, action: str, statement: str) -> None:
    """Have Mo forge rows with tools of her own, and add a line that covers them, signed with her own key."""
    from tests.stage import PASSWORD
    from wkc.procedures.core.session import Session
    from wkc.records.audit import Outcome
    from wkc.store.core import audit
    from wkc.store.dossier import coverage
    from wkc.store.store import Store
    from wkc.vault.database.register import open_alone
    from wkc.vault.files.home import Home
    from wkc.vault.keys import keyring
    from wkc.vault.keys.identity import unlock
    from wkc.vault.keys.seal import Seals

    mo = unlock(keyring.read(Home(office.home)), "mo", PASSWORD)
    session = Session(as_user(office, "mo").environment(), office.home, "mo", lambda: PASSWORD, lambda _n, _c: None)
    with open_alone(Home(office.home), session.identity) as register:
        register.connection.execute(statement)
        store = Store(register.connection, mo, Seals(mo.vault_id, bytes(32), None, register.path))
        (client,) = coverage.with_rows(store)
        of_settings = action == "settings.set"
        subject = None if of_settings else client.uuid
        covered = {"settings": coverage.settings_digest(store)} if of_settings else {}
        covered = covered or {"covers": coverage.digest(store, client)}
        audit.write(store, office.now, "mo", action, "beheer", subject, Outcome.DONE, covered)


def check(office: Stage) -> Ran:
    return as_user(office, "anna").wkc("--json", "disclosure", "check", "2026-1", "--from", "-", stdin=json.dumps(CASE))


def test_a_line_that_its_user_had_no_right_to_write_covers_no_setting(office: Stage) -> None:
    poisoned(office, "settings.set", "INSERT OR REPLACE INTO setting VALUES ('retention.notice_days', '7')")
    assert as_user(office, "anna").wkc("--json", "audit", "verify").error["name"] == "audit_broken"
    assert finding(office, "log")["health"] == "damaged"
    assert finding(office, "rows")["facts"] == {"what": "settings"}
    assert office.wkc("--json", "retention", "run").error["name"] == "rows_differ"
    office.must("settings", "set", "retention.notice_days", "60")
    assert finding(office, "rows")["health"] == "ok"
    office.must("retention", "run")


def test_nor_a_row_and_it_keeps_nobody_from_mending_what_is_there(office: Stage) -> None:
    poisoned(office, "consent.give", REVIVED)
    assert finding(office, "rows")["facts"] == {"what": "2026-0001"}
    assert check(office).error["name"] == "rows_differ"
    as_user(office, "anna").must("consent", "withdraw", "2026-1", "1")
    assert finding(office, "rows")["health"] == "ok"
    assert check(office).error["name"] == "disclosure_refused"
    as_user(office, "anna").must("user", "revoke", "mo")


def test_nor_does_it_bar_the_use_of_rows_that_an_older_line_covers(office: Stage) -> None:
    office.must("consent", "give", "2026-1", "--recipient", "Bakkerij", *CONSENT)
    poisoned(office, "consent.give", "SELECT 1")
    forged(office, "DROP TRIGGER audit_stays", "UPDATE audit SET signature = zeroblob(64) WHERE user_id = 'mo'")
    assert check(office).code == 0


def test_a_line_of_somebody_who_has_left_still_covers(office: Stage) -> None:
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bram", "--name", "B", "--role", "beheerder", "--function", "f", *new)
    as_user(office, "bram").must("consent", "give", "2026-1", "--recipient", "Bakkerij", *CONSENT)
    as_user(office, "anna").must("user", "revoke", "bram")
    assert check(office).code == 0
    forged(office, REVIVED)
    assert check(office).error["name"] == "rows_differ"


def export(office: Stage, user: str) -> Ran:
    """Make a copy, for which the settings of the office must be proved."""
    words = ("--format", "json", "--force", "--output", str(office.folder / "copy.json"))
    return as_user(office, user).wkc("--json", "inzage", "export", "2026-1", *words)


@pytest.fixture
def whole_reads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The times that the whole log was read to prove a line."""
    reads: list[object] = []

    def read(
        store: Store, verify_digest: audit_chain.Verify, known: audit_chain.Witness | None, before: Head
    ) -> audit_chain.Witness:
        reads.append(known)
        return audit_chain.read_witness(store, verify_digest, known, before)

    monkeypatch.setattr(witnessed_head, "read_witness", read)
    return reads


def test_the_settings_of_a_new_office_are_proved_by_the_whole_log(office: Stage, whole_reads: list[object]) -> None:
    assert export(office, "anna").code == 0
    assert len(whole_reads) == 1
    forged(office, "UPDATE setting SET value = 'Elders' WHERE name = 'houder.place'")
    assert export(office, "anna").error["name"] == "rows_differ"


def test_and_so_they_are_once_the_founder_is_no_beheerder(office: Stage, whole_reads: list[object]) -> None:
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bea", "--name", "B", "--role", "beheerder", "--function", "f", *new)
    as_user(office, "bea").must("user", "role", "anna", "medewerker")
    assert export(office, "bea").code == 0
    assert len(whole_reads) == 1
    forged(office, "UPDATE setting SET value = 'Elders' WHERE name = 'houder.place'")
    assert export(office, "bea").error["name"] == "rows_differ"


def test_the_whole_log_is_read_once_in_a_process_and_then_what_came_since(
    office: Stage, whole_reads: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bea", "--name", "B", "--role", "beheerder", "--function", "f", *new)
    bea = as_user(office, "bea")
    bea.must("user", "role", "anna", "medewerker")
    session = Session(bea.environment(), office.home, "bea", lambda: PASSWORD, lambda _notice, _count: None)
    hashed: list[object] = []
    fits, lines = audit.fits, []

    def count(columns: tuple[object, ...], digest: bytes) -> bool:
        hashed.append(columns)
        return fits(columns, digest)

    monkeypatch.setattr(audit, "fits", count)
    for _ in range(3):
        with act(session, "inzage.export") as action:
            hashed.clear()
            coverage.check_settings(action.store)
            lines.append(len(hashed))
    assert lines[0] > 10
    assert lines[2] == 1  # The line of the action before.
    assert [known is None for known in whole_reads] == [True, False, False]


def test_a_line_that_was_changed_covers_nothing_either(office: Stage) -> None:
    forged(
        office, "DROP TRIGGER audit_stays", "UPDATE audit SET at = '2026-11-24T09:00:00Z' WHERE details LIKE '%covers%'"
    )
    assert check(office).error["name"] == "audit_broken"


def test_every_column_of_a_row_that_decides_is_covered_but_what_its_seal_binds(office: Stage) -> None:
    from tests.stage import PASSWORD
    from wkc.procedures.core.session import Session
    from wkc.procedures.core.transaction import store_of
    from wkc.store.dossier import coverage
    from wkc.vault.database.register import open_alone
    from wkc.vault.files.home import Home

    office.must(
        "consent",
        "give",
        "2026-1",
        "--recipient",
        "Bakkerij",
        *CONSENT,
        "--mandate",
        "-",
        stdin=json.dumps(JANSEN | {"from": "2026-01-01"}),
    )
    session = Session(as_user(office, "anna").environment(), office.home, "anna", lambda: PASSWORD, lambda _n, _c: None)
    free = set()
    with open_alone(Home(office.home), session.identity) as register:
        store = store_of(register)
        (client,) = coverage.with_rows(store)
        covered = coverage.digest(store, client)
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
            store.connection.execute(f"PRAGMA {pragma}")
        for table in ("consent", "mandate", "hold"):
            for column in [*store.all(f"SELECT name, type FROM pragma_table_info('{table}')")]:
                other = "x'00'" if column["type"] == "BLOB" else "'9'"
                store.begin()
                store.run(f"UPDATE {table} SET {column['name']} = {other} WHERE id = (SELECT max(id) FROM {table})")
                if coverage.digest(store, client) == covered:
                    free.add(f"{table}.{column['name']}")
                store.rollback()
    assert free == {
        "consent.id",
        "mandate.id",
        "mandate.sealed_document",
        "hold.id",
        "hold.sealed",
        "hold.sealed_reason",
    }


def test_the_log_alone_tells_nothing_of_the_rows(office: Stage) -> None:
    """The digest has the random uuid of each row in it: nobody finds it by trying what could stand there."""
    lines = office.json("audit", "list")["lines"]
    covers = [line["details"]["covers"] for line in lines if "covers" in line["details"]]
    assert len(covers) == len(set(covers)) == 3
