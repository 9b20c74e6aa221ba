"""Step 2: which profile a file belongs to. Exactly one may fit; none and two are errors that name names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatch

import pyarrow as pa

from kvalitet_metrics.errors import menade_du
from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.headings import Huvud, possible, single
from kvalitet_metrics.ingest.open import Sheet
from kvalitet_metrics.ingest.profile import Enkat, ExportProfil, Kanslig, Kolumn, Korstabell, Mattabell, Pivot
from kvalitet_metrics.model import Fault
from kvalitet_metrics.text import lista

ROWS_TO_SEARCH = 50
MAX_COLUMNS = 1_024
SAID_IN_PAIRS = ("förvaltning", "avdelning", "enhet", "grupp", "period")
"""What a title row says in two cells, the name and the value, also without a colon."""


@dataclass(frozen=True)
class Traff:
    """A heading row that fits a profile: where it stands and which column is which."""

    profil: ExportProfil
    blad: Sheet
    rad: int
    kolumner: dict[str, int]
    rubriker: tuple[str, ...]
    titel: tuple[str, ...]
    dolda: tuple[str, ...] = ()
    """Names of hidden sheets that look the same and are not read."""
    ovriga: tuple[str, ...] = ()
    """Names of visible sheets with content that are not read."""

    def ort(self, rad: int, kolumn: str) -> str:
        """The address of a column's cell in a row, or of its heading where the column is unknown."""
        return self.blad.address(rad, self.kolumner.get(kolumn, 0))

    def skriven_rubrik(self, kolumn: str) -> str:
        """The heading as it stands in the file; the first expected one where it is missing."""
        if kolumn in self.kolumner:
            return self.rubriker[self.kolumner[kolumn]]
        kolumner = self.profil.kolumner
        return kolumner[kolumn].rubriker[0] if kolumn in kolumner else kolumn

    @property
    def olasta(self) -> tuple[str, ...]:
        """Headings in the file that the profile does not use."""
        anvanda = set(self.kolumner.values())
        return tuple(r for i, r in enumerate(self.rubriker) if r and i not in anvanda)

    @property
    def kansliga(self) -> tuple[str, ...]:
        """Headings of columns that may tell who somebody is: they are known, and never read."""
        kolumner = self.profil.kolumner
        return tuple(
            self.rubriker[i] for n, i in self.kolumner.items() if isinstance(kolumner.get(n), Kanslig)
        )


def first_rows(sheet: Sheet, rows: int = ROWS_TO_SEARCH) -> list[list[str]]:
    """The first rows of a sheet as lists of texts, blank as the empty string."""
    head: pa.Table = sheet.table.slice(0, rows)
    columns = ([c or "" for c in column.to_pylist()] for column in head.columns)
    return [list(row) for row in zip(*columns, strict=True)]


def best_row(sheet: Sheet, heads: list[Huvud], profil: ExportProfil) -> Traff | None:
    """The first heading of the sheet that holds most of the profile's required columns, if any.

    The lower row of a heading that is merged down counts before the upper one; a heading in one row or
    in merged cells before a guess, unless its columns cannot be told apart.
    """
    if profil.bladnamn and not fnmatch(sheet.name.lower(), profil.bladnamn.lower()):
        return None
    if type(profil).rubriker is not ExportProfil.rubriker:
        rows = first_rows(sheet)
        above = getattr(profil, "rubrikrader", 1) - 1
        heads = [
            replace(single(profil.rubriker(rows, i), i), forsta=max(0, i - above)) for i in range(len(rows))
        ]
    others = {clean.rubrik(r) for r in profil.utom}
    best: Huvud | None = None
    fitted = profil
    most = (0, 0)
    for head in heads:
        own = profil.anpassad(head.rubriker)
        one_row = isinstance(profil, Korstabell | Enkat | Pivot) and not isinstance(profil, Mattabell)
        if one_row and head.forsta < head.rad:
            continue
        places = {head.position(k) for k in own.kravda.values()} - {None}
        score = len(places), -len(head.dubbla & places)
        lower = best is not None and head.forsta <= best.rad < head.rad and score == most
        fits = fits_shape(head.rubriker, profil) and not others & head.plats.keys()
        if score[0] and (score > most or lower) and fits:
            best, most, fitted = head, score, own
    return hit(sheet, best, fitted) if best else None


def hit(sheet: Sheet, head: Huvud, profil: ExportProfil) -> Traff:
    """The heading as a hit, with the texts that stand above it."""
    above = first_rows(sheet, head.forsta)
    titel = tuple(text for row in above for text in title_texts(row))
    return Traff(profil, sheet, head.rad + 1, head.kolumner(profil), head.rubriker, titel)


