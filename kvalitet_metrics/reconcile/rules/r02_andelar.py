"""R2: a stated share is its numerator over its denominator, within half of the last digit. Class E.

Also: a numerator is no larger than its denominator (E); two shares that together are everything have
numerators that together are everything (E); a share of the whole lies between those of women and men (P).
"""

from collections import defaultdict
from fractions import Fraction

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Nyckel, Publicerat
from kvalitet_metrics.reconcile.rows import DIMENSIONER, HELHET, NEKAD, Rad, ordmangd, plats
from kvalitet_metrics.reconcile.shares import denominator, half
from kvalitet_metrics.text import avrundat, med_tecken, tal_kort

KON = DIMENSIONER.index("kon")
BADA = 2
Ruta = dict[str, Rad]
"""taljare, namnare and andel that belong together, those that there are."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """All shares and all pairs of numerator and denominator."""
    rutor = cells(publicerat)
    namnare = [r for r in publicerat.rader if r.matt == "namnare" and r.tal > 0]
    for ruta in rutor.values():
        share(ruta, utfall)
        part_of_whole(with_denominator(ruta, namnare), utfall)
    complements(rutor, utfall)
    yes_and_no(rutor, namnare, utfall)
    between(publicerat, utfall)
    products(publicerat, utfall)


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Published shares that were loaded with their counts."""
    for ruta in cells(Publicerat.of(inlast.publicerade())).values():
        share(ruta, utfall)
        part_of_whole(ruta, utfall)


def cells(publicerat: Publicerat) -> dict[Nyckel, Ruta]:
    """taljare, namnare and andel that have all keys in common; in one table, else between tables."""
    rutor: dict[Nyckel, Ruta] = defaultdict(dict)
    for rad in publicerat.rader:
        if rad.matt in ("taljare", "namnare", "andel") and not rad.ar_andring and not rad.ungefar:
            org, posttyp, period, _, jamforelse = rad.bas
            key = (org, posttyp, period, jamforelse, rad.indikator, rad.cell)
            rutor[(*key, rad.tabell)].setdefault(rad.matt, rad)
    hela = {key[:-1]: ruta for key, ruta in rutor.items() if {"taljare", "namnare"} <= ruta.keys()}
    return {
        key: hela[key[:-1]] | ruta if "andel" in ruta and key[:-1] in hela else ruta
        for key, ruta in rutor.items()
    }


def share(ruta: Ruta, utfall: Utfall) -> None:
    """One share against its counts."""
    if len(ruta) < 3 or not ruta["namnare"].tal:
        return
    andel, exakt = ruta["andel"], 100 * ruta["taljare"].tal / ruta["namnare"].tal
    if abs(andel.tal - exakt) <= half(andel):
        utfall.kontroll("R2")
        return
    ratt = avrundat(exakt, andel.decimaler)
    text = (
        f"{andel.beskrivning}: {andel.som_skrivet} är inte {tal_kort(ruta['taljare'].tal)} av "
        f"{tal_kort(ruta['namnare'].tal)}, som är {tal_kort(exakt, max(1, andel.decimaler))} %. Skillnaden "
        f"är "
        f"{med_tecken(andel.tal - exakt, 1)} procentenheter. Det stämmer om andelen är {tal_kort(ratt, 4)} %"
        f"{other_numerator(andel, ruta['namnare'])}."
    )
    plats_ = plats(andel, ruta["taljare"], ruta["namnare"])
    utfall.kontroll("R2", Fynd("R2", "E", plats_, andel.tal, exakt, text))


def other_numerator(andel: Rad, namnare: Rad) -> str:
    """The numerator that would give the stated share, where there is one."""
    nara = avrundat(andel.tal * namnare.tal / 100)
    if abs(100 * Fraction(nara) / namnare.tal - andel.tal) <= half(andel):
        return f", eller om täljaren är {tal_kort(nara)}"
    return ""


def part_of_whole(ruta: Ruta, utfall: Utfall) -> None:
    """A numerator against its denominator."""
    if not {"taljare", "namnare"} <= ruta.keys():
        return
    taljare, namnare = ruta["taljare"], ruta["namnare"]
    if taljare.tal <= namnare.tal:
        utfall.kontroll("R2")
        return
    text = (
        f"{taljare.beskrivning}: täljaren {tal_kort(taljare.tal)} är större än nämnaren "
        f"{tal_kort(namnare.tal)}. "
        "Det stämmer om de har bytt plats, eller om täljaren räknar något annat."
    )
    utfall.kontroll("R2", Fynd("R2", "E", plats(taljare, namnare), taljare.tal, namnare.tal, text))


