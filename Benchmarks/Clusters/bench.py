#!/usr/bin/env python3
"""What shards cost: one process against many, under mpirun, and a plan for 10⁹ draws.

    make mpi
    python3 Benchmarks/Clusters/bench.py .build/mpi/release/urbanmine

Writes Benchmarks/RESULTS-clusters.md. Needs no package beside Python's own. Every merged file is compared with
that of one process. Figures of 10⁹ draws are extrapolated from shards of just that ensemble.
"""

import argparse
import filecmp
import os
import platform
import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

RESULTS = Path(__file__).resolve().parents[1] / "RESULTS-clusters.md"
ONE = ["--of", "stock.use"]
ALL: list[str] = []


class Run:
    """What a program took, as the kernel counts it: seconds, seconds of a processor, and MB at most."""

    def __init__(self, *arguments: str) -> None:
        began = time.monotonic()
        pid = os.posix_spawnp(arguments[0], arguments, os.environ, file_actions=[
            (os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)])
        _, code, usage = os.wait4(pid, 0)
        assert code == 0, arguments
        self.seconds = time.monotonic() - began
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / (1 << 20 if platform.system() == "Darwin" else 1 << 10)


class Bench:
    def __init__(self, program: str) -> None:
        self.program = program
        self.lines: list[str] = []

    def ensemble(self, draws: int, of: list[str], *more: str) -> list[str]:
        return [self.program, "ensemble", "copper", "--draws", str(draws), *of, "--threads", "1", *more]

    def say(self, text: str = "") -> None:
        print(text, flush=True)
        self.lines.append(text)

    def shards_against_one(self, draws: int) -> None:
        self.say(f"## {draws:,} draws of one series, in one piece and in shards")
        self.say()
        self.say("Processor seconds of all shards together, and what they cost more than one piece.")
        self.say()
        self.say("| shards | shards, s | against one piece | merge, s |")
        self.say("| ---: | ---: | ---: | ---: |")
        one = Run(*self.ensemble(draws, ONE, "-o", "one.json"))
        self.say(f"| one piece | {one.processor:.2f} | | |")
        for count in (2, 8, 32):
            parts = [
                Run(*self.ensemble(draws, ONE, "--shard", f"{i}/{count}", "-o", f"{i}.shard"))
                for i in range(1, count + 1)
            ]
            merge = Run(self.program, "merge", *(f"{i}.shard" for i in range(1, count + 1)), "-o", "merged.json")
            assert filecmp.cmp("one.json", "merged.json", shallow=False)
            spent = sum(part.processor for part in parts)
            self.say(
                f"| {count} | {spent:.2f} | {spent / one.processor - 1:+.0%} | {merge.processor:.2f} |")
        self.say()

    def at_once(self, draws: int) -> None:
        self.say(f"## {draws:,} draws of one series, on two cores at once")
        self.say()
        self.say("Efficiency is the processor time of one process over that of all; seconds, from the start to the merged "
                 "file, say little where others are at work.")
        self.say()
        self.say("| how | processor, s | efficiency | seconds |")
        self.say("| --- | ---: | ---: | ---: |")
        one = Run(*self.ensemble(draws, ONE, "-o", "one.json"))
        self.say(f"| one process, one thread | {one.processor:.2f} | | {one.seconds:.2f} |")

        def line(name: str, runs: list[Run], seconds: float, path: str) -> None:
            assert filecmp.cmp("one.json", path, shallow=False)
            spent = sum(run.processor for run in runs)
            self.say(f"| {name} | {spent:.2f} | {one.processor / spent:.0%} | {seconds:.2f} |")

        began = time.monotonic()
        with ThreadPoolExecutor(2) as pool:
            runs = list(pool.map(
                lambda i: Run(*self.ensemble(draws, ONE, "--shard", f"{i}/2", "-o", f"{i}.shard")), (1, 2)))
        runs.append(Run(self.program, "merge", "1.shard", "2.shard", "-o", "merged.json"))
        line("two shards, then `merge`", runs, time.monotonic() - began, "merged.json")
        if shutil.which("mpirun"):
            for count in (2, 4):
                ranks = Run("mpirun", "-n", str(count), "--oversubscribe", *self.ensemble(
                    draws, ONE, "--mpi", "-o", "ranks.json"))
                line(f"`mpirun -n {count}`", [ranks], ranks.seconds, "ranks.json")
        self.say()

    def billion(self, part: int) -> None:
        count = 10**9 // part
        self.say("## A plan for 10⁹ draws")
        self.say()
        self.say(f"Measured: one shard of {part:,} draws (`--draws 1000000000 --shard 1/{count}`), and a merge of "
                 "32 shards of smaller ensembles, whose files are nearly as large. The rest is extrapolated.")
        self.say()
        self.say("| | one series | all 21 series |")
        self.say("| --- | ---: | ---: |")
        rows: dict[str, list[str]] = {}
        for of, own in ((ONE, 1 << 19), (ALL, 1 << 16)):
            shard = Run(*self.ensemble(10**9, of, "--shard", f"1/{count}", "-o", "part.shard"))
            size = os.path.getsize("part.shard") / 1e6
            draw = shard.processor / part
            # Values are counted in bins, as of 10⁹ draws, above 2²⁵ numbers.
            for i in range(1, 33):
                Run(*self.ensemble(own, of, "--shard", f"{i}/32", "-o", f"{i}.shard"))
            paths = [f"{i}.shard" for i in range(1, 33)]
            merge = Run(self.program, "merge", *paths, "-o", "merged.json")
            total = sum(os.path.getsize(path) for path in paths) / 1e6
            rate = merge.processor / total
            hours = draw * 1e9 / 3600
            for name, value in (
                ("measured: µs of a processor for a draw", f"{draw * 1e6:.1f}"),
                ("measured: memory of a shard while it is made, MB", f"{shard.memory:.0f}"),
                ("measured: file of a shard, MB", f"{size:.2f}"),
                ("measured: merge of 32 shards, s", f"{merge.processor:.1f}"),
                ("measured: files of these 32 shards, MB", f"{total:.0f}"),
                ("measured: memory of that merge, MB", f"{merge.memory:.0f}"),
                ("10⁹ draws: core hours", f"{hours:.1f}"),
                ("on 64 cores, minutes", f"{hours * 60 / 64:.0f}"),
                ("on 640 cores, minutes", f"{hours * 60 / 640:.1f}"),
                ("640 shards: files, MB", f"{640 * size:.0f}"),
                ("640 shards: merge, s", f"{640 * size * rate:.0f}"),
                ("at 0.05 $ for an hour of a core, $", f"{0.05 * hours:.2f}"),
            ):
                rows.setdefault(name, []).append(value)
        for name, values in rows.items():
            self.say(f"| {name} | {' | '.join(values)} |")
        self.say()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="the tool, built by `make mpi`")
    parser.add_argument("--only", choices=["shards", "once", "billion"], action="append")
    options = parser.parse_args()
    wanted = options.only or ["shards", "once", "billion"]
    os.environ |= {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
    bench = Bench(os.path.abspath(options.program))
    bench.say("# Results of Benchmarks/Clusters")
    bench.say()
    bench.say("Written by `Benchmarks/Clusters/bench.py`; nothing here is typed by hand.")
    bench.say()
    bench.say(f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}; the copper model, 121 years, one "
              f"thread a process. The load of the machine was {os.getloadavg()[0]:.1f} when this began.")
    bench.say()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        if "shards" in wanted:
            bench.shards_against_one(400_000)
        if "once" in wanted:
            bench.at_once(400_000)
        if "billion" in wanted:
            bench.billion(100_000)
        os.chdir("/")
    if wanted == ["shards", "once", "billion"]:
        RESULTS.write_text("\n".join(bench.lines))


if __name__ == "__main__":
    main()
