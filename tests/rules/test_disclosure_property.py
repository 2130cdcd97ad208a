"""What no combination of facts changes: secrecy, the bars of the classes, the strictest step, nothing made up."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.rules.disclosures import DAY, NOON
from wkc.records.disclosure import (
    Allowance,
    CallBack,
    Citation,
    Danger,
    DisclosureFacts,
    Identification,
    PhoneCall,
    Recipient,
    RequestedEntry,
    Research,
)
from wkc.records.field import FieldClass
from wkc.records.party import Party
from wkc.records.rights import Consent
from wkc.records.user import Role
from wkc.rules.disclosure.annex import BODIES, LAWS
from wkc.rules.disclosure.ground import GROUNDS, PURPOSES
from wkc.rules.disclosure.identification import MEANS
from wkc.rules.disclosure.judge import judge
from wkc.rules.disclosure.telephone import CALLERS, NUMBER_SOURCES
from wkc.rules.dossier.field import FIELDS

MILD_TO_STRICT = ["toegestaan", "beheerder_beslist", "geweigerd"]
PARTIES = [UUID(int=number) for number in (1, 2)]
SUBJECTS = sorted({subject for subjects in CALLERS.values() for subject in subjects})

days = st.dates(DAY - timedelta(days=3), DAY + timedelta(days=3))
purposes = st.sampled_from([*PURPOSES, "wonen"])
entries = st.builds(
    RequestedEntry,
    entry=st.uuids(),
    field=st.sampled_from(FIELDS),
    geheim=st.sampled_from([None, None, "ambt", "beroep", "wet"]),
    in_onderzoek=st.booleans(),
    beperkt=st.booleans(),
)
recipients = st.builds(
    Recipient,
    uuid=st.sampled_from(PARTIES),
    kind=st.sampled_from(["opdrachtgever", "instantie", "werkgever", "derde"]),
    body=st.sampled_from([None, *BODIES]),
    current=st.booleans(),
)
consents = st.builds(
    Consent,
    number=st.just(1),
    uuid=st.uuids(),
    recipient=st.sampled_from([Party(1, uuid, "Ontvanger", "derde", NOON, "anna") for uuid in PARTIES]),
    purpose=purposes,
    categories=st.frozensets(st.integers(1, 30), max_size=30).map(lambda numbers: tuple(sorted(numbers))),
    how=st.sampled_from(["schriftelijk", "e_mail", "mondeling"]),
    from_on=days,
    mandate=st.none(),
    recorded_at=st.just(NOON),
    recorded_by=st.just("anna"),
    withdrawn_on=st.one_of(st.none(), days),
)
calls = st.builds(
    PhoneCall,
    on_file=st.booleans(),
    subject=st.sampled_from([None, *SUBJECTS]),
    doubt=st.sampled_from([None, True, False]),
    called_back=st.one_of(
        st.none(), st.builds(CallBack, st.sampled_from(sorted(NUMBER_SOURCES)), st.just(DAY), st.just("bram"))
    ),
)
askers = st.one_of(
    *(
        st.builds(
            Identification,
            channel=st.just(channel),
            means=st.sampled_from([None, *means]),
            on_file=st.booleans(),
            verified=st.booleans(),
            address_on_file=st.booleans(),
        )
        for channel, means in MEANS.items()
    )
)
cases = st.builds(
    DisclosureFacts,
    on=st.just(DAY),
    by=st.sampled_from([Role.COACH, Role.BEHEERDER, Role.MEDEWERKER]),
    asked=st.lists(entries, max_size=6, unique_by=lambda asked: asked.entry).map(tuple),
    recipient=recipients,
    ground=st.sampled_from([*GROUNDS, "gewoonte"]),
    purpose=st.one_of(st.none(), purposes),
    citation=st.one_of(
        st.none(),
        st.builds(Citation, st.sampled_from([*LAWS, "ander"]), st.booleans(), st.sampled_from([None, True, False])),
    ),
    requested=st.booleans(),
    consents=st.lists(consents, max_size=2).map(tuple),
    research=st.one_of(
        st.none(),
        st.builds(
            Research, st.booleans(), st.one_of(st.none(), days), st.sampled_from([None, "B&W 1"]), st.none() | days
        ),
    ),
    danger=st.one_of(st.none(), st.builds(Danger, st.booleans(), st.booleans(), st.booleans())),
    stated=st.booleans(),
    call=st.one_of(st.none(), calls),
    asker=st.one_of(st.none(), askers),
)


def cites(case: DisclosureFacts) -> bool:
    return case.citation is not None and case.ground in ("wettelijk_voorschrift", "publieke_taak")


@given(cases)
def test_what_is_secret_never_goes(case: DisclosureFacts) -> None:
    assert all(granted.asked.geheim is None for granted in judge(case).granted)


@given(cases)
def test_the_bsn_never_goes_but_on_a_citation_that_covers_it(case: DisclosureFacts) -> None:
    if any(granted.asked.field.code == "burgerservicenummer" for granted in judge(case).granted):
        assert cites(case)
        assert case.citation is not None
        assert case.citation.covers_bsn


@given(cases)
def test_a_sealed_class_never_goes_but_on_express_consent_a_citation_or_vitaal_belang(case: DisclosureFacts) -> None:
    for granted in judge(case).granted:
        if granted.asked.field.field_class in (FieldClass.BIJZONDER, FieldClass.STRAFRECHTELIJK):
            expressly = case.ground == "toestemming" and any(
                consent.how != "mondeling" and granted.asked.field.category in consent.categories
                for consent in case.consents
            )
            danger = case.danger
            vital = case.ground == "dringende_reden" and danger and danger.to_life and danger.consent_impossible
            assert expressly or cites(case) or vital


@given(cases)
def test_the_strictest_step_is_the_outcome(case: DisclosureFacts) -> None:
    found = judge(case)
    places = [MILD_TO_STRICT.index(step.outcome.value) for step in found.steps]
    assert MILD_TO_STRICT[max(places)] == found.outcome.value


@given(cases)
def test_nothing_left_is_refused_and_what_is_refused_leaves_nothing(case: DisclosureFacts) -> None:
    found = judge(case)
    assert (found.granted == ()) == (found.outcome is Allowance.GEWEIGERD)


@given(cases)
def test_everything_asked_is_granted_or_dropped_and_nothing_else(case: DisclosureFacts) -> None:
    found = judge(case)
    answered = [granted.asked for granted in found.granted] + [dropped.asked for dropped in found.dropped]
    assert sorted(asked.entry for asked in answered) == sorted(asked.entry for asked in case.asked)
    assert set(answered) == set(case.asked)


@given(cases)
def test_each_step_and_each_thing_dropped_names_its_article(case: DisclosureFacts) -> None:
    found = judge(case)
    assert all(step.article and step.reason for step in found.steps)
    assert all(dropped.article and dropped.reason for dropped in found.dropped)


def worse(case: DisclosureFacts) -> list[DisclosureFacts]:
    """Give the same case with one fact more against it."""
    called = case.call or PhoneCall(on_file=True, subject=None, doubt=False)
    danger = case.danger and replace(case.danger, beheerder_unreachable=False)
    return [
        replace(case, citation=None),
        replace(case, requested=False),
        replace(case, consents=()),
        replace(case, research=None),
        replace(case, danger=danger),
        replace(case, danger=None),
        replace(case, stated=False),
        replace(case, recipient=replace(case.recipient, current=False)),
        replace(case, call=replace(called, on_file=False)),
        replace(case, call=replace(called, subject=None)),
        replace(case, call=replace(called, doubt=None)),
        replace(case, call=replace(called, doubt=True, called_back=None)),
    ]


@given(cases)
def test_a_fact_against_it_never_widens_a_disclosure(case: DisclosureFacts) -> None:
    found = judge(case)
    granted = {granted.asked.entry for granted in found.granted}
    for other in worse(case):
        against = judge(other)
        assert MILD_TO_STRICT.index(against.outcome.value) >= MILD_TO_STRICT.index(found.outcome.value)
        assert {granted.asked.entry for granted in against.granted} <= granted


@given(cases, st.sampled_from(["geheim", "in_onderzoek", "beperkt"]))
def test_a_mark_on_a_gegeven_never_widens_what_goes(case: DisclosureFacts, mark: str) -> None:
    granted = {granted.asked.entry for granted in judge(case).granted}
    value = "beroep" if mark == "geheim" else True
    for place in range(len(case.asked)):
        marked = replace(case.asked[place], **{mark: value})
        other = replace(case, asked=(*case.asked[:place], marked, *case.asked[place + 1 :]))
        assert {granted.asked.entry for granted in judge(other).granted} <= granted


@given(cases)
def test_the_same_facts_are_judged_the_same(case: DisclosureFacts) -> None:
    assert judge(case) == judge(replace(case))
    assert judge(replace(case, on=date(2026, 11, 25))) == judge(case)


@given(cases)
def test_a_sealed_class_goes_at_once_on_a_law_only_where_it_is_said_to_cover_it(case: DisclosureFacts) -> None:
    found = judge(case)
    sealed = any(granted.asked.field.field_class.sealed for granted in found.granted)
    if sealed and found.outcome is Allowance.TOEGESTAAN and cites(case):
        assert case.citation is not None
        assert case.citation.covers_sealed is True


@given(cases)
def test_a_medewerker_gives_nothing_and_nobody_gives_to_who_was_not_identified(case: DisclosureFacts) -> None:
    if case.by is Role.MEDEWERKER or (case.asker is not None and case.asker.means in (None, "niet")):
        assert judge(case).outcome is Allowance.GEWEIGERD


@given(cases)
def test_a_consent_that_is_to_be_asked_again_never_carries_more_than_one_that_is_current(case: DisclosureFacts) -> None:
    order = [Allowance.TOEGESTAAN, Allowance.BEHEERDER_BESLIST, Allowance.GEWEIGERD]
    ended = replace(case, ask_again=frozenset(one.uuid for one in case.consents))
    assert order.index(judge(case).outcome) <= order.index(judge(ended).outcome)
    if case.ground == "toestemming":
        assert judge(ended).outcome is not Allowance.TOEGESTAAN
