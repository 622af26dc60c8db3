#!/usr/bin/env python3
"""Reference values for draws, distributions, statistics and sensitivity: uncertainty.json.

    pip install -r requirements.txt SALib==1.6.0
    python3 uncertainty.py

Quantiles of distributions and the points of Sobol's sequence are SciPy's,
quantiles and moments of samples NumPy's, Sobol indices SALib's. Philox
known-answer vectors stand in the tests themselves: they are published.

JSON: {"note",
  "quantiles": [{"text", "probabilities": [...], "values": [...]}],
  "gamma": [{"shape", "probabilities", "values"}],
  "sobol": {"dimensions": [...], "points": [[53-bit integers of one dimension]]},
      point n of the plain sequence in Gray-code order
  "sample": {"values", "probabilities", "quantiles", "mean", "sd"},
  "indices": [{"name", "a", "b", "ab": [[...]], "first", "total",
               "firstHalfWidth", "totalHalfWidth"}]}
"""

import json
import math
import os
import warnings

import numpy as np
from SALib.analyze import sobol as analyze
from SALib.sample import sobol as sample
from SALib.test_functions import Ishigami, Sobol_G
from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))
P = [1e-9, 0.003, 0.025, 0.21, 0.4, 0.5, 0.66, 0.9, 0.975, 0.9993, 1 - 1e-9]


def distributions():
    sigma = math.sqrt(math.log(1 + (9 / 30) ** 2))
    middle = (0.35 - 0.2) / (0.9 - 0.2)
    size = 0.3 * 0.7 / 0.1**2 - 1
    known = {
        "normal(mean: 1, sd: 0.15)": stats.norm(1, 0.15),
        "truncated-normal(mean: 0.8, sd: 0.2, from: 0, to: 1)": stats.truncnorm(-4, 1, 0.8, 0.2),
        "truncated-normal(mean: -2, sd: 1, from: 1.5, to: 9)": stats.truncnorm(3.5, 11, -2, 1),
        "lognormal(median: 2, sigma: 0.7)": stats.lognorm(0.7, scale=2),
        "lognormal(mean: 30, sd: 9)": stats.lognorm(sigma, scale=30 * math.exp(-(sigma**2) / 2)),
        "uniform(from: -1, to: 3)": stats.uniform(-1, 4),
        "triangular(from: 0.2, mode: 0.35, to: 0.9)": stats.triang(middle, 0.2, 0.7),
        "pert(from: 0.2, mode: 0.35, to: 0.9)": stats.beta(
            1 + 4 * middle, 5 - 4 * middle, loc=0.2, scale=0.7
        ),
        "beta(alpha: 0.6, beta: 3)": stats.beta(0.6, 3),
        "beta(alpha: 40, beta: 7)": stats.beta(40, 7),
        "beta(mean: 0.3, sd: 0.1)": stats.beta(0.3 * size, 0.7 * size),
    }
    return [
        {"text": text, "probabilities": P, "values": [float(d.ppf(p)) for p in P]}
        for text, d in known.items()
    ]


def empirical():
    values = [3.5, 1.25, 9.0, 4.0, 4.5]
    inner = P[1:-1]
    return {
        "text": "empirical(3.5, 1.25, 9, 4, 4.5)",
        "probabilities": inner,
        "values": [float(v) for v in np.quantile(values, inner)],
    }


def gamma():
    shapes = [0.07, 0.4, 1.0, 3.3, 42.0, 900.0]
    inner = P[1:-1]
    return [
        {"shape": a, "probabilities": inner, "values": [float(stats.gamma(a).ppf(p)) for p in inner]}
        for a in shapes
    ]


def sobol_points():
    dimensions = [0, 1, 2, 3, 6, 18, 52, 160, 480, 700, 1110]
    sequence = stats.qmc.Sobol(1111, scramble=False, bits=32)
    points = sequence.random(64)[:, dimensions]
    return {
        "dimensions": dimensions,
        "points": [[int(v * 2**32) * 2**21 for v in column] for column in points.T],
    }


def a_sample():
    values = np.random.default_rng(7).lognormal(2, 0.4, 501)
    probabilities = [0, 0.025, 0.05, 0.31, 0.5, 0.77, 0.95, 1]
    return {
        "values": values.tolist(),
        "probabilities": probabilities,
        "quantiles": np.quantile(values, probabilities).tolist(),
        "mean": float(values.mean()),
        "sd": float(values.std(ddof=1)),
    }


def indices():
    problems = [
        (
            "Ishigami",
            {"num_vars": 3, "names": list("abc"), "bounds": [[-math.pi, math.pi]] * 3},
            lambda x: Ishigami.evaluate(x, A=7, B=0.1),
        ),
        (
            "g",
            {"num_vars": 4, "names": list("abcd"), "bounds": [[0, 1]] * 4},
            lambda x: Sobol_G.evaluate(x, a=np.array([0.0, 1.0, 4.5, 9.0])),
        ),
    ]
    found = []
    for name, problem, function in problems:
        count, size = 128, problem["num_vars"]
        x = sample.sample(problem, count, calc_second_order=False, seed=3)
        y = function(x)
        result = analyze.analyze(
            problem, y, calc_second_order=False, num_resamples=1000, conf_level=0.95, seed=5
        )
        rows = y.reshape(count, size + 2)
        found.append(
            {
                "name": name,
                "a": rows[:, 0].tolist(),
                "ab": [rows[:, 1 + i].tolist() for i in range(size)],
                "b": rows[:, -1].tolist(),
                "first": result["S1"].tolist(),
                "total": result["ST"].tolist(),
                "firstHalfWidth": result["S1_conf"].tolist(),
                "totalHalfWidth": result["ST_conf"].tolist(),
            }
        )
    return found


def main():
    warnings.filterwarnings("ignore", category=UserWarning)
    document = {
        "note": "made by uncertainty.py",
        "quantiles": distributions() + [empirical()],
        "gamma": gamma(),
        "sobol": sobol_points(),
        "sample": a_sample(),
        "indices": indices(),
    }
    with open(os.path.join(HERE, "uncertainty.json"), "w") as file:
        json.dump(document, file, indent=None, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
