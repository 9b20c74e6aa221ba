"""Units against their whole, the sexes against each other, others beside: each for itself, none ranked."""

import pytest

from kvalitet_metrics import Workspace
from kvalitet_metrics.analysis.chance import of_chance
from kvalitet_metrics.analysis.compare import with_outcomes
from kvalitet_metrics.analysis.funnel import funnel
from kvalitet_metrics.analysis.gender import gaps
from kvalitet_metrics.analysis.intervals import with_intervals
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.text import sortnyckel
from tests.conftest import rutor

ANDEL = INDIKATORER["utredning_vuxna_inom_frist"]
BROMMA = {"forvaltning": "Bromma stadsdelsförvaltning"}


def rader(ritat: str) -> list[dict]:
    """Drawn rows of one year: a breakdown, taljare and namnare; «dold» for a hidden one."""
    svar = []
    for ruta in rutor(ritat):
        dold = ruta["taljare"] == "dold"
        x, n = (None, None) if dold else (int(ruta["taljare"]), int(ruta["namnare"]))
        figurer = {"taljare": x, "namnare": n, "varde": x / n if n else None, "dold": dold}
        svar.append(ruta | figurer | {"period": "2023", "period_start": 2023, "brott": [], "anmarkning": []})
    return with_intervals(svar, ANDEL)


ENHETER = """
    enhet | taljare | namnare
    Örby  | 50      | 100
    Annan | 90      | 100
    Zon   | 72      | 100
    Bo    | dold    |
    Äng   | 68      | 100"""


def test_tratten_ar_ingen_rangordning_och_sager_vem_som_ar_utanfor():
    svar = funnel(rader(ENHETER), ANDEL, "enhet")
    assert [e["namn"] for e in svar["enheter"]] == ["Annan", "Bo", "Zon", "Äng", "Örby"]
    assert [e["utanfor"] for e in svar["enheter"]] == ["upper_998", None, None, None, "lower_998"]
    assert svar["mening"].startswith("2023: Annan och Örby skiljer sig från helheten (70,0\u00a0%) mer än")


def test_en_dold_enhet_har_inga_granser_och_raknas_inte_in_i_helheten():
    svar = funnel(rader(ENHETER), ANDEL, "enhet")
    bo = next(e for e in svar["enheter"] if e["namn"] == "Bo")
    assert (bo["dold"], bo["nedre_95"], bo["varde"]) == (True, None, None)
    assert svar["centrum"] == pytest.approx(280 / 400)


def test_granserna_som_ritas_ar_enheternas():
    svar = funnel(rader(ENHETER), ANDEL, "enhet")
    k = min(svar["kurvor"], key=lambda k: abs(k["namnare"] - 100))
    assert k["nedre_95"] == pytest.approx(svar["enheter"][0]["nedre_95"], abs=0.01)


@pytest.mark.parametrize(
    "id, skal",
    [
        ("avvikelser_antal", "jämför andelar"),
        ("samverkan_andel", "färre än 3 enheter"),
        ("lex_sarah_bedomning", "andelar"),
    ],
)
def test_tratten_avstar_med_sitt_skal(exempel_workspace: Workspace, id: str, skal: str):
    svar = exempel_workspace.funnel(id)
    assert skal in svar["skal"]
    assert svar["kurvor"] == []


def test_tio_enheter_far_bredare_granser_nar_de_ar_olika_i_sig(exempel_workspace: Workspace):
    ritat = "enhet | taljare | namnare\n" + "\n".join(f"E{i} | {200 + 60 * (i % 2)} | 400" for i in range(12))
    bred = funnel(rader(ritat), ANDEL, "enhet")
    assert bred["justerad"]
    assert bred["mening"].endswith("sedan enheternas vanliga olikhet är borträknad.")
    svar = exempel_workspace.funnel("avvikelser_ovrigt_andel")
    assert len(svar["enheter"]) >= 10
    assert [e["namn"] for e in svar["enheter"]] == sorted(
        (e["namn"] for e in svar["enheter"]), key=sortnyckel
    )


# The sexes


def kon(hela: str, **uppdelat: str) -> str:
    """The sentence for drawn answers: the whole per kön, and the same per kön and another breakdown."""
    svar = {("kon",): rader(hela)} | {("kon", *k.split("_")): rader(v) for k, v in uppdelat.items()}
    (en,) = gaps(lambda by, newest=None: svar.get(tuple(by), []), ANDEL)
    return en["mening"].replace("\u00a0", " ")


