#!/usr/bin/env python3
"""Sobol indices of the copper model by SALib: copper-sobol.json beside this file.

    pip install -r requirements.txt
    python3 copper_sobol.py

Shares nothing with the Swift sources. The numbers of the model are read by
solve_models.py from the model file and its tables; the system is written down
once more, for many draws at once, and checked against the dense solver of
solve_models.py. The distributions are those of the part `uncertainty` of
Datasets/models/copper.yaml, written by hand as SciPy's. SALib samples, with one
group for each cause (the yearly path of mining is one), and estimates.

JSON: {"note", "samples", "results": [{"of", "names", "first", "firstHalfWidth",
       "total", "totalHalfWidth"}]}, half widths of intervals of 95 per cent.
"""

import json
import warnings

import numpy as np
from SALib.analyze import sobol as analyze
from SALib.sample import sobol as sample
from scipy.special import ndtr, ndtri

from solve_models import DATASETS, HERE, Model, parse_lifetime

SAMPLES = 4096
YEAR = 2015


def solve(model, mining, split, yields, collected, recovered, factor):
    """Stock in use and end-of-life recycling rate (years x draws) of all draws at once."""
    uses = model.dims["end_use"]
    years, draws = mining.shape
    ages = np.arange(years) + 0.5
    survival = np.empty((len(uses), years, factor.shape[1]))
    for u, use in enumerate(uses):
        family, p = parse_lifetime(model.lifetimes["use"][use][0])
        assert family == "normal", family
        survival[u] = ndtr((p["mean"] * factor[u] - ages[:, None]) / (p["sd"] * factor[u]))
    inflow = np.zeros((len(uses), years, draws))
    stock, rate = np.zeros((years, draws)), np.zeros((years, draws))
    before = np.zeros((len(uses), draws))
    into, back = yields * split, collected * recovered
    lost_at_once = 1 - survival[:, 0]
    for t in range(years):
        left = (survival[:, t:0:-1] * inflow[:, :t]).sum(axis=1)
        # Of each tonne refined, what returns in the year: new scrap, and what leaves use at once.
        returned = ((1 - yields[:, t]) * split[:, t]).sum(axis=0)
        returned = returned + (back[:, t] * lost_at_once * into[:, t]).sum(axis=0)
        refined = (mining[t] + (back[:, t] * (before - left)).sum(axis=0)) / (1 - returned)
        inflow[:, t] = into[:, t] * refined
        outflow = before - left + lost_at_once * inflow[:, t]
        rate[t] = (back[:, t] * outflow).sum(axis=0) / outflow.sum(axis=0)
        before = left + survival[:, 0] * inflow[:, t]
        stock[t] = before.sum(axis=0)
    return stock, rate


def base(model):
    data = {name: model.data[name] for name in
            ("mining", "split", "fabrication_yield", "collection_rate", "sorting_efficiency")}
    return {name: v[:, None] if v.ndim == 1 else v.T[:, :, None] for name, v in data.items()}


def causes(model):
    """The causes as they are called, each with how many numbers it takes."""
    uses, found = model.dims["end_use"], []
    for key in ("use.lifetime", "mining", "split", "fabrication_yield", "collection_rate",
                "sorting_efficiency"):
        if key == "mining":
            found.append((key, len(model.years)))
        else:
            found += [(f"{key}.{use}", 1) for use in uses]
    return found


def draw(model, own, u):
    """The model's numbers, from rows of numbers between 0 and 1."""
    z = ndtri(u).T
    years, uses = len(model.years), len(model.dims["end_use"])
    place = 0

    def take(count):
        nonlocal place
        place += count
        return z[place - count:place]

    def odds(share, sigma):
        ratio = share / (1 - share) * np.exp(sigma * take(uses))[:, None, :]
        return ratio / (1 + ratio)

    factor = np.exp(0.15 * take(uses))
    path = take(years).copy()
    for t in range(1, years):
        path[t] = 0.9 * path[t - 1] + np.sqrt(1 - 0.81) * path[t]
    split = own["split"] * np.exp(0.1 * take(uses))[:, None, :]
    return (own["mining"] * (1 + 0.02 * path), split / split.sum(axis=0),
            odds(own["fabrication_yield"], 0.25), odds(own["collection_rate"], 0.3),
            odds(own["sorting_efficiency"], 0.3), factor)


def main():
    warnings.filterwarnings("ignore", category=UserWarning)
    model = Model(DATASETS / "models" / "copper.yaml")
    own = base(model)
    stock, rate = solve(model, *(own[name] for name in own), np.ones((5, 1)))
    series, indicators = model.solve()
    assert np.allclose(stock[:, 0], series["stock.use"], rtol=1e-12)
    assert np.allclose(rate[1:, 0], np.array(indicators["eol_rr"][1:], float), rtol=1e-10)

    found = causes(model)
    groups = [name for name, count in found for _ in range(count)]
    names = [f"{name}/{i}" for name, count in found for i in range(count)]
    problem = {"num_vars": len(names), "names": names, "groups": groups,
               "bounds": [[0, 1]] * len(names)}
    points = sample.sample(problem, SAMPLES, calc_second_order=False, seed=11)
    points = np.clip(points, 2.0**-54, 1 - 2.0**-53)
    year = model.years.index(YEAR)
    results = {f"stock.use@{YEAR}": [], f"eol_rr@{YEAR}": []}
    for first in range(0, len(points), 1000):
        stock, rate = solve(model, *draw(model, own, points[first:first + 1000]))
        results[f"stock.use@{YEAR}"].append(stock[year])
        results[f"eol_rr@{YEAR}"].append(rate[year])
    document = {"note": "made by copper_sobol.py with SALib 1.6.0", "samples": SAMPLES,
                "results": []}
    for key, parts in results.items():
        indices = analyze.analyze(problem, np.concatenate(parts), calc_second_order=False,
                                  num_resamples=1000, conf_level=0.95, seed=5)
        document["results"].append({
            "of": key, "names": [name for name, _ in found],
            "first": indices["S1"].tolist(), "firstHalfWidth": indices["S1_conf"].tolist(),
            "total": indices["ST"].tolist(), "totalHalfWidth": indices["ST_conf"].tolist()})
    (HERE / "copper-sobol.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
