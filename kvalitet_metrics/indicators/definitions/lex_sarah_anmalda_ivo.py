"""Number of lex Sarah reports that were notified to the inspectorate (IVO)."""

from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.35",
    namn="Lex Sarah-rapporter anmälda till IVO",
    varfor="Det allvarligaste ska granskas av någon annan än den som ansvarade för det.",
    kalla="Lex Sarah-loggen, «IVO-anmäld datum». 27 kap. 6 § SoL (2025:400), tidigare 14 kap. 7 § SoL (2001:453); 24 f § LSS.",
    omrade="A",
    tabell="lex_sarah",
    datum=("inkom", "inkom"),
    urval="ivo_anmald IS NOT NULL",
    namnare_ord="–",
    taljare_ord="rapporter som kom in under perioden och som har en dag för anmälan till IVO",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kategori", "regi", "lagrum", "bedomning"),
    begransningar=(
        "En rapport hör till den period då den kom in, också när den anmäldes senare. En anmälan vars dag inte är införd "
        "i loggen syns inte."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            inkom      | bedomning                  | ivo_anmald
            2022-12-30 | Allvarligt missförhållande | 2023-01-10
            2023-02-01 | Allvarligt missförhållande | 2023-03-01
            2023-02-01 | Allvarligt missförhållande |
            2023-02-01 | Missförhållande            |
        """,
        vantat="""
            period | varde
            2022   | 1
            2023   | 1
        """,
    ),
)
