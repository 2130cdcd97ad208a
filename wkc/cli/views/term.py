"""The steps by which a last day is counted, in words (AVG 12.3; Reg. 1182/71; Algemene termijnenwet)."""

from collections.abc import Mapping

from wkc.i18n import N_

STEPS: Mapping[str, str] = {
    "ontvangen": N_("the request came in"),
    "een_maand": N_("after one month"),
    "identiteit_gevraagd": N_("proof of identity asked for"),
    "identiteit_ontvangen": N_("proof of identity received"),
    "opgeschort": N_("the days of waiting do not count"),
    "verlengd": N_("extension notified"),
    "drie_maanden": N_("after three months"),
    "zaterdag": N_("a Saturday"),
    "zondag": N_("a Sunday"),
    "nieuwjaarsdag": N_("New Year's Day"),
    "goede_vrijdag": N_("Good Friday"),
    "tweede_paasdag": N_("Easter Monday"),
    "koningsdag": N_("King's Day"),
    "bevrijdingsdag": N_("Liberation Day"),
    "hemelvaartsdag": N_("Ascension Day"),
    "tweede_pinksterdag": N_("Whit Monday"),
    "eerste_kerstdag": N_("Christmas Day"),
    "tweede_kerstdag": N_("Boxing Day"),
    "gelijkgesteld": N_("a holiday by royal decree"),
    "eerste_werkdag": N_("the first working day"),
}
"""Every step of rules/requests/term.py."""
