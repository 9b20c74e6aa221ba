"""Reading a mapping: plain values or JSON → a checked `Karta`, or every fault that it has at once."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from kvalitet_metrics.errors import UsageError, menade_du_fras
from kvalitet_metrics.ingest import clean, privacy
from kvalitet_metrics.ingest.mapping import (
    DELAR,
    DIMENSIONER,
    FORMAT,
    KANSLIG,
    PERIODSLAG,
    ROLLER,
    TIDER,
    UR_FILEN,
    VARDEN,
    Bred,
    Bredvarde,
    Karta,
    Koppling,
)
from kvalitet_metrics.ingest.measures import JAMFORELSER
from kvalitet_metrics.ingest.vocabulary import HANDLAGGARE, NAMN_PA_PERSON, PERSONNUMMER
from kvalitet_metrics.model import Riktning

NAMN = [f.name for f in fields(Karta)]
RIKTNINGAR = (Riktning.HOGRE.value, Riktning.LAGRE.value)
"""What can be better of a measure; one without is neither."""
FORMEN = (
    'Kartläggningen har inte rätt form: «kolumner» är en lista av {"rubrik": …, "roll": …}, «konstanter» ett '
    'objekt, «bred» {"dimension": …, "varden": [{"roll": …}]}.'
)
GILTIGA = (
    ["namnare", "taljare"],
    ["andel"],
    ["procent"],
    ["andel", "namnare"],
    ["namnare", "procent"],
    ["andel", "namnare", "taljare"],
    ["namnare", "procent", "taljare"],
    ["antal"],
    ["varde"],
)
"""The roles that the values of one measure may have."""
ANDELAR = {"taljare", "andel", "procent"}
"""Roles of a share, which a common denominator is the denominator of."""


def las_json(text: str, baser: Mapping[str, Iterable[str]]) -> Karta:
    """A mapping from its text. Raises UsageError with every fault that it has."""
    try:
        plain = json.loads(text)
    except ValueError:
        raise UsageError("Texten är inte en kartläggning: den går inte att läsa som JSON.") from None
    return las(plain, baser)


def las(plain: Any, baser: Mapping[str, Iterable[str]]) -> Karta:
    """A checked mapping from plain values. `baser`: known list export → its columns.

    Raises UsageError with one sentence per fault, all at once.
    """
    if not isinstance(plain, dict) or plain.get("format", FORMAT) != FORMAT:
        raise UsageError(f'Kartläggningen ska vara ett JSON-objekt med "format": {FORMAT}.')
    given = {k: v for k, v in plain.items() if k != "format"}
    fel = [f"«{k}» finns inte i en kartläggning.{menade_du_fras(k, NAMN)}" for k in given if k not in NAMN]
    try:
        bred = given.get("bred")
        karta = Karta(
            id=str(given.get("id") or ""),
            namn=str(given.get("namn") or "").strip(),
            kolumner=tuple(map(koppling, given.get("kolumner") or ())),
            bas=str(given.get("bas") or ""),
            blad=str(given.get("blad") or ""),
            rubrikrader=int(given.get("rubrikrader") or 1),
            konstanter={str(k): str(v) for k, v in (given.get("konstanter") or {}).items()},
            periodslag=str(given.get("periodslag") or ""),
            period=str(given.get("period") or ""),
            bred=bred
            and Bred(
                bred.get("dimension", ""),
                tuple(Bredvarde(**v) for v in bred.get("varden") or ()),
                tuple(bred.get("utom") or ()),
            ),
            totaler=tuple(given.get("totaler") or ()),
            tusental=str(given.get("tusental") or ""),
        )
    except (TypeError, ValueError, AttributeError):
        raise UsageError("\n".join([*fel, FORMEN])) from None
    if fel := [*fel, *granska(karta, baser)]:
        raise UsageError("Kartläggningen kan inte användas:\n" + "\n".join(f"- {f}" for f in fel))
    return karta


def koppling(plain: Mapping[str, Any]) -> Koppling:
    """One column from plain values. Raises TypeError where it has another form."""
    andra = plain.get("andra_rubriker") or ()
    if isinstance(andra, str) or not all(isinstance(r, str) for r in andra):
        raise TypeError
    return Koppling(**{**plain, "andra_rubriker": tuple(andra)})


def granska(karta: Karta, baser: Mapping[str, Iterable[str]]) -> list[str]:
    """Every fault of a mapping, as Swedish sentences."""
    fel = []
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,60}", karta.id):
        fel.append("Id saknas eller har fel tecken. Skriv a–z, 0–9 och _, till exempel akuten_per_manad.")
    if not karta.namn:
        fel.append("Namn saknas. Skriv vad filen är, så som den ska synas på sidan Ladda upp.")
    if not 1 <= karta.rubrikrader <= 5:
        fel.append("Antalet rubrikrader ska vara 1–5.")
    texter = [karta.namn, karta.blad, *karta.konstanter.values(), *karta.totaler]
    texter += [t for k in karta.kolumner for t in (*k.rubriker, k.matt)]
    if any(privacy.in_text(str(t)) for t in texter):
        fel.append("Kartläggningen innehåller ett personnummer. Ta bort det.")
    if karta.tusental not in ("", ",", "."):
        fel.append("«tusental» kan bara vara «,» eller «.». Mellanslag mellan tusental förstås ändå.")
    rubriker = [clean.rubrik(r) for k in karta.kolumner for r in k.rubriker]
    upprepade = {r for k in karta.kolumner for r in k.rubriker if rubriker.count(clean.rubrik(r)) > 1}
    fel += [f"Rubriken «{r}» står flera gånger. En kolumn kan bara vara en sak." for r in sorted(upprepade)]
    personer = {clean.rubrik(r) for r in (*PERSONNUMMER, *HANDLAGGARE, *NAMN_PA_PERSON)}
    fel += [
        f"«{r}» hör till personer och får inte sparas. Välj «{ROLLER[KANSLIG]}»."
        for k in karta.kolumner
        for r in k.rubriker
        if clean.rubrik(r) in personer and k.roll not in (KANSLIG, *VARDEN, *TIDER)
    ]
    return fel + (kand_export(karta, baser) if karta.bas else egen_tabell(karta))


def kand_export(karta: Karta, baser: Mapping[str, Iterable[str]]) -> list[str]:
    """The faults of a mapping onto a known export."""
    if karta.bas not in baser:
        return [
            f"Exporten «{karta.bas}» finns inte.{menade_du_fras(karta.bas, baser)} Välj: {', '.join(baser)}."
        ]
    kolumner = [*baser[karta.bas], KANSLIG]
    skrivna = [k.roll for k in karta.kolumner if k.roll != KANSLIG] + list(karta.konstanter)
    fel = [
        f"Exporten «{karta.bas}» har ingen kolumn «{k}».{menade_du_fras(k, kolumner)}"
        for k in dict.fromkeys(skrivna)
        if k not in kolumner
    ]
    if "antal" in skrivna and "antal" not in kolumner:
        fel.append(
            f"I «{karta.bas}» är varje rad en post. Är raderna redan antal: beskriv filen som en egen "
            "tabell, utan «bas» och med rollen «antal»."
        )
    fel += [f"«{k}» är angiven flera gånger." for k in dict.fromkeys(skrivna) if skrivna.count(k) > 1]
    if not karta.kolumner:
        fel.append("Ingen kolumn är kopplad. Ange minst en rubrik i filen.")
    if karta.bred or karta.totaler or karta.periodslag or karta.period or karta.rubrikrader > 1:
        fel.append("«bred», «totaler», «period», «periodslag» och flera rubrikrader hör till egna tabeller.")
    return fel


def egen_tabell(karta: Karta) -> list[str]:
    """The faults of a mapping of a table of measured values."""
    fel = [
        f"«{k.roll}» är inget som kolumnen «{k.rubrik}» kan vara.{menade_du_fras(k.roll, ROLLER)} "
        f"Välj bland: {', '.join(ROLLER)}."
        for k in karta.kolumner
        if k.roll not in ROLLER
    ]
    fel += [
        f"«{k}» kan inte vara en konstant.{menade_du_fras(k, DIMENSIONER)}"
        for k in karta.konstanter
        if k not in DIMENSIONER
    ]
    enda = [k.roll for k in karta.kolumner if k.roll in {**TIDER, **DIMENSIONER}]
    fel += [f"Flera kolumner är «{ROLLER[r]}». Välj en." for r in dict.fromkeys(enda) if enda.count(r) > 1]
    return fel + tidens_fel(karta) + vardenas_fel(karta)


def tidens_fel(karta: Karta) -> list[str]:
    """Faults in how a value is placed in time: exactly one way, and of a known kind."""
    fel = []
    if karta.periodslag not in set(PERIODSLAG):
        fel.append(f"Slaget av period saknas. Välj bland: {', '.join(PERIODSLAG)}.")
    roller = {k.roll for k in karta.kolumner}
    satt = [
        "period" in roller,
        "ar" in roller,
        karta.bred is not None and karta.bred.dimension == "period",
        karta.period == UR_FILEN,
    ]
    if karta.period not in ("", UR_FILEN):
        fel.append(
            f"«period» kan bara vara «{UR_FILEN}»: då står perioden ovanför tabellen eller i filnamnet."
        )
    elif sum(satt) != 1:
        fel.append(
            "Perioden ska stå på ett ställe: i en kolumn med period, i kolumner med år och månad, i "
            "rubrikerna (bred tabell) eller i filen («period»: «filen»)."
        )
    delar = [d for d in DELAR if d in roller or (karta.bred and karta.bred.dimension == d)]
    if delar and (len(delar) > 1 or not ("ar" in roller or karta.period == UR_FILEN)):
        fel.append(
            "Månad, kvartal eller tertial kan stå på ett ställe, och året ska stå i en kolumn eller i filen."
        )
    if delar and karta.periodslag in set(PERIODSLAG) and karta.periodslag not in delar:
        fel.append(f"Slaget av period ska vara «{delar[0]}», eftersom det är vad filen anger.")
    return fel


def jamforelsernas_fel(karta: Karta, matt: Iterable[str]) -> list[str]:
    """Faults in values of others: each is one value, of a known kind, beside an own measure."""
    fel = []
    for k in (k for k in karta.kolumner if k.jamforelse):
        if k.jamforelse not in JAMFORELSER:
            fel.append(
                f"«{k.jamforelse}» är ingen jämförelse.{menade_du_fras(k.jamforelse, JAMFORELSER)} "
                f"Välj bland: {', '.join(JAMFORELSER)}."
            )
        if k.roll not in VARDEN or k.roll in ("taljare", "namnare") or k.matt not in matt:
            fel.append(
                f"«{k.rubrik}» jämförs med ett eget mått: den ska vara en andel, ett antal eller ett annat "
                "värde, med samma «matt» som måttet."
            )
    return fel


def riktningarnas_fel(karta: Karta) -> list[str]:
    """Faults in what is better: it is said once, of an own measure that has a name."""
    fel = []
    for k in (k for k in karta.kolumner if k.riktning):
        if k.riktning not in RIKTNINGAR:
            fel.append(
                f"«{k.riktning}» är ingen riktning.{menade_du_fras(k.riktning, RIKTNINGAR)} "
                f"Välj bland: {', '.join(RIKTNINGAR)}."
            )
        if k.roll not in VARDEN or k.jamforelse or not k.matt:
            fel.append(f"«{k.rubrik}» kan inte ha en riktning: den hör till ett eget mått med namn («matt»).")
    said = {(k.matt, k.riktning) for k in karta.kolumner if k.riktning}
    twice = sorted({m for m, _ in said if sum(matt == m for matt, _ in said) > 1})
    return fel + [f"Måttet «{m}» har två riktningar. Det kan bara ha en." for m in twice]


def vardenas_fel(karta: Karta) -> list[str]:
    """Faults in what the values are: each measure is a share, a count or another value."""
    fel = []
    bred = karta.bred.varden if karta.bred else ()
    if karta.bred and karta.bred.dimension not in {"period", *DELAR, *DIMENSIONER}:
        val = ", ".join((*DELAR, *DIMENSIONER))
        fel.append(f"«{karta.bred.dimension}» kan inte stå i rubrikerna. Välj period eller: {val}.")
    if karta.bred and karta.bred.dimension in {k.roll for k in karta.kolumner}:
        fel.append(f"«{karta.bred.dimension}» står både i rubrikerna och i en kolumn.")
    fel += [
        f"«{v.roll}» är inget värde. Välj bland: {', '.join(VARDEN)}." for v in bred if v.roll not in VARDEN
    ]
    matt: dict[str, list[str]] = {}
    egna = [v for v in karta.med_roll(VARDEN) if not v.jamforelse]
    for namn, roll in [(v.matt, v.roll) for v in egna] + [(v.matt, v.roll) for v in bred]:
        matt.setdefault(namn, []).append(roll)
    fel += jamforelsernas_fel(karta, matt) + riktningarnas_fel(karta)
    if not matt:
        fel.append(
            "Ingen kolumn är ett värde. Säg vilken som är täljare och nämnare, andel, antal eller värde."
        )
    if len(matt) > 1 and matt.get("") == ["namnare"]:
        del matt[""]  # the common denominator of all shares without one of their own
        for roller in matt.values():
            roller += ["namnare"] if ANDELAR & set(roller) and "namnare" not in roller else []
    elif len(matt) > 1 and "" in matt:
        fel.append(
            "Flera mått i samma tabell behöver var sitt namn («matt»). Bara en nämnare som alla andelar "
            "delar kan vara utan."
        )
    if (
        "" in matt
        and "kategori" not in {*karta.konstanter, *(k.roll for k in karta.kolumner)}
        and (not karta.bred or karta.bred.dimension != "kategori")
    ):
        fel.append("Måttet saknar namn. Skriv det som «matt», eller säg vilken kolumn det står i.")
    for namn, roller in matt.items():
        if sorted(roller) not in GILTIGA:
            fel.append(
                f"Måttet «{namn}» har {', '.join(sorted(roller))}: det ska vara täljare och nämnare, en "
                "andel (gärna med nämnare), ett antal eller ett annat värde."
            )
    return fel
