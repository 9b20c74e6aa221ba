"""No verdict disagrees with its chart: drawn series of all kinds, and what their sentences claim."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvalitet_metrics.analysis.verdict import NO_CHANGE, NOTHING_SAID, Verdict, judge
from kvalitet_metrics.model import Riktning
from tests.test_utlatande import ANTAL, AR, FACKORD, MANAD, NEDAT, NEUTRAL, TID, UPPAT, serie

NASTAN = st.integers(8, 80).flatmap(lambda n: st.sampled_from([0, 1, n - 1, n]).map(lambda x: f"{x}/{n}"))
ANDEL = st.integers(10, 80).flatmap(lambda n: st.integers(0, n).map(lambda x: f"{x}/{n}"))
STORA = st.integers(0, 30).map(lambda x: f"{900 + 30 * x}/{2000 + x}")
ANDELAR = st.sampled_from([ANDEL, NASTAN, STORA]).flatmap(
    lambda sort: st.lists(st.one_of(st.just("dold"), st.just("_"), sort), min_size=1, max_size=20)
)
TAL = st.lists(st.one_of(st.just("dold"), st.integers(0, 60).map(str)), min_size=1, max_size=20)
SERIER = st.tuples(st.sampled_from([UPPAT, NEDAT, NEUTRAL]), ANDELAR) | st.tuples(
    st.sampled_from([ANTAL, TID]), TAL
)
DOMAR = {
    "improvement": "bättre",
    "concern": "sämre",
    "neutral_high": "högre",
    "neutral_low": "lägre",
}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    SERIER,
    st.sampled_from([AR, MANAD]),
    st.sampled_from([None, 0.3, 1.0]),
    st.sampled_from([None, None, "xmr"]),
)
def test_inget_utlatande_motsager_sitt_diagram(valt, slag, mal, diagram):
    ind, figurer = valt
    rader = serie(ind, " ".join(figurer), slag, mal=mal)
    if not rader:
        return
    sagt = judge(rader, ind, slag, diagram=diagram)
    assert not [ord_ for ord_ in FACKORD if ord_ in sagt.mening.lower()]
    assert sagt.mening.count(".") == sagt.mening.count(". ") + 1
    assert (sagt.skal is not None) == (sagt.utfall == NOTHING_SAID)
    if sagt.skal == "litet underlag" and sagt.diagram:
        assert sagt.diagram[-1].punkter[-1].period != sagt.period
    if sagt.metod and "diagram" in sagt.metod:
        foljer_diagrammet(sagt, ind.riktning)
    elif sagt.skillnad and sagt.skillnad.nedre is not None:
        verkligt = not sagt.skillnad.nedre <= 0 <= sagt.skillnad.ovre
        assert (sagt.utfall != NO_CHANGE) == verkligt


def foljer_diagrammet(sagt: Verdict, riktning: Riktning) -> None:
    punkt = sagt.diagram[-1].newest
    assert (sagt.utfall == NO_CHANGE) == (punkt.signal is None)
    if punkt.signal != "outside":
        assert punkt.nedre - 1e-9 <= punkt.varde <= punkt.ovre + 1e-9
    if punkt.signal:
        assert sagt.utfall == DOMAR[punkt.typ]
        kanda = [p for p in sagt.diagram[-1].punkter if p.varde is not None]
        sedan = [p.period for p in kanda].index(sagt.sedan)
        assert all(p.signal and p.typ == punkt.typ for p in kanda[sedan:])
    if sagt.mal and sagt.diagram[-1].assurance:
        malets_ord(sagt, 1 if riktning is Riktning.HOGRE else -1)
    if riktning is Riktning.NEUTRAL:
        assert not {"bättre", "sämre"} & set(sagt.mening.lower().replace(":", "").split())


def malets_ord(sagt: Verdict, battre: int) -> None:
    """Vad meningen säger om målet är vad den som ser punkterna, gränserna och mållinjen ser."""
    punkt, mal = sagt.diagram[-1].newest, sagt.mal.varde
    varden = [p.varde for p in sagt.diagram[-1].punkter if p.varde is not None]
    samst = punkt.nedre if battre > 0 else punkt.ovre
    assert sagt.mal.nas == ((punkt.varde - mal) * battre >= 0)
    if "har nåtts i alla" in sagt.mening:
        assert all((v - mal) * battre >= 0 for v in varden)
        assert ("missas av slump" in sagt.mening) == ((samst - mal) * battre < 0)
    elif sagt.mal.nas and "nås inte pålitligt" in sagt.mening:
        assert any((v - mal) * battre < 0 for v in varden)
    elif "nås pålitligt" in sagt.mening:
        assert (samst - mal) * battre > 0
