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
    matt="CASE WHEN enhet IS NULL OR namnare IS NULL OR namnare >= 15 THEN matt END",
    per="index",
    namnare_ord="–",
    taljare_ord="det rapporterade värdet per index, bredvid målet «good enough» och snittet i KEKS",
    riktning=Riktning.HOGRE,
    riktningar={"Avvikelse från jämn könsfördelning": Riktning.LAGRE},
    nedbrytningar=("index", "forvaltning", "avdelning", "enhet", "kon"),
    begransningar=(
        "Målet är nått också när värdet är precis lika med det. Avvikelse från jämn könsfördelning har ett tak i stället för "
        "ett golv. KEKS kräver 15 svar per mötesplats: ett värde av färre visas inte. Säger filen inte hur många som "
        "svarade går det inte att kontrollera."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            kalla     | index                                               | jamforelse      | matt | enhet           | namnare | period_start | period_end
            keks      | Index delaktighet, gruppverksamhet                  | egen            | 0.75 |                 |         | 2023-01-01   | 2023-12-31
            keks      | Index delaktighet, gruppverksamhet                  | good_enough_mal | 0.75 |                 |         | 2023-01-01   | 2023-12-31
            keks      | Index lärande, gruppverksamhet                      | egen            | 0.8  |                 |         | 2023-01-01   | 2023-12-31
            keks      | Index lärande, gruppverksamhet                      | good_enough_mal | 0.85 |                 |         | 2023-01-01   | 2023-12-31
            keks      | Avvikelse från jämn könsfördelning, gruppverksamhet | egen            | 0.1  |                 |         | 2023-01-01   | 2023-12-31
            keks      | Avvikelse från jämn könsfördelning, gruppverksamhet | good_enough_mal | 0.1  |                 |         | 2023-01-01   | 2023-12-31
            keks      | Index trygghet, femton svar                         | egen            | 0.9  | Mötesplats Norr | 15      | 2023-01-01   | 2023-12-31
            keks      | Index trygghet, fjorton svar                        | egen            | 0.9  | Mötesplats Norr | 14      | 2023-01-01   | 2023-12-31
            nyckeltal | Andel nöjda                                         | egen            | 0.9  |                 |         | 2023-01-01   | 2023-12-31
        """,
        vantat="""
            period | index                                               | varde | bortfall | mal_nas
            2023   | Avvikelse från jämn könsfördelning, gruppverksamhet | 0.1   | 0        | True
            2023   | Index delaktighet, gruppverksamhet                  | 0.75  | 0        | True
            2023   | Index lärande, gruppverksamhet                      | 0.8   | 0        | False
            2023   | Index trygghet, femton svar                         | 0.9   | 0        |
            2023   | Index trygghet, fjorton svar                        |       | 1        |
        """,
    ),
)
