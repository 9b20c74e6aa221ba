"""Comparators from outside, saved as Excel: Kolada and Öppna jämförelser."""

from tests.ingest.filer import las, rader


def test_oppna_jamforelser_med_kod_fore_kommunen_och_fragor_i_tva_rader():
    text = (
        "Öppna jämförelser 2023||||\n"
        "|||Rutiner|Planer\n"
        "Kommunkod|Kommun|Län|Finns rutin?|Andel med plan (%)\n"
        "0180|Stockholm, Bromma|Stockholms län|Ja|72\n"
        "2584|Kiruna|Norrbottens län|Uppgift saknas|..\n"
    )
    lasta = rader(las(text))
    assert [(r["kommun"], r["fraga"], r["matt"], r["bedomning"], r["saknas"]) for r in lasta] == [
        ("Stockholm, Bromma", "Rutiner Finns rutin?", 1, "ja", None),
        ("Stockholm, Bromma", "Planer Andel med plan", 0.72, None, None),
        ("Kiruna", "Rutiner Finns rutin?", None, None, "saknas"),
        ("Kiruna", "Planer Andel med plan", None, None, "sekretess"),
    ]


def test_kolada_som_excel_skiljer_kommun_fran_riket_och_skal_till_bortfall():
    text = "Nyckeltal|Kommun|År|Totalt|Kvinnor|Män\nStöd, andel (%)|Stockholm|2023|4,1|4,0|..\n"
    lasta = rader(las(text + "Stöd, andel (%)|Riket|2023|5,1|-|.\n"))
    assert [(r["jamforelse"], r["kommun"], r["kon"], r["matt"], r["saknas"]) for r in lasta] == [
        ("kommun", "Stockholm", None, 0.041, None),
        ("kommun", "Stockholm", "kvinnor", 0.04, None),
        ("kommun", "Stockholm", "män", None, "sekretess"),
        ("riket", "Riket", None, 0.051, None),
        ("riket", "Riket", "kvinnor", None, "saknas"),
        ("riket", "Riket", "män", None, "ej tillämplig"),
    ]
    assert {r["kalla"] for r in lasta} == {"kolada"}


def test_kolada_med_nyckeltalet_i_titeln_och_kommuner_i_raderna():
    text = "Nyckeltal: Invånare med stöd, andel (%)||\nKommun|2022|2023\nStockholm|4,1|4,0\nRiket|5,1|-\n"
    lasta = rader(las(text))
    assert {r["kategori"] for r in lasta} == {"Invånare med stöd, andel (%)"}
    assert [(r["jamforelse"], r["period_start"].year, r["matt"]) for r in lasta] == [
        ("kommun", 2022, 0.041),
        ("kommun", 2023, 0.04),
        ("riket", 2022, 0.051),
        ("riket", 2023, None),
    ]
