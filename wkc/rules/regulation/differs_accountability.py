"""Art. 5, 10 and 14 beside what public bodies and the Autoriteit ask: registers, breaches, the term of the sick."""

from wkc.records.reglement import Bilingual, Difference

ACCOUNTABILITY: tuple[Difference, ...] = (
    Difference(
        "zieke_werknemer",
        ("10",),
        Bilingual(
            "Vijf jaar na het laatste contact worden de gegevens vernietigd.",
            "Five years after the last contact the data are destroyed.",
        ),
        Bilingual(
            "Voor dossiers van zieke werknemers houdt de Autoriteit Persoonsgegevens in de beleidsregels over de zieke "
            "werknemer twee jaar na het einde van de re-integratie als uiterste aan (AVG 5.1.e).",
            "For dossiers of sick employees the Autoriteit, in its policy rules on the sick employee, takes two years "
            "after the end of the reintegration as the utmost (AVG 5.1.e).",
        ),
        Bilingual(
            "Met `wkc client end --short-term` staat dat bij een opdracht: zijn alle opdrachten van een dossier zo en "
            "zijn zij beëindigd, dan geldt de kortste van beide termijnen.",
            "With `wkc client end --short-term` an assignment has that: when all assignments of a dossier are so and "
            "over, the shorter of both terms is kept.",
        ),
    ),
    Difference(
        "verwerkingsregister",
        ("5", "14.2"),
        Bilingual(
            "Van een register van wat er verwerkt wordt, staat er niets.",
            "The regulation does not mention a register of processing activities.",
        ),
        Bilingual(
            "Wie verwerkt, houdt een register bij van wat, waarvoor, van wie, voor wie en hoelang, ook van wat er "
            "namens een ander gebeurt (AVG 30).",
            "An organisation that processes data keeps a register of what, what for, of whom, for whom and how long, "
            "also of what is done for another (AVG 30).",
        ),
        Bilingual(
            "Uit de registratie zelf maakt `wkc processing export` het, en weigert zolang er iets ontbreekt.",
            "From the register itself `wkc processing export` makes it, and refuses while anything is missing.",
        ),
    ),
    Difference(
        "datalekken",
        ("14.2",),
        Bilingual(
            "De beheerder zorgt dat gegevens niet verloren gaan; wat te doen als het toch gebeurt, staat er niet.",
            "The beheerder sees that no data are lost; the regulation does not say what to do when it happens all the "
            "same.",
        ),
        Bilingual(
            "Een datalek gaat binnen 72 uur naar de Autoriteit, tenzij er geen risico is (AVG 33); bij een hoog risico "
            "horen ook de mensen het (AVG 34). Een verwerker zegt het zijn opdrachtgever meteen (AVG 33.2).",
            "A breach goes to the Autoriteit within 72 hours, unless there is no risk (AVG 33); where the risk is "
            "high the people are notified too (AVG 34). A processor notifies its opdrachtgever at once (AVG 33.2).",
        ),
        Bilingual(
            "Met `wkc breach open` begint wie hier ook werkt de uren; de agenda telt ze, en de brieven komen uit wat "
            "één keer is opgeschreven.",
            "With `wkc breach open` whoever works here starts the hours; the agenda counts them, and the letters come "
            "from what was written down once.",
        ),
    ),
    Difference(
        "bio",
        ("14.2",),
        Bilingual(
            "De beheerder treft de nodige voorzieningen ter beveiliging.",
            "The beheerder takes the measures of security that are needed.",
        ),
        Bilingual(
            "Overheden werken volgens de Baseline Informatiebeveiliging Overheid (BIO2) en vragen dat ook van wie "
            "voor hen werkt: toegang nalopen, een logboek dat klopt, herstel dat geoefend is, incidenten gemeld (AVG "
            "32).",
            "Public bodies work by the Baseline Informatiebeveiliging Overheid (BIO2) and ask the same of companies "
            "that work for them: access reviewed, a log that is right, recovery that was practised, incidents "
            "reported (AVG 32).",
        ),
        Bilingual(
            "De agenda brengt elk jaar en elke maand wat nagelopen wordt, en elke keer laat een ondertekende regel na; "
            "`wkc report year` telt ze. Een verklaring dat aan de BIO2 is voldaan, geeft het programma niet.",
            "The agenda brings each year and each month what is to be looked over, and each time leaves a signed line; "
            "`wkc report year` counts them. The program gives no statement that the BIO2 is met.",
        ),
    ),
)
"""The differences that came with answering for it: to public bodies, to the Autoriteit, to the people."""
