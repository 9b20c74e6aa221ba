"""Finished investigations from the case system, one file per quarter for children and one for adults."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from kvalitet_metrics.example._org import BARN_OCH_UNGA, BROMMA, ENHETEN_FOR_VUXNA, SOCIALTJANST_OCH_FRITID
from kvalitet_metrics.example._sheet import (
    Blad,
    Cell,
    ExampleFile,
    Rad,
    datum_mellan,
    rutor,
    slump,
    write_xlsx,
)

RUBRIKER = [
    "Ärendenr",
    "Personnr",
    "Kön",
    "Ålder",
    "Enhet",
    "Grupp",
    "Lagrum",
    "Aktualiseringsdatum",
    "Inledd",
    "Avslutad",
    "Förlängd t.o.m.",
    "Orsak förlängning",
    "Resultat",
    "Handläggare",
    "Utredningstid (dgr)",
]

BARN = rutor("""
    kvartal | start      | slut       | uttag            | avslutade | sena | flicka | pojke | lagrum
    2023Q1  | 2023-01-01 | 2023-03-31 | 2023-04-12 08:14 | 203       | 60   | Flicka | Pojke | SoL 11:1
    2023Q2  | 2023-04-01 | 2023-06-30 | 2023-07-10 09:02 | 182       | 36   | K      | M     | SoL 11:1
    2023Q3  | 2023-07-01 | 2023-09-30 | 2023-10-11 13:40 | 203       | 24   | Kvinna | Man   | 11 kap. 1 § SoL
""")
"""Bromma 2023, A.2.1: finished in the quarter, and how many of them took over four calendar months.
The fourth quarter is not published, so there is no file for it."""

BARN_PA_GRANSEN = rutor("""
    kvartal | inledd     | avslutad   | i_tid
    2023Q1  | 2022-09-30 | 2023-01-30 | ja
    2023Q1  | 2022-10-31 | 2023-02-28 | ja
    2023Q1  | 2022-10-31 | 2023-03-01 | nej
    2023Q2  | 2022-12-31 | 2023-04-30 | ja
    2023Q2  | 2022-12-31 | 2023-05-01 | nej
    2023Q2  | 2023-02-28 | 2023-06-28 | ja
    2023Q2  | 2023-02-28 | 2023-06-29 | nej
    2023Q3  | 2023-03-31 | 2023-07-31 | ja
    2023Q3  | 2023-05-31 | 2023-09-30 | ja
    2023Q3  | 2023-04-30 | 2023-08-31 | nej
""")
"""Cases that end on the deadline or the day after it; 31 October plus four months is 28 February."""

VUXNA = rutor("""
    grupp                | kon    | i_tid | sena
    Funktionsnedsättning | Kvinna | 4     | 4
    Funktionsnedsättning | Man    | 3     | 9
    Beroende             | Kvinna | 4     | 4
    Beroende             | Man    | 2     | 10
    Socialpsykiatri      | Kvinna | 11    | 2
    Socialpsykiatri      | Man    | 4     | 3
""")
"""Bromma 2023, A.2.1: 20 cases per grupp, 28 of 60 in time, women 19 of 29 and men 9 of 31. The split by
grupp is ours (the report says only that socialpsykiatri does best). The deadline, one calendar month, is
Bromma's own. The 32 % of 13 cases in 2022 cannot be made of whole cases and are left out."""

VUXNA_PA_GRANSEN = rutor("""
    grupp           | kon    | inledd     | avslutad   | i_tid
    Socialpsykiatri | Kvinna | 2023-01-31 | 2023-02-28 | ja
    Socialpsykiatri | Man    | 2023-05-15 | 2023-06-15 | ja
    Beroende        | Man    | 2023-08-31 | 2023-10-01 | nej
""")

PAGAENDE = rutor("""
    dagar_sedan_start | antal | forlangda
    0..60             | 213   | 0
    61..107           | 164   | 0
    108..119          | 37    | 3
    126..200          | 41    | 22
""")
"""Bromma 2023, A.1.1: the 20 reviewed cases were 4,4 % of those going on, so 450–459 of them; we take 455 on
the last day of September. How long they had gone on, and how many were extended, is ours."""
UTTAG_PAGAENDE = date(2023, 9, 30)

