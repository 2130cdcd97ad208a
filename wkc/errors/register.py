"""Clients, parties, entries, contacts: what is not there, not allowed or there already."""

from collections.abc import Sequence

from wkc.errors.families import Fault, Invalid, NotFound, NotPermitted, Refused, Usage
from wkc.i18n import N_, _, ngettext


class ClientUnknown(NotFound):
    """The term finds no client, or none that this user may see."""

    text = N_("No client is found by this.")
    hint = N_("`wkc client find` searches by number, BSN, name, birth date, town, postcode or telephone.")
    in_place = N_("No client is found by number {place} of what was typed.")


class ClientAmbiguous(Invalid):
    """The beginning of a name fits several clients."""

    text = N_("More than one client is found by this.")
    hint = N_("`wkc client find` lists them; use the dossier number.")
    in_place = N_("More than one client is found by number {place} of what was typed.")


class NoLastClient(Invalid):
    """A full stop is the client of the last command of the same shell, and there is none."""

    text = N_("No command before this one was about one client.")
    hint = N_("Give a dossier number, a BSN or a name; `.` is for the next command in `wkc shell`.")


class SearchEmpty(Invalid):
    """The search term is white space."""

    text = N_("There is nothing to search for.")
    hint = N_("Give a dossier number, a BSN or the beginning of a name.")


class PartyKindNotPermitted(NotPermitted):
    """A coach puts only employers on file."""

    text = N_("A coach puts only a werkgever on file.")
    hint = N_("Ask the beheerder or a medewerker to add this organisation.")


class PartyUnknown(NotFound):
    """No party has a name that begins so."""

    text = N_("No party on file has a name that begins so.")
    hint = N_("`wkc party list` shows them; `wkc party add NAME --kind …` adds one.")


class PartyAmbiguous(Invalid):
    """The beginning of a name fits several parties."""

    text = N_("{count} parties have a name that begins so.")
    hint = N_("Type more of the name; `wkc party list` shows them.")


class PartyExists(Invalid):
    """Names differ in more than accents and case."""

    text = N_("A party of this name is on file already.")
    hint = N_("`wkc party list` shows it; use it, or choose a name that tells them apart.")


class KindUnknown(Invalid):
    """The word is none of the table of its kind."""

    text = N_("This is not one of: {choices}.")
    hint = N_("Use one of these words.")


class PurposeUnknown(Usage):
    """Art. 2 and 6.2: a look has one of the purposes of the registration."""

    text = N_("This is not one of the purposes: {choices}.")
    hint = N_("Use one of these words, or leave --purpose out.")


class FieldUnknown(NotFound):
    """Annex I has no field of this code."""

    text = N_("This is not a field of the register.")
    hint = N_("`wkc client fields` lists them.")


class ValueContested(Refused):
    """Art. 12.3 and AVG 18.1.a: nobody decided yet whether it is right."""

    text = N_("A request contests the value that is on file, and nobody decided on it yet ({article}).")
    hint = N_("Decide on the request first; `wkc client show` marks the value, `wkc request list` has the request.")


class ValueRestricted(Refused):
    """AVG 18.2: a restricted value is kept as it is."""

    text = N_("The value on file is restricted at the client's request, so it is kept as it is ({article}).")
    hint = N_("`wkc correction lift` ends a restriction, once the client was notified.")


class SourceWrong(Invalid):
    """Art. 4.2: a value comes from a source of annex II."""

    text = N_("Annex II of the regulation does not know this source with this basis.")
    hint = N_("Sources: {choices}.")


class SourceNeedsParty(Invalid):
    """Annex II: the source een ieder is named."""

    text = N_("This source must be named.")
    hint = N_("Add --party with a name from `wkc party list`.")


class ReplacesWhich(Invalid):
    """Art. 4.2: a value takes the place of one other, and not of what is right beside it."""

    text = N_("More than one value stands in this field.")
    hint = N_("Say which it replaces with --replaces and one of these numbers: {numbers}.")


class GrondslagMissing(Invalid):
    """AVG 9 and 10: a value of a sealed class has a ground."""

    text = N_("Values of this field need a ground.")
    hint = N_("Add --grondslag with one of: {choices}.")


class GrondslagWrong(Invalid):
    """AVG 9 and 10, UAVG 22 to 33: a ground fits the class of its field."""

    text = N_("This ground does not fit the field.")
    hint = N_("Use one of: {choices}; a field that is not sealed takes none.")


class SecrecyWrong(Invalid):
    """Art. 8.2: a secrecy by statute names its statute."""

    text = N_("The duty of secrecy is not complete.")
    hint = N_("Use --geheim ambt, beroep or wet; wet needs --citation.")


