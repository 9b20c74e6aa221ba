"""Commands that answer with figures and with how they are computed: query, rows, indicators, method."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from kvalitet_metrics import text
from kvalitet_metrics.cli.shared import (
    From,
    Json,
    PeriodOption,
    To,
    ViewerOption,
    Where,
    conditions,
    day,
    show_json,
    write_file,
)
from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.indicators import INDIKATORER, frister
from kvalitet_metrics.indicators.question import about, definition
from kvalitet_metrics.ingest.mapping import PERIODSLAG
from kvalitet_metrics.model import NEDBRYTNINGAR
from kvalitet_metrics.reports import metod

BOTH_PARTS = ("andel", "fordelning", "kvot")
"""Kinds whose numerator and denominator stand beside the value."""


def query(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Indikatorns id, se kommandot indicators.")],
    period: PeriodOption = "kalenderar",
    by: Annotated[str, typer.Option(help="Kolumner att dela upp på, med komma emellan.")] = "",
    where: Where = None,
    fran: From = None,
    till: To = None,
    viewer: ViewerOption = "analytiker",
    with_predecessors: Annotated[
        bool,
        typer.Option("--with-predecessors", help="Räkna enheter som har slagits ihop som den de blev."),
    ] = False,
    version: Annotated[
        int | None, typer.Option(help="Räkna alla perioder enligt den här versionen av måttet.")
    ] = None,
    merge: Annotated[
        bool, typer.Option("--merge", help="Slå ihop en periods dolda rader till en, där det går.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Räkna en indikator."""
    asked = (
        id,
        period,
        [c.strip() for c in by.split(",") if c.strip()],
        conditions(where),
        day(fran),
        day(till),
        viewer,
        with_predecessors,
        version,
    )
    rows = context.obj.answer(*asked, merge=merge)
    if as_json:
        about_it = about(INDIKATORER[id]) | ({} if version is None else {"version": version})
        said = [short(v) for v in context.obj.verdict(*asked, rows=rows)]
        show_json({"indikator": about_it, "rader": rows, "utlatande": said})
    elif not rows and (kinds := other_periods(context, id, conditions(where), period)):
        name = INDIKATORER[id].namn
        typer.echo(f"{name}: inga uppgifter per {period}. Det som finns avser {text.lista(kinds, 'eller')}.")
    else:
        hint = [] if merge else merge_hint(context, asked, rows)
        typer.echo("\n".join([figures_text(id, rows), *hint]))


def merge_hint(context: typer.Context, asked: tuple[Any, ...], rows: list[dict[str, Any]]) -> list[str]:
    """A line that says how hidden rows can be put together, where they can."""
    if any(r["dold"] for r in rows):
        with suppress(UsageError):
            if len(context.obj.answer(*asked, merge=True)) < len(rows):
                return ["Dolda rader kan slås ihop: --merge"]
    return []


def other_periods(
    context: typer.Context, id: str, where: Mapping[str, tuple[str, ...]], period: str
) -> list[str]:
    """The kinds of period that the values are about, each with how to ask for it, where it is another."""
    found = context.obj.rows(id, where)
    kinds = set(found["periodslag"].dropna()) if "periodslag" in found else set()
    words = {str(k): v.split(" (")[0].lower() for k, v in PERIODSLAG.items()}
    return [f"{words[k]} (--period {k})" for k in words if k in kinds - {period}]


def short(verdict: dict[str, Any]) -> dict[str, Any]:
    """A verdict as it stands beside the figures: without the points of its charts, which `verdict` has."""
    return {k: v for k, v in verdict.items() if k != "diagram"}


def indicators(context: typer.Context, as_json: Json = False) -> None:
    """Visa katalogen över indikatorer."""
    catalogue = context.obj.indicators()
    if as_json:
        show_json(catalogue)
    else:
        typer.echo("\n".join(f"{i['kod']:<5} {i['id']:<46} {i['namn']}" for i in catalogue))


