"""Somebody calls about a client (art. 8.3): six questions, what may be said, and then what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wkc.cli.forms.client_search import find_client
from wkc.cli.terminal import codes
from wkc.errors.disclosure import CallerDoubted, CallerUnknown
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.disclosure.contact_person import ContactPerson
    from wkc.procedures.disclosure.disclosure import CheckedDisclosure
    from wkc.procedures.disclosure.input import DisclosureInput
    from wkc.records.dossier import Entry

HOW = N_("`wkc disclosure log` takes it all from options or a file.")
UNKNOWN, OTHER = N_("unknown"), N_("other")
EMPTY = N_("Fill something in, or stop with Ctrl-C.")
INSTANTIE = "instantie"
"""The kind of party of which anybody may call, also where no person of it is on file."""
BSN = 17
"""Its category of annex I."""

ALL, PART, NOTHING = N_("all"), N_("part"), N_("nothing")
"""The answers to how much was said in the end."""


class IncomingCall:
    """One telephone call: who calls about whom, and the values on file; each question is asked until it is answered."""

    def __init__(self, cli: CliContext, session: Session, who: str | None) -> None:
        self._cli = cli
        self._session = session
        self._caller = self._ask_caller()
        self.client = find_client(cli, session, who)
        self.entries = self._load_entries()

    def ask(self) -> DisclosureInput:
        """Ask the other questions, and give all that the call is judged by."""
        from wkc.procedures.disclosure.input import TELEPHONE, DisclosureInput

        party = self._caller.person.party
        disclosure_input = DisclosureInput(
            recipient=party.name,
            person=self._caller.person.number,
            channel=TELEPHONE,
            ground="publieke_taak",
            requested_on=_today(self._cli),
            doubt=self._ask_yes(N_("Do you doubt who calls")),
        )
        if disclosure_input.doubt:
            disclosure_input = replace(disclosure_input, called_back=self._ask_call_back())
            if disclosure_input.called_back is None:
                raise CallerDoubted(numbers=_list_verified([self._caller]))
        if party.kind == INSTANTIE and party.body is None:
            text = _("It is not on file which body of annex III {party} is: `wkc party body` puts it there.")
            self._cli.say(text.format(party=party.name))
        disclosure_input = replace(disclosure_input, subject=self._ask_subject(party.body or ""))
        disclosure_input = self._ask_law(disclosure_input, party.body or "")
        disclosure_input = replace(
            disclosure_input, categories=self._ask_categories(N_("Which data do they ask for"), self._list_categories())
        )
        return self._ask_coverage(disclosure_input)

    def ask_disclosed(self, disclosure_input: DisclosureInput, checked: CheckedDisclosure) -> DisclosureInput | None:
        """Ask what was said of what may be said; None where nothing was."""
        answer = self._choose(N_("Did you give it"), {_(ALL): "", _(PART): "", _(NOTHING): ""})
        if answer == _(NOTHING):
            return None
        if answer == _(ALL):
            return disclosure_input
        granted = {str(one.asked.field.category) for one in checked.judgement.granted}
        options = {number: what for number, what in self._list_categories().items() if number in granted}
        return replace(disclosure_input, categories=self._ask_categories(N_("Which part"), options))

    def _ask_caller(self) -> ContactPerson:
        from wkc.procedures.disclosure import contact_person, disclosure

        people = contact_person.every(self._session, None)
        callers = {str(place): _describe(one) for place, one in enumerate(people, 1)}
        chosen = self._choose(N_("Who calls"), callers | {_(UNKNOWN): _("somebody who is not on this list")})
        if chosen != _(UNKNOWN):
            return people[int(chosen) - 1]
        party = self._ask_organisation(people)
        disclosure.refuse_caller(self._session, party)
        raise CallerUnknown(numbers=_list_verified([one for one in people if one.person.party.name == party]))

    def _ask_organisation(self, people: tuple[ContactPerson, ...]) -> str | None:
        """Ask which organisation the caller names: one with people on file, an instantie, or None for another."""
        from wkc.procedures.dossier import party

        names = [one.person.party.name for one in people]
        names += [one.name for one in party.every(self._session) if one.kind == INSTANTIE]
        parties = dict.fromkeys(names, "") | {_(OTHER): _("another organisation")}
        chosen = self._choose(N_("From which organisation, as they say"), parties)
        return None if chosen == _(OTHER) else chosen

    def _ask_call_back(self) -> str | None:
        from wkc.procedures.disclosure.input import NUMBERS_FROM

        if self._caller.verified:
            text = _("Call back on {number}, checked on {day}.")
            person = self._caller.person
            self._cli.say(text.format(number=person.telephone, day=person.verified_on))
        sources = {code: _(codes.NUMBERS_FROM[code]) for code in NUMBERS_FROM}
        return (
            self._cli.choose(N_("Called back, on a number from where (Enter: not called back)"), sources, HOW) or None
        )

    def _ask_subject(self, body: str) -> str | None:
        from wkc.rules.disclosure.telephone import CALLERS

        subjects = {code: _(codes.SUBJECTS[code]) for code in CALLERS.get(body, ())} | {_(OTHER): _("something else")}
        chosen = self._choose(N_("What is the call about"), subjects)
        return None if chosen == _(OTHER) else chosen

    def _ask_law(self, disclosure_input: DisclosureInput, body: str) -> DisclosureInput:
        """Take the law from the subject; only where several fit is one chosen. The article may be left out."""
        from wkc.procedures.disclosure.input import NO_ARTICLE, read_citation
        from wkc.rules.disclosure.annex import LAWS, is_of_subject

        fitting = [code for code in LAWS if is_of_subject(body, disclosure_input.subject, code)]
        laws = {code: LAWS[code].name for code in fitting or LAWS}
        law = fitting[0] if len(fitting) == 1 else self._choose(N_("Which law is it about"), laws)

        def read(answer: str) -> str:
            return read_citation(answer, law) if answer.strip() else NO_ARTICLE

        article = self._cli.ask_until(N_("Which article did they name (Enter: none)"), HOW, read)
        return replace(disclosure_input, law=law, citation=article)

    def _ask_coverage(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        """Ask whether that law is about the BSN and the sealed classes, where they are among what is asked for."""
        wanted = {int(number) for number in (disclosure_input.categories or "").split(",")}
        if BSN in wanted:
            disclosure_input = replace(disclosure_input, covers_bsn=self._ask_yes(N_("Does that law cover the BSN")))
        if any(entry.field.field_class.sealed and entry.field.category in wanted for entry in self.entries):
            question = N_("Does that law cover health, criminal and other special data")
            disclosure_input = replace(disclosure_input, covers_sealed=self._ask_yes(question))
        return disclosure_input

    def _load_entries(self) -> tuple[Entry, ...]:
        from wkc.procedures.dossier import client

        entries = client.show(self._session, self.client).dossier.entries
        return tuple(entry for entry in entries if entry.closed_at is None)

    def _list_categories(self) -> dict[str, str]:
        """Give the categories that this client has, with their values."""
        values: dict[str, list[str]] = {}
        for entry in sorted(self.entries, key=lambda entry: entry.field.category):
            shown = entry.value if entry.value is not None else _("(withheld)")
            values.setdefault(str(entry.field.category), []).append(f"{entry.field.label}: {shown}")
        return {number: "; ".join(parts) for number, parts in values.items()}

    def _ask_categories(self, what: str, options: Mapping[str, str]) -> str:
        while not (chosen := self._ask_several(what, options)):
            self._cli.say(_(EMPTY))
        while more := self._ask_several(N_("And what else (Enter: no more)"), options):
            chosen += more
        return ",".join(dict.fromkeys(chosen))

    def _ask_several(self, what: str, options: Mapping[str, str]) -> list[str]:
        """Ask for some of a list, with commas between; none for Enter."""
        while True:
            typed = self._cli.choose_or_type(what, options, HOW)
            chosen = typed.replace(",", " ").split()
            if all(one in options for one in chosen):
                return chosen
            self._cli.say(_("This is not on the list. Type a part of a word to see what is."))

    def _choose(self, what: str, options: Mapping[str, str]) -> str:
        while not (chosen := self._cli.choose(what, options, HOW)):
            self._cli.say(_(EMPTY))
        return chosen

    def _ask_yes(self, what: str) -> bool:
        return self._choose(what, {_("yes"): "", _("no"): ""}) == _("yes")


def _list_verified(people: list[ContactPerson]) -> str:
    """Give the numbers of these people that were checked, or how to find one."""
    verified = [one.person for one in people if one.verified]
    if not verified:
        return _("a number that you look up yourself: in the directory, on the website, through the switchboard")
    return ", ".join(f"{person.telephone} ({person.name}, {person.party.name})" for person in verified)


def _describe(caller: ContactPerson) -> str:
    person = caller.person
    checked = _("number checked {day}").format(day=person.verified_on) if caller.verified else _("number not checked")
    return f"{person.name}, {person.function}, {person.party.name} ({checked})"


def _today(cli: CliContext) -> str:
    from wkc.procedures.core.clock import day

    return day(cli.environment.now()).isoformat()
