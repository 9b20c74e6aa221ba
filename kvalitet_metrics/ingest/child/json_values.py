"""JSON with a list of values, as Kolada's interface answers: one row per value, keys as headings."""

import json
from itertools import product
from typing import Any

from .values import plain
from .wire import MAX_COLUMNS, Grid, Out, Refused

LISTS = ("values", "results", "value", "data")
MOST_ROWS = 2_000_000


def read_json(data: bytes, out: Out) -> None:
    """A sheet «JSON». Lists within a value give one row for each of their items.

    Raises Refused where the file is not JSON or holds no list of objects.
    """
    try:
        found: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused("broken_json") from None
    if isinstance(found, dict):
        found = next((found[key] for key in LISTS if isinstance(found.get(key), list)), None)
    if not isinstance(found, list) or not found or not all(isinstance(v, dict) for v in found):
        raise Refused("json_without_values")
    rows = [flat for value in found for flat in flattened(value)]
    headings = list(dict.fromkeys(key for row in rows for key in row))
    if len(headings) > MAX_COLUMNS or len(rows) > MOST_ROWS:
        raise Refused("too_large")
    grid = Grid(out)
    first: dict[str, object] = {key: key for key in headings}
    for nr, row in enumerate([first, *rows]):
        for col, key in enumerate(headings):
            if text := text_of(row.get(key)):
                grid.put(nr, col, text)
    grid.flush()
    out.sheet("JSON", visible=True)


def flattened(value: dict[str, object]) -> list[dict[str, object]]:
    """One object per item of the lists of objects in it.

    >>> flattened({"kpi": "N1", "values": [{"gender": "K", "value": 1}, {"gender": "M", "value": 2}]})
    [{'kpi': 'N1', 'gender': 'K', 'value': 1}, {'kpi': 'N1', 'gender': 'M', 'value': 2}]
    """
    lists = [v for v in value.values() if isinstance(v, list) and v and all(isinstance(i, dict) for i in v)]
    plain = {k: v for k, v in value.items() if not any(v is found for found in lists)}
    return [plain | {k: v for part in parts for k, v in part.items()} for parts in product(*lists)]


def text_of(value: object) -> str:
    """The text of a JSON value; nothing for null, and JSON itself for what has parts."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return plain(repr(value))
    return json.dumps(value, ensure_ascii=False)
