"""Random tables that agree never alarm, and one changed cell is always found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kvalitet_metrics.text import avrundat
from tests.reconcile.tabeller import av_rader, rader

TAL = st.integers(0, 500)
KORSTABELLER = st.integers(1, 4).flatmap(
    lambda bredd: st.lists(st.lists(TAL, min_size=bredd, max_size=bredd), min_size=1, max_size=5)
)


def korstabell(celler: list[list[int]], foregaende: list[list[int]]) -> list[dict[str, str]]:
    """A cross table with totals in both directions, and the year before in brackets."""
    ut = []
    for period, jamforelse, tal in (("2023", "", celler), ("2022", "foregaende", foregaende)):
        med = [[*rad, sum(rad)] for rad in tal]
        med.append([sum(kolumn) for kolumn in zip(*med, strict=True)])
        for y, rad in enumerate(med):
            for x, n in enumerate(rad):
                kategori = "Totalt" if y == len(tal) else f"Kategori {y}"
                grupp = "Totalt" if x == len(rad) - 1 else f"Grupp {x}"
                ut.append(f"{grupp} | {kategori} | {period} | {jamforelse} | {n}")
    return rader("grupp | kategori | period | comparator | value\n" + "\n".join(ut))


@settings(max_examples=40, deadline=None)
@given(celler=KORSTABELLER, data=st.data())
def test_en_andrad_cell_i_en_korstabell_hittas_och_en_orord_larmar_inte(celler, data):
    fore = [[n // 2 for n in rad] for rad in celler]
    tabell = korstabell(celler, fore)
    assert av_rader(tabell)["fynd"] == []
    vald = data.draw(st.integers(0, len(tabell) - 1))
    andring = data.draw(st.integers(-50, 50).filter(bool))
    nytt = max(0, int(tabell[vald]["value"]) + andring)
    andrad = [r | {"value": str(nytt)} if nr == vald else r for nr, r in enumerate(tabell)]
    fynd = av_rader(andrad)["fynd"]
    assert {f["klass"] for f in fynd} == ({"E"} if str(nytt) != tabell[vald]["value"] else set())


@settings(max_examples=60, deadline=None)
@given(
    namnare=st.integers(1, 400),
    del_=st.floats(0, 1),
    decimaler=st.integers(0, 2),
    steg=st.integers(1, 9),
)
def test_en_andel_av_hela_tal_larmar_inte_och_en_andrad_siffra_hittas(namnare, del_, decimaler, steg):
    taljare = round(del_ * namnare)
    sagd = avrundat(100 * taljare / namnare, decimaler)
    text = "measure | value\ntaljare | {t}\nnamnare | {n}\nandel | {p}"
    assert av_rader(rader(text.format(t=taljare, n=namnare, p=sagd)))["fynd"] == []
    fel = sagd + steg * avrundat(10**-decimaler, decimaler)
    fynd = av_rader(rader(text.format(t=taljare, n=namnare, p=fel)))["fynd"]
    assert [f["regel"] for f in fynd] == ["R2"]
