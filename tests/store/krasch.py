"""Kills a load or an undo with SIGKILL at one step after another, and checks what is left each time.

python -m tests.store.krasch MAPP first|load|undo ANTAL     ANTAL steps, evenly spread; 0 is every step
python -m tests.store.krasch MAPP random ANTAL              whole loads, killed at random moments

Steps are counted without changing the code under test: what it opens, moves and removes in the
workspace (audit events), and its calls to SQLite, DuckDB and Parquet (profile events). Every try runs
in a forked process of its own on a copy of the same workspace. Reading a file leaves nothing on disk,
so the steps are those after it, and the files are read once; the random kills are of whole loads.
Prints one line of JSON at the end.
"""

import json
import os
import pickle
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from kvalitet_metrics import Workspace
from kvalitet_metrics.model import FileContext
from kvalitet_metrics.store.files import Fil
from kvalitet_metrics.store.loading import Loader
from tests.store.filer import EN_VUXEN, TRE_TILL, TVA, ladda, tal
from tests.store.processer import i_egen_process, starta, vanta

FILHANDELSER = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree", "sqlite3.connect"}
ANROP = {"execute", "executemany", "executescript", "close", "write_table", "fsync"}
BIBLIOTEK = ("sqlite3", "_duckdb", "duckdb", "pyarrow", "posix")
FORE_OCH_EFTER = {"first": ((), (1, 2)), "load": ((1, 2), (3, 5)), "undo": ((3, 5), (1, 2))}
LASTA = "lasta.pickle"


class Raknare:
    """Counts steps on the main thread and kills the process at the chosen one."""

    def __init__(self, mapp: Path, doden: int):
        self.mapp, self.doden, self.steg = str(mapp), doden, 0

    def starta(self) -> None:
        sys.addaudithook(self.fil)
        sys.setprofile(self.anrop)

    def fil(self, handelse: str, argument: tuple) -> None:
        if handelse in FILHANDELSER and str(argument[0]).startswith(self.mapp):
            self.ett_steg()

    def anrop(self, ram, handelse: str, funktion) -> None:
        if handelse == "c_call" and getattr(funktion, "__name__", "") in ANROP:
            agare = getattr(funktion, "__self__", None)
            if getattr(agare, "__name__", type(agare).__module__).startswith(BIBLIOTEK):
                self.ett_steg()

    def ett_steg(self) -> None:
        self.steg += 1
        if self.steg == self.doden:
            os.kill(os.getpid(), signal.SIGKILL)


def forbered(mapp: Path, handling: str) -> int:
    """The workspace that every try starts from, and beside it the files as they have been read."""
    yta = Workspace(mapp)
    mapp.mkdir()
    if handling != "first":
        ladda(yta, TVA)
    if handling == "undo":
        ladda(yta, TRE_TILL)
    loader = Loader(mapp)
    filer = [Fil(namn, data, FileContext("Förvaltningen")) for namn, data in (TVA, TRE_TILL, EN_VUXEN)]
    with (mapp.parent / LASTA).open("wb") as lasta:
        pickle.dump({fil.name: (fil, loader.look(fil)) for fil in filer}, lasta)
    return 0


def spara(mapp: Path, namn: str) -> str:
    """All of a load but the reading; the status of its receipt."""
    lasta = pickle.loads((mapp.parent / LASTA).read_bytes())
    loader = Loader(mapp)
    with loader.versions.lock():
        (kvitto,) = loader.save([lasta[namn]])
    return kvitto.status


def utfor(mapp: Path, handling: str, doden: int) -> int:
    """Load or undo until the step where the process dies; the number of steps goes to a file beside."""
    yta = Workspace(mapp)
    raknare = Raknare(mapp, doden)
    raknare.starta()
    if handling == "undo":
        yta.undo(yta.uploads()[-1]["upload_id"])
    else:
        spara(mapp, TVA[0] if handling == "first" else TRE_TILL[0])
    sys.setprofile(None)
    mapp.with_suffix(".steg").write_text(str(raknare.steg))
    return 0


