"""Assessments by the relationsvåld team within the organisation's own 21 days."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.5",
    namn="Förhandsbedömningar om våld i nära relation klara inom 21 dagar",
    varfor="Den som är utsatt för våld behöver snabbt få veta vilket stöd som går att få.",
    kalla="Relationsvåldsteamets egen statistikfil. Fristen är lokal.",
    omrade="A",
    tabell="forhandsbedomning",
    datum=("inkom", "inkom"),
    urval="malgrupp = 'relationsvåld'",
    underlag="klar IS NOT NULL",
    taljare=frister.FORHANDSBEDOMNING_RELATIONSVALD.i_tid(),
    frist=frister.FORHANDSBEDOMNING_RELATIONSVALD,
    namnare_ord="ärenden hos relationsvåldsteamet som kom in under perioden och som är bedömda",
    taljare_ord="de av dem som bedömdes inom 21 dagar",
    riktning=Riktning.HOGRE,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "avsandare", "typ"),
    begransningar="Det som ännu inte är bedömt räknas som bortfall.",
    granskad="2026-11-22",
    exempel=Exempel(
        rader="""
            malgrupp      | inkom      | klar
            relationsvåld | 2023-01-02 | 2023-01-23
            relationsvåld | 2023-01-02 | 2023-01-24
            barn          | 2023-01-02 | 2023-01-03
        """,
        vantat="""
            period | taljare | namnare
            2023   | 1       | 2
        """,
    ),
)
