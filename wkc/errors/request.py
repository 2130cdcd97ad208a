"""Requests: what is not there, cannot be, or is refused by art. 11 to 13 and the AVG."""

from collections.abc import Mapping

from wkc.errors.families import Invalid, NotFound, NotPermitted, Refused
from wkc.i18n import N_


class RequestNumberBare(Invalid):
    """A number without V is a client's: it opens nobody else's request."""

    text = N_("{client} is the number of a client, not of a request.")
    hint = N_("A request has a V before its number. Requests of this client: {own}.")


class RequestUnknown(NotFound):
    """No request has this number, or none that this user may see."""

    text = N_("There is no request with this number.")
    hint = N_("`wkc request list` shows those that are open, `wkc request list --all` all of them.")


class DayBeforeStep(Invalid):
    """A later step of a request is of the same day or a later one."""

    text = N_("This day lies before what was done with the request already.")
    hint = N_("Give a day from {day} on; `wkc request show` has the steps.")


class AskerIsClient(Invalid):
    """The address of a client is that of the dossier."""

    text = N_("This request is of {client}, whose own address is on file.")
    hint = N_("`wkc client record` records another address.")


class RequestBinds(Refused):
    """A decision to change something binds: the request is no mistake any more."""

    text = N_("On {request} was decided what changes, so it is no mistake that can be void any more (art. 12).")
    hint = N_("Tell the decision, and correct what came of it with a request of its own.")


class WithdrawalOfAnother(NotPermitted):
    """Art. 11.4 and 12.3: who asked is answered; nobody but who took the request in hears that they ask no longer."""

    text = N_("Somebody else took {request} in ({article}).")
    hint = N_(
        "The beheerder writes the withdrawal down, or who took the request in and is still a coach of this client."
    )


class LastCharactersWrong(Invalid):
    """The last three characters of a document number are kept, never the whole of it."""

    text = N_("These are not the last three characters of a document number.")
    hint = N_("Give exactly three letters or digits: the rest of the number is not kept.")


class MethodUnknown(Invalid):
    """Art. 11.5: the identity is established in one of four ways."""

    text = N_("This is not one of the ways to make sure who asks ({article}).")
    hint = N_("Use --method with one of: {choices}. A copy of a document is not asked for and not kept.")


class DocumentWrong(Invalid):
    """Art. 11.5: a document is seen for getoond and beeldbellen alone."""

    text = N_("This way of making sure who asks and a document do not go together ({article}).")
    hint = N_("Give --document for getoond and beeldbellen, and for them alone; one of: {choices}.")


class CategoryUnknown(Invalid):
    """Annex I has categories 1 to 30."""

    text = N_("This is not a category of annex I.")
    hint = N_("Give a number from 1 to 30; `wkc client fields` lists them.")


class ReasonsMissing(Refused):
    """AVG 18 and 21: what is weighed is written down."""

    text = N_("This decision takes its reasons in your own words (art. 11.6, 12.5; AVG 18, 21).")
    hint = N_("Add --reason and type them, or bring them on stdin.")


class StepOutOfOrder(Refused):
    """A step is taken only from a state that leads to it."""

    text = N_("This cannot be done with a request that is {state} ({article}).")
    hint = N_(
        "`wkc request show` says how far it has come; the order is receive, identify, decide (a refusal may come "
        "first), notify, then the copy."
    )


class NotGranted(Refused):
    """A refusal is followed by no copy and no change."""

    text = N_("Nothing was granted on this request, so there is nothing to carry out ({article}).")
    hint = N_("`wkc request show` has the decision.")


class NoCopyAsked(Refused):
    """Art. 11.3: a copy follows a request for one."""

    text = N_("A copy goes out on a request for one: inzage, afschrift or overdracht ({article}).")
    hint = N_("`wkc request show` says what this one asks.")


class NoDoubt(Refused):
    """AVG 12.6: proof is for reasonable doubt."""

    text = N_("Somebody of the office met this client lately: there is no reasonable doubt who asks ({article}).")
    hint = N_("`wkc request identify --method bekend` says so; is there a reason to doubt all the same, add --doubt.")


class DeskIsInzage(Refused):
    """Art. 11.1: looking is what was asked."""

    text = N_("At the desk somebody looks on a request for inzage ({article}).")
    hint = N_("`wkc request show` says what this one asks; `wkc inzage export` makes a copy.")


class TakenAlongAsJson(Refused):
    """AVG 20: in a form that a machine can read."""

    text = N_("What a person takes along goes out in a form that a machine can read ({article}).")
    hint = N_("Add --format json.")


class NobodyAsks(Invalid):
    """AVG 5.1: what the office sees by itself is no request."""

    text = N_("A request comes from the person or who acts for them, not from the beheerder ({article}).")
    hint = N_("`wkc correction initiate` corrects, and `wkc client destroy --early` destroys, without a request.")


class MandateWithoutDossier(Refused):
    """A person outside the register has no mandate on file."""

    text = N_("A mandate is kept in a dossier, and none is known of the person that this is about ({article}).")
    hint = N_(
        "Receive it with --requester alone; once `wkc request link` names the dossier, `wkc request identify "
        "--mandate` puts the mandate on file."
    )


