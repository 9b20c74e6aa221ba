"""The Swedish words of a verdict, without a word that needs a course in statistics."""

from datetime import date, timedelta

from kvalitet_metrics import text
from kvalitet_metrics.model import JAMFORELSER, Brottslag

SUBJEKT = {"andel": "andelen", "antal": "antalet", "dagar": "tiden", "värde": "värdet"}
SUBJEKT |= dict.fromkeys(text.PER, "antalet")
"""What a figure is called in a sentence, by its unit."""

MER = {"antal": ("fler", "färre"), "dagar": ("längre", "kortare")}
"""Larger and smaller, by unit; of everything else «högre» and «lägre»."""

LIKA = {
    "andel": "andelen är lika stor",
    "antal": "lika många",
    "dagar": "tiden är lika lång",
    "värde": "värdet är detsamma",
    **{unit: f"lika många {word}" for unit, word in text.PER.items()},
}
"""No change at all, by unit."""

FLER = {
    "andel": ("en högre andel", "en lägre andel"),
    "antal": ("fler", "färre"),
    "dagar": ("längre tid", "kortare tid"),
    "värde": ("ett högre värde", "ett lägre värde"),
    **{unit: (f"fler {word}", f"färre {word}") for unit, word in text.PER.items()},
}
"""More and less than chance explains, by unit."""

REGEL = {
    "outside": "utanför det som brukar förekomma",
    "shift": "minst sju perioder i rad på samma sida om genomsnittet",
    "two_of_three": "två av tre perioder i rad nära gränsen för det som brukar förekomma",
    "trend": "minst sju perioder i rad åt samma håll",
}
"""The four rules, as they stand in brackets."""

FLEST_NAMN = 2


def written(value: float, unit: str) -> str:
    """A figure in its unit; shares without a decimal that says nothing."""
    if unit == "andel":
        return text.procent(value, 0 if round(value * 100.0, 6).is_integer() else 1)
    return text.vardetext(value, unit)


def size(change: float, unit: str) -> str:
    """How large a change is, without its sign."""
    if unit == "andel":
        return text.procentenheter(abs(change)).lstrip("+")
    return text.vardetext(abs(change), unit)


def signed(change: float, unit: str) -> str:
    """A change with its sign, in its unit."""
    if unit == "andel":
        return text.procentenheter(change)
    return ("+" if change > 0 else "") + text.vardetext(change, unit)


def more(unit: str, up: bool) -> str:
    """«högre», «färre» … for a figure of that unit."""
    return MER.get(unit, ("högre", "lägre"))[0 if up else 1]


def span(low: float, high: float, unit: str) -> str:
    """The interval of a change that does not pass zero: «skillnaden är mellan 8,1 och 24,3»."""
    near, far = sorted((abs(low), abs(high)))
    scale, decimals = (100 if unit == "andel" else 1), (0 if unit == "antal" else 1)
    return f"skillnaden är mellan {text.tal(near * scale, decimals)} och {text.tal(far * scale, decimals)}"


def limits(low: float, high: float, unit: str) -> str:
    """The range that ordinary variation keeps within, no further than the figure can go."""
    (least, most), scale = text.kan_vara(unit), 100 if unit == "andel" else 1
    decimals = 0 if unit in ("antal", "dagar") else 1
    low, high = (round(v * scale, decimals) / scale for v in (max(low, least), min(high, most)))
    return written(high, unit) if low == high else text.intervall(low, high, decimals, unit)


def composition(gone: list[str], come: list[str], now: str, before: str) -> str:
    """Why two periods are not of the same whole."""
    if come:
        return f"{text.lista(come)} finns med {now} men inte {before}"
    return f"{text.lista(gone)} finns med {before} men inte {now}"


def days(first: date, last: date) -> str:
    """The days of a part of a year: «jan–aug 2023» where they are whole months."""
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year:
        months = dict.fromkeys((text.manad(first).split()[0], text.manad(last).split()[0]))
        return f"{'–'.join(months)} {last.year}"
    return f"{text.datum(first)}–{text.datum(last)}"


def against(outcome: str, name: str, value: str) -> str:
    """How a figure stands against one of the others: «sämre än staden (80 %)»."""
    other = JAMFORELSER.get(name, name)
    return f"{'i nivå med' if outcome == 'likvärdig' else f'{outcome} än'} {other} ({value})"


def broken(brott: list[dict], yearly: bool) -> str:
    """Why figures before a break are not compared with those after it."""
    who = list(dict.fromkeys(b["galler"] for b in brott if b["galler"]))
    which = text.lista(who) if len(who) <= FLEST_NAMN else f"{len(who)} delar av talet"
    newest = max(brott, key=lambda b: b["datum"])
    happens = f"{which or 'måttet'} {Brottslag(newest['slag']).sker} sedan {text.sedan(newest['datum'])}"
    before = "åren" if yearly else "perioderna"
    return f"{happens}{', så talet' if who else ' och'} kan inte jämföras med {before} före"
