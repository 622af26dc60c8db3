"""The results of a model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    import xarray as xr


@dataclass(frozen=True)
class Balance:
    """The mass balance of a solved model."""

    holds: bool
    max_residual: float
    """The largest |in - out - growth of stock| of all processes and years, in the unit of the model."""
    tolerance: float


@dataclass(frozen=True)
class Series:
    """One series: what it is, and a value for each year (``None`` where it is not defined)."""

    kind: str
    """stock, inflow, outflow, flow, addition, indicator or parameter."""
    name: str
    source: str | None
    """The process that a flow comes from."""
    target: str | None
    role: str | None
    dimensions: Mapping[str, str]
    """The element of each dimension that it is over."""
    unit: str
    values: list[float | None]


@dataclass(frozen=True)
class Results:
    """All series of a solved model, with its convention, balance and the origin of its inputs."""

    document: Mapping[str, Any]
    """The JSON document ``urbanmine/results/1``."""

    @property
    def model(self) -> str:
        """The identifier of the model."""
        return str(self.document["model"])

    @property
    def scenario(self) -> str | None:
        """The scenarios that were applied, joined by ``+``; None for the model as it stands."""
        name = self.document["scenario"]
        return None if name is None else str(name)

    @property
    def years(self) -> list[float]:
        """The years, one for each period."""
        return [int(year) if float(year).is_integer() else year for year in self.document["years"]]

    @property
    def unit(self) -> str:
        """The unit of stocks; flows are in this unit per year."""
        return str(self.document["unit"])

    @property
    def inflow_at(self) -> str:
        """When in its year a cohort enters use."""
        return str(self.document["convention"]["inflow_at"])

    @property
    def provenance(self) -> Mapping[str, Any]:
        """The program, the changes made and the origin of each input."""
        found: Mapping[str, Any] = self.document["provenance"]
        return found

    @property
    def balance(self) -> Balance:
        """The mass balance."""
        found = self.document["balance"]
        return Balance(found["holds"], found["max_residual"], found["tolerance"])

    @property
    def series(self) -> list[Series]:
        """All series."""
        return [
            Series(
                one["kind"], one["name"], one["from"], one["to"], one["role"], one["dimensions"],
                one["unit"], one["values"],
            )
            for one in self.document["series"]
        ]

    @property
    def dimensions(self) -> list[str]:
        """The names of the dimensions that occur, in the order of their first series."""
        return list(dict.fromkeys(name for one in self.series for name in one.dimensions))

    def to_dataframe(self, kind: str | Iterable[str] | None = None) -> pd.DataFrame:
        """A tidy table: one row for each number.

        The columns are those of ``urbanmine run -o FILE.csv``: year, kind, name, from, to, one for each
        dimension, unit and value; what does not apply is missing.

        Args:
            kind: only series of this kind, or of these kinds.
        """
        kinds = {kind} if isinstance(kind, str) else None if kind is None else set(kind)
        years = self.years
        dimensions = self.dimensions
        columns: dict[str, list[Any]] = {
            name: [] for name in ["year", "kind", "name", "from", "to", *dimensions, "unit", "value"]
        }
        for one in self.series:
            if kinds is not None and one.kind not in kinds:
                continue
            count = len(years)
            columns["year"] += years
            columns["value"] += one.values
            for name, text in [
                ("kind", one.kind), ("name", one.name), ("from", one.source), ("to", one.target),
                ("unit", one.unit), *((name, one.dimensions.get(name)) for name in dimensions),
            ]:
                columns[name] += [text] * count
        table = pd.DataFrame(columns)
        return table.astype({"value": "float64"})

    def indicators(self) -> pd.DataFrame:
        """The recycling indicators by year: eol_rr, eol_cr, eol_pr, rc, osr and eol_rir."""
        found = pd.DataFrame(self.document["indicators"], index=pd.Index(self.years, name="year"))
        return found.astype("float64")

    def to_xarray(self) -> xr.Dataset:
        """A dataset with one variable for each kind and name, over ``year`` and the model's dimensions.

        Variables are named ``kind_name``; flows of the same name are told apart by their ends. Needs xarray.
        """
        from ._dataset import dataset

        return dataset(self)
