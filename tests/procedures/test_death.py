"""A client died: no letter, no request, no contact any more; mandates end, and the five years run on."""

import json
from datetime import timedelta

from tests.prepared import prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
MANDATE = json.dumps(
    {"kind": "gemachtigde", "name": "A. Vocaat", "from": "2026-11-01", "document": "brief", "on": "2026-11-20"}
)


@prepared
def office(stage: Stage) -> Stage:
    """Petra, registered a while ago, and Dal."""
    stage.must("settings", "set", "houder.contact", "072 000 00 00")
    people = [
        {
            "geslachtsnaam": "Jansen",
            "voornamen": "Petra",
            "geregistreerd_op": "02-11-2026",
            "adres": "Laan 2",
            "postcode": "1811 AB",
            "woonplaats": "Alkmaar",
        },
        {"geslachtsnaam": "Dal", "adres": "Laan 1", "postcode": "1811 AA", "woonplaats": "Alkmaar"},
    ]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    return stage


def died(stage: Stage) -> dict[str, object]:
    shown: dict[str, object] = stage.json("client", "deceased", "2026-1", "--on", "2026-11-20", "--source", "familie")
    return shown


def refused(stage: Stage, *words: str, name: str = "client_deceased") -> None:
    ran = stage.wkc("--json", *words)
    assert (ran.code, ran.error["name"]) == (3, name), ran.err


def test_no_letter_goes_to_a_client_who_died_and_the_agenda_names_the_living(office: Stage) -> None:
    died(office)
    told = office.json("letter", "notify", "--all")
    assert [one["number"] for one in told] == ["2026-0002"]
    refused(office, "letter", "notify", "2026-1")
    items = office.json("agenda")["items"]
    assert [item for item in items if item["duty"] == "kennisgeving"] == []


def test_the_log_covers_the_mandates_that_ended_with_the_client(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "inzage", "--mandate", "-", stdin=MANDATE)
    assert died(office)["mandates"] == 1
    assert "rows" not in [
        one["check"] for one in office.wkc("--json", "doctor").data["findings"] if one["health"] == "damaged"
    ]
    office.must("retention", "due")


def test_who_died_consents_to_nothing_from_the_day_after_on_nor_does_who_acts_for_them(office: Stage) -> None:
    office.must("party", "add", "Bakkerij Bart", "--kind", "werkgever")
    died(office)
    words = ("consent", "give", "2026-1", "--recipient", "Bakkerij", "--purpose", "stage", "--categories", "1")
    given = (*words, "--how", "schriftelijk", "--from")
    refused(office, *given, "2026-11-21", name="consent_after_death")
    ran = office.wkc("--json", *given, "2026-11-21", "--mandate", "-", stdin=MANDATE)
    assert (ran.code, ran.error["name"]) == (3, "consent_after_death")
    office.must(*given, "2026-11-20")


def test_a_contact_of_somebody_else_is_not_moved_to_who_had_died_by_then(office: Stage) -> None:
    died(office)
    office.must("contact", "log", "2026-2", "--kind", "gesprek", "--on", "2026-11-21")
    wrong = ("client", "mistake", "2026-2", "--contact", "1", "--reason", "verkeerd_dossier", "--to", "2026-1")
    ran = office.wkc("--json", "--yes", *wrong, stdin="Verkeerd dossier.")
    assert (ran.code, ran.error["name"]) == (3, "contact_after_death"), ran.err
    assert [one["on"] for one in office.json("contact", "list", "2026-2")["contacts"]] == ["2026-11-21"]


