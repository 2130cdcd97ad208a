"""Forms to sign: printed with a number, signed into a consent, a mandate, an undertaking (AVG 7.1, art. 6 and 11.1)."""

import io
import json
from datetime import datetime
from types import SimpleNamespace
from typing import cast

import pikepdf

from tests.documents.pdf import text_of
from tests.prepared import prepared
from tests.stage import PASSWORD, Stage
from wkc.cli.forms.guided.desk import Desk
from wkc.cli.forms.guided.paper_forms import FORMS
from wkc.procedures.core.session import Session


@prepared
def office(stage: Stage) -> Stage:
    name = {"geslachtsnaam": "Vries", "voorvoegsel": "de", "voornamen": "Anna"}
    person = json.dumps([name | {"geboortedatum": "1980-03-12"}])
    stage.must("client", "import", "-", "--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", stdin=person)
    stage.must("party", "add", "Bakkerij Jansen", "--kind", "werkgever")
    stage.now = datetime.fromisoformat("2026-11-23T09:00:00+00:00")
    return stage


def printed(stage: Stage, *argv: str, stdin: str = "") -> tuple[str, str]:
    out = stage.folder / f"formulier-{len(list(stage.folder.iterdir()))}.pdf"
    made = json.loads(stage.must("--json", "form", "print", *argv, "--output", str(out), stdin=stdin).out)["data"]
    with pikepdf.open(out) as pdf:
        assert pdf.Root.MarkInfo.Marked
    return made["form"]["number"], text_of(out.read_bytes())


RECIPIENT = ("--recipient", "Bakkerij Jansen", "--purpose", "bemiddeling")
CONSENT = ("toestemming", "2026-1", *RECIPIENT, "--categories", "1,25")


def scan(stage: Stage) -> str:
    made, out = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.save(out)
    path = stage.folder / "scan.pdf"
    path.write_bytes(out.getvalue())
    return str(path)


def test_a_consent_says_to_whom_for_what_which_data_and_that_it_can_be_withdrawn(office: Stage) -> None:
    number, text = printed(office, *CONSENT, "--until", "2027-05-01")
    assert number == "F2026-0001"
    for words in ("Anna de Vries", "Bakkerij Jansen", "werk voor u zoeken", "Gezondheid en inzetbaarheid", "1 mei 2027",
                  "altijd intrekken", "uitdrukkelijke toestemming", "F2026-0001", "tekst versie 2"):  # fmt: skip
        assert words.replace(" ", "") in text.replace(" ", ""), words


def test_signed_it_is_a_consent_with_its_paper_in_the_dossier(office: Stage) -> None:
    number, _ = printed(office, *CONSENT, "--until", "2027-05-01")
    office.now = datetime.fromisoformat("2026-11-25T09:00:00+00:00")
    done = office.json("form", "signed", number, "--on", "2026-11-24", "--document", scan(office))
    assert done["document"]["form"] == number
    (consent,) = office.json("consent", "list", "2026-1")["consents"]
    assert (consent["how"], consent["from_on"], consent["until_on"]) == ("schriftelijk", "2026-11-24", "2027-05-01")
    assert consent["categories"] == [1, 25]
    shown = office.must("consent", "list", "2026-1").out
    assert number in shown
    assert "No signature" not in shown
    (document,) = office.json("document", "list", "2026-1")["documents"]
    assert document["title"] == f"Toestemming {number}"
    again = office.wkc("--json", "form", "signed", number, "--on", "2026-11-24")
    assert again.error["name"] == "form_signed"


def test_a_form_is_offered_until_it_has_its_signature_and_its_paper(office: Stage) -> None:
    number, _ = printed(office, *CONSENT)
    offered = FORMS["signed"].questions[0].options
    assert offered is not None

    def list_offered() -> dict[str, str]:
        session = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
        return dict(offered(cast("Desk", SimpleNamespace(session=session)), {}))

    assert list_offered() == {number: "consent, 2026-0001"}
    office.must("form", "signed", number, "--on", "2026-11-23")
    assert list_offered() == {number: "consent, 2026-0001, signed on 2026-11-23, without its paper"}
    office.must("form", "signed", number, "--document", scan(office))
    assert list_offered() == {}


