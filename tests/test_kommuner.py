"""What Kolada and Öppna jämförelser publish, from real files to the page: whose it is, and its source."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.kommuner import LANKAR, lank
from tests.ingest.filer import xlsx
from tests.test_pages import oppna

UTREDNINGSTID = "Utredningstid inom socialtjänst, barn och unga 0-20 år, medelvärde"
KOLADA_EXCEL = (
    f"Nyckeltal|Kommun|År|Totalt\n{UTREDNINGSTID}|Stockholm|2023|101,5\n{UTREDNINGSTID}|Riket|2023|110\n"
)
OPPNA_JAMFORELSER = """
    Öppna jämförelser, ekonomiskt bistånd 2023 |              |
    Kommun            | Finns rutin? | Handläggare med utbildning, andel (%)
    Riket             |              | 72
    Stockholm, Bromma | Ja           | 80
    Kiruna            | Nej          | ..
"""


def kpi(kommun: str, ar: int, **varden: float | None) -> dict:
    """One municipality's year of a figure, as version 3 of the interface answers; kön → value."""
    per_kon = [{"gender": g, "count": 1, "status": "", "value": v} for g, v in varden.items()]
    return {"kpi": "N31807", "municipality": kommun, "period": ar, "values": per_kon}


JSON = {
    "values": [
        kpi("0180", 2022, T=4.3, K=4.2, M=4.4),
        kpi("0180", 2023, T=4.1, K=4.0, M=None),
        kpi("1480", 2023, T=6.5),
        kpi("0000", 2023, T=5.25),
        kpi("0000", 2022, T=5.5),
    ],
    "count": 5,
    "next_url": None,
}


def laddad(mapp: Path, **filer: bytes) -> Workspace:
    """A workspace with these files; ending → content."""
    yta = Workspace(mapp)
    for andelse, innehall in filer.items():
        [kvitto] = yta.load([(f"kolada.{andelse}", innehall)])
        assert kvitto.status == "loaded", kvitto.faults
    return yta


def sidan() -> tuple[str, str]:
    """The tables of the page Jämförelser, and its boxes and captions in words."""
    app = oppna("jamforelser.py")
    assert not app.exception
    sagt = [x.value for x in (*app.info, *app.warning, *app.caption)]
    return " ".join(h.proto.body for h in app.get("html")).replace("\u00a0", " "), " ".join(sagt)


def cellerna(html: str, rad: str) -> list[str]:
    """The texts of the cells beside a row's name."""
    efter = html.split(f'role="rowheader" class="">{rad}</th>')[1].split("</tr>")[0]
    return [cell.split(">")[-1] for cell in efter.split("</td>")[:-1]]


def test_json_ger_ett_varde_per_kommun_ar_och_kon_med_riket_for_sig(tmp_path: Path):
    rader = laddad(tmp_path, json=json.dumps(JSON).encode()).municipalities()
    sedda = {(r["vems"], r["kommun"], r["period"], r["kon"]): r["varde"] for r in rader}
    assert sedda == {
        ("kommun", "0180", "2022", None): 4.3,
        ("kommun", "0180", "2022", "kvinnor"): 4.2,
        ("kommun", "0180", "2022", "män"): 4.4,
        ("kommun", "0180", "2023", None): 4.1,
        ("kommun", "0180", "2023", "kvinnor"): 4.0,
        ("kommun", "0180", "2023", "män"): None,
        ("kommun", "1480", "2023", None): 6.5,
        ("riket", "0000", "2023", None): 5.25,
        ("riket", "0000", "2022", None): 5.5,
    }


def test_andras_varden_blir_aldrig_egna_tal_och_visas_inte_for_allmanheten(tmp_path: Path):
    yta = laddad(tmp_path, json=json.dumps(JSON).encode())
    assert yta.answer("nyckeltal_varde") == []
    assert yta.municipalities(viewer="publik") == []


def test_sidan_visar_nyaste_aret_med_varde_och_rikets_samma_ar_och_anger_kallan(egen_arbetsyta: Path):
    laddad(egen_arbetsyta, json=json.dumps(JSON).encode())
    html, sagt = sidan()
    assert "Stockholm: senaste året med värde" in html
    assert cellerna(html, "N31807") == ["2023", "4,1", "5,25"]
    assert cellerna(html, "N31807 · män") == ["2022", "4,4", ""]
    assert "källa Kolada, Rådet för främjande av kommunala analyser (RKA), CC BY 4.0." in sagt
    assert "Socialstyrelsen;" not in sagt
    assert "bara nyckeltalens id" in sagt


def test_oppna_jamforelser_har_sin_egen_kalla_och_ja_ar_ett_ord(egen_arbetsyta: Path):
    laddad(egen_arbetsyta, xlsx=xlsx(OPPNA_JAMFORELSER))
    html, sagt = sidan()
    assert cellerna(html, "Finns rutin?") == ["2023", "nej", "–"]
    assert cellerna(html, "Handläggare med utbildning") == ["2023", "–", "72,0 %"]
    assert "källa Öppna jämförelser, Socialstyrelsen" in sagt
    assert "Uppgifter ur Kolada:" not in sagt


def utredningar(*dagar: int) -> bytes:
    """An export of children's investigations that ended in 2023, one per number of days that it took."""
    slut = date(2023, 11, 30)
    rader = [f"U-{nr};Flicka;9;Norr;SoL 11:1;{slut - timedelta(d)};{slut}" for nr, d in enumerate(dagar)]
    return "\n".join(["Ärendenr;Kön;Ålder;Enhet;Lagrum;Inledd;Avslutad", *rader]).encode()


@pytest.mark.parametrize(
    "dagar, vart",
    [
        ((), "inga uppgifter det året"),
        ((60, 60, 60, 60, 200), "medel 88 dagar (5 st)"),
        ((60, 60, 60, 200), "dold"),
    ],
)
def test_vart_eget_matt_star_bredvid_med_varning_dar_definitionen_skiljer_sig(
    egen_arbetsyta: Path, dagar: tuple[int, ...], vart: str
):
    laddad(egen_arbetsyta, xlsx=xlsx(KOLADA_EXCEL), **{"csv": utredningar(*dagar)} if dagar else {})
    html, sagt = sidan()
    assert cellerna(html, UTREDNINGSTID) == ["2023", "101,5", "110", vart]
    assert LANKAR[0].skillnad in sagt
    assert LANKAR[1].skillnad not in sagt


def test_utan_sadana_filer_sager_avsnittet_vad_man_laser_in(
    exempel_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("KVALITET_DATA", str(exempel_workspace.path))
    _, sagt = sidan()
    assert "Inga värden om kommuner" in sagt
    assert "«Kolada (JSON)»" in sagt
    assert "CC BY" not in sagt


def test_en_lank_gar_till_ett_matt_som_finns_och_kan_delas_sa():
    for x in LANKAR:
        assert {kolumn for kolumn, _ in x.inom} <= set(INDIKATORER[x.indikator].nedbrytningar)
        assert x.skillnad.count(".") == 1
    assert lank(UTREDNINGSTID) == LANKAR[0]
    assert lank("Utredningstid ekonomiskt bistånd") is None
