#!/usr/bin/env python3
"""Reference solutions of small material systems: systems.json.

    python3 systems.py        # NumPy only; generate.py calls it too

Deliberately the plainest method: every year, one dense linear system in all
flows (float64, numpy.linalg.solve), and stocks by summing over all cohorts.

The rules of a system
    source     no balance; its outflows are given
    transform  sum of inflows = sum of outflows; throughput = sum of inflows
    use        inflow I[t]; stock S[t] = sum over c <= t of s(t - c) I[c];
               throughput = outflow = I[t] - (S[t] - S[t-1])
    sink       accumulates: S[t] = S[t-1] + sum of inflows
    given      flow = value of the year
    share      flow = share * throughput of its source process, same year
    remainder  flow = throughput of its source process - its other outflows
A year's new inflow leaves a use process in the same year with the share
1 - s(0), so a loop through a use process closes within the year as well.

JSON: {"note", "systems": [{"name", "about", "years": [...],
  "processes": [{"name", "kind", "lifetime" or null, "timing" or null}],
  "flows": [{"from", "to", "rule", "values": [one number per year, or one
             number for all years] or null}],
  "results": {"flows": [[one number per year] per flow, in the same order],
              "stocks": {name of each use and sink: [one number per year]}}}]}
"""

import json
import math
import os
import re

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ETA = {"start": 0.0, "middle": 0.5, "end": 1.0}


def survival_curve(text, timing, count):
    name, inside = re.fullmatch(r"([a-z-]+)\((.*)\)", text).groups()
    p = {k.strip(): float(v) for k, v in (part.split(":") for part in inside.split(","))}
    ages = np.arange(count) + 1 - ETA[timing]
    if name == "weibull":
        scale = p["scale"] if "scale" in p else p["mean"] / math.gamma(1 + 1 / p["shape"])
        return np.exp(-((ages / scale) ** p["shape"]))
    if name == "normal":
        return np.array([math.erfc((a - p["mean"]) / p["sd"] / math.sqrt(2)) / 2 for a in ages])
    if name == "lognormal":
        s2 = math.log(1 + (p["sd"] / p["mean"]) ** 2)
        mu = math.log(p["mean"]) - s2 / 2
        return np.array(
            [math.erfc((math.log(a) - mu) / math.sqrt(2 * s2)) / 2 if a > 0 else 1.0 for a in ages]
        )
    raise ValueError(text)


def solve(system):
    """The flows (flow x year) and the stocks of a system."""
    processes = {p["name"]: p for p in system["processes"]}
    flows, count = system["flows"], len(system["years"])
    n = len(flows)
    into = {p: [i for i, f in enumerate(flows) if f["to"] == p] for p in processes}
    out = {p: [i for i, f in enumerate(flows) if f["from"] == p] for p in processes}
    curve = {
        name: survival_curve(p["lifetime"], p["timing"], count)
        for name, p in processes.items()
        if p["kind"] == "use"
    }
    values = [
        None if f["values"] is None else np.broadcast_to(np.asarray(f["values"], float), (count,))
        for f in flows
    ]
    inflow = {name: np.zeros(count) for name in curve}
    stocks = {name: np.zeros(count) for name, p in processes.items() if p["kind"] in ("use", "sink")}
    result = np.zeros((n, count))

    for t in range(count):
        matrix, right = np.zeros((n, n)), np.zeros(n)

        def throughput(process):
            """The row of coefficients on the flows, and the constant."""
            row = np.zeros(n)
            if process not in curve:
                row[into[process]] = 1
                return row, 0.0
            s = curve[process]
            row[into[process]] = 1 - s[0]
            left = sum(s[t - c] * inflow[process][c] for c in range(t))
            before = stocks[process][t - 1] if t > 0 else 0.0
            return row, before - left

        for i, flow in enumerate(flows):
            kind = processes[flow["from"]]["kind"]
            matrix[i, i] = 1
            if flow["rule"] == "given":
                right[i] = values[i][t]
                continue
            assert kind in ("transform", "use"), flow
            row, constant = throughput(flow["from"])
            if flow["rule"] == "share":
                matrix[i] -= values[i][t] * row
                right[i] = values[i][t] * constant
            elif flow["rule"] == "remainder":
                matrix[i, out[flow["from"]]] = 1
                matrix[i] -= row
                right[i] = constant
            else:
                raise ValueError(flow["rule"])
        result[:, t] = np.linalg.solve(matrix, right)
        for name, stock in stocks.items():
            coming = result[into[name], t].sum()
            if name in curve:
                inflow[name][t] = coming
                stock[t] = sum(curve[name][t - c] * inflow[name][c] for c in range(t + 1))
            else:
                stock[t] = (stock[t - 1] if t else 0.0) + coming

    # the mass balance of every process, every year
    for name, p in processes.items():
        if p["kind"] == "source":
            continue
        change = np.diff(stocks[name], prepend=0.0) if name in stocks else 0.0
        gap = result[into[name]].sum(0) - result[out[name]].sum(0) - change
        assert np.abs(gap).max() < 1e-11 * max(1.0, np.abs(result).max()), (system["name"], name)
    return result, stocks


