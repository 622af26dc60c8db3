#!/usr/bin/env python3
"""An ensemble in shards from Python, on this machine or on a Dask cluster.

    python shards.py copper --draws 100000 --shards 8 -o bands.json
    python shards.py copper --draws 100000 --shards 8 -o bands.json --dask tcp://scheduler:8786

The file is the same, bit for bit, as that of ``urbanmine ensemble`` in one piece. With Dask the workers need
the program and a folder that all of them see. Run the same again after a failure: finished shards are kept.
"""

import argparse
import os
import pathlib
from concurrent.futures import ThreadPoolExecutor

import urbanmine as um


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model")
    parser.add_argument("--draws", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--of", action="append", default=[])
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="shards at once, without Dask")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("."))
    parser.add_argument("--dask", help="the address of a scheduler")
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    options = parser.parse_args()
    folder = options.folder.absolute()

    def shard(number: int) -> pathlib.Path:
        return um.ensemble_shard(
            options.model, folder / f"{number}-of-{options.shards}.shard",
            shard=(number, options.shards), draws=options.draws, seed=options.seed, of=options.of,
            resume=True)

    numbers = range(1, options.shards + 1)
    if options.dask:
        from dask.distributed import Client

        with Client(options.dask) as client:
            paths = client.gather(client.map(shard, numbers, pure=False))
    else:
        # Each call is a process of its own: threads are enough to wait for them.
        with ThreadPoolExecutor(options.workers) as pool:
            paths = list(pool.map(shard, numbers))
    um.merge(paths, options.output)


if __name__ == "__main__":
    main()
