"""The rules of the house, as tests: who may import whom, how long a page is, what never lies in the tree."""

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from personnummer.personnummer import Personnummer, PersonnummerException

from kvalitet_metrics.cli import app
from kvalitet_metrics.ui.menu import sidor
from tests.ingest.testnummer import ALLA

ROT = Path(__file__).resolve().parent.parent
PAKET = ROT / "kvalitet_metrics"
MODULER = sorted(PAKET.rglob("*.py"))
SIDOR = sorted((ROT / "pages").glob("*.py"))

# A module may import from layers with a lower number, and from its own. A new folder fails until someone
# has decided where it belongs.
LAGER = {
    "errors": 0,
    "engine": 0,
    "markup": 0,
    "workbook": 0,
    "model": 0,
    "text": 0,
    "example": 1,
    "ingest": 1,
    "store": 2,
    "indicators": 3,
    "stats": 4,
    "analysis": 5,
    "rapportering": 5,
    "disclosure": 5,
    "reconcile": 5,
    "stickprov": 6,
    "figures": 7,
    "bedomda": 8,
    "workspace": 9,
    "charts": 10,
    "reports": 10,
    "ui": 11,
    "cli": 11,
    "__main__": 12,
    "__init__": 12,
}
# These know numbers and words only, so that they can be checked against books and reused anywhere.
BARA_BOTTEN = {"stats", "charts", "example"}

# Published test numbers, as the tax agency gives them.
PUBLICERADE_TESTNUMMER = {nummer[-10:] for nummer in ALLA}
NUMMERLIKT = re.compile(r"(?<![\d.,-])(?:19|20)?\d{6}[-+]?\d{4}(?![\d-])")


def lager(modul: Path) -> str:
    """The part of the package that a file belongs to: ingest, text, cli."""
    return modul.relative_to(PAKET).parts[0].removesuffix(".py")


def importer(modul: Path) -> list[str]:
    """Full dotted names of all that a file imports, relative imports resolved."""
    namn = []
    for nod in ast.walk(ast.parse(modul.read_text(encoding="utf-8"))):
        if isinstance(nod, ast.Import):
            namn += [alias.name for alias in nod.names]
        elif isinstance(nod, ast.ImportFrom):
            har = modul.relative_to(ROT).parent.parts
            bas = list(har[: len(har) - nod.level + 1]) if nod.level else []
            bas += [nod.module] if nod.module else []
            namn += [".".join([*bas, alias.name]) for alias in nod.names]
    return namn


def sparade_filer() -> list[Path]:
    """Every file that git keeps or is about to keep, where it still exists."""
    ut = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [ROT / namn for namn in ut.split("\0") if namn and (ROT / namn).is_file()]


@pytest.mark.parametrize("modul", MODULER, ids=lambda p: str(p.relative_to(PAKET)))
def test_modulen_importerar_bara_lager_under_sig(modul: Path):
    har = lager(modul)
    assert har in LAGER, f"{modul}: bestäm i LAGER var {har} hör hemma"
    for namn in importer(modul):
        paket, *resten = namn.split(".")
        assert paket != "streamlit" or har == "ui", (
            f"{modul} importerar streamlit: bara ui, pages och app.py får"
        )
        if paket != "kvalitet_metrics":
            continue
        dit = (
            resten[0] if resten and resten[0] in LAGER else "workspace"
        )  # «from kvalitet_metrics import Workspace»
        if dit != har:
            assert LAGER[dit] < LAGER[har] or har == "__init__", (
                f"{modul}: {har} importerar {namn}, som ligger ovanför"
            )
            assert har not in BARA_BOTTEN or LAGER[dit] == 0, (
                f"{modul}: {har} får bara importera botten, inte {namn}"
            )


@pytest.mark.parametrize("lager_noll", ["engine", "errors", "markup", "model", "text", "workbook"])
def test_bottenlagren_importerar_inget_eget(lager_noll: str):
    assert [n for n in importer(PAKET / f"{lager_noll}.py") if n.startswith("kvalitet_metrics")] == []


@pytest.mark.parametrize("sida", [*SIDOR, ROT / "app.py"], ids=lambda p: p.stem)
def test_sidan_lases_som_en_innehallsforteckning(sida: Path):
    text = sida.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 80
    assert ast.get_docstring(ast.parse(text)), "sidans docstring säger vilken fråga den svarar på"
    tillatna = ("streamlit", "kvalitet_metrics.ui")
    assert [n for n in importer(sida) if not n.startswith(tillatna)] == [], (
        "det sidan behöver hör hemma längre ned"
    )
    assert not re.search(r"\bSELECT\b|groupby|session_state", text)


def test_menyn_hittar_varje_sida_och_dess_fraga():
    assert {s.fil.name for s in sidor()} == {s.name for s in SIDOR}
    assert sidor()[0].fil.stem == "oversikt"
    assert [s.titel for s in sidor() if not s.fraga.endswith("?")] == []
    platser = [(s.grupp, s.ordning) for s in sidor()]
    assert len(set(platser)) == len(platser), "två sidor vill stå på samma plats"


def test_ingen_fil_ar_for_lang_for_att_hitta_i():
    langa = {
        str(p): n
        for p in sparade_filer()
        if p.suffix == ".py" and (n := len(p.read_text("utf-8").splitlines())) > 400
    }
    assert langa == {}


