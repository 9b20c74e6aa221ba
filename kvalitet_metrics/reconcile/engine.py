"""All rules on one body of figures: a table file, or what is loaded."""

from collections.abc import Iterable, Mapping
from typing import Any

from kvalitet_metrics.reconcile.finding import Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import Rad
from kvalitet_metrics.reconcile.rules import REGELFILER


def reconcile_rows(rader: Iterable[Rad], egna: Mapping[str, str] | None = None) -> Utfall:
    """The outcome of every rule on published figures. egna: declared additivity, see additivity.py."""
    publicerat, utfall = Publicerat.of(rader, egna), Utfall()
    for fil in REGELFILER.values():
        if hasattr(fil, "check"):
            fil.check(publicerat, utfall)
    return utfall


def reconcile_loaded(inlast: Inlast) -> Utfall:
    """The outcome of every rule on what is loaded."""
    utfall = Utfall()
    for fil in REGELFILER.values():
        if hasattr(fil, "check_loaded"):
            fil.check_loaded(inlast, utfall)
    return utfall


def reconcile_both(utfall: Iterable[Utfall]) -> dict[str, Any]:
    """Several outcomes as one answer."""
    alla = Utfall()
    for ett in utfall:
        alla.fynd += ett.fynd
        alla.noteringar += ett.noteringar
        alla.per_regel.update(ett.per_regel)
    return alla.to_dict()
