"""The review of a copy for what is about others: what is refused, and what cannot be read."""

from collections.abc import Mapping

from wkc.errors.families import Invalid, NotFound, Refused
from wkc.i18n import N_


class HiddenWordsFound(Refused):
    """A word that the review hides stands nowhere in what goes out."""

    text = N_("Words that the review hides still stand in the copy: {places}. Nothing was made.")
    hint = N_("Hide them there too, or leave that text out: `wkc request review` shows each text.")


class DocumentNotRead(Refused):
    """A picture cannot be searched for the words that the copy hides."""

    text = N_("Document {number} is a picture: nobody can look in it for the words that the copy hides.")
    hint = N_("Leave it out of the copy, or look at it and hand it out by itself: `wkc document export`.")


class NotReviewed(Refused):
    """Art. 11.1, AVG 15.4: a copy has what is on the client, so somebody looks where another seems to be named."""

    text = N_("Texts of this copy that look as if they name somebody else and were not looked at: {count} ({article}).")
    hint = N_(
        "Decide on each: `wkc request review {request}`; where all is the client's own: `… {request} --keep-all`. Then "
        "give this command again."
    )


class LetterNotReviewed(Refused):
    """AVG 5.1.c: a letter with values is on the client alone."""

    text = N_("Values in this letter that look as if they name somebody else, and that nobody looked at: {count}.")
    hint = N_("Nothing was recorded. Add --hide FILE with words to hide, or --keep-all where it is the client's own.")


class NothingHidden(Refused):
    """AVG 15.4: the ground of the decision must be visible in the copy."""

    text = N_("The decision is rechten_van_anderen, and this copy hides nothing ({article}).")
    hint = N_("Hide words or texts with `wkc request review`; the copy is made after that.")


class NotReadAgain(Refused):
    """Art. 14.2: who reviews and who hands out are two, or one reads it once more."""

    text = N_(
        "You reviewed this copy yourself: somebody else hands it out, or you read the review once more ({article})."
    )
    hint = N_("`wkc request review --again` shows what is hidden and asks whether that is right.")


class DeskShowsAll(Refused):
    """AVG 15.4: a screen shows the whole dossier."""

    text = N_("A part of this dossier may not be shown, and at the desk all of it is on the screen ({article}).")
    hint = N_("Hand out the copy instead: `wkc inzage export NUMBER --request REQUEST`.")


class ReviewTextUnknown(NotFound):
    """The text changed since the review was begun, or was never in this copy."""

    text = N_("A text that is decided on is not in this copy: {name}.")
    hint = N_("`wkc --json request review` lists each text with its name; a text that changed has another one.")


class WordsNotInText(Invalid):
    """A word that is in no text hides nothing."""

    text = N_("Words that are to be hidden do not stand in the text at: {place}.")
    hint = N_("Type them as they stand in the text; several with a semicolon between them.")


class ReviewUnreadable(Invalid):
    """The file for --from is no list of decisions on texts."""

    text = N_("This is no list of decisions on texts.")
    hint = N_('Give JSON: [{{"text": "...", "do": "houden|verbergen|weglaten", "words": ["..."]}}].')


class NoReview(NotFound):
    """A copy is read once more after it was reviewed."""

    text = N_("The copy on this request was not reviewed yet.")
    hint = N_("Review it first: `wkc request review`.")


REVIEW_REFUSED: Mapping[str, type[Refused]] = {
    "niet_nagekeken": NotReviewed,
    "niets_verborgen": NothingHidden,
    "niet_nagelezen": NotReadAgain,
    "deels_niet_aan_balie": DeskShowsAll,
}
"""The error for each reason that rules/requests/review.py refuses for."""
