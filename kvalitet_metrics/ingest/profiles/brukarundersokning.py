"""E9: the city's survey of those who have support, a district's own report: one sheet per insats."""

from kvalitet_metrics.ingest.profile import Etikett, Mattabell
from kvalitet_metrics.ingest.profiles import _matvarde as m

PROFIL = Mattabell(
    namn="Stadens brukarundersökning",
    kallsystem="Stadens brukarundersökning, stadsdelsrapport",
    tabell="matvarde",
    per_blad=True,
    matenhet="procent",
    streck="för få svar",
    grupprader=True,
    kolumner={
        "etikett": Etikett(("Fråga", "Frågor", "Påstående"), krav=True, utdata=False),
        "antal_svar": m.kannetecken("Antal svar", "Antal svarande"),
        "svarsfrekvens": m.kannetecken("Svarsfrekvens", "Svarsfrekvens (%)", "Svarsfrekvens i %"),
        **m.PLATS,
        "insats_skriven": Etikett(("Insats", "Verksamhet", "Boendeform"), utdata=False, fyll_ned=True),
    },
    berakna={"kalla": "'brukarundersökning'", "insats": f"coalesce(insats_skriven, {m.INSATSER})", **m.ENKAT},
    nyckel=(*m.NYCKEL, "insats"),
    datum=("period_start", "period_end"),
    exempel="""
        ---DV---
        Stadens brukarundersökning | | | | | | |
        Fråga         | Bromma 2023 | Bromma 2022 | Män | Kvinnor | Staden 2023 | Antal svar | Svarsfrekvens
        Inflytande    |             |             |     |         |             |            |
        Får bestämma? | 92          | 80          | 81  | 100     | 80          | 38         | 66
        ---SB---
        Fråga         | Bromma 2023 | Bromma 2022 | Män | Kvinnor | Staden 2023 | Antal svar | Svarsfrekvens
        Får bestämma? | 71          | 100         | *   | -       | 80          | 14         | 30
    """,
    vantat="""
        insats            | kategori      | underkategori | period_start | jamforelse | kon     | matt | namnare | saknas
        Daglig verksamhet | Får bestämma? | Inflytande    | 2023-01-01   | egen       |         | 0.92 | 38.0    |
        Daglig verksamhet | Får bestämma? | Inflytande    | 2022-01-01   | egen       |         | 0.8  |         |
        Daglig verksamhet | Får bestämma? | Inflytande    | 2023-01-01   | egen       | män     | 0.81 |         |
        Daglig verksamhet | Får bestämma? | Inflytande    | 2023-01-01   | egen       | kvinnor | 1.0  |         |
        Daglig verksamhet | Får bestämma? | Inflytande    | 2023-01-01   | staden     |         | 0.8  |         |
        Daglig verksamhet | Svarsfrekvens | Får bestämma? | 2023-01-01   | egen       |         | 0.66 |         |
        Servicebostad     | Får bestämma? |               | 2023-01-01   | egen       |         | 0.71 | 14.0    |
        Servicebostad     | Får bestämma? |               | 2022-01-01   | egen       |         | 1.0  |         |
        Servicebostad     | Får bestämma? |               | 2023-01-01   | egen       | män     |      |         | för få svar
        Servicebostad     | Får bestämma? |               | 2023-01-01   | egen       | kvinnor |      |         | för få svar
        Servicebostad     | Får bestämma? |               | 2023-01-01   | staden     |         | 0.8  |         |
        Servicebostad     | Svarsfrekvens | Får bestämma? | 2023-01-01   | egen       |         | 0.3  |         |
    """,
)