def test_a_signature_before_the_paper_and_one_of_tomorrow_are_refused(office: Stage) -> None:
    number, _ = printed(office, *CONSENT)
    assert office.wkc("--json", "form", "signed", number, "--on", "2026-11-22").error["name"] == "form_signed_early"
    assert office.wkc("--json", "form", "signed", number, "--on", "2026-11-24").code == 6
    assert office.json("consent", "list", "2026-1")["consents"] == []


def test_a_scan_that_may_not_be_kept_makes_no_consent_either(office: Stage) -> None:
    number, _ = printed(office, *CONSENT)
    path = office.folder / "paspoort.pdf"
    path.write_bytes(b"%PDF-1.7")
    assert office.wkc("form", "signed", number, "--on", "2026-11-23", "--document", str(path)).code == 3
    assert office.json("consent", "list", "2026-1")["consents"] == []
    assert office.json("form", "list", "2026-1")["forms"][0]["signed_on"] is None


def test_a_mandate_is_printed_for_two_to_sign_and_stands_once_signed(office: Stage) -> None:
    given = json.dumps({"name": "J. de Boer", "address": "Laat 1", "postcode": "1811 AA", "place": "Alkmaar"})
    number, text = printed(office, "machtiging", "2026-1", "--from", "-", stdin=given)
    assert "J. de Boer".replace(" ", "") in text.replace(" ", "")
    office.must("form", "signed", number, "--on", "2026-11-23", "--place", "kast 1", "--destroy-on", "2031-01-01")
    (mandate,) = office.json("consent", "list", "2026-1")["mandates"]
    assert (mandate["kind"], mandate["name"]) == ("gemachtigde", "J. de Boer")
    assert mandate["document"] == f"formulier {number}"
    assert mandate["address"]["place"] == "Alkmaar"


def test_an_undertaking_is_the_beheerders_to_print_and_dates_the_secrecy(office: Stage) -> None:
    password = ("--new-password-file", str(office.password_file))
    office.must(
        "user", "designate", "bram", "--name", "Bram Bakker", "--role", "coach", "--function", "coach", *password
    )
    number, text = printed(office, "geheimhouding", "bram")
    assert "geheim" in text
    office.now = datetime.fromisoformat("2026-11-25T09:00:00+00:00")
    office.must("form", "signed", number, "--on", "2026-11-24")
    assert office.json("user", "show", "bram")["user"]["secrecy_on"] == "2026-11-24"
    office.user = "bram"
    assert office.wkc("form", "print", "geheimhouding", "bram", "--output", str(office.folder / "x.pdf")).code == 4


def test_an_intake_is_empty_or_has_what_is_on_file(office: Stage) -> None:
    _, empty = printed(office, "intake")
    assert "Vries" not in empty
    _, filled = printed(office, "intake", "2026-1")
    assert "Vries" in filled
    assert "12maart1980" in filled.replace(" ", "")


def test_a_script_is_told_that_a_mandate_needs_its_file(office: Stage) -> None:
    ran = office.wkc("form", "print", "machtiging", "2026-1")
    assert ran.code == 2
    assert "--from" in ran.err


def test_a_form_of_no_dossier_asks_for_no_paper_and_takes_none(office: Stage) -> None:
    out = office.must("form", "print", "geheimhouding", "anna", "--output", str(office.folder / "a.pdf")).out
    assert "Once it is signed: wkc form signed F2026-0001 --on DATE\n" in out
    out = office.must("form", "print", "intake", "--output", str(office.folder / "b.pdf")).out
    assert "Once it is filled in: `wkc client register`" in out
    for number in ("F2026-0001", "F2026-0002"):
        ran = office.wkc("--json", "form", "signed", number, "--on", "2026-11-23", "--document", scan(office))
        assert (ran.code, ran.error["name"]) == (6, "form_without_dossier")
    office.must("form", "signed", "F2026-0001", "--on", "2026-11-23")


