"""Art. 8.1: words of the office that tell nothing of a person, so that finding one in a text is no finding."""

_WORDS = """
aangeboden aangemeld aangevraagd aanmelding aantal aanvraag aanvragen actief actieve activiteit activiteiten advies
afgelopen afgesproken afspraak afspraken afspreken alleen allemaal altijd andere anders avond baan banen bedrijf
bedrijven beetje begeleid begeleiden begeleider begeleiding begin beginnen begint begonnen behoefte belangrijk
bellen bereid bereikbaar beroep bespreken besproken beter betere betreft bezig bezoek bezoeken bijna bijvoorbeeld
binnen blijft blijven boven brief buiten client cliente clienten coach coachen collega collegas contact contract
daarbij daarmee daarna daarom daarvoor dagelijks dagen deelname deelnemen deels denken dezelfde dienstverband direct
doelen doordat doorgaan doorgegaan dossier drie duidelijk eerder eerst eerste eigen einde elkaar enkel enkele
ervaring ervaringen fase fijn functie gaan gaat gebeld gebruik gedaan geduld geeft gegaan gegeven gegevens gehad
gehouden gekomen gekregen gelegenheid gemaakt gemeente gemeld gemotiveerd genoeg genoemd geplaatst geschikt
geschikte gesprek gesprekken gestart geven geweest gewerkt gewoon gezocht goede graag groep groot grote haar halen
hebben heeft helemaal helpen hierbij hierdoor hiervoor hoeft hoewel hoger houden huidig huidige iedere iemand
informatie ingezet inmiddels instantie intake jaar jaren kans kansen kantoor kennis kijken klant klein kleine komen
komende komt kort korte kosten kreeg krijgen krijgt kunnen laatste laten later leren lichte lijkt locatie loopt
lopen maakt maand maandag maanden maar maken manier mannen meer meest meestal melden melding meneer mensen mevrouw
middag mijnheer minder minuten mocht moeilijk moeite moest moeten mogelijk mogelijkheden mogen moment morgen naast
namelijk natuurlijk nemen niemand niet niets nieuw nieuwe nodig nog nooit nuttig onder onderwerp onderzoek ongeveer
onze ook opdracht opdrachten opdrachtgever open opgepakt opleiding opleidingen opnieuw overig overige overleg
overleggen passend passende periode persoon persoonlijk plaats plaatsen plaatsing plan plannen positief praktijk
praten proberen proces project rapport rapportage redelijk reden regelmatig registratie reintegratie resultaat samen
samenwerking school schriftelijk sinds situatie sociale sollicitatie sollicitaties solliciteren soms soort spreken
staan staat stage stages stap stappen start starten steeds stellen sterk taken telefonisch telefoon terug tevreden
tijd tijdelijk tijdens toch toekomst training trainingen traject trajecten tussen tweede uiteindelijk uitgelegd
uitgevoerd uitleg uitvoeren uren vaak vanaf vandaag vanuit vast vaste veel verder verloop verloopt verschillende
verslag verteld vertelt vervolg vier vinden vindt voldoende volgen volgende volgens vooral voorbereid voorbereiden
voordat voorkeur voortgang vorige vraag vragen vrij waarbij waarin waarmee waarna waarom waarvan waarvoor waren week
weer weinig wekelijks weken werd werden werk werkdag werkdagen werken werkervaring werkgever werkgevers werkplek
werkt werkveld werkzaam werkzaamheden weten wijze wilde willen worden wordt zaken zelf zelfstandig zich zijn zoals
zodat zoeken zoekt zonder zoon zouden zowel zullen
"""