def granska(mapp: Path, handling: str) -> int:
    """What must hold after a crash: one whole version, and a next load that cleans up."""
    yta = Workspace(mapp)
    fore, efter = FORE_OCH_EFTER[handling]
    nu = tal(yta)
    aktiva = [u["upload_id"] for u in yta.uploads() if u["status"] == "active"]
    assert nu in (fore, efter), nu
    assert len(aktiva) == {(): 0, (1, 2): 1, (3, 5): 2}[nu], "liggaren säger något annat än talen"
    for id in aktiva:
        assert (mapp / "uploads" / id / "utredning.parquet").exists(), "raderna bakom talen saknas"
    assert spara(mapp, EN_VUXEN[0]) == "loaded"
    assert tal(yta) == nu
    assert tal(yta, "utredning_vuxna_inom_frist") == (1, 1)
    kvar = {p.name for p in (mapp / "uploads").iterdir()}
    assert kvar == {*aktiva, yta.uploads()[-1]["upload_id"]}, "halva uppladdningar ligger kvar"
    databaser = {p.name for p in mapp.glob("*.duckdb*")}
    assert databaser == {f"kvalitet-{v}.duckdb" for v in yta.ledger.versions()}, "gamla databaser ligger kvar"
    assert not list(mapp.glob(".*")), "halva filer ligger kvar"
    return 0


def vid_varje_steg(mapp: Path, handling: str, antal: int) -> dict[str, object]:
    """Kill at so many steps, first and last included, or at every one."""
    mall, hel = mapp / "mall", mapp / "hel"
    assert i_egen_process(lambda: forbered(mall, handling)) == 0
    shutil.copytree(mall, hel)
    assert i_egen_process(lambda: utfor(hel, handling, 0)) == 0
    steg = int(hel.with_suffix(".steg").read_text())
    valda = sorted({1 + n * (steg - 1) // (antal - 1) for n in range(antal)}) if antal else range(1, steg + 1)
    dodade, fel = [], []
    for doden in valda:
        kopia = shutil.copytree(mall, mapp / f"steg{doden}")
        if i_egen_process(lambda k=kopia, d=doden: utfor(k, handling, d)) == -signal.SIGKILL:
            dodade.append(doden)
        if i_egen_process(lambda k=kopia: granska(k, handling)):
            fel.append(doden)
        shutil.rmtree(kopia)
    return {"steg": steg, "dodade": dodade, "fel": fel}


def vid_slumpade_ogonblick(mapp: Path, antal: int) -> dict[str, object]:
    """Whole loads over an earlier one, killed from outside at a random moment of the time that one takes."""
    mall = mapp / "mall"
    assert i_egen_process(lambda: forbered(mall, "load")) == 0

    def las_in(kopia: Path) -> int:
        return {"loaded": 0}[ladda(Workspace(kopia), TRE_TILL)[0].status]

    borjan = time.monotonic()
    assert i_egen_process(lambda: las_in(shutil.copytree(mall, mapp / "hel"))) == 0
    langd = time.monotonic() - borjan
    dodade, nr, fel = 0, 0, []
    while dodade < antal and nr < 5 * antal:  # a load that is done before its moment came is tried again
        nr += 1
        kopia = shutil.copytree(mall, mapp / f"varv{nr}")
        pid = starta(lambda k=kopia: las_in(k))
        time.sleep(random.uniform(0, langd))
        os.kill(pid, signal.SIGKILL)
        dodade += vanta(pid) == -signal.SIGKILL
        if i_egen_process(lambda k=kopia: granska(k, "load")):
            fel.append(nr)
        shutil.rmtree(kopia)
    return {"varv": nr, "dodade": dodade, "fel": fel}


def main(mapp: Path, handling: str, antal: int) -> None:
    if handling == "random":
        print(json.dumps(vid_slumpade_ogonblick(mapp, antal)))
    else:
        print(json.dumps(vid_varje_steg(mapp, handling, antal)))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2], int(sys.argv[3]))
