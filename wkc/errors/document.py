"""Papers of a dossier: what may not be kept as a file, what is not there."""

from wkc.errors.families import Invalid, NotFound, Refused
from wkc.i18n import N_


class IdentityDocument(Refused):
    """AVG 5.1.c, UAVG 46: kind and three characters are all that the work needs."""

    text = N_("A copy of an identity document does not go into the register ({article}).")
    hint = N_("Record its kind and the last three characters with `wkc client record`, and destroy the copy.")


class DocumentActive(Refused):
    """A file that runs something when it is opened is refused: macros, JavaScript, a launch action."""

    text = N_("This file holds something that runs when it is opened: {what}.")
    hint = N_("Print it to PDF, or ask for it without, and add that.")


class DocumentForeign(Refused):
    """A file with another inside, or a part fetched from elsewhere, is refused: nobody judged what that holds."""

    text = N_("This file does not stand by itself: it has {what}.")
    hint = N_("Print it to PDF and add that; a file inside it is added by itself.")


class DocumentProtected(Invalid):
    """A file with a password could be read neither in the copy nor in later years."""

    text = N_("This file asks for a password.")
    hint = N_("Save it without one; the register encrypts it.")


class DocumentKindUnknown(Invalid):
    """A file is recognised by its octets, never by its name; these are of no accepted kind."""

    text = N_("This file is not one of: {kinds}.")
    hint = N_("Print it to PDF, or scan it, and add that.")

    @property
    def sentences(self) -> tuple[str, str]:
        """The event and the remedy; a file without `kinds` that it could be of is empty: a scan broken off, often."""
        if "kinds" in self.facts:
            return self.text, self.hint
        return (
            N_("There is nothing in this file."),
            N_("Scan it again, or look whether it is the file that you mean."),
        )


class DocumentMislabelled(Invalid):
    """A text whose name says that it is no text: what a broken scan, download or print left, most often."""

    text = N_("The name of this file says {named}, and it holds plain text.")
    hint = N_("Open it and look: scan or save it again, or call it .txt if a text is what it is.")


class DocumentTooLarge(Invalid):
    """A document is no larger than the setting document.most_mib allows."""

    text = N_("This file is larger than {most} MiB.")
    hint = N_("Scan it with fewer dots, or in parts; a beheerder changes it with `wkc settings set document.most_mib`.")


class DocumentChanged(Invalid):
    """Somebody wrote to the file while it was read."""

    text = N_("The file {path} changed while it was read.")
    hint = N_("Wait until it is whole, and add it again.")


class DocumentUnknown(NotFound):
    """The client has no document of this number that this user may see."""

    text = N_("This client has no document with that number.")
    hint = N_("`wkc document list NUMBER` shows the numbers.")


class DocumentOnPaper(NotFound):
    """A document on paper has no file to take out."""

    text = N_("Document {number} is kept on paper.")
    hint = N_("`wkc document show` says where it lies.")


class DocumentIsFile(Invalid):
    """A file in the register is removed as a mistake, and never marked as destroyed by hand."""

    text = N_("Document {number} is a file in the register, not paper at a place.")
    hint = N_("`wkc document remove` takes back one that was added by mistake.")


class DocumentDayPast(Invalid):
    """The day on which a paper must be destroyed is today or later."""

    text = N_("The day on which the paper must be destroyed is over.")
    hint = N_("Name a day from today on.")


class DocumentFieldNeeded(Invalid):
    """A category with fields of several classes needs the field: the class decides who may see the document."""

    text = N_("Category {category} has several kinds of data.")
    hint = N_("Name the field: {choices}.")


class DocumentCategoryWrong(Invalid):
    """The text is neither a number of annex I nor the code of a field."""

    text = N_("That is not a category of annex I.")
    hint = N_("Use a number from 1 to 30, or a field; `wkc client fields` lists them.")


class PaperUnknown(NotFound):
    """No paper of a destroyed dossier has this number."""

    text = N_("There is no paper with that number to destroy.")
    hint = N_("`wkc document papers` shows each paper that is to be destroyed, or to be looked for in another dossier.")


class RecipientWrong(Invalid):
    """The text is neither the word passphrase nor a public key of age."""

    text = N_("That is not a recipient of age.")
    hint = N_("Use the public key of who gets it (age1…), or the word passphrase.")
