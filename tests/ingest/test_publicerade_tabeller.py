"""Every published table of results can be typed into Excel as it stands, and gives the published figures.

The tables are drawn in publicerade_*.py; the figures are those of tests/facit.
"""

import csv
from functools import cache

import pytest

from kvalitet_metrics.ingest.read import Inlasning
from tests.conftest import ROT
from tests.ingest import publicerade_bromma, publicerade_jarva, publicerade_sydvast
from tests.ingest.filer import csv_text, las, rader, ritat
from tests.ingest.publicerad import BRUTNA, Publicerad, arbetsbok

TABELLER = (*publicerade_bromma.TABELLER, *publicerade_jarva.TABELLER, *publicerade_sydvast.TABELLER)
tabeller = pytest.mark.parametrize("tabell", TABELLER, ids=lambda t: f"{t.rapport}: {t.namn}"[:50])
EJ_I_TABELLEN = {
    "JAR-0034": "cellen är en mening: «Tre synpunkter av typen beröm …»",
    "SYD-0004": "antalet svarande står i löptexten",
    **{f"SYD-0{nr}": "«inga brister» står i kolumnen för påpekanden" for nr in range(135, 141)},
    **{f"BRO-0{nr}": "summan är en kontrollsumma för arbetsgrupperna" for nr in range(175, 178)},
}
"""Figures that are not numbers in the table's own cells."""

I_LOPTEXT = ("sammanhang", "från vem", "kategorisering", "positiv synpunkt", "synpunkt", "ivo")
NAMN_AR_ETIKETT = ("Tabell 2", "Tabell 6", "6.1.1.2 Brukarenkät, Nyckeltal/Indikator")
NAMN_AR_ETIKETT += ("6.1.3 Nationella jämförelser (KEKS)",)
SKRIVS_OM = {
    "ej angett/okänd": "ej angett",
    "utrustning – övrigt": "utrustning- övrigt",
    "annat: fördröjd remiss angående ställa i kö för insats": (
        "annat, ange vad: fördröjd remiss angående ställa i kö för insats."
    ),
}


@cache
def last(tabell: Publicerad) -> Inlasning:
    """The table as an Excel file, read by the product."""
    return las(arbetsbok(tabell.text), "tabell.xlsx")


def facit(tabell: Publicerad) -> list[dict[str, str]]:
    """The published figures of the table."""
    with (ROT / "tests" / "facit" / f"{tabell.rapport}_2023.csv").open(encoding="utf-8", newline="") as f:
        return [r for r in csv.DictReader(f) if r["table"] == tabell.namn]


def publicerade_etiketter(rad: dict[str, str]) -> set[str]:
    """The labels that tell where in the table a published figure stands."""
    if rad["table"] in NAMN_AR_ETIKETT:
        return {rad["name_sv"].lower()}
    if rad["table"].endswith("Brukarenkät"):
        return set()
    if rad["table"] == "Tabell 5":
        return {rad["grupp"].lower()}
    etiketter = {rad[k].lower() for k in ("kategori", "underkategori", "grupp", "enhet")} - {"", *I_LOPTEXT}
    return {SKRIVS_OM.get(e, e) for e in etiketter if "|" not in e}  # «a|b»: the report lost the column


def etiketter(rad: dict) -> set[str]:
    """The labels of a row that was read."""
    kolumner = ("kategori", "underkategori", "avsandare", "grupp", "enhet", "typ")
    return {str(rad[k]).lower() for k in kolumner if rad.get(k)}


def varden(rad: dict, matt: str) -> list[float | None]:
    """What a row that was read says in the published figure's own measure."""
    if matt in ("taljare", "namnare") and "samverkat" in rad:
        return [rad["samverkat"] if matt == "taljare" else rad["aktuella"]]
    return [rad.get("antal"), rad.get("matt")]


