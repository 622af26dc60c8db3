"""Solves the bundled models of the topics a second time, each by hand-written algebra, and writes topics.json.

This program shares nothing with the Swift sources and, unlike models/solve_models.py, no general solver
either: for each model the steps are written out. It reads the same YAML and CSV files. Survival comes from
scipy and math; a cohort enters in the middle of its year.

    python Tests/Reference/topics/solve_topics.py
"""
import csv
import json
import math
import pathlib
import re

import numpy as np
import yaml

HERE = pathlib.Path(__file__).parent
DATASETS = HERE.parents[2] / "Datasets"


def rows_of(name):
    with open(DATASETS / "tables" / f"{name}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def survival(text, age):
    kind, inner = re.fullmatch(r"([a-z-]+)\((.*)\)", text).groups()
    p = {k: float(v) for k, v in re.findall(r"(\w+): *([-\d.eE]+)", inner)}
    if age <= 0:
        age = max(age, 0.0)
    if kind == "normal":
        return 0.5 * math.erfc((age - p["mean"]) / (p["sd"] * math.sqrt(2)))
    if kind == "weibull":
        return math.exp(-((age / p["scale"]) ** p["shape"]))
    if kind == "fixed":
        return 1.0 if age < p["years"] else 0.0
    if kind == "uniform":
        return min(1.0, max(0.0, (p["to"] - age) / (p["to"] - p["from"])))
    raise ValueError(text)


def triangle(text, n, stretch=None):
    """s[t, c]: what is left at the end of year t of what entered in the middle of year c."""
    s = np.zeros((n, n))
    for c in range(n):
        factor = 1.0 if stretch is None else stretch[c]
        for t in range(c, n):
            s[t, c] = survival(text, (t - c + 0.5) / factor)
    return s


def held(inflow, s, inherited=None):
    """Stock and outflow of an inflow."""
    stock = s @ inflow + (0 if inherited is None else inherited[1:])
    before = np.concatenate([[0.0 if inherited is None else inherited[0]], stock[:-1]])
    return stock, inflow - (stock - before)


def needed(stock, s, given=None, start=0):
    """The inflow that a stock needs from the year `start` on; before, what is given."""
    inflow = np.zeros(len(stock))
    for t in range(len(stock)):
        inflow[t] = given[t] if t < start else (stock[t] - s[t, :t] @ inflow[:t]) / s[t, t]
    return inflow


def line(points, years):
    """Linear between points, the ends held."""
    points = sorted(points.items())
    return np.interp(years, [p[0] for p in points], [p[1] for p in points])


def weight(change, years):
    """How much of a change is there in each year."""
    years = np.asarray(years, dtype=float)
    if "from" not in change:
        return np.ones(len(years))
    if "until" not in change:
        return (years >= change["from"]).astype(float)
    passed = np.clip((years - change["from"]) / (change["until"] - change["from"]), 0, 1)
    if change.get("transition", "linear") == "linear":
        return passed
    curve = lambda x: 1 / (1 + np.exp(-12 * (x - 0.5)))
    return (curve(passed) - curve(0)) / (curve(1) - curve(0))


class Topic:
    def __init__(self, name):
        with open(DATASETS / "models" / f"{name}.yaml", encoding="utf-8") as file:
            self.raw = yaml.safe_load(file)
        first, last = map(int, self.raw["years"].split("-"))
        self.years = np.arange(first, last + 1)
        self.n = len(self.years)

    def changes(self, scenario):
        """The single changes of a scenario, those that it extends first."""
        if scenario is None:
            return []
        body = self.raw["scenarios"][scenario]
        found = []
        more = body.get("extends", [])
        for name in [more] if isinstance(more, str) else more:
            found += self.changes(name)
        for operation in ("set", "scale"):
            for key, value in body.get(operation, {}).items():
                timed = isinstance(value, dict) and "to" in value
                found.append((operation, key, value["to"] if timed else value,
                              weight(value if timed else {}, self.years)))
        for lever in body.get("levers", []):
            found.append(("lever", lever["lever"], lever["strength"], weight(lever, self.years)))
        return found

    def column(self, table, column, over=None, where=None):
        """Series by element out of a tidy table, gaps filled by lines and ends held."""
        points = {}
        for row in rows_of(table):
            if all(row[k] == v for k, v in (where or {}).items()) and row[column] != "":
                key = tuple(row[k] for k in over) if over else ()
                points.setdefault(key, {})[int(row["year"]) if "year" in row else 0] = float(row[column])
        return {k[0] if over and len(over) == 1 else k: line(v, self.years) for k, v in points.items()}

    def lifetimes(self, table, over, where=None, column="lifetime"):
        return {tuple(r[k] for k in over) if len(over) > 1 else r[over[0]]: r[column]
                for r in rows_of(table) if all(r[k] == v for k, v in (where or {}).items())}


def ewaste(scenario):
    m = Topic("ewaste-netherlands")
    market = m.column("ewaste-put-on-market-netherlands", "mass", ["unu_key"])
    lives = m.lifetimes("ewaste-lifetimes", ["unu_key"])
    share = line({1998: 0, 2010: 0.319, 2018: 0.5}, m.years)
    stretch = np.ones(m.n)
    for operation, key, value, w in m.changes(scenario):
        if key == "use.lifetime":
            stretch = 1 + w * (value - 1)
        else:
            assert key == "collected_share"
            share = line(value, m.years)
    series, total = {}, [0.0, 0.0, 0.0]
    for key, amount in market.items():
        inflow = amount / 1000
        stock, out = held(inflow, triangle(lives[key], m.n, stretch))
        series[f"stock.use.{key}"] = stock
        total = [a + b for a, b in zip(total, (inflow, stock, out))]
    series.update({"inflow.use": total[0], "stock.use": total[1], "outflow.use": total[2],
                   "role.collected": share * total[2], "inflow.scrap_trade": 0.281 * total[2],
                   "inflow.abroad": 0.114 * total[2],
                   "role.loss": (1 - share - 0.281 - 0.114) * total[2]})
    return m, series


def cleantech(scenario):
    m = Topic("cleantech")
    raw = m.raw["data"]
    technologies, metals = m.raw["dimensions"]["technology"], m.raw["dimensions"]["metal"]
    lives = raw["additions"]["inflow_of"]["lifetime"]
    s = {t: triangle(lives[t], m.n) for t in technologies}
    contents = {(r["technology"], r["metal"]): float(r["content"])
                for r in rows_of("cleantech-contents")}

    def demand(column):
        built = {t: np.maximum(0, needed(c, s[t])) for t, c in
                 m.column("cleantech-capacity", column, ["technology"]).items()}
        return {(t, k): contents[t, k] * built[t] for t in technologies for k in metals}
    wanted = demand("capacity")
    rate = {k: np.full(m.n, raw["recycling_rate"]["values"][k]) for k in metals}
    for operation, key, value, w in m.changes(scenario):
        if key == "demand" and value == "demand_longer":
            s = {t: triangle(raw["additions_longer"]["inflow_of"]["lifetime"][t], m.n)
                 for t in technologies}
            wanted = demand("capacity")
        elif key == "demand":
            assert value == "demand_fast"
            wanted = demand("capacity_fast")
        elif key.startswith("use.lifetime"):
            # The lives of what stands are those of what must be built.
            technology = key.split(".")[2]
            stretched = triangle(lives[technology], m.n, np.full(m.n, value))
            assert np.allclose(stretched, s[technology])
        elif key == "recycling_rate":
            rate = {k: rate[k] + w * (value[k] - rate[k]) for k in metals}
        else:
            _, technology, metal = key.split(".")
            wanted[technology, metal] = wanted[technology, metal] * (1 + w * (value - 1))
    zero = np.zeros(m.n)
    series = {k: zero for k in ("stock.use", "inflow.use", "outflow.use", "role.old_scrap",
                                "role.primary", "role.collected", "role.loss", "stock.scrap_store")}
    for k in metals:
        into = out = zero
        for t in technologies:
            stock, left = held(wanted[t, k], s[t])
            series[f"stock.use.{t}.{k}"] = stock
            series["stock.use"] = series["stock.use"] + stock
            into, out = into + wanted[t, k], out + left
        got = rate[k] * out
        used = np.minimum(got, into)
        for name, values in (("inflow.use", into), ("outflow.use", out), ("role.old_scrap", used),
                             ("role.primary", into - used), ("role.collected", got),
                             ("role.loss", out - got), ("stock.scrap_store", np.cumsum(got - used))):
            series[name] = series[name] + values
        series[f"inflow.refining.{k}"] = into
        series[f"inflow.recycling.{k}"] = got
    return m, series


def landfills(scenario):
    m = Topic("landfills")
    series = {}
    for deposit, name in (("landfill", "landfilled"), ("tailings", "left_in_tailings"),
                          ("zinc_lead_tailings", "left_in_zinc_lead_tailings")):
        amounts = m.column("deposits", "amount", ["element"], {"deposit": deposit})
        for operation, key, value, w in m.changes(scenario):
            data, element = key.split(".")
            if data == name:
                amounts[element] = amounts[element] * value
        for element, values in amounts.items():
            series[f"stock.{deposit}.{element}"] = np.cumsum(values)
    series["role.loss"] = np.diff(sum(series.values()), prepend=0.0)
    return m, series


def to_2100(metal, scenario):
    m = Topic(f"{metal}-2100")
    raw = m.raw["data"]
    ends = m.raw["dimensions"]["end_use"]
    people = line({int(r["year"]): float(r["population"]) for r in rows_of("world-population-2100")},
                  m.years)
    where = {"metal": metal}
    start = int(m.raw["processes"]["use"]["stock_from"]) - int(m.years[0])
    lives = m.raw["processes"]["use"]["lifetime"]
    if "table" in lives:
        lives = m.lifetimes("lifetimes", ["end_use"], where)
    history = m.column("use-history", "inflow", ["end_use"], where)

    def curves(name):
        found = {}
        for e, c in raw[name]["saturation"].items():
            per_head = c["ceiling"] / (1 + np.exp(-c["rate"] * (m.years - c["midpoint"])))
            found[e] = per_head * people / 1e6
        return found
    stock = curves("in_use")
    new_share = m.column("fabrication", "new_scrap_share", ["end_use"], where)
    eol = lambda column: m.column("end-of-life", column, ["end_use"], where)
    ways = {"collection": eol("collection_rate")}
    if "dissipated_share" in raw:
        ways["dissipated"] = eol("dissipated_share")
    recovery = eol("recovery_rate")
    other = eol("non_functional_share") if "non_functional_share" in raw else None
    reused = {e: np.zeros(m.n) for e in ends}
    stretch = np.ones(m.n)
    for operation, key, value, w in m.changes(scenario):
        k = value * w if operation == "lever" else None
        if key == "in_use":
            stock = curves(value)
        elif key == "new_scrap_share":
            new_share = {e: v * (1 + w * (value - 1)) for e, v in new_share.items()}
        elif key == "lifetime-extension":
            stretch = stretch * (1 + k)
        elif key == "re-use":
            ways = {n: {e: v * (1 - k) for e, v in by.items()} for n, by in ways.items()}
            reused = {e: v * (1 - k) + k for e, v in reused.items()}
        elif key == "collection":
            rest = {e: 1 - reused[e] - sum(by[e] for by in ways.values()) for e in ends}
            ways["collection"] = {e: ways["collection"][e] + k * rest[e] for e in ends}
        else:
            assert key == "sharing"
            stock = {e: v * (1 - k) for e, v in stock.items()}
    series = {}
    total = {n: np.zeros(m.n) for n in ("into", "stock", "out", "again", "got", "old", "made",
                                        "scrap", "dissipated", "other", "missed", "sorted_out")}
    for e in ends:
        s = triangle(lives[e], m.n, stretch)
        into = needed(stock[e], s, history[e], start)
        amount, out = held(into, s)
        again = reused[e] * out
        assert (again <= into + 1e-9).all() or e == "petrol_additives"
        again = np.minimum(again, into)
        got = ways["collection"][e] * out
        unsold = reused[e] * out - again
        made = (into - again) / (1 - new_share[e])
        lost = ways["dissipated"][e] * out if "dissipated" in ways else np.zeros(m.n)
        away = other[e] * (got + unsold) if other else np.zeros(m.n)
        old = recovery[e] * (got + unsold)
        for n, v in (("into", into), ("stock", amount), ("out", out), ("again", reused[e] * out),
                     ("got", got), ("old", old), ("made", made), ("scrap", new_share[e] * made),
                     ("dissipated", lost), ("other", away),
                     ("missed", out - got - lost - reused[e] * out),
                     ("sorted_out", got + unsold - old - away)):
            total[n] = total[n] + v
        series[f"stock.use.{e}"] = amount
        series[f"inflow.use.{e}"] = into
    new = np.minimum(total["scrap"], total["made"])
    old = np.minimum(total["old"], total["made"] - new)
    series.update({
        "stock.use": total["stock"], "inflow.use": total["into"], "outflow.use": total["out"],
        "role.re_use": total["again"], "role.collected": total["got"], "role.new_scrap": new,
        "role.old_scrap": old, "role.primary": total["made"] - new - old,
        "role.non_functional": total["other"],
        "role.loss": total["dissipated"] + total["missed"] + total["sorted_out"],
        "stock.scrap_store": np.cumsum(total["scrap"] - new + total["old"] - old),
        "supply.refining": total["made"], "stock_per_capita": total["stock"] * 1e6 / people})
    return m, series


def regions(scenario):
    m = Topic("aluminium-regions")
    raw = m.raw
    names, ends = raw["dimensions"]["region"], raw["dimensions"]["end_use"]
    where = {"metal": "aluminium"}
    share = m.column("aluminium-region-shares", "share", ["region", "end_use"])
    world = m.column("use-history", "inflow", ["end_use"], where)
    lives = m.lifetimes("aluminium-region-lifetimes", ["region", "end_use"])
    standing = raw["data"]["world_stock"]["values"]
    growth = raw["processes"]["use"]["initial_stock"]["growth"]
    everywhere = m.column("end-of-life", "collection_rate", ["end_use"], where)
    relative = {(r["region"], r["end_use"]): float(r["relative_rate"])
                for r in rows_of("aluminium-region-collection")}
    collected = {(r, e): relative[r, e] * everywhere[e] for r in names for e in ends}
    recovery = m.column("end-of-life", "recovery_rate", ["end_use"], where)
    new_share = m.column("fabrication", "new_scrap_share", ["end_use"], where)
    stretch = np.ones(m.n)
    held_by = {r: 1.0 for r in names}
    for operation, key, value, w in m.changes(scenario):
        if key == "use.lifetime":
            stretch = 1 + w * (value - 1)
        elif key.startswith("standing."):
            held_by[key.split(".")[1]] = value
        elif key == "collection_rate.cans":
            for r in names:
                own = collected[r, "cans"]
                collected[r, "cans"] = own + w * (value - own)
        else:
            assert key == "collection"
            collected = {k: v + value * w * (1 - v) for k, v in collected.items()}
    zero = np.zeros(m.n)
    roles = ("inflow.use", "outflow.use", "stock.use", "role.primary", "role.new_scrap",
             "role.old_scrap", "role.collected", "role.loss")
    series = {n: zero for n in roles}
    past = np.arange(1, 2001)
    for region in names:
        sums = {n: zero for n in ("made", "scrap", "old")}
        for e in ends:
            text = lives[region, e]
            weights = (1 + growth) ** -past.astype(float)
            left = np.array([sum(g * survival(text, t + j - 0.5) for g, j in zip(weights, past)
                                 if t + j - 0.5 < 400) for t in range(m.n + 1)])
            inherited = held_by[region] * standing[e] * share[region, e][0] * left / left[0]
            into = share[region, e] * world[e]
            stock, out = held(into, triangle(text, m.n, stretch), inherited)
            got = collected[region, e] * out
            made = into / (1 - new_share[e])
            for n, v in (("made", made), ("scrap", new_share[e] * made), ("old", recovery[e] * got)):
                sums[n] = sums[n] + v
            series[f"stock.use.{region}.{e}"] = stock
            for n, v in (("inflow.use", into), ("outflow.use", out), ("stock.use", stock),
                         ("role.collected", got), ("role.loss", out - recovery[e] * got)):
                series[n] = series[n] + v
        new = np.minimum(sums["scrap"], sums["made"])
        old = np.minimum(sums["old"], sums["made"] - new)
        series[f"inflow.scrap_abroad.{region}"] = sums["scrap"] - new + sums["old"] - old
        series[f"inflow.remelting.{region}"] = sums["made"]
        for n, v in (("role.new_scrap", new), ("role.old_scrap", old),
                     ("role.primary", sums["made"] - new - old)):
            series[n] = series[n] + v
    return m, series


MODELS = {"ewaste-netherlands": ewaste, "cleantech": cleantech, "landfills": landfills,
          "aluminium-regions": regions,
          **{f"{metal}-2100": lambda s, metal=metal: to_2100(metal, s)
             for metal in ("copper", "aluminium", "zinc", "lead")}}


def main():
    expected = {"relative_tolerance": 1e-9, "absolute_tolerance": 1e-6, "models": {}}
    for name, solve in MODELS.items():
        entry = expected["models"][name] = {}
        for scenario in [None] + list(Topic(name).raw.get("scenarios", {})):
            m, series = solve(scenario)
            kept = [i for i, y in enumerate(m.years) if y % 20 == 10 or y == m.years[-1]]
            entry[scenario or "base"] = {
                "years": [int(m.years[i]) for i in kept],
                "series": {k: [float(v[i]) if abs(v[i]) > 1e-9 else 0.0 for i in kept]
                           for k, v in series.items()}}
    text = json.dumps(expected, separators=(",", ":")).replace('"series"', '\n"series"')
    (HERE / "topics.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
