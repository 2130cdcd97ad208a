"""The dialog of a form: one question at a time, back and away without a trace, a summary, and then the command."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from wkc.cli.forms.guided.form import CLIENT, OTHER_CLIENT, REQUEST
from wkc.cli.terminal.questions import BACK, NO, YES
from wkc.errors.families import Invalid
from wkc.errors.terminal import OutputUnwritable
from wkc.i18n import N_, _
from wkc.rules.access.permission import can_role

if TYPE_CHECKING:
    from wkc.cli.forms.guided.desk import Desk
    from wkc.cli.forms.guided.form import Answers, Filled, Form, Question

HOW = N_("Type the whole command.")
EMPTY = "-"
"""The answer that takes away what was answered before, where nothing will do."""


class FormLeft(Exception):
    """The person went back before the first question, or stopped."""


class FormDialog:
    """One form as one person fills it in; `known` are answers that are known already and not asked for.

    A detour makes what another form needs first.
    """

    def __init__(self, desk: Desk, form: Form, known: Answers, *, is_detour: bool = False) -> None:
        self._desk = desk
        self._form = form
        self._known = dict(known)
        self.answers = dict(known)
        self._meant: dict[str, str] = {}
        self._is_detour = is_detour
        self._has_made = False

    def fill(self) -> Answers | None:
        """Ask, show, and carry out; give the answers once that succeeded, None when the form was left."""
        self._desk.cli.say(_(self._form.line) + ". " + _("`<` goes a question back, Ctrl-C stops and keeps nothing."))
        place = 0
        try:
            while True:
                self._ask_from(place)
                filled = self._form.command(self.answers)
                self._summarize(filled)
                if not self._is_right():
                    place = self._find_earlier(len(self._form.questions))
                    continue
                code = self._desk.run((*self._form.words, *filled.words), filled.typed, alone=self._form.alone)
                if code in self._form.done:
                    return self.answers
                if not self._has_question() or not self._can_try_again():
                    return None
                place = self._find_earlier(len(self._form.questions))
        except (KeyboardInterrupt, FormLeft):
            if self._has_made:
                self._desk.cli.say(_("{form}: nothing was kept.").format(form=_(self._form.line)))
            elif not self._is_detour:
                self._desk.cli.say(_("Nothing was kept."))
            return None

    def _ask_from(self, place: int) -> None:
        questions = self._form.questions
        while place < len(questions):
            question = questions[place]
            if self._is_known(question):
                place += 1
            elif not question.asked(self._desk, self.answers):
                self.answers.pop(question.key, None)
                place += 1
            elif (answer := self._ask_several(question) if question.several else self._ask_one(question)) == BACK:
                place = self._find_earlier(place)
            else:
                self.answers[question.key] = answer
                place += 1

    def _is_known(self, question: Question) -> bool:
        """Tell whether an answer is known already; one that its list does not have is asked for after all."""
        if question.key not in self._known:
            return False
        known = self._known[question.key]
        options = question.options(self._desk, self.answers) if question.options else None
        if options is not None and known not in options:
            del self._known[question.key]
            self.answers.pop(question.key, None)
            return False
        self._meant[question.key] = _meaning(options, known)
        return True

    def _find_earlier(self, place: int) -> int:
        """Give the place of the question before one; Left where there is none."""
        for earlier in reversed(range(place)):
            question = self._form.questions[earlier]
            if question.key not in self._known and question.asked(self._desk, self.answers):
                return earlier
        raise FormLeft

    def _has_question(self) -> bool:
        """Tell whether anything was asked that can be answered otherwise."""
        return any(
            question.key not in self._known and question.asked(self._desk, self.answers)
            for question in self._form.questions
        )

    def _ask_several(self, question: Question) -> str:
        """Ask for one answer after another until Enter; what was chosen before stays as it is, or is chosen anew."""
        more = question._replace(line=N_("Another"), usual=None, required=False)
        while True:
            first = self._ask_one(question)
            if first in {"", BACK}:
                return first
            self.answers.pop(question.key, None)
            chosen = first.split(",")
            while (answer := self._ask_one(more)) not in {"", BACK}:
                chosen.append(answer)
            joined = ",".join(dict.fromkeys(chosen))
            if answer != BACK:
                options = question.options(self._desk, self.answers) if question.options else None
                self._meant[question.key] = "; ".join(_meaning(options, one) for one in joined.split(","))
                return joined
            self.answers[question.key] = joined

    def _ask_one(self, question: Question) -> str:
        """Ask one question until the answer can be; `<` for one question back."""
        options = question.options(self._desk, self.answers) if question.options else None
        while question.options and not options and question.required and not question.open:
            if not self._make_first(question):
                return BACK
            options = question.options(self._desk, self.answers)
        while question.key == CLIENT and not question.options and self._desk.clients() == {}:
            if not self._make_first(question._replace(made_by="register")):
                return BACK
        usual = self.answers.get(question.key) or (question.usual(self._desk, self.answers) if question.usual else "")
        can_clear = bool(usual) and not question.required
        line = _word_question(question, options, usual, can_clear=can_clear)
        while True:
            typed = self._read_answer(question, line, options, can_clear=can_clear).strip()
            if typed == BACK:
                return BACK
            if typed == EMPTY and can_clear:
                return ""
            answer = typed or usual
            if not answer and question.required:
                self._desk.cli.say(_("Fill something in, or stop with Ctrl-C."))
                continue
            try:
                read = question.read(self._desk, self.answers, answer) if answer and question.read else None
            except (Invalid, OutputUnwritable) as error:
                self._desk.cli.say(" ".join(error.text_and_hint))
                continue
            self._meant[question.key] = _add_date(answer, read) or _meaning(options, answer)
            return answer

    def _make_first(self, question: Question) -> bool:
        """Say that there is nothing to choose from, and offer the form that makes the first; False goes back.

        One that was left is offered again: what was typed before it stays.
        """
        self._desk.cli.say(_("{question}: there is none for this now.").format(question=_(question.line)))
        form = self._find_maker(question)
        if form is None or not can_role(self._desk.role, form.action):
            raise FormLeft
        offer = _("This step comes first: “{form}”. Enter takes it now, n goes a question back").format(
            form=_(form.line)
        )
        if not self._desk.cli.agree(offer, HOW, back=BACK):
            return False
        client = {CLIENT: self.answers[CLIENT]} if CLIENT in self.answers else {}
        if FormDialog(self._desk, form, {**dict(question.made_with), **client}, is_detour=True).fill() is not None:
            self._has_made = True
        self._desk.cli.say(_("Back to: {form}.").format(form=_(self._form.line)))
        return True

    def _find_maker(self, question: Question) -> Form | None:
        """Give the form that makes the first; of steps that each need the one before, the first that can be taken."""
        from wkc.cli.forms.start_screen import FORMS

        form = FORMS.get(question.made_by)
        while form is not None:
            asked = next((one for one in form.questions if one.key == REQUEST and one.made_by), None)
            if asked is None or asked.options is None:
                return form
            fitting = self._desk.requests(self.answers.get(CLIENT), fits=question.fits)
            if asked.options(self._desk, self.answers).keys() & fitting.keys():
                return form
            form = FORMS.get(asked.made_by)
        return None

    def _read_answer(self, question: Question, line: str, options: Mapping[str, str] | None, *, can_clear: bool) -> str:
        if question.key in {CLIENT, OTHER_CLIENT} and not options:
            return self._desk.find_client(line="" if question.key == CLIENT else question.line)
        if not options:
            return self._desk.cli.ask(line, HOW)
        offered = {**options, **({EMPTY: _("none")} if can_clear else {}), BACK: _("a question back")}
        if question.several:
            return self._choose_several(line, offered)
        choose = self._desk.cli.choose_file if question.open else self._desk.cli.choose
        return choose(line, offered, HOW)

    def _choose_several(self, line: str, options: Mapping[str, str]) -> str:
        """Ask for some of a list, with commas between, until each is on it."""
        from wkc.cli.terminal.completion import settle

        while True:
            typed = self._desk.cli.choose_or_type(line, options, HOW)
            parts = [part.strip() for part in typed.split(",") if part.strip()]
            chosen = [settle(options, part) for part in parts]
            is_mixed = len(parts) > 1 and not {BACK, EMPTY}.isdisjoint((*parts, *chosen))
            if not is_mixed and all(one in options for one in chosen):
                return ",".join(chosen)
            self._desk.cli.say(_("This is not on the list. Type a part of a word to see what is."))

    def _summarize(self, filled: Filled) -> None:
        """Show the answers and their command."""
        from wkc.cli.terminal.screen import Screen

        self._desk.cli.pause_progress()
        screen = Screen(self._desk.cli.environment, self._desk.session.names)
        screen.heading(_(self._form.line))
        screen.pairs(
            (_(question.line), self._meant.get(question.key) or self.answers[question.key])
            for question in self._form.questions
            if self.answers.get(question.key)
        )
        if self._form.preview is not None:
            self._desk.cli.say(self._form.preview(self._desk, self.answers))
        screen.say(
            _("This is `wkc {command}`.").format(command=" ".join(map(_quote, (*self._form.words, *filled.words))))
        )

    def _is_right(self) -> bool:
        while True:
            typed = self._desk.cli.ask(N_("Is this right? Enter keeps it, < goes back, n stops"), HOW).strip()
            if typed.casefold() in YES:
                return True
            if typed == BACK:
                return False
            if typed.casefold() in NO:
                raise FormLeft
            self._desk.cli.say(_("Answer with Enter, < or n."))

    def _can_try_again(self) -> bool:
        return self._desk.cli.agree(self._form.failed, HOW)


def can_follow(desk: Desk, form: Form, known: Answers) -> bool:
    """Tell whether a form can be filled in after another: its step is one of the request that is known, or of one.

    Where it is about the client of that request too, `known` gets that client.
    """
    keys = {question.key: question for question in form.questions}
    asked = keys.get(REQUEST)
    if asked is None or asked.options is None or not known.keys() & {CLIENT, REQUEST}:
        return True
    if CLIENT in keys and CLIENT not in known and (client := desk.client_of(known[REQUEST])) is not None:
        known[CLIENT] = client
    listed = asked.options(desk, known)
    return known[REQUEST] in listed if REQUEST in known else bool(listed)


def _add_date(typed: str, read: object) -> str:
    """Give a day that was typed as a word with its date; empty for any other answer."""
    return f"{typed} ({read})" if isinstance(read, date) and typed.isalpha() else ""


def _word_question(question: Question, options: Mapping[str, str] | None, usual: str, *, can_clear: bool) -> str:
    usual = usual.replace("\n", " ")
    if can_clear:
        line = _("{question} [{usual}] (-: none)")
        return line.format(question=_(question.line), usual=_meaning(options, usual))
    if usual:
        return f"{_(question.line)} [{_meaning(options, usual)}]"
    if question.is_long and question.required:
        return _("{question} (Alt-Enter: new line)").format(question=_(question.line))
    if question.is_long:
        return _("{question} (Enter: none, Alt-Enter: new line)").format(question=_(question.line))
    return _(question.line) if question.required else _("{question} (Enter: none)").format(question=_(question.line))


def _meaning(options: Mapping[str, str] | None, answer: str) -> str:
    """Give an answer with what it means; an option of a command is what it means alone."""
    if options and answer.startswith("--"):
        return options.get(answer, answer)
    return " - ".join(filter(None, (answer, options.get(answer)))) if options else answer


def _quote(word: str) -> str:
    return word if word.isascii() and " " not in word else f'"{word}"'
