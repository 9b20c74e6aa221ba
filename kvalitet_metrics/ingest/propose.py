"""A proposed mapping for a sheet that no profile knows, so that the analyst mostly confirms.

The heading row is the first one after which the table begins; what a column is follows from the
words of its heading and from what stands under it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import duckdb

from kvalitet_metrics.engine import connect
from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.look import OFTEN, Kolumnbild, heading_rows, pictures, table_name
from kvalitet_metrics.ingest.mapping import (
    DELAR,
    DIMENSIONER,
    KANSLIG,
    TIDER,
    UR_FILEN,
    VARDEN,
    Bred,
    Karta,
    Koppling,
)
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.own_period import ISO_DAY, MONTHS, containing, kind_of
from kvalitet_metrics.ingest.own_profile import headings
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ingest.propose_shares import (
    measure_names,
    parts_of_shares,
    sign_of_thousands,
    with_common_whole,
)
from kvalitet_metrics.ingest.propose_wide import wide_dimension, wide_heading, wide_values
from kvalitet_metrics.ingest.recognise import first_rows
from kvalitet_metrics.ingest.when import find_period
from kvalitet_metrics.model import Periodslag

ROWS_SHOWN = 15
MOST_ROWS = 20_000
"""So many rows below the heading are looked at for labels that are totals."""

ORD = {
    "kanslig": r"person(nr|nummer|id)|^pnr|^namn$|förnamn|efternamn|klient|brukarens namn|handläggare|"
    r"utredare|telefon|mobil|e-?post|adress|anteckning|kommentar|fritext|beskrivning",
    "period": r"^läsår|^period|^datum|^month|^date|månad och år|mätperiod|tidpunkt|^tid$",
    "ar": r"^år(tal)?$|^year$",
    "manad": r"^månad|^mån\b|^month( nr)?$",
    "kvartal": r"^kvartal|^kv\.?$|^quarter$",
    "tertial": r"^tertial",
    "forvaltning": r"förvaltning|stadsdel",
    "avdelning": r"avdelning|verksamhetsområde",
    "grupp": r"^(arbets)?grupp|^team",
    "kon": r"\bkön\b|^gender|^sex$",
    "malgrupp": r"målgrupp|åldersgrupp",
    "insats": r"insats|boendeform",
    "kommun": r"kommun|municipality",
    "fraga": r"^fråga|frågetext",
    "index": r"^index",
    "kategori": r"nyckeltal|indikator|^mått|kategori|^measure|^kpi|aktivitet",
    "underkategori": r"^typ|^type|underkategori|^slag",
    "enhet": r"enhet|skola|verksamhet|utförare|org|boende|mottagning|arbetsplats|sjukhus|provider|unit|"
    r"hospital",
}
"""Role → the words of a heading that speak for it, the most telling first."""
KOD = r"(kod|code|orgnr|organisationsnummer|\bnr|\bid)$"
"""Headings of numbers that are names and not counts."""
TALJARE = r"täljare|uppfyll|i tid|inom|positiva|ja\b|godkän|breach|över|sena|försen|varav|därav"
NAMNARE = (
    r"nämnare|totalt|antal svar|samtliga|^(antal )?(ärenden|besök|svar)$|^antal$|attendances|alla\b|granskade"
)
VARDE = r"värde|utfall|resultat|snitt|medel|median|index|dagar|kronor|\bkr\b|kostnad|poäng|value|mean"
ANDEL = r"%|andel|procent|percent|share|grad\b"


@dataclass(frozen=True)
class Forslag:
    """What a sheet looks like and what it may be. `rad` is the heading row as in the sheet, from 1."""

    blad: str
    rad: int
    rubrikrader: int
    kolumner: tuple[Kolumnbild, ...]
    karta: Karta


def propose(sheet: Sheet, rad: int | None = None, rubrikrader: int = 1, fil: str = "") -> Forslag | None:
    """The proposal for a sheet; None where it holds no table.

    rad, from 1: the lowest heading row, if known, and rubrikrader how many there are. fil: the file's
    name, for want of a better one.
    """
    rows = first_rows(sheet)
    found, rubrikrader = (rad, rubrikrader) if rad else heading_rows(rows) or (0, 1)
    if not found or found > len(rows):
        return None
    texts = headings(rows, found - 1, rubrikrader)
    with connect() as con:
        columns = tuple(pictures(con, sheet, found, texts))
        above = rows[: max(0, found - rubrikrader)]
        karta = proposed(table_name(sheet, above, fil), columns, rubrikrader, titles(above, sheet, fil))
        place = {r: i for i, r in enumerate(texts)}
        karta = with_shares(con, sheet, found, karta, place)
        totals = total_labels(con, sheet, found, karta, place)
        counts = [place[k.rubrik] for k in karta.med_roll(("namnare", "antal", "taljare"))]
        sign = sign_of_thousands(con, sheet, found, counts)
    return Forslag(sheet.name, found, rubrikrader, columns, replace(karta, totaler=totals, tusental=sign))


def titles(above: Sequence[Sequence[str]], sheet: Sheet, fil: str) -> str:
    """What stands above the heading, and the names of sheet and file, in lower case."""
    return " ".join([*(c for row in above for c in row if c), sheet.name, fil]).lower()


def with_shares(
    con: duckdb.DuckDBPyConnection, sheet: Sheet, rad: int, karta: Karta, place: dict[str, int]
) -> Karta:
    """The mapping where shares that stand beside their counts belong to the same measure as those."""
    if karta.bred:
        return karta
    roles = {k.rubrik: k.roll for k in karta.med_roll(VARDEN)}
    found = parts_of_shares(con, sheet, rad, place, roles)
    roles = with_common_whole(roles, found)
    names = measure_names(roles, found)
    kolumner = [
        replace(k, roll=roles.get(k.rubrik, k.roll), matt=names.get(k.rubrik, "")) for k in karta.kolumner
    ]
    return replace(karta, kolumner=tuple(kolumner))


def total_labels(
    con: duckdb.DuckDBPyConnection, sheet: Sheet, rad: int, karta: Karta, place: dict[str, int]
) -> tuple[str, ...]:
    """The labels whose count is the sum of all others, in most periods: «Hela länet», «England»."""
    counts = [k.rubrik for k in karta.med_roll(("namnare", "antal", "taljare"))]
    if karta.bred:
        named = {k.rubrik for k in karta.kolumner}
        counts = [r for r in place if r not in named and wide_heading(r, karta.bred.dimension)]
    labels = karta.med_roll(("enhet", "kategori"))
    if not counts or not labels:
        return ()
    label = f'"{place[labels[0].rubrik]}"'
    others = [f'"{place[k.rubrik]}"' for k in karta.kolumner if k.roll in (*TIDER, *DIMENSIONER)]
    rest = ", ".join(o for o in others if o != label) or "1"
    value = clean.tal(f'"{place[counts[0]]}"')
    con.register("summor", sheet.table.slice(rad, MOST_ROWS))
    found = con.execute(
        f"""WITH rader AS (SELECT *, {label} AS etikett, {value} AS v FROM summor),
                 hela AS (SELECT etikett, v, sum(v) OVER alla AS hela, count(*) OVER alla AS n
                          FROM rader WHERE v IS NOT NULL WINDOW alla AS (PARTITION BY {rest}))
            SELECT etikett FROM hela WHERE n > 2 AND v > 0 GROUP BY etikett
            HAVING count(*) FILTER (abs(hela - 2 * v) < 0.5) > 0.5 * count(*)
                   AND NOT {clean.ar_totalrad("etikett")}"""
    ).fetchall()
    con.unregister("summor")
    return tuple(e for (e,) in found) if len(found) == 1 else ()


def proposed(name: str, columns: Sequence[Kolumnbild], rubrikrader: int, above: str = "") -> Karta:
    """The mapping that the columns speak for; it may lack a name or a measure, which the analyst gives.

    above: the texts that say what period the table is about where no column does.
    """
    wide = wide_dimension(columns)
    roles: dict[str, str] = {}
    for bild in columns:
        if wide and wide_heading(bild.rubrik, wide):
            continue
        role = role_of(bild)
        if role in roles.values() and role in DIMENSIONER and "kategori" not in roles.values():
            role = "kategori"
        if role and (role in VARDEN or role == KANSLIG or role not in roles.values()):
            roles[bild.rubrik] = role
    if not set(roles.values()) & DIMENSIONER.keys():
        names = [b.rubrik for b in columns if b.rubrik not in roles and b.fyllda and b.tal + b.datum == 0]
        roles |= dict.fromkeys(names[:1], "enhet")
    if wide:
        roles = {r: role for r, role in roles.items() if role not in VARDEN and role != wide}
    else:
        roles |= one_measure(columns, roles)
    slag = kind_of_period(columns, roles, wide, above)
    tider = [r for r in roles.values() if r in TIDER]
    if "period" in tider or wide == "period":
        roles = {h: r for h, r in roles.items() if r not in TIDER or (r == "period" and wide != "period")}
    down = {b.rubrik for b in columns if b.olika == b.fyllda < max(c.fyllda for c in columns)}
    kolumner = tuple(Koppling(h, r, fyll_ned=r in DIMENSIONER and h in down) for h, r in roles.items())
    return Karta(
        id=identifier(name),
        namn=name,
        kolumner=kolumner,
        rubrikrader=rubrikrader,
        periodslag=slag,
        period="" if {"period", "ar"} & set(tider) or wide == "period" else UR_FILEN,
        bred=Bred(wide, wide_values(columns, wide, name)) if wide else None,
        konstanter={},
    )


def role_of(bild: Kolumnbild) -> str | None:
    """What a column seems to be, by its words and then by its cells; None for what says nothing."""
    words = clean.rubrik(bild.rubrik)
    if bild.dold:
        return KANSLIG
    if not bild.fyllda or (bild.numeric and re.search(KOD, words)) or re.search(r"^huvudman\b", words):
        return None
    for role, pattern in ORD.items():
        if re.search(pattern, words) and (role in (*TIDER, KANSLIG, "kon") or not bild.numeric or bild.few):
            whole = role in DELAR and any(kind_of(e) for e in bild.exempel)
            return "period" if whole else role
    if bild.datum >= OFTEN:
        return "period"
    if bild.numeric:
        if bild.procent >= OFTEN:
            return "andel"
        if re.search(ANDEL, words):
            return "andel" if bild.hogst is not None and bild.hogst <= 1 else "procent"
        return "varde" if bild.procent or re.search(VARDE, words) else "antal"
    if sum(bool(kind_of(e)) for e in bild.exempel) == len(bild.exempel) > 0:
        return "period"
    return "enhet" if bild.olika < bild.fyllda or words.startswith("kolumn") else None


def one_measure(columns: Sequence[Kolumnbild], roles: dict[str, str]) -> dict[str, str]:
    """Täljare and nämnare among two counts, where words or sizes tell which is part of the other."""
    counts = [b for b in columns if roles.get(b.rubrik) == "antal"]
    part = [b for b in counts if re.search(TALJARE, clean.rubrik(b.rubrik))]
    whole = [b for b in counts if b not in part and re.search(NAMNARE, clean.rubrik(b.rubrik))]
    if not whole and len(counts) == 2 and len(part) == 1:
        whole = [b for b in counts if b not in part and (part[0].hogst or 0) <= (b.hogst or 0)]
    if len(part) == 1 and len(whole) == 1:
        return {part[0].rubrik: "taljare", whole[0].rubrik: "namnare"}
    return {}


def kind_of_period(
    columns: Sequence[Kolumnbild], roles: dict[str, str], wide: str | None, above: str = ""
) -> str:
    """The most common kind of period among the cells or headings that name one; month for dates."""
    by_role = {r: h for h, r in roles.items()}
    in_file = not ({"period", "ar"} & by_role.keys()) and wide != "period"
    if "läsår" in (above if in_file else clean.rubrik(by_role.get("period", ""))):
        return Periodslag.LASAR.value
    for part in DELAR:
        if part in (*by_role, wide):
            return part
    texts = [b.rubrik for b in columns] if wide == "period" else []
    texts += [e for b in columns if b.rubrik == by_role.get("period") for e in b.exempel]
    kinds = Counter(k for t in texts if not re.fullmatch(ISO_DAY, t) and (k := kind_of(t)))
    if kinds:
        return str(kinds.most_common(1)[0][0])
    if in_file and (span := find_period([above])):
        return str(next((s for s in MONTHS if containing(span[0], s) == span), Periodslag.KALENDERAR))
    return str(Periodslag.MANAD if "period" in (*by_role, wide) else Periodslag.KALENDERAR)


def identifier(name: str) -> str:
    """An id of a–z, 0–9 and _ from a name.

    >>> identifier("Akuten – per månad"), identifier("2023"), identifier("Nyckeltal")
    ('akuten_per_manad', 'tabell_2023', 'nyckeltal_egen')
    """
    plain = name.lower().translate(str.maketrans("åäöé", "aaoe"))
    found = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:50]
    if not found[:1].isalpha() or len(found) < 2:
        found = f"tabell_{found}".rstrip("_")
    return f"{found}_egen" if found in PROFILER else found
