"""The files that the program writes, opened by the tools that others open them with."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import xarray as xr

import urbanmine as um
from urbanmine import _program


def written(tmp_path: Path, ending: str, *arguments: str) -> Path:
    path = tmp_path / f"results.{ending}"
    try:
        _program.call(["run", *(arguments or ("copper",)), "-o", str(path)])
    except um.InputError as error:
        if "package trait" in str(error):
            pytest.skip(str(error))
        raise
    return path


@pytest.fixture
def tidy(tmp_path: Path) -> pd.DataFrame:
    # The parser that pandas takes by default is fast and off in the last bit now and then.
    return pd.read_csv(written(tmp_path, "csv"), float_precision="round_trip")


def test_pandas_reads_the_csv_with_the_right_types(tidy: pd.DataFrame) -> None:
    assert tidy["year"].dtype == "int64"
    assert tidy["value"].dtype == "float64"
    assert set(tidy.kind) == {
        "stock", "inflow", "outflow", "flow", "addition", "indicator", "parameter"}
    assert not tidy.duplicated(["year", "kind", "name", "from", "to", "end_use"]).any()


def test_json_says_the_same_as_csv(tmp_path: Path, tidy: pd.DataFrame) -> None:
    document = json.loads(written(tmp_path, "json").read_text())
    assert document["schema"] == "urbanmine/results/1"
    total = sum(v for one in document["series"] for v in one["values"] if v is not None)
    assert total == pytest.approx(tidy.value.sum(), rel=1e-12)


@pytest.mark.parametrize("engine", ["netcdf4", "h5netcdf"])
def test_xarray_opens_the_netcdf(tmp_path: Path, tidy: pd.DataFrame, engine: str) -> None:
    with xr.open_dataset(written(tmp_path, "nc"), engine=engine) as dataset:
        assert dataset.attrs["Conventions"] == "CF-1.8"
        assert dataset.attrs["inflow_at"] == "middle"
        assert json.loads(dataset.attrs["provenance"])["inputs"]
        assert dataset.stock_use.dims == ("time", "end_use")
        assert dataset.stock_use.attrs["units"] == "kilotonne"
        assert dataset.stock_use.sel(time="2000").year.item() == 2000
        assert str(dataset.time.values[0])[:10] == "1900-01-01"
        bounds = dataset.time_bounds.values
        np.testing.assert_array_equal(bounds[1:, 0], bounds[:-1, 1])
        np.testing.assert_array_equal(bounds[:, 0], dataset.time.values)
        for kind, name in [("stock", "use"), ("inflow", "use"), ("parameter", "split")]:
            rows = tidy[(tidy.kind == kind) & (tidy["name"] == name)]
            table = rows.pivot(index="year", columns="end_use", values="value")
            found = dataset[f"{kind}_{name}"].to_pandas()
            np.testing.assert_array_equal(found, table[list(found.columns)])
        missing = tidy[(tidy.kind == "indicator") & (tidy["name"] == "eol_rr")].value.isna()
        np.testing.assert_array_equal(dataset.indicator_eol_rr.isnull(), missing)


def test_every_series_of_the_csv_is_in_the_netcdf(tmp_path: Path, tidy: pd.DataFrame) -> None:
    with xr.open_dataset(written(tmp_path, "nc")) as dataset:
        data = [v for name, v in dataset.data_vars.items() if "kind" in v.attrs]
        assert sum(v.size for v in data) == len(tidy)
        total = sum(float(v.sum()) for v in data)
        assert total == pytest.approx(tidy.value.sum(), rel=1e-12)


def test_the_package_and_the_netcdf_have_the_same_variables(tmp_path: Path) -> None:
    ours = um.run("copper").to_xarray()
    with xr.open_dataset(written(tmp_path, "nc")) as dataset:
        file = {name for name, v in dataset.data_vars.items() if "kind" in v.attrs}
        assert file == set(ours.data_vars)
        for name in file:
            np.testing.assert_array_equal(dataset[name].values, ours[name].values)


def test_pandas_reads_the_workbook(tmp_path: Path, tidy: pd.DataFrame) -> None:
    sheets = pd.read_excel(written(tmp_path, "xlsx"), sheet_name=None)
    assert list(sheets)[:2] == ["about", "stock"]
    assert set(sheets) == {"about", *tidy.kind}
    stock = sheets["stock"].set_index(["name", "end_use"])
    rows = tidy[(tidy.kind == "stock") & (tidy.end_use == "transport")].sort_values("year")
    found = stock.loc[("use", "transport")].drop("unit")
    assert list(found.index) == list(rows.year)
    np.testing.assert_array_equal(found.astype(float), rows.value)
    about = sheets["about"].set_index("what")["value"]
    assert about["model"] == "copper"


def test_a_scenario_is_named_in_the_files(tmp_path: Path) -> None:
    arguments = ("copper", "--scenario", "longer-lives")
    with xr.open_dataset(written(tmp_path, "nc", *arguments)) as dataset:
        assert dataset.attrs["scenario"] == "longer-lives"
