"""Forms to sign on paper: what is not there, was signed already, or is for somebody else to print."""

from wkc.errors.families import Invalid, NotFound, Refused
from wkc.i18n import N_


class FormNumberUnknown(NotFound):
    """No form has this number, or none that this user may see."""

    text = N_("There is no form of this number.")
    hint = N_("`wkc form list` shows them; a number has an F before it: F2026-0001.")


class FormSigned(Invalid):
    """A form that was signed has made its consent or mandate, once."""

    text = N_("This form was signed on {day} already.")
    hint = N_("Add its paper with --document or --place; for another signature, print another form.")


class FormPaperKept(Invalid):
    """A form has one paper, with one signature."""

    text = N_("The paper of this form is on file already: document {number}.")
    hint = N_("A wrong scan is taken back first, with `wkc document remove`.")


class SignatureDayMissing(Invalid):
    """AVG 7.1: what was signed counts from that day."""

    text = N_("This form was not signed yet, and the day of its signature is missing.")
    hint = N_("Add --on with the date beside the signature.")


class FormWithoutClient(Invalid):
    """A consent and a mandate are of one client."""

    text = N_("This form is for one client.")
    hint = N_("Add the NUMBER of the client.")


class FormWithoutDossier(Invalid):
    """An undertaking is of somebody who works here, and an empty intake of nobody yet."""

    text = N_("This form is of no dossier, and its paper has no place in the register.")
    hint = N_("Give --on alone and keep the paper at the office; one of a client goes in with `wkc document add`.")


class FormSignedEarly(Invalid):
    """A signature is of the day of printing or later."""

    text = N_("This form was printed on {day}, and cannot have been signed before.")
    hint = N_("Look at the date beside the signature.")


class FormStays(Invalid):
    """A consent or a mandate that the client signed is the client's own."""

    text = N_("A signed form stays in a copy.")
    hint = N_("Leave out other documents; `wkc document list` shows what each is.")


class FormNotGiven(Refused):
    """Art. 8.1: a signature shows that the office may give something; it is no gegeven itself."""

    text = N_("A signed form does not go to somebody else.")
    hint = N_("Write in the letter that it is on file, with its number.")
