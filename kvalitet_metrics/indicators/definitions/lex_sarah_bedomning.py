"""What lex Sarah reports were judged to be."""

from kvalitet_metrics.indicators.definition import Exempel, Fordelning
from kvalitet_metrics.ingest.profiles.lex_sarah import BEDOMNINGAR
from kvalitet_metrics.model import Riktning

INDIKATOR = Fordelning(
    kod="A.10",
    namn="Lex Sarah-rapporternas bedömning",
    varfor="Bedömningen skiljer det som var ett missförhållande från det som kunde ha blivit ett, och avgör vad som ska anmälas.",
    kalla=(
        "Lex Sarah-loggen, kolumnen Bedömning. Allvarliga missförhållanden och påtagliga risker för sådana anmäls snarast till "
        "IVO (14 kap. 7 § SoL 2001:453; från 2025-07-01 27 kap. 6 § SoL 2025:400; 24 f § LSS)."
    ),
    omrade="A",
    tabell="lex_sarah",
    datum=("inkom", "inkom"),
    over="bedomning",
    alla_varden={"bedomning": tuple(BEDOMNINGAR)},
    namnare_ord="lex Sarah-rapporter som kom in under perioden och har en bedömning",
    taljare_ord="de av dem som fått bedömningen",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("bedomning", "forvaltning", "avdelning", "enhet", "grupp", "kategori", "regi", "lagrum"),
    begransningar=(
        "En rapport hör till den period då den kom in, också när den bedömdes senare. Rapporter utan bedömning är bortfall; "
        "«Pågår» och «Utredning ej inledd» är egna värden."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            enhet | inkom      | bedomning
            Norr  | 2023-01-01 | Missförhållande
            Norr  | 2023-12-31 | Ej missförhållande
            Syd   | 2023-05-01 | Ej missförhållande
            Syd   | 2023-06-01 |
            Syd   | 2024-01-01 | Allvarligt missförhållande
        """,
        period="total",
        vantat="""
            bedomning                  | taljare | namnare | bortfall
            Allvarligt missförhållande | 1       | 4       | 1
            Ej missförhållande         | 2       | 4       | 1
            Missförhållande            | 1       | 4       | 1
        """,
    ),
)
