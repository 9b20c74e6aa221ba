"""Open children's investigations by the days left to the deadline: which will pass it soon."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Antal, Exempel
from kvalitet_metrics.model import Riktning

INDIKATOR = Antal(
    kod="A.23",
    namn="Pågående barnutredningar efter dagar kvar till fristen",
    varfor="Den som ser vilka ärenden som snart passerar fristen hinner göra något åt det.",
    kalla="Ärendesystemet, pågående utredningar.",
    omrade="A",
    tabell="utredning",
    harledda={
        "sista_dag": f"greatest({frister.UTREDNING_BARN.sista_dag()}, coalesce(forlangd_till, inledd))",
        "kategori": """CASE WHEN sista_dag < uttagen THEN 'passerad frist'
                            WHEN sista_dag <= uttagen + INTERVAL 14 DAY THEN '0–14 dagar kvar'
                            WHEN sista_dag <= uttagen + INTERVAL 30 DAY THEN '15–30 dagar kvar'
                            WHEN sista_dag <= uttagen + INTERVAL 60 DAY THEN '31–60 dagar kvar'
                            ELSE 'mer än 60 dagar kvar' END""",
    },
    datum=("uttagen", "uttagen"),
    urval="malgrupp = 'barn' AND avslutad IS NULL AND inledd IS NOT NULL",
    frist=frister.UTREDNING_BARN,
    namnare_ord="–",
    taljare_ord="utredningar som rör barn och som pågick den dag exporten togs ut",
    riktning=Riktning.NEUTRAL,
    nedbrytningar=("forvaltning", "avdelning", "enhet", "grupp", "kon", "lagrum", "kategori"),
    begransningar=(
        "Dagarna räknas från den dag exporten togs ut, inte från i dag. Med beslut om förlängning räknas till den förlängda "
        "dagen. En utredning som inte finns med i en senare export står kvar på den dag då den senast sågs."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            malgrupp | inledd     | avslutad   | forlangd_till | uttagen
            barn     | 2023-01-31 |            |               | 2023-05-17
            barn     | 2023-02-01 |            |               | 2023-05-17
            barn     | 2023-01-16 |            |               | 2023-05-17
            barn     | 2023-01-16 |            | 2023-08-31    | 2023-05-17
            barn     | 2023-01-16 | 2023-05-02 |               | 2023-05-17
        """,
        period="manad",
        by=("kategori",),
        vantat="""
            period   | kategori             | varde
            maj 2023 | 0–14 dagar kvar      | 1
            maj 2023 | 15–30 dagar kvar     | 1
            maj 2023 | mer än 60 dagar kvar | 1
            maj 2023 | passerad frist       | 1
        """,
    ),
)