def process(name, kind="transform", lifetime=None, timing=None):
    return {"name": name, "kind": kind, "lifetime": lifetime, "timing": timing}


def flow(source, target, rule, values=None):
    if values is not None:
        values = [float(v) for v in np.atleast_1d(values)]
    return {"from": source, "to": target, "rule": rule, "values": values}


def rising(first, growth, count):
    return [round(first * growth**t, 6) for t in range(count)]


def all_systems():
    systems = []

    def add(name, about, years, processes, flows):
        systems.append(
            {"name": name, "about": about, "years": list(years), "processes": processes, "flows": flows}
        )

    years = range(1980, 2020)
    add(
        "chain", "a chain with a yield, a given flow on the way, and a long-lived use", years,
        [process("mine", "source"), process("smelting"), process("slag", "sink"), process("refining"),
         process("export", "sink"), process("use", "use", "normal(mean: 20, sd: 6)", "middle"),
         process("landfill", "sink")],
        [flow("mine", "smelting", "given", rising(100, 1.03, 40)),
         flow("smelting", "refining", "share", 0.94),
         flow("smelting", "slag", "remainder"),
         flow("refining", "export", "given", [round(10 + 5 * math.sin(0.4 * t), 6) for t in range(40)]),
         flow("refining", "use", "remainder"),
         flow("use", "landfill", "remainder")],
    )

    years = range(1990, 2020)
    add(
        "one-loop", "new scrap goes back: the throughput of fabrication is 100 / (1 - 0.25)", years,
        [process("mine", "source"), process("refining"), process("fabrication"),
         process("use", "use", "weibull(shape: 3, mean: 25)", "middle"), process("landfill", "sink")],
        [flow("mine", "refining", "given", 100),
         flow("refining", "fabrication", "remainder"),
         flow("fabrication", "refining", "share", 0.25),
         flow("fabrication", "use", "remainder"),
         flow("use", "landfill", "remainder")],
    )

    years = range(2000, 2020)
    back1 = [round(0.10 + 0.01 * t, 6) for t in range(20)]
    back2 = [round(0.35 - 0.008 * t, 6) for t in range(20)]
    add(
        "two-interlocked-loops",
        "casting, rolling, forming, assembly form one strongly connected component: forming returns "
        "to casting and assembly returns to rolling, so each loop shares two processes with the other",
        years,
        [process("mine", "source"), process("casting"), process("rolling"), process("forming"),
         process("assembly"), process("dross", "sink"),
         process("use", "use", "lognormal(mean: 30, sd: 9)", "end"), process("landfill", "sink")],
        [flow("mine", "casting", "given", rising(50, 1.02, 20)),
         flow("casting", "rolling", "share", 0.97),
         flow("casting", "dross", "remainder"),
         flow("rolling", "forming", "remainder"),
         flow("forming", "casting", "share", back1),
         flow("forming", "assembly", "remainder"),
         flow("assembly", "rolling", "share", back2),
         flow("assembly", "use", "remainder"),
         flow("use", "landfill", "remainder")],
    )

    for timing in ("middle", "start"):
        years = range(2000, 2025)
        add(
            f"loop-through-use-{timing}",
            "a short-lived use inside the loop: a part of the inflow leaves, is collected and recycled "
            "within the year, so the loop closes in the year and through the stock",
            years,
            [process("mine", "source"), process("refining"), process("fabrication"),
             process("use", "use", "weibull(shape: 1.3, scale: 1.1)", timing), process("collection"),
             process("landfill", "sink")],
            [flow("mine", "refining", "given", rising(100, 1.04, 25)),
             flow("refining", "fabrication", "remainder"),
             flow("fabrication", "use", "share", 0.9),
             flow("fabrication", "refining", "remainder"),
             flow("use", "collection", "remainder"),
             flow("collection", "refining", "share", [round(0.4 + 0.012 * t, 6) for t in range(25)]),
             flow("collection", "landfill", "remainder")],
        )

    years = range(2000, 2025)
    add(
        "two-uses-in-the-loop",
        "a share of the outflow of one use process is reused in another; both feed the same recycling",
        years,
        [process("mine", "source"), process("refining"),
         process("use", "use", "weibull(shape: 1.3, scale: 1.1)", "middle"),
         process("second use", "use", "weibull(shape: 2.5, scale: 4)", "middle"),
         process("collection"), process("landfill", "sink")],
        [flow("mine", "refining", "given", rising(20, 1.05, 25)),
         flow("refining", "use", "share", 0.8),
         flow("refining", "second use", "remainder"),
         flow("use", "second use", "share", 0.15),
         flow("use", "collection", "remainder"),
         flow("second use", "collection", "share", 0.7),
         flow("second use", "landfill", "remainder"),
         flow("collection", "refining", "share", 0.85),
         flow("collection", "landfill", "remainder")],
    )

    years = range(1980, 2011)
    add(
        "odym-tutorial-1", "a = D; d = alpha b; b = D / (1 - alpha); c = D", years,
        [process("input", "source"), process("process 1"), process("process 2"), process("output", "sink")],
        [flow("input", "process 1", "given", np.arange(31)),  # a
         flow("process 1", "process 2", "remainder"),  # b
         flow("process 2", "output", "remainder"),  # c
         flow("process 2", "process 1", "share", np.arange(2, 33) / 34)],  # d
    )
    elements = ["Fe", "Cu", "Mn"]
    for e, element in enumerate(elements):
        machines = np.arange(15.5, 31, 0.5) * [0.8, 0.15, 0.05][e]
        buildings = np.arange(120, 365, 8) * [0.95, 0.045, 0.005][e]
        add(
            f"odym-tutorial-2-{element}",
            f"scrap to secondary steel, element {element}; its share of the steel is the flow "
            "remelting to steel divided by the sum of that flow over the three elements",
            years,
            [process("machines", "source"), process("buildings", "source"), process("shredder"),
             process("demolition"), process("remelting"), process("residue", "sink"),
             process("steel", "sink"), process("landfills", "sink"), process("slag piles", "sink")],
            [flow("machines", "shredder", "given", machines),  # F_0_1
             flow("buildings", "demolition", "given", buildings),  # F_0_2
             flow("shredder", "remelting", "share", [0.92, 0.1, 0.92][e]),  # F_1_3
             flow("shredder", "residue", "remainder"),  # F_1_0
             flow("demolition", "remelting", "share", [0.95, 0.02, 0.95][e]),  # F_2_3
             flow("demolition", "landfills", "remainder"),  # F_2_4
             flow("remelting", "steel", "share", [0.96, 1, 0.5][e]),  # F_3_0
             flow("remelting", "slag piles", "remainder")],  # F_3_5
        )
    return systems


