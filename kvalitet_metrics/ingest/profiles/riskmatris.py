"""E7: risks from the steering system, with process and activity merged down beside them."""

from dataclasses import dataclass
from typing import ClassVar

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.clean import literal
from kvalitet_metrics.ingest.profile import Etikett, Heltal, Kolumn, Lista

SANNOLIKHET = ("osannolikt", "mindre sannolikt", "möjlig", "sannolikt", "mycket sannolikt")
KONSEKVENS = ("försumbar", "lindrig", "kännbar", "allvarlig", "mycket allvarlig")
"""The words of the steps 1–5, as the steering system writes them."""


@dataclass(frozen=True)
class Steg(Kolumn):
    """A step 1–5, written as a number, a word, or both: «4. Sannolikt», «3.Kännbar»."""

    ord: tuple[str, ...] = ()
    utdata: bool = False
    vantade: ClassVar[str] = "ett steg 1–5, till exempel «4. Sannolikt»"
    tips: ClassVar[str] = "Skriv stegets siffra, med eller utan ord efter."

    def sql(self, t: str, rubrik: str = "") -> str:
        whens = " ".join(f"WHEN {literal(o)} THEN '{i}. ' || {t}" for i, o in enumerate(self.ord, start=1))
        return f"CASE WHEN regexp_full_match({t}, '[1-5]([.)]? *[^0-9]*)?') THEN {t} ELSE CASE lower({t}) {whens} END END"


def ordning(kolumn: str) -> str:
    """SQL for the number of a step."""
    return f"CAST(left({kolumn}, 1) AS BIGINT)"


def text(kolumn: str) -> str:
    """SQL for the word of a step."""
    return f"nullif(regexp_replace({kolumn}, '^[1-5][.)]? *', ''), '')"


PROFIL = Lista(
    namn="Riskanalys",
    kallsystem="ILS-webb, riskmatris med processtabell",
    tabell="risk",
    per_blad=True,
    kolumner={
        "delprocess": Kolumn(("Delprocess", "Process", "Huvudprocess"), fyll_ned=True),
        "aktivitet": Kolumn(("Aktivitet", "Processteg", "Arbetsmoment"), fyll_ned=True),
        "nummer": Kolumn(("Nr", "Risknr", "Risk nr", "Nummer")),
        "risk": Kolumn(
            ("Risk", "Riskbeskrivning", "Oönskad händelse", "Beskrivning av risk"), krav=True, fylld=True
        ),
        "sannolikhet_skriven": Steg(("Sannolikhet", "Sannolikhet (1-5)"), krav=True, ord=SANNOLIKHET),
        "konsekvens_skriven": Steg(("Konsekvens", "Konsekvens (1-5)"), krav=True, ord=KONSEKVENS),
        "riskvarde": Heltal(("Riskvärde", "Risktal", "Riskpoäng", "Värde")),
        "kategori": Etikett(("Risknivå", "Nivå", "Klassning", "Riskklass")),
        "atgard_skriven": Kolumn(("Åtgärd", "Åtgärder", "Planerad åtgärd", "Åtgärd/Kommentar"), utdata=False),
        **v.plats(),
        **v.period(),
    },
    berakna={
        **v.PERIOD,
        "sannolikhet": ordning("sannolikhet_skriven"),
        "sannolikhet_text": text("sannolikhet_skriven"),
        "konsekvens": ordning("konsekvens_skriven"),
        "konsekvens_text": text("konsekvens_skriven"),
        "bedomning": """CASE WHEN atgard_skriven IS NULL OR atgard_skriven IN ('-', '–') THEN 'åtgärd saknas'
                             WHEN regexp_full_match(lower(atgard_skriven), 'ingen åtgärd[.]?|inga åtgärder[.]?')
                             THEN 'ingen åtgärd' ELSE 'åtgärd' END""",
        "atgard": "CASE WHEN bedomning = 'åtgärd' THEN atgard_skriven END",
    },
    nyckel=("avdelning", "enhet", "period_start", "period_end", "delprocess", "nummer", "risk"),
    datum=("period_start", "period_end"),
    regler=(v.period_regel("period"),),
    exempel="""
        Riskanalys 2023        |                       |    |                           |              |             |           |
        Delprocess             | Aktivitet             | Nr | Risk                      | Sannolikhet  | Konsekvens  | Riskvärde | Åtgärd
        1. Medarbetare och mål | Synpunkter            | 1  | Klagomål dokumenteras ej  | 4. Sannolikt | 3.Kännbar   | 12        | Gemensam rutin
                               | Bemanning             | 2  | Hög personalomsättning    | 4. Sannolikt | 3. Kännbar  | 12        |
        6. Följa upp           | Uppföljning av insats | 3  | Dokumentation sker inte   | Möjlig       | 4.Allvarlig | 12        | Ingen åtgärd
        Delprocess             | Aktivitet             | Nr | Risk                      | Sannolikhet  | Konsekvens  | Riskvärde | Åtgärd
                               |                       | 4  | Uppföljning sker inte     | 3            | 3           | 9         | Kontroll nästa år
    """,
    vantat="""
        delprocess             | aktivitet             | nummer | sannolikhet | sannolikhet_text | konsekvens | konsekvens_text | riskvarde | bedomning     | atgard
        1. Medarbetare och mål | Synpunkter            | 1      | 4           | Sannolikt        | 3          | Kännbar         | 12        | åtgärd        | Gemensam rutin
        1. Medarbetare och mål | Bemanning             | 2      | 4           | Sannolikt        | 3          | Kännbar         | 12        | åtgärd saknas |
        6. Följa upp           | Uppföljning av insats | 3      | 3           | Möjlig           | 4          | Allvarlig       | 12        | ingen åtgärd  |
        6. Följa upp           | Uppföljning av insats | 4      | 3           |                  | 3          |                 | 9         | åtgärd        | Kontroll nästa år
    """,
)
