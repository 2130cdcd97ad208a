"""The destruction ledger: forged, damaged, or ahead of a register that cannot follow."""

from wkc.errors.families import Busy, Damaged, Invalid, NotFound
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
    """Lines of the ledger after the register's last one could not be carried out."""

    text = N_("The register still holds what its destruction ledger says is destroyed (from line {line} on).")
    hint = N_("Update wkc and try again; until it succeeds nobody may work in this register.")


class RemovalNamed(Busy):
    """The ledger has the line, and the register could not be written: the next command carries it out."""

    text = N_("It is named in the destruction ledger and will be gone; the register could not be written just now.")
    hint = N_("Look at the disk, which is full or fails; the next command of anybody carries it out.")


class RemovalWaits(Damaged):
    """Values that were taken out under art. 12 and could not be deleted."""

    text = N_("Values that were corrected or removed are still to be deleted for good, and that did not succeed.")
    hint = N_("Try again; until it succeeds they are shown nowhere.")


class RemovalsUnproved(Damaged):
    """Lines of a service account that its own run did not announce or the facts of the register do not bear out."""

    text = N_(
        "The destruction ledger names, from line {line} on, what the service account could not have destroyed by what"
        " the register says."
    )
    hint = N_(
        "Do not work on. A beheerder compares it with the statements: `wkc audit accept --removals` carries it out;"
        " else put the ledger of the newest backup in its place and make new keys: `wkc user reset ID --compromised`."
    )


class LedgerUnproved(Damaged):
    """Lines of a service account that the backup to restore does not allow, in a ledger that nobody named."""

    text = N_(
        "The destruction ledger {path} names, from line {line} on, what the service account could not have destroyed by"
        " what the backup says."
    )
    hint = N_("Compare it with the statements. If it is right, name it with --ledger; if not, take it away.")


class LedgersDiffer(Damaged):
    """Two ledgers of one vault are the same line by line as far as the shorter goes; these are not."""

    text = N_("The destruction ledgers {path} and {other} are not the same at line {line}.")
    hint = N_("One of them is of another register or was changed: find out which, and take it away.")


class LedgerMissing(NotFound):
    """The file that --ledger names is not there."""

    text = N_("There is no destruction ledger {path}.")
    hint = N_("Look for destroyed.jsonl in the folder of the newest backup, or leave the option out.")


class LedgerEmpty(Invalid):
    """The file that --ledger names has no whole line."""

    text = N_("The destruction ledger {path} is empty.")
    hint = N_("Name the newest one there is, or leave the option out.")


class LedgerOlder(Invalid):
    """The file that --ledger names ends before what is known without it."""

    text = N_("The destruction ledger {path} ends at line {line}, and line {known} is known without it.")
    hint = N_("Name a newer one, or leave the option out.")