def finns(publicerad: dict[str, str], inlasning: Inlasning) -> bool:
    """True where a row has the figure with its labels, its period and its comparator."""
    skala = 100 if publicerad["unit"] == "%" else 1
    tal = round(float(publicerad["value"]) / skala, 6)
    vems = publicerad["comparator"] if publicerad["comparator"] != "foregaende" else ""
    if "totalt" in publicerade_etiketter(publicerad) and "antal" in rader(inlasning)[0]:
        return any(k.publicerat == tal for k in inlasning.kontroller)
    return any(
        tal in varden(rad, publicerad["measure"])
        and publicerade_etiketter(publicerad) <= etiketter(rad)
        and publicerad["period_start"] in (str(rad["period_start"]), "")
        and (rad.get("jamforelse") or "egen") == (vems or "egen")
        for rad in rader(inlasning)
    )


@tabeller
def test_tabellen_kanns_igen_och_laddas_som_den_star(tabell: Publicerad):
    inlasning = last(tabell)
    assert inlasning.faults == []
    assert inlasning.profil
    assert inlasning.profil.id == tabell.profil


@tabeller
def test_varje_publicerat_tal_i_tabellen_finns_med_sin_etikett_och_period(tabell: Publicerad):
    publicerade = [r for r in facit(tabell) if r["measure"] != "text"]
    if tabell.namn == "Tabell 5":
        publicerade = [r for r in publicerade if r["measure"] != "andel"]
    assert publicerade
    saknas = [r for r in publicerade if r["figure_id"] not in EJ_I_TABELLEN and not finns(r, last(tabell))]
    assert [(r["figure_id"], r["value"], *publicerade_etiketter(r)) for r in saknas] == []


def test_undantagen_nas_verkligen_inte():
    alla = {r["figure_id"]: (r, last(t)) for t in TABELLER for r in facit(t)}
    assert [i for i in EJ_I_TABELLEN if finns(*alla[i])] == []


@tabeller
def test_inget_tal_finns_som_inte_star_i_tabellen(tabell: Publicerad):
    skrivna = {cell for rad in ritat(tabell.text)["Blad1"] for cell in rad}
    i_cellerna = " ".join(skrivna).replace("(", " ").replace(")", " ").replace("/", " ").split()
    for rad in rader(last(tabell)):
        matt = rad.get("matt", rad.get("antal"))
        if matt is None:
            continue
        skrivet = matt * 100 if rad.get("matenhet") == "andel" else matt
        assert f"{skrivet:.0f}" in i_cellerna or (matt == 0 and "Inga" in i_cellerna)


def innehall(inlasning: Inlasning) -> list[str]:
    """What was read, apart from where in the file it stood."""
    plats = ("nyckel", "blad", "rad", "kolumn")
    return sorted(str({k: v for k, v in rad.items() if k not in plats}) for rad in rader(inlasning))


@tabeller
def test_samma_tabell_som_text_med_fler_titelrader_ger_samma_rader(tabell: Publicerad):
    inskriven = [[c.replace("-/", "").replace("/", " ") if c in BRUTNA else c for c in rad]
                 for rad in ritat(tabell.text)["Blad1"]]  # fmt: skip
    bredd = max(map(len, inskriven))
    ovanfor = [["Kvalitetsavdelningen"], ["Uttagsdatum 2024-02-03"]]
    text = csv_text([rad + [""] * (bredd - len(rad)) for rad in ovanfor + inskriven])
    assert innehall(las(text.encode("cp1252"), "tabell.csv")) == innehall(last(tabell))


def varnade(tabell: str) -> list[str]:
    """The warnings about totals that do not agree, as place and numbers."""
    [hittad] = [t for t in TABELLER if t.namn == tabell]
    return [
        w.split(", ", 1)[1].replace("\u00a0", " ")
        for w in last(hittad).warnings
        if w.startswith("Kontrollsumman")
    ]


def test_rapporter_som_sager_emot_sig_sjalva_laddas_med_varning():
    assert varnade("Tabell 8") == [
        "C9 (2021) anger 219, men raderna ger 216.",
        "D9 (2022) anger 1 342, men raderna ger 1 338.",
    ]
    assert "F16 (Ekonomiskt bistånd, inom parentes) anger 0, men raderna ger 2." in varnade("Tabell 7")


@pytest.mark.parametrize("tabell", ["Tabell 10", "Tabell 11", "Tabell 6", "Tabell 9"])
def test_tabeller_som_stammer_varnar_inte(tabell: str):
    assert varnade(tabell) == []
