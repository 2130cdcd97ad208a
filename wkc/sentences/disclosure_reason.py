"""Art. 8: the reasons of a judgement in words: for the office each of them, for the person why something did not go."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

REASONS: Mapping[str, Sentences] = {
    # art. 8.2
    "geen_geheim": Sentences(staff=N_("No duty of secrecy stands on what is asked.")),
    "geheim": Sentences(staff=N_("A duty of secrecy stands on it.")),
    # art. 8.1: doel
    "doel_van_de_registratie": Sentences(staff=N_("It follows from the goal of the registration.")),
    "ander_doel": Sentences(
        staff=N_("This purpose is not one of the registration's own."),
        person="dit doel hoort niet bij onze registratie",
    ),
    "ontvanger_buiten_doel": Sentences(
        staff=N_("This purpose is not for this recipient."), person="dit doel is niet voor deze ontvanger"
    ),
    "doel_ontbreekt": Sentences(staff=N_("No purpose is named."), person="er was geen doel genoemd"),
    "buiten_doel": Sentences(staff=N_("The purpose does not need it.")),
    # art. 8.1: wettelijk_voorschrift, publieke_taak
    "bijlage_iii": Sentences(staff=N_("A body of annex III, for a law of its own.")),
    "buiten_bijlage_iii": Sentences(
        staff=N_("The recipient is not a body of annex III."),
        person="de vrager is geen instantie van bijlage III van het reglement",
    ),
    "instantie_zonder_wetten": Sentences(
        staff=N_("Annex III prints no laws behind this body."), person="het reglement noemt bij deze instantie geen wet"
    ),
    "wet_niet_van_deze_instantie": Sentences(
        staff=N_("The law is not one that annex III prints behind this body."),
        person="de genoemde wet is niet van deze instantie",
    ),
    "wet_niet_op_papier": Sentences(
        staff=N_("A law of this body's own that annex III does not print."),
        person="het reglement noemt de genoemde wet niet bij deze instantie",
    ),
    "onderwerp_artikel_8_3": Sentences(
        staff=N_("A body of art. 8.3, for the law that belongs to the subject of its call.")
    ),
    "vindplaats_ontbreekt": Sentences(staff=N_("No law is cited."), person="er was geen wet genoemd"),
    "niet_verzocht": Sentences(staff=N_("The body did not ask for it."), person="de instantie had er niet om gevraagd"),
    # art. 8.1: toestemming
    "toestemming": Sentences(staff=N_("The client consented.")),
    "toestemming_ontbreekt": Sentences(
        staff=N_("No consent is on file that stands today for this recipient and this purpose."),
        person="u gaf hier geen toestemming voor",
    ),
    "toestemming_opnieuw_vragen": Sentences(
        staff=N_("Who gave the consent acts for the client no more: ask the client again."),
        person="wie de toestemming gaf, handelt niet meer namens u",
    ),
    "toestemming_betwist": Sentences(
        staff=N_("An open request contests this consent."),
        person="in een verzoek waarop nog geen antwoord is, betwist u deze toestemming",
    ),
    "vrij_gegeven": Sentences(
        staff=N_("The client depends on this recipient: was the consent free?"),
        person="het was de vraag of u de toestemming in vrijheid gaf",
    ),
    "categorie_niet_genoemd": Sentences(staff=N_("The consent does not name it.")),
    "niet_uitdrukkelijk": Sentences(staff=N_("The consent is not explicit enough for it.")),
    # art. 8.1: onderzoek
    "niet_herleidbaar": Sentences(staff=N_("Research, not traceable to persons; privacy was weighed.")),
    "herleidbaar": Sentences(staff=N_("It tells by itself who somebody is.")),
    "herleidbaarheid_onbekend": Sentences(
        staff=N_("Nobody said whether it can be traced to persons."),
        person="het was niet duidelijk of het onderzoek over herkenbare personen gaat",
    ),
    "afweging_ontbreekt": Sentences(
        staff=N_("Nobody wrote down how privacy was weighed."),
        person="er was niet opgeschreven waarom uw privacy er niet te veel onder lijdt",
    ),
    "besluit_bw": Sentences(staff=N_("B&W decided, and the Registratiecommissie was heard before.")),
    "besluit_ontbreekt": Sentences(
        staff=N_("There is no decision of B&W with its date and reference."),
        person="er was geen besluit van burgemeester en wethouders",
    ),
    "commissie_niet_vooraf_gehoord": Sentences(
        staff=N_("The Registratiecommissie was not heard before B&W decided."),
        person="de Registratiecommissie was niet vooraf gehoord",
    ),
    # art. 8.1: dringende_reden
    "dringende_reden": Sentences(
        staff=N_("An urgent or weighty reason."), person="bij een dringende reden beslist de beheerder"
    ),
    "reden_ontbreekt": Sentences(staff=N_("No reason is written down."), person="er was geen reden opgeschreven"),
    "vitaal_belang": Sentences(
        staff=N_("Danger to life, the client cannot be asked and the beheerder cannot be reached.")
    ),
    "beheerder_bereikbaar": Sentences(
        staff=N_("Danger to life, but the beheerder is there to decide."),
        person="de beheerder was bereikbaar en beslist dan zelf",
    ),
    "grond_onbekend": Sentences(
        staff=N_("This is not one of the six grounds."),
        person="de genoemde reden staat niet in artikel 8 van ons privacyreglement",
    ),
    "niets_over": Sentences(
        staff=N_("Nothing is left that may be given."), person="er bleef niets over dat gegeven mag worden"
    ),
    "niet_meer_vastgelegd": Sentences(staff=N_("It is not held any more.")),
    # the classes
    "klassen": Sentences(staff=N_("Nothing here that its class keeps back.")),
    "klasse_zonder_grond": Sentences(staff=N_("The BSN or a special class stays behind.")),
    "bsn_zonder_wet": Sentences(staff=N_("The BSN goes only on a law that covers it.")),
    "bijzonder_zonder_grond": Sentences(
        staff=N_("A bijzonder gegeven goes only on explicit consent, a law, or danger to life.")
    ),
    "strafrechtelijk_zonder_grond": Sentences(
        staff=N_("A strafrechtelijk gegeven goes only on explicit consent, a law, or danger to life.")
    ),
    "wet_dekt_klasse_niet": Sentences(staff=N_("The law that is cited does not cover this class.")),
    "wet_dekt_klasse": Sentences(
        staff=N_("A sealed class goes on a law only if that law covers it: the beheerder looks it up."),
        person="of deze wet ook voor zulke gevoelige gegevens geldt, beslist de beheerder",
    ),
    # objections
    "bezwaar_loopt": Sentences(
        staff=N_("The client objects, and nobody decided on it yet: the request stands behind the article."),
        person="u maakte bezwaar, en daar was nog niet over beslist",
    ),
    "verwijdering_loopt": Sentences(
        staff=N_("The client asked to remove everything: the request stands behind the article."),
        person="u vroeg om alles te verwijderen, en daar was nog niet over beslist",
    ),
    "bezwaar_toegewezen": Sentences(
        staff=N_("The client objected to this use, and it was granted."),
        person="u maakte hier bezwaar tegen, en dat is toegewezen",
    ),
    "beperking_toegewezen": Sentences(
        staff=N_("This use was restricted at the client's request."),
        person="u vroeg om dit voorlopig niet te gebruiken, en dat is toegewezen",
    ),
    # contested, restricted
    "niet_betwist": Sentences(staff=N_("Nothing contested or restricted stays behind.")),
    "betwist_of_beperkt": Sentences(staff=N_("What is contested or restricted stays behind.")),
    "in_onderzoek": Sentences(staff=N_("It is contested; it goes only on a law that is cited.")),
    "beperkt": Sentences(staff=N_("Its use is restricted.")),
    # art. 8.3
    "bekende_beller": Sentences(staff=N_("Somebody on file, at a body that may be told this by telephone.")),
    "andere_instantie": Sentences(
        staff=N_("Not one of the five bodies that may be told something by telephone."),
        person="deze instantie krijgt per telefoon geen gegevens",
    ),
    "beller_niet_bekend": Sentences(staff=N_("Who calls is not on file."), person="wij kennen de beller niet"),
    "ander_onderwerp": Sentences(
        staff=N_("This body may not be told about this subject by telephone."),
        person="over dit onderwerp geven wij deze instantie per telefoon niets",
    ),
    "geen_twijfel": Sentences(staff=N_("There is no doubt who calls.")),
    "twijfel": Sentences(
        staff=N_("There is doubt who calls, and nobody called back."), person="er was twijfel wie er belde"
    ),
    "twijfel_niet_beantwoord": Sentences(
        staff=N_("Nobody said whether there is doubt who calls."), person="er was niet nagegaan wie er belde"
    ),
    "nummer_uit_het_gesprek": Sentences(
        staff=N_("Called back on the number that the caller gave."),
        person="het nummer om terug te bellen kwam van de beller zelf",
    ),
    "teruggebeld": Sentences(staff=N_("Called back on a number verified from another source.")),
    # art. 14.2: by e-mail, at the counter
    "bekend_adres": Sentences(staff=N_("It goes to the e-mail address of the recipient that is on file.")),
    "adres_niet_op_bestand": Sentences(
        staff=N_("No e-mail address of the recipient is on file."), person="wij kenden het e-mailadres niet"
    ),
    "nummer_niet_nagegaan": Sentences(
        staff=N_("Called back, but not on a verified number of somebody on file."),
        person="het nummer om terug te bellen was niet nagegaan",
    ),
    "bekende_vrager": Sentences(staff=N_("Who asks showed a pass or is known, and is on file.")),
    "pas_in_nood": Sentences(staff=N_("Danger to life: a pass, or a known face, is enough.")),
    "vrager_niet_bekend": Sentences(staff=N_("Who asks is not on file."), person="wij kenden de vrager niet"),
    "niet_geidentificeerd": Sentences(
        staff=N_("Nobody checked who asks."), person="er was niet nagegaan wie het vroeg"
    ),
    "identificatie_niet_beantwoord": Sentences(
        staff=N_("Nobody said how it was checked who asks."), person="er was niet nagegaan wie het vroeg"
    ),
    # art. 7.1, 14.1
    "niet_aan_medewerker": Sentences(
        staff=N_("Giving to others is not the work of a medewerker: ask a coach or the beheerder."),
        person="wie de vraag kreeg, mag geen gegevens aan anderen geven",
    ),
}
"""Every reason code of rules/disclosure/; its article is named beside it there."""
