"""AVG 7, art. 6 and 11.1: forms to sign on paper, in plain Dutch; the version of a text counts up when it changes."""

from collections.abc import Mapping
from typing import Any

import msgspec

from wkc.documents import vocabulary
from wkc.documents.paper import in_words, partial_in_words, typeset
from wkc.documents.value import value_in_words
from wkc.records.field import Field
from wkc.records.paper_form import ConsentOnForm, FormContent, FormKind, MandateOnForm, Signatory

TEMPLATE: Mapping[FormKind, str] = {
    FormKind.TOESTEMMING: "forms/consent.typ",
    FormKind.MACHTIGING: "forms/mandate.typ",
    FormKind.GEHEIMHOUDING: "forms/secrecy.typ",
    FormKind.INTAKE: "forms/intake.typ",
}
"""The template of each form, in this folder."""

HOLDING = "forms/holding.typ"
"""The template of a consent that lets the office keep data."""

VERSIONS: Mapping[FormKind, int] = dict.fromkeys(FormKind, 1) | {FormKind.TOESTEMMING: 2}
"""The version of each text, printed on the paper: the signer can be shown what was signed (AVG 7.1)."""


def as_pdf(form: FormContent, fields: tuple[Field, ...], categories: Mapping[int, str]) -> bytes:
    """Set a form on paper, PDF/A-3a and PDF/UA-1. `fields` and `categories` of annex I make the intake."""
    model: dict[str, Any] = {
        "nummer": form.number,
        "versie": form.version,
        "houder": msgspec.to_builtins(form.houder, builtin_types=(type(form.houder.reglement_of),)),
        "ondertekenaar": form.signatory and _signatory(form.signatory),
        "toestemming": form.consent and _consent(form.consent),
        "machtiging": form.mandate and _mandate(form.mandate),
        "velden": [_category(form, number, name, fields) for number, name in sorted(categories.items())],
    }
    template = HOLDING if form.consent is not None and form.consent.recipient is None else TEMPLATE[form.kind]
    return typeset(template, msgspec.json.encode(in_words(model)), form.made_at)


def _signatory(person: Signatory) -> dict[str, Any]:
    born = None if person.born is None else partial_in_words(person.born)
    return {"name": person.name, "born": born, "number": person.number, "function": person.function}


def _consent(asked: ConsentOnForm) -> dict[str, Any]:
    return {
        "ontvanger": asked.recipient,
        "doel": vocabulary.CONSENT_PURPOSES.get(asked.purpose, asked.purpose),
        "soorten": [{"nummer": number, "naam": name} for number, name in asked.categories],
        "bijzonder": list(asked.special),
        "strafrechtelijk": list(asked.criminal),
        "tot": asked.until,
    }


def _mandate(asked: MandateOnForm) -> dict[str, Any]:
    kinds = asked.categories
    return {
        "naam": asked.name,
        "adres": asked.lines,
        "soorten": None if kinds is None else [{"nummer": number, "naam": name} for number, name in kinds],
        "tot": asked.until,
    }


def _category(form: FormContent, number: int, name: str, fields: tuple[Field, ...]) -> dict[str, Any]:
    """Give a category of annex I with each of its fields: filled in, with its choices, or empty."""
    values: dict[str, list[str]] = {}
    for entry in form.entries:
        if entry.closed_at is None and entry.value is not None:
            values.setdefault(entry.field.code, []).append(value_in_words(entry.field.code, entry.value))
    return {
        "nummer": number,
        "naam": name,
        "velden": [
            {
                "naam": field.label,
                "waarden": values.get(field.code, []),
                "keuzes": [value_in_words(field.code, choice) for choice in field.choices],
            }
            for field in fields
            if field.category == number
        ],
    }
