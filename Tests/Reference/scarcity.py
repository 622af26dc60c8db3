#!/usr/bin/env python3
"""Reference values of scarcity and criticality: scarcity.json.

    pip install -r requirements.txt
    python3 scarcity.py

Nothing here is taken from the Swift sources. Ranges are found by adding production up year by year
(a part of the last year as a root of the geometric sum between whole years) or by numerical
integration, not by the closed forms. Curves are fitted by scipy.optimize.curve_fit, lines by
scipy.stats.linregress. Ranks come from a Monte Carlo of NumPy's own triangular distribution.
"""

import csv
import json
import pathlib

import numpy as np
from mpmath import mp, mpf, findroot, quad, exp
from scipy import optimize, stats

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parent.parent / "Datasets" / "tables"
mp.dps = 30


def rows(name):
    with open(TABLES / f"{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


# ------------------------------------------------------------------ depletion

def geometric(first, growth, years):
    """What years (also a fraction of one) of production sum to: the sum of whole years, and beyond it the
    power of the factor that makes the sum continuous and keeps its recurrence S(n + 1) = first + (1 + g) S(n)."""
    factor = 1 + mpf(growth)
    whole = int(years)
    rest = years - whole
    start = first * (factor**rest - 1) / growth  # the recurrence holds for any start that is S(rest)
    total = start
    for _ in range(whole):
        total = first + factor * total
    return total


def depletion(amount, production, growth):
    amount, production, growth = mpf(amount), mpf(production), mpf(growth)
    guess = amount / production / 1.4
    discrete = findroot(lambda n: geometric(production, growth, n) - amount, guess)
    later = findroot(
        lambda n: geometric(production * (1 + growth), growth, n) - amount, guess)
    smooth = findroot(
        lambda t: quad(lambda u: production * exp(growth * u), [0, t]) - amount, guess)
    return {
        "amount": float(amount), "production": float(production), "growth": float(growth),
        "static": float(amount / production), "discrete": float(discrete),
        "continuous": float(smooth), "growthFirst": float(later),
    }


# ----------------------------------------------------------------------- peak

def hubbert(t, ultimate, steepness, year):
    x = np.exp(-steepness * (t - year))
    return ultimate * steepness * x / (1 + x) ** 2


def production(metal, until=9999):
    points = [(float(r["year"]), float(r[metal])) for r in rows("world-primary-production") if r[metal]]
    return [point for point in points if point[0] <= until]


def peak(metal, until, ultimate=None):
    points = production(metal)
    t, p = np.array([q for q in points if q[0] <= until]).T
    mined = p.sum()
    best = None
    for size in [2, 5, 20]:
        for steep in [0.02, 0.04]:
            start = [ultimate or size * mined, steep, until + np.log(size) / steep]
            try:
                if ultimate:
                    value, covariance = optimize.curve_fit(
                        lambda t, k, m: hubbert(t, ultimate, k, m), t, p, p0=start[1:], maxfev=20000,
                        xtol=1e-15, ftol=1e-15)
                    value = np.concatenate([[ultimate], value])
                    errors = np.concatenate([[0], np.sqrt(np.diag(covariance))])
                else:
                    # The ultimate amount in units of what was mined, so that all parameters are near 1.
                    value, covariance = optimize.curve_fit(
                        lambda t, u, k, m: hubbert(t, u * mined, k, m), t, p,
                        p0=[start[0] / mined, *start[1:]], maxfev=20000, xtol=1e-15, ftol=1e-15)
                    scale = np.array([mined, 1, 1])
                    value, errors = value * scale, np.sqrt(np.diag(covariance)) * scale
            except RuntimeError:
                continue
            rms = float(np.sqrt(np.mean((p - hubbert(t, *value)) ** 2)))
            if best is None or rms < best["rms"]:
                best = {
                    "metal": metal, "until": until, "given": ultimate, "ultimate": value[0],
                    "steepness": value[1], "year": value[2], "rms": rms, "errors": list(errors),
                }
    return best


# ---------------------------------------------------------------------- grade

def grade(metal):
    data = [(float(r["year"]), float(r["grade"])) for r in rows("ore-grades") if r["metal"] == metal]
    t, g = np.array(data).T
    line = stats.linregress(t, np.log(g))
    return {
        "metal": metal, "rate": line.slope, "error": line.stderr, "explained": line.rvalue**2,
        "first": float(np.exp(line.intercept + line.slope * t[0])),
        "last": float(np.exp(line.intercept + line.slope * t[-1])),
    }


# ---------------------------------------------------------------------- ranks

def ranks():
    """Three metals, two indicators with weights 0.7 and 0.3; the third metal lacks the second one."""
    weights = np.array([0.7, 0.3])
    metals = {
        "a": [(0.6, 0.3, 0.8), (0.2, 0.1, 0.5)],
        "b": [(0.45, 0.4, 0.7), (0.7, 0.2, 0.9)],
        "c": [(0.55, 0.5, 0.6), None],
    }
    random = np.random.default_rng(20260214)
    draws = 400_000
    scores = []
    for indicators in metals.values():
        sums, whole = np.zeros(draws), 0.0
        for weight, indicator in zip(weights, indicators):
            if indicator is None:
                continue
            mode, low, high = indicator
            sums += weight * random.triangular(low, mode, high, draws)
            whole += weight
        scores.append(sums / whole)
    table = np.array(scores)
    order = (-table).argsort(axis=0).argsort(axis=0) + 1
    value = {
        name: sum(w * i[0] for w, i in zip(weights, own) if i) / sum(w for w, i in zip(weights, own) if i)
        for name, own in metals.items()
    }
    return {
        "first": {name: float((order[k] == 1).mean()) for k, name in enumerate(metals)},
        "value": value,
        "low": {name: float(np.quantile(table[k], 0.05)) for k, name in enumerate(metals)},
        "high": {name: float(np.quantile(table[k], 0.95)) for k, name in enumerate(metals)},
    }


def main():
    document = {
        "depletion": [
            depletion(890, 22, 0.025), depletion(250, 13, 0.04), depletion(100, 2, -0.01),
            depletion(60, 3, 0.3),
        ],
        "peaks": [
            peak("copper", 2020), peak("copper", 2020, 2.5e9), peak("copper", 1990),
        ],
        # Rises without a sign of a peak: curve_fit runs off beyond the year 2700.
        "withoutPeak": production("lead", 1980),
        "copper": production("copper"),
        "gradePoints": {m: [[float(r["year"]), float(r["grade"])] for r in rows("ore-grades")
                             if r["metal"] == m] for m in ("copper", "zinc", "platinum")},
        "grades": [grade("copper"), grade("zinc"), grade("platinum")],
        "ranks": ranks(),
    }
    (HERE / "scarcity.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
