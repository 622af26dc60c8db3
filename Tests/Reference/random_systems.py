#!/usr/bin/env python3
"""Seeded random systems over dimensions with their solutions: random-systems.json.

    python3 random_systems.py        # NumPy and SciPy

Four families, each solved by dense_systems.py: supply-driven networks with and
without loops, uses that must reach an inflow or a stock and are filled from
scrap first, trade between regions, and systems whose dimensions never mix.
Drawn systems without exactly one solution, or with a negative flow, are
replaced by the next draw. Where the periods are calendar years the system is
also written as a model file, its flows in another order.

JSON: {"note", "systems": [{"name", a system as dense_systems.py describes it,
"yaml": text or null, "results": {"flows": [{cell: [per year]}],
"stocks": {process: {cell: [per year]}}}}]}
"""

import json
import os

import numpy as np

from dense_systems import Ambiguous, cells, flow_cells, key, short, solve, written

HERE = os.path.dirname(os.path.abspath(__file__))


class Builder:
    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)
        regions = ["north", "south", "east"][: self.pick([2, 3])]
        parts = ["cars", "wires", "pipes"][: self.pick([2, 3])]
        self.system = {
            "bounds": None,
            "timing": self.pick(["start", "middle", "end"]),
            "dimensions": {"region": regions, "destination": regions, "part": parts},
            "processes": [],
            "flows": [],
        }
        self.periods = self.pick([4, 5, 6])
        lengths = self.pick([[1] * 6, [1] * 6, [1, 2, 1, 3, 1, 0.5], [0.5] * 6])[: self.periods]
        self.system["bounds"] = [2000.0] + [2000.0 + float(x) for x in np.cumsum(lengths)]

    def pick(self, options):
        return options[int(self.rng.integers(len(options)))]

    def chance(self, p):
        return bool(self.rng.random() < p)

    def subset(self, names=("region", "part")):
        return [n for n in names if self.chance(0.5)]

    def number(self, low, high, digits=4):
        return round(float(self.rng.uniform(low, high)), digits)

    def series(self, low, high, digits=4):
        if self.chance(0.5):
            return self.number(low, high, digits)
        return [self.number(low, high, digits) for _ in range(self.periods)]

    def parameter(self, over, low, high, digits=4):
        names = [n for n in self.system["dimensions"] if n in over]
        return {
            "over": names,
            "cells": {key(c, names): self.series(low, high, digits) for c in cells(self.system, names)},
        }

    def lifetime(self):
        return self.pick(
            [
                ["weibull", {"shape": self.number(0.8, 4, 2), "scale": self.number(0.6, 12, 2)}],
                ["normal", {"mean": self.number(3, 20, 1), "sd": self.number(0.5, 3, 1)}],
                ["lognormal", {"median": self.number(1, 15, 1), "sigma": self.number(0.2, 0.8, 2)}],
                ["gamma", {"shape": self.number(0.7, 5, 2), "scale": self.number(0.5, 5, 2)}],
            ]
        )

    def process(self, name, over=(), kind="transform", drive="supply", **more):
        names = [n for n in self.system["dimensions"] if n in over]
        own = [key(c, names) for c in cells(self.system, names)]
        entry = {"name": name, "over": names, "kind": kind, "drive": drive, **more}
        if kind == "use":
            entry["lifetimes"] = {c: self.lifetime() for c in own}
        if kind in ("use", "sink") and self.chance(0.5):
            growth = self.pick([0.0, 0.03])
            entry["initial"] = {c: [self.number(0, 30, 2), growth] for c in own}
        self.system["processes"].append(entry)
        return entry

    def flow(self, source, target, rule, values=None, **more):
        entry = {"from": source, "to": target, "name": None, "rule": rule, "priority": 1}
        entry |= {"values": values, "limit": None, "only": {}, "across": {}, **more}
        self.system["flows"].append(entry)
        return entry

    def scaled(self, flows, side, total, exactly=False):
        """Gives flows shares that sum, at each cell of one side, to at most a total."""
        for f in flows:
            own = [n for n in self.system["dimensions"] if n in self.names(f)]
            names = [n for n in own if exactly or self.chance(0.7)]
            f["values"] = {"over": names, "cells": {}}
            for c in cells(self.system, names):
                f["values"]["cells"][key(c, names)] = [
                    self.number(0.1, 1) for _ in range(self.periods)
                ]
        members = {}
        for f in flows:
            names = f["values"]["over"]
            for c in flow_cells(self.system, f):
                members.setdefault(c[side], []).append((f, key(c["cell"], names)))
        for t in range(self.periods):
            sums = {
                place: sum(f["values"]["cells"][c][t] for f, c in own) for place, own in members.items()
            }
            largest = max(sums.values())
            for place, own in members.items():
                if exactly:
                    for f, c in own:
                        values = f["values"]["cells"][c]
                        values[t] = round(total * values[t] / sums[place], 5)
                    rest = total - sum(f["values"]["cells"][c][t] for f, c in own[:-1])
                    own[-1][0]["values"]["cells"][own[-1][1]][t] = round(rest, 5)
            if not exactly:
                for f in flows:
                    for values in f["values"]["cells"].values():
                        values[t] = int(total * values[t] / largest * 1e5) / 1e5

    def names(self, flow):
        processes = {p["name"]: p for p in self.system["processes"]}
        renamed = [flow["across"].get(n, n) for n in processes[flow["to"]]["over"]]
        return processes[flow["from"]]["over"] + renamed

    def over(self, name):
        return next(p["over"] for p in self.system["processes"] if p["name"] == name)

    def size(self, over):
        return len(cells(self.system, over))


