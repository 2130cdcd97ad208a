"""Art. 4, 5, 11, 12 and 14 beside duties that came with today's law: to inform, processors, assessment, officer."""

from wkc.records.reglement import Bilingual, Difference

DUTIES: tuple[Difference, ...] = (
    Difference(
        "identiteit",
        ("11.5",),
        Bilingual(
            "De beheerder eist voldoende waarborgen voor de identiteit.",
            "The beheerder demands sufficient assurance of identity.",
        ),
        Bilingual(
            "Om bewijs mag alleen gevraagd worden als er redelijke twijfel is wie het vraagt, en niet om meer dan "
            "nodig is (AVG 12.6, AVG 5.1).",
            "Proof may only be asked where there is reasonable doubt about who asks, and no more than is needed "
            "(AVG 12.6, AVG 5.1).",
        ),
        Bilingual(
            "Wie bekend is, wordt niet om een paspoort gevraagd: eerst het lichtste middel dat de twijfel "
            "wegneemt. Van een document komt nooit een kopie of een heel nummer in het register.",
            "Somebody who is known is not asked for a passport: the lightest means that takes the doubt away goes "
            "first. Of a document no copy and no whole number ever comes into the register.",
        ),
    ),
    Difference(
        "informeren",
        ("4.2",),
        Bilingual(
            "Gegevens komen van de persoon zelf of van anderen; dat iemand daarover bericht krijgt, staat er niet.",
            "Data come from the person or from others; the regulation does not say that anybody is notified.",
        ),
        Bilingual(
            "Wie zelf gegevens geeft, hoort op dat moment waarvoor, op welke grond, hoelang en wat de rechten "
            "zijn (AVG 13); over wie een ander ze gaf, hoort het binnen een maand (AVG 14).",
            "A person who gives data is informed at that moment of the purpose, the basis, the term and the rights "
            "(AVG 13); a person whose data somebody else gave, within a month (AVG 14).",
        ),
        Bilingual(
            "Het programma maakt voor beide de brief, met de grond van de opdrachtgever en de feiten van het "
            "bureau uit de instellingen, en zet op de agenda wie nog bericht moet krijgen.",
            "The program makes the letter for both, with the basis of the opdrachtgever and the facts of the office "
            "from the settings, and has on the agenda who is still to be notified.",
        ),
    ),
    Difference(
        "bezwaar_apart",
        ("12",),
        Bilingual(
            "Bezwaar wordt niet genoemd.",
            "Objection is not mentioned.",
        ),
        Bilingual(
            "Op het recht van bezwaar moet uiterlijk bij het eerste contact uitdrukkelijk gewezen zijn, duidelijk "
            "en los van al het andere (AVG 21.4).",
            "The right to object has to be pointed out at the first contact at the latest, explicitly, clearly "
            "and apart from all else (AVG 21.4).",
        ),
        Bilingual(
            "In de brieven over wat het bureau heeft, staat bezwaar in een eigen stuk.",
            "In the letters on what the office holds, objection has a part of its own.",
        ),
    ),
    Difference(
        "verwerkers",
        ("14.2",),
        Bilingual(
            "De beheerder zorgt voor de beveiliging; over wie namens het bureau gegevens verwerkt staat er niets.",
            "The beheerder sees to security; the regulation does not mention parties that process data for the office.",
        ),
        Bilingual(
            "Wie namens het bureau gegevens verwerkt, zoals een hostingbedrijf, doet dat alleen onder een "
            "overeenkomst met vaste inhoud (AVG 28). Is een opdrachtgever zelf of samen verantwoordelijk, dan "
            "ligt ook dat vast (AVG 26).",
            "A party that processes data for the office, such as a hosting company, does so only under an agreement "
            "with fixed contents (AVG 28). Where an opdrachtgever is responsible, alone or jointly, that is laid down "
            "too (AVG 26).",
        ),
        Bilingual(
            "Met `wkc party set` staan bij elke partij de rol, de overeenkomst en de dag waarop die eindigt; de "
            "agenda waarschuwt ervoor.",
            "With `wkc party set` each party has its role, the agreement and the day on which it ends; "
            "the agenda warns of that.",
        ),
    ),
    Difference(
        "effectbeoordeling",
        ("14.2",),
        Bilingual(
            "Van de voorzieningen zegt het reglement alleen dat zij nodig zijn.",
            "Of the measures the regulation only says that they are needed.",
        ),
        Bilingual(
            "Bij een hoog risico, zoals bij gezondheid en justitieel verleden van wie van het bureau afhangt, "
            "hoort vooraf een beoordeling van de gevolgen (AVG 35).",
            "Where the risk is high, as with health and criminal history of people who depend on the office, an "
            "assessment of the effects comes first (AVG 35).",
        ),
        Bilingual(
            "De dag van de laatste beoordeling staat in de instelling `dpia.date`; de beoordeling zelf is aan de "
            "directie.",
            "The day of the last assessment is in the setting `dpia.date`; the assessment itself is the directie's.",
        ),
    ),
    Difference(
        "functionaris",
        ("5",),
        Bilingual(
            "De directie beheert en coördineert.",
            "The directie keeps and coordinates.",
        ),
        Bilingual(
            "Wie op grote schaal bijzondere of strafrechtelijke gegevens verwerkt, wijst een functionaris voor "
            "gegevensbescherming aan (AVG 37) en noemt die in de berichten aan de persoon (AVG 13, AVG 14).",
            "An organisation that processes special or criminal data on a large scale designates a data protection "
            "officer (AVG 37), and names that person in its notices (AVG 13, AVG 14).",
        ),
        Bilingual(
            "Is er een, dan staan naam en bereikbaarheid in `fg.name` en `fg.contact`, en dan noemen de brieven die.",
            "If there is one, name and contact are in `fg.name` and `fg.contact`, and then the letters name them.",
        ),
    ),
)
"""The differences that are duties of the AVG without a counterpart in the paper of 2012."""
