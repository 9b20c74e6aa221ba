"""Share of assignments whose plan was made, or closed, within the local deadline that they follow."""

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.indicators.definition import Andel, Exempel
from kvalitet_metrics.model import Riktning

FRAN_BESTALLNING = frister.GENOMFORANDEPLAN_FRAN_BESTALLNING
FRAN_MOTE = frister.GENOMFORANDEPLAN_FRAN_PLANERINGSMOTE
STANGD = frister.GENOMFORANDEPLAN_STANGD

INDIKATOR = Andel(
    kod="A.14",
    namn="Genomförandeplaner inom lokal frist",
    varfor="Planen är den enskildes möjlighet att påverka hur stödet ges, och behövs från början.",
    kalla=(
        "Utförarens lista över uppdrag. Varken lag eller föreskrift (SOSFS 2014:5) anger ett antal dagar: "
        "de tre fristerna är lokala och räknas från olika dagar."
    ),
    omrade="A",
    tabell="genomforandeplan",
    datum=("startdatum", "startdatum"),
    taljare=(
        f"CASE typ WHEN 'från beställning' THEN {FRAN_BESTALLNING.i_tid()} "
        f"WHEN 'från planeringsmöte' THEN {FRAN_MOTE.i_tid()} "
        f"WHEN 'stängd' THEN {STANGD.i_tid()} END"
    ),
    underlag="typ IS NOT NULL",
    frister={"från beställning": FRAN_BESTALLNING, "från planeringsmöte": FRAN_MOTE, "stängd": STANGD},
    namnare_ord="uppdrag som började löpa under perioden och som ska ha en genomförandeplan",
    taljare_ord="de av dem där planen är upprättad, eller stängd, inom den frist som uppdraget följer",
    riktning=Riktning.HOGRE,
    nedbrytningar=(
        "typ",
        "insats",
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kon",
        "malgrupp",
        "lagrum",
    ),
    begransningar=(
        "De tre fristerna mäter olika saker: dela upp på typ. Ett uppdrag utan plan räknas som inte i tid, även om "
        "fristen inte hade gått ut när listan togs ut."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            typ                | bestalld   | planeringsmote | startdatum | upprattad  | stangd
            från beställning   | 2023-03-01 |                | 2023-03-01 | 2023-03-16 |
            från beställning   | 2023-03-01 |                | 2023-03-01 | 2023-03-17 |
            från beställning   | 2023-03-01 |                | 2023-03-01 |            |
            från planeringsmöte | 2023-02-01 | 2023-03-01    | 2023-03-01 | 2023-04-12 |
            från planeringsmöte | 2023-02-01 | 2023-03-01    | 2023-03-01 | 2023-04-13 |
            stängd             | 2023-03-01 |                | 2023-03-01 | 2023-03-02 | 2023-04-12
            stängd             | 2023-03-01 |                | 2023-03-01 | 2023-03-02 | 2023-04-13
            stängd             | 2023-03-01 |                | 2023-03-01 | 2023-03-02 |
        """,
        by=("typ",),
        vantat="""
            period | typ                 | taljare | namnare
            2023   | från beställning    | 1       | 3
            2023   | från planeringsmöte | 1       | 2
            2023   | stängd              | 1       | 3
        """,
    ),
)
