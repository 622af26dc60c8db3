#!/usr/bin/env python3
"""Independent references for the stock models beyond inflow and stock alone.

    pip install -r requirements.txt
    python3 stock_models.py        # rewrites stock-models.json

Nothing here is shared with the Swift code, and the ways differ on purpose: every
amount is followed by itself from its entry on (`Unit`), stocks are sums over these
units, stock-driven inflows come from a dense linear system in all cohorts at once,
further lives from an explicit series of generations, mean ages of outflow and
dissipation from quadrature of densities (scipy.integrate.quad). Survival is SciPy's.

It also confirms the initial stocks and type splits of golden-odym.json, the figures
of the inverted log-normal with the peer's wrong sigma.
"""

import json
import os
import re
from fractions import Fraction

import numpy as np
from scipy import integrate, stats

HERE = os.path.dirname(os.path.abspath(__file__))


def lifetime(text, factor=1.0):
    """A frozen SciPy distribution, with all ages times a factor."""
    name, rest = re.match(r"([a-z-]+)\((.*)\)", text).groups()
    p = {k.strip(): float(v) for k, v in (part.split(":") for part in rest.split(","))}
    if name == "normal":
        return stats.norm(p["mean"] * factor, p["sd"] * factor)
    if name == "weibull":
        return stats.weibull_min(p["shape"], scale=p["scale"] * factor)
    if name == "gamma":
        return stats.gamma(p["shape"], scale=p["scale"] * factor)
    if name == "exponential":
        return stats.expon(scale=p["mean"] * factor)
    if name == "lognormal":
        s2 = np.log1p((p["sd"] / p["mean"]) ** 2)
        return stats.lognorm(np.sqrt(s2), scale=p["mean"] * np.exp(-s2 / 2) * factor)
    if name == "loglogistic":
        return stats.fisk(p["shape"], scale=p["scale"] * factor)
    raise ValueError(text)


LOBATTO4 = [((1 - 1 / np.sqrt(5)) / 2), ((1 + 1 / np.sqrt(5)) / 2)]
NODES = {
    "start": [(0.0, 1.0)],
    "middle": [(0.5, 1.0)],
    "end": [(1.0, 1.0)],
    "uniform(4)": [(0.0, 1 / 12), (LOBATTO4[0], 5 / 12), (LOBATTO4[1], 5 / 12), (1.0, 1 / 12)],
}


class Unit:
    """One unit that entered at a time, aged through periods of given bounds.

    lives[t] is the distribution that holds in period t; it enters in period `since`. A unit that was there before
    the first bound is conditioned on having come so far.
    """

    def __init__(self, entered, bounds, lives, since=0, standing=False):
        self.entered, self.left, self.lost_years, self.lived, now = entered, [], [], [], None
        for t, life in enumerate(lives):
            a0, a1 = (float(b - entered) for b in bounds[t : t + 2])
            if t < since:
                self.add(0.0, 0.0, 0.0)
                continue
            if now is None:
                base = life.sf(a0) if standing else 1.0
                now, a0 = 1.0, (a0 if standing else 0.0)
                scale = 1.0 / base
            else:
                scale = now / life.sf(a0)
            after = scale * life.sf(a1)
            quad = lambda f: integrate.quad(f, a0, a1, epsabs=1e-14, epsrel=1e-13, limit=400)[0]
            years = scale * quad(lambda a: a * life.pdf(a)) if self.ages else 0.0
            lived = scale * quad(life.sf) if self.ages else 0.0
            self.add(after, years, lived)
            now = after

    ages = True  # whether the integrals are wanted

    def add(self, left, lost_years, lived):
        self.left.append(left)
        self.lost_years.append(lost_years)
        self.lived.append(lived)


def cohort_units(bounds, timing, lives_of):
    """For each cohort its units with weights; lives_of(c) gives the lives by period."""
    return [
        [
            (w, Unit(bounds[c] + eta * (bounds[c + 1] - bounds[c]), bounds, lives_of(c), since=c))
            for eta, w in NODES[timing]
        ]
        for c in range(len(bounds) - 1)
    ]


def survival_table(bounds, timing, lives_of):
    units = cohort_units(bounds, timing, lives_of)
    count = len(bounds) - 1
    table = np.zeros((count, count))
    for c, parts in enumerate(units):
        for w, unit in parts:
            table[:, c] += w * np.array(unit.left)
    return np.tril(table)


