"""R9: a period that ends before it begins (E); what lies outside the report's own period, and series that mix
calendar years with kvalitetsår (notes of class P).
"""

from collections import Counter, defaultdict

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import Rad, plats
from kvalitet_metrics.text import antal, lista

AR = {"kalenderar", "kvalitetsar", "lasar"}
HANDELSER = {
    "avvikelse": ("handelse", "händelser"),
    "lex_sarah": ("inkom", "rapporter"),
    "forhandsbedomning": ("inkom", "anmälningar"),
    "tillsyn": ("datum", "tillsyner"),
}
"""Table → its day of the event, and what is counted."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every period, and every series."""
    egna = [r for r in publicerat.rader if r.period[0] and r.period[1]]
    for rad in egna:
        start, slut = rad.period
        if start > slut:
            text = (
                f"{rad.beskrivning}: perioden slutar {slut}, före sin början {start}. "
                "Det stämmer om de byter plats."
            )
            utfall.kontroll("R9", Fynd("R9", "E", plats(rad), None, None, text))
    outside(egna, utfall)
    mixed(egna, utfall)


def outside(egna: list[Rad], utfall: Utfall) -> None:
    """Own outcomes in periods that do not touch the report's and belong to no series that does."""
    utfallsrader = [r for r in egna if r.jamforelse == "" and not r.ar_andring]
    vanligast = Counter(r.period for r in utfallsrader if r.period_typ in AR).most_common(1)
    if not vanligast:
        return
    (start, slut), _ = vanligast[0]
    utanfor: dict[object, list[Rad]] = defaultdict(list)
    i_serie = {(r.indikator, r.storhet, r.matt, r.cell) for r in utfallsrader if r.period == (start, slut)}
    for r in utfallsrader:
        if (r.period[1] < start or r.period[0] > slut) and (
            (r.indikator, r.storhet, r.matt, r.cell) not in i_serie
        ):
            utanfor[(r.tabell, r.period)].append(r)
    for rader in utanfor.values():
        text = (
            f"{rader[0].beskrivning}: ligger utanför rapportens period {start}–{slut} "
            "utan att anges som jämförelse."
        )
        utfall.notera(Fynd("R9", "P", plats(*rader), None, None, text))


def mixed(egna: list[Rad], utfall: Utfall) -> None:
    """One cell with both kinds of years: they are never compared without saying so."""
    serier: dict[object, list[Rad]] = defaultdict(list)
    for r in egna:
        if r.egen and r.period_typ in AR:
            serier[(r.org, r.indikator, r.storhet, r.matt, r.cell)].append(r)
    for rader in serier.values():
        if len({r.period_typ for r in rader}) > 1:
            text = (
                f"{rader[0].beskrivning}: serien blandar kalenderår och kvalitetsår, "
                "som inte går att jämföra."
            )
            utfall.notera(Fynd("R9", "P", plats(*rader), None, None, text))


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Events outside the period that their file covers, and one view or value in two kinds of years."""
    for tabell, (kolumn, ord_) in HANDELSER.items():
        for rad in inlast.rows(
            f"""SELECT i.fil, i.period_start, i.period_end,
                       count(*) FILTER (t.{kolumn} < i.period_start OR t.{kolumn} > i.period_end) AS utanfor
                FROM {tabell} t JOIN inlasning i ON i.upload_id = t.upload_id AND i.tabell = '{tabell}'
                WHERE t.{kolumn} IS NOT NULL AND i.period_start IS NOT NULL GROUP BY ALL"""
        ):
            utfall.kontroll("R9")
            if rad["utanfor"]:
                text = (
                    f"{antal(rad['utanfor'], 'händelse', ord_)} i {rad['fil']} ligger utanför filens period "
                    f"{rad['period_start']}–{rad['period_end']}. De räknas i den period som filens datum "
                    f"anger."
                )
                utfall.notera(Fynd("R9", "P", rad["fil"], rad["utanfor"], 0, text))
    for rad in inlast.rows(
        """SELECT forvaltning, kategori, list_sort(list(DISTINCT periodslag)) AS slag FROM matvarde
           WHERE periodslag IN ('kalenderar', 'kvalitetsar', 'lasar') GROUP BY ALL
           HAVING count(DISTINCT periodslag) > 1"""
    ):
        text = f"{rad['kategori']} finns både per {lista(rad['slag'])}. De två går inte att jämföra."
        utfall.notera(Fynd("R9", "P", f"{rad['forvaltning']}, {rad['kategori']}", None, None, text))
