"""Decisions and whether they have been carried out, for the quarterly report to IVO."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Lista, Nyckel, Regel

PROFIL = Lista(
    namn="Beslut och verkställighet",
    kallsystem="Treserva eller Paraplyet, ej verkställda beslut",
    tabell="beslut",
    per_blad=True,
    kolumner={
        "arendenr": Nyckel(("Ärendenr", "Beslutsnr", "Beslutsnummer", *v.ARENDE[1:]), krav=True, fylld=True),
        **v.person(),
        **v.plats(),
        "lagrum": Etikett(v.LAGRUM_RUBRIKER, varden=v.LAGRUM),
        "insats": Etikett(("Insats", "Beslutad insats", "Typ av bistånd", "Bistånd")),
        "beslutad": Datum(
            ("Beslutsdatum", "Datum för beslut", "Beslutad", "Beslut datum", "Beslut fattat"),
            krav=True,
            fylld=True,
        ),
        "verkstalld": Datum(
            (
                "Verkställt",
                "Verkställighetsdatum",
                "Verkställt datum",
                "Datum för verkställighet",
                "Verkställd",
            ),
            krav=True,
            utan=("nej", "ej verkställt", "ej verkställd"),
        ),
        "avbruten": Datum(("Avbrott", "Avbruten", "Datum för avbrott", "Avbrott datum"), utan=("nej",)),
        "aterupptagen": Datum(("Återupptagen", "Återupptaget", "Avbrott upphört")),
        "avslutad": Datum(("Avslutad", "Avslutat utan verkställighet", "Avslutsdatum", "Återtaget")),
        "orsak": Etikett(("Orsak", "Orsak till ej verkställt", "Orsak till dröjsmål", "Skäl")),
        "rapporterad": Datum(("Rapporterad till IVO", "Rapporterat IVO", "IVO-rapport"), utan=("nej",)),
    },
    berakna={"malgrupp": v.MALGRUPP_SQL, "kon": v.kon_sql("coalesce(malgrupp = 'barn', FALSE)")},
    etiketter={"kon": v.KON_VARDEN},
    nyckel=("arendenr", "insats", "beslutad"),
    datum=("beslutad", "beslutad"),
    regler=(
        Regel(
            "verkstalld < beslutad",
            "verkstalld",
            "Beslutet är verkställt före den dag då det fattades.",
            "Rätta det datum som är fel i källan och exportera på nytt.",
        ),
    ),
    exempel="""
        Beslut vuxna |     |       |        |                     |              |               |
        Ärendenr     | Kön | Enhet | Lagrum | Insats              | Beslutsdatum | Verkställt    | Orsak
        D-1          | K   | Norr  | LSS    | Bostad med service  | 2023-01-10   | 2023-06-01    |
        D-2          | M   | Norr  | SoL    | Särskilt boende     | 2023-02-10   | Ej verkställt | Tackat nej
    """,
    vantat="""
        malgrupp | kon     | lagrum | insats             | beslutad   | verkstalld | orsak
        vuxna    | kvinnor | LSS    | Bostad med service | 2023-01-10 | 2023-06-01 |
        vuxna    | män     | SoL    | Särskilt boende    | 2023-02-10 |            | Tackat nej
    """,
)
