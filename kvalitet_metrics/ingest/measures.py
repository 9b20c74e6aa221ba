"""What the heading of a column of values says, and what one such cell says.

«Staden 2023» is whose value it is and when; «Andel positiva (%)» is a unit and a name; «29 (13)» is
two values and «Röd/83/Prioritera» a judgement, a value and a call to act. Whatever is not understood
stays as the heading's name, so that nothing is guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kvalitet_metrics.ingest import clean
from kvalitet_metrics.ingest.periods import Period
from kvalitet_metrics.ingest.when import months, one_period

EGEN = "egen"
JAMFORELSER = {
    "good_enough_mal": r"good ?enough( ?-? ?mål(et)?)?",
    "keks_snitt": r"(genom)?snitt(et)? (för )?keks|keks[ -]?(genom)?snitt(et)?|keks",
    "staden": r"(hela |snitt |genomsnitt )?staden( totalt| som helhet)?|stadens (genom)?snitt|"
    r"(stockholms?|göteborgs?|malmö) stad",
    "riket": r"(hela |snitt |genomsnitt )?riket|(riks|lands)(genom)?snitt(et)?|nationellt( genomsnitt)?",
    "lan": r"(snitt |genomsnitt )?länet|läns(genom)?snitt(et)?",
    "foregaende": r"(föregående|fg)( år| mätning| period| resultat)?|förra (året|mätningen)|tidigare mätning",
    "mal": r"mål(värde|nivå|et|sättning)?|(lokalt |års)mål(et)?",
}
"""Whose value a column holds, where it is not the own outcome. They are never taken for each other."""

KON = {
    "kvinnor": r"kvinn(a|or|lig)(/flick(a|or))?|k",
    "män": r"(män|man|manlig)(/pojk(e|ar))?|m",
    "flickor": r"flick(a|or)|tjejer",
    "pojkar": r"pojk(e|ar)|killar",
}
ENHETER = {
    "procentenheter": r"procentenheter|p\.?e\.?",
    "procent": r"%|procent|i %|andel i %",
    "andel": r"andel(en)?",
    "index": r"index",
    "dagar": r"(antal )?(dagar|dygn)",
    "antal": r"antal(et)?|st",
}
NAMNARE = r"antal (svar|svarande|svaranden|respondenter|enkätsvar)|svarande|n"
TOTAL = r"total(t|en)?( antal)?|summa|samtliga|alla|(total|rad)summa"
NEUTRAL = r"(result ?at|utfall|värde)( i %)?"
TEXT = r"kommentar(er)?|analys|anm(ärkning(ar)?)?|åtgärd(er)?|påpekanden?.*|viktigast att åtgärda|not(er)?"
FARG = r"(röd|gul|grön)"


@dataclass(frozen=True)
class Rubrik:
    """The meaning of a heading over values.

    namn: what is left, as written: the name of a category or question, or our own name. roll: matt,
    namnare (number of answers), svarsfrekvens, total (of the other columns) or text (never read).
    """

    text: str
    namn: str = ""
    period: Period | None = None
    jamforelse: str = EGEN
    kon: str | None = None
    matenhet: str | None = None
    roll: str = "matt"


def tolka(text: str) -> Rubrik:
    """The meaning of a heading.

    >>> r = tolka("Good\\nenoug\\nh mål")
    >>> r.jamforelse, r.namn
    ('good_enough_mal', '')
    >>> r = tolka("Bromma 2022")
    >>> r.namn, r.period[0].year, r.jamforelse
    ('Bromma', 2022, 'egen')
    >>> tolka("Andel som nått mål").jamforelse
    'egen'
    """
    written = " ".join(re.sub(r"-\s*[\r\n]+\s*", "", text).split())
    lower = clean.rubrik(text)
    period = one_period(lower)
    core = without_period(lower) if period else lower
    if re.fullmatch(TEXT, core):
        return Rubrik(written, written, roll="text")
    if re.fullmatch(NAMNARE, core):
        return Rubrik(written, period=period, matenhet="antal", roll="namnare")
    enhet, bare = unit(core)
    if rate := re.fullmatch(r"svarsfrekvens\b[ ,:–-]*(.*)", bare):
        whose, _ = kind(rate[1], JAMFORELSER, last=False)
        if whose or not rate[1]:
            unit_ = enhet or "procent"
            return Rubrik(written, "", period, whose or EGEN, matenhet=unit_, roll="svarsfrekvens")
    kon, bare = kind(bare, KON, last=True)
    jamforelse, bare = kind(bare, JAMFORELSER, last=False)
    if re.fullmatch(TOTAL, bare) and not kon:
        return Rubrik(written, "", period, jamforelse or EGEN, None, enhet, "total")
    if re.fullmatch(NEUTRAL, bare):
        bare = ""
    namn = name_as_written(written, bare) if bare else ""
    return Rubrik(written, namn, period, jamforelse or EGEN, kon, enhet)


def unit(core: str) -> tuple[str | None, str]:
    """The unit that the heading names, and the heading without a unit that stands alone or in brackets."""
    for name, pattern in ENHETER.items():
        if re.fullmatch(pattern, core):
            return name, ""
        bracket = re.fullmatch(rf"(.*?)[ ,]*[([]? ?({pattern})[)\]]?", core)
        if bracket and (name in ("procent", "procentenheter") or core.endswith((")", "]"))):
            rest = re.fullmatch(r"(.*) ?andel", bracket[1].strip())
            return name, (rest[1] if rest else bracket[1]).strip(" ,([")
    for name in ("andel", "index", "antal"):
        if re.match(rf"(totalt )?{name}\b", core):
            without = re.sub(rf"^(totalt )?{name} ?", "", core)
            by_kon = name == "antal" and re.fullmatch("|".join(KON.values()), without)
            return name, without if by_kon else core
    return None, core


def kind(core: str, patterns: dict[str, str], last: bool) -> tuple[str | None, str]:
    """Which of the patterns the heading is, or with `last` ends with; and what is left of it."""
    tight = core.replace(" ", "")
    for name, pattern in patterns.items():
        if re.fullmatch(pattern, core) or re.fullmatch(pattern.replace(" ?", "").replace(" ", ""), tight):
            return name, ""
    for name, pattern in patterns.items():
        if last and (found := re.fullmatch(rf"(.+?)[ ,:–-]+({pattern})", core)) and known_rest(found[1]):
            return name, found[1]
    return None, core


def known_rest(rest: str) -> bool:
    """True where what stands before a kön is whose value it is, or a single name: «Staden män».

    «Andel kvinnor» is no breakdown of a share by kön but the share of women.
    """
    return (" " not in rest and rest not in ENHETER) or any(
        re.fullmatch(p, rest) for p in JAMFORELSER.values()
    )


def without_period(lower: str) -> str:
    """The heading without its year, tertial, quarter or kvalitetsår."""
    bare = re.sub(r"(20\d\d)(\s*[/–-]\s*(20)?\d\d)?", " ", lower)
    bare = re.sub(r"\b(t|tertial|q|k|kv|kvartal) ?[1-4]\b", " ", bare)
    bare = re.sub(r"\b(kalender|kvalitets)?år(et)?\b", " ", bare) if bare != lower else bare
    return " ".join(bare.split()).strip(" ,:()–-")


def name_as_written(written: str, bare: str) -> str:
    """What is left of the heading in its own letters; the heading without its year where it is cut up."""
    start = written.lower().find(bare)
    if start >= 0:
        return written[start : start + len(bare)]
    without = re.sub(r"(20\d\d)(\s*[/–-]\s*(20)?\d\d)?", " ", written)
    return " ".join(without.split()).strip(" ,:()–-")


@dataclass(frozen=True)
class Cellvarde:
    """The parts of a cell: the text of its number, that of an earlier one in brackets, a judgement."""

    tal: str | None
    inom_parentes: str | None = None
    bedomning: str | None = None
    prioritering: str | None = None


def dela(cell: str | None) -> Cellvarde:
    """The parts of a cell of values, still as text.

    >>> dela("29 (13)")
    Cellvarde(tal='29', inom_parentes='13', bedomning=None, prioritering=None)
    >>> dela("Röd/83/ Prioriter a").prioritering
    'Prioritera'
    """
    if not cell:
        return Cellvarde(None)
    tight = re.sub(r"\s", "", cell)
    if parts := re.fullmatch(rf"{FARG}/([\d,.]+)/([a-zåäö]+)", tight, re.I):
        return Cellvarde(parts[2], None, parts[1].lower(), parts[3].capitalize())
    if re.fullmatch(FARG, cell, re.I):
        return Cellvarde(None, None, cell.lower())
    if parts := re.fullmatch(r"([^()]+?)\s*\(\s*([^()]+?)\s*\)", cell):
        return Cellvarde(parts[1], parts[2])
    return Cellvarde(cell)


PARENTES = r"par[ae]nte?s\w*|parent(es|h)\w*"


def bracketed(texts: Iterable[str]) -> Period | bool | None:
    """The period that the texts say stands in brackets; True where they only say the year before.

    >>> bracketed(["Inkomna rapporter 2023. (Parantes år 2022)"])[0].year
    2022
    """
    for text in texts:
        clause = re.search(rf"[^.,;(]*\b({PARENTES})[^.,;)]*", text.lower())
        if clause and (year := re.search(r"20\d\d", clause[0])):
            return months(int(year[0]), 1, 12)
        if clause and re.search(r"föregående|förra", text.lower()):
            return True
    return None


def without_brackets(text: str) -> str:
    """The text without what it says about numbers in brackets, so that only its own period is left.

    >>> without_brackets("Inkomna rapporter 2023. (Parantes år 2022)")
    'Inkomna rapporter 2023. '
    """
    return re.sub(rf"\([^()]*\b({PARENTES})[^()]*\)|[^.,;(]*\b({PARENTES})[^.,;)]*", "", text, flags=re.I)
