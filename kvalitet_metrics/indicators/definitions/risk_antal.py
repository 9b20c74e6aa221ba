"""Number of risks in the risk analysis."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.29",
    namn="Risker i riskanalysen",
    varfor="En risk som är känd och värderad går att förebygga. Kritiska risker utan åtgärd är det första att prata om.",
    kalla="Ledningssystemet (ILS), riskmatris med processtabell. SOSFS 2011:9 kräver att risker bedöms fortlöpande.",
    omrade="A",
    tabell="risk",
    datum=("period_start", "period_end"),
    namnare_ord="–",
    taljare_ord="risker i periodens riskanalys",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=(
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kategori",
        "bedomning",
        "delprocess",
        "risk",
    ),
    alla_varden={"kategori": ("kritisk", "medium", "låg")},
    begransningar=(
        "Fler risker kan betyda en grundligare analys. Nivån (kategori) är den som källan säger, annars riskmatrisens; "
        "gränserna skiljer sig mellan organisationer. Rapporter visar ibland bara ett urval av riskerna."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            risk              | kategori | bedomning    | period_start | period_end
            Rutin saknas      | kritisk  | ingen åtgärd | 2023-01-01   | 2023-12-31
            Uppföljning sker ej | medium | åtgärd       | 2023-01-01   | 2023-12-31
            Akt försvinner    |          | åtgärd       | 2023-01-01   | 2023-12-31
            Rutin saknas      | kritisk  | åtgärd       | 2024-01-01   | 2024-12-31
        """,
        vantat="""
            period | varde
            2023   | 3
            2024   | 1
        """,
    ),
)
