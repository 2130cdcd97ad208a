"""Forms about a whole dossier: two that are one person, values put aside, its holds, and its end (art. 4.2, 10, 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.client_forms import WHO
from wkc.cli.forms.guided.desk import choices, is_yes, words_of
from wkc.cli.forms.guided.document_forms import REASONS
from wkc.cli.forms.guided.form import (
    AGAIN,
    CLIENT,
    OTHER_CLIENT,
    REQUEST,
    Answers,
    Filled,
    Form,
    Question,
    only_option,
    option,
    taking,
)
from wkc.cli.terminal.context import OVERDUE
from wkc.i18n import N_, _, ngettext
from wkc.sentences import hold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk

TAKE, DROP = "overnemen", "laten"
GROUNDS = choices(hold.GROUNDS)
SHOWN = 5
"""The dossiers of a run that are named before it."""


def _holds(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the holds of the client that were not ended."""
    from wkc.procedures.dossier import client

    grounds = GROUNDS(desk, answers)
    return {
        str(one.number): _("{ground}, up to {day}").format(ground=grounds[one.ground], day=one.until_on)
        for one in client.show(desk.session, answers[CLIENT]).dossier.holds
        if one.released_on is None
    }


def _put_aside(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the values of lists that wait for a decision, each beside what is on file."""
    from wkc.procedures.intake import supplied

    return {
        str(one.supplied.number): _("{field}: {value}; on file: {now}").format(
            field=one.supplied.field.label,
            value=one.supplied.value or _("(withheld)"),
            now=", ".join(entry.value or _("(withheld)") for entry in one.current) or _("nothing"),
        )
        for one in supplied.list_of_client(desk.session, answers[CLIENT]).values
    }


def _decide(answers: Answers) -> Filled:
    chosen = "--take" if answers["verdict"] == TAKE else "--drop"
    return Filled((answers[CLIENT], *option(chosen, answers["aside"])))


def _is_of_another(_desk: Desk, answers: Answers) -> bool:
    return answers.get("why") == "verkeerd_dossier"


def _mistake(answers: Answers) -> Filled:
    options = (*option("--reason", answers["why"]), *option("--to", answers.get(OTHER_CLIENT)))
    return Filled((answers[CLIENT], answers["entry"], *options))


def _removals(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the removals that were decided on, at request or of own accord, and are not carried out."""
    return desk.requests(answers[CLIENT], "besloten", "medegedeeld", fits=lambda one: one.kind == "verwijdering")


def _say_two_looks(_desk: Desk, _answers: Answers) -> str:
    return _("This decides that the dossier goes; recipients hear of it first, and a colleague looks again.")


def _say_gone(_desk: Desk, _answers: Answers) -> str:
    return _("The dossier is destroyed for good; no backup brings it back. The number is asked for once more.")


def _say_two_again(_desk: Desk, _answers: Answers) -> str:
    return _("The number is a dossier by itself again, with all that was in it.")


def _what_goes(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the one answer by which a run goes on, with what it would destroy now."""
    from wkc.procedures.retention import run

    planned = run.dry_run(desk.session)
    count = len(planned.destroy) + planned.beyond_service
    if not count:
        return {_("yes"): _("nothing is destroyed: no dossier is past its term")}
    text = ngettext(
        "{count} dossier is destroyed for good: {which}", "{count} dossiers are destroyed for good: {which}", count
    )
    which = ", ".join(one.number for one in planned.destroy[:SHOWN])
    return {_("yes"): text.format(count=count, which=which + (", …" if count > SHOWN else ""))}


FORMS = {
    "release": Form(
        N_("A reason to keep data longer has ended"),
        "retention.release",
        ("retention", "release"),
        (
            WHO,
            Question("hold", N_("Which one"), _holds),
            Question("reason", N_("Reason"), read=shared_answers.read_reason),
        ),
        lambda answers: Filled((answers[CLIENT], answers["hold"]), (answers["reason"],)),
    ),
    "supplied": Form(
        N_("Decide on what a list says otherwise"),
        "supplied.decide",
        ("client", "supplied"),
        (
            WHO,
            Question("aside", N_("Which value"), _put_aside),
            Question(
                "verdict",
                N_("What becomes of it"),
                words_of((TAKE, N_("it takes the place of what is on file")), (DROP, N_("what is on file stays"))),
            ),
        ),
        _decide,
        ("supplied",),
    ),
    "mistake": Form(
        N_("A value was written down by mistake"),
        "client.mistake",
        ("client", "mistake"),
        (
            WHO,
            Question("entry", N_("Which value"), shared_answers.entries),
            Question("why", N_("What was wrong"), REASONS),
            Question(OTHER_CLIENT, N_("Whose it is"), asked=_is_of_another, required=False),
        ),
        _mistake,
        failed=AGAIN,
    ),
    "link": Form(
        N_("Two dossiers are of one person"),
        "client.link",
        ("client", "link"),
        (WHO, Question(OTHER_CLIENT, N_("The other dossier"))),
        taking(CLIENT, OTHER_CLIENT),
        failed=AGAIN,
    ),
    "two_people": Form(
        N_("Two dossiers are of two people"),
        "client.link",
        ("client", "link"),
        (WHO, Question(OTHER_CLIENT, N_("The other dossier"))),
        lambda answers: Filled((answers[CLIENT], answers[OTHER_CLIENT], "--not-same")),
    ),
    "unlink": Form(
        N_("Take two dossiers apart again"),
        "client.unlink",
        ("client", "unlink"),
        (WHO,),
        taking(CLIENT),
        preview=_say_two_again,
        failed=AGAIN,
    ),
    "accept": Form(
        N_("Somebody erased before may be on file"),
        "client.accept",
        ("client", "accept"),
        (WHO,),
        taking(CLIENT),
    ),
    "early": Form(
        N_("Decide to destroy a dossier early"),
        "client.destroy",
        ("client", "destroy"),
        (WHO,),
        lambda answers: Filled((answers[CLIENT], "--early")),
        preview=_say_two_looks,
        failed=AGAIN,
    ),
    "destroy": Form(
        N_("Destroy a dossier: asked or decided"),
        "client.destroy",
        ("client", "destroy"),
        (WHO, Question(REQUEST, N_("Request"), _removals, usual=only_option(_removals))),
        lambda answers: Filled((answers[CLIENT], *option("--request", answers[REQUEST]))),
        preview=_say_gone,
        failed=AGAIN,
    ),
    "unregister": Form(
        N_("Destroy one registered by mistake"),
        "client.destroy",
        ("client", "destroy"),
        (WHO,),
        lambda answers: Filled((answers[CLIENT], "--vergissing")),
        preview=_say_gone,
        failed=AGAIN,
    ),
    "run": Form(
        N_("Destroy what is past its five years"),
        "retention.run",
        ("retention", "run"),
        (Question("sure", N_("Shall this be done"), _what_goes),),
        lambda answers: Filled(()) if is_yes(answers["sure"]) else Filled(("--dry-run",)),
        ("papers", "backup"),
        failed=AGAIN,
        done=(0, OVERDUE),
    ),
}
"""The forms by the key under which menus and other forms name them."""
