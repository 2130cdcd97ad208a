"""`wkc consent`: what a client lets others have, and what is no longer secret (art. 8.1 and 8.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.forms.missing import require
from wkc.cli.terminal.codes import CAPACITIES, PURPOSES, RELEASERS, WAYS, in_words
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CATEGORIES, CLIENT
from wkc.errors.terminal import MissingOption, OneOf
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from datetime import date

    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.disclosure.consent import GrantedConsents
    from wkc.records.paper_form import FormSignature
    from wkc.records.rights import Consent, Mandate, Release

app = group()

RECIPIENT = typer.Option(metavar="NAME", help=N_("For whom: a name from `wkc party list`."))
PURPOSE = typer.Option(metavar="CODE", help=N_("For what: voortgang, bemiddeling or another word."))
HOW = typer.Option(metavar="HOW", help=N_("How it was given: schriftelijk, e_mail or mondeling."))
FROM = typer.Option("--from", metavar="DATE", help=N_("From when it counts (default: today)."))
UNTIL = typer.Option(metavar="DATE", help=N_("The last day on which it counts, where it has one."))
TO_HOLD = typer.Option("--to-hold", help=N_("It lets the office hold these data, and nobody else gets them."))
MANDATE = typer.Option(
    metavar="FILE", help=N_("Given by somebody for the client: a JSON object with the mandate; - for stdin.")
)
RELEASE = typer.Option(metavar="ENTRY", help=N_("Lift the secrecy of an entry: its number on `wkc client show`."))
DOCUMENT = typer.Option(metavar="NO", help=N_("Lift the secrecy of a document: its number on `wkc document list`."))
STATUTE = typer.Option(metavar="LAW", help=N_("With --release: the statute that lifts it, cited."))
RELEASED_BY = typer.Option(metavar="NAME", help=N_("With --release: the body that lifted its own secrecy."))
ON = typer.Option(metavar="DATE", help=N_("The day from which it counts no longer (default: today)."))


@app.command(help=N_("Write down a consent, or with --release that a secret was lifted."))
def give(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    recipient: Annotated[str | None, RECIPIENT] = None,
    purpose: Annotated[str | None, PURPOSE] = None,
    categories: Annotated[str | None, CATEGORIES] = None,
    how: Annotated[str | None, HOW] = None,
    from_: Annotated[str | None, FROM] = None,
    until: Annotated[str | None, UNTIL] = None,
    to_hold: Annotated[bool, TO_HOLD] = False,
    mandate: Annotated[str | None, MANDATE] = None,
    release: Annotated[str | None, RELEASE] = None,
    document: Annotated[int | None, DOCUMENT] = None,
    statute: Annotated[str | None, STATUTE] = None,
    released_by: Annotated[str | None, RELEASED_BY] = None,
) -> None:
    """Give a consent or a release."""
    from functools import partial

    from wkc.procedures.disclosure import consent
    from wkc.procedures.disclosure import secrecy_release as releases
    from wkc.procedures.dossier import mandate as mandating

    cli = cli_context(ctx)
    if release is not None and document is not None:
        raise OneOf(one="--release", other="--document")
    secret = document if release is None else release
    if secret is None:
        if statute or released_by:
            raise MissingOption(option="--release", command="consent give")
        if to_hold and (recipient or purpose):
            raise OneOf(one="--to-hold", other="--recipient, --purpose")
        if not to_hold:
            recipient, purpose = require(ctx, recipient, "--recipient"), require(ctx, purpose, "--purpose")
        categories, how = require(ctx, categories, "--categories"), require(ctx, how, "--how")
        consent_input = consent.ConsentInput(recipient, purpose, categories, how, from_, until)
        granting = partial(consent.give, consent_input=consent_input)
    else:
        if purpose or categories or until or to_hold:
            raise OneOf(one="--release" if document is None else "--document", other="--purpose --categories")
        release_input = releases.ReleaseInput(how, statute, released_by, recipient, from_)
        granting = partial(releases.give, secret=secret, release_input=release_input)
    session = cli.session()
    client = cli.search_term_beside_stdin(who) if mandate == "-" else cli.search_term(who)
    shown = None if mandate is None else mandating.read(cli.text(mandate))
    cli.show(ctx, granting(session, client, shown=shown), _listed)


@app.command(
    help=N_("Withdraw a consent, with --release a lifted secret, with --mandate a mandate; no reason is asked.")
)
def withdraw(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    consent_number: Annotated[
        int | None, typer.Argument(metavar="NO", help=N_("Its number on `wkc consent list`."))
    ] = None,
    release: Annotated[
        int | None, typer.Option(metavar="NO", help=N_("The number of a release, in the place of a consent."))
    ] = None,
    mandate: Annotated[
        int | None, typer.Option(metavar="NO", help=N_("The number of a mandate, which ends with its open requests."))
    ] = None,
    on: Annotated[str | None, ON] = None,
) -> None:
    """Withdraw a consent, a release or a mandate."""
    from wkc.procedures.disclosure import consent
    from wkc.procedures.requests import mandate_end

    cli = cli_context(ctx)
    if [consent_number, release, mandate].count(None) != 2:  # noqa: PLR2004  (one of the three is named)
        raise OneOf(one=_("NO"), other="--release", third="--mandate")
    if mandate is not None:
        done = mandate_end.withdraw(cli.session(), cli.search_term(who), mandate, on)
    elif release is not None:
        done = consent.withdraw_release(cli.session(), cli.search_term(who), release, on)
    else:
        done = consent.withdraw(cli.session(), cli.search_term(who), consent_number or 0, on)
    cli.show(ctx, done, _listed)


@app.command("list", help=N_("List what a client granted: consents, lifted secrets, mandates."))
def list_(ctx: typer.Context, who: Annotated[str, CLIENT]) -> None:
    """List what was granted."""
    from wkc.procedures.disclosure import consent

    cli = cli_context(ctx)
    cli.show(ctx, consent.every(cli.session(), cli.search_term(who)), _listed)


def _listed(screen: Screen, granted: GrantedConsents) -> None:
    screen.say(granted.client.number)
    screen.heading(_("Consents"))
    if granted.consents:
        screen.table(
            (_("nr"), _("purpose"), _("recipient"), _("cat"), _("given"), _("from")),
            (_consent(one, granted) for one in granted.consents),
            fixed=2,
        )
        if unsigned := [str(one.number) for one in granted.consents if _is_signature_missing(one, granted)]:
            text = _("No signature on file under {numbers}: `wkc form print toestemming` makes a form to sign.")
            screen.say(text.format(numbers=", ".join(unsigned)))
    else:
        screen.say(_("None."))
    if granted.releases:
        screen.heading(_("Lifted secrets"))
        screen.table(
            (_("nr"), _("secret"), _("lifted by"), _("for"), _("from")),
            map(_release, granted.releases),
        )
    if granted.mandates:
        screen.heading(_("Mandates"))
        screen.table(
            (_("nr"), _("kind"), _("name"), _("from"), _("until"), _("document"), _("seen on")),
            (_mandate(one, granted) for one in granted.mandates),
        )
        if unsigned := [str(one.number) for one in granted.mandates if _is_paper_missing(one, granted)]:
            text = _("No signed paper on file for mandate {numbers}: `wkc form signed FORM --document FILE` adds it.")
            screen.say(text.format(numbers=", ".join(unsigned)))


def _is_signature_missing(consent: Consent, granted: GrantedConsents) -> bool:
    """Tell whether a written consent that counts has no signed form of which the paper is kept (AVG 7.1)."""
    kept = {one.made for one in granted.signatures if one.kept}
    return consent.how == "schriftelijk" and consent.withdrawn_on is None and consent.uuid not in kept


def _is_paper_missing(mandate: Mandate, granted: GrantedConsents) -> bool:
    """Tell whether a mandate that was signed on a form of the office lacks its paper."""
    unkept = {one.made for one in granted.signatures if not one.kept}
    return mandate.withdrawn_on is None and mandate.uuid in unkept


def _consent(consent: Consent, granted: GrantedConsents) -> tuple[object, ...]:
    way = in_words(consent.how, WAYS) or ""
    if consent.mandate is not None:
        way = f"{way} ({in_words(consent.mandate.kind, CAPACITIES)})"
    signature = next((one for one in granted.signatures if one.made == consent.uuid), None)
    way = way if signature is None else f"{way}, {_place(signature)}"
    data = ", ".join(map(str, consent.categories))
    recipient = _("the office itself") if consent.recipient is None else consent.recipient.name
    return (
        consent.number,
        in_words(consent.purpose, PURPOSES),
        recipient,
        data,
        way,
        _period(consent, consent.until_on),
    )


def _place(signature: FormSignature) -> str:
    """Say where a signature is: on which form, and in which document of the dossier."""
    if signature.document is None:
        return signature.form
    return _("{form} (document {number})").format(form=signature.form, number=signature.document)


def _period(granted: Consent | Release, last: date | None = None) -> str:
    """Say from when it counts, and from which day no longer or up to which last day."""
    if granted.withdrawn_on is not None:
        return f"{granted.from_on}\n" + _("until {day}").format(day=granted.withdrawn_on)
    return str(granted.from_on) if last is None else f"{granted.from_on}\n" + _("up to {day}").format(day=last)


def _release(release: Release) -> tuple[object, ...]:
    by = release.citation or (release.releaser.name if release.releaser else in_words(release.how, WAYS))
    if release.mandate is not None:
        by = f"{by} ({in_words(release.mandate.kind, CAPACITIES)})"
    return (
        release.number,
        f"{release.entry_number or ''} {_name_secret(release)}".strip(),
        f"{in_words(release.by, RELEASERS)}: {by}",
        release.recipient.name if release.recipient else _("everybody"),
        _period(release),
    )


def _name_secret(release: Release) -> str:
    return _("{field} (document)").format(field=release.field.label) if release.is_document else release.field.label


def _mandate(mandate: Mandate, granted: GrantedConsents) -> tuple[object, ...]:
    document = mandate.document if mandate.document is not None else _("(withheld)")
    if _is_paper_missing(mandate, granted):
        document = _("{document} (paper not on file)").format(document=document)
    elif kept := next((one.document for one in granted.signatures if one.made == mandate.uuid), None):
        document = _("{form} (document {number})").format(form=document, number=kept)
    return (
        mandate.number,
        in_words(mandate.kind, CAPACITIES),
        mandate.name,
        mandate.from_on,
        mandate.withdrawn_on or mandate.until_on,
        document,
        mandate.seen_on,
    )
