"""AVG 17.3.b beside art. 10 and 12: what a law keeps stays, says so, and goes by itself when the duty ends."""

from datetime import UTC, datetime
from pathlib import Path

from tests.documents.pdf import squeezed, text_of
from tests.prepared import once, prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
ROWS = "geslachtsnaam;adres;postcode;woonplaats;inkomsten\nBerg;Laan 1;1811 AB;Alkmaar;120 euro in de week\n"


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    return stage


@once
def hold(stage: Stage) -> None:
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "14")
    stage.must("retention", "hold", "2026-1", *duty, "--until", "2028-12-31")


@once
def asked(stage: Stage) -> str:
    number = str(stage.json("request", "receive", "2026-1", "--kind", "verwijdering")["request"]["number"])
    stage.must("request", "identify", number, "--method", "bekend")
    return number


def in_part(stage: Stage, number: str) -> int:
    words = ("request", "decide", number, "--decision", "deels", "--code", "wettelijke_bewaarplicht")
    return stage.wkc(*words, stdin="De loonadministratie moet blijven.").code


def test_all_is_not_granted_while_a_duty_keeps_part_and_no_duty_is_named_that_is_not_stated(office: Stage) -> None:
    number = asked(office)
    assert in_part(office, number) == 3
    hold(office)
    ran = office.wkc("--json", "request", "decide", number, "--decision", "toegewezen")
    assert (ran.code, ran.error["name"]) == (3, "duty_stands")


def test_the_letter_names_what_stays_why_until_when_and_where_to_complain(office: Stage, tmp_path: Path) -> None:
    hold(office)
    assert in_part(office, asked(office)) == 0
    office.must("letter", "print", "B2026-2", "--output", str(tmp_path / "l.pdf"))
    said = text_of((tmp_path / "l.pdf").read_bytes())
    assert squeezed("bewaard tot en met 31 december 2028 (AWR art. 52)") in said
    assert squeezed("Autoriteit Persoonsgegevens") in said
    assert squeezed("rechtbank") in said.lower()


def test_the_rest_goes_at_once_and_what_stayed_by_itself_when_the_duty_ends(office: Stage) -> None:
    hold(office)
    number = asked(office)
    in_part(office, number)
    office.must("request", "notify", number)
    office.must("--yes", "client", "destroy", "2026-1", "--request", number)
    dossier = office.json("client", "show", "2026-1")["dossier"]
    assert {entry["field"] for entry in dossier["entries"]} == {"geslachtsnaam", "inkomsten"}
    for year, month, day in ((2028, 12, 20), (2029, 1, 12)):
        office.now = datetime(year, month, day, 2, 15, tzinfo=UTC)
        office.wkc("retention", "run")
    assert office.wkc("client", "show", "2026-1").code == 5


def run_at_night(stage: Stage, *days: tuple[int, int, int]) -> list[int]:
    """Let a service account run on each of these days, and give how many values went."""
    freed, key = [], str(stage.folder / "key")
    if not Path(key).exists():
        stage.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", key)
    for year, month, day in days:
        stage.now = datetime(year, month, day, 2, 15, tzinfo=UTC)
        cron = Stage(stage.folder, "cron", stage.now, credentials=Path(key))
        freed.append(cron.wkc("--json", "retention", "run").data["freed"])
    return freed


