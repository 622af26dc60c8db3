"""The package with the real pandas and xarray."""

import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import xarray as xr

import urbanmine as um

MODEL = """
model: demo
years: 2000-2003
unit: kt
dimensions:
  end_use: [cars, wires]
processes:
  mine: { boundary: source }
  use: { over: [end_use], lifetime: 'normal(mean: 3, sd: 1)' }
  tip: { sink: true }
flows:
  - { from: mine, to: use, given: { cars: 10, wires: { 2000: 1, 2003: 4 } } }
  - { from: use, to: tip, name: discards }
scenarios:
  longer: { scale: { use.lifetime: 2 } }
"""


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "demo.yaml"
    path.write_text(MODEL)
    return path


def test_three_lines_give_a_table() -> None:
    r = um.run("copper")
    df = r.to_dataframe()
    assert list(df.columns) == [
        "year", "kind", "name", "from", "to", "end_use", "unit", "value"]
    assert df["value"].dtype == "float64"
    assert df[(df.kind == "stock") & (df.name == "use") & (df.year == 2000)].value.sum() > 0


def test_the_table_is_that_of_the_csv_file(model: Path, tmp_path: Path) -> None:
    from urbanmine import _program

    _program.call(["run", str(model), "-o", str(tmp_path / "r.csv")])
    file = pd.read_csv(tmp_path / "r.csv", float_precision="round_trip")
    ours = um.run(model).to_dataframe()
    # A file can't tell a missing text from a missing number.
    pd.testing.assert_frame_equal(ours.fillna(np.nan), file, check_dtype=False, rtol=0, atol=0)


def test_a_kind_can_be_chosen(model: Path) -> None:
    results = um.run(model)
    assert set(results.to_dataframe("stock").kind) == {"stock"}
    assert set(results.to_dataframe(["stock", "flow"]).kind) == {"stock", "flow"}


def test_xarray_has_dimensions_and_sums(model: Path) -> None:
    results = um.run(model)
    dataset = results.to_xarray()
    assert isinstance(dataset, xr.Dataset)
    assert dataset.stock_use.dims == ("year", "end_use")
    assert list(dataset.year.values) == [2000, 2001, 2002, 2003]
    entered = dataset.inflow_use.sum("end_use").sel(year=2003).item()
    assert entered == 14
    table = results.to_dataframe("stock")
    wires = table[(table.end_use == "wires") & (table.name == "use")].value
    np.testing.assert_array_equal(dataset.stock_use.sel(end_use="wires"), wires)


def test_the_balance_of_a_run_holds(model: Path) -> None:
    balance = um.run(model).balance
    assert balance.holds
    assert balance.max_residual <= balance.tolerance


def test_scenarios_and_settings_change_the_result(model: Path) -> None:
    base, longer = um.run(model), um.run(model, scenario="longer")
    assert longer.scenario == "longer"
    assert longer.to_xarray().stock_use.sum() > base.to_xarray().stock_use.sum()
    assert um.run(model, set={"mine->use.given.cars": 20}).to_xarray().inflow_use.sel(
        year=2000, end_use="cars") == 20
    both = um.compare(model, ["longer"])
    assert set(both.scenario) == {"base", "longer"}


def test_faults_are_raised_with_their_places(model: Path) -> None:
    model.write_text(MODEL.replace("to: tip, name", "to: tpi, name").replace("unit: kt", "unit: kilo"))
    with pytest.raises(um.InputError) as caught:
        um.run(model)
    assert caught.value.code == 65
    assert [fault.line for fault in caught.value.faults] == [4, 13]
    assert all(fault.file == str(model) for fault in caught.value.faults)
    assert "'tpi'" in str(caught.value)
    assert [fault.line for fault in um.check(model)] == [4, 13]


def test_a_sound_model_has_no_faults(model: Path) -> None:
    assert um.check(model) == []


def test_a_missing_model_is_an_input_error() -> None:
    with pytest.raises(um.InputError, match="there is no bundled model 'coper'") as caught:
        um.run("coper")
    assert caught.value.code == 66
    with pytest.raises(um.InputError):
        um.check("no/such/file.yaml")


def test_a_missing_program_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("URBANMINE", "/no/such/program")
    with pytest.raises(um.ProgramNotFound, match="URBANMINE"):
        um.version()


def test_stock_takes_a_frame_and_gives_one() -> None:
    inflow = pd.DataFrame({"cars": [100.0, 110, 120], "wires": [5.0, 0, 2]}, index=[2000, 2001, 2002])
    results = um.stock(inflow=inflow, lifetime="fixed(years: 3)", inflow_at="start")
    table = results.to_dataframe().pivot(index="year", columns="series", values="stock")
    np.testing.assert_array_equal(table["cars"], [100, 210, 230])
    np.testing.assert_array_equal(table["wires"], [5, 5, 2])
    back = um.stock(
        stock=table[["cars", "wires"]], lifetime="fixed(years: 3)", inflow_at="start").to_dataframe()
    np.testing.assert_array_equal(back[back.series == "wires"].inflow, [5, 0, 2])
    with pytest.raises(um.InputError):
        um.stock(lifetime="fixed(years: 2)")


def test_lifetimes_come_as_tables() -> None:
    table = um.lifetime("exponential(mean: 10)", ages="0...2")
    np.testing.assert_allclose(table.survival, np.exp([-0.0, -0.1, -0.2]), rtol=1e-15)
    assert table.attrs["mean"] == 10


def test_the_bundled_models_are_known() -> None:
    assert "copper" in um.models()
    assert um.version().count(".") == 2
    assert os.environ["URBANMINE"]