ORSAKER = [
    "Inväntar underlag",
    "Inväntar utlåtande",
    "Hög arbetsbelastning",
    "Samordning med annan myndighet",
]
RESULTAT = ["Insats", "Insats", "Utan insats", "Utan insats", "Avskriven"]

Tid = tuple[date, date]


def write(folder: Path) -> list[ExampleFile]:
    """Write the four reports of finished investigations, and the list of those that go on."""
    return [*(_barn(folder, kvartal) for kvartal in BARN), _vuxna(folder), _pagaende(folder)]


def _barn(folder: Path, kvartal: dict[str, str]) -> ExampleFile:
    namn = f"Utredningar_avslutade_{kvartal['kvartal']}.xlsx"
    rng = slump(namn)
    start, slut = date.fromisoformat(kvartal["start"]), date.fromisoformat(kvartal["slut"])
    granser = [g for g in BARN_PA_GRANSEN if g["kvartal"] == kvartal["kvartal"]]
    sena = int(kvartal["sena"])
    i_tid = int(kvartal["avslutade"]) - sena
    # Fyra kalendermånader är 120-123 dagar; utom på gränsen ligger därför inget ärende däremellan.
    tider = [(t, True) for t in _tider(rng, i_tid, _pa_gransen(granser, "ja"), (start, slut), (21, 117))]
    tider += [(t, False) for t in _tider(rng, sena, _pa_gransen(granser, "nej"), (start, slut), (126, 290))]
    rader = [
        _rad(
            rng,
            tid,
            kon=rng.choice([kvartal["flicka"], kvartal["pojke"]]),
            alder=rng.randint(0, 17),
            enhet=BARN_OCH_UNGA,
            grupp=f"Utredningsgrupp {rng.randint(1, 3)}",
            lagrum=kvartal["lagrum"],
            forlangd=not inom and rng.random() < 0.6,
        )
        for tid, inom in tider
    ]
    return _skriv(folder / namn, "barn och unga", kvartal, rader)


def _vuxna(folder: Path) -> ExampleFile:
    namn = "Utredningar_avslutade_vuxna_2023.xlsx"
    rng = slump(namn)
    rader = []
    for ruta in VUXNA:
        granser = [g for g in VUXNA_PA_GRANSEN if (g["grupp"], g["kon"]) == (ruta["grupp"], ruta["kon"])]
        ar = (date(2023, 2, 1), date(2023, 12, 20))
        tider = _tider(rng, int(ruta["i_tid"]), _pa_gransen(granser, "ja"), ar, (7, 26))
        tider += _tider(rng, int(ruta["sena"]), _pa_gransen(granser, "nej"), ar, (36, 140))
        rader += [
            _rad(
                rng,
                tid,
                kon=ruta["kon"],
                alder=rng.randint(19, 79),
                enhet=ENHETEN_FOR_VUXNA,
                grupp=ruta["grupp"],
                lagrum="LSS" if ruta["grupp"] == "Funktionsnedsättning" and nr % 2 else "SoL 11:1",
                forlangd=False,
            )
            for nr, tid in enumerate(tider)
        ]
    uttag = {"start": "2023-01-01", "slut": "2023-12-31", "uttag": "2024-01-15 10:21"}
    return _skriv(folder / namn, "vuxna", uttag, rader)


