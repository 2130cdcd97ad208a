"""Leaving and coming back: whose access cannot be taken away, and what bars new keys."""

from wkc.errors.families import Damaged, Invalid, NotPermitted, Usage
from wkc.i18n import N_


class OwnAccess(Invalid):
    """The slot in use, and so the last active beheerder, are protected."""

    text = N_("You cannot end or lower your own access.")
    hint = N_("Another beheerder can; designate one first if there is none.")


class AccessEnded(Invalid):
    """A USER ID is personal and stays with its person; when its access ended it is not given out again."""

    text = N_("The access of this USER ID has ended already.")
    hint = N_("`wkc user list` shows since when; a person who comes back gets another USER ID.")


class KeyFileMissing(Usage):
    """A service account signs in with a random secret in a file."""

    text = N_("A service account has a key file and no password.")
    hint = N_("Add --key-file FILE: the new secret goes there.")


class NewKeysNotAllowed(NotPermitted):
    """New keys are sealed with the ones that only a beheerder holds."""

    text = N_("New keys for everybody are for a beheerder to make.")
    hint = N_("Ask one for `wkc user reset {user} --compromised`, and use the password nowhere else.")


class RolesDiffer(Damaged):
    """Somebody with the register key wrote a role of their own choice."""

    text = N_("The register says another role of {user} than the log of designations proves.")
    hint = N_(
        "Somebody changed it outside the program. `wkc user role` designates anew, `wkc user revoke` ends access."
    )
