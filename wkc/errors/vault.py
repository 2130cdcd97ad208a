"""The home, the keyring, the register: what is missing, damaged, forged, too new or in use."""

from wkc.errors.families import Busy, Damaged, Failed, Invalid, NotFound, NotPermitted, NotSignedIn
from wkc.i18n import N_


class NoRegister(NotFound):
    """The folder has no keyring."""

    text = N_("There is no register in {home}.")
    hint = N_("Make one with `wkc init`, or name another folder with --home.")


class KeyringMissing(Damaged):
    """A register without a keyring: never to be taken for the leavings of an init."""

    text = N_("The register in {home} has lost its keyring.")
    hint = N_("Put keyring.json back from a backup of the same day; never make a new register here.")


class RegisterExists(Invalid):
    """`wkc init` overwrites no register."""

    text = N_("There is a register in {home} already.")
    hint = N_("Use it, or name another folder with --home.")


class NotARegister(Damaged):
    """The file does not look like what its name says."""

    text = N_("{path} is not a register of wkc.")
    hint = N_("Restore the folder from a backup, whole: never a single file of it.")


class FolderNotEmpty(Invalid):
    """`wkc init` takes a new or an empty folder."""

    text = N_("The folder {home} holds other files.")
    hint = N_("Name a new or empty folder with --home.")


class HomeIsLink(Invalid):
    """A link can be turned elsewhere by whoever owns it."""

    text = N_("{home} is a symbolic link.")
    hint = N_("Name the folder itself with --home.")


class NotAPlainFile(Invalid):
    """A link, a folder, a pipe or a device is in the place of a file of the register."""

    text = N_("{path} is a link, a folder or a device, and should be a file.")
    hint = N_("Nothing of wkc made it so: take it away, and put the file back from a backup if there was one.")


class Inaccessible(Invalid):
    """The rights on the folder or a file in it are too narrow for its own account."""

    text = N_("{path} cannot be read and written by this account.")
    hint = N_("See `ls -ld {path}` and the folders above it: the owner needs to read and write.")


class WrongPermissions(Invalid):
    """Group or others have rights on the folder or a file in it."""

    text = N_("{path} can be read or changed by other accounts of this machine.")
    hint = N_("Close it to them: chmod {mode} {path}")


class NotOwner(NotPermitted):
    """The folder or a file in it has another owner."""

    text = N_("{path} belongs to another account of this machine.")
    hint = N_("Work under the account that owns the register.")


class NetworkFolder(Invalid):
    """VAULT 1: a network file system keeps neither locks nor fsync."""

    text = N_("{home} is on a network file system ({kind}), where locks and fsync cannot be trusted.")
    hint = N_("Keep the register on a disk of this machine.")


class KeyringDamaged(Damaged):
    """Neither the keyring nor its copy parses with a right checksum."""

    text = N_("The keyring in {home} is damaged and so is its copy.")
    hint = N_("Restore the folder from a backup, whole: never a single file of it.")


class KeyringForged(Damaged):
    """A signature, a pin or a slot of the keyring does not verify."""

    text = N_("The keyring in {home} was not made by a beheerder of this register.")
    hint = N_("Do not type anything into it. Tell the beheerder; restore the folder from a backup.")


class CryptographyWrong(Failed):
    """A known answer came out otherwise: a library that is broken or was changed."""

    text = N_("The cryptography on this machine gives wrong answers ({what}).")
    hint = N_("Nothing was written. Install wkc anew; if that does not help, use another machine.")


class RowsDiffer(Damaged):
    """Consents, mandates, holds or settings that somebody wrote without the program, or an older page brought back."""

    text = N_("What the register has on this is not what the log says was done.")
    hint = N_("Somebody changed it outside the program. `wkc doctor` names what; a beheerder sets it right.")


class KeyringOlder(Damaged):
    """A wrap that a later password replaced, put back from a copy."""

    text = N_("The keyring in {home} is older than your last change of password.")
    hint = N_("Somebody put an older one back. Tell a beheerder, who gives you a new password: `wkc user reset`.")


class KeyringNewer(Failed):
    """The keyring has a version that this program does not know."""

    text = N_("This register was made by a newer wkc (keyring version {version}).")
    hint = N_("Install the newest wkc on this machine.")


class RegisterNewer(Failed):
    """The register has a schema that this program does not know."""

    text = N_("This register was made by a newer wkc (schema {version}).")
    hint = N_("Install the newest wkc on this machine.")