def _pagaende(folder: Path) -> ExampleFile:
    namn = f"Utredningar_pagaende_{UTTAG_PAGAENDE}.xlsx"
    rng = slump(namn)
    rader: list[Rad] = []
    for ruta in PAGAENDE:
        fran, till = (int(d) for d in ruta["dagar_sedan_start"].split(".."))
        for nr in range(int(ruta["antal"])):
            inledd = UTTAG_PAGAENDE - timedelta(days=rng.randint(fran, till))
            forlangd = UTTAG_PAGAENDE + timedelta(days=rng.randint(5, 75))
            kod = f"U-2023P-{len(rader) + 1:06}"
            grupp = f"Utredningsgrupp {rng.randint(1, 3)}"
            kon, alder = rng.choice(["Flicka", "Pojke"]), rng.randint(0, 17)
            till_och_med = forlangd if nr < int(ruta["forlangda"]) else None
            rader.append([kod, None, kon, alder, BARN_OCH_UNGA, grupp, inledd, None, till_och_med])
    rubriker = ["Ärendenr", "Personnr", "Kön", "Ålder", "Enhet", "Grupp", "Inledd", "Avslutad"]
    titel: list[Rad] = [
        ["Rapport: Pågående utredningar barn och unga"],
        [f"Uttagsdatum: {UTTAG_PAGAENDE} 16:02"],
        [],
        [*rubriker, "Förlängd t.o.m."],
    ]
    write_xlsx(folder / namn, [Blad("Rapport", [*titel, *rader, ["Totalt", None, len(rader)]])])
    return ExampleFile(folder / namn, BROMMA, SOCIALTJANST_OCH_FRITID)


def _pa_gransen(granser: list[dict[str, str]], i_tid: str) -> list[Tid]:
    return [
        (date.fromisoformat(g["inledd"]), date.fromisoformat(g["avslutad"]))
        for g in granser
        if g["i_tid"] == i_tid
    ]


def _tider(rng: Random, antal: int, granser: list[Tid], avslut: Tid, dagar: tuple[int, int]) -> list[Tid]:
    """`antal` pairs (inledd, avslutad): those on the deadline, then some with a length within `dagar`."""
    tider = list(granser)
    while len(tider) < antal:
        avslutad = datum_mellan(rng, *avslut)
        tider.append((avslutad - timedelta(days=rng.randint(*dagar)), avslutad))
    return tider


def _rad(
    rng: Random, tid: Tid, *, kon: str, alder: int, enhet: str, grupp: str, lagrum: str, forlangd: bool
) -> list[Cell]:
    inledd, avslutad = tid
    aktualiserad = inledd - timedelta(days=rng.randint(0, 14))
    return [
        None,
        None,
        kon,
        alder,
        enhet,
        grupp,
        lagrum,
        aktualiserad,
        inledd,
        avslutad,
        avslutad + timedelta(days=rng.randint(0, 20)) if forlangd else None,
        rng.choice(ORSAKER) if forlangd else None,
        rng.choice(RESULTAT),
        f"HL{rng.randint(1, 24):02}",
        (
            avslutad - aktualiserad
        ).days,  # systemet räknar från aktualisering, inte från att utredningen inleddes
    ]


def _skriv(path: Path, malgrupp: str, uttag: dict[str, str], rader: list[list[Cell]]) -> ExampleFile:
    rader.sort(key=lambda rad: (rad[9], rad[8], rad[3]))
    prefix = path.stem.removeprefix("Utredningar_avslutade_").replace("vuxna_2023", "2023V")
    for nr, rad in enumerate(rader, start=1):
        rad[0] = f"U-{prefix}-{nr:06}"
    alla: list[Rad] = [
        [f"Rapport: Avslutade utredningar {malgrupp}"],
        [f"Urval: Avslutsdatum {uttag['start']} -- {uttag['slut']}"],
        [f"Uttagsdatum: {uttag['uttag']}"],
        ["Användare: system"],
        [],
        RUBRIKER,
        *rader,
        ["Totalt", None, len(rader)],
        [],
        ["Pågående utredningar ingår inte i rapporten."],
    ]
    parametrar: list[Rad] = [
        ["Parameter", "Värde"],
        ["Statusfilter", "Avslutad"],
        ["Sortering", "Avslutsdatum"],
    ]
    write_xlsx(path, [Blad("Rapport", alla, hidden_columns=[1]), Blad("Parametrar", parametrar, hidden=True)])
    return ExampleFile(path, BROMMA, SOCIALTJANST_OCH_FRITID)
