"""Art. 8.3 in spirit and 14.2: by e-mail and at the counter nobody is believed for the name of the body alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.rules.disclosures import ALARM, citing, facts, told
from tests.rules.parties import AMBULANCE, UWV
from wkc.records.disclosure import Allowance, DisclosureFacts, Identification
from wkc.records.user import Role
from wkc.rules.disclosure.identification import MEANS
from wkc.rules.disclosure.judge import judge

YES, NO, BEHEERDER = "toegestaan", "geweigerd", "beheerder_beslist"


def asked(channel: str, means: str | None, **known: bool) -> DisclosureFacts:
    asker = Identification(channel, means, **known)
    return facts("doel", UWV, "geslachtsnaam inkomsten", purpose="uitvoering_uitkering", asker=asker)


def alarm(means: str) -> DisclosureFacts:
    asker = Identification("mondeling", means)
    return facts("dringende_reden", AMBULANCE, "gezondheid", asker=asker, **ALARM)


ASKED = [
    ("by e-mail, from the address on file", asked("e_mail", "bekend_adres", address_on_file=True), YES, "bekend_adres"),
    ("by e-mail, from an address that is not on file", asked("e_mail", "bekend_adres"), NO, "adres_niet_op_bestand"),
    ("by e-mail, called back on the verified number on file", asked("e_mail", "teruggebeld", on_file=True,
     verified=True), YES, "teruggebeld"),
    ("by e-mail, called back on a number that nobody verified", asked("e_mail", "teruggebeld", on_file=True), NO,
     "nummer_niet_nagegaan"),
    ("by e-mail, and nobody looked who it is", asked("e_mail", "niet", on_file=True, address_on_file=True), NO,
     "niet_geidentificeerd"),
    ("by e-mail, and nobody said", asked("e_mail", None), NO, "identificatie_niet_beantwoord"),
    ("at the counter, with a pass, on file", asked("mondeling", "dienstpas", on_file=True), YES, "bekende_vrager"),
    ("at the counter, with a pass, not on file", asked("mondeling", "dienstpas"), BEHEERDER, "vrager_niet_bekend"),
    ("at the counter, known in person, on file", asked("mondeling", "bekend", on_file=True), YES, "bekende_vrager"),
    ("at the counter, known in person, not on file", asked("mondeling", "bekend"), BEHEERDER, "vrager_niet_bekend"),
    ("at the counter, the body called back", asked("mondeling", "teruggebeld", on_file=True, verified=True), YES,
     "teruggebeld"),
    ("at the counter, 'I am of UWV'", asked("mondeling", "niet"), NO, "niet_geidentificeerd"),
    ("an ambulance crew at the door in danger to life", alarm("dienstpas"), YES, "pas_in_nood"),
    ("somebody at the door who says there is danger to life", alarm("niet"), NO, "niet_geidentificeerd"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "outcome", "reason"), [row[1:] for row in ASKED], ids=[row[0] for row in ASKED])
def test_who_asks_is_identified_by_a_rule_for_each_channel(case: DisclosureFacts, outcome: str, reason: str) -> None:
    said = told(case)
    assert said.outcome == outcome
    assert reason in said.reasons


def test_a_letter_and_a_portal_need_no_other_means() -> None:
    assert set(MEANS) == {"e_mail", "mondeling"}
    assert told(facts("doel", UWV, "inkomsten", purpose="uitvoering_uitkering")).outcome == YES


@given(
    channel=st.sampled_from([*MEANS]),
    known=st.fixed_dictionaries(
        {"on_file": st.booleans(), "verified": st.booleans(), "address_on_file": st.booleans()}
    ),
    data=st.data(),
)
def test_to_be_on_file_never_makes_it_stricter(channel: str, known: dict[str, Any], data: st.DataObject) -> None:
    means = data.draw(st.sampled_from([None, *MEANS[channel]]))
    order = [Allowance.TOEGESTAAN, Allowance.BEHEERDER_BESLIST, Allowance.GEWEIGERD]
    found = [judge(asked(channel, means, **facts)).outcome for facts in (known, dict.fromkeys(known, True))]
    assert order.index(found[1]) <= order.index(found[0])


@pytest.mark.parametrize("ground", ["doel", "wettelijk_voorschrift"])
def test_a_medewerker_may_give_nothing_to_others(ground: str) -> None:
    case = facts(ground, UWV, "inkomsten", purpose="uitvoering_uitkering", **citing("ww"))
    assert told(case).outcome == YES
    refused = told(replace(case, by=Role.MEDEWERKER))
    assert (refused.outcome, refused.granted) == (NO, "")
    assert "niet_aan_medewerker" in refused.reasons
