"""Clients who died: no letter, no request, no contact any more; secrecy and the term stay."""

from wkc.errors.families import Invalid, NotPermitted, Refused
from wkc.i18n import N_


class ClientDeceased(Refused):
    """The rights of art. 11 and 12 end with the person; AVG recital 27."""

    text = N_("This client has died: no letter and no request is theirs any more ({article}).")
    hint = N_(
        "Heirs ask as others do: `wkc disclosure log` with dringende_reden, which the beheerder weighs; "
        "`wkc client deceased --wrong` takes a mistake back."
    )


class ContactAfterDeath(Refused):
    """Art. 10: a contact is one with the person, who had died by then."""

    text = N_("This client had died by then: a talk with others is no contact with the client ({article}).")
    hint = N_("Log it as brief_verzonden or poging, which restart nothing, with a note.")


class ConsentAfterDeath(Refused):
    """Art. 8.1: a consent is of the person, or of who acts for one; AVG recital 27."""

    text = N_("This client had died by then, and consents to nothing any more ({article}).")
    hint = ClientDeceased.hint


class AnswerAfterDeath(Refused):
    """AVG 12.3, recital 27: an answer that went to nobody was not sent, in time or late."""

    text = N_("This client had died by then: no answer to {request} goes to anybody any more ({article}).")
    hint = N_(
        "Give the day on which the letter went, if that was before; else the beheerder withdraws the request, and then "
        "writes down a letter that went all the same."
    )


class DeathUnknown(Invalid):
    """No death of this client is on file to take back."""

    text = N_("That this client died was not written down.")
    hint = N_("`wkc client show` says what was.")


class DeathStopsRequests(NotPermitted):
    """Art. 11.4 and 12.3: what ends a request without an answer is the beheerder's to say."""

    text = N_("A request of this client has no answer yet, and would get none by this.")
    hint = N_("Ask the beheerder to write the death down.")