def test_a_form_goes_with_the_dossier(office: Stage) -> None:
    number, _ = printed(office, *CONSENT)
    office.must("form", "signed", number, "--on", "2026-11-23", "--document", scan(office))
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing", stdin="twee keer ingeschreven")
    assert office.json("form", "list")["forms"] == []


def test_a_written_consent_without_its_paper_is_marked(office: Stage) -> None:
    office.must("consent", "give", "2026-1", *RECIPIENT, "--categories", "1", "--how", "schriftelijk")
    assert "No signature on file under 1" in office.must("consent", "list", "2026-1").out


def test_a_coach_dates_nobodys_secrecy_and_a_user_who_is_not_there_has_no_form(office: Stage) -> None:
    password = ("--new-password-file", str(office.password_file))
    person = ("--name", "Bram Bakker", "--role", "coach", "--function", "coach")
    office.must("user", "designate", "bram", *person, *password)
    number, _ = printed(office, "geheimhouding", "bram")
    for who in (("zzz",), ()):
        made = office.wkc("--json", "form", "print", "geheimhouding", *who, "--output", str(office.folder / "y.pdf"))
        assert (made.code, made.error["name"]) == (5, "user_unknown")
    office.user = "bram"
    assert office.wkc("form", "signed", number, "--on", "2026-11-23").code == 4


def test_what_is_over_before_anybody_signs_is_not_printed(office: Stage) -> None:
    out = ("--output", str(office.folder / "y.pdf"))
    assert (
        office.wkc("--json", "form", "print", *CONSENT, "--until", "2026-11-22", *out).error["name"]
        == "period_backwards"
    )


def test_a_number_that_a_form_was_printed_for_since_its_link_names_the_form(office: Stage) -> None:
    other = json.dumps([{"geslachtsnaam": "Bos", "geboortedatum": "1990-01-01"}])
    office.must("client", "import", "-", "--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A2", stdin=other)
    for client in ("2026-1", "2026-2"):
        office.must("letter", "notify", client, "--told-on", "2026-11-23")
    takes = [f"--take={field}=2026-1" for field in ("geslachtsnaam", "geboortedatum")]
    office.must("--yes", "client", "link", "2026-1", "2026-2", *takes)
    printed(office, *CONSENT)
    refused = office.wkc("--yes", "client", "unlink", "2026-2")
    assert refused.code != 1
    assert "form" in refused.err


def test_only_what_the_law_protects_more_is_named_as_that(office: Stage) -> None:
    _, plain = printed(office, "toestemming", "2026-1", *RECIPIENT, "--categories", "1,10")
    assert "uitdrukkelijke" not in plain
    _, mixed = printed(office, "toestemming", "2026-1", *RECIPIENT, "--categories", "1,26")
    told = mixed.replace(" ", "")
    assert "extra:justitieelverleden." in told
    assert "artikel10vandeAVG" in told
    assert "artikel9" not in told


def test_a_consent_to_hold_names_no_recipient_and_lets_the_value_be_recorded(office: Stage) -> None:
    both = office.wkc("--json", "form", "print", *CONSENT, "--to-hold", "--output", str(office.folder / "x.pdf"))
    assert both.code == 2
    number, text = printed(office, "toestemming", "2026-1", "--to-hold", "--categories", "25")
    assert "vastteleggen" in text.replace(" ", "")
    health = ("client", "record", "2026-1", "gezondheid", "--source", "geregistreerde")
    on_consent = (*health, "--grondslag", "uitdrukkelijke_toestemming")
    assert office.wkc("--json", *on_consent, stdin="rug").error["name"] == "consent_to_hold_missing"
    office.must("form", "signed", number, "--on", "2026-11-23", "--document", scan(office))
    (consent,) = office.json("consent", "list", "2026-1")["consents"]
    assert (consent["recipient"], consent["categories"]) == (None, [25])
    office.must(*on_consent, stdin="rug")


