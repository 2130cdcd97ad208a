"""Corrections: what cannot be proposed, granted or applied, by art. 12 and the AVG."""

from collections.abc import Mapping

from wkc.errors.families import Invalid, NotFound, Refused, Usage
from wkc.errors.mistake import MistakeInUse
from wkc.i18n import N_


class ProposalUnknown(NotFound):
    """The request has no proposal of this number."""

    text = N_("This request proposes no change with this number.")
    hint = N_("`wkc request show` lists what it proposes.")


class ProposalsUnreadable(Invalid):
    """The file for --from has another shape than proposals as JSON."""

    text = N_("This is not a list of proposals as JSON.")
    hint = N_("Bring one object or a list of them, with these keys alone: {keys}.")


class RowUnknown(NotFound):
    """The dossier has no row of this number."""

    text = N_("This dossier has nothing with this number.")
    hint = N_("The lists have the numbers: contacts, consents, disclosures, letters and documents each their own.")


class ProposedAlready(Invalid):
    """A request names an entry once."""

    text = N_("This request names that entry already.")
    hint = N_("`wkc request show` lists what it proposes; a withdrawn request can be made anew.")


class NotOfOwnAccord(Invalid):
    """AVG 5.1: the office changes what it holds; what is missing it records."""

    text = N_("A change of the office's own accord names one entry or document by its number.")
    hint = N_("`wkc client show` and `wkc document list` have the numbers; `wkc client record` adds what is missing.")


class EntryOrField(Invalid):
    """A proposal names one row by its number, or the field of what is missing."""

    text = N_("A proposal names one entry, document or other row by its number, or for an aanvulling the field.")
    hint = N_("`wkc client show` and the lists have the numbers, `wkc client fields` the fields.")


class FormNotCorrected(Invalid):
    """A signature is under one text, which stays as it was."""

    text = N_("A signed form is not corrected.")
    hint = N_("Withdraw what it made, such as a consent; a wrong scan is taken back with `wkc document remove`.")


class ReplacementMissing(Invalid):
    """A document is improved by another: its octets are not edited."""

    text = N_("A document is improved by another that takes its place.")
    hint = N_("Add the right one with `wkc document add`, and name it with --replaced-by.")


class ReplacementOther(Invalid):
    """The document that takes the place of another is a different one, about the same field."""

    text = N_("That document does not take the place of this one: it is the same, or about something else.")
    hint = N_("`wkc document list` shows what each is about; add the right one under the same field.")


class NothingRefused(Refused):
    """A statement of the client is kept beside what was refused, and nowhere else."""

    text = N_("Nothing that this request proposes for an entry was refused, so no statement is kept with one.")
    hint = N_("`wkc request show` has the decision on each proposal.")


class NoLetterWaits(NotFound):
    """AVG 19: a recipient is notified by a letter that waits, after the correction was made."""

    text = N_("No letter to an earlier recipient waits here.")
    hint = N_("`wkc request show` lists who is to be told, and who was.")


class LetterOfImpossible(Usage):
    """AVG 19: each recipient is weighed by itself."""

    text = N_("Name the one letter that cannot be told, and no day.")
    hint = N_("Add --letter, such as B2026-0001; `wkc request show` lists them.")


class NothingRestricted(Refused):
    """AVG 18.3: the client hears before a restriction ends."""

    text = N_("Nothing is restricted on this request, so nothing can be lifted.")
    hint = N_("`wkc request show` says what was done.")


class NoCorrection(Refused):
    """Art. 11: to see is not to change."""

    text = N_("This request asks for no change, so it has nothing to propose or to apply ({article}).")
    hint = N_("Receive one for verbetering, aanvulling, verwijdering, beperking or bezwaar.")


class WhyWrong(Refused):
    """Art. 12.1: each kind of request has its reasons."""

    text = N_("This is not a reason for a request of this kind ({article}).")
    hint = N_("Use --why with one of: {choices}.")


class EntryMissing(Refused):
    """A change or a removal names an entry on file."""

    text = N_("A change of this kind is about an entry on file ({article}).")
    hint = N_("Name it by its number on `wkc client show`.")


class EntryNotAllowed(Refused):
    """An addition names a field, and no entry on file."""

    stable_name = "entry_idle"

    text = N_("An aanvulling is about what is not on file yet ({article}).")
    hint = N_("Name its field with --field; what is on file is changed by a request for verbetering.")


class NewValueMissing(Refused):
    """A change or an addition says what should stand there."""

    text = N_("A proposal of this kind says what should stand there ({article}).")
    hint = N_("Type it when it is asked, or bring it on stdin or with --from.")


class NewValueNotAllowed(Refused):
    """A removal or a restriction brings no new value."""

    stable_name = "new_value_idle"

    text = N_("A proposal of this kind brings no new value ({article}).")
    hint = N_("Leave the value out.")


class EntryRequired(Refused):
    """Art. 4: no client is on file without a name."""

    text = N_("This is the only value of a field that no dossier can be without ({article}).")
    hint = N_("Ask for its verbetering, or for the verwijdering of the whole dossier.")


class OneValueStands(Refused):
    """A field that takes one value, and has one, takes no addition."""

    text = N_("This field takes one value, and one stands there.")
    hint = N_("Receive a request for verbetering and name that entry.")


