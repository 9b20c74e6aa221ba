"""Days from a view to when it was dealt with."""

from kvalitet_metrics.indicators.definition import Exempel, Tid
from kvalitet_metrics.model import Riktning

INDIKATOR = Tid(
    kod="D.5",
    namn="Synpunkter: dagar till svar",
    varfor="Den som har hört av sig väntar på svar. En synpunkt som ligger länge har ingen lärt något av.",
    kalla="Lista med en synpunkt per rad («Tyck till» eller avvikelsesystemet), kolumnerna «Skapad» och «Stängd». Ingen frist står i lag.",
    omrade="D",
    tabell="synpunkt",
    datum=("period_start", "period_end"),
    urval="period_start = period_end",
    start="period_start",
    slut="stangd",
    namnare_ord="synpunkter som kom in under perioden, ur listor med en rad för varje",
    taljare_ord="medianen av antalet dagar från det att synpunkten kom in till att den stängdes; dessutom medelvärde och den tid som nio av tio klaras inom",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "typ", "kategori", "underkategori", "avsandare"),
    begransningar=(
        "Öppna synpunkter är bortfall och kan bli de längsta: de nyaste perioderna ser därför kortare ut än de blir. Tabeller "
        "med färdiga antal har inga dagar och ingår inte. Dagen är den då ärendet stängdes, som kan vara senare än svaret."
    ),
    granskad="2026-11-27",
    exempel=Exempel(
        rader="""
            period_start | period_end | stangd     | antal | indelning
            2025-01-05   | 2025-01-05 | 2025-01-09 | 1     | kategori
            2025-02-01   | 2025-02-01 | 2025-02-11 | 1     | kategori
            2025-03-01   | 2025-03-01 |            | 1     | kategori
            2025-01-01   | 2025-12-31 |            | 23    | kategori
        """,
        vantat="""
            period | namnare | varde | medel | p90 | bortfall
            2025   | 2       | 7.0   | 7.0   | 9.4 | 1
        """,
    ),
)
