"""Backups: where they go, whether they hold, who opens them."""

from wkc.errors.families import Damaged, Invalid, NotFound, NotPermitted
from wkc.i18n import N_


class BackupNowhere(Invalid):
    """Neither the setting backup.folder nor --to names a folder."""

    text = N_("It is not set where backups go.")
    hint = N_("`wkc settings set backup.folder /path/to/folder`, or name a folder with --to.")


class BackupFolderMissing(Invalid):
    """A medium that is not mounted must not become a folder on this disk."""

    text = N_("The folder for backups {folder} is not there.")
    hint = N_("Connect or mount what it is on, or make the folder.")


class BackupFolderClosed(Invalid):
    """The folder is tried when it is set: the night would find it closed too late."""

    text = N_("Nothing can be written in the folder for backups {folder}.")
    hint = N_("Give the account that owns the register the right to write there, or name another folder.")


class ServiceAccountMissing(Invalid):
    """Cron signs in as a service account, which sees no names; the register has none."""

    text = N_("There is no service account for the work of the night.")
    hint = N_("`wkc user designate nightly --service --responsible ID --key-file FILE` makes one.")


class ServiceAccountUnclear(Invalid):
    """Several service accounts could do the work of the night."""

    text = N_("There is more than one service account.")
    hint = N_("Name one with --account: {accounts}.")


class CrontabUnfit(Invalid):
    """crontab(5) has no way to write this text."""

    text = N_("{name} holds what a crontab cannot hold: a line break, a backslash, or both kinds of quotes.")
    hint = N_("Use a path or an address without it.")


class BackupDiskMissing(Invalid):
    """A backup on the register's own disk is lost with it."""

    text = N_("The disk of the backups is not there: {folder} is on the disk of the register now.")
    hint = N_("Mount the disk. If backups go beside the register from now on, set backup.folder again.")


class BackupAbsent(NotFound):
    """The folder of the backup is not there, as on a disk that is not mounted: that is no damage."""

    text = N_("The backup {path} is not there.")
    hint = N_("Connect or mount the disk it is on; `wkc backup list` shows which backups are there.")


class BackupUnknown(NotFound):
    """No backup was made, or all were pruned."""

    text = N_("There is no backup to look at.")
    hint = N_("`wkc backup create` makes one; or name the folder of a backup.")


class BackupsInside(Invalid):
    """The folder is the one in which backups are made, and no backup itself."""

    text = N_("{path} is a folder with backups, not one of them.")
    hint = N_("Name one: `wkc backup list` shows them all, and the newest here is {newest}.")


class BackupDamaged(Damaged):
    """A file of the backup is missing, cut short or changed."""

    text = N_("The backup {path} is damaged: {file} is not as it was made.")
    hint = N_("Do not rely on it: make a new one with `wkc backup create`, or use an older one.")


class BackupForged(Damaged):
    """The manifest is of another vault, or its signature does not hold."""

    text = N_("The backup {path} was not made by a beheerder or a service account of this register.")
    hint = N_("Do not use it. Tell the beheerder.")


class BackupNewer(Invalid):
    """The format of the backup is of a later program."""

    text = N_("The backup {path} was made by a newer wkc.")
    hint = N_("Install the newest wkc on this machine.")


class BackupClosed(NotPermitted):
    """No key of this user opens the backup."""

    text = N_("The backup {path} opens for who was beheerder when it was made, or with a recovery code of that day.")
    hint = N_("Use the recovery code of that day, or ask another beheerder.")
