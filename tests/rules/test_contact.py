"""Art. 10: what counts as contact between the client and the office."""

from wkc.rules.retention.contact import RESTARTS


def test_contact_both_ways_restarts_the_five_years() -> None:
    assert {kind for kind, restarts in RESTARTS.items() if restarts} == {
        *("gesprek", "telefoon", "bezoek", "e_mail_ontvangen", "brief_ontvangen", "overgenomen")
    }


def test_what_the_office_did_alone_does_not() -> None:
    assert {kind for kind, restarts in RESTARTS.items() if not restarts} == {
        *("poging", "niet_verschenen", "brief_verzonden")
    }
