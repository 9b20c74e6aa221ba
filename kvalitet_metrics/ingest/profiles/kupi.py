"""E13: KUPI, follow-up of quality for each person: share of positive answers per unit, insats and question."""

from kvalitet_metrics.ingest.profile import Etikett, Mattabell
from kvalitet_metrics.ingest.profiles import _matvarde as m

PROFIL = Mattabell(
    namn="Kvalitetsuppföljning på individnivå (KUPI)",
    kallsystem="KUPI, sammanställning per enhet",
    tabell="matvarde",
    per_blad=True,
    matenhet="procent",
    streck="för få svar",
    kolumner={
        "etikett": Etikett(("Fråga", "Frågor"), krav=True, utdata=False),
        "antal_svar": m.kannetecken("Antal svar", "Antal svarande"),
        "positiva": m.kannetecken(
            "Andel positiva (%)", "Andel positiva", "Andel positiva svar (%)", "Positiva (%)"
        ),
        **m.PLATS,
        "enhet": Etikett(("Enhet", "Enhetens namn", "Utförare"), fyll_ned=True),
        "insats": Etikett(("Insats", "Verksamhet"), fyll_ned=True),
    },
    berakna={"kalla": "'kupi'", **m.ENKAT},
    nyckel=(*m.NYCKEL, "insats"),
    datum=("period_start", "period_end"),
    exempel="""
        Kvalitetsuppföljning på individnivå 2023 | | | | | |
        Enhet | Insats   | Fråga                  | Antal svar | Andel positiva (%) | Staden | Föregående
        Norr  | Boende   | Får du hjälp i tid?    | 38         | 92                 | 80     | 84
              |          | Trivs du?              | 4          | *                  | 75     | -
    """,
    vantat="""
        enhet | insats | fraga               | jamforelse | matt | namnare | saknas
        Norr  | Boende | Får du hjälp i tid? | egen       | 0.92 | 38.0    |
        Norr  | Boende | Får du hjälp i tid? | staden     | 0.8  |         |
        Norr  | Boende | Får du hjälp i tid? | foregaende | 0.84 |         |
        Norr  | Boende | Trivs du?           | egen       |      | 4.0     | för få svar
        Norr  | Boende | Trivs du?           | staden     | 0.75 |         |
        Norr  | Boende | Trivs du?           | foregaende |      |         | för få svar
    """,
)
