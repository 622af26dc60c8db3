#!/usr/bin/env python3
"""Reference numbers for stocks that are driven in different ways, and for trade: drives.json.

    python3 drives.py        # NumPy only

Stocks: for each element a recurrence over the years, all cohorts summed one by one; what enters a year
enters in its middle.

    stock   what enters brings the stock to its target; with the policy clip never less than nothing
    inflow  what enters is given
    supply  what enters is what comes

Trade: T_ij = a_i X_i b_j M_j without T_ii. The factors are found by Newton's method on the logarithms of a and b
(not by scaling rows and columns in turn).
"""

import json
import math
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))


def normal_survival(age, mean, sd):
    return math.erfc((age - mean) / (sd * math.sqrt(2))) / 2


def march(way, values, survival, policy="keep"):
    inflow, stock = [], []
    for t, value in enumerate(values):
        left = sum(survival(t - c + 0.5) * inflow[c] for c in range(t))
        if way == "stock":
            entering = (value - left) / survival(0.5)
            if policy == "clip":
                entering = max(0.0, entering)
        else:
            entering = value
        inflow.append(entering)
        stock.append(left + survival(0.5) * entering)
    return {"inflow": inflow, "stock": stock}


def trade(exports, imports):
    x, m = np.array(exports, float), np.array(imports, float)
    n = len(x)
    off = 1 - np.eye(n)
    # The last factor is free: a and b may be multiplied and divided by the same number.
    z = np.zeros(2 * n - 1)

    def flows(z):
        a, b = np.exp(z[:n]), np.exp(np.append(z[n:], 0.0))
        return off * np.outer(x * a, m * b) / m.sum()

    for _ in range(200):
        t = flows(z)
        error = np.append(t.sum(1) - x, (t.sum(0) - m)[:-1])
        if np.abs(error).max() < 1e-13 * x.sum():
            break
        jacobian = np.block([[np.diag(t.sum(1)), t[:, :-1]], [t.T[:-1], np.diag(t.sum(0)[:-1])]])
        z -= np.linalg.solve(jacobian, error)
    return flows(z).tolist()


def main():
    years = 12
    target = [50 + 8 * t if t < 6 else 98 - 22 * (t - 5) for t in range(years)]
    target = [max(v, 20) for v in target]
    survival = lambda age: normal_survival(age, 7.5, 2.2)
    document = {
        "note": "made by drives.py",
        "lifetime": "normal(mean: 7.5, sd: 2.2)",
        "target": target,
        "given": [12 - 0.5 * t for t in range(years)],
        "keep": march("stock", target, survival),
        "clip": march("stock", target, survival, "clip"),
        "inflow": march("inflow", [12 - 0.5 * t for t in range(years)], survival),
        "trade": [
            {"exports": e, "imports": i, "flows": trade(e, i)}
            for e, i in [([30, 50, 20], [40, 15, 45]), ([10, 3, 8, 6], [4, 9, 5, 9])]
        ],
    }
    with open(os.path.join(HERE, "drives.json"), "w") as file:
        json.dump(document, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
