#!/usr/bin/env python3
"""Shares of cohorts that enter at an even rate, by mpmath.

    pip install -r requirements.txt
    python3 even_inflow.py        # rewrites even-inflow.json

s(t, c) is the mean over the moments of entry of what is left at the end of period t:
an integral in 30 digits, cut wherever the survival jumps or bends. The survivals are
written here once more, from their definitions. Where the lifetime changes with the
calendar the integrand is the product of the ratios of all periods.
"""

import json
import os

from mpmath import mp, mpf

mp.dps = 30
HERE = os.path.dirname(os.path.abspath(__file__))
inf = mp.inf


def normal(mean, sd):
    return lambda a: mp.erfc((a - mean) / (sd * mp.sqrt(2))) / 2


def lognormal(mean, sd):
    variance = mp.log(1 + (sd / mean) ** 2)
    location = mp.log(mean) - variance / 2
    return lambda a: (mp.erfc((mp.log(a) - location) / mp.sqrt(2 * variance)) / 2 if a > 0
                      else mpf(1))


def weibull(shape, scale):
    return lambda a: mp.exp(-(a / scale) ** shape)


def gompertz(shape, rate):
    return lambda a: mp.exp(-shape * mp.expm1(rate * a))


def fixed(years):
    return lambda a: mpf(1) if a < years else mpf(0)


def uniform(start, end):
    return lambda a: min(mpf(1), max(mpf(0), (end - a) / (end - start)))


def geometric(p):
    return lambda a: (1 - p) ** mp.floor(a)


def table(points):
    def survival(a):
        for (a0, s0), (a1, s1) in zip(points, points[1:]):
            if a < a1:
                return s0 + (a - a0) / (a1 - a0) * (s1 - s0)
        return mpf(0)
    return survival


n = mpf
POINTS = [(n(0), n(1)), (n("0.3"), n("0.8")), (n("1.7"), n("0.1")), (n(2), n(0))]
# Text, survival, and the ages at which it jumps or bends.
LIFETIMES = [
    ("normal(mean: 0.7, sd: 0.2)", normal(n("0.7"), n("0.2")), []),
    ("lognormal(mean: 0.6, sd: 0.3)", lognormal(n("0.6"), n("0.3")), []),
    ("weibull(shape: 1.5, scale: 0.4)", weibull(n("1.5"), n("0.4")), []),
    ("weibull(shape: 0.6, scale: 0.9)", weibull(n("0.6"), n("0.9")), []),
    ("weibull(shape: 20, scale: 0.03)", weibull(n(20), n("0.03")), []),
    ("gompertz(shape: 0.02, rate: 3)", gompertz(n("0.02"), n(3)), []),
    ("fixed(years: 0.4)", fixed(n("0.4")), [n("0.4")]),
    ("fixed(years: 1.65)", fixed(n("1.65")), [n("1.65")]),
    ("uniform(from: 0.3, to: 1.45)", uniform(n("0.3"), n("1.45")), [n("0.3"), n("1.45")]),
    ("geometric(p: 0.3)", geometric(n("0.3")), [n(k) for k in range(1, 9)]),
    ("table(0: 1, 0.3: 0.8, 1.7: 0.1, 2: 0)", table(POINTS), [a for a, _ in POINTS]),
    ("mixture(0.3: fixed(years: 0.4), 0.7: weibull(shape: 1.5, scale: 0.4))",
     lambda a: n("0.3") * fixed(n("0.4"))(a) + n("0.7") * weibull(n("1.5"), n("0.4"))(a),
     [n("0.4")]),
    ("dissipating(0.2: uniform(from: 0.3, to: 1.45))",
     lambda a: mp.exp(-n("0.2") * a) * uniform(n("0.3"), n("1.45"))(a), [n("0.3"), n("1.45")]),
]
BOUNDS = {
    "years": [n(year) for year in range(5)],
    "months": [n(month) / 12 for month in range(9)],
    "uneven": [n(0), n("0.25"), n(2), n("3.5")],
}
# By calendar period: the first for two periods, then the second.
CHANGES = [("weibull(shape: 1.5, scale: 0.4)", "lognormal(mean: 0.6, sd: 0.3)"),
           ("uniform(from: 0.3, to: 1.45)", "dissipating(0.2: uniform(from: 0.3, to: 1.45))")]


def mean_over_entry(value, cuts, start, end):
    """The mean of a value over the moments of entry from start to end."""
    inside = sorted(cut for cut in set(cuts) if start < cut < end)
    # Finer pieces than the cuts alone: a short lifetime fills little of a long period.
    edges = [start, *inside, end]
    pieces = [edges[0]]
    for a, b in zip(edges, edges[1:]):
        pieces += [a + (b - a) * k / 8 for k in range(1, 8)] + [b - (b - a) / 64,
                                                               b - (b - a) / 4096, b]
    return mp.quad(value, sorted(set(pieces))) / (end - start)


def shares(bounds, at):
    """Rows t of the shares of the cohorts c ≤ t; at(t) is the lifetime of period t."""
    rows = []
    for t in range(len(bounds) - 1):
        row = []
        for c in range(t + 1):
            cuts = [bounds[u + 1] - age for u in range(c, t + 1) for age in at(u)[2]]

            def left(moment):
                if all(at(u) is at(c) for u in range(c, t + 1)):
                    return at(c)[1](bounds[t + 1] - moment)
                value = at(c)[1](bounds[c + 1] - moment)
                for u in range(c + 1, t + 1):
                    before = at(u)[1](bounds[u] - moment)
                    value *= at(u)[1](bounds[u + 1] - moment) / before if before > 0 else 0
                return value
            row.append(float(mean_over_entry(left, cuts, bounds[c], bounds[c + 1])))
        rows.append(row)
    return rows


def main():
    by_text = {entry[0]: entry for entry in LIFETIMES}
    kept = [{"lifetime": entry[0], "periods": name, "bounds": [float(b) for b in bounds],
             "shares": shares(bounds, lambda t: entry)}
            for entry in LIFETIMES for name, bounds in BOUNDS.items()]
    changing = [{"lifetimes": [early, early, late, late], "bounds": [0, 1, 2, 3, 4],
                 "shares": shares(BOUNDS["years"], lambda t: by_text[early if t < 2 else late])}
                for early, late in CHANGES]
    with open(os.path.join(HERE, "even-inflow.json"), "w") as file:
        json.dump({"kept": kept, "changing": changing}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
