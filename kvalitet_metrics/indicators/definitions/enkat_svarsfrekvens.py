"""How many of those who were asked in a survey answered."""

from kvalitet_metrics.indicators.definition import Exempel, Matvarde
from kvalitet_metrics.model import Riktning

INDIKATOR = Matvarde(
    kod="E.2",
    namn="Svarsfrekvens i enkäter",
    varfor="Svarar bara några få säger enkäten lite om de andra.",
    kalla=(
        "Enkätverktyget Esmaker, antal utskick och inskickade svar, och rapporter där svarsfrekvensen står, som stadens "
        "brukarundersökning."
    ),
    omrade="E",
    tabell="matvarde",
    datum=("period_start", "period_end"),
    urval="lower(r.kategori) LIKE 'svarsfrekvens%'",
    matt="matt",
    per="underkategori",
    namnare_ord="de som fick enkäten",
    taljare_ord="de av dem som skickade in ett svar, där källan säger antalet; annars den rapporterade svarsfrekvensen",
    riktning=Riktning.HOGRE,
    nedbrytningar=(
        "underkategori",
        "kategori",
        "insats",
        "forvaltning",
        "avdelning",
        "enhet",
        "grupp",
        "kon",
        "malgrupp",
    ),
    begransningar=(
        "Underkategorin är enkätens namn, eller den fråga som svarsfrekvensen står vid. Bara utskick där antalet "
        "mottagare står i exporten kan räknas; svaren läggs inte ihop med andra enkäters där det saknas."
    ),
    granskad="2026-11-26",
    exempel=Exempel(
        rader="""
            jamforelse | kategori      | underkategori | insats           | matt  | taljare | namnare | period_start | period_end
            egen       | Svarsfrekvens | Enkät A       |                  | 0.25  | 20      | 80      | 2023-11-01   | 2023-11-30
            egen       | Svarsfrekvens | Trygg?        | Daglig verksamhet | 0.66 |         |         | 2023-01-01   | 2023-12-31
            staden     | Svarsfrekvens | Trygg?        | Daglig verksamhet | 0.57 |         |         | 2023-01-01   | 2023-12-31
            egen       | Trygg?        |               | Daglig verksamhet | 0.92 |         |         | 2023-01-01   | 2023-12-31
        """,
        vantat="""
            period | underkategori | taljare | namnare | varde | jamforelser
            2023   | Enkät A       | 20.0    | 80.0    | 0.25  | {}
            2023   | Trygg?        |         |         | 0.66  | {'staden': 0.57}
        """,
    ),
)
