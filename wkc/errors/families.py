"""The parts of every error, and the families: one exit code each."""

from typing import ClassVar, NamedTuple

from wkc.i18n import N_, _

STAYS = N_("What the command did before stays, each step of it whole ({count} in all): see `wkc audit list`.")


class WkcError(Exception):
    """An error that a user can read. `code` is the exit code of the process."""

    code: ClassVar[int] = 1
    text: ClassVar[str] = N_("Something went wrong.")
    hint: ClassVar[str] = N_("Try again; nothing was changed.")
    in_place: ClassVar[str | None] = None
    """The event where the facts have `place`, from 1, of what was typed among several."""
    stable_name: ClassVar[str | None] = None
    """The name that scripts know, where the class has another one by now."""

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts
        self.kept = 0
        """The steps that the command had done for good before this."""

    @classmethod
    def class_name(cls) -> str:
        """Give the class name in snake_case, or the stable name: a script may test it, and the log keeps it."""
        snake_case = "".join("_" + sign.lower() if sign.isupper() else sign for sign in cls.__name__)
        return cls.stable_name or snake_case.lstrip("_")

    @property
    def name(self) -> str:
        """The name of the class, as scripts know it."""
        return self.class_name()

    @property
    def sentences(self) -> tuple[str, str]:
        """The event and the remedy, not translated; an error of several cases chooses them by its facts."""
        return self.in_place if self.in_place and "place" in self.facts else self.text, self.hint

    @property
    def text_and_hint(self) -> tuple[str, str]:
        """The event and the remedy, in the language in use."""
        text, hint = (_(sentence).format(**self.facts) for sentence in self.sentences)
        return text, f"{_(STAYS).format(count=self.kept)} {hint}" if self.kept else hint


class Failed(WkcError):
    """1: the machine let us down."""

    code = 1


class Usage(WkcError):
    """2: the command was typed wrong."""

    code = 2


class Refused(WkcError):
    """3: the regulation says no."""

    code = 3


class NotPermitted(WkcError):
    """4: this user may not do this."""

    code = 4
    text = N_("You may not do this in your role.")
    hint = N_("Ask the beheerder.")

    @property
    def sentences(self) -> tuple[str, str]:
        """The remedy names the roles that may do it besides the beheerder, where the facts have `roles`."""
        return self.text, N_("Ask one of these: beheerder, {roles}.") if self.facts.get("roles") else self.hint


class NotFound(WkcError):
    """5: there is no such thing, or not for this user."""

    code = 5


class Invalid(WkcError):
    """6: what was given cannot be right."""

    code = 6


class NotSignedIn(WkcError):
    """7: nobody, or not the one they say."""

    code = 7
    text = N_("Signing in failed: this USER ID and password do not belong together.")
    hint = N_("Check both and try again; the beheerder can set a new password.")


class Damaged(WkcError):
    """8: a file is damaged or was tampered with."""

    code = 8


class Busy(WkcError):
    """9: somebody else is using what we need."""

    code = 9


class Fault(NamedTuple):
    """One fault in a file that was offered: where (row as a spreadsheet counts, column) and what."""

    error: Invalid
    row: int | None = None
    column: str | None = None
