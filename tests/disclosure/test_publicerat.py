"""What has been published stays in mind: a later load gives away neither a small count nor a small change."""

from kvalitet_metrics import Workspace

ID = "utredning_barn_inom_fyra_manader"
HUVUD = "Ärendenr;Målgrupp;Kön;Enhet;Inledd;Avslutad"


def lista(namn: str, antal: int, sena: int) -> tuple[str, bytes]:
    rader = [
        f"{namn}-{n};Barn;K;Norr;2023-01-10;{'2023-12-20' if n < sena else '2023-03-01'}"
        for n in range(antal)
    ]
    return f"{namn}.csv", "\n".join([HUVUD, *rader]).encode()


def aret(yta: Workspace) -> dict:
    return yta.answer(ID, viewer="publik")[0]


def test_en_siffra_som_ar_publicerad_visas_inte_nar_nagra_fa_har_kommit_till(tmp_path):
    yta = Workspace(tmp_path)
    yta.load([lista("a", 40, 20)], forvaltning="F")
    assert aret(yta)["namnare"] == 40
    assert yta.publish(ID) > 0
    assert aret(yta)["namnare"] == 40, "det publicerade visas så länge inget har ändrats"
    yta.load([lista("b", 3, 1)], forvaltning="F")
    assert aret(yta)["dold"], "43 efter 40 säger att tre har kommit till"
    yta.load([lista("c", 20, 10)], forvaltning="F")
    assert aret(yta)["namnare"] == 63, "många nya säger inget om de få"


def test_det_som_var_dolt_visas_inte_for_att_nagra_fa_har_kommit_till(tmp_path):
    yta = Workspace(tmp_path)
    yta.load([lista("a", 40, 4)], forvaltning="F")
    assert aret(yta)["dold"]
    yta.publish(ID)
    yta.load([lista("b", 2, 2)], forvaltning="F")
    assert aret(yta)["dold"], "sex sena nu och fyra då skulle säga att två har kommit till"


def test_utan_publicering_visas_det_som_star_for_sig_sjalvt(tmp_path):
    yta = Workspace(tmp_path)
    yta.load([lista("a", 40, 20)], forvaltning="F")
    yta.load([lista("b", 3, 1)], forvaltning="F")
    assert aret(yta)["namnare"] == 43