def complements(rutor: dict[Nyckel, Ruta], utfall: Utfall) -> None:
    """«Inom» and «över» the limit: two categories of one denominator whose shares are 100 % together."""
    par: dict[object, list[dict[str, Rad]]] = defaultdict(list)
    for ruta in rutor.values():
        if len(ruta) == 3:
            andel = ruta["andel"]
            utan = (andel.tabell, andel.indikator, andel.bas, andel.utan("kategori"), ruta["namnare"].tal)
            par[utan].append(ruta)
    for rader in par.values():
        till_hundra = abs(sum((r["andel"].tal for r in rader), Fraction(-100)))
        if len(rader) != BADA or till_hundra > sum((half(r["andel"]) for r in rader), Fraction(0)):
            continue
        a, b = (r["taljare"] for r in rader)
        namnare = rader[0]["namnare"]
        text = (
            f"{a.beskrivning}: {tal_kort(a.tal)} och {tal_kort(b.tal)} är tillsammans "
            f"{tal_kort(a.tal + b.tal)}, men "
            f"nämnaren är {tal_kort(namnare.tal)} och andelarna utgör tillsammans 100 %. Det stämmer om "
            f"nämnaren är {tal_kort(a.tal + b.tal)}."
        )
        lika = a.tal + b.tal == namnare.tal
        fynd = Fynd("R2", "E", plats(a, b, namnare), a.tal + b.tal, namnare.tal, text)
        utfall.kontroll("R2", None if lika else fynd)


def yes_and_no(rutor: dict[Nyckel, Ruta], namnare: list[Rad], utfall: Utfall) -> None:
    """«Grund registrerad» and «Grund saknas» of one denominator: never more than it together."""
    grupper: dict[Nyckel, list[Ruta]] = defaultdict(list)
    for ruta in rutor.values():
        if "taljare" in ruta:
            t = ruta["taljare"]
            grupper[(t.tabell, t.indikator, t.bas, t.utan("kategori"))].append(ruta)
    for rader in grupper.values():
        for nej in (r for r in rader if NEKAD.search(category(r["taljare"]))):
            om = ordmangd(NEKAD.sub("", category(nej["taljare"])))
            ja = [r for r in rader if not NEKAD.search(category(r["taljare"]))]
            par = [r for r in ja if om <= ordmangd(category(r["taljare"]))]
            n = next((x for r in (*par, nej) if (x := with_denominator(r, namnare).get("namnare"))), None)
            if len(par) != 1 or n is None:
                continue
            a, b = par[0]["taljare"], nej["taljare"]
            text = (
                f"{a.beskrivning}: {tal_kort(a.tal)} och {tal_kort(b.tal)} ({category(b)}) är tillsammans "
                f"{tal_kort(a.tal + b.tal)}, fler än {tal_kort(n.tal)}. Det stämmer om nämnaren är "
                f"{tal_kort(a.tal + b.tal)}, eller om någon av dem är mindre."
            )
            fynd = Fynd("R2", "E", plats(a, b, n), a.tal + b.tal, n.tal, text)
            utfall.kontroll("R2", None if a.tal + b.tal <= n.tal else fynd)


def category(rad: Rad) -> str:
    """The category as written."""
    return rad.delar.get("kategori", "")


def with_denominator(ruta: Ruta, namnare: list[Rad]) -> Ruta:
    """The cell with the denominator of the whole, where it has none of its own."""
    if "taljare" not in ruta or "namnare" in ruta:
        return ruta
    n = denominator(ruta["taljare"], namnare)
    return ruta if n is None else ruta | {"namnare": n}


def between(publicerat: Publicerat, utfall: Utfall) -> None:
    """The whole's share against those of women and men."""
    per_kon: dict[object, list[Rad]] = defaultdict(list)
    for rad in publicerat.andelar:
        per_kon[(rad.tabell, rad.indikator, rad.bas, rad.utan("kon"))].append(rad)
    for rader in per_kon.values():
        hel = [r for r in rader if r.cell[KON] == HELHET]
        delar = [r for r in rader if r.cell[KON] != HELHET]
        if len(hel) != 1 or len({r.cell[KON] for r in delar}) != BADA or len(delar) != BADA:
            continue
        lagst, hogst = min(r.tal - half(r) for r in delar), max(r.tal + half(r) for r in delar)
        nara = min(max(hel[0].tal, lagst), hogst)
        text = (
            f"{hel[0].beskrivning}: {hel[0].som_skrivet} för alla ligger utanför "
            f"{' och '.join(r.som_skrivet for r in delar)} för de två grupperna. Det stämmer om någon av de "
            f"tre andelarna är en annan."
        )
        fel = abs(nara - hel[0].tal) > half(hel[0])
        utfall.kontroll("R2", Fynd("R2", "P", plats(hel[0], *delar), hel[0].tal, nara, text) if fel else None)


def products(publicerat: Publicerat, utfall: Utfall) -> None:
    """A risk value against likelihood and consequence. Scales are the source's own: class P, never E."""
    risker: dict[object, dict[str, Rad]] = defaultdict(dict)
    for rad in publicerat.rader:
        if rad.matt in ("index", "riskvarde"):
            key = (rad.tabell, rad.org, rad.period, rad.utan("underkategori"))
            risker[key].setdefault(rad.cell[-1], rad)
    for risk in risker.values():
        if {"sannolikhet", "konsekvens", "riskvärde"} <= risk.keys():
            varde, s, k = risk["riskvärde"], risk["sannolikhet"], risk["konsekvens"]
            text = (
                f"{varde.beskrivning}: riskvärdet {tal_kort(varde.tal)} är inte {tal_kort(s.tal)} × "
                f"{tal_kort(k.tal)}. Det "
                f"stämmer om riskvärdet är {tal_kort(s.tal * k.tal)}, om inte skalan är en annan."
            )
            lika = varde.tal == s.tal * k.tal
            fynd = Fynd("R2", "P", plats(varde, s, k), varde.tal, s.tal * k.tal, text)
            utfall.kontroll("R2", None if lika else fynd)
