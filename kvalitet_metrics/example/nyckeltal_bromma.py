"""What the avdelning counts for itself, one figure per row: occasions, participants, reported shares."""

from pathlib import Path

from kvalitet_metrics.example._org import BROMMA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import NBSP, Blad, Cell, ExampleFile, Rad, rutor, write_xlsx

FIL = "Nyckeltal_Bromma_2023.xlsx"

NYCKELTAL = rutor("""
    utfall | period       | enhet                              | namn
    4,4 %  | 2023         | Enheten för barn och unga          | Granskade ärendens andel av pågående ärenden
    2      | 2023         | Resursenheten                      | Antal kontaktpersoner per ärende, boendestöd
    2      | 2023         | Resursenheten                      | Antal stödpersoner per boende, Långskeppet
    9      | 2023         | Enheten för personligt stöd        | Antal workshopar om GDPR
    83     | 2023         | Enheten för personligt stöd        | Antal medarbetare i workshop om GDPR
    40     | 2023         | Enheten för personligt stöd        | Antal uppföljningar, daglig verksamhet
    22     | 2023         | Enheten för arbete och försörjning | Antal FUT-ärenden som var aktuella under året
    2      | 2022         | Enheten för arbete och försörjning | Antal som gått utbildning i implementering
    1      | 2023         | Enheten för arbete och försörjning | Antal verksamheter i kvalitetsutmärkelsen
    1      | oktober 2023 | Enheten för barn och unga          | Antal workshopar om barns delaktighet
    2      | 2023         | Enheten för vuxna                  | Antal APT om rutinen för samverkan
    5      | 2023         |                                    | Antal utbildningstillfällen om lex Sarah
""")
"""Bromma 2023, A.1.1, A.1.3, A.4.1, A.5.1, E.1.5, E.4.1, H.4, Lex Sarah and Övrigt kvalitetsarbete."""


def write(folder: Path) -> list[ExampleFile]:
    """Write Bromma's twelve key figures."""
    rader: list[Rad] = [["Nyckeltal", "Enhet", "Period", "Utfall"]]
    rader += [[rad["namn"], rad["enhet"] or None, rad["period"], _tal(rad["utfall"])] for rad in NYCKELTAL]
    write_xlsx(folder / FIL, [Blad("Nyckeltal", [["Egna nyckeltal"], [], *rader])])
    return [ExampleFile(folder / FIL, BROMMA, SOCIALTJANST_OCH_FRITID)]


def _tal(text: str) -> Cell:
    return int(text) if text.isdigit() else text.replace(" ", NBSP)
