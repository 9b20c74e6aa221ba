"""What the profiles of reported values share: the columns that the reader gives and the key of a value."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Etikett, Kolumn

PLATS = {"forvaltning": Etikett(v.FORVALTNING), "avdelning": Etikett(v.AVDELNING), "enhet": Etikett(v.ENHET)}

ENKAT = {
    "kategori": "etikett",
    "fraga": "CASE WHEN etikett = 'Svarsfrekvens' THEN namn ELSE etikett END",
    "underkategori": "coalesce(namn, tema)",
}
"""Where the labels are questions, and a theme may stand above some of them. What stands above the table
is no part of it: the same survey has other titles from year to year."""

NYCKEL = (
    *("avdelning", "enhet", "kalla", "kategori", "underkategori", "kon", "jamforelse"),
    *("period_start", "period_end"),
)

YEARS = range(2015, 2041)
"""The years that a survey's headings may name."""

INSATSER = """CASE upper($blad) WHEN 'DV' THEN 'Daglig verksamhet' WHEN 'GB' THEN 'Gruppbostad'
                   WHEN 'SB' THEN 'Servicebostad' WHEN 'BOSS' THEN 'Boendestöd'
                   ELSE CASE WHEN regexp_matches($blad, '^(Blad|Sheet|JSON|Data)[0-9]*$') THEN NULL
                             ELSE $blad END END"""
"""The sheet's name as an insats, in the abbreviations of the city's survey."""


def kannetecken(*rubriker: str) -> Kolumn:
    """A heading, with or without its year, by which the file is recognised; its values are read as others."""
    with_years = (f"{rubrik} {ar}" for rubrik in rubriker for ar in YEARS)
    return Kolumn((*rubriker, *with_years), krav=True, utdata=False)
