"""The table of contents: every command with its panel and line in the help, its file, and the commands beneath it."""

from collections.abc import Iterable
from typing import NamedTuple

from wkc.i18n import N_


class HelpLine(NamedTuple):
    """A command's panel in the help, and its one line there."""

    panel: str
    help: str


DAILY, PAPER, OFFICE = N_("Clients, day by day"), N_("Rights and papers"), N_("The register itself")

COMMANDS: dict[str, HelpLine] = {
    "client": HelpLine(DAILY, N_("Register, import, find, show and keep clients.")),
    "contact": HelpLine(DAILY, N_("Plan appointments, write down contact; most kinds restart the five years.")),
    "document": HelpLine(DAILY, N_("The papers of a dossier: forms, scans, diplomas, sealed or at a place.")),
    "form": HelpLine(DAILY, N_("Forms to sign on paper: consent, mandate, secrecy, intake.")),
    "undo": HelpLine(DAILY, N_("Take back the last thing that you wrote down yourself by mistake.")),
    "party": HelpLine(DAILY, N_("Opdrachtgevers and others that give us data or get it.")),
    "report": HelpLine(DAILY, N_("Report to opdrachtgevers on an assignment; what is due, and its end.")),
    "agenda": HelpLine(DAILY, N_("What is to be done by which day; exit code 10 when something is overdue.")),
    "letter": HelpLine(PAPER, N_("Letters: list them, print them, tell clients that we hold data on them.")),
    "consent": HelpLine(PAPER, N_("What a client lets others have, and which secrets are lifted.")),
    "disclosure": HelpLine(PAPER, N_("What others ask of us: judged by art. 8 before anything is given, and logged.")),
    "request": HelpLine(PAPER, N_("What clients ask about their own data, the terms, and the answers.")),
    "correction": HelpLine(PAPER, N_("What clients ask to be changed, carrying it out, and who hears of it.")),
    "inzage": HelpLine(PAPER, N_("The copy of all that is held on one client, as PDF or JSON.")),
    "breach": HelpLine(PAPER, N_("Breaches of personal data: the 72 hours, whom they reached, who hears of them.")),
    "processing": HelpLine(PAPER, N_("The register of processing activities, for whoever asks to see it (AVG 30).")),
    "reglement": HelpLine(PAPER, N_("The regulation, article by article, beside the program and today's law.")),
    "retention": HelpLine(PAPER, N_("What falls due after five years without contact, and destroying it.")),
    "init": HelpLine(OFFICE, N_("Make a new register and its first beheerder.")),
    "demo": HelpLine(OFFICE, N_("Try everything on a throw-away register with made-up clients.")),
    "login": HelpLine(OFFICE, N_("Open a session in this terminal: commands ask for no password.")),
    "logout": HelpLine(OFFICE, N_("End the sessions of this terminal.")),
    "whoami": HelpLine(OFFICE, N_("Say who you are and what you may do.")),
    "passwd": HelpLine(OFFICE, N_("Change your own password.")),
    "recover": HelpLine(OFFICE, N_("Get back in with a recovery code, when nobody's password is left.")),
    "audit": HelpLine(OFFICE, N_("Read and check the log of every look and change.")),
    "backup": HelpLine(OFFICE, N_("Make and check backups, restore one, take old ones away.")),
    "doctor": HelpLine(OFFICE, N_("Look the register over: what is well, and what to do about the rest.")),
    "user": HelpLine(OFFICE, N_("Designate users, say what they may do, help who forgot a password.")),
    "settings": HelpLine(OFFICE, N_("The office, the court, the time-outs.")),
    "menu": HelpLine(OFFICE, N_("The start screen: what is due, and numbered lines for what one may do.")),
    "handboek": HelpLine(OFFICE, N_("The handbook in Dutch: each task of the office, what to do and what one sees.")),
    "shell": HelpLine(OFFICE, N_("Sign in once, then type commands without `wkc` before them.")),
}

NOT_IN_SHELL = ("init", "demo", "login", "logout", "recover", "shell")
"""Commands that make a register of their own, or start another program."""

ALIASES: dict[str, tuple[str, ...]] = {
    "zoek": ("client", "find"),
    "cliënt": ("client",),
    "klant": ("client",),
    "afspraak": ("contact", "plan"),
    "gesprek": ("contact", "log"),
    "help": ("--help",),
    "partij": ("party",),
    "organisatie": ("party",),
    "opdrachtgever": ("party",),
    "brief": ("letter",),
    "toestemming": ("consent",),
    "verstrekking": ("disclosure",),
    "verzoek": ("request",),
    "correctie": ("correction",),
    "bewaren": ("retention",),
    "logboek": ("audit",),
    "handbook": ("handboek",),
    "gebruiker": ("user",),
    "instellingen": ("settings",),
    "formulier": ("form",),
    "rapportage": ("report",),
    "datalek": ("breach",),
    "verwerkingen": ("processing",),
    "back-up": ("backup",),
    "collega": ("user",),
    "wachtwoord": ("passwd",),
}
"""Dutch nouns that stand for a command, and `help`, as people type it."""

