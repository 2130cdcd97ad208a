"""Art. 11, 12 and 13: which step may come from where, what a decision needs, and how long a request holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.requests import MANDATE, extended, in_state, received, ruling
from wkc.records.request import Decision, Requester, RequestKind, RequestState
from wkc.records.user import Role
from wkc.rules.requests import request as rules
from wkc.rules.requests.refusal import judge_transfer
from wkc.rules.requests.withdrawal import judge_recorder, judge_withdrawal

S, D, K = RequestState, Decision, RequestKind

# What may be done from each state, on one line: a privacy officer lays it beside DESIGN 8.
MAY = {
    S.ONTVANGEN: "zoek stel_voor vraag_identiteit identificeer verleng besluit trek_in vergis",
    S.IDENTITEIT_GEVRAAGD: "zoek stel_voor vraag_identiteit identificeer verleng besluit trek_in vergis",
    S.GEIDENTIFICEERD: "zoek stel_voor verleng besluit trek_in vergis",
    S.BESLOTEN: "deel_mee trek_in vergis geef_kopie",
    S.MEDEGEDEELD: "ontvangst voer_uit trek_in geef_kopie",
    S.UITGEVOERD: "ontvangst geef_kopie",
    S.INGETROKKEN: "",
    S.VERGISSING: "",
}


@pytest.mark.parametrize("state", S)
def test_each_step_comes_only_from_where_it_may(state: RequestState) -> None:
    request = in_state(state)
    assert {step for step in rules.STEPS if rules.judge_step(request, step).allowed} == set(MAY[state].split())


@pytest.mark.parametrize("step", rules.STEPS)
def test_a_step_from_elsewhere_is_refused_with_its_article(step: str) -> None:
    verdict = rules.judge_step(in_state(S.INGETROKKEN), step)
    assert not verdict.allowed
    assert verdict.reason == "stand_past_niet"
    assert verdict.article


def test_what_was_refused_and_told_is_not_withdrawn_any_more() -> None:
    assert not rules.judge_step(in_state(S.MEDEGEDEELD, D.AFGEWEZEN), "trek_in").allowed


@pytest.mark.parametrize(
    ("kind", "refusal", "is_waiting", "allowed"),
    [
        (K.VERWIJDERING, "wettelijke_bewaarplicht", True, True),
        (K.VERWIJDERING, "rechtsvordering", True, True),
        (K.VERWIJDERING, "wettelijke_bewaarplicht", False, False),
        (K.VERWIJDERING, "ter_zake", True, False),
        (K.BEZWAAR, "rechtsvordering", True, False),
    ],
)
def test_a_removal_that_waits_for_the_end_of_a_duty_is_withdrawn_though_it_was_refused(
    kind: RequestKind, refusal: str, *, is_waiting: bool, allowed: bool
) -> None:
    refused = in_state(S.MEDEGEDEELD, kind=kind, ruling=ruling(D.AFGEWEZEN, refusal))
    assert judge_withdrawal(refused, is_waiting=is_waiting).allowed is allowed


def test_what_was_refused_is_not_carried_out() -> None:
    verdict = rules.judge_step(in_state(S.MEDEGEDEELD, D.AFGEWEZEN), "voer_uit")
    assert (verdict.allowed, verdict.reason, verdict.article) == (False, "niet_toegewezen", "art. 11.2, 12.4")


@pytest.mark.parametrize(
    ("decision", "refusal", "early"),
    [
        (D.AFGEWEZEN, "identiteit", True),
        (D.AFGEWEZEN, "kennelijk_ongegrond", True),
        (D.AFGEWEZEN, "buitensporig", True),
        (D.AFGEWEZEN, "rechten_van_anderen", False),
        (D.AFGEWEZEN, "uavg_41", False),
        (D.TOEGEWEZEN, None, False),
        (D.DEELS, "buitensporig", False),
        (D.DEELS, "rechten_van_anderen", False),
    ],
)
@pytest.mark.parametrize("state", [S.ONTVANGEN, S.IDENTITEIT_GEVRAAGD])
def test_before_it_is_sure_who_asks_only_what_tells_nothing_is_decided(
    state: RequestState, decision: Decision, refusal: str | None, *, early: bool
) -> None:
    left_out = 1 if decision is D.DEELS else 0
    verdict = rules.judge_decision(in_state(state), decision, refusal, left_out)
    assert verdict.allowed is early
    if not early:
        assert (verdict.reason, verdict.article) == ("identiteit_niet_vastgesteld", "art. 11.5; AVG 12.6")


@pytest.mark.parametrize("state", [S.ONTVANGEN, S.IDENTITEIT_GEVRAAGD, S.GEIDENTIFICEERD])
def test_that_nothing_is_held_is_decided_from_the_start(state: RequestState) -> None:
    assert rules.judge_decision(in_state(state, client=None), D.GEEN_GEGEVENS, None, 0).allowed


@pytest.mark.parametrize(
    ("kind", "decision", "refusal", "left_out", "reason"),
    [
        (K.INZAGE, D.AFGEWEZEN, None, 0, "code_ontbreekt"),
        (K.INZAGE, D.DEELS, None, 1, "code_ontbreekt"),
        (K.INZAGE, D.TOEGEWEZEN, "uavg_41", 0, "code_overbodig"),
        (K.INZAGE, D.AFGEWEZEN, "geen_zin", 0, "code_past_niet"),
        (K.INZAGE, D.AFGEWEZEN, "gegeven_is_juist", 0, "code_past_niet"),
        (K.INZAGE, D.AFGEWEZEN, "machtiging", 0, "code_past_niet"),
        (K.VERBETERING, D.DEELS, "identiteit", 0, "code_past_niet"),
        (K.VERWIJDERING, D.AFGEWEZEN, "rechten_van_anderen", 0, "code_past_niet"),
        (K.BEZWAAR, D.AFGEWEZEN, "rechten_van_anderen", 0, "code_past_niet"),
        (K.BEZWAAR, D.AFGEWEZEN, "ter_zake", 0, "code_past_niet"),
        (K.BEZWAAR, D.AFGEWEZEN, "wettelijke_bewaarplicht", 0, "code_past_niet"),
        (K.BEPERKING, D.AFGEWEZEN, "wettelijke_bewaarplicht", 0, "code_past_niet"),
        (K.INZAGE, D.DEELS, "rechten_van_anderen", 0, "weggelaten_ontbreekt"),
        (K.INZAGE, D.TOEGEWEZEN, None, 2, "weggelaten_overbodig"),
        (K.VERBETERING, D.DEELS, "gegeven_is_juist", 1, "weggelaten_overbodig"),
        (K.INZAGE, D.GEEN_GEGEVENS, None, 0, "wel_in_registratie"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused(
    kind: RequestKind, decision: Decision, refusal: str | None, left_out: int, reason: str
) -> None:
    verdict = rules.judge_decision(in_state(S.GEIDENTIFICEERD, kind=kind), decision, refusal, left_out)
    assert (verdict.allowed, verdict.reason, verdict.article) == (False, reason, "art. 11.6, 12.5")


@pytest.mark.parametrize(
    ("kind", "decision", "refusal", "left_out", "article"),
    [
        (K.INZAGE, D.TOEGEWEZEN, None, 0, "art. 11.4, 12.3"),
        (K.INZAGE, D.DEELS, "rechten_van_anderen", 2, "AVG 15.4; UAVG 41.1.i"),
        (K.VERBETERING, D.AFGEWEZEN, "gegeven_is_juist", 0, "art. 12.1; AVG 16"),
        (K.VERWIJDERING, D.DEELS, "wettelijke_bewaarplicht", 0, "AVG 17.3.b"),
        (K.BEZWAAR, D.AFGEWEZEN, "dwingende_gronden", 0, "AVG 21.1"),
        (K.BEPERKING, D.AFGEWEZEN, "ter_zake", 0, "art. 12.1; AVG 17.1"),
        (K.OVERDRACHT, D.GEEN_GEGEVENS, None, 0, "art. 11.4, 12.3"),
    ],
)
def test_a_decision_that_fits_rests_on_an_article(
    kind: RequestKind, decision: Decision, refusal: str | None, left_out: int, article: str
) -> None:
    verdict = rules.judge_decision(in_state(S.GEIDENTIFICEERD, kind=kind), decision, refusal, left_out)
    assert (verdict.allowed, verdict.article) == (True, article)


@pytest.mark.parametrize("decision", [D.TOEGEWEZEN, D.DEELS])
def test_nothing_is_granted_to_who_is_not_in_the_register(decision: Decision) -> None:
    verdict = rules.judge_decision(in_state(S.GEIDENTIFICEERD, client=None), decision, None, 0)
    assert (verdict.allowed, verdict.reason) == (False, "niet_in_registratie")


def test_a_machtiging_that_fails_or_falls_short_is_a_ground_only_where_somebody_else_asks() -> None:
    asked = in_state(S.GEIDENTIFICEERD, requester=Requester.MENTOR)
    assert rules.judge_decision(asked, D.AFGEWEZEN, "machtiging", 0).allowed
    assert rules.judge_decision(asked, D.DEELS, "machtiging", 8).allowed


def test_a_ground_that_the_file_contradicts_is_refused() -> None:
    known = in_state(S.GEIDENTIFICEERD)
    verdict = rules.judge_decision(known, D.AFGEWEZEN, "identiteit", 0)
    assert (verdict.allowed, verdict.reason, verdict.article) == (False, "code_weersproken", "art. 11.6, 12.5")
    asked = in_state(S.GEIDENTIFICEERD, requester=Requester.GEMACHTIGDE)
    assert rules.judge_decision(asked, D.AFGEWEZEN, "machtiging", 0, is_mandated=True).reason == "code_weersproken"
    assert rules.judge_decision(asked, D.DEELS, "machtiging", 3, is_mandated=True).allowed


@pytest.mark.parametrize(
    ("refusal", "is_supplied", "is_consented", "allowed"),
    [
        ("niet_zelf_verstrekt", False, False, True),
        ("niet_zelf_verstrekt", True, False, False),
        ("geen_toestemming_of_overeenkomst", True, False, True),
        ("geen_toestemming_of_overeenkomst", True, True, False),
        ("rechten_van_anderen", True, True, True),
    ],
)
def test_data_to_take_along_are_not_refused_for_what_the_dossier_contradicts(
    refusal: str, *, is_supplied: bool, is_consented: bool, allowed: bool
) -> None:
    verdict = judge_transfer(refusal, is_supplied=is_supplied, is_consented=is_consented)
    assert verdict.allowed is allowed


@pytest.mark.parametrize(
    ("is_overtaken", "refusal", "reason"),
    [
        (True, "wettelijke_bewaarplicht", "wettelijke_bewaarplicht"),
        (True, "ter_zake", "stand_past_niet"),
        (False, "wettelijke_bewaarplicht", "stand_past_niet"),
    ],
)
def test_a_removal_that_was_granted_is_decided_anew_only_because_a_duty_keeps_it_since(
    refusal: str, reason: str, *, is_overtaken: bool
) -> None:
    told = in_state(S.MEDEGEDEELD, kind=K.VERWIJDERING)
    assert rules.judge_decision(told, D.AFGEWEZEN, refusal, 0, is_overtaken=is_overtaken).reason == reason


@pytest.mark.parametrize(
    ("kind", "refusal", "article"),
    [
        (K.BEZWAAR, "dwingende_gronden", "AVG 21.1"),
        (K.BEZWAAR, "rechtsvordering", "AVG 17.3.e, 21.1"),
        (K.VERWIJDERING, "rechtsvordering", "AVG 17.3.e, 21.1"),
        (K.OVERDRACHT, "geen_toestemming_of_overeenkomst", "AVG 20.1.a, 20.3"),
        (K.OVERDRACHT, "niet_zelf_verstrekt", "AVG 20.1"),
    ],
)
def test_objection_removal_and_transfer_have_grounds_of_their_own(
    kind: RequestKind, refusal: str, article: str
) -> None:
    verdict = rules.judge_decision(in_state(S.GEIDENTIFICEERD, kind=kind), D.AFGEWEZEN, refusal, 0)
    assert (verdict.allowed, verdict.article) == (True, article)


@pytest.mark.parametrize(
    ("kind", "refusal"),
    [
        (K.INZAGE, "dwingende_gronden"),
        (K.VERBETERING, "rechtsvordering"),
        (K.BEZWAAR, "niet_zelf_verstrekt"),
        (K.VERWIJDERING, "geen_toestemming_of_overeenkomst"),
    ],
)
def test_no_other_kind_is_refused_on_them(kind: RequestKind, refusal: str) -> None:
    verdict = rules.judge_decision(in_state(S.GEIDENTIFICEERD, kind=kind), D.AFGEWEZEN, refusal, 0)
    assert (verdict.allowed, verdict.reason) == (False, "code_past_niet")


@pytest.mark.parametrize("decision", D)
@pytest.mark.parametrize("kind", K)
def test_each_refusal_takes_reasons_and_so_does_what_is_weighed(kind: RequestKind, decision: Decision) -> None:
    refused = decision in {D.AFGEWEZEN, D.DEELS}
    weighed = kind in {K.BEPERKING, K.BEZWAAR} and decision is D.TOEGEWEZEN
    assert rules.is_reason_required(kind, decision) is (refused or weighed)


def test_a_representative_shows_a_machtiging_and_for_a_correction_the_express_request() -> None:
    copy = received(requester=Requester.GEMACHTIGDE)
    assert rules.judge_identification(copy, None, None).reason == "machtiging_ontbreekt"
    assert rules.judge_identification(copy, MANDATE, None).allowed
    correction = received(requester=Requester.GEMACHTIGDE, kind=K.VERBETERING)
    verdict = rules.judge_identification(correction, MANDATE, None)
    assert (verdict.allowed, verdict.reason, verdict.article) == (False, "nadrukkelijk_verzoek_ontbreekt", "art. 12.1")
    assert rules.judge_identification(correction, MANDATE, date(2026, 3, 5)).allowed


@pytest.mark.parametrize("who", [Requester.CURATOR, Requester.BEWINDVOERDER, Requester.MENTOR, Requester.OUDER])
def test_a_legal_representative_needs_papers_but_no_express_request(who: Requester) -> None:
    request = received(requester=who, kind=K.VERBETERING)
    assert not rules.judge_identification(request, None, None).allowed
    assert rules.judge_identification(request, MANDATE, None).allowed


@pytest.mark.parametrize("requester", [Requester.GEREGISTREERDE, Requester.GEMACHTIGDE, Requester.CURATOR])
def test_anybody_may_ask_from_outside_and_a_mandate_waits_for_the_dossier(requester: Requester) -> None:
    assert rules.judge_receipt(K.INZAGE, requester, on_file=False, shown=False).allowed
    mandated = rules.judge_receipt(K.INZAGE, requester, on_file=False, shown=False, mandated=True)
    assert (mandated.allowed, mandated.reason) == (False, "machtiging_zonder_dossier")
    assert rules.judge_receipt(K.INZAGE, requester, on_file=True, shown=False, mandated=True).allowed


def test_only_a_gemachtigde_shows_the_express_request() -> None:
    assert rules.judge_receipt(K.VERBETERING, Requester.GEMACHTIGDE, on_file=True, shown=True).allowed
    assert not rules.judge_receipt(K.VERBETERING, Requester.GEREGISTREERDE, on_file=True, shown=True).allowed
    shown = rules.judge_identification(received(kind=K.VERBETERING), None, date(2026, 3, 5))
    assert (shown.allowed, shown.article) == (False, "art. 12.1")


@pytest.mark.parametrize(
    ("method", "document", "reason"),
    [
        ("getoond", "paspoort", "getoond"),
        ("bekend", None, "bekend"),
        ("getoond", None, "document_past_niet"),
        ("bekend", "paspoort", "document_past_niet"),
        ("kopie", "paspoort", "wijze_onbekend"),
    ],
)
def test_identity_is_made_sure_of_by_a_method_of_the_list_and_never_a_copy(
    method: str, document: str | None, reason: str
) -> None:
    verdict = rules.judge_proof(method, document)
    assert verdict.reason == reason
    assert verdict.allowed is (reason == method)


def test_the_term_of_a_request_knows_its_identity_and_extension() -> None:
    asked = in_state(S.GEIDENTIFICEERD, asked_on=date(2026, 3, 6))
    assert rules.count_term(asked).ends_on == date(2026, 4, 13)  # 5 April and the six days that it took
    assert rules.count_term(received(extension=extended(date(2026, 4, 7)))).ends_on == date(2026, 6, 5)


def test_proof_may_come_until_four_weeks_after_the_reminder() -> None:
    asked = in_state(S.IDENTITEIT_GEVRAAGD)
    assert rules.proof_until(asked) is None
    reminded = in_state(S.IDENTITEIT_GEVRAAGD, reminded_on=date(2026, 3, 16))
    assert rules.proof_until(reminded) == date(2026, 4, 13)


def test_appeal_days_count_from_receipt_and_from_sending_while_that_is_unknown() -> None:
    sent = rules.count_appeal(in_state(S.MEDEGEDEELD, answer_sent_on=date(2026, 5, 29)))
    got = rules.count_appeal(
        in_state(S.MEDEGEDEELD, answer_sent_on=date(2026, 5, 29), answer_received_on=date(2026, 6, 1))
    )
    assert sent is not None
    assert got is not None
    assert sent.two_months_on == date(2026, 7, 29)
    assert (got.six_weeks_on, got.two_months_on) == (date(2026, 7, 13), date(2026, 8, 1))
    assert rules.count_appeal(in_state(S.BESLOTEN)) is None


def test_silence_shows_the_regulations_two_months_until_there_is_an_answer() -> None:
    assert rules.count_days(in_state(S.BESLOTEN)).silence_until == date(2026, 6, 5)
    assert rules.count_days(in_state(S.MEDEGEDEELD)).silence_until is None
    assert rules.count_days(in_state(S.INGETROKKEN)).silence_until is None
    assert rules.count_days(in_state(S.MEDEGEDEELD)).in_time == "op_tijd"


@pytest.mark.parametrize(
    ("state", "decision", "today", "held"),
    [
        (S.ONTVANGEN, D.TOEGEWEZEN, "2036-01-01", True),
        (S.BESLOTEN, D.AFGEWEZEN, "2036-01-01", True),
        (S.MEDEGEDEELD, D.TOEGEWEZEN, "2036-01-01", True),  # granted, and not carried out
        (S.MEDEGEDEELD, D.AFGEWEZEN, "2026-05-25", True),
        (S.MEDEGEDEELD, D.AFGEWEZEN, "2026-05-26", False),
        (S.UITGEVOERD, D.TOEGEWEZEN, "2026-05-25", True),
        (S.UITGEVOERD, D.TOEGEWEZEN, "2026-05-26", False),
        (S.INGETROKKEN, D.TOEGEWEZEN, "2026-03-11", False),
    ],
)
def test_a_request_holds_while_it_is_open_and_through_the_two_months(
    state: RequestState, decision: Decision, today: str, *, held: bool
) -> None:
    assert rules.is_blocking(in_state(state, decision), date.fromisoformat(today)) is held


@given(state=st.sampled_from(S), decision=st.sampled_from(D), days=st.integers(0, 400))
def test_what_is_open_holds_and_what_holds_no_more_never_holds_again(
    state: RequestState, decision: Decision, days: int
) -> None:
    request = in_state(state, decision, ruling=None)
    if state in {S.BESLOTEN, S.MEDEGEDEELD, S.UITGEVOERD}:
        request = in_state(state, decision, ruling=ruling(decision))
    today = date(2026, 3, 25) + timedelta(days=days)
    assert rules.is_blocking(request, today) or not rules.is_open(request)
    assert rules.is_blocking(request, today) or not rules.is_blocking(request, today + timedelta(days=1))


@pytest.mark.parametrize(
    ("recorded_by", "role", "reason"),
    [
        ("bram", Role.COACH, "trek_in"),
        ("anna", Role.COACH, "niet_zelf_vastgelegd"),
        ("anna", Role.MEDEWERKER, "niet_zelf_vastgelegd"),
        ("anna", Role.BEHEERDER, "trek_in"),
    ],
)
def test_a_withdrawal_is_written_down_by_who_took_the_request_in_or_by_the_beheerder(
    recorded_by: str, role: Role, reason: str
) -> None:
    verdict = judge_recorder(in_state(S.ONTVANGEN, recorded_by=recorded_by), "bram", role)
    assert (verdict.allowed, verdict.reason) == (reason == "trek_in", reason)


def test_what_the_office_began_of_its_own_accord_no_coach_withdraws() -> None:
    own = in_state(S.BESLOTEN, requester=Requester.BEHEERDER, recorded_by="bram")
    assert judge_recorder(own, "bram", Role.COACH).reason == "niet_opgedragen"
    assert judge_recorder(own, "bram", Role.BEHEERDER).allowed