def initial_units(cohorts, bounds, timing, life):
    """Units of what is there at the start, weighted by what is left of each node."""
    result = []
    for c in cohorts:
        shares = []
        for eta, w in NODES[timing]:
            entered = c["from"] + eta * (c["to"] - c["from"])
            shares.append((entered, w * life.sf(bounds[0] - entered)))
        total = sum(s for _, s in shares)
        for entered, s in shares:
            unit = Unit(entered, bounds, [life] * (len(bounds) - 1), standing=True)
            result.append((c["amount"] * s / total, unit))
    return result


def lower(table):
    return [list(map(float, row[: t + 1])) for t, row in enumerate(table)]


def floats(values):
    return [float(v) for v in values]


def march(table, initial, target, policy):
    """Period by period with explicit cohorts: each cohort an own amount that is scaled down."""
    count = len(target)
    left = np.array(initial, dtype=float)  # of the initial stock at the end of each period
    cohorts = np.zeros((count, count))
    inflow, stock = np.zeros(count), np.zeros(count)
    for t in range(count):
        gap = target[t] - cohorts[t].sum() - left[t]
        if gap < 0 and policy == "retire":
            factor = target[t] / (cohorts[t].sum() + left[t])
            cohorts[t:] *= factor
            left[t:] *= factor
        elif gap > 0 or policy == "keep":
            inflow[t] = gap / table[t, t]
            cohorts[t:, t] = inflow[t] * table[t:, t]
        stock[t] = cohorts[t].sum() + left[t]
    return inflow, stock


BOUNDS = [2000.0, 2001.0, 2003.5, 2004.0, 2009.0, 2016.0, 2017.0, 2025.0]
COHORTS = [
    {"from": 1985.0, "to": 1992.0, "amount": 14.0},
    {"from": 1992.0, "to": 1997.5, "amount": 25.0},
    {"from": 1997.5, "to": 2000.0, "amount": 9.5},
]
INFLOW = [7.0, 30.0, 4.5, 61.0, 40.0, 9.0, 120.0]
TARGET = [51.0, 66.0, 65.0, 40.0, 12.0, 19.0, 75.0]
EVEN = [2010.0 + t for t in range(13)]


def make_laws():
    Unit.ages = False
    by_cohort = [1 + 0.06 * c * (-1) ** c for c in range(12)]
    by_period = [1.0, 0.95, 0.9, 1.2, 1.25, 1.3, 1.1, 0.8, 0.85, 1.4, 1.45, 1.5]
    cases = []
    for text in ("weibull(shape: 2.2, scale: 9)", "gamma(shape: 3.5, scale: 2)", "normal(mean: 8, sd: 2.5)"):
        for timing in NODES:
            for bounds in (EVEN, BOUNDS):
                count = len(bounds) - 1
                lives_of = lambda c: [lifetime(text, by_cohort[c] * by_period[t]) for t in range(count)]
                cases.append(
                    {
                        "lifetime": text,
                        "timing": timing,
                        "bounds": bounds,
                        "byCohort": by_cohort[:count],
                        "byPeriod": by_period[:count],
                        "survival": lower(survival_table(bounds, timing, lives_of)),
                    }
                )
    return cases


def make_initial():
    Unit.ages = True
    cases = []
    for text in ("weibull(shape: 2.2, scale: 12)", "lognormal(mean: 15, sd: 6)", "gamma(shape: 0.8, scale: 14)"):
        life = lifetime(text)
        for timing in NODES:
            count = len(BOUNDS) - 1
            units = cohort_units(BOUNDS, timing, lambda c: [life] * count)
            table = np.array([[sum(w * u.left[t] for w, u in units[c]) for c in range(count)] for t in range(count)])
            parts = initial_units(COHORTS, BOUNDS, timing, life)
            left = np.array([sum(a * u.left[t] for a, u in parts) for t in range(count)])
            stock = table @ INFLOW + left
            before = np.concatenate([[sum(c["amount"] for c in COHORTS)], stock[:-1]])
            outflow = np.array(INFLOW) - (stock - before)
            everything = parts + [(INFLOW[c] * w, u) for c in range(count) for w, u in units[c]]
            mean_age, leaving_age = [], []
            for t in range(count):
                moment = sum(a * u.left[t] * max(0, BOUNDS[t + 1] - u.entered) for a, u in everything)
                mean_age.append(moment / stock[t])
                leaving_age.append(sum(a * u.lost_years[t] for a, u in everything) / outflow[t])
            dense = np.linalg.solve(table, np.array(TARGET) - left)
            assert np.allclose(dense, march(table, left, TARGET, "keep")[0], rtol=1e-12)
            driven = {"keep": {"inflow": floats(dense), "stock": TARGET}}
            for policy in ("clip", "retire"):
                inflow, reached = march(table, left, TARGET, policy)
                driven[policy] = {"inflow": floats(inflow), "stock": floats(reached)}
            # history as inflow, then the target; and additions that lead from the start to the target
            known = 3
            mixed_target = np.concatenate([(table @ np.array(INFLOW))[:known] + left[:known], TARGET[known:]])
            cases.append(
                {
                    "lifetime": text,
                    "timing": timing,
                    "left": floats(left),
                    "stock": floats(stock),
                    "outflow": floats(outflow),
                    "meanAge": floats(mean_age),
                    "meanAgeOfOutflow": floats(leaving_age),
                    "stockDriven": driven,
                    "inflowThenStock": floats(np.linalg.solve(table, mixed_target - left)),
                }
            )
    return {"bounds": BOUNDS, "cohorts": COHORTS, "inflow": INFLOW, "target": TARGET, "known": 3, "cases": cases}


