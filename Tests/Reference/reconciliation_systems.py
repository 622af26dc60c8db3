#!/usr/bin/env python3
"""Reference values of reconciliation with products, bounds and relations: reconciliation_systems.json.

    pip install -r requirements.txt
    python3 reconciliation_systems.py

Nothing here is taken from the Swift sources. Random plants with goods, substances, concentrations, transfer
coefficients, stocks and relations are written as files of measurements (the JSON holds their text). The least
weighted sum of squares is found by scipy.optimize.minimize (SLSQP, with bounds) from two starts, and sharpened by
Newton's method on the optimality conditions with the exact second derivatives. Uncertainties, classes and degrees of
freedom come from a null-space basis of the equations at the solution, with the bounds that hold as equations.

A system is left out where the two starts disagree, where a bound holds without force, or where a flow is 0 and its
concentration therefore anything.
"""

import json
import pathlib

import numpy as np
from scipy import linalg, optimize

HERE = pathlib.Path(__file__).resolve().parent


class Problem:
    """Quantities (name, kind, value, standard uncertainty) and equations (lists of (c, i, j or None))."""

    def __init__(self):
        self.names, self.kinds, self.values, self.sds, self.low, self.high = [], [], [], [], [], []
        self.equations = []

    def add(self, name, known, low=0.0, high=None):
        kind, value, sd = known
        self.names.append(name)
        self.kinds.append(kind)
        self.values.append(value)
        self.sds.append(sd)
        self.low.append(low)
        self.high.append(high)
        return len(self.names) - 1

    def residuals(self, x):
        return np.array([sum(c * x[i] * (1 if j is None else x[j]) for c, i, j in e)
                         for e in self.equations])

    def slopes(self, x):
        a = np.zeros((len(self.equations), len(x)))
        for row, equation in enumerate(self.equations):
            for c, i, j in equation:
                if j is None:
                    a[row, i] += c
                else:
                    a[row, i] += c * x[j]
                    a[row, j] += c * x[i]
        return a

    def solve(self, start):
        """x and the places held at a bound, or None."""
        count = len(self.names)
        free = [i for i in range(count) if self.kinds[i] != "exact"]
        measured = [i for i in range(count) if self.kinds[i] == "measured"]
        m = np.array([self.values[i] for i in measured])
        w = 1 / np.array([self.sds[i] for i in measured]) ** 2
        x0 = np.array([start[i] if self.kinds[i] != "exact" else self.values[i]
                       for i in range(count)], float)
        scale = np.array([max(abs(x0[i]), 1e-6) for i in free])
        size = np.array([1 / max(sum(abs(c * x0[i] * (1 if j is None else x0[j])) for c, i, j in e), 1e-9)
                         for e in self.equations])

        def full(z):
            x = x0.copy()
            x[free] = z * scale
            return x

        def gradient(z):
            g = np.zeros(count)
            g[measured] = 2 * w * (full(z)[measured] - m)
            return g[free] * scale

        bounds = [(None if self.low[i] is None else self.low[i] / s,
                   None if self.high[i] is None else self.high[i] / s) for i, s in zip(free, scale)]
        result = optimize.minimize(
            lambda z: float(np.sum(w * (full(z)[measured] - m) ** 2)), x0[free] / scale, jac=gradient,
            method="SLSQP", bounds=bounds, options=dict(maxiter=1000, ftol=1e-15),
            constraints=dict(type="eq", fun=lambda z: self.residuals(full(z)) * size,
                             jac=lambda z: (self.slopes(full(z)) * size[:, None])[:, free] * scale))
        x = full(result.x)
        if np.abs(self.residuals(x) * size).max() > 1e-8:
            return None
        held = {i: b for i in free for b in (self.low[i], self.high[i])
                if b is not None and abs(x[i] - b) < 1e-7 * max(1.0, self.sds[i] or 1.0)}
        return self.sharpened(x, held, free, measured, m, w)

    def sharpened(self, x, held, free, measured, m, w):
        """Newton's method on the optimality conditions, with the bounds that hold as equations."""
        x = x.copy()
        rows = len(self.equations)
        multipliers = None
        for _ in range(30):
            a = np.vstack([self.slopes(x)[:, free]]
                          + [np.eye(len(free))[free.index(i)][None] for i in held])
            h = np.concatenate([self.residuals(x), [x[i] - b for i, b in held.items()]])
            g = np.zeros(len(x))
            g[measured] = 2 * w * (x[measured] - m)
            if multipliers is None:
                multipliers = np.linalg.lstsq(a.T, -g[free], rcond=1e-13)[0]
            second = np.zeros((len(x), len(x)))
            second[measured, measured] = 2 * w
            for row, equation in enumerate(self.equations):
                for c, i, j in equation:
                    if j is not None:
                        second[i, j] += multipliers[row] * c
                        second[j, i] += multipliers[row] * c
            matrix = np.block([[second[np.ix_(free, free)], a.T],
                               [a, np.zeros((len(a), len(a)))]])
            right = -np.concatenate([g[free] + a.T @ multipliers, h])
            d = 1 / np.sqrt(np.maximum(np.abs(matrix).max(axis=1), 1e-300))
            step = d * np.linalg.lstsq(matrix * d[:, None] * d, right * d, rcond=1e-14)[0]
            x[free] += step[:len(free)]
            multipliers = multipliers + step[len(free):]
            if np.abs(step[:len(free)] / np.maximum(np.abs(x[free]), 1e-6)).max() < 1e-12:
                break
        # A force on a bound is a multiplier that holds it; without one the case is on the edge.
        for multiplier, (i, bound) in zip(multipliers[rows:], held.items()):
            outward = -multiplier if bound == self.low[i] else multiplier
            if outward < 1e-6:
                return None
        inside = all((self.low[i] is None or x[i] >= self.low[i] - 1e-9)
                     and (self.high[i] is None or x[i] <= self.high[i] + 1e-9) for i in free)
        return (x, held) if inside else None

    def analysed(self, x, held):
        """Standard uncertainties, classes, degrees of freedom by a null-space basis at x."""
        free = [i for i in range(len(x)) if self.kinds[i] != "exact"]
        measured = [i for i in free if self.kinds[i] == "measured"]
        scale = np.array([max(abs(x[i]), self.sds[i] or 0, 1e-6) for i in free])
        a = np.vstack([self.slopes(x)[:, free]]
                      + [np.eye(len(free))[free.index(i)][None] for i in held]) * scale
        a /= np.maximum(np.abs(a).max(axis=1, keepdims=True), 1e-300)
        basis = linalg.null_space(a, rcond=1e-10) * scale[:, None]
        places = [free.index(i) for i in measured]
        in_errors = basis[places] / np.array([self.sds[i] for i in measured])[:, None]
        _, s, vt = np.linalg.svd(in_errors)
        rank = int((s > 1e-9 * s.max()).sum()) if len(s) else 0
        covariance = basis @ (vt[:rank].T / s[:rank] ** 2) @ vt[:rank] @ basis.T
        open_ = basis @ vt[rank:].T / scale[:, None]
        fixed = np.abs(open_).max(axis=1) < 1e-7 if open_.shape[1] else np.ones(len(free), bool)
        sds, classes = [0.0] * len(x), ["exact"] * len(x)
        for k, i in enumerate(free):
            if self.kinds[i] == "unknown":
                classes[i] = "observable" if fixed[k] else "unobservable"
            else:
                left = self.sds[i] ** 2 - covariance[k, k]
                classes[i] = "over_determined" if left > 1e-9 * self.sds[i] ** 2 else "just_measured"
            sds[i] = float(np.sqrt(max(0.0, covariance[k, k]))) if fixed[k] else None
        return sds, classes, len(measured) - rank


