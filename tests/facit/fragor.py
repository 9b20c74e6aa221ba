"""How each published figure is asked for: facit row → indicator, period, breakdown and what to read.

`fraga_for(rad)` gives the question, or None where no indicator can express the row.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import tests.facit

SYNONYMER = {
    "Rättighet och bemötande": "Rättigheter och bemötande",
    "Fallregistrering": "Fall",
    "Ekonomiskt övergrepp": "Ekonomiska övergrepp",
    "Brister i rättssäkerhet och genomförande": "Brister i rättssäkerhet vid handläggning och genomförande",
    "Brister vid handläggning och genomförande": "Brister i rättssäkerhet vid handläggning och genomförande",
}
"""Labels that a report spells differently from the code list that the readers use."""


@dataclass(frozen=True)
class Fraga:
    """What to ask, and how to read the answer.

    delar: breakdown column → the label (or labels, then added) that the figure is about; None is all
    labels added.
    las: `antal`, `taljare`, `namnare`, `andel`; with `rest` the part of the denominator that is not in
    the numerator is the figure (over the deadline instead of within it). `andring` and `andring_procent`
    compare with the period before, `perioder` counts the periods that have records, `var_och_en` says
    that every group of `delar` has the same denominator, `mal` and `frist` are the definition's own.
    `del_av_alla` is the count in percent of that of all labels, `langst` and `nast_langst` are the longest
    waits among the records behind the figure. More ways of reading stand in lasare.py. tid: first and last
    day, where the key does not give them.
    """

    id: str
    period: str
    las: str
    delar: dict[str, str | tuple[str, ...] | None] = field(default_factory=dict)
    rest: bool = False
    intervall: bool = False
    tid: tuple[str, str] | None = None


def fraga_for(rad: dict[str, str]) -> Fraga | None:
    """The question for a facit row: its own in a drawn table, else the one of its record type."""
    egen = ritade().get(rad["figure_id"])
    return egen or PER_POSTTYP.get(rad["record_type"], lambda _: None)(rad)


@cache
def ritade() -> dict[str, Fraga]:
    """Figure id → question, from the drawn tables FRAGOR of every module `fragor_*.py` in this folder.

    A row is `figurer | indikator | period | las | delar`: `BRO-0001..0003` are both ends and all between,
    `delar` is `kolumn=etikett; kolumn=etikett+etikett`, an empty label is all labels added. `las` may
    be followed by the words of Fraga that are switched on: `taljare rest`, and `period` by its days where
    the key does not give them: `mattillfalle 2022-09-01..2022-12-31`.
    """
    fragor: dict[str, Fraga] = {}
    for figurer, id_, period, las, delar in ritade_rader("FRAGOR"):
        sort, *extra = las.split()
        slag, _, dagar = period.partition(" ")
        tid = tuple(dagar.split("..")) if dagar else None
        for figur in figurerna(figurer):
            assert figur not in fragor, f"{figur} frågas på två sätt"
            fragor[figur] = Fraga(id_, slag, sort, _delar(delar), **dict.fromkeys(extra, True), tid=tid)
    return fragor


def ritade_rader(tabell: str) -> Iterator[list[str]]:
    """The rows of a drawn table that every module `fragor_*.py` in this folder has one of."""
    for modul in pkgutil.iter_modules(tests.facit.__path__):
        if modul.name.startswith("fragor_"):
            text = getattr(importlib.import_module(f"tests.facit.{modul.name}"), tabell)
            yield from ([ruta.strip() for ruta in rad.split("|")] for rad in text.strip().splitlines())


def _delar(text: str) -> dict[str, str | tuple[str, ...] | None]:
    par = [del_.split("=", 1) for del_ in text.split(";") if del_.strip()]
    delade = {kolumn.strip(): tuple(e.strip() for e in etikett.split("+")) for kolumn, etikett in par}
    return {k: None if e == ("",) else e[0] if len(e) == 1 else e for k, e in delade.items()}


def figurerna(spann: str) -> list[str]:
    """The figure ids of «BRO-0040..0043», both ends included."""
    forsta, _, sista = spann.partition("..")
    prefix, nummer = forsta.split("-")
    return [f"{prefix}-{nr:04}" for nr in range(int(nummer), int(sista or nummer) + 1)]


def _utredning(rad: dict[str, str]) -> Fraga | None:
    barn = rad["enhet"] == "Enheten för barn och unga"
    id_ = "utredning_barn_inom_fyra_manader" if barn else "utredning_vuxna_inom_frist"
    if rad["measure"] == "text":
        return Fraga(id_, "kalenderar", "frist")
    if barn:
        delar = {"enhet": rad["enhet"]}
        if rad["underkategori"] == "Mättillfällen":
            return Fraga(id_, "kvartal", "perioder", delar)
        return Fraga(
            id_, "kvartal", rad["measure"], delar, rest=rad["kategori"] == "Överskriden utredningstid"
        )
    if rad["kategori"] == "Per verksamhetsområde":
        grupper = ("Funktionsnedsättning", "Beroende", "Socialpsykiatri")
        return Fraga(id_, "kalenderar", "var_och_en", {"grupp": grupper})
    if rad["period_start"] != "2023-01-01":
        return None
    return Fraga(id_, "kalenderar", rad["measure"], {"enhet": rad["enhet"]} | _ifylld(rad, "kon"))


def _forhandsbedomning(rad: dict[str, str]) -> Fraga | None:
    delar = {"enhet": rad["enhet"], "grupp": rad["grupp"]}
    barn = rad["grupp"] == "Mottagningsgruppen"
    id_ = "forhandsbedomning_barn_inom_14_dagar" if barn else "forhandsbedomning_relationsvald_inom_21_dagar"
    if rad["underkategori"] == "Tidsgräns":
        return Fraga(id_, "kalenderar", "frist")
    if rad["underkategori"] == "Mättillfällen":
        return Fraga(id_, "manad", "perioder", delar)
    if rad["table"] == "Tabell 2":
        return Fraga(id_, "manad", rad["measure"], delar, rest=True)
    if rad["grupp"] == "Relationsvåldsteamet":
        return Fraga(id_, "kalenderar", rad["measure"], delar, rest=rad["kategori"] == "Överstiger 21 dagar")
    return None


def _avvikelse(rad: dict[str, str]) -> Fraga | None:
    id_, kategori = "avvikelser_antal", SYNONYMER.get(rad["kategori"], rad["kategori"])
    enhet = _ifylld(rad, "enhet")
    if rad["enhet"] == "Barn och familj 1, 2, 3":
        enhet = {"enhet": ("Barn och familj 1", "Barn och familj 2", "Barn och familj 3")}
    if rad["table"] == "Tabell 9":
        omrade = {"omrade": None if kategori == "Totalt" else kategori[-2]}
        return Fraga("avvikelser_per_kvalitetsomrade", "kalenderar", "andel", omrade)
    if kategori.endswith("(C)"):
        return Fraga(id_, "kalenderar", "antal", enhet | {"omrade": "C"})
    if kategori == "Förändring":
        las = "andring" if rad["measure"] == "antal" else "andring_procent"
        return Fraga(id_, rad["period_type"], las, enhet)
    if rad["enhet"].startswith("HR"):
        return None
    if kategori not in ("", "Totalt"):
        kolumn = "orsak" if rad["avdelning"] == "Barn- och ungdomsvård" else "kategori"
        return Fraga(id_, rad["period_type"], "antal", {kolumn: kategori})
    return Fraga(id_, rad["period_type"], "antal", enhet)


BEDOMNINGAR = {
    "Påtaglig risk för missförhållande": ("Påtaglig risk för missförhållande",),
    "Missförhållande": ("Missförhållande",),
    "Påtaglig risk för allvarligt missförhållande": ("Påtaglig risk för allvarligt missförhållande",),
    "Ej missförhållande": ("Ej missförhållande",),
    "Allvarligt missförhållande, anmält till IVO": ("Allvarligt missförhållande",),
    "Anmält till IVO": ("Allvarligt missförhållande", "Påtaglig risk för allvarligt missförhållande"),
    "Allvarligt missförhållande eller påtaglig risk, anmält till IVO": (
        "Allvarligt missförhållande",
        "Påtaglig risk för allvarligt missförhållande",
    ),
    "Missförhållande eller risk för missförhållande": (
        "Missförhållande",
        "Påtaglig risk för missförhållande",
        "Allvarligt missförhållande",
        "Påtaglig risk för allvarligt missförhållande",
    ),
}


def _lex_sarah(rad: dict[str, str]) -> Fraga | None:
    utredningar = "utredning" in rad["name_sv"].lower() and rad["name_sv"] != "Inkomna lex Sarah-rapporter"
    id_ = "lex_sarah_utredningar" if utredningar else "lex_sarah_rapporter"
    period = rad["period_type"]
    delar: dict[str, str | tuple[str, ...] | None] = dict(_ifylld(rad, "enhet"))
    if rad["kategori"] in BEDOMNINGAR:
        delar["bedomning"] = BEDOMNINGAR[rad["kategori"]]
        if rad["underkategori"]:
            delar["kategori"] = SYNONYMER.get(rad["underkategori"], rad["underkategori"])
        return Fraga(id_, period, "antal", delar)
    if rad["kategori"].startswith("Bostad först"):
        return Fraga(id_, period, "antal", {"avdelning": "Registrerat på VoF", "enhet": "Bostad först"})
    if rad["underkategori"]:
        delar["regi"] = rad["underkategori"].split()[0].lower()
    if rad["grupp"] not in ("", "Totalt"):
        delar["grupp"] = tuple(rad["grupp"].split("|"))
    if rad["kategori"] not in ("", "Totalt", "Inkomna rapporter", "Inledda utredningar"):
        delar["kategori"] = SYNONYMER.get(rad["kategori"], rad["kategori"])
    return Fraga(id_, period, "antal", delar)


def _synpunkt(rad: dict[str, str]) -> Fraga | None:
    typ, under = rad["kategori"], rad["underkategori"]
    if rad["measure"] != "antal":
        return None
    if typ in ("Positiv synpunkt", "Beröm"):
        delar = {} if under in ("", "Totalt") else {"kategori": under}
        return Fraga("berom_antal", rad["period_type"], "antal", delar)
    if typ == "Klagomål":
        delar = {} if under in ("", "Totalt") else {"kategori": under}
        return Fraga("klagomal_antal", rad["period_type"], "antal", delar)
    if typ == "från vem":
        delar = {} if under == "Totalt" else {"avsandare": under}
        return Fraga("klagomal_antal", rad["period_type"], "antal", delar)
    if typ in ("kategorisering", "Klagomål/synpunkt"):
        kategori = None if under == "Totalt" else under  # summan av kategorierna, inte antalet klagomål
        return Fraga("klagomal_antal", rad["period_type"], "antal", {"kategori": kategori})
    return None


def _samverkan(rad: dict[str, str]) -> Fraga | None:
    if rad["comparator"] == "mal":
        return Fraga("samverkan_andel", "kalenderar", "malvarde", {"enhet": rad["enhet"]})
    if not rad["kategori"].startswith("Samverkat"):
        return None
    delar = {"enhet": rad["enhet"]} | ({} if rad["grupp"] in ("", "Totalt") else {"grupp": rad["grupp"]})
    return Fraga("samverkan_andel", "kalenderar", rad["measure"], delar)


FRAGETEXTER = {
    "Bistånd längre än 10 månader": "Har du haft ekonomiskt bistånd längre än 10 månader?",
    "Frågar efter synpunkter": "Frågar din socialsekreterare efter dina synpunkter?",
    "Kunnat påverka": "Har du kunnat påverka vilken hjälp du får?",
    "Nöjd med stödet": "Hur nöjd är du med stödet som helhet?",
    "Barn": "Är du nöjd med besöket hos oss?",
    "Vårdnadshavare": "Är du nöjd med kontakten med oss?",
    "Nöjdhet": ("Är du nöjd med besöket hos oss?", "Är du nöjd med kontakten med oss?"),
    "Svar": "Är du nöjd med kontakten med familjerätten?",
    "Förtroende": "Har du förtroende för socialtjänsten?",
    "Föräldrar/annan vuxen": "Vet du varför vi träffas?",
    "Ungdomar 13–17 år": "Vet du varför vi träffas?",
    "Barn under 13 år": "Kändes det bra att komma hit?",
    "Fått veta varför": "Vet du varför vi träffas?",
    "Kunnat prata/fråga": "Kunde du prata eller fråga om det du ville?",
    "Förstått vad som är viktigt": "Förstår vi vad som är viktigt för dig?",
    "Samtalen till hjälp": "Har samtalet varit till hjälp för dig som förälder?",
}
"""The published name of a question → its wording in the example surveys."""

SVARANDE = {"Familjehemsenheten": "Får du det stöd du behöver i uppdraget?"}
SVARANDE["Resursverksamheten"] = "Är du med och påverkar stödet du får?"


def _enkat(rad: dict[str, str]) -> Fraga | None:
    text = FRAGETEXTER.get(rad["underkategori"]) or FRAGETEXTER.get(rad["kategori"])
    if rad["kategori"] == "Svarande" and rad["enhet"] in SVARANDE:
        text = SVARANDE[rad["enhet"]]
    if text is None or rad["measure"] == "index":
        return None
    delar = {"enhet": rad["enhet"], "fraga": text} | _ifylld(rad, "kon")
    if rad["kategori"] == "Svarande" and rad["underkategori"]:
        delar["malgrupp"] = rad["underkategori"]
    las = "namnare" if rad["measure"] == "antal" else rad["measure"]
    if rad["period_type"] == "intervall":
        return Fraga("enkat_andel_positiva", "total", las, delar, intervall=True)
    return Fraga("enkat_andel_positiva", rad["period_type"], las, delar)


def _nyckeltal(rad: dict[str, str]) -> Fraga | None:
    if rad["comparator"] == "mal":
        return None
    return Fraga("nyckeltal_varde", "kalenderar", "antal", {"kategori": rad["name_sv"]})


def _ifylld(rad: dict[str, str], kolumn: str) -> dict[str, str]:
    return {kolumn: rad[kolumn]} if rad[kolumn] not in ("", "Totalt") else {}


PER_POSTTYP = {
    "utredning": _utredning,
    "forhandsbedomning": _forhandsbedomning,
    "avvikelse": _avvikelse,
    "lex_sarah": _lex_sarah,
    "synpunkt": _synpunkt,
    "samverkan": _samverkan,
    "enkat": _enkat,
    "nyckeltal": _nyckeltal,
}
"""The record types that the indicators are about."""