def make_months():
    """Three years by month, ages as exact fractions of a year."""
    Unit.ages = False
    cases = []
    inflow = [10 + 3 * (m % 5) for m in range(36)]
    for text in ("weibull(shape: 1.5, scale: 0.8)", "fixed(years: 1)", "fixed(years: 0.25)"):
        for timing in ("start", "middle", "end"):
            eta = {"start": Fraction(0), "middle": Fraction(1, 2), "end": Fraction(1)}[timing]
            stock = []
            for t in range(36):
                total = 0.0
                for c in range(t + 1):
                    age = (t + 1 - c - eta) / 12
                    if text.startswith("fixed"):
                        total += inflow[c] * (age < Fraction(text[13:-1]))
                    else:
                        total += inflow[c] * lifetime(text).sf(float(age))
                stock.append(float(total))
            cases.append({"lifetime": text, "timing": timing, "stock": stock})
    return {"inflow": [float(i) for i in inflow], "cases": cases}


def outflow_matrix(table):
    before = np.vstack([np.zeros(len(table)), table[:-1]]) + np.eye(len(table))
    return before - table


def make_drives():
    """Outflow-driven, further lives and waiting stocks on 12 even years, timing middle."""
    Unit.ages = False
    bounds, count = EVEN, 12
    inflow = np.array([20 + 5 * np.sin(t) + t for t in range(count)])
    flat = lambda text: survival_table(bounds, "middle", lambda c: [lifetime(text)] * count)
    cases = {"inflow": floats(inflow), "outflow": [], "hibernating": [], "reused": []}
    for text in ("exponential(mean: 6)", "weibull(shape: 0.8, scale: 7)", "gamma(shape: 0.9, scale: 5)"):
        outflow = np.array([3 + 0.5 * t + (t % 3) for t in range(count)])
        found = np.linalg.solve(outflow_matrix(flat(text)), outflow)
        cases["outflow"].append({"lifetime": text, "outflow": floats(outflow), "inflow": floats(found)})
    first, second = "weibull(shape: 2.5, scale: 5)", "lognormal(mean: 4, sd: 2)"
    leaving = outflow_matrix(flat(first)) @ inflow
    waiting = flat(second) @ leaving
    cases["hibernating"].append(
        {"lifetime": first, "then": second, "stock": floats(waiting), "outflow": floats(outflow_matrix(flat(second)) @ leaving)}
    )
    for share in (0.3, 0.9):
        shares = share * np.array([1 - 0.03 * t for t in range(count)])
        again, total, step = shares * leaving, np.zeros(count), outflow_matrix(flat(second))
        for _ in range(4000):
            total += again
            again = shares * (step @ again)
            if again.max() < 1e-18:
                break
        cases["reused"].append(
            {"lifetime": first, "then": second, "share": floats(shares), "inflow": floats(total), "stock": floats(flat(second) @ total)}
        )
    return cases


def make_dissipated():
    """What a constant rate takes from Weibull and exponential lives, by quadrature."""
    Unit.ages = True
    rate, inflow = 0.04, [10.0, 12.0, 9.0, 15.0, 8.0, 11.0]
    cases = []

    class Both:
        def __init__(self, life):
            self.life = life

        def sf(self, a):
            return np.exp(-rate * a) * self.life.sf(a)

        def pdf(self, a):
            return np.exp(-rate * a) * (self.life.pdf(a) + rate * self.life.sf(a))

    for text in ("weibull(shape: 2.2, scale: 6)", "exponential(mean: 5)"):
        for timing in NODES:
            bounds = EVEN[:7]
            units = cohort_units(bounds, timing, lambda c: [Both(lifetime(text))] * 6)
            both = Both(lifetime(text))
            lost = [sum(rate * inflow[c] * w * u.lived[t] for c in range(6) for w, u in units[c]) for t in range(6)]
            stock = [sum(inflow[c] * w * u.left[t] for c in range(6) for w, u in units[c]) for t in range(6)]
            mean = integrate.quad(both.sf, 0, 300, epsabs=1e-14, epsrel=1e-13, limit=400)[0]
            second = integrate.quad(lambda a: 2 * a * both.sf(a), 0, 300, epsabs=1e-13, epsrel=1e-13, limit=400)[0]
            cases.append(
                {"lifetime": text, "timing": timing, "dissipated": floats(lost), "stock": floats(stock),
                 "mean": mean, "sd": float(np.sqrt(second - mean * mean))}
            )
    return {"rate": rate, "inflow": inflow, "cases": cases}