class ProposalMissing(Refused):
    """Art. 12.1: a correction is granted as it was proposed."""

    text = N_("Nothing was proposed on this request yet, so there is nothing to grant ({article}).")
    hint = N_("`wkc correction propose` writes down what is to change, and why.")


class GrantMissing(Refused):
    """A grant in part names some of the proposals, and not all."""

    text = N_("A correction that is granted in part says which proposals are: some of them, not all ({article}).")
    hint = N_("Add --grant with a number of `wkc request show`; it may be repeated.")


class GrantNotAllowed(Refused):
    """A decision on all proposals names none of them."""

    stable_name = "grant_idle"

    text = N_("Which proposals are granted is named only for a correction that is granted in part ({article}).")
    hint = N_("Leave --grant out, or decide deels.")


class UseDoesNotFit(Refused):
    """AVG 18 and 21: a granted restriction or objection alone bars a use."""

    text = N_("A use is barred only by a granted beperking or bezwaar ({article}).")
    hint = N_("Leave --bar-purpose, --bar-recipient and --bar-kind out.")


class KeptByDuty(Refused):
    """AVG 17.3: what a law or a court case keeps is not removed."""

    text = N_("A hold keeps what would be removed here, so it stays until the hold ends (AVG 17.3).")
    hint = N_(
        "It can be applied when the hold ends; or `wkc request decide` decides anew, deels or afgewezen, with a letter."
    )


class DutyStands(Refused):
    """AVG 17.3.b: the decision says what stays, why and until when."""

    text = N_("A hold keeps some of this, so not all of it can be removed ({article}).")
    hint = N_("Decide deels with --code wettelijke_bewaarplicht: the letter names what stays, and the rest goes.")


class RestrictionStands(Refused):
    """AVG 18.2: what the client had restricted is stored and no more until that is lifted."""

    text = N_("The client had restricted what this removes, so its removal is not granted ({article}).")
    hint = N_("`wkc correction lift` ends a restriction, once the client was notified; or decide deels or afgewezen.")

    @property
    def sentences(self) -> tuple[str, str]:
        """The remedy leaves deels out where the facts have that all of it is restricted, `is_all`."""
        first = N_("Lift the restriction first with `wkc correction lift`, once the client was notified.")
        return self.text, first if self.facts.get("is_all") else self.hint


class DutyMissing(Refused):
    """AVG 17.3.b: a duty is stated."""

    text = N_("No hold of this ground keeps any of this, so no duty to keep it is a ground ({article}).")
    hint = N_("`wkc retention hold` states the duty; without one, decide toegewezen.")


class DutyKeepsPart(Refused):
    """AVG 17.3: a duty keeps what it names, and nothing else."""

    text = N_("The duty keeps a part of this dossier, so the rest cannot be refused for it ({article}).")
    hint = N_("Decide deels with the same --code: the rest goes; or refuse all of it for another reason.")


class EntriesAlone(Refused):
    """AVG 18 and 21: what is restricted or objected to is a value, or a use of all of them."""

    text = N_("A beperking or bezwaar is about values, or about a use of the data ({article}).")
    hint = N_("Name an entry, or none and decide with --bar-purpose, --bar-recipient or --bar-kind.")


class NoOwnWords(Refused):
    """Art. 12.1: a row that says what took place or went out has no words of the office to change."""

    text = N_("This says nothing in words of the office that others could take the place of ({article}).")
    hint = N_("Receive a request for verwijdering and write down anew what is right.")


class LetterStillWaits(Refused):
    """Art. 12.1: a letter that went to nobody is a draft, and is voided."""

    text = N_("This letter was not sent, so nobody has its words ({article}).")
    hint = N_("`wkc letter void` takes it back; or write down first that it was sent.")


class WholeDossier(Refused):
    """Art. 10 and 12: a request for the whole dossier is carried out by `client destroy`."""

    text = N_("This request names no entries: it is about the whole dossier ({article}).")
    hint = N_("`wkc client destroy NUMBER --request {request}` carries it out.")


CORRECTION_REFUSED: Mapping[str, type[Refused]] = {
    "geen_correctie": NoCorrection,
    "reden_past_niet": WhyWrong,
    "gegeven_ontbreekt": EntryMissing,
    "gegeven_te_veel": EntryNotAllowed,
    "waarde_ontbreekt": NewValueMissing,
    "waarde_te_veel": NewValueNotAllowed,
    "verplicht_gegeven": EntryRequired,
    "voorstel_ontbreekt": ProposalMissing,
    "toewijzing_ontbreekt": GrantMissing,
    "toewijzing_overbodig": GrantNotAllowed,
    "heel_dossier": WholeDossier,
    "bewaarplicht_staat": DutyStands,
    "bewaarplicht_ontbreekt": DutyMissing,
    "bewaarplicht_deels": DutyKeepsPart,
    "gebruik_past_niet": UseDoesNotFit,
    "alleen_gegevens": EntriesAlone,
    "geen_woorden": NoOwnWords,
    "brief_wacht": LetterStillWaits,
    "er_steunt_iets_op": MistakeInUse,
}
"""The error for each reason that rules/requests/correction.py refuses for."""
