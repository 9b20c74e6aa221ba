"""Commands that say what figures mean: verdict, funnel."""

from typing import Annotated, Any

import typer

from kvalitet_metrics import text
from kvalitet_metrics.analysis.chart import NAMES
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
)
from kvalitet_metrics.indicators import INDIKATORER
from kvalitet_metrics.indicators.question import about


def verdict(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Indikatorns id, se kommandot indicators.")],
    period: PeriodOption = "kalenderar",
    by: Annotated[str, typer.Option(help="Kolumner att dela upp på, med komma emellan.")] = "",
    where: Where = None,
    fran: From = None,
    till: To = None,
    viewer: ViewerOption = "analytiker",
    chart: Annotated[
        str | None,
        typer.Option(help=f"Styrdiagram att döma efter i stället för det vanliga: {', '.join(NAMES)}."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Säg om förändringen är verklig och om målet nås, med metod, gränser och signaler."""
    columns = [c.strip() for c in by.split(",") if c.strip()]
    asked = (id, period, columns, conditions(where), day(fran), day(till), viewer)
    found = context.obj.verdict(*asked, diagram=chart)
    gap = context.obj.gender_gap(id, period, *asked[3:]) if columns == ["kon"] else []
    if as_json:
        about_sexes = {"konsskillnad": gap} if columns == ["kon"] else {}
        show_json({"indikator": about(INDIKATORER[id]), "utlatande": found} | about_sexes)
        return
    ind = INDIKATORER[id]
    if not found:
        typer.echo(f"{ind.namn}: inga uppgifter i det här urvalet. Vidga perioden eller urvalet.")
        return
    lines = [line for v in found for line in verdict_lines(v)]
    typer.echo("\n".join([ind.namn, *(g["mening"] for g in gap), *lines]))


def verdict_lines(verdict: dict[str, Any]) -> list[str]:
    """One series: its sentence, then how it was reached."""
    unit = verdict["enhet"]
    name = ", ".join(str(v or "okänt") for v in verdict["serie"].values())
    lines = [f"{name + ': ' if name else ''}{verdict['mening']}"]
    if verdict["metod"]:
        lines.append(f"  Metod: {verdict['metod']}")
    gap = verdict["skillnad"]
    if gap and gap["nedre"] is not None:
        scale = 100 if unit == "andel" else 1
        ends = " till ".join(text.med_tecken(gap[c] * scale, 1) for c in ("nedre", "ovre"))
        lines.append(f"  Skillnad mot {gap['mot']}: {text.med_tecken(gap['varde'] * scale, 1)} ({ends})")
    for chart in verdict["diagram"]:
        for p in chart["punkter"]:
            limits = f"{text.vardetext(p['nedre'], unit)} till {text.vardetext(p['ovre'], unit)}"
            signal = f"  signal: {p['regel']}" if p["signal"] else ""
            lines.append(
                f"  {p['period']:<14} {text.vardetext(p['varde'], unit):>10}  gränser {limits}{signal}"
            )
    if verdict["trend"]:
        lines.append(f"  Över fem år: {verdict['trend']}")
    return lines


def funnel(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="En andel eller en kvot, se kommandot indicators.")],
    period: PeriodOption = "kalenderar",
    by: Annotated[str, typer.Option(help="Vad som ställs bredvid varandra.")] = "enhet",
    where: Where = None,
    fran: From = None,
    till: To = None,
    viewer: ViewerOption = "analytiker",
    as_json: Json = False,
) -> None:
    """Visa vilka enheter som skiljer sig från helheten mer än slumpen förklarar."""
    found = context.obj.funnel(id, period, by, conditions(where), day(fran), day(till), viewer)
    if as_json:
        show_json({"indikator": about(INDIKATORER[id]), "tratt": found})
        return
    lines = [INDIKATORER[id].namn, found["mening"]]
    for u in found["enheter"]:
        if u["dold"] or u["varde"] is None:
            lines.append(f"{u['namn']}: {'dold' if u['dold'] else 'uppgift saknas'}")
            continue
        limits = ""
        if u["nedre_95"] is not None:
            bounds = (
                text.intervall(u[f"nedre_{c}"], u[f"ovre_{c}"], enhet=found["enhet"]) for c in ("95", "998")
            )
            limits = "  {} (95 %), {} (99,8 %)".format(*bounds)
        outside = f"  {u['utanfor_ord']}" if u["utanfor"] else ""
        value = text.vardetext(u["varde"], found["enhet"])
        lines.append(f"{u['namn']}: {value} av {text.tal(u['namnare'])}{limits}{outside}")
    typer.echo("\n".join(lines))
