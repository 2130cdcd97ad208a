"""The questions of a disclosure: each part that no option gave, from lists that narrow while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from wkc.cli.forms.client_search import find_client
from wkc.cli.forms.new_party import NEW, add_party, offer_new
from wkc.cli.terminal import codes as words
from wkc.errors.register import KindUnknown
from wkc.i18n import N_, _
from wkc.rules.disclosure.identification import MEANS
from wkc.sentences import disclosure as disclosure_sentences
from wkc.sentences.sentence import for_question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.disclosure_options import DisclosureOptions
    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.disclosure.input import DisclosureInput

YES, NO = ("yes", "ja", "y", "j"), ("no", "nee", "n")

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
    answered = {
        name: None if typed[name] is None else _parse_yes_no(typed[name]) for name in ("doubt", "covers_sealed")
    }
    return DisclosureInput(**typed | answered | {"covers_bsn": options.covers_bsn or None})


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
    """One round of questions: each is asked where it matters and no option answered it."""

    def __init__(self, cli: CliContext, session: Session) -> None:
        self._cli = cli
        self._session = session
        self._asks = cli.environment.terminal() is not None and not cli.yes

    def complete(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        """Ask for the missing parts: the required ones always, the rest where a terminal can answer."""
        from wkc.procedures.disclosure.input import TELEPHONE

        guided = disclosure_input.recipient is None
        disclosure_input = self._who(disclosure_input)
        if disclosure_input.ground is None:
            disclosure_input = replace(disclosure_input, ground=self._must(N_("Ground"), GROUNDS, "--ground"))
        if self._asks:
            disclosure_input = self._on_ground(disclosure_input)
        elif disclosure_input.ground == "dringende_reden":
            disclosure_input = replace(disclosure_input, reason=self._cli.value(N_("Reason"), N_("Give it on stdin.")))
        if disclosure_input.categories is None:
            disclosure_input = replace(disclosure_input, categories=self._categories())
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
            disclosure_input = self._by_telephone(disclosure_input)
        elif disclosure_input.channel in MEANS and disclosure_input.identified is None:
            known = {means: IDENTIFIED[means] for means in MEANS[disclosure_input.channel or ""]}
            disclosure_input = replace(
                disclosure_input, identified=self._must(N_("How was it checked who asks"), known, "--identified")
            )
        if guided and disclosure_input.note is None:
            disclosure_input = replace(disclosure_input, note=self._line(N_("Note (Enter for none)")))
        return disclosure_input

    def _who(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        from wkc.procedures.disclosure.input import TELEPHONE
        from wkc.procedures.dossier import party

        if disclosure_input.recipient is None:
            known = {
                known_party.name: words.describe_party(known_party.kind, known_party.body)
                for known_party in party.every(self._session)
            }
            offered = offer_new(self._cli, known) if self._asks else known
            chosen = ""
            while not chosen:
                chosen = self._must(N_("Recipient"), offered, "--recipient", as_it_is=True)
                if self._asks and chosen == _(NEW):
                    chosen = add_party(self._cli, self._session, known)
            disclosure_input = replace(disclosure_input, recipient=chosen)
        if disclosure_input.channel is None:
            disclosure_input = replace(
                disclosure_input, channel=self._must(N_("How is it asked"), CHANNELS, "--channel")
            )
        if disclosure_input.person is None and self._asks and disclosure_input.channel in (TELEPHONE, *MEANS):
            disclosure_input = replace(disclosure_input, person=self._person(disclosure_input.recipient or ""))
        return disclosure_input

    def _person(self, recipient: str) -> int | None:
        from wkc.procedures.disclosure import contact_person

        known = {
            str(known.person.number): f"{known.person.name}, {known.person.function}"
            for known in contact_person.every(self._session, recipient)
        }
        if not known:
            return None
        chosen = self._cli.choose(N_("Who asks (Enter: somebody not on file)"), known, N_("Add --person."))
        return int(chosen) if chosen else None

    def _on_ground(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        match disclosure_input.ground:
            case "doel" | "toestemming" if disclosure_input.purpose is None:
                return replace(disclosure_input, purpose=self._purpose(disclosure_input.ground))
            case "wettelijk_voorschrift" | "publieke_taak" if disclosure_input.law is None:
                return self._law(disclosure_input)
            case "onderzoek" if disclosure_input.traceable is None:
                return self._research(disclosure_input)
            case "dringende_reden" if disclosure_input.reason is None:
                return self._urgency(disclosure_input)
        return disclosure_input

    def _purpose(self, ground: str | None) -> str | None:
        if ground == "doel":
            chosen = self._must(N_("For which purpose"), PURPOSES, "--purpose")
            if chosen != OTHER:
                return chosen
        from wkc.procedures.disclosure.consent import parse_purpose

        what = N_("The purpose, in a word (with consent: the word in the consent)")
        return self._cli.ask_until(what, N_("Add --purpose."), parse_purpose)

    def _law(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        from wkc.rules.disclosure.annex import LAWS

        if disclosure_input.ground == "publieke_taak" and disclosure_input.requested_on is None:
            disclosure_input = replace(
                disclosure_input, requested_on=self._day(N_("On which day did they ask (Enter: they did not)"))
            )
        known = {**{code: law.name for code, law in LAWS.items()}, OTHER: _("another law, or an order of a court")}
        law = self._cli.choose(N_("Which law is cited (Enter: none)"), known, N_("Add --law.")) or None
        if law is None:
            return disclosure_input
        from wkc.procedures.io import fields

        what = N_("The place in that law, or the order of a court")
        citation = self._cli.ask_until(what, N_("Add --citation."), fields.plain_text)
        return replace(disclosure_input, law=law, citation=citation)

    def _research(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        if not self._ask_yes(N_("Can it be traced to persons")):
            reason = self._line(N_("How was privacy weighed (Enter: it was not)"))
            return replace(disclosure_input, traceable=False, reason=reason)
        return replace(
            disclosure_input,
            traceable=True,
            decision_on=self._day(N_("On which day did B&W decide (Enter: they did not)")),
            decision_reference=self._line(N_("The reference of that decision")),
            heard_on=self._day(N_("On which day was the Registratiecommissie heard (Enter: it was not)")),
        )

    def _urgency(self, disclosure_input: DisclosureInput) -> DisclosureInput:
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

        if disclosure_input.law is None or disclosure_input.covers_sealed is not None or not self._asks:
            return disclosure_input
        wanted = parse_categories(disclosure_input.categories or "")
        if not any(field.field_class.sealed and field.category in wanted for field in FIELDS):
            return disclosure_input
        return replace(
            disclosure_input,
            covers_sealed=self._ask_yes(N_("Does that law cover health, criminal and other special data")),
        )

    def _by_telephone(self, disclosure_input: DisclosureInput) -> DisclosureInput:
        from wkc.procedures.disclosure.input import NUMBERS_FROM, SUBJECTS

        if disclosure_input.subject is None and self._asks:
            known = {code: _(words.SUBJECTS[code]) for code in SUBJECTS}
            subject = self._cli.choose(N_("What is the call about (Enter: something else)"), known, "--subject")
            disclosure_input = replace(disclosure_input, subject=subject or None)
        if disclosure_input.doubt is None:
            disclosure_input = replace(disclosure_input, doubt=self._ask_yes(N_("Do you doubt who calls"), "--doubt"))
        if disclosure_input.doubt and disclosure_input.called_back is None and self._asks:
            known = {code: _(words.NUMBERS_FROM[code]) for code in NUMBERS_FROM}
            source = self._cli.choose(
                N_("Called back, on a number from where (Enter: not called back)"), known, "--called-back"
            )
            disclosure_input = replace(disclosure_input, called_back=source or None)
        return disclosure_input

    def _categories(self) -> str:
        """Ask for categories of annex I, one by one, until Enter."""
        from wkc.rules.dossier.field import CATEGORIES

        known = {str(number): name for number, name in CATEGORIES.items()}
        chosen = [self._must(N_("Category of annex I"), known, "--categories", as_it_is=True)]
        while more := self._cli.choose(N_("Another category (Enter: no more)"), known, "--categories"):
            chosen.append(more)
        return ",".join(dict.fromkeys(chosen))

    def _must(self, what: str, known: Mapping[str, str], option: str, *, as_it_is: bool = False) -> str:
        meant = known if as_it_is else {word: _(meaning) for word, meaning in known.items()}
        while True:
            if chosen := self._cli.choose(what, meant, _("Add {option}.").format(option=option)):
                return chosen

    def _ask_yes(self, what: str, option: str = "--from") -> bool:
        known = {_("yes"): "", _("no"): ""}
        return self._must(what, known, option, as_it_is=True) == _("yes")

    def _day(self, what: str) -> str | None:
        """Ask for a day up to today, until it is one or is left out."""
        from wkc.procedures.core.clock import day
        from wkc.procedures.io import fields

        def read(answer: str) -> str | None:
            return (
                fields.past_day_or_today(answer, day(self._cli.environment.now())).isoformat()
                if answer.strip()
                else None
            )

        return self._cli.ask_until(what, _HOW, read)

    def _line(self, what: str) -> str | None:
        return self._cli.ask(what, _HOW).strip() or None


def _parse_yes_no(typed: str) -> bool:
    word = typed.strip().lower()
    if word not in YES + NO:
        raise KindUnknown(choices="yes, no")
    return word in YES
