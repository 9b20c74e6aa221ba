"""E15: collaboration per work group, from the adults' statistics file."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Etikett, Heltal, Lista, Regel, SagdAndel

PROFIL = Lista(
    namn="Samverkan per arbetsgrupp",
    kallsystem="Vuxenenhetens statistikfil",
    tabell="samverkan",
    kolumner={
        "grupp": Etikett(("Arbetsgrupp", "Grupp", "Team", "Målgrupp"), krav=True, fylld=True),
        "aktuella": Heltal(
            ("Aktuella", "Antal aktuella", "Aktuella ärenden", "Aktuella i två grupper"), krav=True
        ),
        "samverkat": Heltal(
            ("Samverkat", "Samverkan har skett", "Antal samverkat", "Samverkan skett"), krav=True
        ),
        "andel_i_kallan": SagdAndel(("Andel", "Andel (%)")),
        "forvaltning": Etikett(v.FORVALTNING),
        "avdelning": Etikett(v.AVDELNING),
        "enhet": Etikett(v.ENHET),
        **v.period(),
    },
    berakna=v.PERIOD,
    nyckel=("avdelning", "enhet", "grupp", "period_start", "period_end"),
    datum=("period_start", "period_end"),
    regler=(
        Regel(
            "samverkat > aktuella",
            "samverkat",
            "Fler ärenden har samverkat än det finns aktuella.",
            "Rätta talen i filen.",
        ),
        v.period_regel("grupp"),
    ),
    exempel="""
        Samverkan 2023 |         |          |           |
        Arbetsgrupp    | Period  | Aktuella | Samverkat | Andel
        Beroende       |         | 43       | 31        | 74 %
        Ungdom         | T1 2023 | 10       | 4         | 40 %
        Totalt         |         | 53       | 35        | 66 %
    """,
    vantat="""
        grupp    | aktuella | samverkat | andel_i_kallan | period_start | period_end
        Beroende | 43       | 31        | 0.74           | 2023-01-01   | 2023-12-31
        Ungdom   | 10       | 4         | 0.4            | 2023-01-01   | 2023-04-30
    """,
)
