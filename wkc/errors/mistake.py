"""Mistakes of the office: what is not taken back, or not by this user."""

from collections.abc import Mapping

from wkc.errors.families import Invalid, NotFound, NotPermitted, Refused, Usage, WkcError
from wkc.i18n import N_


class MistakeOfAnother(NotPermitted):
    """Art. 14.1: everybody answers for the own rows."""

    text = N_("Somebody else wrote this down ({article}).")
    hint = N_("Who wrote it down takes it back within a day; afterwards the beheerder does.")


class MistakeTooLate(NotPermitted):
    """A row of more than a day ago is the beheerder's to take back: others may have gone by it."""

    text = N_("This was written down more than a day ago ({article}).")
    hint = N_("The beheerder can take it back still, with the same command, where nothing was done by it yet.")


class MistakeKept(Refused):
    """AVG 17.3, 18.2: what a duty keeps, or the client had restricted, is not removed by calling it a mistake."""

    text = N_("A hold or a restriction keeps this, so it is not taken back ({article}).")
    hint = N_(
        "Mend a value with `wkc correction initiate`, once a restriction is lifted (`wkc correction lift`); withdraw a "
        "contact with its reason. A beheerder takes back or moves what is about somebody else: verkeerd_dossier, --to."
    )


class MistakeInUse(Refused):
    """A consent rests on a mandate, a report on a disclosure, an appointment on its contact."""

    text = N_("Something else on file rests on this ({article}).")
    hint = N_("Take that back first: what a mandate was used for, the report or letter, the contact of an appointment.")


class MistakeOnPaper(NotPermitted):
    """AVG 5.2 and 15.1.c: who made a paper with data does not take away alone that it was made."""

    text = N_("A paper with data was made by this ({article}).")
    hint = N_("The beheerder takes it back, once it is sure that the paper went to nobody: `wkc client mistake`.")


class MistakeAsked(Refused):
    """Art. 12.3: what a client asks to change is answered first."""

    text = N_("An open request asks to change this ({article}).")
    hint = N_("Answer that request first and carry it out: `wkc request list`.")


class OnlyValue(Refused):
    """Art. 3 and 4: a client has a name."""

    text = N_("This field must have a value, and this is the only one ({article}).")
    hint = N_("Record the right value first; take the wrong one back after that.")


class MistakeStays(Refused):
    """A disclosure, and a row that has ended, are moved to no other dossier."""

    text = N_("This can be taken back, but not moved to another dossier ({article}).")
    hint = N_("Leave --to out, and write it down in the right dossier.")


class MistakeGoesNowhere(Invalid):
    """A row is moved to another dossier than its own."""

    text = N_("{number} is the dossier that it stands in.")
    hint = N_("Give --to the dossier that it belongs in, or leave --to out to take it back.")


class MistakeUnknown(NotFound):
    """The list of its kind has no row of this number."""

    text = N_("There is nothing with this number in the dossier.")
    hint = N_("Look it up: `wkc client show`, or the list of contacts, consents, disclosures or documents.")


class MistakeKindMissing(Invalid):
    """A mistake is taken back one row at a time."""

    text = N_("Say which one row is the mistake.")
    hint = N_(
        "Give the number of an entry, or one of --contact, --appointment, --consent, --mandate, --hold, --disclosure, "
        "--document."
    )


class UndoReasonMissing(Usage):
    """Nobody is there to be asked for the reason, and nothing is taken back without one."""

    text = N_("Nothing was taken back: the reason is missing, and nobody can be asked here.")
    hint = N_("Add --reason typefout, verkeerd_dossier or dubbel, and give the words on stdin.")


class RegistrationStays(NotPermitted):
    """Art. 14.2: a whole dossier is destroyed by the beheerder."""

    text = N_("Nothing was taken back: only the beheerder ends a whole registration.")
    hint = N_("Ask the beheerder for `wkc client destroy {number} --vergissing`.")


class NothingToUndo(NotFound):
    """The user has written down nothing within a day that can be taken back."""

    text = N_("There is no change of yours of the last day that can be taken back.")
    hint = N_("The beheerder takes back what is older: `wkc client mistake`.")


MISTAKE_REFUSED: Mapping[str, type[WkcError]] = {
    "niet_zelf_vastgelegd": MistakeOfAnother,
    "langer_dan_een_dag": MistakeTooLate,
    "papier_gemaakt": MistakeOnPaper,
    "in_onderzoek": MistakeAsked,
    "blijft_bewaard": MistakeKept,
    "er_steunt_iets_op": MistakeInUse,
    "enige_waarde": OnlyValue,
    "niet_te_verplaatsen": MistakeStays,
}
"""The error for each reason that rules/dossier/mistake.py refuses for."""
