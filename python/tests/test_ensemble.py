"""Ensembles in shards, through the package."""

from pathlib import Path

import pytest

import urbanmine as um
from urbanmine import _program


def shards(tmp_path: Path, count: int) -> list[Path]:
    return [
        um.ensemble_shard(
            "copper", tmp_path / f"{number}.shard", shard=(number, count), draws=300, of=["stock.use"])
        for number in range(1, count + 1)
    ]


def test_merged_shards_are_the_whole(tmp_path: Path) -> None:
    whole = tmp_path / "whole.json"
    _program.call(["ensemble", "copper", "--draws", "300", "--of", "stock.use", "-o", str(whole)])
    merged = um.merge(reversed(shards(tmp_path, 2)), tmp_path / "merged.json")
    assert merged.read_bytes() == whole.read_bytes()


def test_a_lost_shard_one_too_many_and_one_cut_short_are_named(tmp_path: Path) -> None:
    first, second = shards(tmp_path, 2)
    with pytest.raises(um.InputError, match="are missing"):
        um.merge([first], tmp_path / "x.json")
    with pytest.raises(um.InputError, match="again in"):
        um.merge([first, second, second], tmp_path / "x.json")
    second.write_bytes(second.read_bytes()[:-100])
    with pytest.raises(um.InputError, match="2.shard' is cut short"):
        um.merge([first, second], tmp_path / "x.json")
