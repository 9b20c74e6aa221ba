"""What controls of one's own came to: approved, not approved, not done, or planned and not reported."""

from kvalitet_metrics.indicators.definition import Exempel, Fordelning
from kvalitet_metrics.model import Riktning

INDIKATOR = Fordelning(
    kod="A.17",
    namn="Egenkontrollernas bedömning",
    varfor="En egenkontroll som inte blev av säger inget om verksamheten, men mycket om kontrollen. De två ska inte blandas ihop.",
    kalla="Ledningssystemet (ILS), egenkontroll per delprocess, och egna planer. SOSFS 2011:9 kräver egenkontroll.",
    omrade="A",
    tabell="egenkontroll",
    datum=("period_start", "period_end"),
    over="bedomning",
    alla_varden={"bedomning": ("godkänd", "ej godkänd", "ej genomförd", "planerad")},
    namnare_ord="egenkontroller i periodens plan där något är sagt om utfallet",
    taljare_ord="de av dem som fått bedömningen; «planerad» har en dag i planen men inget utfall",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=(
        "bedomning",
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kategori",
        "delprocess",
        "omrade",
    ),
    begransningar=(
        "Bedömningen är den som källan skriver. Det händer att en kontroll skrivs «Ej godkänd» fast åtgärden säger att den "
        "inte kunde genomföras; läs därför åtgärden också. Kontroller utan både dag och utfall är bortfall."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            kategori            | bedomning    | planerad   | period_start | period_end
            Kontroll av journal | godkänd      |            | 2023-01-01   | 2023-12-31
            Kontroll av rutiner | ej godkänd   |            | 2023-01-01   | 2023-12-31
            Kontroll av loggar  | ej genomförd | 2023-11-01 | 2023-01-01   | 2023-12-31
            Kontroll av avtal   | planerad     | 2023-12-31 | 2023-01-01   | 2023-12-31
            Kontroll av akter   |              |            | 2023-01-01   | 2023-12-31
        """,
        vantat="""
            period | bedomning    | taljare | namnare | bortfall
            2023   | ej genomförd | 1       | 4       | 1
            2023   | ej godkänd   | 1       | 4       | 1
            2023   | godkänd      | 1       | 4       | 1
            2023   | planerad     | 1       | 4       | 1
        """,
    ),
)
