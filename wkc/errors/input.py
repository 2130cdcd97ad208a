"""Input: a value that cannot be, a file that cannot be read."""

from wkc.errors.families import Invalid
from wkc.i18n import N_


class ValueEmpty(Invalid):
    """The value is white space; with `what` a script had to bring on stdin, and `how` else it can be brought."""

    text = N_("Nothing was filled in.")
    hint = N_("Fill something in.")

    @property
    def sentences(self) -> tuple[str, str]:
        """The event and the remedy."""
        if "what" in self.facts:
            return N_("{what}: this is missing, and stdin is empty."), N_("{how}")
        return self.text, self.hint


class ReasonEmpty(Invalid):
    """A dot, a letter, or signs that cannot be seen are no reason."""

    text = N_("This is no reason that somebody else can follow.")
    hint = N_("Write in a few words why; the client and the beheerder can read it.")


class ValueTooLong(Invalid):
    """The value is longer than its field allows."""

    text = N_("The value is longer than {limit} characters.")
    hint = N_("Shorten it.")


class SignUnprintable(Invalid):
    """A text for every paper of the office has a sign that no font has, such as an emoji."""

    text = N_("The papers of the office cannot show this: {signs}")
    hint = N_("Type it without pictures.")


class ValueControl(Invalid):
    """The value has characters of Unicode category Cc or lone surrogates; line ends are for notes alone."""

    text = N_("The value holds control characters.")
    hint = N_("Type it again without them.")


class ValueDamaged(Invalid):
    """U+FFFD in a value: a letter was lost before the file came here."""

    text = N_("A letter of this value was lost: a replacement sign stands in its place.")
    hint = N_("Have the list made again, as CSV UTF-8 or XLSX.")


class ValueNotInList(Invalid):
    """A field of codes takes its codes alone."""

    text = N_("This is not one of: {choices}.")
    hint = N_("Use one of these words.")


class BadDate(Invalid):
    """The text is no day; `words` tells whether a word for a day is read too: of the `past`, or of `any` day."""

    text = N_("This is not a date.")
    hint = N_("Write it as 2026-03-31 or 31-03-2026.")

    @property
    def sentences(self) -> tuple[str, str]:
        """The event, and the remedy with the words that are read."""
        match self.facts.get("words"):
            case "past":
                return self.text, N_("Write it as 2026-03-31 or 31-03-2026; today and yesterday will do too.")
            case "any":
                return self.text, N_("Write it as 2026-03-31 or 31-03-2026; yesterday, today and tomorrow will do too.")
            case _:
                return self.text, self.hint


class BadPartialDate(Invalid):
    """The text is no year, month or day of birth as the BRP has it."""

    text = N_("This is not a date, or a year, or a year and month.")
    hint = N_("Write it as 1968-03-31, 31-03-1968, 1968-03, 03-1968 or 1968.")


class DateInFuture(Invalid):
    """The day is still to come."""

    text = N_("This date is still to come.")
    hint = N_("Give a day up to today.")


class BirthTooLongAgo(Invalid):
    """The year of birth makes the person older than anybody is."""

    text = N_("Nobody who was born then is in the care of an office.")
    hint = N_("Look at the year of birth.")


class DayBeforeBirth(Invalid):
    """AVG 5.1.d: a day before the birth of the client has a mistyped year."""

    text = N_("On this day the client was not born yet.")
    hint = N_("Look at the year, and at the date of birth on `wkc client show`.")


class DayLongBefore(Invalid):
    """AVG 5.1.d: a day long before the registration has a mistyped year."""

    text = N_("This day lies too long before the registration.")
    hint = N_("Look at the year; give a day from {first} on.")


class BadBsn(Invalid):
    """A BSN has nine digits that pass the eleven-test (Wet algemene bepalingen burgerservicenummer)."""

    text = N_("This is not a burgerservicenummer: it fails the eleven-test.")
    hint = N_("Check it digit by digit; leave it out if it is not known.")


class BadIban(Invalid):
    """ISO 13616: two check digits guard the account number."""

    text = N_("This is not an IBAN: its check digits do not fit.")
    hint = N_("Check it; leave it out if it is not known.")


