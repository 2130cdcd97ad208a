"""Errors of a list that is offered: its file, its columns, a cell, or a person in it (art. 3 and 4)."""

from wkc.errors.families import Invalid, NotFound, Usage
from wkc.errors.input import FileEncoding
from wkc.i18n import N_


class FileLocked(Invalid):
    """The file is encrypted (ECMA-376, BIFF or OpenDocument)."""

    text = N_("The file is locked with a password.")
    hint = N_("Open it in Excel, take the password off, import it, and remove the copy without a password.")


class JsonNotUtf8(FileEncoding):
    """RFC 8259, 8.1: JSON is UTF-8."""

    text = N_("The file is JSON in another encoding than UTF-8.")
    hint = N_("JSON must be UTF-8: have it written again.")


class EncodingUnsure(Invalid):
    """The octets are letters in several code pages."""

    text = N_("It is not certain how the letters with accents in this file are to be read.")
    hint = N_("Save it as CSV UTF-8, or name the code page with --encoding, such as windows-1252 or windows-1254.")


class EncodingWrong(Invalid):
    """The file has octets that the chosen code page lacks."""

    text = N_("The file cannot be read in this encoding.")
    hint = N_("Try another one, or save the file again as CSV UTF-8.")


class SheetUnknown(Invalid):
    """The file has no sheet of this name with cells."""

    text = N_("The file has no such sheet with cells.")
    hint = N_("It has these: {choices}.")


class QuoteUnclosed(Invalid):
    """RFC 4180, 2.5: a quotation mark has its other half."""

    text = N_("A quotation mark in this row is never closed, and all that follows hangs on it.")
    hint = N_("Open the file in Excel and save it again, or close the quotation mark.")


class HiddenColumn(Invalid):
    """A hidden column of the list: it may be forgotten."""

    text = N_("This column is hidden in the file.")
    hint = N_("Show it in Excel, or add --hidden take to take it in, --hidden skip to leave it out.")


class HiddenRow(Invalid):
    """A hidden or filtered row: a person who was perhaps not meant to be here."""

    text = N_("This row is hidden in the file, perhaps by a filter.")
    hint = N_("Show it in Excel, or add --hidden take to take it in, --hidden skip to leave it out.")


class CellError(Invalid):
    """A cell has an error of Excel, such as #N/A, in English or Dutch (ECMA-376, 18.17.3)."""

    text = N_("An error of Excel stands in this cell.")
    hint = N_("Mend the formula, or type the value.")


class CellUncalculated(Invalid):
    """A cell has a formula without a stored value."""

    text = N_("A formula stands in this cell, and its outcome is not in the file.")
    hint = N_("Open the file in Excel, save it there and offer it again; or type the value.")


class CellFormula(Invalid):
    """A cell has the text of a formula."""

    text = N_("The text of a formula stands in this cell.")
    hint = N_("Type the value.")


class CellMerged(Invalid):
    """A merged cell spans several rows or columns, and nothing tells whose value it is."""

    text = N_("This cell is merged with others.")
    hint = N_("Take the merge off in Excel and fill each cell.")


class CellTime(Invalid):
    """A cell has a time of day where a day belongs."""

    text = N_("A time of day stands in this cell too.")
    hint = N_("Keep the day alone.")


class CellTruth(Invalid):
    """A cell has TRUE or FALSE, as a tick box gives it."""

    text = N_("A truth value (TRUE or FALSE) stands in this cell.")
    hint = N_("Type the value.")


class CellDigits(Invalid):
    """A number has more digits than the 15 that Excel keeps: the others are made up."""

    text = N_("Excel has rounded this number: its last digits are lost.")
    hint = N_("Make the cell text in Excel and type the number again.")


class ColumnUnsure(Invalid):
    """A heading may be that of a field, and is not certain."""

    text = N_("It is not certain which field this column is.")
    hint = N_("Is it {known}? Say so with --columns FILE, or rename it to the code of a field.")


class ColumnsWrong(Invalid):
    """The file for --columns is no JSON object of headings and fields."""

    text = N_("The columns of the list are not described as they should be.")
    hint = N_("Give a JSON object such as {example}: heading, and the code of a field or null to leave it out.")


class TotalsRow(Invalid):
    """A row with a sum is no client."""

    text = N_("This row looks like a total, and a total is no client.")
    hint = N_("Remove it, or leave it out with --leave-out and its number.")


