"""Solves the bundled models a second time, in plain NumPy, and writes expected.json.

This program shares nothing with the Swift sources. It reads the same model files and tables
and solves every year as one dense linear system of all unknown flows. Survival comes from
scipy.stats. Convention `middle`: of the cohort of year c, the share S(t - c + 0.5) is still
in use at the end of year t. The outflow of use follows from the balance of its stock.

    pip install -r requirements.txt
    python solve_models.py            # writes expected.json beside this file
    python solve_models.py --print    # prints a summary of every model and scenario
"""

import csv
import json
import math
import re
import sys
from pathlib import Path

import numpy as np
import yaml
from scipy import stats

HERE = Path(__file__).resolve().parent
DATASETS = HERE.parents[2] / "Datasets"
TO_KT = {"t": 1e-3, "kt": 1.0, "Mt": 1e3, "kg": 1e-6, "persons": 1.0}


# ---------------------------------------------------------------- lifetimes

def parse_lifetime(text):
    name, inside = re.fullmatch(r"\s*([a-z-]+)\((.*)\)\s*", text).groups()
    values = {}
    for part in inside.split(","):
        key, value = part.split(":")
        values[key.strip()] = float(value)
    return name, values


def survival(text, ages, stretch=1.0):
    """S(age) of a lifetime that is stretched in time by the factor `stretch`."""
    name, p = parse_lifetime(text)
    a = np.asarray(ages, dtype=float) / stretch
    if name == "normal":
        return stats.norm.sf(a, loc=p["mean"], scale=p["sd"])
    if name == "truncated-normal":
        lower = (0.0 - p["mean"]) / p["sd"]
        return stats.truncnorm.sf(a, lower, np.inf, loc=p["mean"], scale=p["sd"])
    if name == "lognormal":
        if "median" in p:
            return stats.lognorm.sf(a, p["sigma"], scale=p["median"])
        variance = math.log1p((p["sd"] / p["mean"]) ** 2)
        return stats.lognorm.sf(a, math.sqrt(variance), scale=p["mean"] / math.exp(variance / 2))
    if name == "weibull":
        scale = p["scale"] if "scale" in p else p["mean"] / math.gamma(1 + 1 / p["shape"])
        return stats.weibull_min.sf(a, p["shape"], scale=scale)
    if name == "gamma":
        if "mean" in p:
            return stats.gamma.sf(a, (p["mean"] / p["sd"]) ** 2, scale=p["sd"] ** 2 / p["mean"])
        return stats.gamma.sf(a, p["shape"], scale=p["scale"])
    if name == "exponential":
        return stats.expon.sf(a, scale=p["mean"])
    if name == "uniform":
        return stats.uniform.sf(a, p["from"], p["to"] - p["from"])
    if name == "fixed":
        return (a < p["years"]).astype(float)
    raise ValueError(f"unknown lifetime {text}")


# ------------------------------------------------------------------- values

def rows_of(table):
    path = DATASETS / "tables" / f"{table}.csv"
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_year(key):
    return isinstance(key, int)


