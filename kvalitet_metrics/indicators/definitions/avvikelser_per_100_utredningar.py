"""Reported deviations per hundred finished investigations: counts of units of different size, side by side."""

from kvalitet_metrics.indicators.definition import Exempel, Kvot
from kvalitet_metrics.model import Riktning

INDIKATOR = Kvot(
    kod="A.49",
    namn="Avvikelser per 100 utredningar",
    varfor=(
        "En stor enhet har fler avvikelser än en liten utan att det säger något. Per hundra avslutade utredningar går "
        "enheter av olika storlek att ställa bredvid varandra, och det syns var det rapporteras påfallande lite."
    ),
    kalla="Ärendesystemet: avvikelsehanteringen och de avslutade utredningarna.",
    omrade="A",
    taljare="avvikelser_antal",
    namnare="utredningstid_dagar",
    per=100,
    taljare_ord="avvikelser som inträffade under perioden, även de som bedömts som «Ej avvikelse»",
    namnare_ord="utredningar som avslutades under perioden, av barn och vuxna",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet"),
    begransningar=(
        "En hög kvot kan betyda bättre rapportering och en låg mörkertal. Utredningar är bara en del av vad en enhet gör: "
        "en enhet som mest verkställer insatser får en hög kvot utan att avvika mer. Kvoten räknas bara där båda "
        "uppgifterna finns, för samma dagar och samma förvaltningar; en enhet som aldrig har rapporterat någon avvikelse "
        "får ingen kvot utan syns under rapporteringen på Datakvalitet."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            enhet | intraffad
            Norr  | 2023-01-31
            Norr  | 2023-12-31
            Syd   | 2023-06-01
            Norr  | 2024-01-01
        """,
        namnare="""
            enhet | malgrupp | inledd     | avslutad
            Norr  | barn     | 2022-12-01 | 2023-01-01
            Norr  | barn     | 2023-01-01 | 2023-02-01
            Norr  | vuxna    | 2023-01-01 | 2023-12-31
            Norr  | barn     | 2023-01-01 | 2023-05-01
            Norr  | barn     | 2023-12-01 |
            Öst   | barn     | 2023-01-01 | 2023-05-01
        """,
        by=("enhet",),
        vantat="""
            period | enhet | taljare | namnare | varde
            2023   | Norr  | 2       | 4       | 50.0
            2023   | Syd   | 1       |         |
            2023   | Öst   |         | 1       |
            2024   | Norr  | 1       |         |
        """,
    ),
)
