"""A published table of results, as it is printed: headings, labels, totals and blanks.

`/` in a heading is a line break in its cell. What stands above a table is its title and, where the
title does not say it, the period.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Publicerad:
    """A published table: the report, the table's name in the key of answers, the profile that reads it."""

    rapport: str
    namn: str
    profil: str
    text: str
