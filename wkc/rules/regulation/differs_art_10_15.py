"""Art. 10 to 13 beside the law of today: how long data stay, what a person may ask, and who judges."""

from wkc.records.reglement import Bilingual, Difference

RIGHTS: tuple[Difference, ...] = (
    Difference(
        "bewaarplicht",
        ("10",),
        Bilingual(
            "Na vijf jaar zonder contact wordt alles vernietigd.",
            "After five years without contact everything is destroyed.",
        ),
        Bilingual(
            "Gegevens blijven niet langer dan nodig (AVG 5.1.e). Een andere wet kan voorschrijven dat een deel langer "
            "blijft, zoals de zeven jaar voor de eigen administratie van het bureau (AWR 52).",
            "Data stay no longer than necessary (AVG 5.1.e). Another law may prescribe that a part stays longer, as "
            "the seven years for the office's own accounts do (AWR 52).",
        ),
        Bilingual(
            "Vijf jaar is het uiterste. Langer kan alleen voor genoemde soorten, met de wet erbij en een einddatum.",
            "Five years is the utmost. Longer is only for named kinds, with the law and an end.",
        ),
    ),
    Difference(
        "verlenging",
        ("11.4", "12.3"),
        Bilingual("Antwoord binnen één maand, zonder meer.", "An answer within one month, without more."),
        Bilingual(
            "Ook de wet geeft een maand, maar staat toe haar met twee te verlengen als een verzoek ingewikkeld is of "
            "er veel zijn (AVG 12.3).",
            "The law gives a month too, but allows two more when a request is complex or there are many (AVG 12.3).",
        ),
        Bilingual(
            "Het reglement is strenger en gaat voor: het programma waarschuwt voor de maand. Verlengen schuift alleen "
            "de dag van de AVG op.",
            "The regulation is stricter and goes first: the program warns for the month. Extending moves only the day "
            "of the AVG.",
        ),
    ),
    Difference(
        "schriftelijk",
        ("11.3", "12.2"),
        Bilingual(
            "Een verzoek gaat naar de beheerder, en om iets te verbeteren op schrift.",
            "A request goes to the beheerder, and in writing if something is to be corrected.",
        ),
        Bilingual("De wet stelt geen vorm (AVG 12).", "The law asks for no form (AVG 12)."),
        Bilingual(
            "Wat iemand aan de balie of de telefoon vraagt, wordt opgetekend en telt vanaf die dag.",
            "What somebody asks at the desk or on the telephone is written down and counts from that day.",
        ),
    ),
    Difference(
        "vertegenwoordiging",
        ("11.1", "12.1"),
        Bilingual(
            "De persoon zelf, of een gemachtigde.",
            "The person, or somebody with a mandate.",
        ),
        Bilingual(
            "Voor wie jonger is dan zestien of onder curatele, bewind of mentorschap staat, handelt de wettelijk "
            "vertegenwoordiger, maar niet verder dan diens taak (UAVG 5): een bewindvoerder alleen over het geld (BW "
            "1:441), een mentor alleen over verzorging en begeleiding (BW 1:453).",
            "For somebody under sixteen, or with a curator, a bewindvoerder or a mentor, the legal representative "
            "acts, but no further than that task (UAVG 5): a bewindvoerder about the money alone (BW 1:441), a mentor "
            "about care and guidance alone (BW 1:453).",
        ),
        Bilingual(
            "Het programma kent elk van hen apart, vraagt het stuk te zien waaruit het blijkt, en weigert een kopie "
            "van wat buiten de taak valt.",
            "The program knows each of them apart, asks to see the document that shows it, and refuses a copy of what "
            "lies outside the task.",
        ),
    ),
    Difference(
        "meer_rechten",
        ("11", "12"),
        Bilingual(
            "Inzage, afschrift, verbetering, aanvulling en verwijdering.",
            "Access, copy, correction, addition and removal.",
        ),
        Bilingual(
            "De wet geeft meer: beperking (AVG 18), bericht aan wie het gegeven kreeg (AVG 19), overdracht (AVG 20) en "
            "bezwaar (AVG 21). Alles is in beginsel gratis (AVG 12.5).",
            "The law gives more: restriction (AVG 18), notice to earlier recipients (AVG 19), portability (AVG 20) "
            "and objection (AVG 21). All of it is free in principle (AVG 12.5).",
        ),
        Bilingual(
            "Het programma behandelt ze alle, met dezelfde termijn van een maand.",
            "The program handles all of them, with the same term of a month.",
        ),
    ),
    Difference(
        "wpr",
        ("13.1",),
        Bilingual(
            "Beroep op grond van de Wet Persoonsregistraties.",
            "An appeal under the Wet Persoonsregistraties.",
        ),
        Bilingual(
            "De WPR is op 1 september 2001 vervangen door de Wet bescherming persoonsgegevens, en die op 25 mei 2018 "
            "door de AVG en de Uitvoeringswet AVG.",
            "The WPR was replaced on 1 September 2001 by the Wet bescherming persoonsgegevens, and that on 25 May 2018 "
            "by the AVG and the Uitvoeringswet AVG.",
        ),
        Bilingual(
            "Een weigering noemt de AVG en UAVG 35. Geeft de wet de persoon meer dan het reglement, dan geldt de wet.",
            "A refusal names the AVG and UAVG 35. Where the law gives the person more than the regulation, the law "
            "applies.",
        ),
    ),
    Difference(
        "rechtbank",
        ("13.1",),
        Bilingual(
            "De arrondissementsrechtbank in Amsterdam.",
            "The arrondissementsrechtbank in Amsterdam.",
        ),
        Bilingual(
            "De rechtbank van de plaats waar de persoon woont, of die van de plaats van het bureau: voor Alkmaar is "
            "dat Rechtbank Noord-Holland (AVG 79.2; Rv 262). Een advocaat hoeft niet.",
            "The court of the place where the person lives, or of the office's place: for Alkmaar that is Rechtbank "
            "Noord-Holland (AVG 79.2; Rv 262). No lawyer is needed.",
        ),
        Bilingual(
            "Elke weigering noemt de rechtbank van nu, en zegt dat het reglement Amsterdam noemt.",
            "Every refusal names the court of today, and says that the regulation names Amsterdam.",
        ),
    ),
    Difference(
        "zes_weken",
        ("13.2",),
        Bilingual(
            "Twee maanden na een weigering; twee maanden na de termijn als er geen antwoord kwam.",
            "Two months after a refusal; two months after the term where no answer came.",
        ),
        Bilingual(
            "Zes weken na ontvangst van het antwoord. Kwam er geen antwoord op tijd, dan is er geen laatste dag "
            "(UAVG 35.2).",
            "Six weeks after the answer was received. Where none came in time there is no last day (UAVG 35.2).",
        ),
        Bilingual(
            "Wie op de twee maanden vertrouwt, kan te laat zijn. Elke weigering zegt daarom zes weken, met de datum, "
            "en noemt de twee maanden ernaast. Kwam er geen antwoord, dan tellen de twee maanden nooit tegen iemand.",
            "Somebody who relies on the two months may be too late. Every refusal therefore says six weeks, with the "
            "date, and names the two months beside it. Without an answer the two months are never held against "
            "anybody.",
        ),
    ),
    Difference(
        "toezichthouder",
        ("13",),
        Bilingual(
            "Alleen de rechter wordt genoemd.",
            "Only the court is named.",
        ),
        Bilingual(
            "De persoon kan ook klagen bij de Autoriteit Persoonsgegevens (AVG 77) of haar laten bemiddelen (UAVG 36).",
            "The person can also complain to the Autoriteit Persoonsgegevens (AVG 77), or ask it to mediate (UAVG 36).",
        ),
        Bilingual(
            "Elke weigering en elke kopie zegt dat erbij.",
            "Every refusal and every copy says so.",
        ),
    ),
)
"""The differences of the paper of 2012 about keeping, requests and appeal."""
