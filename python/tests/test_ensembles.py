"""Every draw of an ensemble, read back by pandas and xarray."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import xarray as xr

import urbanmine as um
from urbanmine import _program

BASE = ["ensemble", "copper", "--draws", "600", "--seed", "3", "--of", "stock.use", "--of", "eol_rr"]


def draws(path: Path, *arguments: str) -> Path:
    try:
        _program.call([*BASE, *arguments, "--all-draws", str(path)])
    except um.InputError as error:
        if "package trait" in str(error):
            pytest.skip(str(error))
        raise
    return path


def table(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, float_precision="round_trip").set_index(["draw", "year"])


def test_pandas_reads_every_draw(tmp_path: Path) -> None:
    found = table(draws(tmp_path / "draws.csv", "-o", str(tmp_path / "bands.json")))
    assert list(found.columns) == ["stock.use", "indicator.eol_rr"]
    assert found.index.is_unique and len(found) == 600 * 121
    document = json.loads((tmp_path / "bands.json").read_text())
    probabilities = document["statistics"]["probabilities"]
    for series in document["series"]:
        column = f"{series['label']['kind']}.{series['label']['name']}"
        own = found[column].unstack("year").iloc[:, 1:]
        np.testing.assert_allclose(own.mean(), series["mean"][1:], rtol=1e-12)
        np.testing.assert_allclose(own.std(), series["sd"][1:], rtol=1e-9)
        np.testing.assert_allclose(
            np.quantile(own, probabilities, axis=0), [q[1:] for q in series["quantiles"]], rtol=1e-14)


@pytest.mark.parametrize("engine", ["netcdf4", "h5netcdf"])
def test_xarray_reads_the_same_draws(tmp_path: Path, engine: str) -> None:
    known = table(draws(tmp_path / "draws.csv"))
    with xr.open_dataset(draws(tmp_path / "draws.nc"), engine=engine) as found:
        assert found.stock_use.dims == ("draw", "year")
        assert found.stock_use.attrs["units"] == "kilotonne"
        assert found.attrs["model"] == "copper" and found.attrs["seed"] == "3"
        assert list(found.year.values[[0, -1]]) == [1900, 2020]
        for name, column in [("stock_use", "stock.use"), ("indicator_eol_rr", "indicator.eol_rr")]:
            np.testing.assert_array_equal(found[name].to_pandas(), known[column].unstack("year"))


def test_the_files_of_shards_are_that_of_the_whole(tmp_path: Path) -> None:
    with xr.open_dataset(draws(tmp_path / "all.nc")) as whole:
        parts = [
            xr.load_dataset(draws(
                tmp_path / f"{i}.nc", "--shard", f"{i}/2", "-o", str(tmp_path / f"{i}.shard")))
            for i in (1, 2)
        ]
        xr.testing.assert_equal(xr.concat(parts, dim="draw"), whole)
