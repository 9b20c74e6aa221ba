"""E5: the lex Sarah log, a workbook kept by hand."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Kanslig, Kod, Lista, Nyckel, Regel

KATEGORIER = {
    "Fysiska övergrepp": (),
    "Psykiska övergrepp": (),
    "Sexuella övergrepp": (),
    "Ekonomiska övergrepp": ("ekonomiskt övergrepp",),
    "Brister i bemötande": ("bemötande", "brist i bemötande"),
    "Brister i rättssäkerhet vid handläggning och genomförande": (
        "rättssäkerhet",
        "brister i rättssäkerhet och genomförande",
        "brister vid handläggning och genomförande",
    ),
    "Brister i utförande av insats": (
        *("utförandet", "utförande", "utförande av insats", "brist i utförande av insats"),
        "brist i genomförande av insats",
    ),
    "Brister i fysisk miljö, utrustning eller teknik": (
        *("fysisk miljö eller teknik", "fysisk miljö, utrustning eller teknik"),
        "brist i fysisk miljö, utrustning eller teknik",
    ),
    "Annat": ("annat, ange vad",),
}
"""The national categories, with the steering system's shorter words for them."""

RAPPORTRAD = "(antal )?(inkomna )?(lex sarah[- ]?)?rapporter( (om|enligt|för|totalt) .*)?( totalt)?"
"""How the steering system's table of lex Sarah names its row of reports, in lower case."""

VIDARE = "rapport|utredning|anmäl|ivo|missförhållande"
"""What the other rows of that table are about that are no categories: what the reports led to."""

BEDOMNINGAR = {
    "Utredning ej inledd": (
        "ej inledd utredning",
        "ej inledd",
        "utredning inte inledd",
        "ingen utredning inledd",
    ),
    "Ej missförhållande": ("inget missförhållande", "inte missförhållande", "inte ett missförhållande"),
    "Ej missförhållande – förebyggande åtgärd": tuple(
        f"{ej} missförhållande{tecken}förebyggande {atgard}"
        for ej in ("ej", "inget")
        for tecken in (" – ", " - ", ", ", ": ")
        for atgard in ("åtgärd", "åtgärder")
    ),
    "Påtaglig risk för missförhållande": ("påtaglig risk för ett missförhållande",),
    "Missförhållande": ("ett missförhållande",),
    "Påtaglig risk för allvarligt missförhållande": ("påtaglig risk för ett allvarligt missförhållande",),
    "Allvarligt missförhållande": ("ett allvarligt missförhållande",),
    "Pågår": ("utredning pågår", "pågående", "pågående utredning"),
}

EJ_INLEDD, PAGAR = "Utredning ej inledd", "Pågår"
ALLVARLIGA = ("Allvarligt missförhållande", "Påtaglig risk för allvarligt missförhållande")
"""What must be reported to the inspectorate (IVO) at once."""
INGET_MISSFORHALLANDE = ("Ej missförhållande", "Ej missförhållande – förebyggande åtgärd")
MISSFORHALLANDEN = ("Missförhållande", "Påtaglig risk för missförhållande", *ALLVARLIGA)

LAGAR = """CASE WHEN regexp_matches(lower(lagrum_skrivet), 'lss|1993:387')
                AND regexp_matches(lower(lagrum_skrivet), 'sol|socialtjänstlag|2001:453|2025:400') THEN lagrum_skrivet
                WHEN regexp_matches(lower(lagrum_skrivet), '\\blss\\b|1993:387') THEN 'LSS'
                WHEN regexp_matches(lower(lagrum_skrivet), '\\bsol\\b|socialtjänstlag|2001:453|2025:400') THEN 'SoL'
                ELSE lagrum_skrivet END"""
"""The law that a report was made under: the paragraph has another number in the law of 2025, but is the same."""

PROFIL = Lista(
    namn="Lex Sarah-logg",
    kallsystem="Lex Sarah-loggen, en arbetsbok som förs för hand",
    tabell="lex_sarah",
    per_blad=True,
    en_rad_per_nummer=True,
    kolumner={
        "dnr": Nyckel(
            ("Dnr", "Diarienr", "Diarienummer", "Rapportnr", "Lex Sarah-nr"), krav=True, fylld=True
        ),
        "inkom": Datum(
            (
                *("Rapport inkom", "Inkom", "Rapportdatum", "Rapporterad", "Inkom datum"),
                *("Datum för rapport", "Datum rapport", "Rapport inkom datum"),
            ),
            krav=True,
            fylld=True,
        ),
        **v.plats(),
        "regi": Kod(
            ("Regi (egen/enskild)", "Regi", "Egen/enskild regi"),
            varden={
                "egen": ("egen regi", "kommunal", "kommunal regi", "kommunal utförare"),
                "enskild": (
                    *("enskild regi", "enskild utförare", "privat", "privat regi", "privat utförare"),
                    *("extern", "extern utförare", "entreprenad", "upphandlad"),
                ),
            },
        ),
        "lagrum_skrivet": Etikett(("Lagrum (SoL/LSS)", "Lagrum", "Lag", "SoL/LSS"), utdata=False),
        "kategori": Etikett(
            ("Kategori", "Typ av missförhållande", "Rapporterad händelse", "Typ av händelse"),
            krav=True,
            varden=KATEGORIER,
        ),
        "inledd": Datum(("Utredning inledd", "Inledd", "Inledd datum", "Datum utredning inledd")),
        "avslutad": Datum(("Avslutad", "Utredning avslutad", "Avslutsdatum", "Datum utredning avslutad")),
        "bedomning": Etikett(("Bedömning", "Beslut", "Utfall"), varden=BEDOMNINGAR),
        "ivo_anmald": Datum(
            ("IVO-anmäld datum", "Anmäld till IVO", "IVO-anmäld", "IVO-anmälan", "Datum anmälan IVO"),
            utan=("nej", "ej anmäld"),
        ),
        "ivo_beslut": Kanslig(("IVO-beslut",)),
        "orsak": Kanslig(("Orsak",)),
        "atgard": Kanslig(("Åtgärd",)),
        "gemensam": Kanslig(("Gemensam med",)),
        "personnr": Kanslig(v.PERSONNUMMER),
    },
    berakna={"lagrum": LAGAR},
    etiketter={"lagrum": Etikett((), varden={"SoL": (), "LSS": ()})},
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
