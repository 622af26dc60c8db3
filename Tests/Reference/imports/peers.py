"""Lets the peers read the test files and writes what they make of them to expected.json.

    pip install -r requirements.txt
    python peers.py
"""

import contextlib
import io
import json
import math
import os
import tempfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
os.environ.setdefault("MPLBACKEND", "Agg")


def aiphoria(workbook="aiphoria.xlsx", scenario=0):
    """Runs aiphoria on a workbook: the values of each flow, year by year; scenario 0 is the base."""
    from aiphoria import init_builder, build_results

    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        init_builder(path_to_cache=folder)
        _, scenarios, _ = build_results(
            filename=str(HERE / workbook), path_to_output_dir=folder)
        table = scenarios[scenario].flow_solver.get_flows_as_dataframe()
    rows = {}
    for _, row in table.iterrows():
        flow = f"{row['Source Process ID']} -> {row['Target Process ID']}"
        rows.setdefault(flow, []).append(float(row["copper content (kt)"]))
    return rows


def pymfa2():
    """The zinc model in plain Python, by dpmfa's rules: means, shares adjusted by priority, releases by period."""
    inflow = [100, 120, 130, 120]
    coating_share = [0.75, 0.75, 0.8, 0.8]  # of priority 2: kept; dross takes the rest
    shape, scale = 2, 3

    def density(age):
        return shape / scale * (age / scale) ** (shape - 1) * math.exp(-((age / scale) ** shape)) if age > 0 else 0

    lists = [0, 0.25, 0.5, 0.25]
    weibull = [0] + [0.5 * (density(p - 0.5) + density(p)) for p in range(1, 4)]
    scrap, soil, stock = [], [], []
    held = 0.0
    for t in range(4):
        into = [inflow[c] * coating_share[c] for c in range(t + 1)]
        scrap.append(sum(0.6 * into[c] * lists[t - c] for c in range(t + 1)))
        soil.append(sum(0.4 * into[c] * weibull[t - c] for c in range(t + 1)))
        held += into[t] - scrap[t] - soil[t]
        stock.append(held)
    return {"scrap": scrap, "soil": soil, "stock": stock,
            "dross": [i * (1 - s) for i, s in zip(inflow, coating_share)]}


def flodym():
    """The parameters as flodym's own readers read them, last dimension fastest."""
    from flodym import CompoundDataReader, CSVDimensionReader, CSVParameterReader
    from flodym import DimensionDefinition, ParameterDefinition

    folder = HERE / "flodym"
    dims = CSVDimensionReader({
        "Time": folder / "dimensions/Time.csv", "Region": folder / "dimensions/Region.csv",
        "Product Group": folder / "dimensions/product_group.csv"})
    parameters = CSVParameterReader({
        name: folder / f"parameters/{name}.csv" for name in ["production", "yield", "split"]})
    reader = CompoundDataReader(dims, parameters)
    all_dims = reader.read_dimensions([
        DimensionDefinition(name="Time", letter="t", dtype=int),
        DimensionDefinition(name="Region", letter="r", dtype=str),
        DimensionDefinition(name="Product Group", letter="p", dtype=str)])
    found = reader.read_parameters([
        ParameterDefinition(name="production", dim_letters=("t", "r")),
        ParameterDefinition(name="yield", dim_letters=("p",)),
        ParameterDefinition(name="split", dim_letters=("r", "p"))], all_dims)
    return {name: value.values.flatten().tolist() for name, value in found.items()}


def odym():
    """The parameters as ODYM's reader (in the copy that aiphoria carries) reads them."""
    import logging
    import sys

    import aiphoria
    import pandas as pd

    np.product, np.cumproduct = np.prod, np.cumprod  # ODYM was written for NumPy 1.
    folder = Path(aiphoria.__file__).parent / "lib/odym/modules"
    sys.path.insert(0, str(folder))
    for name in ["xlrd", "pypandoc"]:
        sys.modules.setdefault(name, type(sys)(name))
    import ODYM_Classes as classes
    import ODYM_Functions as functions

    items = {"Years": [2000, 2001, 2002], "Places": ["NO", "SE"], "Goods": ["wires", "cars"]}
    table = pd.DataFrame({
        "Aspect": ["Time", "Region", "Good"],
        "Classification": [classes.Classification(Name=n, Dimension="", ID=1, UUID=1, Items=i)
                           for n, i in items.items()],
        "IndexLetter": ["t", "r", "g"], "IndexSize": [3, 2, 2]}).set_index("Aspect")
    result = {}
    for name, version, letters, match in [("Par_Demand", "demand_V2", "rt", "[1,0]"),
                                          ("Par_Life", "life_V1", "gr", "[0,1]")]:
        with contextlib.redirect_stdout(io.StringIO()):
            _, values = functions.ReadParameterXLSX(
                str(HERE / "odym/parameters" / version), name, letters, match, [0], None, table,
                list(items), {"Version of master classification": "V1"}, logging.getLogger(), False)
        result[name] = np.nan_to_num(values.astype(float)).flatten().tolist()
    return result


(HERE / "expected.json").write_text(json.dumps(
    {"aiphoria": aiphoria(), "aiphoria_scenario": aiphoria("aiphoria-scenarios.xlsx", 1), "flodym": flodym(), "odym": odym(), "pymfa2": pymfa2()},
    indent=1, sort_keys=True) + "\n")
