"""The plainest solution of a material system over dimensions, for reference.

Every year all flow cells are unknowns of one dense linear system. A cell is
named by its elements, like "north,cars"; nothing is indexed by position.
Where flows are limited, every combination of limits that hold or do not is
tried, and the one that agrees with its own solution is taken. Stocks are
explicit sums over cohorts with SciPy's survival functions.

A system is a dictionary:
    bounds     period bounds in years; timing: start, middle or end
    dimensions {name: [elements]}
    processes  [{name, over, kind: source|destination|transform|use|sink,
               drive: supply|demand|target, lifetimes: {cell: [name, args]},
               inflow, stock: {over, cells: {cell: [number or null]}},
               initial: {cell: [total, growth]}}]
    flows      [{from, to, name, rule: given|share|share_of_rest|remainder|
               input|fill, priority, values: {over, cells}, limit: null |
               "available" | {over, cells}, only: {dimension: [elements]},
               across: {dimension of the target: its name in the flow}}]
"""

import itertools

import numpy as np
from scipy import stats

ETA = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Ambiguous(Exception):
    """Not exactly one solution, or one that no sound system has."""


def survival(lifetime, age):
    name, p = lifetime
    if name == "weibull":
        return stats.weibull_min.sf(age, p["shape"], scale=p["scale"])
    if name == "normal":
        return stats.norm.sf(age, p["mean"], p["sd"])
    if name == "lognormal":
        return stats.lognorm.sf(age, p["sigma"], scale=p["median"])
    if name == "gamma":
        return stats.gamma.sf(age, p["shape"], scale=p["scale"])
    if name == "fixed":
        return np.where(np.asarray(age) < p["years"], 1.0, 0.0)
    raise ValueError(name)


def cells(system, names):
    """Every combination of elements, as {dimension: element}."""
    names = [n for n in system["dimensions"] if n in names]
    return [
        dict(zip(names, combination))
        for combination in itertools.product(*(system["dimensions"][n] for n in names))
    ]


def key(cell, names):
    return ",".join(cell[n] for n in names)


def lookup(system, parameter, cell, t):
    names = [n for n in system["dimensions"] if n in parameter["over"]]
    values = parameter["cells"][key(cell, names)]
    return values[t] if isinstance(values, list) else values


def flow_cells(system, flow):
    """The cells of a flow, each with those of its source and target."""
    processes = {p["name"]: p for p in system["processes"]}
    source, target = processes[flow["from"]]["over"], processes[flow["to"]]["over"]
    renamed = [flow["across"].get(n, n) for n in target]
    names = [n for n in system["dimensions"] if n in source or n in renamed]
    found = []
    for cell in cells(system, names):
        if any(cell[n] not in flow["only"].get(n, [cell[n]]) for n in names):
            continue
        entered = {n: cell[flow["across"].get(n, n)] for n in target}
        found.append(
            {
                "key": key(cell, names),
                "cell": cell,
                "from": (flow["from"], key(cell, [n for n in system["dimensions"] if n in source])),
                "to": (flow["to"], key(entered, [n for n in system["dimensions"] if n in target])),
            }
        )
    return found


class Stock:
    """The cohorts of one cell of a use process."""

    def __init__(self, bounds, timing, lifetime, initial):
        self.bounds, self.eta, self.lifetime = bounds, ETA[timing], lifetime
        self.inflow, self.initial = [], []
        total, growth = initial or (0.0, 0.0)
        if total > 0:
            length = bounds[1] - bounds[0]
            # entered between k + 1 and k periods before the start, at the point eta of its period
            ages = (np.arange(4000) + 1 - self.eta) * length
            weights = (1 + growth) ** (-np.arange(4000) * length) * survival(lifetime, ages)
            keep = weights > 0
            amounts = total * weights[keep] / weights.sum()
            self.initial = list(zip(ages[keep], amounts))
        self.start = total

    def share(self, t, c):
        b = self.bounds
        return float(survival(self.lifetime, b[t + 1] - b[c] - self.eta * (b[c + 1] - b[c])))

    def left(self, t):
        """What the initial stock and the cohorts before t hold at the end of t."""
        elapsed = self.bounds[t + 1] - self.bounds[0]
        held = sum(self.share(t, c) * amount for c, amount in enumerate(self.inflow[:t]))
        if self.initial:
            ages, amounts = np.array(self.initial).T
            held += float(
                (amounts * survival(self.lifetime, ages + elapsed) / survival(self.lifetime, ages)).sum()
            )
        return held

    def held(self, t):
        """At the end of t; t = -1 is the start."""
        return self.start if t < 0 else self.left(t) + self.share(t, t) * self.inflow[t]


