"""A published table of results, as it is printed: headings, labels, totals and blanks.

`/` in a heading is a line break in its cell. What stands above a table is its title and, where the
title does not say it, the period.
"""

from dataclasses import dataclass

from tests.ingest.filer import ritat, xlsx

BRUTNA = {
    *("Funktions-/nedsättning", "Barn och/unga", "Social-/psykiatri", "Ekonomiskt/bistånd", "Result/at"),
    *("Ant/al", "Good/enoug/h mål", "Snitt/KEKS", *(f"Andel/{ar}" for ar in range(2020, 2024))),
}
"""Headings with line breaks."""


@dataclass(frozen=True)
class Publicerad:
    """A published table: the report, the table's name in the key of answers, the profile that reads it."""

    rapport: str
    namn: str
    profil: str
    text: str


def arbetsbok(text: str) -> bytes:
    """A drawn table as an Excel file, with line breaks in its headings."""
    blad = {
        namn: [[c.replace("/", "\n") if c in BRUTNA else c for c in rad] for rad in rader]
        for namn, rader in ritat(text).items()
    }
    return xlsx(blad)