FACKORD = re.compile(
    r"sigma|signifik|konfidens|hypotes|standardavvik|p-värde|kontrollgräns|varians(?!k)|percentil(?!e)|kvantil",
    re.IGNORECASE,
)


def skriven_text(modul: Path) -> list[str]:
    """Every string of a file that may reach a reader: all but the docstrings."""
    trad = ast.parse(modul.read_text(encoding="utf-8"))
    uttryck = {id(n.value) for n in ast.walk(trad) if isinstance(n, ast.Expr)}
    return [
        n.value
        for n in ast.walk(trad)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in uttryck
    ]


def test_ingen_text_till_en_lasare_kraver_en_kurs_i_statistik():
    moduler = [m for m in PAKET.rglob("*.py") if lager(m) != "stats"] + [*(ROT / "pages").glob("*.py")]
    fel = {m.name: t for m in moduler for t in skriven_text(m) if FACKORD.search(t)}
    assert not fel
    mallar = [*PAKET.rglob("*.html"), ROT / "docs" / "handbok.md"]
    assert not [m.name for m in mallar if FACKORD.search(m.read_text(encoding="utf-8"))]


def test_inget_personnummer_finns_i_nagon_sparad_fil():
    fynd = []
    for fil in sparade_filer():
        if fil.suffix in {".png", ".woff2", ".ttf"}:
            continue
        for traff in NUMMERLIKT.findall(fil.read_text(encoding="utf-8")):
            if re.sub(r"\D", "", traff)[-10:] not in PUBLICERADE_TESTNUMMER and ser_ut_som_personnummer(
                traff
            ):
                fynd.append(f"{fil.relative_to(ROT)}: {traff[:6]}…")
    assert fynd == []


def ser_ut_som_personnummer(siffror: str) -> bool:
    """Whether the digits hold a date (coordination numbers too) and the right check digit."""
    try:
        return Personnummer(siffror) is not None
    except PersonnummerException:
        return False


def test_arbetsytan_ar_tom_i_git():
    assert [p.name for p in sparade_filer() if p.parent == ROT / "data"] == ["README.md"]


def test_inget_kalkylblad_ligger_i_tradet():
    assert [p for p in sparade_filer() if p.suffix in {".xlsx", ".xls", ".ods", ".duckdb", ".parquet"}] == []


def test_varje_kommando_star_i_readme():
    kommandon = typer.main.get_command(app).commands
    readme = (ROT / "README.md").read_text(encoding="utf-8")
    assert [k for k in kommandon if f"kvalitet_metrics {k}" not in readme and f"`{k}" not in readme] == []


@pytest.mark.parametrize(
    "mapp, register",
    [
        ("indicators/definitions", "kvalitet_metrics.indicators:INDIKATORER"),
        ("ingest/profiles", "kvalitet_metrics.ingest.profiles:PROFILER"),
    ],
)
def test_varje_fil_i_mappen_hittas_av_sig_sjalv(mapp: str, register: str):
    modul, namn = register.split(":")
    filer = {p.stem for p in (PAKET / mapp).glob("*.py") if not p.stem.startswith("_")}
    assert filer
    assert filer == set(getattr(importlib.import_module(modul), namn))


def test_varje_last_beroende_importeras_av_nagon():
    """A pinned package that nobody imports is a promise to keep something up to date for nothing."""
    importerade = {n.split(".")[0] for m in MODULER for n in importer(m)}
    last = [rad.split("==")[0] for rad in (ROT / "requirements.txt").read_text().splitlines() if "==" in rad]
    assert [p for p in last if p.replace("-", "_") not in importerade] == []


def test_arbetsytan_i_testerna_ar_inte_den_riktiga():
    assert not Path(os.environ["KVALITET_DATA"]).is_relative_to(ROT)
    with pytest.raises(AssertionError, match="riktiga arbetsytan"):
        (ROT / "data" / "ledger.sqlite").open("w")


def test_readmes_exempel_fungerar_for_den_som_foljer_dem(tmp_path: Path):
    """A copy of the tree gets the README's two files; the tests of every such file are run on them."""
    for mapp in ("kvalitet_metrics", "tests"):
        shutil.copytree(ROT / mapp, tmp_path / mapp, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROT / "pyproject.toml", tmp_path)
    readme = (ROT / "README.md").read_text(encoding="utf-8")
    exempel = re.findall(r"start from this one,\s+`(\w+)\.py`.*?```python\n(.*?)```", readme, re.DOTALL)
    assert len(exempel) == 2
    for namn, kod in exempel:
        mapp = "indicators/definitions" if "INDIKATOR = " in kod else "ingest/profiles"
        (tmp_path / "kvalitet_metrics" / mapp / f"{namn}.py").write_text(kod, encoding="utf-8")
    vilka = " or ".join(namn for namn, _ in exempel)
    tester = ["tests/indicators/test_exempel.py", "tests/ingest/test_profiles.py", "-k", vilka]
    svar = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tester],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert svar.returncode == 0, svar.stdout
    assert int(re.search(r"(\d+) passed", svar.stdout)[1]) >= 4
