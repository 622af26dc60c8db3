#!/usr/bin/env python3
"""Ensembles of the copper model: ours against NumPy vectorised over draws and a loop over flodym.

    swift build -c release --product urbanmine
    pip install flodym==1.1.0 numpy scipy
    python3 Benchmarks/Ensembles/bench.py .build/release/urbanmine [--quick]

Writes Benchmarks/RESULTS-ensembles.md. Everyone draws the same distributions: lifetimes, yields,
collection, sorting and end-use shares by end use, and mine production on a path from year to year.
NumPy solves the same system (stocks of five end uses, new and old scrap that return in the year) for
many draws at once, as many as are fastest, and is checked against ours without uncertainty. It gives the
same outputs as our runs that keep one series: the stock in use of every year and draw, in double
precision, with the same exact quantiles (NumPy's type 7) of all years. Ours also solves all flows and
checks the mass balance of every process, year and draw. The flodym loop does less: one inflow-driven
stock over five end uses for each draw, without recycling.
"""

import argparse
import json
import os
import platform
import subprocess
import time

import numpy as np
from scipy.special import ndtr

HERE = os.path.dirname(os.path.abspath(__file__))
USES = ["construction", "electrical", "industrial", "transport", "other"]
MEAN = np.array([40, 30, 20, 15, 10.0])
SD = np.array([12, 9, 6, 4.5, 2.0])


def inputs(program):
    """The numbers of the model as our program reads them, and its stock in use."""
    text = subprocess.run([program, "run", "copper", "--json"], check=True, capture_output=True).stdout
    document = json.loads(text)

    def series(kind, name):
        own = [s for s in document["series"] if s["kind"] == kind and s["name"] == name]
        by_use = {s["dimensions"].get("end_use", ""): s["values"] for s in own}
        return np.array([by_use[use] for use in (USES if "" not in by_use else [""])], float)

    names = ["mining", "split", "fabrication_yield", "collection_rate", "sorting_efficiency"]
    data = {name: series("parameter", name) for name in names}
    return data, series("stock", "use").sum(axis=0)


def draw(data, generator, count):
    """The uncertain numbers of `count` draws, as the model file has them."""
    periods = data["mining"].shape[1]

    def odds(share, sigma):
        odds = (share / (1 - share))[:, :, None] * np.exp(
            sigma * generator.standard_normal((5, 1, count))
        )
        return odds / (1 + odds)

    noise = generator.standard_normal((periods, count))
    for t in range(1, periods):
        noise[t] = 0.9 * noise[t - 1] + np.sqrt(1 - 0.81) * noise[t]
    split = data["split"][:, :, None] * np.exp(0.1 * generator.standard_normal((5, 1, count)))
    return {
        "mining": data["mining"][0][:, None] * (1 + 0.02 * noise),
        "split": split / split.sum(axis=0),
        "yield": odds(data["fabrication_yield"], 0.25),
        "collected": odds(data["collection_rate"], 0.3),
        "sorted": odds(data["sorting_efficiency"], 0.3),
        "factor": np.exp(0.15 * generator.standard_normal((5, count))),
    }


def certain(data):
    return {
        "mining": data["mining"][0][:, None],
        "split": data["split"][:, :, None],
        "yield": data["fabrication_yield"][:, :, None],
        "collected": data["collection_rate"][:, :, None],
        "sorted": data["sorting_efficiency"][:, :, None],
        "factor": np.ones((5, 1)),
    }


def solve(numbers):
    """Stocks (use x year x draw) of all draws at once, year after year."""
    periods, count = numbers["mining"].shape
    ages = np.arange(periods) + 0.5
    mean, sd = MEAN[:, None] * numbers["factor"], SD[:, None] * numbers["factor"]
    survival = ndtr((mean[:, None] - ages[None, :, None]) / sd[:, None])
    inflow, stock = np.zeros((5, periods, count)), np.zeros((5, periods, count))
    into = numbers["yield"] * numbers["split"]
    back = numbers["collected"] * numbers["sorted"]
    new = ((1 - numbers["yield"]) * numbers["split"]).sum(axis=0)
    first = survival[:, 0]
    before = np.zeros((5, count))
    for t in range(periods):
        left = np.einsum("ucd,ucd->ud", survival[:, t:0:-1], inflow[:, :t])
        earlier = before - left
        # Metal that returns in the year: of each unit refined, and what older cohorts give back.
        gain = new[t] + (back[:, t] * (1 - first) * into[:, t]).sum(axis=0)
        refined = (numbers["mining"][t] + (back[:, t] * earlier).sum(axis=0)) / (1 - gain)
        inflow[:, t] = into[:, t] * refined
        before = stock[:, t] = left + first * inflow[:, t]
    return stock


def numpy_run(data, draws, at_once):
    generator = np.random.default_rng(1)
    start, busy, kept = time.perf_counter(), time.process_time(), []
    for begin in range(0, draws, at_once):
        stock = solve(draw(data, generator, min(at_once, draws - begin))).sum(axis=0)
        kept.append(stock)
    all_stocks = np.concatenate(kept, axis=1)
    quantiles = np.quantile(all_stocks, [0.025, 0.5, 0.975], axis=1)
    return time.perf_counter() - start, time.process_time() - busy, quantiles[:, -1]


