"""What can be asked of the program."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from . import _program
from ._errors import Fault, InputError
from ._results import Results
from ._stock import StockResults

PathOrName = str | os.PathLike[str]


def run(
    model: PathOrName,
    *,
    scenario: str | Iterable[str] = (),
    set: Mapping[str, object] | None = None,  # noqa: A002 (the name of the option)
) -> Results:
    """Runs a model.

    Args:
        model: the name of a bundled model, such as ``copper``, or the path of a model file.
        scenario: a scenario of the model, or several that are applied one after the other.
        set: single changes, such as ``{"collection.transport": 0.9, "use.lifetime": "fixed(years: 20)"}``.

    Raises:
        InputError: the model or a change is wrong; ``faults`` says where.
        BalanceError: the model has no solution that conserves mass.
    """
    scenarios = [scenario] if isinstance(scenario, str) else list(scenario)
    arguments = ["run", os.fspath(model)]
    for name in scenarios:
        arguments += ["--scenario", name]
    for key, value in (set or {}).items():
        arguments += ["--set", f"{key}={value}"]
    return Results(_program.document(arguments))


def compare(model: PathOrName, scenarios: Iterable[str]) -> pd.DataFrame:
    """The model as it stands and with each of some scenarios, as one tidy table with a column ``scenario``."""
    tables = [run(model).to_dataframe().assign(scenario="base")]
    tables += [run(model, scenario=name).to_dataframe().assign(scenario=name) for name in scenarios]
    return pd.concat(tables, ignore_index=True)


def check(model: PathOrName) -> list[Fault]:
    """Every fault of a model file; an empty list where there is none."""
    try:
        _program.document(["check", os.fspath(model)])
    except InputError as error:
        if error.code != 65 or not error.output:
            raise
        # The faults are the program's answer: they stand on stdout, as JSON.
        return [
            Fault(
                one["message"] + (f" ({one['hint']})" if one.get("hint") else ""), one["file"],
                one["line"], one["column"],
            )
            for one in json.loads(error.output)["faults"]
        ]
    return []


def models() -> list[str]:
    """The names of the bundled models."""
    return [one["name"] for one in _program.document(["data", "list"])["models"]]


def lifetime(text: str, ages: str = "0...60") -> pd.DataFrame:
    """Survival, density and hazard of a lifetime such as ``weibull(shape: 3, mean: 25)``, by age."""
    found = _program.document(["lifetime", text, "--ages", ages])
    columns = {key: found[key] for key in ["survival", "density", "hazard"]}
    table = pd.DataFrame(columns, index=pd.Index(found["ages"], name="age")).astype("float64")
    table.attrs = {key: found[key] for key in ["lifetime", "mean", "sd", "median"]}
    return table


def stock(
    *,
    inflow: pd.DataFrame | PathOrName | None = None,
    stock: pd.DataFrame | PathOrName | None = None,
    lifetime: str,
    inflow_at: str = "middle",
    negative_inflow: str | None = None,
) -> StockResults:
    """The stock that follows from an inflow, or the inflow that a stock needs.

    Args:
        inflow: a table of inflow: a CSV file, or a DataFrame with the years as its index or as column
            ``year`` and a column for each series.
        stock: the same for a stock at the end of each year; give one of the two.
        lifetime: such as ``weibull(shape: 3, mean: 25)``.
        inflow_at: when in the year a cohort enters: start, middle, end, uniform or uniform(N).
        negative_inflow: with ``stock``: keep, clip or retire.

    Raises:
        InputError: a table or the lifetime is wrong; ``faults`` says where.
    """
    if (inflow is None) == (stock is None):
        raise InputError([Fault("give either inflow or stock")], 64)
    option, table = ("--inflow", inflow) if inflow is not None else ("--stock", stock)
    arguments = ["--lifetime", lifetime, "--inflow-at", inflow_at]
    if negative_inflow is not None:
        arguments += ["--negative-inflow", negative_inflow]
    if not isinstance(table, pd.DataFrame):
        path = os.fspath(table) if table is not None else ""
        return StockResults(_program.document(["stock", option, path, *arguments]))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "table.csv"
        indexed = table if "year" in table.columns else table.rename_axis("year").reset_index()
        indexed.to_csv(file, index=False)
        return StockResults(_program.document(["stock", option, str(file), *arguments]))