def main():
    solved = {}
    systems = all_systems()
    for system in systems:
        flows, stocks = solve(system)
        solved[system["name"]] = (flows, stocks)
        system["results"] = {
            "flows": [[float(v) for v in row] for row in flows],
            "stocks": {name: [float(v) for v in values] for name, values in stocks.items()},
        }

    # closed forms
    flows, _ = solved["one-loop"]
    assert np.allclose(flows[1], 100 / (1 - 0.25), rtol=1e-14)
    flows, _ = solved["two-interlocked-loops"]
    mine, f = flows[0], next(s for s in systems if s["name"] == "two-interlocked-loops")["flows"]
    b1, b2 = np.array(f[4]["values"]), np.array(f[6]["values"])
    forming = 0.97 * mine / (1 - 0.97 * b1 - b2 * (1 - b1))
    assert np.allclose(flows[3], forming, rtol=1e-13)

    # the figures that ODYM gives for its first two tutorials
    with open(os.path.join(HERE, "golden-odym-tutorials.json"), encoding="utf-8") as file:
        golden = json.load(file)
    worst = 0.0
    flows, _ = solved["odym-tutorial-1"]
    for i, name in enumerate(["D", "b", "c", "d"]):
        worst = max(worst, np.abs(flows[i] - np.array(golden["tutorial_1"][name])).max())
    base = golden["tutorial_2"]["base"]
    names = ["F_0_1", "F_0_2", "F_1_3", "F_1_0", "F_2_3", "F_2_4", "F_3_0", "F_3_5"]
    steel = []
    for e, element in enumerate(["Fe", "Cu", "Mn"]):
        flows, stocks = solved[f"odym-tutorial-2-{element}"]
        steel.append(flows[6])
        for i, name in enumerate(names):
            worst = max(worst, np.abs(flows[i] - np.array(base[name])[:, e]).max())
        for key, name in (("S_4", "landfills"), ("S_5", "slag piles")):
            worst = max(worst, np.abs(stocks[name] - np.array(base[key])[:, e]).max())
    worst = max(worst, np.abs(np.array(steel) / np.sum(steel, axis=0) - np.array(base["conc"]).T).max())
    assert worst < 1e-10, worst

    text = json.dumps(
        {
            "note": "float64, numpy.linalg.solve once per year on all flows; see systems.py",
            "systems": systems,
        },
        separators=(",", ":"),
        allow_nan=False,
    )
    text = re.sub(r'\},\{"', '},\n{"', text) + "\n"
    assert len(text) < 300_000
    with open(os.path.join(HERE, "systems.json"), "w", encoding="ascii", newline="\n") as file:
        file.write(text)
    print(f"systems.json: {len(text)} bytes; ODYM tutorials agree to {worst:.1e}")


if __name__ == "__main__":
    main()
