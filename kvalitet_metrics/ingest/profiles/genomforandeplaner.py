"""Assignments and their plans (genomförandeplaner), as a provider follows them up."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Lista, Nyckel, Regel

FRISTER = {
    "från beställning": ("15 dagar", "15 dagar från beställning", "inom 15 dagar"),
    "från planeringsmöte": ("6 veckor", "sex veckor", "6 veckor från planeringsmöte"),
    "stängd": ("stängd efter 6 veckor", "stängd efter sex veckor", "stängd inom sex veckor"),
}
"""Local time limits. Where the list has no such column, a planning meeting says which one it is."""

PROFIL = Lista(
    namn="Genomförandeplaner",
    kallsystem="Treserva eller utförarens egen lista över uppdrag",
    tabell="genomforandeplan",
    per_blad=True,
    kolumner={
        "arendenr": Nyckel(("Ärendenr", "Uppdragsnr", "Uppdrag", *v.ARENDE[1:]), krav=True, fylld=True),
        **v.person(),
        **v.plats(),
        "lagrum": Etikett(v.LAGRUM_RUBRIKER, varden=v.LAGRUM),
        "insats": Etikett(("Insats", "Insatstyp", "Typ av insats")),
        "bestalld": Datum(
            ("Beställd", "Beställning", "Beställningsdatum", "Senaste beställning", "Uppdrag inkom")
        ),
        "planeringsmote": Datum(("Planeringsmöte", "Datum planeringsmöte", "Startmöte")),
        "upprattad": Datum(
            (
                "Genomförandeplan upprättad",
                "GP upprättad",
                "Plan upprättad",
                "Genomförandeplan datum",
                "Upprättad genomförandeplan",
                "Genomförandeplan",
            ),
            krav=True,
            utan=("saknas", "nej", "ej upprättad", "pågår"),
        ),
        "stangd": Datum(("Stängd", "Plan stängd", "Låst", "Genomförandeplan stängd"), utan=("öppen", "nej")),
        "frist_skriven": Etikett(("Frist", "Tidsgräns", "Tidsfrist"), varden=FRISTER, utdata=False),
        "delaktig_skriven": v.ja_eller_nej(
            ("Delaktig", "Den enskilde delaktig", "Brukaren delaktig", "Delaktighet")
        ),
    },
    berakna={
        "malgrupp": v.MALGRUPP_SQL,
        "kon": v.kon_sql("coalesce(malgrupp = 'barn', FALSE)"),
        "startdatum": "coalesce(planeringsmote, bestalld)",
        "typ": """coalesce(frist_skriven, CASE WHEN planeringsmote IS NOT NULL THEN 'från planeringsmöte'
                                               ELSE 'från beställning' END)""",
        "delaktig": v.sant("delaktig_skriven"),
    },
    etiketter={"kon": v.KON_VARDEN, "typ": Etikett((), varden=dict.fromkeys(FRISTER, ()))},
    nyckel=("arendenr", "insats", "startdatum"),
    datum=("startdatum", "startdatum"),
    regler=(
        Regel(
            "startdatum IS NULL",
            "bestalld",
            "Uppdraget har varken beställningsdatum eller planeringsmöte, så tiden till planen kan inte räknas.",
            "Fyll i minst ett av dem i källan och exportera på nytt.",
        ),
        Regel(
            "upprattad < bestalld",
            "upprattad",
            "Planen är upprättad före beställningen.",
            "Rätta det datum som är fel i källan och exportera på nytt.",
        ),
    ),
    exempel="""
        Uppdrag vuxna 2023 |     |       |              |            |                |                            |          |
        Uppdragsnr         | Kön | Enhet | Insats       | Beställd   | Planeringsmöte | Genomförandeplan upprättad | Delaktig | Frist
        P-1                | K   | Norr  | Boendestöd   | 2023-02-01 | 2023-02-06     | 2023-02-14                 | ja       |
        P-2                | M   | Norr  | Boendestöd   | 2023-03-01 |                | saknas                     | nej      |
        P-3                | M   | Norr  | Kontaktperson | 2023-03-01 |                | 2023-04-20                 |          | Stängd efter 6 veckor
    """,
    vantat="""
        malgrupp | kon     | insats        | bestalld   | startdatum | upprattad  | delaktig | typ
        vuxna    | kvinnor | Boendestöd    | 2023-02-01 | 2023-02-06 | 2023-02-14 | True     | från planeringsmöte
        vuxna    | män     | Boendestöd    | 2023-03-01 | 2023-03-01 |            | False    | från beställning
        vuxna    | män     | Kontaktperson | 2023-03-01 | 2023-03-01 | 2023-04-20 |          | stängd
    """,
)
