"""R6: egen and enskild regi against a total that does not say which it holds. Class X.

Where the total equals both together the reader cannot know it, and will compare it with the egen regi of
the table beside: 29 against 28.
"""

from collections import defaultdict

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.published import REGI, Nyckel, Publicerat
from kvalitet_metrics.reconcile.rows import DIMENSIONER, HELHET, Rad, ordmangd, plats
from kvalitet_metrics.text import tal_kort


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Each pair of egen and enskild against each total of the same quantity under another indicator."""
    par: dict[tuple[Nyckel, str, tuple[str, ...], str], dict[bool, Rad]] = defaultdict(dict)
    for rad in publicerat.antal:
        for dimension in DIMENSIONER:
            if rad.etikett(dimension) in REGI:
                i_egen = rad.etikett(dimension) in ("egen regi", "egen", "kommunal regi")
                par[(rad.bas, rad.indikator, rad.utan(dimension), dimension)][i_egen] = rad
    for (bas, indikator, utan, d), regi in par.items():
        if len(regi) < 2 or any(is_whole(r, bas, indikator, utan, d) for r in publicerat.antal):
            continue
        egen, enskild = regi[True], regi[False]
        for total in {r.varde: r for r in publicerat.antal if same(r, egen)}.values():
            compare(total, egen, enskild, utfall)


def is_whole(rad: Rad, bas: Nyckel, indikator: str, utan: tuple[str, ...], dimension: str) -> bool:
    """True for the division's own total, which R1 and R6 compare with its parts."""
    return (rad.bas, rad.indikator, rad.utan(dimension)) == (bas, indikator, utan) and rad.etikett(
        dimension
    ) == HELHET


def same(total: Rad, egen: Rad) -> bool:
    """True where a total under another indicator counts what the row with egen regi counts."""
    vad = ordmangd(egen.delar.get("kategori", "") or egen.storhet)
    return (
        bool(total.totalt_i)
        and total.bas == egen.bas
        and total.indikator != egen.indikator
        and total.cell[:2] == egen.cell[:2]
        and set(total.cell[2:]) == {HELHET}
        and vad <= ordmangd(total.storhet)
    )


def compare(total: Rad, egen: Rad, enskild: Rad, utfall: Utfall) -> None:
    """One total against one pair."""
    bada = egen.tal + enskild.tal
    if total.tal == egen.tal and not enskild.tal:
        utfall.kontroll("R6")
        return
    start = (
        f"{total.beskrivning} anger {tal_kort(total.tal)}, men "
        f"{egen.beskrivning} anger {tal_kort(egen.tal)}. "
    )
    if total.tal == bada:
        slut = (
            f"Det stämmer om enskild regi ({tal_kort(enskild.tal)}) räknas in i summan, vilket tabellen i så "
            f"fall "
            "behöver säga."
        )
    else:
        slut = (
            f"Inte heller med enskild regi ({tal_kort(enskild.tal)}) stämmer det: "
            f"tillsammans {tal_kort(bada)}. Det stämmer om summan rättas till något av de två."
        )
    beraknat = egen.tal if total.tal == bada else bada
    utfall.kontroll("R6", Fynd("R6", "X", plats(total, egen, enskild), total.tal, beraknat, start + slut))
