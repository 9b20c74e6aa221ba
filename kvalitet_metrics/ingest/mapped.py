"""A mapping → the profile that the rest of the machinery reads files with."""

from dataclasses import replace

from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.ingest import mapping_read
from kvalitet_metrics.ingest.mapping import DIMENSIONER, KANSLIG, Karta
from kvalitet_metrics.ingest.own_profile import EgenTabell, columns_of
from kvalitet_metrics.ingest.profile import ORGANISATION, ExportProfil, Kanslig, Kolumn, Lista
from kvalitet_metrics.ingest.profiles import PROFILER


def baser() -> dict[str, list[str]]:
    """The exports that a file can be mapped onto, each with the columns that may be named."""
    return {
        id_: [*(n for n, k in p.kolumner.items() if not isinstance(k, Kanslig)), *organisation(p)]
        for id_, p in PROFILER.items()
        if isinstance(p, Lista)
    }


def organisation(profil: ExportProfil) -> list[str]:
    """The columns of the organisation that the export itself does not have."""
    return [n for n in ORGANISATION if n not in profil.kolumner]


def karta_ur_json(text: str) -> Karta:
    """A checked mapping from its JSON text. Raises UsageError with all its faults."""
    return kontrollerad(mapping_read.las_json(text, baser()))


def karta_ur(plain: object) -> Karta:
    """A checked mapping from plain values. Raises UsageError with all its faults."""
    return kontrollerad(mapping_read.las(plain, baser()))


def kontrollerad(karta: Karta) -> Karta:
    """The mapping, where its id is not that of a built-in profile. Raises UsageError."""
    if karta.id in PROFILER:
        raise UsageError(f"Id «{karta.id}» är upptaget av en inbyggd profil. Välj ett annat.")
    return karta


def profil_av(karta: Karta) -> ExportProfil:
    """The profile of a checked mapping."""
    return known_export(karta) if karta.bas else own_table(karta)


def known_export(karta: Karta) -> ExportProfil:
    """The base profile with the file's headings: cleaning, labels, keys and rules come along."""
    bas = PROFILER[karta.bas]
    kolumner: dict[str, Kolumn] = dict(bas.kolumner)
    for koppling in karta.kolumner:
        if koppling.roll != KANSLIG:
            column = kolumner.get(koppling.roll) or Kolumn(())
            kolumner[koppling.roll] = replace(
                column, rubriker=koppling.rubriker, krav=True, fyll_ned=koppling.fyll_ned or column.fyll_ned
            )
    for namn in karta.konstanter.keys() & kolumner.keys():
        kolumner[namn] = replace(kolumner[namn], krav=False, fylld=False)
    for i, koppling in enumerate(karta.med_roll([KANSLIG])):
        kolumner[f"kanslig{i}"] = Kanslig(koppling.rubriker)
    return replace(
        bas,
        id=karta.id,
        namn=karta.namn,
        kolumner=kolumner,
        konstanter=karta.konstanter,
        bladnamn=karta.blad,
        kartlagd=True,
    )


def own_table(karta: Karta) -> EgenTabell:
    """The profile of a table of measured values."""
    return EgenTabell(
        id=karta.id,
        namn=karta.namn,
        kallsystem="egen tabell, kartlagd i programmet",
        tabell="matvarde",
        kolumner=columns_of(karta),
        nyckel=KEY,
        datum=("period_start", "period_end"),
        konstanter=karta.konstanter,
        bladnamn=karta.blad,
        kartlagd=True,
        per_blad=True,
        exempel="",
        vantat="",
        karta=karta,
    )


KEY = (
    *(n for n in DIMENSIONER if n != "forvaltning"),
    "matenhet",
    "periodslag",
    "period_start",
    "period_end",
)
"""What tells one measured value from another; the förvaltning is part of every key."""
