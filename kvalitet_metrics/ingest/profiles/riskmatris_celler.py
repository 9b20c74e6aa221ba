"""An organisation's own risk matrix: the value and the level of each of its cells."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Heltal, Lista
from kvalitet_metrics.ingest.profiles.riskmatris import KONSEKVENS, SANNOLIKHET, Steg, ordning

PROFIL = Lista(
    namn="Riskmatris",
    kallsystem="Egen tabell: en rad per cell i den riskmatris som organisationen använder",
    tabell="riskmatris",
    utom=("Risk", "Riskbeskrivning", "Delprocess", "Åtgärd", "Avvikelsenr"),
    kolumner={
        "sannolikhet_skriven": Steg(
            ("Sannolikhet", "Sannolikhet (1-5)"), krav=True, fylld=True, ord=SANNOLIKHET
        ),
        "konsekvens_skriven": Steg(("Konsekvens", "Konsekvens (1-5)"), krav=True, fylld=True, ord=KONSEKVENS),
        "riskvarde": Heltal(("Riskvärde", "Risktal", "Riskpoäng", "Värde"), krav=True, fylld=True),
        "kategori": Etikett(("Risknivå", "Nivå", "Klassning", "Riskklass"), krav=True, fylld=True),
        "galler_fran_skriven": Datum(("Gäller från", "Giltig från"), utdata=False),
        **v.plats(),
    },
    berakna={
        "sannolikhet": ordning("sannolikhet_skriven"),
        "konsekvens": ordning("konsekvens_skriven"),
        "galler_fran": "coalesce(galler_fran_skriven, CAST($dag AS DATE), CAST($period_start AS DATE))",
    },
    nyckel=("galler_fran", "sannolikhet", "konsekvens"),
    datum=("galler_fran", "galler_fran"),
    exempel="""
        Riskmatris 2024   |                     |           |
        Sannolikhet       | Konsekvens          | Riskvärde | Nivå
        1. Osannolikt     | 1. Försumbar        | 1         | låg
        Mycket sannolikt  | 5. Mycket allvarlig | 30        | kritisk
    """,
    vantat="""
        galler_fran | sannolikhet | konsekvens | riskvarde | kategori
        2024-01-01  | 1           | 1          | 1         | låg
        2024-01-01  | 5           | 5          | 30        | kritisk
    """,
)
