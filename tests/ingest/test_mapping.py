"""A file that no profile knows: mapped once, read like any other, known again next month."""

from collections.abc import Sequence
from datetime import date

import pytest

from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.ingest import mapping
from kvalitet_metrics.ingest.mapped import karta_ur, karta_ur_json, profil_av
from kvalitet_metrics.ingest.read import Inlasning, read_file
from tests.ingest.filer import NYCKEL, felrader, rader, xlsx

AKUTEN = {
    "id": "akuten",
    "namn": "Akutmottagningar per månad",
    "periodslag": "manad",
    "totaler": ["Hela länet"],
    "kolumner": [
        {"rubrik": "Månad", "roll": "period"},
        {"rubrik": "Mottagning", "roll": "enhet"},
        {"rubrik": "Besök", "roll": "namnare", "matt": "Över fyra timmar"},
        {"rubrik": "Varav över 4 h", "roll": "taljare", "matt": "Över fyra timmar"},
    ],
}


def las(fil: str | dict, *kartor: dict, namn: str = "fil.xlsx", **val) -> Inlasning:
    """A drawn table or sheets of rows, read with mapped profiles beside those that are built in."""
    mapped = [profil_av(karta_ur(k)) for k in kartor]
    return read_file(namn, xlsx(fil), key=NYCKEL, mapped=mapped, **val)


def tal(inlasning: Inlasning, *kolumner: str) -> list[tuple]:
    """The rows as tuples of some columns."""
    i_ordning = sorted(rader(inlasning), key=lambda r: (r["blad"], r["rad"], r["kolumn"] or ""))
    return [tuple(r[k] for k in kolumner) for r in i_ordning]


def andrad(karta: dict, **nytt) -> dict:
    """The mapping with some parts changed; None takes a part out."""
    return {k: v for k, v in (karta | nytt).items() if v is not None}


MANADSTABELL = """
    Akuten, uttag     |            |       |
    Månad             | Mottagning | Besök | Varav över 4 h
    2023-01           | Norr       | 1 200 | 300
    2023-01           | Syd        | 800   | 100
    2023-01           | Hela länet | 2 000 | 400
    2023-02           | Norr       | 1 000 | -
    2023-02           | Syd        | 900   | 90
    2023-02           | Hela länet | 1 900 | 490
"""


def test_en_manadstabell_med_tva_antal_blir_taljare_och_namnare_per_enhet_och_manad():
    ut = las(MANADSTABELL, AKUTEN)
    assert ut.profil.id == "akuten"
    assert {r["kategori"] for r in rader(ut)} == {"Över fyra timmar"}
    assert tal(ut, "period_start", "enhet", "taljare", "namnare", "matt", "saknas") == [
        (date(2023, 1, 1), "Norr", 300, 1200, 0.25, None),
        (date(2023, 1, 1), "Syd", 100, 800, 0.125, None),
        (date(2023, 2, 1), "Norr", None, None, None, "saknas"),
        (date(2023, 2, 1), "Syd", 90, 900, 0.1, None),
    ]
    assert ut.period == (date(2023, 1, 1), date(2023, 2, 28))


def test_totalrader_ar_kontrollvarden_for_sin_manad_och_raknas_inte():
    ut = las(MANADSTABELL, AKUTEN)
    kontroller = {(k.cell, k.publicerat, k.beraknat) for k in ut.kontroller}
    assert kontroller == {("C5", 2000, 2000), ("D5", 400, 400), ("C8", 1900, 1900), ("D8", 490, 90)}
    assert [v for v in ut.warnings if "D8" in v], "den som inte stämmer sägs"


BRED = {
    "id": "bred",
    "namn": "Personalkontinuitet",
    "periodslag": "kalenderar",
    "kolumner": [{"rubrik": "kolumn 1", "roll": "enhet"}],
    "konstanter": {"kategori": "Kontinuitet"},
    "bred": {"dimension": "period", "varden": [{"roll": "varde"}]},
}


