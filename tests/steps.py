"""The failpoints that each operation passes, in their order; tests put a crash or a full disk at each."""

REPLACING = (
    "opened",
    "written",
    "synced",
    "renamed",
    "folder synced",
    "copy opened",
    "copy written",
    "copy synced",
    "copy renamed",
    "copy folder synced",
)
FOUNDING = (
    "home made",
    "register touched",
    "register keyed",
    "register made",
    "filled",
    "checkpointed",
    "closed",
    "register synced",
    "keys sealed",
    *REPLACING[:3],
    "register named",
    *REPLACING[3:],
)
RENEWAL = ("register renamed", "register folder synced")
COPYING = ("source checkpointed", "register touched", "register keyed", "copied")
LEDGER = ("ledger opened", "ledger written", "ledger synced", "ledger folder synced")
CORRECTING = ("correction set aside", "correction deleted", "correction purged", "correction copied")
PURGING = (
    "source checkpointed",
    "compacted",
    "checkpointed",
    "closed",
    "verified",
    "register synced",
    "purge renamed",
    "purge folder synced",
    "purge opened",
)
BACKING_UP = (
    "backup begun",
    "register touched",
    "register keyed",
    "backup copied",
    "compacted",
    "backup register written",
    "backup files written",
    "backup signed",
    "backup synced",
    "backup renamed",
    "backup folder synced",
)
ROTATING = (
    *COPYING,
    "changed",
    "compacted",
    "verified",
    "register synced",
    "keys sealed",
    *REPLACING,
    "old removed",
    "old removal synced",
)