LIKA_INOM = """
    kon     | grupp | taljare | namnare
    kvinnor | A     | 90      | 100
    kvinnor | B     | 2       | 10
    män     | A     | 9       | 10
    män     | B     | 20      | 100"""
HELA = """
    kon     | taljare | namnare
    kvinnor | 92      | 110
    män     | 29      | 110"""


def test_en_skillnad_som_forklaras_av_gruppen_sags_inte_vara_kvar():
    mening = kon(HELA, grupp=LIKA_INOM)
    assert "högre för kvinnor än för män, till nackdel för män, mer än vad slumpen förklarar" in mening
    assert mening.endswith("inom samma grupp är den 0,0 procentenheter högre för män, vilket kan vara slump.")


def test_brommas_skillnad_finns_kvar_inom_grupp_och_lagrum(exempel_workspace: Workspace):
    (en,) = exempel_workspace.gender_gap("utredning_vuxna_inom_frist", where=BROMMA)
    assert en["skillnad"]["varde"] == pytest.approx(19 / 29 - 9 / 31)
    assert [i["inom"] for i in en["inom"]] == [["grupp"], ["lagrum"], ["grupp", "lagrum"]]
    assert "till nackdel för män, mer än vad slumpen förklarar" in en["mening"]
    assert "skillnaden finns kvar inom samma grupp och lagrum" in en["mening"]


@pytest.mark.parametrize(
    "ritat, skal",
    [
        ("kon | taljare | namnare\nkvinnor | 5 | 9\nmän | 50 | 100", "underlaget är för litet (9 kvinnor)"),
        ("kon | taljare | namnare\nkvinnor | dold | \nmän | 50 | 100", "siffran för kvinnor är dold"),
    ],
)
def test_konen_jamfors_inte_nar_underlaget_ar_litet_eller_dolt(ritat: str, skal: str):
    assert kon(ritat) == f"Inget utlåtande om kön 2023: {skal}."


def test_den_som_inte_far_se_skikten_far_veta_det(exempel_workspace: Workspace):
    (en,) = exempel_workspace.gender_gap("utredning_vuxna_inom_frist", where=BROMMA, viewer="intern")
    assert "där siffrorna får visas" in en["mening"]


@pytest.mark.parametrize("id", [i for i, d in INDIKATORER.items() if "kon" in d.nedbrytningar])
def test_varje_indikator_med_kon_har_ett_svar(exempel_workspace: Workspace, id: str):
    for en in exempel_workspace.gender_gap(id):
        assert en["mening"].endswith(".")
        assert (en["skal"] is None) == (en["skillnad"] is not None)


def test_ett_matt_utan_kon_sager_inget_om_kon(exempel_workspace: Workspace):
    assert exempel_workspace.gender_gap("samverkan_andel") == []


# Others beside, and chance


def test_varje_jamforelse_har_sitt_eget_utfall():
    rad = rader("kategori | taljare | namnare\nx | 60 | 100")[0]
    rad |= {"jamforelser": {"riket": 0.8, "staden": 0.62}, "mal": 0.5, "underkategori": "x"}
    (svar,) = with_outcomes([rad], INDIKATORER["enkat_svarsfrekvens"])
    assert svar["jamforelse_utfall"] == {"riket": "sämre", "staden": "likvärdig", "mal": "bättre"}


def test_utan_intervall_finns_inget_utfall(exempel_workspace: Workspace):
    for rad in exempel_workspace.answer("keks_index"):
        assert set(rad["jamforelse_utfall"]) >= set(rad["jamforelser"])
        assert set(rad["jamforelse_utfall"].values()) <= {None}


def test_oversikten_sager_hur_manga_forandringar_slumpen_ger():
    sagda = [{"utfall": "bättre", "metod": "två perioder"}] * 3
    sagda += [{"utfall": "ingen säker förändring", "metod": "två perioder"}] * 37
    sagda += [{"utfall": "inget utlåtande", "metod": None}] * 10
    mening = of_chance(sagda).replace("\u00a0", " ")
    assert mening == (
        "Av 40 jämförda siffror på sidan visar 3 en förändring. Om inget hade hänt skulle slumpen ensam visa"
        " ungefär 2."
    )
    assert of_chance(sagda[-10:]) == ""
