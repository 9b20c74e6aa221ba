"""How long it takes until something is first done about a report of concern for an adult."""

from kvalitet_metrics.indicators.definition import Exempel, Tid
from kvalitet_metrics.model import Riktning

INDIKATOR = Tid(
    kod="A.16",
    namn="Dagar till första åtgärd vid orosanmälan om vuxna",
    varfor="Lagen anger ingen tid för vuxna, men den som någon är orolig för ska inte behöva vänta.",
    kalla="Lista ur ärendesystemet över inkomna orosanmälningar, med dagen för första åtgärd.",
    omrade="A",
    tabell="forhandsbedomning",
    datum=("inkom", "inkom"),
    urval="malgrupp = 'vuxna'",
    start="inkom",
    slut="forsta_atgard",
    namnare_ord="orosanmälningar om vuxna som kom in under perioden, där dagen för första åtgärd är känd",
    taljare_ord="medianen av antalet dagar från inkommen till första åtgärd; dessutom medelvärde och den tid som nio av tio klaras inom",
    riktning=Riktning.LAGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "avsandare", "typ"),
    begransningar="Det som ännu inte har fått någon åtgärd är bortfall, så tiden underskattas medan en kö växer.",
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            malgrupp | inkom      | forsta_atgard
            vuxna    | 2023-08-20 | 2023-08-20
            vuxna    | 2023-08-20 | 2023-08-24
            vuxna    | 2023-08-20 | 2023-09-03
            vuxna    | 2023-08-20 |
            barn     | 2023-08-20 | 2023-08-21
        """,
        vantat="""
            period | namnare | varde | medel | p90  | bortfall
            2023   | 3       | 4.0   | 6.0   | 12.0 | 1
        """,
    ),
)