def supply(b, is_cyclic, same=None):
    count = b.pick([2, 3, 4])
    over = [same if same is not None else b.subset() for _ in range(count)]
    b.process("mine", over[0] if b.chance(0.5) else [], "source")
    for i in range(count):
        kind = "use" if i > 0 and b.chance(0.4) else "transform"
        b.process(f"p{i}", over[i], kind)
    b.process("landfill", [] if b.chance(0.6) else (same or []), "sink")
    b.process("abroad", [], "destination")
    first = b.flow("mine", "p0", "given")
    first["values"] = b.parameter(over[0], 20, 100, 2)
    limits = 0
    for i in range(count):
        name = f"p{i}"
        targets = {i + 1} if i + 1 < count else set()
        if b.chance(0.6):
            targets.add(b.pick(range(count) if is_cyclic else range(i, count)))
        targets -= {i}
        shares = [b.flow(name, f"p{j}", "share") for j in sorted(targets)]
        own = over[i]
        mode = b.pick(["remainder", "exact", "rest", "limit", "only", "confined"])
        sink_fits = set(b.over("landfill")) <= set(own)
        rest = "landfill" if sink_fits else "abroad"
        if mode == "exact":
            b.scaled(shares + [b.flow(name, rest, "share")], "from", 1.0, exactly=True)
            continue
        if mode == "rest":
            if shares:
                b.scaled(shares, "from", 0.5)
            if b.chance(0.5) and name == "p0":
                b.flow(name, "abroad", "given", b.parameter(own, 0.1, 1, 2), name="exports")
            parts = [b.flow(name, rest, "share_of_rest")]
            if own and sink_fits and rest == "landfill":
                parts.append(b.flow(name, "abroad", "share_of_rest"))
            if b.chance(0.5):
                b.scaled(parts, "from", 1.0, exactly=True)
            else:
                b.scaled(parts, "from", 0.8)
                b.flow(name, rest, "remainder", name=f"{name} rest")
            continue
        if mode == "limit" and shares and b.size(b.names(shares[0])) <= 4 and limits < 2:
            shares[0]["limit"] = b.parameter(b.names(shares[0]), 2, 30, 2)
            limits += 1
        if mode == "confined" and own:
            n = b.pick(own)
            elements = b.system["dimensions"][n][:-1]
            shares.append(b.flow(name, "abroad", "share", only={n: elements}))
        if shares:
            b.scaled(shares, "from", b.number(0.5, 0.95, 2))
        if mode == "only" and own:
            n = b.pick(own)
            elements = b.system["dimensions"][n]
            b.flow(name, rest, "remainder", only={n: elements[:1]})
            b.flow(name, "abroad", "remainder", only={n: elements[1:]}, name=f"{name} rest")
        else:
            b.flow(name, rest, "remainder", name=f"{name} rest")


