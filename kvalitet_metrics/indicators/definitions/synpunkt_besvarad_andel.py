"""Share of the views received that have been dealt with."""

from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="D.6",
    namn="Synpunkter som är besvarade",
    varfor="En synpunkt som står öppen är någon som väntar, och något som ännu inte är utrett.",
    kalla="Lista med en synpunkt per rad («Tyck till» eller avvikelsesystemet), kolumnerna «Status» och «Stängd».",
    omrade="D",
    tabell="synpunkt",
    datum=("period_start", "period_end"),
    urval="period_start = period_end",
    underlag="stangd IS NOT NULL OR status IS NOT NULL",
    taljare="stangd IS NOT NULL OR lower(status) IN ('stängd', 'avslutad', 'besvarad', 'klar')",
    namnare_ord="synpunkter som kom in under perioden, ur listor med en rad för varje",
    taljare_ord="de av dem som är stängda enligt dag eller status",
    riktning=Riktning.HOGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "typ", "kategori", "underkategori", "avsandare"),
    begransningar=(
        "Läget är som det stod den dag listan togs ut: de nyaste perioderna har fler öppna, och en ny lista ändrar också äldre "
        "perioder. Tabeller med färdiga antal säger inte vad som är öppet och ingår inte."
    ),
    granskad="2026-11-27",
    exempel=Exempel(
        rader="""
            period_start | period_end | stangd     | status | antal | indelning
            2025-01-05   | 2025-01-05 | 2025-01-09 |        | 1     | kategori
            2025-02-01   | 2025-02-01 |            | Stängd | 1     | kategori
            2025-03-01   | 2025-03-01 |            | Öppen  | 1     | kategori
            2025-04-01   | 2025-04-01 |            |        | 1     | kategori
            2025-01-01   | 2025-12-31 |            |        | 23    | kategori
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2025   | 2       | 3       | 1
        """,
    ),
)
