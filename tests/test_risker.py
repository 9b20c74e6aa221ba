"""The risks of a year in words and in order, and what each was in the analysis before."""

from datetime import date

from kvalitet_metrics import Workspace
from kvalitet_metrics.analysis.risker import fore, i_ord, las, sedan, sedan_i_ord

TOMT = dict.fromkeys(("enhet", "avdelning", "forvaltning", "delprocess", "atgard", "kategori"))


def post(risk: str, ar: int = 2024, niva: str | None = "kritisk", varde: int = 12, bedomning: str = "åtgärd"):
    """A record as it is read."""
    steg = {"sannolikhet": 3, "konsekvens": 4, "riskvarde": varde}
    om = {"risk": risk, "bedomning": bedomning, "kategori": niva, "period_end": date(ar, 12, 31)}
    return TOMT | steg | om


def test_kritiska_utan_atgard_star_forst_och_raknas_i_svaret():
    risker = las(
        [
            post("Låg", niva="låg", varde=4, bedomning="åtgärd saknas"),
            post("Värst med åtgärd", varde=25),
            post("Kritisk utan", varde=10, bedomning="ingen åtgärd"),
        ]
    )
    assert [r.risk for r in risker] == ["Kritisk utan", "Värst med åtgärd", "Låg"]
    assert i_ord(risker, 2024).replace("\u00a0", " ") == (
        "3 risker i riskanalysen 2024: 2 kritiska och 1 låg. 1 av de 2 kritiska har ingen åtgärd."
    )


def test_samma_risk_jamfors_med_aret_fore_och_bara_med_det():
    alla = las(
        [
            *(
                post("A", 2021, varde=20),
                post("A", 2023, varde=16),
                post("B", 2023, varde=9),
                post("D", 2023),
            ),
            *(post("A", varde=12), post("B", varde=15), post("C")),
        ]
    )
    senast, innan = fore(alla, 2024)
    i_aret = [r for r in alla if r.ar == 2024]
    assert senast == 2023
    assert {r.risk: sedan(r, innan) for r in i_aret} == {
        "A": "lägre, var 16",
        "B": "högre, var 9",
        "C": "ny",
    }
    assert sedan_i_ord(i_aret, innan, 2023) == (
        "Sedan 2023: 1 har fått ett lägre riskvärde, 1 ett högre, 1 är ny och 1 finns inte längre med."
    )
    assert fore(alla, 2021) == (None, {})


def test_en_egen_niva_och_ingen_niva_star_sist():
    risker = las([post("X", niva=None), post("Y", niva="Gul"), post("Z", niva="låg")])
    assert risker[0].niva == "låg"
    assert {r.niva for r in risker[1:]} == {"gul", None}
    assert "utan nivå" in i_ord(risker, 2024)


def test_matrisens_nivaer_ar_de_som_gallde_da(egen_arbetsyta):
    yta = Workspace(egen_arbetsyta)
    rader = ["Riskmatris 2024;;;", "Sannolikhet;Konsekvens;Riskvärde;Nivå", "3;3;9;kritisk"]
    yta.load(("matris.csv", "\n".join(rader).encode()), forvaltning="Norr")
    assert yta.risk_levels("Norr", date(2024, 12, 31))[3, 3] == "kritisk"
    assert yta.risk_levels("Norr", date(2023, 12, 31))[3, 3] == "medium"
    assert yta.risk_levels("Söder", date(2024, 12, 31))[3, 3] == "medium"
    assert len(yta.risk_levels("Norr", date(2024, 12, 31))) == 25
