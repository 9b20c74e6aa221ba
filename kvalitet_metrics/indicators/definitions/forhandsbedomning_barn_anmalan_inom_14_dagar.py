"""Assessments after a report of concern about a child, as the law counts: applications stand apart."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.24",
    namn="Förhandsbedömningar efter anmälan om barn klara inom 14 dagar",
    varfor="Lagens frist gäller anmälningar. Ansökningar följer andra regler och kan dölja eller överdriva förseningar.",
    kalla="Mottagningsgruppens egen statistikfil, kolumnen Anm/Ans. Fristen står i socialtjänstlagen.",
    omrade="A",
    tabell="forhandsbedomning",
    datum=("inkom", "inkom"),
    urval="malgrupp = 'barn' AND (typ IS NULL OR typ = 'anmälan')",
    underlag="klar IS NOT NULL AND typ IS NOT NULL",
    taljare=frister.FORHANDSBEDOMNING_BARN.i_tid(),
    frist=frister.FORHANDSBEDOMNING_BARN,
    namnare_ord="anmälningar som rör barn, som kom in under perioden och som är bedömda",
    taljare_ord="de av dem där det avgjordes inom 14 dagar om en utredning skulle inledas",
    riktning=Riktning.HOGRE,
    mal=1.0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "avsandare"),
    begransningar=(
        "Anmälningar om barn som redan utreds omfattas inte av fristen; filen säger inte vilka de är. Det som inte sägs vara "
        "anmälan eller ansökan, eller som ännu inte är bedömt, räknas som bortfall."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            malgrupp | typ     | inkom      | klar
            barn     | anmälan | 2023-01-02 | 2023-01-16
            barn     | anmälan | 2023-01-02 | 2023-01-17
            barn     | ansökan | 2023-01-02 | 2023-03-17
            barn     |         | 2023-01-02 | 2023-01-03
            barn     | anmälan | 2023-01-02 |
        """,
        vantat="""
            period | taljare | namnare | bortfall
            2023   | 1       | 2       | 2
        """,
    ),
)
