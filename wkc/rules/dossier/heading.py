"""Art. 4 and annex I: the headings that people and programs write over the columns of a list, with their fields.

A heading is looked up without case, accents, spaces and punctuation. The table never crosses a category of annex I:
`Plaats` is the woonplaats, no plaatsing.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from wkc.rules.dossier.field import BY_CODE, FIELDS

REGISTERED_ON, LAST_CONTACT = "geregistreerd_op", "laatste_contact"
"""The columns that are no field of annex I: the first day of the assignment, and the last contact."""

DAYS: Mapping[str, str] = {
    REGISTERED_ON: "Datum aanmelding",
    LAST_CONTACT: "Laatste contact",
}
"""The two columns of an existing administration, with their Dutch labels."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "straat": ("adres",),
    "huisnummer": ("adres",),
    "huisletter": ("adres",),
    "toevoeging": ("adres",),
    "adres_postcode_woonplaats": ("adres", "postcode", "woonplaats"),
    "postcode_woonplaats": ("postcode", "woonplaats"),
    "naam_en_voorvoegsel": ("geslachtsnaam", "voorvoegsel"),
    "volledige_naam": ("geslachtsnaam", "voorvoegsel", "voornamen"),
}
"""Columns that are a part of one field, or several fields at once, with the fields that they make."""

