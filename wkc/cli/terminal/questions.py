"""Questions to a person at the terminal: a line, a choice from a list, a word that is not shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from wkc.errors.families import Invalid
from wkc.errors.terminal import Interrupted, NoTerminal
from wkc.i18n import N_, _
from wkc.procedures.core.environment import IdleTooLong

if TYPE_CHECKING:
    from wkc.cli.terminal.progress_line import ProgressLine
    from wkc.procedures.core.environment import Environment, Terminal

Result = TypeVar("Result")

YES = frozenset({"", "y", "yes", "j", "ja"})
"""The answers that agree: Enter, or yes in either language."""
NO = frozenset({"n", "no", "nee"})
BACK = "<"
"""The answer that goes a question back."""


class Questions:
    """The terminal of an environment as questions are asked on it; `yes` asks none (--yes).

    `progress_line` is cleared while a person reads or types, and counts between.
    """

    def __init__(self, environment: Environment, *, yes: bool, progress_line: ProgressLine | None = None) -> None:
        self.environment = environment
        self.yes = yes
        self._progress_line = progress_line

    def resume_progress(self) -> None:
        """Count the seconds until a person reads or types again."""
        if self._progress_line is not None:
            self._progress_line.start()

    def pause_progress(self) -> None:
        """Count no more: a person reads or types, or another command does its own counting."""
        if self._progress_line is not None:
            self._progress_line.clear()

    def ask(self, what: str, how: str) -> str:
        """Ask for a line on the terminal; without one, say what is missing and how to bring it."""
        return self._ask_again_when_idle(partial(self.terminal(what, how).ask, _phrase(what)))

    def choose(self, what: str, options: Mapping[str, str], how: str) -> str:
        """Ask for one of the options until the answer is one, or begins or fits only one; Enter answers nothing."""
        from wkc.cli.terminal.completion import settle

        asking = self._make_choice(what, options, how, settle)
        while True:
            answer = settle(options, self._ask_again_when_idle(asking).strip())
            if not answer or answer in options:
                return answer
            self.say(_("This is not on the list. Type a part of a word to see what is."))

    def choose_one(self, what: str, options: Mapping[str, str], how: str) -> str:
        """Ask for one of the options until one is chosen."""
        while not (chosen := self.choose(what, options, how)):
            pass
        return chosen

    def choose_yes(self, what: str, how: str) -> bool:
        """Ask for yes or no, from a list of the two in the language in use, until one is chosen."""
        return self.choose_one(what, {_("yes"): "", _("no"): ""}, how) == _("yes")

    def choose_or_type(self, what: str, options: Mapping[str, str], how: str) -> str:
        """Ask for one of the options, or for anything else: what fits one option only is that one."""
        from wkc.cli.terminal.completion import settle_open

        return settle_open(
            options, self._ask_again_when_idle(self._make_choice(what, options, how, settle_open)).strip()
        )

    def choose_file(self, what: str, options: Mapping[str, str], how: str) -> str:
        """Ask for a file of a list, or for any other: only what begins the name of one file is that one."""
        from wkc.cli.terminal.completion import settle_file

        return settle_file(
            options, self._ask_again_when_idle(self._make_choice(what, options, how, settle_file)).strip()
        )

    def _make_choice(
        self, what: str, options: Mapping[str, str], how: str, settle: Callable[[Mapping[str, str], str], str]
    ) -> Callable[..., str]:
        """Give the question: with a list beneath it, or after its lines where a screen reader reads them (--plain)."""
        from wkc.cli.terminal.completion import number

        terminal = self.terminal(what, how)
        if not self.environment.environ.get("WKC_PLAIN"):
            return partial(terminal.choose, _phrase(what), options, settle=partial(settle, options))
        numbers = number(options)
        for word, meaning in options.items():
            self.say(" ".join(filter(None, (numbers.get(word), word, meaning))))
        return partial(terminal.ask, _phrase(what))

    def command(self, prompt: str, words: Mapping[str, list[str]], lines: int = 0) -> str | None:
        """Read one command, with completion, or a line of a menu of so many; None at the end of input."""
        terminal = self.terminal(N_("A terminal"), N_("Type the command after `wkc`."))
        return self._ask_again_when_idle(partial(terminal.command, prompt, words, lines))

    def terminal(self, what: str, how: str) -> Terminal:
        """Give the terminal; without one, or with --yes, say what is missing and how to bring it."""
        terminal = self.environment.terminal()
        if terminal is None or self.yes:
            raise NoTerminal(what=_(what), how=_(how))
        return terminal

    def _ask_again_when_idle(self, asking: Callable[..., Result]) -> Result:
        """Ask; what was typed before the session ended for want of a key is there when the question is asked again."""
        typed = ""
        while True:
            self.pause_progress()
            try:
                answer = asking(typed=typed, idle=self.idle_seconds())
            except IdleTooLong as left:
                typed = left.typed
                self.sign_in_again()
            else:
                self.resume_progress()
                return answer

    def idle_seconds(self) -> float | None:
        """Give the seconds that a question may wait; None where nothing is lost by waiting."""
        return None

    def sign_in_again(self) -> None:
        """Have the person who was away too long prove who it is, before the question is asked again."""

    def ask_until(self, what: str, how: str, read: Callable[[str], Result]) -> Result:
        """Ask until the answer can be read; what is wrong with one is said, and nothing is lost."""
        while True:
            answer = self.ask(what, how)
            try:
                return read(answer)
            except Invalid as error:
                self.say(" ".join(error.text_and_hint))

    def agree(self, offer: str, how: str, *, back: str = "") -> bool:
        """Ask for Enter or n; any other answer was meant for another question, and changes nothing.

        Where n goes a question back, so does the sign `back`.
        """
        while True:
            typed = self.ask(offer, how).strip().casefold()
            if typed in YES:
                return True
            if typed in NO or (back and typed == back):
                return False
            self.say(_("Answer with Enter or n."))

    def ask_yes(self, what: str, how: str, *, usual: bool = True) -> bool:
        """Ask for a line with yes or no, in either language, until it is one of them; Enter is the usual one."""
        while (typed := self.ask(what, how).strip().casefold()) not in YES | NO:
            self.say(_("Answer with yes or no."))
        return typed in YES if typed else usual

    def confirm(self, what: str) -> None:
        """Have somebody type yes, in their language or ours; errors.Interrupted for anything else."""
        typed = self.ask(_("{what} Type yes").format(what=_(what)), N_("Add --yes before the command."))
        if typed.strip().lower() not in {"yes", _("yes")}:
            raise Interrupted

    def ask_secret(self, what: str, how: str) -> str:
        """Ask for a line that is not shown."""
        terminal = self.environment.terminal()
        if terminal is None:
            raise NoTerminal(what=_(what), how=_(how))
        while True:
            self.pause_progress()
            try:
                secret = terminal.ask_secret(_(what) + ": ", self.idle_seconds())
            except IdleTooLong:
                self.sign_in_again()
            else:
                self.resume_progress()
                return secret

    def say(self, text: str) -> None:
        """Say something to the user, on stderr: it is not data."""
        from wkc.cli.terminal.command_hint import show
        from wkc.cli.terminal.wrap import wrap

        self.pause_progress()
        self.environment.stderr.write(wrap(show(text, self.environment.typed), self.environment.stderr) + "\n")
        self.environment.stderr.flush()
        self.resume_progress()


def _phrase(what: str) -> str:
    """Give a question in the language of who is asked, its days as that language writes them."""
    from wkc.cli.terminal.days import show_days

    return show_days(_(what)) + ": "
