"""The head of the papers of the office, and the notice that its address or contact is missing."""

from wkc.procedures.core.action import Action
from wkc.procedures.core.user_notice import Notice
from wkc.records.party import Houder
from wkc.records.user import Role
from wkc.store.core import register as register_metadata
from wkc.store.dossier import coverage

_LACKING: dict[tuple[str, ...], Notice] = {
    ("houder.address",): "papers lack the address",
    ("houder.contact",): "papers lack the contact",
    ("houder.address", "houder.contact"): "papers lack address and contact",
}


def read_letterhead(action: Action) -> Houder:
    """Give the houder as a paper names it; the user gets a notice of what is not filled in.

    errors.RowsDiffer for settings that nobody set: a paper would give people another address or telephone.
    """
    coverage.check_settings(action.store)
    notify_gaps(action)
    return register_metadata.houder(action.store)


def notify_gaps(action: Action) -> None:
    """Notify the user, once in a command, that papers do not show how the office is reached; not where they do."""
    houder = register_metadata.houder(action.store)
    ways = (("houder.address", houder.address), ("houder.contact", houder.contact))
    if lacking := tuple(name for name, way in ways if not way):
        action.tell_once(_LACKING[lacking])


def remind_beheerder(action: Action) -> None:
    """Notify a beheerder, who can fill it in, in the same way where no paper is made."""
    if action.user.role is Role.BEHEERDER:
        notify_gaps(action)
