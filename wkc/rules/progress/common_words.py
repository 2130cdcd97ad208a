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

COMMON: frozenset[str] = frozenset(_WORDS.split())
"""Plain Dutch words, without accents, in the form in which texts are compared."""
