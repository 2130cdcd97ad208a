"""Papers of a dossier: what may not be kept as a file, what is not there."""

from wkc.errors.families import Invalid, NotFound, Refused
from wkc.i18n import N_


class IdentityDocument(Refused):
    """AVG 5.1.c, UAVG 46: kind and three characters are all that the work needs."""

    text = N_("A copy of an identity document does not go into the register ({article}).")
    hint = N_("Record its kind and the last three characters with `wkc client record`, and destroy the copy.")


class DocumentActive(Refused):
    """Macros, JavaScript, a launch action: opening the file later would run them."""

    text = N_("This file holds something that runs when it is opened: {what}.")
    hint = N_("Print it to PDF, or ask for it without, and add that.")


class DocumentForeign(Refused):
    """Files inside, or fetched from elsewhere: nobody judged what they hold, and opening them tells who reads."""

    text = N_("This file does not stand by itself: it has {what}.")
    hint = N_("Print it to PDF and add that; a file inside it is added by itself.")


class DocumentProtected(Invalid):
    """Nobody could read it in the copy, or in four years."""

    text = N_("This file asks for a password.")
    hint = N_("Save it without one; the register encrypts it.")


class DocumentKindUnknown(Invalid):
    """Recognised by its octets, never by its name."""

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
    """The setting document.most_mib says how much."""

    text = N_("This file is larger than {most} MiB.")
    hint = N_("Scan it with fewer dots, or in parts; a beheerder changes it with `wkc settings set document.most_mib`.")


class DocumentChanged(Invalid):
    """Somebody wrote to the file while it was read."""

    text = N_("The file {path} changed while it was read.")
    hint = N_("Wait until it is whole, and add it again.")


class DocumentUnknown(NotFound):
    """No document with that number, for who asks."""

    text = N_("This client has no document with that number.")
    hint = N_("`wkc document list NUMBER` shows the numbers.")


class DocumentOnPaper(NotFound):
    """There is nothing to take out."""

    text = N_("Document {number} is kept on paper.")
    hint = N_("`wkc document show` says where it lies.")


class DocumentIsFile(Invalid):
    """A file goes as a mistake does, never by hand."""

    text = N_("Document {number} is a file in the register, not paper at a place.")
    hint = N_("`wkc document remove` takes back one that was added by mistake.")


class DocumentDayPast(Invalid):
    """Paper that must have been destroyed already has no place."""

    text = N_("The day on which the paper must be destroyed is over.")
    hint = N_("Name a day from today on.")


class DocumentFieldNeeded(Invalid):
    """A category with fields of more than one class: which one decides who may see it."""

    text = N_("Category {category} has several kinds of data.")
    hint = N_("Name the field: {choices}.")


class DocumentCategoryWrong(Invalid):
    """Neither a number of annex I nor a field."""

    text = N_("That is not a category of annex I.")
    hint = N_("Use a number from 1 to 30, or a field; `wkc client fields` lists them.")


class PaperUnknown(NotFound):
    """Nothing of a destroyed dossier lies there any more."""

    text = N_("There is no paper with that number to destroy.")
    hint = N_("`wkc document papers` shows each paper that is to be destroyed, or to be looked for in another dossier.")


class RecipientWrong(Invalid):
    """Neither the word nor a public key of age."""

    text = N_("That is not a recipient of age.")
    hint = N_("Use the public key of who gets it (age1…), or the word passphrase.")
