"""E5: the lex Sarah log, a workbook kept by hand."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Kanslig, Kod, Lista, Nyckel, Regel

KATEGORIER = {
    "Fysiska övergrepp": (),
    "Psykiska övergrepp": (),
    "Sexuella övergrepp": (),
    "Ekonomiska övergrepp": ("ekonomiskt övergrepp",),
    "Brister i bemötande": ("bemötande",),
    "Brister i rättssäkerhet vid handläggning och genomförande": (
        "rättssäkerhet",
        "brister i rättssäkerhet och genomförande",
        "brister vid handläggning och genomförande",
    ),
    "Brister i utförande av insats": ("utförandet", "utförande", "brist i genomförande av insats"),
    "Brister i fysisk miljö, utrustning eller teknik": ("fysisk miljö eller teknik",),
    "Annat": ("annat, ange vad",),
}
"""The national categories, with the steering system's shorter words for them."""

BEDOMNINGAR = {
    "Utredning ej inledd": (),
    "Ej missförhållande": (),
    "Ej missförhållande – förebyggande åtgärd": ("ej missförhållande - förebyggande åtgärd",),
    "Påtaglig risk för missförhållande": (),
    "Missförhållande": (),
    "Påtaglig risk för allvarligt missförhållande": (),
    "Allvarligt missförhållande": (),
    "Pågår": ("utredning pågår",),
}

PROFIL = Lista(
    namn="Lex Sarah-logg",
    kallsystem="Lex Sarah-loggen, en arbetsbok som förs för hand",
    tabell="lex_sarah",
    per_blad=True,
    kolumner={
        "dnr": Nyckel(
            ("Dnr", "Diarienr", "Diarienummer", "Rapportnr", "Lex Sarah-nr"), krav=True, fylld=True
        ),
        "inkom": Datum(
            ("Rapport inkom", "Inkom", "Rapportdatum", "Rapporterad", "Inkom datum", "Datum för rapport"),
            krav=True,
            fylld=True,
        ),
        **v.plats(),
        "regi": Kod(
            ("Regi (egen/enskild)", "Regi"),
            varden={"egen": ("egen regi", "kommunal"), "enskild": ("enskild regi", "privat", "extern")},
        ),
        "lagrum": Etikett(("Lagrum (SoL/LSS)", "Lagrum"), varden=v.LAGRUM),
        "kategori": Etikett(
            ("Kategori", "Typ av missförhållande", "Rapporterad händelse", "Typ av händelse"),
            krav=True,
            varden=KATEGORIER,
        ),
        "inledd": Datum(("Utredning inledd", "Inledd", "Inledd datum")),
        "avslutad": Datum(("Avslutad", "Utredning avslutad", "Avslutsdatum")),
        "bedomning": Etikett(("Bedömning", "Beslut", "Utfall"), varden=BEDOMNINGAR),
        "ivo_anmald": Datum(("IVO-anmäld datum", "Anmäld till IVO", "IVO-anmäld", "IVO-anmälan")),
        "ivo_beslut": Kanslig(("IVO-beslut",)),
        "orsak": Kanslig(("Orsak",)),
        "atgard": Kanslig(("Åtgärd",)),
        "gemensam": Kanslig(("Gemensam med",)),
        "personnr": Kanslig(v.PERSONNUMMER),
    },
    nyckel=("dnr", "inkom"),  # a log kept by hand often numbers its reports from 1 every year
    datum=("inkom", "inkom"),
    regler=(
        Regel(
            "inledd < inkom",
            "inledd",
            "Utredningen är inledd före den dag då rapporten kom in.",
            "Rätta datumet i loggen.",
        ),
        Regel(
            "avslutad < inledd",
            "avslutad",
            "Utredningen är avslutad innan den inleddes.",
            "Rätta datumet i loggen.",
        ),
    ),
    exempel="""
        Lex Sarah 2023 |               |       |                     |           |                  |
        Dnr            | Rapport inkom | Enhet | Regi (egen/enskild) | Kategori  | Utredning inledd | Bedömning
        1              | 2023-02-01    | Norr  | egen                | Bemötande | 2023-02-03       | Missförhållande
        2              | 5 mars 2023   | Norr  | Enskild regi        | Annat     |                  | Utredning ej inledd
        Totalt         | 2             |       |                     |           |                  |
    """,
    vantat="""
        enhet | inkom      | regi    | kategori            | inledd     | bedomning
        Norr  | 2023-02-01 | egen    | Brister i bemötande | 2023-02-03 | Missförhållande
        Norr  | 2023-03-05 | enskild | Annat               |            | Utredning ej inledd
    """,
)
