"""Ensembles in shards: many processes or machines, one result."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from . import _program


def ensemble_shard(
    model: str | os.PathLike[str],
    output: str | os.PathLike[str],
    *,
    shard: tuple[int, int],
    draws: int,
    seed: int = 1,
    sampler: str = "mc",
    of: Iterable[str] = (),
    threads: int = 1,
    resume: bool = False,
) -> Path:
    """Computes one shard of an ensemble and gives the path of its file.

    Args:
        model: the name of a bundled model, or the path of a model file.
        output: the file to write.
        shard: which one of how many, counted from 1: ``(2, 8)``.
        draws: how many draws the whole ensemble has.
        seed: of all random numbers.
        sampler: ``mc``, ``lhs`` or ``sobol``.
        of: the series to keep; all if none is named.
        threads: to work on at once; the result does not depend on it.
        resume: go on with what an interrupted call left; a finished shard is kept.
    """
    number, count = shard
    arguments = ["ensemble", os.fspath(model), "--draws", str(draws), "--seed", str(seed)]
    arguments += ["--sampler", sampler, "--shard", f"{number}/{count}", "--threads", str(threads)]
    for name in of:
        arguments += ["--of", name]
    if resume:
        arguments += ["--resume"]
    _program.call([*arguments, "-o", os.fspath(output)])
    return Path(output)


def merge(shards: Iterable[str | os.PathLike[str]], output: str | os.PathLike[str]) -> Path:
    """Joins the shards of an ensemble to the file of the whole, ``.csv`` or ``.json``.

    Raises:
        InputError: shards are missing, there twice, cut short, or of another ensemble; all are named.
    """
    _program.call(["merge", *(os.fspath(path) for path in shards), "-o", os.fspath(output)])
    return Path(output)