def balanced(flows, inflow, shares):
    """Flows from given inflows and shares of throughput."""
    a, b = np.eye(len(flows)), np.zeros(len(flows))
    for k, (source, _) in enumerate(flows):
        if source == "out":
            b[k] = inflow[k]
        else:
            for j, (_, target) in enumerate(flows):
                if target == source:
                    a[k, j] -= shares[k]
    return np.linalg.solve(a, b)


def random_shares(rng, flows, processes, stocks, low, high):
    shares = {}
    for p in processes:
        own = [k for k, (source, _) in enumerate(flows) if source == p]
        weights = rng.uniform(low, high, len(own))
        keep = rng.uniform(0.7, 1) if p in stocks else 1
        for k, weight in zip(own, weights):
            shares[k] = keep * weight / weights.sum()
    return shares


def random_system(rng):
    """The text of a file, the problem, and a balanced state to start from; None where none was found."""
    processes = [f"p{i}" for i in range(rng.integers(2, 5))]
    names = processes + ["out"]
    flows = [tuple(str(n) for n in rng.choice(names, 2, replace=False))
             for _ in range(rng.integers(len(names), 2 * len(names) + 1))]
    for p in processes:
        if all(target != p for _, target in flows):
            flows.append(("out", p))
        if all(source != p for source, _ in flows):
            flows.append((p, "out"))
    stocks = [p for p in processes if rng.random() < 0.3]
    inflow = rng.uniform(20, 200, len(flows))
    try:
        goods = balanced(flows, inflow, random_shares(rng, flows, processes, stocks, 0.05, 1))
        metal = balanced(flows, inflow * rng.uniform(0.05, 0.5, len(flows)),
                         random_shares(rng, flows, processes, stocks, 0.05, 1))
    except np.linalg.LinAlgError:
        return None
    if goods.min() < 1 or goods.max() > 2000 or metal.min() < 1e-3 or (metal > goods).any():
        return None
    relative = rng.choice([0.03, 0.15, 0.4])
    problem, start, lines = Problem(), [], []

    def known(value, chance):
        if rng.random() > chance:
            return ("unknown", None, None), "unknown"
        sd = float(f"{abs(value) * relative * rng.uniform(0.3, 2):.6g}")
        reading = value + sd * rng.standard_normal()
        reading = float(f"{max(reading, 0.0) if value > 0 else reading:.8g}")
        return ("measured", reading, sd), f"{reading!r} ± {sd!r}"

    def add(name, value, chance, low=0.0, high=None):
        quantity, text = known(value, chance)
        start.append(value)
        return problem.add(name, quantity, low, high), text

    amounts = {None: [], "cu": []}
    throughput = {layer: {p: sum(v for v, (_, t) in zip(values, flows) if t == p) for p in processes}
                  for layer, values in ((None, goods), ("cu", metal))}
    shares = []
    for k, (source, target) in enumerate(flows):
        mass, mass_text = add(f"f{k}", goods[k], 0.75)
        amount, amount_text = add(f"f{k}.cu", metal[k], 0.25)
        ratio, ratio_text = add(f"f{k}.cu.concentration", metal[k] / goods[k], 0.6, high=1.0)
        amounts[None].append(mass)
        amounts["cu"].append(amount)
        problem.equations.append([(1, amount, None), (-1, mass, ratio)])
        extra = {}
        for layer, values, chance in ((None, goods, 0.25), ("cu", metal, 0.15)):
            share = values[k] / throughput[layer][source] if source != "out" else 1
            if source != "out" and share < 0.9 and rng.random() < chance:
                extra[layer] = known(share, 0.8)
                shares.append((layer, k, share, extra[layer][0]))
        lines.append(
            f"  - {{ from: {source}, to: {target}, name: f{k}, amount: {mass_text}"
            + (f", share: {extra[None][1]}" if None in extra else "")
            + f", substances: {{ cu: {{ amount: {amount_text}, concentration: {ratio_text}"
            + (f", share: {extra['cu'][1]}" if "cu" in extra else "") + " } } }")
    heads = []
    for p in processes:
        texts = []
        for layer, values in ((None, goods), ("cu", metal)):
            equation = [(1 if t == p else -1, i, None)
                        for i, (s, t) in zip(amounts[layer], flows) if p in (s, t)]
            if p in stocks:
                change = sum(v * ((t == p) - (s == p)) for v, (s, t) in zip(values, flows))
                name = f"{p}.stock_change" if layer is None else f"{p}.{layer}.stock_change"
                place, text = add(name, change, 0.5, low=None)
                texts.append(text)
                equation.append((-1, place, None))
            problem.equations.append(equation)
        heads.append(f"  {p}: " + (
            f"{{ stock_change: {texts[0]}, substances: {{ cu: {{ stock_change: {texts[1]} }} }} }}"
            if texts else "{}"))
    for layer in (None, "cu"):
        for own, k, value, quantity in shares:
            if own != layer:
                continue
            start.append(value)
            name = f"f{k}.share" if layer is None else f"f{k}.{layer}.share"
            place = problem.add(name, quantity)
            problem.equations.append(
                [(1, amounts[layer][k], None)]
                + [(-1, i, place) for i, (_, t) in zip(amounts[layer], flows) if t == flows[k][0]])
    text = ["reconcile: random", "year: 2000", "unit: kt", "substances: [cu]", "processes:"] + heads \
        + ["  out: { boundary: true }", "flows:"] + lines
    if rng.random() < 0.5:
        first, second = (int(v) for v in rng.choice(len(flows), 2, replace=False))
        value = goods[first] + 2.0 * goods[second]
        quantity, reading = known(value, 1.0)
        start.append(value)
        place = problem.add("both", quantity, low=None)
        problem.equations.append([(1, first * 3, None), (2.0, second * 3, None), (-1, place, None)])
        text += ["relations:",
                 f"  - {{ name: both, of: {{ f{first}: 1, f{second}: 2 }}, equals: {reading} }}"]
    return "\n".join(text) + "\n", problem, start