class RegisterOlder(NotPermitted):
    """The register has an older schema, and this user may not upgrade it."""

    text = N_("This register was made by an older wkc (schema {version}) and must be brought up to date first.")
    hint = N_("Any command of a beheerder does it, `wkc whoami` for one; try again after that.")


class RegisterDamaged(Damaged):
    """The password is right and the file does not open with its key, or is not the one the keyring names."""

    text = N_("The register {path} is damaged or was exchanged for another file.")
    hint = N_("Do not work on. Restore the folder from a backup, whole.")


class RegisterMissing(Damaged):
    """The keyring is there without its register."""

    text = N_("The keyring names {path}, and it is not there.")
    hint = N_("Restore the folder from a backup, whole: never a single file of it.")


class KeyringOutdated(Damaged):
    """An older keyring was put back: it names a generation that is gone, while its copy fits what is there."""

    text = N_("The keyring.json in {home} is older than the register beside it, and keyring.json.copy fits.")
    hint = N_(
        "Put the copy in its place (`cp keyring.json.copy keyring.json`), and find out who put the older one back; the "
        "copy is checked in full when it is opened."
    )


class RolledBack(Damaged):
    """The last-seen head is not in the chain (VAULT 6)."""

    text = N_(
        "The register is older than, or another than, the one you worked in last (line {seq} of its audit log differs)."
    )
    hint = N_("If a backup was restored, a beheerder accepts it with `wkc audit accept`; if not, do not work on.")


class AuditBroken(Damaged):
    """A line of the log was altered, removed or signed by another."""

    text = N_("The audit log does not hold from line {seq} on.")
    hint = N_("Do not work on. Compare with an earlier backup and tell the directie.")


class SqliteTooOld(Failed):
    """VAULT 3.1: older versions lose committed data."""

    text = N_("The SQLite on this machine ({version}) is older than {least} or lacks encryption.")
    hint = N_("Install wkc again in its own virtual environment.")


class RegisterBusy(Busy):
    """The lock on the register did not come free in time."""

    text = N_("The register is in use by {who}.")
    hint = N_("Try again in a moment.")


class DiskFull(Failed):
    """The system reported ENOSPC, EDQUOT or EROFS."""

    text = N_("The disk is full or cannot be written.")
    hint = N_("Make room and try again; what was confirmed is safe.")


class DiskFaulty(DiskFull):
    """EIO: the disk gives no answer or a wrong one; a caller that lets a full disk pass lets this pass too."""

    text = N_("The disk cannot be read or written: it reports an error of its own.")
    hint = N_("Look at the disk before anything else, and make a backup on another: `wkc backup create --to DIR`.")


class MemoryShort(Failed):
    """ENOMEM and SQLITE_NOMEM: the machine has no memory to give."""

    text = N_("There is not enough memory on this machine.")
    hint = N_("Close other programs and try again; what was confirmed is safe.")


class MachineRefused(Failed):
    """The system refused something that nobody asked it for wrongly: too many open files, no locks, no right."""

    text = N_("This machine refused what the program asked of it: {what}.")
    hint = N_("Try again. If it stays so, ask who looks after the machine; what was confirmed is safe.")


class ProgramUnreadable(Failed):
    """A part of the program itself could not be loaded: the disk that it is on, or memory."""

    text = N_("A part of the program could not be read.")
    hint = N_("Try again. If it stays so, look at the disk of the program and install wkc anew; the register is safe.")


class OutOfMemory(Failed):
    """Argon2 did not get its memory or its threads."""

    text = N_("There is not enough memory to check the password.")
    hint = N_("Close other programs and try again.")


class WeakPassword(Invalid):
    """NIST SP 800-63B 5.1.1.2 asks for at least 8."""

    text = N_("A password needs at least {least} characters.")
    hint = N_("A few words in a row are strong and easy to type.")


class PasswordGuessed(Invalid):
    """NIST SP 800-63B 5.1.1.2: common, repeated and derived words are refused, with the reason."""

    text = N_("This password is soon guessed: {why}.")
    hint = N_("Take four words that have nothing to do with each other or with you.")


class BadUserId(Invalid):
    """The USER ID must fit `^[a-z][a-z0-9_-]{1,31}$` and be none of the vault's own names (VAULT 2)."""

    text = N_("This cannot be a USER ID.")
    hint = N_("Two to 32 small letters, digits, - or _, a letter first; `unknown` and `recovery` are taken.")


class RecoveryCodeWrong(NotSignedIn):
    """The check characters or the key of a recovery code do not fit."""

    text = N_("This is not a recovery code of this register.")
    hint = N_("Check it letter by letter: it has {groups} groups, the last character of each guards the others.")
