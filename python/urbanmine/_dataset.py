"""Results as an xarray dataset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import xarray as xr

if TYPE_CHECKING:
    from ._results import Results, Series


def dataset(results: Results) -> xr.Dataset:
    """One variable for each kind, name and pair of ends, over years and dimensions."""
    groups: dict[tuple[str, str, str | None, str | None, int], list[Series]] = {}
    seen: dict[tuple[object, ...], int] = {}
    elements: dict[str, list[str]] = {}
    for one in results.series:
        # A second series in one place belongs to another flow with the same name and ends.
        place = (one.kind, one.name, one.source, one.target, *sorted(one.dimensions.items()))
        seen[place] = seen.get(place, -1) + 1
        key = (one.kind, one.name, one.source, one.target, seen[place])
        groups.setdefault(key, []).append(one)
        for name, element in one.dimensions.items():
            known = elements.setdefault(name, [])
            if element not in known:
                known.append(element)
    short = [identifier(f"{key[0]}_{key[1]}") for key in groups]
    variables: dict[str, xr.DataArray] = {}
    for (key, members), base in zip(groups.items(), short):
        name = base
        if short.count(base) > 1 and key[2] is not None and key[3] is not None:
            name = identifier(f"{base}_{key[2]}_to_{key[3]}")
        number = 1
        while (name if number == 1 else f"{name}_{number}") in variables:
            number += 1
        variables[name if number == 1 else f"{name}_{number}"] = array(results, members, elements)
    return xr.Dataset(
        variables,
        attrs={
            "title": results.document["title"],
            "model": results.model,
            "scenario": results.scenario or "",
            "unit": results.unit,
            "inflow_at": results.inflow_at,
            "source": results.provenance["program"],
        },
    )


def array(
    results: Results, members: list[Series], elements: dict[str, list[str]]
) -> xr.DataArray:
    """The series of one variable, each at the place of its elements."""
    own = [name for name in elements if name in members[0].dimensions]
    shape = [len(results.years), *(len(elements[name]) for name in own)]
    values = np.full(shape, np.nan)
    for one in members:
        place: list[slice | int] = [slice(None)]
        place += [elements[name].index(one.dimensions[name]) for name in own]
        values[tuple(place)] = [np.nan if v is None else v for v in one.values]
    first = members[0]
    facts = {
        "kind": first.kind, "name": first.name, "units": first.unit, "from": first.source,
        "to": first.target, "role": first.role,
    }
    return xr.DataArray(
        values,
        dims=["year", *own],
        coords={"year": results.years, **{name: elements[name] for name in own}},
        attrs={name: text for name, text in facts.items() if text is not None},
    )


def identifier(name: str) -> str:
    """A name for attribute access: letters, digits and underscores, as in the program's NetCDF files."""
    return re.sub(r"\W", "_", name.replace("->", "_to_"))
