"""Where a series breaks: the old definition stays for its time, and a new way of counting is said."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.brott import mark_breaks
from kvalitet_metrics.indicators.compiler import ROLLER
from kvalitet_metrics.indicators.compute import Fraga, Row, compute
from kvalitet_metrics.indicators.definition import DefinitionError, Indikator
from kvalitet_metrics.indicators.versions import Version, versionshistorik
from kvalitet_metrics.model import Periodslag, Urval
from kvalitet_metrics.store.brott import NyttRaknesatt
from kvalitet_metrics.store.organisation import Andring, Organisation
from tests.conftest import ROT, rutor
from tests.indicators.tabeller import dag, databas, fyll, inlast, ritad

BARN = INDIKATORER["utredning_barn_inom_fyra_manader"]
AVVIKELSER = INDIKATORER["avvikelser_antal"]
BYTE = Version(
    1,
    till=dag("2022-12-31"),
    vad="Bara utredningar som ledde till insats räknas som klara i tid.",
    varfor="Nämnden frågade efter dem.",
    andrat={"taljare": "avslutad <= inledd + INTERVAL 4 MONTH", "taljare_ord": "de som blev klara i tid"},
)
MATT = replace(
    BARN,
    version=2,
    taljare="avslutad <= inledd + INTERVAL 4 MONTH AND resultat = 'Insats'",
    tidigare=(BYTE,),
)
UTREDNINGAR = """
    kon     | inledd     | avslutad   | resultat
    flickor | 2021-03-01 | 2021-04-01 | Insats
    flickor | 2021-03-01 | 2021-04-01 | Utan insats
    flickor | 2022-03-01 | 2022-04-01 | Utan insats
    flickor | 2023-03-01 | 2023-04-01 | Insats
    flickor | 2023-03-01 | 2023-04-01 | Utan insats
    pojkar  | 2023-03-01 | 2023-12-01 | Insats
    flickor | 2024-03-01 | 2024-04-01 | Utan insats
