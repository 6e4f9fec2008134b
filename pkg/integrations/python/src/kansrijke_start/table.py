# SPDX-License-Identifier: EUPL-1.2
"""JSON-stat files as tidy tables: a row for each indicator, region and period."""

from __future__ import annotations

import math
import os
import warnings
from collections.abc import Iterable
from itertools import product
from typing import Any

import pandas as pd

from . import folder

#: What may be said of a figure. Only those of the first line have numbers.
SHOWN = ["shown", "provisional", "estimate"]
ABSENT = ["withheld", "missing", "border-change", "incomplete", "not-applicable", "not-fetched"]
STATUSES = SHOWN + ABSENT

#: Fewer persons than this are never shown, whatever threshold a file names.
FLOOR = 5

_LEVELS = {"GM": "municipality", "GG": "health region", "CR": "COROP region", "PV": "province", "NL": "country"}
_FACTORS = {"share": 100, "rate": 1000}
_NUMBERS = ["value", "lower", "upper", "numerator", "denominator"]


def read(
    where: str | os.PathLike[str],
    indicator: str | Iterable[str],
    *,
    region: str | Iterable[str] | None = None,
    level: str | None = None,
) -> pd.DataFrame:
    """The figures of one indicator or more, of a folder or an address of one.

    Columns: indicator, region (CBS code), name, level, period, status, value, lower, upper, numerator,
    denominator, answer. `lower` and `upper` are there where they were published; the program computes
    those of other figures. A figure without numbers has NaN, and its status says why. Keep rows of
    some regions with `region` (codes or names) or of one `level`, such as "municipality".

    What an indicator counts, its source and its licence stand in `attrs["definitions"]`.
    """
    names = [indicator] if isinstance(indicator, str) else list(indicator)
    rows: list[dict[str, Any]] = []
    definitions: dict[str, dict[str, Any]] = {}
    for name in names:
        file = folder.indicator(where, name)
        definitions |= {definition["id"]: definition for definition in file["extension"].get("definitions", [])}
        rows += _rows(file)
    columns = ["indicator", "region", "name", "level", "period", "status", *_NUMBERS, "answer"]
    table = pd.DataFrame(rows, columns=columns)
    table = table.astype({number: "float64" for number in _NUMBERS})
    table["status"] = pd.Categorical(table["status"], categories=STATUSES)
    if region is not None:
        wanted = [region] if isinstance(region, str) else list(region)
        known = set(table["region"]) | set(table["name"])
        unknown = [one for one in wanted if one not in known]
        if unknown:
            raise folder.FiguresError(f"{', '.join(map(repr, unknown))}: no region of {', '.join(names)} has this name or code.")
        table = table[table["region"].isin(wanted) | table["name"].isin(wanted)]
    if level is not None:
        if level not in _LEVELS.values():
            raise ValueError(f"level must be one of {', '.join(_LEVELS.values())}, not {level!r}")
        table = table[table["level"] == level]
    table = table.reset_index(drop=True)
    table.attrs["definitions"] = definitions
    return table


def indicators(where: str | os.PathLike[str], *, lang: str = "nl") -> pd.DataFrame:
    """What the folder has: id, name, phase, kinds of regions, and the number of figures."""
    items = folder.load(where, "index.json")["link"]["item"]
    rows = []
    for item in items:
        about = item.get("extension", {})
        # Files of regions and parts are listed, too.
        if not item["href"].startswith("indicator/"):
            continue
        rows.append({
            "indicator": item["href"].removeprefix("indicator/").removesuffix(".json"),
            "name": about.get("name", {}).get(lang, item.get("label", "")),
            "phase": about.get("phase"),
            "regions": " ".join(about.get("regions", [])),
            "figures": about.get("figures", 0),
        })
    return pd.DataFrame(rows, columns=["indicator", "name", "phase", "regions", "figures"])


