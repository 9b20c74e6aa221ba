"""The six steps of reading a file, in order: open, recognise, clean and type, protect, judge, label.

Nothing here touches the disk. The result holds either the rows of one or more record tables, ready
to be saved, or all faults of the file at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from kvalitet_metrics.engine import connect
from kvalitet_metrics.errors import FileRefused, UsageError, menade_du_fras
from kvalitet_metrics.ingest import privacy
from kvalitet_metrics.ingest.crosstab import period_of, read_crosstab
from kvalitet_metrics.ingest.finish import finish_rows, snapshot, span, stated_period
from kvalitet_metrics.ingest.judge import notes, unknown_labels
from kvalitet_metrics.ingest.keys import Names, with_keys
from kvalitet_metrics.ingest.open import Sheet, open_file
from kvalitet_metrics.ingest.own_profile import EgenTabell
from kvalitet_metrics.ingest.own_table import read_own
from kvalitet_metrics.ingest.pivot import read_pivot
from kvalitet_metrics.ingest.profile import Enkat, ExportProfil, Kanslig, Korstabell, Lista, Mattabell, Pivot
from kvalitet_metrics.ingest.profiles import PROFILER
from kvalitet_metrics.ingest.published import recognise_any
from kvalitet_metrics.ingest.recognise import Traff
from kvalitet_metrics.ingest.response import response_rate
from kvalitet_metrics.ingest.shapes import Forteckning, read_list
from kvalitet_metrics.ingest.survey import Kodbok, read_codebook, read_survey
from kvalitet_metrics.model import Fault, FileContext, Kontrollsumma, OkandEtikett
from kvalitet_metrics.text import antal

NEW_NAME = "Ge det ett namn utan nummer och försök igen. Numret visas inte här och har inte sparats."


@dataclass
class Inlasning:
    """The outcome of reading one file. `tabeller` is empty where there are faults that stop it."""

    filnamn: str
    profil: ExportProfil | None = None
    tabeller: dict[str, pa.Table] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    kontroller: list[Kontrollsumma] = field(default_factory=list)
    okanda: list[OkandEtikett] = field(default_factory=list)
    rows_read: int = 0
    rows_loaded: int = 0
    rows_skipped: int = 0
    period: tuple[date, date] | None = None
    recognised: str = ""
    traffar: list[Traff] = field(default_factory=list, repr=False)
    felrader: dict[str, set[int]] = field(default_factory=dict, repr=False)
    """Per sheet that was read, the rows that have a fault; more than `faults` lists where they are many."""

    @property
    def refused(self) -> bool:
        """True where nothing of the file may be saved."""
        return not self.tabeller


def choose_profiles(name: str | None, mapped: Iterable[ExportProfil]) -> list[ExportProfil]:
    """All profiles, or the named one. Raises UsageError for a name that does not exist."""
    known = PROFILER | {p.id: p for p in mapped}
    if name is None:
        return list(known.values())
    if name not in known:
        raise UsageError(f"Profilen «{name}» finns inte.{menade_du_fras(name, known)}")
    return [known[name]]


def read_file(
    name: str,
    data: bytes,
    *,
    key: bytes,
    profile: str | None = None,
    context: FileContext = FileContext(),
    known: dict[str, list[str]] | None = None,
    skip_faulty_rows: bool = False,
    mapped: Iterable[ExportProfil] = (),
    names: Names | None = None,
) -> Inlasning:
    """Read one file.

    key: the workspace's secret, for keyed hashes of case numbers. known: labels per column seen in
    earlier loads. mapped: profiles that an analyst has made, besides those built in. names: the units
    that have several, so that a record has the same key under each of them.
    skip_faulty_rows: load the rows without faults instead of refusing the file.
    Raises UsageError for an unknown profile; everything that is wrong with the file is in `faults`.
    """
    ut = Inlasning(Path(name).name)
    profiler = choose_profiles(profile, mapped)
    if privacy.in_text(ut.filnamn):
        ut.filnamn = f"(dolt filnamn){Path(name).suffix}"
        ut.faults.append(Fault("Filens namn innehåller ett personnummer eller samordningsnummer.", NEW_NAME))
        return ut
    try:
        sheets = open_file(name, data)
    except FileRefused as reason:
        ut.faults.append(Fault(str(reason)))
        return ut
    named = [i for i, sheet in enumerate(sheets, start=1) if privacy.in_text(sheet.name)]
    ut.faults += [Fault(f"Namnet på blad nummer {i} innehåller ett personnummer.", NEW_NAME) for i in named]
    if ut.faults:
        return ut
    with connect() as con:
        traffar, ut.faults = recognise_any(sheets, profiler)
        ut.traffar = traffar
        if traffar:
            ut.profil = traffar[0].profil
            ut.recognised = why(traffar)
        heads = [replace(t.blad, table=t.blad.table.slice(0, t.rad)) for t in traffar]
        persons = privacy.scan(con, sheets, dropped_columns(traffar)) + privacy.scan(con, heads, {})
        ut.faults += dict.fromkeys(persons)
        if ut.faults:
            return ut
        read_hits(con, ut, sheets, traffar, context, key, names or {}, skip_faulty_rows)
        if ut.profil and not ut.refused:
            ut.okanda = unknown_labels(ut.profil, ut.tabeller, known or {})
    return ut


def why(traffar: list[Traff]) -> str:
    """The sentence that tells why the file was taken for what it is."""
    traff = traffar[0]
    skrivna = filter(None, map(traff.skriven_rubrik, traff.profil.kravda))
    rubriker = ", ".join(f"«{r}»" for r in skrivna) or "i flera rader, den nedersta"
    blad = ", ".join(f"«{t.blad.name}»" for t in traffar)
    namn = f"{traff.profil.namn} ({traff.profil.kallsystem})"
    return f"{namn}: rubrikerna {rubriker} på rad {traff.rad} i bladet {blad}."


def dropped_columns(traffar: list[Traff]) -> dict[str, set[int]]:
    """Per sheet, the columns that are known to hold identity numbers, names or free text."""
    return {
        t.blad.name: {place for n, place in t.kolumner.items() if isinstance(t.profil.kolumner[n], Kanslig)}
        for t in traffar
    }


def read_hits(
    con: duckdb.DuckDBPyConnection,
    ut: Inlasning,
    sheets: list[Sheet],
    traffar: list[Traff],
    context: FileContext,
    key: bytes,
    names: Names,
    skip_faulty_rows: bool,
) -> None:
    """Steps 3–5 for every sheet that fits; fills `ut`."""
    profil = traffar[0].profil
    bok = read_codebook(sheets, profil) if isinstance(profil, Enkat) else None
    if isinstance(profil, Enkat) and bok is None:
        text = f"Bladet «{profil.kodblad}», som förklarar svarens koder, saknas."
        ut.faults.append(Fault(text, "Exportera enkäten på nytt med variabelbeskrivning."))
        return
    if not (isinstance(profil, Lista | Korstabell) and profil.per_blad):
        traffar = traffar[:1]
    parts, perioder, faulty = [], [], 0
    for traff in traffar:
        period = period_of(traff, ut.filnamn, context.period)
        con.execute("DROP TABLE IF EXISTS typad")
        lista = read_shape(con, traff, bok, period)
        ut.rows_read += lista.rows_read
        ut.warnings += lista.warnings
        ut.kontroller += lista.kontroller
        ut.felrader[traff.blad.name] = lista.faulty_rows
        if not table_exists(con):
            ut.faults += lista.faults
            continue
        parts.append(finish_rows(con, traff, bok, context, ut.filnamn, lista))
        ut.faults += lista.faults
        faulty += len(lista.faulty_rows)
        known = [stated_period(traff, bok), span(parts[-1], profil), snapshot(traff)]
        if isinstance(profil, EgenTabell):
            known = known[1:]  # a title may name but one of the periods of the rows
        perioder += [p for p in known if p][:1]
    if ut.faults and not skip_faulty_rows:
        return
    if not parts or not sum(p.num_rows for p in parts):
        if not ut.faults:
            text = "Rubrikraden finns, men inga rader under den."
            ut.faults.append(Fault(text, "Kontrollera urvalet i exporten.", traffar[0].blad.name))
        return
    rows = pa.concat_tables(parts, promote_options="default")
    if isinstance(profil, Korstabell) and (faults := same_on_two_sheets(con, rows, profil)):
        ut.faults += faults
        return
    table = with_keys(con, rows, profil, key, names)
    if repeated := rows.num_rows - table.num_rows:
        rader = antal(repeated, "rad är en exakt upprepning", "rader är exakta upprepningar")
        ut.warnings.append(f"{rader} av ett ärende och räknas inte en gång till.")
    if isinstance(profil, Lista) and profil.en_rad_per_nummer:
        ut.warnings += shared_numbers(table)
    ut.tabeller = {profil.tabell: table}
    if bok:
        rate, warnings = response_rate(con, rows, bok.fakta.items(), key, names)
        ut.tabeller |= rate
        ut.warnings += warnings
    ut.rows_loaded = ut.rows_read - faulty
    ut.rows_skipped = faulty
    ut.period = (min(p[0] for p in perioder), max(p[1] for p in perioder)) if perioder else None
    ut.warnings += notes(traffar, ut.kontroller, faulty)


def shared_numbers(table: pa.Table) -> list[str]:
    """The warning about rows that share number and day with another row and are counted each for itself."""
    further = [
        row for row in table.select(["nyckel", "blad", "rad"]).to_pylist() if row["nyckel"][-2:] != "#1"
    ]
    if not further:
        return []
    places = ", ".join(f"«{row['blad']}» rad {row['rad']}" for row in further[:8])
    rader = antal(len(further), "rad har", "rader har")
    return [
        f"{rader} samma nummer och datum som en annan rad men skiljer sig från den: {places}. Varje rad "
        "räknas för sig. Är det samma rapport: skriv den på en rad, de andra enheterna under «Gemensam med»."
    ]


def same_on_two_sheets(con: duckdb.DuckDBPyConnection, rows: pa.Table, profil: Korstabell) -> list[Fault]:
    """A fault where the sheets have values for the same thing and do not say what tells them apart."""
    if isinstance(profil, Mattabell | EgenTabell) or len(rows["blad"].unique()) < 2:
        return []
    con.register("pa_bladen", rows)
    keys = ", ".join(f'"{n}"' for n in ("forvaltning", *profil.nyckel))
    found = con.execute(
        f"""SELECT min(blad), max(blad) FROM pa_bladen WHERE antal IS NOT NULL
            GROUP BY {keys} HAVING count(DISTINCT blad) > 1 ORDER BY ALL LIMIT 1"""
    ).fetchall()
    con.unregister("pa_bladen")
    text = "Bladen «{}» och «{}» har värden för samma sak, och det framgår inte vad som skiljer dem åt."
    tips = "Skriv ovanför varje tabell vad den gäller, till exempel «Avdelning: …», eller ta bort ett av dem."
    return [Fault(text.format(*names), tips, names[1]) for names in found]


def read_shape(
    con: duckdb.DuckDBPyConnection, traff: Traff, bok: Kodbok | None, period: tuple[date, date] | None
) -> Forteckning:
    """`typad` by the shape of the profile."""
    if isinstance(traff.profil, EgenTabell):
        return read_own(con, traff, period)
    if isinstance(traff.profil, Korstabell):
        return read_crosstab(con, traff, period)
    if bok is not None:
        return read_survey(con, traff, bok)
    if isinstance(traff.profil, Pivot):
        return read_pivot(con, traff)
    return read_list(con, traff)


def table_exists(con: duckdb.DuckDBPyConnection) -> bool:
    """True where the shape could be read into `typad`."""
    return bool(con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'typad'").fetchall())
