"""A table of results as a report prints it: labels down, years, kinds, units or comparators across."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Etikett, Mattabell
from kvalitet_metrics.ingest.profiles import _matvarde as m

PROFIL = Mattabell(
    namn="Tabell med resultat",
    kallsystem="Tabell ur en kvalitetsberättelse eller liknande, inskriven i Excel",
    tabell="matvarde",
    reserv=3,
    per_blad=True,
    text_som_bortfall=True,
    kolumner={
        "etikett": Etikett((), krav=True, utdata=False),
        "ar": Etikett(("År", "Period", "Mätår"), utdata=False),
        "kon_kod": Etikett(v.KON, utdata=False),
        "grupp": Etikett(v.GRUPP),
        **m.PLATS,
    },
    berakna={
        "kalla": "'publicerad tabell'",
        "typ": "amne",
        "kategori": "etikett",
        "underkategori": "namn",
    },
    nyckel=(*m.NYCKEL, "typ", "grupp"),
    datum=("period_start", "period_end"),
    exempel="""
        Tabell 7. Rapporterade händelser 2023. (Parantes år 2022) |               |         |
                               | Funktionsnedsättning | Barn och unga | Totalt
        Brister i bemötande    | 1 (1)                |               | 1 (1)
        Brister i utförande av |                      |               |
        insats                 | 2 (5)                | 1 (0)         | 3 (5)
        Totalt                 | 3 (6)                | 1 (0)         | 4 (6)
    """,
    vantat="""
        typ                    | kategori                      | underkategori        | period_start | matt | saknas | skrivet
        Rapporterade händelser | Brister i bemötande           | Funktionsnedsättning | 2023-01-01   | 1.0  |        | 1 (1)
        Rapporterade händelser | Brister i bemötande           | Funktionsnedsättning | 2022-01-01   | 1.0  |        | 1 (1)
        Rapporterade händelser | Brister i bemötande           | Barn och unga        | 2023-01-01   |      | tom    |
        Rapporterade händelser | Brister i bemötande           | Totalt               | 2023-01-01   | 1.0  |        | 1 (1)
        Rapporterade händelser | Brister i bemötande           | Totalt               | 2022-01-01   | 1.0  |        | 1 (1)
        Rapporterade händelser | Brister i utförande av insats | Funktionsnedsättning | 2023-01-01   | 2.0  |        | 2 (5)
        Rapporterade händelser | Brister i utförande av insats | Funktionsnedsättning | 2022-01-01   | 5.0  |        | 2 (5)
        Rapporterade händelser | Brister i utförande av insats | Barn och unga        | 2023-01-01   | 1.0  |        | 1 (0)
        Rapporterade händelser | Brister i utförande av insats | Barn och unga        | 2022-01-01   | 0.0  |        | 1 (0)
        Rapporterade händelser | Brister i utförande av insats | Totalt               | 2023-01-01   | 3.0  |        | 3 (5)
        Rapporterade händelser | Brister i utförande av insats | Totalt               | 2022-01-01   | 5.0  |        | 3 (5)
        Rapporterade händelser | Totalt                        | Funktionsnedsättning | 2023-01-01   | 3.0  |        | 3 (6)
        Rapporterade händelser | Totalt                        | Funktionsnedsättning | 2022-01-01   | 6.0  |        | 3 (6)
        Rapporterade händelser | Totalt                        | Barn och unga        | 2023-01-01   | 1.0  |        | 1 (0)
        Rapporterade händelser | Totalt                        | Barn och unga        | 2022-01-01   | 0.0  |        | 1 (0)
        Rapporterade händelser | Totalt                        | Totalt               | 2023-01-01   | 4.0  |        | 4 (6)
        Rapporterade händelser | Totalt                        | Totalt               | 2022-01-01   | 6.0  |        | 4 (6)
    """,
)
