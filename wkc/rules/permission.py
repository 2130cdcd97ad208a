"""Art. 6, 7 and 14.1: who may do what. The only judge; what is not in the table is refused."""

from collections.abc import Mapping

from wkc.records import Client, FieldClass, Role, User, Verdict
from wkc.rules.purpose import PURPOSE_OF

MAY: Mapping[Role, frozenset[str]] = {
    Role.BEHEERDER: frozenset(PURPOSE_OF) - {"register.init", "user.sign_in"},
}
"""Role by role, the actions it may do. The directie is beheerder (art. 5.2) and may do everything."""

SEES: Mapping[Role, frozenset[FieldClass]] = {
    Role.BEHEERDER: frozenset(FieldClass),
}
"""Role by role, the classes of data it sees."""


def may(user: User, action: str, client: Client | None, field_class: FieldClass | None) -> Verdict:
    """Judge whether a user may do an action, to a client if there is one, to data of a class if there is one."""
    if user.revoked_at is not None:
        return Verdict(allowed=False, reason="aanwijzing_ingetrokken", article="art. 7.3")
    if action not in MAY.get(user.role, frozenset()):
        return Verdict(allowed=False, reason="niet_opgedragen", article="art. 7.1")
    if field_class is not None and field_class not in SEES.get(user.role, frozenset()):
        return Verdict(allowed=False, reason="niet_relevant_voor_functie", article="art. 14.1")
    del client  # The beheerder's caseload is every client.
    return Verdict(allowed=True, reason="aangewezen", article="art. 7.1")