def test_ar_i_rubrikerna_ger_ett_varde_per_ar_och_nasta_ars_kolumn_kommer_med():
    tabell = {"Blad1": [["Kontinuitet"], [], ["", "2022", "2023"], ["Norr", "12,5", "13"], ["Syd", "..", 11]]}
    assert tal(las(tabell, BRED), "enhet", "period_start", "matt", "saknas", "kolumn", "rad") == [
        ("Norr", date(2022, 1, 1), 12.5, None, "B", 4),
        ("Norr", date(2023, 1, 1), 13, None, "C", 4),
        ("Syd", date(2022, 1, 1), None, "sekretess", "B", 5),
        ("Syd", date(2023, 1, 1), 11, None, "C", 5),
    ]
    tabell["Blad1"][2].append("2024")
    tabell["Blad1"][3].append("14")
    assert (date(2024, 1, 1), 14) in tal(las(tabell, BRED), "period_start", "matt")


def test_tva_rubrikrader_med_manad_over_taljare_och_namnare():
    karta = {
        "id": "tva",
        "namn": "Två rader",
        "rubrikrader": 2,
        "periodslag": "manad",
        "kolumner": [{"rubrik": "Enhet", "roll": "enhet"}],
        "bred": {
            "dimension": "period",
            "varden": [
                {"roll": "namnare", "text": "Besök", "matt": "I tid"},
                {"roll": "taljare", "text": "I tid", "matt": "I tid"},
            ],
        },
    }
    tabell = """
        Rapport |          |       |          |
                | jan 2023 |       | feb 2023 |
        Enhet   | Besök    | I tid | Besök    | I tid
        Norr    | 10       | 7     | 20       | 5
        Totalt  | 10       | 7     | 20       | 6
    """
    ut = las(tabell, karta)
    assert tal(ut, "enhet", "period_start", "taljare", "namnare") == [
        ("Norr", date(2023, 1, 1), 7, 10),
        ("Norr", date(2023, 2, 1), 5, 20),
    ]
    assert [k.cell for k in ut.kontroller if not k.stammer] == ["E5"]


@pytest.mark.parametrize(
    "rubriker, roller, cell, vantat",
    [
        (["År", "Månad"], ["ar", "manad"], ["2023", "3"], date(2023, 3, 1)),
        (["År", "Månad"], ["ar", "manad"], ["2023", "mars"], date(2023, 3, 1)),
        (["År", "Kvartal"], ["ar", "kvartal"], ["2023", "Kv 2"], date(2023, 4, 1)),
        (["År", "Tertial"], ["ar", "tertial"], ["2023", "VB"], date(2023, 9, 1)),
    ],
)
def test_ar_och_del_av_ar_i_var_sin_kolumn(rubriker, roller, cell, vantat):
    karta = {
        "id": "delar",
        "namn": "Delar",
        "periodslag": roller[1],
        "kolumner": [
            *({"rubrik": r, "roll": s} for r, s in zip(rubriker, roller, strict=True)),
            {"rubrik": "Antal", "roll": "antal", "matt": "Antal besök"},
        ],
    }
    ut = las({"Blad1": [[*rubriker, "Antal"], [*cell, "5"]]}, karta)
    assert tal(ut, "period_start", "matt") == [(vantat, 5)]


@pytest.mark.parametrize(
    "karta, rubriker, celler",
    [
        ({"kolumner": [{"rubrik": "Månad", "roll": "manad"}]}, ["Månad", "Antal"], [["Sep", 1], ["jan", 2]]),
        ({"bred": {"dimension": "manad", "varden": [{"roll": "antal"}]}}, ["", "Sep", "Jan"], [["x", 1, 2]]),
    ],
    ids=["i en kolumn", "i rubrikerna"],
)
def test_manadens_namn_utan_ar_far_sitt_ar_ur_filen(karta, rubriker, celler):
    kolumner = karta.get("kolumner", [{"rubrik": "kolumn 1", "roll": "enhet"}])
    if "bred" not in karta:
        kolumner = [*kolumner, {"rubrik": "Antal", "roll": "antal"}]
    grund = {
        "id": "man",
        "namn": "Besök",
        "periodslag": "manad",
        "period": "filen",
        "konstanter": {"kategori": "B"},
    }
    ut = las(
        {"Blad1": [["Kvalitetsår 2022/2023"], rubriker, *celler]}, grund | karta | {"kolumner": kolumner}
    )
    assert tal(ut, "period_start", "matt") == [(date(2022, 9, 1), 1), (date(2023, 1, 1), 2)]


