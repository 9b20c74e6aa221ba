"""A review form: one row per drawn case, one column per question, read back as a review when filled in."""

import re
from collections.abc import Iterable

from kvalitet_metrics import text
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.privacy import in_text
from kvalitet_metrics.ingest.profile import Granskning
from kvalitet_metrics.ingest.profiles.granskning import PROFIL
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.stickprov.arenden import SAKNAS
from kvalitet_metrics.stickprov.dragning import Stickprov
from kvalitet_metrics.stickprov.ord import av
from kvalitet_metrics.workbook import Blad, Cell, write_workbook

SVAR = ("Ja", "Nej", "Delvis", "Ej tillämpligt")
LOPNUMMER = "Granskat ärende"
PLATS = {"fil": "Fil", "blad": "Blad", "rad": "Rad"}
LAST_SOM = {"kon": "kon_kod", "malgrupp": "malgrupp_skriven"}
"""Columns that the reader takes from another of its own."""
BARN = {"flickor": "Barn", "pojkar": "Barn", "kvinnor": "Vuxna", "män": "Vuxna"}


def granskningsbok(prov: Stickprov, fragor: Iterable[str]) -> bytes:
    """The form as a workbook: sheets «Granskning», «Så gör du» and, with groups, «Grupper».

    fragor: what is asked of each case, one text each. Raises UsageError where there is none.
    """
    asked = questions(fragor)
    columns = {k: heading(k) for k in prov.by}
    if "kon" in columns:
        columns.setdefault("malgrupp", heading("malgrupp"))
    forvaltningar = {a["forvaltning"] for a in prov.arenden} - {None}
    if len(forvaltningar) > 1:
        columns.setdefault("forvaltning", heading("forvaltning"))
    ours = () if "forvaltning" in columns else forvaltningar
    headings = [LOPNUMMER, *PLATS.values(), *columns.values(), *asked]
    first = len(headings) - len(asked)
    rows: list[list[Cell]] = [
        [a["nr"], *(a[k] for k in PLATS), *(cell(a, k) for k in columns), *[None] * len(asked)]
        for a in prov.arenden
    ]
    over = [
        "Period: {} – {}".format(*prov.period),
        f"Granskning: {prov.namn}",
        *(f"{NEDBRYTNINGAR['forvaltning']}: {f}" for f in ours),
        f"Urval: {av(prov.antal, prov.av)}",
        f"Svar: {', '.join(SVAR)}. En tom cell räknas som bortfall.",
        "",
    ]
    form = Blad(
        "Granskning",
        headings,
        rows,
        ovanfor=[line.replace(text.NBSP, " ") for line in over],
        val=dict.fromkeys(range(first, len(headings)), SVAR),
    )
    return write_workbook([form, Blad("Så gör du", (), instructions(prov)), *group_sheet(prov)])


def questions(fragor: Iterable[str]) -> list[str]:
    """The questions in the form that the reader knows a question by, each once."""
    asked: dict[str, str] = {}
    for fraga in filter(None, (" ".join(f.split()).rstrip(".:") for f in fragor)):
        known = isinstance(PROFIL, Granskning) and re.fullmatch(PROFIL.fragor, clean.rubrik(fraga))
        written = fraga if known else f"{fraga}?"
        if in_text(written):
            raise UsageError("En fråga innehåller ett personnummer. Skriv frågan utan uppgifter om enskilda.")
        asked.setdefault(clean.rubrik(written), written)
    if not asked:
        raise UsageError("Skriv minst en fråga, så får formuläret en kolumn att svara i.")
    return list(asked.values())


def heading(column: str) -> str:
    """The heading that the reader knows a column by; else the word for it, which is left unread."""
    known = PROFIL.kolumner.get(LAST_SOM.get(column, column))
    return known.rubriker[0] if known else NEDBRYTNINGAR[column]


def cell(arende: dict[str, Cell], column: str) -> Cell:
    """What stands under a heading for a case; nothing where it is not known."""
    if column == "malgrupp" and arende.get("kon") in BARN:
        return BARN[str(arende["kon"])]
    value = arende.get(column)
    return None if value == SAKNAS and column != "kon" else value


def instructions(prov: Stickprov) -> list[tuple[str, Cell]]:
    """How the form is used, and how the sample was drawn."""
    return [
        ("Hitta ärendet", "Ärendenummer sparas inte. Öppna filen i kolumnen Fil, gå till bladet och raden."),
        ("Löpnumret", f"{prov.kod} och ett nummer. Ändra det inte: svaren känns igen på det."),
        ("Svara", f"Välj i listan: {', '.join(SVAR)}. Delvis räknas inte som ja."),
        ("Gick inte att bedöma", "Lämna cellen tom: den räknas som bortfall. Ta inte bort raden."),
        ("Skriv inte", "Inga namn, personnummer eller omdömen om enskilda någonstans i filen."),
        ("Period", "Svaren räknas till perioden överst på bladet. Ändra raden om de hör till en annan."),
        (
            "När allt är ifyllt",
            "Läs in filen på sidan Ladda upp. Samma fil kan läsas in igen efter rättelser.",
        ),
        ("", None),
        ("Granskning", prov.namn),
        ("Ärenden", f"{prov.vilka}, {prov.fran} – {prov.till}"),
        ("Urval", av(prov.antal, prov.av)),
        *(("Att veta", mening) for mening in prov.meningar),
        ("Delat på", text.lista(NEDBRYTNINGAR[k].lower() for k in prov.by) or "ingen uppdelning"),
        ("Frö", prov.fro),
        ("Draget", prov.dragen),
        ("Uppgifternas version", prov.databas),
        ("Dra om", "Samma frö, antal och uppdelning ger samma ärenden så länge uppgifterna är desamma."),
    ]


def group_sheet(prov: Stickprov) -> list[Blad]:
    """How many each group has and how many were drawn from it; no sheet without groups."""
    if not prov.by:
        return []
    rows: list[list[Cell]] = [
        [*(s[k] for k in prov.by), *(["dold"] * 2 if s["dold"] else [s["arenden"], s["dragna"]])]
        for s in prov.strata
    ]
    return [
        Blad("Grupper", [*(f"Delat på {NEDBRYTNINGAR[k].lower()}" for k in prov.by), "Finns", "Dras"], rows)
    ]
