"""Art. 12.4: the corrected copy holds the corrected data; what a partial copy leaves out stands nowhere in it."""

import json
from datetime import date

import jsonschema
from msgspec.structs import replace

from tests.documents.pdf import squeezed, text_of
from tests.documents.people import CATEGORIES, FROM_CLIENT, MADE_AT, corrected, entry, full_inzage, told
from tests.rules.requests import CLIENT, in_state, ruling
from wkc.documents.copy import corrected as paper
from wkc.documents.copy.inzage import copy_of
from wkc.documents.part import as_json
from wkc.records.inzage import Inzage
from wkc.records.request import Decision, RequestKind, RequestState
from wkc.rules.requests.request import count_days

GRANTED = in_state(
    RequestState.MEDEGEDEELD,
    client=CLIENT,
    kind=RequestKind.VERBETERING,
    number="V2026-0009",
    ruling=ruling(Decision.TOEGEWEZEN),
    has_words=True,
    words="Mijn adres klopt niet.",
)
PARTLY = replace(ruling(Decision.DEELS, "rechten_van_anderen"), reasons="Dit gaat over uw moeder.")


def corrected_address() -> Inzage:
    """Give a full dossier in which one request put one address there, at one moment."""
    new = replace(entry("adres", "Zijdam 3", FROM_CLIENT), recorded_at=MADE_AT)
    held = full_inzage()
    change = replace(
        corrected(), request=GRANTED.number, kind="verbetering", field=new.field, applied_at=MADE_AT, granted=True,
        has_value=False, value=None,
    )  # fmt: skip
    letter = replace(told(), request=GRANTED.number, fields=(new.field,))
    return replace(
        held,
        dossier=replace(held.dossier, entries=(*held.dossier.entries, new)),
        corrections=(*held.corrections, change),
        to_tell=(*held.to_tell, letter),
        answers=count_days(GRANTED),
    )


def test_the_corrected_copy_holds_what_was_corrected_and_nothing_else_of_the_dossier() -> None:
    copy = json.loads(as_json(paper.make_corrected_copy(corrected_address(), CATEGORIES)))
    jsonschema.Draft202012Validator(paper.schema()).validate(copy)
    assert [(one["naam"], one["waarde"]) for part in copy["gegevens"] for one in part["gegevens"]] == [
        ("Adres", "Zijdam 3")
    ]
    assert [(one["naam"], one["verzoek"]) for one in copy["correcties"]] == [("Adres", GRANTED.number)]
    assert not {"contacten", "opdrachten", "raadplegingen", "ontvangers"} & set(copy)


def test_its_paper_says_what_stands_there_now_and_who_hears_of_it() -> None:
    text = text_of(paper.as_pdf(paper.make_corrected_copy(corrected_address(), CATEGORIES)))
    for sentence in (
        "Kopie van uw gecorrigeerde gegevens",
        "Zijdam 3",
        "Wat er eerst stond, is uit de registratie verwijderd.",
        "Wij laten hun weten dat het veranderd is, en niet wat er stond.",
    ):
        assert squeezed(sentence) in text, sentence


def test_its_paper_says_so_where_only_a_part_was_done() -> None:
    held = corrected_address()
    refused = replace(held.corrections[-1], granted=False, applied_at=None)
    partly = replace(held, corrections=(*held.corrections, refused))
    for inzage, said in (
        (held, "te veranderen. Dat is gedaan."),
        (partly, "te veranderen. Een deel daarvan is gedaan."),
    ):
        assert squeezed(said) in text_of(paper.as_pdf(paper.make_corrected_copy(inzage, CATEGORIES)))


def test_its_schema_that_is_shipped_is_the_one_of_the_structs() -> None:
    assert json.loads(paper.SCHEMA.read_bytes()) == paper.schema()


def test_what_a_partial_copy_leaves_out_is_in_no_correction_release_or_words_of_a_request() -> None:
    secret = entry("gezondheid", "Zorgmerk")
    asked = in_state(
        RequestState.MEDEGEDEELD,
        client=CLIENT,
        kind=RequestKind.VERBETERING,
        number="V2026-0007",
        ruling=replace(ruling(Decision.AFGEWEZEN, "gegeven_is_juist"), reasons="Redenmerk"),
        has_words=True,
        words="Woordmerk",
    )
    refused = replace(
        corrected(), request="V2026-0007", kind="verbetering", entry=secret.uuid, field=secret.field, granted=False,
        applied_at=None, has_value=True, value="Wensmerk", proposed_at=MADE_AT,
    )  # fmt: skip
    held = full_inzage()
    answers = in_state(RequestState.MEDEGEDEELD, client=CLIENT, ruling=replace(PARTLY, left_out=((25, secret.uuid),)))
    spoken = replace(secret, dissent="Zegmerk", has_dissent=True)
    partial = replace(
        held,
        dossier=replace(held.dossier, entries=(*held.dossier.entries, spoken)),
        corrections=(*held.corrections, refused),
        requests=(*held.requests, count_days(asked), count_days(answers)),
        answers=count_days(answers),
    )
    copy = as_json(copy_of(partial, CATEGORIES)).decode()
    assert [mark for mark in ("Zorgmerk", "Zegmerk", "Wensmerk", "Woordmerk", "Redenmerk") if mark in copy] == []
    assert "V2026-0007" in copy
    assert date(2026, 3, 20).isoformat() in copy