def demand(b):
    wide, narrow = b.subset(), b.pick([[], ["region"], ["part"]])
    drive = b.pick(["inflow", "stock", "mixed"])
    use = b.process("use", wide, "use", "target")
    own = [n for n in b.system["dimensions"] if n in wide]
    spans = [key(c, own) for c in cells(b.system, own)]
    turn = b.periods if drive == "inflow" else 0 if drive == "stock" else b.pick([1, 2, 3])
    inflow, stock = {}, {}
    for cell in spans:
        start = (use.get("initial") or {cell: [0, 0]})[cell][0]
        level = [start + 60 + 40 * t + b.number(0, 5, 2) for t in range(b.periods)]
        inflow[cell] = [b.number(5, 20, 2) if t < turn else None for t in range(b.periods)]
        stock[cell] = [round(level[t], 2) if t >= turn else None for t in range(b.periods)]
    if turn > 0:
        use["inflow"] = {"over": own, "cells": inflow}
    if turn < b.periods:
        use["stock"] = {"over": own, "cells": stock}
    b.process("fabrication", narrow, "transform", "demand")
    b.process("scrap", narrow)
    b.process("landfill", [], "sink")
    b.process("abroad", [], "destination")
    b.process("mine", b.pick([[], narrow]), "source")
    supply_line = b.flow("fabrication", "use", "fill")
    if not set(narrow) <= set(wide):
        supply_line["rule"] = "input"
        b.scaled([supply_line], "to", 1.0, exactly=True)
    back = b.flow("use", "scrap", "share")
    b.scaled([back], "from", 0.85, exactly=b.chance(0.5))
    b.flow("use", "landfill", "remainder")
    new_scrap = b.flow("fabrication", "scrap", "share")
    new_scrap["values"] = b.parameter(narrow if b.chance(0.5) else [], 0.02, 0.2)
    if b.chance(0.5):
        b.flow("fabrication", "abroad", "given", b.parameter(narrow, 1, 8, 2))
    if b.chance(0.4):
        dross = b.flow("scrap", "landfill", "share", name="dross")
        b.scaled([dross], "from", 0.1)
    b.flow("scrap", "fabrication", "fill", limit="available")
    b.flow("scrap", "landfill", "remainder")
    if b.chance(0.5):
        b.process("alloy", [], "source")
        b.flow("alloy", "fabrication", "input", b.parameter(narrow if b.chance(0.5) else [], 0.02, 0.1))
    if b.chance(0.5):
        capacity = b.parameter(narrow, 2, 60, 2)
        b.flow("mine", "fabrication", "fill", priority=2, limit=capacity)
    if b.chance(0.5):
        b.process("refinery", b.pick([[], narrow]), "transform", "demand")
        b.flow("refinery", "fabrication", "fill", priority=3)
        b.process("slag", [], "sink")
        b.flow("refinery", "slag", "share", b.parameter([], 0.01, 0.1))
        b.process("ore", [], "source")
        b.flow("ore", "refinery", "fill")
    else:
        b.process("imports", [], "source")
        b.flow("imports", "fabrication", "fill", priority=3)


def trade(b, is_demand):
    more = ["part"] if b.chance(0.5) else []
    over = ["region"] + more
    drive = "demand" if is_demand else "supply"
    b.process("mine", b.pick([[], ["region"]]), "source")
    b.process("production", over, "transform", drive)
    b.process("market", over, "transform", drive)
    b.process("use", over, "use")
    b.process("landfill", b.pick([[], ["region"]]), "sink")
    if is_demand:
        b.flow("mine", "production", "fill")
        line = b.flow("production", "market", "input", across={"region": "destination"})
        b.scaled([line], "to", 1.0, exactly=True)
        b.flow("market", "use", "given", b.parameter(over, 5, 50, 2))
        losses = b.flow("production", "landfill", "share", name="tailings")
        losses["values"] = b.parameter(["region"], 0.05, 0.3)
    else:
        b.flow("mine", "production", "given", b.parameter(over, 20, 90, 2))
        exporters = b.system["dimensions"]["region"]
        abroad = b.flow("production", "market", "share", across={"region": "destination"})
        if b.chance(0.5):
            abroad["only"] = {"region": exporters[:-1]}
            home = b.flow("production", "market", "share", name="last", across={"region": "destination"})
            home["only"] = {"region": exporters[-1:]}
            b.scaled([abroad], "from", 1.0, exactly=True)
            b.scaled([home], "from", 1.0, exactly=True)
        else:
            b.scaled([abroad], "from", 0.9)
            b.flow("production", "landfill", "remainder", name="unsold")
        b.flow("market", "use", "remainder")
    if b.chance(0.5) and not is_demand:
        again = b.flow("use", "production", "share", across={"region": "destination"})
        b.scaled([again], "from", 0.6)
    b.flow("use", "landfill", "remainder")


def confined(system):
    """What a parameter says of elements that its flow is not over is nothing."""
    for flow in system["flows"]:
        for parameter in [flow["values"], flow["limit"]]:
            if not isinstance(parameter, dict):
                continue
            for cell in cells(system, parameter["over"]):
                if any(cell[n] not in flow["only"].get(n, [cell[n]]) for n in parameter["over"]):
                    parameter["cells"][key(cell, parameter["over"])] = 0.0


