"""KEKS, youth centres' shared measures, with the network's mean and its «good enough» target."""

from kvalitet_metrics.indicators.definition import Exempel, Matvarde
from kvalitet_metrics.model import Riktning

INDIKATOR = Matvarde(
    kod="F.2",
    namn="KEKS mätningar i ungdomsverksamhet",
    varfor="Samma enkäter och samma statistik i många kommuner visar om ungdomar är trygga, delaktiga och lär sig något.",
    kalla="KEKS (kvalitet och kompetens i samverkan), sammanställning av index per år med mål och nätverkets snitt.",
    omrade="F",
    tabell="matvarde",
    datum=("period_start", "period_end"),
    urval="kalla = 'keks'",
    matt="matt",
    per="index",
    namnare_ord="–",
    taljare_ord="det rapporterade värdet per index, bredvid målet «good enough» och snittet i KEKS",
    riktning=Riktning.HOGRE,
    riktningar={"Avvikelse från jämn könsfördelning": Riktning.LAGRE},
    nedbrytningar=("index", "forvaltning", "avdelning", "enhet", "kon"),
    begransningar=(
        "Målet är nått också när värdet är precis lika med det. Avvikelse från jämn könsfördelning har ett tak i stället för "
        "ett golv. KEKS kräver 15 svar per mötesplats; hur många som svarade står inte i sammanställningen."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            kalla     | index                                               | jamforelse      | matt | period_start | period_end
            keks      | Index delaktighet, gruppverksamhet                  | egen            | 0.75 | 2023-01-01   | 2023-12-31
            keks      | Index delaktighet, gruppverksamhet                  | good_enough_mal | 0.75 | 2023-01-01   | 2023-12-31
            keks      | Index lärande, gruppverksamhet                      | egen            | 0.8  | 2023-01-01   | 2023-12-31
            keks      | Index lärande, gruppverksamhet                      | good_enough_mal | 0.85 | 2023-01-01   | 2023-12-31
            keks      | Avvikelse från jämn könsfördelning, gruppverksamhet | egen            | 0.1  | 2023-01-01   | 2023-12-31
            keks      | Avvikelse från jämn könsfördelning, gruppverksamhet | good_enough_mal | 0.1  | 2023-01-01   | 2023-12-31
            nyckeltal | Andel nöjda                                         | egen            | 0.9  | 2023-01-01   | 2023-12-31
        """,
        vantat="""
            period | index                                               | varde | mal_nas
            2023   | Avvikelse från jämn könsfördelning, gruppverksamhet | 0.1   | True
            2023   | Index delaktighet, gruppverksamhet                  | 0.75  | True
            2023   | Index lärande, gruppverksamhet                      | 0.8   | False
        """,
    ),
)
