"""Decisions in somebody's favour that were carried out within three months."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.27",
    namn="Gynnande beslut verkställda inom tre månader",
    varfor="Den som har fått rätt till en insats ska få den. Beslut som inte verkställs i tid rapporteras till IVO och revisorerna.",
    kalla="Treserva eller Paraplyet, beslut med dag för verkställighet.",
    omrade="A",
    tabell="beslut",
    harledda={"fristdag": frister.EJ_VERKSTALLT.sista_dag()},
    datum=("beslutad", "beslutad"),
    urval="avslutad IS NULL OR verkstalld IS NOT NULL OR avslutad > fristdag",
    taljare=frister.EJ_VERKSTALLT.i_tid(),
    frist=frister.EJ_VERKSTALLT,
    namnare_ord="beslut som fattades under perioden, utom dem som avslutades i tid utan att verkställas",
    taljare_ord="de av dem som verkställdes senast tre kalendermånader efter beslutet",
    riktning=Riktning.HOGRE,
    mal=1.0,
    nedbrytningar=(
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kon",
        "malgrupp",
        "lagrum",
        "insats",
        "orsak",
    ),
    begransningar=(
        "Ett beslut som är yngre än tre månader och ännu inte verkställt räknas som ej verkställt i tid. Avbrott i verkställigheten "
        "syns inte här."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            beslutad   | verkstalld | avslutad
            2023-01-31 | 2023-04-30 |
            2023-01-31 | 2023-05-01 |
            2023-01-31 |            |
            2023-01-31 |            | 2023-02-15
            2023-01-31 |            | 2023-06-15
        """,
        vantat="""
            period | taljare | namnare
            2023   | 1       | 4
        """,
    ),
)
