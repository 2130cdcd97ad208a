"""Art. 1 to 15: the whole regulation, each article in our own words, with the commands that serve it."""

import re

from wkc.records.reglement import Article, Bilingual, Difference
from wkc.rules.regulation.differs_accountability import ACCOUNTABILITY
from wkc.rules.regulation.differs_art_1_5 import HELD
from wkc.rules.regulation.differs_art_8 import GIVEN
from wkc.rules.regulation.differs_art_10_15 import RIGHTS
from wkc.rules.regulation.differs_today import DUTIES

_REQUEST = (
    "request receive",
    "request search",
    "request link",
    "request join",
    "request ask-identity",
    "request identify",
    "request extend",
    "request decide",
    "request notify",
    "request withdraw",
    "request void",
    "request address",
    "request list",
    "request show",
)
"""The commands that take a request from its receipt to its answer."""

ARTICLES: tuple[Article, ...] = (
    Article(
        1,
        Bilingual("Begrippen", "Terms"),
        Bilingual(
            "Wie en wat: het bureau, met zijn nummer bij de Kamer van Koophandel; de directie; en de registratie, die "
            "bij het bureau staat.",
            "Who and what: the office, with its number in the trade register; the directie; and the registration, "
            "which is kept at the office.",
        ),
        ("init", "settings show", "settings set"),
        ("procedures/core/settings.py",),
    ),
    Article(
        2,
        Bilingual("Doel", "Goal"),
        Bilingual(
            "De gegevens zijn er om het werk goed te doen dat aan het bureau is opgedragen, en nergens anders voor.",
            "The data are there to do well the work that was given to the office, and for nothing else.",
        ),
        ("audit list",),
    ),
    Article(
        3,
        Bilingual("Over wie", "About whom"),
        Bilingual(
            "Alleen over kandidaten die een opdrachtgever heeft aangeleverd.",
            "Only about candidates whom an opdrachtgever supplied.",
        ),
        ("party add", "client register", "client import", "client end", "client supplied"),
        ("procedures/intake/registration.py", "procedures/intake/enrolment.py", "procedures/dossier/assignment.py"),
    ),
    Article(
        4,
        Bilingual("Welke gegevens, en van wie", "Which data, and from whom"),
        Bilingual(
            "De dertig soorten van bijlage I. Zij komen van de persoon zelf, of van wie in bijlage II staat.",
            "The thirty kinds of annex I. They come from the person, or from the bodies of annex II.",
        ),
        ("client fields", "client record", "client show", "letter notify"),
        ("procedures/dossier/record.py",),
    ),
    Article(
        5,
        Bilingual("Houder en beheerder", "Houder and beheerder"),
        Bilingual(
            "Het bureau is de houder en staat in voor de registratie. De directie is de beheerder: zij zorgt er elke "
            "dag voor, en regelt dat het reglement wordt nageleefd.",
            "The office is the houder and answers for the registration. The directie is the beheerder: it looks after "
            "it every day and sees to it that the regulation is kept.",
        ),
        ("settings show", "user list", "agenda"),
        ("procedures/core/settings.py",),
    ),
    Article(
        6,
        Bilingual("Werken met de registratie", "Working with the registration"),
        Bilingual(
            "Alleen de beheerder en wie de beheerder aanwijst, volgens de voorschriften van de beheerder, en alleen "
            "voor het doel van artikel 2.",
            "Only the beheerder and the people whom the beheerder designates, by the beheerder's instructions, and "
            "only for the goal of article 2.",
        ),
        ("user designate", "audit list"),
    ),
    Article(
        7,
        Bilingual("Toegang", "Access"),
        Bilingual(
            "Alleen wie is aangewezen, alleen zover als het eigen werk gaat, en alleen met een persoonlijke USER ID.",
            "Only people who are designated, only as far as their own work goes, and only with a personal USER ID.",
        ),
        (
            *("user designate", "user role", "user revoke", "user reset", "user show", "user review"),
            *("whoami", "passwd", "login", "logout", "shell", "menu"),
        ),
        ("procedures/core/act.py", "vault/keys/identity.py"),
    ),
    Article(
        8,
        Bilingual("Gegevens aan anderen geven", "Giving data to others"),
        Bilingual(
            "Alleen op een van zes gronden: het doel, de wet, toestemming, een publieke taak, onderzoek, een dringende "
            "reden. Nooit wat geheim moet blijven. Per telefoon alleen aan bekende personen bij vijf instanties, ieder "
            "voor het eigen onderwerp; bij twijfel wordt er teruggebeld op een nummer dat is nagegaan. De directie kan "
            "in een enkel geval anders beslissen over de telefoon.",
            "Only on one of six grounds: the goal, the law, consent, a public task, research, an urgent reason. Never "
            "what must be kept secret. By telephone only to people known to us at five bodies, each for its own "
            "subject; where there is doubt, one calls back on a number that was verified. The directie may decide "
            "otherwise about the telephone in a single case.",
        ),
        (
            *("disclosure check", "disclosure log", "disclosure decide", "disclosure letter"),
            *("disclosure list", "disclosure show"),
            *("consent give", "consent withdraw", "consent list"),
            *("party body", "party person add", "party person verify"),
            *("report progress", "report print", "report sent", "report final", "report list", "report due"),
        ),
    ),
    Article(
        9,
        Bilingual("Geen koppelingen", "No links"),
        Bilingual(
            "De registratie is met geen andere registratie verbonden.",
            "The registration is linked to no other registration.",
        ),
        (),
        ("vault/database/authorizer.py", "vault/database/register.py"),
    ),
    Article(
        10,
        Bilingual("Bewaren en vernietigen", "Keeping and destroying"),
        Bilingual(
            "Is er vijf jaar lang geen contact met de persoon, dan worden de gegevens vernietigd.",
            "When there has been no contact with the person for five years, the data are destroyed.",
        ),
        (
            *("contact plan", "contact kept", "contact missed"),
            *(
                "contact log",
                "contact withdraw",
                "contact list",
                "client destroy",
                "document papers",
                "client accept",
                "client deceased",
            ),
            *("retention due", "retention run", "retention hold", "retention release", "retention statement"),
        ),
    ),
    Article(
        11,
        Bilingual("Inzage en afschrift", "Access and copy"),
        Bilingual(
            "De persoon, of wie die machtigt, mag zien wat er over de persoon staat en krijgt er op verzoek een kopie "
            "van. De beheerder gaat na wie het vraagt, antwoordt binnen een maand op schrift, en zegt bij een "
            "weigering waarom.",
            "The person, or somebody who shows a mandate, may see the data on file about the person and gets a copy "
            "on request. The beheerder checks who asks, answers within a month in writing, and gives reasons for a "
            "refusal.",
        ),
        (*_REQUEST, "form print", "form signed", "inzage export", "inzage desk", "letter list"),
        ("procedures/requests/export.py", "documents/copy/inzage.py"),
    ),
    Article(
        12,
        Bilingual("Verbeteren, aanvullen, verwijderen", "Correcting, adding, removing"),
        Bilingual(
            "Wie vindt dat iets niet klopt, ontbreekt, niet ter zake doet of er niet mag staan, kan vragen het te "
            "veranderen. Antwoord binnen een maand, een weigering met redenen; wie gelijk krijgt, ontvangt een kopie "
            "van wat er nu staat.",
            "Anybody who finds that something is wrong, missing, beside the point or not allowed may ask to have it "
            "changed. An answer comes within a month, a refusal with reasons; after a change the person gets a copy "
            "of the current data.",
        ),
        (
            *_REQUEST,
            *(
                "client mistake",
                "undo",
                "correction initiate",
                "correction propose",
                "correction drop",
                "correction statement",
                "correction apply",
                "correction tell",
                "correction lift",
            ),
            *("client destroy", "letter list"),
        ),
        ("procedures/requests/apply.py",),
    ),
    Article(
        13,
        Bilingual("Naar de rechter", "Going to court"),
        Bilingual(
            "Wie een weigering krijgt, of niet op tijd antwoord, kan de rechtbank vragen om het bureau alsnog te "
            "laten doen wat gevraagd was.",
            "Anybody who is refused, or gets no answer in time, may ask the court to have the office do what was "
            "asked.",
        ),
        ("request decide", "request notify", "letter print", "settings show"),
        ("documents/texts.py",),
    ),
    Article(
        14,
        Bilingual("Organisatie en beveiliging", "Organisation and security"),
        Bilingual(
            "Elke coach beheert de dossiers van de eigen cliënten; ieder ander ziet wat voor het werk nodig is. De "
            "beheerder zorgt dat gegevens niet verloren gaan en dat niemand ze zonder recht ziet, verandert of geeft.",
            "Each coach keeps the dossiers of the own clients; everybody else sees what the work asks for. The "
            "beheerder sees to it that no data are lost and that nobody sees, changes or gives them without right.",
        ),
        (
            *("client assign", "user revoke", "user responsible", "recover", "doctor"),
            *("document add", "document place", "document list", "document show", "document export"),
            *("processing show", "processing export", "breach open", "breach scope", "breach decide", "breach told"),
            *("breach describe", "breach export", "breach letters", "report year"),
            *("audit list", "audit review", "audit verify", "audit accept", "audit anchor", "audit export"),
            *("backup create", "backup verify", "backup restore", "backup prune", "backup list", "backup plan"),
        ),
        ("vault/database/register.py", "vault/keys/keyring.py", "store/core/audit.py"),
    ),
    Article(
        15,
        Bilingual("Naam en begin", "Name and beginning"),
        Bilingual(
            "Hoe het reglement heet, en dat het geldt vanaf 21 februari 2012.",
            "What the regulation is called, and that it holds from 21 February 2012.",
        ),
        ("settings show",),
        ("procedures/core/settings.py",),
    ),
)
"""Every article, in the order of the paper."""

DIFFERENCES: tuple[Difference, ...] = (*HELD, *GIVEN, *RIGHTS, *DUTIES, *ACCOUNTABILITY)
"""The differences between the paper of 2012 and the law of today, in the order of the paper."""

_OTHER_LAW = re.compile(r"\b(?:U?AVG|BW|Atw|annex)\b")
_NUMBER = re.compile(r"(\d+)(?:\.\d+)?")


def articles_of(docstring: str) -> frozenset[int]:
    """Give the articles that a module opens with: `Art. 11.1 and 12.1, UAVG 5: …` carries out 11 and 12."""
    opening, colon, _rest = docstring.partition(":")
    if not colon or not opening.startswith("Art. "):
        return frozenset()
    return frozenset(map(int, _NUMBER.findall(_OTHER_LAW.split(opening)[0])))
