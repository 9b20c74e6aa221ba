"""Improvements since last year with what came of them, and those that are planned."""

from pathlib import Path

from kvalitet_metrics.example._org import BARN_OCH_UNGDOMSVARD, SYDVAST
from kvalitet_metrics.example._sheet import Blad, ExampleFile, Rad, write_xlsx

FIL = "Förbättringsåtgärder_Sydväst_BoU_2022-2023.xlsx"

GJORDA = {
    "Stärka de systematiska egenkontrollerna": "Årshjul framtaget i en verksamhet.",
    "Arbetet mot otillåten påverkan": "Utbildning genomförd.",
    "Samordning kring våld i nära relation": "Förslag till organisation framtaget.",
    "Barns delaktighet och inflytande": "Metoden införs vidare.",
    "Stärka samverkan": "Internt stärkt, externt återstår.",
    "Socialkontorens utformning och tillgänglighet": None,
    "Effektiviseringsåtgärder": "Pågår hela året.",
}
PLANERADE = ("Egenkontroll", "Bemanning", "Delaktighet", "Samverkan", "Våld i nära relation", "Nyckeltal")
"""Sydväst 2.1.4 and 2.2: seven, of which one without any follow-up, and six planned. The words are ours."""


def write(folder: Path) -> list[ExampleFile]:
    """Write the list of one avdelning."""
    rader: list[Rad] = [["Kvalitetsår 2022/2023"], ["Förbättringsåtgärder", "Uppföljning av åtgärderna"]]
    rader += [list(par) for par in GJORDA.items()]
    rader += [[], ["Planerade förbättringsåtgärder"], *([f"Utveckla: {ord_.lower()}"] for ord_ in PLANERADE)]
    write_xlsx(folder / FIL, [Blad("Åtgärder", rader)])
    return [ExampleFile(folder / FIL, SYDVAST, BARN_OCH_UNGDOMSVARD)]