class Model:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.raw = yaml.safe_load(file)
        first, last = (int(y) for y in str(self.raw["years"]).split("-"))
        self.years = list(range(first, last + 1))
        self.dims = self.raw.get("dimensions", {})
        self.unit = TO_KT[self.raw["unit"]]
        assert self.raw.get("inflow_at", "middle") == "middle"
        self.data = {}
        for name, entry in self.raw["data"].items():
            self.data[name] = self.read_entry(entry)
        self.processes = {n: (p or {}) for n, p in self.raw["processes"].items()}
        self.lifetimes = {}
        for name, process in self.processes.items():
            if "lifetime" in process:
                self.lifetimes[name] = self.read_lifetime(process)
        self.flows = []
        for flow in self.raw["flows"]:
            flow = dict(flow)
            flow["dim"] = self.flow_dimension(flow)
            for key in ("given", "share"):
                if key in flow:
                    flow[key] = self.array(flow[key], flow["dim"])
            self.flows.append(flow)

    # A value becomes an array (years,) or (years, elements of the dimension).
    def over(self, process):
        dims = self.processes[process].get("over", [])
        assert len(dims) <= 1, "this reference handles one dimension"
        return dims[0] if dims else None

    def flow_dimension(self, flow):
        return self.over(flow["from"]) or self.over(flow["to"])

    def points(self, points, interpolation="linear"):
        xs = sorted(points)
        ys = [float(points[x]) for x in xs]
        if interpolation == "linear":
            return np.interp(self.years, xs, ys)
        assert interpolation == "step"
        return np.array([ys[max(0, np.searchsorted(xs, y, side="right") - 1)] for y in self.years])

    def array(self, value, dim):
        if isinstance(value, str):
            return self.data[value]
        if isinstance(value, (int, float)):
            return np.full(len(self.years), float(value))
        if "points" in value:
            return self.points(value["points"], value.get("interpolation", "linear"))
        if all(is_year(k) for k in value):
            return self.points(value)
        elements = self.dims[dim]
        unknown = set(value) - set(elements) - {"default"}
        assert not unknown, unknown
        columns = [self.array(value[e] if e in value else value["default"], None) for e in elements]
        return np.stack(columns, axis=1)

    def read_entry(self, entry):
        if "values" in entry:
            value = entry["values"]
            dim = None
            if isinstance(value, dict):
                for name, elements in self.dims.items():
                    if set(value) - {"default"} <= set(elements):
                        dim = name
            return self.array(value, dim)
        column = entry.get("column", "value")
        factor = TO_KT[entry["unit"]] / self.unit if "unit" in entry else 1.0
        over = entry.get("over", [])
        assert len(over) <= 1
        rows = rows_of(entry["table"])
        for key, wanted in entry.get("where", {}).items():
            rows = [r for r in rows if r[key] == str(wanted)]
        rows = [r for r in rows if r[column] != ""]
        elements = self.dims[over[0]] if over else [None]
        columns = []
        for element in elements:
            mine = [r for r in rows if element is None or r[over[0]] == element]
            if "year" not in rows[0]:
                assert len(mine) == 1, (entry["table"], element)
                columns.append(np.full(len(self.years), float(mine[0][column]) * factor))
                continue
            known = {int(r["year"]): float(r[column]) * factor for r in mine}
            assert len(known) == len(mine), "a year occurs twice"
            years = sorted(known)
            if entry.get("outside") != "hold":
                assert years[0] <= self.years[0] and years[-1] >= self.years[-1], entry
            gaps = entry.get("gaps")
            missing = [y for y in self.years if y not in known and years[0] < y < years[-1]]
            assert not missing or gaps, (entry["table"], missing)
            columns.append(self.points(known, gaps or "linear"))
        result = np.stack(columns, axis=1) if over else columns[0]
        if entry.get("normalize"):
            result = result / result.sum(axis=1, keepdims=True)
        return result

    def read_lifetime(self, process):
        spec = process["lifetime"]
        dim = process.get("over", [None])[0]
        elements = self.dims[dim] if dim else [None]
        if isinstance(spec, str):
            return {e: (spec, 1.0) for e in elements}
        if "table" in spec:
            rows = rows_of(spec["table"])
            for key, wanted in spec.get("where", {}).items():
                rows = [r for r in rows if r[key] == str(wanted)]
            found = {r[dim]: r[spec["column"]] for r in rows}
            return {e: (found[e], 1.0) for e in elements}
        return {e: (spec[e] if e in spec else spec["default"], 1.0) for e in elements}

    def people(self):
        rows = rows_of(self.raw["population"]["table"])
        known = {int(r["year"]): float(r[self.raw["population"]["column"]]) for r in rows}
        return self.points(known)

    # -------------------------------------------------------------- scenarios

    def apply(self, scenario):
        for key, value in scenario.get("set", {}).items():
            self.change(key, value, replace=True)
        for key, value in scenario.get("scale", {}).items():
            self.change(key, value, replace=False)
        for lever in scenario.get("levers", []):
            self.pull(lever)

    def weight(self, lever):
        """How much of a lever is there in each year."""
        years = np.array(self.years, dtype=float)
        if "from" not in lever:
            return np.ones(len(years))
        if "until" not in lever:
            return (years >= lever["from"]).astype(float)
        passed = np.clip((years - lever["from"]) / (lever["until"] - lever["from"]), 0, 1)
        if lever.get("transition", "linear") == "linear":
            return passed
        assert lever["transition"] == "logistic"
        curve = lambda x: 1 / (1 + np.exp(-12 * (x - 0.5)))
        return (curve(passed) - curve(0)) / (curve(1) - curve(0))

    def pull(self, lever):
        kind, k = lever["lever"], lever["strength"] * self.weight(lever)
        meant = lambda e: "of" not in lever or e in lever["of"]
        if kind in ("light-weighting", "sharing", "substitution"):
            return      # with the supply given, no flow changes
        if kind == "lifetime-extension":
            for table in self.lifetimes.values():
                for e, (text, stretch) in table.items():
                    if meant(e):
                        table[e] = (text, stretch * (1 + k))
            return
        role = {"collection": "collected", "recovery": "old_scrap"}[kind]
        for flow in self.flows:
            if flow.get("role") != role:
                continue
            others = [f for f in self.flows if f["from"] == flow["from"]]
            (lost,) = [f for f in others if f.get("remainder") and f.get("role") == "loss"]
            assert lost["dim"] == flow["dim"]
            elements = self.dims[flow["dim"]]
            rest = 1.0 - sum(f["share"] if np.ndim(f["share"]) == 2 else f["share"][:, None]
                             for f in others if "share" in f)
            share = np.broadcast_to(flow["share"].T, rest.T.shape).T.copy()
            for i, e in enumerate(elements):
                if meant(e):
                    share[:, i] += k * rest[:, i]
            flow["share"] = share

    def change(self, key, value, replace):
        parts = key.split(".")
        if len(parts) >= 2 and parts[1] == "lifetime":
            table = self.lifetimes[parts[0]]
            for e in ([parts[2]] if len(parts) == 3 else list(table)):
                table[e] = (value, 1.0) if replace else (table[e][0], table[e][1] * float(value))
            return
        if "->" in parts[0]:
            source, target = parts[0].split("->")
            (flow,) = [f for f in self.flows if f["from"] == source and f["to"] == target]
            holder, slot, dim, rest = flow, parts[1], flow["dim"], parts[2:]
        else:
            holder, slot, rest = self.data, parts[0], parts[1:]
            dim = next((d for d in self.dims if np.ndim(self.data[slot]) == 2
                        and len(self.dims[d]) == self.data[slot].shape[1]), None)
        old = holder[slot]
        if not rest:
            new = self.array(value, dim) if replace else old * float(value)
            if replace and new.ndim == 1 and old.ndim == 2:
                new = np.repeat(new[:, None], old.shape[1], axis=1)
        else:
            new = old.copy()
            i = self.dims[dim].index(rest[0])
            new[:, i] = self.array(value, None) if replace else old[:, i] * float(value)
        holder[slot] = new
        if holder is self.data:      # the flows hold the same arrays: read them again
            for flow, raw in zip(self.flows, self.raw["flows"]):
                for k in ("given", "share"):
                    if isinstance(raw.get(k), str) and raw[k] == slot:
                        flow[k] = new

    # ------------------------------------------------------------------ solve

    def solve(self):
        years, n_years = self.years, len(self.years)
        elements = lambda dim: self.dims[dim] if dim else [None]
        # Unknowns: every flow element and the outflow of every element in use.
        index = {}
        for i, flow in enumerate(self.flows):
            for e in elements(flow["dim"]):
                index["flow", i, e] = len(index)
        in_use = [(p, e) for p in self.lifetimes for e in elements(self.over(p))]
        for p, e in in_use:
            index["out", p, e] = len(index)
        n = len(index)

        def into(process, element):
            """Unknowns that enter one element of a process (all of them if it has no dimension)."""
            found = []
            for i, flow in enumerate(self.flows):
                if flow["to"] == process:
                    for e in elements(flow["dim"]):
                        if self.over(process) is None or e == element:
                            found.append(index["flow", i, e])
            return found

        def element_at(process, e):
            return e if self.over(process) else None

        left = {}       # left[p, e][t, c]: what is left of cohort c at the end of year t
        for p, e in in_use:
            text, stretch = self.lifetimes[p][e]
            stretch = np.broadcast_to(stretch, (n_years,))
            left[p, e] = np.zeros((n_years, n_years))
            for c in range(n_years):
                left[p, e][c:, c] = survival(text, np.arange(n_years - c) + 0.5, stretch[c])
        x = np.zeros((n_years, n))
        inflow = {pe: np.zeros(n_years) for pe in in_use}
        stock = {pe: np.zeros(n_years) for pe in in_use}
        for t in range(n_years):
            a, b = np.zeros((n, n)), np.zeros(n)
            row = 0
            for i, flow in enumerate(self.flows):
                for j, e in enumerate(elements(flow["dim"])):
                    me = index["flow", i, e]
                    source, at = flow["from"], element_at(flow["from"], e)
                    a[row, me] = 1.0
                    if "given" in flow:
                        value = flow["given"]
                        b[row] = value[t] if value.ndim == 1 else value[t, j]
                    else:
                        if source in self.lifetimes:
                            throughput = [index["out", source, at]]
                        else:
                            throughput = into(source, at)
                        if "share" in flow:
                            value = flow["share"]
                            share = value[t] if value.ndim == 1 else value[t, j]
                            for k in throughput:
                                a[row, k] -= share
                        else:       # remainder, or the only flow of the process
                            for k in throughput:
                                a[row, k] -= 1.0
                            for i2, other in enumerate(self.flows):
                                if i2 == i or other["from"] != source:
                                    continue
                                for e2 in elements(other["dim"]):
                                    if self.over(source) is None or e2 == at:
                                        a[row, index["flow", i2, e2]] += 1.0
                            if self.over(source) is None and flow["dim"]:
                                raise ValueError("a remainder over a dimension its source lacks")
                    row += 1
            for pe in in_use:
                # O = I - (S - S_before), S = s0 I + what older cohorts have left
                s = left[pe]
                old = float(np.dot(s[t, :t], inflow[pe][:t])) if t else 0.0
                before = stock[pe][t - 1] if t else 0.0
                a[row, index["out", *pe]] = 1.0
                for k in into(*pe):
                    a[row, k] -= 1.0 - s[t, t]
                b[row] = before - old
                row += 1
            assert row == n
            x[t] = np.linalg.solve(a, b)
            for pe in in_use:
                inflow[pe][t] = sum(x[t, k] for k in into(*pe))
                before = stock[pe][t - 1] if t else 0.0
                stock[pe][t] = before + inflow[pe][t] - x[t, index["out", *pe]]
        # Stocks again from all cohorts, as a check of the recursion.
        for pe in in_use:
            whole = left[pe] @ inflow[pe]
            assert np.allclose(whole, stock[pe], rtol=1e-10, atol=1e-8)
            stock[pe] = whole
        self.check_balance(x, index, stock, elements)
        return self.results(x, index, inflow, stock, in_use, into, elements)

    def check_balance(self, x, index, stock, elements):
        """Over the whole system: what came in is in use, in a sink or gone."""
        total_in = total_out = 0.0
        for i, flow in enumerate(self.flows):
            amount = sum(x[:, index["flow", i, e]].sum() for e in elements(flow["dim"]))
            if self.processes[flow["from"]].get("boundary") == "source":
                total_in += amount
            target = self.processes[flow["to"]]
            if target.get("boundary") == "sink" or target.get("sink"):
                total_out += amount
        held = sum(s[-1] for s in stock.values())
        assert abs(total_in - total_out - held) < 1e-9 * total_in, (total_in, total_out, held)

    def results(self, x, index, inflow, stock, in_use, into, elements):
        def flow_sum(test):
            total = np.zeros(len(self.years))
            for i, flow in enumerate(self.flows):
                if test(flow):
                    for e in elements(flow["dim"]):
                        total = total + x[:, index["flow", i, e]]
            return total

        role = {r: flow_sum(lambda f, r=r: f.get("role") == r) for r in
                ("primary", "new_scrap", "old_scrap", "collected", "loss", "non_functional")}
        series = {"stock.use": sum(stock[pe] for pe in in_use if pe[0] == "use"),
                  "inflow.use": sum(inflow[pe] for pe in in_use if pe[0] == "use"),
                  "outflow.use": flow_sum(lambda f: f["from"] == "use")}
        for p, e in in_use:
            if p == "use" and e is not None:
                series[f"stock.use.{e}"] = stock[p, e]
                series[f"inflow.use.{e}"] = inflow[p, e]
        for name, values in role.items():
            series[f"role.{name}"] = values
        if any(flow["to"] == "refining" for flow in self.flows):
            series["supply.refining"] = flow_sum(lambda f: f["to"] == "refining")
        for name, process in self.processes.items():
            if process.get("sink"):
                series[f"stock.{name}"] = np.cumsum(flow_sum(lambda f, n=name: f["to"] == n))
            if process.get("boundary") == "sink":
                series[f"inflow.{name}"] = flow_sum(lambda f, n=name: f["to"] == n)
        end, old, new = series["outflow.use"], role["old_scrap"], role["new_scrap"]
        prime, got = role["primary"], role["collected"]
        ratio = lambda a, b: [float(p / q) if q > 0 else None for p, q in zip(a, b)]
        # Shares of supply are not known where no flow says what primary metal is.
        supply = prime + old + new if any(prime) else np.zeros(len(prime))
        indicators = {"eol_cr": ratio(got, end), "eol_pr": ratio(old, got),
                      "eol_rr": ratio(old, end), "rc": ratio(old + new, supply),
                      "osr": ratio(old, old + new), "eol_rir": ratio(old, supply)}
        if "population" in self.raw:
            people = self.people()
            series["stock_per_capita"] = series["stock.use"] * self.unit * 1e6 / people
        return series, indicators


