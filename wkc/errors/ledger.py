"""The destruction ledger: forged, damaged, or ahead of a register that cannot follow."""

from wkc.errors.families import Damaged
from wkc.i18n import N_


class LedgerDamaged(Damaged):
    """A line that does not parse, or does not follow on the one before."""

    text = N_("The destruction ledger {path} is damaged at line {line}.")
    hint = N_(
        "Put the ledger of the newest backup in its place, or take it away: the register writes its own lines anew."
    )


class LedgerForged(Damaged):
    """A line that differs from the register's own, or that was signed by nobody who may destroy."""

    text = N_("The destruction ledger {path} holds a line {line} that nobody wrote who may destroy.")
    hint = N_("Do not work on. Put the ledger of the newest backup in its place and tell the beheerder.")


class RegisterBehind(Damaged):
    """Lines beyond the register's last that could not be carried out."""

    text = N_("The register still holds what its destruction ledger says is destroyed (from line {line} on).")
    hint = N_("Update wkc and try again; until it succeeds nobody may work in this register.")


class RemovalWaits(Damaged):
    """Values that were taken out under art. 12 and could not be deleted."""

    text = N_("Values that were corrected or removed are still to be deleted for good, and that did not succeed.")
    hint = N_("Try again; until it succeeds they are shown nowhere.")