class RowsLeftOut(Invalid):
    """Each row of the list was left out, so there is nothing to import."""

    text = N_("Every row of the list is left out, so there is nothing to take in.")
    hint = N_("Leave fewer rows out, or mend them in the file and offer it again.")


class PersonTwice(Invalid):
    """Two rows have one birth date, and one name or nearly."""

    text = N_("This may be the same person as in row {row}: the birth date is the same, and {what}.")
    hint = N_("Remove one of the rows, or add --not-same with the number of this row if they are two people.")


class PersonOnFile(Invalid):
    """A client on file with this birth date and this name, or nearly, while one of the two has no BSN."""

    text = N_("This may be {number}: the birth date is the same, and {what}.")
    hint = N_(
        "Add --same-as {number} if it is, --not-same if it is somebody else; in a list with the number of the row."
    )


class OtherPerson(Invalid):
    """A BSN is on file with another name or another birth date."""

    text = N_("This burgerservicenummer is on file as {number}, with {what}.")
    hint = N_("Check it with the opdrachtgever; is it the same person, then add --same-as with {number} or the row.")


class RowsWrong(Usage):
    """The text of the option is no list of row numbers."""

    text = N_("These are not numbers of rows.")
    hint = N_("Write them as 12,15-18; for --same-as a dossier number will do too.")


class SameAndNot(Usage):
    """--same-as and --not-same answer one question, in opposite ways."""

    text = N_("--same-as and --not-same say the opposite.")
    hint = N_("Use one of them.")


class KeepOrReplace(Usage):
    """--keep and --replace answer one question, in opposite ways."""

    text = N_("--keep and --replace say the opposite.")
    hint = N_("Use one of them.")


class TelephoneWrong(Invalid):
    """The text is no telephone number (ITU-T E.164; the Dutch numbering plan)."""

    text = N_("This is not a telephone number.")
    hint = N_("A Dutch one has ten digits, a foreign one begins with + and the country; separate several with '; '.")


class BadEmail(Invalid):
    """The text is no e-mail address (RFC 5321 and 5322)."""

    text = N_("This is not an e-mail address.")
    hint = N_("Write it as name@example.nl; separate several with '; '.")


class BsnLength(Invalid):
    """A BSN has nine digits, or fewer where its zeros were lost."""

    text = N_("This is not a burgerservicenummer: it does not have nine digits.")
    hint = N_("Check it; leave it out if it is not known.")


class ValueWord(Invalid):
    """A cell has a word or a sign for an unknown value: `onbekend`, `-`, `n.v.t.`."""

    text = N_("A word or sign for an unknown value stands here.")
    hint = N_("Leave it empty if the value is not known.")


class ValueSecret(ValueWord):
    """`geheim` in the place of a value (Wet BRP art. 2.59: the mark that data go to no third party)."""

    text = N_("The word geheim stands here: a mark, and no value.")
    hint = N_("Leave it empty; a value that is secret is kept with `wkc client record` and --geheim.")


class ValueGarbled(Invalid):
    """UTF-8 that was once read as Windows-1252."""

    text = N_("The letters of this value are garbled: it was saved in one encoding and read in another.")
    hint = N_("Have the list made again, as CSV UTF-8 or XLSX.")


class DateShortYear(Invalid):
    """A year of two digits leaves the century open."""

    text = N_("The year of this date has two digits.")
    hint = N_("Write it in full, as 16-07-1968.")


class DateTurned(Invalid):
    """A date has its month before its day, as in the United States."""

    text = N_("Month and day of this date seem to be turned round.")
    hint = N_("Write it as 16-07-1968 or 1968-07-16, in the whole column.")


class DateFiller(Invalid):
    """A date is one that programs write where none is known: 1 January 1900, the first days of Excel's calendar."""

    text = N_("This date is what programs write when they know none.")
    hint = N_("Leave it empty, or give the year alone, if the date is not known.")


class NameUnclear(Invalid):
    """A cell has a whole name, whose parts cannot be told apart."""

    text = N_("The parts of this name cannot be told apart.")
    hint = N_("Write it as Achternaam, Voornamen tussenvoegsel, or give each part a column.")


class SuppliedUnknown(NotFound):
    """The client has no value of this number that waits for a decision."""

    text = N_("No value of that number was put aside for this client.")
    hint = N_("`wkc client supplied NUMBER` lists them.")
