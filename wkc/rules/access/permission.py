"""Art. 6, 7 and 14.1: the actions, dossiers and classes of each role. The only judge; an action not here is refused."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from wkc.records.dossier import Client
from wkc.records.field import FieldClass
from wkc.records.user import Role, User
from wkc.records.verdict import Verdict
from wkc.rules.access.purpose import PURPOSE_OF


class Scope(StrEnum):
    """The dossiers that a role works in: everybody's, those of the own caseload (art. 14.1), or nobody's."""

    ALL = "all"
    OWN = "own"
    NONE = "none"


class Grant(Struct, frozen=True):
    """The designation of a role: its dossiers, its classes, its actions.

    `break_glass` are the actions that a written reason opens to one dossier outside the scope, for once.
    """

    scope: Scope
    classes: frozenset[FieldClass]
    actions: frozenset[str]
    break_glass: frozenset[str] = frozenset()


ALL_CLASSES = frozenset(FieldClass)
NOT_SEALED = frozenset(field_class for field_class in FieldClass if not field_class.sealed)

BY_THE_PROGRAM = frozenset({"register.init", "user.sign_in", "ledger.complete", "ledger.rewrite", "correction.remove"})
"""Actions that the program does by itself: nobody asks for them."""

OF_EVERYBODY = frozenset({"user.whoami", "user.login", "user.passwd", "user.renew_pin"})
OF_STAFF = OF_EVERYBODY | {"party.list", "party.show", "settings.show", "breach.open"}
"""Of every person: whoever loses a laptop reports it at once, and the beheerder goes on (art. 14.2, AVG 33.1)."""
DOSSIER = frozenset(
    {
        *("client.show", "client.find", "client.list", "client.record", "client.register"),
        *("client.end", "client.deceased", "client.mistake"),
    }
)
CONTACT = frozenset(
    {
        *("contact.log", "contact.withdraw", "contact.list"),
        *("appointment.plan", "appointment.keep", "appointment.miss"),
        *("appointment.move", "appointment.cancel", "appointment.list"),
    }
)
DOCUMENT = frozenset({"document.add", "document.list", "document.destroyed"})
"""Papers of a dossier: whoever works in it takes them in and sees that they are there (art. 14.1)."""
READING = frozenset({"document.show", "document.export"})
"""Taking the content of a paper out: for who may open what is sealed."""
FORM = frozenset({"form.print", "form.signed", "form.list"})
"""Forms to sign, by who may also write down what they make; that of a user is the beheerder's."""
CALLING_BACK = frozenset({"person.list", "person.verify"})
LETTER = frozenset({"letter.list", "letter.notify", "letter.send", "letter.void", "agenda.show"})
RETENTION = frozenset({"retention.due", "retention.run", "retention.statement"})
CONSENT = frozenset({"consent.give", "consent.release", "consent.withdraw", "consent.list"})
DISCLOSURE = frozenset({"disclosure.check", "disclosure.log", "disclosure.list", "disclosure.show"})
REPORT = frozenset(
    {
        *("report.draft", "report.show", "report.final", "report.list"),
        *("report.drop", "report.due", "report.checklist"),
    }
)
"""Reports to an opdrachtgever: by who may disclose, within the own caseload."""
REQUEST = frozenset(
    {
        "request.receive",
        "request.join",
        "request.ask_identity",
        "request.identify",
        "request.withdraw",
        "request.void",
        "request.address",
        "request.list",
        "request.show",
    }
)
"""The steps before a decision on a request, and looking; deciding is the beheerder's (art. 11.4, 12.3)."""
CORRECTION = frozenset({"correction.propose", "correction.drop", "correction.statement", "correction.tell"})
"""Proposals, statements and sent letters of a correction; deciding and applying are the beheerder's."""
BREAK_GLASS = CONTACT | {
    *("client.show", "client.find", "client.record"),
    *("document.add", "document.list", "document.show", "document.export"),
    *("consent.withdraw", "consent.list"),
    *("disclosure.check", "disclosure.log", "disclosure.show"),
}
"""Actions that a coach does for a colleague's client, once, for a written reason: what cannot wait (art. 14.1)."""
KEEPING = frozenset({"backup.create", "backup.verify", "backup.prune", "backup.list", "register.doctor"})
"""Actions that keep the register safe and look at nobody (art. 14.2)."""

