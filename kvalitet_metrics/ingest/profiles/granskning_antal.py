"""A review of case files as counts: one row per question, one column per answer."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Etikett, Granskning, Heltal, Kolumn

PROFIL = Granskning(
    namn="Granskning av ärenden, antal per svar",
    kallsystem="Egen sammanställning av en granskning",
    tabell="granskning",
    per_blad=True,
    fragor=r"(antal )?ja|(antal )?nej|delvis|ej tillämpligt?|ej aktuell?t?|vet ej|framgår (ej|inte)",
    kolumner={
        "fraga": Kolumn(("Fråga", "Granskningsfråga", "Kontrollfråga", "Kriterium"), krav=True, fylld=True),
        "ja": Heltal(("Ja", "Antal ja"), krav=True, utdata=False),
        "nej": Heltal(("Nej", "Antal nej"), krav=True, utdata=False),
        "summa": Heltal(("Totalt", "Summa", "Antal granskade", "Granskade"), utdata=False),
        "granskning": Etikett(("Granskning", "Granskningsområde"), utdata=False),
        **v.plats(),
        **v.period(),
    },
    berakna={
        **v.PERIOD,
        "kategori": "coalesce(granskning, $granskning)",
        "population": "CAST($population AS BIGINT)",
    },
    nyckel=("avdelning", "enhet", "grupp", "kategori", "fraga", "svar", "period_start", "period_end"),
    datum=("period_start", "period_end"),
    regler=(v.period_regel("period"),),
    exempel="""
        Granskning: Barnsamtal |    |     |        |
        Period: 2023           |    |     |        |
        Fråga                  | Ja | Nej | Delvis | Totalt
        Barnsamtal har hållits | 14 | 1   |        | 15
        Samtalet framgår       | 9  | 4   | 2      | 15
    """,
    vantat="""
        kategori   | fraga                  | svar   | antal | period_start
        Barnsamtal | Barnsamtal har hållits | ja     | 14    | 2023-01-01
        Barnsamtal | Barnsamtal har hållits | nej    | 1     | 2023-01-01
        Barnsamtal | Barnsamtal har hållits | delvis |       | 2023-01-01
        Barnsamtal | Samtalet framgår       | ja     | 9     | 2023-01-01
        Barnsamtal | Samtalet framgår       | nej    | 4     | 2023-01-01
        Barnsamtal | Samtalet framgår       | delvis | 2     | 2023-01-01
    """,
)
