#!/usr/bin/env python3
"""Reference values of data reconciliation: reconciliation.json.

    pip install -r requirements.txt
    python3 reconciliation.py

Nothing here is taken from the Swift sources, and the way is another one: the solution is found from
the optimality conditions with one null-space basis of all equations (linear systems), or by
scipy.optimize.minimize (products, bounds).

500 random systems: processes 0 .. n-1 inside and one boundary, flows between them (measured, exact or
unknown, measured about a balanced state with errors), stocks with measured or unknown change. With
free = measured + unknown quantities, equations A_f q_f = b; every solution is q = q0 + N t with N a
basis of the null space of A_f. The least squares over t give the values; of the covariance

    cov(q) = N (N_m^T S^-1 N_m)^+ N^T

the parts that the data fix. A quantity is fixed if no direction that leaves all measured ones alone
moves it; a measurement is checked if leaving it out would still fix it. Exact values are only given
where they agree with a balanced state, so that no system contradicts itself.
"""

import json
import pathlib

import numpy as np
from scipy import linalg, optimize, stats

HERE = pathlib.Path(__file__).resolve().parent
EPS = 1e-9


def null_space(a, columns):
    if a.shape[0] == 0:
        return np.eye(columns)
    return linalg.null_space(a, rcond=1e-11)


def solve(equations, kinds, values, sds):
    """Values, standard uncertainties (nan where not fixed), classes, chi2, degrees of freedom."""
    count = len(kinds)
    exact = [i for i in range(count) if kinds[i] == "exact"]
    free = [i for i in range(count) if kinds[i] != "exact"]
    right = -equations[:, exact] @ np.array([values[i] for i in exact]) if exact \
        else np.zeros(len(equations))
    a = equations[:, free]
    particular = np.linalg.lstsq(a, right, rcond=1e-11)[0]
    basis = null_space(a, len(free))
    measured = [k for k, i in enumerate(free) if kinds[i] == "measured"]
    weights = np.array([1 / sds[free[k]] for k in measured])
    goal = np.array([values[free[k]] for k in measured])
    nm = basis[measured] * weights[:, None]
    t = np.linalg.lstsq(nm, (goal - particular[measured]) * weights, rcond=1e-10)[0] \
        if basis.shape[1] else np.zeros(0)
    q = particular + basis @ t
    lost = null_space(nm, basis.shape[1]) if len(measured) else np.eye(basis.shape[1])
    unfixed = basis @ lost
    fixed = np.abs(unfixed).max(axis=1) < EPS if unfixed.size else np.ones(len(free), bool)
    covariance = basis @ np.linalg.pinv(nm.T @ nm, rcond=1e-10) @ basis.T if basis.shape[1] \
        else np.zeros((len(free), len(free)))
    chi2 = float(np.sum(((q[measured] - goal) * weights) ** 2))
    rank = np.linalg.matrix_rank(basis[measured], tol=1e-10) if len(measured) else 0
    out, classes = [None] * count, ["exact"] * count
    sd_out = [0.0] * count
    residuals = [None] * count
    for i in exact:
        out[i] = values[i]
    for k, i in enumerate(free):
        if not fixed[k]:
            classes[i] = "unobservable"
            sd_out[i] = None
            continue
        out[i] = float(q[k])
        sd_out[i] = float(np.sqrt(max(0.0, covariance[k, k])))
        if kinds[i] == "unknown":
            classes[i] = "observable"
            continue
        others = [m for m in measured if m != k]
        rest = null_space(basis[others], basis.shape[1]) if others else np.eye(basis.shape[1])
        moved = np.abs(basis[k] @ rest).max() if rest.size else 0
        classes[i] = "over_determined" if moved < EPS else "just_measured"
        if classes[i] == "over_determined":
            spread = sds[i] ** 2 - covariance[k, k]
            residuals[i] = float((q[k] - values[i]) / np.sqrt(spread))
    return dict(value=out, sd=sd_out, classes=classes, residual=residuals, chi2=chi2,
                freedom=len(measured) - int(rank))


def random_system(rng):
    inside = int(rng.integers(1, 8))
    names = [f"p{i}" for i in range(inside)] + ["out"]
    flows = []
    for _ in range(int(rng.integers(2, 4 * inside + 3))):
        a, b = rng.choice(inside + 1, 2, replace=False)
        flows.append((int(a), int(b)))
    stocks = [i for i in range(inside) if rng.random() < 0.4]
    count = len(flows) + len(stocks)
    equations = np.zeros((inside, count))
    for k, (a, b) in enumerate(flows):
        if a < inside:
            equations[a, k] -= 1
        if b < inside:
            equations[b, k] += 1
    for k, p in enumerate(stocks):
        equations[p, len(flows) + k] = -1
    # A balanced state: any vector of the null space, far from zero flows.
    basis = null_space(equations, count)
    if basis.shape[1] == 0:
        return None
    truth = basis @ (basis.T @ rng.uniform(50, 150, count))
    if (truth[:len(flows)] < 20).any():
        return None
    kinds, values, sds = [], [], []
    for value in truth:
        draw = rng.random()
        kind = "measured" if draw < 0.8 else "unknown" if draw < 0.95 else "exact"
        sd = float(np.exp(rng.uniform(np.log(0.05), np.log(5)))) if kind == "measured" else 0.0
        kinds.append(kind)
        values.append(float(value + sd * rng.standard_normal()) if kind == "measured" else
                      float(value))
        sds.append(sd)
    result = solve(equations, kinds, values, sds)
    if any(v is not None and v < 0 for v in result["value"][:len(flows)]):
        return None
    return dict(
        processes=names, stocks=[names[p] for p in stocks],
        flows=[[names[a], names[b]] for a, b in flows],
        kinds=kinds, values=[None if k == "unknown" else v for k, v in zip(kinds, values)], sds=sds,
        expected=result)


