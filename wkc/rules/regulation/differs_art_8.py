"""Art. 8 with annex III, beside the law of today: what may be given to others."""

from wkc.records.reglement import Bilingual, Difference

GIVEN: tuple[Difference, ...] = (
    Difference(
        "toestemming",
        ("8.1",),
        Bilingual("Gegevens mogen weg met toestemming.", "Data may go with consent."),
        Bilingual(
            "Toestemming is vrij, voor één doel, aan te tonen en altijd in te trekken (AVG 4.11 en 7); voor bijzondere "
            "gegevens ook uitdrukkelijk (AVG 9.2.a).",
            "Consent is free, for one purpose, can be shown and can always be withdrawn (AVG 4.11 and 7); for special "
            "data it is explicit too (AVG 9.2.a).",
        ),
        Bilingual(
            "Een toestemming noemt ontvanger, doel en soorten gegevens. Of zij vrij is tegenover een werkgever of "
            "opdrachtgever, beslist bij bijzondere gegevens de beheerder.",
            "A consent names recipient, purpose and kinds of data. Whether it is free towards an employer or an "
            "opdrachtgever is the beheerder's to decide where special data are asked.",
        ),
    ),
    Difference(
        "publieke_taak",
        ("8.1", "III"),
        Bilingual(
            "Wie een publieke taak heeft en op bijlage III staat, hoeft er maar om te vragen.",
            "A body with a public task that is on annex III need only ask.",
        ),
        Bilingual(
            "Vragen is geen grondslag. Er moet een wet zijn die het geven toelaat of eist (AVG 6.1, 6.3 en 6.4).",
            "Asking is no ground. There must be a law that allows or demands the giving (AVG 6.1, 6.3 and 6.4).",
        ),
        Bilingual(
            "Alleen voor een wet van die instantie zelf; staat er op papier geen wet bij, dan beslist de beheerder.",
            "Only for a law of that body's own; where the paper prints no law behind it, the beheerder decides.",
        ),
    ),
    Difference(
        "bw_en_registratiecommissie",
        ("8.1",),
        Bilingual(
            "Over herleidbare gegevens voor onderzoek besluiten B&W, na de Registratiecommissie te hebben gehoord.",
            "On traceable data for research B&W decide, after hearing the Registratiecommissie.",
        ),
        Bilingual(
            "Dat past bij een gemeente. B&W gaan niet over een bedrijf, en een Registratiecommissie heeft het bureau "
            "niet. De wet stelt eigen eisen aan onderzoek (AVG 5.1.b en 89; UAVG 24).",
            "That fits a municipality. B&W have no say over a company, and the office has no Registratiecommissie. "
            "The law has demands of its own on research (AVG 5.1.b and 89; UAVG 24).",
        ),
        Bilingual(
            "Zonder zo'n besluit, en het horen daarvoor, gaat er niets herleidbaars naar een onderzoeker. De directie "
            "doet er goed aan dit lid te wijzigen.",
            "Without such a decision, and the hearing before it, nothing traceable goes to a researcher. The directie "
            "does well to change this paragraph.",
        ),
    ),
    Difference(
        "dringende_reden",
        ("8.1",),
        Bilingual(
            "Een dringende of gewichtige reden is genoeg.",
            "An urgent or weighty reason is enough.",
        ),
        Bilingual(
            "Ook dan is een grondslag nodig, zoals een vitaal belang of een afgewogen gerechtvaardigd belang (AVG "
            "6.1.d en f); bijzondere gegevens alleen als AVG 9.2 het toelaat.",
            "Even then a legal basis is needed, such as a vital interest or a weighed legitimate interest (AVG 6.1.d "
            "and f); special data only where AVG 9.2 allows it.",
        ),
        Bilingual(
            "De beheerder beslist, met redenen. Alleen bij levensgevaar, als de beheerder onbereikbaar is, mag een "
            "coach het zelf.",
            "The beheerder decides, with reasons. Only in danger to life, when the beheerder is out of reach, may a "
            "coach do it alone.",
        ),
    ),
    Difference(
        "sociale_verzekeringsraad",
        ("III",),
        Bilingual("De Sociale Verzekeringsraad.", "The Sociale Verzekeringsraad."),
        Bilingual(
            "Die bestaat sinds 1 januari 1995 niet meer. Het toezicht op werk en inkomen is nu bij de Nederlandse "
            "Arbeidsinspectie.",
            "It has not existed since 1 January 1995. The supervision of work and income is now with the "
            "Nederlandse Arbeidsinspectie.",
        ),
        Bilingual(
            "Vraagt de Arbeidsinspectie iets, dan noemt zij haar wet en beslist de beheerder.",
            "If the Arbeidsinspectie asks, it cites its law and the beheerder decides.",
        ),
    ),
    Difference(
        "fondsen",
        ("III",),
        Bilingual(
            "Het Algemeen Werkloosheidsfonds, het Algemeen Arbeidsongeschiktheidsfonds en het Toeslagenfonds.",
            "The Algemeen Werkloosheidsfonds, the Algemeen Arbeidsongeschiktheidsfonds and the Toeslagenfonds.",
        ),
        Bilingual(
            "Een fonds is geld, geen instantie die iets kan vragen: UWV beheert het. Het Algemeen "
            "Arbeidsongeschiktheidsfonds is er niet meer.",
            "A fund is money, not a body that can ask: UWV manages it. The Algemeen Arbeidsongeschiktheidsfonds is no "
            "more.",
        ),
        Bilingual(
            "Wie namens een fonds vraagt, is UWV; daar gelden de wetten van UWV voor.",
            "A request for a fund is one of UWV, judged by the laws of UWV.",
        ),
    ),
    Difference(
        "oude_wetten",
        ("III",),
        Bilingual("De AWW, de REA en PEMBA.", "The AWW, the REA and PEMBA."),
        Bilingual(
            "De AWW werd op 1 juli 1996 de Algemene nabestaandenwet. De Wet REA verviel eind 2005, toen de Wet WIA "
            "begon. De premies van PEMBA staan nu in de Wet financiering sociale verzekeringen.",
            "The AWW became the Algemene nabestaandenwet on 1 July 1996. The Wet REA ended in late 2005, when the Wet "
            "WIA began. The premiums of PEMBA are now in the Wet financiering sociale verzekeringen.",
        ),
        Bilingual(
            "Bij de AWW en de REA telt ook de naam van de opvolger. Noemt UWV de Wet financiering sociale "
            "verzekeringen, de Wet SUWI of een andere eigen wet die niet op de bijlage staat, dan beslist de "
            "beheerder; hetzelfde geldt voor de SVB en de Sociale Dienst.",
            "Of the AWW and the REA the successor's name counts too. Where UWV cites the Wet financiering sociale "
            "verzekeringen, the Wet SUWI or another law of its own that the annex does not print, the beheerder "
            "decides; the same goes for SVB and the Sociale Dienst.",
        ),
    ),
    Difference(
        "vreemdelingenwet",
        ("II", "III"),
        Bilingual(
            "Het ministerie van Justitie en het hoofd van de plaatselijke politie.",
            "The ministry of Justitie and the head of the local police.",
        ),
        Bilingual(
            "Sinds 2001 geldt de Vreemdelingenwet 2000, die de IND uitvoert voor de minister die daarover gaat; sinds "
            "2013 is er één politie met een korpschef (Politiewet 2012).",
            "Since 2001 there is the Vreemdelingenwet 2000, carried out by the IND for the minister in charge; since "
            "2013 there is one police with a korpschef (Politiewet 2012).",
        ),
        Bilingual(
            "Lees de minister die over de Vreemdelingenwet gaat, en de korpschef. Vraagt de politie om een strafbaar "
            "feit, dan is dat een andere wet en beslist de beheerder.",
            "Read the minister for the Vreemdelingenwet, and the korpschef. If the police ask because of an offence, "
            "that is another law and the beheerder decides.",
        ),
    ),
)
"""The differences of the paper of 2012 about giving data to others."""
