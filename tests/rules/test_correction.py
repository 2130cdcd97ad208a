"""Art. 12: what may be asked to be corrected, why, and what a request of each kind must say."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wkc.records.correction import ChangeFacts, Proposal
from wkc.records.mistake import MistakeNoun
from wkc.records.request import Decision
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.correction import (
    ARTICLES,
    WHY,
    EndedDuty,
    has_notice,
    has_words_alone,
    is_dossier_freed,
    is_freed,
    judge_application,
    judge_duty,
    judge_grant,
    judge_proposal,
    list_reached,
)

NOUN = MistakeNoun

ALLOWED = [
    # The birth date is wrong: this is what it should be.
    ChangeFacts("verbetering", "onjuist", on_entry=True, to_value=True),
    # "Only half of my training is in it": the same entry, told whole.
    ChangeFacts("verbetering", "onvolledig", on_entry=True, to_value=True),
    # Something is missing altogether.
    ChangeFacts("aanvulling", "onvolledig", on_entry=False, to_value=True),
    # A note that has nothing to do with finding work.
    ChangeFacts("verwijdering", "niet_ter_zake", on_entry=True, to_value=False),
    # A medical diagnosis, which the registration may not hold.
    ChangeFacts("verwijdering", "in_strijd_met_reglement", on_entry=True, to_value=False),
    # It should have been destroyed long ago.
    ChangeFacts("verwijdering", "niet_verwijderd", on_entry=True, to_value=False),
    ChangeFacts("verwijdering", "onjuist", on_entry=True, to_value=False),
    # The surname is wrong, and the only one: improved, not removed.
    ChangeFacts("verbetering", "onjuist", on_entry=True, to_value=True, only_one=True),
    # AVG 18: until it is clear whether this is right.
    ChangeFacts("beperking", "onjuist", on_entry=True, to_value=False),
    ChangeFacts("beperking", "in_strijd_met_reglement", on_entry=True, to_value=False),
    ChangeFacts("beperking", "rechtsvordering", on_entry=True, to_value=False),
    ChangeFacts("beperking", "bezwaar_loopt", on_entry=True, to_value=False),
    # AVG 21: for reasons of one's own situation.
    ChangeFacts("bezwaar", "eigen_situatie", on_entry=True, to_value=False),
    # "What the coach wrote of that talk is not what I said": other words beside the contact.
    ChangeFacts("verbetering", "onjuist", on_entry=True, to_value=True, noun=NOUN.CONTACT),
    ChangeFacts("aanvulling", "onvolledig", on_entry=True, to_value=True, noun=NOUN.CONTACT),
    # A note that is about the neighbour.
    ChangeFacts("verwijdering", "niet_ter_zake", on_entry=True, to_value=False, noun=NOUN.CONTACT),
    # A consent that was never given, and a letter that says what is not so.
    ChangeFacts("verwijdering", "onjuist", on_entry=True, to_value=False, noun=NOUN.TOESTEMMING),
    ChangeFacts("verwijdering", "onjuist", on_entry=True, to_value=False, noun=NOUN.BRIEF),
    # Recipients rest on a disclosure: its words go, and the disclosure stays.
    ChangeFacts("verwijdering", "onjuist", on_entry=True, to_value=False, noun=NOUN.VERSTREKKING, rests=True),
]

REFUSED = [
    # A restriction is of a value, or of a use of all of them.
    (
        ChangeFacts("beperking", "onjuist", on_entry=True, to_value=False, noun=NOUN.CONTACT),
        "alleen_gegevens",
        "AVG 18.1",
    ),
    # A consent says nothing in words of the office; a letter went out as it was.
    (
        ChangeFacts("verbetering", "onjuist", on_entry=True, to_value=True, noun=NOUN.TOESTEMMING),
        "geen_woorden",
        "art. 12.1",
    ),
    (ChangeFacts("verbetering", "onjuist", on_entry=True, to_value=True, noun=NOUN.BRIEF), "geen_woorden", "art. 12.1"),
    (
        ChangeFacts("verwijdering", "onjuist", on_entry=True, to_value=False, noun=NOUN.BRIEF, waits=True),
        "brief_wacht",
        "art. 12.1",
    ),
    (
        ChangeFacts("verwijdering", "onjuist", on_entry=True, to_value=False, noun=NOUN.MACHTIGING, rests=True),
        "er_steunt_iets_op",
        "art. 12.1",
    ),
    (
        ChangeFacts("verwijdering", "onjuist", on_entry=True, to_value=True, noun=NOUN.CONTACT),
        "waarde_te_veel",
        "art. 12.1",
    ),
    (
        ChangeFacts("verwijdering", "eigen_situatie", on_entry=True, to_value=False, noun=NOUN.CONTACT),
        "reden_past_niet",
        "art. 12.1",
    ),
    (ChangeFacts("verbetering", "niet_ter_zake", on_entry=True, to_value=True), "reden_past_niet", "art. 12.1"),
    (ChangeFacts("verbetering", "onjuist", on_entry=False, to_value=True), "gegeven_ontbreekt", "art. 12.1"),
    (ChangeFacts("verbetering", "onjuist", on_entry=True, to_value=False), "waarde_ontbreekt", "art. 12.1"),
    (ChangeFacts("aanvulling", "onjuist", on_entry=False, to_value=True), "reden_past_niet", "art. 12.1"),
    (ChangeFacts("aanvulling", "onvolledig", on_entry=False, to_value=False), "waarde_ontbreekt", "art. 12.1"),
    (ChangeFacts("aanvulling", "onvolledig", on_entry=True, to_value=True), "gegeven_te_veel", "art. 12.1"),
    (ChangeFacts("verwijdering", "onvolledig", on_entry=True, to_value=False), "reden_past_niet", "art. 12.1"),
    (ChangeFacts("verwijdering", "onjuist", on_entry=False, to_value=False), "gegeven_ontbreekt", "art. 12.1"),
    (ChangeFacts("verwijdering", "onjuist", on_entry=True, to_value=True), "waarde_te_veel", "art. 12.1"),
    # Without a surname there is no client: it can be improved, or the whole dossier removed.
    (
        ChangeFacts("verwijdering", "onjuist", on_entry=True, to_value=False, only_one=True),
        "verplicht_gegeven",
        "art. 4.1",
    ),
    (ChangeFacts("beperking", "eigen_situatie", on_entry=True, to_value=False), "reden_past_niet", "AVG 18.1"),
    (ChangeFacts("beperking", "onjuist", on_entry=True, to_value=True), "waarde_te_veel", "AVG 18.1"),
    (ChangeFacts("bezwaar", "onjuist", on_entry=True, to_value=False), "reden_past_niet", "AVG 21.1"),
    # Art. 11: these ask to see, and correct nothing.
    (ChangeFacts("inzage", "onjuist", on_entry=True, to_value=True), "geen_correctie", "art. 12.1"),
    (ChangeFacts("overdracht", "onjuist", on_entry=True, to_value=True), "geen_correctie", "art. 12.1"),
]


@pytest.mark.parametrize("wish", ALLOWED, ids=str)
def test_what_art_12_lets_a_client_ask_may_be_proposed(wish: ChangeFacts) -> None:
    assert judge_proposal(wish).allowed


@pytest.mark.parametrize(("wish", "reason", "article"), REFUSED, ids=str)
def test_what_fits_no_right_is_refused_with_its_article(wish: ChangeFacts, reason: str, article: str) -> None:
    verdict = judge_proposal(wish)
    assert (verdict.allowed, verdict.reason, verdict.article) == (False, reason, article)


def test_art_12_1_knows_five_reasons_and_avg_17_1_two_more() -> None:
    of_corrections = {why for kind in ("verbetering", "aanvulling", "verwijdering") for why in WHY[kind]}
    assert of_corrections == {
        *("onjuist", "onvolledig", "niet_ter_zake", "in_strijd_met_reglement", "niet_verwijderd"),
        *("toestemming_ingetrokken", "bezwaar_toegewezen"),
    }


@pytest.mark.parametrize(
    ("kind", "told"),
    [("verbetering", True), ("aanvulling", True), ("verwijdering", True), ("beperking", True), ("bezwaar", False)],
)
def test_who_had_a_value_hears_of_its_correction_removal_or_restriction(kind: str, *, told: bool) -> None:
    assert has_notice(kind) is told


@given(
    kind=st.sampled_from(["verbetering", "aanvulling", "verwijdering", "beperking", "bezwaar", "inzage", "x"]),
    why=st.sampled_from(["onjuist", "onvolledig", "niet_ter_zake", "rechtsvordering", "eigen_situatie", "y"]),
    on_entry=st.booleans(),
    to_value=st.booleans(),
    only_one=st.booleans(),
)
def test_nothing_may_be_proposed_that_would_leave_a_client_without_a_name(
    kind: str, why: str, *, on_entry: bool, to_value: bool, only_one: bool
) -> None:
    verdict = judge_proposal(ChangeFacts(kind, why, on_entry=on_entry, to_value=to_value, only_one=only_one))
    if verdict.allowed:
        assert kind in ARTICLES
        assert why in WHY[kind]
        assert to_value or not (only_one and kind == "verwijdering")
        assert to_value is (kind in ("verbetering", "aanvulling"))


GRANTS = [
    ("verbetering", Decision.TOEGEWEZEN, 2, (), None),
    ("verbetering", Decision.AFGEWEZEN, 0, (), None),
    ("verbetering", Decision.DEELS, 2, (1,), None),
    # In part is some of it: not nothing, not all, nothing that was not proposed.
    ("verbetering", Decision.DEELS, 2, (), "toewijzing_ontbreekt"),
    ("verbetering", Decision.DEELS, 2, (1, 2), "toewijzing_ontbreekt"),
    ("verbetering", Decision.DEELS, 2, (3,), "toewijzing_ontbreekt"),
    ("verbetering", Decision.TOEGEWEZEN, 2, (1,), "toewijzing_overbodig"),
    ("verbetering", Decision.TOEGEWEZEN, 0, (), "voorstel_ontbreekt"),
    ("aanvulling", Decision.TOEGEWEZEN, 0, (), "voorstel_ontbreekt"),
    # An objection or a restriction may be about a use, not about a value (AVG 18.1, 21.1).
    ("bezwaar", Decision.TOEGEWEZEN, 0, (), None),
    ("beperking", Decision.TOEGEWEZEN, 0, (), None),
    ("bezwaar", Decision.DEELS, 0, (), "toewijzing_ontbreekt"),
    # The whole dossier.
    ("verwijdering", Decision.TOEGEWEZEN, 0, (), None),
    ("verwijdering", Decision.DEELS, 0, (), "toewijzing_ontbreekt"),
    # A copy is granted in part by what it leaves out.
    ("inzage", Decision.DEELS, 0, (), None),
    ("inzage", Decision.TOEGEWEZEN, 0, (1,), "toewijzing_overbodig"),
]


@pytest.mark.parametrize(("kind", "decision", "proposed", "granted", "reason"), GRANTS, ids=str)
def test_a_decision_fits_what_was_proposed(
    kind: str, decision: Decision, proposed: int, granted: tuple[int, ...], reason: str | None
) -> None:
    verdict = judge_grant(kind, decision, proposed, granted)
    assert (None if verdict.allowed else verdict.reason) == reason


@pytest.mark.parametrize(
    ("kind", "proposed", "reason"),
    [
        ("verbetering", 1, "verbetering"),
        ("verwijdering", 0, "heel_dossier"),
        ("inzage", 0, "geen_correctie"),
        ("bezwaar", 0, "bezwaar"),
    ],
)
def test_what_names_entries_is_applied_and_a_whole_dossier_goes_in_another_way(
    kind: str, proposed: int, reason: str
) -> None:
    assert judge_application(kind, proposed).reason == reason


@pytest.mark.parametrize(
    ("kind", "decision", "refusal", "bars", "reason"),
    [
        # Payroll stays by law, the rest of the dossier goes (AVG 17.3.b).
        ("verwijdering", Decision.DEELS, "wettelijke_bewaarplicht", 0, "deels"),
        ("verwijdering", Decision.DEELS, "rechtsvordering", 0, "deels"),
        ("verwijdering", Decision.DEELS, "ter_zake", 0, "toewijzing_ontbreekt"),
        # "Nothing to employers any more" is granted as it was asked; a use is no part of a correction.
        ("bezwaar", Decision.TOEGEWEZEN, None, 1, "toegewezen"),
        ("bezwaar", Decision.DEELS, "dwingende_gronden", 2, "deels"),
        ("bezwaar", Decision.AFGEWEZEN, "dwingende_gronden", 1, "gebruik_past_niet"),
        ("verbetering", Decision.TOEGEWEZEN, None, 1, "gebruik_past_niet"),
    ],
)
def test_a_whole_dossier_and_a_use_are_granted_in_part_by_what_stays(
    kind: str, decision: Decision, refusal: str | None, bars: int, reason: str
) -> None:
    assert judge_grant(kind, decision, 0, (), refusal=refusal, bars=bars).reason == reason


@pytest.mark.parametrize(
    ("decision", "refusal", "is_kept", "reason"),
    [
        (Decision.TOEGEWEZEN, None, True, "bewaarplicht_staat"),
        (Decision.DEELS, "wettelijke_bewaarplicht", True, "deels"),
        (Decision.DEELS, "wettelijke_bewaarplicht", False, "bewaarplicht_ontbreekt"),
        (Decision.TOEGEWEZEN, None, False, "toegewezen"),
        (Decision.AFGEWEZEN, "ter_zake", True, "afgewezen"),
        (Decision.AFGEWEZEN, "wettelijke_bewaarplicht", True, "afgewezen"),
        (Decision.AFGEWEZEN, "wettelijke_bewaarplicht", False, "bewaarplicht_ontbreekt"),
        (Decision.AFGEWEZEN, "rechtsvordering", False, "bewaarplicht_ontbreekt"),
    ],
)
def test_a_whole_dossier_beside_a_duty_is_removed_in_part_and_never_whole(
    decision: Decision, refusal: str | None, reason: str, *, is_kept: bool
) -> None:
    assert judge_duty(decision, refusal, is_kept=is_kept).reason == reason


@pytest.mark.parametrize(
    ("decision", "refusal", "reason"),
    [
        (Decision.AFGEWEZEN, "wettelijke_bewaarplicht", "bewaarplicht_deels"),
        (Decision.AFGEWEZEN, "rechtsvordering", "bewaarplicht_deels"),
        (Decision.DEELS, "wettelijke_bewaarplicht", "deels"),
        (Decision.AFGEWEZEN, "ter_zake", "afgewezen"),
    ],
)
def test_a_whole_dossier_is_not_refused_for_a_duty_that_keeps_a_part_of_it(
    decision: Decision, refusal: str, reason: str
) -> None:
    assert judge_duty(decision, refusal, is_kept=True, is_rest_free=True).reason == reason


def proposal(noun: MistakeNoun = NOUN.GEGEVEN, field: str | None = None, *, granted: bool = True) -> Proposal:
    what = None if field is None else BY_CODE[field]
    by = (granted, datetime(2026, 3, 5, tzinfo=UTC), "anna")
    return Proposal(1, UUID(int=1), "V2026-0001", "verwijdering", UUID(int=2), what, "onjuist", None, False, None, *by,
                    noun=noun)  # fmt: skip


@pytest.mark.parametrize(
    ("noun", "kind", "stays"),
    [
        (NOUN.CONTACT, "verbetering", True),
        (NOUN.CONTACT, "verwijdering", False),
        (NOUN.VERSTREKKING, "verwijdering", True),
        (NOUN.BRIEF, "verwijdering", True),
        (NOUN.TOESTEMMING, "verwijdering", False),
        (NOUN.GEGEVEN, "verbetering", False),
    ],
)
def test_that_data_or_a_letter_went_out_stays_on_file_without_its_words(
    noun: MistakeNoun, kind: str, *, stays: bool
) -> None:
    assert has_words_alone(noun, kind) is stays


def test_a_mandate_reaches_for_what_belongs_to_no_category_only_when_it_is_for_everything() -> None:
    every = range(1, 31)
    assert list_reached(proposal(field="inkomsten"), every) == {14}
    assert list_reached(proposal(NOUN.CONTACT), every) == {29}
    assert list_reached(proposal(NOUN.TOESTEMMING), every) == set(every)


LAW = EndedDuty("wettelijk_voorschrift", frozenset({14}))


@pytest.mark.parametrize(
    ("granted", "refusal", "ended", "kept", "freed"),
    [
        # Granted, and a duty came after the answer: it goes when that ended.
        (True, None, [LAW], (), True),
        (True, None, [LAW], (14,), False),
        # Nothing kept it: the beheerder carries it out.
        (True, None, [], (), False),
        # Refused for that duty alone.
        (False, "wettelijke_bewaarplicht", [LAW], (), True),
        (False, "rechtsvordering", [LAW], (), False),
        (False, "ter_zake", [LAW], (), False),
    ],
)
def test_what_a_duty_alone_kept_goes_when_it_ended(
    refusal: str | None, ended: list[EndedDuty], kept: tuple[int, ...], *, granted: bool, freed: bool
) -> None:
    assert is_freed(proposal(field="inkomsten", granted=granted), refusal, ended, kept) is freed


@pytest.mark.parametrize(
    ("refusal", "ended", "freed"),
    [
        ("wettelijke_bewaarplicht", [LAW], True),
        ("wettelijke_bewaarplicht", [], False),
        ("rechtsvordering", [LAW], False),
        ("ter_zake", [LAW], False),
        (None, [LAW], False),
    ],
)
def test_a_whole_dossier_that_was_refused_for_a_duty_is_free_when_that_duty_ended(
    refusal: str | None, ended: list[EndedDuty], *, freed: bool
) -> None:
    assert is_dossier_freed(refusal, ended) is freed