def flow_style(value):
    """YAML in one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k}: {flow_style(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(flow_style(v) for v in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}'" if isinstance(value, str) and "(" in value else str(value)


def nested(system, parameter, only=None, leaf=lambda v: v):
    """A parameter as maps of elements inside maps of elements."""
    names = parameter["over"]

    def level(at, chosen):
        if at == len(names):
            return leaf(parameter["cells"][",".join(chosen)])
        elements = (only or {}).get(names[at], system["dimensions"][names[at]])
        return {e: level(at + 1, chosen + [e]) for e in elements}

    return level(0, [])


def model_file(system, rng):
    """The system as a model file."""
    years = [int(b) for b in system["bounds"][:-1]]

    def leaf(value):
        if not isinstance(value, list):
            return value
        known = [(y, v) for y, v in zip(years, value) if v is not None]
        return dict(known)

    lines = ["model: random", f"years: {years[0]}-{years[-1]}", "unit: kt"]
    lines += [f"inflow_at: {system['timing']}", "dimensions:"]
    for name, elements in system["dimensions"].items():
        text = "{ same_as: region }" if name == "destination" else flow_style(elements)
        lines.append(f"  {name}: {text}")
    lines.append("processes:")
    for p in system["processes"]:
        entry = {"over": p["over"]} if p["over"] else {}
        if p["kind"] in ("source", "destination"):
            entry["boundary"] = "source" if p["kind"] == "source" else "sink"
        if p["kind"] == "sink":
            entry["sink"] = True
        if p["kind"] == "use":
            lives = {"over": p["over"], "cells": p["lifetimes"]}
            entry["lifetime"] = nested(system, lives, leaf=written)
        if p["drive"] == "demand":
            entry["driven_by"] = "demand"
        for what in ("inflow", "stock"):
            if p.get(what):
                entry[what] = nested(system, p[what], leaf=leaf)
        if p.get("inflow") and p.get("stock"):
            series = next(iter(p["stock"]["cells"].values()))
            entry["stock_from"] = years[next(i for i, v in enumerate(series) if v is not None)]
        if p.get("initial"):
            totals = {c: v[0] for c, v in p["initial"].items()}
            growth = next(iter(p["initial"].values()))[1]
            total = nested(system, {"over": p["over"], "cells": totals})
            entry["initial_stock"] = {"total": total, "growth": growth}
        lines.append(f"  {p['name']}: {flow_style(entry)}")
    lines.append("flows:")
    for index in rng.permutation(len(system["flows"])):
        f = system["flows"][int(index)]
        entry = {"from": f["from"], "to": f["to"], "name": f["name"] or f"f{index}"}
        if f["values"]:
            entry[f["rule"]] = nested(system, f["values"], f["only"], leaf)
        else:
            entry[f["rule"]] = f["priority"] if f["rule"] == "fill" else True
        if f["limit"]:
            limit = f["limit"]
            entry["at_most"] = limit if limit == "available" else nested(system, limit, f["only"], leaf)
        for what in ("only", "across"):
            if f[what]:
                entry[what] = f[what]
        lines.append(f"  - {flow_style(entry)}")
    return "\n".join(lines) + "\n"


FAMILIES = {
    "acyclic": (12, lambda b: supply(b, False)),
    "cyclic": (14, lambda b: supply(b, True)),
    "demand": (16, demand),
    "trade": (6, lambda b: trade(b, False)),
    "demanded-trade": (4, lambda b: trade(b, True)),
    "separate": (6, lambda b: supply(b, True, b.pick([["part"], ["region", "part"]]))),
}


def main():
    systems, refused = [], 0
    for number, (family, (count, build)) in enumerate(FAMILIES.items()):
        seed, found = 1000 * number, 0
        while found < count:
            seed += 1
            b = Builder(seed)
            build(b)
            confined(b.system)
            b.system["processes"] = [
                p
                for p in b.system["processes"]
                if any(p["name"] in (f["from"], f["to"]) for f in b.system["flows"])
            ]
            try:
                flows, stocks = solve(b.system)
                if min(v for f in flows for values in f.values() for v in values) < -1e-12:
                    raise Ambiguous("a negative flow")
            except Ambiguous as reason:
                refused += 1
                print(f"{family}-{seed}: {reason}")
                continue
            found += 1
            system = {"name": f"{family}-{seed}", **b.system}
            is_yearly = all(np.diff(system["bounds"]) == 1)
            system["yaml"] = model_file(b.system, b.rng) if is_yearly else None
            system["results"] = {
                "flows": [{c: [short(v) for v in values] for c, values in f.items()} for f in flows],
                "stocks": {
                    name: {c: [short(v) for v in values] for c, values in of.items()}
                    for name, of in stocks.items()
                },
            }
            for p in system["processes"]:
                if "lifetimes" in p:
                    p["lifetimes"] = {c: written(v) for c, v in p["lifetimes"].items()}
            systems.append(system)
    text = json.dumps(
        {"note": "dense systems by numpy.linalg.solve; see dense_systems.py", "systems": systems},
        separators=(",", ":"),
        allow_nan=False,
    ).replace('},{"name":"', '},\n{"name":"')
    with open(os.path.join(HERE, "random-systems.json"), "w", encoding="ascii", newline="\n") as file:
        file.write(text + "\n")
    print(f"random-systems.json: {len(text)} bytes, {len(systems)} systems, {refused} draws refused")


if __name__ == "__main__":
    main()
