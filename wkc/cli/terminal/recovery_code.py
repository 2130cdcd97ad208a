"""A recovery code as people type it: whole, or group by group from the paper; each group is checked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.questions import Questions


def ask_code(questions: Questions) -> str:
    """Ask until each group has the character that guards it; right groups are not asked for again."""
    from wkc.vault.keys import recovery_code

    how = N_("Add --code-file FILE.")
    questions.terminal(N_("Recovery code"), how)
    groups: list[str] = []
    while (number := len(groups) + 1) <= recovery_code.GROUPS:
        what = _("Recovery code, group {number} of {groups}").format(number=number, groups=recovery_code.GROUPS)
        for group in recovery_code.split(questions.ask(what, how)):
            if not recovery_code.is_group(len(groups), group):
                text = _("Group {number} is not right. Look at it letter by letter, and go on from there.")
                questions.say(text.format(number=len(groups) + 1))
                break
            groups.append(group)
    return "-".join(groups)