def test_one_value_that_a_duty_kept_goes_by_itself_when_the_duty_ends(office: Stage, tmp_path: Path) -> None:
    hold(office)
    given = ("--channel", "brief", "--ground", "wettelijk_voorschrift", "--law", "wia", "--citation", "art. 54")
    office.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    office.must("disclosure", "log", "2026-1", "--recipient", "UWV", *given, "--categories", "1,14")
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    numbers = {one["field"]: str(one["number"]) for one in held}
    number = asked(office)
    for field in ("inkomsten", "adres"):
        office.must("correction", "propose", number, numbers[field], "--why", "niet_ter_zake")
    words = ("request", "decide", number, "--decision", "deels", "--grant", "2", "--code", "wettelijke_bewaarplicht")
    office.must(*words, stdin="De loonadministratie moet blijven.")
    office.must("letter", "print", "B2026-2", "--address", "vastgelegd", "--output", str(tmp_path / "l.pdf"))
    printed = text_of((tmp_path / "l.pdf").read_bytes())
    assert squeezed("bewaard tot en met 31 december 2028 (AWR art. 52), daarna verwijderen wij het") in printed
    office.must("request", "notify", number)
    office.must("correction", "apply", number, "--output", str(tmp_path))

    assert run_at_night(office, (2028, 12, 31), (2029, 1, 1), (2029, 1, 2), (2029, 1, 3)) == [0, 0, 1, 0]
    shown = office.json("request", "show", number)
    assert (shown["request"]["state"], [one["granted"] for one in shown["proposals"]]) == ("medegedeeld", [True, True])
    assert [(one["recipient"], one["told_on"]) for one in shown["to_tell"]] == [("UWV", None)]
    fields = {one["field"] for one in office.json("client", "show", "2026-1")["dossier"]["entries"]}
    assert fields == {"geslachtsnaam", "postcode", "woonplaats"}
    office.must("correction", "apply", number, "--force", "--output", str(tmp_path))
    assert office.json("request", "show", number)["request"]["state"] == "uitgevoerd"


@once
def refused_for_a_duty(office: Stage) -> str:
    """Give the number of a removal of the income that was refused while the AWR keeps it."""
    hold(office)
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    income = next(str(one["number"]) for one in entries if one["field"] == "inkomsten")
    number = asked(office)
    office.must("correction", "propose", number, income, "--why", "niet_ter_zake")
    words = ("request", "decide", number, "--decision", "afgewezen", "--code", "wettelijke_bewaarplicht")
    office.must(*words, stdin="De loonadministratie moet blijven.")
    return number


def test_what_was_refused_outright_for_a_duty_goes_by_itself_when_the_duty_ends(office: Stage, tmp_path: Path) -> None:
    number = refused_for_a_duty(office)
    office.must("letter", "print", "B2026-2", "--output", str(tmp_path / "l.pdf"))
    printed = text_of((tmp_path / "l.pdf").read_bytes())
    assert squeezed("bewaard tot en met 31 december 2028 (AWR art. 52), daarna verwijderen wij het") in printed
    office.must("request", "notify", number)
    told = office.json("request", "show", number)
    assert run_at_night(office, (2028, 12, 31), (2029, 1, 1), (2029, 1, 2), (2029, 1, 3)) == [0, 0, 1, 0]
    assert office.json("request", "show", number) == told | {"taken_up": ["V2029-0001"]}
    assert "V2029-0001 carries it out" in office.must("request", "show", number).out
    shown = office.json("request", "show", "V2029-1")["request"]
    assert (shown["requester"], shown["state"], shown["ruling"]["reasons"]) == (
        "beheerder",
        "medegedeeld",
        "Wij weigerden dit in V2026-0001, omdat wij het moesten bewaren. Dat hoeft niet meer.",
    )
    duties = [(one["duty"], one["subject"]) for one in office.wkc("--json", "agenda").data["items"]]
    assert ("verzoek_uitvoeren", "V2029-0001") in duties
    office.must("correction", "apply", "V2029-1", "--output", str(tmp_path / "copy.pdf"))
    copy = text_of((tmp_path / "copy.pdf").read_bytes())
    assert squeezed("Wij hebben uit onszelf gegevens over u veranderd.") in copy
    assert squeezed("U vroeg daar niet om") not in copy  # It was asked for, and refused.
    assert office.json("request", "show", "V2029-1")["request"]["state"] == "uitgevoerd"
    assert office.wkc("request", "withdraw", number).code == 3


def test_a_removal_that_was_refused_for_a_duty_and_is_withdrawn_does_not_go_when_the_duty_ends(office: Stage) -> None:
    number = refused_for_a_duty(office)
    office.must("request", "notify", number)
    office.must("request", "withdraw", number)
    assert run_at_night(office, (2028, 12, 31), (2029, 1, 1), (2029, 1, 2), (2029, 1, 3)) == [0, 0, 0, 0]


@once
def keep_all(stage: Stage) -> None:
    claim = ("--ground", "rechtszaak", "--until", "2028-12-31")
    stage.must("retention", "hold", "2026-1", *claim, stdin="Zaak 12/345 bij de rechtbank.")