def solve(system):
    """Flows and stocks: [{cell: [per year]}], {process: {cell: [per year]}}."""
    bounds = system["bounds"]
    periods = len(bounds) - 1
    processes = {p["name"]: p for p in system["processes"]}
    flows = [(f, c) for f in system["flows"] for c in flow_cells(system, f)]
    number = len(flows)
    into, out, uses, sinks = {}, {}, {}, {}
    for name, p in processes.items():
        for cell in cells(system, p["over"]):
            place = (name, key(cell, [n for n in system["dimensions"] if n in p["over"]]))
            into[place] = [i for i, (_, c) in enumerate(flows) if c["to"] == place]
            out[place] = [i for i, (_, c) in enumerate(flows) if c["from"] == place]
            initial = (p.get("initial") or {}).get(place[1])
            if p["kind"] == "use":
                uses[place] = Stock(bounds, system["timing"], p["lifetimes"][place[1]], initial)
            if p["kind"] == "sink":
                sinks[place] = [initial[0] if initial else 0.0]
    result = np.zeros((periods, number))

    for t in range(periods):
        length = bounds[t + 1] - bounds[t]

        def received(place):
            """Throughput on the way in, as a row over all flows and a constant."""
            p, row = processes[place[0]], np.zeros(number)
            if p["drive"] == "target":
                cell = dict(zip([n for n in system["dimensions"] if n in p["over"]], place[1].split(",")))
                stock = lookup(system, p["stock"], cell, t) if p.get("stock") else None
                if stock is not None:
                    use = uses[place]
                    return row, (stock - use.left(t)) / use.share(t, t)
                return row, lookup(system, p["inflow"], cell, t) * length
            row[out[place] if p["drive"] == "demand" else into[place]] = 1
            return row, 0.0

        def given_off(place):
            row, constant = received(place)
            if place not in uses:
                return row, constant
            use = uses[place]
            leaving = 1 - use.share(t, t)
            return row * leaving, constant * leaving + use.held(t - 1) - use.left(t)

        def minus(equation, others):
            row, constant = equation
            row = row.copy()
            row[others] -= 1
            return row, constant

        def times(factor, equation):
            return factor * equation[0], factor * equation[1]

        equations = []
        for i, (f, c) in enumerate(flows):
            beside = [j for j in out[c["from"]] if j != i]
            value = lookup(system, f["values"], c["cell"], t) if f["values"] else None
            if f["rule"] == "given":
                equation = (np.zeros(number), value * length)
            elif f["rule"] == "share":
                equation = times(value, given_off(c["from"]))
            elif f["rule"] == "share_of_rest":
                taken = [
                    j for j in out[c["from"]] if flows[j][0]["rule"] not in ("share_of_rest", "remainder")
                ]
                equation = times(value, minus(given_off(c["from"]), taken))
            elif f["rule"] == "remainder":
                equation = minus(given_off(c["from"]), beside)
            elif f["rule"] == "input":
                equation = times(value, received(c["to"]))
            else:
                before = [
                    j
                    for j in into[c["to"]]
                    if flows[j][0]["rule"] != "fill" or (flows[j][0]["priority"], j) < (f["priority"], i)
                ]
                equation = minus(received(c["to"]), before)
            limit = None
            if f["limit"] == "available":
                taken = [
                    j
                    for j in beside
                    if flows[j][0]["rule"] != "remainder"
                    and (flows[j][0]["limit"] != "available" or j < i)
                ]
                limit = minus(given_off(c["from"]), taken)
            elif f["limit"]:
                limit = (np.zeros(number), lookup(system, f["limit"], c["cell"], t) * length)
            equations.append((equation, limit))

        limited = [i for i, e in enumerate(equations) if e[1]]
        if len(limited) > 10:
            raise Ambiguous("too many limits")
        solutions = []
        for choice in itertools.product((0, 1), repeat=len(limited)):
            chosen = dict(zip(limited, choice))
            picked = [e[chosen.get(i, 0)] for i, e in enumerate(equations)]
            matrix = np.eye(number) - np.array([row for row, _ in picked])
            if np.linalg.cond(matrix) > 1e6:
                continue
            x = np.linalg.solve(matrix, np.array([constant for _, constant in picked]))
            size = 1e-9 * max(1.0, np.abs(x).max())
            if all(
                x[i] <= equations[i][1 - side][0] @ x + equations[i][1 - side][1] + size
                for i, side in chosen.items()
            ):
                solutions.append(x)
        if not solutions or any(not np.allclose(s, solutions[0], rtol=1e-8, atol=1e-8) for s in solutions):
            raise Ambiguous(f"{len(solutions)} solutions")
        result[t] = solutions[0]
        for place, use in uses.items():
            use.inflow.append(result[t, into[place]].sum())
        for place, held in sinks.items():
            held.append(held[-1] + result[t, into[place]].sum())

    def change(place, t):
        if place in uses:
            return uses[place].held(t) - uses[place].held(t - 1)
        return sinks[place][t + 1] - sinks[place][t] if place in sinks else 0.0

    for place in into:
        if processes[place[0]]["kind"] in ("source", "destination"):
            continue
        for t in range(periods):
            gap = result[t, into[place]].sum() - result[t, out[place]].sum() - change(place, t)
            if abs(gap) > 1e-9 * max(1.0, np.abs(result).max()):
                raise Ambiguous(f"{place} is not balanced")
    by_flow, at = [], 0
    for flow in system["flows"]:
        own = flow_cells(system, flow)
        by_flow.append({c["key"]: result[:, at + i].tolist() for i, c in enumerate(own)})
        at += len(own)
    stocks = {}
    for (name, cell), use in uses.items():
        stocks.setdefault(name, {})[cell] = [use.held(t) for t in range(periods)]
    for (name, cell), held in sinks.items():
        stocks.setdefault(name, {})[cell] = held[1:]
    return by_flow, stocks


def written(lifetime):
    """A lifetime as model files write it."""
    name, p = lifetime
    return f"{name}({', '.join(f'{k}: {v}' for k, v in p.items())})"


def short(value):
    """Thirteen digits."""
    return float(f"{value:.13g}")


__all__ = ["Ambiguous", "cells", "flow_cells", "key", "short", "solve", "written"]