def test_kon_i_rubrikerna_och_period_ur_filens_namn():
    karta = {
        "id": "kon",
        "namn": "Per kön",
        "periodslag": "kvartal",
        "period": "filen",
        "kolumner": [{"rubrik": "Enhet", "roll": "enhet"}],
        "bred": {"dimension": "kon", "varden": [{"roll": "antal", "matt": "Placerade"}]},
    }
    tabell = "Enhet | Kvinnor | Män | Totalt\nNorr | 4 | 3 | 7"
    ut = las(tabell, karta, namn="placerade_2023Q2.xlsx")
    assert tal(ut, "kon", "period_start", "matt") == [
        ("kvinnor", date(2023, 4, 1), 4),
        ("män", date(2023, 4, 1), 3),
    ]
    utan = las(tabell, karta, namn="placerade.xlsx")
    assert utan.refused
    assert "vilken period" in felrader(utan)[0]


def test_fel_i_celler_namnger_cell_och_vad_som_vantades():
    fel = """
        Månad   | Mottagning | Besök | Varav över 4 h
        2023-01 | Norr       | 12    | 13
        2023    | Syd        | elva  | 1
        2023-02 | Öst        | 72 %  | -3
    """
    text = "\n".join(felrader(las(fel, AKUTEN)))
    for del_ in ("D2", "större än nämnaren", "A3", "väntade en månad", "C3", "«elva»", "C4", "D4"):
        assert del_ in text


KAND = {
    "id": "utredningar_vast",
    "namn": "Utredningar ur Västs system",
    "bas": "utredningar",
    "kolumner": [
        {"rubrik": "Case no", "roll": "arendenr"},
        {"rubrik": "Opened", "roll": "inledd"},
        {"rubrik": "Closed", "roll": "avslutad"},
        {"rubrik": "Child", "roll": "kanslig"},
    ],
    "konstanter": {"malgrupp_skriven": "Barn", "enhet": "$blad"},
}


def test_en_kand_export_under_andra_rubriker_far_samma_regler_etiketter_och_nycklar():
    ut = las(
        {
            "Enheten Väst": [
                ["Case no", "Opened", "Closed", "Child", "Kön"],
                ["1", "2023-01-31", "5/7/2023", "Nn", "K"],
            ]
        },
        KAND,
    )
    assert ut.profil.id == "utredningar_vast"
    assert tal(ut, "malgrupp", "kon", "enhet", "inledd", "avslutad") == [
        ("barn", "flickor", "Enheten Väst", date(2023, 1, 31), date(2023, 7, 5))
    ]
    assert "Nn" not in str(rader(ut))
    fore = las({"B": [["Case no", "Opened", "Closed"], ["1", "2023-01-31", "2022-01-01"]]}, KAND)
    assert "före den dag" in felrader(fore)[0]


def test_kartlagd_profil_gar_fore_inbyggd_och_tva_kartlagda_ar_ett_fel_som_namner_bada():
    tabell = {"Blad1": [["Nyckeltal", "2022", "2023"], ["Antal", "1", "2"]]}
    karta = andrad(
        BRED,
        id="egna",
        namn="Egna nyckeltal",
        kolumner=[{"rubrik": "Nyckeltal", "roll": "kategori"}],
    )
    assert las(tabell).profil.id == "nyckeltal"
    assert las(tabell, karta).profil.id == "egna"
    fel = felrader(las(tabell, karta, andrad(karta, id="annan", namn="En till")))
    assert "Egna nyckeltal" in fel[0]
    assert "En till" in fel[0]


