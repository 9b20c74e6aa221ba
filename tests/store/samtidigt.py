"""Two who load at the same moment and two who read meanwhile, round after round, from an empty folder.

python -m tests.store.samtidigt MAPP VARV

One loads by the command line and one from Python; one asks by each as well. Each round is a folder of
its own. Prints one line of JSON at the end: the rounds that went wrong.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kvalitet_metrics import Workspace
from kvalitet_metrics.cli import main as kommando
from tests.store.filer import BARN, TRE_TILL, TVA, tal
from tests.store.processer import starta, vanta

GILTIGA = {(), (1, 2), (2, 3), (3, 5)}
LASSEKUNDER = 1.5


def i_takt(borja: float, arbete: Callable[[], object]) -> Callable[[], int]:
    """The work, begun at a given moment."""

    def kor() -> int:
        time.sleep(max(0, borja - time.time()))
        try:
            arbete()
        except SystemExit as slut:
            return int(slut.code or 0)
        return 0

    return kor


def las(mapp: Path) -> None:
    """Ask again and again, from before the first load until after the last."""
    slut = time.time() + LASSEKUNDER
    while time.time() < slut:
        assert tal(Workspace(mapp)) in GILTIGA
        Workspace(mapp).values("enhet")
        Workspace(mapp).uploads()


def varv(mapp: Path) -> list[int]:
    """One round; the exit statuses of the four."""
    mapp.mkdir()
    fil = mapp / TVA[0]
    fil.write_bytes(TVA[1])
    yta = mapp / "yta"
    borja = time.time() + 0.05
    ladda = ["--data", str(yta), "load", str(fil), "--json", "--forvaltning", "Förvaltningen"]
    arbeten = (
        lambda: kommando(ladda),
        lambda: Workspace(yta).load([TRE_TILL], forvaltning="Förvaltningen"),
        lambda: las(yta),
        lambda: [kommando(["--data", str(yta), "query", BARN, "--json"]) for _ in range(5)],
    )
    return [vanta(pid) for pid in [starta(i_takt(borja, arbete)) for arbete in arbeten]]


def granska(mapp: Path) -> int:
    """Afterwards both loads are there, whole."""
    assert tal(Workspace(mapp)) == (3, 5)
    assert len(Workspace(mapp).uploads()) == 2
    return 0


def main(mapp: Path, antal: int) -> None:
    fel = []
    for nr in range(antal):
        status = varv(mapp / str(nr))
        efter = vanta(starta(i_takt(0, lambda n=nr: granska(mapp / str(n) / "yta"))))
        if any(status) or efter:
            fel.append({"varv": nr, "status": status, "efter": efter})
    print(json.dumps({"varv": antal, "fel": fel}))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]))