_KIN = """
broer broers broertje zus zussen zusje zuster moeder vader ouders mama papa stiefmoeder stiefvader schoonmoeder
schoonvader schoonzus zwager partner echtgenoot echtgenote vrouw man ex verloofde zoon dochter kind kinderen kleinkind
oma opa grootmoeder grootvader tante oom neef nicht buurman buurvrouw buren vriend vriendin huisgenoot
"""
_PARTICLES = "van der den de het ten ter te el al bin ibn la le di da dos von zu op in t s"
_CALENDAR = """
januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag
donderdag vrijdag zaterdag zondag nederland nederlands nederlandse nederlanders engels duits frans ik je jij u uw hij
zij ze wij we het de een dit dat deze die er hier daar nu toen op in aan bij met van voor naar om ook als dan en of
maar want ja nee geen mijn zijn haar hun over per tot via uit af door na al wat wie waar hoe welke bel mail graag goed
sprak belde mailde kwam ging wil kan mag moet gaf kreeg nam zag zei had was waren werd nog ons jullie hierin hiervan
hierover hieruit hieraan hierop daarin daarvan daarover daaruit daaraan daarop erin ervan erover eruit eraan erop
erbij waarin waarvan waarover zodra omdat wanneer indien tenzij ondanks dankzij gezien eerst later straks soms
gisteren morgen overmorgen binnenkort meteen misschien waarschijnlijk alles iets niets niet wel rond rondom langs
tegen inzake betreffende geachte beste hallo hoi groet groeten vriendelijke dank bedankt deels totaal oud nieuw jong
laat vroeg lang plan doel actie punt let nr nummer bijlage brief app sms
"""
_BEGINNINGS = """
appt beantwoordt begrijpt behandelt belt bespreekt betaalt bezoekt biedt brengt denkt doet durft ervaart fietst haalt
hoopt hoort houdt huurt is kent kiest kijkt krijgt leert leest legt levert ligt luistert mailt meldt merkt mist neemt
noemt oefent ontvangt overweegt plant raakt reageert regelt reist rijdt ruilt schrijft slaapt spaart spreekt
solliciteert start stelt stopt stuurt traint twijfelt verblijft verdient vergeet verhuist verwacht verzoekt verzorgt
voelt volgt voert vraagt wacht weet weigert wijst wist woont zegt zet ziet zit zorgt zou zal begon belde bezocht bleef
bood bracht dacht deed durfde haalde had hield hoorde kocht kon las lag leek leerde liep maakte meldde miste moest
noemde regelde reed schreef sliep sprak stelde stond stopte stuurde verhuisde vertelde verwachtte vroeg voelde volgde
weigerde werkte wilde woonde zat zette zocht zorgde afgebroken afgemeld afgezegd afgerond akkoord besteld betaald
gesloten gesproken gestopt gestuurd gezien ingevuld ingeleverd ontvangen ondertekend opgestuurd overlegd toegelicht
verhuisd verplaatst verstuurd verzet voltooid kandidaat deelnemer huisarts dokter psycholoog tandarts ziek ziekenhuis
medicijnen pijn rug knie schouder uitkering bijstand schuld schulden huur woning huis lening toeslag loon salaris
vergoeding reiskosten fiets auto bus trein rijbewijs diploma cursus taal rekenen computer lassen koken schoonmaken
inpakken bouw techniek horeca winkel magazijn kassa proefplaatsing vrijwilligerswerk krantenwijk formulier machtiging
toestemming bezwaar besluit beschikking identiteitsbewijs paspoort rekening verkeerd verkeerde oude geheim onbekend
dubbel opgezocht nagebeld teruggebeld uitgenodigd aangekomen vertrokken twee vijf zes zeven acht negen tien wet
"""

COMMON: frozenset[str] = frozenset(_WORDS.split())
"""Plain Dutch words, without accents, in the form in which texts are compared."""

KIN: frozenset[str] = frozenset(_KIN.split())
"""Words for the people around a client."""

PARTICLES: frozenset[str] = frozenset(_PARTICLES.split())
"""Words within a surname."""

CALENDAR: frozenset[str] = frozenset(_CALENDAR.split())
"""Words with a capital that name nobody, and the small words with which a sentence begins."""

BEGINNINGS: frozenset[str] = frozenset(_BEGINNINGS.split())
"""Words of a note or a value that have a capital because it begins with them; some are surnames elsewhere."""
