"""AVG 7, art. 6 and 11.1: a form is numbered, kept with what is filled in, and put on paper to be signed."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from wkc.errors.paper_form import FormWithoutClient
from wkc.errors.register import UserUnknown
from wkc.errors.rights import PeriodBackwards
from wkc.procedures.core.action import Action
from wkc.procedures.core.letterhead import read_letterhead
from wkc.procedures.core.naming import first_value, name_of
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.client import load
from wkc.procedures.dossier.party import by_name
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes
from wkc.procedures.io.user_id import fold_user_id
from wkc.procedures.paper_form.filled import read_consent, read_mandate
from wkc.records.dossier import Client
from wkc.records.field import FieldClass
from wkc.records.paper_form import (
    ConsentOnForm,
    FormContent,
    FormKind,
    MandateOnForm,
    NewPaperForm,
    PaperForm,
    Signatory,
)
from wkc.rules.access.permission import can_role
from wkc.rules.dossier.field import CATEGORIES, FIELDS
from wkc.store.core import user as users
from wkc.store.document import paper_form as paper_forms


class FormInput(Struct, frozen=True):
    """A form as typed: its kind, whose it is (a client's, or a user's), and what is filled in, as JSON."""

    kind: str
    who: str | None
    content: str | None = None


class PrintedForm(Struct, frozen=True):
    """A form that was put on paper: its number, path and SHA-256."""

    form: PaperForm
    path: Path
    sha256: str


def print_form(session: Session, form_input: FormInput, place: Path, *, force: bool) -> PrintedForm:
    """Put a form on paper, numbered and kept; `place` may be a folder, in which the number becomes its name."""
    kind = FormKind(codes.parse_code(form_input.kind, FormKind))

    def prepare(action: Action) -> PreparedPaper[PrintedForm]:
        client = (
            None if form_input.who is None or kind is FormKind.GEHEIMHOUDING else the_client(action, form_input.who)
        )
        if client is None and kind in {FormKind.TOESTEMMING, FormKind.MACHTIGING}:
            raise FormWithoutClient
        signatory = None if form_input.who is None else _signatory(action, client, form_input)
        if signatory is None and kind is FormKind.GEHEIMHOUDING:
            raise UserUnknown
        filled, content = _fill(action, kind, form_input)
        form = paper_forms.add(action.store, _new(kind, client, form_input, filled), action.now, action.by)
        action.details |= {"form": form.number, "kind": kind.value, "version": form.version}
        set_form = FormContent(
            form.number,
            kind,
            form.version,
            read_letterhead(action),
            action.now,
            signatory,
            *content,
            load(action, client).entries if client and kind is FormKind.INTAKE else (),
        )

        def log_paper(action: Action, paper: RenderedPaper) -> PrintedForm:
            if client is not None:
                action.touch_client(client)
            action.details |= {"form": form.number, "sha256": paper.sha256}
            return PrintedForm(form, paper.path, paper.sha256)

        return PreparedPaper(lambda: _render(set_form), log_paper, f"{form.number}.pdf")

    return publish(session, "form.print", place, prepare, force=force, folder=True)


def _new(kind: FormKind, client: Client | None, form_input: FormInput, filled: str | None) -> NewPaperForm:
    from wkc.documents.paper_form import VERSIONS

    return NewPaperForm(
        kind, VERSIONS[kind], client, form_input.who if kind is FormKind.GEHEIMHOUDING else None, filled
    )


def _fill(
    action: Action, kind: FormKind, form_input: FormInput
) -> tuple[str | None, tuple[ConsentOnForm | None, MandateOnForm | None]]:
    """Check what is filled in; give it as it is kept, and as the paper says it."""
    if kind is FormKind.TOESTEMMING:
        consent = read_consent(form_input.content)
        recipient = None if consent.recipient is None else by_name(action, consent.recipient).name
        numbers, until = consent.categories, _not_over(action, consent.until)
        special, criminal = (_labels(numbers, one) for one in (FieldClass.BIJZONDER, FieldClass.STRAFRECHTELIJK))
        asked = ConsentOnForm(recipient, consent.purpose, _name_fields(numbers), special, criminal, until)
        return form_input.content, (asked, None)
    if kind is FormKind.MACHTIGING:
        mandate = read_mandate(form_input.content)
        reach = None if mandate.categories is None else _name_fields(mandate.categories)
        until = _not_over(action, mandate.until)
        return form_input.content, (None, MandateOnForm(mandate.name, mandate.address.lines, reach, until))
    return None, (None, None)


def _signatory(action: Action, client: Client | None, form_input: FormInput) -> Signatory:
    if client is not None:
        born = first_value(action.store, client, "geboortedatum")
        return Signatory(name_of(action.store, client), born, client.number)
    if not can_role(action.user.role, "user.designate"):
        action.refuse("niet_opgedragen")
    user = users.one(action.store, fold_user_id(form_input.who or ""))
    if user is None:
        raise UserUnknown
    return Signatory(user.name, function=user.function)


def _name_fields(numbers: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((number, CATEGORIES[number]) for number in numbers)


def _labels(numbers: tuple[int, ...], field_class: FieldClass) -> tuple[str, ...]:
    return tuple(one.label for one in FIELDS if one.category in numbers and one.field_class is field_class)


def _not_over(action: Action, last: date | None) -> date | None:
    """Give the last day; errors.PeriodBackwards for one that is over before anybody can sign."""
    if last is not None and last < action.today:
        raise PeriodBackwards
    return last


def _render(form: FormContent) -> bytes:
    from wkc.documents import paper_form

    return paper_form.as_pdf(form, FIELDS, CATEGORIES)
