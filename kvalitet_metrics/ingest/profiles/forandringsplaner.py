"""Clients with ekonomiskt bistånd on one day, and whether they have a plan that holds."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Lista, Nyckel

PROFIL = Lista(
    namn="Förändringsplaner, ögonblicksbild",
    kallsystem="Sociala system, ärendelista för ekonomiskt bistånd",
    tabell="forandringsplan",
    per_blad=True,
    kolumner={
        "arendenr": Nyckel(v.ARENDE, krav=True, fylld=True),
        **v.person(),
        **v.plats(),
        "plan": v.ja_eller_nej(
            (
                "Aktuell förändringsplan",
                "Förändringsplan",
                "Förändringsplan finns",
                "Har förändringsplan",
                "Aktuell plan",
                "Handlingsplan",
            ),
            krav=True,
        ),
        "upprattad": Datum(("Upprättad", "Förändringsplan upprättad", "Senaste plan")),
        "aktuell_till": Datum(("Gäller till", "Gäller t.o.m.", "Giltig till", "Aktuell till")),
    },
    berakna={"kon": v.kon_sql("FALSE"), "datum": "CAST($dag AS DATE)", "aktuell": v.sant("plan")},
    etiketter={"kon": v.KON_VARDEN},
    nyckel=("arendenr", "datum"),
    datum=("datum", "datum"),
    regler=(v.dag_regel("plan"),),
    exempel="""
        Ekonomiskt bistånd | Uttagsdatum: 2023-11-01 |       |                         |
        Ärendenr           | Kön                     | Grupp | Aktuell förändringsplan | Upprättad
        E-1                | K                       | A     | Ja                      | 2023-09-01
        E-2                | M                       | A     | nej                     |
        E-3                | M                       | B     |                         |
    """,
    vantat="""
        grupp | kon     | datum      | aktuell | upprattad
        A     | kvinnor | 2023-11-01 | True    | 2023-09-01
        A     | män     | 2023-11-01 | False   |
        B     | män     | 2023-11-01 |         |
    """,
)
