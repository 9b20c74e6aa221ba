"""Placed children whose care has been considered anew, and whether the child was met before it."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Kod, Lista, Nyckel, Regel

PROFIL = Lista(
    namn="Överväganden och omprövningar",
    kallsystem="Treserva eller placeringsgruppens egen lista",
    tabell="overvagande",
    per_blad=True,
    kolumner={
        "arendenr": Nyckel(v.ARENDE, krav=True, fylld=True),
        **v.person(),
        **v.plats(),
        "lagrum": Etikett(v.LAGRUM_RUBRIKER, varden=v.LAGRUM),
        "typ_skriven": Kod(
            ("Typ", "Övervägande/Omprövning", "Beslutstyp"),
            utdata=False,
            varden={"övervägande": ("överv", "öv"), "omprövning": ("ompr", "omprövn")},
        ),
        "insats": Etikett(("Placeringsform", "Insats", "Placering")),
        "datum": Datum(
            (
                "Datum för övervägande",
                "Övervägande datum",
                "Övervägandedatum",
                "Övervägt datum",
                "Datum övervägande/omprövning",
                "Omprövningsdatum",
                "Övervägande",
            ),
            krav=True,
            fylld=True,
        ),
        "foregaende": Datum(("Föregående övervägande", "Föregående", "Senaste övervägande", "Beslutsdatum")),
        "traffat": v.ja_eller_nej(
            ("Barnet träffat", "Träffat barnet", "Har barnet träffats", "Har träffat barnet", "Barnsamtal")
        ),
        "dokumenterad": v.ja_eller_nej(("Dokumenterat", "Dokumenterad", "Samtalet dokumenterat")),
    },
    berakna={
        "kon": v.kon_sql("TRUE"),
        "typ": """coalesce(typ_skriven, CASE WHEN lagrum IN ('LVU 3 §', 'LVU 26 §') THEN 'omprövning'
                                             ELSE 'övervägande' END)""",
        "barnet_traffat": v.sant("traffat"),
        "dokumenterat": v.sant("dokumenterad"),
    },
    etiketter={"kon": v.KON_VARDEN},
    nyckel=("arendenr", "datum", "typ"),
    datum=("datum", "datum"),
    regler=(
        Regel(
            "foregaende > datum",
            "foregaende",
            "Det föregående övervägandet är senare än det nya.",
            "Rätta det datum som är fel i källan och exportera på nytt.",
        ),
    ),
    exempel="""
        Ärendenr | Kön    | Enhet | Lagrum  | Datum för övervägande | Föregående övervägande | Barnet träffat | Dokumenterat
        B-1      | Flicka | Norr  | SoL     | 2023-07-03            | 2023-01-10             | ja             | ja
        B-2      | Pojke  | Norr  | 3 § LVU | 2023-07-04            | 2022-12-20             | nej            |
        B-3      | Pojke  | Norr  | LVU 2 § | 2023-10-04            |                        |                |
    """,
    vantat="""
        kon     | lagrum  | typ         | datum      | foregaende | barnet_traffat | dokumenterat
        flickor | SoL     | övervägande | 2023-07-03 | 2023-01-10 | True           | True
        pojkar  | LVU 3 § | omprövning  | 2023-07-04 | 2022-12-20 | False          |
        pojkar  | LVU 2 § | övervägande | 2023-10-04 |            |                |
    """,
)