@once
def refuse_whole(stage: Stage) -> str:
    number = asked(stage)
    words = ("request", "decide", number, "--decision", "afgewezen", "--code", "rechtsvordering")
    stage.must(*words, stdin="Alles is nodig in de zaak.")
    return number


def test_a_whole_dossier_is_not_refused_for_a_duty_that_keeps_one_category(office: Stage) -> None:
    hold(office)
    words = ("--json", "request", "decide", asked(office), "--decision", "afgewezen")
    ran = office.wkc(*words, "--code", "wettelijke_bewaarplicht", stdin="Alles moet blijven.")
    assert (ran.code, ran.error["name"]) == (3, "duty_keeps_part")


def test_a_whole_dossier_that_was_refused_for_a_duty_is_taken_up_when_it_ends(office: Stage, tmp_path: Path) -> None:
    keep_all(office)
    office.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    given = ("--channel", "brief", "--ground", "wettelijk_voorschrift", "--law", "wia", "--citation", "art. 54")
    office.must("disclosure", "log", "2026-1", "--recipient", "UWV", *given, "--categories", "1,14")
    number = refuse_whole(office)
    office.must("letter", "print", "B2026-2", "--output", str(tmp_path / "l.pdf"))
    printed = text_of((tmp_path / "l.pdf").read_bytes())
    promise = "bewaard tot en met 31 december 2028, daarna nemen wij uw verzoek uit onszelf weer op"
    assert squeezed(promise) in printed
    office.must("request", "notify", number)
    assert run_at_night(office, (2028, 12, 31), (2029, 1, 1)) == [0, 0]
    assert office.json("request", "show", number)["taken_up"] == []
    run_at_night(office, (2029, 1, 2), (2029, 1, 3))
    assert office.json("request", "show", number)["taken_up"] == ["V2029-0001"]
    shown = office.json("request", "show", "V2029-1")
    assert (shown["request"]["requester"], shown["request"]["state"]) == ("beheerder", "medegedeeld")
    assert shown["request"]["ruling"]["reasons"] == (
        "Wij weigerden dit in V2026-0001, omdat wij het moesten bewaren. Dat hoeft niet meer."
    )
    assert [(one["recipient"], one["told_on"]) for one in shown["to_tell"]] == [("UWV", None)]
    duties = [(one["duty"], one["subject"]) for one in office.wkc("--json", "agenda").data["items"]]
    assert ("verzoek_uitvoeren", "V2029-0001") in duties
    destroy = ("--yes", "client", "destroy", "2026-1", "--request", "V2029-1")
    assert office.wkc(*destroy).code == 3  # Who had data of it hears first.
    office.must("correction", "tell", "V2029-1")
    office.must(*destroy)
    assert office.wkc("client", "show", "2026-1").code == 5


def test_a_dry_run_says_that_a_whole_dossier_would_be_taken_up(office: Stage) -> None:
    keep_all(office)
    office.must("request", "notify", refuse_whole(office))
    run_at_night(office, (2029, 1, 1))
    office.now = datetime(2029, 1, 2, 2, 15, tzinfo=UTC)
    assert "1 dossier that was to be removed is kept by no duty" in office.must("retention", "run", "--dry-run").out
    assert office.json("retention", "run")["taken_up"] == 1
    assert office.json("retention", "run")["taken_up"] == 0


def test_a_whole_dossier_of_which_the_refused_removal_is_withdrawn_is_not_taken_up(office: Stage) -> None:
    keep_all(office)
    number = refuse_whole(office)
    office.must("request", "notify", number)
    office.must("request", "withdraw", number)
    run_at_night(office, (2029, 1, 1), (2029, 1, 2))
    assert office.json("request", "show", number)["taken_up"] == []


def test_what_the_beheerder_took_back_is_not_taken_up_again(office: Stage) -> None:
    keep_all(office)
    number = refuse_whole(office)
    office.must("request", "notify", number)
    run_at_night(office, (2029, 1, 1), (2029, 1, 2))
    office.must("request", "withdraw", "V2029-1")
    run_at_night(office, (2029, 1, 3))
    assert office.json("request", "show", number)["taken_up"] == []
    assert office.wkc("request", "show", "V2029-2").code == 5


