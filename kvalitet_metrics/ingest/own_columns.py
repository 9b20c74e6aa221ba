"""The columns of a mapped table: how its periods, counts, shares and kön are read from cells."""

from dataclasses import dataclass
from typing import ClassVar

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.columns import Talkolumn
from kvalitet_metrics.ingest.mapping import Karta
from kvalitet_metrics.ingest.profile import Andel, Kolumn

KON = {
    "kvinnor": ("kvinna", "kvinnor", "k", "kv", "f", "2", "female", "women"),
    "män": ("man", "män", "m", "1", "male", "men"),
    "flickor": ("flicka", "fl", "tjej", "tjejer"),
    "pojkar": ("pojke", "po", "p", "kille", "killar"),
    "okänt": ("okänd", "uppgift saknas", "annat", "0", "9"),
}
KON_TOTALT = ("t", "tot", "alla", "båda", "kvinnor och män", "båda könen")


THOUSANDS = r"[1-9]\d{{0,2}}({}\d{{3}})+"
"""A number with a sign between its thousands, which goes where {{}} stands."""


def without_thousands(t: str, sign: str) -> str:
    """SQL for the text without the sign between thousands; as it is where there is none to take out.

    A sign that is not between thousands is left, doubled, so that the text is no number.
    """
    if not sign:
        return t
    found = rf"regexp_matches({t}, '^-?{THOUSANDS.format(f'[{sign}]')}([.,]\d+)?( ?%)?$')"
    kept = f"replace({t}, '{sign}', '{sign * 2}')"
    return f"CASE WHEN {found} THEN replace({t}, '{sign}', '') ELSE {kept} END"


@dataclass(frozen=True)
class Periodcell(Kolumn):
    """A cell that names a period, or a year or a part of one; read together with the kind of period."""

    vantade: ClassVar[str] = "en period"


@dataclass(frozen=True)
class Antalsvarde(Talkolumn):
    """A count, also with decimals; never a share and never less than nothing.

    1,234 and 1.234 are only read where the mapping says which sign stands between thousands.
    """

    tusental: str = ""
    vantade: ClassVar[str] = "ett antal, 0 eller större"
    tips: ClassVar[str] = (
        f"{clean.ETT_TAL} Står komma eller punkt mellan tusental (1,234), säg det i kartläggningen: "
        '"tusental": ",".'
    )

    def sql(self, t: str, rubrik: str = "") -> str:
        number = clean.tal(without_thousands(t, self.tusental))
        doubtful = f"regexp_full_match({t}, '{THOUSANDS.format('[,.]')}')" if not self.tusental else "FALSE"
        return f"CASE WHEN NOT contains({t}, '%') AND NOT {doubtful} AND ({number}) >= 0 THEN {number} END"


@dataclass(frozen=True)
class Varde(Talkolumn):
    """Any number; with a % sign it is a share."""

    tusental: str = ""

    def sql(self, t: str, rubrik: str = "") -> str:
        number = clean.tal(without_thousands(t, self.tusental))
        return f"CASE WHEN contains({t}, '%') THEN ({number}) / 100 ELSE {number} END"


@dataclass(frozen=True)
class Procent(Andel):
    """A share that is written in percent, with or without the sign."""

    vantade: ClassVar[str] = "en andel i procent"

    def sql(self, t: str, rubrik: str = "") -> str:
        return clean.andel(t, i_procent=True)


SORT: dict[str, type[Kolumn]] = {
    "taljare": Antalsvarde,
    "namnare": Antalsvarde,
    "antal": Antalsvarde,
    "varde": Varde,
    "andel": Andel,
    "procent": Procent,
}


def number_column(karta: Karta, roll: str, rubriker: tuple[str, ...]) -> Kolumn:
    """The column of one value, which must be there."""
    sort = SORT[roll]
    if issubclass(sort, Antalsvarde | Varde):
        return sort(rubriker, krav=True, tusental=karta.tusental)
    return sort(rubriker, krav=True)


def canonical_kon(etikett: str) -> str | None:
    """kvinnor, män, flickor, pojkar or okänt for any of their spellings; else None."""
    low = clean.rubrik(etikett)
    return next((k for k, andra in KON.items() if low == k or low in andra), None)
