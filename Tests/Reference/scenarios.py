#!/usr/bin/env python3
"""Reference values of scenarios: scenarios.json.

    pip install -r requirements.txt
    python3 scenarios.py

Nothing here is taken from the Swift sources. The cycle with two uses (buildings, cars) is
solved in closed form, year by year, from the one unknown R, the throughput of refining:

    F[e] = split[e] R        U[e] = yield[e] F[e]       new scrap = (1 - yield[e]) F[e]
    O[e] = out of earlier cohorts + (1 - s(t, t)) U[e]
    R = mining + sum of new scrap + recovery * collection[e] * O[e]

with inflow in the middle of the year. Shapley values are means over all orders of the players.
Saturation curves are fitted by scipy.optimize.curve_fit.
"""

import itertools
import json
import math
import pathlib

import numpy as np
from scipy import optimize, stats

HERE = pathlib.Path(__file__).resolve().parent
YEARS = np.arange(1990, 2020)
T = len(YEARS)


# ------------------------------------------------------------------- paths

def step(year):
    return (YEARS >= year).astype(float)


def linear(start, end):
    return np.clip((YEARS - start) / (end - start), 0, 1)


def logistic(start, end):
    u = np.clip((YEARS - start) / (end - start), 0, 1)
    curve = lambda x: 1 / (1 + np.exp(-12 * (x - 0.5)))
    return (curve(u) - curve(0)) / (curve(1) - curve(0))


# ------------------------------------------------------------------- cycle

def normal(mean, sd):
    return lambda age: stats.norm.sf(age, mean, sd)


def weibull(shape, scale):
    return lambda age: stats.weibull_min.sf(age, shape, scale=scale)


class Cycle:
    """Two uses; each number may vary by year, each lifetime by cohort."""

    def __init__(self):
        ones = np.ones(T)
        self.mining = 100 + np.arange(T)
        self.split = [0.4 * ones, 0.6 * ones]
        self.yields = [0.9 * ones, 0.75 * ones]
        self.collection = [0.6 * ones, 0.8 * ones]
        self.recovery = 0.8 * ones
        self.survival = [[normal(20, 6)] * T, [weibull(2, 3)] * T]
        self.kappa = [ones.copy(), ones.copy()]     # service of what enters
        self.sigma = ones.copy()                    # service of all that is in use

    def solve(self):
        s = np.zeros((2, T, T))
        for e in range(2):
            for c in range(T):
                for t in range(c, T):
                    s[e, t, c] = self.survival[e][c](t - c + 0.5)
        inflow, out = np.zeros((2, T)), np.zeros((2, T))
        throughput = np.zeros(T)
        for t in range(T):
            earlier = [sum((s[e, t - 1, c] - s[e, t, c]) * inflow[e, c] for c in range(t))
                       for e in range(2)]
            back = sum(self.split[e][t] * ((1 - self.yields[e][t]) + self.yields[e][t]
                       * (1 - s[e, t, t]) * self.recovery[t] * self.collection[e][t])
                       for e in range(2))
            outside = self.mining[t] + sum(
                self.recovery[t] * self.collection[e][t] * earlier[e] for e in range(2))
            throughput[t] = outside / (1 - back)
            for e in range(2):
                inflow[e, t] = self.yields[e][t] * self.split[e][t] * throughput[t]
                out[e, t] = earlier[e] + (1 - s[e, t, t]) * inflow[e, t]
        stock = np.einsum("etc,ec->et", s, inflow)
        served = np.einsum("etc,ec->et", s, inflow * np.array(self.kappa))
        collected = np.array(self.collection) * out
        return {"throughput": throughput, "stock": stock, "outflow": out.sum(axis=0),
                "service": self.sigma * served.sum(axis=0), "primary": self.mining * 1.0,
                "old_scrap": (self.recovery * collected).sum(axis=0),
                "losses": (out - collected).sum(axis=0)
                + ((1 - self.recovery) * collected).sum(axis=0)}


def stretched(survival, factor):
    return lambda age: survival(age / factor)


def mixed(old, new, weight):
    return lambda age: (1 - weight) * old(age) + weight * new(age)


def logistic_life():
    cycle, w = Cycle(), logistic(2000, 2010)
    for e in range(2):
        cycle.survival[e] = [stretched(cycle.survival[e][c], 1 + w[c] * 0.5) for c in range(T)]
    return cycle


def new_life():
    cycle, w = Cycle(), linear(1995, 2005)
    cycle.survival[1] = [mixed(cycle.survival[1][c], normal(12, 2), w[c]) for c in range(T)]
    return cycle


def longer_by_years():
    cycle, w = Cycle(), step(2003)
    for e, mean in ((0, 20.0), (1, 3 * math.gamma(1.5))):
        cycle.survival[e] = [stretched(cycle.survival[e][c], (mean + 2.5 * w[c]) / mean)
                             for c in range(T)]
    return cycle


def other_split():
    cycle, w = Cycle(), linear(2000, 2010)
    cycle.split[1] = 0.6 + w * (0.3 - 0.6)
    cycle.split[0] = 1 - cycle.split[1]
    return cycle


PARTS = ["lifetime", "collection", "recovery", "yield", "light", "sharing"]


