"""E10: Göteborg's survey of those who have support: an index, its colour and what to do about it."""

from kvalitet_metrics.ingest.profile import Etikett, Mattabell
from kvalitet_metrics.ingest.profiles import _matvarde as m

PROFIL = Mattabell(
    namn="Brukarenkät med index",
    kallsystem="Stadens brukarenkät, sammanställning med index och färg",
    tabell="matvarde",
    per_blad=True,
    matenhet="index",
    grupprader=True,
    kolumner={
        "etikett": Etikett(("Fråga i enkäten", "Fråga", "Frågor"), krav=True, utdata=False),
        "resultat": m.kannetecken("Index", "Resultat", "Resultat (index)", "Indexvärde"),
        "farg": Etikett(("Röd/Gul/Grön", "Färg", "Bedömning", "Signal"), utdata=False),
        "prio": Etikett(
            ("Prioritera/Vårda", "Prioritera/Vårda/…", "Prioritera/Vårda/...", "Prioritering", "Åtgärdsgrad"),
            utdata=False,
        ),
        **m.PLATS,
    },
    berakna={"kalla": "'brukarenkät'", **m.ENKAT},
    nyckel=m.NYCKEL,
    datum=("period_start", "period_end"),
    exempel="""
        Brukarenkät              |                    |        |
        Period: hösten 2022      |                    |        |
        Fråga i enkäten          | Resultat           | Staden | Kommentar
        Trygg i verksamheten     | Röd/83/Prioritera  | 85     | …
        Påverkan av stöd         | Gul/82/Vårda       | *      | …
    """,
    vantat="""
        fraga                | jamforelse | matt | matenhet | bedomning | prioritering | saknas      | skrivet
        Trygg i verksamheten | egen       | 83.0 | index    | röd       | Prioritera   |             | Röd/83/Prioritera
        Trygg i verksamheten | staden     | 85.0 | index    |           |              |             |
        Påverkan av stöd     | egen       | 82.0 | index    | gul       | Vårda        |             | Gul/82/Vårda
        Påverkan av stöd     | staden     |      | index    |           |              | för få svar |
    """,
)
