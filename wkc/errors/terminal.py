"""The terminal, the files that we write, the program itself."""

from wkc.errors.families import Failed, Invalid, NotPermitted, Usage, WkcError
from wkc.i18n import N_


class NoTerminal(Usage):
    """A script brings all that a person would be asked."""

    text = N_("{what}: this is missing, and there is no terminal to ask on.")
    hint = N_("{how}")


class PasswordsDiffer(Invalid):
    """A new password is typed twice: a slip of the finger would lock the user out."""

    text = N_("The two passwords are not the same.")
    hint = N_("Type the new password twice.")


class BadKvk(Invalid):
    """Handelsregisterwet: a KvK number has eight digits."""

    text = N_("This is not a KvK number: it has eight digits.")
    hint = N_("It stands on the extract from the trade register.")


class PaperFailed(Failed):
    """Typst did not make the PDF; what it said may quote the document and stays out of every message."""

    text = N_("The document could not be set on paper ({template}).")
    hint = N_("Nothing was written. Export it as JSON, and tell who maintains wkc.")


class NameImpossible(Invalid):
    """ENAMETOOLONG, or an octet zero: the name of a file or folder that no disk can hold."""

    text = N_("No file or folder can have this name.")
    hint = N_("Use a shorter one, of ordinary characters.")


class OutputExists(Invalid):
    """A file is replaced on demand alone; `is_file` tells whether it can be replaced at all."""

    text = N_("The file {path} is there already.")
    hint = N_("Name another, or add --force to replace it.")

    @property
    def sentences(self) -> tuple[str, str]:
        """The event and the remedy; no folder and no device is ever replaced."""
        if self.facts.get("is_file", True):
            return self.text, self.hint
        return N_("{path} is a folder or a device, and no file to replace."), N_("Name a file.")


class OutputInRegister(Invalid):
    """A paper is never written in the folder of the register, where all is encrypted."""

    text = N_("Papers do not belong in the folder of the register.")
    hint = N_("Name a place outside {home}.")


class OutputUnwritable(Failed):
    """The place has no folder, no rights or no room; no half file is left."""

    text = N_("The file {path} cannot be written.")
    hint = N_("Check the folder, its permissions and the space on the disk.")


class DemoExists(Invalid):
    """The demo writes over nothing."""

    text = N_("The folder {path} holds files already.")
    hint = N_("Name a new one: wkc demo DIR")


class UsageWrong(Usage):
    """The parser refused the words of a command."""

    text = N_("{message}")
    hint = N_("`{command} --help` shows how.")


class Interrupted(WkcError):
    """130: the user pressed Ctrl-C."""

    code = 130
    text = N_("Interrupted; nothing was changed.")
    hint = N_("Run it again when you like.")


class InterruptedMidway(Interrupted):
    """130: the user pressed Ctrl-C after a part was done for good."""

    text = N_("Interrupted; what was done before stays, each step of it whole ({count} in all).")
    hint = N_("`wkc audit list` shows it. Run the command again for the rest.")


class Unexpected(WkcError):
    """A mistake of ours; the place is a module and a line, never a value."""

    text = N_("A fault in the program itself stopped this ({kind} in {place}).")
    hint = N_("Nothing was confirmed. Please report what stands in brackets to who maintains wkc.")


class UnexpectedMidway(Unexpected):
    """A mistake of ours after a part was done for good."""

    hint = N_("Please report what stands in brackets to who maintains wkc.")


class DemoFailed(Failed):
    """A command of the demo ended otherwise than with 0."""

    text = N_("The demo stopped: `wkc {command}` ended with {code}.")
    hint = N_("What it said stands above.")


class NotInsideShell(Usage):
    """A shell knows the register and the user, and starts no other program."""

    stable_name = "not_at_a_seat"

    text = N_("In `wkc shell` the register and the user are known, and this command or option is not for it.")
    hint = N_("Leave the shell with `exit` and give it there.")


class FileOutside(NotPermitted):
    """A name under `wkc shell --files` leads out of the one folder: a link, another folder, a hidden file."""

    text = N_("Here files have a plain name and stand in {folder}.")
    hint = N_("Give the name alone, without a folder before it.")


class OneOf(Usage):
    """A command takes one of two options, or of three where there is a `third`."""

    text = N_("Give either {one} or {other}.")
    hint = N_("One of the two, not both.")

    @property
    def sentences(self) -> tuple[str, str]:
        """The event and the remedy, for as many ways as there are."""
        if "third" in self.facts:
            return N_("Give either {one}, {other} or {third}."), N_("One of the three alone.")
        return self.text, self.hint


class MissingOption(Usage):
    """An option is needed for this use of a command, though not for every use."""

    text = N_("{option} is missing.")
    hint = N_("`wkc {command} --help` shows how.")


class QuotesOpen(Usage):
    """A line of the shell has a quotation mark without its other half."""

    text = N_("A quotation mark is not closed.")
    hint = N_("Type the line again.")


class StdinTaken(Usage):
    """stdin brings one thing, and two were to come from it."""

    text = N_("stdin brings the value or note here, so it cannot bring the client too.")
    hint = N_("Give the dossier number after the command.")


class MissingCommand(Usage):
    """A group of commands was typed alone, where no help can be shown."""

    text = N_("A command is missing.")
    hint = N_("`wkc --help` lists them.")