def title_texts(row: list[str]) -> list[str]:
    """The texts of a row above the heading; a cell that ends with a colon belongs to the one after it.

    >>> title_texts(["Enhet:", "", "Norr", "2023"])
    ['Enhet: Norr', '2023']
    >>> title_texts(["Avdelning", "Social omsorg"])
    ['Avdelning: Social omsorg']
    """
    texts: list[str] = []
    cells = [c.strip() for c in row if c.strip()]
    if len(cells) == 2 and cells[0].lower() in SAID_IN_PAIRS:
        cells[0] += ":"
    for cell in cells:
        if texts and texts[-1].endswith(":"):
            texts[-1] += f" {cell}"
        else:
            texts.append(cell)
    return texts


def fits_shape(row: Iterable[str], profil: ExportProfil) -> bool:
    """A cross table must also have a heading for its values, such as 2023, and a review its questions."""
    names = ("kannetecken", "vardekolumner", "fragor")
    pattern = next((p for n in names if (p := getattr(profil, n, None))), None)
    return not pattern or any(re.fullmatch(pattern, clean.rubrik(cell)) for cell in row)


def recognise(sheets: Iterable[Sheet], profiler: Iterable[ExportProfil]) -> tuple[list[Traff], list[Fault]]:
    """The heading rows of the one profile that fits, on every visible sheet where it fits, or the fault.

    Returns (hits, []) or ([], faults).
    """
    sheets, profiler = list(sheets), list(profiler)
    for sheet in sheets:
        if sheet.visible and sheet.width > MAX_COLUMNS:
            text = f"Bladet har {sheet.width} kolumner; en export har högst {MAX_COLUMNS}."
            tips = "Kontrollera att det är rätt blad och ta bort tomma kolumner."
            return [], [Fault(text, tips, sheet.name)]
    traffar, nara = hits((s for s in sheets if s.visible), profiler)
    dolda, _ = hits((s for s in sheets if not s.visible and s.kind == "blad"), profiler)
    if own := {i: t for i, t in traffar.items() if t[0].profil.kartlagd}:
        traffar = own
    traffar = {i: t for i, t in traffar.items() if not any(covers(o, t) for o in traffar.values())}
    if len(traffar) > 1:
        namn = " och ".join(f"«{t[0].profil.namn}»" for t in traffar.values())
        text = f"Filen passar flera slags exporter: {namn}."
        tips = "Välj själv vilken den är. Har den blad av flera slag läses den in en gång för varje slag."
        return [], [Fault(text, tips)]
    if not traffar:
        hidden = [t for found in dolda.values() for t in found]
        return [], [only_hidden(hidden) if hidden else unknown(nara, sheets)]
    [found] = traffar.values()
    if faults := left_out(found, nara):
        return [], faults
    alike = tuple(t.blad.name for t in dolda.get(found[0].profil.id, []))
    read = {t.blad.name for t in found} | {getattr(found[0].profil, "kodblad", "")}
    unread = tuple(s.name for s in sheets if s.visible and s.table.num_rows and s.name not in read)
    return [replace(t, dolda=alike, ovriga=unread) for t in found], []


def hits(sheets: Iterable[Sheet], profiler: list[ExportProfil]) -> tuple[dict[str, list[Traff]], list[Traff]]:
    """Per profile the sheets that fit it, and the sheets that almost fit one."""
    traffar: dict[str, list[Traff]] = {}
    nara: list[Traff] = []
    known = {form for p in profiler for k in p.kolumner.values() for form in k.former}
    for sheet in sheets:
        heads = list(possible(sheet, first_rows(sheet), known))
        named = {form for head in heads for form in head.former}
        for profil in profiler:
            traff = best_row(sheet, heads, profil) if may_fit(profil, named) else None
            if traff and not says_what(traff):
                continue
            if traff and traff.profil.kravda.keys() <= traff.kolumner.keys():
                traffar.setdefault(profil.id, []).append(traff)
            elif traff:
                nara.append(traff)
    return traffar, nara


def says_what(traff: Traff) -> bool:
    """True where the sheet says what its table is about, if the heading over the labels alone may not."""
    profil = traff.profil
    if (
        not isinstance(profil, Korstabell)
        or profil.reserv
        or not profil.handlar_om
        or "etikett" not in traff.kolumner
    ):
        return True
    label = traff.kolumner["etikett"]
    cells = (row[label] for row in first_rows(traff.blad))
    return any(re.search(profil.handlar_om, t.lower()) for t in (*cells, *traff.titel, traff.blad.name))


def may_fit(profil: ExportProfil, named: set[str]) -> bool:
    """False where nothing that the profile demands stands on the sheet; it need not be looked at further."""
    own = type(profil)
    if own.rubriker is not ExportProfil.rubriker or own.anpassad is not ExportProfil.anpassad:
        return True
    return any(not named.isdisjoint(k.former) for k in profil.kravda.values())


def covers(other: list[Traff], found: list[Traff]) -> bool:
    """True where another profile demands the same headings on the same sheets, and more of them."""
    demanded = {(t.blad.name, t.rad): {t.kolumner[n] for n in t.profil.kravda} for t in other}
    return all(
        {t.kolumner[n] for n in t.profil.kravda} < demanded.get((t.blad.name, t.rad), set()) for t in found
    )


