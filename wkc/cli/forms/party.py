"""The profile of a party, asked one by one: Enter keeps what is on file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session

QUESTIONS = {
    "address": N_("Street and number, or post box"),
    "postcode": N_("Postcode"),
    "place": N_("Town"),
    "e_mail": N_("E-mail address"),
    "contact": N_("Contact person, as on an envelope"),
    "kenmerk": N_("Their name for us (contract or supplier number)"),
    "role": N_("Role for the data (verantwoordelijk, zelfstandig, verwerker)"),
    "agreed_on": N_("Day of the agreement"),
    "agreed_until": N_("Last day of the agreement"),
    "agreement": N_("Reference of the agreement"),
    "agreement_at": N_("Place where the agreement is kept"),
    "report_months": N_("A report is due every … months"),
    "breach_hours": N_("A data breach is reported within … hours"),
    "basis": N_("Their ground to give us data (avg_6_1_c: a legal duty, avg_6_1_e: a public task)"),
}


def complete(cli: CliContext, session: Session, name: str) -> dict[str, str]:
    """Ask for each part of a profile, and give the answers that say something."""
    from wkc.procedures.dossier import party

    on_file = party.show(session, name)
    cli.say(on_file.party.name)
    cli.say(_("Enter keeps what is on file; --clear takes something off."))
    answers = {}
    for key, question in QUESTIONS.items():
        if answer := _answer(cli, key, question, getattr(on_file.profile, key)):
            answers[key] = answer
    return answers


def _answer(cli: CliContext, key: str, question: str, now: object) -> str:
    from wkc.procedures.dossier.party_profile import READ

    def read(answer: str) -> str:
        if answer.strip():
            READ[key](answer)
        return answer.strip()

    line = _(question) if now is None else f"{_(question)} [{now}]"
    return cli.ask_until(line, N_("Add --from FILE with a JSON object."), read)