"""
NYTT_SATT = f"Måttet räknas på ett nytt sätt sedan 2023-01-01: {BYTE.vad}"
FORE_BYTET = "Räknad enligt version 1 av måttet, som gällde till och med 2022-12-31."


@pytest.fixture
def utredningar():
    con = databas()
    fyll(con, "utredning", UTREDNINGAR, malgrupp="barn")
    return con


@pytest.fixture
def avvikelser():
    con = databas()
    inlast(con, "avvikelse", "period_start | period_end\n2020-01-01 | 2024-12-31")
    fyll(
        con,
        "avvikelse",
        """
        forvaltning | enhet | kategori | intraffad
        F           | Norr  | Hot      | 2021-02-01
        F           | Norr  | Hot      | 2022-08-01
        F           | Norr  | Fall     | 2023-02-01
        F           | Syd   | Fall     | 2021-02-01
        F           | Syd   | Fall     | 2022-02-01
        F           | Syd   | Fall     | 2023-02-01
        G           | Öst   | Fall     | 2021-02-01
        G           | Öst   | Fall     | 2022-02-01
        """,
        upload_id="u1",
    )
    return con


def fraga(ind: Indikator, period: str = "kalenderar", *by: str, version: int | None = None, **urval) -> Fraga:
    where = urval.pop("where", None)
    return Fraga(ind, Periodslag(period), by, Urval.of(where, **urval), version)


def brott(datum: str, kolumn: str | None = "enhet", varde: str | None = "Norr", galler: str = "avvikelse"):
    return NyttRaknesatt(1, galler, kolumn, varde, dag(datum), "Alla verksamheter räknas med.", "", "")


def svara(con, f: Fraga, *inskrivna: NyttRaknesatt, organisation=None, joined: bool = False) -> list[Row]:
    """The answer with its breaks marked."""
    rader = compute(con, f)
    mark_breaks(con, rader, f, inskrivna, organisation or Organisation(), joined)
    return rader


def brutna(rader: Iterable[Row], *kolumner: str) -> list[tuple]:
    """Where a series is cut: the period, the breakdown, and the days of the breaks."""
    return [
        (r["period"], *(r[k] for k in kolumner), *(str(b["datum"]) for b in r["brott"]))
        for r in rader
        if r["brott"]
    ]


# Versions of a definition


def test_perioder_fore_andringen_raknas_som_da_och_brottet_star_pa_den_forsta_efter(utredningar):
    rader = svara(utredningar, fraga(MATT))
    assert ritad(rader, "period", "version", "taljare", "namnare") == rutor("""
        period | version | taljare | namnare
        2021   | 1       | 2       | 2
        2022   | 1       | 1       | 1
        2023   | 2       | 1       | 3
        2024   | 2       | 0       | 1
    """)
    assert brutna(rader) == [("2023", "2023-01-01")]
    assert rader[2]["brott"] == [
        {"datum": date(2023, 1, 1), "slag": "definition", "text": NYTT_SATT, "galler": ""}
    ]
    assert [r["anmarkning"] for r in rader] == [[FORE_BYTET], [FORE_BYTET], [NYTT_SATT], []]


@pytest.mark.parametrize(("version", "taljare"), [(1, [2, 1, 2, 1]), (2, [1, 0, 1, 0])])
def test_en_fraga_om_en_version_ger_en_enda_serie_utan_brott(utredningar, version: int, taljare: list[int]):
    rader = svara(utredningar, fraga(MATT, version=version))
    assert [r["taljare"] for r in rader] == taljare
    assert {r["version"] for r in rader} == {version}
    assert all(r["anmarkning"] == [] and r["brott"] == [] for r in rader)


def test_en_period_som_andringen_ligger_inne_i_raknas_pa_det_nya_sattet_och_sager_det(utredningar):
    rader = svara(utredningar, fraga(replace(MATT, tidigare=(replace(BYTE, till=dag("2023-05-31")),))))
    assert [(r["version"], r["taljare"]) for r in rader] == [(1, 2), (1, 1), (2, 1), (2, 0)]
    assert brutna(rader) == [("2023", "2023-06-01")], "2024 är räknat som 2023 och går att jämföra"
    assert rader[2]["anmarkning"][0].endswith("Hela perioden är räknad på det nya sättet.")


def test_hela_tiden_ar_en_period(utredningar):
    (rad,) = svara(utredningar, fraga(MATT, "total"))
    assert (rad["version"], rad["taljare"], rad["namnare"]) == (2, 2, 7)
    assert brutna([rad]) == [(rad["period"], "2023-01-01")]
    (rad,) = svara(utredningar, fraga(MATT, "total", till=dag("2022-12-31")))
    assert (rad["version"], rad["taljare"], rad["namnare"], rad["brott"]) == (1, 3, 3, [])


def test_brottet_sags_for_varje_grupp_men_inte_i_ett_urval_som_borjar_efter_det(utredningar):
    assert brutna(svara(utredningar, fraga(MATT, "kalenderar", "kon")), "kon") == [
        ("2023", "flickor", "2023-01-01"),
        ("2023", "pojkar", "2023-01-01"),
    ]
    assert brutna(svara(utredningar, fraga(MATT, fran=dag("2024-01-01")))) == [], "inget att jämföra med"


def test_hela_tiden_far_ett_enda_svar_ocksa_nar_den_gamla_versionen_bara_har_gamla_poster(utredningar):
    gammal = replace(BYTE, andrat={"urval": "malgrupp = 'barn' AND inledd < DATE '2023-01-01'"})
    (rad,) = svara(utredningar, fraga(replace(MATT, tidigare=(gammal,)), "total"))
    assert (rad["version"], rad["namnare"]) == (2, 7)


def test_tre_versioner_galler_var_sin_tid(utredningar):
    forst = Version(1, dag("2021-12-31"), "Pojkar räknas med.", "De saknades.", {"urval": "kon = 'flickor'"})
    ind = replace(MATT, version=3, tidigare=(forst, replace(BYTE, nr=2)))
    rader = svara(utredningar, fraga(ind))
    assert [(r["period"], r["version"], r["taljare"]) for r in rader] == [
        ("2021", 1, 2),
        ("2022", 2, 1),
        ("2023", 3, 1),
        ("2024", 3, 0),
    ]
    assert brutna(rader) == [("2022", "2022-01-01"), ("2023", "2023-01-01")]
    som_forst = svara(utredningar, fraga(ind, version=1))
    assert [(r["taljare"], r["namnare"]) for r in som_forst] == [(2, 2), (1, 1), (2, 2), (1, 1)], (
        "version 1 har också det som version 2 hade annorlunda"
    )


@pytest.mark.parametrize(
    ("tidigare", "vantat"),
    [
        ((replace(BYTE, nr=2),), "äldst först"),
        ((BYTE, replace(BYTE, nr=1)), "äldst först"),
        ((replace(BYTE, andrat={"taljaren": "TRUE"}),), "kan inte ändra taljaren"),
        ((replace(BYTE, andrat={"tabell": "avvikelse"}),), "kan inte ändra tabell"),
        ((replace(BYTE, varfor=" "),), "saknar"),
    ],
)
def test_en_definition_vars_versioner_inte_hanger_ihop_nekas(tidigare: tuple[Version, ...], vantat: str):
    with pytest.raises(DefinitionError, match=vantat):
        replace(MATT, tidigare=tidigare)


def test_versionshistoriken_sager_vad_varfor_och_nar():
    assert versionshistorik(BARN) == []
    [(rubrik, text)] = versionshistorik(MATT)
    assert rubrik == "Ändrat 2023-01-01"
    assert text == f"{BYTE.vad} {BYTE.varfor} Perioder före räknas som förut (version 1)."


def utan_andrat_tal(indikatorer: Iterable[Indikator], text: str) -> list[tuple[str, int]]:
    """The changes of definitions that the list of changed figures does not have, as id and new version."""
    skrivna = {
        (id_, int(nr))
        for id_, nr in re.findall(r"^\|[^|]*\|\s*`?(\w+)`?,\s*(?:version )?(\d+)\s*\|", text, re.M)
    }
    byten = [(ind.id, ny) for ind in indikatorer for ny in [*(v.nr for v in ind.tidigare), ind.version][1:]]
    return [b for b in byten if b not in skrivna]


def test_varje_tidigare_version_star_i_listan_over_andrade_tal():
    lista = (ROT / "docs" / "andrade_tal.md").read_text(encoding="utf-8")
    assert utan_andrat_tal(INDIKATORER.values(), lista) == []
    assert utan_andrat_tal([MATT], lista) == [(MATT.id, 2)], "en version utan rad märks"
    rad = f"| 2023-01-15 | `{MATT.id}`, 2 | bara insatser; nämnden | 100 % | 33 % |"
    assert utan_andrat_tal([MATT], f"{lista}\n{rad}\n") == []


# New ways of counting in the source


def test_en_enhets_nya_raknesatt_bryter_dess_serie_och_ingen_annans(avvikelser):
    rader = svara(avvikelser, fraga(AVVIKELSER, "kalenderar", "enhet"), brott("2023-01-01"))
    assert brutna(rader, "enhet") == [("2023", "Norr", "2023-01-01")]
    (rad,) = [r for r in rader if r["brott"]]
    sagt = "Norr räknas på ett nytt sätt sedan 2023-01-01: Alla verksamheter räknas med."
    assert rad["brott"] == [{"datum": date(2023, 1, 1), "slag": "raknesatt", "text": sagt, "galler": "Norr"}]
    assert rad["anmarkning"] == [sagt]


def test_en_summa_som_innehaller_enheten_ar_berord_och_sager_vilken_enhet(avvikelser):
    b = brott("2023-01-01")
    assert brutna(svara(avvikelser, fraga(AVVIKELSER), b)) == [("2023", "2023-01-01")]
    per_kategori = svara(avvikelser, fraga(AVVIKELSER, "kalenderar", "kategori"), b)
    assert {k for _, k, _ in brutna(per_kategori, "kategori")} == {"Fall", "Hot"}
    per_forvaltning = svara(avvikelser, fraga(AVVIKELSER, "kalenderar", "forvaltning"), b)
    assert brutna(per_forvaltning, "forvaltning") == [("2023", "F", "2023-01-01")]
    for where in ({"enhet": "Syd"}, {"forvaltning": "G"}):
        assert brutna(svara(avvikelser, fraga(AVVIKELSER, where=where), b)) == []
    tillsammans = svara(avvikelser, fraga(AVVIKELSER, where={"enhet": ("Norr", "Syd")}), b)
    assert tillsammans[-1]["anmarkning"][0].startswith("Norr räknas")


def test_siffrorna_ar_desamma_med_och_utan_brott(avvikelser):
    f = fraga(AVVIKELSER, "kvartal", "enhet")
    assert [r["varde"] for r in svara(avvikelser, f, brott("2022-05-01"))] == [
        r["varde"] for r in svara(avvikelser, f)
    ]


def test_en_period_pa_bada_sidor_om_dagen_jamfors_varken_bakat_eller_framat(avvikelser):
    rader = svara(avvikelser, fraga(AVVIKELSER), brott("2022-07-01"))
    assert brutna(rader) == [("2022", "2022-07-01"), ("2023", "2022-07-01")]
    assert rader[1]["anmarkning"][0].endswith("Ändringen ligger inne i perioden.")
    assert rader[2]["anmarkning"] == ["Perioden före (2022) ligger på båda sidor om ändringen 2022-07-01."]


@pytest.mark.parametrize(
    ("fran", "till", "vantat"),
    [
        ("2022-01-01", "2023-12-31", [("2023", "2023-01-01")]),
        ("2023-01-01", "2023-12-31", [("2023", "2023-01-01")]),
        ("2021-01-01", "2022-12-31", []),
    ],
)
def test_brottet_sags_bara_dar_urvalet_nar_det(avvikelser, fran: str, till: str, vantat: list):
    f = fraga(AVVIKELSER, fran=dag(fran), till=dag(till))
    assert brutna(svara(avvikelser, f, brott("2023-01-01"))) == vantat


def test_ett_brott_som_ligger_fore_den_forsta_perioden_sags_inte(avvikelser):
    assert brutna(svara(avvikelser, fraga(AVVIKELSER, fran=dag("2023-01-01")), brott("2022-01-01"))) == []


def test_ett_brott_galler_ett_matt_eller_alla_ur_samma_poster(avvikelser):
    per_omrade = INDIKATORER["avvikelser_per_kvalitetsomrade"]
    avvikelser.execute("UPDATE avvikelse SET omrade = 'A'")
    bara_ett = brott("2023-01-01", galler=AVVIKELSER.id)
    assert brutna(svara(avvikelser, fraga(AVVIKELSER), bara_ett))
    assert not brutna(svara(avvikelser, fraga(per_omrade), bara_ett))
    assert brutna(svara(avvikelser, fraga(per_omrade), brott("2023-01-01")))
    assert not brutna(svara(avvikelser, fraga(AVVIKELSER), brott("2023-01-01", galler="utredning")))


def test_ett_brott_utan_del_galler_allt(avvikelser):
    rader = svara(avvikelser, fraga(AVVIKELSER, "kalenderar", "enhet"), brott("2023-01-01", None, None))
    assert {e for _, e, _ in brutna(rader, "enhet")} == {"Norr", "Syd", "Öst"}
    assert rader[-1]["anmarkning"][0].startswith("Allt räknas på ett nytt sätt sedan 2023-01-01:")


def test_brottet_foljer_enheten_nar_den_byter_namn_eller_gar_upp_i_en_annan(avvikelser):
    bytt = Organisation(andringar=(Andring("namnbyte", "enhet", dag("2024-01-01"), ("Gamla",), ("Norr",)),))
    gammalt = brott("2023-01-01", varde="Gamla")
    f = fraga(AVVIKELSER, "kalenderar", "enhet")
    assert brutna(svara(avvikelser, f, gammalt, organisation=bytt), "enhet") == [
        ("2023", "Norr", "2023-01-01")
    ]
    ihop = Organisation(
        andringar=(Andring("sammanslagning", "enhet", dag("2024-01-01"), ("Gamla", "X"), ("Norr",)),)
    )
    assert brutna(svara(avvikelser, f, gammalt, organisation=ihop)) == []
    assert brutna(svara(avvikelser, f, gammalt, organisation=ihop, joined=True))


# What the example data say


def test_exemplen_har_brommas_tva_brott(exempel_workspace):
    skrivna = [(b.galler, b.varde, str(b.datum)) for b in exempel_workspace.brott.list()]
    assert skrivna == [
        ("avvikelse", "Enheten för personligt stöd", "2022-01-01"),
        ("avvikelse", "Enheten för personligt stöd", "2023-01-01"),
    ]
    rader = exempel_workspace.answer("avvikelser_antal", by=["forvaltning"])
    assert brutna(rader, "forvaltning") == [
        ("2022", "Bromma stadsdelsförvaltning", "2022-01-01"),
        ("2023", "Bromma stadsdelsförvaltning", "2023-01-01"),
    ]
    enhet = exempel_workspace.answer("avvikelser_antal", where={"enhet": "Enheten för personligt stöd"})
    assert [(r["varde"], r["foregaende"], len(r["brott"])) for r in enhet] == [
        (1, None, 0),
        (1108, 1, 1),
        (200, 1108, 1),
    ]
    assert '"slag": "raknesatt"' in json.dumps(enhet, default=date.isoformat)


def test_det_gar_bara_att_fraga_efter_en_version_som_finns(exempel_workspace):
    (*_, rad) = exempel_workspace.answer("avvikelser_antal", version=1)
    assert rad["version"] == 1
    with pytest.raises(UsageError, match="ingen version 2"):
        exempel_workspace.query("avvikelser_antal", version=2)
    assert list(exempel_workspace.query("avvikelser_antal", version=1)["version"].unique()) == [1]


def test_posterna_bakom_ett_tal_kan_tas_enligt_en_tidigare_version(exempel_workspace, monkeypatch):
    monkeypatch.setitem(INDIKATORER, BARN.id, MATT)

    def i_taljaren(**version: int) -> int:
        poster = exempel_workspace.rows(BARN.id, fran=dag("2023-01-01"), till=dag("2023-12-31"), **version)
        return int((poster["raknas_som"] == ROLLER["TALJARE"]).sum())

    assert i_taljaren(version=1) > i_taljaren(version=2) == i_taljaren()
    with pytest.raises(UsageError, match="ingen version 3"):
        exempel_workspace.rows(BARN.id, version=3)
