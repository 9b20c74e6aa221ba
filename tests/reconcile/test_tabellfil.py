"""A table file as it comes: csv or Excel, with or without notes, and what is said of other files."""

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.errors import FileRefused
from kvalitet_metrics.reconcile.table_file import KOLUMNER, read_table
from kvalitet_metrics.workbook import Blad, write_workbook
from tests.reconcile.tabeller import rader, som_csv

TABELL = rader("""
    enhet | kategori | value
    Norr  |          | 1 108
    Söder |          | 3
          | Totalt   | 1112
""")


def test_en_csv_och_en_arbetsbok_lases_lika():
    celler = [[rad[k] for k in KOLUMNER] for rad in TABELL]
    bok = write_workbook([Blad("Om", ("Text",), [["Publicerade tal"]]), Blad("Tal", KOLUMNER, celler)])
    for namn, data in (("t.csv", som_csv(TABELL)), ("t.xlsx", bok)):
        (fynd,) = Workspace().reconcile((namn, data))["fynd"]
        assert (fynd["regel"], fynd["skillnad"]) == ("R1", 1)


def test_semikolon_rader_ovanfor_och_extra_kolumner_spelar_ingen_roll():
    kolumner = [*KOLUMNER, "quote", "note"]
    text = "Publicerade tal 2023\n\n" + ";".join(k.upper() for k in kolumner)
    text += "".join("\n" + ";".join(rad.get(k, "x") for k in kolumner) for rad in TABELL)
    lasta = read_table("t.csv", text.encode("cp1252"))
    assert [r.tal for r in lasta] == [1108, 3, 1112]
    assert (lasta[0].decimaler, lasta[0].plats) == (0, "T-01")


@pytest.mark.parametrize(
    "namn, data, sagt",
    [
        ("t.csv", b"a;b\n1;2\n", "alla kolumner saknas"),
        (
            "t.csv",
            som_csv(TABELL).replace(b"measure", b"mesure"),
            "measure saknas. «mesure» ska heta measure",
        ),
        ("t.csv", b"", "tom"),
        ("t.xlsx", b"PK\x03\x04skadad", "skadad"),
        ("finns_inte.csv", None, "finns inte"),
    ],
)
def test_en_fil_som_ar_nagot_annat_nekas_med_vad_som_saknas(namn, data, sagt, tmp_path):
    with pytest.raises(FileRefused, match=sagt):
        Workspace().reconcile(tmp_path / namn if data is None else (namn, data))


def test_personnummer_i_tabellen_stoppar_den_utan_att_visas():
    rader_ = [rad | {"note": "199001162396"} for rad in TABELL]
    with pytest.raises(FileRefused) as nekad:
        Workspace().reconcile(("t.csv", som_csv(rader_)))
    assert "199001162396" not in str(nekad.value)


def test_additivitet_i_filen_ar_en_av_fyra_sorter():
    with pytest.raises(FileRefused, match="rad 2: additivitet är «ibland», men ska vara partition, multi"):
        Workspace().reconcile(("t.csv", som_csv([rad | {"additivitet": "ibland"} for rad in TABELL])))


def test_flera_filer_stams_av_var_for_sig():
    svar = Workspace().reconcile([("a.csv", som_csv(TABELL)), ("b.csv", som_csv(TABELL))])
    assert len(svar["fynd"]) == 2
