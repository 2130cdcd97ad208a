"""The menus of the start screen: numbered lines in the words of the work, each a form or a command."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from wkc.cli.forms.guided.answer_forms import FORMS as ANSWER_FORMS
from wkc.cli.forms.guided.appointment_forms import FORMS as APPOINTMENT_FORMS
from wkc.cli.forms.guided.backup_forms import FORMS as BACKUP_FORMS
from wkc.cli.forms.guided.breach_forms import FORMS as BREACH_FORMS
from wkc.cli.forms.guided.care_forms import FORMS as CARE_FORMS
from wkc.cli.forms.guided.client_forms import FORMS as CLIENT_FORMS
from wkc.cli.forms.guided.correction_forms import FORMS as CORRECTION_FORMS
from wkc.cli.forms.guided.document_forms import FORMS as DOCUMENT_FORMS
from wkc.cli.forms.guided.dossier_forms import FORMS as DOSSIER_FORMS
from wkc.cli.forms.guided.form import Form
from wkc.cli.forms.guided.letter_forms import FORMS as LETTER_FORMS
from wkc.cli.forms.guided.office_forms import FORMS as OFFICE_FORMS
from wkc.cli.forms.guided.paper_forms import FORMS as PAPER_FORMS
from wkc.cli.forms.guided.report_forms import FORMS as REPORT_FORMS
from wkc.cli.forms.guided.request_forms import FORMS as REQUEST_FORMS
from wkc.cli.forms.guided.rights_forms import FORMS as RIGHTS_FORMS
from wkc.cli.forms.guided.special_request_forms import FORMS as SPECIAL_REQUEST_FORMS
from wkc.i18n import N_
from wkc.records.user import Role
from wkc.rules.access.permission import can_break_glass, can_role

FORMS: dict[str, Form] = (
    CLIENT_FORMS
    | APPOINTMENT_FORMS
    | RIGHTS_FORMS
    | ANSWER_FORMS
    | BREACH_FORMS
    | REQUEST_FORMS
    | CORRECTION_FORMS
    | LETTER_FORMS
    | SPECIAL_REQUEST_FORMS
    | PAPER_FORMS
    | DOCUMENT_FORMS
    | DOSSIER_FORMS
    | REPORT_FORMS
    | OFFICE_FORMS
    | BACKUP_FORMS
    | CARE_FORMS
)


class MenuItem(NamedTuple):
    """One thing to do: its line, the action that a role needs, and what it opens.

    That is a form, another menu, the page of a client (`page`), or a command; `of_client` says that the number of one
    client follows its words, `outside` that it is a look outside the own caseload.
    """

    line: str
    action: str
    form: str = ""
    words: tuple[str, ...] = ()
    menu: tuple[MenuItem, ...] = ()
    page: bool = False
    of_client: bool = False
    outside: bool = False

    @property
    def command(self) -> str:
        """The words of its command, as far as they are known before the questions."""
        return " ".join(FORMS[self.form].words if self.form else self.words)

    @property
    def begins_with_client(self) -> bool:
        """Tell whether the number of a client follows the words of its command at once."""
        return FORMS[self.form].begins_with_client if self.form else self.of_client


def of_form(key: str) -> MenuItem:
    """Give the line of a form."""
    form = FORMS[key]
    return MenuItem(form.line, form.action, form=key)


REQUEST_STEPS = (
    *("ask_identity", "identify", "propose", "extend", "decide", "notify_decision"),
    *("copy", "apply", "told", "statement", "withdraw", "drop"),
)
RARE_STEPS = (
    *("request_show", "request_review", "request_search", "request_link", "request_join", "request_address"),
    *("request_void", "desk"),
)
REQUEST_MENU = (
    MenuItem(N_("Requests that wait for an answer"), "request.list", words=("request", "list")),
    *map(of_form, ("request", *REQUEST_STEPS, "answer")),
    MenuItem(N_("More about requests"), "request.list", menu=tuple(map(of_form, RARE_STEPS))),
)
REPORT_STEPS = ("report", "report_print", "report_sent", "report_final", "report_drop", "report_checklist")
REPORT_MENU = (
    MenuItem(N_("Reports that are due"), "report.due", words=("report", "due")),
    *map(of_form, REPORT_STEPS),
)
LETTER_MENU = (
    MenuItem(N_("Letters that wait"), "letter.list", words=("letter", "list", "--waiting")),
    *map(of_form, ("print", "sent", "notify", "letter_void")),
    MenuItem(N_("Reports to opdrachtgevers"), "report.due", menu=REPORT_MENU),
)
BREACH_MENU = (
    MenuItem(N_("The breaches so far"), "breach.list", words=("breach", "list")),
    *map(of_form, ("breach", "breach_reaches", "breach_describe", "breach_decide", "breach_paper")),
    *map(of_form, ("breach_letters", "breach_told", "breach_close", "breach_show", "breach_update")),
)
PARTY_MENU = (
    MenuItem(N_("The organisations so far"), "party.list", words=("party", "list")),
    of_form("party"),
    MenuItem(N_("Its address, agreement and reports"), "party.set", words=("party", "set")),
    MenuItem(N_("Which body an organisation is by law"), "party.body", words=("party", "body")),
    MenuItem(N_("All that is known of an organisation"), "party.show", words=("party", "show")),
    MenuItem(N_("Who calls for an organisation"), "person.list", words=("party", "person", "list")),
    MenuItem(N_("Somebody who calls for an organisation"), "person.add", words=("party", "person", "add")),
    MenuItem(N_("Verify the number of who calls"), "person.verify", words=("party", "person", "verify")),
    MenuItem(N_("Somebody calls no more"), "person.remove", words=("party", "person", "remove")),
)
RETENTION_MENU = (
    MenuItem(N_("What falls due after five years"), "retention.due", words=("retention", "due")),
    of_form("run"),
    MenuItem(N_("Paper on what was destroyed last"), "retention.statement", words=("retention", "statement")),
    MenuItem(N_("Papers still to be destroyed"), "document.papers", words=("document", "papers")),
    of_form("papers"),
)
CARE_MENU = (
    MenuItem(N_("Who has and had access"), "user.list", words=("user", "list")),
    MenuItem(N_("Review who has access, each year"), "user.review", words=("user", "review")),
    of_form("responsible"),
    MenuItem(N_("Looks in an emergency that wait"), "audit.list", words=("audit", "list", "--break-glass")),
    of_form("look"),
    MenuItem(N_("Ten looks of the month, in order or not"), "audit.sample", words=("audit", "review", "--sample")),
    of_form("looked_at"),
    MenuItem(N_("The log"), "audit.list", words=("audit", "list")),
    MenuItem(N_("Check every line of the log"), "audit.verify", words=("audit", "verify")),
    MenuItem(N_("Where the log ends, for on paper"), "audit.anchor", words=("audit", "anchor")),
    MenuItem(N_("Keys and codes are in their place"), "agenda.done", words=("agenda", "--done=sleutels")),
    MenuItem(N_("The days of rest are right"), "agenda.done", words=("agenda", "--done=feestdagen")),
    of_form("new_codes"),
)
FIGURES_MENU = (
    MenuItem(N_("The figures of a year"), "figures.show", words=("report", "year")),
    MenuItem(N_("What is processed, and why (AVG 30)"), "processing.show", words=("processing", "show")),
    MenuItem(N_("The same on paper"), "processing.export", words=("processing", "export")),
)
OFFICE_MENU = (
    *map(of_form, ("designate", "role", "reset", "revoke", "spread", "hand_over", "assign")),
    MenuItem(N_("Organisations, and who calls for them"), "party.list", menu=PARTY_MENU),
    of_form("settings"),
    MenuItem(N_("My own password"), "user.passwd", words=("passwd",)),
    *map(of_form, ("backup", "plan", "verify", "drill", "restore")),
    MenuItem(N_("Five years over: what goes, and paper"), "retention.due", menu=RETENTION_MENU),
    MenuItem(N_("Look the register over"), "register.doctor", words=("doctor",)),
    MenuItem(N_("Who has access, and who looked"), "audit.list", menu=CARE_MENU),
    MenuItem(N_("Breaches, step by step"), "breach.list", menu=BREACH_MENU),
    MenuItem(N_("Figures, and the processing"), "settings.show", menu=FIGURES_MENU),
)
START_MENU = (
    MenuItem(N_("Find a client and see the page"), "client.find", page=True),
    of_form("contact"),
    MenuItem(N_("Somebody calls about a client"), "disclosure.log", words=("disclosure", "call")),
    MenuItem(N_("Somebody writes about a client"), "disclosure.log", words=("disclosure", "log")),
    of_form("request")._replace(line=N_("A client asks about the own data")),
    of_form("register"),
    of_form("import"),
    MenuItem(N_("Requests, step by step"), "request.list", menu=REQUEST_MENU),
    MenuItem(N_("Letters and reports"), "letter.list", menu=LETTER_MENU),
    MenuItem(N_("All that is due"), "agenda.show", words=("agenda",)),
    of_form("revoke"),
    MenuItem(N_("Colleagues, organisations and settings"), "settings.show", menu=OFFICE_MENU),
    MenuItem(
        N_("A client of a colleague, in an emergency"),
        "client.show",
        words=("--noodinzage", "client", "show"),
        outside=True,
    ),
    of_form("breach"),
    of_form("backup"),
)
CLIENT_REQUESTS = (
    of_form("request"),
    MenuItem(N_("The requests so far"), "request.list", words=("request", "list"), of_client=True),
    *map(of_form, (*REQUEST_STEPS, "request_show", "request_void", "desk", "initiate", "lift")),
)
CLIENT_REPORTS = (
    MenuItem(N_("The reports so far"), "report.list", words=("report", "list"), of_client=True),
    *map(of_form, REPORT_STEPS),
)
PAPER_MENU = (
    MenuItem(N_("The documents so far"), "document.list", words=("document", "list"), of_client=True),
    of_form("document"),
    MenuItem(N_("The forms so far"), "form.list", words=("form", "list"), of_client=True),
    *map(of_form, ("form", "signed")),
    *map(of_form, ("document_export", "document_show", "document_place", "document_destroyed", "document_remove")),
    *map(of_form, ("disclosure_show", "letter_again")),
    MenuItem(N_("Reports to the opdrachtgever"), "report.list", menu=CLIENT_REPORTS),
)
APPOINTMENT_MENU = (
    MenuItem(N_("The appointments so far"), "appointment.list", words=("contact", "planned"), of_client=True),
    *map(of_form, ("appointment", "kept", "missed", "move", "cancel", "withdraw_contact")),
)
DOSSIER_MENU = (
    *map(of_form, ("release", "supplied", "mistake", "link", "two_people", "unlink", "accept")),
    *map(of_form, ("early", "destroy", "unregister")),
)
CLIENT_MORE = (
    MenuItem(N_("Somebody writes about this client"), "disclosure.log", words=("disclosure", "log"), of_client=True),
    MenuItem(N_("The letters so far"), "letter.list", words=("letter", "list"), of_client=True),
    MenuItem(N_("The contacts so far"), "contact.list", words=("contact", "list"), of_client=True),
    MenuItem(N_("What was given to others"), "disclosure.list", words=("disclosure", "list"), of_client=True),
    MenuItem(N_("Consents and mandates"), "consent.list", words=("consent", "list"), of_client=True),
    *map(of_form, ("document", "form", "answer", "hold", "withdraw_consent", "deceased", "assign", "end", "notify")),
    *map(of_form, ("breach", "breach_reaches")),
    MenuItem(N_("Take back my own last mistake"), "client.mistake", words=("undo",)),
    MenuItem(N_("Appointments and contacts"), "appointment.list", menu=APPOINTMENT_MENU),
    MenuItem(N_("Text for an intake, on paper"), "letter.notify", words=("letter", "intake"), of_client=True),
    MenuItem(N_("This dossier: mistakes, links, its end"), "client.show", menu=DOSSIER_MENU),
)
CLIENT_MENU = (
    of_form("contact"),
    of_form("appointment"),
    of_form("record"),
    MenuItem(N_("Somebody calls about this client"), "disclosure.log", words=("disclosure", "call"), of_client=True),
    MenuItem(N_("Requests about the own data"), "request.show", menu=CLIENT_REQUESTS),
    of_form("consent"),
    MenuItem(N_("Documents, forms and reports"), "document.list", menu=PAPER_MENU),
    MenuItem(N_("The whole dossier"), "client.show", words=("client", "show"), of_client=True),
    MenuItem(N_("More"), "client.show", menu=CLIENT_MORE),
)
"""At most nine: so many function keys are free on any terminal."""


def list_permitted(items: Iterable[MenuItem], role: Role) -> tuple[MenuItem, ...]:
    """Give the items that a role may do; a menu of which nothing is left goes."""
    return tuple(
        item
        for item in items
        if can_role(role, item.action)
        and (not item.menu or list_permitted(item.menu, role))
        and (not item.outside or can_break_glass(role, item.action))
    )