def main():
    rng = np.random.default_rng(2016)
    cases, bounded = [], 0
    while len(cases) < 100:
        made = random_system(rng)
        if made is None:
            continue
        text, problem, start = made
        if "measured" not in problem.kinds:
            continue
        found = problem.solve(start)
        if found is None:
            continue
        x, held = found
        if not held and len(cases) - bounded >= 60:
            continue
        other = problem.solve(np.array(start) * rng.uniform(0.7, 1.4, len(start)))
        measured = [i for i, kind in enumerate(problem.kinds) if kind == "measured"]
        if other is None or np.abs((other[0] - x)[measured]).max() > 1e-6 * np.abs(x).max():
            continue
        masses = [i for i, name in enumerate(problem.names) if "." not in name and name != "both"]
        if any(x[i] < 1e-6 for i in masses):
            continue
        sds, classes, freedom = problem.analysed(x, held)
        chi2 = sum(((x[i] - problem.values[i]) / problem.sds[i]) ** 2 for i in measured)
        cases.append(dict(
            text=text, names=problem.names, classes=classes, freedom=freedom, chi2=float(chi2),
            held=[problem.names[i] for i in held],
            value=[None if c == "unobservable" else float(f"{v:.12g}") for v, c in zip(x, classes)],
            sd=[None if s is None else float(f"{s:.10g}") for s in sds]))
        bounded += bool(held)
    (HERE / "reconciliation_systems.json").write_text(
        json.dumps(dict(systems=cases), separators=(",", ":"), ensure_ascii=False) + "\n")
    print(len(cases), "systems,", bounded, "with bounds")


if __name__ == "__main__":
    main()