_FIRST: Mapping[str, str] = {
    "geslachtsnaam": "achternaam|familienaam|eigennaam|geboortenaam|meisjesnaam|geslachtsnaam client|"
    "achternaam client|achternaam kandidaat|achternaam klant|achternaam deelnemer|geslachtsnaam persoon|"
    "significant deel van de achternaam|significant deel achternaam|surname|last name|family name|naam achternaam|"
    "geslachtsnaamstam|01.02.40 geslachtsnaam|eigen achternaam",
    "voorvoegsel": "tussenvoegsel|tussenvoegsels|voorvoegsels|tussenv|tussenvgsl|tv|tsv|vv|voorv|"
    "voorvoegsel geslachtsnaam|voorvoegsel achternaam|voorvoegsels achternaam|voorvoegsel eigennaam|prefix|"
    "name prefix|infix|surname prefix|01.02.30 voorvoegsel|tussenvoegsel achternaam|voorv geslachtsnaam",
    "voornamen": "voornaam|voornaamen|voornamen voluit|volledige voornamen|doopnamen|doopnaam|voornaam client|"
    "voornaam kandidaat|voornaam klant|first name|given name|given names|forename|forenames|christian names|"
    "01.02.10 voornamen|voornaam en|officiële voornamen|voornaam deelnemer",
    "adres": "woonadres|adres client|straat en huisnummer|straat + huisnummer|straat en nr|straat huisnr|"
    "straat en huisnr|adresregel|adresregel 1|postadres|correspondentieadres|address|street address|address line 1|"
    "verblijfadres|verblijfsadres|huisadres|straatnaam en huisnummer|adres straat en nummer",
    "postcode": "pc|postcode 6|pc6|postkode|zip|zip code|postal code|postcode woonadres|postcode client|"
    "08.11.60 postcode|postcd",
    "telefoon": "telefoonnummer|telefoonnr|tel|tel nr|telnummer|tel mobiel|mobiel|mobiele telefoon|mobiele nummer|"
    "mobiel nummer|mobiel nr|mobile|mobile phone|cell phone|cell|gsm|gsm nummer|06|06 nummer|06 nr|tel vast|"
    "vaste telefoon|vast nummer|telefoon vast|telefoon mobiel|telefoon thuis|tel thuis|telefoon prive|tel prive|"
    "telefoonnummer mobiel|telefoonnummer vast|telefoonnummer prive|telefoonnummer thuis|phone|phone number|"
    "telephone|telephone number|bereikbaar op|telefoonnummers|telefoon client",
    "e_mail": "e mailadres|mail|mailadres|e mail client|emailadres client|elektronisch adres|email address|"
    "e mail prive|mailadres prive|emailadres prive|elektronische post",
    "woonplaats": "plaats|woonplaatsnaam|plaatsnaam|stad|woonpl|woonplaats client|city|town|place of residence|"
    "residence|plaats woonadres|08.11.70 woonplaatsnaam",
    "geslacht": "m/v|m / v / x|v/m|man/vrouw|sekse|sexe|gender|sex|geslachtsaanduiding|geslacht m/v|geslachtscode|"
    "aanduiding geslacht|code geslacht|01.04.10 geslachtsaanduiding|geslacht client|gesl",
    "geboortedatum": "geb datum|geb dat|datum geboorte|geboren|geboren op|geboortedag|dob|date of birth|birth date|"
    "birthday|geb|geboortedd|datum van geboorte|geboortedatum client|01.03.10 geboortedatum|g datum|geboortejaar",
    "geboorteplaats": "geb plaats|plaats geboorte|geboorteplaatsnaam|geboren te|place of birth|birthplace|"
    "01.03.20 geboorteplaats|geboortegemeente",
    "burgerlijke_staat": "burg staat|burgerlijke stand|huwelijkse staat|marital status|burgerl staat|"
    "code burgerlijke staat|civil status",
    "nationaliteit": "nationaliteiten|nat|nationality|nationaliteit 1|nationaliteit client|"
    "nationaliteitscode omschrijving|eerste nationaliteit|01.05.10 nationaliteit",
    "geboorteland": "geb land|land van geboorte|geboren in land|country of birth|birth country|01.03.30 geboorteland|"
    "land geboorte",
    "geboorteland_ouder": "geboorteland ouders|geboorteland vader|geboorteland moeder|geb land ouders|"
    "geboorteland ouder 1|geboorteland ouder 2|country of birth parent",
    "scholing": "cursus|cursussen|training|trainingen|gevolgde cursussen|courses|scholingen",
    "opleiding": "opleidingen|opleidingsniveau|opl niveau|hoogste opleiding|hoogst genoten opleiding|diploma|"
    "diplomas|vooropleiding|education|education level|hoogst behaalde opleiding|niveau opleiding",
    "werkervaring": "arbeidsverleden|werkverleden|ervaring|work experience|arbeidservaring|eerdere functies|"
    "cv werkervaring",
    "uwv_nummer": "uwv nr|registratienummer uwv|uwv registratienummer|cwi nummer|cwi nr|werk.nl nummer|nummer uwv|"
    "registratienummer uwv werkbedrijf|uwv werkbedrijf nummer|uwv number",
    "activiteit": "activiteiten|activiteit naar werk|re integratieactiviteit|reintegratieactiviteiten|"
    "trajectactiviteit|activities",
    "sociale_dienst_nummer": "sociale dienst nr|sd nummer|sd nr|administratienummer|"
    "administratienummer sociale dienst|nummer sociale dienst|gws nummer|suite nummer|cliëntnummer sociale dienst|"
    "uitkeringsnummer",
    "inkomsten": "inkomen|inkomsten uit arbeid|andere inkomsten|inkomsten uit werk|income|neveninkomsten",
    "ziekenfonds": "zorgverzekeraar|zorgverzekering|ziektekostenverzekeraar|naam zorgverzekeraar|health insurer|"
    "ziekenfondsnaam",
    "ziekenfonds_nummer": "verzekerdennummer|polisnummer zorgverzekeraar|relatienummer zorgverzekeraar|"
    "zorgpolisnummer|nummer zorgverzekeraar|ziekenfondsnr|polisnummer zorgverzekering",
    "bankrekening": "iban|ibannummer|iban nr|rekeningnummer|rekeningnr|bankrekeningnummer|bankrekeningnr|banknummer|"
    "bank account|account number|bank|rek nr|iban bankrekening|banknr",
    "burgerservicenummer": "bsn|bsn nr|bsn nummer|bsn sofi|sofinummer|sofinr|sofi|burgerservicenr|bsn client|"
    "bsn kandidaat|citizen service number|01.01.20 burgerservicenummer|bsn klant|bsn sofinummer|bsn deelnemer|"
    "persoonsnummer bsn",
    "tariefgroep": "loonbelastingtabel|belastingtarief|heffingskortinggroep|tax group",
    "ziekmelding": "datum ziekmelding|ziek gemeld op|ziekmeldingen|eerste ziektedag|datum ziek|ziek sinds|ziek per|"
    "sick since",
    "herstelmelding": "datum herstelmelding|hersteld op|herstelmeldingen|datum herstel|hersteld per|beter per",
    "identiteitsbewijs_soort": "soort id|soort id bewijs|id soort|soort legitimatie|soort legitimatiebewijs|type id|"
    "legitimatie soort|documentsoort|type identiteitsbewijs|id type|soort document|soort identiteitsdocument",
    "identiteitsbewijs_nummer": "id nummer|id nr|nummer id|nummer id bewijs|legitimatienummer|nummer legitimatie|"
    "nummer legitimatiebewijs|documentnummer|document nr|paspoortnummer|id document number|identiteitsnummer|"
    "nummer identiteitsdocument",
    "verblijfsvergunning_tot": "verblijfsvergunning geldig tot|geldig tot verblijfsvergunning|"
    "einde verblijfsvergunning|verblijfstitel tot|einddatum verblijfsvergunning|datum einde verblijfsvergunning|"
    "verblijfsvergunning t/m|vergunning geldig tot",
    "personeelsnummer": "personeelsnr|pers nr|medewerkersnummer|werknemersnummer|personnel number|employee number|"
    "salarisnummer",
    "sociale_gegevens": "sociale situatie|thuissituatie|gezinssituatie|sociale omstandigheden|woonsituatie|"
    "social situation",
    "detentie": "detentiegegevens|detentieperiode|detentieverleden|detention",
    "gezondheid": "belastbaarheid|beperkingen|medische beperkingen|arbeidsbeperking|arbeidsbeperkingen|"
    "gezondheid en inzetbaarheid|inzetbaarheid|functionele mogelijkheden|health|arbeidsmogelijkheden",
    "justitieel_verleden": "strafblad|justitiële gegevens|vog belemmering|criminal record|strafrechtelijk verleden",
    "financiele_gegevens": "financiële situatie|financiën|financial situation|financieel",
    "presentatie": "presentatie en verzorging|uiterlijke verzorging|verzorging|presentation",
    "arbeidscontract": "contract|contracten|arbeidscontracten|arbeidsovereenkomst|employment contract|soort contract",
    "plaatsing": "plaatsingen|geplaatst bij|plaatsing bij werkgever|placement",
    "begeleiding": "begeleidingsverslag|voortgang begeleiding|coaching|guidance",
    "einde_dienstverband": "einde dienst|datum uit dienst|uit dienst|einde contract|einddatum dienstverband|"
    "uitdiensttreding|end of employment",
    "loonbeslag": "loonbeslagen|beslag|beslag op loon|beslaglegging|wage garnishment",
    "schuldenregeling": "schuldregeling|schuldhulp|schuldhulpverlening|wsnp|msnp|schuldsanering|debt arrangement",
    REGISTERED_ON: "datum aanmelding|aanmelddatum|aangemeld op|aanmeldingsdatum|datum aangemeld|aanmelding|"
    "startdatum|ingangsdatum|datum start|startdatum traject|begindatum|begindatum traject|datum instroom|"
    "instroomdatum|registratiedatum|datum registratie|registered on|start date|referral date|datum opdracht|"
    "opdrachtdatum|ingang traject|datum start traject|datum intake|intakedatum",
    LAST_CONTACT: "datum laatste contact|laatst gesproken|laatste gesprek|laatste contactdatum|laatste contact op|"
    "last contact|laatste contactmoment|datum laatste gesprek|laatst contact",
    "straat": "straatnaam|openbare ruimte|naam openbare ruimte|street|street name|str|08.11.10 straatnaam",
    "huisnummer": "huisnr|nr huis|hnr|huisno|house number|08.11.20 huisnummer|huisnummer cijfers",
    "huisletter": "hl|huislett|08.11.30 huisletter|house letter",
    "toevoeging": "toev|huisnummertoevoeging|huisnr toev|toevoeging huisnummer|toev huisnr|huisnr toevoeging|"
    "08.11.40 huisnummertoevoeging|hnr toev|addition|huistoevoeging|nr toev|toevoeging huisnr",
    "postcode_woonplaats": "postcode en woonplaats|postcode plaats|postcode en plaats|pc woonplaats|pc plaats|"
    "pc en woonplaats|pc en plaats",
    "adres_postcode_woonplaats": "adres postcode en woonplaats|adres en woonplaats|naw adres|volledig adres|"
    "adresgegevens|full address|adres postcode plaats|adres, postcode en plaats",
    "naam_en_voorvoegsel": "achternaam met voorvoegsel|achternaam incl voorvoegsel|"
    "achternaam inclusief tussenvoegsel|achternaam met tussenvoegsel|achternaam incl tussenvoegsel|"
    "geslachtsnaam met voorvoegsel|geslachtsnaam incl voorvoegsel|achternaam voorvoegsel|achternaam en voorvoegsel|"
    "achternaam en tussenvoegsel|achternaam inclusief voorvoegsel",
    "volledige_naam": "full name|naam voluit|achternaam en voornamen|achternaam, voornamen|voornaam en achternaam|"
    "naam en voornaam|complete name",
}