def test_a_talk_with_the_family_restarts_no_term_before_or_after_it_is_known(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--kind", "telefoon", "--on", "2026-11-22")
    shown = died(office)
    assert (shown["contacts"], shown["term"]) == (
        1,
        {"from_on": "2026-11-02", "reason": "begin_opdracht", "last_on": "2031-11-02"},
    )
    refused(office, "contact", "log", "2026-1", "--kind", "telefoon", name="contact_after_death")
    office.must("contact", "log", "2026-1", "--kind", "brief_verzonden")


def test_open_requests_stop_mandates_end_and_an_heir_is_sent_to_the_disclosures(office: Stage) -> None:
    office.must(
        "request", "receive", "2026-1", "--kind", "inzage", "--mandate", "-", "--on", "2026-11-20", stdin=MANDATE
    )
    shown = died(office)
    assert (shown["mandates"], shown["requests"]) == (1, 1)
    assert office.json("request", "show", "V2026-1")["request"]["state"] == "ingetrokken"
    office.must("audit", "verify")  # The log has the mandates as they are now.
    refused(office, "request", "receive", "2026-1", "--kind", "inzage")


def test_a_mistake_is_taken_back_and_letters_go_again(office: Stage) -> None:
    died(office)
    assert office.json("client", "show", "2026-1")["death"] == {"on": "2026-11-20", "source": "familie"}
    office.must("client", "deceased", "2026-1", "--wrong")
    assert office.json("client", "show", "2026-1")["death"] is None
    office.must("letter", "notify", "2026-1")
    again = office.wkc("--json", "client", "deceased", "2026-1", "--wrong")
    assert (again.code, again.error["name"]) == (6, "death_unknown")


def test_a_death_that_stops_a_request_is_the_beheerders_to_write_down(office: Stage) -> None:
    """By it no letter goes any more, and who asked what a coach wrote would hear nothing."""
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *new)
    office.must("client", "assign", "2026-1", "--coach", "bram")
    number = office.json("request", "receive", "2026-1", "--kind", "inzage")["request"]["number"]
    bram = Stage(office.folder, "bram", office.now)
    words = ("--json", "client", "deceased", "2026-1", "--on", "2026-11-20", "--source", "familie")
    ran = bram.wkc(*words)
    assert (ran.code, ran.error["name"]) == (4, "death_stops_requests")
    assert office.json("request", "show", number)["request"]["state"] == "ontvangen"
    office.must("request", "withdraw", number)
    assert bram.wkc(*words).code == 0


def decided(office: Stage) -> Stage:
    """Bram, the coach of Petra; on what she asked anna was decided, and the letter did not go."""
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *new)
    office.must("client", "assign", "2026-1", "--coach", "bram")
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    office.must("request", "identify", "V2026-1", "--method", "bekend")
    office.must(
        "request", "decide", "V2026-1", "--decision", "afgewezen", "--code", "buitensporig", stdin="De elfde keer."
    )
    return Stage(office.folder, "bram", office.now)


def test_nor_does_a_coach_keep_a_decision_from_who_waits_for_its_letter(office: Stage) -> None:
    bram = decided(office)
    words = ("--json", "client", "deceased", "2026-1", "--on", "2026-11-20", "--source", "familie")
    ran = bram.wkc(*words)
    assert (ran.code, ran.error["name"]) == (4, "death_stops_requests")
    assert [one["kind"] for one in office.json("letter", "list", "--waiting")["letters"]][-1] == "afgewezen"
    office.must("request", "notify", "V2026-1")
    assert bram.wkc(*words).code == 0


def test_an_answer_that_went_to_nobody_is_no_answer_in_time(office: Stage) -> None:
    decided(office)
    died(office)
    letter = office.json("request", "show", "V2026-1")["letters"][-1]
    for words in (("request", "notify", "V2026-1"), ("letter", "sent", letter)):
        refused(office, *words, name="answer_after_death")
    shown = office.json("request", "show", "V2026-1")
    assert (shown["request"]["state"], shown["request"]["told_on"], shown["in_time"]) == ("besloten", None, None)
    office.must("request", "withdraw", "V2026-1")


def test_one_that_went_on_the_day_of_the_death_was_sent(office: Stage) -> None:
    decided(office)
    office.must("client", "deceased", "2026-1", "--on", "2026-11-23", "--source", "familie")
    office.now += timedelta(days=2)
    refused(office, "request", "notify", "V2026-1", name="answer_after_death")
    assert office.json("request", "notify", "V2026-1", "--on", "2026-11-23")["in_time"] == "op_tijd"