def test_a_scan_that_comes_after_the_signature_is_added_once(office: Stage) -> None:
    number, _ = printed(office, *CONSENT)
    assert office.wkc("--json", "form", "signed", number).error["name"] == "signature_day_missing"
    office.must("form", "signed", number, "--on", "2026-11-23")
    assert "No signature on file under 1" in office.must("consent", "list", "2026-1").out
    other = office.wkc("--json", "form", "signed", number, "--on", "2026-11-22", "--document", scan(office))
    assert other.error["name"] == "form_signed"
    added = office.json("form", "signed", number, "--document", scan(office))
    assert (added["form"]["signed_on"], added["document"]["form"]) == ("2026-11-23", number)
    assert "No signature" not in office.must("consent", "list", "2026-1").out
    assert len(office.json("consent", "list", "2026-1")["consents"]) == 1
    again = office.wkc("--json", "form", "signed", number, "--document", scan(office))
    assert (again.error["name"], "document 1" in again.error["text"]) == ("form_paper_kept", True)


def test_a_mandate_without_its_paper_is_marked_and_on_the_agenda(office: Stage) -> None:
    number, _ = printed(office, "machtiging", "2026-1", "--from", "-", stdin='{"name": "J. de Boer"}')
    office.must("form", "signed", number, "--on", "2026-11-23")
    assert "No signed paper on file for mandate 1" in office.must("consent", "list", "2026-1").out
    due = {(item["on"], item["duty"], item["count"]) for item in office.wkc("--json", "agenda").data["items"]}
    assert ("2026-11-30", "handtekening_bewaren", 1) in due
    office.must("form", "signed", number, "--place", "kast 1", "--destroy-on", "2031-01-01")
    assert "No signed paper" not in office.must("consent", "list", "2026-1").out
    assert "handtekening_bewaren" not in {item["duty"] for item in office.wkc("--json", "agenda").data["items"]}


def test_a_signed_intake_is_no_consent_and_says_nothing_of_one(office: Stage) -> None:
    number, _ = printed(office, "intake", "2026-1")
    assert "7.1" not in office.must("form", "signed", number, "--on", "2026-11-23").out


def test_a_signed_consent_does_not_go_with_a_copy_for_one_address(office: Stage) -> None:
    number, _ = printed(office, *CONSENT)
    office.must("form", "signed", number, "--on", "2026-11-23", "--document", scan(office))
    paper = {"kind": "gemachtigde", "name": "R. Ex", "from": "2026-11-01", "document": "brief", "on": "2026-11-23"}
    asking = ("request", "receive", "2026-1", "--kind", "afschrift", "--mandate", "-")
    asked = office.json(*asking, stdin=json.dumps(paper | {"categories": "2"}))["request"]["number"]
    office.must("request", "identify", asked, "--method", "bekend")
    office.must("request", "decide", asked, "--decision", "deels", "--code", "machtiging", stdin="Alleen het adres.")
    office.must("request", "notify", asked)
    office.must("request", "review", asked, "--keep-all")
    copy = ("inzage", "export", "2026-1", "--request", asked, "--format", "json", "--with-documents")
    assert office.json(*copy, "--output", str(office.folder / "c.json"))["documents"] == []


def test_the_form_of_a_client_of_somebody_else_is_answered_as_one_that_is_not_there(office: Stage) -> None:
    """Another answer would say that somebody signs something."""
    number, _ = printed(office, *CONSENT)
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "coach", *new)
    bram = Stage(office.folder, "bram", office.now)
    theirs, nobodys = (bram.wkc("form", "signed", form, "--on", "2026-11-23") for form in (number, "F2026-99"))
    assert (theirs.code, theirs.err) == (nobodys.code, nobodys.err) == (5, nobodys.err)
    assert "There is no form of this number." in nobodys.err
    line = office.json("audit", "list")["lines"][1]
    assert (line["action"], line["outcome"], line["details"]["reason"]) == ("form.signed", "refused", "buiten_caseload")
    office.must("client", "assign", "2026-1", "--coach", "bram")
    bram.must("form", "signed", number, "--on", "2026-11-23")
