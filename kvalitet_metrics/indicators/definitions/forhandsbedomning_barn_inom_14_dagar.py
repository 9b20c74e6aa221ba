"""Assessments of reports about children decided within 14 days."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Andel(
    kod="A.4",
    namn="Förhandsbedömningar för barn klara inom 14 dagar",
    varfor="När någon är orolig för ett barn ska det snabbt avgöras om en utredning ska inledas.",
    kalla="Mottagningsgruppens egen statistikfil. Fristen står i socialtjänstlagen.",
    omrade="A",
    tabell="forhandsbedomning",
    datum=("inkom", "inkom"),
    urval="malgrupp = 'barn'",
    underlag="klar IS NOT NULL",
    taljare=frister.FORHANDSBEDOMNING_BARN.i_tid(),
    frist=frister.FORHANDSBEDOMNING_BARN,
    namnare_ord="anmälningar och ansökningar som rör barn, som kom in under perioden och som är bedömda",
    taljare_ord="de av dem där det avgjordes inom 14 dagar om en utredning skulle inledas",
    riktning=Riktning.HOGRE,
    mal=1.0,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "avsandare", "typ"),
    begransningar=(
        "Lagens frist gäller anmälningar och inte barn som redan utreds; filen skiljer inte alltid ut dem. Dela upp på "
        "typ för att se anmälningar för sig. Det som ännu inte är bedömt räknas som bortfall."
    ),
    granskad="2026-11-22",
    exempel=Exempel(
        rader="""
            malgrupp     | inkom      | klar
            barn         | 2023-01-02 | 2023-01-16
            barn         | 2023-01-02 | 2023-01-17
            barn         | 2023-01-30 |
            relationsvåld | 2023-01-02 | 2023-01-03
        """,
        period="manad",
        vantat="""
            period   | taljare | namnare | bortfall
            jan 2023 | 1       | 2       | 1
        """,
    ),
)
