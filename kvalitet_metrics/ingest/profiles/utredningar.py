"""E1: finished investigations from the case system, for children or adults."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Kolumn, Lista, Nyckel, Regel

PROFIL = Lista(
    namn="Avslutade utredningar",
    kallsystem="Treserva eller Paraplyet, rapporten «Avslutade utredningar»",
    tabell="utredning",
    per_blad=True,
    utom=("Avslutsorsak", "Orsak till avslut", "Verkställt", "Verkställighetsdatum"),
    kolumner={
        "arendenr": Nyckel(
            ("Ärendenr", "Utredningsnr", "Utredningsnummer", "Utrednings-ID", *v.ARENDE[1:]),
            krav=True,
            fylld=True,
        ),
        **v.person(kedja=True),
        **v.plats(),
        "lagrum": Etikett(("Ärendetyp/Lagrum", "Ärendetyp", *v.LAGRUM_RUBRIKER), varden=v.LAGRUM),
        "aktualiserad": Datum(
            ("Aktualiseringsdatum", "Aktualiserad", "Aktualisering", "Inkom", "Inkom datum")
        ),
        "inledd": Datum(
            (
                "Inledd",
                "Inledd datum",
                "Utredning inledd",
                "Startdatum",
                "Utredningsstart",
                "Inledningsdatum",
                "Datum inledd",
                "Utredning startad",
                "Utredning startdatum",
                "Öppnad",
                "Fr.o.m.",
            ),
            krav=True,
            fylld=True,
        ),
        "avslutad": Datum(
            (
                "Avslutad",
                "Avslutad datum",
                "Avslutsdatum",
                "Utredning avslutad",
                "Slutdatum",
                "Datum avslutad",
                "Utredningsslut",
                "Utredning slutdatum",
                "Slutförd",
                "T.o.m.",
            ),
            krav=True,
            utan=("pågår", "pågående", "ej avslutad", "öppen"),
        ),
        "forlangd_till": Datum(("Förlängd t.o.m.", "Förlängd till", "Förlängd tom")),
        "forlangning_orsak": Etikett(("Orsak förlängning", "Förlängningsorsak"), utdata=False),
        "resultat": Etikett(("Resultat", "Beslut/Resultat", "Beslut")),
        "dagar_i_kallan": Kolumn(("Utredningstid (dgr)", "Utredningstid"), utdata=False),
    },
    berakna={
        "malgrupp": v.MALGRUPP_SQL,
        "kon": v.kon_sql("malgrupp = 'barn'"),
        "uttagen": v.UTTAGEN,
    },
    etiketter={"kon": v.KON_VARDEN},
    nyckel=("arendenr",),
    datum=("avslutad", "avslutad"),
    regler=(
        Regel(
            "avslutad < inledd",
            "avslutad",
            "Utredningen är avslutad före den dag då den inleddes.",
            "Rätta det datum som är fel i källan och exportera på nytt.",
        ),
        Regel(
            "malgrupp IS NULL",
            "malgrupp_skriven",
            "Det framgår inte om utredningen gäller barn eller vuxna.",
            "Lägg till en kolumn «Målgrupp» eller «Ålder», eller skriv det i rapportens titel.",
        ),
    ),
    exempel="""
        Rapport: Avslutade utredningar barn och unga |     |       |          |        |            |
                                                     |     |       |          |        |            |
        Ärendenr                                     | Kön | Ålder | Personnr | Enhet  | Inledd     | Avslutad
        U-1                                          | K   | 11    |          | Norr   | 2023-01-31 | 5/7/2023
        U-2                                          | M   | 3     |          | Norr   | 2023-01-31 | 31 maj 2023
        U-3                                          |     | 9     |          | Norr   | 44957      |
        Totalt                                       | 3   |       |          |        |            |
    """,
    vantat="""
        malgrupp | kon     | enhet | inledd     | avslutad
        barn     | flickor | Norr  | 2023-01-31 | 2023-07-05
        barn     | pojkar  | Norr  | 2023-01-31 | 2023-05-31
        barn     | okänt   | Norr  | 2023-01-31 |
    """,
)
