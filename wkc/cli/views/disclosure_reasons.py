"""The meaning of each code of a judgement (rules/disclosure/), for people."""

from collections.abc import Mapping

from wkc.i18n import N_

OUTCOMES: Mapping[str, str] = {
    "toegestaan": N_("Allowed: what stands below may be given."),
    "beheerder_beslist": N_("By the regulation for the beheerder to decide."),
    "geweigerd": N_("Refused: give nothing."),
}

REASONS: Mapping[str, str] = {
    # art. 8.2
    "geen_geheim": N_("No duty of secrecy stands on what is asked."),
    "geheim": N_("A duty of secrecy stands on it."),
    # art. 8.1: doel
    "doel_van_de_registratie": N_("It follows from the goal of the registration."),
    "ander_doel": N_("This purpose is not one of the registration's own."),
    "ontvanger_buiten_doel": N_("This purpose is not for this recipient."),
    "doel_ontbreekt": N_("No purpose is named."),
    "buiten_doel": N_("The purpose does not need it."),
    # art. 8.1: wettelijk_voorschrift, publieke_taak
    "bijlage_iii": N_("A body of annex III, for a law of its own."),
    "buiten_bijlage_iii": N_("The recipient is not a body of annex III."),
    "instantie_zonder_wetten": N_("Annex III prints no laws behind this body."),
    "wet_niet_van_deze_instantie": N_("The law is not one that annex III prints behind this body."),
    "wet_niet_op_papier": N_("A law of this body's own that annex III does not print."),
    "onderwerp_artikel_8_3": N_("A body of art. 8.3, for the law that belongs to the subject of its call."),
    "vindplaats_ontbreekt": N_("No law is cited."),
    "niet_verzocht": N_("The body did not ask for it."),
    # art. 8.1: toestemming
    "toestemming": N_("The client consented."),
    "toestemming_ontbreekt": N_("No consent is on file that stands today for this recipient and this purpose."),
    "toestemming_opnieuw_vragen": N_("Who gave the consent acts for the client no more: ask the client again."),
    "vrij_gegeven": N_("The client depends on this recipient: was the consent free?"),
    "categorie_niet_genoemd": N_("The consent does not name it."),
    "niet_uitdrukkelijk": N_("The consent is not explicit enough for it."),
    # art. 8.1: onderzoek
    "niet_herleidbaar": N_("Research, not traceable to persons; privacy was weighed."),
    "herleidbaar": N_("It tells by itself who somebody is."),
    "herleidbaarheid_onbekend": N_("Nobody said whether it can be traced to persons."),
    "afweging_ontbreekt": N_("Nobody wrote down how privacy was weighed."),
    "besluit_bw": N_("B&W decided, and the Registratiecommissie was heard before."),
    "besluit_ontbreekt": N_("There is no decision of B&W with its date and reference."),
    "commissie_niet_vooraf_gehoord": N_("The Registratiecommissie was not heard before B&W decided."),
    # art. 8.1: dringende_reden
    "dringende_reden": N_("An urgent or weighty reason."),
    "reden_ontbreekt": N_("No reason is written down."),
    "vitaal_belang": N_("Danger to life, the client cannot be asked and the beheerder cannot be reached."),
    "beheerder_bereikbaar": N_("Danger to life, but the beheerder is there to decide."),
    "grond_onbekend": N_("This is not one of the six grounds."),
    "niets_over": N_("Nothing is left that may be given."),
    "niet_meer_vastgelegd": N_("It is not held any more."),
    # the classes
    "klassen": N_("Nothing here that its class keeps back."),
    "klasse_zonder_grond": N_("The BSN or a special class stays behind."),
    "bsn_zonder_wet": N_("The BSN goes only on a law that covers it."),
    "bijzonder_zonder_grond": N_("A bijzonder gegeven goes only on explicit consent, a law, or danger to life."),
    "strafrechtelijk_zonder_grond": N_(
        "A strafrechtelijk gegeven goes only on explicit consent, a law, or danger to life."
    ),
    "wet_dekt_klasse_niet": N_("The law that is cited does not cover this class."),
    "wet_dekt_klasse": N_("A sealed class goes on a law only if that law covers it: the beheerder looks it up."),
    # objections
    "bezwaar_loopt": N_("The client objects, and nobody decided on it yet: the request stands behind the article."),
    "verwijdering_loopt": N_("The client asked to remove everything: the request stands behind the article."),
    "bezwaar_toegewezen": N_("The client objected to this use, and it was granted."),
    "beperking_toegewezen": N_("This use was restricted at the client's request."),
    # contested, restricted
    "niet_betwist": N_("Nothing contested or restricted stays behind."),
    "betwist_of_beperkt": N_("What is contested or restricted stays behind."),
    "in_onderzoek": N_("It is contested; it goes only on a law that is cited."),
    "beperkt": N_("Its use is restricted."),
    # art. 8.3
    "bekende_beller": N_("Somebody on file, at a body that may be told this by telephone."),
    "andere_instantie": N_("Not one of the five bodies that may be told something by telephone."),
    "beller_niet_bekend": N_("Who calls is not on file."),
    "ander_onderwerp": N_("This body may not be told about this subject by telephone."),
    "geen_twijfel": N_("There is no doubt who calls."),
    "twijfel": N_("There is doubt who calls, and nobody called back."),
    "twijfel_niet_beantwoord": N_("Nobody said whether there is doubt who calls."),
    "nummer_uit_het_gesprek": N_("Called back on the number that the caller gave."),
    "teruggebeld": N_("Called back on a number verified from another source."),
    # art. 14.2: by e-mail, at the counter
    "bekend_adres": N_("It goes to the e-mail address of the recipient that is on file."),
    "adres_niet_op_bestand": N_("No e-mail address of the recipient is on file."),
    "nummer_niet_nagegaan": N_("Called back, but not on a verified number of somebody on file."),
    "bekende_vrager": N_("Who asks showed a pass or is known, and is on file."),
    "pas_in_nood": N_("Danger to life: a pass, or a known face, is enough."),
    "vrager_niet_bekend": N_("Who asks is not on file."),
    "niet_geidentificeerd": N_("Nobody checked who asks."),
    "identificatie_niet_beantwoord": N_("Nobody said how it was checked who asks."),
    # art. 7.1, 14.1
    "niet_aan_medewerker": N_("Giving to others is not the work of a medewerker: ask a coach or the beheerder."),
}
"""Every reason code with its sentence."""
