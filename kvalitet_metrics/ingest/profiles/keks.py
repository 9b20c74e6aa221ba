"""E12: KEKS, youth centres' shared measures: an index per year with the network's mean and its targets."""

from kvalitet_metrics.ingest.profile import Etikett, Mattabell
from kvalitet_metrics.ingest.profiles import _matvarde as m

PROFIL = Mattabell(
    namn="KEKS mätningar",
    kallsystem="KEKS, sammanställning av index per år",
    tabell="matvarde",
    matenhet="procent",
    kolumner={
        "etikett": Etikett(("Index", "Index/andel", "Mått"), krav=True, utdata=False),
        "keks_snitt": m.kannetecken("Snitt KEKS", "KEKS snitt", "KEKS-snitt", "Genomsnitt KEKS"),
        **m.PLATS,
    },
    berakna={"kalla": "'keks'", "kategori": "etikett", "index": "etikett"},
    nyckel=("avdelning", "enhet", "kalla", "kategori", "kon", "jamforelse", "period_start", "period_end"),
    datum=("period_start", "period_end"),
    exempel="""
        Index                   | 2022 | 2023 | Good enoug h mål | Snitt KEKS
        Andel unga som          |      |      |                  |
        producerar verksamhet   | -    | 8 %  | 30 %             | 5 %
    """,
    vantat="""
        kategori                             | period_start | jamforelse      | matt | matenhet | saknas
        Andel unga som producerar verksamhet | 2022-01-01   | egen            |      | andel    | saknas
        Andel unga som producerar verksamhet | 2023-01-01   | egen            | 0.08 | andel    |
        Andel unga som producerar verksamhet | 2023-01-01   | good_enough_mal | 0.3  | andel    |
        Andel unga som producerar verksamhet | 2023-01-01   | keks_snitt      | 0.05 | andel    |
    """,
)
