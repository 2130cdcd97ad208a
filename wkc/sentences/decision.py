"""Art. 11.4 and 12.3: a decision on a request in words, why it takes longer, and why not."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

DECISIONS: Mapping[str, Sentences] = {
    "toegewezen": Sentences(staff=N_("granted"), question=N_("yes"), person="ja"),
    "deels": Sentences(staff=N_("granted in part"), question=N_("yes, in part"), person="voor een deel ja"),
    "afgewezen": Sentences(staff=N_("not granted"), question=N_("no"), person="nee"),
    "geen_gegevens": Sentences(
        staff=N_("no data on file"), question=N_("we hold no data on this person"), person="er stond niets over u"
    ),
}
"""The decision on a request."""

EXTENSIONS: Mapping[str, Sentences] = {
    "complex": Sentences(
        staff=N_("it is complex"),
        question=N_("it is complicated"),
        person="Het is ingewikkeld om uit te zoeken wat u vraagt.",
    ),
    "aantal": Sentences(
        staff=N_("the number of requests"),
        question=N_("this client asked many things"),
        person="U deed meer dan één verzoek, en die kosten samen veel tijd.",
    ),
}
"""The reason for which an answer takes longer (AVG 12.3)."""

REFUSALS: Mapping[str, Sentences] = {
    "identiteit": Sentences(
        staff=N_("it was not made sure who asks"),
        question=N_("we do not know for sure who asks"),
        person=("Wij konden niet vaststellen wie u bent (artikel 11 van ons privacyreglement; AVG artikel 12)."),
    ),
    "machtiging": Sentences(
        staff=N_("no mandate for it was shown"),
        question=N_("who asks may not ask this for the client"),
        person=(
            "Wie dit namens iemand anders vraagt, moet een machtiging hebben die erover gaat. Die hebben wij niet "
            "gezien (artikel 11 en 12 van ons privacyreglement)."
        ),
    ),
    "kennelijk_ongegrond": Sentences(
        staff=N_("manifestly unfounded (AVG 12.5)"),
        question=N_("the request is clearly unfounded"),
        person=(
            "Het is meteen duidelijk dat dit verzoek niet kan. De wet noemt dat kennelijk ongegrond (AVG artikel 12)."
        ),
    ),
    "buitensporig": Sentences(
        staff=N_("excessive (AVG 12.5)"),
        question=N_("the request is excessive, such as once more and again"),
        person=(
            "Uw verzoek is buitensporig: u vraagt bijvoorbeeld steeds hetzelfde. Dan mogen wij het weigeren (AVG "
            "artikel 12 lid 5)."
        ),
    ),
    "rechten_van_anderen": Sentences(
        staff=N_("the rights of others (AVG 15.4)"),
        question=N_("it would harm the rights of others"),
        person=(
            "Wij zouden dan ook gegevens van iemand anders laten zien, en dat zou die ander schaden (AVG artikel 15 "
            "en 20)."
        ),
    ),
    "uavg_41": Sentences(
        staff=N_("an interest that UAVG 41 names, such as the rights of others or an investigation"),
        question=N_("a ground of UAVG 41, such as an investigation"),
        person=(
            "De wet laat ons dit weigeren om iets anders te beschermen, zoals de rechten van iemand anders of "
            "een onderzoek naar strafbare feiten (artikel 41 van de Uitvoeringswet AVG)."
        ),
    ),
    "gegeven_is_juist": Sentences(
        staff=N_("the value is right"),
        question=N_("what is held is right"),
        person="Wij hebben het nagezocht: wat er staat, klopt (artikel 12 van ons privacyreglement).",
    ),
    "ter_zake": Sentences(
        staff=N_("the value is to the point and needed"),
        question=N_("what is held matters for the work"),
        person=(
            "Wij hebben dit gegeven nodig voor ons werk, en het staat er niet in strijd met de regels (artikel "
            "12 van ons privacyreglement)."
        ),
    ),
    "wettelijke_bewaarplicht": Sentences(
        staff=N_("a statute says to keep it"),
        question=N_("a statute has us keep it"),
        person="Een wet verplicht ons dit te bewaren (AVG artikel 17).",
    ),
    "dwingende_gronden": Sentences(
        staff=N_("compelling grounds (AVG 21.1)"),
        question=N_("compelling grounds that weigh more"),
        person=(
            "Wij hebben zwaarwegende redenen om hiermee door te gaan, en die wegen in dit geval zwaarder dan uw"
            " belang (AVG artikel 21)."
        ),
        them=(
            "Wij hebben zwaarwegende redenen om hiermee door te gaan, en die wegen in dit geval zwaarder dan "
            "het belang van {naam} (AVG artikel 21)."
        ),
    ),
    "rechtsvordering": Sentences(
        staff=N_("a legal claim (AVG 17.3, 21.1)"),
        question=N_("it is needed for a legal claim"),
        person=(
            "Wij hebben de gegevens nodig voor een zaak bij de rechter, of om ons daartegen te verweren (AVG "
            "artikel 17 en 21)."
        ),
    ),
    "geen_toestemming_of_overeenkomst": Sentences(
        staff=N_("it rests on no consent or contract (AVG 20.1)"),
        question=N_("we hold it by neither consent nor contract"),
        person=(
            "Meenemen kan alleen met gegevens die wij hebben omdat u dat goed vond, of omdat het bij een "
            "overeenkomst met u hoort. Dat is hier niet zo (AVG artikel 20). U kunt wel een kopie vragen."
        ),
        them=(
            "Meenemen kan alleen met gegevens die wij hebben omdat {naam} dat goed vond, of omdat het bij een "
            "overeenkomst met {naam} hoort. Dat is hier niet zo (AVG artikel 20). U kunt wel een kopie vragen."
        ),
    ),
    "niet_zelf_verstrekt": Sentences(
        staff=N_("not supplied by the person (AVG 20.1)"),
        question=N_("the client did not supply it"),
        person=(
            "Meenemen kan alleen met gegevens die u ons zelf gaf. Deze kregen wij van een ander (AVG artikel "
            "20). U kunt wel een kopie vragen."
        ),
        them=(
            "Meenemen kan alleen met gegevens die {naam} ons zelf gaf. Deze kregen wij van een ander (AVG "
            "artikel 20). U kunt wel een kopie vragen."
        ),
    ),
}
"""The grounds of a refusal, for the person with their article (art. 11.6 and 12.5)."""
