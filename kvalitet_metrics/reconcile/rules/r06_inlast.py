"""R6 on what is loaded: reported numbers against counted records, and two divisions of the same. Class X.

By sender against by category: one view may have several categories, so more by category is noted as M; fewer
is a finding. A workbook's own mark for late is compared with its dates (R5).
"""

from dataclasses import dataclass
from typing import Any

from kvalitet_metrics.indicators import frister
from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.text import med_tecken, tal_kort


@dataclass(frozen=True)
class Jamforelse:
    """A kind of record that may also be reported as a number: its table, its day, and how tables name it."""

    tabell: str
    dag: str
    ord_: str
    vad: str


JAMFORELSER = (
    Jamforelse("lex_sarah", "inkom", "lex sarah", "lex Sarah-rapporter"),
    Jamforelse("avvikelse", "intraffad", "avvikelse", "avvikelser"),
)
NAMN = "(antal )?(inkomna |rapporterade |registrerade )?{0}(r|-rapporter)?"
TOTAL = "lower(trim(coalesce({0}, ''))) IN ('', 'totalt', 'total', 'summa', 'samtliga', 'totalsumma')"


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Reported against counted, sender against category, mark against dates."""
    for j in JAMFORELSER:
        for rad in reported(inlast, j):
            compare(rad, j, utfall)
    divisions(inlast, utfall)
    marks(inlast, utfall)


def reported(inlast: Inlast, j: Jamforelse) -> list[dict[str, Any]]:
    """Reported totals with the number of records of the same unit and period, where there are any loaded.

    A table of views is about the time from its first column, blank or not, to its last filled one: a number
    under VB alone is often that of the whole year.
    """
    return inlast.rows(
        f"""WITH rapporterat AS (
              SELECT i.fil, m.blad, m.rad, m.forvaltning, m.avdelning, m.enhet, m.period_start, m.period_end,
                     m.matt AS varde
              FROM matvarde m JOIN inlasning i ON i.upload_id = m.upload_id AND i.tabell = 'matvarde'
              WHERE m.matenhet = 'antal' AND m.jamforelse IN ('egen', 'foregaende') AND m.grupp IS NULL
                AND m.kon IS NULL AND m.matt IS NOT NULL
                AND (contains(lower(m.typ), '{j.ord_}') AND {TOTAL.format("m.kategori")}
                       AND {TOTAL.format("m.underkategori")}
                     OR regexp_full_match(lower(m.kategori), '{NAMN.format(j.ord_)}'))
              UNION ALL
              SELECT any_value(i.fil), any_value(s.blad), min(s.rad) FILTER (s.antal IS NOT NULL),
                     s.forvaltning, s.avdelning, s.enhet,
                     min(s.period_start), max(s.period_end) FILTER (s.antal IS NOT NULL),
                     sum(s.antal) FILTER (s.raknas)
              FROM synpunkt s JOIN inlasning i ON i.upload_id = s.upload_id AND i.tabell = 'synpunkt'
              WHERE lower(s.typ) = '{j.ord_}'
              GROUP BY s.upload_id, s.forvaltning, s.avdelning, s.enhet HAVING count(s.antal) > 0)
            SELECT r.*, (
                SELECT count(*) FROM {j.tabell} t
                WHERE t.forvaltning IS NOT DISTINCT FROM r.forvaltning
                  AND (r.avdelning IS NULL OR t.avdelning = r.avdelning)
                  AND (r.enhet IS NULL OR t.enhet = r.enhet)
                  AND t.{j.dag} BETWEEN r.period_start AND r.period_end) AS raknat
            FROM rapporterat r WHERE EXISTS (
                SELECT 1 FROM inlasning i
                JOIN {j.tabell} t ON t.upload_id = i.upload_id AND i.tabell = '{j.tabell}'
                WHERE t.forvaltning IS NOT DISTINCT FROM r.forvaltning
                  AND (r.avdelning IS NULL OR t.avdelning = r.avdelning)
                  AND i.period_start <= r.period_end AND i.period_end >= r.period_start)
            ORDER BY r.fil, r.blad, r.rad"""
    )


def compare(rad: dict[str, Any], j: Jamforelse, utfall: Utfall) -> None:
    """One reported number against the records."""
    if rad["varde"] == rad["raknat"]:
        utfall.kontroll("R6")
        return
    plats = f"{rad['fil']}, bladet «{rad['blad']}», rad {rad['rad']}"
    var = ", ".join(filter(None, (rad["enhet"] or rad["avdelning"] or rad["forvaltning"],)))
    text = (
        f"{plats} rapporterar {tal_kort(rad['varde'])} {j.vad} för {var} "
        f"{rad['period_start']}–{rad['period_end']}, men "
        f"{tal_kort(rad['raknat'])} poster är inlästa för samma tid. Skillnaden är "
        f"{med_tecken(rad['varde'] - rad['raknat'])}. "
        "Det stämmer om de poster som saknas läses in, eller om den rapporterade siffran rättas."
    )
    utfall.kontroll("R6", Fynd("R6", "X", plats, rad["varde"], rad["raknat"], text))


def divisions(inlast: Inlast, utfall: Utfall) -> None:
    """Views by sender against the same views by category, per file and unit."""
    for rad in inlast.rows(
        """SELECT i.fil, s.avdelning, s.enhet, s.typ,
                  sum(s.antal) FILTER (s.indelning = 'avsandare') AS fran_vem,
                  sum(s.antal) FILTER (s.indelning = 'kategori') AS om_vad
           FROM synpunkt s JOIN inlasning i ON i.upload_id = s.upload_id AND i.tabell = 'synpunkt'
           GROUP BY ALL HAVING fran_vem IS NOT NULL AND om_vad IS NOT NULL
           ORDER BY i.fil, s.enhet, s.typ"""
    ):
        avsandare, kategori = int(rad["fran_vem"]), int(rad["om_vad"])
        plats = ", ".join(filter(None, (rad["fil"], rad["enhet"], rad["typ"])))
        start = f"{plats}: {tal_kort(kategori)} efter kategori och {tal_kort(avsandare)} efter avsändare. "
        if kategori > avsandare:
            utfall.per_regel["R7"] += 1
            text = f"{start}En synpunkt kan gälla flera saker, så kategorierna summeras inte."
            utfall.notera(Fynd("R7", "M", plats, kategori, avsandare, text))
            continue
        text = f"{start}Det stämmer om varje synpunkt har minst en kategori."
        lika = kategori == avsandare
        utfall.kontroll("R6", None if lika else Fynd("R6", "X", plats, kategori, avsandare, text))


def marks(inlast: Inlast, utfall: Utfall) -> None:
    """Assessments that the workbook marks as late, against those that are late by their dates."""
    for rad in inlast.rows(
        f"""SELECT i.fil, f.malgrupp, count(*) FILTER (f.markerad_sen) AS markerade,
                  count(*) FILTER (f.klar > CASE f.malgrupp
                      WHEN 'barn' THEN {frister.FORHANDSBEDOMNING_BARN.sista_dag("f.inkom")}
                      ELSE {frister.FORHANDSBEDOMNING_RELATIONSVALD.sista_dag("f.inkom")} END) AS sena
           FROM forhandsbedomning f
           JOIN inlasning i ON i.upload_id = f.upload_id AND i.tabell = 'forhandsbedomning'
           WHERE f.markerad_sen IS NOT NULL AND f.klar IS NOT NULL AND f.malgrupp IN ('barn', 'relationsvåld')
           GROUP BY ALL ORDER BY i.fil, f.malgrupp"""
    ):
        plats = f"{rad['fil']}, {rad['malgrupp']}"
        text = (
            f"{plats}: filen markerar {tal_kort(rad['markerade'])} som sena, men {tal_kort(rad['sena'])} är "
            f"det efter sina "
            "datum. Det stämmer om markeringarna eller datumen rättas. Det är datumen som räknas."
        )
        lika = rad["markerade"] == rad["sena"]
        utfall.kontroll("R5", None if lika else Fynd("R5", "X", plats, rad["markerade"], rad["sena"], text))
