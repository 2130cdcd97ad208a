"""Grants of a client: mandates, consents, releases from secrecy."""

from wkc.errors.families import Invalid, NotFound, Refused
from wkc.i18n import N_


class PeriodBackwards(Invalid):
    """The period ends before it begins."""

    text = N_("This ends before it begins.")
    hint = N_("Check both dates.")


class MandateNotStanding(Refused):
    """Art. 11.1 and 12.1, UAVG 5: a mandate is in force on the day on which it is used."""

    text = N_("This mandate does not stand on that day: {why} ({article}).")
    hint = N_("Ask for a document that does, or let the client act; a request can be taken in with --requester alone.")


class MandateUnknown(NotFound):
    """The client has no mandate of this number that can be withdrawn."""

    text = N_("There is no such mandate, or it was withdrawn already.")
    hint = N_("`wkc consent list` shows the mandates with their numbers.")


class MandateTooNarrow(Refused):
    """UAVG 5.2: no further than the matters in which the client may not act alone."""

    text = N_("A {kind} does not act for the client in these categories: {categories} ({article}).")
    hint = N_("Leave them out (a copy: --decision deels --code machtiging does), or let the client act.")


class MandateNamesNoSecret(Refused):
    """Art. 8.2 and 11.1: name, address and town go along by themselves, but not where they are secret."""

    text = N_("A duty of secrecy stands on these values, and the mandate does not name them: {parts} (art. 8.2, 11.1).")
    hint = N_("Leave them out (--decision deels --code machtiging does), or ask for a mandate that names them.")


class CategoriesWrong(Invalid):
    """Annex I has categories 1 to 30."""

    text = N_("Categories are numbers of annex I, from 1 to 30.")
    hint = N_("Write them with commas between: 1,2,29. `wkc client fields` shows which is which.")


class PurposeCodeWrong(Invalid):
    """A purpose is a code of small letters, digits and underscores."""

    text = N_("A purpose is one word of small letters, digits and underscores.")
    hint = N_("For example voortgang, bemiddeling, uitvoering_uitkering or schuldhulpverlening.")


class ConsentTooLoose(Refused):
    """AVG 9.2.a and 10, UAVG 22.2.a and 32.a: a consent for a sealed class is explicit and in writing."""

    text = N_("For these categories a consent is explicit: in the client's own words, in writing: {categories}.")
    hint = N_("Ask the client to write it down, then use --how schriftelijk or --how e_mail.")


class ConsentUnknown(NotFound):
    """The client has no consent or release of this number that can be withdrawn."""

    text = N_("There is no such consent or release, or it was withdrawn already.")
    hint = N_("`wkc consent list` shows them with their numbers; a mandate is withdrawn with --mandate NO.")


class EntryUnknown(NotFound):
    """The client has no current entry of this number."""

    text = N_("This client has no current entry of that number.")
    hint = N_("`wkc client show` gives each entry its number.")


class EntryAmbiguous(Invalid):
    """The beginning of a uuid fits several entries."""

    text = N_("{count} entries have a uuid that begins so.")
    hint = N_("Use the number that `wkc client show` gives.")


class EntryNotSecret(Invalid):
    """Art. 8.2: no duty of secrecy rests on the entry or document, so none can be lifted."""

    text = N_("No duty of secrecy rests on this entry or document.")
    hint = N_("`wkc client show` marks the entries that are secret, `wkc document show` says it of a document.")


class ReleaseWrong(Refused):
    """Art. 8.2: a duty of secrecy is lifted by those whose it is."""

    text = N_("A secrecy of this kind ({duty}) is lifted only by: {choices}.")
    hint = N_("For instantie add --released-by NAME, for wet --statute LAW.")


class ReleaseMixed(Invalid):
    """Art. 8.2: a release is by one party, in one way."""

    text = N_("A secret is lifted by the client, by the body whose secret it is, or by a statute: by one of them.")
    hint = N_("Add --how (client; with --mandate if need be), --released-by and --how (body), or --statute alone.")


class ConsentNotTheirs(Refused):
    """UAVG 5: a representative consents in the client's place."""

    text = N_("The client cannot give this consent alone: {why} ({article}).")
    hint = N_("Ask who acts for the client, and add the mandate with --mandate.")


class ConsentToHoldMissing(Invalid):
    """AVG 7.1 and 9.2.a: the houder must be able to show it."""

    text = N_("No consent of this client to hold such data is on file for: {categories}.")
    hint = N_(
        "Write it down with `wkc consent give NUMBER --to-hold --categories LIST --how schriftelijk`, or with "
        "--consent-how and --consent-on at intake; or name another ground."
    )
