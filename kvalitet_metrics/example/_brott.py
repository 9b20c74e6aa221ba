"""What an analyst would have written down about the examples: Bromma changed its way of counting twice."""

from datetime import date
from typing import Any

from kvalitet_metrics.example._org import PERSONLIGT_STOD

BROTT: tuple[dict[str, Any], ...] = (
    {
        "galler": "avvikelse",
        "kolumn": "enhet",
        "varde": PERSONLIGT_STOD,
        "datum": date(2022, 1, 1),
        "orsak": "Varje verksamhet förde tidigare sina avvikelser för sig; nu samlas alla på enheten",
        "av": "Exempeldata",
    },
    {
        "galler": "avvikelse",
        "kolumn": "enhet",
        "varde": PERSONLIGT_STOD,
        "datum": date(2023, 1, 1),
        "orsak": "Det har bestämts vad som är en avvikelse och hur den rapporteras",
        "av": "Exempeldata",
    },
)
"""Kvalitetsberättelse 2023, other deviations (Tabell 8: 1, 1108, 200); the days and the words are ours."""
