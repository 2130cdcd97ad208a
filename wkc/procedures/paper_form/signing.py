"""AVG 7.1: a signed form makes the consent, the mandate or the undertaking, and its paper is kept or has its place."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from wkc.errors.paper_form import (
    FormNumberUnknown,
    FormPaperKept,
    FormSigned,
    FormSignedEarly,
    FormWithoutDossier,
    SignatureDayMissing,
)
from wkc.errors.rights import PeriodBackwards
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.disclosure import consent
from wkc.procedures.disclosure.consent import CheckedConsent
from wkc.procedures.document.keep import OpenFile, parse_last_day, put_file, put_place
from wkc.procedures.dossier import mandate
from wkc.procedures.dossier.reference import parse_reference
from wkc.procedures.io import fields
from wkc.procedures.paper_form.filled import read_consent, read_mandate
from wkc.records.document import Document
from wkc.records.dossier import Client, Provenance
from wkc.records.paper_form import FormKind, PaperForm
from wkc.rules.access.permission import can_role
from wkc.sentences.paper_form import KINDS
from wkc.store.core import user as users
from wkc.store.document import paper_form as paper_forms
from wkc.store.document.document import NewDocument
from wkc.store.dossier import client as clients
from wkc.store.dossier.client import Window
from wkc.store.dossier.mandate import NewMandate
from wkc.store.operations.listed import count_forms

PAGE = 20


class Signature(Struct, frozen=True):
    """A signed form as typed: its day, and its paper: a scan, or a place with the day on which it is destroyed.

    The day is None for one that was signed already, whose paper comes later.
    """

    on: str | None
    scan: OpenFile | None = None
    place: str | None = None
    destroy_on: str | None = None

    @property
    def has_paper(self) -> bool:
        """Tell whether it can be shown afterwards."""
        return self.scan is not None or self.place is not None


class SignedForm(Struct, frozen=True):
    """A form that was signed, with its paper if that is kept."""

    form: PaperForm
    document: Document | None


class Forms(Struct, frozen=True):
    """A page of forms, newest first, or those of one client; and whether there are more."""

    forms: tuple[PaperForm, ...]
    more: bool
    number: int = 1


def every(session: Session, client_text: str | None, page: int) -> Forms:
    """Give the forms of one client, or a page of all that the acting user may know of."""
    from wkc.procedures.dossier.search import the_client

    with act(session, "form.list") as action:
        if client_text is not None:
            return Forms(paper_forms.of_client(action.store, the_client(action, client_text)), more=False)
        window = Window(PAGE + 1, (page - 1) * PAGE, action.caseload_filter)
        action.tell_total(lambda: count_forms(action.store, window.coach))
        listed = paper_forms.page(action.store, window)
        return Forms(listed[:PAGE], len(listed) > PAGE, page)


def list_open(session: Session, client_text: str | None, most: int) -> tuple[PaperForm, ...]:
    """Give the forms that wait for a signature or for its paper: of one client, or of all that the user may know of."""
    from wkc.procedures.dossier.search import the_client

    with act(session, "form.list") as action:
        client = None if client_text is None else the_client(action, client_text)
        return paper_forms.list_open(action.store, client, Window(most, coach=action.caseload_filter))


def sign(session: Session, number: str, signature: Signature) -> SignedForm:
    """Write down that a form was signed, and make what it is for; of one that was signed already, keep the paper.

    errors.FormSigned, FormSignedEarly, FormPaperKept, FormWithoutDossier, SignatureDayMissing.
    """
    today = day(session.environment.now())
    on = None if signature.on is None else fields.past_day_or_today(signature.on, today)
    with act(session, "form.signed") as action:
        form = _find(action, number)
        client = _find_client(action, form)
        if client is None and signature.has_paper:
            raise FormWithoutDossier
        if form.user_id is not None and not can_role(action.user.role, "user.designate"):
            action.refuse("niet_opgedragen")
        signed_on = (
            _sign(action, form, client, on) if form.signed_on is None else _find_signed_day(action, form, on, signature)
        )
        document = None if client is None else _keep(action, form, client, signed_on, signature)
        action.details |= {"form": form.number, "on": signed_on.isoformat()}
        return SignedForm(_find(action, form.number), document)


def _sign(action: Action, form: PaperForm, client: Client | None, on: date | None) -> date:
    """Make what a form is for, on the day of its signature."""
    if on is None:
        raise SignatureDayMissing
    if on < day(form.printed_at):
        raise FormSignedEarly(day=day(form.printed_at))
    made = _make(action, form, client, on)
    paper_forms.sign(action.store, form, on, made, action.by)
    if made is not None:
        action.details["made"] = made.hex
    return on


def _find_signed_day(action: Action, form: PaperForm, on: date | None, signature: Signature) -> date:
    """Give the day on which a form was signed already, whose paper is to be kept now."""
    if form.signed_on is None or not signature.has_paper or on not in {None, form.signed_on}:
        raise FormSigned(day=form.signed_on)
    if kept := paper_forms.paper_of(action.store, form):
        raise FormPaperKept(number=kept)
    return form.signed_on


def _find(action: Action, number: str) -> PaperForm:
    whole = parse_reference("F", number, action.today.year)
    form = paper_forms.by_number(action.store, whole) if whole else None
    if form is None:
        raise FormNumberUnknown
    return form


def _find_client(action: Action, form: PaperForm) -> Client | None:
    """Give the client of a form, permitted and logged; errors.FormNumberUnknown outside the scope."""
    client = None if form.client is None else clients.by_number(action.store, form.client)
    if client is None:
        return None
    if not action.check_scope(client):
        raise FormNumberUnknown
    return action.touch_client(client)


def _make(action: Action, form: PaperForm, client: Client | None, on: date) -> UUID | None:
    """Make what was signed; give its uuid where it has one."""
    if form.kind is FormKind.TOESTEMMING and client is not None:
        consent_input = read_consent(form.content)
        _check_period(on, consent_input.until)
        asked = CheckedConsent(
            consent_input.recipient,
            consent_input.purpose,
            consent_input.categories,
            "schriftelijk",
            on,
            consent_input.until,
        )
        return consent.put(action, client, asked, None)
    if form.kind is FormKind.MACHTIGING and client is not None:
        shown = read_mandate(form.content)
        _check_period(on, shown.until)
        paper, reach = f"formulier {form.number}", shown.categories
        new = NewMandate("gemachtigde", shown.name, on, shown.until, paper, on, None, reach, shown.address)
        return mandate.put(action, client, new).uuid
    if form.kind is FormKind.GEHEIMHOUDING and form.user_id is not None:
        users.put_secrecy(action.store, form.user_id, on)
    return None


def _keep(action: Action, form: PaperForm, client: Client, on: date, signature: Signature) -> Document | None:
    """Keep the signed paper with the dossier: its scan, or its place."""
    title = f"{KINDS[form.kind].person} {form.number}"
    source = Provenance("geregistreerde", None, None, on)
    new = NewDocument(None, title, source, form=form.id)
    if signature.scan is not None:
        return put_file(action, client, new, signature.scan)
    if signature.place is not None and signature.destroy_on is not None:
        where, until = fields.plain_text(signature.place), parse_last_day(signature.destroy_on, action.today)
        return put_place(action, client, new._replace(place=where, destroy_on=until))
    return None


def _check_period(on: date, until: date | None) -> None:
    if until is not None and until < on:
        raise PeriodBackwards