def clean(value):
    """A flow that is zero comes out of the solve as rounding noise: write it as zero."""
    return 0.0 if abs(value) < 1e-9 else float(value)


def main():
    # The models of the topics are solved by topics/solve_topics.py.
    package = json.loads((DATASETS / "datapackage.json").read_text(encoding="utf-8"))
    topics = {m["name"] for m in package["models"] if m.get("group") == "topics"}
    paths = [p for p in sorted((DATASETS / "models").glob("*.yaml")) if p.stem not in topics]
    expected = {"convention": "middle", "unit": "kt", "per_capita_unit": "kg",
                "relative_tolerance": 1e-9, "absolute_tolerance": 1e-6, "models": {}}
    for path in paths:
        names = [None] + list(Model(path).raw.get("scenarios", {}))
        entry = expected["models"].setdefault(path.stem, {})
        for name in names:
            model = Model(path)
            if name:
                scenario = model.raw["scenarios"][name]
                if "extends" in scenario:
                    model.apply(model.raw["scenarios"][scenario["extends"]])
                model.apply(scenario)
            series, indicators = model.solve()
            kept = [i for i, y in enumerate(model.years)
                    if y % 10 == 0 or y == model.years[-1]]
            entry[name or "base"] = {
                "years": [model.years[i] for i in kept],
                "series": {k: [clean(v[i]) for i in kept] for k, v in series.items()},
                "indicators": {k: [v[i] for i in kept] for k, v in indicators.items()}}
            if "--print" in sys.argv:
                report(path.stem, name, model, series, indicators)
    text = json.dumps(expected, separators=(",", ":"))
    text = text.replace('"series"', '\n"series"').replace('"indicators"', '\n"indicators"')
    (HERE / "expected.json").write_text(text + "\n", encoding="utf-8")


def report(model_name, scenario, model, series, indicators):
    print(f"== {model_name} {scenario or 'base'}")
    for year in (1920, 1950, 1961, 1970, 1980, 1990, 2000, 2005, 2010, 2015, model.years[-1]):
        i = model.years.index(year)
        s = lambda k: series[k][i] / 1e3
        print(year, f"stock {s('stock.use'):7.1f} Mt {series['stock_per_capita'][i]:6.2f} kg/cap "
              f"in {s('inflow.use'):6.2f} out {s('outflow.use'):6.2f} "
              f"old {s('role.old_scrap'):6.2f} "
              f"new {s('role.new_scrap'):6.2f} loss {s('role.loss'):6.2f} "
              f"supply {s('supply.refining'):6.2f} "
              + " ".join(f"{k} {v[i]:.3f}" for k, v in indicators.items() if v[i] is not None))
    i = len(model.years) - 1
    parts = {k.split(".")[-1]: round(float(v[i]) / 1e3, 1) for k, v in series.items()
             if k.startswith("stock.use.")}
    print("   in use by end use, last year, Mt:", parts)


if __name__ == "__main__":
    main()
