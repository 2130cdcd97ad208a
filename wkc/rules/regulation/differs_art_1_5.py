"""Art. 1, 2, 4 and 5 with annexes I and II, beside the law of today: what is held, and where it comes from."""

from wkc.records.reglement import Bilingual, Difference

HELD: tuple[Difference, ...] = (
    Difference(
        "houder",
        ("1.3", "5.1"),
        Bilingual(
            "Het bureau is houder van een persoonsregistratie.",
            "The office is the houder of a registration of persons.",
        ),
        Bilingual(
            "De AVG spreekt van verwerkingsverantwoordelijke en van elke verwerking, ook buiten een registratie "
            "(AVG 4.2 en 4.7).",
            "The AVG speaks of the controller, and of all processing, also outside a registration (AVG 4.2 and 4.7).",
        ),
        Bilingual(
            "Lees houder als verwerkingsverantwoordelijke. Een brief of een schrift valt net zo goed onder de wet.",
            "Read houder as controller. A letter or a notebook falls under the law just as well.",
        ),
    ),
    Difference(
        "doel",
        ("2",),
        Bilingual("Eén doel: de opgedragen taken in het algemeen.", "One goal: the tasks given, in general."),
        Bilingual(
            "Een doel moet welbepaald en uitdrukkelijk zijn (AVG 5.1.b).",
            "A purpose must be specified and explicit (AVG 5.1.b).",
        ),
        Bilingual(
            "Het programma splitst het in zes doelen en schrijft bij elke blik en elke wijziging op welk het was.",
            "The program splits it into six purposes, and writes down which one every look and every change served.",
        ),
    ),
    Difference(
        "onder_meer",
        ("4.1",),
        Bilingual(
            "De registratie bevat onder meer de gegevens van bijlage I.",
            "The registration holds the data of annex I, among others.",
        ),
        Bilingual("Niet meer gegevens dan nodig is (AVG 5.1.c).", "No more data than are necessary (AVG 5.1.c)."),
        Bilingual(
            "Wat niet in bijlage I past, kan niet worden vastgelegd.",
            "What does not fit annex I cannot be recorded.",
        ),
    ),
    Difference(
        "informatieplicht",
        ("4.2",),
        Bilingual(
            "Gegevens komen ook van anderen; dat de persoon dat hoort, staat er niet.",
            "Data come from others too; the regulation does not say that the person is notified.",
        ),
        Bilingual(
            "Wie via een ander in de registratie komt, hoort dat binnen een maand (AVG 14).",
            "A person whose data come from somebody else is notified within a month (AVG 14).",
        ),
        Bilingual(
            "De nieuwe cliënt krijgt een bericht: van wie, waarvoor, welke rechten.",
            "A new client gets a notice: from whom, what for, which rights.",
        ),
    ),
    Difference(
        "bijzondere_gegevens",
        ("I.9", "I.19", "I.23", "I.25", "I.28", "I.29"),
        Bilingual(
            "Gezondheid, afkomst en persoonlijke omstandigheden staan tussen de andere gegevens.",
            "Health, origin and personal circumstances are listed among the other data.",
        ),
        Bilingual(
            "Zulke gegevens zijn verboden, tenzij de wet een uitzondering maakt (AVG 9; UAVG 22, 25 en 30).",
            "Such data are forbidden unless the law makes an exception (AVG 9; UAVG 22, 25 and 30).",
        ),
        Bilingual(
            "Elk gegeven heeft zijn eigen grondslag en is apart verzegeld. Over gezondheid alleen wat iemand kan en "
            "niet kan, nooit een diagnose.",
            "Each value has its own ground and is sealed apart. On health only what somebody can and cannot do, never "
            "a diagnosis.",
        ),
    ),
    Difference(
        "strafrechtelijke_gegevens",
        ("I.24", "I.26"),
        Bilingual(
            "Detentie en justitieel verleden staan tussen de andere gegevens.",
            "Detention and criminal history are listed among the other data.",
        ),
        Bilingual(
            "Alleen als de wet het toelaat (AVG 10; UAVG 31 tot en met 33).",
            "Only where the law allows it (AVG 10; UAVG 31 to 33).",
        ),
        Bilingual(
            "Elk gegeven heeft zijn eigen grondslag en is apart verzegeld.",
            "Each value has its own ground and is sealed apart.",
        ),
    ),
    Difference(
        "bsn",
        ("I.17", "II", "III"),
        Bilingual(
            "Er is sprake van een wet BSN-nummer voor de gemeenten.",
            "A law on the BSN for municipalities is mentioned.",
        ),
        Bilingual(
            "Die wet bestaat niet onder die naam: bedoeld is de Wet algemene bepalingen burgerservicenummer (Wabb), "
            "van 2007. Een bedrijf gebruikt het nummer alleen waar een wet dat zegt (UAVG 46).",
            "There is no law of that name: the Wet algemene bepalingen burgerservicenummer (Wabb) of 2007 is meant. A "
            "company uses the number only where a law says so (UAVG 46).",
        ),
        Bilingual(
            "Het BSN gaat alleen naar buiten als een wet wordt genoemd die dat dekt. De directie moet kunnen zeggen "
            "welke wet het bewaren toestaat.",
            "The BSN goes out only when a law is cited that covers it. The directie must be able to say which law "
            "allows keeping it.",
        ),
    ),
    Difference(
        "abw_wwb",
        ("I.14", "II"),
        Bilingual("De ABW en de WWB.", "The ABW and the WWB."),
        Bilingual(
            "De Algemene bijstandswet werd op 1 januari 2004 de Wet werk en bijstand, en die op 1 januari 2015 de "
            "Participatiewet.",
            "The Algemene bijstandswet became the Wet werk en bijstand on 1 January 2004, and that the Participatiewet "
            "on 1 January 2015.",
        ),
        Bilingual(
            "De code wwb blijft; lees Participatiewet.",
            "The code wwb stays; read Participatiewet.",
        ),
    ),
    Difference(
        "ziekenfonds",
        ("I.15", "III"),
        Bilingual(
            "Het ziekenfonds; de ZFW en de AWBZ.",
            "The ziekenfonds; the ZFW and the AWBZ.",
        ),
        Bilingual(
            "Sinds 1 januari 2006 zijn er zorgverzekeraars en de Zorgverzekeringswet; sinds 1 januari 2015 staat de "
            "Wet langdurige zorg in de plaats van de AWBZ.",
            "Since 1 January 2006 there are zorgverzekeraars and the Zorgverzekeringswet; since 1 January 2015 the Wet "
            "langdurige zorg has taken the place of the AWBZ.",
        ),
        Bilingual(
            "De velden ziekenfonds en ziekenfonds_nummer zijn voor de zorgverzekeraar. Een zorgverzekeraar telt als "
            "het ziekenfonds van bijlage III.",
            "The fields ziekenfonds and ziekenfonds_nummer are for the zorgverzekeraar. A zorgverzekeraar counts as "
            "the ziekenfonds of annex III.",
        ),
    ),
    Difference(
        "tariefgroep",
        ("I.18",),
        Bilingual("De tariefgroep voor de loonbelasting.", "The tariefgroep of the wage tax."),
        Bilingual(
            "Sinds 1 januari 2001 zijn er geen tariefgroepen meer, maar heffingskortingen.",
            "Since 1 January 2001 there are no tariefgroepen any more, but tax credits.",
        ),
        Bilingual(
            "Vul het veld alleen als er een reden voor is; meestal blijft het leeg.",
            "Fill the field in only where there is a reason to; mostly it stays empty.",
        ),
    ),
    Difference(
        "arbeidsvoorziening",
        ("II", "8.3"),
        Bilingual(
            "Arbeidsvoorzieningsorganisaties, en UWV Werkbedrijf met zijn opvolgers.",
            "Arbeidsvoorzieningsorganisaties, and UWV Werkbedrijf with its successors.",
        ),
        Bilingual(
            "De publieke taken van Arbeidsvoorziening gingen op 1 januari 2002 naar de CWI, en met de CWI op 1 januari "
            "2009 naar UWV. WERKbedrijf is een onderdeel van UWV.",
            "The public tasks of Arbeidsvoorziening went to the CWI on 1 January 2002, and with it to UWV on 1 January "
            "2009. WERKbedrijf is a division of UWV.",
        ),
        Bilingual(
            "De bron arbeidsvoorziening is voor oude gegevens; wat nu binnenkomt, is van uwv. Aan de telefoon houdt "
            "WERKbedrijf zijn eigen onderwerp.",
            "The source arbeidsvoorziening is for old data; what comes in now is from uwv. On the telephone "
            "WERKbedrijf keeps its own subject.",
        ),
    ),
    Difference(
        "studiefinanciering",
        ("II",),
        Bilingual(
            "De minister van Onderwijs geeft gegevens over studiefinanciering.",
            "The minister of education gives data on student finance.",
        ),
        Bilingual(
            "Sinds 1 januari 2010 doet DUO dat voor de minister.",
            "Since 1 January 2010 DUO does so for the minister.",
        ),
        Bilingual("De bron ocw omvat DUO.", "The source ocw takes in DUO."),
    ),
)
"""The differences of the paper of 2012 about the office, its goal, its data and their sources."""
