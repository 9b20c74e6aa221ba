"""R6: «per enhet 10» beside a total of 30: the total is a whole number of equal parts. Class P."""

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import Rad, plats
from kvalitet_metrics.text import tal_kort


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Denominators that are said for each of several equal parts."""
    namnare = [r for r in publicerat.antal if r.matt == "namnare"]
    for del_ in namnare:
        if not del_.etikett("kategori").startswith("per ") or not del_.tal:
            continue
        for hel in namnare:
            if "kategori" in hel.totalt_i and same_place(hel, del_):
                text = (
                    f"{del_.beskrivning}: {tal_kort(hel.tal)} går inte jämnt upp i delar om "
                    f"{tal_kort(del_.tal)}. Det stämmer om delarna är olika stora, vilket behöver sägas."
                )
                jamnt = hel.tal % del_.tal == 0
                fynd = Fynd("R6", "P", plats(del_, hel), hel.tal, del_.tal, text)
                utfall.kontroll("R6", None if jamnt else fynd)


def same_place(hel: Rad, del_: Rad) -> bool:
    """True for the total beside the part."""
    return (hel.tabell, hel.indikator, hel.bas, hel.utan("kategori")) == (
        del_.tabell,
        del_.indikator,
        del_.bas,
        del_.utan("kategori"),
    )
