"""The results of the stock calculator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ._results import Balance


@dataclass(frozen=True)
class StockResults:
    """Stocks with their inflow and outflow, one for each series."""

    document: Mapping[str, Any]
    """The JSON document ``urbanmine/stock/1``."""

    @property
    def years(self) -> list[float]:
        """The years, one for each period."""
        return [int(year) if float(year).is_integer() else year for year in self.document["years"]]

    @property
    def lifetime(self) -> str:
        """The lifetime, as text."""
        return str(self.document["lifetime"])

    @property
    def inflow_at(self) -> str:
        """When in its period a cohort enters."""
        return str(self.document["convention"]["inflow_at"])

    @property
    def balance(self) -> Balance:
        """The mass balance."""
        found = self.document["balance"]
        return Balance(found["holds"], found["max_residual"], found["tolerance"])

    def to_dataframe(self) -> pd.DataFrame:
        """A tidy table with the columns year, series, inflow, stock, outflow and mean_age."""
        names = ["inflow", "stock", "outflow", "mean_age"]
        tables = [
            pd.DataFrame({"year": self.years, "series": name, **{key: one[key] for key in names}})
            for name, one in self.document["series"].items()
        ]
        return pd.concat(tables, ignore_index=True).astype(dict.fromkeys(names, "float64"))
