"""Supervision, reviews and audits by others: a list kept by hand, one row per matter or a count of them."""

from datetime import date
from pathlib import Path

from kvalitet_metrics.example._org import (
    ALDRE,
    BARN_OCH_UNGDOMSVARD,
    BOENDE,
    INDIVID_OCH_FAMILJ,
    JARVA,
    OVERGRIPANDE,
    SYDVAST,
)
from kvalitet_metrics.example._sheet import Blad, ExampleFile, Rad, rutor, write_xlsx

BESTALLARE = "Beställarenheten funktionsnedsättning och socialpsykiatri"

JARVA_TILLSYN = {
    INDIVID_OCH_FAMILJ: """
        enhet           | instans                      | typ                                 | datum      | utfall           | antal
                        | Diskrimineringsombudsmannen  | Granskning av individärende         |            | Skadestånd       | 1
                        | IVO                          | Tillsyn av placerade barn           |            | Brister          | 1
        Bromstensgården | IVO                          | Tillsyn av HVB                      | 2023-05-23 | Inga brister     | 1
                        | IVO                          | Granskning efter lex Sarah          | 2023-12-19 | Brister          | 2
                        | IVO                          | Granskning efter uppgifter i media  | 2023-12-19 | Brister          | 2
                        | Stadsdelsförvaltningen       | Verksamhetsuppföljning              |            | Utan anmärkning  | 4
    """,
    ALDRE: f"""
        enhet        | instans            | typ                                        | datum | utfall          | antal
                     | IVO                | Nationell tillsyn av särskilda boenden     |       | Pågår           | 1
        {BESTALLARE} | IVO                | Granskning av ej verkställt beslut         |       | Pågår           | 1
                     | Revisionskontoret  | Revision av kontinuitetsplan               |       | Rekommendation  | 1
                     | Miljöförvaltningen | Miljö- och hälsoskyddsinspektion           |       | Brister         | 1
    """,
}
"""Järva 2023. Whether the two matters after reports in the media are the same as the two after lex Sarah
is open; here they are others, as one possible reading. How many inspections there were at ÄFS besides
IVO's is not published; one of each is ours."""

SYDVAST_TILLSYN = {
    BARN_OCH_UNGDOMSVARD: """
        enhet | instans         | typ                                   | period | utfall           | antal
              | IVO             | Tillsyn av stödboende                 |        | Kritik           | 1
              | IVO             | Tillsyn av placering på SiS           |        | Kritik           | 1
              | Stadsrevisionen | Granskning av familjehemsplaceringar  |        | Rekommendationer | 1
              | JO              | Ärende                                |        | Ingen kritik     | 1
              | JO              | Ärende                                |        | Kritik           | 1
    """,
    BOENDE: """
        enhet                           | instans            | typ                   | period | utfall       | antal
        Bia stödboende                  | IVO                | Tillsyn av stödboende |        | Inga brister | 1
        Änggårdsteamets lägenhetsboende | Miljöförvaltningen | Oanmäld inspektion    |        | Inga brister | 1
        Bergsjöhöjds boende             | Miljöförvaltningen | Oanmäld inspektion    |        | Inga brister | 1
        Kallebäcks boende               | Arbetsmiljöverket  | Inspektion            |        | Påpekanden   | 1
        Alelyckans boende               | Arbetsmiljöverket  | Inspektion            |        | Inga brister | 1
        Kallebäcks boende               | Miljöverket        | Inspektion            |        | Inga brister | 1
        Uppsökarenheten                 | Miljöverket        | Inspektion            |        | Inga brister | 1
    """,
    OVERGRIPANDE: """
        enhet | instans         | typ                        | period | utfall             | antal
              | Stadsrevisionen | Granskning av årsbokslut   | 2022   | Inga anmärkningar  | 1
    """,
}
"""Sydväst 2.1.1.4, 5.1.1.4 and 7.1.4. The report writes «Miljöverket», an authority that does not exist; the
list keeps it, and the name waits in the queue of unknown labels."""


def write(folder: Path) -> list[ExampleFile]:
    """Write both organisations' lists."""
    return [
        _lista(folder / "Tillsyn_Järva_2023.xlsx", JARVA, "Tillsyn 2023", JARVA_TILLSYN),
        _lista(
            folder / "Tillsyn_Sydväst_2022-2023.xlsx",
            SYDVAST,
            "Tillsyn, kvalitetsår 2022/2023",
            SYDVAST_TILLSYN,
        ),
    ]


def _lista(path: Path, forvaltning: str, titel: str, tabeller: dict[str, str]) -> ExampleFile:
    rader: list[Rad] = [_rad(avdelning, r) for avdelning, tabell in tabeller.items() for r in rutor(tabell)]
    rubriker = ["Avdelning", "Enhet", "Tillsynsmyndighet", "Typ", "Datum", "Period", "Utfall", "Antal"]
    write_xlsx(path, [Blad("Tillsyn", [[titel], [], rubriker, *rader])])
    return ExampleFile(path, forvaltning)


def _rad(avdelning: str, r: dict[str, str]) -> Rad:
    datum = date.fromisoformat(r["datum"]) if r.get("datum") else None
    plats = [avdelning, r["enhet"] or None, r["instans"], r["typ"]]
    return [*plats, datum, r.get("period") or None, r["utfall"], int(r["antal"])]
