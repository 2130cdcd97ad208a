"""Disclosures (art. 8): what the regulation refuses, and what cannot be decided or is not there."""

from wkc.errors.families import Invalid, NotFound, Refused
from wkc.i18n import N_


class DisclosureRefused(Refused):
    """Art. 8: judged and refused. The attempt is on file if it was logged."""

    text = N_("The regulation does not allow this disclosure ({article}): {reason}")
    hint = N_("Give nothing. What would change the answer is said by each step above.")


class DisclosureWaits(Refused):
    """Art. 8: for the beheerder to decide, in each case by itself."""

    text = N_("Whether this may be given is for the beheerder to decide ({article}): {reason}")
    hint = N_("Give nothing yet. `wkc disclosure log` puts it before the beheerder.")


class DisclosurePending(Refused):
    """Art. 8: on file, and waiting for the beheerder."""

    text = N_("Whether this may be given is for the beheerder to decide ({article}): {reason}")
    hint = N_("Give nothing yet. It is on file; the answer is `wkc disclosure decide {client} {number}`.")


class CallerUnknown(Refused):
    """Art. 8.3: nobody is told anything on the telephone who is not known to the office."""

    text = N_("SAY NOTHING: who calls is not on file.")
    hint = N_("Say that you call back, on {numbers}; `wkc party person add` puts somebody on file.")


class CallerDoubted(Refused):
    """Art. 8.3: while there is doubt about who calls, one calls back first."""

    text = N_("SAY NOTHING: you doubt who calls, and have not called back.")
    hint = N_("Say that you call back, on {numbers}.")


class CitationVague(Invalid):
    """AVG 5.2: a law is cited by its article."""

    text = N_("This names no article of that law.")
    hint = N_("Give its number, as `artikel 54`; or say that none was named: artikel niet genoemd.")


class DisclosureUnknown(NotFound):
    """The client has no disclosure of this number."""

    text = N_("There is no disclosure of that number for this client.")
    hint = N_("`wkc disclosure list NUMBER` shows them with their numbers.")


class NothingDisclosed(Invalid):
    """A disclosure that was refused, or is not decided yet, has no letter."""

    text = N_("With this disclosure nothing went, or the beheerder has not decided on it yet.")
    hint = N_("`wkc disclosure show` says what came of it.")


class LetterOfReport(Invalid):
    """A disclosure by a report has that report as its paper."""

    text = N_("A report went with this disclosure.")
    hint = N_("`wkc report print` makes a report again until `wkc report sent`.")


class RecipientLetterTooLate(Invalid):
    """A letter is made again for a limited time, for its values may be old after that."""

    text = N_("This disclosure is older than {days} days, so its letter is not made again.")
    hint = N_("Put what goes now on file as a new one: `wkc disclosure log`.")


class RecipientLetterChanged(Refused):
    """Art. 8: a letter is not made again once a value of it was corrected, contested, lifted or withdrawn."""

    text = N_("Not all that this letter told is on file any more, or may still go.")
    hint = N_("Put what goes now on file as a new disclosure: `wkc disclosure log`.")


class DisclosureDecided(Invalid):
    """The disclosure was allowed or refused by the regulation itself, or answered already."""

    text = N_("This disclosure does not wait for an answer.")
    hint = N_("`wkc disclosure list` shows which do.")


class ConditionWrong(Invalid):
    """Two keys of a disclosure go together, and one is missing."""

    text = N_("{one} and {other} go together.")
    hint = N_("Give both or leave both out.")


class CaseIncomplete(Invalid):
    """A disclosure lacks a key without which nothing can be judged."""

    text = N_("{key} is missing, and without it there is nothing to judge.")
    hint = N_("Give it; `wkc disclosure log --help` says how.")


class CaseUnreadable(Invalid):
    """The text is no JSON object of a disclosure, or has a key or a kind of value that does not belong in it."""

    text = N_("This is not a JSON object that tells of a disclosure.")
    hint = N_("It takes: {keys}.")


class CallBackUnverified(Invalid):
    """Art. 8.3: the number is verified before calling back."""

    text = N_("There is no number on file for who calls that was verified in the last year.")
    hint = N_("Verify it first with `wkc party person verify`, or say where the number came from.")


class BodyWrong(Invalid):
    """Only an instantie is a body of annex III or art. 8.3."""

    text = N_("A body of the regulation is an instantie or an opdrachtgever.")
    hint = N_("Leave --body out, or use --kind instantie.")
