"""A session (`wkc login`): it cannot be begun, or it is over."""

from wkc.errors.families import Failed, Invalid, NotSignedIn
from wkc.i18n import N_


class SessionEnded(NotSignedIn):
    """The agent that held the keys is gone: idle, signed out, or after eight hours."""

    text = N_("The session has ended.")
    hint = N_("Give the command again and type your password, or sign in with `wkc login` first.")


class SessionFolderUnsafe(Invalid):
    """The folder of the socket is another's, open to others, or its path too long (VAULT 5)."""

    text = N_("No session can be kept in {path}: it should be a folder of your own account alone, with a short name.")
    hint = N_("See `ls -ld {path}`, or set XDG_RUNTIME_DIR; without a session every command asks for the password.")


class SessionNotStarted(Failed):
    """The agent did not start, or the terminal session cannot be told from another."""

    text = N_("No session could be started on this terminal.")
    hint = N_("Nothing else is wrong: without a session every command asks for the password.")