class BadPostcode(Invalid):
    """The postcode looks Dutch, and there is no such one."""

    text = N_("This is not a postcode that PostNL gives out.")
    hint = N_("Check it; a foreign one has its country before it, as B-2000.")


class TownInAddress(Invalid):
    """Postcode and town have a place of their own beside street and number."""

    text = N_("This address has its postcode in it.")
    hint = N_("Give street and number alone; postcode and town go with --postcode and --place.")


class BadDocumentNumber(Invalid):
    """The number has signs that stand on no identity document."""

    text = N_("This is not the number of an identity document.")
    hint = N_("Letters, digits, spaces and hyphens, at most {limit}.")


class FileUnreadable(Invalid):
    """The file is not there, or closed to this account."""

    text = N_("The file {path} cannot be read.")
    hint = N_("Check its name and its permissions.")


class FileTooLarge(Invalid):
    """The file is a device without an end, or larger than any of its kind."""

    text = N_("The file {path} is larger than {most} MiB.")
    hint = N_("Check that it is the file you mean.")


class FileEncoding(Invalid):
    """The octets are text in no accepted encoding."""

    text = N_("The file is neither UTF-8 nor Windows-1252 text.")
    hint = N_("Save it again as CSV in UTF-8.")


class FileNotTable(Invalid):
    """The file is no table of a kind that is read."""

    text = N_("The file is not a table that can be read ({reason}).")
    hint = N_("Open it in Excel or LibreOffice, save it as XLSX or CSV UTF-8, and offer that.")


class FileChanged(Invalid):
    """The rows that are imported are the rows that were checked: the file changed between."""

    text = N_("The file was changed while it was read.")
    hint = N_("Close it in other programs and try again.")


class SheetsMany(Invalid):
    """Rows on another sheet would be passed over in silence."""

    text = N_("More than one sheet of the file holds cells.")
    hint = N_("Choose one with --sheet: {choices}.")


class FileEmpty(Invalid):
    """The file has no row to import."""

    text = N_("The file holds no rows.")
    hint = N_("Give a first line of column names and a row for each client.")


class ColumnUnknown(Invalid):
    """A column of a list is a field, or is left out by choice."""

    text = N_("This column is not a field of the register.")
    hint = N_("Rename it, or leave it out with --columns FILE; `wkc client fields` lists the fields.")


class ColumnMisspelt(Invalid):
    """A heading is nearly the name of a field; it is not repeated, for it may be a value."""

    text = N_("This column is not a field of the register.")
    hint = N_("Did you mean {known}?")


class ColumnNamesMissing(Invalid):
    """The first line has no headings: it is a client already, or the file is another list."""

    text = N_("The first line must hold the column names.")
    hint = N_("Give field codes, in JSON as the names in each object; `wkc client fields` lists them.")


class ColumnTwice(Invalid):
    """Two columns have one name, and nothing tells which of them counts."""

    text = N_("This column stands in the file twice.")
    hint = N_("Keep one.")


class ColumnMissing(Invalid):
    """The list lacks the column of a required field: a client has a geslachtsnaam at least."""

    text = N_("This column is required.")
    hint = N_("Add it.")


class RowTooLong(Invalid):
    """A row has more cells than there are headings, most often for a separator inside a cell."""

    text = N_("The row has more cells than there are columns.")
    hint = N_("Quote cells that hold the separator.")


class BsnTwice(Invalid):
    """A list has one row for each person; a BSN stands in two."""

    text = N_("This burgerservicenummer stands in the file twice (also in row {row}).")
    hint = N_("Keep one row for each client.")


class ValuesMany(Invalid):
    """A field that takes one value gets a list of them."""

    text = N_("This field takes one value.")
    hint = N_("Keep one.")


class PastTerm(Invalid):
    """Art. 10: what would be destroyed is not taken in."""

    text = N_("Five years without contact are over for this client: art. 10 has these data destroyed.")
    hint = N_("Leave the row out, or correct its dates.")


class ValueMissing(Invalid):
    """A required field has no value: a client has a geslachtsnaam at least."""

    text = N_("This field is required.")
    hint = N_("Fill it in.")


class BasisMissing(Invalid):
    """AVG 9 and 10: no sealed class without grondslag."""

    text = N_("Values of this field need a ground.")
    hint = N_("Add {option} with one of: {choices}.")