def make_remaining():
    """∫ S da from an age on, over S at that age."""
    cases = []
    for text in (
        "exponential(mean: 9)", "weibull(shape: 2.5, scale: 20)", "weibull(shape: 0.8, scale: 7)",
        "gamma(shape: 4.2, scale: 3)", "lognormal(mean: 15, sd: 6)", "normal(mean: 20, sd: 6)",
        "loglogistic(shape: 3.5, scale: 12)", "loglogistic(shape: 1.5, scale: 12)",
    ):
        life = lifetime(text)
        ages, years = [0.0, 0.7, 6.0, 21.0, 45.0], []
        for age in ages:
            # the tail in u = 1/(1 + a - age), so that a heavy one is integrated to its end
            # (fisk.sf is 1 - cdf, which cancels there)
            sf = life.sf if "logistic" not in text else lambda a: 1 / (1 + (a / 12) ** life.args[0])
            value = lambda u: sf(age + 1 / u - 1) / u**2 / sf(age) if u > 0 else 0.0
            years.append(float(sum(
                integrate.quad(value, lo, hi, epsabs=0, epsrel=1e-13, limit=800)[0]
                for lo, hi in zip([0, 1e-8, 1e-4, 1e-2, 0.05, 0.2], [1e-8, 1e-4, 1e-2, 0.05, 0.2, 1])
            )))
        cases.append({"lifetime": text, "ages": ages, "years": years})
    return cases


def close(label, ours, theirs, tolerance):
    gap = np.max(np.abs(np.array(ours) - np.array(theirs)) / np.maximum(1, np.abs(theirs)))
    assert gap <= tolerance, (label, gap)


def check_golden():
    with open(os.path.join(HERE, "golden-odym.json"), encoding="utf-8") as f:
        golden = json.load(f)
    for case in golden["initialStock"] + golden["typeSplit"] + golden["invertedLogNormal"]:
        text, wrong = case["lifetime"], case in golden["invertedLogNormal"]
        history, count = len(case["cohorts"]), len(case["cohorts"]) + len(case["stock"])
        life = lifetime(text)
        if wrong:
            s2 = np.log(1 + (6 / 3) ** 2)
            life = stats.lognorm(np.sqrt(s2), scale=6 * np.exp(-s2 / 2))
        curve = life.sf(np.arange(count))
        table = np.array([[curve[t - c] if t >= c else 0.0 for c in range(count)] for t in range(count)])
        amounts = np.array(case["cohorts"]).reshape(history, -1)
        shares = case.get("shares", [[1.0]] * len(case["stock"]))
        inflow = np.zeros((count, amounts.shape[1]))
        inflow[:history] = amounts / table[history - 1, :history, None]
        kept = np.ones(count)
        for t in range(history, count):
            left = (kept * table[t])[:, None] * inflow
            gap = case["stock"][t - history] - left.sum()
            if gap < 0 and case["policy"] != "keep":
                kept[:t] *= 1 + gap / left.sum()
            else:
                inflow[t] = np.array(shares[t - history]) * gap / table[t, t]
        close((case["name"], "inflow"), inflow, np.array(case["inflow"]).reshape(count, -1), case["tolerance"])
        if "lastCohorts" in case:
            close((case["name"], "cohorts"), (kept * table[-1])[:, None] * inflow, case["lastCohorts"], case["tolerance"])
    print("golden-odym.json: initial stocks and type splits confirmed")


def main():
    check_golden()
    value = {
        "note": "SciPy and NumPy; single units followed from entry on, dense systems, explicit generations",
        "laws": make_laws(),
        "initial": make_initial(),
        "months": make_months(),
        "drives": make_drives(),
        "dissipated": make_dissipated(),
        "remaining": make_remaining(),
    }
    text = json.dumps(value, separators=(",", ":"), allow_nan=False)
    text = re.sub(r'\},\{"', '},\n{"', text) + "\n"
    with open(os.path.join(HERE, "stock-models.json"), "w", encoding="ascii", newline="\n") as f:
        f.write(text)
    print(f"stock-models.json: {len(text)} bytes")


if __name__ == "__main__":
    main()