def levers(parts=tuple(PARTS)):
    cycle = Cycle()
    if "lifetime" in parts:
        w = step(1998)
        cycle.survival[0] = [stretched(cycle.survival[0][c], 1 + 0.3 * w[c]) for c in range(T)]
    if "collection" in parts:
        k = 0.5 * linear(2000, 2012)
        cycle.collection = [c + k * (1 - c) for c in cycle.collection]
    if "recovery" in parts:
        cycle.recovery = cycle.recovery + 0.25 * logistic(1995, 2015) * (1 - cycle.recovery)
    if "yield" in parts:
        k = 0.4 * step(2005)
        cycle.yields = [y + k * (1 - y) for y in cycle.yields]
    if "light" in parts:
        cycle.kappa = [1 / (1 - 0.2 * linear(2000, 2010))] * 2
    if "sharing" in parts:
        cycle.sigma = 1 / (1 - 0.1 * step(2008))
    return cycle


def same_service():
    """The factor on mining from the first changed year on, by bisection on whole solutions."""
    wanted = Cycle().solve()["service"][-1]
    start = int(np.argmax(YEARS == 1996))           # logistic(1995, …) is first above 0 in 1996

    def service(factor):
        cycle = levers()
        cycle.mining = np.where(np.arange(T) < start, cycle.mining, factor * cycle.mining)
        return cycle.solve()["service"][-1], cycle.mining[start:].sum()

    factor = optimize.brentq(lambda f: service(f)[0] - wanted, 0.1, 2, xtol=1e-14, rtol=1e-14)
    primary = service(factor)[1]
    return {"from": 1996, "factor": factor, "primary": primary,
            "saved": Cycle().mining[start:].sum() - primary}


def shapley(players, worth):
    """The mean over all orders of what each player adds."""
    total = dict.fromkeys(players, 0.0)
    orders = list(itertools.permutations(players))
    for order in orders:
        here = []
        for player in order:
            before = worth(frozenset(here))
            here.append(player)
            total[player] += worth(frozenset(here)) - before
    return [total[p] / len(orders) for p in players]


def attribution():
    worths = {}

    def worth(quantity):
        def of(parts):
            if parts not in worths:
                worths[parts] = levers(parts).solve()
            own = worths[parts]
            if quantity == "stock":
                return own["stock"][:, -1].sum()
            if quantity == "service":
                return own["service"][-1]
            if quantity == "losses":
                return own["losses"].sum()
            return own["old_scrap"][-1] / own["outflow"][-1]
        return of

    return {"parts": PARTS, "quantities": {
        q: {"alone": [worth(q)(frozenset([p])) - worth(q)(frozenset()) for p in PARTS],
            "last": [worth(q)(frozenset(PARTS)) - worth(q)(frozenset(PARTS) - {p}) for p in PARTS],
            "shapley": shapley(PARTS, worth(q))}
        for q in ("stock", "service", "losses", "eol_rr")}}


# -------------------------------------------------------------- saturation

def logistic_curve(t, ceiling, rate, midpoint):
    return ceiling / (1 + np.exp(-rate * (t - midpoint)))


def gompertz_curve(t, ceiling, rate, midpoint):
    return ceiling * np.exp(-np.exp(-rate * (t - midpoint)))


def saturation():
    random = np.random.default_rng(20_26)
    cases = []
    for name, curve, truth, years, noise in (
            ("logistic", logistic_curve, (12.5, 0.08, 1975), np.arange(1950, 2016), 0.15),
            ("gompertz", gompertz_curve, (310.0, 0.045, 1968), np.arange(1930, 2011, 2), 4.0),
            ("logistic", gompertz_curve, (7.0, 0.06, 1990), np.arange(1960, 2021), 0.05),
            ("gompertz", logistic_curve, (0.9, 0.11, 2002), np.arange(1980, 2025), 0.01)):
        values = curve(years, *truth) + noise * random.standard_normal(len(years))
        fitted = logistic_curve if name == "logistic" else gompertz_curve
        best, covariance = optimize.curve_fit(
            fitted, years, values, p0=truth, xtol=1e-15, ftol=1e-15, gtol=1e-15, maxfev=20000)
        known = truth[0] * 1.1
        held, held_covariance = optimize.curve_fit(
            lambda t, rate, midpoint: fitted(t, known, rate, midpoint), years, values,
            p0=truth[1:], xtol=1e-15, ftol=1e-15, gtol=1e-15, maxfev=20000)
        cases.append({
            "shape": name, "years": years.tolist(), "values": values.tolist(),
            "parameters": best.tolist(), "errors": np.sqrt(np.diag(covariance)).tolist(),
            "rms": float(np.sqrt(np.mean((fitted(years, *best) - values) ** 2))),
            "given_ceiling": known, "held_parameters": held.tolist(),
            "held_errors": np.sqrt(np.diag(held_covariance)).tolist()})
    return cases


def main():
    random = np.random.default_rng(7)
    games = []
    for players in range(1, 7):
        worths = np.round(random.normal(size=2 ** players), 6)
        of = lambda group: worths[sum(1 << p for p in group)]
        games.append({"worths": worths.tolist(), "values": shapley(range(players), of)})
    keep = (0, 7, 12, 17, 22, 29)
    cycles = {}
    for name, cycle in (("logistic-life", logistic_life()), ("new-life", new_life()),
                        ("longer-by-years", longer_by_years()), ("other-split", other_split()),
                        ("levers", levers())):
        solved = cycle.solve()
        cycles[name] = {k: [float(v[..., t].sum()) for t in keep] for k, v in solved.items()}
    document = {"periods": keep, "cycles": cycles, "same_service": same_service(),
                "attribution": attribution(), "games": games, "saturation": saturation()}
    text = json.dumps(document, default=float)
    text = text.replace('"same_service"', '\n"same_service"').replace('"games"', '\n"games"')
    text = text.replace('"attribution"', '\n"attribution"').replace('"saturation"', '\n"saturation"')
    (HERE / "scenarios.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