def test_kartlagd_profil_gar_fore_aven_under_samma_rubriker():
    karta = andrad(
        KAND,
        kolumner=[{"rubrik": "Ärendenr", "roll": "arendenr"}],
        konstanter={"enhet": "Enheten Väst"},
    )
    tabell = "Ärendenr | Målgrupp | Inledd | Avslutad\n1 | Barn | 2023-01-01 | 2023-02-01"
    assert tal(las(tabell), "enhet") == [(None,)]
    assert tal(las(tabell, karta), "enhet") == [("Enheten Väst",)]


def test_bladets_namn_kan_kravas_och_alla_blad_som_passar_lases():
    rad = [["Enhet", "2023"], ["Norr", "1"]]
    karta = andrad(BRED, blad="Data*", kolumner=[{"rubrik": "Enhet", "roll": "enhet"}])
    ut = las({"Data 1": rad, "Data 2": [["Enhet", "2023"], ["Syd", "2"]], "Annat": rad}, karta)
    assert tal(ut, "blad", "enhet") == [("Data 1", "Norr"), ("Data 2", "Syd")]


def test_ett_varde_som_star_flera_ganger_sags():
    tabell = {"Blad1": [["", "2023"], ["Norr", "1"], ["Norr", "2"]]}
    assert any("kolumn som skiljer dem åt" in v for v in las(tabell, BRED).warnings)


def test_det_som_sparas_ar_samma_efter_json_fram_och_tillbaka():
    for plain in (AKUTEN, BRED, KAND):
        karta = karta_ur(plain)
        assert karta_ur_json(mapping.till_json(karta)) == karta


FELAKTIGA: Sequence[tuple[dict, str]] = [
    (andrad(AKUTEN, id="Å"), "Id saknas"),
    (andrad(AKUTEN, id="utredningar"), "upptaget"),
    (andrad(AKUTEN, namn=" "), "Namn saknas"),
    (andrad(AKUTEN, periodslag="manader"), "Slaget av period"),
    (andrad(AKUTEN, kolumnerna=[]), "Menade du «kolumner»"),
    (andrad(AKUTEN, kolumner=AKUTEN["kolumner"][1:]), "Perioden ska stå på ett ställe"),
    (andrad(AKUTEN, kolumner=AKUTEN["kolumner"][:2]), "Ingen kolumn är ett värde"),
    (andrad(AKUTEN, kolumner=AKUTEN["kolumner"][:3]), "täljare och nämnare"),
    (andrad(AKUTEN, kolumner=[*AKUTEN["kolumner"], {"rubrik": "besök", "roll": "enhet"}]), "flera gånger"),
    (andrad(AKUTEN, kolumner=[{"rubrik": "X", "rol": "enhet"}]), "inte rätt form"),
    (andrad(AKUTEN, namn="701063-2391"), "personnummer"),
    (andrad(BRED, konstanter=None), "Måttet saknar namn"),
    (andrad(KAND, bas="utredning"), "Menade du «utredningar»"),
    (andrad(KAND, konstanter={"malgrup": "Barn"}), "ingen kolumn «malgrup»"),
]


@pytest.mark.parametrize("plain, text", FELAKTIGA, ids=[t for _, t in FELAKTIGA])
def test_en_kartlaggning_som_inte_haller_sager_vad_som_ar_fel(plain, text):
    with pytest.raises(UsageError, match=text):
        karta_ur(plain)


def test_alla_fel_i_en_kartlaggning_visas_pa_en_gang():
    with pytest.raises(UsageError) as fel:
        karta_ur({"id": "", "namn": "", "kolumner": []})
    assert str(fel.value).count("\n- ") >= 4


@pytest.mark.parametrize("rubrik", ["Handläggare", "Barnets namn", "EFTERNAMN ", "Personnr"])
def test_en_kolumn_med_namn_pa_personer_kan_bara_vara_nagot_som_aldrig_lases(rubrik: str):
    kolumner = AKUTEN["kolumner"]
    with pytest.raises(UsageError, match="hör till personer"):
        karta_ur(andrad(AKUTEN, kolumner=[*kolumner, {"rubrik": rubrik, "roll": "grupp"}]))
    assert karta_ur(andrad(AKUTEN, kolumner=[*kolumner, {"rubrik": rubrik, "roll": "kanslig"}]))
