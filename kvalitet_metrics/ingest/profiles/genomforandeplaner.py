"""Assignments and their plans (genomförandeplaner), as a provider follows them up."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Lista, Nyckel, Regel

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
        "delaktig_skriven": v.ja_eller_nej(
            ("Delaktig", "Den enskilde delaktig", "Brukaren delaktig", "Delaktighet")
        ),
    },
    berakna={
        "malgrupp": v.MALGRUPP_SQL,
        "kon": v.kon_sql("coalesce(malgrupp = 'barn', FALSE)"),
        "startdatum": "coalesce(planeringsmote, bestalld)",
        "delaktig": v.sant("delaktig_skriven"),
    },
    etiketter={"kon": v.KON_VARDEN},
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
        Uppdrag vuxna 2023 |     |       |              |            |                |                            |
        Uppdragsnr         | Kön | Enhet | Insats       | Beställd   | Planeringsmöte | Genomförandeplan upprättad | Delaktig
        P-1                | K   | Norr  | Boendestöd   | 2023-02-01 | 2023-02-06     | 2023-02-14                 | ja
        P-2                | M   | Norr  | Boendestöd   | 2023-03-01 |                | saknas                     | nej
        P-3                | M   | Norr  | Kontaktperson | 2023-03-01 |                | 2023-04-20                 |
    """,
    vantat="""
        malgrupp | kon     | insats        | bestalld   | startdatum | upprattad  | delaktig
        vuxna    | kvinnor | Boendestöd    | 2023-02-01 | 2023-02-06 | 2023-02-14 | True
        vuxna    | män     | Boendestöd    | 2023-03-01 | 2023-03-01 |            | False
        vuxna    | män     | Kontaktperson | 2023-03-01 | 2023-03-01 | 2023-04-20 |
    """,
)