def only_hidden(hidden: list[Traff]) -> Fault:
    """The fault for a file whose only sheets that are recognised are hidden."""
    namn = lista(sorted({f"«{t.blad.name}»" for t in hidden}))
    text = f"Det enda som känns igen står på dolt blad: {namn}. Dolda blad läses inte."
    return Fault(text, "Högerklicka på en bladflik i Excel, välj «Ta fram» och spara filen.")


def left_out(found: list[Traff], nara: list[Traff]) -> list[Fault]:
    """Faults for sheets of the same export that would not be read: a month must not go missing."""
    profil = found[0].profil
    if len(found) > 1 and not getattr(profil, "per_blad", False):
        namn = ", ".join(f"«{t.blad.name}»" for t in found)
        text = f"Flera blad har samma rubriker: {namn}. Bara ett kan läsas per fil."
        return [Fault(text, "Spara bladen i var sin fil, eller ta bort dem som inte ska räknas.")]
    alike = [t for t in nara if t.profil.id == profil.id and 2 * len(t.kolumner) >= len(found[0].kolumner)]
    return [
        Fault(
            f"Bladet liknar «{found[0].blad.name}» men {lacking(t)}.",
            f"{guess(t)}Rätta rubriken så att bladet också läses, eller ta bort bladet.",
            t.blad.name,
            t.ort(t.rad, ""),
        )
        for t in alike
    ]


def lacking(traff: Traff) -> str:
    """«rubriken «A» saknas», or for several «rubrikerna «A» och «B» saknas»."""
    saknas = [f"«{k.rubriker[0]}»" for n, k in traff.profil.kravda.items() if n not in traff.kolumner]
    return f"{'rubriken' if len(saknas) == 1 else 'rubrikerna'} {lista(saknas)} saknas"


def guess(traff: Traff) -> str:
    """For each lacking heading the unread one that is most like it, as questions; or nothing."""
    saknas = [k for n, k in traff.profil.kravda.items() if n not in traff.kolumner]
    found = {k.rubriker[0]: nearest(k, traff.olasta) for k in saknas}
    return "".join(f"I filen står «{g}»: menas «{r}»? " for r, g in found.items() if g)


def nearest(kolumn: Kolumn, olasta: tuple[str, ...]) -> str | None:
    """The unread heading that is most like one of those that the column has had."""
    near = (menade_du(rubrik, olasta) for rubrik in kolumn.rubriker)
    return next((n for n in near if n), None)


BESKRIV = "Är det en annan sorts fil: beskriv den en gång på sidan Ladda upp, så känns den igen sedan."


RATTA_KARTAN = (
    "Rätta rubriken i filen eller i kartläggningen. Heter kolumnen olika i olika filer: skriv den andra "
    "rubriken där som «andra_rubriker» och spara den på nytt (profiles import --replace)."
)


def unused(traff: Traff) -> str:
    """The headings of the file that are not used, for one who has named another."""
    names = ", ".join(f"«{r}»" for r in traff.olasta[:10])
    return f"Rubriker i filen som inte används: {names}. " if names else ""


def unknown(nara: list[Traff], sheets: list[Sheet]) -> Fault:
    """The fault for a file that no profile knows: the nearest profile and what it lacks."""
    if not nara:
        text = "Ingen rubrikrad känns igen bland de första 50 raderna på något synligt blad."
        tips = f"{BESKRIV} Där står också vilka exporter som känns igen och vilka rubriker de har."
        return Fault(text, tips, sheets[0].name if sheets else None)
    narmast = max(nara, key=nearness)
    text = f"Filen känns inte igen. Närmast är «{narmast.profil.namn}», men {lacking(narmast)}."
    tips = f"{guess(narmast)}Exportera på nytt med alla kolumner, eller rätta rubriken. {BESKRIV}"
    if narmast.profil.kartlagd:
        tips = f"{guess(narmast) or unused(narmast)}{RATTA_KARTAN}"
    return Fault(text, tips, narmast.blad.name, narmast.ort(narmast.rad, ""))


def nearness(traff: Traff) -> tuple[int, int, float]:
    """How near a sheet is to a profile: headings that are explained, or misspelt; then what is lacking."""
    lacking_columns = len(traff.profil.kravda.keys() - traff.kolumner.keys())
    explained = len(traff.kolumner) + (1 if guess(traff) else 0)
    return explained, -lacking_columns, len(traff.kolumner) / len(traff.profil.kolumner)


def sheet_facts(titel: Iterable[str]) -> dict[str, str]:
    """What the rows above a heading say as «Namn: värde», with the name in lower case.

    >>> sheet_facts(["Enhet: Enheten för vuxna", "Statistik"])
    {'enhet': 'Enheten för vuxna'}
    """
    pairs = (re.fullmatch(r"([\wÅÄÖåäö ]{2,30}?)\s*:\s*(.+)", t.strip(), re.S) for t in titel)
    return {p[1].strip().lower(): p[2].strip() for p in pairs if p}