_SECOND: Mapping[str, str] = {
    "voornamen": "roepnaam|voornaam roepnaam|voorletters|voorletter|initialen|voorl|vl|vltrs|initials|nickname|"
    "voorletters voornaam",
}

_ASKED: Mapping[str, str] = {
    "geslachtsnaam": "naam|name|client naam|naam klant|naam kandidaat|naam deelnemer",
    "adres": "locatie",
    "opleiding": "niveau",
    "werkervaring": "beroep|functie|laatste functie|beroepswens",
    "sociale_dienst_nummer": "klantnr|klantnummer|clientnr|clientnummer|dossiernr|dossiernummer|client id|klant id|"
    "uw kenmerk|kenmerk|customer number",
    "inkomsten": "uitkering|soort uitkering",
    "burgerservicenummer": "persoonsnummer|fiscaal nummer",
    "gezondheid": "",
    "justitieel_verleden": "",
    "financiele_gegevens": "",
}

_NO_FIELD = (
    "nr|no|nummer|volgnr|volgnummer|rij|regel|regelnr|regelnummer|klantmanager|consulent|contactpersoon|casemanager|"
    "opmerking|opmerkingen|bijzonderheden|notitie|notities|toelichting|leeftijd|aanhef|titel|status|remarks|remark|notes|"
    "comment|comments|datum|afdeling|gemeente|team|wijk|id|leeftijdscategorie|aantal|land|age|title|case manager|regio|"
    "regievoerder|werkconsulent|inkomensconsulent|bron|opdrachtgever|gewijzigd op|aangemaakt op|ingevoerd door"
)