def flodym_run(data, draws):
    import flodym

    periods = data["mining"].shape[1]
    dims = flodym.DimensionSet(
        dim_list=[
            flodym.Dimension(name="time", letter="t", items=list(range(1900, 1900 + periods)), dtype=int),
            flodym.Dimension(name="use", letter="u", items=USES, dtype=str),
        ]
    )
    inflow = (data["split"] * data["fabrication_yield"] * data["mining"]).T
    generator = np.random.default_rng(1)
    start, busy = time.perf_counter(), time.process_time()
    for _ in range(draws):
        numbers = draw(data, generator, 1)
        factor = numbers["factor"][:, 0]
        lifetime = flodym.NormalLifetime(dims=dims, inflow_at="middle", time_letter="t")
        shape = (periods, 5)
        lifetime.set_prms(
            mean=flodym.FlodymArray(dims=dims, values=np.broadcast_to(MEAN * factor, shape).copy()),
            std=flodym.FlodymArray(dims=dims, values=np.broadcast_to(SD * factor, shape).copy()),
        )
        stock = flodym.InflowDrivenDSM(
            dims=dims, name="use", lifetime_model=lifetime, time_letter="t",
            inflow=flodym.StockArray(dims=dims, values=inflow.copy(), name="inflow"),
        )
        stock.compute()
    return time.perf_counter() - start, time.process_time() - busy


def ours(program, draws, threads, extra=()):
    """Seconds, those of the processor, peak memory in MB, and median and band of the stock in the last year."""
    command = [program, "ensemble", "copper", "--draws", str(draws), "--seed", "1", "--json"]
    command += ["--threads", str(threads), *extra]
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = child.stdout.read()
    _, _, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    document = json.loads(output)
    row = next(s for s in document["series"] if s["label"]["kind"] == "stock" and s["label"]["name"] == "use")
    band = [row["quantiles"][place][-1] for place in (0, 3, 6)]
    busy = usage.ru_utime + usage.ru_stime
    return seconds, busy, usage.ru_maxrss / 1024, band, len(document["series"])


def processor():
    with open("/proc/cpuinfo") as file:
        text = file.read()
    name = next((line.split(":")[1].strip() for line in text.splitlines() if "model name" in line), "")
    return f"{name} ({'AVX-512' if 'avx512f' in text else 'AVX2' if 'avx2' in text else 'baseline'})"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    scale = 100 if options.quick else 1
    before = os.getloadavg()[0]
    data, stock = inputs(options.program)
    own = solve(certain(data)).sum(axis=0)[:, 0]
    gap = np.max(np.abs(own - stock) / stock)
    assert gap < 1e-9, f"NumPy's system is not ours: {gap}"

    rows = []
    for draws, threads, extra in [
        (1_000_000 // scale, 2, ()), (200_000 // scale, 2, ()), (200_000 // scale, 1, ()),
        (200_000 // scale, 2, ("--of", "stock.use")), (200_000 // scale, 1, ("--of", "stock.use")),
    ]:
        seconds, busy, memory, band, series = ours(options.program, draws, threads, extra)
        name = f"urbanmine, {threads} thread{'s' if threads > 1 else ''}, {series} series"
        rows.append((name, draws, seconds, busy, memory, band))
    count = max(10_000 // scale, 1000)
    seconds, busy, band, at_once = min(
        ((*numpy_run(data, count, size), size) for size in (64, 256, 1000)), key=lambda own: own[0]
    )
    rows.append((f"NumPy, {at_once:,} draws at once, 1 thread, 1 series", count, seconds, busy, None, band))
    count = 200 // min(scale, 10)
    seconds, busy = flodym_run(data, count)
    rows.append(("flodym, a loop, 1 thread, without recycling", count, seconds, busy, None, None))

    lines = [
        "# Results of Benchmarks/Ensembles", "",
        "Written by `Benchmarks/Ensembles/bench.py`; nothing here is typed by hand.", "",
        f"{processor()}, {os.cpu_count()} cores, Linux; NumPy {np.__version__}; "
        f"NumPy's system agrees with ours to {gap:.0e}.", "",
        f"The load of the machine was {before:.1f} when this began. Above 1 others were at work: then seconds, and what "
        "threads gain, say little; ratios are of the processor's time, which suffers less.", "",
        "| who | draws | seconds | µs a draw | processor, µs a draw | peak MB | stock in 2020, kt: 2.5 %, median, 97.5 % |",
        "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for name, draws, seconds, busy, memory, band in rows:
        lines.append(
            f"| {name} | {draws:,} | {seconds:.2f} | {1e6 * seconds / draws:.1f} | {1e6 * busy / draws:.1f} | "
            f"{'' if memory is None else f'{memory:.0f}'} | "
            f"{'' if band is None else ', '.join(f'{v:,.0f}' for v in band)} |"
        )
    per = [seconds / draws for _, draws, seconds, *_ in rows]
    work = [busy / draws for _, draws, _, busy, *_ in rows]
    lines += [
        "", "| ratio | measured | aim |", "| --- | ---: | ---: |",
        f"| NumPy / ours, 1 thread each, the same one series | {work[5] / work[4]:.1f} | |",
        f"| the same with 2 threads of ours, if both work all the time | {2 * work[5] / work[3]:.1f} | 20 |",
        f"| NumPy / ours, 1 thread each, ours with 21 series | {work[5] / work[2]:.1f} | |",
        f"| flodym / ours, 1 thread each | {work[6] / work[2]:.0f} | 300 |",
        f"| 1 thread / 2 threads | {per[2] / per[1]:.2f} | 1.8 |",
        f"| 10⁶ draws, 2 threads | {rows[0][2] * (1_000_000 / rows[0][1]):.0f} s, {rows[0][4]:.0f} MB | 30 s, 1,000 MB |",
        f"| time per draw at 10⁶ and at 2·10⁵ draws (linear: 1) | {work[0] / work[1]:.2f} | 1 |", "",
    ]
    text = "\n".join(lines)
    print(text)
    if not options.quick:
        with open(os.path.join(HERE, "../RESULTS-ensembles.md"), "w") as file:
            file.write(text)


if __name__ == "__main__":
    main()
