"""`wkc party set`: how a party is reached, its role beside the office, what was agreed (art. 3; AVG 26 and 28)."""

from __future__ import annotations

from typing import Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import PARTY
from wkc.i18n import N_

app = group()

ADDRESS = typer.Option(metavar="LINE", help=N_("Street and number, or post box."))
POSTCODE = typer.Option(metavar="CODE", help=N_("The postcode of that address."))
PLACE = typer.Option(metavar="TEXT", help=N_("The town of that address."))
KENMERK = typer.Option(metavar="TEXT", help=N_("Their name for us: a contract or supplier number."))
ROLE = typer.Option(
    metavar="ROLE",
    help=N_(
        "Who answers for the data: verantwoordelijk (they do, we process for them), zelfstandig (each for itself) or "
        "verwerker (they process for us)."
    ),
)
AGREED_ON = typer.Option(metavar="DATE", help=N_("The day of the agreement."))
AGREED_UNTIL = typer.Option(metavar="DATE", help=N_("The last day of the agreement."))
AGREEMENT = typer.Option(metavar="REF", help=N_("The reference of the agreement."))
AGREEMENT_AT = typer.Option(metavar="TEXT", help=N_("The place where the agreement is kept."))
REPORT_MONTHS = typer.Option(metavar="COUNT", help=N_("A report on each client is due every so many months, 1-24."))
BREACH_HOURS = typer.Option(
    metavar="COUNT", help=N_("A data breach is reported to them within so many hours, 1 to 72.")
)
BASIS = typer.Option(
    metavar="CODE", help=N_("Their own ground to give us data: avg_6_1_c (a legal duty) or avg_6_1_e (a public task).")
)
FROM = typer.Option(
    "--from", metavar="FILE", help=N_("A JSON object with any of these, and e_mail and contact; - for stdin.")
)
CLEAR = typer.Option("--clear", metavar="PART", help=N_("Take one of these off the file, such as agreed_until."))


@app.command("set", help=N_("Say how an organisation is reached, its role beside us, and what was agreed."))
def put(
    ctx: typer.Context,
    name: Annotated[str, PARTY],
    address: Annotated[str | None, ADDRESS] = None,
    postcode: Annotated[str | None, POSTCODE] = None,
    place: Annotated[str | None, PLACE] = None,
    kenmerk: Annotated[str | None, KENMERK] = None,
    role: Annotated[str | None, ROLE] = None,
    agreed_on: Annotated[str | None, AGREED_ON] = None,
    agreed_until: Annotated[str | None, AGREED_UNTIL] = None,
    agreement: Annotated[str | None, AGREEMENT] = None,
    agreement_at: Annotated[str | None, AGREEMENT_AT] = None,
    report_months: Annotated[str | None, REPORT_MONTHS] = None,
    breach_hours: Annotated[str | None, BREACH_HOURS] = None,
    basis: Annotated[str | None, BASIS] = None,
    from_: Annotated[str | None, FROM] = None,
    clear: Annotated[list[str] | None, CLEAR] = None,
) -> None:
    """Set the profile of a party."""
    from wkc.cli.forms.party import complete
    from wkc.cli.views.party import shown
    from wkc.procedures.dossier import party_profile

    cli = cli_context(ctx)
    session = cli.session()
    parts = {
        "address": address,
        "postcode": postcode,
        "place": place,
        "kenmerk": kenmerk,
        "role": role,
        "agreed_on": agreed_on,
        "agreed_until": agreed_until,
        "agreement": agreement,
        "agreement_at": agreement_at,
        "report_months": report_months,
        "breach_hours": breach_hours,
        "basis": basis,
    }
    profile = {key: text for key, text in parts.items() if text is not None}
    if from_:
        profile = {**party_profile.read(cli.text(from_)), **profile}
    elif not profile and not clear:
        profile = complete(cli, session, name)
    cli.show(ctx, party_profile.put(session, name, profile, clear or ()), shown)
