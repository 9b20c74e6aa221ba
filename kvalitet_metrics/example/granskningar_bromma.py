"""Bromma's reviews of cases: a workbook with one case per row, and one with counts per answer."""

from pathlib import Path
from random import Random

from kvalitet_metrics.example._granskningar_tal import BLAD, Arenden, Granskningsblad
from kvalitet_metrics.example._org import BROMMA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import Blad, Cell, ExampleFile, Rad, rutor, slump, write_xlsx

ARENDEN = "Granskade_ärenden_Bromma_2023.xlsx"
ANTAL = "Egenkontroller_sammanställning_Bromma_2023.xlsx"

SAMMANSTALLNINGAR = rutor("""
    blad         | granskning                                      | period
    Journal      | Journalanteckningar                             | Period: 2023
    Förhand      | Motivering i förhandsbedömningar                | Period: 2023
    Orosanmälan  | Orosanmälningar om vuxna                        | Urval: 2023-08-20 -- 2023-10-20
    KBF          | Information om kommunalt bostadstillägg         | Period: 2023
    Checklista   | Checklista från mottagning till utredning       | Period: april 2023
    Rutin        | Rutin för synpunkter och klagomål               | Period: 2023
""")

SVAR = rutor("""
    blad        | enhet                              | grupp                | fraga      | ja | nej | delvis
    Journal     | Enheten för vuxna                  | Funktionsnedsättning | tillracklig | 88 | 2  | 4
    Journal     | Enheten för vuxna                  | Beroende             | tillracklig | 30 | 1  | 3
    Journal     | Enheten för vuxna                  | Socialpsykiatri      | tillracklig | 31 | 0  | 2
    Förhand     | Enheten för barn och unga          | Mottagningsgruppen   | motiverat  | 16 | 0   | 0
    Förhand     | Enheten för barn och unga          | Mottagningsgruppen   | kontakt    | 8  | 8   | 0
    Förhand     | Enheten för barn och unga          | Mottagningsgruppen   | brev       | 16 | 0   | 0
    Orosanmälan | Enheten för vuxna                  |                      | rutin      | 44 | 3   | 0
    KBF         | Enheten för vuxna                  |                      | kbf        | 11 | 1   | 0
    Checklista  | Enheten för arbete och försörjning |                      | checklista | 7  | 0   | 0
    Rutin       | Enheten för arbete och försörjning |                      | forankrad  | 1  | 0   | 0
    Rutin       | Enheten för barn och unga          |                      | forankrad  | 1  | 0   | 0
    Rutin       | Enheten för personligt stöd        |                      | forankrad  | 1  | 0   | 0
    Rutin       | Enheten för vuxna                  |                      | forankrad  | 1  | 0   | 0
    Rutin       | Resursenheten                      |                      | forankrad  | 1  | 0   | 0
""")
"""Bromma 2023, A.1.1, A.1.4, A.2.2, E.1.1, H.2.1 and H.3.1, put together by the one who leads the reviews.

«About half» of sixteen is written as eight. Of the answers of the enhet för vuxna only their number is
published: 94, 34 and 33, few of them no. Three of 47 reports of concern deviated; that all others followed
the routine is ours.
"""

FRAGOR = {
    "tillracklig": "Är journalanteckningen tillräcklig?",
    "motiverat": "Är beslutet att inte inleda utredning tydligt motiverat?",
    "kontakt": "Har vårdnadshavare kontaktats?",
    "brev": "Har informationsbrev skickats ut?",
    "rutin": "Har anmälan hanterats enligt rutin?",
    "kbf": "Har brukaren fått information om KBF vid erbjudandet?",
    "checklista": "Har checklistan använts?",
    "forankrad": "Har rutinen för synpunkter och klagomål förankrats i arbetsgruppen?",
}


def write(folder: Path) -> list[ExampleFile]:
    """Write both workbooks."""
    rng = slump(ARENDEN)
    write_xlsx(folder / ARENDEN, [_blad(rng, blad) for blad in BLAD])
    write_xlsx(folder / ANTAL, [_sammanstallning(rad) for rad in SAMMANSTALLNINGAR])
    return [ExampleFile(folder / fil, BROMMA, SOCIALTJANST_OCH_FRITID) for fil in (ARENDEN, ANTAL)]


def _blad(rng: Random, blad: Granskningsblad) -> Blad:
    """One review: the columns that its cases have, a question above each answer."""
    fragor = list(dict.fromkeys(f for a in blad.arenden for f in a.svar))
    mer = [n for n in ("Grupp", "Insats") if any(n in a.varden for a in blad.arenden)]
    kon = ["Kön"] if any(a.kon for a in blad.arenden) else []
    rader: list[Rad] = [
        [f"Granskning: {blad.granskning}"],
        [f"Enhet: {blad.enhet}"],
        [],
        ["Ärendenr", "Granskningsdatum", *kon, *mer, *fragor],
    ]
    nr = 0
    for arenden in blad.arenden:
        svar = {fraga: _svar(rng, arenden, *arenden.svar.get(fraga, (None, 0))) for fraga in fragor}
        for i in range(arenden.antal):
            nr += 1
            vem: list[Cell] = [f"{blad.prefix}{nr:03}", arenden.dag, *([arenden.kon] if kon else [])]
            rader.append([*vem, *(arenden.varden.get(n) for n in mer), *(svar[f][i] for f in fragor)])
    return Blad(blad.blad, rader)


def _svar(rng: Random, arenden: Arenden, ja: int | None, delvis: int) -> list[Cell]:
    """The answers of some cases to a question, in any order; none where it was not put to them."""
    if ja is None:
        return ["Ej aktuellt"] * arenden.antal
    svar = ["Ja"] * ja + ["Delvis"] * delvis + ["Nej"] * (arenden.antal - ja - delvis)
    return list(rng.sample(svar, arenden.antal))


def _sammanstallning(om: dict[str, str]) -> Blad:
    """One review as counts: a row per question, and per enhet or grupp where it has several."""
    rader: list[Rad] = []
    for svar in (s for s in SVAR if s["blad"] == om["blad"]):
        antal = [int(svar[n]) for n in ("ja", "nej", "delvis")]
        rader.append([svar["enhet"], svar["grupp"] or None, FRAGOR[svar["fraga"]], *antal, sum(antal)])
    rubriker: Rad = ["Enhet", "Grupp", "Fråga", "Ja", "Nej", "Delvis", "Totalt"]
    if not any(rad[1] for rad in rader):
        rubriker, rader = [rubriker[0], *rubriker[2:]], [[rad[0], *rad[2:]] for rad in rader]
    return Blad(om["blad"], [[f"Granskning: {om['granskning']}"], [om["period"]], [], rubriker, *rader])