class AlreadyRegistered(Invalid):
    """The client has this assignment already, most often because a list came twice."""

    text = N_("This client has this assignment already.")
    hint = N_("Leave the row out, or give the new assignment its own reference.")


class AssignmentUnknown(NotFound):
    """The client has no such assignment."""

    text = N_("This client has no assignment of that opdrachtgever with this reference.")
    hint = N_("`wkc client show` lists the assignments.")


class ContactUnknown(NotFound):
    """The client has no contact of this number that can be withdrawn."""

    text = N_("There is no such contact, or it was withdrawn already.")
    hint = N_("`wkc contact list` shows the contacts with their numbers.")


class FaultsFound(Invalid):
    """Every fault is named; all or nothing. `count` may be more than the faults that are listed."""

    hint = N_("Mend the file and offer it again.")

    def __init__(self, faults: Sequence[Fault], count: int) -> None:
        super().__init__(count=count)
        self.faults = tuple(faults)
        self.count = count

    @property
    def text_and_hint(self) -> tuple[str, str]:
        """The event and the remedy, in the language in use."""
        text = ngettext(
            "{count} fault was found and nothing was taken in.",
            "{count} faults were found and nothing was taken in.",
            self.count,
        )
        return text.format(count=self.count), _(self.hint)


class OneClientOnly(Invalid):
    """`client register` takes one client, `client import` a list."""

    text = N_("This is not one client.")
    hint = N_("Give one JSON object; `wkc client import` takes lists.")


class RegisteredElsewhere(NotPermitted):
    """A BSN is on file outside the caseload: neither number nor name is given."""

    text = N_("Somebody with these data is on file outside your caseload.")
    hint = N_("Ask the beheerder; nothing was changed.")


class UserUnknown(NotFound):
    """No user has this USER ID."""

    text = N_("There is no user with this USER ID.")
    hint = N_("`wkc user list` shows them.")


class UserLeft(Invalid):
    """A USER ID is personal, and what was done under it stays with it."""

    text = N_("This USER ID was given out already, and its access has ended.")
    hint = N_("Whoever comes back gets a new USER ID here; `wkc client assign` gives the caseload back.")


class NoServiceAccount(Invalid):
    """A person answers for the own work: only a service account has a responsible person."""

    text = N_("This is no service account.")
    hint = N_("`wkc user list` shows which are.")


class UserExists(Invalid):
    """A USER ID is personal and stays with its person."""

    text = N_("This USER ID was given out already.")
    hint = N_("`wkc user reset` gives its owner a new password; another person needs another USER ID.")


class CoachUnknown(Invalid):
    """A caseload belongs to an active coach."""

    text = N_("This is not the USER ID of an active coach.")
    hint = N_("`wkc user list` shows who is.")


class ResponsibleUnknown(Invalid):
    """A service account names a person who answers for it."""

    text = N_("A service account needs a responsible person who is an active user.")
    hint = N_("Add --responsible ID with a USER ID from `wkc user list`.")


class RoleWrong(Invalid):
    """A service account is never turned into a person's, nor a person's into one."""

    text = N_("This role does not fit this account.")
    hint = N_("A person is one of: {choices}. A service account is made with --service and keeps its role.")


class LineUnknown(NotFound):
    """No look of this line waits for a review."""

    text = N_("There is no look of that line to review.")
    hint = N_("`wkc audit list --break-glass` shows those that wait.")


class SettingUnknown(NotFound):
    """The table of settings has no such name."""

    text = N_("There is no setting of this name.")
    hint = N_("`wkc settings show` lists them.")


class SettingWrong(Invalid):
    """The value is none that the setting takes."""

    text = N_("This value does not fit the setting.")
    hint = N_("It takes {what}.")


class OwnSlot(Invalid):
    """The slot in use is not taken away by its own user."""

    text = N_("You cannot reset the account that you are signed in with.")
    hint = N_("`wkc passwd` changes your own password; another beheerder can reset it.")


class PartyWrong(Invalid):
    """Art. 3: the registration holds candidates supplied by an opdrachtgever."""

    text = N_("This party is not on file as opdrachtgever, and only an opdrachtgever supplies clients (art. 3).")
    hint = N_("`wkc party list` shows who is.")


class BsnTaken(Invalid):
    """A BSN is of one client."""

    text = N_("This burgerservicenummer is on file as another client, {number}, with {what}.")
    hint = N_(
        "Compare both dossiers (`wkc client show {number}`) and check which of the two is right; are they of one "
        "person, then link them (`wkc client link`)."
    )


class NothingToAccept(Refused):
    """Art. 12.1: only who was erased at the own request and is on file again."""

    text = N_("This client was not erased before, or that was accepted already.")
    hint = N_("The agenda names who was erased at the own request and is on file again.")
