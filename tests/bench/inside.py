"""In this process: a traced look, the paper, an import, finding among many."""

import csv
import itertools
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from tests.bench.timing import Row, alone, beside, seconds
from tests.stage import PASSWORD, Stage
from wkc.__main__ import main
from wkc.cli.terminal.invocation import ShellContext
from wkc.documents.copy.inzage import as_pdf, copy_of
from wkc.documents.copy.model import Copy
from wkc.documents.part import as_json
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.intake import table as tables
from wkc.procedures.intake.order import IntakeOrder
from wkc.procedures.intake.registration import import_list
from wkc.procedures.requests import copy_model as inzage
from wkc.records.audit import Outcome
from wkc.rules.dossier.field import CATEGORIES

ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
COLUMNS = (
    *("geslachtsnaam", "voorvoegsel", "voornamen", "adres", "postcode", "woonplaats", "geslacht", "geboortedatum"),
    *("geboorteplaats", "burgerlijke_staat", "nationaliteit", "geboorteland", "burgerservicenummer"),
)
PEAK = "print([line for line in open('/proc/self/status') if 'VmHWM' in line][0], file=sys.stderr)"
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)


def session(stage: Stage) -> Session:
    return Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)


def people(count: int) -> Iterator[tuple[str, ...]]:
    """Make rows that are one like the other as people are: some names often, each BSN once."""
    chance = random.Random(5)  # noqa: S311  (rows, no secrets)
    syllables = (
        "ber",
        "gen",
        "hof",
        "ka",
        "lin",
        "mei",
        "nas",
        "os",
        "pel",
        "ra",
        "sti",
        "tol",
        "ver",
        "wes",
        "zon",
    )
    made, number = 0, 10_000_000
    while made < count:
        number += 7
        check = sum(int(digit) * weight for digit, weight in zip(f"{number:08d}", WEIGHTS, strict=True)) % 11
        if check == 10:
            continue
        made += 1
        name = "".join(chance.choices(syllables, k=3)).capitalize()
        first, before = chance.choice(("Jan", "Fatma", "Žofie")), chance.choice(("", "van", "de"))
        born = f"19{made % 90 + 10}-0{made % 9 + 1}-1{made % 9}"
        town = (f"Laat {made}", "1811 EH", "Alkmaar", chance.choice("MVX"), born, "Heiloo")
        yield (name, before, first, *town, "ongehuwd", "Nederlandse", "Nederland", f"{number:08d}{check}")


def written(stage: Stage, count: int) -> Path:
    path = stage.folder / "list.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(people(count))
    return path


def taken_in(stage: Stage, count: int) -> float:
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    here = session(stage)
    _ = here.identity
    return seconds(partial(offer, here, written(stage, count), "A1"))


def offer(here: Session, path: Path, reference: str, *, dry_run: bool = False) -> None:
    import_list(here, tables.open_table(path), IntakeOrder("Gemeente", reference), lambda _rows: None, dry_run=dry_run)


def look(stage: Stage, clients: int) -> Iterator[Row]:
    """The register is open on both sides: permission, signed line and commit beside one committed insert."""
    del clients
    here = session(stage)
    with act(here, "party.list") as action:
        store, user = action.store, action.user
        store.connection.execute("COMMIT")

        def traced() -> None:
            store.begin()
            one = Action(store, user, "party.list", datetime(2026, 11, 23, tzinfo=UTC), here, action.register)
            one.permit()
            one.write_lines(Outcome.DONE)
            store.commit()

        def bare() -> None:
            store.begin()
            store.run("INSERT INTO setting VALUES (:name, 'x')", name=str(random.random()))  # noqa: S311
            store.commit()

        yield beside("a traced look, beside one committed insert", traced, bare, "<= 2 x", rounds=200)
        store.begin()
        store.set_savepoint()


def shell(stage: Stage, clients: int) -> Iterator[Row]:
    """A command as `wkc shell` runs each line: from its words to its text, its register opened and let go."""
    del clients
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    row = dict(zip(COLUMNS, next(people(1)), strict=True))
    stage.must("client", "register", *ORDER, "--from", "-", stdin=json.dumps(row))
    inside = ShellContext(session(stage), None)

    def run(*words: str) -> None:
        assert main(words, stage.environment()._replace(environ={}), inside) == 0

    for words in (("client", "show", "2026-1"), ("client", "find", "ber"), ("agenda",)):
        yield alone(f"{' '.join(words)}, typed in wkc shell", partial(run, *words), "<= 30 ms", rounds=25)


def paper(stage: Stage, clients: int) -> Iterator[Row]:
    del clients
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    row = dict(zip(COLUMNS, next(people(1)), strict=True))
    stage.must("client", "register", *ORDER, "--from", "-", stdin=json.dumps(row))
    for day in range(1, 24):
        stage.must(
            "contact",
            "log",
            "2026-1",
            "--on",
            f"2026-11-{day:02d}",
            "--kind",
            "gesprek",
            "--note",
            stdin="Kort. " * 20,
        )
    with act(session(stage), "inzage.export") as action:
        facts = inzage.gather_facts(action, the_client(action, "2026-1"))
    rounds = itertools.count()

    def fresh() -> Copy:
        """Give a copy that was not set before: Typst remembers what it has laid out."""
        return copy_of(replace(facts, made_at=facts.made_at + timedelta(minutes=next(rounds))), CATEGORIES)

    def bare() -> None:
        bare_tables([line.strip(' ",') for line in as_json(fresh()).decode().splitlines() if ":" in line])

    yield beside("the copy as PDF, beside Typst on the same text as bare tables",
                 lambda: as_pdf(fresh()), bare, "<= 1.5 x", rounds=15)  # fmt: skip


def bare_tables(texts: list[str]) -> None:
    import typst

    source = """
        #set document(title: "x")
        #set text(lang: "nl")
        #for rows in json(bytes(sys.inputs.data)).chunks(40) { table(columns: 2, table.header[a][b], ..rows) }
    """
    typst.Compiler(source.encode(), ignore_system_fonts=True, sys_inputs={"data": json.dumps(texts)}).compile(
        format="pdf", pdf_standards=["a-3a", "ua-1"]
    )


def preview(stage: Stage, clients: int) -> Iterator[Row]:
    """The checks before an import at a terminal: the file opened, every row judged beside a register that is filled."""
    taken_in(stage, clients)
    here, path = session(stage), written(stage, 1000)
    yield alone(f"preview of 1000 rows, {clients} clients on file: all checks, nothing taken in",
                partial(offer, here, path, "A2", dry_run=True), "<= 2 s", 3)  # fmt: skip