def product_cases(rng, count):
    """A plant: feed -> product, slag; goods, one substance, a transfer coefficient. Equations:
    f = p + s;  cf f = cp p + cs s;  s = k f. All measured but one unknown; SLSQP-free reference by
    substitution: two goods flows, two concentrations are free, the rest follows."""
    cases = []
    while len(cases) < count:
        p, s = rng.uniform(20, 80), rng.uniform(20, 80)
        cp, cs = rng.uniform(0.3, 0.6), rng.uniform(0.01, 0.1)
        truth = np.array([p + s, p, s, (cp * p + cs * s) / (p + s), cp, cs, s / (p + s)])
        relative = np.array([0.05, 0.04, 0.1, 0.06, 0.05, 0.2, 0.1])
        sd = relative * truth
        goal = truth + sd * rng.standard_normal(7)

        def full(v):
            p, s, cp, cs = v
            return np.array([p + s, p, s, (cp * p + cs * s) / (p + s), cp, cs, s / (p + s)])

        unknown = int(rng.integers(0, 7))
        use = np.array([i for i in range(7) if i != unknown])
        fit = optimize.least_squares(
            lambda v: ((full(v) - goal) / sd)[use], [p, s, cp, cs], xtol=1e-15, ftol=1e-15,
            gtol=1e-15, x_scale=[p, s, cp, cs], method="lm")
        if (fit.x < 0).any():
            continue
        jacobian = np.array([
            (full(fit.x + h) - full(fit.x - h)) / (2 * h.sum())
            for h in np.diag(1e-5 * fit.x)]).T
        covariance = jacobian @ np.linalg.inv(
            (jacobian / sd[:, None])[use].T @ (jacobian / sd[:, None])[use]) @ jacobian.T
        cases.append(dict(
            measured=goal.tolist(), sd=sd.tolist(), unknown=unknown, value=full(fit.x).tolist(),
            uncertainty=np.sqrt(np.diag(covariance)).tolist(), chi2=float(2 * fit.cost)))
    return cases


def bounded_cases(rng, count):
    """One process, two flows in, two out; errors so large that one would be below zero. The least
    sum of squares over the flows from 0 on, with in = out, by scipy."""
    cases = []
    while len(cases) < count:
        goal = np.abs(rng.normal(0, 4, 4)) + np.array([20, 0.2, 0.3, 1])
        sd = rng.uniform(0.5, 8, 4)
        sign = np.array([1.0, 1, -1, -1])
        free = goal - sd ** 2 * sign * (sign @ goal) / (sd ** 2).sum()
        if (free >= 0).all():
            continue
        best = None
        for held in range(16):
            keep = np.array([not held >> i & 1 for i in range(4)])
            if not keep.any():
                continue
            w = sd ** 2 * keep
            x = np.where(keep, goal - w * sign * (sign[keep] @ goal[keep]) / w.sum(), 0)
            if (x >= -1e-12).all() and abs(sign @ x) < 1e-9:
                cost = (((x - goal) / sd) ** 2).sum()
                if best is None or cost < best[0]:
                    best = (cost, x)
        cases.append(dict(measured=goal.tolist(), sd=sd.tolist(), value=best[1].tolist(),
                          chi2=float(best[0])))
    return cases


def correlated_case():
    """in -> p -> a, b: a and b weighed on one scale (correlation 0.6)."""
    m = np.array([100.0, 62.0, 45.0])
    s = np.diag([4.0, 3.0, 5.0]) @ np.array([[1, 0, 0], [0, 1, .6], [0, .6, 1]]) \
        @ np.diag([4.0, 3.0, 5.0])
    a = np.array([[1.0, -1, -1]])
    gain = s @ a.T @ np.linalg.inv(a @ s @ a.T)
    x = m - gain @ (a @ m)
    cov = s - gain @ a @ s
    chi2 = float((a @ m) @ np.linalg.inv(a @ s @ a.T) @ (a @ m))
    return dict(value=x.tolist(), sd=np.sqrt(np.diag(cov)).tolist(), chi2=chi2,
                probability=float(stats.chi2.sf(chi2, 1)))


def chi_squared():
    return [dict(x=x, n=n, upper=float(stats.chi2.sf(x, n)), quantile=float(stats.chi2.ppf(p, n)),
                 p=p)
            for x, n, p in [(0.3, 1, 0.95), (7.5, 4, 0.5), (31.0, 12, 0.01), (140.0, 100, 0.999)]]


def main():
    rng = np.random.default_rng(20051994)
    systems = []
    while len(systems) < 500:
        system = random_system(rng)
        if system is None:
            continue
        # Systems without any check are plain arithmetic: some are enough.
        if system["expected"]["freedom"] > 0 or rng.random() < 0.1:
            systems.append(system)
    document = dict(
        systems=systems, products=product_cases(rng, 20), bounded=bounded_cases(rng, 20),
        correlated=correlated_case(), chiSquared=chi_squared())

    def short(value):
        if isinstance(value, float):
            return float(f"{value:.13g}")
        if isinstance(value, dict):
            return {k: short(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [short(v) for v in value]
        return value

    (HERE / "reconciliation.json").write_text(
        json.dumps(short(document), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
