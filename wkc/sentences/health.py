"""Art. 14.2: the parts of a register that `wkc doctor` looks at, in words."""

from collections.abc import Mapping

from wkc.i18n import N_

CHECKS: Mapping[str, str] = {
    "pages": N_("every page of the file"),
    "structure": N_("tables and indexes"),
    "references": N_("what refers to what"),
    "log": N_("the audit log"),
    "ledger": N_("the destruction ledger"),
    "slots": N_("who can sign in"),
    "pins": N_("who trusts an earlier signing key"),
    "roles": N_("the roles that a beheerder signed"),
    "wraps": N_("the passwords last chosen"),
    "rows": N_("consents, holds, settings"),
    "schema": N_("the version of the register"),
    "clock": N_("the clock"),
    "codes": N_("the recovery codes"),
    "purge": N_("traces of what was destroyed"),
    "documents": N_("the papers of dossiers"),
    "doubles": N_("people who may be in two dossiers"),
    "removals": N_("removals after a restored backup"),
    "retention": N_("the retention run"),
    "verify": N_("the last check of a backup"),
    "drill": N_("the last backup that a beheerder opened"),
    "backup": N_("the newest backup"),
    "backup_disk": N_("the disk of the backups"),
    "set_back": N_("backups that the register does not know"),
    "synced": N_("the place of the register"),
    "rights": N_("rights on the folder and its files"),
    "room": N_("room on the disk"),
    "folder": N_("other files in the folder"),
    "keyring_copy": N_("the copy of the keyring"),
    "drafts": N_("files of commands cut short"),
}
"""The parts, by the code of the check."""
