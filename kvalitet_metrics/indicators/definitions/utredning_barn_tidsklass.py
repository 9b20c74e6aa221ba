"""Children's investigations by how they stand to the deadline: in time, lawfully extended, or neither."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Exempel, Fordelning
from kvalitet_metrics.model import Riktning

INDIKATOR = Fordelning(
    kod="A.20",
    namn="Barnutredningar efter frist och förlängning",
    varfor="En utredning som tar över fyra månader kan vara laglig, om nämnden har beslutat om förlängning. Andelen i tid skiljer inte på de två.",
    kalla="Ärendesystemet (Treserva eller Paraplyet), avslutade utredningar med «Förlängd t.o.m.».",
    omrade="A",
    tabell="utredning",
    datum=("avslutad", "avslutad"),
    urval="malgrupp = 'barn'",
    harledda={"kategori": frister.UTREDNING_BARN.klass()},
    over="kategori",
    alla_varden={"kategori": frister.UTREDNING_BARN.klasser},
    frist=frister.UTREDNING_BARN,
    namnare_ord="utredningar som rör barn och som avslutades under perioden",
    taljare_ord="de av dem som hör till klassen",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("kategori", "forvaltning", "avdelning", "enhet", "grupp", "kon", "lagrum"),
    begransningar=(
        "Exporten säger till vilken dag utredningen förlängts, inte när det beslutades: ett beslut som togs efter fristen "
        "räknas som förlängning. En utredning som blev klar efter den förlängda dagen räknas som utan beslut."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            malgrupp | inledd     | avslutad   | forlangd_till
            barn     | 2023-01-31 | 2023-05-31 |
            barn     | 2023-01-31 | 2023-06-01 | 2023-06-01
            barn     | 2023-01-31 | 2023-06-02 | 2023-06-01
            barn     | 2023-01-31 | 2023-06-02 |
            barn     | 2023-01-31 |            | 2023-09-30
        """,
        vantat="""
            period | kategori                                       | taljare | namnare
            2023   | inom fyra månader                              | 1       | 4
            2023   | över fyra månader, förlängd genom beslut       | 1       | 4
            2023   | över fyra månader, utan beslut om förlängning  | 2       | 4
        """,
    ),
)
