"""The questions of a disclosure: each part that no option gave, from lists that narrow while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from wkc.cli.forms.client_search import find_client
from wkc.cli.forms.new_party import NEW, add_party, offer_new
from wkc.cli.terminal import codes
from wkc.cli.terminal.questions import NO, YES
from wkc.errors.register import KindUnknown
from wkc.i18n import N_, _
from wkc.rules.disclosure.identification import MEANS
from wkc.sentences import disclosure as disclosure_sentences
from wkc.sentences.sentence import for_question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.disclosure_options import DisclosureOptions
    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.disclosure.input import DisclosureInput

CHANNELS = for_question(disclosure_sentences.CHANNELS)
GROUNDS = for_question(disclosure_sentences.GROUNDS)
IDENTIFIED = for_question(disclosure_sentences.IDENTIFIED)
OTHER = "ander"
BSN = "17"
"""Its category of annex I."""
PURPOSES = for_question(disclosure_sentences.PURPOSES)


_HOW = N_("Use --from FILE with a JSON object.")


def from_options(options: DisclosureOptions) -> DisclosureInput:
    """Make the input of a disclosure from its options."""
    from wkc.procedures.disclosure.input import DisclosureInput

    typed = asdict(options)
    del typed["from_"]
    parsed = {name: None if typed[name] is None else _parse_yes_no(typed[name]) for name in ("doubt", "covers_sealed")}
    return DisclosureInput(**typed | parsed | {"covers_bsn": options.covers_bsn or None})


def complete(
    cli: CliContext, who: str | None, options: DisclosureOptions, on: str | None = None
) -> tuple[Session, str, DisclosureInput]:
    """Sign in; give session, client and input of a disclosure: from a file as it is, else completed by questions.

    With the day of an earlier one, why it is logged later is asked for.
    """
    from wkc.procedures.disclosure.input import read
    from wkc.procedures.io.fields import parse_day

    if on is not None:
        parse_day(on)
    session = cli.session()
    disclosure_input, file = from_options(options), options.from_
    if file is not None:
        client = find_client(cli, session, who) if who is None or file != "-" else cli.search_term_beside_stdin(who)
        return session, client, read(cli.text(file))
    client, completed = find_client(cli, session, who), _DisclosureQuestions(cli, session).complete(disclosure_input)
    if on is not None:
        completed = replace(
            completed, on=on, why_late=cli.reason(N_("Why is it logged later"), N_("Give it on stdin."))
        )
    return session, client, completed


class _DisclosureQuestions:
    """The questions of one disclosure: each is asked where it matters and no option answered it."""

    def __init__(self, cli: CliContext, session: Session) -> None:
        self._cli = cli
        self._session = session
        self._can_ask = cli.environment.terminal() is not None and not cli.yes

    def complete(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        """Ask for the missing parts: the required ones always, the rest where a terminal can answer."""
        from wkc.procedures.disclosure.input import TELEPHONE

        guided = disclosure_input.recipient is None
        disclosure_input = self._ask_recipient(disclosure_input)
        if disclosure_input.ground is None:
            disclosure_input = replace(disclosure_input, ground=self._choose(N_("Ground"), GROUNDS, "--ground"))
        if self._can_ask:
            disclosure_input = self._ask_on_ground(disclosure_input)
        elif disclosure_input.ground == "dringende_reden":
            disclosure_input = replace(disclosure_input, reason=self._cli.value(N_("Reason"), N_("Give it on stdin.")))
        if disclosure_input.categories is None:
            disclosure_input = replace(disclosure_input, categories=self._ask_categories())
            if (
                disclosure_input.law is not None
                and not disclosure_input.covers_bsn
                and BSN in (disclosure_input.categories or "").split(",")
            ):
                disclosure_input = replace(
                    disclosure_input, covers_bsn=self._ask_yes(N_("Does that law cover the BSN"))
                )
        disclosure_input = self._ask_sealed(disclosure_input)
        if disclosure_input.channel == TELEPHONE:
            disclosure_input = self._ask_about_call(disclosure_input)
        elif disclosure_input.channel in MEANS and disclosure_input.identified is None:
            means = {means: IDENTIFIED[means] for means in MEANS[disclosure_input.channel or ""]}
            disclosure_input = replace(
                disclosure_input, identified=self._choose(N_("How was it checked who asks"), means, "--identified")
            )
        if guided and disclosure_input.note is None:
            disclosure_input = replace(disclosure_input, note=self._ask_line(N_("Note (Enter for none)")))
        return disclosure_input

    def _ask_recipient(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        from wkc.procedures.disclosure.input import TELEPHONE
        from wkc.procedures.dossier import party

        if disclosure_input.recipient is None:
            parties = {one.name: codes.describe_party(one.kind, one.body) for one in party.every(self._session)}
            offered = offer_new(self._cli, parties) if self._can_ask else parties
            chosen = ""
            while not chosen:
                chosen = self._choose(N_("Recipient"), offered, "--recipient", as_it_is=True)
                if self._can_ask and chosen == _(NEW):
                    chosen = add_party(self._cli, self._session, parties)
            disclosure_input = replace(disclosure_input, recipient=chosen)
        if disclosure_input.channel is None:
            disclosure_input = replace(
                disclosure_input, channel=self._choose(N_("How is it asked"), CHANNELS, "--channel")
            )
        if disclosure_input.person is None and self._can_ask and disclosure_input.channel in (TELEPHONE, *MEANS):
            disclosure_input = replace(disclosure_input, person=self._ask_person(disclosure_input.recipient or ""))
        return disclosure_input

    def _ask_person(self, recipient: str) -> int | None:
        from wkc.procedures.disclosure import contact_person

        people = [one.person for one in contact_person.every(self._session, recipient)]
        if not people:
            return None
        options = {str(one.number): f"{one.name}, {one.function}" for one in people}
        chosen = self._cli.choose(N_("Who asks (Enter: somebody not on file)"), options, N_("Add --person."))
        return int(chosen) if chosen else None

    def _ask_on_ground(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        match disclosure_input.ground:
            case "doel" | "toestemming" if disclosure_input.purpose is None:
                return replace(disclosure_input, purpose=self._ask_purpose(disclosure_input.ground))
            case "wettelijk_voorschrift" | "publieke_taak" if disclosure_input.law is None:
                return self._ask_law(disclosure_input)
            case "onderzoek" if disclosure_input.traceable is None:
                return self._ask_research(disclosure_input)
            case "dringende_reden" if disclosure_input.reason is None:
                return self._ask_urgency(disclosure_input)
        return disclosure_input

    def _ask_purpose(self, ground: str | None) -> str | None:
        if ground == "doel":
            chosen = self._choose(N_("For which purpose"), PURPOSES, "--purpose")
            if chosen != OTHER:
                return chosen
        from wkc.procedures.disclosure.consent import parse_purpose

        what = N_("The purpose, in a word (with consent: the word in the consent)")
        return self._cli.ask_until(what, N_("Add --purpose."), parse_purpose)

    def _ask_law(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        from wkc.rules.disclosure.annex import LAWS

        if disclosure_input.ground == "publieke_taak" and disclosure_input.requested_on is None:
            disclosure_input = replace(
                disclosure_input, requested_on=self._ask_day(N_("On which day did they ask (Enter: they did not)"))
            )
        laws = {**{code: law.name for code, law in LAWS.items()}, OTHER: _("another law, or an order of a court")}
        law = self._cli.choose(N_("Which law is cited (Enter: none)"), laws, N_("Add --law.")) or None
        if law is None:
            return disclosure_input
        from wkc.procedures.io import fields

        what = N_("The place in that law, or the order of a court")
        citation = self._cli.ask_until(what, N_("Add --citation."), fields.plain_text)
        return replace(disclosure_input, law=law, citation=citation)

    def _ask_research(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        if not self._ask_yes(N_("Can it be traced to persons")):
            reason = self._ask_line(N_("How was privacy weighed (Enter: it was not)"))
            return replace(disclosure_input, traceable=False, reason=reason)
        return replace(
            disclosure_input,
            traceable=True,
            decision_on=self._ask_day(N_("On which day did B&W decide (Enter: they did not)")),
            decision_reference=self._ask_line(N_("The reference of that decision")),
            heard_on=self._ask_day(N_("On which day was the Registratiecommissie heard (Enter: it was not)")),
        )

    def _ask_urgency(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        from wkc.procedures.io import fields

        reason = self._cli.ask_until(N_("Reason"), N_("Give it on stdin."), fields.parse_reason)
        danger = self._ask_yes(N_("Is there danger to somebody's life"))
        impossible = danger and self._ask_yes(N_("Is it impossible to ask the client"))
        unreachable = impossible and self._ask_yes(N_("Is the beheerder out of reach"))
        return replace(
            disclosure_input,
            reason=reason,
            to_life=danger,
            consent_impossible=impossible,
            beheerder_unreachable=unreachable,
        )

    def _ask_sealed(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        """Ask whether the law that is cited covers the sealed classes among what is asked for."""
        from wkc.procedures.io.codes import parse_categories
        from wkc.rules.dossier.field import FIELDS

        if disclosure_input.law is None or disclosure_input.covers_sealed is not None or not self._can_ask:
            return disclosure_input
        wanted = parse_categories(disclosure_input.categories or "")
        if not any(field.field_class.sealed and field.category in wanted for field in FIELDS):
            return disclosure_input
        return replace(
            disclosure_input,
            covers_sealed=self._ask_yes(N_("Does that law cover health, criminal and other special data")),
        )

    def _ask_about_call(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        from wkc.procedures.disclosure.input import NUMBERS_FROM, SUBJECTS

        if disclosure_input.subject is None and self._can_ask:
            subjects = {code: _(codes.SUBJECTS[code]) for code in SUBJECTS}
            subject = self._cli.choose(N_("What is the call about (Enter: something else)"), subjects, "--subject")
            disclosure_input = replace(disclosure_input, subject=subject or None)
        if disclosure_input.doubt is None:
            disclosure_input = replace(disclosure_input, doubt=self._ask_yes(N_("Do you doubt who calls"), "--doubt"))
        if disclosure_input.doubt and disclosure_input.called_back is None and self._can_ask:
            sources = {code: _(codes.NUMBERS_FROM[code]) for code in NUMBERS_FROM}
            source = self._cli.choose(
                N_("Called back, on a number from where (Enter: not called back)"), sources, "--called-back"
            )
            disclosure_input = replace(disclosure_input, called_back=source or None)
        return disclosure_input

    def _ask_categories(self) -> str:
        """Ask for categories of annex I, one by one, until Enter."""
        from wkc.rules.dossier.field import CATEGORIES

        options = {str(number): name for number, name in CATEGORIES.items()}
        chosen = [self._choose(N_("Category of annex I"), options, "--categories", as_it_is=True)]
        while more := self._cli.choose(N_("Another category (Enter: no more)"), options, "--categories"):
            chosen.append(more)
        return ",".join(dict.fromkeys(chosen))

    def _choose(self, what: str, options: Mapping[str, str], option: str, *, as_it_is: bool = False) -> str:
        shown = options if as_it_is else {word: _(meaning) for word, meaning in options.items()}
        return self._cli.choose_one(what, shown, _("Add {option}.").format(option=option))

    def _ask_yes(self, what: str, option: str = "--from") -> bool:
        return self._cli.choose_yes(what, _("Add {option}.").format(option=option))

    def _ask_day(self, what: str) -> str | None:
        """Ask for a day up to today, until it is one or is left out."""
        from wkc.procedures.core.clock import day
        from wkc.procedures.io import fields

        def read(answer: str) -> str | None:
            if not answer.strip():
                return None
            return fields.past_day_or_today(answer, day(self._cli.environment.now())).isoformat()

        return self._cli.ask_until(what, _HOW, read)

    def _ask_line(self, what: str) -> str | None:
        return self._cli.ask(what, _HOW).strip() or None


def _parse_yes_no(typed: str) -> bool:
    word = typed.strip().casefold()
    if not word or word not in YES | NO:
        raise KindUnknown(choices="yes, no")
    return word in YES