def test_what_was_refused_for_another_reason_stays_when_a_duty_ends(office: Stage) -> None:
    hold(office)
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    income = next(str(one["number"]) for one in entries if one["field"] == "inkomsten")
    number = asked(office)
    office.must("correction", "propose", number, income, "--why", "niet_ter_zake")
    office.must("request", "decide", number, "--decision", "afgewezen", "--code", "ter_zake", stdin="Het is nodig.")
    office.must("request", "notify", number)
    assert run_at_night(office, (2028, 12, 31), (2029, 1, 1), (2029, 1, 2), (2029, 1, 3)) == [0, 0, 0, 0]


def test_a_value_that_is_restricted_stays_when_the_duty_ends(office: Stage, tmp_path: Path) -> None:
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    entry = next(str(one["number"]) for one in held if one["field"] == "inkomsten")
    number = asked(office)
    office.must("correction", "propose", number, entry, "--why", "niet_ter_zake")
    office.must("request", "decide", number, "--decision", "toegewezen")
    office.must("request", "notify", number)
    hold(office)
    other = str(office.json("request", "receive", "2026-1", "--kind", "beperking")["request"]["number"])
    office.must("correction", "propose", other, entry, "--why", "rechtsvordering")
    office.must("request", "identify", other, "--method", "bekend")
    office.must("request", "decide", other, "--decision", "toegewezen", stdin="Er loopt een zaak.")
    office.must("request", "notify", other)
    office.must("correction", "apply", other, "--output", str(tmp_path))
    assert run_at_night(office, (2029, 1, 1), (2029, 1, 2)) == [0, 0]
    office.must("correction", "lift", other, "--told-on", "2029-01-02", stdin="De zaak is voorbij.")
    assert run_at_night(office, (2029, 1, 3)) == [1]


def test_a_sealed_value_that_a_duty_kept_goes_though_a_run_by_itself_cannot_open_it(
    office: Stage, tmp_path: Path
) -> None:
    sealed = ("gezondheid", "--source", "geregistreerde", "--grondslag", "uavg_30")
    office.must("client", "record", "2026-1", *sealed, stdin="Kan niet tillen")
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    numbers = {one["field"]: str(one["number"]) for one in held}
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "25")
    office.must("retention", "hold", "2026-1", *duty, "--until", "2028-12-31")
    number = asked(office)
    for field in ("gezondheid", "inkomsten"):
        office.must("correction", "propose", number, numbers[field], "--why", "niet_ter_zake")
    words = ("request", "decide", number, "--decision", "deels", "--grant", "2", "--code", "wettelijke_bewaarplicht")
    office.must(*words, stdin="Dit moet blijven.")
    office.must("request", "notify", number)
    office.must("correction", "apply", number, "--output", str(tmp_path))
    assert run_at_night(office, (2029, 1, 1), (2029, 1, 2)) == [0, 1]
    assert "gezondheid" not in {one["field"] for one in office.json("client", "show", "2026-1")["dossier"]["entries"]}


def test_a_document_that_is_restricted_stays_when_the_duty_ends(office: Stage, tmp_path: Path) -> None:
    about = ("--category", "14", "--source", "geregistreerde", "--title", "loonstrook")
    office.must("document", "add", "2026-1", str(office.file("scan.txt", "loon")), *about)
    number = asked(office)
    office.must("correction", "propose", number, "--document", "1", "--why", "niet_ter_zake")
    office.must("request", "decide", number, "--decision", "toegewezen")
    office.must("request", "notify", number)
    hold(office)
    other = str(office.json("request", "receive", "2026-1", "--kind", "beperking")["request"]["number"])
    office.must("correction", "propose", other, "--document", "1", "--why", "rechtsvordering")
    office.must("request", "identify", other, "--method", "bekend")
    office.must("request", "decide", other, "--decision", "toegewezen", stdin="Er loopt een zaak.")
    office.must("request", "notify", other)
    office.must("correction", "apply", other, "--output", str(tmp_path))
    assert run_at_night(office, (2029, 1, 1), (2029, 1, 2), (2029, 1, 3)) == [0, 0, 0]
    assert [one["title"] for one in office.json("document", "list", "2026-1")["documents"]] == ["loonstrook"]
