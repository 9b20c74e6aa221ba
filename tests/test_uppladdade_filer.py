"""What the page says of dropped files: faults by kind, the sheet around them, and what a load changed."""

from pathlib import Path

from kvalitet_metrics import Workspace
from kvalitet_metrics.model import Fault
from kvalitet_metrics.store.fault_view import Utsnitt
from kvalitet_metrics.ui import faults, forandring, ledger, receipt
from kvalitet_metrics.ui.forandring import Forandring

MATT = "utredning_barn_inom_fyra_manader"


def datumfel(rad: int, skrivet: str) -> Fault:
    """A cell in the column Inledd that is no date."""
    return Fault(f"«{skrivet}»: väntade ett datum.", "Skriv ÅÅÅÅ-MM-DD.", "Rapport", f"F{rad}", "Inledd")


def test_fel_av_samma_slag_sags_en_gang_med_sina_platser():
    fel = [datumfel(rad, f"dag {rad % 5}") for rad in range(5, 85)]
    hela = Fault("Rubrikraden finns, men inga rader under den.", "Kontrollera urvalet.", "Blad 2")
    assert [len(slag) for slag in faults.per_slag([*fel, hela])] == [80, 1]
    sagt = faults.lista(faults.per_slag(fel), {("Rapport", "F6")}, "ab")
    assert sagt.count("<li>") == 1
    assert "och 68 till" in sagt
    assert "och 2 andra sätt att skriva." in sagt
    assert sagt.count("<a ") == 1, "bara den cell som syns går att hoppa till"
    assert f'href="#{faults.ankare("ab", "Rapport", "F6")}"' in sagt


def test_rutnatet_ser_ut_som_bladet_med_felet_bredvid_och_vagen_till_nasta():
    utsnitt = Utsnitt(
        blad="Blad <1>",
        kolumner=("A", "F"),
        rader={4: ("Ärendenr", "Inledd"), 5: ("U-1", "i tisdags"), 40: ("U-36", "")},
        fel={(5, "F"): "väntade ett datum.", (40, "F"): "Cellen är tom.", (90, "F"): "Cellen är tom."},
        utanfor=1,
    )
    ritat = faults.rutnat(utsnitt, "ab")
    assert ritat.count("<td colspan=") == 1, "mellan rad 5 och 40 är rader utelämnade"
    assert [t for t in ("✕ i tisdags", "✕ (tom)", "F: väntade ett datum.") if t not in ritat] == []
    assert ritat.count("Nästa fel") == 1, "den sista synliga leder inte vidare"
    assert "<1>" not in ritat
    assert "Rader med fel som inte syns här: 1." in ritat


def test_bara_matt_som_andrades_visas_med_sin_nyaste_period():
    plats = [("kalenderar", "", str(ar)) for ar in (2022, 2023, 2024)]
    fore = {
        MATT: dict(zip(plats[:2], ("80,0 % (8 av 10)", "70,0 % (7 av 10)"), strict=True)),
        "lika": {plats[0]: "5"},
    }
    efter = {
        MATT: dict(zip(plats, ("90,0 % (9 av 10)", "70,0 % (7 av 10)", "–"), strict=True)),
        "lika": {plats[0]: "5"},
    }
    assert forandring.jamfor(fore, efter) == [
        Forandring(MATT, "kalenderar", "", "2022", "80,0 % (8 av 10)", "90,0 % (9 av 10)", 0)
    ]
    borta = forandring.jamfor(fore, {MATT: {}, "lika": {plats[0]: "5"}})
    assert [(f.period, f.fore, f.efter, f.fler) for f in borta] == [("2023", "70,0 % (7 av 10)", "–", 1)]


def test_en_inlasning_och_dess_angran_ger_motsatta_besked(egen_arbetsyta: Path):
    def fil(ar: int, antal: int) -> tuple[str, bytes]:
        rader = [f"U-{ar}-{n};Flicka;9;Norr;SoL 11:1;{ar}-01-10;{ar}-03-01" for n in range(antal)]
        return f"{ar}.csv", "\n".join(["Ärendenr;Kön;Ålder;Enhet;Lagrum;Inledd;Avslutad", *rader]).encode()

    yta = Workspace(egen_arbetsyta)
    yta.load(fil(2022, 40))
    fore = forandring.fore({"utredning"})
    assert MATT in fore
    (kvitto,) = yta.load(fil(2023, 50), av="AN")
    efter = forandring.siffror(fore)
    (andrat,) = [f for f in forandring.jamfor(fore, efter) if f.id_ == MATT]
    assert (andrat.period, andrat.fore, andrat.efter) == ("2023", "–", "100,0\xa0% (50 av 50)")
    yta.undo(kvitto.upload_id)
    assert forandring.jamfor(fore, forandring.siffror(fore)) == [], "efter ångran är allt som förut"
    (angrad,) = [u for u in yta.uploads() if u["status"] == "undone"]
    assert [d[-6:] for d in ledger.uppgifter(angrad) if d.startswith("inläst")] == [" av AN"]
    assert receipt.nar([kvitto]) == "När 2023.csv lästes in:"
    assert receipt.sammanfatta([kvitto, kvitto]) == "2\xa0filer: 2\xa0inlästa."
