"""A mapping: what an analyst has said about a file that no profile knows. Data, not code.

It is kept and passed on as JSON. Either the file is a known export under other headings (`bas`), or
a table of measured values of one's own. `mapping_read` checks it, `mapped` turns it into a profile.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from kvalitet_metrics.model import Periodslag

FORMAT = 1
"""The version of the JSON form; a later program reads it by this number."""

DIMENSIONER = {
    "enhet": "Enhet",
    "forvaltning": "Förvaltning",
    "avdelning": "Avdelning",
    "grupp": "Grupp",
    "kategori": "Måttets namn",
    "underkategori": "Underkategori",
    "kon": "Kön",
    "malgrupp": "Målgrupp",
    "insats": "Insats",
    "fraga": "Fråga",
    "index": "Index",
    "kommun": "Kommun",
    "jamforelse": "Vems värde (egen, staden, riket …)",
}
"""Columns of a measured value that a column of the file may fill, with the words for them."""

TIDER = {
    "period": "Period eller datum",
    "ar": "År",
    "tertial": "Tertial (1–3)",
    "kvartal": "Kvartal (1–4)",
    "manad": "Månad (1–12 eller namn)",
}
DELAR = ("tertial", "kvartal", "manad")
"""Parts of a year, whose year stands in a column of its own or in the file."""
VARDEN = {
    "taljare": "Täljare (antal som uppfyller)",
    "namnare": "Nämnare (antal totalt)",
    "andel": "Andel (0–1 eller med %)",
    "procent": "Andel i procent",
    "antal": "Antal som kan läggas ihop",
    "varde": "Annat värde",
}
KANSLIG = "kanslig"
ROLLER = {**TIDER, **DIMENSIONER, **VARDEN, KANSLIG: "Personuppgift (läses aldrig)"}
"""What a column of an own table may be: periods, dimensions, values, and what must not be read."""

PERIODSLAG = {
    Periodslag.MANAD: "Månad",
    Periodslag.KVARTAL: "Kvartal",
    Periodslag.TERTIAL: "Tertial",
    Periodslag.KALENDERAR: "Kalenderår",
    Periodslag.KVALITETSAR: "Kvalitetsår (sep–aug)",
    Periodslag.LASAR: "Läsår (jul–jun)",
    Periodslag.MATTILLFALLE: "Mättillfälle (en dag eller fri period)",
}
UR_FILEN = "filen"
"""Where the period stands above the table or in the file's name, and not in a column."""
BLADETS_NAMN = "$blad"
"""A constant that stands for the name of the sheet."""


@dataclass(frozen=True)
class Koppling:
    """One heading of the file and what it is: a column of the base profile, or a role of an own table.

    matt: the name of the measure that a value belongs to; täljare and nämnare of one measure share it.
    jamforelse: whose value it is, where it stands beside the own one: the target, the country …
    andra_rubriker: other headings that the column has in other files, such as that of another year.
    fyll_ned: a blank cell means the value above it.
    riktning: what is better of the measure, «hogre» or «lagre»; said at one of its columns.
    """

    rubrik: str
    roll: str
    matt: str = ""
    fyll_ned: bool = False
    andra_rubriker: tuple[str, ...] = ()
    jamforelse: str = ""
    riktning: str = ""

    @property
    def rubriker(self) -> tuple[str, ...]:
        """Every heading that the column may have."""
        return self.rubrik, *self.andra_rubriker


@dataclass(frozen=True)
class Bredvarde:
    """One kind of value in a wide table: headings that hold `text` have it; the empty text is in all."""

    roll: str
    text: str = ""
    matt: str = ""


@dataclass(frozen=True)
class Bred:
    """A wide table: every column that is not named elsewhere is one period, unit, kön …

    dimension: what the headings name: `period`, one of DELAR or of DIMENSIONER. utom: headings left out.
    """

    dimension: str
    varden: tuple[Bredvarde, ...]
    utom: tuple[str, ...] = ()


@dataclass(frozen=True)
class Karta:
    """The whole mapping. Made by `mapping_read.las`, which checks it.

    tusental: the sign between thousands where it is a comma or a point, as in English tables.
    """

    id: str
    namn: str
    kolumner: tuple[Koppling, ...]
    bas: str = ""
    blad: str = ""
    rubrikrader: int = 1
    konstanter: Mapping[str, str] = field(default_factory=dict)
    periodslag: str = ""
    period: str = ""
    bred: Bred | None = None
    totaler: tuple[str, ...] = ()
    tusental: str = ""

    @property
    def riktningar(self) -> dict[str, str]:
        """What is better, by the name of the measure, of those that it is said of."""
        return {k.matt: k.riktning for k in self.kolumner if k.riktning}

    def med_roll(self, roller: Iterable[str]) -> list[Koppling]:
        """The headings that have one of these roles."""
        sokta = set(roller)
        return [k for k in self.kolumner if k.roll in sokta]


def till_json(karta: Karta) -> str:
    """The mapping as text that can be kept, passed on and read again."""
    return json.dumps({"format": FORMAT, **som_dict(karta)}, ensure_ascii=False, indent=2)


def som_dict(karta: Karta) -> dict[str, Any]:
    """The mapping as plain values, without what is left at its usual value."""
    usual = {f.name: f.default for f in fields(Karta)}
    plain = asdict(karta)
    plain["kolumner"] = [
        {k: v for k, v in kolumn.items() if v or k in ("rubrik", "roll")} for kolumn in plain["kolumner"]
    ]
    return {k: v for k, v in plain.items() if v not in (usual[k], {}, (), [])}
