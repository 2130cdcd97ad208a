"""Made-up clients with the names and dates that break naive programs, as rows of field codes."""

ORDER = (
    "--opdrachtgever",
    "Gemeente Alkmaar",
    "--assignment",
    "A1",
    "--special-basis",
    "uavg_25,uavg_30",
)

LONG = " ".join(["Bärenstein-Vermaningh"] * 9)[:196]

PEOPLE: list[dict[str, str]] = [
    {
        "geslachtsnaam": "Stapper",
        "voorvoegsel": "van der",
        "voornamen": "Suze",
        "geboortedatum": "29-02-2000",
        "burgerservicenummer": "999083016",
        "telefoon": "06-00000001; 06-00000002",
        "verblijfsvergunning_tot": "30-06-2030",
    },
    {
        "geslachtsnaam": "Ćwierć-Œuvre d'Ør ŢŤŦ",
        "voorvoegsel": "over 't",
        "voornamen": "Ŗî Ãō Øū Ŋÿ",
        "geboortedatum": "1968",
        "burgerservicenummer": "999061318",
    },
    {"geslachtsnaam": ".", "geboortedatum": "03-1978", "nationaliteit": "Turkse; Nederlandse"},
    {"geslachtsnaam": LONG, "voornamen": "Prince jr.", "geboortedatum": "05-05-1999"},
    {
        "geslachtsnaam": "Nul",
        "burgerservicenummer": "000009866",
        "adres": "81000 Svetog Petra 145",
        "woonplaats": "Podgorica",
        "geregistreerd_op": "01-02-2024",
        "laatste_contact": "31-12-2025",
    },
    {
        "geslachtsnaam": 'Tjon, á "Jon"; BV',
        "adres": "regel; met komma, en puntkomma",
        "geboorteland_ouder": "China; België",
    },
]

COLUMNS = list(dict.fromkeys(code for person in PEOPLE for code in person))
