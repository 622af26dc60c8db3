"""The examples for people who live in Python, run as they would run them."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest
from dask.distributed import Client, LocalCluster

import urbanmine as um
from urbanmine import _program

EXAMPLE = Path(__file__).parents[2] / "Documentation" / "Clusters" / "shards.py"
ARGUMENTS = ["copper", "--draws", "2000", "--seed", "5", "--of", "stock.use", "--of", "eol_rr"]


def example(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(EXAMPLE), *ARGUMENTS, *arguments], text=True, capture_output=True)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "bands.json"
    _program.call(["ensemble", *ARGUMENTS, "-o", str(path)])
    return path.read_bytes()


def test_a_pool_of_this_machine_gives_the_whole(tmp_path: Path, whole: bytes) -> None:
    merged = tmp_path / "bands.json"
    run = example("--shards", "5", "--workers", "2", "--folder", str(tmp_path), "-o", str(merged))
    assert run.returncode == 0, run.stderr
    assert merged.read_bytes() == whole
    assert len(list(tmp_path.glob("*-of-5.shard"))) == 5
    # Again, with one shard lost and one damaged: only these are made.
    kept = {path: path.stat().st_ino for path in tmp_path.glob("[345]-of-5.shard")}
    (tmp_path / "1-of-5.shard").unlink()
    damaged = tmp_path / "2-of-5.shard"
    damaged.write_bytes(damaged.read_bytes()[:1000])
    merged.unlink()
    assert example("--shards", "5", "--folder", str(tmp_path), "-o", str(merged)).returncode == 0
    assert merged.read_bytes() == whole
    assert {path: path.stat().st_ino for path in kept} == kept


def test_dask_workers_give_the_whole(tmp_path: Path, whole: bytes) -> None:
    merged = tmp_path / "bands.json"
    # Workers are processes, as on a cluster: what they do travels to them.
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        run = example(
            "--shards", "4", "--folder", str(tmp_path), "-o", str(merged),
            "--dask", cluster.scheduler_address)
        with Client(cluster) as client:
            copper, zinc = client.gather(client.map(um.run, ["copper", "zinc"]))
    assert run.returncode == 0, run.stderr
    assert merged.read_bytes() == whole
    pd.testing.assert_frame_equal(zinc.to_dataframe(), um.run("zinc").to_dataframe())
    assert copper.balance.holds


def test_a_batch_of_models_is_a_map() -> None:
    metals = ["copper", "aluminium", "zinc", "lead"]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda metal: um.run(metal).to_dataframe(), metals))
    for metal, frame in zip(metals, found, strict=True):
        pd.testing.assert_frame_equal(frame, um.run(metal).to_dataframe())
