"""The text of every copy beside the data: purpose, rights, complaint, court. Plain Dutch, one page."""

PURPOSE = (
    "Wij gebruiken uw gegevens alleen om het werk te doen dat een opdrachtgever aan ons geeft: u helpen "
    "bij het vinden en houden van werk. Wij leggen alleen vast wat daarvoor nodig is. Dat staat in "
    "artikel 2 en 6 van ons privacyreglement."
)

BASIS = (
    "Wij mogen uw gegevens hebben omdat een opdrachtgever ons gevraagd heeft u te begeleiden. Welke "
    "opdracht dat is, leest u bij de opdrachten. Over afkomst, gezondheid, persoonlijke omstandigheden en"
    " strafbare feiten is de wet strenger. Bij zulke gegevens staat daarom apart waarom wij ze mogen "
    "hebben."
)

QUESTIONS = "Hebt u een vraag over deze kopie? Stel die aan de directie. Zij beheert de registratie."

ABROAD = "Wij geven uw gegevens niet door aan landen buiten de Europese Unie of aan internationale organisaties."

AUTOMATED = "Geen computer neemt een besluit over u. Wij maken ook geen profiel van u."

FREE = "Deze kopie is gratis. Ook een verzoek om iets te verbeteren of te verwijderen kost u niets."

RIGHTS: tuple[tuple[str, str, str], ...] = (
    (
        "Inzage en afschrift",
        "U mag altijd vragen welke gegevens wij over u hebben, en er een kopie van krijgen.",
        "artikel 11 van het reglement; AVG artikel 15",
    ),
    (
        "Verbetering en aanvulling",
        "Klopt iets niet, of ontbreekt er iets? Dan kunt u vragen om het te verbeteren of aan te vullen.",
        "artikel 12 van het reglement; AVG artikel 16",
    ),
    (
        "Verwijdering",
        "Hoort iets niet in de registratie, of is het niet meer nodig? Dan kunt u vragen het weg te halen.",
        "artikel 12 van het reglement; AVG artikel 17",
    ),
    (
        "Beperking",
        "Klopt iets misschien niet, of hebt u het nodig bij de rechter? Dan kunt u vragen het alleen te bewaren.",
        "AVG artikel 18",
    ),
    (
        "Overdracht",
        "De gegevens die u zelf gaf, kunt u soms meekrijgen in een bestand dat een computer kan lezen.",
        "AVG artikel 20",
    ),
    (
        "Bezwaar",
        "U kunt vanwege uw eigen situatie bezwaar maken tegen wat wij met uw gegevens doen.",
        "AVG artikel 21",
    ),
    (
        "Toestemming intrekken",
        "Gaf u ergens toestemming voor? Dan mag u die altijd intrekken. Wat wij daarvóór deden, blijft geldig.",
        "AVG artikel 7",
    ),
)
"""A right, its meaning and its article."""

HOW = (
    "Schrijf aan de directie wat u wilt vragen, of zeg het ons: dan schrijven wij het op. Weten wij niet zeker wie u "
    "bent, dan vragen wij u dat te laten zien, zodat niemand anders uw gegevens krijgt. Binnen een maand krijgt u "
    "schriftelijk antwoord. Zegt de directie nee, dan staat erbij waarom. Iemand anders mag het namens u vragen, als "
    "u die persoon machtigt."
)

COMPLAINT = (
    "Vindt u dat wij niet goed met uw gegevens omgaan? Dan kunt u altijd een klacht indienen bij de "
    "Autoriteit Persoonsgegevens, of haar vragen te bemiddelen. Dat is gratis. Hoe het moet, leest u op "
    "autoriteitpersoonsgegevens.nl."
)

COURT = (
    "Bent u het niet eens met ons antwoord op een verzoek? Dan kunt u naar de rechtbank: die van de "
    "plaats waar u woont, of die van de plaats waar wij gevestigd zijn ({plaats}). Uw brief aan de "
    "rechtbank heet een verzoekschrift. De wet geeft u zes weken, vanaf de dag waarop u ons antwoord "
    "kreeg. Antwoorden wij niet op tijd, dan geldt er geen uiterste dag. U hebt geen advocaat nodig. Dit "
    "staat in artikel 35 van de Uitvoeringswet AVG (UAVG)."
)

COURT_2012 = (
    "Let op: artikel 13 van ons privacyreglement is van 2012 en noemt iets anders, namelijk de rechtbank "
    "in Amsterdam en een termijn van twee maanden. Sindsdien is de wet veranderd. Ga uit van de wet: "
    "binnen zes weken, en de rechtbank van uw woonplaats of van {plaats}."
)