class MandateMissing(Refused):
    """Art. 11.5 and 12.1: who asks for somebody else shows a mandate first."""

    text = N_("Who asks for somebody else shows a mandate first, and none is on file ({article}).")
    hint = N_("Add --mandate FILE, or decide with the code machtiging.")


class ExpressRequestMissing(Refused):
    """Art. 12.1: a gemachtigde shows the express request of the client."""

    text = N_("For a correction a gemachtigde also shows the client's express request ({article}).")
    hint = N_("Add --shown with the day on which it was seen, or decide with the code machtiging.")


class ExpressRequestNotAllowed(Refused):
    """Art. 12.1: an express request belongs to a gemachtigde."""

    stable_name = "express_request_idle"

    text = N_("Only a gemachtigde shows the client's express request ({article}).")
    hint = N_("Leave --shown out, or say who asks with --requester or --mandate.")


class IdentityNotSure(Refused):
    """Art. 11.5: the identity comes before the decision."""

    text = N_("It is not sure yet who asks, so this cannot be decided yet ({article}).")
    hint = N_(
        "`wkc request identify` first. Before that only geen_gegevens, or afgewezen with identiteit, machtiging, "
        "kennelijk_ongegrond or buitensporig."
    )


class RefusalCodeMissing(Refused):
    """Art. 11.6 and 12.5: a refusal has a ground."""

    text = N_("A refusal, also of a part, has a ground ({article}).")
    hint = N_("Add --code with one of: {choices}.")


class RefusalCodeNotAllowed(Refused):
    """A decision that refuses nothing has no ground of refusal."""

    stable_name = "refusal_code_idle"

    text = N_("Nothing is refused by this decision, so it has no ground of refusal ({article}).")
    hint = N_("Leave --code out, or decide deels or afgewezen.")


class RefusalCodeWrong(Refused):
    """A ground of refusal fits some kinds of request and not others."""

    text = N_("This ground does not fit this request and decision ({article}).")
    hint = N_("Those that there are: {choices}.")


class RefusalContradicted(Refused):
    """Art. 11.6 and 12.5: reasons that are not true are none."""

    text = N_(
        "The file says otherwise: identity was proven, the mandate stands, or the person supplied the data ({article})."
    )
    hint = N_("Refuse on another ground, or grant it.")


class NotOnFile(Refused):
    """A request of somebody who is not in the register is granted nothing."""

    text = N_("Who asks is not in the register, so nothing can be granted ({article}).")
    hint = N_("Decide geen_gegevens, or afgewezen with its ground.")


class OnFile(Refused):
    """The decision geen_gegevens is for somebody who is not in the register."""

    text = N_("The register does hold data on who asks ({article}).")
    hint = N_("Decide toegewezen, deels or afgewezen.")


class OmissionMissing(Refused):
    """A copy that is granted in part is without something."""

    text = N_("A copy that is granted in part leaves something out, and it must be said what ({article}).")
    hint = N_(
        "Add --omit with a category of annex I, --omit-entry or --omit-document with a number from a list; words about "
        "others are hidden with `wkc request review`."
    )


class OmissionNotAllowed(Refused):
    """Only a partial copy leaves something out."""

    stable_name = "omission_idle"

    text = N_("Only a copy that is granted in part leaves something out ({article}).")
    hint = N_("Leave --omit out, or decide deels.")


class ExtendedAlready(Refused):
    """AVG 12.3: a term is extended once."""

    text = N_("This term was extended already, and that is done once ({article}).")
    hint = N_("Answer by the day that `wkc request show` gives.")


class ExtensionTooLate(Refused):
    """AVG 12.3: told within a month of receipt."""

    text = N_("A term is extended before it is over; this one ended on {day} ({article}).")
    hint = N_("Answer at once: who asks can go to court or complain.")


REFUSED: Mapping[str, type[Refused | Invalid]] = {
    "stand_past_niet": StepOutOfOrder,
    "geen_twijfel": NoDoubt,
    "niet_toegewezen": NotGranted,
    "geen_afschrift_gevraagd": NoCopyAsked,
    "overdracht_is_json": TakenAlongAsJson,
    "niemand_vraagt": NobodyAsks,
    "machtiging_zonder_dossier": MandateWithoutDossier,
    "machtiging_ontbreekt": MandateMissing,
    "nadrukkelijk_verzoek_ontbreekt": ExpressRequestMissing,
    "nadrukkelijk_verzoek_overbodig": ExpressRequestNotAllowed,
    "wijze_onbekend": MethodUnknown,
    "document_past_niet": DocumentWrong,
    "identiteit_niet_vastgesteld": IdentityNotSure,
    "code_ontbreekt": RefusalCodeMissing,
    "code_overbodig": RefusalCodeNotAllowed,
    "code_past_niet": RefusalCodeWrong,
    "code_weersproken": RefusalContradicted,
    "niet_in_registratie": NotOnFile,
    "wel_in_registratie": OnFile,
    "weggelaten_ontbreekt": OmissionMissing,
    "weggelaten_overbodig": OmissionNotAllowed,
    "al_verlengd": ExtendedAlready,
    "termijn_voorbij": ExtensionTooLate,
}
"""The error for each reason that rules/requests/request.py and rules/requests/term.py refuse for."""
