"""Solves the model examples a second time, in plain NumPy, and writes examples.json.

Nothing here reads the model files: the figures that stand in them stand here again, those of the
tables are read from the tables. Each system is solved in the way that its literature does: stocks by
summing cohorts, the MaTrace loop by a Leontief inverse, priorities by taking the least of what is
wanted and what there is. Survival comes from scipy.stats.

    python Tests/Reference/examples.py
"""

import csv
import json
import re
from pathlib import Path

import numpy as np
from scipy import stats

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "Examples"


def table(path):
    with open(EXAMPLES / path, newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def survival(text):
    name, inside = re.fullmatch(r"([a-z-]+)\((.*)\)", text).groups()
    values = dict(part.split(":") for part in inside.split(","))
    number = {key.strip(): float(value) for key, value in values.items()}
    if name == "normal":
        return stats.norm(number["mean"], number["sd"]).sf
    if name == "weibull" and "scale" in number:
        return stats.weibull_min(number["shape"], scale=number["scale"]).sf
    if name == "weibull":
        scale = number["mean"] / stats.weibull_min(number["shape"]).mean()
        return stats.weibull_min(number["shape"], scale=scale).sf
    raise ValueError(text)


def points(years, known):
    return np.interp(years, list(known), list(known.values()))


def curve(life, periods, age):
    """The share of a cohort left at the end of its own period, of the next, and so on."""
    return life(np.arange(periods) + age)


def left_of_earlier(curve, inflow, period):
    return sum(inflow[c] * curve[period - c] for c in range(period))


def steel_nine_countries():
    means = {"Argentina": 45, "Brazil": 25, "Canada": 35, "Denmark": 55, "Ethiopia": 70,
             "France": 45, "Greece": 70, "Hungary": 30, "Indonesia": 30}
    years = np.arange(1900, 2009)
    result = {}
    for country, mean in means.items():
        inflow = np.array([float(row["steel"]) for row in table("steel-nine-countries/consumption.csv")
                           if row["country"] == country])
        # New at the end of the year: age 0 at the end of the first.
        s = curve(stats.norm(mean, 0.3 * mean).sf, len(years), 0)
        stock = np.convolve(inflow, s)[: len(years)]
        outflow = inflow - np.diff(stock, prepend=0)
        result[f"stock {country}"] = stock
        result[f"outflow {country}"] = outflow
    return years, result


def car_fleet():
    years = np.arange(2016, 2031)
    result = {}
    for row in table("car-fleet/fleet.csv"):
        life, fleet = survival(row["lifetime"]), float(row["mass"])
        ages = np.arange(400) + 0.5
        past = 1.02 ** -np.arange(400) * life(ages)
        past *= fleet / past.sum()
        s = curve(life, len(years), 0.5)
        inflow = []
        for period in range(len(years)):
            alive = life(ages) > 0
            inherited = (past[alive] * life(ages[alive] + period + 1) / life(ages[alive])).sum()
            inflow.append((fleet - inherited - left_of_earlier(s, inflow, period)) / s[0])
        result[f"inflow {row['country']}"] = np.array(inflow)
        result[f"stock {row['country']}"] = np.full(len(years), fleet)
    result["new cars"] = sum(values for name, values in result.items() if name.startswith("inflow"))
    kilograms = {row["material"]: float(row["kg"]) for row in table("car-fleet/materials.csv")}
    # The fleets stay as they are: what leaves is what enters.
    for material in ["steel", "copper", "platinum"]:
        share = kilograms[material] / sum(kilograms.values())
        result[f"scrap {material}"] = share * result["new cars"]
    return years, result


class MaTrace:
    """x = returned + new_scrap · x within a year, as in Nakamura et al. (2014)."""

    products = ["cars", "machines", "buildings", "appliances"]

    def __init__(self, collected=None):
        self.collected = np.array(collected or [0.9, 0.85, 0.8, 0.7])
        sorted_into = np.array([[0.95, 0.05], [0.4, 0.6], [0, 1], [0.95, 0.05]])  # product × scrap
        made_into = np.array([[0, 0.15, 0.8, 0.05], [0.05, 0.35, 0.55, 0.05]])  # scrap × product
        recovered = np.array([0.94, 0.97])
        made = np.array([0.6, 0.75, 0.9, 0.7])
        own_way_back = np.array([[1, 0], [0, 1], [0, 1], [1, 0]])  # product × scrap
        # Scrap of a class in fabrication becomes products, and new scrap of some class.
        allocation = recovered[:, None] * made_into
        fabricated = np.linalg.inv(np.eye(4) - allocation.T @ (own_way_back * (1 - made)[:, None]).T)
        # What is used again of one unit that leaves use: column = product that left, row = product made.
        self.again = np.diag(made) @ fabricated @ allocation.T @ (
            self.collected[:, None] * sorted_into).T


def matrace(collected=None):
    years = np.arange(2020, 2141)
    system = MaTrace(collected)
    lives = [(16, 4.8), (25, 7.5), (50, 15), (12, 3.6)]
    s = np.array([curve(stats.norm(*life).sf, len(years), 0) for life in lives])
    inflow, stock = np.zeros((4, len(years))), np.zeros((4, len(years)))
    for t in range(len(years)):
        before = stock[:, t - 1] if t else np.zeros(4)
        left = np.array([left_of_earlier(s[p], inflow[p], t) for p in range(4)])
        given = np.array([1000.0 if t == 0 else 0, 0, 0, 0])
        # Some leaves in the year in which it enters, and is used again in that year.
        old = before - left
        at_once = 1 - s[:, 0]
        inflow[:, t] = np.linalg.solve(np.eye(4) - system.again * at_once, given + system.again @ old)
        stock[:, t] = left + s[:, 0] * inflow[:, t]
    result = {f"stock {name}": stock[i] for i, name in enumerate(system.products)}
    result |= {f"inflow {name}": inflow[i] for i, name in enumerate(system.products)}
    return years, result


def matrace_closed_form():
    """All that is ever used of 1000 kt in cars: a geometric series of generations."""
    total = np.linalg.solve(np.eye(4) - MaTrace().again, [1000, 0, 0, 0])
    return {name: value for name, value in zip(MaTrace.products, total)}


def aluminium_cascade(kept_pure=None):
    years = np.arange(1980, 2051)
    demand = np.array([points(years, {1980: 500, 2050: 1200}),
                       points(years, {1980: 300, 2020: 700, 2050: 250})])
    kept_pure = points(years, kept_pure or {1980: 0.4})
    s = np.array([curve(survival("weibull(shape: 2.5, mean: 25)"), len(years), 0.5),
                  curve(survival("weibull(shape: 3, mean: 15)"), len(years), 0.5)])
    stock = np.array([np.convolve(demand[a], s[a])[: len(years)] for a in range(2)])
    outflow = demand - np.diff(stock, prepend=0)
    collected = outflow * np.array([[0.75], [0.9]])
    pure, mixed, cast = kept_pure * collected[0], (1 - kept_pure) * collected[0], collected[1]
    pure_used = np.minimum(pure, demand[0])
    cast_used = np.minimum(cast, demand[1])
    mixed_used = np.minimum(mixed, demand[1] - cast_used)
    surplus = pure + mixed + cast - pure_used - mixed_used - cast_used
    return years, {
        "stock wrought": stock[0], "stock cast": stock[1], "pure_scrap->wrought_alloys": pure_used,
        "cast_scrap->cast_alloys": cast_used, "mixed_scrap->cast_alloys": mixed_used,
        "smelter->wrought_alloys": demand[0] - pure_used,
        "smelter->cast_alloys": demand[1] - cast_used - mixed_used,
        "stock scrap_surplus": np.cumsum(surplus)}


def scrap_first(demand=None):
    years = np.arange(1950, 2051)
    demand = points(years, demand or {1950: 100, 2000: 400, 2050: 350})
    s = curve(survival("weibull(shape: 2.5, mean: 20)"), len(years), 0.5)
    stock = np.convolve(demand, s)[: len(years)]
    outflow = demand - np.diff(stock, prepend=0)
    smelted = demand / 0.85  # 15 % of what is fabricated falls off
    new = np.minimum(0.15 * smelted, smelted)
    old = np.minimum(0.8 * 0.75 * outflow, smelted - new)
    return years, {
        "stock use": stock, "new_scrap->smelter": new, "old_scrap->smelter": old,
        "mine->smelter": smelted - new - old, "collection->other_cycles": 0.8 * 0.15 * outflow,
        "stock scrap_store": np.cumsum(0.8 * 0.75 * outflow - old),
        "stock landfill": np.cumsum((0.2 + 0.8 * 0.1) * outflow)}


def shown(run, every):
    years, series = run
    chosen = [i for i, year in enumerate(years) if year % every == 0 or i in (0, len(years) - 1)]
    return {"years": [int(years[i]) for i in chosen],
            "series": {name: [float(values[i]) for i in chosen] for name, values in series.items()}}


def main():
    falling = {1950: 100, 2000: 400, 2030: 60}
    document = {
        "models": {
            "steel-nine-countries": {"base": shown(steel_nine_countries(), 20)},
            "car-fleet": {"base": shown(car_fleet(), 7)},
            "matrace-cascade": {"base": shown(matrace(), 15),
                                "collect-more": shown(matrace([0.95] * 4), 15)},
            "aluminium-cascade": {
                "base": shown(aluminium_cascade(), 10),
                "better-sorting": shown(aluminium_cascade({2020: 0.4, 2035: 0.95}), 10)},
            "scrap-first": {"base": shown(scrap_first(), 10),
                            "falling-demand": shown(scrap_first(falling), 10)},
        },
        "generations": matrace_closed_form(),
    }
    (HERE / "examples.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
