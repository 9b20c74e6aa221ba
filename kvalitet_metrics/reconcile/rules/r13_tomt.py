"""R13: blank, 0, «-» and words are different things. Notes of class P where one table uses several for its "
"cells."""

from collections import Counter, defaultdict

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import Rad, plats
from kvalitet_metrics.text import antal, lista


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Every table that has zeros, against its cells without a number."""
    tabeller: dict[str, list[Rad]] = defaultdict(list)
    for r in publicerat.alla:
        if r.matt != "text":
            tabeller[r.tabell].append(r)
    for rader in tabeller.values():
        nollor = [r for r in rader if r.varde == 0]
        utan = [r for r in rader if r.varde is None]
        if not nollor and not utan:
            continue
        utfall.per_regel["R13"] += 1
        skrivna = Counter(f"«{r.skrivet}»" if r.skrivet else "tomt" for r in utan)
        if utan and (nollor or len(skrivna) > 1):
            text = (
                f"{rader[0].tabell} skriver både {lista([*(['0'] if nollor else []), *skrivna])}. Säg vilka "
                f"som betyder "
                "noll och vilka som betyder att uppgiften saknas."
            )
            utfall.notera(Fynd("R13", "P", plats(*utan, *nollor[:1]), None, None, text))


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Every loaded file with reported counts: how many cells are 0, and how many hold nothing."""
    for tabell, tal in (("synpunkt", "antal"), ("matvarde", "matt")):
        for rad in inlast.rows(
            f"""SELECT i.fil, count(*) FILTER (t.{tal} = 0) AS nollor,
                       count(*) FILTER (t.saknas IS NOT NULL) AS tomma
                FROM {tabell} t JOIN inlasning i ON i.upload_id = t.upload_id AND i.tabell = '{tabell}'
                GROUP BY i.fil ORDER BY i.fil"""
        ):
            utfall.per_regel["R13"] += 1
            if rad["nollor"] and rad["tomma"]:
                text = (
                    f"{rad['fil']} har {antal(rad['nollor'], 'nolla', 'nollor')} och "
                    f"{antal(rad['tomma'], 'cell', 'celler')} utan tal. Tomt räknas som att uppgiften "
                    f"saknas, inte som noll."
                )
                utfall.notera(Fynd("R13", "P", rad["fil"], rad["nollor"], rad["tomma"], text))