GRANTS: Mapping[Role, Grant] = {
    # Art. 5.2 and 6.1: the directie, which designates everybody else.
    Role.BEHEERDER: Grant(Scope.ALL, ALL_CLASSES, frozenset(PURPOSE_OF) - BY_THE_PROGRAM),
    # Art. 14.1: "Feitelijk beheren de coaches de dossiers van hun case load."
    Role.COACH: Grant(
        Scope.OWN,
        ALL_CLASSES,
        OF_STAFF
        | DOSSIER
        | CONTACT
        | DOCUMENT
        | READING
        | FORM
        | CONSENT
        | CALLING_BACK
        | DISCLOSURE
        | REPORT
        | REQUEST
        | CORRECTION
        | LETTER
        | {"inzage.export", "inzage.desk", "request.review", "letter.print", "supplied.list", "mandate.withdraw"}
        | {"party.add"},
        break_glass=BREAK_GLASS,
    ),
    # Art. 7 and 14.1: takes clients in and keeps the contacts, without seeing what is sealed. Whoever hears that a
    # consent is withdrawn writes it down at once (AVG 7.3); so does who was asked for data, and gave none (art. 8).
    Role.MEDEWERKER: Grant(
        Scope.ALL,
        NOT_SEALED,
        OF_STAFF
        | DOSSIER
        | CONTACT
        | DOCUMENT
        | CALLING_BACK
        | REQUEST
        | LETTER
        | {"client.import", "consent.withdraw", "consent.list", "mandate.withdraw", "disclosure.log"}
        | {"party.add", "party.body", "party.set", "person.add", "person.remove"},
    ),
    # Art. 14.1: what is relevant to managing: figures; one dossier only for a stated reason.
    Role.MANAGEMENT: Grant(
        Scope.NONE,
        frozenset({FieldClass.GEWOON}),
        OF_STAFF | {"client.show", "figures.show", "figures.export"},
        break_glass=frozenset({"client.show"}),
    ),
    # Numbers and dates, for cron; somebody is responsible for it.
    Role.SERVICE: Grant(
        Scope.ALL,
        frozenset(),
        frozenset({"user.whoami", "user.renew_pin", "audit.verify", "agenda.show", "register.upgrade"})
        | RETENTION
        | KEEPING,
    ),
}


def may(
    user: User,
    action: str,
    client: Client | None = None,
    field_class: FieldClass | None = None,
    *,
    break_glass: bool = False,
) -> Verdict:
    """Judge whether a user may do an action: to a client if there is one, seeing a class if there is one.

    `break_glass` tells that a reason was written down to look outside the own scope.
    """
    grant = GRANTS[user.role]
    if user.revoked_at is not None:
        return Verdict(allowed=False, reason="aanwijzing_ingetrokken", article="art. 7.3")
    if action not in grant.actions:
        return Verdict(allowed=False, reason="niet_opgedragen", article="art. 7.1")
    if field_class is not None and field_class not in grant.classes:
        return Verdict(allowed=False, reason="niet_relevant_voor_functie", article="art. 14.1")
    if client is None or grant.scope is Scope.ALL:
        return Verdict(allowed=True, reason="aangewezen", article="art. 7.1")
    if grant.scope is Scope.OWN and client.coach == user.user_id:
        return Verdict(allowed=True, reason="eigen_caseload", article="art. 14.1")
    if break_glass and action in grant.break_glass:
        return Verdict(allowed=True, reason="met_opgave_van_reden", article="art. 14.1")
    return Verdict(allowed=False, reason="buiten_caseload", article="art. 14.1")


def can_role(role: Role, action: str) -> bool:
    """Tell whether a role has an action, where no more is known of its user than that it is active."""
    return action in GRANTS[role].actions


def can_add_party(role: Role, kind: str) -> bool:
    """Tell whether a role may put an organisation of a kind on file.

    A coach finds work, and so puts employers on file. What art. 3 and 8 permit rests on the others, which the office
    puts there.
    """
    return can_role(role, "party.add") and (role is not Role.COACH or kind == "werkgever")


def can_break_glass(role: Role, action: str) -> bool:
    """Tell whether a written reason opens to a role one dossier outside its scope, for an action."""
    return action in GRANTS[role].break_glass


def list_other_roles(action: str) -> tuple[Role, ...]:
    """Give the roles of people that have an action, besides the beheerder."""
    return tuple(role for role in (Role.COACH, Role.MEDEWERKER, Role.MANAGEMENT) if can_role(role, action))


def is_own_caseload_only(user: User, action: str, *, break_glass: bool) -> bool:
    """Tell whether an action is limited to the own caseload."""
    grant = GRANTS[user.role]
    return grant.scope is not Scope.ALL and not (break_glass and action in grant.break_glass)