_EXPLAINED = re.compile(r"[(\[{].*?[)\]}]", re.DOTALL)
_LAST_NUMBER = re.compile(r"[0-9]+$")


def normal_heading(text: str) -> str:
    """Give the form that a heading is looked up by: lower case, without accents, letters and digits only."""
    plain = (text if text.isascii() else unicodedata.normalize("NFKD", text)).casefold()
    return plain if plain.isalnum() else "".join(filter(str.isalnum, plain))


def _spread(table: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return ((normal_heading(heading), code) for code, written in table.items() for heading in written.split("|"))


CODES: frozenset[str] = frozenset({*BY_CODE, *DAYS, *PARTS})
"""All that a column can be: a field, one of the two days, or a part."""

_OWN = [(code, code) for code in CODES]
_OWN += [(field.label, field.code) for field in FIELDS] + [(label, code) for code, label in DAYS.items()]

SURE: Mapping[str, str] = {**dict(_spread(_FIRST)), **{normal_heading(text): code for text, code in _OWN}}
"""Headings that say what the column is, by their normal form."""

SECOND: Mapping[str, str] = dict(_spread(_SECOND))
"""Headings of what takes the place of a field where the list has no column for the field itself."""

PROPOSED: Mapping[str, str] = dict(_spread(_ASKED))
"""Headings that may be this field; a person confirms it."""

NO_FIELD: frozenset[str] = frozenset(normal_heading(heading) for heading in _NO_FIELD.split("|"))
"""Headings of columns that the register has no field for; a person confirms that they are left out."""


def makes(code: str) -> tuple[str, ...]:
    """Give the fields that a column of this code fills: itself, or the fields that it is a part of."""
    return PARTS.get(code, (code,))


def forms_of(heading: str) -> tuple[str, ...]:
    """Give the normal forms to try for a heading: whole, without what is in brackets, without the last number."""
    whole = normal_heading(heading)
    bare = normal_heading(_EXPLAINED.sub("", heading)) if _EXPLAINED.search(heading) else whole
    return tuple(dict.fromkeys(filter(None, (whole, bare, _LAST_NUMBER.sub("", bare)))))


def find_known(heading: str, table: Mapping[str, str]) -> str | None:
    """Give what a table has for a heading, in the first of its forms that is there."""
    return next((table[form] for form in forms_of(heading) if form in table), None)