VERBS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("add", "new", "nieuw", "toevoegen"), ("register", "add", "receive", "log", "give", "designate")),
    **dict.fromkeys(("find", "zoek", "zoeken"), ("find", "search", "list")),
    **dict.fromkeys(("toon", "bekijk", "view"), ("show",)),
    **dict.fromkeys(("lijst", "ls"), ("list",)),
    **dict.fromkeys(("afdrukken", "druk"), ("print",)),
    "verstuurd": ("sent",),
}
"""Verbs that people try, each with those of ours that it stands for: the first that a noun has."""

SUBCOMMANDS = {
    "client": (
        "register",
        "import",
        "show",
        "find",
        "list",
        "record",
        "mistake",
        "assign",
        "end",
        "deceased",
        "accept",
        "link",
        "unlink",
        "destroy",
        "supplied",
        "fields",
    ),
    "contact": ("plan", "planned", "kept", "missed", "move", "cancel", "log", "withdraw", "list"),
    "document": ("add", "place", "list", "show", "export", "remove", "destroyed", "papers"),
    "form": ("print", "signed", "list"),
    "party": ("add", "body", "set", "columns", "list", "show", "person"),
    "report": ("progress", "show", "print", "sent", "final", "list", "drop", "due", "checklist", "year"),
    "letter": ("list", "print", "sent", "void", "notify", "intake"),
    "disclosure": ("check", "log", "call", "decide", "letter", "list", "show"),
    "consent": ("give", "withdraw", "list"),
    "request": (
        "receive",
        "search",
        "link",
        "join",
        "ask-identity",
        "identify",
        "extend",
        "review",
        "decide",
        "notify",
        "withdraw",
        "address",
        "void",
        "list",
        "show",
    ),
    "correction": ("initiate", "propose", "drop", "statement", "apply", "tell", "lift"),
    "breach": (
        *("open", "update", "scope", "describe", "decide", "letters", "export", "told", "close", "list", "show"),
    ),
    "processing": ("show", "export"),
    "inzage": ("export", "desk"),
    "retention": ("due", "run", "hold", "release", "statement"),
    "audit": ("list", "report", "review", "verify", "accept", "anchor", "export"),
    "backup": ("create", "plan", "verify", "drill", "restore", "prune", "list"),
    "user": ("designate", "reset", "role", "revoke", "responsible", "review", "list", "show"),
    "settings": ("show", "set"),
}
"""The commands beneath each, in the order of its help."""

FOLDERS: dict[str, tuple[str, ...]] = {
    "dossier": ("client", "contact", "undo", "party", "retention"),
    "papers": ("document", "form", "letter", "report"),
    "disclosure": ("consent", "disclosure"),
    "requests": ("request", "correction", "inzage"),
    "accountability": ("audit", "breach", "processing", "reglement"),
    "access": ("init", "login", "logout", "passwd", "recover", "user", "whoami"),
    "operations": ("agenda", "backup", "demo", "doctor", "handboek", "menu", "settings", "shell"),
}
"""The commands by folder of `cli/commands/`; the file of each has its name."""

ELSEWHERE = {
    "client": {
        "register": "client_intake",
        "import": "client_intake",
        "mistake": "client_mistake",
        "end": "client_end",
        "deceased": "client_deceased",
        "accept": "client_accept",
        "link": "client_link",
        "unlink": "client_link",
        "destroy": "client_destroy",
        "supplied": "client_supplied",
    },
    "contact": dict.fromkeys(("plan", "planned", "kept", "missed", "move", "cancel"), "appointment"),
    "party": {"set": "party_set"},
    "disclosure": {"call": "disclosure_call"},
    "backup": {"plan": "backup_plan"},
    "audit": {"report": "audit_report"},
    "user": {"review": "user_review"},
    "request": {
        "search": "request_search",
        "link": "request_search",
        "join": "request_search",
        "review": "request_review",
        "address": "request_asker",
        "void": "request_asker",
    },
}
"""Subcommands with a file of their own in the same folder: a look at a client need not load the import of lists."""


def find_modules(name: str, subcommands: Iterable[str]) -> list[str]:
    """Give the modules of these subcommands of a command, or of the command alone where it has none."""
    folder = next(folder for folder, names in FOLDERS.items() if name in names)
    files = dict.fromkeys(ELSEWHERE.get(name, {}).get(one, name) for one in subcommands)
    return [f"wkc.cli.commands.{folder}.{file}" for file in files or (name,)]