def _rows(file: dict[str, Any]) -> Iterable[dict[str, Any]]:
    at = {name: nth for nth, name in enumerate(file["id"])}
    if sorted(at) != ["indicator", "measure", "period", "region"]:
        raise folder.FiguresError(f"this file has the dimensions {', '.join(file['id'])}; read() takes files of one indicator.")
    axes = [_categories(file["dimension"][name]) for name in file["id"]]
    length = math.prod(file["size"])
    values, statuses = _cells(file.get("value"), length), _cells(file.get("status"), length)
    steps = [math.prod(file["size"][at + 1:]) for at in range(len(axes))]
    labels = file["dimension"]["region"]["category"].get("label", {})
    definitions = {one["id"]: one for one in file["extension"].get("definitions", [])}
    threshold = max(file["extension"].get("threshold", 10), FLOOR)
    withheld = 0
    indicators, regions, periods = (axes[at[name]] for name in ("indicator", "region", "period"))
    for (i, indicator), (r, region), (p, period) in product(*map(list, map(enumerate, (indicators, regions, periods)))):
        first = i * steps[at["indicator"]] + r * steps[at["region"]] + p * steps[at["period"]]
        cells = [first + m * steps[at["measure"]] for m in range(len(axes[at["measure"]]))]
        numbers = {measure: values[cell] for measure, cell in zip(axes[at["measure"]], cells)}
        said = next((statuses[cell] for cell in cells if statuses[cell]), None)
        definition = definitions.get(indicator, {})
        numbers, status, refused = _released(definition, numbers, said, threshold)
        withheld += refused
        yield {
            "indicator": indicator, "region": region, "name": labels.get(region, region),
            "level": _LEVELS.get(region[:2]), "period": period, "status": status, **numbers,
        }
    if withheld:
        warnings.warn(
            f"{withheld} figures of {', '.join(indicators)} are about too few persons and should not be in this file: they are withheld here",
            stacklevel=3,
        )


def _released(
    definition: dict[str, Any], numbers: dict[str, Any], said: str | None, threshold: float
) -> tuple[dict[str, Any], str, bool]:
    """The numbers that may be shown, the status, and whether the file should have withheld them."""
    if said is not None and said not in STATUSES:
        raise folder.FiguresError(f"{said!r} is no status that this version knows: {', '.join(STATUSES)}.")
    if said in ABSENT:
        return {}, said, False
    if all(number is None for number in numbers.values()):
        return {}, "missing", False
    kind, x, n = definition.get("kind"), numbers.get("numerator"), numbers.get("denominator")
    if numbers.get("value") is None and kind in _FACTORS and x is not None and n:
        numbers["value"] = x / n * _FACTORS[kind]
    if numbers.get("value") is None and kind == "count" and x is not None:
        numbers["value"] = x
    if definition.get("counted") == "persons" and _is_too_small(kind, numbers, threshold):
        return {}, "withheld", True
    answer = numbers.pop("answer", None)
    return numbers | {"answer": answer}, said or "shown", False


def _is_too_small(kind: str | None, numbers: dict[str, Any], threshold: float) -> bool:
    x, n = numbers.get("numerator"), numbers.get("denominator")
    is_part = kind in _FACTORS
    if x is None and is_part and n is not None and numbers.get("value") is not None:
        x = numbers["value"] * n / _FACTORS[kind]
    if kind == "range":
        x = None
    outside = n - x if is_part and x is not None and n is not None else None
    return any(count is not None and count < threshold for count in (x, n, outside))


def _categories(dimension: dict[str, Any]) -> list[str]:
    category = dimension["category"]
    # An index is a list, or an object with places; a dimension of one category may have its label alone.
    index = category.get("index", list(category.get("label", {})))
    return sorted(index, key=index.get) if isinstance(index, dict) else list(index)


def _cells(cells: Any, length: int) -> list[Any]:
    """All cells in order, from either shape that JSON-stat has."""
    if isinstance(cells, dict):
        filled = [None] * length
        for place, cell in cells.items():
            filled[int(place)] = cell
        return filled
    cells = list(cells or [])
    return cells + [None] * (length - len(cells))
