"""Öppna jämförelser, and Kolada saved as Excel: one row per municipality or district, questions across."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Etikett, Mattabell
from kvalitet_metrics.ingest.profiles import _matvarde as m

KOMMUN = ("Kommun", "Kommunnamn", "Kommun/stadsdel", "Stadsdel", "Kommun eller region", "Kommun/region")

PROFIL = Mattabell(
    namn="Jämförelse per kommun",
    kallsystem="Öppna jämförelser (Socialstyrelsen) eller Kolada, sparad som Excel",
    tabell="matvarde",
    reserv=2,
    per_blad=True,
    text_som_bortfall=True,
    kolumner={
        "etikett": Etikett(KOMMUN, krav=True, utdata=False),
        "ar": Etikett(("År", "Period", "Mätår"), utdata=False),
        "kod": Etikett(("Kommunkod", "Kod", "Kommunnummer"), utdata=False),
        "kon_kod": Etikett(v.KON, utdata=False),
        "lan": Etikett(("Län", "Länsnamn"), utdata=False),
        **m.PLATS,
    },
    berakna={
        "kalla": "'jämförelse'",
        "kommun": "etikett",
        "typ": "amne",
        "kategori": "coalesce(namn, amne)",
        "fraga": "namn",
    },
    nyckel=("kalla", "kommun", "typ", "kategori", "kon", "jamforelse", "period_start", "period_end"),
    datum=("period_start", "period_end"),
    exempel="""
        Öppna jämförelser, ekonomiskt bistånd 2023 |                         |
        Kommun    | Finns rutin för barnsamtal? | Handläggare med utbildning, andel (%)
        Riket     |                             | 72
        Bromma    | Ja                          | 80
        Kiruna    | Nej                         | ..
        Sala      | .                           | -
    """,
    vantat="""
        kommun | jamforelse | kategori                    | matt | matenhet | bedomning | saknas
        Riket  | riket      | Finns rutin för barnsamtal? |      | värde    |           | tom
        Riket  | riket      | Handläggare med utbildning  | 0.72 | andel    |           |
        Bromma | kommun     | Finns rutin för barnsamtal? | 1.0  | ja/nej   | ja        |
        Bromma | kommun     | Handläggare med utbildning  | 0.8  | andel    |           |
        Kiruna | kommun     | Finns rutin för barnsamtal? | 0.0  | ja/nej   | nej       |
        Kiruna | kommun     | Handläggare med utbildning  |      | andel    |           | sekretess
        Sala   | kommun     | Finns rutin för barnsamtal? |      | värde    |           | ej tillämplig
        Sala   | kommun     | Handläggare med utbildning  |      | andel    |           | saknas
    """,
)
