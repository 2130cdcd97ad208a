"""Forms of who has access and who looked: the beheerder's regular care (art. 6, 7 and 14.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.backup_forms import ACCOUNT, persons
from wkc.cli.forms.guided.client_forms import WHO
from wkc.cli.forms.guided.form import AGAIN, CLIENT, Answers, Filled, Form, Question, option, taking
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk


def _looks(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the looks outside a caseload that wait, by their line."""
    from wkc.procedures.operations import audit

    return {
        str(one.line): f"{one.by}, {desk.session.names.get(one.number, one.number)}: {one.reason or _('(withheld)')}"
        for one in audit.list_looks(desk.session)
    }


def _report(answers: Answers) -> Filled:
    options = (*option("--from", answers.get("first")), *option("--to", answers.get("last_day")))
    return Filled((answers[CLIENT], *options))


def _say_old_codes(_desk: Desk, _answers: Answers) -> str:
    return _("Two new codes are shown once, to write down; the old ones open nothing any more.")


FORMS = {
    "look": Form(
        N_("See why somebody looked, in an emergency"),
        "audit.review",
        ("audit", "review"),
        (Question("look", N_("Which look"), _looks),),
        taking("look"),
        ("look",),
        failed=AGAIN,
    ),
    "responsible": Form(
        N_("Who answers for a service account"),
        "user.responsible",
        ("user", "responsible"),
        (ACCOUNT, Question("user", N_("Who answers for it"), persons)),
        taking("account", "user"),
    ),
    "looked_at": Form(
        N_("Who looked at a client, and why"),
        "audit.report",
        ("audit", "report"),
        (
            WHO,
            Question("first", N_("From which day"), read=shared_answers.read_day, required=False),
            Question("last_day", N_("Up to which day"), read=shared_answers.read_day, required=False),
        ),
        _report,
    ),
    "new_codes": Form(
        N_("Make new recovery codes"),
        "register.new_codes",
        ("recover",),
        (),
        lambda _answers: Filled(("--new-codes",)),
        alone=True,
        preview=_say_old_codes,
        failed=AGAIN,
    ),
}
"""The forms by the key under which menus and other forms name them."""
