"""What a management group would have written about the examples: judgements, decisions and two meetings.

What is said was published by Bromma for 2023 (tables 2 and 8, E.1.5, E.4.2, development areas); the days,
the words and the decisions are ours. Functions, never persons.
"""

from datetime import date
from typing import Any

from kvalitet_metrics.example._org import PERSONLIGT_STOD

AVVIKELSER, UTREDNING = "avvikelser_antal", "utredning_barn_inom_fyra_manader"
FORHAND, PLAN, SAMTAL = "forhandsbedomning_barn_inom_14_dagar", "forandringsplan_andel", "barnsamtal_andel"

BEDOMNINGAR: tuple[dict[str, Any], ...] = (
    {
        "id": FORHAND,
        "galler": "2023",
        "bedomning": "behöver förbättras",
        "analys": "Förseningarna är från januari till mars, då inflödet var högt och personal saknades."
        " I september var ingen försenad. Nu behöver vi se att det håller.",
        "av": "Exempeldata",
        "skriven": date(2024, 1, 22),
    },
    {
        "id": PLAN,
        "galler": "2023",
        "bedomning": "bra",
        "analys": "Det nya arbetssättet började i januari 2023, och under hösten har medarbetarna varit med"
        " i arbetet. Könsskillnaden är liten.",
        "av": "Exempeldata",
        "skriven": date(2024, 1, 22),
    },
    {
        "id": SAMTAL,
        "galler": "2023",
        "bedomning": "kan inte bedömas",
        "analys": "14 av 15 mot 10 av 15 året före pekar åt rätt håll, men urvalet är för litet för att"
        " säga mer. Granska fler ärenden nästa gång.",
        "av": "Exempeldata",
        "skriven": date(2024, 1, 22),
    },
)
"""Judgements, as the workspace takes them."""

FORRA: dict[str, Any] = {"namn": "Ledningsgrupp", "datum": date(2023, 3, 20)}
"""A meeting that has been held, with two decisions."""

ATGARDER: tuple[dict[str, Any], ...] = (
    {
        "id": PLAN,
        "vad": "Nytt arbetssätt med förändringsplaner, efter utbildning i implementering",
        "ansvarig": "biträdande enhetschef",
        "beslutad": date(2022, 11, 14),
        "fran": date(2023, 1, 1),
        "klart_senast": date(2023, 12, 31),
    },
    {
        "id": FORHAND,
        "vad": "Handlingsplan i mottagningsgruppen för de förhandsbedömningar som är försenade",
        "ansvarig": "enhetschef barn och unga",
        "beslutad": FORRA["datum"],
        "fran": date(2023, 4, 1),
        "klart_senast": date(2023, 9, 30),
        "mote": f"{FORRA['namn']} {FORRA['datum']}",
    },
    {
        "id": AVVIKELSER,
        "where": {"enhet": PERSONLIGT_STOD},
        "vad": "Utbilda medarbetarna i avvikelsehantering och enas om vad som ska rapporteras",
        "ansvarig": "enhetschef personligt stöd",
        "beslutad": FORRA["datum"],
        "fran": date(2024, 1, 1),
        "klart_senast": date(2024, 12, 31),
        "mote": f"{FORRA['namn']} {FORRA['datum']}",
    },
)
"""Decisions, as the workspace takes them; the last is late."""

UPPFOLJDA: dict[str, dict[str, Any]] = {
    PLAN: {"uppfoljning": "Alla medarbetare arbetar på det nya sättet.", "datum": date(2023, 12, 18)},
    FORHAND: {"uppfoljning": "Ingen i september var försenad.", "datum": date(2023, 10, 2)},
}
"""What came of the decisions that are carried out, by what they are about."""

NASTA = "Ledningsgrupp, nästa möte"
"""The meeting that is planned for the day when the examples are written."""

BILDER: tuple[tuple[dict[str, Any], str], ...] = (
    ({"id": FORHAND, "period": "manad"}, "Höll handlingsplanen?"),
    ({"id": UTREDNING, "period": "manad"}, ""),
    ({"id": PLAN}, ""),
    ({"id": AVVIKELSER, "by": ["enhet"]}, "Vilka enheter skriver för få avvikelser?"),
)
"""Its screens: the view, and the question of the group."""
