"""E16: improvements since last year with what came of them, and those that are planned."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Kolumn, Lista
from kvalitet_metrics.model import OMRADEN

STATUS = {
    "ej påbörjad": ("ej påbörjat", "inte påbörjad", "planerad"),
    "pågående": ("pågår", "påbörjad"),
    "genomförd": ("avslutad", "klar", "genomfört"),
    "avbruten": ("utgår", "utgått"),
}

PROFIL = Lista(
    namn="Förbättringsåtgärder",
    kallsystem="Kvalitetsrapportens åtgärdslista eller en handlingsplan",
    tabell="atgard",
    per_blad=True,
    rubrik_over="avsnitt",
    utom=("Risk", "Sannolikhet", "Egenkontroll", "Bedömning", "Avvikelsenr"),
    kolumner={
        "avsnitt": Kolumn(("Avsnitt",), utdata=False),
        "atgard": Kolumn(
            (
                "Förbättringsåtgärder",
                "Förbättringsåtgärd",
                "Planerade förbättringsåtgärder",
                "Planerade åtgärder",
                "Planerad åtgärd",
                "Utvecklingsområden",
            ),
            krav=True,
            fylld=True,
        ),
        "uppfoljning": Kolumn(
            ("Uppföljning av åtgärderna", "Uppföljning av åtgärden", "Uppföljning", "Resultat av åtgärden")
        ),
        "status": Etikett(("Status",), varden=STATUS),
        "planerad": Datum(("Planerad", "Planerat slut", "Klar senast", "Slutdatum", "Tidplan")),
        "genomford": Datum(("Genomförd", "Klar", "Genomförd datum")),
        "omrade_text": Etikett(("Kvalitetsområde", "Område A–H"), utdata=False),
        **v.plats(),
        **v.period(),
    },
    berakna={
        **v.PERIOD,
        "kategori": """CASE WHEN coalesce(lower(avsnitt), $rubriker) LIKE '%planerad%' AND uppfoljning IS NULL
                            THEN 'planerad' ELSE 'uppföljd' END""",
        "bedomning": """CASE WHEN kategori = 'planerad' THEN 'planerad'
                             WHEN uppfoljning IS NULL THEN 'uppföljning saknas'
                             ELSE 'uppföljning finns' END""",
        "omrade": v.omrade_sql("omrade_text"),
    },
    etiketter={"omrade": Etikett((), varden=dict.fromkeys(OMRADEN, ()))},
    nyckel=("avdelning", "enhet", "period_start", "period_end", "kategori", "atgard"),
    datum=("period_start", "period_end"),
    regler=(v.period_regel("period"),),
    exempel="""
        Kvalitetsår 2022/2023                       |
        Förbättringsåtgärder                        | Uppföljning av åtgärderna
        Stärka arbetet med egenkontroller           | Ett årshjul har tagits fram.
        Fysisk utformning av kontoren, plan 2 och 4 |
        Planerade förbättringsåtgärder              |
        Utveckla nyckeltal för måluppfyllelse.      |
    """,
    vantat="""
        kategori | atgard                                      | uppfoljning                  | bedomning          | period_start
        uppföljd | Stärka arbetet med egenkontroller           | Ett årshjul har tagits fram. | uppföljning finns  | 2022-09-01
        uppföljd | Fysisk utformning av kontoren, plan 2 och 4 |                              | uppföljning saknas | 2022-09-01
        planerad | Utveckla nyckeltal för måluppfyllelse.      |                              | planerad           | 2022-09-01
    """,
)
