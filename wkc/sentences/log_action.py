"""Art. 7: the looks and changes that the log has, and what they are for, in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

OUTCOMES: Mapping[str, Sentences] = {
    "done": Sentences(N_("done")),
    "failed": Sentences(N_("failed")),
    "refused": Sentences(N_("refused")),
}
"""The outcomes of an action."""

PURPOSES: Mapping[str, Sentences] = {
    "intake": Sentences(N_("intake"), person="u inschrijven"),
    "begeleiding": Sentences(N_("guidance"), person="u begeleiden"),
    "bemiddeling": Sentences(N_("placement"), person="werk voor u zoeken"),
    "verantwoording": Sentences(N_("accountability"), person="laten zien wat wij doen"),
    "verzoek": Sentences(N_("request"), person="een verzoek behandelen"),
    "beheer": Sentences(N_("administration"), person="de registratie bijhouden"),
}
"""The purposes of a look (art. 2 and 6.2)."""

ACTIONS: Mapping[str, Sentences] = {
    "register.init": Sentences(N_("set up the register")),
    "register.upgrade": Sentences(
        N_("bring the register to a new version"),
        person="bij een nieuwe versie van het programma vastgelegd welke toestemmingen en machtigingen er van u zijn",
    ),
    "user.whoami": Sentences(N_("show the own account")),
    "user.login": Sentences(N_("sign in")),
    "user.passwd": Sentences(N_("change the own password")),
    "user.sign_in": Sentences(N_("try to sign in")),
    "ledger.complete": Sentences(N_("finish a destruction that had stopped")),
    "ledger.rewrite": Sentences(N_("bring the destruction ledger up to date")),
    "user.designate": Sentences(N_("designate a user")),
    "user.list": Sentences(N_("list the users")),
    "user.show": Sentences(N_("show a user")),
    "user.role": Sentences(N_("change the role of a user")),
    "user.reset": Sentences(N_("give a user a new password")),
    "user.revoke": Sentences(N_("end the access of a user")),
    "user.review": Sentences(N_("review who has access")),
    "user.responsible": Sentences(N_("write down who answers for a task")),
    "user.renew_pin": Sentences(N_("renew the trusted signing key")),
    "register.recover": Sentences(N_("open the register with a recovery code")),
    "register.new_codes": Sentences(N_("make new recovery codes")),
    "backup.create": Sentences(N_("make a backup")),
    "backup.plan": Sentences(N_("plan the work of the night")),
    "backup.verify": Sentences(N_("check a backup")),
    "backup.drill": Sentences(N_("try out a restore")),
    "backup.prune": Sentences(N_("clear away old backups")),
    "backup.list": Sentences(N_("list the backups")),
    "backup.restore": Sentences(N_("restore a backup")),
    "register.doctor": Sentences(N_("check the register")),
    "settings.show": Sentences(N_("show the settings")),
    "settings.set": Sentences(N_("change the settings")),
    "audit.list": Sentences(N_("read the log"), person="bekeken wie uw dossier bekeek"),
    "audit.report": Sentences(
        N_("report on one dossier from the log"), person="nagegaan wat er met uw dossier gedaan is"
    ),
    "audit.verify": Sentences(N_("check the log")),
    "audit.accept": Sentences(N_("accept another register")),
    "audit.clock": Sentences(N_("confirm the clock")),
    "audit.review": Sentences(N_("review a look outside a caseload")),
    "audit.sample": Sentences(N_("check a sample of looks")),
    "audit.anchor": Sentences(N_("write down where the log ends")),
    "audit.export": Sentences(N_("export the log")),
    "party.add": Sentences(N_("add an organisation")),
    "party.body": Sentences(N_("write down which body an organisation is")),
    "party.set": Sentences(N_("change an organisation")),
    "party.list": Sentences(N_("list the organisations")),
    "party.show": Sentences(N_("show an organisation")),
    "person.add": Sentences(N_("add a contact person")),
    "person.list": Sentences(N_("list the contact persons")),
    "person.verify": Sentences(N_("check a contact person")),
    "person.remove": Sentences(N_("remove a contact person")),
    "client.register": Sentences(N_("register a client"), person="u ingeschreven"),
    "client.import": Sentences(
        N_("take in a list of clients"), person="u ingeschreven uit een lijst van de opdrachtgever"
    ),
    "client.show": Sentences(N_("show a dossier"), person="uw dossier bekeken"),
    "client.find": Sentences(N_("find a client"), person="u opgezocht"),
    "client.list": Sentences(N_("list the clients"), person="uw naam stond in een lijst op het scherm"),
    "client.record": Sentences(N_("record a value of a client"), person="gegevens over u vastgelegd"),
    "supplied.list": Sentences(
        N_("list what was supplied and not taken over"),
        person="gekeken naar wat een opdrachtgever over u aanleverde en niet is overgenomen",
    ),
    "supplied.decide": Sentences(
        N_("decide on what was supplied"), person="beslist over wat een opdrachtgever over u aanleverde"
    ),
    "client.assign": Sentences(N_("give a client to a coach"), person="uw dossier aan een coach gegeven"),
    "client.end": Sentences(N_("end an assignment"), person="vastgelegd dat een opdracht voorbij is"),
    "client.deceased": Sentences(N_("record a death"), person="een overlijden vastgelegd"),
    "client.destroy": Sentences(N_("destroy a dossier"), person="gegevens over u vernietigd"),
    "client.accept": Sentences(
        N_("take a client in again after a removal"),
        person="vastgelegd dat u na een verwijdering weer in het bestand mag staan",
    ),
    "client.mistake": Sentences(
        N_("take back a mistake"), person="een vergissing van ons teruggenomen, of nagekeken of dat kan"
    ),
    "client.link": Sentences(N_("join two dossiers"), person="uw twee dossiers samengebracht"),
    "client.unlink": Sentences(N_("split joined dossiers"), person="uw dossier weer in tweeën gedeeld"),
    "contact.log": Sentences(N_("log a contact"), person="een contact vastgelegd"),
    "contact.withdraw": Sentences(N_("withdraw a contact"), person="een contact ingetrokken"),
    "contact.list": Sentences(N_("list the contacts"), person="de contacten bekeken"),
    "form.print": Sentences(N_("print a form"), person="een formulier voor u afgedrukt"),
    "form.signed": Sentences(N_("record a signed form"), person="vastgelegd dat u een formulier ondertekende"),
    "form.list": Sentences(N_("list the forms"), person="de lijst van uw formulieren bekeken"),
    "document.add": Sentences(N_("add a document"), person="een document in uw dossier gedaan"),
    "document.list": Sentences(N_("list the documents"), person="de lijst van uw documenten bekeken"),
    "document.show": Sentences(N_("show what a document is"), person="bekeken wat een document is"),
    "document.export": Sentences(
        N_("take out a document"), person="een document uit uw dossier gehaald om te lezen of te geven"
    ),
    "document.destroyed": Sentences(
        N_("record that a paper is destroyed"), person="vastgelegd dat een papier vernietigd is"
    ),
    "document.papers": Sentences(
        N_("list the papers of destroyed dossiers"), person="papieren van vernietigde dossiers nagelopen"
    ),
    "appointment.plan": Sentences(N_("plan an appointment"), person="een afspraak met u gepland"),
    "appointment.keep": Sentences(
        N_("record that an appointment took place"), person="vastgelegd dat een afspraak doorging"
    ),
    "appointment.miss": Sentences(
        N_("record that a client did not come"), person="vastgelegd dat u niet op een afspraak was"
    ),
    "appointment.move": Sentences(N_("move an appointment"), person="een afspraak met u verzet"),
    "appointment.cancel": Sentences(N_("cancel an appointment"), person="een afspraak met u afgezegd"),
    "appointment.list": Sentences(N_("list the appointments"), person="de afspraken met u bekeken"),
    "consent.give": Sentences(N_("record a consent"), person="vastgelegd dat u ergens toestemming voor gaf"),
    "consent.release": Sentences(
        N_("record that the client lifts a secret"), person="vastgelegd dat u een geheim ophief"
    ),
    "consent.lift": Sentences(N_("record that a secret is lifted"), person="vastgelegd dat een geheim is opgeheven"),
    "consent.withdraw": Sentences(N_("withdraw a consent"), person="vastgelegd dat u een toestemming introk"),
    "mandate.withdraw": Sentences(N_("end a mandate"), person="vastgelegd dat een machtiging eindigt"),
    "consent.list": Sentences(N_("list the consents"), person="bekeken waarvoor u toestemming gaf"),
    "disclosure.check": Sentences(
        N_("judge whether data may be given"), person="nagegaan of wij iemand gegevens over u mogen geven"
    ),
    "disclosure.log": Sentences(N_("record a disclosure"), person="vastgelegd dat iemand om gegevens over u vroeg"),
    "disclosure.decide": Sentences(N_("decide on a disclosure"), person="besloten of iemand gegevens over u krijgt"),
    "disclosure.list": Sentences(N_("list the disclosures"), person="bekeken wie om gegevens over u vroeg"),
    "disclosure.show": Sentences(N_("show a disclosure"), person="bekeken wie om gegevens over u vroeg"),
    "report.draft": Sentences(N_("write a report"), person="een rapportage aan een opdrachtgever geschreven"),
    "report.show": Sentences(N_("show a report"), person="een rapportage over u bekeken"),
    "report.final": Sentences(N_("send a report"), person="een rapportage aan een opdrachtgever verzonden"),
    "report.list": Sentences(N_("list the reports"), person="de rapportages over u bekeken"),
    "report.drop": Sentences(N_("throw a draft report away"), person="een rapportage over u weggegooid"),
    "report.due": Sentences(N_("show which reports are due"), person="nagekeken welke rapportages nodig zijn"),
    "report.checklist": Sentences(
        N_("show what the end of an assignment still needs"),
        person="nagekeken wat er aan het eind van een opdracht nog moet",
    ),
    "figures.show": Sentences(N_("show the figures")),
    "figures.export": Sentences(N_("export the figures")),
    "request.receive": Sentences(N_("take in a request"), person="een verzoek van u ontvangen"),
    "request.search": Sentences(
        N_("search for who made a request"), person="gezocht of wij gegevens hebben van wie een verzoek deed"
    ),
    "request.link": Sentences(N_("link a request to a dossier"), person="een verzoek bij uw dossier gezet"),
    "request.join": Sentences(N_("join two requests"), person="twee verzoeken over u samengenomen"),
    "request.ask_identity": Sentences(
        N_("ask somebody to show who they are"), person="u gevraagd te laten zien wie u bent"
    ),
    "request.identify": Sentences(N_("establish an identity"), person="nagegaan wie een verzoek deed"),
    "request.extend": Sentences(N_("extend the term of a request"), person="de termijn van een verzoek verlengd"),
    "request.review": Sentences(
        N_("review a copy for data of others"), person="een kopie nagekeken op gegevens over een ander"
    ),
    "request.weigh": Sentences(
        N_("look at what there is to decide"), person="bekeken wat er op een verzoek te besluiten is"
    ),
    "request.decide": Sentences(N_("decide on a request"), person="over een verzoek besloten"),
    "request.notify": Sentences(
        N_("record that an answer was sent"), person="vastgelegd dat het antwoord op een verzoek verstuurd is"
    ),
    "request.withdraw": Sentences(N_("withdraw a request"), person="vastgelegd dat een verzoek is ingetrokken"),
    "request.void": Sentences(
        N_("void a request that was a mistake"), person="vastgelegd dat een verzoek een vergissing van ons was"
    ),
    "request.address": Sentences(
        N_("record the address of who made a request"), person="het adres van wie een verzoek deed vastgelegd"
    ),
    "request.list": Sentences(N_("list the requests"), person="verzoeken bekeken"),
    "request.show": Sentences(N_("show a request"), person="een verzoek bekeken"),
    "correction.initiate": Sentences(
        N_("begin a correction unasked"), person="besloten gegevens te veranderen zonder dat u dat vroeg"
    ),
    "correction.propose": Sentences(
        N_("record what a request asks to change"), person="vastgelegd welke gegevens u veranderd wilt zien"
    ),
    "correction.drop": Sentences(
        N_("take back what a request asks to change"),
        person="teruggenomen wat per vergissing als gevraagde verandering was vastgelegd",
    ),
    "correction.statement": Sentences(
        N_("add a statement of the client"), person="uw eigen verklaring bij gegevens gezet"
    ),
    "correction.apply": Sentences(
        N_("carry out a correction"), person="gegevens veranderd, omdat u dat vroeg of omdat wij het zelf zagen"
    ),
    "correction.tell": Sentences(
        N_("record who was informed of a correction"), person="vastgelegd wie van een verandering bericht kreeg"
    ),
    "correction.lift": Sentences(N_("lift a restriction"), person="besloten dat gegevens weer gebruikt mogen worden"),
    "correction.remove": Sentences(
        N_("remove data by a correction"), person="gegevens weggehaald, omdat u dat vroeg of omdat wij het zelf zagen"
    ),
    "inzage.export": Sentences(N_("make a copy for the client"), person="een kopie van uw gegevens gemaakt"),
    "inzage.desk": Sentences(N_("show data at the office"), person="gegevens over u op kantoor laten zien"),
    "processing.show": Sentences(N_("show the record of processing")),
    "processing.export": Sentences(N_("export the record of processing")),
    "breach.open": Sentences(N_("open a data breach")),
    "breach.update": Sentences(N_("add to a data breach")),
    "breach.scope": Sentences(
        N_("establish whom a data breach touches"), person="nagegaan of een datalek uw gegevens raakte"
    ),
    "breach.describe": Sentences(N_("describe a data breach")),
    "breach.decide": Sentences(N_("decide on a data breach")),
    "breach.letters": Sentences(
        N_("draw up letters on a data breach"), person="een brief over een datalek aan u gemaakt"
    ),
    "breach.export": Sentences(N_("export a data breach")),
    "breach.notify": Sentences(N_("record that a data breach was reported")),
    "breach.close": Sentences(N_("close a data breach")),
    "breach.show": Sentences(N_("show a data breach")),
    "breach.list": Sentences(N_("list the data breaches")),
    "retention.due": Sentences(N_("show what falls due"), person="nagekeken hoelang uw gegevens blijven"),
    "retention.run": Sentences(N_("destroy what is due"), person="nagekeken hoelang uw gegevens blijven"),
    "retention.hold": Sentences(N_("hold data past the term"), person="gegevens van u vastgehouden"),
    "retention.release": Sentences(N_("end a hold"), person="gegevens van u niet langer vastgehouden"),
    "retention.statement": Sentences(N_("make a statement of destruction")),
    "letter.list": Sentences(N_("list the letters"), person="de brieven bekeken"),
    "letter.print": Sentences(N_("print a letter"), person="een brief afgedrukt"),
    "letter.notify": Sentences(N_("draw up notices to clients"), person="u laten weten dat wij gegevens over u hebben"),
    "letter.send": Sentences(N_("record that a letter was sent"), person="vastgelegd dat een brief verstuurd is"),
    "letter.void": Sentences(N_("void a letter"), person="een brief laten vervallen die een vergissing van ons was"),
    "agenda.show": Sentences(
        N_("show the agenda"), person="uw naam stond op het scherm in de lijst van wat er te doen is"
    ),
    "agenda.done": Sentences(N_("sign off a task of the agenda")),
}
"""The actions that the log has."""
