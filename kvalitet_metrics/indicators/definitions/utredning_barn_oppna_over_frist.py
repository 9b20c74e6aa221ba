"""Children's investigations that are still open and past their deadline, on the day they passed it."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.22",
    namn="Pågående barnutredningar över fyra månader",
    varfor="Det är de som väntar nu. De räknas den dag fristen passerades, inte den dag de till sist avslutas.",
    kalla="Ärendesystemet, pågående utredningar.",
    omrade="A",
    tabell="utredning",
    harledda={
        "fristdag": frister.UTREDNING_BARN.sista_dag(),
        "kategori": frister.UTREDNING_BARN.klass("uttagen"),
    },
    datum=("fristdag", "fristdag"),
    urval="malgrupp = 'barn' AND avslutad IS NULL AND fristdag < uttagen",
    frist=frister.UTREDNING_BARN,
    namnare_ord="–",
    taljare_ord="utredningar som rör barn, som pågick vid uttaget och vars frist gick ut under perioden",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "lagrum", "kategori"),
    begransningar=(
        "En utredning som har avslutats efter uttaget men inte lästs in som avslutad står kvar. Antalet beror på hur många "
        "utredningar enheten har."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            malgrupp | inledd     | avslutad   | forlangd_till | uttagen
            barn     | 2023-02-28 |            |               | 2023-06-28
            barn     | 2023-02-27 |            |               | 2023-06-28
            barn     | 2023-01-10 |            | 2023-07-31    | 2023-06-28
            barn     | 2023-01-10 | 2023-06-20 |               | 2023-06-28
        """,
        by=("kategori",),
        vantat="""
            period | kategori                                      | varde
            2023   | över fyra månader, förlängd genom beslut      | 1
            2023   | över fyra månader, utan beslut om förlängning | 1
        """,
    ),
)