def rows(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Indikatorns id.")],
    where: Where = None,
    fran: From = None,
    till: To = None,
    version: Annotated[int | None, typer.Option(help="Posterna enligt den här versionen av måttet.")] = None,
    as_json: Json = False,
) -> None:
    """Visa posterna bakom ett tal, med fil, blad, rad och de celler som måttet ser till."""
    found = context.obj.rows(id, conditions(where), day(fran), day(till), version)
    found = found.assign(celler=context.obj.cells(id, found)) if len(found) else found
    records = found.astype(object).where(found.notna(), None).to_dict("records")
    if as_json:
        show_json(records)
    else:
        typer.echo("\n".join(f"{r['fil']}, {r['blad']}, {r['celler']}" for r in records))


def method(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Indikatorns id; utan det visas alla frister.")] = "",
    out: Annotated[
        Path | None, typer.Option(metavar="FIL.html", help="Skriv hela metodbilagan, klar att skriva ut.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Visa hur en indikator räknas, eller skriv metodbilagan för alla."""
    if out:
        write_file(out, metod.dokument().encode())
    facts = metod.fakta(definition(id)) if id else [metod.fristord(f) for f in frister.alla()]
    if as_json:
        show_json(dict(facts) | ({"sql": INDIKATORER[id].sql()} if id else {}))
    elif not out:
        typer.echo("\n".join(f"{name}: {value}" for name, value in facts))


def reporting(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Ett antal som delas upp på enhet.")] = "avvikelser_antal",
    period: Annotated[
        str, typer.Option(help="kalenderar, kvalitetsar, lasar, tertial, kvartal eller manad.")
    ] = "kalenderar",
    where: Where = None,
    viewer: ViewerOption = "analytiker",
    as_json: Json = False,
) -> None:
    """Visa vilka enheter som rapporterar inget eller mycket mindre än väntat."""
    found = context.obj.reporting(id, period, conditions(where), viewer)
    if as_json:
        show_json(found)
        return
    flagged = [r for r in found if r["text"]]
    lines = [f"{r['period']:<12} {r['forvaltning']}, {r['enhet']}: {r['text']}" for r in flagged]
    typer.echo("\n".join(lines) or "Ingen enhet rapporterar mindre än väntat.")


def publish(
    context: typer.Context,
    id: Annotated[list[str], typer.Argument(help="Indikatorernas id, se kommandot indicators.")],
    as_json: Json = False,
) -> None:
    """Anteckna att det som allmänheten ser nu har lämnats ut, så att senare tal inte avslöjar mer."""
    noted = {name: context.obj.publish(name) for name in id}
    if as_json:
        show_json(noted)
        return
    for name, count in noted.items():
        typer.echo(f"{INDIKATORER[name].namn}: {text.antal(count, 'tal', 'tal')} antecknade som utlämnade.")


def figures_text(id: str, rows: list[dict[str, Any]]) -> str:
    """An answer as a small table of text."""
    ind = INDIKATORER[id]
    if not rows:
        return f"{ind.namn}: inga uppgifter i det här urvalet. Vidga perioden eller urvalet."
    lines = [ind.namn]
    for row in rows:
        group = ", ".join(str(v or "okänt") for k, v in row.items() if k in NEDBRYTNINGAR)
        reported = str(row.get("matenhet", ""))
        unit = reported if reported in text.SKRIV else ind.enhet
        value = text.DOLD if row["dold"] else text.vardetext(row["varde"], unit)
        of = (
            f" ({text.tal(row['taljare'])} {'på' if ind.kind == 'kvot' else 'av'} {text.tal(row['namnare'])})"
            if ind.kind in BOTH_PARTS and not row["dold"]
            else ""
        )
        remark = " " + " ".join(row["anmarkning"]) if row["anmarkning"] else ""
        lines.append(f"{row['period']:<22} {group + '  ' if group else ''}{value}{of}{remark}")
    return "\n".join(lines)
